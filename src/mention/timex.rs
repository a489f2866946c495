//! A timex is an expression of time: a date, a weekday, a period, an hour.

use jiff::civil::Date;

use crate::number::Days;
use crate::number::calendar;

/// An expression of time as written, and the days it stands for once it is
/// read against the anchor date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timex {
    /// How it is written.
    pub form: DateForm,
    /// Astronomical year: 44 BC is -43. Written, or resolved.
    pub year: Option<i32>,
    /// 1 to 12; a month that no calendar has is kept as written.
    pub month: Option<u8>,
    /// The day of the month as written, whether or not the month has it.
    pub day: Option<u8>,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: Option<u8>,
    /// What part of a year, month or day it is.
    pub period: Option<Period>,
    /// Which part of it is meant: early May, the end of the year.
    pub part: Option<Part>,
    /// The hour, when there is one.
    pub clock: Option<Clock>,
    /// The other end of a range.
    pub end: Option<Box<Timex>>,
    /// The days it stands for, when they can be told.
    pub days: Option<Days>,
    /// Whether the days depend on the anchor date.
    pub anchored: bool,
    /// Whether the year was written, not taken from the anchor date.
    pub dated: bool,
}

/// An hour of the day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// On the 24-hour clock when that is certain.
    pub hour: u8,
    /// 0 to 59 when possible.
    pub minute: u8,
    /// Whether `am`, `pm` or the writing itself (`19:30`) tells which half of
    /// the day.
    pub certain: bool,
    /// Minutes east of Greenwich, when a zone with one meaning is named.
    pub zone: Option<i16>,
    /// Whether a zone stands beside it, of one meaning or of several.
    pub zoned: bool,
}

/// The beginning, the middle or the end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Early in it, at its beginning: the first half.
    Start,
    /// In its middle: all but the first and last quarter.
    Middle,
    /// Late in it, at its end: the second half.
    End,
}

/// A part of a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Ten years: 199 is the 1990s.
    Decade(i32),
    /// A century by its ordinal: 18 is 1701 to 1800.
    Century(i32),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A half-year, 1 or 2.
    Half(u8),
    /// Spring, summer, autumn, winter: 1 to 4.
    Season(u8),
    /// A financial year.
    Fiscal,
    /// A week, Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Morning, afternoon, evening or night, as TIMEX3 has it.
    DayPart(&'static str),
    /// So many of a unit of time for each time that something happens: a
    /// [`DateForm::Set`].
    Cycle(u16, Cycle),
}

/// A unit of time in which something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cycle {
    /// hourly
    Hours,
    /// every day
    Days,
    /// weekly
    Weeks,
    /// every month
    Months,
    /// quarterly
    Quarters,
    /// each year
    Years,
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
    /// What recurs: every Monday, daily, on a Thursday.
    Set,
}

impl Timex {
    /// The first day written, when the calendar has it.
    pub fn date(&self) -> Option<Date> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        Date::new(
            year.try_into().ok()?,
            month.try_into().ok()?,
            day.try_into().ok()?,
        )
        .ok()
    }

    /// The days of its beginning: of a range, those of its first end alone.
    pub fn begins(&self) -> Option<Days> {
        if self.end.is_none() {
            return self.days;
        }
        match (self.period, self.year, self.month) {
            (None, Some(_), Some(_)) if self.day.is_some() => self.date().map(Days::one),
            (None, Some(year), Some(month)) => Days::of_month(year, month),
            (None, Some(year), None) => Days::of_year(year),
            _ => None,
        }
    }

    /// The days of its ending: of a range, those of its last end alone.
    pub fn ends(&self) -> Option<Days> {
        self.end.as_ref().map_or(self.days, |end| end.days)
    }

    /// Whether no calendar has this day, or no clock this hour. A 29 February
    /// without a year is possible.
    pub fn is_impossible(&self) -> bool {
        let wrong_day = match (self.month, self.day) {
            (Some(month), _) if !(1..=12).contains(&month) => true,
            (Some(month), Some(day)) => !calendar::is_valid(self.year.unwrap_or(2000), month, day),
            _ => false,
        };
        let wrong_hour = self
            .clock
            .is_some_and(|c| c.hour > 24 || c.minute > 59 || (c.hour == 24 && c.minute > 0));
        wrong_day || wrong_hour || self.end.as_ref().is_some_and(|end| end.is_impossible())
    }

    /// The TIMEX3 value (ISO 8601 with `X` for what is not said); `None` when
    /// nothing can be said.
    pub fn value(&self) -> Option<String> {
        if let Some(end) = &self.end {
            return Some(format!("{}/{}", self.one_value()?, end.one_value()?));
        }
        self.one_value()
    }

    fn one_value(&self) -> Option<String> {
        let date = self.date_value();
        let clock = self
            .clock
            .map(|c| format!("T{:02}:{:02}", c.hour, c.minute));
        match (date, clock) {
            (Some(date), Some(clock)) => Some(format!("{date}{clock}")),
            (None, Some(clock)) => Some(clock),
            (date, None) => date,
        }
    }

    fn date_value(&self) -> Option<String> {
        let year = || {
            self.year
                .map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"))
        };
        match (self.period, self.form) {
            (Some(Period::Decade(decade)), _) => return Some(decade.to_string()),
            (Some(Period::Century(century)), _) => return Some((century - 1).to_string()),
            (Some(Period::Quarter(n)), _) => return Some(format!("{}-Q{n}", year())),
            (Some(Period::Half(n)), _) => return Some(format!("{}-H{n}", year())),
            (Some(Period::Season(n)), _) => {
                return Some(format!(
                    "{}-{}",
                    year(),
                    ["SP", "SU", "FA", "WI"][usize::from(n - 1).min(3)]
                ));
            }
            (Some(Period::Fiscal), _) => return Some(format!("FY{}", year())),
            (Some(Period::Week), _) => return self.days.map(|days| week_value(days.first)),
            (Some(Period::Weekend), _) => {
                return self
                    .days
                    .map(|days| format!("{}-WE", week_value(days.first)));
            }
            (Some(Period::Cycle(count, cycle)), _) => return Some(cycle_value(count, cycle)),
            _ => {}
        }
        let part = match self.period {
            Some(Period::DayPart(part)) => format!("T{part}"),
            _ => String::new(),
        };
        let date = match (self.month, self.day, self.weekday) {
            (Some(month), Some(day), _) => format!("{}-{month:02}-{day:02}", year()),
            (Some(month), None, _) => format!("{}-{month:02}", year()),
            (None, Some(day), _) => format!("XXXX-XX-{day:02}"),
            (None, None, Some(weekday)) => format!("XXXX-WXX-{weekday}"),
            (None, None, None) => match self.year {
                Some(year) => format!("{year:04}"),
                None if !part.is_empty() => return Some(part),
                None => return None,
            },
        };
        Some(date + &part)
    }
}

fn cycle_value(count: u16, cycle: Cycle) -> String {
    let (prefix, letter) = match cycle {
        Cycle::Hours => ("PT", 'H'),
        Cycle::Days => ("P", 'D'),
        Cycle::Weeks => ("P", 'W'),
        Cycle::Months => ("P", 'M'),
        Cycle::Quarters => ("P", 'Q'),
        Cycle::Years => ("P", 'Y'),
    };
    format!("{prefix}{count}{letter}")
}

fn week_value(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
