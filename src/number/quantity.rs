//! A quantity is what a number measures: an interval of values in a unit, in
//! a strict and a lenient reading.
//!
//! [`Reading`] gives the two intervals of a number as written. The rules of
//! rounding are those of the checkers of published figures: the R package
//! scrutiny (rounding `up_or_down`) and the `rangeValue` of Arelle, the
//! auditor of company reports, both of which take the ends of a rounded
//! number's interval as included. How far hedges stretch was measured on the
//! news sentences of EQUATE (NewsNLI), where “nearly two-thirds” is printed of
//! 62% and “some 1,900” of 1,917.

use super::{Bound, Hedge, Interval, Rational, Unit};

/// Values in one unit, read twice.
///
/// The *strict* reading takes the digits as they stand: 1,200 is 1,200. The
/// *lenient* one allows for what writers do with them: 1,200 may be 1,150 to
/// 1,250. The lenient interval always contains the strict one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The values if the digits are meant as they stand.
    pub strict: Interval,
    /// The values if trailing zeros, truncation and hedges are allowed for.
    pub lenient: Interval,
    /// What the values count in.
    pub unit: Unit,
}

/// The two intervals of a number, without a unit. The lenient one always
/// contains the strict one.
///
/// Nothing is clipped: “0%” begins below 0, for it need not be a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The values if the digits are meant as they stand.
    pub strict: Interval,
    /// The values if trailing zeros, truncation and hedges are allowed for.
    pub lenient: Interval,
}

/// How a number is written, as far as its intervals depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Written {
    /// Digits that admit of no rounding: years, ages, scores, votes.
    Exact,
    /// Digits or words of a whole number: `1,200`, `twelve hundred`. With
    /// decimals it is read as [`Rounded`](Written::Rounded).
    Whole,
    /// Rounded to its last place: `3.40`, `1.2 million`, `25%`.
    Rounded,
    /// A fraction in words or signs: `two-thirds`, `¾`, `two and a half`.
    Fraction,
    /// So many of so many: `three in ten`. The place is that of one: 1/10.
    OutOf,
}

/// The two intervals of a written number.
///
/// `value` has its scale word and sign applied; `place` is the unit of its
/// last written place, positive: 100,000 for “1.2 million”, 1 for “1,200”,
/// 1/100 for “3.40”, and 1/10 for “three in ten”. A fraction needs none. Where
/// the numbers are too large to reckon with, both readings are everything.
///
/// ```
/// use addup::number::quantity::{Written, reading};
/// use addup::number::{Hedge, Interval, Rational};
///
/// let read = reading(1200.into(), 1.into(), Written::Whole, Hedge::None);
/// assert!(read.strict.as_exact().is_some());
/// assert!(read.lenient.contains(1150.into()));
///
/// let read = reading(700.into(), 1.into(), Written::Whole, Hedge::MoreThan);
/// assert!(read.strict.contains(706.into()));
/// assert!(!read.lenient.contains(699.into()));
/// ```
pub fn reading(value: Rational, place: Rational, written: Written, hedge: Hedge) -> Reading {
    hedged(value, place, written, hedge).unwrap_or(Reading {
        strict: Interval::everything(),
        lenient: Interval::everything(),
    })
}

impl Reading {
    /// The same interval in both readings.
    pub fn of(values: Interval) -> Reading {
        Reading {
            strict: values,
            lenient: values,
        }
    }

    /// The quantity of these values in a unit.
    pub fn in_unit(self, unit: Unit) -> Quantity {
        Quantity {
            strict: self.strict,
            lenient: self.lenient,
            unit,
        }
    }

    /// “Five to ten”: all from the least value of either end to the greatest
    /// of either, in each reading. The ends may be given in either order.
    ///
    /// ```
    /// use addup::number::quantity::{Reading, Written, reading};
    /// use addup::number::{Hedge, Interval};
    ///
    /// let end = |value: i64| reading(value.into(), 1.into(), Written::Whole, Hedge::None);
    /// let range = Reading::range(end(5), end(10));
    /// assert_eq!(range.strict, Interval::closed(5.into(), 10.into()));
    /// ```
    pub fn range(from: Reading, to: Reading) -> Reading {
        Reading {
            strict: from.strict.hull(&to.strict),
            lenient: from.lenient.hull(&to.lenient),
        }
    }
}

