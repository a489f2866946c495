//! Dates as English writes them: British, American, ISO, with or without
//! their weekday, and the periods that are named by number.
//!
//! Forms after *The Guardian and Observer style guide* (4 November 2015) and
//! *The Associated Press Stylebook* (Nov. 4, 2015); values after TimeML's
//! TIMEX3.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, hyphen, one_of};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;

/// `date = range | weekday_date | calendar_date | numeric | period | weekday | month | year ;`
pub(crate) fn date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, first) = one_date(tokens)?;
    let (rest, first) = with_weekday_behind(rest, first);
    match range_end(tokens, rest, &first) {
        Some((rest, range)) => Ok((rest, range)),
        None => Ok((rest, first)),
    }
}

fn one_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((
        weekday_date,
        calendar_date,
        numeric_date,
        period,
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
    if range.year.is_none() && last.year.is_some() {
        range.year = last.year;
        range.dated = last.dated;
    }
    range.form = DateForm::Range;
    range.end = Some(Box::new(last));
    Some((after, range))
}

/// `year_end = DIGITS2 ;` the short end of 2014-15, the season or tax year.
fn year_end<'a>(first: &Timex, after: Tokens<'a>, dash: bool) -> Option<(Tokens<'a>, Timex)> {
    if first.form != DateForm::Year
        || !dash
        || after.kind(0) != Some(TokenKind::Digits)
        || after.text(0).len() != 2
    {
        return None;
    }
    let year = first.year?;
    let short: i32 = after.text(0).parse().ok()?;
    let mut end = year - year.rem_euclid(100) + short;
    if end < year && year.rem_euclid(100) >= 90 && short < 20 {
        end += 100;
    }
    let boundary = !matches!(
        after.glued_kind(1),
        Some(TokenKind::Digits | TokenKind::Word | TokenKind::Hyphen | TokenKind::Slash)
    );
    boundary.then(|| (after.skip(1), of_year(end)))
}

