//! Corners are the ends of two intervals multiplied with each other, the unbounded
//! ones among them: of these the least and the greatest end the product.

use std::cmp::Ordering;

use super::{Bound, Rational};

/// An end as a point of the extended line, with whether it is reached.
#[derive(Clone, Copy)]
pub(super) struct Corner {
    place: Place,
    is_closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Below,
    At(Rational),
    Above,
}

impl Corner {
    pub(super) fn of_low(bound: Bound) -> Corner {
        Corner::of(bound, Place::Below)
    }

    pub(super) fn of_high(bound: Bound) -> Corner {
        Corner::of(bound, Place::Above)
    }

    fn of(bound: Bound, end: Place) -> Corner {
        Corner {
            place: bound.value().map_or(end, Place::At),
            is_closed: bound.is_closed(),
        }
    }

    pub(super) fn bound(self) -> Bound {
        match self.place {
            Place::At(value) if self.is_closed => Bound::Closed(value),
            Place::At(value) => Bound::Open(value),
            Place::Below | Place::Above => Bound::Unbounded,
        }
    }

    /// 0 times a missing end is 0: every member there is a finite number. A
    /// 0 that is reached is reached in the product, whatever the other is.
    pub(super) fn times(self, other: Corner) -> Option<Corner> {
        let (mine, theirs) = (self.sign(), other.sign());
        let place = match (self.place, other.place) {
            (Place::At(a), Place::At(b)) => Place::At(a.times(b)?),
            _ if mine == Ordering::Equal || theirs == Ordering::Equal => Place::At(Rational::ZERO),
            _ if mine == theirs => Place::Above,
            _ => Place::Below,
        };
        let reached_zero = |corner: Corner| corner.is_closed && corner.sign().is_eq();
        Some(Corner {
            place,
            is_closed: self.is_closed && other.is_closed
                || reached_zero(self)
                || reached_zero(other),
        })
    }

    fn sign(self) -> Ordering {
        self.place.cmp(&Place::At(Rational::ZERO))
    }

    pub(super) fn lesser(self, other: Corner) -> Corner {
        match self.place.cmp(&other.place) {
            Ordering::Less => self,
            Ordering::Greater => other,
            Ordering::Equal => self.or_closed(other),
        }
    }

    pub(super) fn greater(self, other: Corner) -> Corner {
        match self.place.cmp(&other.place) {
            Ordering::Greater => self,
            Ordering::Less => other,
            Ordering::Equal => self.or_closed(other),
        }
    }

    fn or_closed(self, other: Corner) -> Corner {
        Corner {
            place: self.place,
            is_closed: self.is_closed || other.is_closed,
        }
    }
}
