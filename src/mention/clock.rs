//! Hours of the day: 10.30am, 19:30 GMT, 1530 GMT, between 2200 and 0600, ten
//! o’clock, noon.

use nom::Parser;
use nom::branch::alt;

use super::quantity::Quantity;
use super::timex::Clock;
use super::tokens::{Parsed, Tokens, hyphen};
use super::{Figure, Form, Kind, Numeral};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::number::{Rational, Unit, UnitId};

/// `clock = ( with_minutes | four_digits | with_half_day | military | unmarked | past_or_to | o_clock | in_part | named ) [ zone ] ;`
pub(crate) fn clock(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let (rest, clock) = alt((
        with_minutes,
        four_digits,
        with_half_day,
        military,
        unmarked,
        past_or_to,
        o_clock,
        in_part,
        named,
    ))
    .parse(tokens)?;
    let (rest, zoned) = zone(rest);
    Ok((
        rest,
        Clock {
            zone: zoned.flatten(),
            zoned: zoned.is_some(),
            ..clock
        },
    ))
}

/// `stopwatch = DIGITS ":" DIGITS2 "." DIGITS ;` 1:36.6 is 96.6 seconds. A
/// colon between digits that is neither this nor an hour is no mention at all.
pub(crate) fn stopwatch(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let colon = tokens.glued_kind(1) == Some(TokenKind::Colon)
        && tokens.glued_kind(2) == Some(TokenKind::Digits);
    let point = tokens.glued_kind(3) == Some(TokenKind::Period)
        && tokens.glued_kind(4) == Some(TokenKind::Digits);
    if tokens.kind(0) != Some(TokenKind::Digits) || !colon || !point || tokens.text(2).len() != 2 {
        return tokens.refuse();
    }
    let minutes = tokens
        .text(0)
        .parse::<u16>()
        .ok()
        .map(|n| Rational::integer(i128::from(n) * 60));
    let seconds = Rational::parse(&format!("{}.{}", tokens.text(2), tokens.text(4)));
    let place = Rational::power_of_ten(-(tokens.text(4).len() as i32));
    let sum = minutes
        .zip(seconds)
        .and_then(|(minutes, seconds)| minutes.plus(seconds));
    let (Some(value), Some(place)) = (sum, place) else {
        return tokens.refuse();
    };
    let figure = Figure::One(Numeral {
        value,
        place,
        form: Form::Digits,
    });
    tokens.accept(
        5,
        Quantity::in_unit(Kind::Duration, figure, Unit::of(UnitId::second())),
    )
}

fn number(tokens: Tokens<'_>, n: usize) -> Option<u8> {
    if tokens.kind(n) == Some(TokenKind::Digits) && tokens.text(n).len() <= 2 {
        tokens.text(n).parse().ok()
    } else {
        None
    }
}

/// `hour = DIGITS | WORD ;` in digits or in words.
fn hour(tokens: Tokens<'_>) -> Option<u8> {
    number(tokens, 0).or_else(|| tokens.senses(0).cardinal.filter(|hour| *hour <= 12))
}

fn of(hour: u8, minute: u8, certain: bool) -> Clock {
    Clock {
        hour,
        minute,
        certain,
        zone: None,
        zoned: false,
    }
}

/// `hour_alone = hour [ ( ":" | "." ) DIGITS2 ] ;` the end of a range whose
/// other end says which half of the day it is.
pub(crate) fn hour_alone(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = hour(tokens).filter(|hour| *hour <= 24) else {
        return tokens.refuse();
    };
    let minutes = matches!(
        tokens.glued_kind(1),
        Some(TokenKind::Colon | TokenKind::Period)
    ) && tokens.glued_kind(2) == Some(TokenKind::Digits);
    let (count, minute) = match number(tokens, 2).filter(|_| minutes) {
        Some(minute) if tokens.text(2).len() == 2 && minute < 60 => (3, minute),
        _ => (1, 0),
    };
    let goes_on = matches!(
        tokens.glued_kind(count),
        Some(
            TokenKind::Word
                | TokenKind::Digits
                | TokenKind::Percent
                | TokenKind::Slash
                | TokenKind::Comma
        )
    ) && tokens.glued_kind(count) != Some(TokenKind::Comma)
        || minutes && count == 1;
    if goes_on || tokens.first().is_some_and(|t| t.is_glued()) && tokens.at > 0 && is_inside(tokens)
    {
        return tokens.refuse();
    }
    tokens.accept(count, of(hour, minute, hour > 12))
}

