//! The short report gives each finding one line, as compilers do, so that
//! editors can jump to it: `path:line:column: severity[rule] message`.

use std::fmt::Write as _;

use super::position::{Lines, Position};
use super::{Audited, plain};

/// One line for each finding.
///
/// ```
/// use addup::finding::{Finding, Label, Severity};
/// use addup::report::{Audited, short};
/// use addup::source::Source;
/// use addup::span::Span;
///
/// let source = Source::new("a.txt", "Twelve of the 40 schools (25%)");
/// let finding = Finding {
///     rule: "percent-of-whole".into(),
///     severity: Severity::Error,
///     message: "12 of 40 is 30%, but the text says 25%".into(),
///     help: None,
///     labels: vec![Label { span: Span::new(26, 29), note: None, primary: true }],
/// };
/// let audited = Audited { source: &source, findings: vec![finding], sentences: vec![], proof: None };
/// assert_eq!(
///     short::render(&audited),
///     "a.txt:1:27: error[percent-of-whole] 12 of 40 is 30%, but the text says 25%\n",
/// );
/// ```
pub fn render(audited: &Audited) -> String {
    if audited.findings.is_empty() {
        return String::new();
    }
    let lines = Lines::new(&audited.source.text);
    let name = plain(&audited.source.name);
    let mut out = String::new();
    for finding in &audited.findings {
        let place = finding
            .primary()
            .map_or(0, |label| label.span.range().start);
        let Position { line, column } = lines.position(place);
        let severity = finding.severity.name();
        let message = plain(&finding.message);
        let rule = &finding.rule;
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{name}:{line}:{column}: {severity}[{rule}] {message}");
    }
    out
}
