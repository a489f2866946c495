//! The JUnit report shows articles as test suites: each finding is a test
//! that failed, an article without any is one that passed.
//!
//! Servers ask for times; those here are 0, since the same input gives the same
//! bytes.

use std::fmt::Write as _;

use super::region::{Region, placed};
use super::xml::escaped;
use super::{Audited, Run};

/// The whole run as one XML document.
pub fn render(run: &Run) -> String {
    let tests: usize = run.documents.iter().map(tests).sum();
    let failures: usize = run.documents.iter().map(|d| d.findings.len()).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<testsuites name=\"addup\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" \
         time=\"0\">"
    );
    for document in &run.documents {
        suite(document, &mut out);
    }
    out.push_str("</testsuites>\n");
    out
}

fn tests(document: &Audited) -> usize {
    document.findings.len().max(1)
}

fn suite(document: &Audited, out: &mut String) {
    let name = escaped(&document.source.name);
    let _ = writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">",
        tests(document),
        document.findings.len(),
    );
    if document.findings.is_empty() {
        let _ = writeln!(
            out,
            "    <testcase name=\"addup\" classname=\"{name}\" file=\"{name}\" time=\"0\"/>"
        );
    }
    for (finding, Region { start, .. }) in placed(document) {
        let rule = escaped(&finding.rule);
        let place = format!("{}:{}", start.line, start.column);
        let severity = finding.severity.name();
        let message = escaped(&finding.message);
        let mut text = format!("{}:{place}", document.source.name);
        if let Some(help) = &finding.help {
            text.push('\n');
            text.push_str(help.trim_end());
        }
        let text = escaped(&text);
        let _ = writeln!(
            out,
            "    <testcase name=\"{rule} {place}\" classname=\"{name}\" file=\"{name}\" \
             time=\"0\">\n      \
             <failure message=\"{message}\" type=\"{severity}\">{text}</failure>\n    \
             </testcase>",
        );
    }
    out.push_str("  </testsuite>\n");
}
