//! Dates in digits alone: 2015-11-05, 5/11/2015, 5.11.2015, 22/04, 2015-11.

use nom::Parser;
use nom::branch::alt;

use super::clock::clock;
use super::date::of_day;
use super::fraction::is_part_and_whole;
use super::month::of_month;
use super::numeral::is_point_and_digits;
use super::timex::{DateForm, Timex};
use super::tokens::{Parsed, Tokens, hyphen};
use super::year::year;
use crate::document::TokenKind;
use crate::lexicon::{Class, Lead};

/// `numeric_date = YYYY sep MM sep DD | D sep M sep YYYY | iso_month | day_and_month ;`
///
/// sep is `-`, `/` or `.`, the same twice. Where both of day and month may be
/// either, the order is left open until the document tells it.
pub(crate) fn numeric_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let Some(values) = parts(tokens) else {
        return alt((iso_month, month_of_year, day_and_month)).parse(tokens);
    };
    let lengths = [0, 2, 4].map(|n| tokens.text(n).len());
    let [first, second, third] = values;
    let slashed = tokens.glued_kind(1) == Some(TokenKind::Slash);
    let timex = match lengths {
        [4, 1..=2, 1..=2] if first >= 1000 => of_day(Some(first), small(second), small(third)),
        [1..=2, 1..=2, 4] if (1000..2200).contains(&third) => {
            day_or_month_first(first, second, third)
        }
        [1..=2, 1..=2, 2] if slashed && first.max(second) <= 31 && first.min(second) <= 12 => {
            let century = if third < 50 { 2000 } else { 1900 };
            day_or_month_first(first, second, century + third)
        }
        _ => return tokens.refuse(),
    };
    let rest = tokens.skip(5);
    // The time of an ISO timestamp belongs to it.
    let stamped = rest.glued_kind(0) == Some(TokenKind::Word)
        && rest.is(0, "T")
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    Ok((if stamped { skip_glued(rest) } else { rest }, timex))
}

/// `iso_month = YYYY "-" MM ;` where the second is no later year of the first's
/// century: 2025-03 is a month, 2001-02 two years.
fn iso_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, year) = year(tokens)?;
    let (rest, _) = hyphen(rest)?;
    let month: i32 = match rest.text(0).parse() {
        Ok(month) if rest.kind(0) == Some(TokenKind::Digits) && rest.text(0).len() == 2 => month,
        _ => return tokens.refuse(),
    };
    let ends = match rest.glued_kind(1) {
        Some(
            TokenKind::Word
            | TokenKind::Digits
            | TokenKind::Hyphen
            | TokenKind::Slash
            | TokenKind::Percent,
        ) => false,
        Some(TokenKind::Period | TokenKind::Comma) => rest.glued_kind(2) != Some(TokenKind::Digits),
        _ => true,
    };
    // 1999-03 runs into the next century.
    let within = year.rem_euclid(100);
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || month > within || within >= 90
    {
        return tokens.refuse();
    }
    if !ends {
        return tokens.refuse();
    }
    Ok((rest.skip(1), of_month(year, small(month))))
}

/// `month_of_year = MM "/" YYYY ;` 04/2016
fn month_of_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let slash = tokens.glued_kind(1) == Some(TokenKind::Slash)
        && tokens.glued_kind(2) == Some(TokenKind::Digits);
    let month = tokens.text(0).parse().ok();
    let month = month.filter(|month| slash && (1..=12).contains(month));
    let (Some(month), Some(TokenKind::Digits)) = (month, tokens.kind(0)) else {
        return tokens.refuse();
    };
    let (rest, year) = year(tokens.skip(2))?;
    let goes_on = matches!(
        rest.glued_kind(0),
        Some(TokenKind::Slash | TokenKind::Hyphen | TokenKind::Word)
    );
    let numbered = tokens.is_class(0, Class::Label) || tokens.senses_back(1).is(Class::Label);
    if !(1900..2100).contains(&year) || goes_on || numbered || tokens.text(0).len() != 2 {
        return tokens.refuse();
    }
    Ok((rest, of_month(year, month)))
}

/// The three numbers of a date, when the same mark stands between them.
fn parts(tokens: Tokens<'_>) -> Option<[i32; 3]> {
    let separator = tokens.glued_kind(1).filter(|kind| {
        matches!(
            kind,
            TokenKind::Hyphen | TokenKind::Slash | TokenKind::Period
        )
    })?;
    let shape = tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.glued_kind(3) == Some(separator)
        && tokens.glued_kind(4) == Some(TokenKind::Digits);
    let after = tokens.glued_kind(5);
    let more = matches!(after, Some(TokenKind::Slash | TokenKind::Digits))
        || after == Some(TokenKind::Hyphen) && separator == TokenKind::Hyphen
        || separator == TokenKind::Period && is_point_and_digits(tokens.skip(5));
    if tokens.kind(0) != Some(TokenKind::Digits) || !shape || more {
        return None;
    }
    Some([
        tokens.text(0).parse().ok()?,
        tokens.text(2).parse().ok()?,
        tokens.text(4).parse().ok()?,
    ])
}

