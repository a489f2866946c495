//! Dates and hours in expressions: what days a date stands for, and what can
//! be told of two of them.

use jiff::civil::Date;

use super::judgement::Judgement;
use super::read::whole;
use super::scene::Scene;
use super::symbol;
use crate::mention::Timex;
use crate::mention::timex::{Clock, DateForm};
use crate::number::{Bound, Days, Interval, Rational, Truth, Unit, UnitId, calendar};
use crate::rule::value::{Amount, Value};

/// The first year in which every country that this crate is read in used the
/// Gregorian calendar or had a choice; before it weekdays give no verdict.
const GREGORIAN: i32 = 1753;

/// The time expression of a mention.
pub(super) fn timex<'a>(scene: Scene<'a>, value: &Value) -> Option<&'a Timex> {
    let Value::Mention { id, .. } = value else {
        return None;
    };
    scene.article.mentions.get(*id)?.time()
}

/// The days that a value stands for.
pub(super) fn days_of(scene: Scene<'_>, value: &Value) -> Option<Days> {
    match value {
        Value::Days(days) => Some(*days),
        _ => days(timex(scene, value)?),
    }
}

/// The days that a time expression stands for: those that were resolved, or
/// those that its own year, month and day give.
pub(super) fn days(timex: &Timex) -> Option<Days> {
    if timex.is_impossible() || timex.form == DateForm::Clock {
        return None;
    }
    if timex.days.is_some() {
        return timex.days;
    }
    if timex.end.is_some() || timex.period.is_some() {
        return None;
    }
    let year = timex.year?;
    match (timex.month, timex.day) {
        (Some(month), Some(day)) => calendar::date(year, month, day).map(Days::one),
        (Some(month), None) => Days::of_month(year, month),
        (None, None) => Days::of_year(year),
        (None, Some(_)) => None,
    }
}

/// The hour of the day, when there is such an hour.
pub(super) fn clock(timex: &Timex) -> Option<Clock> {
    timex.clock.filter(|_| !timex.is_impossible())
}

/// The hour of the day of a value.
pub(super) fn clock_of(scene: Scene<'_>, value: &Value) -> Option<Clock> {
    match value {
        Value::Clock(clock) => Some(*clock),
        _ => clock(timex(scene, value)?),
    }
}

/// How far a time zone lies east of Greenwich.
pub(super) fn zone(timex: &Timex) -> Option<Amount> {
    let minutes = timex.clock?.zone?;
    spanning(i64::from(minutes).into(), UnitId::minute())
}

fn minutes(clock: Clock) -> i64 {
    i64::from(clock.hour) * 60 + i64::from(clock.minute)
}

/// How far two hours of the day stand in a relation. Where one does not tell
/// the half of the day, they give a verdict only by what they share: hours
/// that differ by other than twelve are not the same.
pub(super) fn relate_hours(
    one: Clock,
    other: Clock,
    relation: impl Fn(&Interval, &Interval) -> Truth,
) -> Judgement {
    let exact = |minutes: i64| Interval::exact(minutes.into());
    let (one_at, other_at) = (minutes(one), minutes(other));
    let judged = |one: i64, other: i64| relation(&exact(one), &exact(other));
    if one.certain && other.certain {
        return Judgement::both(judged(one_at, other_at));
    }
    let halves = |clock: Clock, at: i64| match clock.certain {
        true => [at, at],
        false => [at % HALF_DAY, at % HALF_DAY + HALF_DAY],
    };
    let truths: Vec<Truth> = halves(one, one_at)
        .iter()
        .flat_map(|&one| halves(other, other_at).map(|other| judged(one, other)))
        .collect();
    match truths.iter().all(|&truth| truth == truths[0]) {
        true => Judgement::both(truths[0]),
        false => Judgement::POSSIBLE,
    }
}

const HALF_DAY: i64 = 12 * 60;

