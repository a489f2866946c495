//! Sets: times that recur, as every Monday, each year, daily, once a week. “Twice a
//! week” is none: how often and in how long are two things, which rules put
//! together.
//!
//! Values after TIMEX3: the length of one round (`P1W`), or the weekday
//! (`XXXX-WXX-1`).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};

use super::beside::ends;
use super::clock::clock;
use super::day_part::day_part;
use super::ordinal::ordinal;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, one_of, word};
use super::weekday::weekday_name;
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, TimeUnit, TimeWord};

/// `set = every | once | adverb | weekdays | weekends | day_parts ;`
pub(crate) fn set(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.kind(0) != Some(TokenKind::Word) {
        return tokens.refuse();
    }
    alt((every, once, adverb, weekdays, weekends, day_parts)).parse(tokens)
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

/// `every = ( "every" | "each" ) ( [ "other" | ordinal ] weekday [ day_part ] [ "at" clock ] [ of_month ] | day_part | "weekday" | [ "other" | number ] unit ) ;`
fn every(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (first, _) = one_of(&["every", "each"])(tokens)?;
    let other = usize::from(first.is(0, "other"));
    let rest = match ordinal(first) {
        Ok((rest, _)) if other == 0 => rest,
        _ => first.skip(other),
    };
    if let Ok((rest, weekday)) = weekday_name(rest) {
        let (rest, _) = opt(day_part).parse(rest)?;
        let at = word("at")(rest).and_then(|(after, _)| clock(after));
        let (rest, clock) = at.map_or((rest, None), |(after, clock)| (after, Some(clock)));
        let (rest, _) = opt(of_month).parse(rest)?;
        let set = of_weekday(weekday);
        return Ok((rest, Timex { clock, ..set }));
    }
    if let Ok((rest, _)) = day_part(first) {
        return Ok((rest, of_cycle(1, TimeUnit::Day)));
    }
    // Five days of seven have no length of one round.
    if other == 0 && first.is(0, "weekday") {
        let form = DateForm::Set;
        return first.accept(
            1,
            Timex {
                form,
                ..Timex::default()
            },
        );
    }
    let (count, rest) = if other > 0 {
        (2, rest)
    } else if let Some(count) = first.senses(0).cardinal {
        (count.into(), first.skip(1))
    } else if let (true, Ok(count)) = (
        first.kind(0) == Some(TokenKind::Digits),
        first.text(0).parse::<u16>(),
    ) {
        (count, first.skip(1))
    } else {
        (1, first)
    };
    match rest.senses(0).time_unit() {
        Some(unit) if unit >= TimeUnit::Minute => rest.accept(1, of_cycle(count, unit)),
        _ => tokens.refuse(),
    }
}

/// `once = "once" ( "a" | "an" | "per" ) unit ;` once a year
fn once(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let led = tokens.is(0, "once") && tokens.is_any(1, &["a", "an", "per"]);
    let singular = !tokens.text(2).ends_with('s');
    let joined = tokens.glued_kind(3) == Some(TokenKind::Hyphen);
    match tokens
        .senses(2)
        .time_unit()
        .filter(|_| led && singular && !joined)
    {
        Some(unit) if unit >= TimeUnit::Hour => tokens.accept(3, of_cycle(1, unit)),
        _ => tokens.refuse(),
    }
}

/// `of_month = ( "of" | "in" ) ( "the" | "a" | "every" | "each" ) "month" ;`
fn of_month(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    let led = tokens.is_any(0, &["in", "of"]);
    if led && tokens.is_any(1, &["a", "each", "every", "the"]) && tokens.is(2, "month") {
        return tokens.accept(3, ());
    }
    tokens.refuse()
}

/// `one_of_each = ( ordinal | "last" ) ( weekday | [ "day" ] ) ( "of" | "in" ) ( "every" | "each" ) unit ;` the first
/// Tuesday of every month: once in each
pub(crate) fn one_of_each(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    // A set with a word before it is rarer than ordinals are.
    if !(2..=5).any(|n| tokens.is_any(n, &["each", "every"])) {
        return tokens.refuse();
    }
    let (rest, _) = alt((map(ordinal, |_| ()), map(one_of(&["last"]), |_| ()))).parse(tokens)?;
    let (rest, weekday) = opt(weekday_name).parse(rest)?;
    let day = usize::from(weekday.is_none() && rest.is(0, "day"));
    let (rest, _) = one_of(&["of", "in"])(rest.skip(day))?;
    let (rest, _) = one_of(&["every", "each"])(rest)?;
    match rest.senses(0).time_unit() {
        Some(unit) if unit >= TimeUnit::Week => rest.accept(1, of_cycle(1, unit)),
        _ => tokens.refuse(),
    }
}

/// Whether a weekday is joined to one that recurs: every Tuesday and Thursday.
pub(crate) fn is_in_set(tokens: Tokens<'_>) -> bool {
    let mark = |n| {
        tokens.back(n).is_some_and(|t| t.kind == TokenKind::Comma)
            || tokens.was_any(n, &["and", "or", "through", "to"])
    };
    let joined = |n: usize| mark(n) && tokens.senses_back(n + 1).weekday.is_some();
    let Some(last) = (0..6).map(|n| 2 * n + 1).take_while(|&n| joined(n)).last() else {
        return false;
    };
    tokens.was_any(last + 2, &["each", "every"]) || tokens.text_back(last + 1).ends_with("days")
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
    // China Daily, the paper
    let capital = |token: Option<Token>| token.is_some_and(Token::is_capitalised);
    let titled = capital(tokens.first()) && capital(tokens.back(1));
    if describes || titled || tokens.glued_kind(1) == Some(TokenKind::Hyphen) {
        return tokens.refuse();
    }
    tokens.accept(1, of_cycle(count.into(), unit))
}

/// `weekdays = [ "alternate" ] "Mondays" | … | weekday "mornings" ;`
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

/// `weekends = "weekends" ;` behind “at”, “on”, “all” or “most”
fn weekends(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.is(0, "weekends") && tokens.was_any(1, &["all", "at", "most", "on"]) {
        return tokens.accept(1, of_cycle(1, TimeUnit::Weekend));
    }
    tokens.refuse()
}

/// `day_parts = "mornings" | "evenings" | … ;` behind “in the” or “on most”
fn day_parts(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let plural = tokens.senses(0).day_part().is_some() && tokens.text(0).ends_with('s');
    let led = tokens.was_any(1, &["the"]) && tokens.was_any(2, &["in"])
        || tokens.was_any(1, &["most"]) && tokens.was_any(2, &["in", "on"]);
    if plural && led && ends(tokens.skip(1)) {
        return tokens.accept(1, of_cycle(1, TimeUnit::Day));
    }
    tokens.refuse()
}
