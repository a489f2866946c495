//! A region is where a label begins and ends, in lines and columns.

use super::Audited;
use super::position::{Lines, Position};
use crate::finding::Finding;
use crate::span::Span;

/// Where something begins, and the position just past it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) start: Position,
    pub(super) end: Position,
}

impl Region {
    pub(super) fn of(lines: &Lines, span: Span) -> Region {
        Region {
            start: lines.position(span.range().start),
            end: lines.position(span.range().end),
        }
    }

    /// Where a finding is reported.
    pub(super) fn primary(lines: &Lines, finding: &Finding) -> Region {
        let primary = finding.primary().map(|label| label.span);
        Region::of(lines, primary.unwrap_or_default())
    }
}

/// The findings of a document with the places where they are reported.
pub(super) fn placed<'a>(document: &'a Audited) -> Vec<(&'a Finding, Region)> {
    if document.findings.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(&document.source.text);
    let findings = document.findings.iter();
    findings
        .map(|finding| (finding, Region::primary(&lines, finding)))
        .collect()
}
