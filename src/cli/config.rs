//! A configuration is what an `addup.yaml` says: which rules run where, how
//! grave they are, and where rules of one's own lie.
//!
//! It is read in layers. What a layer says holds for the files its paths name;
//! of two layers that say something the later one counts. The layers of a file
//! named by `extends` come first, then those of the file itself: its own
//! settings, then its overrides in their order.

mod date;
mod file;
mod schema;

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

pub(super) use self::date::DatePattern;
use self::file::{ConfigFile, LayerFile};
pub(super) use self::schema::schema;
use super::error::CliError;
use crate::finding::Severity;
use crate::rule::file::Entries;
use crate::rule::scalar::{Scalar, Sheet};
use crate::rule::suggest::did_you_mean;
use crate::rule::{Fault, Profile, RuleError};
use crate::source::DayOrder;

/// The names under which a configuration is found, best first.
pub(super) const NAMES: [&str; 2] = ["addup.yaml", ".addup.yaml"];

/// What `day-month-order` may say.
const DAY_ORDERS: [&str; 2] = ["day-first", "month-first"];

/// How many configurations may extend each other in a row.
const MOST_EXTENDED: usize = 32;

/// What an `addup.yaml` says, with what it extends.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// The file.
    pub(super) path: PathBuf,
    /// Folders of rules.
    pub(super) rules: Vec<PathBuf>,
    /// Its layers, those that count most last.
    pub(super) layers: Vec<Layer>,
    /// How file names give dates.
    pub(super) date: Option<DatePattern>,
    /// What comes first in a date of numbers alone.
    pub(super) day_order: Option<DayOrder>,
    /// The least severity that makes the exit code 1.
    pub(super) fail_on: Option<Severity>,
    /// The baseline.
    pub(super) baseline: Option<PathBuf>,
}

/// Settings for some files.
#[derive(Clone, Debug, Default)]
pub(super) struct Layer {
    /// The files; `None` where it holds for all.
    pub(super) paths: Option<Paths>,
    pub(super) profile: Option<Profile>,
    pub(super) select: Option<Vec<Name>>,
    pub(super) ignore: Vec<Name>,
    /// How grave rules are; `None` is off.
    pub(super) severities: Vec<(Name, Option<Severity>)>,
}

/// Files named by patterns.
#[derive(Clone, Debug)]
pub(super) struct Paths {
    set: GlobSet,
    /// What the patterns are relative to, absolute.
    folder: PathBuf,
}

impl Paths {
    /// Whether an absolute path is among them.
    pub(super) fn hold(&self, path: &Path) -> bool {
        path.strip_prefix(&self.folder)
            .is_ok_and(|path| self.set.is_match(path))
    }
}

/// What somebody calls a rule or several, and where.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) name: String,
    /// The place in a configuration; `None` on the command line.
    pub(super) place: Option<(Sheet, Range<usize>)>,
}

impl Name {
    /// A name on the command line.
    pub(super) fn typed(name: &str) -> Name {
        Name {
            name: name.to_owned(),
            place: None,
        }
    }
}

impl Config {
    /// Reads a configuration and what it extends.
    pub(super) fn read(path: &Path) -> Result<Config, CliError> {
        let mut config = Config::default();
        let mut seen = BTreeSet::new();
        let mut errors = Vec::new();
        extend(&mut config, path, &mut seen, &mut errors)?;
        config.path = path.to_path_buf();
        if errors.is_empty() {
            Ok(config)
        } else {
            Err(CliError::Config(errors))
        }
    }
}

/// What is wrong in the text of a configuration that is to stand at `path`:
/// what the program would say of it before it knows the rules, so that an
/// editor can say it of a text that is not saved yet.
///
/// # Errors
///
/// A file that it extends and that cannot be read.
pub fn mistakes(path: &Path, text: &str) -> Result<Vec<RuleError>, CliError> {
    let mut errors = Vec::new();
    let (mut config, mut seen) = (Config::default(), BTreeSet::new());
    read(&mut config, path, text, &mut seen, &mut errors)?;
    Ok(errors)
}

/// Adds what a file says to what it extends.
fn extend(
    config: &mut Config,
    path: &Path,
    seen: &mut BTreeSet<PathBuf>,
    errors: &mut Vec<RuleError>,
) -> Result<(), CliError> {
    let shown = path.to_string_lossy();
    let text = fs::read_to_string(path).map_err(|error| CliError::unreadable(&shown, &error))?;
    read(config, path, &text, seen, errors)
}

