//! Dates in a list that share what stands with one of them alone: the month of 14,
//! 20 and 27 April, the year of May, June and July 2017.

use super::date::{
    day, day_after, ends_day, is_part_of_number, month_behind, of_day, with_last_day,
};
use super::month::month_name;
use super::timex::Timex;
use super::tokens::{Parsed, Tokens, hyphen};
use super::year::optional_year;
use crate::document::TokenKind;

/// How many days a list may have.
const LONGEST_LIST: usize = 12;

/// `mark = "," | "and" | "or" | "&" ;`
pub(super) fn is_mark(tokens: Tokens<'_>) -> bool {
    tokens.kind(0) == Some(TokenKind::Comma) || tokens.is_any(0, &["and", "or", "&"])
}

/// `month_of_list = { mark day } month_behind ;` the month that the days of a list
/// share: 14, 20 and 27 April.
pub(super) fn month_of_list(rest: Tokens<'_>) -> Parsed<'_, (u8, Option<i32>)> {
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

/// `day_of_list = day [ "-" day ] [ year ] ;` a later day of a list whose month stands
/// before the first: April 14, 20 and 27; Nov. 4-6 and 11-13.
pub(super) fn day_of_list(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let joined = tokens.was_any(1, &["and", "or"]);
    let comma = tokens
        .back(1)
        .is_some_and(|token| token.kind == TokenKind::Comma);
    if !joined && !comma {
        return tokens.refuse();
    }
    let (rest, first) = day(tokens)?;
    let span = hyphen(rest).and_then(|(after, _)| day(after));
    let span = span.ok().filter(|(_, last)| *last > first);
    let rest = span.map_or(rest, |(after, _)| after);
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
    if first <= previous || first > 31 || !(ends || comma && goes_on()) {
        return tokens.refuse();
    }
    let (rest, year) = optional_year(rest);
    let last = span.map(|(_, last)| last);
    Ok((rest, with_last_day(of_day(year, month, first), last)))
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
            TokenKind::Period if tokens.senses_back(n + 1).month.is_some() => {}
            _ => return tokens.senses_back(n).month.zip(previous),
        }
    }
    None
}

/// `shared_year = { mark day_or_month } mark day_or_month year ;` the year of the last of a list,
/// less one for each New Year between: December and January 2018.
///
/// A comma alone joins none to the last: “in May, June 2017 looked far away”.
pub(super) fn shared_year(rest: Tokens<'_>, first: (u8, Option<u8>)) -> Option<i32> {
    // The attacks of 2001 are known by their day.
    if first == (9, Some(11)) {
        return None;
    }
    let (mut rest, mut previous, mut new_years) = (rest, first, 0);
    for _ in 0..LONGEST_LIST {
        if !is_mark(rest) {
            return None;
        }
        let comma = rest.kind(0) == Some(TokenKind::Comma);
        let and = usize::from(comma && rest.is_any(1, &["and", "or"]));
        let (after, next) = day_or_month(rest.skip(1 + and)).ok()?;
        new_years += i32::from(previous > next);
        match optional_year(after).1 {
            Some(_) if comma && and == 0 => return None,
            Some(year) => return Some(year - new_years),
            None => (rest, previous) = (after, next),
        }
    }
    None
}

/// `day_or_month = day [ "of" ] month | month [ day ] ;`
fn day_or_month(tokens: Tokens<'_>) -> Parsed<'_, (u8, Option<u8>)> {
    if let Ok((rest, day)) = day(tokens) {
        let (rest, month) = month_name(rest.skip(usize::from(rest.is(0, "of"))))?;
        return Ok((rest, (month, Some(day))));
    }
    let (rest, month) = month_name(tokens)?;
    match day(rest) {
        Ok((after, day)) => Ok((after, (month, Some(day)))),
        Err(_) => Ok((rest, (month, None))),
    }
}
