//! Calendars that go by the moon: the Hebrew, which is reckoned, and the Islamic,
//! which is seen.
//!
//! Both after Reingold and Dershowitz, *Calendrical Calculations*: days are
//! counted from the first of the year 1, and a day of either calendar is named
//! for its daylight. It begins with the sunset before.

use jiff::civil::Date;

use super::calendar::{date, shifted};

/// The day that was so many days after 31 December of the year before 1.
fn of_count(days: i64) -> Option<Date> {
    shifted(date(1, 1, 1)?, days - 1)
}

/// The day before the first of the Hebrew year 1.
const HEBREW_EPOCH: i64 = -1_373_428;

/// Parts of an hour in a day: 24 times 1080.
const PARTS_OF_DAY: i64 = 25_920;

/// Days from the epoch to the new moon of a Hebrew year, where no new year may be
/// a Sunday, Wednesday or Friday.
fn days_to_year(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(PARTS_OF_DAY);
    day + i64::from((3 * (day + 1)).rem_euclid(7) < 3)
}

/// The first of Tishri, put off where a year would be too long or too short.
fn hebrew_new_year(year: i64) -> i64 {
    let (before, this, next) = (
        days_to_year(year - 1),
        days_to_year(year),
        days_to_year(year + 1),
    );
    let put_off = match (next - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    HEBREW_EPOCH + 1 + this + put_off
}

/// How many days a Hebrew month has, of which Nisan is 1 and Tishri 7.
fn hebrew_month(year: i64, month: u8) -> i64 {
    let leap = (7 * year + 1).rem_euclid(19) < 7;
    let length = hebrew_new_year(year + 1) - hebrew_new_year(year);
    let short = match month {
        2 | 4 | 6 | 10 | 13 => true,
        12 => !leap,
        8 => !matches!(length, 355 | 385),
        9 => matches!(length, 353 | 383),
        _ => false,
    };
    if short { 29 } else { 30 }
}

/// The day of a Hebrew month in a year of our calendar. Months are counted from
/// Nisan; 12 is the last Adar of its year.
///
/// ```
/// use addup::number::moon::hebrew;
///
/// assert_eq!(hebrew(2019, 1, 15).unwrap().to_string(), "2019-04-20");
/// assert_eq!(hebrew(2021, 9, 25).unwrap().to_string(), "2021-11-29");
/// ```
pub fn hebrew(year: i32, month: u8, day: u8) -> Option<Date> {
    // The months from Tishri to Kislev are those in which a Hebrew year begins.
    let year = i64::from(year) + if (7..=9).contains(&month) { 3761 } else { 3760 };
    let last = if (7 * year + 1).rem_euclid(19) < 7 {
        13
    } else {
        12
    };
    let month = if month == 12 { last } else { month };
    let before = if month >= 7 {
        (7..month)
            .map(|month| hebrew_month(year, month))
            .sum::<i64>()
    } else {
        (7..=last)
            .chain(1..month)
            .map(|month| hebrew_month(year, month))
            .sum()
    };
    of_count(hebrew_new_year(year) + before + i64::from(day) - 1)
}

/// The day before the first of the Islamic year 1.
const ISLAMIC_EPOCH: i64 = 227_014;

/// The first such day of an Islamic month in a year of our calendar, after the tables
/// of astronomers, with its day. Who looks for the moon may keep it a day before
/// or after.
///
/// ```
/// use addup::number::moon::islamic;
///
/// assert_eq!(islamic(2019, 10, 1).unwrap().to_string(), "2019-06-05");
/// assert_eq!(islamic(2023, 9, 1).unwrap().to_string(), "2023-03-23");
/// ```
pub fn islamic(year: i32, month: u8, day: u8) -> Option<Date> {
    let about = (i64::from(year) - 622) * 33 / 32;
    let (month, day) = (i64::from(month), i64::from(day));
    (about - 1..=about + 2).find_map(|hijri| {
        let months = 29 * (month - 1) + (6 * month - 1).div_euclid(11);
        let years = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
        of_count(ISLAMIC_EPOCH + years + months + day).filter(|day| i32::from(day.year()) == year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hebrew_new_year_is_no_sunday_wednesday_or_friday() {
        for year in 1900..2100 {
            let day = hebrew(year, 7, 1).unwrap();
            assert!(!matches!(crate::number::calendar::weekday(day), 3 | 5 | 7));
        }
    }

    #[test]
    fn hebrew_days_fall_as_almanacs_have_them() {
        let falls = |year, month, day| hebrew(year, month, day).unwrap().to_string();
        assert_eq!(falls(2016, 7, 10), "2016-10-12");
        assert_eq!(falls(2014, 9, 25), "2014-12-17");
        assert_eq!(falls(2016, 12, 14), "2016-03-24");
        assert_eq!(falls(2020, 3, 6), "2020-05-29");
    }

    #[test]
    fn islamic_months_begin_as_the_tables_have_them() {
        assert_eq!(islamic(2000, 10, 1).unwrap().to_string(), "2000-01-08");
        assert_eq!(islamic(2009, 12, 10).unwrap().to_string(), "2009-11-28");
    }
}
