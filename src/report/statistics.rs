//! Statistics say how often each rule found something.

use std::fmt::Write as _;

use super::Run;

/// A line for each rule that found something, the most frequent first.
pub fn render(run: &Run) -> String {
    let mut rows: Vec<_> = run
        .abouts()
        .into_iter()
        .map(|about| {
            let findings = run.documents.iter().flat_map(|d| &d.findings);
            let count = findings.filter(|finding| finding.rule == about.id).count();
            (count, about)
        })
        .collect();
    rows.sort_by(|(left, one), (right, other)| right.cmp(left).then(one.id.cmp(other.id)));
    let digits = rows.first().map_or(0, |(count, _)| count.to_string().len());
    let widest = rows.iter().map(|(_, about)| about.id.len()).max();
    let widest = widest.unwrap_or_default();
    let mut out = String::new();
    for (count, about) in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{count:digits$}  {:widest$}  {}",
            about.id, about.summary
        );
    }
    out
}
