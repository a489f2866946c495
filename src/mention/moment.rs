//! A day with its hour, and ranges of hours: tomorrow at 8am, 10.30am on
//! Tuesday, 4-7pm.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};

use super::clock::{clock, hour_alone};
use super::date::date;
use super::day_part::{day_part, hour_of_part, in_part};
use super::duration::past_one;
use super::loose::loose;
use super::period::part_of;
use super::relative::{Step, opt_on, relative};
use super::set::{one_of_each, set};
use super::timex::{Clock, DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of};
use super::weekday::day_of_month;
use super::which::which;
use crate::document::TokenKind;
use crate::lexicon::{Class, DayPart, TimeWord};

/// A timex and how it is counted from the anchor date.
pub(crate) type Stepped = (Timex, Option<Step>);

/// Words behind a number that may make it an hour or a day of the month.
const BEHIND_HOUR: [&str; 20] = [
    "a", "am", "and", "at", "in", "ish", "midnight", "noon", "o", "oclock", "of", "oh", "or", "p",
    "past", "pm", "thru", "through", "to", "until",
];

/// Whether an expression of time may begin here: a word of time, or a number
/// with one close behind it, in a group of digits, in a list, or of four digits.
fn may_begin(tokens: Tokens<'_>) -> bool {
    let senses = tokens.senses(0);
    let digits = tokens.kind(0) == Some(TokenKind::Digits);
    if !digits && senses.cardinal.is_none() {
        return tokens.kind(0) != Some(TokenKind::Word)
            || senses.begins_mention()
            || senses.begins_holiday
            || tokens.senses(1).time.is_some()
            || tokens.senses(1).fraction.is_some()
            || senses.time.is_some()
            || tokens.is_any(0, &["few", "q", "h"])
            || tokens.is(0, "a") && tokens.is_any(1, &["couple", "few"]);
    }
    let is_of_time = |n: usize| {
        let senses = tokens.senses(n);
        senses.month.is_some()
            || senses.weekday.is_some()
            || matches!(senses.time, Some(TimeWord::Unit(_) | TimeWord::Zone(_)))
            || senses.is(Class::ClockWord)
    };
    let group = tokens.peek(1).is_some_and(|t| {
        t.is_glued() && !matches!(t.kind, TokenKind::Percent | TokenKind::Comma)
            || matches!(t.kind, TokenKind::EnDash | TokenKind::Hyphen)
    });
    let length = tokens.text(0).len();
    digits && (length == 4 || length <= 2 && is_listed(tokens))
        || group
        || tokens.is_any(1, &BEHIND_HOUR)
        || tokens.was_any(1, &["at"])
        || tokens.senses(1).day_part().is_some()
        || (1..=3).any(is_of_time)
        || !digits && (tokens.senses(1).cardinal.is_some() || tokens.senses(1).scale.is_some())
        || tokens.is_any(1, &["BC", "AD", "BCE", "CE", "times"])
}

/// Whether a number stands in a list of numbers.
fn is_listed(tokens: Tokens<'_>) -> bool {
    let digits = Some(TokenKind::Digits);
    let comma = Some(TokenKind::Comma);
    let after = tokens.kind(1) == comma && tokens.kind(2) == digits;
    let before = tokens.back(1).map(|t| t.kind) == comma || tokens.was_any(1, &["and", "or"]);
    after || before && tokens.back(2).map(|t| t.kind) == digits
}

/// `moment = set | one_of_each | which | part_of | clock_range [ [ "," ] [ "on" ] day ] | day [ in_part ] [ [ "," | "at" | "@" ] clock_range ] | loose ;`
pub(crate) fn moment(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    if !may_begin(tokens) {
        return tokens.refuse();
    }
    if tokens.kind(0) == Some(TokenKind::Digits) {
        let each = map(one_of_each, |timex| (timex, None));
        return alt((each, which, hour_first, day_first)).parse(tokens);
    }
    if past_one(tokens).is_ok() {
        return tokens.refuse();
    }
    if may_be_hour(tokens)
        && let Ok(found) = hour_first(tokens)
    {
        return Ok(found);
    }
    alt((
        map(alt((set, one_of_each)), |timex| (timex, None)),
        which,
        part_of,
        day_first,
        map(loose, |timex| (timex, None)),
    ))
    .parse(tokens)
}

/// Whether an hour may begin with this word.
fn may_be_hour(tokens: Tokens<'_>) -> bool {
    let senses = tokens.senses(0);
    senses.cardinal.is_some()
        || senses.fraction.is_some()
        || tokens.is_any(0, &["a", "midday", "midnight", "noon", "noonish"])
}

/// `day = part_of_day | relative | date | day_of_month ;`
fn day(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    alt((
        part_of_day,
        map(relative, |(timex, step)| (timex, Some(step))),
        map(alt((date, day_of_month)), |timex| (timex, None)),
    ))
    .parse(tokens)
}

