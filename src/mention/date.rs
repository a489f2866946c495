//! Dates as English writes them, British or American, with or without their
//! weekday, and lists of days that share a month.
//!
//! Forms after *The Guardian and Observer style guide* (4 November 2015) and
//! *The Associated Press Stylebook* (Nov. 4, 2015); values after TimeML's
//! TIMEX3.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::date_list::{day_of_list, is_mark, month_of_list, shared_year};
use super::date_range::range_end;
use super::holiday::holiday;
use super::month::{month_alone, month_name, month_year, year_month};
use super::numeric_date::numeric_date;
use super::ordinal::ordinal;
use super::period::period;
use super::timex::{DateForm, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of};
use super::weekday::{weekday, weekday_date, with_weekday_behind};
use super::year::{optional_year, skip_glue, two_digits, year, year_alone, year_in_words};
use crate::document::TokenKind;
use crate::lexicon::{Class, Lead};

/// `date = one_date [ weekday_behind ] [ joint one_date ] ;`
pub(crate) fn date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, first) = one_date(tokens)?;
    let (rest, first) = with_weekday_behind(rest, first);
    Ok(range_end(tokens, rest, &first).unwrap_or((rest, first)))
}

/// `one_date = weekday_date | calendar_date | numeric_date | period | holiday | weekday | month | year ;`
pub(crate) fn one_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.kind(0) == Some(TokenKind::Digits) {
        return alt((
            calendar_date,
            numeric_date,
            period,
            year_first,
            day_of_list,
            year_alone,
        ))
        .parse(tokens);
    }
    alt((
        weekday_date,
        holiday,
        calendar_date,
        period,
        weekday,
        month_alone,
        year_alone,
    ))
    .parse(tokens)
}

/// `day = DIGITS [ "st" | "nd" | "rd" | "th" ] ;` at most two digits; a day
/// that no month has is read all the same.
pub(crate) fn day(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let text = tokens.text(0);
    if tokens.kind(0) != Some(TokenKind::Digits) || text.len() > 2 {
        return tokens.refuse();
    }
    let Ok(day) = text.parse::<u8>() else {
        return tokens.refuse();
    };
    // 15Sep, but 32FEB is of a code.
    let month = tokens.senses(1).month.is_some();
    let glued = tokens.glued_kind(1) == Some(TokenKind::Word);
    let suffix = glued && !month;
    if glued && month && day > 31
        || suffix && !tokens.is_any(1, &["st", "nd", "rd", "th"])
        || day > 39
    {
        return tokens.refuse();
    }
    tokens.accept(if suffix { 2 } else { 1 }, day)
}

/// `ordinal_day = DIGITS ( "st" | "nd" | "rd" | "th" ) ;` a day as its suffix shows.
pub(crate) fn ordinal_day(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = day(tokens)?;
    if rest.at - tokens.at != 2 || day > 31 {
        return tokens.refuse();
    }
    Ok((rest, day))
}

/// `calendar_date = day_month | ordinal_of_month | month_day | month_year ;`
pub(crate) fn calendar_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((day_month, ordinal_of_month, month_day, month_year)).parse(tokens)
}

/// `year_first = year [ "-" | "/" ] month [ [ "-" | "/" ] day ] ;` 2015-Nov-04,
/// 2015 November
fn year_first(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, found) = year_month(tokens)?;
    match (day(skip_glue(rest)), found.month) {
        (Ok((after, day)), Some(month)) if !is_part_of_number(after) && !is_counted(after) => {
            Ok((after, of_day(found.year, month, day)))
        }
        _ => Ok((rest, found)),
    }
}

/// `ordinal_of_month = ordinal [ "day" ] "of" month [ year ] ;` the first of March
fn ordinal_of_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, day) = ordinal(tokens)?;
    let rest = opt(one_of(&["day"])).parse(rest)?.0;
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
///
/// What a determiner follows is a verb: “2031 marks the end”.
pub(crate) fn is_counted(after: Tokens<'_>) -> bool {
    let text = after.text(0);
    let lower = text.starts_with(char::is_lowercase);
    let verb = after.is_class(1, Class::Article) || after.is_class(1, Class::Determiner);
    lower
        && !verb
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

/// `day_month = day [ ( "-" | "to" | "and" ) [ "the" ] day | { mark day } ] [ "of" ] month [ year ] ;`
///
/// `and` joins the ends of a range after `between`, and two days that follow
/// each other; else it is the last mark of a list, of which this is the first
/// day.
fn day_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, first) = day(tokens)?;
    if let Some((after, last)) = day_after(tokens, rest, first) {
        let (after, (month, year)) = month_behind(after)?;
        return Ok((after, with_last_day(of_day(year, month, first), Some(last))));
    }
    let (after, (month, year)) = month_behind(rest).or_else(|_| month_of_list(rest))?;
    let listed = is_mark(rest);
    let year = year.or_else(|| shared_year(after, (month, Some(first))));
    Ok((
        if listed { rest } else { after },
        of_day(year, month, first),
    ))
}