/// Adds what the text of a file says to what it extends.
fn read(
    config: &mut Config,
    path: &Path,
    text: &str,
    seen: &mut BTreeSet<PathBuf>,
    errors: &mut Vec<RuleError>,
) -> Result<(), CliError> {
    seen.insert(absolute(path));
    let sheet = Sheet::new(&path.to_string_lossy(), text);
    let file = match ConfigFile::read(&sheet) {
        Ok(file) => file,
        Err(error) => {
            errors.push(error);
            return Ok(());
        }
    };
    let mut reading = Reading {
        folder: path.parent().unwrap_or(Path::new("")),
        sheet: &sheet,
        errors,
    };
    let mut profile = None;
    if seen.len() > MOST_EXTENDED
        && let Some(base) = &file.extends
    {
        let fault = Fault::Combination(format!(
            "more than {MOST_EXTENDED} configurations extend each other"
        ));
        let help = "put what they say into fewer files";
        reading.error(base, fault, Some(help.to_owned()));
    } else if let Some(base) = &file.extends {
        match Profile::named(&base.value) {
            Some(named) => profile = Some(named),
            None => {
                if let Some(base) = reading.base(base, seen) {
                    extend(config, &base, seen, reading.errors)?;
                }
            }
        }
    }
    reading.settle(config, file, profile);
    Ok(())
}

/// A configuration file on its way to a configuration.
struct Reading<'a> {
    sheet: &'a Sheet,
    folder: &'a Path,
    errors: &'a mut Vec<RuleError>,
}

