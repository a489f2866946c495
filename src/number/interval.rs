//! An interval is the set of values that a number as written may stand for.
//!
//! “25%” is printed for anything from 24.5% to 25.5%, “more than 500” for
//! anything above 500. Arithmetic on such sets gives a set that holds every
//! result its members can give: doubt only ever widens. Two intervals that
//! share a value are consistent, and so are two that only touch in a closed
//! end, because a tie may be rounded either way.
//!
//! ```
//! use addup::number::{Interval, Rational, Truth};
//!
//! // "Sales rose from 40 to 48, or 25%."
//! let change = Interval::exact(48.into())
//!     .over(&Interval::exact(40.into()))
//!     .and_then(|ratio| ratio.minus(&Interval::exact(Rational::ONE)))
//!     .unwrap();
//! let said = Interval::closed(Rational::new(245, 1000), Rational::new(255, 1000));
//! assert_eq!(change.equals(&said), Truth::Impossible);
//! ```

mod corner;

use std::cmp::Ordering;

use super::{Rational, Truth};
use corner::Corner;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The end itself belongs to the interval.
    Closed(Rational),
    /// The end itself does not belong to the interval.
    Open(Rational),
    /// There is no end.
    Unbounded,
}

impl Bound {
    /// The value at the end, whether or not it belongs to the interval.
    pub fn value(self) -> Option<Rational> {
        match self {
            Bound::Closed(value) | Bound::Open(value) => Some(value),
            Bound::Unbounded => None,
        }
    }

    /// Whether the end itself belongs to the interval.
    pub fn is_closed(self) -> bool {
        matches!(self, Bound::Closed(_))
    }

    fn with(self, change: impl Fn(Rational) -> Option<Rational>) -> Option<Bound> {
        Some(match self {
            Bound::Closed(value) => Bound::Closed(change(value)?),
            Bound::Open(value) => Bound::Open(change(value)?),
            Bound::Unbounded => Bound::Unbounded,
        })
    }
}

/// All values between two bounds; never empty.
///
/// Each end is closed, open or missing by itself. Arithmetic returns `None`
/// where there can be no verdict: when a term outgrows a [`Rational`], or when
/// the divisor's closure holds 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    low: Bound,
    high: Bound,
}

impl Interval {
    /// The interval between two bounds; `None` when it would be empty.
    ///
    /// ```
    /// use addup::number::{Bound, Interval, Rational};
    ///
    /// let (one, two) = (Rational::ONE, Rational::integer(2));
    /// assert!(Interval::new(Bound::Closed(one), Bound::Open(two)).is_some());
    /// assert!(Interval::new(Bound::Closed(one), Bound::Open(one)).is_none());
    /// ```
    pub fn new(low: Bound, high: Bound) -> Option<Interval> {
        let is_empty = match (low.value(), high.value()) {
            (Some(a), Some(b)) => a > b || a == b && !(low.is_closed() && high.is_closed()),
            _ => false,
        };
        (!is_empty).then_some(Interval { low, high })
    }

    /// One value and no other.
    pub fn exact(value: Rational) -> Interval {
        Interval::closed(value, value)
    }

    /// Both values and all between, whichever is the lesser.
    pub fn closed(one: Rational, other: Rational) -> Interval {
        Interval {
            low: Bound::Closed(one.min(other)),
            high: Bound::Closed(one.max(other)),
        }
    }

    /// The value and all above it.
    pub fn at_least(value: Rational) -> Interval {
        Interval {
            low: Bound::Closed(value),
            high: Bound::Unbounded,
        }
    }

    /// All above the value.
    pub fn more_than(value: Rational) -> Interval {
        Interval {
            low: Bound::Open(value),
            high: Bound::Unbounded,
        }
    }

    /// The value and all below it.
    pub fn at_most(value: Rational) -> Interval {
        Interval {
            low: Bound::Unbounded,
            high: Bound::Closed(value),
        }
    }

    /// All below the value.
    pub fn less_than(value: Rational) -> Interval {
        Interval {
            low: Bound::Unbounded,
            high: Bound::Open(value),
        }
    }

    /// Every value: nothing is known.
    pub fn everything() -> Interval {
        Interval {
            low: Bound::Unbounded,
            high: Bound::Unbounded,
        }
    }

    /// The lower end.
    pub fn low(&self) -> Bound {
        self.low
    }

    /// The upper end.
    pub fn high(&self) -> Bound {
        self.high
    }