fn small(value: i32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

/// The day where only one of the two numbers can be it; open otherwise.
fn day_or_month_first(first: i32, second: i32, year: i32) -> Timex {
    match (small(first), small(second)) {
        (day @ 13.., month @ 1..=12) | (month @ 1..=12, day @ 13..) => {
            of_day(Some(year), month, day)
        }
        (day, month) if day == month => of_day(Some(year), month, day),
        _ => Timex {
            form: DateForm::Full,
            year: Some(year),
            dated: true,
            ..Timex::default()
        },
    }
}

/// `day_and_month = "9/11" | DIGITS "/" DIGITS ;` the attacks of 2001; else
/// where a word before it or its list says that it is a day, and one number is
/// above 12 or a weekday stands there. So does an hour: 25/4 at 4pm.
fn day_and_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let slash = tokens.glued_kind(1) == Some(TokenKind::Slash)
        && tokens.glued_kind(2) == Some(TokenKind::Digits);
    let ends = !matches!(
        tokens.glued_kind(3),
        Some(TokenKind::Slash | TokenKind::Digits | TokenKind::Percent | TokenKind::Word)
    );
    let short = tokens.text(0).len() <= 2 && tokens.text(2).len() <= 2;
    let is_day = slash && ends && short && !is_part_and_whole(tokens);
    if tokens.kind(0) != Some(TokenKind::Digits) || !is_day {
        return tokens.refuse();
    }
    let comma = usize::from(tokens.back(1).is_some_and(|t| t.kind == TokenKind::Comma));
    let weekday = tokens.senses_back(1 + comma).weekday.is_some();
    let hour = tokens.is(3, "at")
        && tokens.kind(4) == Some(TokenKind::Digits)
        && clock(tokens.skip(4)).is_ok();
    let led = weekday || leads_day(tokens, 1) || is_behind_day(tokens) || hour;
    if tokens.text(0) == "9" && tokens.text(2) == "11" {
        return tokens.accept(3, of_day(Some(2001), 9, 11));
    }
    let (Ok(first), Ok(second)) = (tokens.text(0).parse::<u8>(), tokens.text(2).parse::<u8>())
    else {
        return tokens.refuse();
    };
    match (first, second) {
        // at all hours
        (24, 7) => tokens.refuse(),
        (day @ 13..=31, month @ 1..=12) | (month @ 1..=12, day @ 13..=31) if led => {
            tokens.accept(3, of_day(None, month, day))
        }
        // “Monday, 10/09” is a day in either order.
        (1..=12, 1..=12) if weekday => tokens.accept(
            3,
            Timex {
                form: DateForm::DayMonth,
                ..Timex::default()
            },
        ),
        _ => tokens.refuse(),
    }
}

/// Whether a word that a day follows stands so many tokens before, or “the”.
fn leads_day(tokens: Tokens<'_>, n: usize) -> bool {
    tokens.senses_back(n).leads(Lead::Day) || tokens.was_any(n, &["the"])
}

/// Whether another day and month of a list stand before: on 11/20, 11/22 or 11/25.
fn is_behind_day(tokens: Tokens<'_>) -> bool {
    let mark = |n: usize| {
        tokens.back(n).is_some_and(|t| t.kind == TokenKind::Comma)
            || tokens.was_any(n, &["and", "or"])
    };
    let digits = |n: usize| tokens.back(n).is_some_and(|t| t.kind == TokenKind::Digits);
    let slash = |n: usize| tokens.back(n).is_some_and(|t| t.kind == TokenKind::Slash);
    let day = |n: &usize| mark(*n) && digits(n + 1) && slash(n + 2) && digits(n + 3);
    let last = (0..LONGEST_LIST).map(|n| 4 * n + 1).take_while(day).last();
    last.is_some_and(|n| leads_day(tokens, n + 4))
}

/// How many days and months a list may have.
const LONGEST_LIST: usize = 12;

fn skip_glued(tokens: Tokens<'_>) -> Tokens<'_> {
    let glued = (0..16).take_while(|&n| {
        matches!(
            tokens.glued_kind(n),
            Some(
                TokenKind::Word
                    | TokenKind::Digits
                    | TokenKind::Colon
                    | TokenKind::Period
                    | TokenKind::Plus
                    | TokenKind::Hyphen
            )
        )
    });
    let count = glued.count();
    let stop = count > 0 && tokens.kind(count - 1) == Some(TokenKind::Period);
    tokens.skip(if stop { count - 1 } else { count })
}
