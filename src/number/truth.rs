//! What intervals can say about a relation: that it holds for every reading,
//! for some, or for none.

use std::ops::Not;

/// How far a relation holds over all readings of its values.
///
/// A relation about which nothing can be told (an overflow, a division by an
/// interval that holds 0, an unknown field) is [`Possible`](Truth::Possible).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// No reading satisfies it.
    Impossible,
    /// Some readings satisfy it, some do not, or it cannot be told.
    Possible,
    /// Every reading satisfies it.
    Certain,
}

impl Truth {
    /// Both hold.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        self.max(other)
    }
}

impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::Impossible => Truth::Certain,
            Truth::Possible => Truth::Possible,
            Truth::Certain => Truth::Impossible,
        }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Truth {
        if known {
            Truth::Certain
        } else {
            Truth::Impossible
        }
    }
}