    /// The value, when there is only one.
    pub fn as_exact(&self) -> Option<Rational> {
        match (self.low, self.high) {
            (Bound::Closed(a), Bound::Closed(b)) if a == b => Some(a),
            _ => None,
        }
    }

    /// Whether the value belongs to it.
    pub fn contains(&self, value: Rational) -> bool {
        let above = match self.low {
            Bound::Closed(low) => low <= value,
            Bound::Open(low) => low < value,
            Bound::Unbounded => true,
        };
        let below = match self.high {
            Bound::Closed(high) => value <= high,
            Bound::Open(high) => value < high,
            Bound::Unbounded => true,
        };
        above && below
    }

    /// Whether every value of the other belongs to it.
    pub fn encloses(&self, other: &Interval) -> bool {
        order_lows(self.low, other.low).is_le() && order_highs(self.high, other.high).is_ge()
    }

    /// Whether no value belongs to both. Closed ends that touch share one.
    ///
    /// ```
    /// use addup::number::Interval;
    ///
    /// let small = Interval::closed(1.into(), 2.into());
    /// assert!(!small.is_disjoint(&Interval::at_least(2.into())));
    /// assert!(small.is_disjoint(&Interval::more_than(2.into())));
    /// ```
    pub fn is_disjoint(&self, other: &Interval) -> bool {
        self.intersection(other).is_none()
    }

    /// The values that belong to both; `None` when there are none.
    pub fn intersection(&self, other: &Interval) -> Option<Interval> {
        let low = greater(self.low, other.low, order_lows);
        let high = lesser(self.high, other.high, order_highs);
        Interval::new(low, high)
    }

