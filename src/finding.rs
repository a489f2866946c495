//! A finding is one inconsistency: a relation that no reading can satisfy.

use crate::span::Span;

/// One inconsistency.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How sure it is.
    pub severity: Severity,
    /// One line, true on its own.
    pub message: String,
    /// The arithmetic, or what would mend it.
    pub help: Option<String>,
    /// The places concerned, in text order; exactly one is primary.
    pub labels: Vec<Label>,
}

/// A place in the source with a short note.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What it was read as.
    pub note: Option<String>,
    /// Whether the finding is reported here.
    pub primary: bool,
}

/// How sure a finding is. Later ones are graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// House style, or a doubt.
    Advice,
    /// Impossible in the likely reading.
    Warning,
    /// Impossible in every reading.
    Error,
}

/// Puts findings in the order in which they are reported: of their primary
/// places, then of rule ids.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|left, right| {
        let key = |finding: &Finding| {
            let primary = finding.labels.iter().find(|label| label.primary);
            primary.map(|label| label.span)
        };
        (key(left), &left.rule, &left.message).cmp(&(key(right), &right.rule, &right.message))
    });
}

impl Finding {
    /// The label at which it is reported.
    pub fn primary(&self) -> Option<&Label> {
        let primary = self.labels.iter().find(|label| label.primary);
        primary.or(self.labels.first())
    }
}

impl Severity {
    /// `advice`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}
