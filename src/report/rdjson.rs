//! The rdjson report is reviewdog's Diagnostic Format: comments on a pull
//! request of any host.

use serde_json::{Value, json};

use super::position::Lines;
use super::{Audited, Run};
use crate::finding::{Label, Severity};

/// The whole run as one JSON object.
pub fn render(run: &Run) -> String {
    let diagnostics: Vec<Value> = run.documents.iter().flat_map(of_document).collect();
    let result = json!({
        "source": {"name": "addup"},
        "diagnostics": diagnostics,
    });
    super::json::line(&result) + "\n"
}

fn of_document(document: &Audited) -> Vec<Value> {
    let lines = Lines::new(&document.source.text);
    let findings = document.findings.iter();
    findings
        .map(|finding| {
            let primary = finding.primary();
            let related = finding.labels.iter();
            let related = related.filter(|label| Some(label.span) != primary.map(|p| p.span));
            let related: Vec<Value> = related
                .map(|label| {
                    json!({
                        "message": label.note.as_deref().unwrap_or_default(),
                        "location": location(document, &lines, label),
                    })
                })
                .collect();
            let message = match &finding.help {
                Some(help) => format!("{}\n{}", finding.message, help.trim_end()),
                None => finding.message.clone(),
            };
            json!({
                "message": message,
                "location": primary.map(|label| location(document, &lines, label)),
                "severity": match finding.severity {
                    Severity::Error => "ERROR",
                    Severity::Warning => "WARNING",
                    Severity::Advice => "INFO",
                },
                "code": {"value": finding.rule},
                "related_locations": related,
            })
        })
        .collect()
}

fn location(document: &Audited, lines: &Lines, label: &Label) -> Value {
    json!({
        "path": document.source.name,
        "range": {
            "start": position(lines, label.span.range().start),
            "end": position(lines, label.span.range().end),
        },
    })
}

/// Reviewdog counts columns in bytes, from 1.
fn position(lines: &Lines, offset: usize) -> Value {
    json!({
        "line": lines.position(offset).line,
        "column": lines.byte_column(offset),
    })
}
