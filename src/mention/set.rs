//! Sets: times that recur, as every Monday, each year, daily. “Twice a week” is
//! none: how often and in how long are two things, which rules put together.
//!
//! Values after TIMEX3: the length of one round (`P1W`), or the weekday
//! (`XXXX-WXX-1`).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::date::{day_part, weekday_name};
use super::timex::{Cycle, DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, one_of, word};
use crate::document::TokenKind;
use crate::lexicon::Class;

/// `set = every | adverb | weekdays ;`
pub(crate) fn set(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((every, adverb, weekdays)).parse(tokens)
}

fn of_cycle(count: u16, cycle: Cycle) -> Timex {
    Timex {
        form: DateForm::Set,
        period: Some(Period::Cycle(count, cycle)),
        ..Timex::default()
    }
}

fn of_weekday(weekday: u8) -> Timex {
    Timex {
        form: DateForm::Set,
        weekday: Some(weekday),
        ..Timex::default()
    }
}

/// `cycle = "hour" | "day" | "week" | "month" | "quarter" | "year" ;`
fn cycle(tokens: Tokens<'_>) -> Parsed<'_, Cycle> {
    let of = |one: &str, many: &str| tokens.is(0, one) || tokens.is(0, many);
    let cycle = match () {
        () if of("hour", "hours") => Cycle::Hours,
        () if of("day", "days") => Cycle::Days,
        () if of("week", "weeks") => Cycle::Weeks,
        () if of("month", "months") => Cycle::Months,
        () if of("quarter", "quarters") => Cycle::Quarters,
        () if of("year", "years") => Cycle::Years,
        () => return tokens.refuse(),
    };
    tokens.accept(1, cycle)
}

/// `every = ( "every" | "each" ) ( weekday [ day_part ] | [ "other" | number ] cycle ) ;`
fn every(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, _) = one_of(&["every", "each"])(tokens)?;
    if let Ok((rest, weekday)) = weekday_name(rest) {
        let (rest, _) = opt(day_part).parse(rest)?;
        return Ok((rest, of_weekday(weekday)));
    }
    let (count, rest) = if rest.is(0, "other") {
        (2, rest.skip(1))
    } else if let Some(count) = rest.senses(0).cardinal {
        (count.into(), rest.skip(1))
    } else if let (true, Ok(count)) = (
        rest.kind(0) == Some(TokenKind::Digits),
        rest.text(0).parse::<u16>(),
    ) {
        (count, rest.skip(1))
    } else {
        (1, rest)
    };
    let (rest, cycle) = cycle(rest)?;
    Ok((rest, of_cycle(count, cycle)))
}

/// `adverb = "daily" | "weekly" | … ;` not before a noun, which it would only
/// describe.
fn adverb(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (count, cycle) = match tokens.text(0) {
        "hourly" => (1, Cycle::Hours),
        "daily" | "nightly" => (1, Cycle::Days),
        "weekly" => (1, Cycle::Weeks),
        "fortnightly" => (2, Cycle::Weeks),
        "monthly" => (1, Cycle::Months),
        "quarterly" => (1, Cycle::Quarters),
        "annually" | "yearly" => (1, Cycle::Years),
        _ => return tokens.refuse(),
    };
    let describes = tokens.kind(1) == Some(TokenKind::Word)
        && !tokens.is_class(1, Class::Preposition)
        && !tokens.is_class(1, Class::Conjunction);
    if describes || tokens.glued_kind(1) == Some(TokenKind::Hyphen) {
        return tokens.refuse();
    }
    tokens.accept(1, of_cycle(count, cycle))
}

/// `weekdays = [ "on" ] "Mondays" | … ;`
fn weekdays(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (tokens, _) = opt(word("on")).parse(tokens)?;
    match tokens.senses(0).weekday {
        Some(weekday) if tokens.text(0).ends_with("days") => tokens.accept(1, of_weekday(weekday)),
        _ => tokens.refuse(),
    }
}
