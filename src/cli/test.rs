//! `addup test`: run the examples and snapshots of rules.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use similar::TextDiff;

use super::case;
use super::choice::{rule_texts, unknown};
use super::config::absolute;
use super::error::{CliError, plain};
use super::guard::guarded;
use super::output::Coloring;
use super::settings::{ConfigArguments, Settings, shelf_at};
use super::snapshot::{body, file_name, orphans, render, write};
use super::{Outcome, Streams};
use crate::article::Article;
use crate::report::graphical::Look;
use crate::rule::Rule;
use crate::rule::example::check_examples;

/// The arguments of `addup test` as typed.
#[derive(Debug, Args)]
pub(super) struct TestArguments {
    /// Folders of rules, or ids and families of rules, `*` stands for anything
    /// [default: the rules that the configuration adds, or else the shipped
    /// ones]
    rules: Vec<String>,
    #[command(flatten)]
    config: ConfigArguments,
    /// The folder of the snapshots [default: `snapshots`, where it has any]
    #[arg(long, value_name = "DIR")]
    snapshots: Option<PathBuf>,
    /// Write the snapshots instead of comparing them
    #[arg(long)]
    update: bool,
    /// When to color; NO_COLOR is respected
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Coloring,
}

/// What `addup test` is to do.
pub(super) struct Test {
    settings: Arc<Settings>,
    /// The ids of the rules to test.
    ids: Vec<String>,
    /// The articles on which these are tested together.
    cases: Vec<PathBuf>,
    /// Whether no rule was named alone, so that a snapshot without an owner
    /// can be told.
    whole: bool,
    /// Where snapshots are; `None` when they are not compared.
    snapshots: Option<PathBuf>,
    update: bool,
    color: Coloring,
}

/// What is wrong with a rule or a case, for people.
type Fault = String;

impl Test {
    /// The arguments as meant: what exists is a folder of rules, the rest are
    /// names.
    pub(super) fn new(typed: TestArguments) -> Result<Test, CliError> {
        let (folders, wanted): (Vec<_>, Vec<_>) = typed
            .rules
            .iter()
            .partition(|name| Path::new(name).exists());
        let mut folders: Vec<PathBuf> = folders.into_iter().map(PathBuf::from).collect();
        let here = Path::new("a file here").to_path_buf();
        let near = folders.first().map_or(here, |folder| folder.join("a file"));
        let settings = shelf_at(&near, &typed.config, &folders)?;
        let shelf = &settings.shelf;
        for name in &wanted {
            if !shelf.rules().iter().any(|rule| rule.is_named(name)) {
                return Err(unknown(name, shelf));
            }
        }
        if typed.rules.is_empty() {
            folders.clone_from(&settings.config.rules);
        }
        let files: Vec<PathBuf> = rule_texts(&folders)?
            .iter()
            .map(|text| absolute(Path::new(&text.name)))
            .collect();
        let all = folders.is_empty() && wanted.is_empty();
        let tested = |rule: &&Rule| {
            all || files.contains(&absolute(Path::new(rule.file())))
                || wanted.iter().any(|name| rule.is_named(name))
        };
        let ids = shelf.rules().iter().filter(tested);
        let mut cases = Vec::new();
        for folder in &folders {
            cases.extend(case::cases(folder)?);
        }
        Ok(Test {
            ids: ids.map(|rule| rule.id.clone()).collect(),
            cases,
            whole: wanted.is_empty(),
            snapshots: snapshots(typed.snapshots, folders.first(), typed.update),
            update: typed.update,
            color: typed.color,
            settings,
        })
    }

    /// Tests every rule and case, and tells how it went.
    pub(super) fn run(&self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let look = Look {
            color: self.color.applies(streams.out_terminal),
            width: Look::PLAIN.width,
        };
        let rules = self.settings.shelf.rules().iter();
        let tested: Vec<&Rule> = rules.filter(|rule| self.ids.contains(&rule.id)).collect();
        let (mut passed, mut failed) = (0, 0);
        let mut tell = |name: &str, faults: Vec<Fault>| {
            if faults.is_empty() {
                passed += 1;
                return Ok(());
            }
            failed += 1;
            writeln!(streams.out, "{name} failed\n")?;
            let mut faults = faults.iter();
            faults.try_for_each(|fault| writeln!(streams.out, "{fault}"))
        };
        for rule in &tested {
            tell(&rule.id, self.test(rule, look)?)?;
        }
        for case in &self.cases {
            let fault = self.case(&tested, case, look)?;
            tell(&case.to_string_lossy(), fault.into_iter().collect())?;
        }
        failed += self.orphans(streams.out)?;
        let known = |of: fn(&Rule) -> usize| tested.iter().map(|rule| of(rule)).sum::<usize>();
        let noisy = known(|rule| rule.noisy.len());
        let missing = known(|rule| rule.missing.len());
        if noisy + missing > 0 {
            writeln!(
                streams.out,
                "known faults: {noisy} noisy, {missing} missing"
            )?;
        }
        writeln!(streams.out, "{passed} passed, {failed} failed")?;
        Ok(if failed > 0 {
            Outcome::Findings
        } else {
            Outcome::Clean
        })
    }

