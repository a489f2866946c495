//! Months: alone, with a year before or behind, and where the word is something
//! else.

use super::beside::ends;
use super::date_list::shared_year;
use super::timex::{DateForm, Timex};
use super::tokens::{Parsed, Tokens, hyphen};
use super::year::{optional_year, skip_glue, two_digits, year};
use crate::document::TokenKind;
use crate::lexicon::{Class, Lead};

/// `month_name = "November" | "Nov" [ "." ] | … ;`
pub(crate) fn month_name(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    let Some(month) = tokens.senses(0).month else {
        return tokens.refuse();
    };
    let written = tokens.text(0);
    let lower = written.starts_with(char::is_lowercase);
    // Without its capital, May is a month where a day is of it: the 3rd of may.
    let of_day = lower && tokens.was_any(1, &["of"]) && is_behind_ordinal(tokens);
    let dated = lower && is_before_day(tokens, written == "march");
    if lower && !(of_day || dated) && matches!(month, 3 | 5) && written != "mar"
        || lower && matches!(written, "mar" | "dec" | "sep" | "jan" | "jun" | "jul")
    {
        return tokens.refuse();
    }
    let rest = tokens.skip(1);
    let short = written.len() <= 4 && !matches!(month, 5..=7) || written.len() == 3;
    let dotted = short
        && written != "May"
        && written != "may"
        && rest.glued_kind(0) == Some(TokenKind::Period);
    Ok((if dotted { rest.skip(1) } else { rest }, month))
}

/// Whether a day or a year stands behind that makes a month of march and may in
/// small letters: march third, may 21st, may 4 1990, march 2014.
fn is_before_day(tokens: Tokens<'_>, march: bool) -> bool {
    if tokens.senses_back(1).is(Class::Auxiliary) || tokens.was_any(1, &["to"]) {
        return false;
    }
    let rest = tokens.skip(1);
    // in may 2005
    if let Ok((after, dated)) = year(rest) {
        return (1900..2100).contains(&dated) && (ends(after) || after.is_any(0, &["it", "the"]));
    }
    let digits = rest.kind(0) == Some(TokenKind::Digits) && rest.text(0).len() <= 2;
    let suffix =
        rest.glued_kind(1) == Some(TokenKind::Word) && rest.is_any(1, &["st", "nd", "rd", "th"]);
    let comma = usize::from(rest.kind(1) == Some(TokenKind::Comma));
    // They march third in line.
    let led = tokens.senses_back(1).leads(Lead::Month)
        || tokens
            .back(1)
            .is_none_or(|token| token.kind != TokenKind::Word);
    let ordinal = rest.kind(0) == Some(TokenKind::Word) && rest.senses(0).ordinal.is_some();
    let word = march && led && ordinal;
    word || digits && (suffix || year(rest.skip(1 + comma)).is_ok())
}

/// Whether an ordinal, or its suffix, stands two tokens before.
fn is_behind_ordinal(tokens: Tokens<'_>) -> bool {
    tokens.senses_back(2).ordinal.is_some() || tokens.was_any(2, &["st", "nd", "rd", "th"])
}

/// A month of a year.
pub(crate) fn of_month(year: i32, month: u8) -> Timex {
    Timex {
        form: DateForm::MonthYear,
        year: Some(year),
        month: Some(month),
        dated: true,
        ..Timex::default()
    }
}

/// `month_year = month [ "," | "of" | "in" ] year | month [ "-" ] DIGITS2 ;` two digits
/// above 31 are a year: Aug 96. Feb-22 may be a day or a month of 2022.
pub(crate) fn month_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    if let (rest, Some(year)) = optional_year(skip_glue(rest)) {
        return Ok((rest, of_month(year, month)));
    }
    let ends = |after: Tokens<'_>| after.kind(0) != Some(TokenKind::Word);
    let marked = hyphen(rest).map_or(rest, |(inner, _)| inner);
    match two_digits(marked) {
        Some((after, _)) if marked.at > rest.at && is_day(marked) => Ok((
            after,
            Timex {
                form: DateForm::Loose,
                month: Some(month),
                ..Timex::default()
            },
        )),
        Some((after, year)) if (1932..2000).contains(&year) && ends(after) => {
            Ok((after, of_month(year, month)))
        }
        _ => tokens.refuse(),
    }
}

