//! Words that stand for a sign or for nought: minus five, none of them, no
//! survivors.

use super::quantity::{Quantity, quantity};
use super::tokens::{Parsed, Tokens};
use super::{Figure, Form, Kind, Numeral};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::number::Rational;

/// `negative = ( "minus" | "negative" ) quantity ;` directly before a number.
pub(crate) fn negative(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let dash = usize::from(tokens.glued_kind(1) == Some(TokenKind::Hyphen));
    let number = tokens.kind(1 + dash) == Some(TokenKind::Digits)
        || tokens.senses(1 + dash).cardinal.is_some();
    if !tokens.is_any(0, &["minus", "negative"]) || !number {
        return tokens.refuse();
    }
    let (rest, read) = quantity(tokens.skip(1 + dash))?;
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
            Ok((rest, Quantity { figure, ..read }))
        }
        None => tokens.refuse(),
    }
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