/// Whether a number is glued to something else before it.
fn is_inside(tokens: Tokens<'_>) -> bool {
    matches!(
        tokens.back(1).map(|t| t.kind),
        Some(TokenKind::Currency | TokenKind::Period | TokenKind::Digits | TokenKind::Word)
    )
}

/// `half_day = "am" | "pm" | "a.m." | "p.m." ;` true for the afternoon. Glued to
/// digits behind it, it is part of a code: PM01183.
fn half_day(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    match () {
        () if tokens.glued_kind(1) == Some(TokenKind::Digits) => return tokens.refuse(),
        () if tokens.is(0, "am") => return tokens.accept(1, false),
        () if tokens.is(0, "pm") => return tokens.accept(1, true),
        () if tokens.is_any(0, &["a", "p"]) => {}
        () => return tokens.refuse(),
    }
    if tokens.kind(1) != Some(TokenKind::Period) || !tokens.is(2, "m") {
        return tokens.refuse();
    }
    let stop = usize::from(tokens.glued_kind(3) == Some(TokenKind::Period));
    tokens.accept(3 + stop, tokens.is(0, "p"))
}

fn in_half(hour: u8, afternoon: bool) -> u8 {
    match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
    }
}

/// `in_the = "in" "the" ( "morning" | "afternoon" | "evening" ) | "at" "night" ;`
/// true for the second half of the day.
fn in_the(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    let led = tokens.is(0, "in") && tokens.is(1, "the");
    match () {
        () if led && tokens.is(2, "morning") => tokens.accept(3, false),
        () if led && tokens.is_any(2, &["afternoon", "evening"]) => tokens.accept(3, true),
        () if tokens.is(0, "at") && tokens.is(1, "night") => tokens.accept(2, true),
        () => tokens.refuse(),
    }
}

/// `with_minutes = hour ( ":" | "." ) DIGITS2 [ ":" DIGITS2 ] [ half_day ] ;`
///
/// With a point it is a decimal unless a half of the day follows.
fn with_minutes(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let separator = tokens.glued_kind(1);
    let colon = separator == Some(TokenKind::Colon);
    let shape = (colon || separator == Some(TokenKind::Period))
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.text(2).len() == 2;
    let (Some(hour), Some(minute), true) = (number(tokens, 0), number(tokens, 2), shape) else {
        return tokens.refuse();
    };
    let seconds = tokens.glued_kind(3) == Some(TokenKind::Colon)
        && tokens.glued_kind(4) == Some(TokenKind::Digits);
    let rest = tokens.skip(if seconds && colon { 5 } else { 3 });
    if rest.glued_kind(0) == Some(TokenKind::Period)
        && rest.glued_kind(1) == Some(TokenKind::Digits)
    {
        return tokens.refuse();
    }
    if let Ok((rest, afternoon)) = half_day(rest) {
        return Ok((rest, of(in_half(hour, afternoon), minute, true)));
    }
    let zoned = rest.is_class(0, Class::Zone) || rest.is_any(0, &["hrs", "hours"]);
    let led = tokens.was_any(
        1,
        &[
            "at", "from", "until", "till", "by", "before", "after", "to", "and", "between",
        ],
    );
    // 4:39 left to play, a ratio of 16:9, Luke 10:30: an hour must be led, look
    // like one, or begin a span of hours.
    let spans = rest.is_any(0, &["till", "to", "until"])
        && rest.kind(1) == Some(TokenKind::Digits)
        && rest.glued_kind(2) == Some(TokenKind::Colon);
    let likely = colon
        && (led
            || spans
            || zoned
            || (tokens.text(0).len() == 2 && !tokens.first().is_some_and(|t| t.is_glued())));
    if !(likely || (zoned && !colon)) || (rest.glued_kind(0) == Some(TokenKind::Colon)) {
        return tokens.refuse();
    }
    let rest = if rest.is_any(0, &["hrs", "hours"]) {
        rest.skip(1)
    } else {
        rest
    };
    Ok((
        rest,
        of(
            hour,
            minute,
            hour > 12 || tokens.text(0).starts_with('0') || zoned,
        ),
    ))
}

