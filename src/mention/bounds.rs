//! Two bounds of one number: more than 5 but less than 10 tonnes, at least three
//! and at most six, between 2 and about 7 grams.

use super::range::scaled_alike;
use super::{Figure, Hedge, Kind, Mention, Value};
use crate::document::{Document, TokenKind};

/// `bounds = bound [ "," ] ( "and" | "but" ) bound | "between" number "and" hedge number ;` of
/// which one is below and one above: the left mention becomes the range between both.
///
/// The right bound's unit is the left one's too, unless that has another. A far end that
/// is about so much makes the range one of about.
pub(crate) fn join(document: &Document<'_>, left: &mut Mention, right: &Mention) -> bool {
    let ascending = is_lower(left.hedge) && is_upper(right.hedge);
    let descending = is_upper(left.hedge) && is_lower(right.hedge);
    let between = is_between(document, left, right);
    if !(ascending || descending || between) || !is_joined(document, left, right) {
        return false;
    }
    let (Some(one), Some(other)) = (left.numeral(), right.numeral()) else {
        return false;
    };
    let (
        Value::Quantity { unit, .. },
        Value::Quantity {
            unit: right_unit, ..
        },
    ) = (&left.value, &right.value)
    else {
        return false;
    };
    let bare = left.kind == Kind::Cardinal && unit.is_none();
    let alike = left.kind == right.kind && unit == right_unit;
    let one = scaled_alike(*one, other, false);
    let (low, high) = if ascending || between {
        (one, *other)
    } else {
        (*other, one)
    };
    if !(bare || alike) || low.value >= high.value {
        return false;
    }
    left.value = Value::Quantity {
        figure: Figure::Range(Box::new((low, high))),
        unit: *right_unit,
    };
    left.kind = right.kind;
    left.hedge = if between { Hedge::About } else { Hedge::None };
    left.span = left.span.join(right.span);
    left.tokens = left.tokens.start..right.tokens.end;
    true
}

fn is_lower(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::AtLeast | Hedge::MoreThan)
}

fn is_upper(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::AtMost | Hedge::LessThan)
}

/// Whether two numbers are the ends of one range, of which the far one is hedged.
fn is_between(document: &Document<'_>, left: &Mention, right: &Mention) -> bool {
    let before = left.lead.checked_sub(1);
    left.hedge == Hedge::None
        && matches!(right.hedge, Hedge::About | Hedge::Nearly)
        && before.is_some_and(|token| document.text(token).eq_ignore_ascii_case("between"))
        && right.lead == left.tokens.end + 1
        && document.text(left.tokens.end) == "and"
}

fn is_joined(document: &Document<'_>, left: &Mention, right: &Mention) -> bool {
    let between = left.tokens.end..right.lead;
    let comma = |token: usize| document.tokens[token].kind == TokenKind::Comma;
    let word = |token: usize| matches!(document.text(token), "and" | "but");
    left.sentence == right.sentence
        && match between.len() {
            1 => word(between.start),
            2 => comma(between.start) && word(between.start + 1),
            _ => false,
        }
}