/// The values that are rounded to `value` at this place, ties either way:
/// half a place to each side, both ends closed (scrutiny, `up_or_down`).
///
/// ```
/// use addup::number::quantity::rounded;
/// use addup::number::{Interval, Rational};
///
/// let price = rounded(Rational::new(34, 10), Rational::new(1, 100));
/// let ends = (Rational::new(3395, 1000), Rational::new(3405, 1000));
/// assert_eq!(price, Some(Interval::closed(ends.0, ends.1)));
/// ```
pub fn rounded(value: Rational, place: Rational) -> Option<Interval> {
    Interval::exact(value).widen(half(place)?)
}

/// The values that are cut to `value` at this place: from it to the next
/// further from 0, which is open (Arelle, `rangeValue` with `truncate`).
///
/// ```
/// use addup::number::quantity::truncated;
/// use addup::number::Rational;
///
/// let cut = truncated(Rational::new(16, 10), Rational::new(1, 10)).unwrap();
/// assert!(cut.contains(Rational::new(169, 100)));
/// assert!(!cut.contains(Rational::new(17, 10)));
/// ```
pub fn truncated(value: Rational, place: Rational) -> Option<Interval> {
    if value.is_negative() {
        truncated(value.negate()?, place)?.negate()
    } else {
        Interval::new(Bound::Closed(value), Bound::Open(value.plus(place)?))
    }
}

/// The place to which a whole number may have been rounded: 10 for each
/// trailing zero (240: 10, 1,200: 100); 1 below 100.
///
/// ```
/// use addup::number::quantity::round_place;
///
/// assert_eq!(round_place(40_000.into()), 10_000.into());
/// assert_eq!(round_place(40.into()), 1.into());
/// ```
pub fn round_place(value: Rational) -> Rational {
    let mut rest = value.numerator();
    if !value.is_integer() || rest.unsigned_abs() < 100 {
        return Rational::ONE;
    }
    let mut place = 1;
    while rest % 10 == 0 {
        rest /= 10;
        place *= 10;
    }
    Rational::integer(place)
}

/// The values for which a fraction is written: a table for the common ones
/// (half: .45 to .55), otherwise 8% of the fraction but at least a hundredth
/// (of a fraction below a twenty-fifth, a quarter of it) to each side. Mixed numbers (two and a half) are rounded to the fraction's
/// part. Both ends are closed.
///
/// The table was drawn from EQUATE (NewsNLI): 62% and 63% are both “nearly
/// two-thirds” in print.
///
/// ```
/// use addup::number::quantity::fraction;
/// use addup::number::Rational;
///
/// let two_thirds = fraction(Rational::new(2, 3)).unwrap();
/// assert!(two_thirds.contains(Rational::new(63, 100)));
/// assert!(!two_thirds.contains(Rational::new(60, 100)));
/// ```
pub fn fraction(value: Rational) -> Option<Interval> {
    if value.is_negative() {
        return fraction(value.negate()?)?.negate();
    }
    if value > Rational::ONE || value.is_zero() {
        return rounded(value, Rational::new(1, value.denominator()));
    }
    let hundredths = |low, high| {
        let ends = (Rational::new(low, 100), Rational::new(high, 100));
        Some(Interval::closed(ends.0, ends.1))
    };
    match (value.numerator(), value.denominator()) {
        (1, 2) => hundredths(45, 55),
        (1, 3) => hundredths(30, 37),
        (2, 3) => hundredths(62, 71),
        (1, 4) => hundredths(22, 28),
        (3, 4) => hundredths(71, 79),
        (1, 5) => hundredths(18, 22),
        (1, 10) => hundredths(9, 11),
        _ => {
            let share = value.times(Rational::new(8, 100))?;
            let quarter = value.times(Rational::new(1, 4))?;
            let slack = share.max(quarter.min(Rational::new(1, 100)));
            Interval::exact(value).widen(slack)
        }
    }
}

/// The values for which “`count` in `whole`” is written.
///
/// “One in seven” is 1 in 6½ to 1 in 7½; “three in seven” is 2½ to 3½ of
/// seven; where the whole is 10, 100 and so on it is a tenth to each side.
/// Both ends are closed. `None` unless both numbers are positive.
///
/// ```
/// use addup::number::quantity::out_of;
/// use addup::number::{Interval, Rational};
///
/// let sixth = out_of(1.into(), 6.into());
/// let ends = (Rational::new(2, 13), Rational::new(2, 11));
/// assert_eq!(sixth, Some(Interval::closed(ends.0, ends.1)));
/// ```
pub fn out_of(count: Rational, whole: Rational) -> Option<Interval> {
    let is_positive = count > Rational::ZERO && whole > Rational::ZERO;
    if !is_positive {
        return None;
    }
    if is_power_of_ten(whole) {
        let value = count.over(whole)?;
        return Interval::exact(value).widen(value.over(Rational::integer(10))?);
    }
    if count == Rational::ONE && whole >= Rational::ONE {
        return Interval::exact(count).over(&rounded(whole, Rational::ONE)?);
    }
    rounded(count, Rational::ONE)?.over(&Interval::exact(whole))
}

