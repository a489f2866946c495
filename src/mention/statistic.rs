//! Reported statistics: t(28) = 2.20.
use super::quantity::Quantity;
use super::tokens::{Parsed, Tokens};
pub(crate) fn statistic(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    tokens.refuse()
}
