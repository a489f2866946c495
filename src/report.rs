//! A report is what was found, written for a reader: a person at a terminal,
//! an editor that jumps to a line, or another program.
//!
//! Each format has a file and a `render` of its own: [`graphical`] draws every
//! finding on an excerpt of its article, [`short`] gives each a line, [`json`]
//! is for programs; [`sarif`], [`github`], [`gitlab`], [`junit`],
//! [`checkstyle`], [`rdjson`] and [`markdown`] are for the places in which
//! changes are reviewed; [`html`] is the page that an editor works from. [`numbers`] is the other report: every number and date
//! as it was understood.
//!
//! Only here are bytes turned into lines and columns (see [`position`]).

pub mod baseline;
pub mod checkstyle;
#[cfg(feature = "cli")]
pub mod excerpt;
pub mod fingerprint;
pub mod github;
pub mod gitlab;
#[cfg(feature = "cli")]
pub mod graphical;
pub mod html;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod numbers;
pub mod position;
pub mod proof;
pub mod rdjson;
mod region;
pub mod sarif;
pub mod schema;
pub mod short;
pub mod statistics;
mod xml;

use std::borrow::Cow;
use std::fmt;

use self::proof::Proof;
use crate::article::Article;
use crate::finding::{Finding, Severity};
use crate::rule::Rule;
use crate::source::Source;
use crate::span::Span;
use crate::suppression::{UNUSED_SUMMARY, UNUSED_WHY};

/// A source with what was found in it: what a report is made from.
#[derive(Clone, Debug)]
pub struct Audited<'s> {
    /// The article.
    pub source: &'s Source,
    /// What was found, in the order in which it is reported.
    pub findings: Vec<Finding>,
    /// The sentences that hold a label, in text order. An excerpt of a long
    /// line is cut to them; without any it is cut to the words around.
    pub sentences: Vec<Span>,
    /// The article as it is set, where a report shows the whole of it.
    pub proof: Option<&'s Proof>,
}

impl<'s> Audited<'s> {
    /// The findings of an article, with the sentences they stand in.
    pub fn new(article: &Article<'s>, findings: Vec<Finding>) -> Audited<'s> {
        let mut sentences: Vec<Span> = findings
            .iter()
            .flat_map(|finding| &finding.labels)
            .flat_map(|label| sentences_of(article, label.span))
            .collect();
        sentences.sort_unstable();
        sentences.dedup();
        Audited {
            source: article.document.source,
            findings,
            sentences,
            proof: None,
        }
    }
}

/// Everything that a run found.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// What was found in each source.
    pub documents: Vec<Audited<'a>>,
    /// The rules that were run, for formats that tell what they are.
    pub rules: Vec<&'a Rule>,
    /// How much was found, shown or not.
    pub tally: Tally,
}

/// What a format tells of a rule that found something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About<'a> {
    pub(crate) id: &'a str,
    pub(crate) summary: &'a str,
    pub(crate) why: Option<&'a str>,
    /// `None` of what is no rule's finding.
    pub(crate) family: Option<&'a str>,
    pub(crate) severity: Severity,
}

impl Run<'_> {
    /// The rules that found something, sorted by id.
    pub(crate) fn abouts(&self) -> Vec<About<'_>> {
        let findings = self.documents.iter().flat_map(|d| &d.findings);
        let mut found: Vec<&str> = findings.map(|finding| finding.rule.as_str()).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|id| self.about(id)).collect()
    }

    pub(crate) fn about<'a>(&'a self, id: &'a str) -> About<'a> {
        match self.rules.iter().find(|rule| rule.id == id) {
            Some(rule) => About {
                id,
                summary: &rule.summary,
                why: rule.why.as_deref(),
                family: Some(rule.family()),
                severity: rule.severity,
            },
            None => About {
                id,
                summary: UNUSED_SUMMARY,
                why: Some(UNUSED_WHY),
                family: None,
                severity: Severity::Advice,
            },
        }
    }
}

/// The sentences that share a byte with the span.
fn sentences_of<'a>(article: &'a Article, span: Span) -> impl Iterator<Item = Span> + 'a {
    let sentences = &article.document.sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    sentences[first..]
        .iter()
        .map(|sentence| sentence.span)
        .take_while(move |sentence| sentence.start < span.end)
}

/// How many findings of each severity there are, and in how many files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity advice.
    pub advice: usize,
    /// Files read, with findings or without.
    pub files: usize,
}

impl Tally {
    /// The tally of one file.
    pub fn of(findings: &[Finding]) -> Tally {
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        Tally {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
            files: 1,
        }
    }

    /// The two together.
    #[must_use]
    pub fn plus(self, other: Tally) -> Tally {
        Tally {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            advice: self.advice + other.advice,
            files: self.files + other.files,
        }
    }

    /// What was found, without the files: `2 errors, 1 warning`.
    pub fn found(self) -> String {
        let parts = [
            (self.errors, plural(self.errors, "error", "errors")),
            (self.warnings, plural(self.warnings, "warning", "warnings")),
            (self.advice, plural(self.advice, "advice", "advice")),
        ];
        let parts = parts.into_iter().filter(|(n, _)| *n > 0);
        let parts: Vec<String> = parts.map(|(_, words)| words).collect();
        if parts.is_empty() {
            return "no findings".to_owned();
        }
        parts.join(", ")
    }

    /// Whether there is a finding of this severity or a graver one.
    pub fn reaches(self, severity: Severity) -> bool {
        match severity {
            Severity::Error => self.errors > 0,
            Severity::Warning => self.errors + self.warnings > 0,
            Severity::Advice => self.errors + self.warnings + self.advice > 0,
        }
    }
}

impl fmt::Display for Tally {
    /// `2 errors, 1 warning in 3 files`
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files = plural(self.files, "file", "files");
        write!(out, "{} in {files}", self.found())
    }
}

/// A number of things.
pub(crate) fn plural(n: usize, one: &str, several: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { several })
}

/// The text without characters that steer a terminal; a line break becomes a
/// blank.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(is_steering) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_steering(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// Control characters, and those that turn the direction of writing.
pub(crate) fn is_steering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