fn is_power_of_ten(value: Rational) -> bool {
    let mut rest = value.numerator();
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
    }
    rest == 1 && value.is_integer() && value > Rational::ONE
}

fn half(place: Rational) -> Option<Rational> {
    place.abs()?.over(Rational::integer(2))
}

/// The reading without a hedge.
fn plain(value: Rational, place: Rational, written: Written) -> Option<Reading> {
    Some(match written {
        Written::Exact => Reading::of(Interval::exact(value)),
        Written::Whole if place >= Rational::ONE => Reading {
            strict: Interval::exact(value),
            lenient: round_or_cut(value)?,
        },
        Written::Whole | Written::Rounded => Reading::of(rounded(value, place)?),
        Written::Fraction => Reading::of(fraction(value)?),
        Written::OutOf => Reading::of(out_of(value.over(place)?, Rational::ONE.over(place)?)?),
    })
}

/// A whole number whose trailing zeros may come from rounding or cutting.
fn round_or_cut(value: Rational) -> Option<Interval> {
    let place = round_place(value);
    if place == Rational::ONE {
        return Some(Interval::exact(value));
    }
    Some(rounded(value, place)?.hull(&truncated(value, place)?))
}

fn hedged(value: Rational, place: Rational, written: Written, hedge: Hedge) -> Option<Reading> {
    let plain = plain(value, place, written)?;
    let is_scaled_down = value.is_negative()
        && matches!(
            hedge,
            Hedge::About | Hedge::Nearly | Hedge::JustUnder | Hedge::JustOver
        );
    if is_scaled_down {
        let mirrored = hedged(value.negate()?, place, written, hedge)?;
        return Some(Reading {
            strict: mirrored.strict.negate()?,
            lenient: mirrored.lenient.negate()?,
        });
    }
    let rounding = match written {
        Written::Fraction | Written::OutOf => plain.lenient,
        Written::Exact | Written::Whole | Written::Rounded => rounded(value, place)?,
    };
    // A bound may be met by equality after rounding: hence half a place of
    // slack at open ends too.
    let (least, most) = (rounding.low().value()?, rounding.high().value()?);
    let share = |percent: i128| value.times(Rational::new(percent, 100));
    let stretch = |percent: i128| value.plus(value.abs()?.times(Rational::new(percent, 100))?);

    let (strict, lenient) = match hedge {
        Hedge::None => return Some(plain),
        Hedge::Exactly => match written {
            Written::Exact | Written::Whole => (plain.strict, plain.strict),
            Written::Rounded | Written::OutOf => (plain.strict, plain.lenient),
            Written::Fraction => (Interval::exact(value), plain.lenient),
        },
        Hedge::About => {
            let whole = matches!(written, Written::Whole) && place >= Rational::ONE;
            let digit = if whole { round_place(value) } else { place };
            let slack = match written {
                Written::Fraction | Written::OutOf => share(20)?,
                Written::Exact | Written::Whole | Written::Rounded => share(20)?.max(half(digit)?),
            };
            let wide = Interval::exact(value).widen(slack)?;
            (
                Interval::exact(value).widen(share(10)?)?,
                wide.hull(&plain.lenient),
            )
        }
        Hedge::Nearly => (
            strictly_below(share(88)?, value),
            Interval::closed(share(80)?, most),
        ),
        Hedge::JustUnder => (
            strictly_below(share(95)?, value),
            strictly_below(share(90)?, most),
        ),
        Hedge::JustOver => (
            strictly_above(value, share(105)?),
            strictly_above(least, share(110)?),
        ),
        Hedge::MoreThan => (
            strictly_above(value, stretch(35)?),
            Interval::more_than(least),
        ),
        Hedge::AtLeast => (Interval::at_least(value), Interval::at_least(least)),
        Hedge::LessThan => (
            strictly_below(stretch(-35)?, value),
            match written {
                Written::Exact | Written::Whole if !value.is_negative() => {
                    strictly_below(Rational::ZERO, most)
                }
                _ => Interval::less_than(most),
            },
        ),
        Hedge::AtMost if value.is_negative() => (Interval::at_most(value), Interval::at_most(most)),
        Hedge::AtMost => (
            Interval::closed(Rational::ZERO, value),
            Interval::closed(Rational::ZERO, most),
        ),
    };
    let lenient = lenient.hull(&strict);
    Some(Reading { strict, lenient })
}

