//! Days and spans of days on the proleptic Gregorian calendar.
//!
//! A date as written stands for the days it may mean: “May 2015” is 31 days,
//! “the 1990s” are ten years of them. Years count as astronomers count: 0 is
//! 1 BC, -43 is 44 BC. Days before a country took up the Gregorian calendar
//! are reckoned in it all the same, so that their weekdays are not those that
//! people then saw.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{Interval, Rational};

/// Whole days from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day; never before the first.
    pub last: Date,
}

impl Days {
    /// From the first to the last day, both included; `None` when the last is
    /// before the first.
    pub fn new(first: Date, last: Date) -> Option<Days> {
        (first <= last).then_some(Days { first, last })
    }

    /// A single day.
    pub fn one(day: Date) -> Days {
        Days {
            first: day,
            last: day,
        }
    }

    /// All days of a month, 1 to 12.
    ///
    /// ```
    /// use addup::number::Days;
    ///
    /// assert_eq!(Days::of_month(2016, 2).unwrap().count(), 29);
    /// assert_eq!(Days::of_month(2016, 13), None);
    /// ```
    pub fn of_month(year: i32, month: u8) -> Option<Days> {
        let first = date(year, month, 1)?;
        Days::new(first, first.last_of_month())
    }

    /// All days of a year.
    pub fn of_year(year: i32) -> Option<Days> {
        Days::of_years(year, year)
    }

    /// All days from the beginning of one year to the end of another; `None`
    /// when that is before it.
    pub fn of_years(first: i32, last: i32) -> Option<Days> {
        Days::new(date(first, 1, 1)?, date(last, 12, 31)?)
    }

    /// The ten years that share all but the year's last digit: 1995 gives 1990
    /// to 1999.
    pub fn of_decade(year: i32) -> Option<Days> {
        let first = year.checked_sub(year.rem_euclid(10))?;
        Days::of_years(first, first.checked_add(9)?)
    }

    /// The years that may be meant by a century: the 20th is 1900 to 2000, as
    /// some begin it with the one year and some with the next. Those before
    /// the first are negative: -5 is the fifth century BC. There is none of
    /// number 0.
    pub fn of_century(century: i32) -> Option<Days> {
        let end = century.checked_mul(100)?;
        match century {
            1.. => Days::of_years(end - 100, end),
            0 => None,
            ..0 => Days::of_years(end.checked_add(1)?, end.checked_add(100)?),
        }
    }

    /// The three months of a quarter, 1 to 4.
    pub fn of_quarter(year: i32, quarter: u8) -> Option<Days> {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let first = Days::of_month(year, 3 * quarter - 2)?;
        let last = Days::of_month(year, 3 * quarter)?;
        Days::new(first.first, last.last)
    }

    /// The seven days of a week that begins on Monday, as ISO 8601 numbers
    /// them: week 1 holds the year's first Thursday.
    ///
    /// ```
    /// use addup::number::Days;
    ///
    /// let week = Days::of_iso_week(2015, 53).unwrap();
    /// assert_eq!(week.first.to_string(), "2015-12-28");
    /// assert_eq!(Days::of_iso_week(2014, 53), None);
    /// ```
    pub fn of_iso_week(year: i32, week: u8) -> Option<Days> {
        let (year, week) = (year.try_into().ok()?, week.try_into().ok()?);
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        Days::new(monday, shifted(monday, 6)?)
    }

    /// Whether some day belongs to both.
    pub fn overlaps(&self, other: &Days) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the day belongs to it.
    pub fn contains(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The days that belong to both; `None` when there are none.
    pub fn intersection(&self, other: &Days) -> Option<Days> {
        Days::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// How many days they are, the first and the last included.
    pub fn count(&self) -> i64 {
        days_between(self.first, self.last) + 1
    }

    /// The day, when it is only one.
    pub fn as_one(&self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }
}

/// The date, when the calendar has it.
pub fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
    .ok()
}

/// Whether the calendar has that day.
///
/// ```
/// use addup::number::calendar::is_valid;
///
/// assert!(is_valid(2016, 2, 29));
/// assert!(!is_valid(2015, 2, 29));
/// ```
pub fn is_valid(year: i32, month: u8, day: u8) -> bool {
    date(year, month, day).is_some()
}

/// Whether the year has a 29 February.
pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The day of the week: 1 is Monday, 7 is Sunday.
pub fn weekday(day: Date) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

/// The weekday's English name; 1 is Monday.
pub fn weekday_name(weekday: u8) -> Option<&'static str> {
    const NAMES: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    NAMES.get(usize::from(weekday).checked_sub(1)?).copied()
}

