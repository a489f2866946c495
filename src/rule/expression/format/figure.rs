//! Numbers in words and digits, as a newspaper would print them.

use std::cmp::Ordering;

use crate::number::{Bound, Dimension, Interval, Rational, Unit};
use crate::rule::value::Amount;

/// An amount in the unit that it carries.
pub(super) fn amount(amount: &Amount) -> String {
    amount_in(amount, amount.unit)
}

/// An amount in a unit; in its base units where that has another dimension.
pub(super) fn amount_in(amount: &Amount, unit: Unit) -> String {
    match amount.shown_in(unit) {
        Some(shown) => spread(&shown, &|said, width| with_unit(&worth(said, width), unit)),
        None => spread(amount, &worth),
    }
}

/// From the lowest to the highest value.
pub(super) fn range(amount: &Amount) -> String {
    let (shown, unit) = match amount.shown() {
        Some(shown) => (shown, amount.unit),
        None => (*amount, Unit::NONE),
    };
    match (shown.strict.low().value(), shown.strict.high().value()) {
        (Some(low), Some(high)) if low != high => {
            let high = with_unit(&exact(high), unit);
            format!("{} to {high}", exact(low))
        }
        _ => spread(&shown, &|said, width| with_unit(&worth(said, width), unit)),
    }
}

/// A probability: `0.036`, `0.0358 to 0.0366`, `below 0.001`.
pub(super) fn probability(amount: &Amount) -> String {
    let ends = (amount.strict.low().value(), amount.strict.high().value());
    match ends {
        (_, Some(high)) if high < Rational::new(1, 1000) => "below 0.001".to_owned(),
        (Some(low), Some(high)) if exact(low) == exact(high) => exact(low),
        _ => range(amount),
    }
}

/// A share as a percentage: `25%`, `26.7%`.
pub(super) fn percent(share: &Amount) -> String {
    spread(share, &|said, _| format!("{}%", hundredths(said)))
}

/// A share as percentage points: `2 points`.
pub(super) fn points(share: &Amount) -> String {
    spread(share, &|said, _| {
        let number = hundredths(said);
        let noun = if number == "1" { "point" } else { "points" };
        format!("{number} {noun}")
    })
}

/// A change: `up 25%`, `down 20%`.
pub(super) fn change(change: &Amount) -> String {
    let Some(said) = centre(change.said) else {
        return percent(change);
    };
    match said.cmp(&Rational::ZERO) {
        Ordering::Greater => format!("up {}", percent(change)),
        Ordering::Less => format!("down {}", percent(&change.negate().unwrap_or(*change))),
        Ordering::Equal => "unchanged".to_owned(),
    }
}

/// A whole number: `1,234`.
pub(super) fn count(amount: &Amount) -> String {
    spread(amount, &|said, _| grouped(said, 0))
}