impl Reading<'_> {
    fn error(&mut self, at: &Scalar, fault: Fault, help: Option<String>) {
        let error = self.sheet.error_at(at, fault).with_help(help);
        self.errors.push(error);
    }

    /// The file that a configuration extends.
    fn base(&mut self, written: &Scalar, seen: &BTreeSet<PathBuf>) -> Option<PathBuf> {
        let base = self.folder.join(&written.value);
        if !base.is_file() {
            let profiles = Profile::NAMED.iter().map(|(name, _)| *name);
            let help = did_you_mean(&written.value, profiles).unwrap_or_else(|| {
                "a path from the folder of this file, or a profile: recommended, newsroom, \
                 science, strict"
                    .to_owned()
            });
            let fault = Fault::NoSuchPath(written.value.clone());
            self.error(written, fault, Some(help));
            return None;
        }
        if seen.contains(&absolute(&base)) {
            let fault = Fault::Combination("this file extends itself".to_owned());
            self.error(written, fault, None);
            return None;
        }
        Some(base)
    }

    fn settle(&mut self, config: &mut Config, file: ConfigFile, profile: Option<Profile>) {
        for folder in &file.rules {
            let path = self.folder.join(&folder.value);
            if path.is_dir() {
                config.rules.push(path);
            } else {
                let help = "a folder of rule files, from the folder of this file";
                let fault = Fault::NoSuchPath(folder.value.clone());
                self.error(folder, fault, Some(help.to_owned()));
            }
        }
        if let Some(written) = &file.date {
            match DatePattern::read(&written.value) {
                Ok(pattern) => config.date = Some(pattern),
                Err(why) => {
                    let help = "write it as in `{year}-{month}-{day}`; `*` is any characters";
                    self.error(written, Fault::Combination(why), Some(help.to_owned()));
                }
            }
        }
        if let Some(written) = &file.day_month_order {
            config.day_order = self.day_order(written).or(config.day_order);
        }
        if let Some(written) = &file.fail_on
            && let Some(Some(severity)) = self.severity(written, false)
        {
            config.fail_on = Some(severity);
        }
        if let Some(written) = &file.baseline {
            config.baseline = Some(self.folder.join(&written.value));
        }
        let mut layer = self.layer(LayerFile {
            profile: file.profile,
            select: file.select,
            ignore: file.ignore,
            severities: file.severities,
        });
        layer.profile = layer.profile.or(profile);
        config.layers.push(layer);
        for written in file.overrides {
            let paths = self.paths(&written.paths);
            let mut layer = self.layer(LayerFile {
                profile: written.profile,
                select: written.select,
                ignore: written.ignore,
                severities: written.severities,
            });
            layer.paths = Some(paths);
            config.layers.push(layer);
        }
    }

    fn layer(&mut self, written: LayerFile) -> Layer {
        let name = |written: &Scalar| Name {
            name: written.value.clone(),
            place: Some((self.sheet.clone(), self.sheet.place(&written.defined))),
        };
        let select = written.select.map(|names| names.iter().map(name).collect());
        let ignore = written.ignore.iter().map(name).collect();
        let Entries(severities) = &written.severities;
        let named: Vec<Name> = severities.iter().map(|(rule, _)| name(rule)).collect();
        let values = severities.iter().map(|(_, value)| value);
        let severities = named
            .into_iter()
            .zip(values)
            .filter_map(|(name, value)| Some((name, self.severity(value, true)?)))
            .collect();
        Layer {
            paths: None,
            profile: written.profile.and_then(|written| self.profile(&written)),
            select,
            ignore,
            severities,
        }
    }

    fn profile(&mut self, written: &Scalar) -> Option<Profile> {
        let profile = Profile::named(&written.value);
        if profile.is_none() {
            let known = Profile::NAMED.map(|(name, _)| name);
            self.unknown("profile", written, &known);
        }
        profile
    }

    fn day_order(&mut self, written: &Scalar) -> Option<DayOrder> {
        match written.value.as_str() {
            "day-first" => Some(DayOrder::DayFirst),
            "month-first" => Some(DayOrder::MonthFirst),
            _ => {
                self.unknown("order of day and month", written, &DAY_ORDERS);
                None
            }
        }
    }

    /// A severity, or `Some(None)` for `off`.
    fn severity(&mut self, written: &Scalar, off: bool) -> Option<Option<Severity>> {
        let known = ["error", "warning", "advice", "off"];
        match written.value.as_str() {
            "error" => Some(Some(Severity::Error)),
            "warning" => Some(Some(Severity::Warning)),
            "advice" => Some(Some(Severity::Advice)),
            "off" if off => Some(None),
            _ => {
                self.unknown(
                    "severity",
                    written,
                    &known[..known.len() - usize::from(!off)],
                );
                None
            }
        }
    }

    fn unknown(&mut self, what: &'static str, written: &Scalar, known: &[&str]) {
        let help = did_you_mean(&written.value, known.iter().copied());
        let fault = Fault::UnknownWord {
            what,
            word: written.value.clone(),
        };
        let help = help.unwrap_or_else(|| format!("one of {}", known.join(", ")));
        self.error(written, fault, Some(help));
    }

    fn paths(&mut self, patterns: &[Scalar]) -> Paths {
        let mut set = GlobSetBuilder::new();
        for written in patterns {
            let pattern = written.value.trim_start_matches("./");
            let mut pattern = match pattern.strip_suffix('/') {
                Some(folder) => format!("{folder}/**"),
                None => pattern.to_owned(),
            };
            if !pattern.contains('/') {
                pattern = format!("**/{pattern}");
            }
            let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
            match glob {
                Ok(glob) => {
                    set.add(glob);
                }
                Err(error) => {
                    let why = format!("this is no pattern of paths: {}", error.kind());
                    self.error(written, Fault::Combination(why), None);
                }
            }
        }
        let set = set.build().unwrap_or_else(|_| {
            // Each is a pattern by itself, but they are too much together.
            if let Some(written) = patterns.first() {
                let fault = Fault::Combination("these patterns of paths are too large".to_owned());
                let help = "name folders, and write fewer `{...}` and `*`";
                self.error(written, fault, Some(help.to_owned()));
            }
            GlobSet::empty()
        });
        Paths {
            set,
            folder: absolute(self.folder),
        }
    }
}

/// A path from the root, without `.` and `..`. Links are not followed: a file
/// is configured where it was named.
pub(super) fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let whole = if path.as_os_str().is_empty() {
        std::env::current_dir().unwrap_or(whole)
    } else {
        whole
    };
    let mut settled = PathBuf::new();
    for component in whole.components() {
        match component {
            Component::ParentDir => {
                settled.pop();
            }
            Component::CurDir => {}
            other => settled.push(other),
        }
    }
    settled
}
