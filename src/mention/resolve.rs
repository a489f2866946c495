//! Reading a timex by itself and against the anchor date: which days it stands
//! for. Expressions that are [relative](super::stepped) to it stand by themselves.
//!
//! A bare weekday or date without a year is the nearest one before the anchor
//! date, or after it where its [clause](super::tense) speaks of the future;
//! newspapers write
//! “on Friday” for both within a week (*The Associated Press Stylebook*, “days
//! of the week”).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::relative::Step;
use super::stepped::stepped;
use super::tense::Tense;
use super::timex::{DateForm, Part, Period, Timex};
use crate::number::{Days, calendar};

/// Fills in what can be told without an anchor date.
pub(crate) fn by_itself(timex: &mut Timex) {
    if let Some(end) = timex.end.as_deref_mut() {
        by_itself(end);
    }
    choose(timex);
    timex.days = timex
        .days
        .or_else(|| own_days(timex))
        .and_then(|days| narrowed(days, timex.part));
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

/// The days that the year, month and day of a timex give.
pub(super) fn own_days(timex: &Timex) -> Option<Days> {
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
        (Some(Period::Week), ..) => {
            // Weeks begin on Sunday for some, on Monday for others, or with the
            // day that is named.
            let day = timex.date()?;
            Days::new(calendar::shifted(day, -6)?, calendar::shifted(day, 6)?)
        }
        (Some(Period::Weekend), ..) => {
            let saturday = timex.date()?;
            Days::new(saturday, calendar::shifted(saturday, 1)?)
        }
        _ if timex.which.is_some() && timex.day.is_none() => None,
        (_, Some(_), Some(_), Some(_)) => timex.date().map(Days::one),
        (_, Some(year), Some(month), None) => Days::of_month(year, month),
        (_, Some(year), None, None) if timex.form != DateForm::Full => {
            short(year)?;
            Days::of_year(year)
        }
        _ => None,
    }
}

/// Fills in the day of a holiday, or of the week or weekday of a month, once the
/// year is known.
fn choose(timex: &mut Timex) {
    let Some(year) = timex.year else { return };
    if let Some(holiday) = timex.holiday {
        let Some(day) = holiday.day(year) else { return };
        let anchored = timex.anchored;
        set_day(timex, day);
        timex.anchored = anchored;
        timex.days = holiday.days(year);
        if let (Some(last), None) = (holiday.last_day(year), &timex.end) {
            let mut end = Timex::default();
            set_day(&mut end, last);
            end.days = timex.days;
            timex.form = DateForm::Range;
            timex.end = Some(Box::new(end));
        }
        return;
    }
    let Some(which) = timex.which.filter(|_| timex.day.is_none()) else {
        return;
    };
    let day = match (timex.month, timex.weekday, timex.period) {
        (Some(month), Some(weekday), _) => calendar::weekday_of_month(year, month, weekday, which),
        // The week of a month is the one that has its Thursday in it, as ISO 8601
        // has the weeks of a year.
        (Some(month), None, Some(Period::Week)) => {
            calendar::weekday_of_month(year, month, THURSDAY, which)
        }
        // That of a weekend is the one that has its Saturday.
        (Some(month), None, Some(Period::Weekend)) => {
            calendar::weekday_of_month(year, month, SATURDAY, which)
        }
        (Some(month), None, _) => calendar::day_of_month(year, month, which),
        (None, ..) => calendar::thursday_of_week(year, which),
    };
    if let Some(day) = day {
        timex.year = Some(day.year().into());
        timex.month = Some(day.month().unsigned_abs());
        timex.day = Some(day.day().unsigned_abs());
    }
}

const THURSDAY: u8 = 4;
const SATURDAY: u8 = 6;
const HALF_YEAR: i64 = 183;

/// Reads a timex against the anchor date. The first end of a range is the
/// nearest one before its last end: Monday to Wednesday.
pub(crate) fn against(timex: &mut Timex, step: Option<Step>, anchor: Date, tense: Tense) {
    let mut from = anchor;
    let mut side = tense;
    let same_day = timex.clock.is_some();
    if let Some(end) = timex.end.as_deref_mut() {
        against(end, step.filter(|_| same_day), anchor, tense);
        if let Some(last) = end.days.filter(|_| !same_day) {
            (from, side) = (last.first, Tense::Past);
        }
    }
    match step {
        // Of the weekend just past, but where what is to come is spoken of.
        Some(Step::NearestWeekend) => {
            let past = tense != Tense::Future && calendar::weekday(from) < SATURDAY;
            stepped(timex, Step::Weekend(-i32::from(past)), from);
        }
        Some(step) => stepped(timex, step, from),
        None => by_form(timex, from, side),
    }
    choose(timex);
    if timex.which.is_some() || timex.days.is_none() {
        timex.days = timex
            .days
            .filter(|_| timex.which.is_none())
            .or_else(|| own_days(timex));
    }
    timex.days = timex.days.and_then(|days| narrowed(days, timex.part));
    join_ends(timex);
}

