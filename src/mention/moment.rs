//! A day with its hour, and ranges of hours: tomorrow at 8am, 10.30am on
//! Tuesday, 4-7pm.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};

use super::clock::{clock, hour_alone};
use super::date::{date, day_of_month};
use super::period::part_of;
use super::relative::{Step, opt_on, relative};
use super::set::set;
use super::timex::{Clock, DateForm, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of};
use crate::document::TokenKind;
use crate::lexicon::Class;

/// A timex and how it is counted from the anchor date.
pub(crate) type Stepped = (Timex, Option<Step>);

/// Words behind a number that may make it an hour or a day of the month.
const BEHIND_HOUR: [&str; 14] = [
    "a", "am", "and", "at", "in", "o", "oclock", "of", "p", "past", "pm", "through", "to", "until",
];

/// Whether an expression of time may begin here: a word of time, or a number
/// with one close behind it, in a group of digits, or of four digits.
fn may_begin(tokens: Tokens<'_>) -> bool {
    let senses = tokens.senses(0);
    let digits = tokens.kind(0) == Some(TokenKind::Digits);
    if !digits && senses.cardinal.is_none() {
        return tokens.kind(0) != Some(TokenKind::Word)
            || senses.begins_mention()
            || tokens.is_any(0, &["a", "an"])
            || tokens.is_any(0, &["q", "h"]);
    }
    let is_of_time = |n: usize| {
        let senses = tokens.senses(n);
        senses.month.is_some()
            || senses.is(Class::TimeNoun)
            || senses.is(Class::ClockWord)
            || senses.is(Class::Zone)
    };
    let group = tokens.peek(1).is_some_and(|t| {
        t.is_glued() && !matches!(t.kind, TokenKind::Percent | TokenKind::Comma)
            || matches!(t.kind, TokenKind::EnDash | TokenKind::Hyphen)
    });
    digits && tokens.text(0).len() == 4
        || group
        || tokens.is_any(1, &BEHIND_HOUR)
        || (1..=3).any(is_of_time)
        || tokens.is_any(1, &["BC", "AD", "BCE", "CE", "times"])
}

/// `moment = set | part_of | clock_range [ [ "," ] [ "on" ] day ] | day [ [ "," | "at" | "@" ] clock_range ] ;`
pub(crate) fn moment(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    if !may_begin(tokens) {
        return tokens.refuse();
    }
    alt((
        map(set, |timex| (timex, None)),
        part_of,
        hour_first,
        day_first,
    ))
    .parse(tokens)
}

/// `day = relative | date | day_of_month ;`
fn day(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    alt((
        map(relative, |(timex, step)| (timex, Some(step))),
        map(alt((date, day_of_month)), |timex| (timex, None)),
    ))
    .parse(tokens)
}

/// Whether a timex is one day, so that it can have an hour.
fn is_one_day((timex, step): &Stepped) -> bool {
    let stepped = matches!(
        step,
        Some(Step::Days(_) | Step::Weekday(..) | Step::WeekdayOfWeek(..))
    );
    let written = matches!(
        timex.form,
        DateForm::Full | DateForm::DayMonth | DateForm::Weekday
    );
    (stepped || written) && timex.end.is_none() && timex.clock.is_none()
}

fn day_first(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    let (rest, day) = day(tokens)?;
    if !is_one_day(&day) {
        return Ok((rest, day));
    }
    let at = opt(one_of(&["at", "@"])).parse(rest)?.0;
    let comma = usize::from(at.at == rest.at && rest.kind(0) == Some(TokenKind::Comma));
    match clock_range(at.skip(comma)) {
        Ok((rest, hours)) => Ok((rest, (on_day(hours, &day.0), day.1))),
        Err(_) => Ok((rest, day)),
    }
}

