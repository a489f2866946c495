//! A short fraction has terms of 63 bits, as nearly all have that are written.
//! Its sums and products fit in 128 bits and need no check, and its greatest
//! common divisors no 128-bit division, which costs more than all the rest.

use std::cmp::Ordering;

use num_rational::Ratio;

use super::Rational;

/// A fraction in lowest terms of at most 63 bits.
#[derive(Clone, Copy)]
pub(super) struct Short {
    numerator: i64,
    /// Positive.
    denominator: i64,
}

impl Short {
    /// The fraction of these terms, where they are short.
    pub(super) fn new(numerator: i128, denominator: i128) -> Option<Short> {
        let numerator = i64::try_from(numerator).ok().filter(|&n| n != i64::MIN)?;
        let denominator = i64::try_from(denominator).ok()?;
        Some(Short {
            numerator,
            denominator,
        })
    }

    pub(super) fn plus(self, other: Short) -> Rational {
        let (one, two) = (self.wide(), other.wide());
        if one.1 == 1 && two.1 == 1 {
            return Rational::integer(one.0 + two.0);
        }
        let numerator = one.0 * two.1 + two.0 * one.1;
        let denominator = one.1 * two.1;
        match Short::new(numerator, denominator) {
            Some(sum) => {
                let divisor = divisor(sum.numerator.unsigned_abs(), sum.denominator as u64);
                raw(sum.numerator / divisor, sum.denominator / divisor)
            }
            None => Rational(Ratio::new(numerator, denominator)),
        }
    }

    pub(super) fn times(self, other: Short) -> Rational {
        if self.denominator == 1 && other.denominator == 1 {
            return Rational::integer(self.wide().0 * other.wide().0);
        }
        let (one, two) = (
            self.without(other.denominator),
            other.without(self.denominator),
        );
        let ((one, of_two), (two, of_one)) = (one, two);
        Rational(Ratio::new_raw(
            i128::from(one) * i128::from(two),
            i128::from(of_one) * i128::from(of_two),
        ))
    }

    pub(super) fn negate(self) -> Short {
        Short {
            numerator: -self.numerator,
            ..self
        }
    }

    /// One over it; it must not be 0.
    pub(super) fn turned(self) -> Short {
        Short {
            numerator: self.denominator * self.numerator.signum(),
            denominator: self.numerator.abs(),
        }
    }

    pub(super) fn cmp(self, other: Short) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let (one, two) = (self.wide(), other.wide());
        (one.0 * two.1).cmp(&(two.0 * one.1))
    }

    fn wide(self) -> (i128, i128) {
        (self.numerator.into(), self.denominator.into())
    }

    /// Its numerator and another's denominator without what they share.
    fn without(self, denominator: i64) -> (i64, i64) {
        let divisor = divisor(self.numerator.unsigned_abs(), denominator as u64);
        (self.numerator / divisor, denominator / divisor)
    }
}

fn raw(numerator: i64, denominator: i64) -> Rational {
    Rational(Ratio::new_raw(numerator.into(), denominator.into()))
}

/// The greatest common divisor of two terms, by Stein's algorithm; the second
/// is neither 0 nor above `i64::MAX`.
fn divisor(mut one: u64, mut two: u64) -> i64 {
    if one == 0 || two == 1 {
        return two as i64;
    }
    let twos = (one | two).trailing_zeros();
    one >>= one.trailing_zeros();
    while two != 0 {
        two >>= two.trailing_zeros();
        if one > two {
            std::mem::swap(&mut one, &mut two);
        }
        two -= one;
    }
    (one << twos) as i64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn short_fractions_reckon_as_long_ones_do(
            (a, b) in (-40_000_000_000_i128..40_000_000_000, 1..5_000_000_i128),
            (c, d) in (-4_000_i128..4_000, 1..5_000_i128),
        ) {
            let (one, two) = (Rational::new(a, b), Rational::new(c, d));
            prop_assert_eq!(one.plus(two), Some(Rational(one.0 + two.0)));
            prop_assert_eq!(one.minus(two), Some(Rational(one.0 - two.0)));
            prop_assert_eq!(one.times(two), Some(Rational(one.0 * two.0)));
            prop_assert_eq!(one.cmp(&two), one.0.cmp(&two.0));
            if c != 0 {
                prop_assert_eq!(one.over(two), Some(Rational(one.0 / two.0)));
            }
        }

        #[test]
        fn the_longest_short_fractions_do_not_overflow(
            a in i64::MAX - 9..=i64::MAX, b in i64::MAX - 9..=i64::MAX,
            c in i64::MIN + 1..i64::MIN + 9, d in i64::MAX - 9..=i64::MAX,
        ) {
            let fraction = |over: i64, under: i64| Rational::new(over.into(), under.into());
            let (one, two) = (fraction(a, b), fraction(c, d));
            for sum in [one.plus(two), one.minus(two), one.times(two), one.over(two)] {
                prop_assert!(sum.is_some());
            }
            prop_assert!(two < one);
        }
    }
}
