//! A judgement is how far a condition holds in each of the two readings.

use std::ops::Not;

use crate::number::Truth;

/// How far a condition holds when digits are meant as they stand, and when
/// trailing zeros, truncation and hedges are allowed for.
///
/// A rule makes a finding of what is impossible even in the lenient reading;
/// what is impossible in the strict one only is a doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// In the strict reading.
    pub strict: Truth,
    /// In the lenient reading.
    pub lenient: Truth,
}

impl Judgement {
    /// It holds in both readings.
    pub const CERTAIN: Judgement = Judgement::both(Truth::Certain);
    /// It cannot be told in either reading.
    pub const POSSIBLE: Judgement = Judgement::both(Truth::Possible);
    /// It holds in neither reading.
    pub const IMPOSSIBLE: Judgement = Judgement::both(Truth::Impossible);

    /// The same in both readings.
    pub const fn both(truth: Truth) -> Judgement {
        Judgement {
            strict: truth,
            lenient: truth,
        }
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Judgement) -> Judgement {
        Judgement {
            strict: self.strict.and(other.strict),
            lenient: self.lenient.and(other.lenient),
        }
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Judgement) -> Judgement {
        Judgement {
            strict: self.strict.or(other.strict),
            lenient: self.lenient.or(other.lenient),
        }
    }
}

impl Not for Judgement {
    type Output = Judgement;

    fn not(self) -> Judgement {
        Judgement {
            strict: !self.strict,
            lenient: !self.lenient,
        }
    }
}

impl From<bool> for Judgement {
    fn from(known: bool) -> Judgement {
        Judgement::both(known.into())
    }
}
