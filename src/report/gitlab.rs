//! The GitLab report is for its code quality widget: a JSON list of findings,
//! each with a fingerprint by which a merge request tells new ones from old.

use serde_json::{Value, json};

use super::fingerprint::{fingerprints, with_path};
use super::region::{Region, placed};
use super::{Audited, Run};
use crate::finding::Severity;

/// The whole run as one list.
pub fn render(run: &Run) -> String {
    let all: Vec<Value> = run.documents.iter().flat_map(of_document).collect();
    super::json::line(&all) + "\n"
}

fn of_document(document: &Audited) -> Vec<Value> {
    let path = document.source.name.replace('\\', "/");
    let path = path.trim_start_matches("./");
    let findings = placed(document).into_iter().zip(fingerprints(document));
    findings
        .map(|((finding, Region { start, end }), fingerprint)| {
            json!({
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": with_path(&fingerprint, path),
                "severity": match finding.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Advice => "info",
                },
                "location": {
                    "path": path,
                    "lines": {"begin": start.line, "end": end.line},
                },
            })
        })
        .collect()
}
