//! The JSON report is for other programs: the findings with the bytes, lines
//! and columns of every label.
//!
//! A batch has one [`record`] a line; `--format json` has all documents of a
//! run in one object, [`document`]s under `{"version": 1, "documents": [...]}`.

use serde::Serialize;

use super::Audited;
use super::position::{Lines, Position};
use crate::finding::{Finding, Label};

/// What `--format json` writes before its documents, which commas separate.
pub const HEAD: &str = "{\"version\":1,\"documents\":[";

/// What `--format json` writes after its documents.
pub const TAIL: &str = "]}\n";

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    findings: Vec<FindingObject<'a>>,
}

#[derive(Serialize)]
struct Record<'a, I> {
    id: &'a I,
    findings: Vec<FindingObject<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(flatten)]
    finding: FindingObject<'a>,
}

#[derive(Serialize)]
struct FindingObject<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    labels: Vec<LabelObject<'a>>,
}

#[derive(Serialize)]
struct LabelObject<'a> {
    start: u32,
    end: u32,
    line: usize,
    column: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    primary: bool,
}

/// One document of `--format json`: `{"path", "findings"}`.
pub fn document(audited: &Audited) -> String {
    line(&Document {
        path: &audited.source.name,
        findings: objects(audited),
    })
}

/// One line for each finding, with the path of its document:
/// `{"path", "rule", "severity", "message", ...}`.
pub fn lines(audited: &Audited) -> String {
    let path = &audited.source.name;
    let objects = objects(audited).into_iter();
    objects
        .map(|finding| line(&Line { path, finding }) + "\n")
        .collect()
}

/// One record of a batch: `{"id", "findings"}`.
pub fn record(id: &impl Serialize, audited: &Audited) -> String {
    line(&Record {
        id,
        findings: objects(audited),
    })
}

fn objects<'a>(audited: &'a Audited) -> Vec<FindingObject<'a>> {
    if audited.findings.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(&audited.source.text);
    let object = |finding: &'a Finding| FindingObject {
        rule: &finding.rule,
        severity: finding.severity.name(),
        message: &finding.message,
        help: finding.help.as_deref(),
        labels: finding.labels.iter().map(|l| label(l, &lines)).collect(),
    };
    audited.findings.iter().map(object).collect()
}

fn label<'a>(label: &'a Label, lines: &Lines<'a>) -> LabelObject<'a> {
    let Position { line, column } = lines.position(label.span.start as usize);
    LabelObject {
        start: label.span.start,
        end: label.span.end,
        line,
        column,
        text: &lines.text()[label.span.range()],
        note: label.note.as_deref(),
        primary: label.primary,
    }
}

pub(super) fn line(object: &impl Serialize) -> String {
    serde_json::to_string(object).expect("strings and numbers can always be written as JSON")
}
