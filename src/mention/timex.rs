//! A timex is an expression of time: a date, a weekday, a period, an hour.

use crate::number::Days;

/// An expression of time as written, and the days it stands for once it is
/// read against the anchor date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timex {
    /// Astronomical year as written or resolved within the text: 44 BC is -43.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31 as written, whether or not the month has it.
    pub day: Option<u8>,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: Option<u8>,
    /// How it is written.
    pub form: DateForm,
    /// The days it stands for, when they can be told.
    pub days: Option<Days>,
    /// Hour (0 to 24) and minute as written on the 24-hour clock.
    pub clock: Option<(u8, u8)>,
    /// TIMEX3 value.
    pub value: String,
    /// Whether `days` depends on the anchor date.
    pub anchored: bool,
    /// Whether no calendar has this day or no clock this hour.
    pub impossible: bool,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// Day, month and year.
    #[default]
    Full,
    /// Day and month.
    DayMonth,
    /// Month and year.
    MonthYear,
    /// Month alone.
    Month,
    /// Year alone.
    Year,
    /// A weekday alone, also “last Monday”.
    Weekday,
    /// Counted from the anchor: yesterday, last week, two years ago.
    Relative,
    /// A decade, a century, a season, a quarter, part of a month or year.
    Period,
    /// From one date to another.
    Range,
    /// An hour of the day.
    Clock,
}
