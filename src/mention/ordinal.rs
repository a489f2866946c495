//! Ordinals: third, twenty-first, 3rd.

use super::tokens::{Parsed, Tokens, hyphen};
use crate::document::TokenKind;

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
