//! Times that are counted from another: three years ago, two weeks from now, in
//! a month, two days after tomorrow.

use nom::Parser;
use nom::branch::alt;

use super::beside::ends;
use super::numeral::number;
use super::relative::{Step, day_name, timex};
use super::timex::{Period, Timex};
use super::tokens::{Parsed, Tokens};
use super::weekday::weekday_name;
use crate::document::TokenKind;
use crate::lexicon::{Reference, TimeUnit};

/// The largest number that is counted with.
const MOST: i32 = 10_000;

/// `half = "half" [ "a" | "an" ] unit ;` in the unit below
fn half(tokens: Tokens<'_>) -> Parsed<'_, Length> {
    let article = usize::from(tokens.is_any(1, &["a", "an"]));
    if !tokens.is(0, "half") {
        return tokens.refuse();
    }
    let (months, hours, finest) = match tokens.senses(1 + article).time_unit() {
        Some(TimeUnit::Hour) => (0, 1, TimeUnit::Minute),
        Some(TimeUnit::Day) => (0, 12, TimeUnit::Hour),
        Some(TimeUnit::Year) => (6, 0, TimeUnit::Month),
        Some(TimeUnit::Decade) => (60, 0, TimeUnit::Year),
        Some(TimeUnit::Century) => (600, 0, TimeUnit::Year),
        _ => return tokens.refuse(),
    };
    let length = Length {
        months,
        days: 0,
        hours,
        finest,
    };
    tokens.accept(2 + article, length)
}

/// `count = "a" | "an" | number ;` below ten thousand.
fn count(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    if tokens.is_any(0, &["a", "an"]) && tokens.senses(1).time_unit().is_some() {
        return tokens.accept(1, 1);
    }
    let (rest, numeral) = number(tokens)?;
    let whole = numeral.value.is_integer() && !numeral.value.is_negative();
    match i32::try_from(numeral.value.numerator()) {
        Ok(count) if whole && count < MOST => Ok((rest, count)),
        _ => tokens.refuse(),
    }
}

/// So many months, days and hours, as exactly as their smallest unit says.
/// Minutes are an hour begun.
#[derive(Clone, Copy)]
struct Length {
    months: i32,
    days: i32,
    hours: i32,
    finest: TimeUnit,
}

/// `length = ( half | count unit ) { [ "," | "and" ] count unit } ;` the units from the longest
/// to the shortest.
fn length(tokens: Tokens<'_>) -> Parsed<'_, Length> {
    let (mut rest, mut sum) = alt((half, one_length)).parse(tokens)?;
    loop {
        let comma = usize::from(rest.kind(0) == Some(TokenKind::Comma));
        let and = usize::from(rest.is(comma, "and"));
        match one_length(rest.skip(comma + and)) {
            Ok((after, more)) if more.finest < sum.finest => {
                sum.months += more.months;
                sum.days += more.days;
                sum.hours += more.hours;
                sum.finest = more.finest;
                rest = after;
            }
            _ => return Ok((rest, sum)),
        }
    }
}

fn one_length(tokens: Tokens<'_>) -> Parsed<'_, Length> {
    let (rest, count) = count(tokens)?;
    // “a further two weeks ago” has no such word; “two working days” has.
    let business = usize::from(rest.is_any(0, &["business", "working"]));
    let unit = rest.senses(business).time_unit();
    match unit.filter(|unit| *unit != TimeUnit::Day || business == 0) {
        Some(finest) => match of_unit(count, finest) {
            Some(length) => rest.accept(business + 1, length),
            None => tokens.refuse(),
        },
        None => tokens.refuse(),
    }
}

/// So many of one unit; none where it is no length of the calendar.
fn of_unit(count: i32, finest: TimeUnit) -> Option<Length> {
    let (months, days, hours) = match finest {
        TimeUnit::Second => (0, 0, count / 3600 + 1),
        TimeUnit::Minute => (0, 0, count / 60 + 1),
        TimeUnit::Hour => (0, 0, count),
        TimeUnit::Day => (0, count, 0),
        TimeUnit::Week => (0, 7 * count, 0),
        TimeUnit::Fortnight => (0, 14 * count, 0),
        TimeUnit::Month => (count, 0, 0),
        TimeUnit::Quarter => (3 * count, 0, 0),
        TimeUnit::Year => (12 * count, 0, 0),
        TimeUnit::Decade => (120 * count, 0, 0),
        TimeUnit::Century => (1200 * count, 0, 0),
        TimeUnit::Weekend => return None,
    };
    Some(Length {
        months,
        days,
        hours,
        finest,
    })
}

impl Length {
    fn step(self, sign: i32) -> Step {
        let (months, days) = (sign * self.months, sign * self.days);
        match self.finest {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour if months == 0 => {
                Step::Hours(24 * days + sign * self.hours)
            }
            TimeUnit::Week | TimeUnit::Fortnight if months == 0 => Step::Weeks(days / 7),
            TimeUnit::Month => Step::Months(months),
            TimeUnit::Quarter => Step::Quarters(months / 3),
            TimeUnit::Year => Step::Years(months / 12),
            TimeUnit::Decade => Step::Decades(months / 120),
            TimeUnit::Century => Step::Decades(months / 120),
            _ if months == 0 => Step::Days(days),
            _ => Step::MonthsAndDays(months, days),
        }
    }
}

/// `ago = "ago" [ day_name | ( "last" | "this" | "next" ) ( "week" | "month" ) | [ "on" ] weekday ] ;` a
/// year ago today, ten years ago this week, two weeks ago on Tuesday
fn ago(rest: Tokens<'_>, length: Length) -> Parsed<'_, (Timex, Step)> {
    if let Ok((after, (day, Step::Days(days)))) = day_name(rest)
        && length.finest >= TimeUnit::Day
        && ends(after)
    {
        let step = Step::MonthsAndDays(-length.months, days - length.days);
        return Ok((after, (day, step)));
    }
    let beside = match () {
        () if rest.is(0, "last") => Some(-1),
        () if rest.is(0, "this") => Some(0),
        () if rest.is(0, "next") => Some(1),
        () => None,
    };
    if let Some(by) = beside.filter(|_| length.finest >= TimeUnit::Month && ends(rest.skip(2))) {
        if rest.is(1, "month") {
            return rest.accept(2, (timex(), Step::Months(by - length.months)));
        }
        if rest.is(1, "week") {
            let week = Timex {
                period: Some(Period::Week),
                ..timex()
            };
            return rest.accept(2, (week, Step::MonthsAndDays(-length.months, 7 * by)));
        }
    }
    let on = usize::from(rest.is(0, "on"));
    let weeks = matches!(length.finest, TimeUnit::Week | TimeUnit::Fortnight);
    if let Ok((after, weekday)) = weekday_name(rest.skip(on))
        && weeks
        && length.months == 0
        && ends(after)
    {
        let step = Step::WeekdayAgo(weekday, length.days / 7);
        return Ok((after, (timex(), step)));
    }
    Ok((rest, (timex(), length.step(-1))))
}

/// `a_week_on = length ( "today" | "tomorrow" | "yesterday" | "on" weekday ) ;` counted from the day
/// that is named, as the British do: a week today, a week on Monday
fn a_week_on<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    length: Length,
) -> Option<(Tokens<'a>, Step)> {
    let weeks = matches!(length.finest, TimeUnit::Week | TimeUnit::Fortnight);
    if !weeks || length.months > 0 {
        return None;
    }
    if let Ok((after, (day, Step::Days(days)))) = day_name(rest)
        && day.period.is_none()
        && ends(after)
    {
        let sign = if days < 0 { -1 } else { 1 };
        return Some((after, Step::Days(days + sign * length.days)));
    }
    let (after, weekday) = weekday_name(rest.skip(1)).ok()?;
    let comes = rest.is(0, "on") && ends(after) && is_to_come(start);
    comes.then_some((after, Step::Weekday(weekday, 1 + length.days / 7)))
}

/// Whether a verb close before speaks of what begins or is to come.
fn is_to_come(tokens: Tokens<'_>) -> bool {
    (1..=3).any(|n| {
        tokens.senses_back(n).tense == Some(Reference::Future)
            || tokens.was_any(n, &["begin", "begins", "open", "opens", "start", "starts"])
    })
}

/// `from_now = "from" ( "now" | "today" ) | "hence" ;`
fn from_now(rest: Tokens<'_>) -> Option<usize> {
    match () {
        () if rest.is(0, "hence") => Some(1),
        () if rest.is(0, "from") && rest.is_any(1, &["now", "today"]) => Some(2),
        () => None,
    }
}

/// `counted = weekdays_on | lettered | length ( ago | from_now | a_week_on | ( "before" | "after" | "from" ) day_name ) | "in" length ;`
///
/// “in two weeks” may also say how long something took: it is a date only
/// where a word before it speaks of what is to come.
pub(crate) fn counted(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    // Numbers are everywhere; a word of time behind them is rare.
    if tokens.senses(1).weekday.is_some() {
        return weekdays_on(tokens);
    }
    if !(1..=4).any(|n| tokens.senses(n).time_unit().is_some()) {
        return lettered(tokens);
    }
    let (rest, length) = length(tokens)?;
    let future = || (2..=8).any(|n| tokens.was_any(n, &["will", "shall", "due", "expected", "ll"]));
    let last = rest.kind(0) != Some(TokenKind::Word);
    if rest.is(0, "ago") {
        return ago(rest.skip(1), length);
    }
    if let Some((after, step)) = a_week_on(tokens, rest, length) {
        return Ok((after, (timex(), step)));
    }
    if let Some(count) = from_now(rest) {
        return rest.accept(count, (timex(), length.step(1)));
    }
    if let Some((after, step)) = from_day(rest, length) {
        return Ok((after, (timex(), step)));
    }
    let time = usize::from(rest.kind(0) == Some(TokenKind::Apostrophe));
    let in_time = rest.is(time, "time") && tokens.was_any(1, &["in"]);
    if in_time {
        return rest.accept(time + 1, (timex(), length.step(1)));
    }
    if last && tokens.was_any(1, &["in"]) && future() && !is_of_record(tokens, length) {
        return Ok((rest, (timex(), length.step(1))));
    }
    tokens.refuse()
}

/// `weekdays_on = number weekdays ( "ago" | from_now ) ;` two Thursdays ago
fn weekdays_on(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, count) = count(tokens)?;
    let weekday = rest.senses(0).weekday;
    let plural = rest.at == tokens.at + 1 && rest.text(0).ends_with("days");
    let Some(weekday) = weekday.filter(|_| plural && (1..=52).contains(&count)) else {
        return tokens.refuse();
    };
    let rest = rest.skip(1);
    let (rest, count) = match from_now(rest) {
        Some(more) => (rest.skip(more), count),
        None if rest.is(0, "ago") => (rest.skip(1), -count),
        None => return tokens.refuse(),
    };
    Ok((rest, (timex(), Step::Weekday(weekday, count))))
}

/// `lettered = DIGITS LETTER ( "ago" | from_now ) ;` as pages tell how old they are: 3h ago, 15m
/// from now
fn lettered(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let glued = tokens.kind(0) == Some(TokenKind::Digits)
        && tokens.glued_kind(1) == Some(TokenKind::Word)
        && tokens.text(1).len() == 1;
    if !glued || tokens.text(0).len() > 3 {
        return tokens.refuse();
    }
    let (rest, sign) = match from_now(tokens.skip(2)) {
        Some(count) => (tokens.skip(2 + count), 1),
        None if tokens.is(2, "ago") => (tokens.skip(3), -1),
        None => return tokens.refuse(),
    };
    let finest = match tokens.text(1) {
        "s" => TimeUnit::Second,
        "m" => TimeUnit::Minute,
        "h" => TimeUnit::Hour,
        "d" => TimeUnit::Day,
        "w" => TimeUnit::Week,
        "y" => TimeUnit::Year,
        _ => return tokens.refuse(),
    };
    match tokens.text(0).parse().ok().and_then(|n| of_unit(n, finest)) {
        Some(length) => Ok((rest, (timex(), length.step(sign)))),
        None => tokens.refuse(),
    }
}

/// Whether “in” is of how long it is since something was as high or low: the
/// lowest in a decade.
fn is_of_record(tokens: Tokens<'_>, length: Length) -> bool {
    tokens.text_back(2).ends_with("st")
        || tokens.was_any(2, &["once", "time", "twice"])
        || length.finest >= TimeUnit::Decade
}

/// `from_day = ( "before" | "after" | "from" ) day_name ;` two days after tomorrow
fn from_day(rest: Tokens<'_>, length: Length) -> Option<(Tokens<'_>, Step)> {
    let sign = match () {
        () if rest.is(0, "before") => -1,
        () if rest.is_any(0, &["after", "from"]) => 1,
        () => return None,
    };
    match (day_name(rest.skip(1)).ok()?, length.months) {
        ((after, (_, Step::Days(days))), 0) if length.finest >= TimeUnit::Day => {
            Some((after, Step::Days(days + sign * length.days)))
        }
        _ => None,
    }
}
