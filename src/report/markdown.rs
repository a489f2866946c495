//! The Markdown report is a comment on a pull request, or a job's summary.

use std::fmt::Write as _;

use super::Run;
use super::region::{Region, placed};

/// The whole run as one comment.
pub fn render(run: &Run) -> String {
    // Writing to a string cannot fail.
    let mut out = format!("### addup: {}\n", run.tally);
    for document in run.documents.iter().filter(|d| !d.findings.is_empty()) {
        let _ = writeln!(out, "\n**{}**\n", escaped(&document.source.name));
        for (finding, Region { start, .. }) in placed(document) {
            let _ = writeln!(
                out,
                "- line {}: **{}** {} (`{}`)",
                start.line,
                finding.severity.name(),
                escaped(&finding.message),
                finding.rule,
            );
            for help in finding.help.iter().flat_map(|help| help.lines()) {
                let _ = writeln!(out, "  <br>{}", escaped(help));
            }
        }
    }
    out
}

/// The text with nothing in it that Markdown would read as its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' | '@' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
