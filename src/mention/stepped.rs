//! Reading a relative timex: the day, week, month or year that is so many steps
//! from the anchor’s.

use jiff::ToSpan;
use jiff::civil::Date;

use super::relative::Step;
use super::resolve::{first_month, own_days, set_day, weekday_of};
use super::timex::{Period, Timex};
use crate::number::{Days, calendar};

/// Moves a timex so far from the anchor date as its step says.
pub(crate) fn stepped(timex: &mut Timex, step: Step, anchor: Date) {
    timex.anchored = true;
    match step {
        Step::Hours(n) => {
            // The hour from which it is counted is not known.
            let (least, most) = (n.div_euclid(24), (n + 23).div_euclid(24));
            let shift = |days: i32| calendar::shifted(anchor, days.into());
            let days = shift(least).zip(shift(most));
            timex.days = days.and_then(|(first, last)| Days::new(first, last));
            if let Some(day) = timex.days.and_then(|days| days.as_one()) {
                set_day(timex, day);
            }
        }
        Step::Days(n) => {
            if let Some(day) = calendar::shifted(anchor, n.into()) {
                set_day(timex, day);
            }
        }
        Step::MonthsAndDays(months, days) => {
            let month = anchor.checked_add(i64::from(months).months()).ok();
            if let Some(day) = month.and_then(|day| calendar::shifted(day, days.into())) {
                set_day(timex, day);
                if timex.period == Some(Period::Week) {
                    timex.days = own_days(timex);
                }
            }
        }
        Step::Weeks(n) => {
            if let Some(monday) = monday_of(anchor, n) {
                timex.period = Some(Period::Week);
                timex.days = monday
                    .checked_add(6.days())
                    .ok()
                    .and_then(|sunday| Days::new(monday, sunday));
            }
        }
        Step::NearestWeekend => stepped(timex, Step::Weekend(0), anchor),
        Step::WeekdayOfWeek(weekday, n) => {
            let day = monday_of(anchor, n)
                .and_then(|monday| calendar::shifted(monday, i64::from(weekday) - 1));
            if let Some(day) = day {
                set_day(timex, day);
            }
        }
        Step::WeekdayAgo(weekday, weeks) => {
            // “A week ago on Sunday” is last Sunday for some, and a week before
            // it for others: the nearer to the day a week ago is given.
            let Some(name) = weekday_of(weekday) else {
                return;
            };
            let nearer = calendar::shifted(anchor, i64::from(-7 * weeks - 4))
                .and_then(|day| day.nth_weekday(1, name).ok());
            let both = anchor.nth_weekday(-weeks - 1, name).ok();
            let both = both.zip(anchor.nth_weekday(-weeks, name).ok());
            if let Some(day) = nearer {
                set_day(timex, day);
                timex.days = both.and_then(|(first, last)| Days::new(first, last));
            }
        }
        Step::Weekend(n) => {
            if let Some(monday) = monday_of(anchor, n) {
                timex.period = Some(Period::Weekend);
                let days = monday
                    .checked_add(5.days())
                    .ok()
                    .zip(monday.checked_add(6.days()).ok());
                timex.days = days.and_then(|(first, last)| Days::new(first, last));
            }
        }
        Step::Months(n) => {
            if let Ok(day) = anchor.first_of_month().checked_add(i64::from(n).months()) {
                timex.year = Some(day.year().into());
                timex.month = Some(day.month() as u8);
                timex.days = own_days(timex);
            }
        }
        Step::Years(n) => {
            let year = i32::from(anchor.year()) + n;
            timex.year = Some(year);
            timex.days = own_days(timex);
        }
        Step::Decades(n) => {
            let decade = i32::from(anchor.year()).div_euclid(10) + n;
            timex.period = Some(Period::Decade(decade));
            timex.days = own_days(timex);
        }
        Step::Holiday(n) => {
            let years = i32::from(anchor.year()) - 1..=i32::from(anchor.year()) + 1;
            let mut days = years.filter_map(|year| timex.holiday?.day(year));
            let day = match n {
                0 => days.find(|day| day.year() == anchor.year()),
                1.. => days.find(|day| *day > anchor),
                ..0 => days.rfind(|day| *day < anchor),
            };
            // Its day and month follow from the year.
            timex.year = day.map(|day| day.year().into());
        }
        Step::Fiscal(n) => {
            timex.period = Some(Period::Fiscal);
            timex.year = Some(i32::from(anchor.year()) + n);
            timex.days = own_days(timex);
        }
        Step::Quarters(n) => {
            let quarters = i32::from(anchor.year()) * 4 + i32::from(anchor.month() - 1) / 3 + n;
            let (year, quarter) = (quarters.div_euclid(4), quarters.rem_euclid(4) as u8 + 1);
            timex.year = Some(year);
            timex.period = Some(Period::Quarter(quarter));
            timex.days = Days::of_quarter(year, quarter);
        }
        Step::Weekday(weekday, n) => {
            // “next Monday” is the one that comes, “this Monday” that of the
            // week, “last Monday” the one that was.
            let Some(name) = weekday_of(weekday) else {
                return;
            };
            let day = match n {
                0 => monday_of(anchor, 0)
                    .and_then(|monday| monday.checked_add(i64::from(weekday - 1).days()).ok()),
                n => anchor.nth_weekday(n, name).ok(),
            };
            if let Some(day) = day {
                set_day(timex, day);
            }
        }
        Step::Month(month, n) => {
            let before = i8::try_from(month).is_ok_and(|month| month < anchor.month());
            let after = i8::try_from(month).is_ok_and(|month| month > anchor.month());
            let year = i32::from(anchor.year())
                + match n {
                    0 => 0,
                    ..0 => n + i32::from(before),
                    1.. => n - i32::from(after),
                };
            timex.year = Some(year);
            timex.days = Days::of_month(year, month);
        }
        Step::Season(season, n) => {
            timex.period = Some(Period::Season(season));
            let year = i32::from(anchor.year());
            let first_month = i32::from(first_month(season));
            let month = i32::from(anchor.month());
            let year = match n {
                0 => year,
                ..0 => year + n + i32::from(month > first_month + 2),
                1.. => year + n - i32::from(month < first_month),
            };
            timex.year = Some(year);
        }
    }
    timex.anchored = true;
}

fn monday_of(anchor: Date, weeks: i32) -> Option<Date> {
    let back = i64::from(calendar::weekday(anchor)) - 1;
    anchor
        .checked_sub(back.days())
        .ok()?
        .checked_add(i64::from(weeks).weeks())
        .ok()
}
