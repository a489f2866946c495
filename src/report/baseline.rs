//! A baseline is the list of findings that are known and not reported again,
//! so that a newsroom can begin with what is new.
//!
//! It is JSON with an entry a line, sorted, so that it reads well in a diff.
//! An entry is known by its path, rule and [fingerprint](super::fingerprint),
//! not by its line; the message is there for people.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Audited;
use super::fingerprint::fingerprints;
use super::json::line;

/// The version of the file's form.
const VERSION: u32 = 1;

/// Findings that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeSet<Known>,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Known {
    /// The article, from the baseline's folder, with `/` between its parts.
    pub path: String,
    /// The rule.
    pub rule: String,
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// What was said of it.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Known>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn read(text: &str) -> Result<Baseline, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != VERSION {
            return Err(format!("its version is {}, not {VERSION}", file.version));
        }
        Ok(Baseline {
            entries: file.findings.into_iter().collect(),
        })
    }

    /// The baseline as it is written.
    pub fn write(&self) -> String {
        let entries: Vec<String> = self.entries.iter().map(line).collect();
        match entries.len() {
            0 => format!("{{\"version\": {VERSION}, \"findings\": []}}\n"),
            _ => format!(
                "{{\"version\": {VERSION}, \"findings\": [\n{}\n]}}\n",
                entries.join(",\n")
            ),
        }
    }

    /// What a baseline knows of an article after this run, `path` being the
    /// article's in the baseline.
    pub fn of(audited: &Audited, path: &str) -> Baseline {
        let findings = audited.findings.iter().zip(fingerprints(audited));
        let entries = findings.map(|(finding, fingerprint)| Known {
            path: path.to_owned(),
            rule: finding.rule.clone(),
            fingerprint,
            message: finding.message.clone(),
        });
        Baseline {
            entries: entries.collect(),
        }
    }

    /// Its entries, by path, rule and fingerprint.
    pub fn entries(&self) -> impl Iterator<Item = &Known> {
        self.entries.iter()
    }

    /// Whether it knows a finding, whatever is said of it now.
    pub fn knows(&self, finding: &Known) -> bool {
        let same = |known: &Known| {
            (&known.path, &known.rule, &known.fingerprint)
                == (&finding.path, &finding.rule, &finding.fingerprint)
        };
        let from = Known {
            message: String::new(),
            ..finding.clone()
        };
        self.entries.range(from..).next().is_some_and(same)
    }

    /// Leaves the entries that are wanted.
    pub fn retain(&mut self, wanted: impl FnMut(&Known) -> bool) {
        self.entries.retain(wanted);
    }

    /// Takes over another's entries.
    pub fn add(&mut self, other: Baseline) {
        self.entries.extend(other.entries);
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
