//! Dates as English writes them, British or American, with or without their
//! weekday, and lists of days that share a month.
//!
//! Forms after *The Guardian and Observer style guide* (4 November 2015) and
//! *The Associated Press Stylebook* (Nov. 4, 2015); values after TimeML's
//! TIMEX3.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::date_range::range_end;
use super::holiday::holiday;
use super::month::{month_alone, month_name, month_year, year_month};
use super::numeric_date::numeric_date;
use super::ordinal::ordinal;
use super::period::period;
use super::timex::{DateForm, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of};
use super::weekday::{weekday, weekday_date, with_weekday_behind};
use super::year::{optional_year, skip_glue, two_digits, year, year_alone};
use crate::document::TokenKind;
use crate::lexicon::Class;

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
    // 15Sep
    let month = tokens.senses(1).month.is_some();
    let suffix = tokens.glued_kind(1) == Some(TokenKind::Word) && !month;
    if suffix && !tokens.is_any(1, &["st", "nd", "rd", "th"]) || day > 39 {
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
    Ok((
        if listed { rest } else { after },
        of_day(year, month, first),
    ))
}

/// `day_after = ( "-" | "–" | "to" | "until" | "through" ) [ "the" ] day ;` the last day
/// of a range.
fn day_after<'a>(start: Tokens<'a>, rest: Tokens<'a>, first: u8) -> Option<(Tokens<'a>, u8)> {
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
fn month_behind(rest: Tokens<'_>) -> Parsed<'_, (u8, Option<i32>)> {
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

/// How many days a list may have.
const LONGEST_LIST: usize = 12;

fn is_mark(tokens: Tokens<'_>) -> bool {
    tokens.kind(0) == Some(TokenKind::Comma) || tokens.is_any(0, &["and", "or", "&"])
}

/// `month_of_list = { mark day } month_behind ;` the month that the days of a list
/// share: 14, 20 and 27 April.
fn month_of_list(rest: Tokens<'_>) -> Parsed<'_, (u8, Option<i32>)> {
    let mut rest = rest;
    for _ in 0..LONGEST_LIST {
        if !is_mark(rest) {
            return rest.refuse();
        }
        let comma = rest.kind(0) == Some(TokenKind::Comma);
        let and = usize::from(comma && rest.is_any(1, &["and", "or"]));
        let (after, next) = day(rest.skip(1 + and))?;
        rest = match day_after(after, after, next) {
            Some((after, _)) if !after.is(0, "and") => after,
            _ => after,
        };
        if let Ok(found) = month_behind(rest) {
            return Ok(found);
        }
    }
    rest.refuse()
}

/// `day_of_list = day ;` a later day of a list whose month stands before the
/// first: April 14, 20 and 27.
fn day_of_list(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let joined = tokens.was_any(1, &["and", "or"]);
    let comma = tokens
        .back(1)
        .is_some_and(|token| token.kind == TokenKind::Comma);
    if !joined && !comma {
        return tokens.refuse();
    }
    let (rest, last) = day(tokens)?;
    let goes_on = || {
        let comma = rest.kind(0) == Some(TokenKind::Comma);
        let and = usize::from(comma && rest.is_any(1, &["and", "or"]));
        let more = is_mark(rest).then(|| day(rest.skip(1 + and)));
        more.is_some_and(|more| more.is_ok_and(|(after, _)| is_mark(after) || ends_day(after)))
    };
    let Some((month, previous)) = month_before(tokens) else {
        return tokens.refuse();
    };
    let ends = joined && ends_day(rest) && !is_part_of_number(rest);
    if last <= previous || last > 31 || !(ends || comma && goes_on()) {
        return tokens.refuse();
    }
    let (rest, year) = optional_year(rest);
    Ok((rest, of_day(year, month, last)))
}

/// The month before a list of days that ends here, and the last day before.
fn month_before(tokens: Tokens<'_>) -> Option<(u8, u8)> {
    let mut previous = None;
    for n in 1..=2 * LONGEST_LIST {
        let token = tokens.back(n)?;
        match token.kind {
            TokenKind::Digits => {
                let day = tokens.text_back(n).parse().ok().filter(|day| *day <= 31)?;
                previous = previous.or(Some(day));
            }
            TokenKind::Comma | TokenKind::Hyphen | TokenKind::EnDash => {}
            TokenKind::Word if tokens.was_any(n, &["and", "or", "to"]) => {}
            _ => return tokens.senses_back(n).month.zip(previous),
        }
    }
    None
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

/// Words behind 11 September that tell of its year.
const ATTACKS: [&str; 6] = [
    "atrocities",
    "attack",
    "attacks",
    "hijackers",
    "hijackings",
    "terrorist",
];

/// Words behind which a month and a number are a day, whatever follows.
const BEFORE_DATE: [&str; 10] = [
    "after", "and", "before", "by", "dated", "from", "on", "the", "to", "until",
];

/// `month_day = month [ "," ] [ "the" ] ( day | ordinal ) [ ( "-" | "to" | "through" ) day ] [ year ] ;`
fn month_day(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let (rest, first) = day_behind(rest)?;
    if is_part_of_number(rest) {
        return tokens.refuse();
    }
    let (rest, last) = last_day(tokens, rest, first);
    let (rest, year) = optional_year(rest);
    let dated = tokens.was_any(1, &BEFORE_DATE)
        || tokens.glued_kind(1) == Some(TokenKind::Period)
        || tokens.senses_back(1).weekday.is_some();
    // The day by which the attacks of 2001 are known.
    if (month, first) == (9, 11) && year.is_none() && rest.is_any(0, &ATTACKS) {
        return Ok((rest, of_day(Some(2001), month, first)));
    }
    if year.is_none() && last.is_none() && is_counted(rest) && !dated {
        return tokens.refuse();
    }
    Ok((rest, with_last_day(of_day(year, month, first), last)))
}

/// `day_behind = [ "the" ] ( day | ordinal_word ) | "," day suffix | "/" day ;`
fn day_behind(rest: Tokens<'_>) -> Parsed<'_, u8> {
    // March, 6th 2016
    if rest.kind(0) == Some(TokenKind::Comma) && rest.glued_kind(2) == Some(TokenKind::Word) {
        return day(rest.skip(1));
    }
    if rest.glued_kind(0) == Some(TokenKind::Slash) {
        return day(rest.skip(1));
    }
    let rest = opt(one_of(&["the"])).parse(rest)?.0;
    alt((day, ordinal_word)).parse(rest)
}

/// `ordinal_word = ordinal ;` in words, at the end of its phrase: March
/// eighteenth.
pub(crate) fn ordinal_word(tokens: Tokens<'_>) -> Parsed<'_, u8> {
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
        }
        Some(TokenKind::Percent | TokenKind::Currency) => false,
        _ => true,
    }
}