/// `four_digits = DIGITS4 half_day ;` 1140 a.m.
fn four_digits(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let text = tokens.text(0);
    if tokens.kind(0) != Some(TokenKind::Digits) || !(3..=4).contains(&text.len()) {
        return tokens.refuse();
    }
    let (rest, afternoon) = half_day(tokens.skip(1))?;
    let (hours, minutes) = text.split_at(text.len() - 2);
    match (hours.parse(), minutes.parse()) {
        (Ok(hour @ 1..=12), Ok(minute @ 0..=59)) => {
            Ok((rest, of(in_half(hour, afternoon), minute, true)))
        }
        _ => tokens.refuse(),
    }
}

/// `with_half_day = hour half_day ;` 7pm, 7 p.m.
fn with_half_day(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = hour(tokens) else {
        return tokens.refuse();
    };
    let (rest, afternoon) = half_day(tokens.skip(1))?;
    Ok((rest, of(in_half(hour, afternoon), 0, true)))
}

/// `military = DIGITS4 ( zone | "hrs" | "hours" ) ;` 1530 GMT
fn military(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let text = tokens.text(0);
    let marked = tokens.is_class(1, Class::Zone) && tokens.peek(1).is_some_and(|t| t.is_upper())
        || tokens.is_any(1, &["hrs", "hours"]);
    if tokens.kind(0) != Some(TokenKind::Digits) || !marked || !(4..=5).contains(&text.len()) {
        return tokens.refuse();
    }
    let hours = tokens.is_any(1, &["hrs", "hours"]);
    // "1500 hours" may be a length of time: at, from, by, or a leading nought
    // make it an hour.
    let led = tokens.was_any(
        1,
        &[
            "at", "by", "until", "from", "around", "about", "to", "between",
        ],
    );
    if hours && !(text.starts_with('0') || (led && text.len() == 4)) && !(text.len() == 5 && led) {
        return tokens.refuse();
    }
    let (hour, minute) = text.split_at(text.len() - 2);
    match (hour.parse(), minute.parse()) {
        // “1 January, 1970 UTC”: no hour has seventy minutes, and a year may
        // stand there.
        (Ok(_), Ok(60..)) if is_behind_month(tokens) => tokens.refuse(),
        (Ok(hour), Ok(minute)) => tokens.accept(if hours { 2 } else { 1 }, of(hour, minute, true)),
        _ => tokens.refuse(),
    }
}

/// Whether a month, or a month and its day, stands before.
fn is_behind_month(tokens: Tokens<'_>) -> bool {
    (1..=4).any(|n| tokens.senses_back(n).month.is_some())
}

/// Words between the two hours of a span.
const TO: [&str; 4] = ["and", "till", "to", "until"];

/// `unmarked = DIGITS4 ;` one end of a span of hours: between 2200 and 0700,
/// 1700-1800 GMT. A leading nought or the other end tells that it is an hour.
fn unmarked(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(clock) = four_alone(tokens, 0) else {
        return tokens.refuse();
    };
    let nought = |text: &str| text.starts_with('0');
    let opens = tokens.was_any(1, &["between", "from"]) && tokens.is_any(1, &TO);
    let dash = hyphen(tokens.skip(1)).is_ok();
    let ends = (opens || dash) && four_alone(tokens, 2).is_some();
    let end_marked = ends && military(tokens.skip(2)).is_ok();
    let first = end_marked || opens && ends && (nought(tokens.text(0)) || nought(tokens.text(2)));
    let start = tokens
        .at
        .checked_sub(2)
        .and_then(|at| four_alone(Tokens { at, ..tokens }, 0));
    let led = tokens.was_any(1, &TO) && tokens.was_any(3, &["between", "from"]);
    let last = led && start.is_some() && (nought(tokens.text(0)) || nought(tokens.text_back(2)));
    if first || last {
        return tokens.accept(1, clock);
    }
    tokens.refuse()
}

/// Four digits by themselves that a clock can show.
fn four_alone(tokens: Tokens<'_>, n: usize) -> Option<Clock> {
    let text = tokens.text(n);
    let digits = tokens.glued_kind(n + 2) == Some(TokenKind::Digits);
    let goes_on = match tokens.glued_kind(n + 1) {
        Some(TokenKind::Word | TokenKind::Percent | TokenKind::Slash) => true,
        Some(TokenKind::Period | TokenKind::Comma) => digits,
        _ => false,
    };
    if tokens.kind(n) != Some(TokenKind::Digits) || text.len() != 4 || goes_on {
        return None;
    }
    let (hour, minute) = (text[..2].parse().ok()?, text[2..].parse().ok()?);
    (hour <= 24 && minute < 60).then(|| of(hour, minute, true))
}

