//! Amounts of money: $1.2bn, US$5, €3-4 million, 65 cents, Rs 12,34,567, and
//! what the single letters behind a number mean.

use super::numeral::{figure, scale_up};
use super::quantity::Quantity;
use super::tokens::{Parsed, Tokens};
use super::unit_name::per;
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Scale};
use crate::number::{Rational, Unit, UnitId, Units};

const MILLION: Scale = Scale { of: 1, zeros: 6 };
const BILLION: Scale = Scale { of: 1, zeros: 9 };
const TRILLION: Scale = Scale { of: 1, zeros: 12 };

/// `money_before = currency [ " " ] figure [ "m" | "b" | "t" ] [ per ] ;`
pub(crate) fn money_before(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, currency) = currency_before(tokens)?;
    let (rest, figure) = figure(rest)?;
    let (rest, figure) = letter_scale(rest, figure);
    if matches!(rest.glued_kind(0), Some(TokenKind::Word)) && !rest.is_any(0, &["p"]) {
        return tokens.refuse();
    }
    // “$5 Canadian”, “$7.2 billion US”: the sign has spoken.
    match per(rest) {
        Some((count, per)) => rest.accept(
            count,
            Quantity::in_unit(Kind::Money, figure, Unit::rate(currency, per)),
        ),
        None => Ok((
            rest,
            Quantity::in_unit(Kind::Money, figure, Unit::of(currency)),
        )),
    }
}

/// `currency_before = [ WORD ] SIGN [ WORD ] | CODE ;` US$, $US, EUR, Rs
fn currency_before(tokens: Tokens<'_>) -> Parsed<'_, UnitId> {
    let table = Units::table();
    match tokens.kind(0) {
        Some(TokenKind::Currency) => {
            let sign = sign(tokens, 0);
            // $US113, $A5
            if tokens.glued_kind(1) == Some(TokenKind::Word)
                && tokens.kind(2) == Some(TokenKind::Digits)
            {
                let swapped = format!("{}{sign}", tokens.text(1));
                if let Some(unit) = table.signed(&swapped) {
                    return tokens.accept(2, unit);
                }
            }
            match table.signed(sign) {
                Some(unit) => tokens.accept(1, unit),
                None => tokens.refuse(),
            }
        }
        Some(TokenKind::Word) => {
            let text = tokens.text(0);
            if text.len() > 4 {
                return tokens.refuse();
            }
            if tokens.kind(1) == Some(TokenKind::Currency) && tokens.text(0).len() <= 3 {
                let glued = tokens.peek(1).is_some_and(Token::is_glued);
                let prefixed = format!("{text}{}", sign(tokens, 1));
                if let Some(unit) = table.signed(&prefixed) {
                    return tokens.accept(2, unit);
                }
                if glued && text.len() == 1 {
                    return tokens.refuse();
                }
            }
            let dotted = usize::from(
                tokens.glued_kind(1) == Some(TokenKind::Period)
                    && tokens.kind(2) == Some(TokenKind::Digits),
            );
            let digits = tokens.kind(1 + dotted) == Some(TokenKind::Digits);
            let code = tokens.peek(0).is_some_and(Token::is_upper)
                || text == "Rs"
                || text == "Y"
                || text == "Fr";
            if !digits || !code {
                return tokens.refuse();
            }
            let unit = table.signed(text).or_else(|| {
                table
                    .symbol(text)
                    .filter(|unit| Unit::of(*unit).is_currency())
            });
            match unit {
                Some(unit) => tokens.accept(1 + dotted, unit),
                None => tokens.refuse(),
            }
        }
        _ => tokens.refuse(),
    }
}

/// The currency sign as a character, whatever stands for it in the markup.
fn sign<'a>(tokens: Tokens<'a>, n: usize) -> &'a str {
    match tokens.text(n) {
        "&pound;" | "&#163;" => "£",
        "&euro;" | "&#8364;" => "€",
        "&yen;" | "&#165;" => "¥",
        "&cent;" => "¢",
        text => text.trim_start_matches('\\'),
    }
}

/// `letter_scale = "m" | "M" | "b" | "B" | "t" | "T" ;` after an amount.
fn letter_scale(rest: Tokens<'_>, figure: Figure) -> (Tokens<'_>, Figure) {
    let Figure::One(numeral) = figure else {
        return (rest, figure);
    };
    let glued = rest.peek(0).is_some_and(Token::is_glued);
    let scale = match rest.text(0) {
        "m" | "M" | "mm" | "MM" => MILLION,
        "b" | "B" => BILLION,
        "t" | "T" | "tr" => TRILLION,
        _ => return (rest, Figure::One(numeral)),
    };
    let ends = rest.kind(1) != Some(TokenKind::Word) || !rest.peek(1).is_some_and(Token::is_glued);
    if !(glued || rest.text(0) == "m") || !ends || numeral.form != Form::Digits {
        return (rest, Figure::One(numeral));
    }
    match scale_up(numeral, scale) {
        Some(scaled) => (
            rest.skip(1),
            Figure::One(Numeral {
                form: Form::Scaled,
                ..scaled
            }),
        ),
        None => (rest, Figure::One(numeral)),
    }
}

