//! Words that give a band and no number: dozens, several hundred, a handful,
//! a six-figure sum.
//!
//! Bounds as dictionaries of usage give them: dozens 24 to 100, several two to
//! ten, a couple two to three.

use nom::Parser;
use nom::branch::alt;
use nom::sequence::preceded;

use super::number_word::{scale, scale_up};
use super::tokens::{Parsed, Tokens, word};
use super::{Figure, Form, Numeral};
use crate::document::TokenKind;
use crate::number::{Interval, Rational};

/// The most noughts that a band may have.
const MOST_ZEROS: u8 = 18;

/// `vague = some_scales | plural_scales | handful | couple | figures ;`
pub(crate) fn vague(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    alt((some_scales, plural_scales, handful, couple, figures)).parse(tokens)
}

fn band(low: i128, high: i128, zeros: u8) -> Option<Figure> {
    let scale = 10_i128.pow(zeros.min(MOST_ZEROS).into());
    let low = Rational::integer(low.checked_mul(scale)?);
    let high = Rational::integer(high.checked_mul(scale)?);
    Some(Figure::Vague(Interval::closed(low, high)))
}

fn accept_band(rest: Tokens<'_>, band: Option<Figure>) -> Parsed<'_, Figure> {
    match band {
        Some(figure) => Ok((rest, figure)),
        None => rest.refuse(),
    }
}

/// `some_scales = ( [ "a" ] "few" | "several" ) scale { scale } ;`
fn some_scales(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let article = usize::from(tokens.is(0, "a"));
    if !tokens.is_any(article, &["few", "several"]) {
        return tokens.refuse();
    }
    let mut rest = tokens.skip(article + 1);
    let mut zeros = 0_u8;
    while let Ok((after, scale)) = scale(rest) {
        if scale.of > 1 {
            break;
        }
        zeros = zeros.saturating_add(scale.zeros);
        rest = after;
    }
    if zeros == 0 || zeros > MOST_ZEROS {
        return tokens.refuse();
    }
    accept_band(rest, band(2, 10, zeros))
}

/// `handful = "a" "handful" ;`
fn handful(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    if tokens.is(0, "a") && tokens.is(1, "handful") {
        return accept_band(tokens.skip(2), band(2, 10, 0));
    }
    tokens.refuse()
}

/// `plural_scales = ( "dozens" | "hundreds" | … ) { "of" ( "thousands" | … ) } ;`
fn plural_scales(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let word = tokens.text(0);
    let of = |name: &str| word.eq_ignore_ascii_case(name);
    let (low, high, mut zeros) = match () {
        () if of("dozens") => (24, 100, 0),
        () if of("tens") && tokens.is(1, "of") => (10, 100, 0),
        () if of("scores") && tokens.is(1, "of") => (40, 200, 0),
        () if of("hundreds") => (2, 10, 2),
        () if of("thousands") => (2, 100, 3),
        () if of("millions") => (2, 1000, 6),
        () if of("billions") => (2, 1000, 9),
        () => return tokens.refuse(),
    };
    let mut rest = tokens.skip(1);
    while rest.is(0, "of") && rest.is_any(1, &["thousands", "millions", "billions", "hundreds"]) {
        zeros += rest.senses(1).scale.map_or(0, |scale| scale.zeros);
        rest = rest.skip(2);
    }
    accept_band(rest, band(low, high, zeros))
}

/// `couple = "a" "couple" [ "of" scale ] ;`
fn couple(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    if !tokens.is_any(0, &["a", "another"]) || !tokens.is(1, "couple") {
        return tokens.refuse();
    }
    let rest = tokens.skip(2);
    let two = Numeral {
        value: Rational::integer(2),
        place: Rational::ONE,
        form: Form::Words,
    };
    if let Ok((after, scale)) = preceded(word("of"), scale).parse(rest)
        && let Some(numeral) = scale_up(two, scale)
    {
        return Ok((after, Figure::One(numeral)));
    }
    accept_band(rest, band(2, 3, 0))
}

/// `figures = ( "four" … "nine" ) "-" ( "figure" | "figures" ) ;` a six-figure
/// sum is 100,000 to 999,999.
fn figures(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let dash = usize::from(tokens.glued_kind(1) == Some(TokenKind::Hyphen));
    let count = tokens
        .senses(0)
        .cardinal
        .filter(|count| (4..=12).contains(count));
    let Some(count) = count.filter(|_| tokens.is_any(1 + dash, &["figure", "figures"])) else {
        return tokens.refuse();
    };
    let most = 10_i128.pow(count.into());
    accept_band(tokens.skip(2 + dash), band(most / 10, most - 1, 0))
}
