//! Reading a timex against the anchor date: which days it stands for.
//!
//! A bare weekday or date without a year is the nearest one before the anchor
//! date, or after it where its clause speaks of the future; newspapers write
//! “on Friday” for both within a week (*The Associated Press Stylebook*, “days
//! of the week”).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::relative::Step;
use super::timex::{DateForm, Part, Period, Timex};
use crate::number::{Days, calendar};

/// Fills in what can be told without an anchor date.
pub(crate) fn by_itself(timex: &mut Timex) {
    if let Some(end) = timex.end.as_deref_mut() {
        by_itself(end);
    }
    timex.days = own_days(timex).and_then(|days| narrowed(days, timex.part));
    join_ends(timex);
}

/// The days of a range are those from its first end to its last.
fn join_ends(timex: &mut Timex) {
    if let (Some(days), Some(end)) = (timex.days, &timex.end) {
        timex.days = end
            .days
            .and_then(|last| Days::new(days.first, last.last))
            .or(timex.days);
    }
}

/// The days of a part of a period. Writers are loose here, so that each part is
/// half of the whole.
fn narrowed(days: Days, part: Option<Part>) -> Option<Days> {
    let shift = |count| calendar::shifted(days.first, count);
    let length = days.count();
    match part {
        None => Some(days),
        Some(Part::Start) => Days::new(days.first, shift(length / 2)?),
        Some(Part::Middle) => Days::new(shift(length / 4)?, shift(length * 3 / 4)?),
        Some(Part::End) => Days::new(shift(length / 2)?, days.last),
    }
}

fn own_days(timex: &Timex) -> Option<Days> {
    let year = timex.year;
    let short = |year: i32| i16::try_from(year).ok();
    match (timex.period, year, timex.month, timex.day) {
        (Some(Period::Decade(decade)), ..) => Days::of_decade(decade.checked_mul(10)?),
        (Some(Period::Century(century)), ..) => Days::of_century(century),
        (Some(Period::Quarter(n)), Some(year), ..) => Days::of_quarter(year, n),
        (Some(Period::Half(n)), Some(year), ..) => {
            let first = Days::of_quarter(year, 2 * n - 1)?;
            Days::new(first.first, Days::of_quarter(year, 2 * n)?.last)
        }
        (Some(Period::Season(_) | Period::Fiscal), Some(year), ..) => {
            // A season may reach into the next year, a financial year begin in
            // the one before: the days are those of all three.
            let before = Days::of_year(year.checked_sub(1)?)?;
            Days::new(before.first, Days::of_year(year.checked_add(1)?)?.last)
        }
        (_, Some(_), Some(_), Some(_)) => timex.date().map(Days::one),
        (_, Some(year), Some(month), None) => Days::of_month(year, month),
        (_, Some(year), None, None) if timex.form != DateForm::Full => {
            short(year)?;
            Days::of_year(year)
        }
        _ => None,
    }
}

/// Reads a timex against the anchor date. The first end of a range is the
/// nearest one before its last end: Monday to Wednesday.
pub(crate) fn against(timex: &mut Timex, step: Option<Step>, anchor: Date, future: bool) {
    let mut from = anchor;
    let mut forward = future;
    let same_day = timex.clock.is_some();
    if let Some(end) = timex.end.as_deref_mut() {
        against(end, step.filter(|_| same_day), anchor, future);
        if let Some(last) = end.days.filter(|_| !same_day) {
            (from, forward) = (last.first, false);
        }
    }
    match step {
        Some(step) => stepped(timex, step, from),
        None => by_form(timex, from, forward),
    }
    timex.days = timex.days.and_then(|days| narrowed(days, timex.part));
    join_ends(timex);
}

fn set_day(timex: &mut Timex, day: Date) {
    timex.year = Some(day.year().into());
    timex.month = Some(day.month() as u8);
    timex.day = Some(day.day() as u8);
    timex.days = Some(Days::one(day));
    timex.anchored = true;
}

fn weekday_of(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number.try_into().ok()?).ok()
}

fn by_form(timex: &mut Timex, anchor: Date, future: bool) {
    match (timex.form, timex.weekday, timex.month, timex.day) {
        (DateForm::Weekday | DateForm::Range, Some(weekday), None, None) => {
            let Some(day) = nearest_weekday(anchor, weekday, future) else {
                return;
            };
            let period = timex.period;
            set_day(timex, day);
            timex.period = period;
        }
        (DateForm::DayMonth | DateForm::Range, _, Some(month), Some(day))
            if timex.year.is_none() =>
        {
            let Some(date) = nearest_date(anchor, month, day, future) else {
                return;
            };
            timex.year = Some(date.year().into());
            timex.days = Some(Days::one(date));
            timex.anchored = true;
        }
        (DateForm::DayMonth, _, None, Some(day)) => {
            // “Monday 5th”: of the anchor's month, or of the one beside it
            // where the weekday fits only there.
            let date = (-1..=1)
                .filter_map(|months| month_day(anchor, months, day))
                .min_by_key(|date| {
                    let fits = timex.weekday.is_none_or(|w| calendar::weekday(*date) == w);
                    (!fits, calendar::days_between(anchor, *date).abs())
                });
            if let Some(date) = date {
                set_day(timex, date);
            }
        }
        (DateForm::Month | DateForm::Range, _, Some(month), None) if timex.year.is_none() => {
            let year = i32::from(anchor.year());
            let past = i8::try_from(month).is_ok_and(|month| month <= anchor.month());
            let year = match (past, future) {
                (true, true) if i8::try_from(month).is_ok_and(|month| month < anchor.month()) => {
                    year + 1
                }
                (false, false) => year - 1,
                _ => year,
            };
            timex.year = Some(year);
            timex.days = Days::of_month(year, month);
            timex.anchored = true;
        }
        (DateForm::Period, ..) if timex.year.is_none() => {
            if let Some(Period::Quarter(quarter)) = timex.period {
                set_quarter(timex, quarter, anchor, future);
            }
        }
        _ => {}
    }
}