/// `money_behind = figure [ "m" | "b" ] [ "-" ] ( "dollars" | "euros" | "cents" | "p" | … ) [ per ] ;`
pub(crate) fn money_behind<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
) -> Option<(Tokens<'a>, Quantity)> {
    let table = Units::table();
    let (after, figure) = letter_scale(rest, figure.clone());
    let dash = usize::from(
        after.glued_kind(0) == Some(TokenKind::Hyphen) && after.kind(1) == Some(TokenKind::Word),
    );
    let inner = after.skip(dash);
    let (count, unit) = currency_name(inner)?;
    let text = inner.text(0);
    let glued = inner.peek(0).is_some_and(Token::is_glued) && dash == 0;
    let scaled = matches!(&figure, Figure::One(n) if n.form == Form::Scaled || n.value >= Rational::integer(1000));
    let mass_too = table.named(text).any(|unit| !Unit::of(unit).is_currency());
    let ambiguous = matches!(
        text,
        "won"
            | "real"
            | "rand"
            | "mark"
            | "marks"
            | "crown"
            | "crowns"
            | "sol"
            | "lev"
            | "lek"
            | "kip"
            | "som"
            | "all"
            | "top"
            | "try"
            | "cup"
            | "pen"
    );
    if (ambiguous && !scaled)
        || (mass_too && !is_sterling(start, text))
        || (text == "p" && !glued)
        || (text.len() == 1 && !glued && inner.kind(0) == Some(TokenKind::Word))
    {
        return None;
    }
    if count == 1
        && inner
            .peek(0)
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_upper())
        && glued
        && text.len() < 3
    {
        return None;
    }
    let rest = inner.skip(count);
    let quantity = |unit| Quantity::in_unit(Kind::Money, figure.clone(), unit);
    match per(rest) {
        Some((count, per)) => Some((rest.skip(count), quantity(Unit::rate(unit, per)))),
        None => Some((rest, quantity(Unit::of(unit)))),
    }
}

/// `currency_name = [ "US" | "Canadian" | … ] WORD | SIGN | CODE ;`
fn currency_name(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let table = Units::table();
    let money = |name: &str| {
        table
            .named_tight(name)
            .find(|unit| Unit::of(*unit).is_currency())
    };
    match tokens.kind(0)? {
        TokenKind::Currency => table
            .signed(sign(tokens, 0))
            .filter(|_| tokens.peek(0).is_some_and(Token::is_glued))
            .map(|unit| (1, unit)),
        TokenKind::Word => {
            let capital = tokens.peek(0).is_some_and(Token::is_capitalised);
            if capital && tokens.kind(1) == Some(TokenKind::Word) {
                let name = format!("{} {}", tokens.text(0), tokens.text(1));
                if let Some(unit) = money(&name) {
                    return Some((2, unit));
                }
            }
            // “euro cents”, “pounds sterling”
            if tokens.is(1, "sterling") {
                return money("pounds sterling")
                    .or_else(|| table.symbol("GBP"))
                    .map(|unit| (2, unit));
            }
            let text = tokens.text(0);
            if text.len() > 12 {
                return None;
            }
            money(text).map(|unit| (1, unit))
        }
        _ => None,
    }
}

/// “pounds” are money where the text prices things in them.
fn is_sterling(start: Tokens<'_>, text: &str) -> bool {
    !text.starts_with("pound") || start.page.sterling
}

/// `5m` or `5b` without a currency: millions where something is counted or
/// paid, metres or bytes otherwise.
pub(crate) fn short_million<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
) -> Option<(Tokens<'a>, Figure)> {
    let Figure::One(numeral) = figure else {
        return None;
    };
    let letter = rest.text(0);
    let scale = match letter {
        "m" | "M" => MILLION,
        "b" => BILLION,
        _ => return None,
    };
    if numeral.form != Form::Digits
        || !rest.peek(0).is_some_and(Token::is_glued)
        || rest.glued_kind(1) == Some(TokenKind::Hyphen)
        || rest.glued_kind(1) == Some(TokenKind::Slash)
    {
        return None;
    }
    let after = rest.skip(1);
    let next = after.text(0);
    let noun_follows = after.kind(0) == Some(TokenKind::Word)
        && next.starts_with(char::is_lowercase)
        && !after.is_class(0, Class::Preposition)
        && !after.is_class(0, Class::Conjunction)
        && !after.is_class(0, Class::Dimension)
        && !after.is_class(0, Class::Auxiliary)
        && !after.is_any(0, &["away", "apart", "up", "down", "back", "of"]);
    let paid = (1..=2).any(|n| start.senses_back(n).is(Class::AmountVerb));
    let of_people = after.is(0, "of") && after.is_any(1, &["the", "them", "those", "its"]);
    if letter == "M" || noun_follows || paid || of_people {
        let scaled = scale_up(*numeral, scale)?;
        return Some((
            after,
            Figure::One(Numeral {
                form: Form::Scaled,
                ..scaled
            }),
        ));
    }
    None
}
