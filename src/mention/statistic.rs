//! Reported statistics: t(28) = 2.20, F(2, 28) = 4.1, p < .05, n = 30, 95% CI
//! 1.03 to 1.9.
//!
//! Forms after the *Publication Manual of the American Psychological
//! Association*, 6.40 to 6.45, and the journals of medicine.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::map;

use super::numeral::{digits, number};
use super::suffix::percent_sign;
use super::tokens::{Parsed, Tokens, hyphen};
use super::{Figure, Hedge, Numeral};
use crate::document::TokenKind;
use crate::number::Rational;

/// A reported statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Statistic {
    /// A value: t(28) = 2.20, p < .05, n = 30.
    Value {
        /// What is reported.
        symbol: Symbol,
        /// The degrees of freedom in brackets: one, or two for F.
        degrees: [Option<Numeral>; 2],
        /// Between the symbol and the number.
        relation: Relation,
        /// The number.
        numeral: Numeral,
    },
    /// A confidence interval: 95% CI 1.03 to 1.9.
    Confidence {
        /// 95 for 95%.
        level: Numeral,
        /// Its lower and its upper end, as written.
        ends: (Numeral, Numeral),
    },
}

/// What a statistic is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// Student's t.
    T,
    /// Fisher's F.
    F,
    /// χ²
    ChiSquare,
    /// Pearson's correlation.
    R,
    /// The normal deviate.
    Z,
    /// Cochran's Q.
    Q,
    /// The probability of what was seen, were there no effect.
    P,
    /// How many were observed.
    N,
    /// The mean.
    Mean,
    /// The standard deviation.
    Deviation,
}

/// What stands between a symbol and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// `=`
    Equal,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `≤`
    AtMost,
    /// `≥`
    AtLeast,
}

impl Relation {
    /// The hedge that says the same of a number.
    pub(crate) fn hedge(self) -> Hedge {
        match self {
            Relation::Equal => Hedge::None,
            Relation::Less => Hedge::LessThan,
            Relation::Greater => Hedge::MoreThan,
            Relation::AtMost => Hedge::AtMost,
            Relation::AtLeast => Hedge::AtLeast,
        }
    }
}

impl Statistic {
    /// The number, or both ends of an interval.
    pub fn figure(&self) -> Figure {
        match self {
            Statistic::Value { numeral, .. } => Figure::One(*numeral),
            Statistic::Confidence { ends, .. } => Figure::Range(Box::new(*ends)),
        }
    }
}

/// Symbols as they are written; case counts.
const SYMBOLS: [(&str, Symbol); 17] = [
    ("F", Symbol::F),
    ("M", Symbol::Mean),
    ("N", Symbol::N),
    ("P", Symbol::P),
    ("Q", Symbol::Q),
    ("Qb", Symbol::Q),
    ("Qbetween", Symbol::Q),
    ("Qw", Symbol::Q),
    ("Qwithin", Symbol::Q),
    ("SD", Symbol::Deviation),
    ("Z", Symbol::Z),
    ("n", Symbol::N),
    ("p", Symbol::P),
    ("r", Symbol::R),
    ("t", Symbol::T),
    ("z", Symbol::Z),
    ("ρ", Symbol::R),
];

/// Whether a statistic may begin here: a short word with a bracket, a sign of
/// relation or a raised two behind it.
pub(crate) fn may_begin(tokens: Tokens<'_>) -> bool {
    let length = tokens.first().map_or(0, |name| name.span().range().len());
    let short = length <= 3;
    if !short && (length < 7 || !matches!(tokens.text(0), "Qwithin" | "Qbetween")) {
        return false;
    }
    let marked = matches!(
        tokens.kind(1),
        Some(
            TokenKind::Open
                | TokenKind::Equals
                | TokenKind::Less
                | TokenKind::Greater
                | TokenKind::AtMost
                | TokenKind::AtLeast
                | TokenKind::Squared
                | TokenKind::Digits
        )
    );
    marked || value_word(tokens.skip(1)).is_some()
}