pub(super) fn set_day(timex: &mut Timex, day: Date) {
    timex.year = Some(day.year().into());
    timex.month = Some(day.month() as u8);
    timex.day = Some(day.day() as u8);
    timex.days = Some(Days::one(day));
    timex.anchored = true;
}

pub(super) fn weekday_of(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number.try_into().ok()?).ok()
}

fn by_form(timex: &mut Timex, anchor: Date, tense: Tense) {
    if let Some(holiday) = timex.holiday.filter(|_| timex.year.is_none()) {
        let day = |years: i32| holiday.day(i32::from(anchor.year()) + years);
        let nearest = (-1..=1)
            .filter_map(day)
            .min_by_key(|day| remoteness(anchor, *day, tense));
        timex.year = nearest.map(|day| day.year().into());
        timex.anchored = true;
        return;
    }
    match (timex.form, timex.weekday, timex.month, timex.day) {
        (DateForm::Weekday | DateForm::Range, Some(weekday), None, None) => {
            let Some(day) = nearest_weekday(anchor, weekday, tense) else {
                return;
            };
            let period = timex.period;
            set_day(timex, day);
            timex.period = period;
        }
        (DateForm::DayMonth | DateForm::Range, _, Some(month), Some(day))
            if timex.year.is_none() =>
        {
            let Some(date) = nearest_date(anchor, month, day, tense) else {
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
        (form, _, Some(month), None) if timex.year.is_none() && form != DateForm::Loose => {
            let year = year_of_month(anchor, month, tense);
            timex.year = Some(year);
            timex.days = Days::of_month(year, month);
            timex.anchored = true;
        }
        (DateForm::Period, ..) if timex.year.is_none() => {
            let days = |year| match timex.period {
                Some(Period::Quarter(quarter)) => Days::of_quarter(year, quarter),
                Some(Period::Season(season)) => Days::of_month(year, first_month(season)),
                _ => None,
            };
            // A quarter is reported when it is over.
            let quarter = matches!(timex.period, Some(Period::Quarter(_)));
            let tense = match tense {
                Tense::Unknown if quarter => Tense::Past,
                tense => tense,
            };
            if let Some(year) = year_of(anchor, tense, days) {
                timex.year = Some(year);
                timex.days = own_days(timex);
                timex.anchored = true;
            }
        }
        _ => {}
    }
}

/// The month in which a season begins.
pub(super) fn first_month(season: u8) -> u8 {
    [3, 6, 9, 12][usize::from(season.saturating_sub(1)).min(3)]
}

/// A month without its year is the last that began, or the next.
fn year_of_month(anchor: Date, month: u8, tense: Tense) -> i32 {
    let days = |year| Days::of_month(year, month);
    year_of(anchor, tense, days).unwrap_or_else(|| anchor.year().into())
}

/// The year of what has some days in every year: the last that began, or the
/// next.
fn year_of(anchor: Date, tense: Tense, days: impl Fn(i32) -> Option<Days>) -> Option<i32> {
    let year = i32::from(anchor.year());
    let days = days(year)?;
    let (begun, over) = (days.first <= anchor, days.last < anchor);
    let away = calendar::days_between(anchor, days.first).abs();
    Some(match tense {
        Tense::Future if over => year + 1,
        Tense::Past if !begun => year - 1,
        // The nearest, where no verb tells.
        Tense::Unknown if over && away > HALF_YEAR => year + 1,
        Tense::Unknown if !begun && away > HALF_YEAR => year - 1,
        _ => year,
    })
}

fn month_day(anchor: Date, months: i32, day: u8) -> Option<Date> {
    let first = anchor
        .first_of_month()
        .checked_add(i64::from(months).months())
        .ok()?;
    Date::new(first.year(), first.month(), day.try_into().ok()?).ok()
}

fn nearest_weekday(anchor: Date, weekday: u8, tense: Tense) -> Option<Date> {
    let weekday = weekday_of(weekday)?;
    if anchor.weekday() == weekday {
        return Some(anchor);
    }
    anchor
        .nth_weekday(if tense == Tense::Future { 1 } else { -1 }, weekday)
        .ok()
}

/// The day and month in the year that brings it nearest to the anchor, on the
/// side that the tense says when both are near.
pub(super) fn nearest_date(anchor: Date, month: u8, day: u8, tense: Tense) -> Option<Date> {
    let month = i8::try_from(month).ok()?;
    let day = i8::try_from(day).ok()?;
    let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
    years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(|date| remoteness(anchor, *date, tense))
}

/// How far a day is from the anchor date, those on the wrong side last.
fn remoteness(anchor: Date, day: Date, tense: Tense) -> (bool, i64) {
    let away = calendar::days_between(anchor, day);
    let wrong_side = match tense {
        Tense::Future => away < -31,
        Tense::Past => away > 62,
        Tense::Unknown => false,
    };
    (wrong_side, away.abs())
}
