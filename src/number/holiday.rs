//! When a holiday falls: on one day of every year, on a weekday, so many days
//! from Easter, or on a day of a [calendar](super::moon) that goes by the moon.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Days;
use super::calendar::{date, on_or_after, shifted};
use super::moon;

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
    /// The same of the Easter of the eastern churches.
    orthodox: Option<i64>,
    /// Whose month and day they are.
    #[serde(default)]
    calendar: Reckoning,
    /// How many days it lasts; one where it does not say.
    lasts: Option<u8>,
    /// Whether countries that write English keep it on several days, so that
    /// the rule gives only the commonest.
    #[serde(default)]
    pub several: bool,
}

/// A calendar by which holidays are reckoned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Reckoning {
    /// Ours, since 1582.
    #[default]
    Gregorian,
    /// Months from Nisan on.
    Hebrew,
    /// Months from Muharram on.
    Islamic,
}

impl Holiday {
    /// Its day in a year, or its first, on the Gregorian calendar.
    pub fn day(self, year: i32) -> Option<Date> {
        if let Some(days) = self.easter {
            return shifted(easter(year)?, days);
        }
        if let Some(days) = self.orthodox {
            return shifted(orthodox_easter(year)?, days);
        }
        let month = self.month?;
        match (self.calendar, self.day) {
            (Reckoning::Gregorian, Some(day)) => date(year, month, day),
            (Reckoning::Gregorian, None) => {
                on_or_after(date(year, month, self.from?)?, self.weekday?)
            }
            (Reckoning::Hebrew, day) => moon::hebrew(year, month, day?),
            (Reckoning::Islamic, day) => moon::islamic(year, month, day?),
        }
    }

    /// Its last day in a year, of those that last for several.
    pub fn last_day(self, year: i32) -> Option<Date> {
        let lasts = self.lasts.filter(|days| *days > 1)?;
        shifted(self.day(year)?, i64::from(lasts) - 1)
    }

    /// The days on which it may be kept: any of the year where countries differ,
    /// from the evening before where days begin with the evening, and from a day
    /// before to a day after where the moon must be seen.
    pub fn days(self, year: i32) -> Option<Days> {
        if self.several {
            return Days::of_year(year);
        }
        let first = self.day(year)?;
        let last = self.last_day(year).unwrap_or(first);
        let (before, after) = match self.calendar {
            Reckoning::Gregorian => (0, 0),
            Reckoning::Hebrew => (-1, 0),
            Reckoning::Islamic => (-2, 1),
        };
        Days::new(shifted(first, before)?, shifted(last, after)?)
    }

    /// The month and the day, where they are the same in every year.
    pub fn fixed(self) -> Option<(u8, u8)> {
        match self.calendar {
            Reckoning::Gregorian => Some((self.month?, self.day?)),
            _ => None,
        }
    }
}

/// Easter Sunday of the eastern churches in a year of the Gregorian calendar, by
/// Meeus's method for the Julian one.
///
/// ```
/// use addup::number::holiday::orthodox_easter;
///
/// assert_eq!(orthodox_easter(2019).unwrap().to_string(), "2019-04-28");
/// assert_eq!(orthodox_easter(2017).unwrap().to_string(), "2017-04-16");
/// ```
pub fn orthodox_easter(year: i32) -> Option<Date> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let days = moon + sunday + 114;
    let julian = date(
        year,
        u8::try_from(days / 31).ok()?,
        u8::try_from(days % 31 + 1).ok()?,
    )?;
    let behind = year / 100 - year / 400 - 2;
    shifted(julian, behind.into())
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
