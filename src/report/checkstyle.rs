//! The Checkstyle report is XML that many build servers and editors read.

use std::fmt::Write as _;

use super::Run;
use super::region::{Region, placed};
use super::xml::escaped;
use crate::finding::Severity;

/// The whole run as one XML document.
pub fn render(run: &Run) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<checkstyle version=\"4.3\">\n");
    for document in run.documents.iter().filter(|d| !d.findings.is_empty()) {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  <file name=\"{}\">", escaped(&document.source.name));
        for (finding, Region { start, .. }) in placed(document) {
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "info",
            };
            let _ = writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" \
                 source=\"addup.{}\"/>",
                start.line,
                start.column,
                escaped(&finding.message),
                escaped(&finding.rule),
            );
        }
        out.push_str("  </file>\n");
    }
    out.push_str("</checkstyle>\n");
    out
}