/// `day_after = ( "-" | "–" | "/" | "to" | "until" | "through" ) [ "the" ] day ;` the last day
/// of a range; a slash joins two that follow each other: the night of 14/15 May.
pub(super) fn day_after<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    first: u8,
) -> Option<(Tokens<'a>, u8)> {
    if rest.glued_kind(0) == Some(TokenKind::Slash) {
        return day(rest.skip(1))
            .ok()
            .filter(|(_, last)| *last == first + 1);
    }
    if let Ok((after, _)) = hyphen(rest) {
        return day(after).ok();
    }
    let joined = rest.kind(0) == Some(TokenKind::EnDash)
        || rest.is_any(0, &["to", "until", "till", "through", "thru"]);
    let the = usize::from(rest.is(1, "the"));
    let (after, last) = day(rest.skip(1 + the)).ok()?;
    let both = rest.is(0, "and") && (start.was_any(1, &["between"]) || last == first + 1);
    (joined || both).then_some((after, last))
}

/// `month_behind = [ "of" ] month [ year ] ;`
pub(super) fn month_behind(rest: Tokens<'_>) -> Parsed<'_, (u8, Option<i32>)> {
    let inner = skip_glue(opt(one_of(&["of"])).parse(rest)?.0);
    let (after, month) = month_name(inner)?;
    // "5 Mar-a-Lago guests"
    if after.glued_kind(0) == Some(TokenKind::Hyphen)
        && after.glued_kind(1) == Some(TokenKind::Word)
    {
        return rest.refuse();
    }
    let marked = skip_glue(after);
    match optional_year(marked) {
        (dated, Some(year)) => Ok((dated, (month, Some(year)))),
        _ => match two_digits(marked).filter(|_| marked.at > after.at) {
            Some((dated, year)) => Ok((dated, (month, Some(year)))),
            None => match after.is(0, "in").then(|| year(after.skip(1))) {
                Some(Ok((dated, year))) => Ok((dated, (month, Some(year)))),
                _ => Ok((after, (month, None))),
            },
        },
    }
}

pub(super) fn with_last_day(first: Timex, last: Option<u8>) -> Timex {
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

/// Words behind 11 September that tell of its year.
const ATTACKS: [&str; 6] = [
    "atrocities",
    "attack",
    "attacks",
    "hijackers",
    "hijackings",
    "terrorist",
];

/// `month_day = month ( "-" day "-" year | [ "," ] [ "the" ] ( day | ordinal ) [ ( "-" | "to" | "through" ) day ] [ year ] ) ;`
fn month_day(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    if let Ok((inner, _)) = hyphen(rest) {
        return month_hyphen_day(tokens, inner, month);
    }
    let (rest, first) = day_behind(rest)?;
    if is_part_of_number(rest) {
        return tokens.refuse();
    }
    let (rest, last) = last_day(tokens, rest, first);
    let (rest, year) = optional_year(rest);
    let dated = leads_date(tokens)
        || tokens.glued_kind(1) == Some(TokenKind::Period)
        || tokens.senses_back(1).weekday.is_some();
    // The day by which the attacks of 2001 are known.
    if (month, first) == (9, 11) && year.is_none() && rest.is_any(0, &ATTACKS) {
        return Ok((rest, of_day(Some(2001), month, first)));
    }
    if year.is_none() && last.is_none() && is_counted(rest) && !dated {
        return tokens.refuse();
    }
    let year = year.or_else(|| shared_year(rest, (month, Some(first))));
    Ok((rest, with_last_day(of_day(year, month, first), last)))
}

/// Whether a word stands before behind which a month and a number are a day,
/// whatever follows.
fn leads_date(tokens: Tokens<'_>) -> bool {
    tokens.senses_back(1).leads(Lead::Day) || tokens.was_any(1, &["and", "the"])
}

/// `month_hyphen_day = month "-" day [ "-" year ] ;` Sep-23-2020; without its year behind a
/// word that says that it is a day: on Feb-22. Else it may be a month of 2022.
fn month_hyphen_day<'a>(start: Tokens<'a>, inner: Tokens<'a>, month: u8) -> Parsed<'a, Timex> {
    let (rest, first) = day(inner)?;
    if let Ok((glued, _)) = hyphen(rest)
        && let Ok((after, year)) = year(glued)
    {
        return Ok((after, of_day(Some(year), month, first)));
    }
    let led = leads_date(start) || start.senses_back(1).weekday.is_some();
    let goes_on = matches!(
        rest.glued_kind(0),
        Some(TokenKind::Hyphen | TokenKind::Slash | TokenKind::Word)
    );
    if !led || goes_on || is_part_of_number(rest) {
        return start.refuse();
    }
    Ok((rest, of_day(None, month, first)))
}

/// `day_behind = [ "the" ] ( day | ordinal_word | cardinal_word ) | "," day suffix | "/" day ;`
fn day_behind(rest: Tokens<'_>) -> Parsed<'_, u8> {
    // March, 6th 2016
    if rest.kind(0) == Some(TokenKind::Comma) && rest.glued_kind(2) == Some(TokenKind::Word) {
        return day(rest.skip(1));
    }
    if rest.glued_kind(0) == Some(TokenKind::Slash) {
        return day(rest.skip(1));
    }
    let rest = opt(one_of(&["the"])).parse(rest)?.0;
    alt((day, ordinal_word, cardinal_word)).parse(rest)
}

/// `cardinal_word = TENS [ "-" ] UNIT ;` above twenty, at the end of its phrase: May
/// twenty-nine.
fn cardinal_word(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let rest = match hyphen(tokens.skip(1)) {
        Ok((rest, _)) => rest,
        Err(_) => tokens.skip(1),
    };
    let tens = tokens.senses(0).cardinal.filter(|tens| tens % 10 == 0);
    let unit = rest
        .senses(0)
        .cardinal
        .filter(|unit| (1..10).contains(unit));
    match tens.zip(unit).map(|(tens, unit)| tens + unit) {
        Some(day) if day <= 31 && ends_day(rest.skip(1)) => rest.accept(1, day),
        _ => tokens.refuse(),
    }
}

/// `ordinal_word = ordinal | "twenty" "second" ;` in words, at the end of its phrase:
/// March eighteenth.
pub(crate) fn ordinal_word(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    if tokens.is(0, "twenty") && tokens.is(1, "second") && ends_day(tokens.skip(2)) {
        return tokens.accept(2, 22);
    }
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
pub(super) fn is_part_of_number(rest: Tokens<'_>) -> bool {
    let digits = rest.glued_kind(1) == Some(TokenKind::Digits);
    match rest.glued_kind(0) {
        Some(TokenKind::Word | TokenKind::Percent | TokenKind::Slash) => true,
        Some(TokenKind::Period | TokenKind::Colon) => digits,
        Some(TokenKind::Comma) => digits && rest.text(1).len() == 3,
        _ => rest.is_any(0, &["per", "percent"]),
    }
}

/// `last_day = "-" day | ( "to" | "and" | "through" ) [ "the" ] ( day | ordinal_word ) ;` of
/// a range; `and` only after `between`.
fn last_day<'a>(start: Tokens<'a>, rest: Tokens<'a>, first: u8) -> (Tokens<'a>, Option<u8>) {
    match hyphen(rest).and_then(|(after, _)| day(after)) {
        Ok((after, last)) if after.senses(0).month.is_none() => return (after, Some(last)),
        _ => {}
    }
    let and = rest.is(0, "and");
    let spaced = matches!(rest.kind(0), Some(TokenKind::Hyphen | TokenKind::EnDash));
    let joined = and || spaced || rest.is_any(0, &["to", "through", "thru", "till", "until"]);
    let the = usize::from(rest.is(1, "the"));
    if joined
        && let Ok((after, last)) = alt((day, ordinal_word)).parse(rest.skip(1 + the))
        && last > first
        && (!and || last == first + 1 || start.was_any(1, &["between"]))
        && ends_day(after)
        && !is_part_of_number(after)
    {
        return (after, Some(last));
    }
    (rest, None)
}

/// Whether what follows lets the number before be a day and no count.
pub(crate) fn ends_day(after: Tokens<'_>) -> bool {
    match after.kind(0) {
        None => true,
        Some(TokenKind::Word) => {
            after.is_any(0, &["in", "at", "of", "and", "for", "with", "to", "the"])
                || year_in_words(after).is_ok()
        }
        Some(TokenKind::Percent | TokenKind::Currency) => false,
        _ => true,
    }
}
