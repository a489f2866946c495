//! Dates as English writes them: British, American, ISO, with or without
//! their weekday, holidays of a fixed day, and ranges of these.
//!
//! Forms after *The Guardian and Observer style guide* (4 November 2015) and
//! *The Associated Press Stylebook* (Nov. 4, 2015); values after TimeML's
//! TIMEX3.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::holiday::holiday;
use super::numeric_date::numeric_date;
use super::ordinal::ordinal;
use super::period::period;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of};
use super::year::{optional_year, year_alone, year_end};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
/// `date = one_date [ weekday_behind ] [ joint one_date ] ;`
pub(crate) fn date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, first) = one_date(tokens)?;
    let (rest, first) = with_weekday_behind(rest, first);
    match range_end(tokens, rest, &first) {
        Some((rest, range)) => Ok((rest, range)),
        None => Ok((rest, first)),
    }
}

/// `one_date = weekday_date | calendar_date | numeric_date | period | holiday | weekday | month | year ;`
fn one_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((
        weekday_date,
        calendar_date,
        numeric_date,
        period,
        holiday,
        weekday,
        month_alone,
        year_alone,
    ))
    .parse(tokens)
}

/// `range_end = ( "-" | "–" | "to" | "until" | "through" | "and" ) date ;`
///
/// `and` only after `between`.
fn range_end<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    first: &Timex,
) -> Option<(Tokens<'a>, Timex)> {
    if first.form == DateForm::Range {
        return None;
    }
    let dash = matches!(
        rest.kind(0),
        Some(TokenKind::Hyphen | TokenKind::EnDash | TokenKind::EmDash)
    );
    let glued =
        rest.peek(0).is_some_and(Token::is_glued) && rest.peek(1).is_some_and(Token::is_glued);
    let joined = if dash {
        glued
            || (rest.kind(0) == Some(TokenKind::EnDash)
                && matches!(
                    first.form,
                    DateForm::Full | DateForm::DayMonth | DateForm::Year
                ))
    } else if rest.is(0, "and") {
        start.was_any(1, &["between"])
    } else {
        rest.is_any(0, &["to", "until", "through", "till"])
    };
    if !joined {
        return None;
    }
    let after = rest.skip(1);
    let (after, last) = year_end(first, after, dash).or_else(|| one_date(after).ok())?;
    let alike = match (first.form, last.form) {
        (a, b) if a == b => true,
        (DateForm::DayMonth, DateForm::Full) | (DateForm::Full, DateForm::DayMonth) => true,
        (DateForm::Month, DateForm::MonthYear) | (DateForm::MonthYear, DateForm::Month) => true,
        (DateForm::Weekday, DateForm::Full | DateForm::DayMonth) => true,
        _ => false,
    };
    if !alike || last.form == DateForm::Range {
        return None;
    }
    let mut range = first.clone();
    if range.year.is_none()
        && let Some(year) = last.year
    {
        // 28 December to 3 January 2016
        let year_before = range.month > last.month;
        range.year = Some(year - i32::from(year_before));
        range.dated = last.dated;
    }
    range.form = DateForm::Range;
    range.end = Some(Box::new(last));
    Some((after, range))
}

/// `weekday_date = weekday_name [ "." ] [ "," ] [ "the" ] ( calendar_date | numeric | ordinal_day ) ;`
fn weekday_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, weekday) = weekday_name(tokens)?;
    let rest = skip_mark(skip_mark(rest, TokenKind::Period), TokenKind::Comma);
    let open = rest.kind(0) == Some(TokenKind::Open);
    let inner = if open { rest.skip(1) } else { rest };
    let inner = opt(one_of(&["the", "on"])).parse(inner)?.0;
    let (mut rest, mut date) = alt((calendar_date, numeric_date, ordinal_day)).parse(inner)?;
    if open {
        if rest.kind(0) != Some(TokenKind::Close) {
            return tokens.refuse();
        }
        rest = rest.skip(1);
    }
    // 10/9/2015 has no day until its order is known: the weekday may tell it.
    let open_order = date.form == DateForm::Full && date.year.is_some();
    if date.day.is_none() && !open_order {
        return tokens.refuse();
    }
    date.weekday = Some(weekday);
    Ok((rest, date))
}