    /// What is wrong with a case; nothing when its snapshot is being written.
    fn case(&self, rules: &[&Rule], case: &Path, look: Look) -> Result<Option<Fault>, CliError> {
        let beside = case.ancestors().nth(2).unwrap_or(Path::new(""));
        let usual = beside.join("snapshots");
        let folder = self.snapshots.as_ref().unwrap_or(&usual);
        let now = case::render(&self.settings.shelf, rules, case)?;
        let path = folder.join(case::file_name(case));
        self.compare(&now, || case::write(&now), &path, look)
    }

    fn test(&self, rule: &Rule, look: Look) -> Result<Vec<Fault>, CliError> {
        let shelf = &self.settings.shelf;
        let internal = |message| CliError::Internal {
            name: rule.id.clone(),
            message,
        };
        let errors = guarded(|| {
            check_examples(shelf, rule, |source| Article::read(source, shelf.lexicon()))
        })
        .map_err(internal)?;
        let mut faults = Vec::new();
        for error in errors {
            let mut drawing = String::new();
            if look.handler().render_report(&mut drawing, &error).is_err() {
                drawing = error.to_string();
            }
            faults.push(drawing);
        }
        if let Some(folder) = &self.snapshots {
            let now = guarded(|| render(shelf, rule)).map_err(internal)?;
            let path = folder.join(file_name(rule));
            faults.extend(self.compare(&now, || write(rule, &now), &path, look)?);
        }
        Ok(faults)
    }

    /// What differs from the snapshot; nothing when it is being written.
    fn compare(
        &self,
        now: &str,
        file: impl FnOnce() -> String,
        path: &Path,
        look: Look,
    ) -> Result<Option<Fault>, CliError> {
        let shown = path.to_string_lossy();
        let old = fs::read_to_string(path).ok();
        let before = old.as_deref().map(body);
        if before.is_some_and(|before| before.trim_end() == now.trim_end()) {
            return Ok(None);
        }
        if self.update {
            let written = fs::write(path, file());
            return match written {
                Ok(()) => Ok(None),
                Err(error) => Err(CliError::Unwritable {
                    path: shown.into_owned(),
                    why: plain(&error),
                }),
            };
        }
        Ok(Some(match before {
            None => format!("there is no snapshot `{shown}`; `--update` writes it\n"),
            Some(before) => format!("`{shown}` differs:\n\n{}", diff(before, now, look)),
        }))
    }

    /// Reports the snapshots whose rule or case is gone, or removes them; how
    /// many remain.
    fn orphans(&self, out: &mut dyn Write) -> Result<usize, CliError> {
        let Some(folder) = self.snapshots.as_deref().filter(|_| self.whole) else {
            return Ok(0);
        };
        let shown = folder.to_string_lossy();
        let found = orphans(folder, self.settings.shelf.rules(), &self.cases)
            .map_err(|error| CliError::unreadable(&shown, &error))?;
        let mut remaining = 0;
        for path in found {
            let name = path.to_string_lossy();
            if self.update && fs::remove_file(&path).is_ok() {
                writeln!(out, "removed `{name}`: nothing owns it")?;
            } else {
                remaining += 1;
                writeln!(out, "nothing owns `{name}`; `--update` removes it")?;
            }
        }
        Ok(remaining)
    }
}

/// The folder of the snapshots. One that was not named is taken only where it
/// is in use, or is to be.
fn snapshots(named: Option<PathBuf>, rules: Option<&PathBuf>, update: bool) -> Option<PathBuf> {
    let usual = match rules {
        Some(folder) if folder.is_dir() => folder.join("snapshots"),
        _ => PathBuf::from("snapshots"),
    };
    let folder = match named {
        Some(named) => named,
        None => {
            let in_use = orphans(&usual, &[], &[]).is_ok_and(|found| !found.is_empty());
            Some(usual).filter(|_| in_use || update)?
        }
    };
    if update {
        // A folder that cannot be made is told when a file is written there.
        let _ = fs::create_dir_all(&folder);
    }
    Some(folder)
}

fn diff(before: &str, now: &str, look: Look) -> String {
    let diff = TextDiff::from_lines(before.trim_end(), now.trim_end());
    let mut out = String::new();
    for line in diff.unified_diff().context_radius(3).to_string().lines() {
        let style = match line.chars().next() {
            Some('-') if look.color => "\u{1b}[31m",
            Some('+') if look.color => "\u{1b}[32m",
            _ => "",
        };
        let end = if style.is_empty() { "" } else { "\u{1b}[0m" };
        out.push_str(&format!("{style}{line}{end}\n"));
    }
    out
}
