//! Expressions of time that are relative to the anchor date: yesterday, last
//! week, Tuesday next week, August last year. Those that [count](super::counted)
//! stand by themselves.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::beside::{day_beside, month_beside, period_beside, weekday_beside};
use super::counted::counted;
use super::date::calendar_date;
use super::day_part::{day_part, part_behind};
use super::holiday::{holiday, led_holiday};
use super::month::month_name;
use super::period::part_of_year;
use super::timex::{DateForm, Part, Period, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of, word};
use super::weekday::{of_month_day, weekday_name};
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, DayPart, Lead, TimeUnit, TimeWord};

/// How a relative expression is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// So many hours from a time of the anchor's day that is not known.
    Hours(i32),
    /// So many days from the anchor.
    Days(i32),
    /// The day so many months and then so many days from the anchor.
    MonthsAndDays(i32, i32),
    /// So many weeks from the anchor's.
    Weeks(i32),
    /// So many months from the anchor's.
    Months(i32),
    /// So many years from the anchor's.
    Years(i32),
    /// So many decades from the anchor's.
    Decades(i32),
    /// The anchor's quarter and so many on.
    Quarters(i32),
    /// The anchor's financial year and so many on.
    Fiscal(i32),
    /// The weekday so many on: the one before last -2, last -1, this 0, next 1.
    Weekday(u8, i32),
    /// The weekday of the calendar week so many on: Tuesday next week.
    WeekdayOfWeek(u8, i32),
    /// The weekday so many weeks ago: two weeks ago on Tuesday.
    WeekdayAgo(u8, i32),
    /// The month in the year so many on.
    Month(u8, i32),
    /// The season in the year so many on.
    Season(u8, i32),
    /// The holiday before the anchor, in its year, or after it.
    Holiday(i32),
    /// The weekend so many on.
    Weekend(i32),
    /// The weekend that is nearest on the side the tense says.
    NearestWeekend,
}

/// `relative = day_name | end_in_letters | day_beside | weekday_beside | weekday_of_week | month_beside | week_first | of_year | of_month | part_of_led_year | led | period_beside | the_weekend | counted ;`
pub(crate) fn relative(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let senses = tokens.senses(0);
    let ordinal = senses.ordinal.is_some();
    match () {
        () if tokens.kind(0) == Some(TokenKind::Digits) => {
            alt((counted, of_year, of_month)).parse(tokens)
        }
        () if senses.weekday.is_some() => alt((weekday_beside, weekday_of_week)).parse(tokens),
        () if senses.month.is_some() => alt((month_beside, of_year)).parse(tokens),
        () if ordinal => of_year(tokens),
        () if senses.time_unit().is_some() => {
            alt((day_beside, period_beside, the_weekend)).parse(tokens)
        }
        () if matches!(senses.time, Some(TimeWord::Season(_))) => {
            alt((period_beside, of_year)).parse(tokens)
        }
        () if senses.cardinal.is_some() => alt((counted, of_year)).parse(tokens),
        () => alt((
            day_name,
            end_in_letters,
            of_year,
            week_first,
            part_of_led_year,
            led,
            counted,
        ))
        .parse(tokens),
    }
}

/// A day, week, month or year that the anchor date tells.
pub(crate) fn timex() -> Timex {
    Timex {
        form: DateForm::Relative,
        anchored: true,
        ..Timex::default()
    }
}

/// How many tokens may stand between the beginning of a date and “year”.
const LONGEST_DATE: usize = 7;

/// `of_year = ( holiday | calendar_date | month | quarter | season ) ( [ "of" ] by | "of" "the" ) "year" ;`
/// August last year, the first half of the year
fn of_year(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    // A year with a word before it is rarer than dates are.
    if !(1..=LONGEST_DATE).any(|n| tokens.is(n, "year")) {
        return tokens.refuse();
    }
    let (rest, named) = alt((holiday, calendar_date, month_of_year, part_of_year)).parse(tokens)?;
    let (rest, by) = if rest.is(0, "of") && rest.is(1, "the") {
        (rest.skip(2), 0)
    } else {
        let (rest, _) = opt(word("of")).parse(rest)?;
        by(rest)?
    };
    if named.year.is_some() || named.end.is_some() || !rest.is(0, "year") {
        return tokens.refuse();
    }
    rest.accept(1, (named, Step::Years(by)))
}

