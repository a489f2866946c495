//! Scores and votes: 2-1, 52-48, by 55 votes to 48.

use super::numeral::is_point_and_digits;
use super::quantity::Quantity;
use super::suffix::percent_sign;
use super::tokens::{Parsed, Tokens, hyphen};
use super::{Figure, Form, Kind, Numeral};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::number::Rational;

/// `score = DIGITS "-" DIGITS ;` where a word of sport or voting stands near,
/// or where the first is greater and nothing is counted.
pub(crate) fn score(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (Some(first), Ok((rest, _))) = (number(tokens), hyphen(tokens.skip(1))) else {
        return tokens.refuse();
    };
    let Some(second) = number(rest) else {
        return tokens.refuse();
    };
    let rest = rest.skip(1);
    if goes_on(rest) || is_spread(tokens) {
        return tokens.refuse();
    }
    let near = (1..=5).any(|n| cue(tokens.senses_back(n))) || (0..=3).any(|n| cue(rest.senses(n)));
    let descending = first.value > second.value && first.value < Rational::integer(100);
    let counted = rest
        .first()
        .is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
        && !rest.is_class(0, Class::Preposition)
        && !rest.is_class(0, Class::Conjunction)
        && !rest.is_class(0, Class::ScoreWord)
        && !rest.is_class(0, Class::VoteWord);
    if near || (descending && !counted) {
        return Ok((
            rest,
            Quantity::of(Kind::Score, Figure::Range(Box::new((first, second)))),
        ));
    }
    tokens.refuse()
}

/// Whether the second number goes on or measures something, so that both are a
/// range.
fn goes_on(rest: Tokens<'_>) -> bool {
    let glued = matches!(
        rest.glued_kind(0),
        Some(
            TokenKind::Word
                | TokenKind::Percent
                | TokenKind::Digits
                | TokenKind::Hyphen
                | TokenKind::EnDash
                | TokenKind::Slash
                | TokenKind::Currency
                | TokenKind::Degree
        )
    );
    glued
        || is_point_and_digits(rest)
        || percent_sign(rest).is_some()
        || rest.is(0, "per")
        || rest.is_class(0, Class::TimeNoun)
        || rest.senses(0).scale.is_some()
}

/// Whether a word before says that both numbers are ends: range 37–9, (IQR:
/// 40-9).
fn is_spread(tokens: Tokens<'_>) -> bool {
    let mark = matches!(
        tokens.back(1).map(|t| t.kind),
        Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Equals)
    );
    tokens.was_any(
        1 + usize::from(mark),
        &["iqr", "range", "ranged", "ranges", "ranging"],
    )
}

fn cue(senses: &crate::lexicon::Senses) -> bool {
    senses.is(Class::ScoreWord) || senses.is(Class::VoteWord)
}

fn number(tokens: Tokens<'_>) -> Option<Numeral> {
    if tokens.kind(0) != Some(TokenKind::Digits) || tokens.text(0).len() > 3 {
        return None;
    }
    let value = Rational::integer(tokens.text(0).parse().ok()?);
    Some(Numeral {
        value,
        place: Rational::ONE,
        form: Form::Digits,
    })
}
