//! STUB of a colleague's module.
use super::{Rule, RuleError, Shelf};

/// Stub.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Stub.
    pub text: String,
    /// Stub.
    pub date: Option<jiff::civil::Date>,
    /// Stub.
    pub path: Option<String>,
    /// Stub.
    pub format: Option<crate::source::Format>,
}

/// Stub.
pub fn check_examples(shelf: &Shelf, rule: &Rule) -> Vec<RuleError> {
    let _ = (shelf, rule);
    vec![]
}