/// `1st`, `22nd`, `113th`
pub(super) fn ordinal(amount: &Amount) -> String {
    let number = count(amount);
    let digits = number.as_bytes();
    let tens = digits.len().checked_sub(2).map(|place| digits[place]);
    let suffix = match (tens, digits.last()) {
        (Some(b'1'), _) => "th",
        (_, Some(b'1')) => "st",
        (_, Some(b'2')) => "nd",
        (_, Some(b'3')) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// The value as said, and how wide its strict reading is; where that is open
/// to a side, its end.
fn spread(amount: &Amount, show: &dyn Fn(Rational, Rational) -> String) -> String {
    let end = |value| show(value, Rational::ZERO);
    match (amount.strict.low(), amount.strict.high()) {
        (Bound::Unbounded, Bound::Unbounded) => "any number".to_owned(),
        (Bound::Closed(low), Bound::Unbounded) => format!("at least {}", end(low)),
        (Bound::Open(low), Bound::Unbounded) => format!("more than {}", end(low)),
        (Bound::Unbounded, Bound::Closed(high)) => format!("at most {}", end(high)),
        (Bound::Unbounded, Bound::Open(high)) => format!("less than {}", end(high)),
        (Bound::Closed(low) | Bound::Open(low), Bound::Closed(high) | Bound::Open(high)) => {
            let width = high.minus(low).unwrap_or(Rational::ZERO);
            show(centre(amount.said).unwrap_or(low), width)
        }
    }
}

/// The middle of an interval; of one open to a side, its end.
fn centre(values: Interval) -> Option<Rational> {
    match (values.low().value(), values.high().value()) {
        (Some(low), Some(high)) if low == high => Some(low),
        (Some(low), Some(high)) => low.plus(high).and_then(|sum| sum.times(half())),
        (low, high) => low.or(high),
    }
}

fn half() -> Rational {
    Rational::new(1, 2)
}

/// A number to as many places as the width of its interval makes worth while,
/// and four significant digits at most where it is not whole.
fn worth(value: Rational, width: Rational) -> String {
    if width.is_zero() || value.is_integer() {
        return exact(value);
    }
    let places = (1 - magnitude(width)).min(3 - magnitude(value));
    to_place(value, places.max(0))
}

/// A number as it is when it is whole, otherwise to four significant digits.
fn exact(value: Rational) -> String {
    if value.is_integer() {
        return grouped(value, 0);
    }
    to_place(value, (3 - magnitude(value)).max(0))
}

/// A number to so many decimals, without noughts at the end.
fn to_place(value: Rational, places: i32) -> String {
    trimmed(grouped(value, places.min(12)))
}

/// The power of ten of the first digit: 2 for 237, -2 for 0.04.
fn magnitude(value: Rational) -> i32 {
    let size = value.abs().unwrap_or(Rational::ONE);
    (-30..=30)
        .rev()
        .find(|&power| Rational::power_of_ten(power).is_some_and(|ten| ten <= size))
        .unwrap_or(0)
}

/// A share in hundredths: to one decimal, or two digits below one.
fn hundredths(share: Rational) -> String {
    let Some(value) = share.times(Rational::integer(100)) else {
        return share.to_string();
    };
    let size = value.abs().unwrap_or(value);
    let places = if size < Rational::ONE && !size.is_zero() {
        1 - magnitude(size)
    } else {
        1
    };
    trimmed(grouped(value, places.min(6)))
}

/// A number to so many decimals, halves away from nought, with commas.
fn grouped(value: Rational, places: i32) -> String {
    let scaled = Rational::power_of_ten(places)
        .and_then(|power| value.abs()?.times(power)?.plus(half()))
        .map(Rational::floor);
    let Some(scaled) = scaled else {
        return value.to_string();
    };
    let places = places.max(0) as usize;
    let digits = format!("{scaled:0>width$}", width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let sign = if value.is_negative() && scaled != 0 {
        "-"
    } else {
        ""
    };
    let mut out = format!("{sign}{}", with_commas(whole));
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

fn with_commas(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn trimmed(number: String) -> String {
    if number.contains('.') {
        let number = number.trim_end_matches('0').trim_end_matches('.');
        return number.to_owned();
    }
    number
}

fn with_unit(number: &str, unit: Unit) -> String {
    let row = unit.of.row();
    if unit.is_none() {
        return number.to_owned();
    }
    if unit.is_currency() {
        return match row.signs.first() {
            Some(sign) => match number.strip_prefix('-') {
                Some(number) => format!("-{sign}{number}"),
                None => format!("{sign}{number}"),
            },
            None => format!("{number} {}", row.symbol),
        };
    }
    let symbol = unit.symbol();
    if symbol == "%" {
        return format!("{number}%");
    }
    let is_spoken = row.dimension.is_none() || Some(row.dimension) == Dimension::base("time");
    if is_spoken && unit.per == crate::number::UnitId::NONE {
        return format!(
            "{number} {}",
            spoken(&row.names, number == "1").unwrap_or(&symbol)
        );
    }
    format!("{number} {symbol}")
}

/// The longest of the names that is a plural, or a singular.
fn spoken(names: &[&'static str], is_one: bool) -> Option<&'static str> {
    let plural = names
        .iter()
        .copied()
        .filter(|name| name.ends_with('s'))
        .max_by_key(|name| name.len())?;
    if is_one {
        return plural.strip_suffix('s');
    }
    Some(plural)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::number::Units;

    fn between(low: (i128, i128), high: (i128, i128)) -> Amount {
        let (low, high) = (Rational::new(low.0, low.1), Rational::new(high.0, high.1));
        let values = Interval::closed(low, high);
        let said = Interval::exact(centre(values).unwrap());
        Amount::numbers(values, values, said)
    }

    fn one(over: i128, under: i128) -> Amount {
        Amount::number(Interval::exact(Rational::new(over, under)))
    }

    #[test]
    fn a_number_has_as_many_digits_as_it_is_worth() {
        let number = |amount: Amount| super::amount(&amount);
        assert_eq!(number(one(1_234_567, 1)), "1,234,567");
        assert_eq!(number(one(1, 3)), "0.3333");
        assert_eq!(number(one(-25, 10)), "-2.5");
        assert_eq!(number(between((245, 10), (255, 10))), "25");
        assert_eq!(number(between((246, 10), (256, 10))), "25.1");
        assert_eq!(number(between((1_150_000, 1), (1_250_000, 1))), "1,200,000");
        assert_eq!(number(between((2449, 10_000), (3158, 10_000))), "0.28");
        assert_eq!(
            number(Amount::number(Interval::more_than(5.into()))),
            "more than 5"
        );
        assert_eq!(range(&between((245, 10), (255, 10))), "24.5 to 25.5");
    }

    #[test]
    fn percentages_are_round_where_they_can_be() {
        assert_eq!(percent(&one(1, 4)), "25%");
        assert_eq!(percent(&one(4, 15)), "26.7%");
        assert_eq!(percent(&one(-1, 5)), "-20%");
        assert_eq!(percent(&one(1, 3000)), "0.033%");
        assert_eq!(change(&one(1, 4)), "up 25%");
        assert_eq!(change(&one(-1, 5)), "down 20%");
        assert_eq!(change(&one(0, 1)), "unchanged");
        assert_eq!(points(&one(1, 50)), "2 points");
    }

    #[test]
    fn ordinals_end_as_they_are_said() {
        let said = [1, 2, 3, 4, 11, 13, 21, 112, 1002].map(|n| ordinal(&one(n, 1)));
        assert_eq!(
            said,
            [
                "1st", "2nd", "3rd", "4th", "11th", "13th", "21st", "112th", "1,002nd"
            ]
        );
    }

    #[test]
    fn units_are_shown_as_they_are_written() {
        let of = |count: i128, unit: &str| {
            let unit = Unit::of(Units::table().symbol(unit).unwrap());
            let count = Interval::exact(Rational::integer(count));
            amount(&Amount::of_unit(count, unit).unwrap())
        };
        assert_eq!(of(1500, "GBP"), "£1,500");
        assert_eq!(of(-3, "GBP"), "-£3");
        assert_eq!(of(12, "km"), "12 km");
        assert_eq!(of(25, "%"), "25%");
        assert_eq!(of(65, "yr"), "65 years");
        assert_eq!(of(1, "d"), "1 day");
    }

    proptest! {
        #[test]
        fn no_number_panics(low in any::<i128>(), under in 1i128..1_000_000, step in 0i128..1_000_000) {
            let low = Rational::new(low / 4, under);
            let Some(high) = low.plus(Rational::integer(step)) else { return Ok(()) };
            let values = Interval::new(Bound::Closed(low), Bound::Closed(high)).unwrap();
            for show in [percent, points, change, count, ordinal, amount, range] {
                prop_assert!(!show(&Amount::number(values)).is_empty());
            }
        }
    }
}
