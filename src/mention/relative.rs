//! Expressions of time that are counted from the anchor date: yesterday, last
//! week, three years ago, Tuesday next week.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::date::{day_part, weekday_name};
use super::numeral::number;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, one_of, word};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;

/// How a relative expression is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// So many days from the anchor.
    Days(i32),
    /// So many weeks from the anchor's.
    Weeks(i32),
    /// So many months from the anchor's.
    Months(i32),
    /// So many years from the anchor's.
    Years(i32),
    /// The anchor's quarter and so many on.
    Quarters(i32),
    /// The weekday in the week so many on: last -1, this 0, next 1.
    Weekday(u8, i32),
    /// The weekday of the calendar week so many on: Tuesday next week.
    WeekdayOfWeek(u8, i32),
    /// The month in the year so many on.
    Month(u8, i32),
    /// The season in the year so many on.
    Season(u8, i32),
    /// The weekend so many on.
    Weekend(i32),
    /// The weekend that is nearest on the side the tense says.
    NearestWeekend,
}

impl Step {
    /// As many days, months or years before as it is behind.
    fn backward(self) -> Step {
        match self {
            Step::Days(n) => Step::Days(-n),
            Step::Months(n) => Step::Months(-n),
            Step::Years(n) => Step::Years(-n),
            other => other,
        }
    }
}

/// `relative = day_name | day_beside | weekday_of_week | led | week_beside | the_weekend | counted_from_anchor ;`
pub(crate) fn relative(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    alt((
        day_name,
        day_beside,
        weekday_of_week,
        led,
        week_beside,
        the_weekend,
        counted_from_anchor,
    ))
    .parse(tokens)
}

fn timex() -> Timex {
    Timex {
        form: DateForm::Relative,
        anchored: true,
        ..Timex::default()
    }
}

/// `[ day_part ]` behind the name of a day.
fn with_day_part<'a>(rest: Tokens<'a>, day: Timex, step: Step) -> Parsed<'a, (Timex, Step)> {
    let (rest, part) = opt(day_part).parse(rest)?;
    let period = part.map(Period::DayPart).or(day.period);
    Ok((rest, (Timex { period, ..day }, step)))
}

/// `day_name = ( "yesterday" | "today" | "tomorrow" | "tonight" ) [ day_part ] ;`
fn day_name(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let of = |name: &str| tokens.is(0, name);
    let (days, period) = match () {
        () if of("yesterday") => (-1, None),
        () if of("today") => (0, None),
        () if of("tonight") => (0, Some(Period::DayPart("NI"))),
        () if of("tomorrow") => (1, None),
        () => return tokens.refuse(),
    };
    // “USA Today”, “Yesterday” the song
    let title = tokens.back(1).is_some_and(|t| t.is_capitalised())
        && tokens.first().is_some_and(Token::is_capitalised);
    if title {
        return tokens.refuse();
    }
    with_day_part(
        tokens.skip(1),
        Timex { period, ..timex() },
        Step::Days(days),
    )
}

/// `day_beside = "day" ( "before" "yesterday" | "after" "tomorrow" ) ;`
fn day_beside(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let days = match (tokens.is(1, "before"), tokens.is(1, "after")) {
        (true, _) if tokens.is(2, "yesterday") => -2,
        (_, true) if tokens.is(2, "tomorrow") => 2,
        _ => return tokens.refuse(),
    };
    if !tokens.is(0, "day") {
        return tokens.refuse();
    }
    with_day_part(tokens.skip(3), timex(), Step::Days(days))
}

/// `by = "last" | "this" [ "past" | "coming" ] | "current" | "coming" | "next" ;`
/// so many periods on.
fn by(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let of = |name: &str| tokens.is(0, name);
    match () {
        () if of("this") && tokens.is(1, "past") => tokens.accept(2, -1),
        () if of("this") && tokens.is_any(1, &["coming", "upcoming"]) => tokens.accept(2, 1),
        () if of("last") => tokens.accept(1, -1),
        () if of("this") || of("current") => tokens.accept(1, 0),
        () if of("next") || of("coming") => tokens.accept(1, 1),
        () => tokens.refuse(),
    }
}