/// From `low`, closed, to `high`, open; all below `high` if there are none.
fn strictly_below(low: Rational, high: Rational) -> Interval {
    Interval::new(Bound::Closed(low), Bound::Open(high)).unwrap_or(Interval::less_than(high))
}

/// From `low`, open, to `high`, closed; all above `low` if there are none.
fn strictly_above(low: Rational, high: Rational) -> Interval {
    Interval::new(Bound::Open(low), Bound::Closed(high)).unwrap_or(Interval::more_than(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEDGES: [Hedge; 10] = [
        Hedge::None,
        Hedge::Exactly,
        Hedge::About,
        Hedge::Nearly,
        Hedge::JustUnder,
        Hedge::JustOver,
        Hedge::MoreThan,
        Hedge::AtLeast,
        Hedge::LessThan,
        Hedge::AtMost,
    ];

    fn percent(n: i128) -> Rational {
        Rational::new(n, 100)
    }

    fn whole(value: i64, hedge: Hedge) -> Reading {
        reading(value.into(), Rational::ONE, Written::Whole, hedge)
    }

    #[test]
    fn a_whole_number_is_exact_until_its_zeros_are_doubted() {
        let count = whole(237, Hedge::None);
        assert_eq!(count, Reading::of(Interval::exact(237.into())));

        let round = whole(1200, Hedge::None);
        assert_eq!(round.strict, Interval::exact(1200.into()));
        let cut = Interval::new(Bound::Closed(1150.into()), Bound::Open(1300.into()));
        assert_eq!(Some(round.lenient), cut);
    }

    #[test]
    fn a_scaled_number_is_rounded_to_its_last_digit() {
        let million = Rational::integer(1_000_000);
        let two = Rational::integer(2_000_000);
        let read = reading(two, million, Written::Rounded, Hedge::None);
        assert_eq!(read, Reading::of(rounded(two, million).unwrap()));
        assert!(read.strict.contains(1_500_000.into()));
        assert!(read.strict.contains(2_500_000.into()));
    }

    #[test]
    fn the_hedges_hold_what_newspapers_print() {
        let two_thirds = Rational::new(2, 3);
        let nearly = reading(two_thirds, Rational::ONE, Written::Fraction, Hedge::Nearly);
        assert!(nearly.strict.contains(percent(62)) && nearly.strict.contains(percent(63)));

        let tenth = reading(percent(10), percent(10), Written::OutOf, Hedge::Nearly);
        assert!(tenth.strict.contains(percent(9)));

        assert!(whole(1900, Hedge::About).strict.contains(1917.into()));
        assert!(whole(150, Hedge::MoreThan).strict.contains(159.into()));
        assert!(whole(40, Hedge::About).lenient.contains(48.into()));
        assert!(!whole(40, Hedge::About).lenient.contains(49.into()));

        let bound = whole(150, Hedge::MoreThan).lenient;
        assert!(bound.contains(150.into()) && !bound.contains(149.into()));
    }

    #[test]
    fn fewer_than_a_count_begins_at_nought() {
        let fewer = whole(5, Hedge::LessThan);
        assert!(fewer.lenient.contains(Rational::ZERO));
        assert!(!fewer.lenient.contains((-1).into()));
        assert!(!fewer.strict.contains(5.into()));
    }

    #[test]
    fn a_mixed_number_is_rounded_to_its_fraction() {
        let ends = (Rational::new(9, 4), Rational::new(11, 4));
        let two_and_a_half = fraction(Rational::new(5, 2));
        assert_eq!(two_and_a_half, Some(Interval::closed(ends.0, ends.1)));
    }

    #[test]
    fn the_lenient_reading_contains_the_strict_one() {
        let values = [-700, -40, -5, 0, 1, 2, 7, 40, 99, 100, 1200];
        let forms = [
            Written::Exact,
            Written::Whole,
            Written::Rounded,
            Written::Fraction,
            Written::OutOf,
        ];
        for (n, form, hedge) in values
            .iter()
            .flat_map(|&n| forms.map(|form| (n, form)))
            .flat_map(|(n, form)| HEDGES.map(|hedge| (n, form, hedge)))
        {
            for (value, place) in [
                (Rational::integer(n), Rational::ONE),
                (percent(n), percent(1)),
                (Rational::new(n, 7), Rational::new(1, 7)),
            ] {
                let read = reading(value, place, form, hedge);
                assert!(
                    read.lenient.encloses(&read.strict),
                    "{value} {form:?} {hedge:?}: {read:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_too_large_may_be_anything() {
        let vast = Rational::integer(i128::MAX);
        let read = reading(vast, vast, Written::Rounded, Hedge::None);
        assert_eq!(read.strict, Interval::everything());
    }
}