fn month_of_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let month = Timex {
        form: DateForm::Month,
        month: Some(month),
        ..Timex::default()
    };
    Ok((rest, month))
}

/// `part_of_led_year = by "year" "'" "s" ( quarter | season ) ;` next year’s first quarter
fn part_of_led_year(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, by) = by(tokens)?;
    let possessive =
        rest.is(0, "year") && rest.kind(1) == Some(TokenKind::Apostrophe) && rest.is(2, "s");
    if !possessive {
        return tokens.refuse();
    }
    let (rest, part) = part_of_year(rest.skip(3))?;
    Ok((rest, (part, Step::Years(by))))
}

/// `of_month = DIGITS [ suffix ] "of" ( [ "the" ] by "month" | "the" "month" ) ;` the 20th of
/// next month
fn of_month(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, day) = super::date::ordinal_day(tokens)?;
    let (rest, _) = word("of")(rest)?;
    let the = rest.is(0, "the");
    let (rest, by) = match by(rest.skip(usize::from(the))) {
        Ok(found) => found,
        Err(_) => (word("the")(rest)?.0, 0),
    };
    if !rest.is(0, "month") {
        return tokens.refuse();
    }
    rest.accept(1, (of_month_day(day), Step::Months(by)))
}

/// `[ part_behind ]` behind the name of a day.
pub(super) fn with_day_part<'a>(
    rest: Tokens<'a>,
    day: Timex,
    step: Step,
) -> Parsed<'a, (Timex, Step)> {
    let (rest, part) = opt(part_behind).parse(rest)?;
    let period = part.map(Period::DayPart).or(day.period);
    Ok((rest, (Timex { period, ..day }, step)))
}