/// `part_of_day = day_part "of" [ "the" ] day ;` the morning of 4 May
fn part_of_day(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    let (rest, part) = day_part(tokens)?;
    if !rest.is(0, "of") {
        return tokens.refuse();
    }
    let the = usize::from(rest.is(1, "the"));
    let inner = rest.skip(1 + the);
    let (rest, day) = alt((
        map(relative, |(timex, step)| (timex, Some(step))),
        map(alt((date, day_of_month)), |timex| (timex, None)),
    ))
    .parse(inner)?;
    if !is_one_day(&day) || day.0.period.is_some() {
        return tokens.refuse();
    }
    let period = Some(Period::DayPart(part));
    Ok((rest, (Timex { period, ..day.0 }, day.1)))
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

/// `day_first = day [ in_part ] [ "," ] [ "at" | "@" | "from" | "between" ] ( clock_range | hour_alone ) ;` an hour
/// alone where the part of the day is said: tonight at 8. “From” and “between”
/// only before both ends of a span.
fn day_first(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    let (rest, (timex, step)) = day(tokens)?;
    let day = (timex, step);
    if !is_one_day(&day) {
        return Ok((rest, day));
    }
    let (rest, part) = opt(in_part).parse(rest)?;
    let period = part.map(Period::DayPart).or(day.0.period);
    let day = (Timex { period, ..day.0 }, day.1);
    let comma = usize::from(rest.kind(0) == Some(TokenKind::Comma));
    let inner = rest.skip(comma);
    let at = opt(one_of(&["about", "around", "at", "@"])).parse(inner)?.0;
    let said = at.at > inner.at;
    let at = if said {
        opt(one_of(&["about", "around"])).parse(at)?.0
    } else {
        at
    };
    let hours = clock_range(at).or_else(|refusal| {
        if said && part_of_its_day(&day.0).is_some() {
            map(hour_alone, of_clock).parse(at)
        } else {
            Err(refusal)
        }
    });
    let hours = hours.or_else(|refusal| match one_of(&["between", "from"])(inner) {
        Ok((led, _)) => match clock_range(led) {
            Ok((rest, hours)) if hours.end.is_some() => Ok((rest, hours)),
            _ => Err(refusal),
        },
        Err(_) => Err(refusal),
    });
    match hours {
        Ok((rest, hours)) => Ok((rest, (on_day(hours, &day.0), day.1))),
        Err(_) => Ok((rest, day)),
    }
}

/// Hours that a word joins are two mentions, so that each can be set against
/// how long something took: from 10.15am to 11.45am. One of them alone may need
/// the other to be read (“4 to 7pm”), and a day would be lost to the first.
fn hour_first(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    let Ok((rest, hours)) = clock_range(tokens) else {
        return hour_of_day(tokens);
    };
    let comma = usize::from(rest.kind(0) == Some(TokenKind::Comma));
    match day(opt_on(rest.skip(comma))) {
        Ok((rest, day)) if is_one_day(&day) => Ok((rest, (on_day(hours, &day.0), day.1))),
        _ => match behind_first(tokens) {
            // The other end may have told the half of the day.
            Some(rest) if hours.end.is_some() => Ok((rest, (Timex { end: None, ..hours }, None))),
            _ => Ok((rest, (hours, None))),
        },
    }
}

/// `hour_of_day = hour_alone relative ;` behind “at”, where the day has its part: at 8
/// tonight
fn hour_of_day(tokens: Tokens<'_>) -> Parsed<'_, Stepped> {
    if !tokens.was_any(1, &["at"]) {
        return tokens.refuse();
    }
    let (rest, hour) = hour_alone(tokens)?;
    let (rest, (day, step)) = relative(rest)?;
    if part_of_its_day(&day).is_none() || hour.hour > 12 {
        return tokens.refuse();
    }
    Ok((rest, (on_day(of_clock(hour), &day), Some(step))))
}

/// What is left behind the first of two hours with a word between them.
fn behind_first(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let (rest, _) = clock(tokens).ok()?;
    let word = rest.kind(0) == Some(TokenKind::Word);
    (word && clock(rest.skip(1)).is_ok()).then_some(rest)
}

/// The part of the day that a day is said with.
fn part_of_its_day(day: &Timex) -> Option<DayPart> {
    match day.period {
        Some(Period::DayPart(part)) => Some(part),
        _ => None,
    }
}

/// The day, with the hour or hours.
fn on_day(hours: Timex, day: &Timex) -> Timex {
    let part = part_of_its_day(day);
    let halved = |clock: Clock| part.map_or(clock, |part| hour_of_part(clock, part));
    let end = hours.end.map(|end| {
        Box::new(Timex {
            clock: end.clock.map(halved),
            period: None,
            ..day.clone()
        })
    });
    let period = day.period.filter(|_| hours.clock.is_none());
    Timex {
        clock: hours.clock.map(halved),
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
    let led = tokens.was_any(1, &["between", "from"]);
    match last {
        Some((rest, last)) if whole || last.certain || led && last.minute > 0 => {
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