/// Hours that a word joins are two mentions, so that each can be set against
/// how long something took: from 10.15am to 11.45am. One of them alone may need
/// the other to be read (“4 to 7pm”), and a day would be lost to the first.
fn hour_first(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    let (rest, hours) = clock_range(tokens)?;
    let comma = usize::from(rest.kind(0) == Some(TokenKind::Comma));
    match day(opt_on(rest.skip(comma))) {
        Ok((rest, day)) if is_one_day(&day) => Ok((rest, (on_day(hours, &day.0), day.1))),
        _ => match two_hours(tokens) {
            Some((rest, clock)) if hours.end.is_some() => Ok((rest, (of_clock(clock), None))),
            _ => Ok((rest, (hours, None))),
        },
    }
}

/// The first of two hours with a word between them.
fn two_hours(tokens: Tokens<'_>) -> Option<(Tokens<'_>, Clock)> {
    let (rest, first) = clock(tokens).ok()?;
    let word = rest.kind(0) == Some(TokenKind::Word);
    (word && clock(rest.skip(1)).is_ok()).then_some((rest, first))
}

/// The day, with the hour or hours.
fn on_day(hours: Timex, day: &Timex) -> Timex {
    let end = hours.end.map(|end| {
        Box::new(Timex {
            clock: end.clock,
            ..day.clone()
        })
    });
    let period = day.period.filter(|_| hours.clock.is_none());
    Timex {
        clock: hours.clock,
        period,
        end,
        ..day.clone()
    }
}

fn of_clock(clock: Clock) -> Timex {
    Timex {
        form: DateForm::Clock,
        clock: Some(clock),
        ..Timex::default()
    }
}

/// `clock_range = clock [ joint ( clock | hour_alone ) ] | hour_alone joint clock ;`
pub(crate) fn clock_range(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, first, whole) = match clock(tokens) {
        Ok((rest, first)) => (rest, first, true),
        Err(_) => {
            let (rest, first) = hour_alone(tokens)?;
            (rest, first, false)
        }
    };
    let last = joint(tokens, rest).and_then(|(after, tight)| match clock(after) {
        Ok(read) => Some(read),
        Err(_) if whole && tight => hour_alone(after).ok(),
        Err(_) => None,
    });
    match last {
        Some((rest, last)) if whole || last.certain => {
            let dial = |clock: Clock| (clock.hour % 12, clock.minute);
            let passes_twelve = dial(first) > dial(last);
            let first = in_half_of(first, last, passes_twelve);
            let last = in_half_of(last, first, passes_twelve);
            let end = Some(Box::new(of_clock(last)));
            let form = DateForm::Clock;
            Ok((
                rest,
                Timex {
                    form,
                    end,
                    ..of_clock(first)
                },
            ))
        }
        _ if whole => Ok((rest, of_clock(first))),
        _ => tokens.refuse(),
    }
}

/// `joint = "-" | "–" | "to" | "until" | "till" | "and" ;` `and` only after
/// `between`. With whether it is a dash between two glued tokens.
fn joint<'a>(start: Tokens<'a>, rest: Tokens<'a>) -> Option<(Tokens<'a>, bool)> {
    if let Ok((after, _)) = hyphen(rest) {
        return Some((after, true));
    }
    let spaced = matches!(rest.kind(0), Some(TokenKind::EnDash | TokenKind::Hyphen));
    let and = rest.is(0, "and") && start.was_any(1, &["between"]);
    (spaced || and || rest.is_any(0, &["to", "until", "till"])).then(|| (rest.skip(1), false))
}

/// An hour whose half of the day is not said is in the half of the range's
/// other end, or in the other half where the range passes twelve: 4-7pm,
/// 11-1pm.
fn in_half_of(open: Clock, other: Clock, passes_twelve: bool) -> Clock {
    if open.certain || !other.certain || open.hour > 12 {
        return open;
    }
    let afternoon = (other.hour >= 12) != passes_twelve;
    Clock {
        hour: open.hour % 12 + if afternoon { 12 } else { 0 },
        certain: true,
        ..open
    }
}
