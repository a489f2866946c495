//! A hedge widens a number: about, nearly, more than.

use serde::{Deserialize, Serialize};

/// How a number is hedged. [`Reading`](super::Reading) gives each its interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hedge {
    /// Not at all.
    #[default]
    None,
    /// exactly, precisely
    Exactly,
    /// about, around, some, roughly
    About,
    /// nearly, almost, close to
    Nearly,
    /// just under
    JustUnder,
    /// just over
    JustOver,
    /// more than, over
    MoreThan,
    /// at least
    AtLeast,
    /// less than, fewer than, under
    LessThan,
    /// at most, up to
    AtMost,
}
