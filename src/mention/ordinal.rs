//! Ordinals: third, twenty-first, 3rd.

use super::number_word::whole_words;
use super::tokens::{Parsed, Tokens, hyphen};
use crate::document::TokenKind;
use crate::lexicon::Class;

/// `ordinal = [ TENS [ "-" | "—" ] ] "third" | of_hundreds | DIGITS [ "," DIGITS3 ] ( "st" | "nd" | "rd" | "th" ) ;`
pub(crate) fn ordinal(tokens: Tokens<'_>) -> Parsed<'_, u16> {
    if let Some(value) = tokens.senses(0).ordinal {
        return tokens.accept(1, value);
    }
    let tens = tokens
        .senses(0)
        .cardinal
        .filter(|tens| tens % 10 == 0 && *tens >= 20);
    if let Some(tens) = tens
        && let rest = tokens.skip(1 + usize::from(is_joined(tokens.skip(1))))
        && let Some(unit) = rest.senses(0).ordinal.filter(|unit| *unit < 10)
        // “forty second” may be a length of time.
        && (rest.at > tokens.at + 1 || unit != 2)
    {
        return Ok((rest.skip(1), u16::from(tens) + unit));
    }
    if tokens.kind(0) != Some(TokenKind::Digits) {
        return of_hundreds(tokens);
    }
    let (places, value) = match grouped(tokens) {
        Some(value) => (3, value),
        None => (1, tokens.text(0).parse().unwrap_or_default()),
    };
    let suffix = tokens.glued_kind(places) == Some(TokenKind::Word) && fits(tokens, places, value);
    if value > 0 && suffix {
        return tokens.accept(places + 1, value);
    }
    tokens.refuse()
}

/// `of_hundreds = whole_words ( [ "-" ] ( "hundredth" | "thousandth" ) | [ "-" | "and" ] ordinal ) ;`
/// two hundredth, one hundred and tenth, three hundred sixty-fifth
///
/// “Three hundred first graders” are three hundred, unless a determiner points at
/// one.
fn of_hundreds(tokens: Tokens<'_>) -> Parsed<'_, u16> {
    let senses = tokens.senses(0);
    let counted = senses.cardinal.is_some() && (1..=2).any(|n| is_hundred(tokens, n));
    if !counted && !is_hundred(tokens, 0) {
        return tokens.refuse();
    }
    let hundred = usize::from(senses.cardinal.is_none());
    let (rest, whole) = match whole_words(tokens) {
        Ok(found) => found,
        Err(_) => (tokens.skip(hundred), 100),
    };
    let hyphened = is_joined(rest);
    let and = rest.is(0, "and");
    let inner = rest.skip(usize::from(hyphened || and));
    let Some((after, value)) = last_word(inner, whole) else {
        return tokens.refuse();
    };
    let led = tokens.senses_back(1);
    let pointed = led.is(Class::Article)
        || led.is(Class::Determiner)
        || tokens.was_any(1, &["s"])
        || hyphened
        || and;
    let ends = after.kind(0) != Some(TokenKind::Word);
    let compound = after.glued_kind(0) == Some(TokenKind::Hyphen);
    match u16::try_from(value) {
        Ok(value) if (pointed || ends) && !compound => Ok((after, value)),
        _ => tokens.refuse(),
    }
}

/// Whether the word `n` places on is hundred or thousand, or the ordinal of either.
fn is_hundred(tokens: Tokens<'_>, n: usize) -> bool {
    tokens.is_any(n, &["hundred", "hundredth", "thousand", "thousandth"])
}

/// The last word of an ordinal behind a whole number, and the value of both.
fn last_word(tokens: Tokens<'_>, whole: i128) -> Option<(Tokens<'_>, i128)> {
    if tokens.is_any(0, &["hundredth", "thousandth"]) {
        let times = i128::from(tokens.senses(0).ordinal?);
        return (whole < times).then(|| (tokens.skip(1), whole * times));
    }
    if whole < 100 || whole % 10 != 0 {
        return None;
    }
    let (after, small) = ordinal(tokens).ok()?;
    let fits = if whole % 100 == 0 { 100 } else { 10 };
    let digits = tokens.kind(0) == Some(TokenKind::Digits);
    (small < fits && !digits).then(|| (after, whole + i128::from(small)))
}

/// Whether an ordinal's suffix stands behind a number in digits. Another
/// number's, as in “the 3nd”, is a slip where a determiner leads it; else it is a
/// name, as 6rd, or a weight, as 12st, unless the number is long: 101nd.
fn fits(tokens: Tokens<'_>, places: usize, value: u16) -> bool {
    let ending = match value % 10 {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    if tokens.is(places, "th") || tokens.is(places, ending) {
        return true;
    }
    let led = tokens.senses_back(1);
    let determined = led.is(Class::Article) || led.is(Class::Determiner);
    determined && tokens.is_any(places, &["st", "nd", "rd"])
        || value > 100 && tokens.is_any(places, &["nd", "rd"])
}

/// Whether a hyphen or a dash joins two words.
fn is_joined(tokens: Tokens<'_>) -> bool {
    let dash = tokens.glued_kind(0) == Some(TokenKind::EmDash) && tokens.glued_kind(1).is_some();
    dash || hyphen(tokens).is_ok()
}

/// `grouped = DIGITS "," DIGITS3 ;` the digits of 2,054th
fn grouped(tokens: Tokens<'_>) -> Option<u16> {
    let shape = tokens.kind(0) == Some(TokenKind::Digits)
        && tokens.glued_kind(1) == Some(TokenKind::Comma)
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && tokens.text(2).len() == 3;
    let thousands: u16 = tokens.text(0).parse().ok().filter(|_| shape)?;
    thousands
        .checked_mul(1000)?
        .checked_add(tokens.text(2).parse().ok()?)
}
