//! Sets: times that recur, as every Monday, each year, daily. “Twice a week” is
//! none: how often and in how long are two things, which rules put together.
//!
//! Values after TIMEX3: the length of one round (`P1W`), or the weekday
//! (`XXXX-WXX-1`).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::clock::clock;
use super::day_part::day_part;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, one_of, word};
use super::weekday::weekday_name;
use crate::document::TokenKind;
use crate::lexicon::{Class, TimeUnit, TimeWord};

/// `set = every | adverb | weekdays | weekends ;`
pub(crate) fn set(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.kind(0) != Some(TokenKind::Word) {
        return tokens.refuse();
    }
    alt((every, adverb, weekdays, weekends)).parse(tokens)
}

fn of_cycle(count: u16, unit: TimeUnit) -> Timex {
    Timex {
        form: DateForm::Set,
        period: Some(Period::Cycle(count, unit)),
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

/// `every = ( "every" | "each" ) ( weekday [ day_part ] [ "at" clock ] | day_part | [ "other" | number ] unit ) ;`
fn every(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, _) = one_of(&["every", "each"])(tokens)?;
    if let Ok((rest, weekday)) = weekday_name(rest) {
        let (rest, _) = opt(day_part).parse(rest)?;
        let at = word("at")(rest).and_then(|(after, _)| clock(after));
        let (rest, clock) = at.map_or((rest, None), |(after, clock)| (after, Some(clock)));
        let set = of_weekday(weekday);
        return Ok((rest, Timex { clock, ..set }));
    }
    if let Ok((rest, _)) = day_part(rest) {
        return Ok((rest, of_cycle(1, TimeUnit::Day)));
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
    match rest.senses(0).time_unit() {
        Some(unit) if unit >= TimeUnit::Minute => rest.accept(1, of_cycle(count, unit)),
        _ => tokens.refuse(),
    }
}

/// `adverb = "daily" | "weekly" | … ;` not before a noun, which it would only
/// describe.
fn adverb(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let Some(TimeWord::Recurrence(count, unit)) = tokens.senses(0).time else {
        return tokens.refuse();
    };
    let describes = tokens.kind(1) == Some(TokenKind::Word)
        && !tokens.is_class(1, Class::Preposition)
        && !tokens.is_class(1, Class::Conjunction);
    if describes || tokens.glued_kind(1) == Some(TokenKind::Hyphen) {
        return tokens.refuse();
    }
    tokens.accept(1, of_cycle(count.into(), unit))
}

/// `weekdays = "Mondays" | … | weekday "mornings" ;`
fn weekdays(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let Some(weekday) = tokens.senses(0).weekday else {
        return tokens.refuse();
    };
    let parts = tokens.senses(1).day_part().is_some() && tokens.text(1).ends_with('s');
    match () {
        () if tokens.text(0).ends_with("days") => tokens.accept(1, of_weekday(weekday)),
        () if parts => tokens.accept(2, of_weekday(weekday)),
        () => tokens.refuse(),
    }
}

/// `weekends = "weekends" ;` behind “at” or “on”
fn weekends(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.is(0, "weekends") && tokens.was_any(1, &["at", "on"]) {
        return tokens.accept(1, of_cycle(1, TimeUnit::Weekend));
    }
    tokens.refuse()
}
