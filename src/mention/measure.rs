//! Measures of several units: 5ft 10in, 11st 4lb, 2 hours 3 minutes.

use super::fraction::word_fraction;
use super::numeral::number;
use super::quantity::Quantity;
use super::tokens::{Parsed, Tokens};
use super::unit_name::{is_duration, unit};
use super::{Figure, Kind, Numeral};
use crate::document::TokenKind;
use crate::number::{Rational, Unit, UnitId};

/// Which unit a smaller part may follow, by symbol.
const SMALLER: [(&str, &str); 13] = [
    ("d", "h"),
    ("ft", "in"),
    ("h", "min"),
    ("h", "s"),
    ("kg", "g"),
    ("km", "m"),
    ("lb", "oz"),
    ("m", "cm"),
    ("min", "s"),
    ("st", "lb"),
    ("wk", "d"),
    ("yd", "ft"),
    ("yr", "mo"),
];

/// `measured = figure unit ( half_behind | { smaller_part } ) ;` in the smallest
/// of the units.
pub(crate) fn measured(rest: Tokens<'_>, figure: Figure, larger: Unit) -> Parsed<'_, Quantity> {
    let kind = if is_duration(larger) {
        Kind::Duration
    } else {
        Kind::Measure
    };
    let Figure::One(mut total) = figure else {
        return Ok((rest, Quantity::in_unit(kind, figure, larger)));
    };
    if let Some((rest, sum)) = half_behind(rest, total).filter(|_| kind == Kind::Duration) {
        return Ok((rest, Quantity::in_unit(kind, Figure::One(sum), larger)));
    }
    let (mut rest, mut smallest) = (rest, larger);
    while let Some((after, numeral, smaller)) = smaller_part(rest, smallest) {
        let sum =
            convert(total.value, smallest, smaller).and_then(|value| value.plus(numeral.value));
        let Some(value) = sum else {
            break;
        };
        total = Numeral { value, ..numeral };
        (rest, smallest) = (after, smaller);
    }
    Ok((rest, Quantity::in_unit(kind, Figure::One(total), smallest)))
}

/// `half_behind = "and" ( [ "a" ] ( "half" | "quarter" ) | word_fraction ) ;` an hour
/// and a half, an hour and three-quarters: as exact as the hour.
fn half_behind(rest: Tokens<'_>, total: Numeral) -> Option<(Tokens<'_>, Numeral)> {
    if rest.is(0, "and")
        && total.value.is_integer()
        && let Ok((after, part)) = word_fraction(rest.skip(1))
        && !after.is(0, "of")
    {
        let value = total.value.plus(part.value)?;
        return Some((after, Numeral { value, ..total }));
    }
    let article = usize::from(rest.is(1, "a"));
    let parts = rest.senses(1 + article).fraction?;
    let half = parts == 2 || parts == 4 && article == 1;
    let after = rest.skip(2 + article);
    if !rest.is(0, "and") || !half || after.is(0, "of") || !total.value.is_integer() {
        return None;
    }
    let value = total.value.plus(Rational::new(1, i128::from(parts)))?;
    Some((after, Numeral { value, ..total }))
}

/// The same amount in another unit of its kind.
pub(crate) fn convert(value: Rational, from: Unit, to: Unit) -> Option<Rational> {
    value.times(from.factor()?)?.over(to.factor()?)
}

/// `smaller_part = [ "," ] [ "and" ] number unit ;` a smaller unit of the same
/// kind, the number less than one of the larger.
fn smaller_part(rest: Tokens<'_>, larger: Unit) -> Option<(Tokens<'_>, Numeral, Unit)> {
    let symbol = single_symbol(larger);
    if !SMALLER.iter().any(|(of, _)| *of == symbol) {
        return None;
    }
    // “3 years, 2 months, 14 days” is a list.
    let may_comma = !matches!(symbol, "d" | "wk" | "yr");
    let comma = usize::from(may_comma && rest.kind(0) == Some(TokenKind::Comma));
    let and = usize::from(rest.is(comma, "and"));
    let (after, numeral) = number(rest.skip(comma + and)).ok()?;
    let (count, smaller) = unit(after, true)?;
    // “Four weeks and two days a week” are no thirty days.
    let behind = after.skip(count);
    let often = behind.is_any(0, &["a", "an", "each", "every", "per"])
        && behind.senses(1).time_unit().is_some();
    if and > 0 && often {
        return None;
    }
    let less = convert(numeral.value, smaller, larger).is_some_and(|value| value < Rational::ONE);
    let next = SMALLER.contains(&(symbol, single_symbol(smaller)));
    (less && next).then(|| (after.skip(count), numeral, smaller))
}

fn single_symbol(unit: Unit) -> &'static str {
    if unit.per == UnitId::NONE {
        &unit.of.row().symbol
    } else {
        ""
    }
}
