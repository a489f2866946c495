//! Hours as they are spoken: half past eight, twenty to nine, ten o’clock, three in
//! the afternoon, nine thirty, noon.

use nom::Parser;
use nom::branch::alt;

use super::beside::ends;
use super::clock::{half_day, hour, hour_alone, in_half, number, of};
use super::timex::Clock;
use super::tokens::{Parsed, Tokens, hyphen};
use crate::document::{Token, TokenKind};
use crate::lexicon::{DayPart, Lead, TimeUnit};

/// `spoken = past_or_to | o_clock | in_half_day | in_part | roughly | hour_and_minute | named_hour ;`
pub(crate) fn spoken(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    alt((
        past_or_to,
        o_clock,
        in_half_day,
        in_part,
        roughly,
        hour_and_minute,
        named_hour,
    ))
    .parse(tokens)
}

/// `in_the = "in" "the" ( "morning" | "afternoon" | "evening" ) | "at" "night" ;`
/// true for the second half of the day.
pub(crate) fn in_the(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    let led = tokens.is(0, "in") && tokens.is(1, "the");
    match tokens.senses(2).day_part() {
        Some(DayPart::Morning) if led => tokens.accept(3, false),
        Some(DayPart::Afternoon | DayPart::Evening) if led => tokens.accept(3, true),
        _ if tokens.is(0, "at") && tokens.is(1, "night") => tokens.accept(2, true),
        _ => tokens.refuse(),
    }
}

/// `minute = WORD [ "-" ] [ WORD ] | ( "oh" | "o" ) WORD ;` below sixty, in words, with the tokens it takes.
fn minute(tokens: Tokens<'_>) -> Option<(usize, u8)> {
    if tokens.is_any(0, &["o", "oh"]) {
        let below_ten = tokens.senses(1).cardinal.filter(|minute| *minute < 10)?;
        return Some((2, below_ten));
    }
    let tens = tokens.senses(0).cardinal.filter(|minute| *minute < 60)?;
    let joined = hyphen(tokens.skip(1)).is_ok();
    let place = if joined { 2 } else { 1 };
    let unit = tokens.senses(place).cardinal.filter(|unit| *unit < 10);
    match unit.filter(|_| tens >= 20 && tens % 10 == 0) {
        Some(unit) => Some((place + 1, tens + unit)),
        None => Some((1, tens)),
    }
}

/// `past_or_to = ( "half" | [ "a" ] "quarter" | number [ "minutes" ] ) ( "past" | "to" | "after" | "before" ) ( hour | "noon" | "midnight" ) [ half_day | in_the | "o'clock" ] ;`
///
/// “To” only behind “at”, a quarter or minutes, or it would be a range; “half”
/// by itself behind a word that an hour follows, as the British say it. “After” and
/// “before” only behind minutes, as Americans say them.
fn past_or_to(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let article = usize::from(tokens.is(0, "a"));
    let inner = tokens.skip(article);
    let half = inner.is(0, "half");
    let quarter = inner.is(0, "quarter");
    let (count, minutes) = match () {
        () if half => (1, 30),
        () if quarter => (1, 15),
        () => match number(inner, 0)
            .map(|minutes| (1, minutes))
            .or(minute(inner))
        {
            Some(found) => found,
            None => return tokens.refuse(),
        },
    };
    let named = inner.senses(count).time_unit() == Some(TimeUnit::Minute);
    let rest = inner.skip(count + usize::from(named));
    let after = named && rest.is(0, "after");
    let before = named && rest.is(0, "before");
    let past = after || rest.is(0, "past");
    let at = tokens.was_any(1, &["at"]);
    let to = before || rest.is(0, "to") && (named || quarter || at);
    if half && !past && tokens.senses_back(1).leads(Lead::Hour) {
        return half_alone(rest);
    }
    if minutes > 59 || !(past || to) || tokens.was_any(1, &["from", "between"]) && to {
        return tokens.refuse();
    }
    let rest = rest.skip(1);
    let twelve = rest.is_any(0, &["noon", "midday", "midnight"]);
    let hour = hour(rest).filter(|hour| (1..=12).contains(hour));
    let Some(hour) = hour.or(twelve.then_some(12)) else {
        return tokens.refuse();
    };
    let (hour, minute) = match (past, hour) {
        (true, hour) => (hour, minutes),
        (false, 1) => (12, 60 - minutes),
        (false, hour) => (hour - 1, 60 - minutes),
    };
    // ten to midnight, ten past midnight
    let midnight = rest.is(0, "midnight").then_some(if past { 0 } else { 23 });
    let rest = rest.skip(1);
    let clock = rest.skip(o_clock_tokens(rest));
    let (behind, found) = match midnight {
        Some(hour) => (clock, of(hour, minute, true)),
        None => halved(clock, hour, minute),
    };
    // “at ten to one” may be of a horse.
    let said = found.certain || clock.at > rest.at;
    let odds = to && hour == 12 && !(named || quarter || said);
    // “ten minutes after eleven of them left”
    let counted = (after || before) && !(said || twelve || ends(behind) && !behind.is(0, "of"));
    if odds || counted || rest.glued_kind(0) == Some(TokenKind::Colon) {
        return tokens.refuse();
    }
    Ok((behind, found))
}

/// Days that an hour may stand before.
pub(super) const DAYS: [&str; 4] = ["today", "tomorrow", "tonight", "yesterday"];