/// `[ "," ] [ "(" ] weekday_name [ ")" ]` after a date with a day.
fn with_weekday_behind<'a>(rest: Tokens<'a>, mut date: Timex) -> (Tokens<'a>, Timex) {
    if date.day.is_none()
        || date.weekday.is_some()
        || !matches!(date.form, DateForm::Full | DateForm::DayMonth)
    {
        return (rest, date);
    }
    let open = rest.kind(0) == Some(TokenKind::Open);
    if !open {
        return (rest, date);
    }
    let Ok((after, weekday)) = weekday_name(rest.skip(1)) else {
        return (rest, date);
    };
    if after.kind(0) != Some(TokenKind::Close) {
        return (rest, date);
    }
    date.weekday = Some(weekday);
    (after.skip(1), date)
}

fn skip_mark(tokens: Tokens<'_>, kind: TokenKind) -> Tokens<'_> {
    if tokens.kind(0) == Some(kind) {
        tokens.skip(1)
    } else {
        tokens
    }
}

/// `weekday_name = "Monday" | "Mon" | … ;` with a capital, if it is short.
pub(crate) fn weekday_name(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    match tokens.senses(0).weekday {
        Some(weekday)
            if (tokens.peek(0).is_some_and(Token::is_capitalised) || tokens.text(0).len() > 5)
                && !tokens.text(0).ends_with("days") =>
        {
            tokens.accept(1, weekday)
        }
        _ => tokens.refuse(),
    }
}

/// `month_name = "November" | "Nov" [ "." ] | … ;`
fn month_name(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let Some(month) = tokens.senses(0).month else {
        return tokens.refuse();
    };
    let written = tokens.text(0);
    let lower = written.starts_with(char::is_lowercase);
    if lower && matches!(month, 3 | 5) && written.len() > 3
        || lower && written == "may"
        || lower && matches!(written, "mar" | "dec" | "sep" | "jan" | "jun" | "jul")
    {
        return tokens.refuse();
    }
    let rest = tokens.skip(1);
    let short = written.len() <= 4 && !matches!(month, 5..=7) || written.len() == 3;
    let dotted = short && written != "May" && rest.glued_kind(0) == Some(TokenKind::Period);
    Ok((if dotted { rest.skip(1) } else { rest }, month))
}

/// `day = DIGITS [ "st" | "nd" | "rd" | "th" ] ;` at most two digits; a day
/// that no month has is read all the same.
fn day(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let text = tokens.text(0);
    if tokens.kind(0) != Some(TokenKind::Digits) || text.len() > 2 {
        return tokens.refuse();
    }
    let Ok(day) = text.parse::<u8>() else {
        return tokens.refuse();
    };
    let suffix = tokens.glued_kind(1) == Some(TokenKind::Word);
    if suffix && !tokens.is_any(1, &["st", "nd", "rd", "th"]) || day > 39 {
        return tokens.refuse();
    }
    tokens.accept(if suffix { 2 } else { 1 }, day)
}

/// `calendar_date = day_month | ordinal_of_month | month_day | month_year ;`
fn calendar_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((day_month, ordinal_of_month, month_day, month_year)).parse(tokens)
}

/// `ordinal_of_month = ordinal "of" month [ year ] ;` the first of March
fn ordinal_of_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, day) = ordinal(tokens)?;
    let Some(day) = u8::try_from(day)
        .ok()
        .filter(|day| *day <= 31 && rest.is(0, "of"))
    else {
        return tokens.refuse();
    };
    let (rest, month) = month_name(rest.skip(1))?;
    let (rest, year) = optional_year(rest);
    Ok((rest, of_day(year, month, day)))
}

