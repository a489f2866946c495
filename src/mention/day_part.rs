//! Parts of a day: morning, the evening of 4 May, in the afternoon, at night.

use super::spoken_hour::DAYS;
use super::timex::{Clock, DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens};
use crate::document::TokenKind;
use crate::lexicon::{Class, DayPart};

/// `day_part = "morning" | "afternoon" | "evening" | "night" | "lunchtime" ;`
pub(crate) fn day_part(tokens: Tokens<'_>) -> Parsed<'_, DayPart> {
    match tokens.senses(0).day_part() {
        Some(part) if !tokens.text(0).ends_with('s') => tokens.accept(1, part),
        _ => tokens.refuse(),
    }
}

/// `part_behind = [ "early" | "late" ] day_part ;` behind the name of a day:
/// Sunday early morning
pub(crate) fn part_behind(tokens: Tokens<'_>) -> Parsed<'_, DayPart> {
    let hour = usize::from(tokens.is_any(0, &["early", "late"]));
    day_part(tokens.skip(hour))
}

/// `in_part = [ "," ] "in" "the" day_part | "at" "night" ;` behind a day.
pub(crate) fn in_part(tokens: Tokens<'_>) -> Parsed<'_, DayPart> {
    let comma = usize::from(tokens.kind(0) == Some(TokenKind::Comma));
    let inner = tokens.skip(comma);
    match () {
        () if inner.is(0, "in") && inner.is(1, "the") && !inner.is_any(3, &["of"]) => {
            day_part(inner.skip(2))
        }
        () if inner.is(0, "at") && inner.is(1, "night") => inner.accept(2, DayPart::Night),
        () => tokens.refuse(),
    }
}

/// `loose_part = day_part ;` of a day that is not said: in the morning, in early
/// evening, at night, overnight.
pub(crate) fn loose_part(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, part) = day_part(tokens)?;
    let early = usize::from(tokens.was_any(1, &["early", "late", "mid"]));
    let the = usize::from(tokens.was_any(1 + early, &["the"]));
    let led = early + the > 0 && tokens.was_any(1 + early + the, &["during", "in"]);
    let at = matches!(part, DayPart::Midday | DayPart::Night) && tokens.was_any(1, &["at"])
        || tokens.is(0, "overnight");
    let day = at && rest.is_any(0, &DAYS);
    let describes = !day
        && rest.kind(0) == Some(TokenKind::Word)
        && !rest.is_class(0, Class::Preposition)
        && !rest.is_class(0, Class::Conjunction)
        && !rest.is_class(0, Class::Auxiliary);
    if !(led || at) || describes || rest.glued_kind(0) == Some(TokenKind::Hyphen) {
        return tokens.refuse();
    }
    Ok((
        rest,
        Timex {
            form: DateForm::Loose,
            period: Some(Period::DayPart(part)),
            ..Timex::default()
        },
    ))
}

/// An hour whose half of the day is not said is in the half that the part of the
/// day is in: this afternoon at 3.20, tonight at 8. At night it may be either,
/// but for the hours before midnight.
pub(crate) fn hour_of_part(open: Clock, part: DayPart) -> Clock {
    let afternoon = match part {
        DayPart::Morning => false,
        DayPart::Midday => open.hour < 10 || open.hour == 12,
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night if (6..12).contains(&open.hour) => true,
        DayPart::Night | DayPart::Daytime => return open,
    };
    if open.certain || open.hour > 12 {
        return open;
    }
    let hour = open.hour % 12 + if afternoon { 12 } else { 0 };
    Clock {
        hour,
        certain: true,
        ..open
    }
}