    /// The least interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Interval) -> Interval {
        Interval {
            low: lesser(self.low, other.low, order_lows),
            high: greater(self.high, other.high, order_highs),
        }
    }

    /// Both ends moved outward by so much, closed or open as they were;
    /// inward when `by` is negative. `None` on overflow or when nothing is
    /// left.
    pub fn widen(&self, by: Rational) -> Option<Interval> {
        let low = self.low.with(|low| low.minus(by))?;
        let high = self.high.with(|high| high.plus(by))?;
        Interval::new(low, high)
    }

    /// The whole numbers in it: its ends drawn in to closed whole ends.
    /// `None` when it holds none.
    ///
    /// ```
    /// use addup::number::{Interval, Rational};
    ///
    /// let people = Interval::closed(Rational::new(5, 2), Rational::new(9, 2));
    /// assert_eq!(
    ///     people.whole_numbers(),
    ///     Some(Interval::closed(3.into(), 4.into()))
    /// );
    /// ```
    pub fn whole_numbers(&self) -> Option<Interval> {
        let low = match self.low {
            Bound::Closed(low) => Bound::Closed(Rational::integer(low.ceil())),
            Bound::Open(low) => Bound::Closed(Rational::integer(low.floor().checked_add(1)?)),
            Bound::Unbounded => Bound::Unbounded,
        };
        let high = match self.high {
            Bound::Closed(high) => Bound::Closed(Rational::integer(high.floor())),
            Bound::Open(high) => Bound::Closed(Rational::integer(high.ceil().checked_sub(1)?)),
            Bound::Unbounded => Bound::Unbounded,
        };
        Interval::new(low, high)
    }

    /// All sums of a member of each.
    pub fn plus(&self, other: &Interval) -> Option<Interval> {
        Some(Interval {
            low: sum(self.low, other.low)?,
            high: sum(self.high, other.high)?,
        })
    }

    /// All differences of a member of each.
    pub fn minus(&self, other: &Interval) -> Option<Interval> {
        self.plus(&other.negate()?)
    }

    /// All products of a member of each.
    pub fn times(&self, other: &Interval) -> Option<Interval> {
        // Most products have one exact factor, which needs no corners.
        let factors = [(self, other), (other, self)];
        let exact = |(one, other): (&Interval, &'_ Interval)| {
            let by = other.as_exact().filter(|by| !by.is_zero())?;
            Some(one.scale(by))
        };
        if let Some(scaled) = factors.into_iter().find_map(exact) {
            return scaled;
        }
        let mine = [Corner::of_low(self.low), Corner::of_high(self.high)];
        let theirs = [Corner::of_low(other.low), Corner::of_high(other.high)];
        let corners = [
            mine[0].times(theirs[0])?,
            mine[0].times(theirs[1])?,
            mine[1].times(theirs[0])?,
            mine[1].times(theirs[1])?,
        ];
        let [first, rest @ ..] = corners;
        let low = rest.into_iter().fold(first, Corner::lesser);
        let high = rest.into_iter().fold(first, Corner::greater);
        Interval::new(low.bound(), high.bound())
    }

    /// All quotients of a member of each; `None` when the other's closure
    /// holds 0.
    ///
    /// ```
    /// use addup::number::Interval;
    ///
    /// let one = Interval::exact(1.into());
    /// assert!(one.over(&Interval::closed(2.into(), 4.into())).is_some());
    /// assert!(one.over(&Interval::more_than(0.into())).is_none());
    /// ```
    pub fn over(&self, other: &Interval) -> Option<Interval> {
        self.times(&other.reciprocal()?)
    }

    /// All members with the other sign.
    pub fn negate(&self) -> Option<Interval> {
        Some(Interval {
            low: self.high.with(Rational::negate)?,
            high: self.low.with(Rational::negate)?,
        })
    }

    /// All members without their sign.
    pub fn abs(&self) -> Option<Interval> {
        if self.low.value().is_some_and(|low| !low.is_negative()) {
            return Some(*self);
        }
        let mirrored = self.negate()?;
        let is_negative = mirrored.low.value().is_some_and(|low| !low.is_negative());
        Some(if is_negative {
            mirrored
        } else {
            Interval {
                low: Bound::Closed(Rational::ZERO),
                high: greater(self.high, mirrored.high, order_highs),
            }
        })
    }

    /// All members to a power; that of 0 is 1.
    pub fn power(&self, exponent: u32) -> Option<Interval> {
        if exponent == 0 {
            return Some(Interval::exact(Rational::ONE));
        }
        let base = if exponent.is_multiple_of(2) {
            self.abs()?
        } else {
            *self
        };
        Some(Interval {
            low: base.low.with(|low| power(low, exponent))?,
            high: base.high.with(|high| power(high, exponent))?,
        })
    }

    /// All members times one number.
    pub fn scale(&self, by: Rational) -> Option<Interval> {
        if by.is_zero() {
            return self.times(&Interval::exact(by));
        }
        let low = self.low.with(|low| low.times(by))?;
        let high = self.high.with(|high| high.times(by))?;
        Some(if by.is_negative() {
            Interval {
                low: high,
                high: low,
            }
        } else {
            Interval { low, high }
        })
    }

    /// All values that the lesser of a member of each can have.
    #[must_use]
    pub fn minimum(&self, other: &Interval) -> Interval {
        Interval {
            low: lesser(self.low, other.low, order_lows),
            high: lesser(self.high, other.high, order_highs),
        }
    }

    /// All values that the greater of a member of each can have.
    #[must_use]
    pub fn maximum(&self, other: &Interval) -> Interval {
        Interval {
            low: greater(self.low, other.low, order_lows),
            high: greater(self.high, other.high, order_highs),
        }
    }

    /// Whether a member of each can be the same value: impossible when they
    /// are disjoint, certain when both are exact.
    pub fn equals(&self, other: &Interval) -> Truth {
        if self.is_disjoint(other) {
            Truth::Impossible
        } else if self.as_exact().is_some() && self == other {
            Truth::Certain
        } else {
            Truth::Possible
        }
    }

    /// Whether a member of this is below one of the other.
    ///
    /// ```
    /// use addup::number::{Interval, Truth};
    ///
    /// let two = Interval::exact(2.into());
    /// assert_eq!(two.is_less(&Interval::more_than(2.into())), Truth::Certain);
    /// assert_eq!(two.is_less(&Interval::at_least(2.into())), Truth::Possible);
    /// assert_eq!(two.is_less(&Interval::at_most(2.into())), Truth::Impossible);
    /// ```
    pub fn is_less(&self, other: &Interval) -> Truth {
        if let (Some(high), Some(low)) = (self.high.value(), other.low.value()) {
            let both_closed = self.high.is_closed() && other.low.is_closed();
            if high < low || high == low && !both_closed {
                return Truth::Certain;
            }
        }
        match (self.low.value(), other.high.value()) {
            (Some(low), Some(high)) if low >= high => Truth::Impossible,
            _ => Truth::Possible,
        }
    }

    /// Whether a member of this is not above one of the other.
    pub fn is_at_most(&self, other: &Interval) -> Truth {
        !other.is_less(self)
    }

    fn reciprocal(&self) -> Option<Interval> {
        let is_positive = self.low.value().is_some_and(|low| low > Rational::ZERO);
        let is_negative = self.high.value().is_some_and(|high| high < Rational::ZERO);
        if !is_positive && !is_negative {
            return None;
        }
        let turn = |bound: Bound| match bound {
            Bound::Unbounded => Some(Bound::Open(Rational::ZERO)),
            end => end.with(|value| Rational::ONE.over(value)),
        };
        Interval::new(turn(self.high)?, turn(self.low)?)
    }
}