/// Whether a number before here is counted by a plural noun.
pub(crate) fn is_counted(after: Tokens<'_>) -> bool {
    let text = after.text(0);
    let lower = text.starts_with(char::is_lowercase);
    lower
        && !after.is_class(0, Class::NoPlural)
        && (text.len() > 3 && text.ends_with('s') && !text.ends_with("ss")
            || after.is_class(0, Class::PluralNoun)
            || after.is_class(0, Class::Person))
}

pub(crate) fn of_day(year: Option<i32>, month: u8, day: u8) -> Timex {
    let form = if year.is_some() {
        DateForm::Full
    } else {
        DateForm::DayMonth
    };
    Timex {
        form,
        year,
        month: Some(month),
        day: Some(day),
        dated: year.is_some(),
        ..Timex::default()
    }
}

/// `day_month = day [ ( "-" | "to" | "and" ) day ] [ "of" ] month [ year ] ;`
fn day_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, first) = day(tokens)?;
    let last = if let Ok((after, last)) = hyphen(rest).and_then(|(after, _)| day(after)) {
        Some((after, last))
    } else if rest.is_any(0, &["to", "and"]) || rest.kind(0) == Some(TokenKind::EnDash) {
        day(rest.skip(1)).ok()
    } else {
        None
    };
    let after = last.map_or(rest, |(after, _)| after);
    let after = opt(one_of(&["of"])).parse(after)?.0;
    let after = skip_glue(after);
    let (after, month) = month_name(after)?;
    // "5 Mar-a-Lago guests"
    if after.glued_kind(0) == Some(TokenKind::Hyphen)
        && after.glued_kind(1) == Some(TokenKind::Word)
    {
        return tokens.refuse();
    }
    let (after, year) = match optional_year(skip_glue(after)) {
        (_, None) => (after, None),
        dated => dated,
    };
    let start = of_day(year, month, first);
    Ok((after, with_last_day(start, last.map(|(_, last)| last))))
}

fn with_last_day(first: Timex, last: Option<u8>) -> Timex {
    match last {
        Some(last) => {
            let end = Timex {
                day: Some(last),
                ..first.clone()
            };
            Timex {
                form: DateForm::Range,
                end: Some(Box::new(end)),
                ..first
            }
        }
        None => first,
    }
}

/// `4-Nov-2015`, `4/Nov/2015`: the mark between glued parts of a date.
pub(crate) fn skip_glue(tokens: Tokens<'_>) -> Tokens<'_> {
    let slash = tokens.glued_kind(0) == Some(TokenKind::Slash) && tokens.glued_kind(1).is_some();
    match hyphen(tokens) {
        Ok((rest, _)) => rest,
        Err(_) => tokens.skip(usize::from(slash)),
    }
}

/// Words behind which a month and a number are a day, whatever follows.
const BEFORE_DATE: [&str; 10] = [
    "after", "and", "before", "by", "dated", "from", "on", "the", "to", "until",
];

/// `month_day = month [ "the" ] ( day | ordinal ) [ ( "-" | "to" | "and" | "through" ) day ] [ year ] ;`
fn month_day(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let rest = opt(one_of(&["the"])).parse(rest)?.0;
    let (rest, first) = alt((day, ordinal_word)).parse(rest)?;
    if is_part_of_number(rest) {
        return tokens.refuse();
    }
    let (rest, last) = last_day(rest, first);
    let (rest, year) = optional_year(rest);
    let dated = tokens.was_any(1, &BEFORE_DATE)
        || tokens.glued_kind(1) == Some(TokenKind::Period)
        || tokens.senses_back(1).weekday.is_some();
    if year.is_none() && last.is_none() && is_counted(rest) && !dated {
        return tokens.refuse();
    }
    Ok((rest, with_last_day(of_day(year, month, first), last)))
}

/// `ordinal_word = ordinal ;` in words, at the end of its phrase: March
/// eighteenth.
fn ordinal_word(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, value) = ordinal(tokens)?;
    match u8::try_from(value) {
        Ok(day) if day <= 31 && tokens.kind(0) == Some(TokenKind::Word) && ends_day(rest) => {
            Ok((rest, day))
        }
        _ => tokens.refuse(),
    }
}

