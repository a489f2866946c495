//! STUB of a colleague's module.
use super::example::Example;
use crate::finding::Severity;
use crate::lexicon::Lexicon;

/// Stub.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Stub.
    Recommended,
    /// Stub.
    Newsroom,
    /// Stub.
    Science,
    /// Stub.
    Strict,
}

impl Profile {
    /// Stub.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Recommended => "recommended",
            Profile::Newsroom => "newsroom",
            Profile::Science => "science",
            Profile::Strict => "strict",
        }
    }
}

/// Stub.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Stub.
    pub id: String,
    /// Stub.
    pub family: String,
    /// Stub.
    pub summary: String,
    /// Stub.
    pub severity: Severity,
    /// Stub.
    pub profiles: Vec<Profile>,
    /// Stub.
    pub why: String,
    /// Stub.
    pub limits: Option<String>,
    /// Stub.
    pub flags: Vec<Example>,
    /// Stub.
    pub accepts: Vec<Example>,
}

/// Stub.
#[derive(Clone, Debug)]
pub struct RuleText {
    /// Stub.
    pub path: String,
    /// Stub.
    pub text: String,
}

/// Stub.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
#[error("{0}")]
pub struct RuleError(pub String);

/// Stub.
#[derive(Debug)]
pub struct Shelf {
    rules: Vec<Rule>,
    lexicon: Lexicon,
}

impl Shelf {
    /// Stub.
    pub fn shipped() -> Shelf {
        let example = |text: &str| Example {
            text: text.into(),
            ..Example::default()
        };
        let rules = vec![Rule {
            id: "percent-of-whole".into(),
            family: "percent".into(),
            summary: "A percentage disagrees with the part and the whole given beside it".into(),
            severity: Severity::Error,
            profiles: vec![Profile::Recommended],
            why: "A part of a whole is one percentage, whichever way it is rounded.\n".into(),
            limits: None,
            flags: vec![example("Twelve of the 40 schools (25%) failed.")],
            accepts: vec![example("Seventeen of the 40 schools (42%) failed.")],
        }];
        Shelf {
            rules,
            lexicon: Lexicon::of_grammar(),
        }
    }
    /// Stub.
    pub fn load(texts: Vec<RuleText>) -> Result<Shelf, Vec<RuleError>> {
        Shelf::shipped_with(texts)
    }
    /// Stub.
    pub fn shipped_with(extra: Vec<RuleText>) -> Result<Shelf, Vec<RuleError>> {
        match extra.iter().find(|e| !e.text.contains("id:")) {
            Some(e) => Err(vec![RuleError(format!("`{}` has no id", e.path))]),
            None => Ok(Shelf::shipped()),
        }
    }
    /// Stub.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
    /// Stub.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