/// `half_alone = hour ;` at the end of a phrase: at half nine
fn half_alone(rest: Tokens<'_>) -> Parsed<'_, Clock> {
    let hour = hour(rest).filter(|hour| (1..=12).contains(hour));
    match hour {
        Some(hour) if ends(rest.skip(1)) || rest.is_any(1, &DAYS) => {
            Ok(halved(rest.skip(1), hour, 30))
        }
        _ => rest.refuse(),
    }
}

/// The hour, with the half of the day where it is said behind it.
fn halved(rest: Tokens<'_>, hour: u8, minute: u8) -> (Tokens<'_>, Clock) {
    match alt((half_day, in_the)).parse(rest) {
        Ok((rest, afternoon)) => (rest, of(in_half(hour, afternoon), minute, true)),
        Err(_) => (rest, of(hour, minute, false)),
    }
}

/// `"o" "'" "clock" | "oclock"`: how many tokens of it stand here.
fn o_clock_tokens(tokens: Tokens<'_>) -> usize {
    let apostrophe =
        tokens.is(0, "o") && tokens.kind(1) == Some(TokenKind::Apostrophe) && tokens.is(2, "clock");
    match () {
        () if apostrophe => 3,
        () if tokens.is(0, "oclock") => 1,
        () => 0,
    }
}

/// `o_clock = hour ( "o" "'" "clock" | "oclock" ) [ half_day | in_the ] ;`
fn o_clock(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = hour(tokens).filter(|hour| (1..=12).contains(hour)) else {
        return tokens.refuse();
    };
    match o_clock_tokens(tokens.skip(1)) {
        0 => tokens.refuse(),
        count => Ok(halved(tokens.skip(1 + count), hour, 0)),
    }
}

/// `in_half_day = WORD half_day ;` seven p.m.; “am” by itself behind a word that hours follow,
/// for it is a verb
fn in_half_day(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let hour = tokens
        .senses(0)
        .cardinal
        .filter(|hour| (1..=12).contains(hour));
    let verb = tokens.is(1, "am") && !tokens.senses_back(1).leads(Lead::Hour);
    let Some(hour) = hour.filter(|_| !verb && tokens.kind(0) == Some(TokenKind::Word)) else {
        return tokens.refuse();
    };
    let (rest, afternoon) = half_day(tokens.skip(1))?;
    Ok((rest, of(in_half(hour, afternoon), 0, true)))
}

/// `in_part = hour [ ":" DIGITS2 ] in_the ;` behind “at” or another word that an
/// hour follows: at 3 in the afternoon, from 5 to seven in the morning
fn in_part(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    if !tokens.senses_back(1).leads(Lead::Hour) {
        return tokens.refuse();
    }
    let (rest, open) = hour_alone(tokens)?;
    if open.hour > 12 {
        return tokens.refuse();
    }
    let (rest, afternoon) = in_the(rest)?;
    Ok((rest, of(in_half(open.hour, afternoon), open.minute, true)))
}

/// `roughly = hour [ "-" ] "ish" ;` 11ish, 8-ish
fn roughly(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = hour(tokens).filter(|hour| (1..=12).contains(hour)) else {
        return tokens.refuse();
    };
    let rest = match hyphen(tokens.skip(1)) {
        Ok((rest, _)) => rest,
        Err(_) => tokens.skip(1),
    };
    if rest.is(0, "ish") && rest.first().is_some_and(Token::is_glued) {
        return rest.accept(1, of(hour, 0, false));
    }
    tokens.refuse()
}

/// `hour_and_minute = WORD [ "-" ] minute [ half_day | in_the ] ;` nine thirty: with the
/// half of the day, or behind “at” where nothing is counted, or as either end of a
/// span: from three thirty to four ten.
fn hour_and_minute(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = tokens
        .senses(0)
        .cardinal
        .filter(|hour| (1..=12).contains(hour))
    else {
        return tokens.refuse();
    };
    let joined = usize::from(hyphen(tokens.skip(1)).is_ok());
    let inner = tokens.skip(1 + joined);
    let oh = inner.is_any(0, &["o", "oh"]);
    let Some((count, minute)) = minute(inner).filter(|(_, minute)| oh || *minute >= 10) else {
        return tokens.refuse();
    };
    let (rest, clock) = halved(inner.skip(count), hour, minute);
    let ends = rest.kind(0) != Some(TokenKind::Word) || rest.is_any(0, &["on", "to", "until"]);
    let spans = tokens.was_any(1, &["from"]) && rest.is_any(0, &["to", "until"]);
    let ended = tokens.was_any(1, &["to", "until"]) && is_behind_hour(tokens);
    let said = (tokens.was_any(1, &["at"]) || spans || ended)
        && ends
        && rest.glued_kind(0) != Some(TokenKind::Hyphen);
    if clock.certain || said && (oh || minute % 5 == 0) {
        return Ok((rest, clock));
    }
    tokens.refuse()
}

/// Whether “from”, an hour and its minutes in words stand before “to”.
fn is_behind_hour(tokens: Tokens<'_>) -> bool {
    let words = |n: usize| (2..=n).all(|n| tokens.senses_back(n).cardinal.is_some());
    (3..=4).any(|n| words(n) && tokens.was_any(n + 1, &["from"]))
}

/// `named_hour = [ "12" | "twelve" ] ( "noon" | "noonish" | "midday" | "midnight" ) ;`
pub(crate) fn named_hour(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let twelve = usize::from(hour(tokens) == Some(12));
    let rest = tokens.skip(twelve);
    // “Midnight Express”, the film
    let capital = |n: usize| {
        rest.peek(n)
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
    };
    let of_time = rest.senses(1).weekday.is_some()
        || rest.senses(1).month.is_some()
        || rest.senses(1).time.is_some();
    match () {
        () if capital(0) && capital(1) && !of_time => tokens.refuse(),
        () if rest.is_any(0, &["noon", "noonish", "midday"]) => rest.accept(1, of(12, 0, true)),
        () if rest.is(0, "midnight") => rest.accept(1, of(24, 0, true)),
        () => tokens.refuse(),
    }
}
