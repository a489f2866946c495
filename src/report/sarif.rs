//! The SARIF report (2.1.0) is for code scanning: every finding with its
//! rule, all its places, and a fingerprint by which it is known again.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::fingerprint::fingerprints;
use super::position::Lines;
use super::region::Region;
use super::{About, Audited, Run};
use crate::finding::{Finding, Label, Severity};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The key under which fingerprints stand; its number changes with their
/// making.
const FINGERPRINT: &str = "addup/v1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [RunObject; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunObject {
    tool: Value,
    /// Columns are counted as [`Position`](super::position::Position) does.
    column_kind: &'static str,
    results: Vec<ResultObject>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Value,
    locations: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    partial_fingerprints: Map<String, Value>,
}

/// The whole run as one SARIF log.
pub fn render(run: &Run) -> String {
    let abouts = run.abouts();
    let mut results = Vec::new();
    for document in run.documents.iter().filter(|d| !d.findings.is_empty()) {
        results.extend(of_document(document, &abouts));
    }
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [RunObject {
            tool: json!({"driver": {
                "name": "addup",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": abouts.iter().map(descriptor).collect::<Vec<Value>>(),
            }}),
            column_kind: "unicodeCodePoints",
            results,
        }],
    };
    super::json::line(&log) + "\n"
}

fn of_document(document: &Audited, abouts: &[About]) -> Vec<ResultObject> {
    let lines = Lines::new(&document.source.text);
    let uri = uri(&document.source.name);
    let findings = document.findings.iter().zip(fingerprints(document));
    findings
        .map(|(finding, fingerprint)| ResultObject {
            rule_id: finding.rule.clone(),
            rule_index: abouts
                .iter()
                .position(|about| about.id == finding.rule)
                .unwrap_or_default(),
            level: level(finding.severity),
            message: json!({"text": message(finding)}),
            locations: finding
                .primary()
                .map(|label| location(label, &lines, &uri, None))
                .into_iter()
                .collect(),
            related_locations: related(finding)
                .enumerate()
                .map(|(n, label)| location(label, &lines, &uri, Some(n + 1)))
                .collect(),
            partial_fingerprints: Map::from_iter([(
                FINGERPRINT.to_owned(),
                Value::from(fingerprint),
            )]),
        })
        .collect()
}

/// The labels beside the primary one.
fn related(finding: &Finding) -> impl Iterator<Item = &Label> {
    let primary = finding.primary().map(|label| label.span);
    let labels = finding.labels.iter();
    labels.filter(move |label| Some(label.span) != primary)
}

fn location(label: &Label, lines: &Lines, uri: &str, id: Option<usize>) -> Value {
    let Region { start, end } = Region::of(lines, label.span);
    let mut location = json!({"physicalLocation": {
        "artifactLocation": {"uri": uri},
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "snippet": {"text": &lines.text()[label.span.range()]},
        },
    }});
    if let Some(id) = id {
        location["id"] = id.into();
    }
    if let Some(note) = &label.note {
        location["message"] = json!({"text": note});
    }
    location
}

fn descriptor(about: &About) -> Value {
    let mut descriptor = json!({
        "id": about.id,
        "shortDescription": {"text": about.summary},
        "defaultConfiguration": {"level": level(about.severity)},
    });
    if let Some(why) = about.why {
        descriptor["fullDescription"] = json!({"text": why.trim_end()});
        descriptor["help"] = json!({"text": why.trim_end(), "markdown": why.trim_end()});
    }
    if let Some(family) = about.family {
        descriptor["properties"] = json!({"tags": [family]});
    }
    descriptor
}

fn message(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}\n{}", finding.message, help.trim_end()),
        None => finding.message.clone(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A path as a URI: `/` between its parts, and what URIs do not have written
/// as `%20`.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => uri.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
