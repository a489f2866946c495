//! Whether 11/9/2015 is in September or November: the document's other dates
//! may tell.

use jiff::civil::Date;

use super::Mention;
use super::relative::Step;
use super::resolve::nearest_date;
use super::tense::Tense;
use super::timex::{DateForm, Timex};
use crate::document::Document;
use crate::number::calendar;
use crate::source::DayOrder;

/// Whether the document's numeric dates have the day first (`Some(true)`), the
/// month first, or do not tell. Where none of them tells, the house does.
pub(crate) fn day_comes_first(
    document: &Document<'_>,
    found: &[(Mention, Option<Step>)],
) -> Option<bool> {
    let (mut day, mut month) = (0, 0);
    for (mention, _) in found {
        if mention.time().is_none() {
            continue;
        }
        let written = &document.source[mention.span];
        for (first, second) in numeric_parts(written)
            .into_iter()
            .chain(last_parts(written))
        {
            day += usize::from(first > 12 && second <= 12);
            month += usize::from(second > 12 && first <= 12);
        }
    }
    match (day, month) {
        (1.., 0) => Some(true),
        (0, 1..) => Some(false),
        (0, 0) => document
            .source
            .day_order
            .map(|order| order == DayOrder::DayFirst),
        _ => None,
    }
}

/// The two small numbers of `11/9/2015`, whatever stands beside it.
fn numeric_parts(written: &str) -> Option<(u8, u8)> {
    written.split_whitespace().find_map(two_and_year)
}

/// The same of the last date in a range: `1/9/2015-11/9/2015`.
fn last_parts(written: &str) -> Option<(u8, u8)> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—');
    written.rsplit(marks).find_map(two_and_year)
}

fn two_and_year(word: &str) -> Option<(u8, u8)> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let mut parts = word.split(['/', '-', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if third.len() != 4 {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?))
}

/// Puts day and month in order where both may be either: by the weekday that
/// stands beside them, if one order alone fits it, else as the document has it.
/// A weekday that neither order fits is wrong in both.
pub(crate) fn order(timex: &mut Timex, written: &str, day_first: Option<bool>) {
    let is_range = timex.end.is_some();
    if let Some(end) = timex.end.as_deref_mut() {
        order_parts(end, last_parts(written), day_first);
    }
    if timex.form == DateForm::Full || is_range && timex.form == DateForm::Range {
        order_parts(timex, numeric_parts(written), day_first);
    }
}

fn order_parts(timex: &mut Timex, parts: Option<(u8, u8)>, day_first: Option<bool>) {
    let Some((first, second)) = parts.filter(|_| timex.month.is_none()) else {
        return;
    };
    let fits = |month, day| {
        let weekday = timex.year.and_then(|year| weekday_of(year, month, day));
        weekday.is_some() && weekday == timex.weekday
    };
    let day_first = match (fits(second, first), fits(first, second)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        (false, false) if timex.weekday.is_some() => day_first.or(Some(true)),
        _ => day_first,
    };
    let Some(day_first) = day_first else {
        return;
    };
    let (day, month) = if day_first {
        (first, second)
    } else {
        (second, first)
    };
    timex.day = Some(day);
    timex.month = Some(month);
}

/// Puts day and month in order where no year stands beside them: by the weekday
/// that does, if about the anchor date one order alone fits it. “Friday 7/6” is 7
/// June or 6 July.
pub(crate) fn order_by_weekday(timex: &mut Timex, written: &str, anchor: Date) {
    let open = timex.form == DateForm::DayMonth && timex.month.is_none() && timex.day.is_none();
    let (Some(weekday), true) = (timex.weekday, open && timex.holiday.is_none()) else {
        return;
    };
    let Some((first, second)) = written.split_whitespace().find_map(two_alone) else {
        return;
    };
    let fits = |month, day| {
        let nearest = nearest_date(anchor, month, day, Tense::Unknown);
        nearest.is_some_and(|day| calendar::weekday(day) == weekday)
    };
    let (month, day) = match (fits(second, first), fits(first, second)) {
        (true, false) => (second, first),
        (false, true) => (first, second),
        _ => return,
    };
    timex.month = Some(month);
    timex.day = Some(day);
}

/// The two numbers of `7/6`.
fn two_alone(word: &str) -> Option<(u8, u8)> {
    let (first, second) = word.split_once('/')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}

/// The weekday of a date, 1 for Monday; `None` where the calendar lacks it.
fn weekday_of(year: i32, month: u8, day: u8) -> Option<u8> {
    let year = i16::try_from(year).ok()?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let weekday = Date::new(year, month, day).ok()?.weekday();
    u8::try_from(weekday.to_monday_one_offset()).ok()
}