/// Whether two hours are one moment, each in its own time zone; `None` when
/// only one names a zone.
pub(super) fn is_same_moment(one: Clock, other: Clock) -> Option<Judgement> {
    let (from, to) = match (one.zone, other.zone) {
        (Some(one), Some(other)) => (i64::from(one), i64::from(other)),
        (None, None) => (0, 0),
        _ => return None,
    };
    let apart = (minutes(one) - from) - (minutes(other) - to);
    let cycle = match one.certain && other.certain {
        true => 2 * HALF_DAY,
        false => HALF_DAY,
    };
    match apart.rem_euclid(cycle) {
        0 if cycle == HALF_DAY => Some(Judgement::POSSIBLE),
        apart => Some((apart == 0).into()),
    }
}

/// The document's anchor date.
pub(super) fn anchor(scene: Scene<'_>) -> Value {
    Value::or_missing(scene.article.document.anchor, |anchor| {
        Value::Days(Days::one(anchor.date))
    })
}

/// Whether so many dates lie in years after the anchor date that it cannot be
/// the date of the text as it stands.
pub(super) fn is_overtaken(scene: Scene<'_>) -> Option<Judgement> {
    const MANY: usize = 3;
    let year = i32::from(scene.article.document.anchor?.date.year());
    let times = scene.article.mentions.iter();
    let years = times.filter_map(|mention| mention.time().filter(|time| time.dated)?.year);
    Some((years.filter(|&later| later > year).take(MANY).count() == MANY).into())
}

/// A field of computed days.
pub(super) fn of_days(days: Days, name: &str) -> Value {
    let (first, last) = (days.first, days.last);
    let is_month = first.first_of_month() == last.first_of_month();
    let common = |holds: bool, number: i32| match holds {
        true => whole(number.into()),
        false => Value::Missing,
    };
    match name {
        "first" => Value::Days(Days::one(first)),
        "last" => Value::Days(Days::one(last)),
        "year" => common(first.year() == last.year(), first.year().into()),
        "month" => common(is_month, first.month().into()),
        "day" => common(first == last, first.day().into()),
        "weekday" => Value::or_missing(days.as_one(), weekday_symbol),
        _ => Value::Missing,
    }
}

fn weekday_symbol(day: Date) -> Value {
    Value::or_missing(symbol::weekday(calendar::weekday(day)), Value::Symbol)
}

/// The true weekday of a date, whatever weekday is written beside it.
pub(super) fn weekday(scene: Scene<'_>, value: &Value) -> Value {
    let written =
        timex(scene, value).and_then(|timex| timex.date().filter(|_| timex.end.is_none()));
    let day = written.or_else(|| days_of(scene, value).and_then(|days| days.as_one()));
    let day = day.filter(|day| i32::from(day.year()) >= GREGORIAN);
    Value::or_missing(day, weekday_symbol)
}

/// Whether the weekday that is written is that of the day that is written: in
/// its own year, or when none is written in the anchor's or one beside it.
pub(super) fn weekday_fits(scene: Scene<'_>, value: &Value) -> Judgement {
    fits(scene, value).unwrap_or(Judgement::POSSIBLE)
}

fn fits(scene: Scene<'_>, value: &Value) -> Option<Judgement> {
    let timex = timex(scene, value)?;
    let (weekday, month, day) = (timex.weekday?, timex.month?, timex.day?);
    if timex.is_impossible() {
        return None;
    }
    let years = match timex.year.filter(|_| timex.dated) {
        Some(year) => year..=year,
        None => {
            let year = i32::from(scene.article.document.anchor?.date.year());
            year - 1..=year + 1
        }
    };
    if *years.start() < GREGORIAN {
        return None;
    }
    let any = years
        .filter_map(|year| calendar::date(year, month, day))
        .any(|date| calendar::weekday(date) == weekday);
    Some(any.into())
}

