//! Hours of the day: 10.30am, 19:30 GMT, 1530 GMT, ten o’clock, noon.

use nom::Parser;
use nom::branch::alt;

use super::quantity::Quantity;
use super::timex::{Clock, DateForm, Timex};
use super::tokens::{Parsed, Tokens};
use super::{Figure, Form, Kind, Numeral};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::number::{Rational, Unit, UnitId};

/// `clock = ( hour_minute [ half_day ] | hour half_day | four_digits zone | hour "o'clock" | named ) [ zone ] ;`
pub(crate) fn clock(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, clock) =
        alt((with_minutes, with_half_day, military, o_clock, named)).parse(tokens)?;
    let (rest, zone) = zone(rest);
    let clock = Clock {
        zone: zone.flatten(),
        ..clock
    };
    Ok((
        rest,
        Timex {
            form: DateForm::Clock,
            clock: Some(clock),
            ..Timex::default()
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

fn of(hour: u8, minute: u8, certain: bool) -> Clock {
    Clock {
        hour,
        minute,
        certain,
        zone: None,
    }
}

/// `half_day = "am" | "pm" | "a.m." | "p.m." ;` true for the afternoon.
fn half_day(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    match tokens.text(0).to_ascii_lowercase().as_str() {
        "am" => return tokens.accept(1, false),
        "pm" => return tokens.accept(1, true),
        "a" | "p" => {}
        _ => return tokens.refuse(),
    }
    let dotted = tokens.glued_kind(1) == Some(TokenKind::Period)
        && tokens.is(2, "m")
        && tokens.peek(2).is_some_and(|t| t.is_glued());
    let spaced = tokens.kind(1) == Some(TokenKind::Period) && tokens.is(2, "m");
    if !dotted && !spaced {
        return tokens.refuse();
    }
    let count = if tokens.glued_kind(3) == Some(TokenKind::Period) {
        4
    } else {
        3
    };
    tokens.accept(count, tokens.is(0, "p"))
}

fn in_half(hour: u8, afternoon: bool) -> u8 {
    match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
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
    // 4:39 left to play, a ratio of 16:9, Luke 10:30: an hour must be led or
    // look like one.
    let likely = colon
        && (led
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

/// `with_half_day = hour half_day ;` 7pm, 7 p.m.
fn with_half_day(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = number(tokens, 0).or(tokens.senses(0).cardinal.filter(|hour| *hour <= 12))
    else {
        return tokens.refuse();
    };
    let (rest, afternoon) = half_day(tokens.skip(1))?;
    // "5 a month" is no hour; "5 am" is.
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
    let (Ok(hour), Ok(minute)) = (text[..2].parse(), text[2..].parse::<u16>()) else {
        return tokens.refuse();
    };
    tokens.accept(
        if hours { 2 } else { 1 },
        of(hour, minute.min(255) as u8, true),
    )
}

/// `o_clock = hour "o" "'" "clock" ;`
fn o_clock(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(hour) = number(tokens, 0).or(tokens.senses(0).cardinal) else {
        return tokens.refuse();
    };
    let apostrophe =
        tokens.is(1, "o") && tokens.kind(2) == Some(TokenKind::Apostrophe) && tokens.is(3, "clock");
    if apostrophe && (1..=12).contains(&hour) {
        tokens.accept(4, of(hour, 0, false))
    } else {
        tokens.refuse()
    }
}

/// `named = "noon" | "midday" | "midnight" ;`
fn named(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    match tokens.text(0).to_ascii_lowercase().as_str() {
        "noon" | "midday" => tokens.accept(1, of(12, 0, true)),
        "midnight" => tokens.accept(1, of(24, 0, true)),
        _ => tokens.refuse(),
    }
}

/// `zone = [ "(" ] "GMT" | "BST" | … ;` with the minutes it is east of
/// Greenwich, where it has one meaning.
fn zone(tokens: Tokens<'_>) -> (Tokens<'_>, Option<Option<i16>>) {
    let upper = tokens.peek(0).is_some_and(|t| t.is_upper());
    if !upper || !tokens.is_class(0, Class::Zone) {
        return (tokens, None);
    }
    let offset = match tokens.text(0) {
        "GMT" | "UTC" | "WET" => Some(0),
        "CET" => Some(60),
        "CEST" | "EET" => Some(120),
        "EEST" | "MSK" => Some(180),
        "JST" => Some(540),
        "AEST" => Some(600),
        "EST" => Some(-300),
        "EDT" => Some(-240),
        "CDT" => Some(-300),
        "MST" => Some(-420),
        "MDT" => Some(-360),
        "PST" => Some(-480),
        "PDT" => Some(-420),
        _ => None,
    };
    (tokens.skip(1), Some(offset))
}
