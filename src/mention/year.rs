//! Years: 1987, 44 BC, 2014-15, November '15; and four digits that are none.

use super::beside::ends;
use super::date::is_counted;
use super::hedge::{self, Hedge};
use super::name::is_of_percent;
use super::timex::{DateForm, Timex};
use super::tokens::{Parsed, Tokens, hyphen};
use super::unit_name::unit;
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Lead};
use crate::number::{Unit, Units};

/// `year_alone = year [ "BC" | "AD" ] | DIGITS ( "BC" | "AD" ) | short_year | year_in_words ;` in words
/// only behind a word that years follow.
pub(crate) fn year_alone(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.senses(0).cardinal.is_some() {
        let of_year = |(rest, year)| (rest, of_year(year));
        return match tokens.senses_back(1).leads(Lead::SureYear) || tokens.was_any(1, &["year"]) {
            true => year_in_words(tokens).map(of_year),
            false => tokens.refuse(),
        };
    }
    if tokens.kind(0) == Some(TokenKind::Apostrophe) {
        return short_year(tokens);
    }
    if let Ok((rest, era)) = with_era(tokens) {
        return Ok((rest, of_year(era)));
    }
    let (rest, value) = year(tokens)?;
    // In 2150 something may be, but 2150 words are counted.
    let far =
        (2100..2200).contains(&value) && tokens.senses_back(1).leads(Lead::SureYear) && ends(rest);
    if !(far || (1400..2100).contains(&value)) || !is_year(tokens, rest) {
        return tokens.refuse();
    }
    Ok((rest, of_year(value)))
}

/// `short_year = "'" DIGITS2 ;` of 1930 to 2029, behind a word that a year follows: in
/// ’62, the class of ’99.
fn short_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let glued = tokens.glued_kind(1) == Some(TokenKind::Digits);
    let Some((rest, year)) = two_digits(tokens.skip(1)).filter(|_| glued) else {
        return tokens.refuse();
    };
    let led = tokens.senses_back(1).leads(Lead::Year);
    let quoted = matches!(
        rest.glued_kind(0),
        Some(TokenKind::Apostrophe | TokenKind::CloseQuote)
    );
    let describes = rest.kind(0) == Some(TokenKind::Word)
        && !ends(rest)
        && rest.senses(0).tense.is_none()
        && !rest.text(0).ends_with("ed");
    if !led || quoted || describes {
        return tokens.refuse();
    }
    let century = if year % 100 < 30 { 2000 } else { 1900 };
    Ok((rest, of_year(century + year % 100)))
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