/// Whether digits behind a month are no day: March 164.6, May 5m, May 1,200,
/// March 9:30.
fn is_part_of_number(rest: Tokens<'_>) -> bool {
    let digits = rest.glued_kind(1) == Some(TokenKind::Digits);
    match rest.glued_kind(0) {
        Some(TokenKind::Word | TokenKind::Percent | TokenKind::Slash) => true,
        Some(TokenKind::Period | TokenKind::Colon) => digits,
        Some(TokenKind::Comma) => digits && rest.text(1).len() == 3,
        _ => rest.is_any(0, &["per", "percent"]),
    }
}

/// `last_day = "-" day | ( "to" | "and" | "through" ) day ;`
fn last_day(rest: Tokens<'_>, first: u8) -> (Tokens<'_>, Option<u8>) {
    match hyphen(rest).and_then(|(after, _)| day(after)) {
        Ok((after, last)) if after.senses(0).month.is_none() => return (after, Some(last)),
        _ => {}
    }
    if rest.is_any(0, &["to", "and", "through"])
        && let Ok((after, last)) = day(rest.skip(1))
        && last > first
        && ends_day(after)
    {
        return (after, Some(last));
    }
    (rest, None)
}

/// Whether what follows lets the number before be a day and no count.
fn ends_day(after: Tokens<'_>) -> bool {
    match after.kind(0) {
        None => true,
        Some(TokenKind::Word) => {
            after.is_any(0, &["in", "at", "of", "and", "for", "with", "to", "the"])
        }
        Some(TokenKind::Percent | TokenKind::Currency) => false,
        _ => true,
    }
}

/// `month_year = month [ "," | "of" ] year ;`
pub(crate) fn month_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    match optional_year(skip_glue(rest)) {
        (rest, Some(year)) => Ok((
            rest,
            Timex {
                form: DateForm::MonthYear,
                year: Some(year),
                month: Some(month),
                dated: true,
                ..Timex::default()
            },
        )),
        _ => tokens.refuse(),
    }
}

/// `day_of_month = ordinal_day ;` behind “the”: on the 15th, until the 3rd of
/// the month that is spoken of.
pub(crate) fn day_of_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let led = tokens.was_any(2, &["on", "until", "by", "from", "since"]);
    if !tokens.was_any(1, &["the"]) || !led {
        return tokens.refuse();
    }
    let (rest, timex) = ordinal_day(tokens)?;
    let ends = ends_day(rest) || rest.is_class(0, Class::Pronoun);
    if ends && !rest.is_any(0, &["of", "and"]) {
        Ok((rest, timex))
    } else {
        tokens.refuse()
    }
}

/// `ordinal_day = DIGITS ( "st" | "nd" | "rd" | "th" ) ;` a day without month,
/// after a weekday.
fn ordinal_day(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, day) = day(tokens)?;
    if rest.at - tokens.at != 2 || rest.is_class(0, Class::TimeNoun) {
        return tokens.refuse();
    }
    Ok((
        rest,
        Timex {
            form: DateForm::DayMonth,
            day: Some(day),
            ..Timex::default()
        },
    ))
}

/// Words behind which a weekday is any one of its kind, unless it describes a
/// noun. So is one behind “on a”; “a Thursday” may also say what a date was.
const ANY_ONE: [&str; 4] = ["another", "any", "one", "some"];

/// `weekday = weekday_name [ day_part ] ;` alone.
fn weekday(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, weekday) = weekday_name(tokens)?;
    let short = tokens.text(0).len() < 6;
    if short || is_titled(tokens, rest) {
        return tokens.refuse();
    }
    let describes = rest.kind(0) == Some(TokenKind::Word)
        && !rest.is_class(0, Class::Preposition)
        && !rest.is_class(0, Class::Conjunction)
        && !rest.is_class(0, Class::DayPart);
    let on_a = tokens.was_any(1, &["a"]) && tokens.was_any(2, &["on"]);
    let any_one = (on_a || tokens.was_any(1, &ANY_ONE)) && !describes;
    let timex = Timex {
        form: if any_one {
            DateForm::Set
        } else {
            DateForm::Weekday
        },
        weekday: Some(weekday),
        ..Timex::default()
    };
    match day_part(rest) {
        Ok((rest, part)) => Ok((
            rest,
            Timex {
                period: Some(Period::DayPart(part)),
                ..timex
            },
        )),
        Err(_) => Ok((rest, timex)),
    }
}