/// The month's English name; 1 is January.
pub fn month_name(month: u8) -> Option<&'static str> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).checked_sub(1)?).copied()
}

/// The day of that weekday that is at most three days away. `None` when there
/// is no such weekday, or beyond the calendar's end (the years ±9999).
///
/// ```
/// use addup::number::calendar::{date, nearest, weekday};
///
/// let thursday = date(2015, 11, 5).unwrap();
/// assert_eq!(nearest(thursday, 1), date(2015, 11, 2));
/// assert_eq!(nearest(thursday, 7), date(2015, 11, 8));
/// ```
pub fn nearest(day: Date, weekday: u8) -> Option<Date> {
    let ahead = days_ahead(day, weekday)?;
    shifted(day, if ahead > 3 { ahead - 7 } else { ahead })
}

/// The last day of that weekday that is not after the day.
pub fn on_or_before(day: Date, weekday: u8) -> Option<Date> {
    let ahead = days_ahead(day, weekday)?;
    shifted(day, if ahead > 0 { ahead - 7 } else { 0 })
}

/// The first day of that weekday that is not before the day.
pub fn on_or_after(day: Date, weekday: u8) -> Option<Date> {
    shifted(day, days_ahead(day, weekday)?)
}

/// The last day of that weekday before the day.
pub fn before(day: Date, weekday: u8) -> Option<Date> {
    on_or_before(shifted(day, -1)?, weekday)
}

/// The first day of that weekday after the day.
pub fn after(day: Date, weekday: u8) -> Option<Date> {
    on_or_after(shifted(day, 1)?, weekday)
}

/// The weekday of a month by its place, from 1; counted from the month’s end when
/// negative. `None` where the month has no such day.
///
/// ```
/// use addup::number::calendar::{date, weekday_of_month};
///
/// assert_eq!(weekday_of_month(2015, 5, 1, 1), date(2015, 5, 4));
/// assert_eq!(weekday_of_month(2015, 5, 1, -1), date(2015, 5, 25));
/// assert_eq!(weekday_of_month(2015, 5, 1, 5), None);
/// ```
pub fn weekday_of_month(year: i32, month: u8, weekday: u8, place: i8) -> Option<Date> {
    let days = Days::of_month(year, month)?;
    let weeks = i64::from(place);
    let day = match weeks {
        1.. => shifted(on_or_after(days.first, weekday)?, 7 * (weeks - 1))?,
        0 => return None,
        ..0 => shifted(on_or_before(days.last, weekday)?, 7 * (weeks + 1))?,
    };
    days.contains(day).then_some(day)
}

/// The day of a month by its place, counted from the month’s end when negative.
pub fn day_of_month(year: i32, month: u8, place: i8) -> Option<Date> {
    let days = Days::of_month(year, month)?;
    let place = i64::from(place);
    let day = match place {
        1.. => shifted(days.first, place - 1)?,
        0 => return None,
        ..0 => shifted(days.last, place + 1)?,
    };
    days.contains(day).then_some(day)
}

/// The Thursday of a week of the year as ISO 8601 numbers them; counted from the
/// last when negative.
pub fn thursday_of_week(year: i32, week: i8) -> Option<Date> {
    let week = match week {
        0.. => u8::try_from(week).ok()?,
        ..0 => {
            let last = (52..=53)
                .rev()
                .find(|&n| Days::of_iso_week(year, n).is_some())?;
            last.checked_sub(u8::try_from(-(i16::from(week) + 1)).ok()?)?
        }
    };
    shifted(Days::of_iso_week(year, week)?.first, 3)
}

/// The day so many days later, or earlier when negative; `None` beyond the
/// calendar's end (the years ±9999).
pub fn shifted(day: Date, days: i64) -> Option<Date> {
    // The calendar has fewer than eight million days.
    if days.unsigned_abs() > 8_000_000 {
        return None;
    }
    day.checked_add(jiff::Span::new().days(days)).ok()
}

/// How many days later the second is: 1 from a day to the next, negative when
/// it is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}

/// The years completed from a birth to a day, both known as closely as the
/// days say; both ends of the interval are closed and whole.
///
/// Full dates give one number; a year of birth gives two. Whoever is born on
/// 29 February may complete a common year on 28 February or on 1 March.
///
/// ```
/// use addup::number::calendar::{completed_years, date};
/// use addup::number::{Days, Interval};
///
/// let day = Days::one(date(2015, 6, 1).unwrap());
/// let age = completed_years(&Days::of_year(1950).unwrap(), &day);
/// assert_eq!(age, Interval::closed(64.into(), 65.into()));
/// ```
pub fn completed_years(birth: &Days, at: &Days) -> Interval {
    let fewest = whole_years(birth.last, at.first, anniversary(birth.last));
    let mut birthday = anniversary(birth.first);
    if birthday == (2, 29) && !at.last.in_leap_year() {
        birthday = (2, 28);
    }
    let most = whole_years(birth.first, at.last, birthday);
    Interval::closed(
        Rational::integer(fewest.into()),
        Rational::integer(most.into()),
    )
}

