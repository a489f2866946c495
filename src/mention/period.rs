//! Periods: decades, centuries, quarters, financial years, seasons, and the
//! beginning, middle or end of any of them.

use nom::Parser;
use nom::branch::alt;

use super::month::{month_alone, month_year};
use super::ordinal::ordinal;
use super::relative::{Step, led, the_period};
use super::timex::{DateForm, Part, Period, Timex};
use super::tokens::{Parsed, Tokens, hyphen};
use super::year::{skip_glue, two_digits, year, year_alone};
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Lead, TimeUnit, TimeWord};

/// `period = decade | century | quarter | fiscal | season ;`
pub(crate) fn period(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((
        decade,
        named_decade,
        century,
        quarter,
        year_quarter,
        fiscal,
        season,
    ))
    .parse(tokens)
}

/// `part_of_year = quarter | season_name ;` without its year
pub(crate) fn part_of_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if let Some(TimeWord::Season(season)) = tokens.senses(0).time {
        return tokens.accept(1, of_period(Period::Season(season), None));
    }
    let (rest, (period, _)) = part_name(tokens)?;
    Ok((rest, of_period(period, None)))
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

/// `part_of = "EOY" year | part ( led | the_period | period | month | year ) ;` early May, the
/// end of the year, mid-1980s, later this month
pub(crate) fn part_of(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Option<Step>)> {
    if tokens.text(0) == "EOY"
        && let Ok((rest, year)) = year_alone(tokens.skip(1))
    {
        let part = Some(Part::End);
        return Ok((rest, (Timex { part, ..year }, None)));
    }
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
    // “the first half of 2015” has a value of its own.
    let year = timex.form == DateForm::Year
        || timex.period == Some(Period::Fiscal)
        || matches!(step, Some(Step::Years(_) | Step::Fiscal(_)));
    let half_year = year && tokens.senses(0).ordinal.is_some();
    if timex.part.is_some() || timex.day.is_some() || half_year {
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

/// `half = ( "first" | "second" ) [ "-" ] "half" "of" ;` of a decade, century or month
fn half(tokens: Tokens<'_>) -> Parsed<'_, Part> {
    let (rest, n) = ordinal(tokens)?;
    let rest = skip_glue(rest);
    match n {
        1 if rest.is(0, "half") && rest.is(1, "of") => rest.accept(2, Part::Start),
        2 if rest.is(0, "half") && rest.is(1, "of") => rest.accept(2, Part::End),
        _ => tokens.refuse(),
    }
}

/// `part = half | ( "early" | "mid" | "late" | "later" | "earlier" ) ( [ "-" ] | [ "in" ] ) | "end" "-" | ( "beginning" | "start" | "middle" | "end" ) "of" ;`
///
/// With whether it is of a period.
fn part(tokens: Tokens<'_>) -> Parsed<'_, (Part, bool)> {
    if tokens.senses(0).ordinal.is_some() {
        let (rest, part) = half(tokens)?;
        return Ok((rest, (part, true)));
    }
    let of = |name: &str| tokens.is(0, name);
    let (part, by_of) = match () {
        () if of("early") || of("earlier") => (Part::Start, false),
        () if of("mid") => (Part::Middle, false),
        () if of("late") || of("later") => (Part::End, false),
        () if of("end") && hyphen(tokens.skip(1)).is_ok() => (Part::End, false),
        () if of("beginning") || of("start") => (Part::Start, true),
        () if of("middle") => (Part::Middle, true),
        () if of("end") => (Part::End, true),
        () => return tokens.refuse(),
    };
    let rest = skip_glue(tokens.skip(1));
    if by_of && !rest.is(0, "of") {
        return tokens.refuse();
    }
    let joined = by_of || rest.is(0, "in") && !tokens.is(0, "mid");
    Ok((rest.skip(usize::from(joined)), (part, joined)))
}

/// `decade = DIGITS4 [ "'" ] "s" | [ "'" ] DIGITS2 "s" ;` the 1990s, the ’90s; without a mark
/// behind a decade of four digits, the 1960s and 70s, or behind “the”, from the 50s
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
        2 if short || is_behind_decade(tokens) || value >= 50 && is_led_decade(tokens) => {
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

/// Whether a decade of four digits is joined to what follows.
fn is_behind_decade(tokens: Tokens<'_>) -> bool {
    let joined = tokens.was_any(1, &["and", "or", "to"])
        || matches!(
            tokens.back(1).map(|t| t.kind),
            Some(TokenKind::Comma | TokenKind::EnDash | TokenKind::Hyphen)
        );
    joined && tokens.was_any(2, &["s"]) && tokens.text_back(3).len() == 4
}

/// Whether “the” or a part of it stands before a short decade, and no word that
/// counts degrees or strokes: in the 90s, but “highs in the 90s”.
fn is_led_decade(tokens: Tokens<'_>) -> bool {
    let part = usize::from(tokens.senses_back(1).is(Class::PeriodPart));
    let joined = usize::from(tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen));
    let mid = joined > 0 && tokens.senses_back(2).is(Class::PeriodPart);
    let led = tokens.was_any(1 + part, &["the"]) || part > 0 || mid;
    let counts = (1..=10).any(|n| tokens.senses_back(n).is(Class::Degrees))
        || (2..=5).any(|n| tokens.is_class(n, Class::Degrees));
    led && !counts && !tokens.was_any(2, &["her", "his", "their"])
}

/// `named_decade = "nineties" | … ;` of the 20th century, behind “the”
fn named_decade(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    match tokens.senses(0).time {
        Some(TimeWord::Decade(decade)) if tokens.was_any(1, &["the", "early", "late", "mid"]) => {
            tokens.accept(1, of_period(Period::Decade(190 + i32::from(decade)), None))
        }
        _ => tokens.refuse(),
    }
}

/// `century = ordinal ( [ "-" ] ( "century" | "centuries" ) [ "BC" ] | & joined_century ) ;` the
/// 18th and 19th centuries are two
fn century(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (first, ordinal) = ordinal(tokens)?;
    let rest = skip_glue(first);
    let named = matches!(rest.senses(0).time, Some(TimeWord::Unit(TimeUnit::Century)));
    if !(named || is_joined_century(first)) || !(2..=30).contains(&ordinal) {
        return tokens.refuse();
    }
    let rest = if named { rest.skip(1) } else { first };
    if rest.is_any(0, &["BC", "BCE"]) {
        let century = of_period(Period::Century(-i32::from(ordinal)), None);
        return Ok((rest.skip(1), century));
    }
    Ok((rest, of_period(Period::Century(ordinal.into()), None)))
}

/// `joined_century = ( "and" | "or" | "to" | "-" | "," ) ordinal [ "-" ] "centuries" ;` behind the ordinal
/// of another
fn is_joined_century(rest: Tokens<'_>) -> bool {
    let mark = matches!(
        rest.kind(0),
        Some(TokenKind::Comma | TokenKind::Hyphen | TokenKind::EnDash)
    );
    let joined = mark || rest.is_any(0, &["and", "or", "to"]);
    joined
        && ordinal(rest.skip(1))
            .is_ok_and(|(last, _)| skip_glue(last).is(0, "centuries") || is_joined_century(last))
}

/// `part_name = ( "Q" | "H" ) DIGIT | ( ordinal [ "-" ] | "final" | "last" ) ( "quarter" | "half" ) ;` with whether it
/// can stand without its year.
///
/// “the first half” alone is of a match as often as of a year, so it needs the
/// year.
fn part_name(tokens: Tokens<'_>) -> Parsed<'_, (Period, bool)> {
    let letter = tokens.text(0);
    let coded = tokens.kind(0) == Some(TokenKind::Word)
        && matches!(letter, "Q" | "H" | "q" | "h")
        && tokens.glued_kind(1) == Some(TokenKind::Digits);
    if coded {
        let period = match (letter, tokens.text(1)) {
            ("Q" | "q", "1" | "2" | "3" | "4") => {
                Period::Quarter(tokens.text(1).as_bytes()[0] - b'0')
            }
            ("H" | "h", "1" | "2") => Period::Half(tokens.text(1).as_bytes()[0] - b'0'),
            _ => return tokens.refuse(),
        };
        return tokens.accept(2, (period, tokens.first().is_some_and(Token::is_upper)));
    }
    // “the last quarter” alone is the one before this.
    let of_year =
        tokens.is(2, "of") && (tokens.kind(3) == Some(TokenKind::Digits) || tokens.is(3, "last"));
    if tokens.is_any(0, &["final", "last"]) && of_year {
        return match () {
            () if tokens.is(1, "quarter") => tokens.accept(2, (Period::Quarter(4), false)),
            () if tokens.is(1, "half") => tokens.accept(2, (Period::Half(2), false)),
            () => tokens.refuse(),
        };
    }
    let (rest, n) = ordinal(tokens)?;
    let rest = skip_glue(rest);
    let quarter = rest.is_any(0, &["quarter", "qtr"]);
    match n {
        1..=4 if quarter => rest.accept(1, (Period::Quarter(n as u8), true)),
        1..=2 if rest.is(0, "half") => rest.accept(1, (Period::Half(n as u8), false)),
        _ => tokens.refuse(),
    }
}

/// `quarter = part_name [ [ "-" ] [ "of" ] ( year | fiscal ) ] ;`
fn quarter(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, (period, bare)) = part_name(tokens)?;
    // No quarter of the calendar: where a financial year begins is not said.
    if let Ok(found) = fiscal(rest.skip(usize::from(rest.is(0, "of")))) {
        return Ok(found);
    }
    let inner = if rest.is(0, "of") {
        rest.skip(1)
    } else {
        skip_glue(rest)
    };
    match year(inner) {
        Ok((after, year)) if (1900..2100).contains(&year) => {
            Ok((after, of_period(period, Some(year))))
        }
        _ if bare => Ok((rest, of_period(period, None))),
        _ => tokens.refuse(),
    }
}

/// `year_quarter = year [ "-" ] ( "Q" | "H" ) DIGIT ;` 2015 Q3, 2015-H1
fn year_quarter(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let glued = tokens.glued_kind(1) == Some(TokenKind::Word);
    let (rest, year) = match year(tokens) {
        Err(_) if glued => glued_year(tokens)?,
        read => read?,
    };
    let inner = skip_glue(rest);
    if inner.kind(0) != Some(TokenKind::Word) || inner.text(0).len() != 1 {
        return tokens.refuse();
    }
    let (rest, (period, _)) = part_name(inner)?;
    Ok((rest, of_period(period, Some(year))))
}

/// `glued_year = DIGITS4 ;` before the letter of a quarter that touches it: 2018Q4
fn glued_year(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let year = tokens
        .text(0)
        .parse()
        .ok()
        .filter(|year| (1900..2100).contains(year));
    match year {
        Some(year) if tokens.text(1) == "Q" => tokens.accept(1, year),
        _ => tokens.refuse(),
    }
}

/// `[ ( "/" | "-" ) ( year | DIGITS2 ) ]` the year after, of what runs from one
/// into the next: the winter of 2010/11.
fn over_new_year(rest: Tokens<'_>, first: i32) -> Tokens<'_> {
    let end = skip_glue(rest);
    let goes_on = matches!(
        end.glued_kind(1),
        Some(TokenKind::Digits | TokenKind::Word | TokenKind::Slash | TokenKind::Hyphen)
    );
    let next = first + 1;
    let written = end.kind(0) == Some(TokenKind::Digits) && end.at > rest.at && !goes_on;
    let text = end.text(0);
    let short = text.len() == 2 && text.parse() == Ok(next.rem_euclid(100));
    if written && (short || text.parse() == Ok(next)) {
        end.skip(1)
    } else {
        rest
    }
}

/// `fiscal = ( "fiscal" | "financial" ) [ "year" ] year | "FY" ( year | DIGITS2 ) ;`
fn fiscal(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let named = tokens.is_any(0, &["financial", "fiscal"]);
    let rest = match () {
        () if named && tokens.is(1, "year") => tokens.skip(2),
        () if tokens.is(0, "fiscal") || tokens.text(0) == "FY" => tokens.skip(1),
        () => return tokens.refuse(),
    };
    if let Ok((rest, year)) = year(rest) {
        return Ok((
            over_new_year(rest, year),
            of_period(Period::Fiscal, Some(year)),
        ));
    }
    match two_digits(rest).filter(|_| tokens.text(0) == "FY") {
        Some((rest, year)) => Ok((rest, of_period(Period::Fiscal, Some(year)))),
        None => tokens.refuse(),
    }
}

/// `season = ( "spring" | "summer" | "autumn" | "winter" ) [ [ "of" ] year ] ;` without its year
/// where it is led: in spring, since the winter
fn season(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let Some(TimeWord::Season(n)) = tokens.senses(0).time else {
        return tokens.refuse();
    };
    let rest = tokens.skip(1);
    let inner = if rest.is(0, "of") { rest.skip(1) } else { rest };
    if let Ok((rest, year)) = year(inner) {
        return Ok((
            over_new_year(rest, year),
            of_period(Period::Season(n), Some(year)),
        ));
    }
    let the = usize::from(tokens.was_any(1, &["the"]));
    let led = tokens.senses_back(1 + the).leads(Lead::Season);
    // “the fall of the house”, “in fall-out”, “in spring water”
    let ends = rest.kind(0) != Some(TokenKind::Word)
        || [Class::Auxiliary, Class::Conjunction, Class::Pronoun]
            .iter()
            .any(|class| rest.is_class(0, *class))
        || rest.is_class(0, Class::Preposition);
    let joined = rest.glued_kind(0) == Some(TokenKind::Hyphen);
    let fall = tokens.is(0, "fall") && (the == 0 || rest.is_any(0, &["from", "in", "of"]));
    if led && ends && !joined && !fall {
        return Ok((rest, of_period(Period::Season(n), None)));
    }
    tokens.refuse()
}
