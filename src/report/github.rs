//! The GitHub report is workflow commands: each finding becomes an annotation
//! on its line of a pull request.
//!
//! `::error file=a.md,line=3,col=27,endLine=3,endColumn=30,title=ID::MESSAGE`

use std::fmt::Write as _;

use super::Audited;
use super::region::{Region, placed};
use crate::finding::Severity;

/// One command for each finding.
pub fn render(document: &Audited) -> String {
    let mut out = String::new();
    let file = property(&document.source.name);
    for (finding, Region { start, end }) in placed(document) {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        // Columns only mean something within one line.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            String::new()
        };
        let message = match &finding.help {
            Some(help) => format!("{}\n{}", finding.message, help.trim_end()),
            None => finding.message.clone(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "::{command} file={file},line={},endLine={}{columns},title={}::{}",
            start.line,
            end.line,
            property(&finding.rule),
            data(&message),
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
