//! What can go wrong in a run, as opposed to in an article.

use std::io;

use miette::Diagnostic;
use thiserror::Error;

use crate::rule::RuleError;
use crate::source::SourceError;

/// Why a run failed, wholly or for one file.
#[derive(Debug, Error, Diagnostic)]
pub enum CliError {
    /// A path given on the command line that leads nowhere.
    #[error("there is no file or folder `{path}`")]
    NoSuchPath {
        /// The path as typed.
        path: String,
    },
    /// A file or folder that cannot be read.
    #[error("`{path}` cannot be read: {why}")]
    Unreadable {
        /// The file.
        path: String,
        /// The system's words.
        why: String,
    },
    /// A file that is no text.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Source(#[from] SourceError),
    /// A name that is neither a rule nor a family of rules.
    #[error("no rule or family of rules is named `{name}`")]
    UnknownRule {
        /// The name as typed.
        name: String,
        /// The nearest name that there is.
        #[help]
        help: Option<String>,
    },
    /// A report in a format that there is none of.
    #[error("no format is named `{name}`")]
    UnknownFormat {
        /// The name as typed.
        name: String,
        /// The nearest name, or all.
        #[help]
        help: String,
    },
    /// A batch with reports beside its answers.
    #[error("`--jsonl` writes its answers only, and no report beside them")]
    #[diagnostic(help("name one file without a format, or none"))]
    BatchReports,
    /// A baseline that was never written.
    #[error("there is no baseline `{path}`")]
    #[diagnostic(help("`--write-baseline` writes it"))]
    MissingBaseline {
        /// The file.
        path: String,
    },
    /// A file that is no baseline.
    #[error("`{path}` is no baseline: {why}")]
    #[diagnostic(help("`--write-baseline` writes a new one where none is"))]
    WrongBaseline {
        /// The file.
        path: String,
        /// Why not.
        why: String,
    },
    /// A baseline to be written, and no name for it.
    #[error("no baseline is named")]
    #[diagnostic(help("name it with `--baseline FILE`, or `baseline: FILE` in addup.yaml"))]
    NoBaseline,
    /// A name that no rule can have.
    #[error("`{name}` is no rule id")]
    #[diagnostic(help("write small letters and digits, with hyphens between words"))]
    NoRuleId {
        /// The name as typed.
        name: String,
    },
    /// A folder of rules without a rule file.
    #[error("`{path}` holds no rule file")]
    #[diagnostic(help("rule files end in .yaml or .yml"))]
    NoRules {
        /// The folder.
        path: String,
    },
    /// Rule files that are wrong, each error pointing into its file.
    #[error("{} of the rules", count(.0.len()))]
    Rules(Vec<RuleError>),
    /// Configurations that are wrong, each error pointing into its file.
    #[error("{} of the configuration", count(.0.len()))]
    Config(Vec<RuleError>),
    /// A file that cannot be written.
    #[error("`{path}` cannot be written: {why}")]
    Unwritable {
        /// The file.
        path: String,
        /// The system's words.
        why: String,
    },
    /// A stream that cannot be written.
    #[error("the results cannot be written: {0}")]
    Write(#[from] io::Error),
    /// Threads that cannot be started.
    #[error("no threads can be started: {0}")]
    #[diagnostic(help("try `--jobs 1`"))]
    Threads(String),
    /// A document that broke the program.
    #[error("internal error in `{name}`: {message}")]
    #[diagnostic(help("this is a fault of addup, not of the article: please report it"))]
    Internal {
        /// The document.
        name: String,
        /// What broke, and where in the program.
        message: String,
    },
}

fn count(n: usize) -> String {
    match n {
        1 => "1 error".to_owned(),
        _ => format!("{n} errors"),
    }
}

impl CliError {
    /// What is drawn of it: itself, or each of its errors.
    pub(super) fn diagnostics(&self) -> Vec<&dyn Diagnostic> {
        match self {
            CliError::Rules(errors) | CliError::Config(errors) => {
                errors.iter().map(|e| e as &dyn Diagnostic).collect()
            }
            other => vec![other],
        }
    }

    /// The error of a path that was given and cannot be read.
    pub(super) fn unreadable(path: &str, error: &io::Error) -> CliError {
        match error.kind() {
            io::ErrorKind::NotFound => CliError::NoSuchPath { path: path.into() },
            _ => CliError::Unreadable {
                path: path.into(),
                why: plain(error),
            },
        }
    }
}

/// The system's words without its number.
pub(super) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or_default();
    words.to_lowercase()
}
