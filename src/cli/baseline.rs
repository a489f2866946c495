//! The baselines of a run: what they know is not reported, and what they know
//! that is gone is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Streams;
use super::config::absolute;
use super::error::CliError;
use super::output::Output;
use crate::report::Audited;
use crate::report::baseline::{Baseline, Known};

/// The arguments about the baseline.
#[derive(Debug, Args)]
pub(super) struct BaselineArguments {
    /// Do not report the findings that this file lists
    #[arg(long, value_name = "FILE", conflicts_with = "jsonl")]
    pub(super) baseline: Option<PathBuf>,
    /// List all findings in the baseline, so that from now on they are known
    #[arg(long, conflicts_with_all = ["jsonl", "prune_baseline"])]
    pub(super) write_baseline: bool,
    /// Take what is no longer found out of the baseline
    #[arg(long, conflicts_with = "jsonl")]
    pub(super) prune_baseline: bool,
}

/// What is done with baselines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// They are compared with.
    Read,
    /// They learn all that is found.
    Write,
    /// They forget what is no longer found.
    Prune,
}

/// The baselines of a run, by their files.
pub(super) struct Baselines {
    using: Use,
    files: BTreeMap<PathBuf, State>,
}

#[derive(Default)]
struct State {
    /// What the file says.
    known: Baseline,
    /// What was found now.
    now: Baseline,
    /// The articles that were read.
    read: BTreeSet<String>,
}

impl BaselineArguments {
    /// What is done with baselines.
    pub(super) fn using(&self) -> Use {
        match (self.write_baseline, self.prune_baseline) {
            (true, _) => Use::Write,
            (_, true) => Use::Prune,
            _ => Use::Read,
        }
    }
}

impl Baselines {
    /// The baselines of a run, before any is read.
    pub(super) fn new(using: Use) -> Baselines {
        Baselines {
            using,
            files: BTreeMap::new(),
        }
    }

    /// Which of an article's findings are to be reported, in their order.
    pub(super) fn settle(&mut self, file: &Path, audited: &Audited) -> Result<Vec<bool>, CliError> {
        let path = path_in(file, &audited.source.name);
        let state = self.state(file)?;
        let now = Baseline::of(audited, &path);
        let known = |finding: &Known| state.known.knows(finding);
        let new: BTreeSet<String> = now
            .entries()
            .filter(|finding| !known(finding))
            .map(|finding| finding.fingerprint.clone())
            .collect();
        state.now.add(now);
        state.read.insert(path);
        let writes = self.using == Use::Write;
        let prints = crate::report::fingerprint::fingerprints(audited);
        Ok(prints
            .iter()
            .map(|print| !writes && new.contains(print))
            .collect())
    }

    /// Reads a baseline, so that one that is missing or wrong is told before
    /// the articles are read.
    pub(super) fn open(&mut self, file: &Path) -> Result<(), CliError> {
        self.state(file).map(|_| ())
    }

    fn state(&mut self, file: &Path) -> Result<&mut State, CliError> {
        if !self.files.contains_key(file) {
            let known = read(file, self.using)?;
            let state = State {
                known,
                ..State::default()
            };
            self.files.insert(file.to_path_buf(), state);
        }
        Ok(self.files.entry(file.to_path_buf()).or_default())
    }

    /// Writes what is to be written, and tells of entries that are stale.
    pub(super) fn finish(mut self, quiet: bool, streams: &mut Streams) -> Result<(), CliError> {
        for (file, state) in &mut self.files {
            let name = file.to_string_lossy().into_owned();
            let before = state.known.len();
            let (read, now) = (&state.read, &state.now);
            let is_current = |known: &Known| match read.contains(&known.path) {
                true => now.knows(known),
                false => folder(file).join(&known.path).exists(),
            };
            match self.using {
                Use::Read => {
                    let stale = state.known.entries().filter(|known| !is_current(known));
                    let stale = stale.count();
                    if stale > 0 && !quiet {
                        let are = if stale == 1 { "is" } else { "are" };
                        let entries = entries(stale);
                        writeln!(
                            streams.err,
                            "{entries} of `{name}` {are} stale: `--prune-baseline` takes them out"
                        )?;
                    }
                }
                Use::Prune => {
                    state.known.retain(is_current);
                    write(file, &state.known, streams)?;
                    let gone = before - state.known.len();
                    if !quiet {
                        writeln!(streams.err, "{} taken out of `{name}`", entries(gone))?;
                    }
                }
                Use::Write => {
                    state.known.retain(|known| !read.contains(&known.path));
                    state.known.retain(is_current);
                    state.known.add(state.now.clone());
                    write(file, &state.known, streams)?;
                    if !quiet {
                        let entries = entries(state.known.len());
                        writeln!(streams.err, "{entries} written to `{name}`")?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn entries(n: usize) -> String {
    match n {
        1 => "1 entry".to_owned(),
        _ => format!("{n} entries"),
    }
}

fn read(file: &Path, using: Use) -> Result<Baseline, CliError> {
    let name = file.to_string_lossy();
    if using == Use::Write && !file.exists() {
        return Ok(Baseline::default());
    }
    if !file.exists() {
        return Err(CliError::MissingBaseline { path: name.into() });
    }
    let text = fs::read_to_string(file).map_err(|error| CliError::unreadable(&name, &error))?;
    Baseline::read(&text).map_err(|why| CliError::WrongBaseline {
        path: name.into(),
        why,
    })
}

fn write(file: &Path, baseline: &Baseline, streams: &mut Streams) -> Result<(), CliError> {
    let mut out = Output::open(Some(file), streams.out)?;
    out.write_all(baseline.write().as_bytes())?;
    out.finish()
}

fn folder(file: &Path) -> PathBuf {
    let file = absolute(file);
    file.parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// An article's path from a baseline's folder, with `/` between its parts.
fn path_in(file: &Path, article: &str) -> String {
    let whole = absolute(Path::new(article));
    let folder = folder(file);
    let path = whole.strip_prefix(&folder).unwrap_or(&whole);
    path.to_string_lossy().replace('\\', "/")
}