/// `year = DIGITS4 ;` 1000 to 2999, glued to no other digits or letters.
pub(crate) fn year(tokens: Tokens<'_>) -> Parsed<'_, i32> {
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
    // No hour has the seventy minutes of “1970 UTC”.
    let minutes = matches!(text.as_bytes()[2], b'0'..=b'5');
    let hour = minutes && tokens.peek(1).is_some() && tokens.is_class(1, Class::ClockWord);
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

/// `year_in_words = CENTURY [ "-" ] ( ( "oh" | "o" ) below_ten | below_hundred | "hundred" [ [ "and" ] below_hundred ] ) | "two" "thousand" [ [ "and" ] below_hundred ] ;`
/// nineteen eighty-six, twenty oh five, two thousand and twelve
///
/// Nothing is counted by it: not “two thousand homes”.
pub(crate) fn year_in_words(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    // “Nineteen Eighty-Four”, the book
    let titled = tokens.first().is_some_and(Token::is_capitalised)
        && tokens.peek(1).is_some_and(Token::is_capitalised);
    let Some(first) = tokens.senses(0).cardinal.filter(|_| !titled) else {
        return tokens.refuse();
    };
    let mark = usize::from(hyphen(tokens.skip(1)).is_ok());
    let rest = tokens.skip(1 + mark);
    let scale = rest.senses(0).scale.map(|scale| scale.zeros);
    let behind = |base: i32| {
        let after = rest.skip(1);
        let and = usize::from(after.is(0, "and"));
        match below_hundred(after.skip(and)) {
            Ok((after, years)) => (after, base + years),
            Err(_) => (after, base),
        }
    };
    let century = i32::from(first) * 100;
    let (rest, year) = match (first, scale) {
        (2, Some(3)) => behind(2000),
        (14..=19, Some(2)) => behind(century),
        (14..=20, None) if rest.is_any(0, &["o", "oh"]) => {
            match rest.senses(1).cardinal.filter(|years| *years < 10) {
                Some(years) => (rest.skip(2), century + i32::from(years)),
                None => return tokens.refuse(),
            }
        }
        (14..=20, None) => match below_hundred(rest)? {
            (after, years @ 10..) => (after, century + years),
            _ => return tokens.refuse(),
        },
        _ => return tokens.refuse(),
    };
    let joined = rest.glued_kind(0) == Some(TokenKind::Hyphen);
    if joined || !ends(rest) || rest.is_any(0, &["of", "or", "per"]) {
        return tokens.refuse();
    }
    Ok((rest, year))
}

/// `below_hundred = TENS [ "-" ] UNIT | WORD ;` 1 to 99
fn below_hundred(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let Some(tens) = tokens.senses(0).cardinal else {
        return tokens.refuse();
    };
    let mark = usize::from(hyphen(tokens.skip(1)).is_ok());
    let unit = tokens.senses(1 + mark).cardinal.filter(|unit| *unit < 10);
    match unit.filter(|_| tens >= 20 && tens % 10 == 0) {
        Some(unit) => tokens.accept(2 + mark, (tens + unit).into()),
        None => tokens.accept(1, tens.into()),
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

/// `two_digits = DIGITS2 ;` the short form of a year, of 1950 to 2049.
pub(crate) fn two_digits(tokens: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let text = tokens.text(0);
    let goes_on = match tokens.glued_kind(1) {
        Some(TokenKind::Period | TokenKind::Comma) => {
            tokens.glued_kind(2) == Some(TokenKind::Digits)
        }
        Some(
            TokenKind::Word
            | TokenKind::Digits
            | TokenKind::Percent
            | TokenKind::Hyphen
            | TokenKind::Slash
            | TokenKind::Colon
            | TokenKind::Apostrophe,
        ) => true,
        _ => false,
    };
    if tokens.kind(0) != Some(TokenKind::Digits) || text.len() != 2 || goes_on {
        return None;
    }
    let short: i32 = text.parse().ok()?;
    let century = if short < 50 { 2000 } else { 1900 };
    Some((tokens.skip(1), century + short))
}

/// `[ [ "," | "of" ] ( year | year_in_words ) ]`, also `'15`.
pub(crate) fn optional_year(tokens: Tokens<'_>) -> (Tokens<'_>, Option<i32>) {
    let comma = tokens.kind(0) == Some(TokenKind::Comma);
    let word = tokens.is_any(0, &["of"]);
    let rest = if comma || word {
        tokens.skip(1)
    } else {
        tokens
    };
    if let Ok((after, era)) = with_era(rest) {
        return (after, Some(era));
    }
    if let Ok((after, year)) = year(rest) {
        let counted = comma && is_counted(after);
        if (1000..2200).contains(&year) && !counted {
            return (after, Some(year));
        }
    }
    if rest.senses(0).cardinal.is_some()
        && let Ok((after, year)) = year_in_words(rest)
    {
        return (after, Some(year));
    }
    let apostrophe = rest.kind(0) == Some(TokenKind::Apostrophe)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    if apostrophe && let Some((after, year)) = two_digits(rest.skip(1)) {
        return (after, Some(year));
    }
    (tokens, None)
}

pub(crate) fn of_year(year: i32) -> Timex {
    Timex {
        form: DateForm::Year,
        year: Some(year),
        dated: true,
        ..Timex::default()
    }
}

/// `year_end = DIGITS2 | DIGIT ;` the short end of 2014-15, the season or tax year; of
/// one digit only where it is the next: 2001/2.
pub(crate) fn year_end<'a>(first: &Timex, after: Tokens<'a>) -> Option<(Tokens<'a>, Timex)> {
    let length = after.text(0).len();
    if first.form != DateForm::Year
        || after.kind(0) != Some(TokenKind::Digits)
        || !(1..=2).contains(&length)
    {
        return None;
    }
    let year = first.year?;
    let short: i32 = after.text(0).parse().ok()?;
    let within = if length == 1 { 10 } else { 100 };
    let mut end = year - year.rem_euclid(within) + short;
    if end < year && year.rem_euclid(100) >= 90 && short < 20 {
        end += 100;
    }
    let slash = after.back(1).is_some_and(|t| t.kind == TokenKind::Slash);
    let boundary = !matches!(
        after.glued_kind(1),
        Some(TokenKind::Digits | TokenKind::Word | TokenKind::Hyphen | TokenKind::Slash)
    );
    let next = end == year + 1;
    (boundary && (next || !slash && length == 2)).then(|| (after.skip(1), of_year(end)))
}

/// How many years a span of years may have that runs backwards, since its writer
/// put the later first.
const LONGEST_BACKWARDS: i32 = 300;

/// `early_year = DIGITS4 ;` the end of a range of years that alone would be a
/// count, (1453-1337), or with the mark of a note behind it, 1980.1.
pub(crate) fn early_year<'a>(first: &Timex, after: Tokens<'a>) -> Option<(Tokens<'a>, Timex)> {
    let text = after.text(0);
    let note = after.glued_kind(1) == Some(TokenKind::Period)
        && after.glued_kind(2) == Some(TokenKind::Digits)
        && after.text(2).len() <= 2
        && after.glued_kind(3).is_none();
    let digits = after.kind(0) == Some(TokenKind::Digits) && text.len() == 4;
    let ends = note || year(after).is_ok();
    if first.form != DateForm::Year || !digits || !ends || !text.starts_with(['1', '2']) {
        return None;
    }
    let value: i32 = text.parse().ok().filter(|year| *year < 2100)?;
    Some((after.skip(1), of_year(value)))
}

/// Whether two years are no span of years that runs backwards by mistake, but a
/// number of some kind: 2012-1400.
pub(crate) fn is_far_back(first: &Timex, last: &Timex) -> bool {
    let years = first.form == DateForm::Year && last.form == DateForm::Year;
    let span = first.year.zip(last.year);
    years && span.is_some_and(|(first, last)| first - last > LONGEST_BACKWARDS)
}

/// Whether four digits are a year and no count: nothing is counted by them,
/// and no unit or currency stands beside them.
fn is_year(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    if is_of_percent(tokens, rest) {
        return false;
    }
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
    }) || tokens.symbol_back(1) == Some('§')
    {
        return false;
    }
    if tokens.senses_back(1).is(Class::Numbered) {
        return false;
    }
    let led = tokens.senses_back(1).leads(Lead::Year);
    let counted = is_counted(rest);
    let in_year = tokens.senses_back(1).leads(Lead::SureYear);
    if counted && !in_year {
        return false;
    }
    let unit_follows = rest.glued_kind(0) == Some(TokenKind::Word)
        || matches!(
            rest.kind(0),
            Some(TokenKind::Percent | TokenKind::Degree | TokenKind::Currency)
        )
        || rest.is_any(0, &["per", "percent", "words", "points"])
        || is_currency_code(rest)
        || currency_or_unit(rest);
    if unit_follows && !in_year {
        return false;
    }
    let hedged = !led && hedge::before(tokens, 0).1 != Hedge::None;
    !hedged && !unit_follows
}

/// Whether the code of a currency follows a number: 2005 SEK, and no amount of its
/// own, as in “in 2005 SEK 40m”.
fn is_currency_code(rest: Tokens<'_>) -> bool {
    let code = rest.first().is_some_and(|t| t.is_upper()) && rest.text(0).len() == 3;
    code && rest.kind(1) != Some(TokenKind::Digits)
        && Units::table()
            .symbol(rest.text(0))
            .is_some_and(|unit| Unit::of(unit).is_currency())
}

/// Whether a unit or a currency follows a number: 1520 sq m, 1900 euros.
fn currency_or_unit(rest: Tokens<'_>) -> bool {
    let next = rest.first().filter(|t| t.kind == TokenKind::Word);
    next.is_some_and(|t| !t.is_capitalised())
        && !rest.is_any(0, &["in", "a", "at", "as", "am", "are", "won", "us"])
        && (rest.is_class(0, Class::MoneyWord) || unit(rest, false).is_some())
}
