//! The unit behind a number: `km`, `square miles`, `°C`, `miles per hour`,
//! `euros a tonne`.

use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::{Unit, UnitId, Units};

use super::tokens::Tokens;

/// `unit = [ "-" ] name [ ( "per" | "a" | "an" | "/" ) name ] ;` with the
/// number of tokens it takes.
///
/// `tight` tells that the number before it is glued to it, or that a larger
/// unit precedes (`5 ft 10 in`).
pub(crate) fn unit(tokens: Tokens<'_>, tight: bool) -> Option<(usize, Unit)> {
    let hyphen = tokens.glued_kind(0) == Some(TokenKind::Hyphen)
        && tokens.glued_kind(1) == Some(TokenKind::Word);
    let lead = usize::from(hyphen);
    let inner = tokens.skip(lead);
    let (count, of) = name(
        inner,
        tight || (inner.peek(0).is_some_and(Token::is_glued) && !hyphen),
    )?;
    let after = inner.skip(count);
    match per(after) {
        Some((more, per)) if !of_time(of) || Units::table().row(of).symbol == "rpm" => {
            Some((lead + count + more, Unit::rate(of, per)))
        }
        _ => Some((lead + count, Unit::of(of))),
    }
}

fn of_time(unit: UnitId) -> bool {
    is_duration(Unit::of(unit))
}

/// Whether it is a unit of time.
pub(crate) fn is_duration(unit: Unit) -> bool {
    Unit::of(UnitId::second()).is_like(unit)
}

/// `per = ( "per" | "/" | "a" | "an" | "each" ) name ;`
pub(crate) fn per(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let slash = tokens.glued_kind(0) == Some(TokenKind::Slash);
    let article = tokens.is_any(0, &["a", "an"]);
    if !(slash || article || tokens.is(0, "per")) {
        return None;
    }
    let (count, unit) = name(tokens.skip(1), slash)?;
    // “£5 a year” is a flow, not a price.
    if article && of_time(unit) && !matches!(Units::table().row(unit).symbol.as_str(), "h" | "s") {
        return None;
    }
    Some((count + 1, unit))
}

/// `name = opener WORD [ WORD ] | "°" [ WORD ] | WORD [ "²" | "³" ] ;`
pub(crate) fn name(tokens: Tokens<'_>, tight: bool) -> Option<(usize, UnitId)> {
    let table = Units::table();
    match tokens.kind(0)? {
        TokenKind::Degree => {
            let scale =
                tokens.glued_kind(1) == Some(TokenKind::Word) || tokens.is_any(1, &["C", "F"]);
            if scale && tokens.is_any(1, &["C", "F", "Celsius", "Fahrenheit"]) {
                let symbol = if tokens.is(1, "C") || tokens.is(1, "Celsius") {
                    "°C"
                } else {
                    "°F"
                };
                return table.named(symbol).next().map(|unit| (2, unit));
            }
            table.named("°").next().map(|unit| (1, unit))
        }
        TokenKind::Word => {
            if tokens.is_class(0, Class::UnitOpener) {
                if let Some(found) = [3, 2].into_iter().find_map(|count| joined(tokens, count)) {
                    return Some(found);
                }
            }
            let text = tokens.text(0);
            if text.len() > 16 {
                return None;
            }
            let unit = if tight {
                table.named_tight(text).next()
            } else {
                table.named(text).next()
            }?;
            let power = match tokens.glued_kind(1) {
                Some(TokenKind::Squared) => unit.squared(),
                Some(TokenKind::Cubed) => unit.cubed(),
                Some(TokenKind::Digits) if tokens.text(1) == "2" => unit.squared(),
                Some(TokenKind::Digits) if tokens.text(1) == "3" => unit.cubed(),
                _ => None,
            };
            Some(power.map_or((1, unit), |unit| (2, unit)))
        }
        _ => None,
    }
}

/// A name of several words, hyphens taken for blanks.
fn joined(tokens: Tokens<'_>, words: usize) -> Option<(usize, UnitId)> {
    let mut name = String::with_capacity(24);
    let mut place = 0;
    for n in 0..words {
        if n > 0 {
            name.push(' ');
            if tokens.glued_kind(place) == Some(TokenKind::Hyphen) {
                place += 1;
            }
            if tokens.glued_kind(place) == Some(TokenKind::Period) {
                place += 1;
            }
        }
        if tokens.kind(place)? != TokenKind::Word {
            return None;
        }
        name.push_str(tokens.text(place));
        place += 1;
    }
    Units::table().named(&name).next().map(|unit| (place, unit))
}
