//! An amount is a quantity in base units, so that kilometres and miles can be
//! set beside each other.

use crate::mention::Kind;
use crate::number::{Dimension, Interval, Quantity, Rational, Truth, Unit, UnitId};
use crate::rule::expression::Judgement;

/// The values that a quantity may have, in base units of its dimension, and
/// the unit in which it is shown.
///
/// Every operation is done on each reading. One that overflows, or that cannot
/// be done, gives `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The values if the digits are meant as they stand.
    pub strict: Interval,
    /// The values if trailing zeros, truncation and hedges are allowed for.
    pub lenient: Interval,
    /// The value exactly as written; what is shown.
    pub said: Interval,
    /// What it measures.
    pub dimension: Dimension,
    /// What it is shown in; [`Unit::NONE`] where that is not known.
    pub unit: Unit,
    /// Whether it is a temperature on a scale, not a difference of two.
    is_reading: bool,
}

impl Amount {
    /// A number without a unit, the same in every reading.
    pub fn number(values: Interval) -> Amount {
        Amount {
            strict: values,
            lenient: values,
            said: values,
            dimension: Dimension::NONE,
            unit: Unit::NONE,
            is_reading: false,
        }
    }

    /// A number without a unit, each reading by itself.
    pub fn numbers(strict: Interval, lenient: Interval, said: Interval) -> Amount {
        Amount {
            strict,
            lenient,
            ..Amount::number(said)
        }
    }

    /// So many of a unit, the same in every reading.
    pub fn of_unit(values: Interval, unit: Unit) -> Option<Amount> {
        Amount::new(Amount::number(values), unit)
    }

    /// A quantity and the number as written. A percentage is worth hundredths,
    /// and an age without a unit is one in years.
    pub fn written(quantity: &Quantity, said: Interval, kind: Kind) -> Option<Amount> {
        let unit = match kind {
            Kind::Percent => UnitId::percent(),
            Kind::Points => UnitId::points(),
            Kind::BasisPoints => UnitId::basis_point(),
            Kind::Age => UnitId::year(),
            _ => UnitId::NONE,
        };
        let unit = if quantity.unit.is_none() {
            Unit::of(unit)
        } else {
            quantity.unit
        };
        Amount::new(
            Amount::numbers(quantity.strict, quantity.lenient, said),
            unit,
        )
    }

    fn new(numbers: Amount, unit: Unit) -> Option<Amount> {
        let offset = unit.offset();
        let factor = unit.factor();
        let based = |values: Interval| {
            let is_base = factor? == Rational::ONE && offset.is_zero();
            if is_base {
                return Some(values);
            }
            values.scale(factor?)?.plus(&Interval::exact(offset))
        };
        Some(Amount {
            dimension: unit.dimension()?,
            unit,
            is_reading: !offset.is_zero(),
            ..numbers.each(based)?
        })
    }

    /// Each reading as a number, in the unit in which it is shown.
    pub fn shown(&self) -> Option<Amount> {
        self.shown_in(self.unit)
    }

    /// Both readings as numbers in a unit; `None` when it has another
    /// dimension.
    pub fn shown_in(&self, unit: Unit) -> Option<Amount> {
        if unit.dimension()? != self.dimension {
            return None;
        }
        let offset = if self.is_reading {
            unit.offset()
        } else {
            Rational::ZERO
        };
        let share = Rational::ONE.over(unit.factor()?)?;
        let shown = |values: Interval| values.minus(&Interval::exact(offset))?.scale(share);
        Some(Amount::numbers(
            shown(self.strict)?,
            shown(self.lenient)?,
            shown(self.said)?,
        ))
    }

    /// A temperature as a difference: 4 °C is 7.2 °F, not 39.2.
    pub fn difference(self) -> Option<Amount> {
        if !self.is_reading {
            return Some(self);
        }
        let offset = Interval::exact(self.unit.offset());
        let difference = self.each(|values| values.minus(&offset))?;
        Some(Amount {
            is_reading: false,
            ..difference
        })
    }

    /// Its figures exactly as written, in every reading.
    pub fn exact(self) -> Amount {
        Amount {
            strict: self.said,
            lenient: self.said,
            ..self
        }
    }

    /// The same operation on each reading, which keeps dimension and unit.
    pub fn each(self, change: impl Fn(Interval) -> Option<Interval>) -> Option<Amount> {
        Some(Amount {
            strict: change(self.strict)?,
            lenient: change(self.lenient)?,
            said: change(self.said)?,
            ..self
        })
    }

    /// An operation on two amounts of one dimension.
    pub fn alike(
        self,
        other: Amount,
        operation: impl Fn(&Interval, &Interval) -> Option<Interval>,
    ) -> Option<Amount> {
        let (one, other) = aligned(self, other)?;
        let unit = match (one.unit, other.unit) {
            (one, other) if one == other || !one.dimension()?.is_none() => one,
            _ => Unit::NONE,
        };
        Some(Amount {
            strict: operation(&one.strict, &other.strict)?,
            lenient: operation(&one.lenient, &other.lenient)?,
            said: operation(&one.said, &other.said)?,
            unit,
            ..one
        })
    }

    /// The sum.
    pub fn plus(self, other: Amount) -> Option<Amount> {
        let sum = self.alike(other, Interval::plus)?;
        Some(Amount {
            is_reading: self.is_reading || other.is_reading,
            ..sum
        })
    }

    /// The difference. That of two readings is none itself.
    pub fn minus(self, other: Amount) -> Option<Amount> {
        let difference = self.alike(other, Interval::minus)?;
        Some(Amount {
            is_reading: self.is_reading && !other.is_reading,
            ..difference
        })
    }