/// The year that a date lies in; all that it may lie in.
pub(super) fn year(scene: Scene<'_>, value: &Value) -> Option<Amount> {
    if let Some(year) = timex(scene, value).and_then(|timex| timex.year) {
        return Some(Amount::number(Interval::exact(i64::from(year).into())));
    }
    let days = days_of(scene, value)?;
    numbers(days.first.year().into(), days.last.year().into())
}

/// The month that a date lies in, 1 to 12; all that it may lie in.
pub(super) fn month(scene: Scene<'_>, value: &Value) -> Option<Amount> {
    if let Some(month) = timex(scene, value).and_then(|timex| timex.month) {
        return Some(Amount::number(Interval::exact(i64::from(month).into())));
    }
    let days = days_of(scene, value)?;
    if days.first.year() != days.last.year() {
        return None;
    }
    numbers(days.first.month().into(), days.last.month().into())
}

fn numbers(low: i64, high: i64) -> Option<Amount> {
    between(low, high).map(Amount::number)
}

fn between(low: i64, high: i64) -> Option<Interval> {
    Interval::new(Bound::Closed(low.into()), Bound::Closed(high.into()))
}

/// From one date to another: the days between any day of the one and any day
/// of the other.
pub(super) fn days_between(from: Days, to: Days) -> Option<Amount> {
    let least = calendar::days_between(from.last, to.first);
    let most = calendar::days_between(from.first, to.last);
    Amount::of_unit(between(least, most)?, Unit::of(UnitId::day()))
}

/// The days of a range of days without a year, in a year that stands for all:
/// “from 3 to 10 May” is eight days in any. `None` where a leap day would tell.
pub(super) fn undated_range(scene: Scene<'_>, value: &Value) -> Option<Days> {
    let Value::Mention { id, .. } = value else {
        return None;
    };
    let timex = scene.article.mentions.get(*id)?.time()?;
    let end = timex.end.as_deref()?;
    let (month, last_month) = (timex.month?, end.month?);
    if timex.year.is_some() || end.year.is_some() || (month <= 2 && last_month > 2) {
        return None;
    }
    let first = calendar::date(2001, month, timex.day?)?;
    Days::new(first, calendar::date(2001, last_month, end.day?)?)
}

/// How many days a date covers.
pub(super) fn days_in(days: Days) -> Option<Amount> {
    spanning(days.count().into(), UnitId::day())
}

/// Completed years from one date to another.
pub(super) fn years_between(birth: Days, at: Days) -> Option<Amount> {
    if at.last < birth.first {
        return None;
    }
    let years = calendar::completed_years(&birth, &at);
    Amount::of_unit(years, Unit::of(UnitId::year()))
}

/// From one hour of the day to another, over midnight where need be.
/// When one does not tell the half of the day, up to twelve hours more.
pub(super) fn elapsed(from: Clock, to: Clock) -> Option<Amount> {
    let apart = minutes(to) - minutes(from);
    if from.certain && to.certain {
        return spanning(apart.rem_euclid(2 * HALF_DAY).into(), UnitId::minute());
    }
    let least = apart.rem_euclid(HALF_DAY);
    let either = between(least, least + HALF_DAY)?;
    Amount::of_unit(either, Unit::of(UnitId::minute()))
}

fn spanning(count: Rational, unit: UnitId) -> Option<Amount> {
    Amount::of_unit(Interval::exact(count), Unit::of(unit))
}

/// Whether one date lies wholly before another.
pub(super) fn is_before(one: Days, other: Days) -> Truth {
    if one.last < other.first {
        Truth::Certain
    } else if one.first >= other.last {
        Truth::Impossible
    } else {
        Truth::Possible
    }
}

/// Whether two dates are the same day.
pub(super) fn is_same(one: Days, other: Days) -> Truth {
    if !one.overlaps(&other) {
        Truth::Impossible
    } else if one == other && one.first == one.last {
        Truth::Certain
    } else {
        Truth::Possible
    }
}

/// A day written as `2015-11-04`.
pub(super) fn parse(text: &str) -> Option<Days> {
    text.parse::<Date>().ok().map(Days::one)
}