/// `led = by ( day_part | weekday [ day_part ] | month | season | period_name ) ;`
pub(crate) fn led(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, by) = by(tokens)?;
    let senses = rest.senses(0);
    let capital = rest.first().is_some_and(Token::is_capitalised);
    let after = rest.skip(1);
    if let Ok((after, weekday)) = weekday_name(rest) {
        let named = Timex {
            weekday: Some(weekday),
            ..timex()
        };
        return with_day_part(after, named, Step::Weekday(weekday, by));
    }
    if let (Some(month), true) = (senses.month, capital) {
        let named = Timex {
            month: Some(month),
            ..timex()
        };
        return Ok((after, (named, Step::Month(month, by))));
    }
    if let Ok((after, part)) = day_part(rest) {
        let last_night = by == -1 && part == "NI";
        if by == 0 || last_night {
            let period = Some(Period::DayPart(part));
            return Ok((after, (Timex { period, ..timex() }, Step::Days(by))));
        }
    }
    let (after, step) = period_name(rest, by)?;
    // “the current year-on-year rate”, “this week-long strike”
    let compound = after.glued_kind(0) == Some(TokenKind::Hyphen);
    if compound {
        return tokens.refuse();
    }
    Ok((after, (timex(), step)))
}

/// `period_name = "week" | "month" | "year" | "quarter" | "weekend" | season ;`
fn period_name(tokens: Tokens<'_>, by: i32) -> Parsed<'_, Step> {
    let of = |name: &str| tokens.is(0, name);
    let step = match () {
        () if of("week") => Step::Weeks(by),
        () if of("month") => Step::Months(by),
        () if of("year") => Step::Years(by),
        () if of("quarter") => Step::Quarters(by),
        () if of("decade") && by == 0 => return tokens.refuse(),
        () if of("weekend") => Step::Weekend(by),
        () if of("spring") => Step::Season(1, by),
        () if of("summer") => Step::Season(2, by),
        () if of("autumn") || of("fall") => Step::Season(3, by),
        () if of("winter") => Step::Season(4, by),
        () => return tokens.refuse(),
    };
    tokens.accept(1, step)
}

/// `the_period = [ "the" ] ( "week" | "month" | "quarter" | "year" ) ;` which is
/// the current one, as in “the end of the year”.
pub(crate) fn the_period(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, _) = opt(word("the")).parse(tokens)?;
    let (rest, step) = period_name(rest, 0)?;
    match step {
        Step::Weeks(_) | Step::Months(_) | Step::Quarters(_) | Step::Years(_)
            if !rest.is_any(0, &["of", "when", "in", "to", "that"]) =>
        {
            Ok((rest, (timex(), step)))
        }
        _ => tokens.refuse(),
    }
}

/// `weekday_of_week = weekday [ day_part ] [ "of" ] by "week" | by "week" [ "on" ] weekday ;`
fn weekday_of_week(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    alt((weekday_first, week_first)).parse(tokens)
}

fn weekday_first(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, weekday) = weekday_name(tokens)?;
    let (rest, part) = opt(day_part).parse(rest)?;
    let (rest, _) = opt(word("of")).parse(rest)?;
    let (rest, by) = by(rest)?;
    let (rest, _) = word("week")(rest)?;
    let named = Timex {
        weekday: Some(weekday),
        period: part.map(Period::DayPart),
        ..timex()
    };
    Ok((rest, (named, Step::WeekdayOfWeek(weekday, by))))
}