    /// The product.
    pub fn times(self, other: Amount) -> Option<Amount> {
        Some(Amount {
            strict: self.strict.times(&other.strict)?,
            lenient: self.lenient.times(&other.lenient)?,
            said: self.said.times(&other.said)?,
            dimension: self.dimension.times(other.dimension)?,
            ..self.scaled_by(other)
        })
    }

    /// The quotient; `None` when `other` may be 0.
    pub fn over(self, other: Amount) -> Option<Amount> {
        Some(Amount {
            strict: self.strict.over(&other.strict)?,
            lenient: self.lenient.over(&other.lenient)?,
            said: self.said.over(&other.said)?,
            dimension: self.dimension.over(other.dimension)?,
            ..if other.dimension.is_none() {
                self.scaled_by(other)
            } else {
                Amount::number(self.strict)
            }
        })
    }

    /// The power.
    pub fn power(self, exponent: u32) -> Option<Amount> {
        let times = i8::try_from(exponent).ok()?;
        Some(Amount {
            strict: self.strict.power(exponent)?,
            lenient: self.lenient.power(exponent)?,
            said: self.said.power(exponent)?,
            dimension: self.dimension.power(times)?,
            ..Amount::number(self.strict)
        })
    }

    /// With the other sign.
    pub fn negate(self) -> Option<Amount> {
        self.each(|values| values.negate())
    }

    /// How far a relation of intervals holds; always possible when the two
    /// are of different dimensions.
    pub fn compare(
        self,
        other: Amount,
        relation: impl Fn(&Interval, &Interval) -> Truth,
    ) -> Judgement {
        match aligned(self, other) {
            Some((one, other)) => Judgement {
                strict: relation(&one.strict, &other.strict),
                lenient: relation(&one.lenient, &other.lenient),
            },
            None => Judgement::POSSIBLE,
        }
    }

    /// Unit and kind of temperature that a product with `other` has.
    fn scaled_by(self, other: Amount) -> Amount {
        let keep = match (self.dimension.is_none(), other.dimension.is_none()) {
            (false, true) => self,
            (true, false) => other,
            (true, true) if other.unit.is_none() => self,
            (true, true) if self.unit.is_none() => other,
            _ => Amount::number(self.strict),
        };
        // A share of a number of things is a number of things.
        let is_share = keep.dimension.is_none();
        Amount {
            unit: if is_share { Unit::NONE } else { keep.unit },
            ..keep
        }
    }
}

/// Both in one dimension: nought without a unit is nought of anything.
fn aligned(one: Amount, other: Amount) -> Option<(Amount, Amount)> {
    if one.dimension == other.dimension {
        return Some((one, other));
    }
    let nought = Interval::exact(Rational::ZERO);
    let is_nought = |amount: &Amount| amount.dimension.is_none() && amount.lenient == nought;
    let nought_of = |amount: &Amount| {
        let at = if amount.is_reading {
            amount.unit.offset()
        } else {
            Rational::ZERO
        };
        Amount {
            dimension: amount.dimension,
            unit: amount.unit,
            is_reading: amount.is_reading,
            ..Amount::number(Interval::exact(at))
        }
    };
    if is_nought(&other) {
        Some((one, nought_of(&one)))
    } else if is_nought(&one) {
        Some((nought_of(&other), other))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Units;

    fn amount(value: i64, unit: &str) -> Amount {
        let unit = Units::table().symbol(unit).unwrap();
        Amount::of_unit(Interval::exact(value.into()), Unit::of(unit)).unwrap()
    }

    fn number(value: i64) -> Amount {
        Amount::number(Interval::exact(value.into()))
    }

    #[test]
    fn units_of_one_dimension_are_compared_by_their_size() {
        let day = amount(1, "d");
        assert_eq!(
            day.compare(amount(24, "h"), Interval::equals),
            Judgement::CERTAIN
        );
        assert_eq!(
            day.compare(amount(23, "h"), Interval::equals),
            Judgement::IMPOSSIBLE
        );
    }

    #[test]
    fn currencies_give_no_verdict() {
        assert_eq!(
            amount(5, "GBP").compare(amount(7, "USD"), Interval::equals),
            Judgement::POSSIBLE
        );
        assert_eq!(amount(5, "GBP").plus(amount(7, "USD")), None);
    }

    #[test]
    fn nought_is_nought_of_anything() {
        let above = |a: &Interval, b: &Interval| b.is_less(a);
        assert_eq!(
            amount(5, "GBP").compare(number(0), above),
            Judgement::CERTAIN
        );
        assert_eq!(
            amount(-5, "°C").compare(number(0), above),
            Judgement::IMPOSSIBLE
        );
        assert_eq!(
            amount(5, "GBP").compare(number(1), above),
            Judgement::POSSIBLE
        );
    }

    #[test]
    fn a_rise_is_no_reading() {
        let (celsius, fahrenheit) = (amount(4, "°C"), amount(5, "°F"));
        let rise = amount(20, "°C").minus(amount(16, "°C")).unwrap();
        assert_eq!(
            rise.compare(celsius.difference().unwrap(), Interval::equals),
            Judgement::CERTAIN
        );
        let limit = fahrenheit
            .difference()
            .unwrap()
            .shown_in(celsius.unit)
            .unwrap();
        assert_eq!(limit.strict.as_exact(), Some(Rational::new(25, 9)));
    }

    #[test]
    fn a_share_of_an_amount_is_in_its_unit() {
        let share = amount(50, "%").times(amount(30, "GBP")).unwrap();
        assert_eq!(share.unit, amount(1, "GBP").unit);
        assert_eq!(share.strict.as_exact(), Some(15.into()));
        let speed = amount(10, "km").over(amount(2, "h")).unwrap();
        assert_eq!(speed.unit, Unit::NONE);
        assert_eq!(number(6).over(number(0)), None);
    }
}
