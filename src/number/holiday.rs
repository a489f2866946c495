//! When a holiday falls: on one day of every year, on a weekday, or so many
//! days from Easter.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::{date, on_or_after, shifted};

/// A holiday by the rule that says when it falls.
///
/// ```
/// use addup::number::Holiday;
///
/// let good_friday: Holiday = serde_json::from_str(r#"{"easter": -2}"#).unwrap();
/// assert_eq!(good_friday.day(2024).unwrap().to_string(), "2024-03-29");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Holiday {
    month: Option<u8>,
    /// A day of that month.
    day: Option<u8>,
    /// Or the first such weekday, of which 1 is Monday,
    weekday: Option<u8>,
    /// that is not before this day of the month.
    from: Option<u8>,
    /// Or days after Easter Sunday, or before it when negative.
    easter: Option<i64>,
    /// Whether countries that write English keep it on several days, so that
    /// the rule gives only the commonest.
    #[serde(default)]
    pub several: bool,
}

impl Holiday {
    /// The day in a year, on the Gregorian calendar.
    pub fn day(self, year: i32) -> Option<Date> {
        if let Some(days) = self.easter {
            return shifted(easter(year)?, days);
        }
        match self.day {
            Some(day) => date(year, self.month?, day),
            None => on_or_after(date(year, self.month?, self.from?)?, self.weekday?),
        }
    }

    /// The month and the day, where they are the same in every year.
    pub fn fixed(self) -> Option<(u8, u8)> {
        Some((self.month?, self.day?))
    }
}

/// Easter Sunday of the western churches in a year of the Gregorian calendar,
/// after the method of an anonymous writer in *Nature* of 20 April 1876 that
/// Meeus gives in *Astronomical Algorithms*, chapter 8. `None` before 1583.
///
/// ```
/// use addup::number::holiday::easter;
///
/// assert_eq!(easter(2000).unwrap().to_string(), "2000-04-23");
/// assert_eq!(easter(1818).unwrap().to_string(), "1818-03-22");
/// ```
pub fn easter(year: i32) -> Option<Date> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, within) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (within / 4) - moon - within % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    date(
        year,
        u8::try_from(days / 31).ok()?,
        u8::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falls(rule: &str, year: i32) -> String {
        let holiday: Holiday = serde_json::from_str(rule).unwrap();
        holiday.day(year).unwrap().to_string()
    }

    #[test]
    fn easter_keeps_to_its_earliest_and_latest_day() {
        for year in 1583..3000 {
            let day = easter(year).unwrap();
            assert!(day >= date(year, 3, 22).unwrap() && day <= date(year, 4, 25).unwrap());
            assert_eq!(crate::number::calendar::weekday(day), 7);
        }
        assert_eq!(easter(1943).unwrap().to_string(), "1943-04-25");
        assert_eq!(easter(33), None);
    }

    #[test]
    fn a_holiday_falls_by_its_rule() {
        assert_eq!(falls(r#"{"month": 7, "day": 4}"#, 1999), "1999-07-04");
        let fourth_thursday = r#"{"month": 11, "weekday": 4, "from": 22}"#;
        assert_eq!(falls(fourth_thursday, 2018), "2018-11-22");
        let last_monday = r#"{"month": 5, "weekday": 1, "from": 25}"#;
        assert_eq!(falls(last_monday, 2021), "2021-05-31");
        assert_eq!(falls(r#"{"easter": 39}"#, 2024), "2024-05-09");
    }
}