fn anniversary(day: Date) -> (i8, i8) {
    (day.month(), day.day())
}

fn whole_years(from: Date, to: Date, birthday: (i8, i8)) -> i32 {
    let years = i32::from(to.year()) - i32::from(from.year());
    years - i32::from(anniversary(to) < birthday)
}

/// How many days the weekday lies ahead, 0 to 6.
fn days_ahead(day: Date, to: u8) -> Option<i64> {
    if !(1..=7).contains(&to) {
        return None;
    }
    Some((i64::from(to) - i64::from(weekday(day))).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u8, day: u8) -> Date {
        date(year, month, day).unwrap()
    }

    fn years(birth: &Days, at: &Days) -> (i128, i128) {
        let age = completed_years(birth, at);
        let end = |bound: crate::number::Bound| bound.value().unwrap().numerator();
        (end(age.low()), end(age.high()))
    }

    #[test]
    fn known_weekdays() {
        assert_eq!(weekday(on(2015, 11, 5)), 4);
        assert_eq!(weekday(on(1969, 7, 20)), 7);
        assert_eq!(weekday(on(2000, 1, 1)), 6);
        assert_eq!(weekday_name(weekday(on(2024, 2, 29))), Some("Thursday"));
    }

    #[test]
    fn a_weekday_is_found_on_either_side() {
        let thursday = on(2015, 11, 5);
        assert_eq!(on_or_before(thursday, 4), Some(thursday));
        assert_eq!(on_or_after(thursday, 4), Some(thursday));
        assert_eq!(before(thursday, 4), Some(on(2015, 10, 29)));
        assert_eq!(after(thursday, 4), Some(on(2015, 11, 12)));
        assert_eq!(on_or_before(thursday, 5), Some(on(2015, 10, 30)));
        assert_eq!(on_or_after(thursday, 3), Some(on(2015, 11, 11)));
        assert_eq!(nearest(thursday, 8), None);
        assert_eq!(nearest(thursday, 0), None);
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        assert_eq!(after(Date::MAX, 1), None);
        assert_eq!(before(Date::MIN, 1), None);
        assert_eq!(shifted(Date::MAX, i64::MAX), None);
        assert_eq!(Days::of_year(i32::MAX), None);
        assert_eq!(Days::of_decade(i32::MIN), None);
        assert_eq!(Days::of_century(i32::MIN), None);
        assert!(days_between(Date::MIN, Date::MAX) > 7_000_000);
    }

    #[test]
    fn periods_have_their_days() {
        assert_eq!(Days::of_year(2015).unwrap().count(), 365);
        assert_eq!(Days::of_quarter(2015, 1).unwrap().count(), 90);
        assert_eq!(Days::of_quarter(2015, 5), None);
        assert_eq!(Days::of_decade(1995), Days::of_years(1990, 1999));
        assert_eq!(Days::of_century(20), Days::of_years(1900, 2000));
        assert_eq!(Days::of_century(-5), Days::of_years(-499, -400));
        assert_eq!(Days::of_century(0), None);
    }

    #[test]
    fn years_before_the_first_are_astronomical() {
        assert!(is_leap(0) && is_valid(0, 2, 29));
        let ides = on(-43, 3, 15);
        assert_eq!(days_between(ides, on(-42, 3, 15)), 365);
        assert!(!is_leap(1900) && is_leap(2000));
    }

    #[test]
    fn an_age_is_exact_when_both_dates_are() {
        let birth = Days::one(on(1950, 6, 2));
        assert_eq!(years(&birth, &Days::one(on(2015, 6, 1))), (64, 64));
        assert_eq!(years(&birth, &Days::one(on(2015, 6, 2))), (65, 65));
    }

    #[test]
    fn a_leap_day_is_kept_on_either_side() {
        let birth = Days::one(on(1996, 2, 29));
        assert_eq!(years(&birth, &Days::one(on(2015, 2, 28))), (18, 19));
        assert_eq!(years(&birth, &Days::one(on(2015, 3, 1))), (19, 19));
        assert_eq!(years(&birth, &Days::one(on(2016, 2, 28))), (19, 19));
    }
}
