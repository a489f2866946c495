//! An exact fraction of two whole numbers, so that 0.1 is a tenth.

mod short;

use std::cmp::Ordering;
use std::fmt;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use short::Short;

/// An exact rational number of 128-bit terms.
///
/// Arithmetic that overflows yields `None`: the caller then gives no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rational(Ratio<i128>);

/// As its numerator and denominator.
impl Serialize for Rational {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.numerator(), self.denominator()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Rational {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rational, D::Error> {
        let (numerator, denominator) = Deserialize::deserialize(deserializer)?;
        if denominator == 0 {
            return Err(D::Error::custom("the denominator is nought"));
        }
        Ok(Rational::new(numerator, denominator))
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Rational) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Rational) -> Ordering {
        match (self.short(), other.short()) {
            (Some(one), Some(two)) => one.cmp(two),
            _ => self.0.cmp(&other.0),
        }
    }
}

impl Rational {
    /// Nought.
    pub const ZERO: Rational = Rational(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Rational = Rational(Ratio::new_raw(1, 1));

    /// `numerator / denominator`.
    ///
    /// # Panics
    ///
    /// When the denominator is 0.
    pub fn new(numerator: i128, denominator: i128) -> Rational {
        Rational(Ratio::new(numerator, denominator))
    }

    /// A whole number.
    pub const fn integer(n: i128) -> Rational {
        Rational(Ratio::new_raw(n, 1))
    }

    /// `10^exponent`; `None` beyond 10^±36.
    pub fn power_of_ten(exponent: i32) -> Option<Rational> {
        if exponent.unsigned_abs() > 36 {
            return None;
        }
        let power = 10_i128.pow(exponent.unsigned_abs());
        Some(if exponent >= 0 {
            Rational::integer(power)
        } else {
            Rational(Ratio::new_raw(1, power))
        })
    }

    /// The numerator in lowest terms; carries the sign.
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The denominator in lowest terms; positive.
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// Whether it has no fractional part.
    pub fn is_integer(self) -> bool {
        self.0.is_integer()
    }

    /// Whether it is below nought.
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// Whether it is nought.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The greatest whole number not above it.
    pub fn floor(self) -> i128 {
        self.numerator().div_euclid(self.denominator())
    }

    /// The least whole number not below it; saturates at the type's end.
    pub fn ceil(self) -> i128 {
        if self.is_integer() {
            self.numerator()
        } else {
            self.floor().saturating_add(1)
        }
    }

    /// Without its sign; `None` on overflow.
    pub fn abs(self) -> Option<Rational> {
        if self.is_negative() {
            self.negate()
        } else {
            Some(self)
        }
    }

    /// With the other sign; `None` on overflow.
    pub fn negate(self) -> Option<Rational> {
        Rational::ZERO.minus(self)
    }

    /// The sum; `None` on overflow.
    pub fn plus(self, other: Rational) -> Option<Rational> {
        match (self.short(), other.short()) {
            (Some(one), Some(two)) => Some(one.plus(two)),
            _ => self.combine(other, Ratio::checked_add),
        }
    }

    /// The difference; `None` on overflow.
    pub fn minus(self, other: Rational) -> Option<Rational> {
        match (self.short(), other.short()) {
            (Some(one), Some(two)) => Some(one.plus(two.negate())),
            _ => self.combine(other, Ratio::checked_sub),
        }
    }

    /// The product; `None` on overflow.
    pub fn times(self, other: Rational) -> Option<Rational> {
        match (self.short(), other.short()) {
            (Some(one), Some(two)) => Some(one.times(two)),
            _ => self.combine(other, Ratio::checked_mul),
        }
    }

    /// The quotient; `None` on overflow or when `other` is 0.
    pub fn over(self, other: Rational) -> Option<Rational> {
        if other.is_zero() {
            return None;
        }
        match (self.short(), other.short()) {
            (Some(one), Some(two)) => Some(one.times(two.turned())),
            _ => self.combine(other, Ratio::checked_div),
        }
    }

    /// The same in terms of 64 bits, where they fit.
    fn short(self) -> Option<Short> {
        Short::new(self.numerator(), self.denominator())
    }

    /// The least `i128` has no opposite, which `Ratio` does not allow for; as
    /// a numerator it counts as overflow.
    fn combine(
        self,
        other: Rational,
        operation: fn(&Ratio<i128>, &Ratio<i128>) -> Option<Ratio<i128>>,
    ) -> Option<Rational> {
        let has_opposite = |ratio: &Ratio<i128>| *ratio.numer() != i128::MIN;
        if !has_opposite(&self.0) || !has_opposite(&other.0) {
            return None;
        }
        operation(&self.0, &other.0)
            .filter(has_opposite)
            .map(Rational)
    }

    /// The nearest floating-point number, for statistics and for output only.
    pub fn to_f64(self) -> f64 {
        self.numerator() as f64 / self.denominator() as f64
    }

    /// A plain decimal such as `0.25` or `-1e3` as an exact number; `None`
    /// when it is not one or has too many digits.
    pub fn parse(text: &str) -> Option<Rational> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((m, e)) => (m, e.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if decimals.len() > 30 || decimals.contains(['-', '+']) {
            return None;
        }
        let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
        let zeros = exponent.checked_sub(decimals.len() as i32)?;
        Rational::integer(digits).times(Rational::power_of_ten(zeros)?)
    }
}

impl From<i64> for Rational {
    fn from(n: i64) -> Rational {
        Rational::integer(n.into())
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_exact() {
        assert_eq!(Rational::parse("0.25"), Some(Rational::new(1, 4)));
        assert_eq!(Rational::parse("-1e3"), Some(Rational::integer(-1000)));
        assert_eq!(Rational::parse("1.5.2"), None);
        assert_eq!(Rational::parse(""), None);
    }

    #[test]
    fn what_is_too_large_is_no_number() {
        assert_eq!(Rational::parse("1.5e-2147483648"), None);
        assert_eq!(Rational::parse("1e99"), None);
        assert_eq!(Rational::power_of_ten(i32::MIN), None);
        assert_eq!(Rational::integer(i128::MIN).negate(), None);
    }

    #[test]
    fn floor_and_ceil_hold_below_nought() {
        let value = Rational::new(-5, 2);
        assert_eq!((value.floor(), value.ceil()), (-3, -2));
    }
}
