//! A row of numbers counts in one unit that is said once, behind the last:
//! eight or nine euros, 45 and 50 mg, a 7- or 8-inch screen, from 24.2 to 33
//! billion yen.
//!
//! Ranges (five to seven miles) are read as one mention by
//! [`range`](super::range); what is left here are two numbers.

use std::ops::Range;

use super::range::scaled_alike;
use super::{Figure, Form, Kind, Mention, Value};
use crate::document::{Document, Token, TokenKind};
use crate::number::Unit;

/// Gives the far end of a change the rate of the near one: from $75 a barrel to
/// $46.
pub(crate) fn share_rate(document: &Document<'_>, left: &Mention, right: &mut Mention) {
    let to = joint(document, left, right) == Some(Joint::Alternative);
    let (Value::Quantity { unit: rate, .. }, Value::Quantity { figure, unit }) =
        (&left.value, &mut right.value)
    else {
        return;
    };
    let plain = matches!(figure, Figure::One(numeral) if numeral.form != Form::Scaled);
    let money = left.kind == Kind::Money && right.kind == Kind::Money && rate.of == unit.of;
    if to && plain && money && unit.is_currency() {
        *unit = *rate;
    }
}

/// Gives a bare number the unit, and before `or` and `to` the scale, of the
/// number that it stands in one row with.
pub(crate) fn share_unit(document: &Document<'_>, left: &mut Mention, right: &Mention) {
    let Some(joint) = joint(document, left, right) else {
        return;
    };
    let (
        Value::Quantity {
            figure: Figure::One(first),
            unit,
        },
        Some((kind, last)),
    ) = (&mut left.value, unit_behind(document, right))
    else {
        return;
    };
    if left.kind != Kind::Cardinal || !unit.is_none() {
        return;
    }
    if joint == Joint::Alternative
        && let Value::Quantity { figure, .. } = &right.value
    {
        let end = match figure {
            Figure::One(end) => Some(end),
            Figure::Range(ends) => Some(&ends.0),
            Figure::Vague(_) | Figure::Malformed => None,
        };
        *first = end.map_or(*first, |end| scaled_alike(*first, end, false));
    }
    (left.kind, *unit) = (kind, last);
}

/// What stands between two numbers of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// `and`, `of the`, `±`: 45 and 50 mg, 2 of the 3 km, 5.2 ± 0.3 kg.
    Both,
    /// `or`, `to`: the second number is another value of the first.
    Alternative,
}

/// `plus_minus = "±" | "+" "/" "-" ;` how far the number before may be out.
fn is_plus_minus(document: &Document<'_>, between: Range<usize>) -> bool {
    use TokenKind as K;
    let kinds = document.tokens[between].iter().map(|token| token.kind);
    let mut signs = kinds.clone().zip([K::Plus, K::Slash, K::Hyphen]);
    kinds.clone().eq([K::PlusMinus]) || kinds.len() == 3 && signs.all(|(kind, sign)| kind == sign)
}

/// `joint = [ "-" ] ( "and" | "or" | "to" ) | "of" [ "the" ] | plus_minus ;` and nothing else.
fn joint(document: &Document<'_>, left: &Mention, right: &Mention) -> Option<Joint> {
    let between = left.tokens.end..right.lead;
    if left.sentence != right.sentence || !(1..=3).contains(&between.len()) {
        return None;
    }
    if is_plus_minus(document, between.clone()) {
        return Some(Joint::Both);
    }
    if between.len() > 2 {
        return None;
    }
    let last = between.end - 1;
    if document.text(between.start) == "of" && matches!(document.text(last), "the" | "of") {
        return Some(Joint::Both);
    }
    let dash = |token: &Token| token.kind == TokenKind::Hyphen && token.is_glued();
    if between.len() == 2 && !dash(&document.tokens[between.start]) {
        return None;
    }
    match document.text(last) {
        "and" => Some(Joint::Both),
        "or" | "to" => Some(Joint::Alternative),
        _ => None,
    }
}

/// The kind and the unit of a number that its unit, or its scale alone, stands
/// behind: not before, as in £5.
fn unit_behind(document: &Document<'_>, mention: &Mention) -> Option<(Kind, Unit)> {
    let Value::Quantity { figure, unit } = &mention.value else {
        return None;
    };
    let first = document.tokens.get(mention.tokens.start)?;
    let scaled = matches!(figure, Figure::One(numeral) if numeral.form == Form::Scaled);
    let in_front = first.kind == TokenKind::Currency
        || first.kind == TokenKind::Word && first.is_capitalised() && mention.kind == Kind::Money;
    let shared = match mention.kind {
        Kind::Cardinal => scaled && unit.is_none(),
        Kind::Percent
        | Kind::Points
        | Kind::BasisPoints
        | Kind::Money
        | Kind::Measure
        | Kind::Age
        | Kind::Duration => true,
        _ => false,
    };
    (shared && !in_front).then_some((mention.kind, *unit))
}