fn of_year(year: i32) -> Timex {
    Timex {
        form: DateForm::Year,
        year: Some(year),
        dated: true,
        ..Timex::default()
    }
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
    if date.day.is_none() {
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

/// `weekday_name = "Monday" | "Mon" | … ;` with a capital.
fn weekday_name(tokens: Tokens<'_>) -> Parsed<'_, u8> {
    match tokens.senses(0).weekday {
        Some(weekday)
            if tokens.peek(0).is_some_and(Token::is_capitalised)
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

/// `year = DIGITS4 ;` 1000 to 2999, glued to no other digits or letters.
fn year(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let text = tokens.text(0);
    if tokens.kind(0) != Some(TokenKind::Digits) || text.len() != 4 || !text.starts_with(['1', '2'])
    {
        return tokens.refuse();
    }
    let decimals = tokens.glued_kind(1) == Some(TokenKind::Period)
        && tokens.glued_kind(2) == Some(TokenKind::Digits);
    let grouped = tokens.glued_kind(1) == Some(TokenKind::Comma)
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.text(2).len() == 3;
    let letters = tokens.glued_kind(1) == Some(TokenKind::Word);
    let hour = tokens.peek(1).is_some() && tokens.is_class(1, Class::ClockWord);
    if decimals
        || grouped
        || letters
        || hour
        || matches!(tokens.glued_kind(1), Some(TokenKind::Percent))
    {
        return tokens.refuse();
    }
    match text.parse() {
        Ok(year) => tokens.accept(1, year),
        Err(_) => tokens.refuse(),
    }
}

/// `calendar_date = day_month | month_day | month_year ;`
fn calendar_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    alt((day_month, month_day, month_year)).parse(tokens)
}

/// `[ [ "," | "of" | "in" ] year ]`, also `'15`.
fn optional_year(tokens: Tokens<'_>) -> (Tokens<'_>, Option<i32>) {
    let comma = tokens.kind(0) == Some(TokenKind::Comma);
    let word = tokens.is_any(0, &["of"]);
    let rest = if comma || word {
        tokens.skip(1)
    } else {
        tokens
    };
    if let Ok((after, year)) = year(rest) {
        let counted = comma && is_counted(after);
        if (1000..2200).contains(&year) && !counted {
            return (after, Some(year));
        }
    }
    let apostrophe = rest.kind(0) == Some(TokenKind::Apostrophe)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    if apostrophe && rest.text(1).len() == 2 && rest.glued_kind(2) != Some(TokenKind::Word) {
        if let Ok(short) = rest.text(1).parse::<i32>() {
            return (
                rest.skip(2),
                Some(if short < 50 {
                    2000 + short
                } else {
                    1900 + short
                }),
            );
        }
    }
    (tokens, None)
}

/// Whether a number before here is counted by a plural noun.
fn is_counted(after: Tokens<'_>) -> bool {
    let text = after.text(0);
    let lower = text.starts_with(char::is_lowercase);
    lower
        && !after.is_class(0, Class::NoPlural)
        && (text.len() > 3 && text.ends_with('s') && !text.ends_with("ss")
            || after.is_class(0, Class::PluralNoun)
            || after.is_class(0, Class::Person))
}

fn of_day(year: Option<i32>, month: u8, day: u8) -> Timex {
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
    let after = if after.glued_kind(0) == Some(TokenKind::Hyphen) {
        skip_glue(after)
    } else {
        after
    };
    let (after, year) = optional_year(after);
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

/// `4-Nov-2015`: the hyphen between glued parts of a date.
fn skip_glue(tokens: Tokens<'_>) -> Tokens<'_> {
    hyphen(tokens).map_or(tokens, |(rest, _)| rest)
}

/// `month_day = month [ "the" ] day [ "-" day ] [ year ] ;`
fn month_day(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let rest = opt(one_of(&["the"])).parse(rest)?.0;
    let (rest, first) = day(rest)?;
    // "March 164.6", "October 56 children", "May 5m"
    let decimals = rest.glued_kind(0) == Some(TokenKind::Period)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    let unit = matches!(
        rest.glued_kind(0),
        Some(TokenKind::Word | TokenKind::Percent | TokenKind::Slash)
    );
    let group = rest.glued_kind(0) == Some(TokenKind::Comma)
        && rest.glued_kind(1) == Some(TokenKind::Digits)
        && rest.text(1).len() == 3;
    let clock = rest.glued_kind(0) == Some(TokenKind::Colon)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    if decimals || unit || group || clock || rest.is_any(0, &["per", "percent"]) {
        return tokens.refuse();
    }
    let (rest, last) = match hyphen(rest).and_then(|(after, _)| day(after)) {
        Ok((after, last)) if after.senses(0).month.is_none() => (after, Some(last)),
        _ => match rest
            .is_any(0, &["to", "and", "through"])
            .then(|| day(rest.skip(1)).ok())
            .flatten()
        {
            Some((after, last)) if last > first && ends_day(after) => (after, Some(last)),
            _ => (rest, None),
        },
    };
    let (rest, year) = optional_year(rest);
    let dated = tokens.was_any(
        1,
        &[
            "on", "dated", "until", "by", "from", "before", "after", "to", "and", "the",
        ],
    ) || tokens.glued_kind(1) == Some(TokenKind::Period);
    if year.is_none() && last.is_none() && is_counted(rest) && !dated {
        return tokens.refuse();
    }
    Ok((rest, with_last_day(of_day(year, month, first), last)))
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
fn month_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
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

/// `numeric_date = YYYY sep MM sep DD | D sep M sep YYYY ;` sep is `-`, `/` or
/// `.`, the same twice. Where both of day and month may be either, the day
/// stands first only if it must; see [`super::resolve`].
fn numeric_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.kind(0) != Some(TokenKind::Digits) {
        return tokens.refuse();
    }
    let separator = tokens.glued_kind(1);
    let is_separator = matches!(
        separator,
        Some(TokenKind::Hyphen | TokenKind::Slash | TokenKind::Period)
    );
    let shape = is_separator
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.glued_kind(3) == separator
        && tokens.glued_kind(4) == Some(TokenKind::Digits);
    let more = matches!(
        tokens.glued_kind(5),
        Some(TokenKind::Hyphen | TokenKind::Slash | TokenKind::Digits)
    ) || (separator == Some(TokenKind::Period) && is_point(tokens.skip(5)));
    if !shape || more {
        return tokens.refuse();
    }
    let parts = [0, 2, 4].map(|n| tokens.text(n));
    let lengths = parts.map(str::len);
    let Some(values) = parts
        .map(|part| part.parse::<i32>().ok())
        .into_iter()
        .collect::<Option<Vec<i32>>>()
    else {
        return tokens.refuse();
    };
    let small = |n: i32| u8::try_from(n).unwrap_or(u8::MAX);
    let timex = match lengths {
        [4, 1..=2, 1..=2] if values[0] >= 1000 => {
            of_day(Some(values[0]), small(values[1]), small(values[2]))
        }
        [1..=2, 1..=2, 4] if (1000..2200).contains(&values[2]) => {
            let (a, b) = (small(values[0]), small(values[1]));
            match (a, b) {
                (13.., 1..=12) => of_day(Some(values[2]), b, a),
                (1..=12, 13..) => of_day(Some(values[2]), a, b),
                _ if a == b => of_day(Some(values[2]), a, b),
                _ => Timex {
                    form: DateForm::Full,
                    year: Some(values[2]),
                    dated: true,
                    ..Timex::default()
                },
            }
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

fn is_point(tokens: Tokens<'_>) -> bool {
    tokens.glued_kind(0) == Some(TokenKind::Period)
        && tokens.glued_kind(1) == Some(TokenKind::Digits)
}

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

/// `weekday = weekday_name [ day_part ] ;` alone.
fn weekday(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, weekday) = weekday_name(tokens)?;
    let short = tokens.text(0).len() < 6;
    let title =
        tokens.senses_back(1).is(Class::WeekdayTitle) || rest.is_class(0, Class::WeekdayTitle);
    if short || title {
        return tokens.refuse();
    }
    let timex = Timex {
        form: DateForm::Weekday,
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

/// `month_alone = month ;` where nothing else is meant by the word.
fn month_alone(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let (rest, month) = month_name(tokens)?;
    let Some(first) = tokens.first() else {
        return tokens.refuse();
    };
    let written = tokens.text(0);
    let led = tokens.was_any(
        1,
        &[
            "in", "since", "by", "until", "till", "last", "next", "this", "of", "from", "early",
            "late", "mid", "during", "before", "after", "through", "for", "to", "every", "on",
        ],
    ) || (tokens.was_any(1, &["-", "–", "and", "or"])
        && tokens.senses_back(2).month.is_some());
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

/// `year_alone = year [ "BC" | "AD" ] | DIGITS ( "BC" | "AD" ) ;`
fn year_alone(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if let Ok((rest, era)) = with_era(tokens) {
        return Ok((rest, of_year(era)));
    }
    let (rest, value) = year(tokens)?;
    if !(1400..2100).contains(&value) || !is_year(tokens, rest) {
        return tokens.refuse();
    }
    Ok((rest, of_year(value)))
}

/// `with_era = DIGITS ( "BC" | "BCE" | "AD" | "CE" ) | "AD" DIGITS ;`
fn with_era(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    if tokens.kind(0) != Some(TokenKind::Digits) || tokens.text(0).len() > 4 {
        return tokens.refuse();
    }
    let Ok(value) = tokens.text(0).parse::<i32>() else {
        return tokens.refuse();
    };
    match tokens.text(1) {
        "BC" | "BCE" => tokens.accept(2, 1 - value),
        "AD" | "CE" => tokens.accept(2, value),
        _ => tokens.refuse(),
    }
}

/// Whether four digits are a year and no count: nothing is counted by them,
/// and no unit or currency stands beside them.
fn is_year(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let before = tokens.back(1);
    let glued = tokens.first().is_some_and(Token::is_glued);
    if glued
        && !matches!(
            before.map(|t| t.kind),
            Some(
                TokenKind::Open
                    | TokenKind::OpenQuote
                    | TokenKind::Slash
                    | TokenKind::EnDash
                    | TokenKind::EmDash
                    | TokenKind::Hyphen
                    | TokenKind::Apostrophe
                    | TokenKind::Comma
            )
        )
    {
        return false;
    }
    if before.is_some_and(|t| {
        matches!(
            t.kind,
            TokenKind::Currency | TokenKind::Hash | TokenKind::Tilde | TokenKind::Equals
        )
    }) {
        return false;
    }
    let led = tokens.was_any(
        1,
        &[
            "in",
            "since",
            "by",
            "until",
            "till",
            "during",
            "from",
            "before",
            "after",
            "early",
            "late",
            "mid",
            "circa",
            "to",
            "of",
            "between",
            "and",
            "through",
            "spring",
            "summer",
            "autumn",
            "winter",
            "fiscal",
            "year",
            "class",
            "throughout",
        ],
    );
    let counted = is_counted(rest);
    let in_year = tokens.was_any(
        1,
        &[
            "in", "since", "until", "during", "fiscal", "summer", "autumn", "winter", "spring",
        ],
    );
    if counted && !in_year {
        return false;
    }
    let unit_follows = rest.glued_kind(0) == Some(TokenKind::Word)
        || matches!(
            rest.kind(0),
            Some(TokenKind::Percent | TokenKind::Degree | TokenKind::Currency)
        )
        || rest.is_any(
            0,
            &[
                "per", "percent", "km", "kg", "miles", "metres", "meters", "feet", "dollars",
                "euros", "pounds", "hours", "words", "points", "m", "ft",
            ],
        );
    if unit_follows && !in_year {
        return false;
    }
    let hedged = tokens.was_any(
        1,
        &[
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "over",
            "roughly",
            "than",
            "approximately",
            "least",
        ],
    );
    (led || !hedged) && !unit_follows
}

/// `period = [ "the" ] decade | century | quarter | half | fiscal | season ;`
fn period(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
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

/// `ordinal = "third" | DIGITS ( "st" | "nd" | "rd" | "th" ) ;`
pub(crate) fn ordinal(tokens: Tokens<'_>) -> Parsed<'_, u16> {
    if let Some(value) = tokens.senses(0).ordinal {
        return tokens.accept(1, value);
    }
    let tens = tokens
        .senses(0)
        .cardinal
        .filter(|tens| tens % 10 == 0 && *tens >= 20);
    if let (Some(tens), Ok((rest, _))) = (tens, hyphen(tokens.skip(1))) {
        if let Some(unit) = rest.senses(0).ordinal.filter(|unit| *unit < 10) {
            return Ok((rest.skip(1), u16::from(tens) + unit));
        }
    }
    let suffix = tokens.glued_kind(1) == Some(TokenKind::Word)
        && tokens.is_any(1, &["st", "nd", "rd", "th"]);
    match tokens.text(0).parse::<u16>() {
        Ok(value) if tokens.kind(0) == Some(TokenKind::Digits) && suffix => tokens.accept(2, value),
        _ => tokens.refuse(),
    }
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
