//! Examples are the texts with which a rule file says what its rule does: in
//! those under `flags` it must find something, in those under `accepts`
//! nothing. What it still gets wrong stands under `noisy` (it finds something,
//! and should not) and `missing` (it finds nothing, and should).

use std::ops::Range;

use jiff::civil::Date;

use super::Rule;
use super::error::{Fault, RuleError};
use super::shelf::Shelf;
use crate::article::Article;
use crate::audit::audit;
use crate::finding::Finding;
use crate::source::{Format, Source};

/// A text under `flags`, `accepts`, `noisy` or `missing`.
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
/// finds nothing, and for each under `accepts` in which it finds something. So
/// with known faults: what no longer behaves as `noisy` or `missing` says is an
/// error, so that the list stays true.
pub fn check_examples(
    shelf: &Shelf,
    rule: &Rule,
    read: impl for<'s> Fn(&'s Source) -> Article<'s>,
) -> Vec<RuleError> {
    let first = |example| findings(shelf, rule, example, &read).into_iter().next();
    let error = |example: &Example, fault, help| {
        let error = rule.sheet.error(example.place.clone(), fault);
        error.with_help(help)
    };
    let mut errors = Vec::new();
    for example in &rule.flags {
        if first(example).is_none() {
            let fault = Fault::NotFlagged(rule.id.clone());
            errors.push(error(example, fault, None));
        }
    }
    for example in &rule.accepts {
        if let Some(Finding { message, help, .. }) = first(example) {
            let rule = rule.id.clone();
            errors.push(error(example, Fault::Flagged { rule, message }, help));
        }
    }
    for example in &rule.noisy {
        if first(example).is_none() {
            let fault = Fault::NoLongerNoisy(rule.id.clone());
            let help = "the fault is mended: move the sentence to `accepts`";
            errors.push(error(example, fault, Some(help.to_owned())));
        }
    }
    for example in &rule.missing {
        if let Some(Finding { message, .. }) = first(example) {
            let rule = rule.id.clone();
            let fault = Fault::NoLongerMissing { rule, message };
            let help = "the fault is mended: move the sentence to `flags`";
            errors.push(error(example, fault, Some(help.to_owned())));
        }
    }
    errors
}
