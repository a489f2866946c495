//! Settings are what a configuration and the command line say together, and
//! the shelf of rules they say it of. Each file has those of the nearest
//! `addup.yaml` above it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::choice::{shelf, unknown};
use super::config::{Config, Layer, NAMES, Name, absolute};
use super::error::CliError;
use super::input::Input;
use crate::finding::{Finding, Severity};
use crate::rule::suggest::did_you_mean;
use crate::rule::{Fault, Profile, Rule, Shelf};
use crate::source::{DayOrder, Source};
use crate::suppression::UNUSED;

/// The arguments about the configuration.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct ConfigArguments {
    /// The configuration to use [default: the nearest addup.yaml above each
    /// file]
    #[arg(short, long, value_name = "FILE", conflicts_with = "isolated")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration
    #[arg(long)]
    pub(super) isolated: bool,
}

/// The settings of every folder of a run.
pub(super) struct SettingsTree {
    arguments: ConfigArguments,
    /// What the command line says: its folders of rules, and its layer.
    rules: Vec<PathBuf>,
    typed: Layer,
    /// Whether what rules say to readers is wanted too.
    pages: bool,
    by_config: BTreeMap<Option<PathBuf>, Arc<Settings>>,
    by_folder: BTreeMap<PathBuf, Option<PathBuf>>,
}

/// What holds for the files under one configuration.
pub(super) struct Settings {
    /// The configuration; an empty one where there is none.
    pub(super) config: Config,
    /// All rules.
    pub(super) shelf: Shelf,
    typed: Layer,
}

/// What holds for one file.
pub(super) struct Choice<'a> {
    /// The shelf of the rules.
    pub(super) shelf: &'a Shelf,
    /// The rules that run.
    pub(super) rules: Vec<&'a Rule>,
    /// How grave those are that are not as grave as they say themselves.
    severities: BTreeMap<&'a str, Severity>,
    /// Whether and how gravely idle suppressions are reported.
    unused: Option<Severity>,
}

impl SettingsTree {
    /// The same, with or without what rules say to readers, which takes longer
    /// to load.
    pub(super) fn with_pages(self, pages: bool) -> SettingsTree {
        SettingsTree { pages, ..self }
    }

    /// The settings under the command line's.
    pub(super) fn new(
        arguments: ConfigArguments,
        rules: Vec<PathBuf>,
        typed: Layer,
    ) -> SettingsTree {
        SettingsTree {
            arguments,
            rules,
            typed,
            pages: false,
            by_config: BTreeMap::new(),
            by_folder: BTreeMap::new(),
        }
    }

    /// The settings of the current folder.
    pub(super) fn here(&mut self) -> Result<Arc<Settings>, CliError> {
        self.of(Path::new("a file here"))
    }

    /// The settings of each of some inputs.
    pub(super) fn of_all(&mut self, inputs: &[Input]) -> Result<Vec<Arc<Settings>>, CliError> {
        if inputs.is_empty() {
            // A wrong rule or name is told even where there is nothing to read.
            self.here()?;
        }
        let paths = inputs.iter().map(Input::path);
        paths.map(|path| self.of(path)).collect()
    }

    /// The settings of a file.
    pub(super) fn of(&mut self, path: &Path) -> Result<Arc<Settings>, CliError> {
        let config = if self.arguments.isolated {
            None
        } else if let Some(config) = &self.arguments.config {
            Some(config.clone())
        } else {
            let folder = absolute(path);
            self.nearest(folder.parent().unwrap_or(&folder))
        };
        if let Some(settings) = self.by_config.get(&config) {
            return Ok(Arc::clone(settings));
        }
        let settings = Arc::new(self.read(config.as_deref())?);
        self.by_config.insert(config, Arc::clone(&settings));
        Ok(settings)
    }

    /// The nearest configuration at or above a folder.
    fn nearest(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.by_folder.get(folder) {
            return known.clone();
        }
        let mut names = NAMES.iter().map(|name| folder.join(name));
        let found = names.find(|path| path.is_file());
        let found = found.or_else(|| folder.parent().and_then(|above| self.nearest(above)));
        self.by_folder.insert(folder.to_path_buf(), found.clone());
        found
    }

    fn read(&self, path: Option<&Path>) -> Result<Settings, CliError> {
        let config = match path {
            Some(path) => Config::read(&from_here(path))?,
            None => Config::default(),
        };
        let mut folders: Vec<PathBuf> = Vec::new();
        for folder in config.rules.iter().chain(&self.rules) {
            // A folder in another one is read with it.
            let whole = absolute(folder);
            let inside = |folder: &Path| whole.starts_with(absolute(folder));
            if !folders.iter().any(|folder| inside(folder)) {
                folders.retain(|folder| !absolute(folder).starts_with(&whole));
                folders.push(folder.clone());
            }
        }
        let settings = Settings {
            config,
            shelf: shelf(&folders, self.pages)?,
            typed: self.typed.clone(),
        };
        settings.check_names()?;
        Ok(settings)
    }
}

/// A path from the current folder where it leads down from there.
fn from_here(path: &Path) -> PathBuf {
    let here = absolute(Path::new(""));
    match path.strip_prefix(&here) {
        Ok(below) => below.to_path_buf(),
        Err(_) => path.to_path_buf(),
    }
}

