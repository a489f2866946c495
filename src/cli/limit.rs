//! Limits that audits reached are told on standard error, a line each, since
//! silence beyond them proves nothing. That more claims agree than are compared
//! happens in every text with a table of prices: it is only counted, and told
//! with `--statistics`.

use std::io::{self, Write};

use crate::audit::Limit;
use crate::report::plain;
use crate::report::position::Lines;
use crate::source::Source;

/// So many are told of a run; the others are counted.
const MOST_TOLD: usize = 10;

/// Whether claims were too many to be compared.
pub(super) fn has_many_claims(limits: &[Limit]) -> bool {
    limits.iter().any(is_of_claims)
}

fn is_of_claims(limit: &Limit) -> bool {
    matches!(limit, Limit::ManyClaims { .. })
}

/// A line for each other limit: `a.md:12: a sentence of more than 400 tokens was
/// read in pieces`.
pub(super) fn told(source: &Source, limits: &[Limit]) -> Vec<String> {
    if limits.iter().all(is_of_claims) {
        return Vec::new();
    }
    let lines = Lines::new(&source.text);
    let name = plain(&source.name);
    let limits = limits.iter().filter(|limit| !is_of_claims(limit));
    limits
        .map(|limit| {
            let line = lines.position(limit.span().start as usize).line;
            format!("{name}:{line}: {limit}")
        })
        .collect()
}

/// Writes the first of these lines, and how many more there are.
pub(super) fn write<'a>(
    told: impl Iterator<Item = &'a String>,
    err: &mut dyn Write,
) -> io::Result<()> {
    let mut told = told;
    for line in told.by_ref().take(MOST_TOLD) {
        writeln!(err, "{line}")?;
    }
    match told.count() {
        0 => Ok(()),
        1 => writeln!(err, "1 more bound was reached"),
        more => writeln!(err, "{more} more bounds were reached"),
    }
}
