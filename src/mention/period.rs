//! Periods: decades, centuries, quarters, financial years, seasons, and the
//! beginning, middle or end of any of them.

use nom::Parser;
use nom::branch::alt;

use super::date::{month_alone, month_year, skip_glue};
use super::ordinal::ordinal;
use super::relative::{Step, led, the_period};
use super::timex::{DateForm, Part, Period, Timex};
use super::tokens::{Parsed, Tokens};
use super::year::{year, year_alone};
use crate::document::TokenKind;

/// `period = decade | century | quarter | fiscal | season ;`
pub(crate) fn period(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((decade, century, quarter, fiscal, season)).parse(tokens)
}

fn of_period(period: Period, year: Option<i32>) -> Timex {
    Timex {
        form: DateForm::Period,
        period: Some(period),
        year,
        dated: year.is_some(),
        ..Timex::default()
    }
}

/// `part_of = part ( led | the_period | period | month | year ) ;` early May, the
/// end of the year, mid-1980s, later this month
pub(crate) fn part_of(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    let (rest, (part, of)) = part(tokens)?;
    let article = usize::from(rest.is(0, "the"));
    let inner = rest.skip(article);
    let (rest, (timex, step)) = if let Ok((rest, (timex, step))) = led(inner) {
        (rest, (timex, Some(step)))
    } else if let (true, Ok((rest, (timex, step)))) = (of, the_period(rest)) {
        (rest, (timex, Some(step)))
    } else {
        let (rest, timex) = alt((period, month_year, month_alone, year_alone)).parse(inner)?;
        (rest, (timex, None))
    };
    if timex.part.is_some() || timex.day.is_some() {
        return tokens.refuse();
    }
    Ok((
        rest,
        (
            Timex {
                part: Some(part),
                ..timex
            },
            step,
        ),
    ))
}

/// `part = ( "early" | "mid" | "late" | "later" | "earlier" ) [ "-" ] [ "in" ] | ( "beginning" | "start" | "middle" | "end" ) "of" ;`
///
/// With whether it is of a period.
fn part(tokens: Tokens<'_>) -> Parsed<'_, (Part, bool)> {
    let of = |name: &str| tokens.is(0, name);
    let (part, by_of) = match () {
        () if of("early") || of("earlier") => (Part::Start, false),
        () if of("mid") => (Part::Middle, false),
        () if of("late") || of("later") => (Part::End, false),
        () if of("beginning") || of("start") => (Part::Start, true),
        () if of("middle") => (Part::Middle, true),
        () if of("end") => (Part::End, true),
        () => return tokens.refuse(),
    };
    let rest = skip_glue(tokens.skip(1));
    if by_of && !rest.is(0, "of") {
        return tokens.refuse();
    }
    let joined = by_of || rest.is(0, "in") && tokens.is_any(0, &["early", "late"]);
    Ok((rest.skip(usize::from(joined)), (part, joined)))
}

/// `decade = DIGITS4 [ "'" ] "s" | "'" DIGITS2 "s" ;` the 1990s, the ’90s
fn decade(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let short = tokens.kind(0) == Some(TokenKind::Apostrophe)
        && tokens.glued_kind(1) == Some(TokenKind::Digits);
    let rest = if short { tokens.skip(1) } else { tokens };
    let text = rest.text(0);
    let count = if rest.glued_kind(1) == Some(TokenKind::Apostrophe) {
        2
    } else {
        1
    };
    let plural = rest.glued_kind(count) == Some(TokenKind::Word) && rest.text(count) == "s";
    if rest.kind(0) != Some(TokenKind::Digits) || !plural || !text.ends_with('0') {
        return tokens.refuse();
    }
    let Ok(value) = text.parse::<i32>() else {
        return tokens.refuse();
    };
    let decade = match text.len() {
        4 if (1500..2100).contains(&value) => value / 10,
        2 if short => {
            (if value < 30 {
                2000 + value
            } else {
                1900 + value
            }) / 10
        }
        _ => return tokens.refuse(),
    };
    Ok((
        rest.skip(count + 1),
        of_period(Period::Decade(decade), None),
    ))
}

/// `century = ordinal [ "-" ] "century" [ "BC" ] ;`
fn century(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, ordinal) = ordinal(tokens)?;
    let rest = skip_glue(rest);
    if !rest.is_any(0, &["century"]) || !(2..=30).contains(&ordinal) {
        return tokens.refuse();
    }
    let rest = rest.skip(1);
    if rest.is_any(0, &["BC", "BCE"]) {
        return Ok((
            rest.skip(1),
            Timex {
                form: DateForm::Period,
                ..Timex::default()
            },
        ));
    }
    Ok((rest, of_period(Period::Century(ordinal.into()), None)))
}

/// `quarter = ( "Q" DIGIT | ordinal [ "-" ] "quarter" | "H" DIGIT | ordinal "half" ) [ "of" ] [ year ] ;`
///
/// “the first half” alone is of a match as often as of a year, so it needs the
/// year.
fn quarter(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let letter = tokens.text(0);
    let coded = tokens.kind(0) == Some(TokenKind::Word)
        && matches!(letter, "Q" | "H")
        && tokens.glued_kind(1) == Some(TokenKind::Digits);
    let (rest, period, bare) = if coded {
        let Ok(n) = tokens.text(1).parse::<u8>() else {
            return tokens.refuse();
        };
        let period = match (letter, n) {
            ("Q", 1..=4) => Period::Quarter(n),
            ("H", 1..=2) => Period::Half(n),
            _ => return tokens.refuse(),
        };
        (tokens.skip(2), period, true)
    } else {
        let (rest, n) = ordinal(tokens)?;
        let rest = skip_glue(rest);
        match (rest.text(0), n) {
            ("quarter", 1..=4) => (rest.skip(1), Period::Quarter(n as u8), true),
            ("half", 1..=2) => (rest.skip(1), Period::Half(n as u8), false),
            _ => return tokens.refuse(),
        }
    };
    let inner = if rest.is(0, "of") { rest.skip(1) } else { rest };
    match year(inner) {
        Ok((after, year)) if (1900..2100).contains(&year) => {
            Ok((after, of_period(period, Some(year))))
        }
        _ if bare => Ok((rest, of_period(period, None))),
        _ => tokens.refuse(),
    }
}

/// `fiscal = ( "fiscal" [ "year" ] | "FY" ) year ;`
fn fiscal(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let rest = if tokens.is(0, "fiscal") {
        let rest = tokens.skip(1);
        if rest.is(0, "year") {
            rest.skip(1)
        } else {
            rest
        }
    } else if tokens.text(0) == "FY" {
        tokens.skip(1)
    } else {
        return tokens.refuse();
    };
    let (rest, year) = year(rest)?;
    Ok((rest, of_period(Period::Fiscal, Some(year))))
}

/// `season = ( "spring" | "summer" | "autumn" | "winter" ) [ "of" ] year ;`
fn season(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let n = match tokens.text(0).to_ascii_lowercase().as_str() {
        "spring" => 1,
        "summer" => 2,
        "autumn" | "fall" => 3,
        "winter" => 4,
        _ => return tokens.refuse(),
    };
    let rest = tokens.skip(1);
    let inner = if rest.is(0, "of") { rest.skip(1) } else { rest };
    match year(inner) {
        Ok((rest, year)) => Ok((rest, of_period(Period::Season(n), Some(year)))),
        Err(error) => Err(error),
    }
}