/// A quarter without its year is the last that began, or the next.
fn set_quarter(timex: &mut Timex, quarter: u8, anchor: Date, future: bool) {
    let year = i32::from(anchor.year());
    let begun = Days::of_quarter(year, quarter).is_some_and(|days| days.first <= anchor);
    let over = Days::of_quarter(year, quarter).is_some_and(|days| days.last < anchor);
    let year = match (future, begun, over) {
        (true, _, true) => year + 1,
        (false, false, _) => year - 1,
        _ => year,
    };
    timex.year = Some(year);
    timex.days = Days::of_quarter(year, quarter);
    timex.anchored = true;
}

fn month_day(anchor: Date, months: i32, day: u8) -> Option<Date> {
    let first = anchor
        .first_of_month()
        .checked_add(i64::from(months).months())
        .ok()?;
    Date::new(first.year(), first.month(), day.try_into().ok()?).ok()
}

fn nearest_weekday(anchor: Date, weekday: u8, future: bool) -> Option<Date> {
    let weekday = weekday_of(weekday)?;
    if anchor.weekday() == weekday {
        return Some(anchor);
    }
    anchor
        .nth_weekday(if future { 1 } else { -1 }, weekday)
        .ok()
}

/// The day and month in the year that brings it nearest to the anchor, on the
/// side that the tense says when both are near.
fn nearest_date(anchor: Date, month: u8, day: u8, future: bool) -> Option<Date> {
    let month = i8::try_from(month).ok()?;
    let day = i8::try_from(day).ok()?;
    let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
    years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(|date| {
            let away = calendar::days_between(anchor, *date);
            let wrong_side = (future && away < -31) || (!future && away > 62);
            (wrong_side, away.abs())
        })
}

fn stepped(timex: &mut Timex, step: Step, anchor: Date) {
    timex.anchored = true;
    match step {
        Step::Days(n) => {
            if let Ok(day) = anchor.checked_add(i64::from(n).days()) {
                let period = timex.period;
                set_day(timex, day);
                timex.period = period;
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
                let period = timex.period;
                set_day(timex, day);
                timex.period = period;
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
                timex.days = Days::of_month(day.year().into(), day.month() as u8);
            }
        }
        Step::Years(n) => {
            let year = i32::from(anchor.year()) + n;
            timex.year = Some(year);
            timex.days = Days::of_year(year);
        }
        Step::Quarters(n) => {
            let quarters = i32::from(anchor.year()) * 4 + i32::from(anchor.month() - 1) / 3 + n;
            let (year, quarter) = (quarters.div_euclid(4), quarters.rem_euclid(4) as u8 + 1);
            timex.year = Some(year);
            timex.period = Some(Period::Quarter(quarter));
            timex.days = Days::of_quarter(year, quarter);
        }
        Step::Weekday(weekday, n) => {
            // “next Monday” is the one that comes, “this Monday” the nearest,
            // “last Monday” the one that was.
            let Some(name) = weekday_of(weekday) else {
                return;
            };
            let day = match n {
                0 => monday_of(anchor, 0)
                    .and_then(|monday| monday.checked_add(i64::from(weekday - 1).days()).ok()),
                n => anchor.nth_weekday(n.signum(), name).ok(),
            };
            if let Some(day) = day {
                let period = timex.period;
                set_day(timex, day);
                timex.period = period;
            }
        }
        Step::Month(month, n) => {
            let before = i8::try_from(month).is_ok_and(|month| month < anchor.month());
            let after = i8::try_from(month).is_ok_and(|month| month > anchor.month());
            let year = i32::from(anchor.year())
                + match n {
                    -1 if !before => -1,
                    1 if !after => 1,
                    _ => 0,
                };
            timex.year = Some(year);
            timex.days = Days::of_month(year, month);
        }
        Step::Season(season, n) => {
            timex.period = Some(Period::Season(season));
            let year = i32::from(anchor.year());
            let first_month = [3, 6, 9, 12][usize::from(season - 1).min(3)];
            let year = match n {
                -1 if i32::from(anchor.month()) <= first_month + 2 => year - 1,
                1 if i32::from(anchor.month()) >= first_month => year + 1,
                _ => year,
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
