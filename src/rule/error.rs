//! A rule error is a place in a rule file, or in a configuration that names
//! rules, and what is wrong there.
//!
//! A wrong article is a finding; a wrong rule file is an error, and stops the
//! run. Each error points into its own YAML file, at the characters concerned,
//! also when these stand inside a pattern or an expression.

use std::ops::Range;
use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};
use thiserror::Error;

/// A place in a rule file and what is wrong there.
#[derive(Clone, Debug, Error, Diagnostic)]
#[error("{fault}")]
pub struct RuleError {
    fault: Fault,
    #[source_code]
    file: Arc<NamedSource<String>>,
    #[label("{note}")]
    place: SourceSpan,
    note: &'static str,
    #[help]
    help: Option<Box<str>>,
}

impl RuleError {
    pub(crate) fn new(
        file: Arc<NamedSource<String>>,
        place: Range<usize>,
        fault: Fault,
    ) -> RuleError {
        RuleError {
            note: fault.note(),
            fault,
            file,
            place: place.into(),
            help: None,
        }
    }

    pub(crate) fn with_help(mut self, help: Option<String>) -> RuleError {
        self.help = help.map(String::into_boxed_str);
        self
    }

    /// What is wrong.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        self.file.name()
    }

    /// The bytes of the file that are meant, `[start, end)`.
    pub fn place(&self) -> Range<usize> {
        self.place.offset()..self.place.offset() + self.place.len()
    }

    /// The text that the error points at.
    pub fn pointed_at(&self) -> &str {
        self.file.inner().get(self.place()).unwrap_or_default()
    }

    /// The line of the place, from 1.
    pub fn line(&self) -> usize {
        let before = self.file.inner().get(..self.place.offset());
        1 + before.unwrap_or_default().matches('\n').count()
    }

    /// The cure, where one is known.
    pub fn cure(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// What can be wrong in a rule file.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Fault {
    /// It is no YAML.
    #[error("this is not YAML: {0}")]
    Syntax(String),
    /// A key that this kind of file does not have.
    #[error("unknown key `{0}`")]
    UnknownKey(String),
    /// A key that stands twice in one mapping.
    #[error("the key `{0}` stands twice")]
    RepeatedKey(String),
    /// A key that must be there.
    #[error("the key `{0}` is missing")]
    MissingKey(String),
    /// A value of another shape than the key wants.
    #[error("expected {0}")]
    WrongType(String),
    /// A word where only certain words may stand.
    #[error("`{word}` is no {what}")]
    UnknownWord {
        /// What may stand here: severity, profile, key …
        what: &'static str,
        /// What stands here.
        word: String,
    },
    /// A name that no pattern of the rule binds.
    #[error("no pattern binds `{0}`")]
    UnknownCapture(String),
    /// A type of capture that there is none of.
    #[error("no capture type is named `{0}`")]
    UnknownSort(String),
    /// An `@name` that is neither a word class nor a phrase.
    #[error("`@{0}` is neither a word class nor a phrase")]
    UnknownClass(String),
    /// A phrase that no file defines.
    #[error("no phrase is named `{0}`")]
    UnknownPhrase(String),
    /// A pattern that does not follow the grammar, or cannot match.
    #[error("{0}")]
    Pattern(String),
    /// An expression or a message that does not make sense.
    #[error("{0}")]
    Expression(String),
    /// Two things of one name.
    #[error("there are two {what}s named `{name}`")]
    Duplicate {
        /// rule, phrase, word class.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// Phrases or word classes that are made of themselves.
    #[error("{what} `{name}` is made of itself: {path}")]
    Cyclic {
        /// phrase, word class.
        what: &'static str,
        /// The name.
        name: String,
        /// The way round: `a, b, a`.
        path: String,
    },
    /// Keys that exclude or want each other.
    #[error("{0}")]
    Combination(String),
    /// Fewer sentences that are accepted than flagged.
    #[error("{flags} sentences under `flags`, but {accepts} under `accepts`")]
    TooFewAccepts {
        /// Sentences that the rule flags.
        flags: usize,
        /// Sentences that it accepts.
        accepts: usize,
    },
    /// A sentence under `flags` in which the rule finds nothing.
    #[error("rule `{0}` finds nothing in this sentence under `flags`")]
    NotFlagged(String),
    /// A sentence under `accepts` in which the rule finds something.
    #[error("rule `{rule}` flags this sentence under `accepts`: {message}")]
    Flagged {
        /// The rule.
        rule: String,
        /// The finding's message.
        message: String,
    },
    /// A sentence under `noisy` in which the rule finds nothing any more.
    #[error("rule `{0}` no longer flags this sentence under `noisy`")]
    NoLongerNoisy(String),
    /// A sentence under `missing` in which the rule finds something now.
    #[error("rule `{rule}` now flags this sentence under `missing`: {message}")]
    NoLongerMissing {
        /// The rule.
        rule: String,
        /// The finding's message.
        message: String,
    },
    /// A path that leads nowhere.
    #[error("there is no file or folder `{0}`")]
    NoSuchPath(String),
    /// A date that no calendar has.
    #[error("`{0}` is no date")]
    NoDate(String),
}

impl Fault {
    /// The words beside the place.
    fn note(&self) -> &'static str {
        match self {
            Fault::Syntax(_) => "the trouble is here",
            Fault::UnknownKey(_) => "this key",
            Fault::RepeatedKey(_) => "the second one",
            Fault::MissingKey(_) => "in this mapping",
            Fault::UnknownCapture(_) => "this name",
            Fault::UnknownSort(_) => "this type",
            Fault::UnknownClass(_) | Fault::UnknownPhrase(_) => "this name",
            Fault::Duplicate { .. } => "the second one",
            Fault::Cyclic { .. } => "it comes round again here",
            Fault::NotFlagged(_) | Fault::NoLongerNoisy(_) => "no finding",
            Fault::Flagged { .. } | Fault::NoLongerMissing { .. } => "a finding",
            Fault::TooFewAccepts { .. } => "write as many near-misses",
            _ => "here",
        }
    }
}