impl Settings {
    fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.config.layers.iter().chain([&self.typed])
    }

    /// Every name must name a rule, or the mistake would be silent.
    fn check_names(&self) -> Result<(), CliError> {
        let rules = self.shelf.rules();
        let mut errors = Vec::new();
        let names = self.layers().flat_map(|layer| {
            let severities = layer.severities.iter().map(|(name, _)| name);
            let select = layer.select.iter().flatten();
            select.chain(&layer.ignore).chain(severities)
        });
        for Name { name, place } in names {
            if name == UNUSED || rules.iter().any(|rule| rule.is_named(name)) {
                continue;
            }
            let Some((sheet, place)) = place else {
                return Err(unknown(name, &self.shelf));
            };
            let known = rules.iter().flat_map(|r| [r.id.as_str(), r.family()]);
            let help = did_you_mean(name, known);
            let fault = Fault::UnknownWord {
                what: "rule or family of rules",
                word: name.clone(),
            };
            let help = help.or_else(|| Some("`addup rules` lists them".to_owned()));
            errors.push(sheet.error(place.clone(), fault).with_help(help));
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(CliError::Config(errors))
        }
    }

    /// Tells a source what the configuration knows of it: the date in its name,
    /// and how the house writes dates.
    pub(super) fn introduce(&self, source: &mut Source) {
        source.day_order = self.config.day_order;
        if let Some(pattern) = &self.config.date {
            source.name_date = pattern.date(&source.name);
        }
    }

    /// What holds for a file.
    pub(super) fn choice(&self, path: &Path) -> Choice<'_> {
        let whole = absolute(path);
        let holds = |layer: &&Layer| layer.paths.as_ref().is_none_or(|paths| paths.hold(&whole));
        let layers: Vec<&Layer> = self.layers().filter(holds).collect();
        let mut profile = Profile::Recommended;
        let mut select: Option<&[Name]> = None;
        for layer in &layers {
            if let Some(named) = layer.profile {
                (profile, select) = (named, None);
            }
            select = layer.select.as_deref().or(select);
        }
        let mut choice = Choice {
            shelf: &self.shelf,
            rules: Vec::new(),
            severities: BTreeMap::new(),
            unused: Some(Severity::Advice),
        };
        let named = |name: &Name, rule: &Rule| rule.is_named(&name.name);
        for rule in self.shelf.rules() {
            let mut runs = match select {
                Some(names) => names.iter().any(|name| named(name, rule)),
                None => profile.runs(&rule.profiles),
            };
            let mut severity = Some(rule.severity);
            for layer in &layers {
                let mut said = layer
                    .severities
                    .iter()
                    .filter(|(name, _)| named(name, rule));
                severity = said.next_back().map_or(severity, |(_, said)| *said);
                runs &= !layer.ignore.iter().any(|name| named(name, rule));
            }
            match severity {
                Some(severity) if runs => {
                    choice.rules.push(rule);
                    if severity != rule.severity {
                        choice.severities.insert(&rule.id, severity);
                    }
                }
                _ => {}
            }
        }
        for layer in &layers {
            let mut said = layer.severities.iter();
            if let Some((_, said)) = said.rfind(|(name, _)| name.name == UNUSED) {
                choice.unused = *said;
            }
            if layer.ignore.iter().any(|name| name.name == UNUSED) {
                choice.unused = None;
            }
        }
        choice
    }

    /// What holds for a file, as YAML.
    pub(super) fn shown(&self, path: &Path, fail_on: Option<Severity>) -> String {
        let choice = self.choice(path);
        let config = self.config.path.to_string_lossy();
        let config = if config.is_empty() { "none" } else { &config };
        let fail_on = fail_on.map_or("never", Severity::name);
        let mut out = format!("config: {config}\nfail-on: {fail_on}\n");
        if let Some(baseline) = &self.config.baseline {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "baseline: {}", baseline.to_string_lossy());
        }
        if let Some(order) = self.config.day_order {
            let order = match order {
                DayOrder::DayFirst => "day-first",
                DayOrder::MonthFirst => "month-first",
            };
            let _ = writeln!(out, "day-month-order: {order}");
        }
        out.push_str("severities:\n");
        for rule in &choice.rules {
            let severity = choice.severities.get(rule.id.as_str());
            let severity = severity.copied().unwrap_or(rule.severity);
            let _ = writeln!(out, "  {}: {}", rule.id, severity.name());
        }
        if let Some(severity) = choice.unused {
            let _ = writeln!(out, "  {UNUSED}: {}", severity.name());
        }
        out
    }
}

impl Choice<'_> {
    /// Gives findings the severities that were asked for. A finding that its
    /// rule itself takes less gravely is not made graver than that.
    pub(super) fn weigh(&self, findings: &mut Vec<Finding>) {
        findings.retain(|finding| finding.rule != UNUSED || self.unused.is_some());
        for finding in findings {
            if finding.rule == UNUSED {
                finding.severity = self.unused.unwrap_or(finding.severity);
            } else if let Some(&severity) = self.severities.get(finding.rule.as_str()) {
                let rule = self.shelf.rule(&finding.rule);
                let own = rule.map_or(finding.severity, |rule| rule.severity);
                finding.severity = if finding.severity == own {
                    severity
                } else {
                    severity.min(finding.severity)
                };
            }
        }
    }
}

/// The shelf that the configuration of the current folder and some folders of
/// rules make.
pub(super) fn shelf_here(
    arguments: &ConfigArguments,
    rules: &[PathBuf],
) -> Result<Arc<Settings>, CliError> {
    shelf_at(Path::new("a file here"), arguments, rules)
}

/// The shelf that the configuration of a file and some folders of rules make.
pub(super) fn shelf_at(
    path: &Path,
    arguments: &ConfigArguments,
    rules: &[PathBuf],
) -> Result<Arc<Settings>, CliError> {
    SettingsTree::new(arguments.clone(), rules.to_vec(), Layer::default())
        .with_pages(true)
        .of(path)
}
