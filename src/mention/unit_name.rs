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
    if let Some((count, unit)) = consumption(inner) {
        return Some((lead + count, Unit::of(unit)));
    }
    // A letter may be anything, but with a slash it is a unit: 20 J/m².
    let slash = inner.text(0).len() == 1 && inner.glued_kind(1) == Some(TokenKind::Slash);
    let glued = inner.peek(0).is_some_and(Token::is_glued) && !hyphen;
    let (count, of) = name(inner, tight || glued || slash)?;
    let after = inner.skip(count);
    if slash && !tight && !glued && per(after).is_none() {
        return None;
    }
    match per(after) {
        Some((more, per)) if !of_time(of) || Units::table().row(of).symbol == "rpm" => {
            Some((lead + count + more, Unit::rate(of, per)))
        }
        _ => Some((lead + count, Unit::of(of))),
    }
}

/// `consumption = ( "l" | "litres" | "liters" ) ( "/" | "per" ) "100" ( "km" | "kilometres" | "kilometers" ) ;`
fn consumption(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let per = tokens.kind(1) == Some(TokenKind::Slash) || tokens.is(1, "per");
    let road = tokens.text(2) == "100" && tokens.is_any(3, &["kilometers", "kilometres", "km"]);
    let litres = || tokens.is_any(0, &["l", "liters", "litres"]);
    if !per || !road || !litres() {
        return None;
    }
    Some((4, Units::table().symbol("l/100km")?))
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

/// How often digits and a letter stand near where they are a name, and how many
/// tokens before and behind are near.
const REPEATED: usize = 3;
const NEAR_NAME: usize = 400;

/// Whether digits and the letter glued to them are a name that the text repeats,
/// as 18F, the office, and speaks of no temperature.
fn is_repeated_name(tokens: Tokens<'_>) -> bool {
    let glued = tokens.first().is_some_and(Token::is_glued);
    let (Some(digits), Some(letter)) = (tokens.back(1), tokens.first()) else {
        return false;
    };
    if !glued || digits.kind != TokenKind::Digits || digits.is_glued() {
        return false;
    }
    let page = tokens.page;
    let name = &page.text[digits.span().join(letter.span()).range()];
    let first = page.tokens[tokens.at.saturating_sub(NEAR_NAME)];
    let last = page.tokens[(tokens.at + NEAR_NAME).min(page.tokens.len() - 1)];
    let text = &page.text[first.span().join(last.span()).range()];
    let again = text.matches(name).take(REPEATED).count() == REPEATED;
    again
        && !["temperature", "degree", "°"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether the letter is of a form that is filed: a 13F filing.
fn is_form(tokens: Tokens<'_>) -> bool {
    tokens.is_any(1, &["filing", "filings", "form", "forms"]) || tokens.was_any(2, &["form"])
}

/// `name = opener WORD [ WORD ] | "°" [ WORD ] | WORD [ "²" | "³" ] ;`
pub(crate) fn name(tokens: Tokens<'_>, tight: bool) -> Option<(usize, UnitId)> {
    let table = Units::table();
    match tokens.kind(0)? {
        TokenKind::Degree => {
            if tokens.is_any(1, &["C", "F", "Celsius", "Fahrenheit"]) {
                let symbol = if tokens.is(1, "C") || tokens.is(1, "Celsius") {
                    "°C"
                } else {
                    "°F"
                };
                return table.named(symbol).next().map(|unit| (2, unit));
            }
            table.named("°").next().map(|unit| (1, unit))
        }
        TokenKind::Apostrophe | TokenKind::CloseQuote if tight => prime(tokens),
        TokenKind::Word => {
            if tokens.is_class(0, Class::UnitOpener)
                && let Some(found) = [3, 2].into_iter().find_map(|count| joined(tokens, count))
            {
                return Some(found);
            }
            if let Some(found) = dotted(tokens) {
                return Some(found);
            }
            let text = tokens.text(0);
            if matches!(text, "C" | "F") && (is_repeated_name(tokens) || is_form(tokens)) {
                return None;
            }
            if !tokens.is_class(0, Class::UnitWord) {
                return None;
            }
            let unit = if text == "mb" && is_of_pressure(tokens) {
                table.symbol("mbar")
            } else if tight {
                table.named_tight(text).next()
            } else {
                table.named(text).next()
            }?;
            Some(raised(tokens.skip(1), unit).map_or((1, unit), |(count, unit)| (1 + count, unit)))
        }
        _ => None,
    }
}

/// How far from “mb” a word stands that makes it millibars.
const NEAR_PRESSURE: usize = 12;

/// Whether a word of the weather stands near: a low of 962 mb.
fn is_of_pressure(tokens: Tokens<'_>) -> bool {
    (1..NEAR_PRESSURE).any(|n| {
        tokens.senses_back(n).is(Class::PressureWord) || tokens.is_class(n, Class::PressureWord)
    })
}

/// `prime = "'" | '"' | "″" ;` feet before inches (5'10"), and inches behind feet,
/// before a word of length (27" wide), or by a sign of their own.
fn prime(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let table = Units::table();
    if tokens.kind(0) == Some(TokenKind::Apostrophe) {
        let inches = tokens.kind(1) == Some(TokenKind::Digits)
            && tokens.text(1).len() <= 2
            && tokens.glued_kind(2) == Some(TokenKind::CloseQuote);
        return table.symbol("ft").filter(|_| inches).map(|feet| (1, feet));
    }
    let feet = tokens
        .back(2)
        .is_some_and(|t| t.kind == TokenKind::Apostrophe);
    let long = tokens.is_class(1, Class::Dimension);
    let inch = tokens.symbol(0) == Some('″') || feet || long;
    table.symbol("in").filter(|_| inch).map(|inch| (1, inch))
}

/// `raised = "²" | "³" | [ "^" ] ( "2" | "3" ) | "squared" | "cubed" ;` behind a
/// unit of length.
fn raised(rest: Tokens<'_>, unit: UnitId) -> Option<(usize, UnitId)> {
    let caret = usize::from(rest.symbol(0) == Some('^'));
    let digits = rest.glued_kind(caret) == Some(TokenKind::Digits);
    let (count, squared) = match (rest.glued_kind(0), rest.text(caret)) {
        (Some(TokenKind::Squared), _) => (1, true),
        (Some(TokenKind::Cubed), _) => (1, false),
        (_, "2") if digits => (1 + caret, true),
        (_, "3") if digits => (1 + caret, false),
        (_, "squared") => (1, true),
        (_, "cubed") => (1, false),
        _ => return None,
    };
    let raised = if squared {
        unit.squared()
    } else {
        unit.cubed()
    };
    raised.map(|unit| (count, unit))
}

/// `dotted = LETTER "." LETTER [ "." LETTER ] [ "." ] ;` m.p.h.
fn dotted(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let letter = |n: usize| {
        tokens.kind(n) == Some(TokenKind::Word)
            && tokens.text(n).len() == 1
            && (n == 0 || tokens.peek(n).is_some_and(Token::is_glued))
    };
    let point = |n: usize| tokens.glued_kind(n) == Some(TokenKind::Period);
    if !letter(0) || !point(1) || !letter(2) {
        return None;
    }
    let letters = (0..4)
        .take_while(|n| letter(2 * n) && (*n == 0 || point(2 * n - 1)))
        .count();
    let name: String = (0..letters).map(|n| tokens.text(2 * n)).collect();
    let unit = Units::table().named(&name).next()?;
    let last = 2 * letters - 1;
    Some((last + usize::from(point(last)), unit))
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
