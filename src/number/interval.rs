//! An interval is the set of values that a number as written may stand for.

use super::{Rational, Truth};

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The end itself belongs to the interval.
    Closed(Rational),
    /// The end itself does not belong to the interval.
    Open(Rational),
    /// There is no end.
    Unbounded,
}

/// All values between two bounds; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: Bound,
    high: Bound,
}
// CONTRACT (helper A fills):
//   exact(r) closed(a,b) at_least(r) more_than(r) at_most(r) less_than(r) everything() new(low, high)->Option<Interval>
//   low() high() is_exact()->Option<Rational> contains(r)
//   is_disjoint(&other) intersection(&other)->Option<Interval> hull(&other)
//   plus minus times over(-> None when other holds 0 in its closure, or overflow) negate abs power(u32) scale(Rational) : Option<Interval>
//   whole_numbers() -> Option<Interval>  (tightened to closed integers)
//   equals(&o)->Truth  is_less(&o)->Truth  is_at_most(&o)->Truth
//   pad_to..: widen(by: Rational) both ends outward
impl Interval {
    /// The interval between two bounds; `None` when it would be empty.
    pub fn new(low: Bound, high: Bound) -> Option<Interval> {
        let _ = Truth::Possible;
        Some(Interval { low, high })
    }
    /// STUB
    pub fn exact(value: Rational) -> Interval {
        Interval { low: Bound::Closed(value), high: Bound::Closed(value) }
    }
    /// STUB
    pub fn low(&self) -> Bound {
        self.low
    }
    /// STUB
    pub fn high(&self) -> Bound {
        self.high
    }
}