/// `past_or_to = ( "half" | [ "a" ] "quarter" | number [ "minutes" ] ) ( "past" | "to" ) hour [ half_day | in_the ] ;`
///
/// “half past”; “to” only behind a quarter or minutes, or it would be a range.
fn past_or_to(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let article = usize::from(tokens.is(0, "a"));
    let inner = tokens.skip(article);
    let (minutes, count) = match () {
        () if inner.is(0, "half") => (30, 1),
        () if inner.is(0, "quarter") => (15, 1),
        () if inner.is(1, "minutes") => (
            number(inner, 0).or(inner.senses(0).cardinal).unwrap_or(60),
            2,
        ),
        () => (inner.senses(0).cardinal.unwrap_or(60), 1),
    };
    let rest = inner.skip(count);
    let past = rest.is(0, "past");
    let to = rest.is(0, "to") && (count == 2 || inner.is(0, "quarter"));
    let Some(hour) = hour(rest.skip(1)).filter(|hour| (1..=12).contains(hour)) else {
        return tokens.refuse();
    };
    if minutes > 30 || !(past || to) || tokens.was_any(1, &["from", "between"]) && to {
        return tokens.refuse();
    }
    let rest = rest.skip(2);
    let (hour, minute) = match (past, hour) {
        (true, hour) => (hour, minutes),
        (false, 1) => (12, 60 - minutes),
        (false, hour) => (hour - 1, 60 - minutes),
    };
    match alt((half_day, in_the)).parse(rest) {
        Ok((rest, afternoon)) => Ok((rest, of(in_half(hour, afternoon), minute, true))),
        Err(_) => Ok((rest, of(hour, minute, false))),
    }
}

/// `o_clock = hour ( "o" "'" "clock" | "oclock" ) [ in_the ] ;`
fn o_clock(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = hour(tokens).filter(|hour| (1..=12).contains(hour)) else {
        return tokens.refuse();
    };
    let apostrophe =
        tokens.is(1, "o") && tokens.kind(2) == Some(TokenKind::Apostrophe) && tokens.is(3, "clock");
    let count = match () {
        () if apostrophe => 4,
        () if tokens.is(1, "oclock") => 2,
        () => return tokens.refuse(),
    };
    let rest = tokens.skip(count);
    match alt((half_day, in_the)).parse(rest) {
        Ok((rest, afternoon)) => Ok((rest, of(in_half(hour, afternoon), 0, true))),
        Err(_) => Ok((rest, of(hour, 0, false))),
    }
}

/// `in_part = hour [ ":" DIGITS2 ] in_the ;` behind “at”: at 3 in the afternoon
fn in_part(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    if !tokens.was_any(1, &["at", "by", "until", "from", "around", "about"]) {
        return tokens.refuse();
    }
    let (rest, open) = hour_alone(tokens)?;
    if open.hour > 12 {
        return tokens.refuse();
    }
    let (rest, afternoon) = in_the(rest)?;
    Ok((rest, of(in_half(open.hour, afternoon), open.minute, true)))
}

/// `named = "noon" | "midday" | "midnight" ;`
fn named(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    match () {
        () if tokens.is_any(0, &["noon", "midday"]) => tokens.accept(1, of(12, 0, true)),
        () if tokens.is(0, "midnight") => tokens.accept(1, of(24, 0, true)),
        () => tokens.refuse(),
    }
}

/// Zones with one meaning, and the minutes they are east of Greenwich. BST,
/// CST and IST have several.
const ZONES: [(&str, i16); 17] = [
    ("AEST", 600),
    ("CDT", -300),
    ("CEST", 120),
    ("CET", 60),
    ("EDT", -240),
    ("EEST", 180),
    ("EET", 120),
    ("EST", -300),
    ("GMT", 0),
    ("JST", 540),
    ("MDT", -360),
    ("MSK", 180),
    ("MST", -420),
    ("PDT", -420),
    ("PST", -480),
    ("UTC", 0),
    ("WET", 0),
];

/// `zone = "GMT" | "BST" | … ;` in capitals, with the minutes it is east of
/// Greenwich, where it has one meaning.
fn zone(tokens: Tokens<'_>) -> (Tokens<'_>, Option<Option<i16>>) {
    let upper = tokens.first().is_some_and(|t| t.is_upper());
    if !upper || !tokens.is_class(0, Class::Zone) {
        return (tokens, None);
    }
    let found = ZONES.iter().find(|(name, _)| *name == tokens.text(0));
    (tokens.skip(1), Some(found.map(|(_, offset)| *offset)))
}