/// `statistic = confidence | value ;`
pub(crate) fn statistic(tokens: Tokens<'_>) -> Parsed<'_, Statistic> {
    match tokens.kind(0) {
        Some(TokenKind::Word) => value(tokens),
        Some(TokenKind::Digits) => confidence(tokens),
        _ => tokens.refuse(),
    }
}

/// `value = symbol [ degrees ] relation number ;`
fn value(tokens: Tokens<'_>) -> Parsed<'_, Statistic> {
    let (rest, symbol) = symbol(tokens)?;
    let (rest, degrees) = match degrees(rest, symbol) {
        Ok((rest, degrees)) if has_degrees(symbol) => (rest, degrees),
        _ => (rest, [None, None]),
    };
    let (rest, relation) = relation(rest)?;
    let (rest, numeral) = signed(rest)?;
    Ok((
        rest,
        Statistic::Value {
            symbol,
            degrees,
            relation,
            numeral,
        },
    ))
}

fn has_degrees(symbol: Symbol) -> bool {
    matches!(
        symbol,
        Symbol::T | Symbol::F | Symbol::ChiSquare | Symbol::R | Symbol::Q | Symbol::Z
    )
}

/// `symbol = "t" | "F" | ( "χ" | "chi" | "X" ) ( "²" | "2" ) | "p" [ value_word ] | … ;`
fn symbol(tokens: Tokens<'_>) -> Parsed<'_, Symbol> {
    let two = tokens.glued_kind(1) == Some(TokenKind::Squared)
        || tokens.glued_kind(1) == Some(TokenKind::Digits) && tokens.text(1) == "2";
    if matches!(tokens.text(0), "χ" | "chi" | "Chi" | "X") && two {
        return tokens.accept(2, Symbol::ChiSquare);
    }
    match SYMBOLS.iter().find(|(name, _)| *name == tokens.text(0)) {
        Some((_, Symbol::P)) => {
            let word = value_word(tokens.skip(1)).unwrap_or(0);
            tokens.accept(1 + word, Symbol::P)
        }
        Some((_, symbol)) => tokens.accept(1, *symbol),
        None => tokens.refuse(),
    }
}

/// How many tokens of `[ "-" ] "value"` follow.
fn value_word(tokens: Tokens<'_>) -> Option<usize> {
    let dash = usize::from(tokens.kind(0) == Some(TokenKind::Hyphen));
    tokens.is(dash, "value").then_some(dash + 1)
}

/// `degrees = "(" [ "df" "=" ] digits [ "," [ ( "N" | "n" ) "=" ] digits ] ")" ;`
/// the number observed, behind a comma, is no degree of freedom.
fn degrees(tokens: Tokens<'_>, symbol: Symbol) -> Parsed<'_, [Option<Numeral>; 2]> {
    if tokens.symbol(0) != Some('(') {
        return tokens.refuse();
    }
    let inner = tokens.skip(1);
    let named = inner.is(0, "df") && inner.kind(1) == Some(TokenKind::Equals);
    let inner = inner.skip(if named { 2 } else { 0 });
    let (mut rest, first) = match symbol {
        Symbol::F | Symbol::ChiSquare => first_of_two(inner)?,
        _ => digits(inner)?,
    };
    let mut second = None;
    if rest.kind(0) == Some(TokenKind::Comma) {
        let inner = rest.skip(1);
        let observed = inner.is(0, "n") && inner.kind(1) == Some(TokenKind::Equals);
        let (after, more) = digits(inner.skip(if observed { 2 } else { 0 }))?;
        second = more.filter(|_| !observed);
        rest = after;
    }
    if rest.kind(0) != Some(TokenKind::Close) {
        return tokens.refuse();
    }
    rest.accept(1, [first, second])
}

/// `first_of_two = digits ;` up to the comma: F(2,120) has 2 and 120, not 2,120.
fn first_of_two(tokens: Tokens<'_>) -> Parsed<'_, Option<Numeral>> {
    // A number before the comma is three tokens at most: 1.88.
    let comma = (1..4).find(|&n| tokens.kind(n) == Some(TokenKind::Comma));
    let Some(comma) = comma else {
        return digits(tokens);
    };
    let before = Tokens {
        end: tokens.at + comma,
        ..tokens
    };
    let (rest, first) = digits(before)?;
    let rest = Tokens {
        end: tokens.end,
        ..rest
    };
    Ok((rest, first))
}

/// `signed = [ "-" | "−" | "–" ] number ;` behind a sign of relation, whatever
/// is glued to it. What is only the part before a mark that was meant as a
/// decimal point (0,05) is none.
fn signed(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let minus = matches!(
        tokens.kind(0),
        Some(TokenKind::Minus | TokenKind::Hyphen | TokenKind::EnDash)
    ) && matches!(tokens.kind(1), Some(TokenKind::Digits | TokenKind::Period));
    let (rest, numeral) = number(tokens.skip(usize::from(minus)))?;
    let comma = rest.glued_kind(0) == Some(TokenKind::Comma)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    if comma && numeral.place == Rational::ONE {
        return tokens.refuse();
    }
    if !minus {
        return Ok((rest, numeral));
    }
    match numeral.value.negate() {
        Some(value) => Ok((rest, Numeral { value, ..numeral })),
        None => tokens.refuse(),
    }
}

/// `relation = "=" | "<" | ">" | "≤" | "≥" ;`
fn relation(tokens: Tokens<'_>) -> Parsed<'_, Relation> {
    let relation = match tokens.kind(0) {
        Some(TokenKind::Equals) => Relation::Equal,
        Some(TokenKind::Less) => Relation::Less,
        Some(TokenKind::Greater) => Relation::Greater,
        Some(TokenKind::AtMost) => Relation::AtMost,
        Some(TokenKind::AtLeast) => Relation::AtLeast,
        _ => return tokens.refuse(),
    };
    tokens.accept(1, relation)
}

/// `confidence = digits percent_sign confidence_interval [ ":" | "," | "=" | "of" ] [ "(" | "[" ] ends [ ")" | "]" ] ;`
fn confidence(tokens: Tokens<'_>) -> Parsed<'_, Statistic> {
    let (rest, level) = digits(tokens)?;
    let (Some(level), Some(count)) = (level, percent_sign(rest)) else {
        return tokens.refuse();
    };
    let (rest, ()) = confidence_interval(rest.skip(count))?;
    let mark = matches!(
        rest.kind(0),
        Some(TokenKind::Colon | TokenKind::Comma | TokenKind::Equals)
    ) || rest.is(0, "of");
    let rest = rest.skip(usize::from(mark));
    let open = rest.kind(0) == Some(TokenKind::Open);
    let (rest, ends) = ends(rest.skip(usize::from(open)))?;
    let close = open && rest.kind(0) == Some(TokenKind::Close);
    let probable = level.value < Rational::integer(100);
    if !probable || open != close {
        return tokens.refuse();
    }
    rest.accept(usize::from(close), Statistic::Confidence { level, ends })
}

/// `confidence_interval = "CI" | "confidence" ( "interval" | "limits" ) [ "(" "CI" ")" ] ;`
fn confidence_interval(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    if tokens.is_any(0, &["CI", "CIs"]) {
        return tokens.accept(1, ());
    }
    if !tokens.is(0, "confidence") || !tokens.is_any(1, &["interval", "intervals", "limits"]) {
        return tokens.refuse();
    }
    let named = tokens.kind(2) == Some(TokenKind::Open)
        && tokens.is(3, "CI")
        && tokens.kind(4) == Some(TokenKind::Close);
    tokens.accept(if named { 5 } else { 2 }, ())
}

/// `ends = number [ "%" ] ( "," | ";" | "to" | "and" | "-" | "–" ) number [ "%" ] ;`
fn ends(tokens: Tokens<'_>) -> Parsed<'_, (Numeral, Numeral)> {
    let (rest, low) = number(tokens)?;
    let rest = rest.skip(percent_sign(rest).unwrap_or(0));
    let (rest, ()) = alt((map(hyphen, |_| ()), between)).parse(rest)?;
    let (rest, high) = number(rest)?;
    let rest = rest.skip(percent_sign(rest).unwrap_or(0));
    Ok((rest, (low, high)))
}

/// `between = "," | ";" | "to" | "and" | "–" | "-" ;` set off by blanks.
fn between(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    let mark = matches!(
        tokens.kind(0),
        Some(
            TokenKind::Comma
                | TokenKind::Semicolon
                | TokenKind::EnDash
                | TokenKind::Hyphen
                | TokenKind::Minus
        )
    );
    if mark || tokens.is_any(0, &["to", "and"]) {
        tokens.accept(1, ())
    } else {
        tokens.refuse()
    }
}
