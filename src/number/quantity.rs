//! A quantity is what a number measures: an interval of values in a unit, in
//! a strict and a lenient reading.

use super::{Interval, Unit};

/// Values in one unit, read twice.
///
/// The *strict* reading takes the digits as they stand: 1,200 is 1,200. The
/// *lenient* one allows for what writers do with them: 1,200 may be 1,150 to
/// 1,250. The lenient interval always contains the strict one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The values if the digits are meant as they stand.
    pub strict: Interval,
    /// The values if trailing zeros, truncation and hedges are allowed for.
    pub lenient: Interval,
    /// What the values count in.
    pub unit: Unit,
}
