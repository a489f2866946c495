//! A timex is an expression of time: a date, a weekday, a period, an hour.

use jiff::civil::Date;

use crate::lexicon::{DayPart, Reference, TimeUnit};
use crate::number::calendar;
use crate::number::{Days, Holiday};

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
    /// Which week, weekday or day of its month or year it is, from 1; -1 is the
    /// last: the first Monday of May.
    pub which: Option<i8>,
    /// The holiday that names the day.
    pub holiday: Option<Holiday>,
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
    /// 0 to 60 when possible; `None` where no seconds are written.
    pub second: Option<u8>,
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
    /// Morning, afternoon, evening or night.
    DayPart(DayPart),
    /// So many of a unit of time for each time that something happens: a
    /// [`DateForm::Set`].
    Cycle(u16, TimeUnit),
    /// No day of the calendar: now, recently, in the future.
    Reference(Reference),
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
    /// No day and no hour: now, recently, in the morning.
    Loose,
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
            .is_some_and(|c| c.hour > 24 || c.minute > 59 || (c.hour == 24 && c.minute > 0))
            || self
                .clock
                .is_some_and(|c| c.second.is_some_and(|second| second > 60));
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
        match (date, self.clock.map(clock_value)) {
            // 5/4/2015, the order of which is not known
            (Some(date), Some(clock)) if self.form == DateForm::Full && self.month.is_none() => {
                Some(date + "-XX-XX" + &clock)
            }
            (Some(date), Some(clock)) => Some(date + &clock),
            (None, Some(clock)) => Some(clock),
            (date, None) => date,
        }
    }

    fn date_value(&self) -> Option<String> {
        if let Some(period) = self.period
            && !matches!(period, Period::DayPart(_))
        {
            return self.period_value(period);
        }
        let part = match self.period {
            Some(Period::DayPart(part)) if self.clock.is_none() => day_part_value(part),
            _ => "",
        };
        let date = match (self.month, self.day, self.weekday) {
            (Some(month), Some(day), _) => format!("{}-{month:02}-{day:02}", self.year_value()),
            (Some(month), None, _) => format!("{}-{month:02}", self.year_value()),
            (None, Some(day), _) => format!("XXXX-XX-{day:02}"),
            (None, None, Some(weekday)) => format!("XXXX-WXX-{weekday}"),
            (None, None, None) => match self.year {
                Some(_) => self.year_value(),
                None if !part.is_empty() => return Some(part.to_owned()),
                None => return None,
            },
        };
        Some(date + part)
    }

    fn year_value(&self) -> String {
        match self.year {
            None => "XXXX".to_owned(),
            Some(year @ ..1) => format!("BC{:04}", 1 - year),
            Some(year) => format!("{year:04}"),
        }
    }

    fn period_value(&self, period: Period) -> Option<String> {
        let year = || self.year_value();
        // A week is that of the day in it, where one is known.
        let week = || {
            let day = self.date().or(self.days.map(|days| days.first))?;
            Some(week_value(day))
        };
        let value = match period {
            Period::Decade(decade) => decade.to_string(),
            Period::Century(century @ ..0) => format!("BC{:02}", century.abs() - 1),
            Period::Century(century) => format!("{:02}", century - 1),
            Period::Quarter(n) => format!("{}-Q{n}", year()),
            Period::Half(n) => format!("{}-H{n}", year()),
            Period::Season(n) => {
                let season = ["SP", "SU", "FA", "WI"][usize::from(n - 1).min(3)];
                format!("{}-{season}", year())
            }
            Period::Fiscal => format!("FY{}", year()),
            Period::Week => week()?,
            Period::Weekend => format!("{}-WE", week()?),
            Period::Cycle(count, unit) => length_value(count, unit),
            Period::DayPart(part) => day_part_value(part).to_owned(),
            Period::Reference(Reference::Past) => "PAST_REF".to_owned(),
            Period::Reference(Reference::Present) => "PRESENT_REF".to_owned(),
            Period::Reference(Reference::Future) => "FUTURE_REF".to_owned(),
        };
        Some(value)
    }
}

fn clock_value(clock: Clock) -> String {
    let seconds = clock
        .second
        .map_or_else(String::new, |second| format!(":{second:02}"));
    format!("T{:02}:{:02}{seconds}", clock.hour, clock.minute)
}

fn day_part_value(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Midday => "TMI",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
        DayPart::Daytime => "TDT",
    }
}

/// The TIMEX3 value of a length of time.
fn length_value(count: u16, unit: TimeUnit) -> String {
    let (prefix, letters) = match unit {
        TimeUnit::Second => ("PT", "S"),
        TimeUnit::Minute => ("PT", "M"),
        TimeUnit::Hour => ("PT", "H"),
        TimeUnit::Day => ("P", "D"),
        TimeUnit::Weekend => ("P", "WE"),
        TimeUnit::Week => ("P", "W"),
        TimeUnit::Fortnight => return format!("P{}W", u32::from(count) * 2),
        TimeUnit::Month => ("P", "M"),
        TimeUnit::Quarter => ("P", "Q"),
        TimeUnit::Year => ("P", "Y"),
        TimeUnit::Decade => ("P", "DE"),
        TimeUnit::Century => ("P", "CE"),
    };
    format!("{prefix}{count}{letters}")
}

fn week_value(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
