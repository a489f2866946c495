//! Days and spans of days on the proleptic Gregorian calendar.

use jiff::civil::Date;

/// Whole days from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day; never before the first.
    pub last: Date,
}
