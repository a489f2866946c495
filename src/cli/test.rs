//! `addup test`: run the examples and snapshots of rules.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use similar::TextDiff;

use super::choice::{rule_texts, unknown};
use super::error::{CliError, plain};
use super::guard::guarded;
use super::output::Coloring;
use super::snapshot::{body, file_name, orphans, render, write};
use super::{Outcome, Streams};
use crate::article::Article;
use crate::report::graphical::Look;
use crate::rule::example::check_examples;
use crate::rule::{Rule, Shelf};

/// The arguments of `addup test` as typed.
#[derive(Debug, Args)]
pub(super) struct TestArguments {
    /// Folders of rules, or ids and families of rules, `*` stands for anything
    /// [default: the shipped rules]
    rules: Vec<String>,
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
    shelf: Shelf,
    /// The ids of the rules to test.
    ids: Vec<String>,
    /// Whether these are all rules of the shelf.
    all: bool,
    /// Where snapshots are; `None` when they are not compared.
    snapshots: Option<PathBuf>,
    update: bool,
    color: Coloring,
}

/// What is wrong with a rule, for people.
type Fault = String;

impl Test {
    /// The arguments as meant: what exists is a folder of rules, the rest are
    /// names.
    pub(super) fn new(typed: TestArguments) -> Result<Test, CliError> {
        let (folders, wanted): (Vec<_>, Vec<_>) = typed
            .rules
            .iter()
            .partition(|name| Path::new(name).exists());
        let folders: Vec<PathBuf> = folders.into_iter().map(PathBuf::from).collect();
        let texts = rule_texts(&folders)?;
        let shelf = Shelf::shipped_with(&texts).map_err(CliError::Rules)?;
        for name in &wanted {
            if !shelf.rules().iter().any(|rule| rule.is_named(name)) {
                return Err(unknown(name, &shelf));
            }
        }
        let all = typed.rules.is_empty();
        let tested = |rule: &&Rule| {
            all || texts.iter().any(|text| text.name == rule.file())
                || wanted.iter().any(|name| rule.is_named(name))
        };
        let ids = shelf
            .rules()
            .iter()
            .filter(tested)
            .map(|rule| rule.id.clone());
        Ok(Test {
            ids: ids.collect(),
            all,
            snapshots: snapshots(typed.snapshots, folders.first(), typed.update),
            update: typed.update,
            color: typed.color,
            shelf,
        })
    }

    /// Tests every rule, and tells how it went.
    pub(super) fn run(&self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let look = Look {
            color: self.color.applies(streams.out_terminal),
            width: Look::PLAIN.width,
        };
        let (mut passed, mut failed) = (0, 0);
        let tested = self
            .shelf
            .rules()
            .iter()
            .filter(|rule| self.ids.contains(&rule.id));
        for rule in tested {
            let faults = self.test(rule, look)?;
            if faults.is_empty() {
                passed += 1;
            } else {
                failed += 1;
                writeln!(streams.out, "{} failed\n", rule.id)?;
            }
            for fault in faults {
                writeln!(streams.out, "{fault}")?;
            }
        }
        failed += self.orphans(streams.out)?;
        writeln!(streams.out, "{passed} passed, {failed} failed")?;
        Ok(if failed > 0 {
            Outcome::Findings
        } else {
            Outcome::Clean
        })
    }

    fn test(&self, rule: &Rule, look: Look) -> Result<Vec<Fault>, CliError> {
        let internal = |message| CliError::Internal {
            name: rule.id.clone(),
            message,
        };
        let errors = guarded(|| {
            check_examples(&self.shelf, rule, |source| {
                Article::read(source, self.shelf.lexicon())
            })
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
            let now = guarded(|| render(&self.shelf, rule)).map_err(internal)?;
            faults.extend(self.compare(rule, &now, &folder.join(file_name(rule)), look)?);
        }
        Ok(faults)
    }

    /// What differs from the snapshot; nothing when it is being written.
    fn compare(
        &self,
        rule: &Rule,
        now: &str,
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
            let written = fs::write(path, write(rule, now));
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

    /// Reports the snapshots whose rule is gone, or removes them; how many
    /// remain.
    fn orphans(&self, out: &mut dyn Write) -> Result<usize, CliError> {
        let Some(folder) = self.snapshots.as_deref().filter(|_| self.all) else {
            return Ok(0);
        };
        let shown = folder.to_string_lossy();
        let found = orphans(folder, self.shelf.rules())
            .map_err(|error| CliError::unreadable(&shown, &error))?;
        let mut remaining = 0;
        for path in found {
            let name = path.to_string_lossy();
            if self.update && fs::remove_file(&path).is_ok() {
                writeln!(out, "removed `{name}`: its rule is gone")?;
            } else {
                remaining += 1;
                writeln!(out, "`{name}` belongs to no rule; `--update` removes it")?;
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
            let in_use = orphans(&usual, &[]).is_ok_and(|found| !found.is_empty());
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
