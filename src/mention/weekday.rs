//! Weekdays: alone, beside a date or a day of the month, and where the word is
//! part of a name.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::beside::ends;
use super::date::{calendar_date, ends_day, ordinal_day, ordinal_word};
use super::day_part::part_behind;
use super::numeric_date::numeric_date;
use super::set::is_in_set;
use super::spoken_hour::named_hour;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, one_of};
use super::year::skip_glue;
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Lead};

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

/// `weekday_date = weekday_name [ "." ] [ "," | "-" ] [ "the" ] ( calendar_date | numeric | bare_day | day_in_words ) ;`
pub(crate) fn weekday_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, weekday) = weekday_name(tokens)?;
    let rest = skip_glue(skip_mark(
        skip_mark(rest, TokenKind::Period),
        TokenKind::Comma,
    ));
    let open = rest.kind(0) == Some(TokenKind::Open);
    let inner = if open { rest.skip(1) } else { rest };
    let inner = opt(one_of(&["the", "on"])).parse(inner)?.0;
    let (mut rest, mut date) =
        alt((calendar_date, numeric_date, bare_day, day_in_words)).parse(inner)?;
    if open {
        if rest.kind(0) != Some(TokenKind::Close) {
            return tokens.refuse();
        }
        rest = rest.skip(1);
    }
    // 10/9/2015 has no day until its order is known: the weekday may tell it.
    let open_order =
        date.form == DateForm::Full && date.year.is_some() || date.form == DateForm::DayMonth;
    if date.day.is_none() && !open_order {
        return tokens.refuse();
    }
    date.weekday = Some(weekday);
    Ok((rest, date))
}

/// `[ "(" weekday_name ")" | "," weekday_name ]` after a date with a day: July 18,
/// Friday, at noon. Without brackets only where its phrase ends.
pub(crate) fn with_weekday_behind<'a>(rest: Tokens<'a>, mut date: Timex) -> (Tokens<'a>, Timex) {
    if date.day.is_none()
        || date.weekday.is_some()
        || !matches!(date.form, DateForm::Full | DateForm::DayMonth)
    {
        return (rest, date);
    }
    if rest.kind(0) == Some(TokenKind::Comma)
        && let Ok((after, weekday)) = weekday_name(rest.skip(1))
        && after.kind(0) != Some(TokenKind::Word)
        && ends(after)
    {
        date.weekday = Some(weekday);
        return (after, date);
    }
    if rest.kind(0) != Some(TokenKind::Open) {
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

/// `day_of_month = bare_day ;` behind “the”: on the 15th, until the 3rd of
/// the month that is spoken of.
pub(crate) fn day_of_month(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    // “to the 3rd” is a rank as often.
    let led = tokens.senses_back(2).leads(Lead::Day) && !tokens.was_any(2, &["to"]);
    if !tokens.was_any(1, &["the"]) || !led {
        return tokens.refuse();
    }
    let (rest, timex) = bare_day(tokens)?;
    let ends = ends_day(rest) || rest.is_class(0, Class::Pronoun);
    if ends && !rest.is_any(0, &["of", "and"]) {
        Ok((rest, timex))
    } else {
        tokens.refuse()
    }
}

/// A day whose month is not said.
pub(crate) fn of_month_day(day: u8) -> Timex {
    Timex {
        form: DateForm::DayMonth,
        day: Some(day),
        ..Timex::default()
    }
}

/// `bare_day = ordinal_day ;` a day without month, after a weekday.
pub(crate) fn bare_day(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, day) = ordinal_day(tokens)?;
    if rest.is_class(0, Class::TimeNoun) {
        return tokens.refuse();
    }
    Ok((rest, of_month_day(day)))
}

/// `day_in_words = ordinal_word ;` behind “the”: Monday the twenty-first.
fn day_in_words(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, day) = ordinal_word(tokens)?;
    if tokens.was_any(1, &["the"]) && !rest.is(0, "of") {
        Ok((rest, of_month_day(day)))
    } else {
        tokens.refuse()
    }
}

/// Words behind which a weekday is any one of its kind, unless it describes a
/// noun. So is one behind “on a”, and a part of one behind “a”; “a Thursday” may
/// also say what a date was.
const ANY_ONE: [&str; 4] = ["another", "any", "one", "some"];

/// `weekday = weekday_name [ part_behind ] ;` alone.
pub(crate) fn weekday(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, weekday) = weekday_name(tokens)?;
    let short = tokens.text(0).len() < 6;
    let listed = short && is_listed(tokens, rest);
    if short && !listed && !is_short_alone(tokens, rest) || is_titled(tokens, rest) {
        return tokens.refuse();
    }
    let describes = rest.kind(0) == Some(TokenKind::Word)
        && !rest.is_class(0, Class::Preposition)
        && !rest.is_class(0, Class::Conjunction)
        && part_behind(rest).is_err()
        && named_hour(rest).is_err();
    // “4 May was a Thursday”, but “a Thursday night like any other”
    let part = part_behind(rest).is_ok();
    let on_a = tokens.was_any(1, &["a"]) && (part || tokens.was_any(2, &["on"]));
    let any_one =
        (on_a || tokens.was_any(1, &ANY_ONE)) && !describes || is_in_set(tokens) || listed;
    let timex = Timex {
        form: if any_one {
            DateForm::Set
        } else {
            DateForm::Weekday
        },
        weekday: Some(weekday),
        ..Timex::default()
    };
    match part_behind(rest) {
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

/// Whether a short name is joined to another, as in the days on which a house is
/// open: Mon-Fri, Tues to Sat, Sat & Sun.
fn is_listed(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let mark = |kind: Option<TokenKind>| {
        matches!(
            kind,
            Some(
                TokenKind::Ampersand
                    | TokenKind::Comma
                    | TokenKind::EnDash
                    | TokenKind::Hyphen
                    | TokenKind::Slash
            )
        )
    };
    let joint = ["and", "or", "through", "to"];
    let behind = (mark(rest.kind(0)) || rest.is_any(0, &joint))
        && rest.senses(1).weekday.is_some()
        && rest.peek(1).is_some_and(Token::is_capitalised);
    let before = (mark(tokens.back(1).map(|t| t.kind)) || tokens.was_any(1, &joint))
        && tokens.senses_back(2).weekday.is_some()
        && tokens.back(2).is_some_and(Token::is_capitalised);
    tokens.first().is_some_and(Token::is_capitalised) && (behind || before)
}

/// Whether a short name is a day by what stands before and behind it: on Tues,
/// Thurs. Sat and Sun are also a verb, a paper and a star.
fn is_short_alone(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let led = tokens.was_any(1, &["by", "last", "next", "on", "this", "until"]);
    let goes_on = rest.kind(0) == Some(TokenKind::Word)
        && rest.first().is_some_and(Token::is_capitalised)
        || rest.glued_kind(0) == Some(TokenKind::Hyphen);
    led && tokens.text(0).len() > 2 && !goes_on && !tokens.first().is_some_and(Token::is_upper)
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
    let part = rest.senses(0).day_part().is_some() && capital(rest.first()) && !led;
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
