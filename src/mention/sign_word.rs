//! Words that stand for a sign or for nought: minus five, none of them, no
//! survivors; and signs that stand apart from their digits: -£3m, - 5 °C.

use nom::Parser;
use nom::branch::alt;

use super::quantity::{Quantity, quantity};
use super::tokens::{Parsed, Tokens};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::{Rational, Unit};

/// `negative = ( "minus" | "negative" | sign_before_money | spaced_sign ) quantity ;`
/// directly before a number, but not before a count of cases: were negative
/// 198/242.
pub(crate) fn negative(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let rest = alt((sign_said, sign_before_money, spaced_sign))
        .parse(tokens)?
        .0;
    let (after, read) = quantity(rest)?;
    let of_cases = after.glued_kind(0) == Some(TokenKind::Slash)
        || after.is_any(0, &["of", "out"])
        || after.kind(0) == Some(TokenKind::Open) && read.kind == Kind::Cardinal;
    let apart = tokens.kind(0) != Some(TokenKind::Word) && !rest.gap(0).is_empty();
    if tokens.is(0, "negative") && of_cases || apart && !is_temperature(read.unit) {
        return tokens.refuse();
    }
    let negated = match read.figure {
        Figure::One(numeral) => numeral
            .value
            .negate()
            .map(|value| Numeral { value, ..numeral }),
        _ => None,
    };
    match negated {
        Some(numeral) => {
            let figure = Figure::One(numeral);
            Ok((after, Quantity { figure, ..read }))
        }
        None => tokens.refuse(),
    }
}

/// `sign_said = ( "minus" | "negative" ) [ "-" ] ;` before a number.
fn sign_said(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    let dash = usize::from(tokens.glued_kind(1) == Some(TokenKind::Hyphen));
    let number = tokens.kind(1 + dash) == Some(TokenKind::Digits)
        || tokens.senses(1 + dash).cardinal.is_some();
    if tokens.is_any(0, &["minus", "negative"]) && number {
        return tokens.accept(1 + dash, ());
    }
    tokens.refuse()
}

/// Whether a sign stands here that nothing is glued to before.
fn is_sign(tokens: Tokens<'_>) -> bool {
    let opens = !tokens.first().is_some_and(Token::is_glued)
        || tokens.back(1).is_some_and(|t| t.kind == TokenKind::Open);
    opens && matches!(tokens.kind(0), Some(TokenKind::Minus | TokenKind::Hyphen))
}

/// `sign_before_money = "-" ;` glued to a sign of currency: -£3m
fn sign_before_money(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    if is_sign(tokens) && tokens.glued_kind(1) == Some(TokenKind::Currency) {
        return tokens.accept(1, ());
    }
    tokens.refuse()
}

/// `spaced_sign = "-" ;` with a blank behind it, where a bracket or a small word
/// before tells that it is no dash: (- 14.1 °F). Temperatures alone are written
/// so.
fn spaced_sign(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    let led = tokens.back(1).is_some_and(|t| t.kind == TokenKind::Open)
        || tokens.senses_back(1).is(Class::Preposition)
        || tokens.senses_back(1).is(Class::Auxiliary);
    let digits = tokens.kind(1) == Some(TokenKind::Digits) && tokens.glued_kind(1).is_none();
    if is_sign(tokens) && led && digits {
        return tokens.accept(1, ());
    }
    tokens.refuse()
}

fn is_temperature(unit: Unit) -> bool {
    matches!(unit.of.row().symbol.as_str(), "°C" | "°F" | "K")
}

/// `nothing = ( "none" | "neither" ) "of" | "no" casualties ;`
///
/// “No survivors” counts; “no man” does not.
pub(crate) fn nothing(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let of = tokens.is_any(0, &["none", "neither"]) && tokens.is(1, "of");
    let counted = [Class::DeadWord, Class::InjuredWord, Class::RescuedWord]
        .iter()
        .any(|class| tokens.is_class(1, *class));
    let casualties = tokens.is(0, "no") && counted && tokens.text(1).ends_with('s');
    if !of && !casualties {
        return tokens.refuse();
    }
    let numeral = Numeral {
        value: Rational::ZERO,
        place: Rational::ONE,
        form: Form::Words,
    };
    tokens.accept(1, Quantity::of(Kind::Cardinal, Figure::One(numeral)))
}
