//! Examples are the texts with which a rule file says what its rule does: in
//! those under `flags` it must find something, in those under `accepts`
//! nothing.

use std::ops::Range;

use jiff::civil::Date;

use super::Rule;
use super::error::{Fault, RuleError};
use super::shelf::Shelf;
use crate::article::Article;
use crate::audit::audit;
use crate::finding::Finding;
use crate::source::{Format, Source};

/// A text under `flags` or `accepts`.
#[derive(Clone, Debug)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The date it is read against.
    pub date: Option<Date>,
    /// The name of its file, which may hold a date and tell the format.
    pub path: Option<String>,
    /// Its format, where the name does not tell.
    pub format: Option<Format>,
    /// Where it stands in the rule file, in bytes `[start, end)`.
    pub place: Range<usize>,
}

impl Example {
    /// The text as a source: plain text but for what `path` and `format` say.
    pub fn source(&self) -> Source {
        let name = self.path.as_deref().unwrap_or("example");
        let mut source = Source::new(name, self.text.as_str());
        source.date = self.date;
        if let Some(format) = self.format {
            source.format = format;
        }
        source
    }
}

/// What the rule finds in one of its examples.
pub fn findings(
    shelf: &Shelf,
    rule: &Rule,
    example: &Example,
    read: impl for<'s> Fn(&'s Source) -> Article<'s>,
) -> Vec<Finding> {
    let source = example.source();
    audit(&read(&source), shelf, &[rule])
}

/// Runs a rule's examples: an error for each text under `flags` in which it
/// finds nothing, and for each under `accepts` in which it finds something.
pub fn check_examples(
    shelf: &Shelf,
    rule: &Rule,
    read: impl for<'s> Fn(&'s Source) -> Article<'s>,
) -> Vec<RuleError> {
    let mut errors = Vec::new();
    for example in &rule.flags {
        if findings(shelf, rule, example, &read).is_empty() {
            let fault = Fault::NotFlagged(rule.id.clone());
            errors.push(rule.sheet.error(example.place.clone(), fault));
        }
    }
    for example in &rule.accepts {
        if let Some(finding) = findings(shelf, rule, example, &read).into_iter().next() {
            let fault = Fault::Flagged {
                rule: rule.id.clone(),
                message: finding.message,
            };
            let error = rule.sheet.error(example.place.clone(), fault);
            errors.push(error.with_help(finding.help));
        }
    }
    errors
}