fn week_first(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, by) = by(tokens)?;
    let (rest, _) = word("week")(rest)?;
    let (rest, _) = opt(word("on")).parse(rest)?;
    let (rest, weekday) = weekday_name(rest)?;
    let named = Timex {
        weekday: Some(weekday),
        ..timex()
    };
    with_day_part(rest, named, Step::WeekdayOfWeek(weekday, by))
}

/// `week_beside = ( "week" | "month" | "year" ) ( "before" "last" | "after" "next" ) ;`
fn week_beside(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let by = match (tokens.is(1, "before"), tokens.is(1, "after")) {
        (true, _) if tokens.is(2, "last") => -2,
        (_, true) if tokens.is(2, "next") => 2,
        _ => return tokens.refuse(),
    };
    let (_, step) = period_name(tokens, by)?;
    tokens.accept(3, (timex(), step))
}

/// `the_weekend = "weekend" ;` behind “the”, with “at”, “over” or “on” before.
fn the_weekend(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let led = tokens.was_any(1, &["the"]) && tokens.was_any(2, &["at", "over", "on", "during"]);
    if tokens.is(0, "weekend") && led {
        return tokens.accept(1, (timex(), Step::NearestWeekend));
    }
    tokens.refuse()
}

/// `count = "a" | "an" | number ;` below ten thousand.
fn count(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    if tokens.is_any(0, &["a", "an"]) && tokens.is_class(1, Class::TimeNoun) {
        return tokens.accept(1, 1);
    }
    let (rest, numeral) = number(tokens)?;
    let whole = numeral.value.is_integer() && !numeral.value.is_negative();
    match i32::try_from(numeral.value.numerator()) {
        Ok(count) if whole && count < 10_000 => Ok((rest, count)),
        _ => tokens.refuse(),
    }
}

/// `counted = count ( "day" | "week" | "fortnight" | "month" | "year" | "decade" ) [ "s" ] ;`
fn counted(tokens: Tokens<'_>) -> Parsed<'_, Step> {
    let (rest, count) = count(tokens)?;
    let of = |one: &str, many: &str| rest.is(0, one) || rest.is(0, many);
    let step = match () {
        () if of("day", "days") => Step::Days(count),
        () if of("week", "weeks") => Step::Days(7 * count),
        () if of("fortnight", "fortnights") => Step::Days(14 * count),
        () if of("month", "months") => Step::Months(count),
        () if of("year", "years") => Step::Years(count),
        () if of("decade", "decades") => Step::Years(10 * count),
        () => return tokens.refuse(),
    };
    rest.accept(1, step)
}

/// `counted_from_anchor = counted ( "ago" | "from" ( "now" | "today" ) | "hence" ) | "in" counted ;`
///
/// “in two weeks” may also say how long something took: it is a date only
/// where a word before it speaks of what is to come.
fn counted_from_anchor(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    // Numbers are everywhere; a word of time behind them is rare.
    if !(1..=4).any(|n| tokens.is_class(n, Class::TimeNoun)) {
        return tokens.refuse();
    }
    let (rest, step) = counted(tokens)?;
    let future = || (2..=8).any(|n| tokens.was_any(n, &["will", "shall", "due", "expected", "ll"]));
    let ends = rest.kind(0) != Some(TokenKind::Word);
    match () {
        () if rest.is(0, "ago") => rest.accept(1, (timex(), step.backward())),
        () if rest.is(0, "hence") => rest.accept(1, (timex(), step)),
        () if rest.is(0, "from") && rest.is_any(1, &["now", "today"]) => {
            rest.accept(2, (timex(), step))
        }
        () if ends && tokens.was_any(1, &["in"]) && future() => Ok((rest, (timex(), step))),
        () => tokens.refuse(),
    }
}

/// Words that may stand before a relative day (“on”, “by”) when it follows an
/// hour.
pub(crate) fn opt_on(tokens: Tokens<'_>) -> Tokens<'_> {
    match opt(one_of(&["on"])).parse(tokens) {
        Ok((rest, _)) => rest,
        Err(_) => tokens,
    }
}