/// `day_name = ( "yesterday" | "today" | "tomorrow" | "tonight" | "tonite" ) [ day_part ] ;`
pub(crate) fn day_name(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let of = |name: &str| tokens.is(0, name);
    let (days, period) = match () {
        () if of("yesterday") => (-1, None),
        () if of("today") => (0, None),
        () if of("tonight") || of("tonite") => (0, Some(Period::DayPart(DayPart::Night))),
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

/// `end_in_letters = "EOD" | "EOM" | "EOY" ;` the end of the day, month or year; that of a
/// year that is named stands in [part_of](super::period::part_of)
fn end_in_letters(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let joined = tokens.glued_kind(1) == Some(TokenKind::Hyphen);
    if joined || tokens.kind(1) == Some(TokenKind::Digits) {
        return tokens.refuse();
    }
    let (part, step) = match tokens.text(0) {
        "EOD" => (None, Step::Days(0)),
        "EOM" => (Some(Part::End), Step::Months(0)),
        "EOY" => (Some(Part::End), Step::Years(0)),
        _ => return tokens.refuse(),
    };
    tokens.accept(1, (Timex { part, ..timex() }, step))
}

/// `by = "last" | "this" [ "past" | "coming" ] | "current" | "coming" | "upcoming" | "next" ;`
/// so many periods on.
fn by(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let of = |name: &str| tokens.is(0, name);
    match () {
        () if of("this") && tokens.is(1, "past") => tokens.accept(2, -1),
        () if of("this") && tokens.is_any(1, &["coming", "upcoming"]) => tokens.accept(2, 1),
        () if of("last") => tokens.accept(1, -1),
        () if of("past") && tokens.senses(1).weekday.is_some() => tokens.accept(1, -1),
        () if of("this") || of("current") => tokens.accept(1, 0),
        () if of("next") || of("coming") || of("upcoming") => tokens.accept(1, 1),
        () => tokens.refuse(),
    }
}

/// `led = by ( holiday | day_part | weekday [ day_part ] | month | season | period_name ) ;`
pub(crate) fn led(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, by) = by(tokens)?;
    let senses = rest.senses(0);
    let capital = rest.first().is_some_and(Token::is_capitalised);
    if let Ok((after, weekday)) = weekday_name(rest) {
        let named = Timex {
            weekday: Some(weekday),
            ..timex()
        };
        return with_day_part(after, named, Step::Weekday(weekday, by));
    }
    if let (Some(month), true) = (senses.month, capital) {
        let (after, _) = month_name(rest)?;
        // “the upcoming May 20 vote”
        if by == 1 && after.kind(0) == Some(TokenKind::Digits) && after.text(0).len() <= 2 {
            return tokens.refuse();
        }
        let named = Timex {
            month: Some(month),
            ..timex()
        };
        return Ok((after, (named, Step::Month(month, by))));
    }
    if let Ok((after, named)) = led_holiday(rest) {
        return Ok((after, (named, Step::Holiday(by))));
    }
    if let Ok((after, part)) = day_part(rest) {
        let last_night = by == -1 && part == DayPart::Night;
        if by == 0 || last_night {
            let period = Some(Period::DayPart(part));
            return Ok((after, (Timex { period, ..timex() }, Step::Days(by))));
        }
    }
    let (after, step) = period_name(rest, by)?;
    // “the current year-on-year rate”, “this week-long strike”, “the last year of
    // the war”
    let compound = after.glued_kind(0) == Some(TokenKind::Hyphen);
    let led = tokens.senses_back(1);
    let which = led.is(Class::Article) || led.is(Class::Determiner);
    if compound || by == -1 && which && after.is(0, "of") {
        return tokens.refuse();
    }
    Ok((after, (timex(), step)))
}

/// `period_name = [ "working" ] "week" | "week" "-" "end" | "month" | "year" | "quarter" | "weekend" | "decade" | ( "fiscal" | "financial" | "tax" ) "year" | "calendar" period_name | season ;`
pub(super) fn period_name(tokens: Tokens<'_>, by: i32) -> Parsed<'_, Step> {
    if tokens.text(0).ends_with('s') {
        return tokens.refuse();
    }
    let step = match tokens.senses(0).time {
        Some(TimeWord::Unit(TimeUnit::Week)) if is_week_end(tokens) => {
            return tokens.accept(3, Step::Weekend(by));
        }
        Some(TimeWord::Unit(TimeUnit::Week)) => Step::Weeks(by),
        Some(TimeWord::Unit(TimeUnit::Month)) => Step::Months(by),
        Some(TimeWord::Unit(TimeUnit::Year)) => Step::Years(by),
        Some(TimeWord::Unit(TimeUnit::Quarter)) => Step::Quarters(by),
        Some(TimeWord::Unit(TimeUnit::Weekend)) => Step::Weekend(by),
        Some(TimeWord::Unit(TimeUnit::Decade)) if by != 0 => Step::Decades(by),
        Some(TimeWord::Season(season)) => Step::Season(season, by),
        _ if tokens.is_any(0, &["financial", "fiscal", "tax"]) && tokens.is(1, "year") => {
            return tokens.accept(2, Step::Fiscal(by));
        }
        _ if tokens.is(0, "workweek") => Step::Weeks(by),
        _ if tokens.is(0, "working") && tokens.is(1, "week") => {
            return tokens.accept(2, Step::Weeks(by));
        }
        _ if tokens.is(0, "calendar") => {
            let (rest, step) = period_name(tokens.skip(1), by)?;
            return match step {
                Step::Months(_) | Step::Years(_) => Ok((rest, step)),
                _ => tokens.refuse(),
            };
        }
        _ => return tokens.refuse(),
    };
    tokens.accept(1, step)
}

/// Whether a weekend is written with a hyphen: week-end.
fn is_week_end(tokens: Tokens<'_>) -> bool {
    hyphen(tokens.skip(1)).is_ok() && tokens.is(2, "end")
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

/// `weekday_of_week = weekday [ day_part ] [ "of" ] by "week" ;`
fn weekday_of_week(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
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

/// `week_first = by "week" [ "on" ] weekday [ day_part ] ;`
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

/// `the_weekend = "weekend" ;` behind “the” that is led.
fn the_weekend(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let led = tokens.was_any(1, &["the"]) && tokens.senses_back(2).leads(Lead::Weekend);
    if tokens.is(0, "weekend") && led {
        return tokens.accept(1, (timex(), Step::NearestWeekend));
    }
    tokens.refuse()
}

/// Words that may stand before a relative day (“on”, “by”) when it follows an
/// hour.
pub(crate) fn opt_on(tokens: Tokens<'_>) -> Tokens<'_> {
    match opt(one_of(&["on"])).parse(tokens) {
        Ok((rest, _)) => rest,
        Err(_) => tokens,
    }
}