/// Whether two digits may be a day.
fn is_day(tokens: Tokens<'_>) -> bool {
    tokens
        .text(0)
        .parse()
        .is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// `year_month = year [ "-" | "/" ] month ;` May and March only where a mark or a
/// number shows that they are months.
pub(crate) fn year_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, year) = year(tokens)?;
    let marked = skip_glue(rest);
    let (after, month) = month_name(marked)?;
    let sure =
        marked.at > rest.at || !matches!(month, 3 | 5) || after.kind(0) == Some(TokenKind::Digits);
    if (1400..2200).contains(&year) && sure {
        Ok((after, of_month(year, month)))
    } else {
        tokens.refuse()
    }
}

/// Whether a hyphen joins the month to a part of it: mid-March.
fn is_joined_part(tokens: Tokens<'_>) -> bool {
    tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen)
        && tokens.senses_back(2).is(Class::PeriodPart)
}

/// Whether a month with a determiner describes a noun: the March survey. So may
/// May, but also she whose government it was.
fn describes(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let led = tokens.senses_back(1);
    let noun = rest.kind(0) == Some(TokenKind::Word)
        && rest.first().is_some_and(|t| !t.is_capitalised())
        && !ends(rest);
    noun && (led.is(Class::Article) || led.is(Class::Determiner))
}

/// `"-" "to" "-"`: what is left behind it, as in the January-to-March quarter.
pub(super) fn joined_by_to(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    let (inner, _) = hyphen(rest).ok()?;
    if !inner.is(0, "to") {
        return None;
    }
    hyphen(inner.skip(1)).ok().map(|(after, _)| after)
}

/// `month_alone = month ;` where nothing else is meant by the word; its year may be
/// that of a list: May, June and July 2017.
pub(crate) fn month_alone(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let Some(first) = tokens.first() else {
        return tokens.refuse();
    };
    let written = tokens.text(0);
    let led = tokens.senses_back(1).leads(Lead::Month)
        || (matches!(
            tokens.back(1).map(|t| t.kind),
            Some(TokenKind::Hyphen | TokenKind::EnDash)
        ) || tokens.was_any(1, &["and", "or"]))
            && tokens.senses_back(2).month.is_some()
        || is_joined_part(tokens)
        || month == 3 && describes(tokens, rest);
    let begins_range = joined_by_to(rest).is_some()
        || matches!(
            rest.glued_kind(0),
            Some(TokenKind::Hyphen | TokenKind::EnDash)
        ) && rest.senses(1).month.is_some();
    let plain = written.len() > 3 && !matches!(month, 3 | 5) || begins_range;
    let surname = rest.first().is_some_and(|t| {
        t.is_capitalised() && t.kind == TokenKind::Word && rest.senses(0).month.is_none()
    }) && !tokens.was_any(1, &["in", "since", "until", "last", "next", "during"]);
    let hyphenated = joined_by_to(rest).is_none()
        && rest.glued_kind(0) == Some(TokenKind::Hyphen)
        && rest.glued_kind(1) == Some(TokenKind::Word)
        && rest.senses(1).month.is_none();
    // Small letters are an adjective's or another noun's where there is one.
    let august = month == 8 && !led;
    let plain = plain && (!august || first.is_capitalised());
    let lower = !first.is_capitalised() && (matches!(month, 3 | 5) || written.len() <= 3);
    if lower || !(plain || led) || surname || hyphenated {
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
    if let Some(year) = shared_year(rest, (month, None)) {
        return Ok((rest, of_month(year, month)));
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
