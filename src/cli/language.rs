//! `addup language`: what rules can be written with.

use super::error::CliError;
use super::{Outcome, Streams};
use crate::rule::language;

/// Writes the page.
pub(super) fn run(streams: &mut Streams) -> Result<Outcome, CliError> {
    streams.out.write_all(language::page().as_bytes())?;
    Ok(Outcome::Clean)
}