/// Orders lower ends: a missing one first, a closed one before an open one.
fn order_lows(a: Bound, b: Bound) -> Ordering {
    match (a.value(), b.value()) {
        (Some(x), Some(y)) => x.cmp(&y).then(b.is_closed().cmp(&a.is_closed())),
        (x, y) => x.is_some().cmp(&y.is_some()),
    }
}

/// Orders upper ends: an open one before a closed one, a missing one last.
fn order_highs(a: Bound, b: Bound) -> Ordering {
    match (a.value(), b.value()) {
        (Some(x), Some(y)) => x.cmp(&y).then(a.is_closed().cmp(&b.is_closed())),
        (x, y) => y.is_some().cmp(&x.is_some()),
    }
}

fn lesser(a: Bound, b: Bound, order: fn(Bound, Bound) -> Ordering) -> Bound {
    if order(b, a).is_lt() { b } else { a }
}

fn greater(a: Bound, b: Bound, order: fn(Bound, Bound) -> Ordering) -> Bound {
    if order(b, a).is_gt() { b } else { a }
}

fn sum(a: Bound, b: Bound) -> Option<Bound> {
    let (Some(x), Some(y)) = (a.value(), b.value()) else {
        return Some(Bound::Unbounded);
    };
    let value = x.plus(y)?;
    Some(if a.is_closed() && b.is_closed() {
        Bound::Closed(value)
    } else {
        Bound::Open(value)
    })
}

fn power(base: Rational, exponent: u32) -> Option<Rational> {
    if base.is_zero() || base == Rational::ONE {
        return Some(base);
    }
    // Any other base outgrows 128 bits long before this.
    if exponent > 512 {
        return None;
    }
    (1..exponent).try_fold(base, |product, _| product.times(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(a: i64, b: i64) -> Interval {
        Interval::closed(a.into(), b.into())
    }

    #[test]
    fn open_ends_that_touch_are_disjoint() {
        let below = Interval::less_than(2.into());
        let above = Interval::more_than(2.into());
        assert!(below.is_disjoint(&above));
        assert_eq!(
            below.equals(&Interval::at_least(2.into())),
            Truth::Impossible
        );
        assert_eq!(closed(1, 2).equals(&closed(2, 3)), Truth::Possible);
    }

    #[test]
    fn nought_times_the_unbounded_is_nought() {
        let nought = Interval::exact(Rational::ZERO);
        assert_eq!(Interval::everything().times(&nought), Some(nought));
        let positive = Interval::more_than(Rational::ZERO);
        assert_eq!(positive.times(&positive), Some(positive));
    }

    #[test]
    fn a_product_spans_its_corners() {
        assert_eq!(closed(-2, 3).times(&closed(-5, 4)), Some(closed(-15, 12)));
        assert_eq!(
            closed(1, 2).times(&Interval::at_least((-1).into())),
            Some(Interval::at_least((-2).into()))
        );
    }

    #[test]
    fn an_even_power_is_never_negative() {
        assert_eq!(closed(-3, 2).power(2), Some(closed(0, 9)));
        assert_eq!(closed(-3, 2).power(3), Some(closed(-27, 8)));
        assert_eq!(closed(-3, 2).power(0), Some(closed(1, 1)));
    }

    #[test]
    fn a_quotient_by_the_unbounded_comes_near_nought() {
        let quotient = closed(1, 1).over(&Interval::at_least(2.into()));
        let expected = Interval::new(
            Bound::Open(Rational::ZERO),
            Bound::Closed(Rational::new(1, 2)),
        );
        assert_eq!(quotient, expected);
    }

    #[test]
    fn overflow_gives_no_verdict() {
        let vast = Interval::exact(Rational::integer(i128::MAX));
        assert_eq!(vast.plus(&vast), None);
        assert_eq!(vast.times(&vast), None);
        assert_eq!(vast.power(u32::MAX), None);
    }
}
