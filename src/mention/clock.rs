//! Hours of the day in digits: 10.30am, 19:30:05 GMT, 1530 GMT, between 2200
//! and 0600. Hours [as they are spoken](super::spoken_hour) stand by themselves.

use nom::Parser;
use nom::branch::alt;

use super::quantity::Quantity;
use super::spoken_hour::{in_the, spoken};
use super::timex::Clock;
use super::tokens::{Parsed, Tokens, hyphen};
use super::zone::zone;
use super::{Figure, Form, Kind, Numeral};
use crate::document::TokenKind;
use crate::lexicon::{Class, Lead};
use crate::number::{Rational, Unit, UnitId};

/// `clock = ( in_digits | spoken ) [ zone ] ;`
pub(crate) fn clock(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let (rest, clock) = match tokens.kind(0) {
        Some(TokenKind::Digits) => alt((in_digits, spoken)).parse(tokens)?,
        Some(TokenKind::Word) => spoken(tokens)?,
        _ => return tokens.refuse(),
    };
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

/// `in_digits = with_minutes | with_letter | four_digits | with_half_day | military | unmarked ;`
fn in_digits(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    if tokens.glued_kind(1) == Some(TokenKind::Word)
        && let Ok(found) = with_letter(tokens)
    {
        return Ok(found);
    }
    alt((with_minutes, four_digits, with_half_day, military, unmarked)).parse(tokens)
}

/// `with_letter = DIGITS2 "h" DIGITS2 ;` 20h30, as Canadians and the French write it. In
/// 12h30 something is done that takes so long.
fn with_letter(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let shape = tokens.is(1, "h")
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.text(2).len() == 2;
    let (Some(hour), Some(minute), true) = (number(tokens, 0), number(tokens, 2), shape) else {
        return tokens.refuse();
    };
    let goes_on = matches!(
        tokens.glued_kind(3),
        Some(TokenKind::Word | TokenKind::Digits | TokenKind::Apostrophe)
    );
    let led = tokens.senses_back(1).leads(Lead::Hour);
    let likely = led || tokens.text(0).len() == 2 && !is_length(tokens);
    if hour > 24 || minute > 59 || goes_on || !likely {
        return tokens.refuse();
    }
    tokens.accept(3, of(hour, minute, hour > 12 || !led))
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

/// One or two digits.
pub(crate) fn number(tokens: Tokens<'_>, n: usize) -> Option<u8> {
    if tokens.kind(n) == Some(TokenKind::Digits) && tokens.text(n).len() <= 2 {
        tokens.text(n).parse().ok()
    } else {
        None
    }
}

/// `hour = DIGITS | WORD ;` in digits or in words.
pub(crate) fn hour(tokens: Tokens<'_>) -> Option<u8> {
    number(tokens, 0).or_else(|| tokens.senses(0).cardinal.filter(|hour| *hour <= 12))
}

/// An hour without its zone.
pub(crate) fn of(hour: u8, minute: u8, certain: bool) -> Clock {
    Clock {
        hour,
        minute,
        second: None,
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

/// `half_day = "am" | "pm" | "a.m." | "p.m." | "a m" | "p m" ;` true for the
/// afternoon. Glued to digits behind it, it is part of a code: PM01183.
pub(crate) fn half_day(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    match () {
        () if tokens.glued_kind(1) == Some(TokenKind::Digits) => return tokens.refuse(),
        () if tokens.is(0, "am") => return tokens.accept(1, false),
        () if tokens.is(0, "pm") => return tokens.accept(1, true),
        () if tokens.is_any(0, &["a", "p"]) => {}
        () => return tokens.refuse(),
    }
    if tokens.is(1, "m") {
        return tokens.accept(2, tokens.is(0, "p"));
    }
    if tokens.kind(1) != Some(TokenKind::Period) || !tokens.is(2, "m") {
        return tokens.refuse();
    }
    let stop = usize::from(tokens.glued_kind(3) == Some(TokenKind::Period));
    tokens.accept(3 + stop, tokens.is(0, "p"))
}

/// `half_day_letter = "a" | "p" ;` glued to the minutes behind a colon: 3:15p, but 3.15p
/// is a price
fn half_day_letter(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    let glued = tokens.glued_kind(0) == Some(TokenKind::Word);
    let ends = !matches!(
        tokens.glued_kind(1),
        Some(TokenKind::Word | TokenKind::Digits | TokenKind::Hyphen | TokenKind::Slash)
    );
    if glued && ends && tokens.is_any(0, &["a", "p"]) {
        return tokens.accept(1, tokens.is(0, "p"));
    }
    tokens.refuse()
}

/// The hour on the 24-hour clock.
pub(crate) fn in_half(hour: u8, afternoon: bool) -> u8 {
    match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
    }
}

/// `with_minutes = hour ( ":" | "." | "·" ) DIGITS2 [ ":" DIGITS2 ] [ half_day ] ;`
///
/// With a point it is a decimal unless a half of the day or a zone follows, or
/// a word of the clock stands before a raised one.
fn with_minutes(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let separator = tokens.glued_kind(1);
    let colon = separator == Some(TokenKind::Colon);
    let point = separator == Some(TokenKind::Period);
    let raised = point && tokens.symbol(1) == Some('·');
    let shape = (colon || point)
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.text(2).len() == 2;
    let (Some(hour), Some(minute), true) = (number(tokens, 0), number(tokens, 2), shape) else {
        return tokens.refuse();
    };
    let seconds = colon
        && tokens.glued_kind(3) == Some(TokenKind::Colon)
        && tokens.glued_kind(4) == Some(TokenKind::Digits);
    let second = number(tokens, 4).filter(|_| seconds);
    let of = |hour, certain| Clock {
        second,
        ..of(hour, minute, certain)
    };
    let rest = tokens.skip(if seconds { 5 } else { 3 });
    if rest.glued_kind(0) == Some(TokenKind::Period)
        && rest.glued_kind(1) == Some(TokenKind::Digits)
    {
        return tokens.refuse();
    }
    let letter = |rest| {
        if colon {
            half_day_letter(rest)
        } else {
            rest.refuse()
        }
    };
    if let Ok((rest, afternoon)) = alt((half_day, in_the, letter)).parse(rest) {
        return Ok((rest, of(in_half(hour, afternoon), true)));
    }
    let hours = rest.is_any(0, &["hrs", "hours"]);
    let marked = hours || rest.is_class(0, Class::Zone);
    let zoned = marked || zone(rest).1.is_some();
    let led = tokens.senses_back(1).leads(Lead::Hour);
    // 4:39 left to play, a ratio of 16:9, Luke 9:30: an hour must be led, look
    // like one, or begin a span of hours. “In 14:32” tells how long a race was.
    let spans = (rest.is_any(0, &["till", "to", "until"])
        || matches!(rest.kind(0), Some(TokenKind::Hyphen | TokenKind::EnDash)))
        && rest.kind(1) == Some(TokenKind::Digits)
        && rest.glued_kind(2) == Some(TokenKind::Colon);
    let two_digits = tokens.text(0).len() == 2 && !tokens.first().is_some_and(|t| t.is_glued());
    let likely = match () {
        () if colon => led || spans || zoned || two_digits && hour < 25 && !is_length(tokens),
        () if raised => zoned || tokens.was_any(1, &["at", "until"]) && !is_unit(rest),
        () => zoned,
    };
    if !likely || rest.glued_kind(0) == Some(TokenKind::Colon) {
        return tokens.refuse();
    }
    let certain = hour > 12 || tokens.text(0).starts_with('0') || marked;
    Ok((rest.skip(usize::from(hours)), of(hour, certain)))
}

/// Whether minutes and seconds may be how long something took: in 14:32, a best
/// of 31:07.
fn is_length(tokens: Tokens<'_>) -> bool {
    tokens.was_any(1, &["in"])
        || tokens.was_any(1, &["of"]) && tokens.was_any(2, &["best", "record", "time"])
}

/// Whether a word follows that a decimal would count.
fn is_unit(rest: Tokens<'_>) -> bool {
    rest.kind(0) == Some(TokenKind::Word)
        && !rest.is_class(0, Class::Preposition)
        && !rest.is_class(0, Class::Conjunction)
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
    // 9.am
    let point = usize::from(
        tokens.glued_kind(1) == Some(TokenKind::Period)
            && tokens.glued_kind(2) == Some(TokenKind::Word)
            && hour <= 12,
    );
    let (rest, afternoon) = half_day(tokens.skip(1 + point))?;
    Ok((rest, of(in_half(hour, afternoon), 0, true)))
}

/// `military = DIGITS4 ( zone | "local" "time" | "hrs" | "hours" ) ;` 1530 GMT
fn military(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let text = tokens.text(0);
    let marked = tokens.is_class(1, Class::Zone) && tokens.peek(1).is_some_and(|t| t.is_upper())
        || tokens.is(1, "local") && tokens.is(2, "time")
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

/// `unmarked = DIGITS4 ;` one end of a span of hours, or behind “at”: between 2200
/// and 0700, 1700-1800 GMT, at 0730. A leading nought or the other end tells that
/// it is an hour.
fn unmarked(tokens: Tokens<'_>) -> Parsed<'_, Clock> {
    let Some(clock) = four_alone(tokens, 0) else {
        return tokens.refuse();
    };
    let nought = |text: &str| text.starts_with('0');
    let opens = tokens.was_any(1, &["between", "from"]) && tokens.is_any(1, &TO);
    let dash = hyphen(tokens.skip(1)).is_ok();
    let ends = (opens || dash) && four_alone(tokens, 2).is_some();
    let end_marked = ends && military(tokens.skip(2)).is_ok();
    let noughts = nought(tokens.text(0)) || nought(tokens.text(2));
    let dashed = dash && tokens.was_any(1, &["between", "from"]);
    let first = end_marked || (opens || dashed) && ends && noughts;
    let start = tokens
        .at
        .checked_sub(2)
        .and_then(|at| four_alone(Tokens { at, ..tokens }, 0));
    let joined =
        tokens.was_any(1, &TO) || tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen);
    let led = joined && tokens.was_any(3, &["between", "from"]);
    let last = led && start.is_some() && (nought(tokens.text(0)) || nought(tokens.text_back(2)));
    // “at 0730”, but “at 1030” may be a price.
    let at = nought(tokens.text(0)) && tokens.was_any(1, &["at"]) && !is_unit(tokens.skip(1));
    if first || last || at {
        return tokens.accept(1, clock);
    }
    tokens.refuse()
}

/// Whether two hours that a hyphen joins begin here, though they could be
/// dialled: between 0730-0930.
pub(crate) fn is_span(tokens: Tokens<'_>) -> bool {
    unmarked(tokens).is_ok() && hyphen(tokens.skip(1)).is_ok()
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
