//! Which month, week, weekday or day of a month or year is meant: the first Monday
//! of May, the last week of July, the week of 3 May, the third month of the year.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::date::calendar_date;
use super::day_part::day_part;
use super::month::{month_alone, month_year};
use super::numeric_date::numeric_date;
use super::ordinal::ordinal;
use super::relative::{Step, led, timex};
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, one_of};
use super::weekday::{bare_day, weekday_name};
use super::year::{year, year_alone};
use crate::document::TokenKind;
use crate::lexicon::TimeUnit;

/// `which = week_of_day | numbered_week | ( ordinal | "last" ) ( "week" | "month" | weekday [ day_part ] | "day" ) ( "of" | "in" ) whole ;`
pub(crate) fn which(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    let senses = tokens.senses(0);
    match () {
        () if is_week(tokens, 0) => alt((week_of_day, numbered_week)).parse(tokens),
        () if senses.ordinal.is_some() || senses.cardinal.is_some() => one_of_whole(tokens),
        () if tokens.is_any(0, &["final", "last"]) => one_of_whole(tokens),
        () if tokens.glued_kind(1) == Some(TokenKind::Word) => one_of_whole(tokens),
        () => tokens.refuse(),
    }
}

fn is_week(tokens: Tokens<'_>, n: usize) -> bool {
    tokens.is(n, "week")
}

/// `week_of_day = "week" ( "of" | "beginning" | "commencing" | "starting" ) [ "the" | "on" ] day ;`
fn week_of_day(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    if !tokens.is_any(1, &["of", "beginning", "commencing", "starting"]) {
        return tokens.refuse();
    }
    let rest = opt(one_of(&["on", "the"])).parse(tokens.skip(2))?.0;
    let (rest, day) = alt((calendar_date, numeric_date, bare_day)).parse(rest)?;
    if day.day.is_none() || day.end.is_some() {
        return tokens.refuse();
    }
    let period = Some(Period::Week);
    Ok((rest, (Timex { period, ..day }, None)))
}

/// `numbered_week = "week" DIGITS ( ( "of" | "in" | "," ) year | "of" whole ) ;` by the reckoning of ISO
/// 8601
fn numbered_week(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    if tokens.kind(1) != Some(TokenKind::Digits) {
        return tokens.refuse();
    }
    let of = tokens.is_any(2, &["of", "in"]);
    let joined = of || tokens.kind(2) == Some(TokenKind::Comma);
    let Some(number) = tokens.text(1).parse().ok().filter(|week| *week <= 53_i8) else {
        return tokens.refuse();
    };
    let week = Timex {
        form: DateForm::Period,
        period: Some(Period::Week),
        which: Some(number),
        ..Timex::default()
    };
    if let (true, Ok((rest, (whole, Some(Step::Years(by)))))) = (of, whole(tokens.skip(3))) {
        let anchored = whole.anchored;
        return Ok((rest, (Timex { anchored, ..week }, Some(Step::Years(by)))));
    }
    let (rest, year) = year(tokens.skip(2 + usize::from(joined)))?;
    let week = Timex {
        year: Some(year),
        dated: true,
        ..week
    };
    Ok((rest, (week, None)))
}

/// `one_of_whole = ( ordinal [ "last" ] | "last" | "final" ) ( "month" | "week" | "weekend" | "day" | weekday [ day_part ] ) ( "of" | "in" ) whole ;`
fn one_of_whole(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    let (rest, which) = if tokens.is_any(0, &["final", "last"]) {
        (tokens.skip(1), -1)
    } else {
        let (rest, n) = ordinal(tokens)?;
        let from_end = rest.is_any(0, &["last"]);
        match i8::try_from(n) {
            Ok(n @ 2..=53) if from_end => (rest.skip(1), -n),
            Ok(n) if n <= 53 => (rest, n),
            _ => return tokens.refuse(),
        }
    };
    let named = Timex {
        which: Some(which),
        ..Timex::default()
    };
    let (rest, named) = if let Ok((rest, weekday)) = weekday_name(rest) {
        let (rest, part) = opt(day_part).parse(rest)?;
        let named = Timex {
            form: DateForm::DayMonth,
            weekday: Some(weekday),
            period: part.map(Period::DayPart),
            ..named
        };
        (rest, named)
    } else {
        let (form, period) = match rest.senses(0).time_unit() {
            Some(TimeUnit::Week) => (DateForm::Period, Some(Period::Week)),
            Some(TimeUnit::Weekend) => (DateForm::Period, Some(Period::Weekend)),
            Some(TimeUnit::Day) => (DateForm::DayMonth, None),
            Some(TimeUnit::Month) => (DateForm::Month, None),
            _ => return tokens.refuse(),
        };
        if rest.text(0).ends_with('s') {
            return tokens.refuse();
        }
        (
            rest.skip(1),
            Timex {
                form,
                period,
                ..named
            },
        )
    };
    let (rest, _) = one_of(&["of", "in"])(rest)?;
    let (rest, (whole, step)) = whole(rest)?;
    if named.form == DateForm::Month {
        return month_of(named, which, whole, step)
            .map_or_else(|| tokens.refuse(), |found| Ok((rest, found)));
    }
    if named.period != Some(Period::Week) && whole.month.is_none() && !is_month(step) {
        return tokens.refuse();
    }
    let found = Timex {
        year: whole.year,
        month: whole.month,
        dated: whole.dated,
        anchored: whole.anchored,
        ..named
    };
    Ok((rest, (found, step)))
}

/// The month of a year by its place.
fn month_of(
    named: Timex,
    which: i8,
    whole: Timex,
    step: Option<Step>,
) -> Option<(Timex, Option<Step>)> {
    let month = match which {
        -1 => 12,
        1..=12 => which.unsigned_abs(),
        _ => return None,
    };
    if whole.month.is_some() || is_month(step) {
        return None;
    }
    let found = Timex {
        form: if whole.year.is_some() {
            DateForm::MonthYear
        } else {
            DateForm::Month
        },
        which: None,
        month: Some(month),
        year: whole.year,
        dated: whole.dated,
        anchored: whole.anchored,
        ..named
    };
    Some((found, step))
}

fn is_month(step: Option<Step>) -> bool {
    matches!(step, Some(Step::Months(_) | Step::Month(..)))
}

/// `whole = [ "the" ] ( month_year | led | "month" | "year" | month | year ) ;`
fn whole(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    if let Ok((rest, (timex, step))) = led(tokens) {
        return match step {
            Step::Months(_) | Step::Years(_) | Step::Month(..) => Ok((rest, (timex, Some(step)))),
            _ => tokens.refuse(),
        };
    }
    let the = tokens.is(0, "the");
    let current = match tokens.senses(1).time_unit() {
        Some(TimeUnit::Month) if the => Some(Step::Months(0)),
        Some(TimeUnit::Year) if the => Some(Step::Years(0)),
        _ => None,
    };
    if current.is_some() && !tokens.text(1).ends_with('s') {
        return tokens.accept(2, (timex(), current));
    }
    let (rest, timex) = alt((month_year, month_alone, year_alone)).parse(tokens)?;
    Ok((rest, (timex, None)))
}