/// Whether a weekday is part of a name: Black Friday, the Mail on Sunday,
/// Saturday Night Live, Tuesday Weld, Monday’s child.
fn is_titled(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let beside =
        tokens.senses_back(1).is(Class::WeekdayTitle) || rest.is_class(0, Class::WeekdayTitle);
    let capital = |token: Option<Token>| {
        token.is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
    };
    let paper = tokens.is(0, "Sunday")
        && tokens.was_any(1, &["on"])
        && tokens.was_any(2, &["independent", "mail"])
        && capital(tokens.back(2));
    let led = tokens.senses_back(1).is(Class::Preposition);
    let part = rest.is_class(0, Class::DayPart) && capital(rest.first()) && !led;
    // A name begins with it at the head of a sentence or behind “the”.
    let head = tokens
        .back(1)
        .is_none_or(|t| matches!(t.kind, TokenKind::Period | TokenKind::OpenQuote))
        || tokens.was_any(1, &["the"]);
    let named = head
        && capital(rest.first())
        && rest.senses(0).month.is_none()
        && rest.senses(0).weekday.is_none();
    let child = rest.kind(0) == Some(TokenKind::Apostrophe) && rest.is(2, "child");
    beside || paper || part || named || child
}

/// `day_part = "morning" | "afternoon" | "evening" | "night" | "lunchtime" ;`
pub(crate) fn day_part(tokens: Tokens<'_>) -> Parsed<'_, &'static str> {
    let part = match tokens.text(0) {
        "morning" => "MO",
        "afternoon" => "AF",
        "evening" => "EV",
        "night" => "NI",
        "lunchtime" => "MI",
        _ => return tokens.refuse(),
    };
    tokens.accept(1, part)
}

/// Words behind which May and March are months.
const BEFORE_MONTH: [&str; 21] = [
    "after", "before", "by", "during", "early", "every", "for", "from", "in", "last", "late",
    "mid", "next", "of", "on", "since", "this", "through", "till", "to", "until",
];

/// `month_alone = month ;` where nothing else is meant by the word.
pub(crate) fn month_alone(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let Some(first) = tokens.first() else {
        return tokens.refuse();
    };
    let written = tokens.text(0);
    let led = tokens.was_any(1, &BEFORE_MONTH)
        || (matches!(
            tokens.back(1).map(|t| t.kind),
            Some(TokenKind::Hyphen | TokenKind::EnDash)
        ) || tokens.was_any(1, &["and", "or"]))
            && tokens.senses_back(2).month.is_some();
    let plain = written.len() > 3 && !matches!(month, 3 | 5) && first.is_capitalised();
    let surname = rest.first().is_some_and(|t| {
        t.is_capitalised() && t.kind == TokenKind::Word && rest.senses(0).month.is_none()
    }) && !tokens.was_any(1, &["in", "since", "until", "last", "next", "during"]);
    let hyphenated = rest.glued_kind(0) == Some(TokenKind::Hyphen)
        && rest.glued_kind(1) == Some(TokenKind::Word)
        && rest.senses(1).month.is_none();
    if !first.is_capitalised() || !(plain || led) || surname || hyphenated {
        return tokens.refuse();
    }
    // "by May", "for May": the person, unless a month is likely.
    if written == "May"
        && tokens.was_any(1, &["for", "to", "of", "from", "on", "by"])
        && !rest.first().is_none_or(|t| t.kind != TokenKind::Word)
        && tokens.was_any(1, &["for", "of", "by", "to"])
    {
        return tokens.refuse();
    }
    Ok((
        rest,
        Timex {
            form: DateForm::Month,
            month: Some(month),
            ..Timex::default()
        },
    ))
}
