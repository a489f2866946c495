//! A dimension is the sort of thing that a unit measures: a length, a speed,
//! an amount of one currency. Only like can be added to like.

use serde::{Deserialize, Serialize};

use super::UnitId;

/// The exponents of a unit over the base dimensions, so that units can be
/// multiplied and compared. Each currency is a dimension of its own: pounds
/// and dollars are never added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dimension {
    /// In the order of [`Dimension::BASES`].
    pub exponents: [i8; Dimension::BASES.len()],
    /// The currency, when the money exponent is not 0.
    pub currency: UnitId,
}

impl Dimension {
    /// Of bare counts, percentages and ratios.
    pub const NONE: Dimension = Dimension {
        exponents: [0; Dimension::BASES.len()],
        currency: UnitId::NONE,
    };

    /// The base dimensions. Light (lumen), picture elements, and levels on a
    /// logarithmic scale (decibel) stand for what the SI measures otherwise or
    /// not at all.
    pub const BASES: [&str; 12] = [
        "length",
        "mass",
        "time",
        "temperature",
        "current",
        "data",
        "angle",
        "money",
        "light",
        "picture",
        "level",
        "substance",
    ];

    const MONEY: usize = 7;

    /// One base dimension by its name.
    pub fn base(name: &str) -> Option<Dimension> {
        let place = Dimension::BASES.iter().position(|&base| base == name)?;
        let mut dimension = Dimension::NONE;
        dimension.exponents[place] = 1;
        Some(dimension)
    }

    /// Reads base dimensions with their exponents, separated by blanks. `None`
    /// when one has no such name or no such exponent.
    ///
    /// ```
    /// use addup::number::Dimension;
    ///
    /// let (length, time) = (Dimension::base("length"), Dimension::base("time"));
    /// let speed = length.unwrap().over(time.unwrap());
    /// assert_eq!(Dimension::parse("length time^-1"), speed);
    /// ```
    pub fn parse(text: &str) -> Option<Dimension> {
        text.split_whitespace()
            .try_fold(Dimension::NONE, |product, factor| {
                let (name, exponent) = factor.split_once('^').unwrap_or((factor, "1"));
                let exponent = exponent.parse().ok()?;
                product.times(Dimension::base(name)?.power(exponent)?)
            })
    }

    /// An amount of a currency.
    pub fn money(currency: UnitId) -> Dimension {
        let mut dimension = Dimension::NONE;
        dimension.exponents[Dimension::MONEY] = 1;
        dimension.currency = currency;
        dimension
    }

    /// Whether it is that of bare counts.
    pub fn is_none(self) -> bool {
        self == Dimension::NONE
    }

    /// Whether it is an amount of a currency and nothing else.
    pub fn is_money(self) -> bool {
        self == Dimension::money(self.currency)
    }

    /// The product's dimension; `None` on overflow or for two currencies.
    pub fn times(self, other: Dimension) -> Option<Dimension> {
        let mut product = self;
        for (exponent, added) in product.exponents.iter_mut().zip(other.exponents) {
            *exponent = exponent.checked_add(added)?;
        }
        product.currency = match (self.currency, other.currency) {
            (mine, theirs) if mine == theirs => mine,
            (mine, UnitId::NONE) => mine,
            (UnitId::NONE, theirs) => theirs,
            _ => return None,
        };
        if product.exponents[Dimension::MONEY] == 0 {
            product.currency = UnitId::NONE;
        }
        Some(product)
    }

    /// The quotient's dimension; `None` on overflow or for two currencies.
    pub fn over(self, other: Dimension) -> Option<Dimension> {
        self.times(other.power(-1)?)
    }

    /// The dimension of a power; `None` on overflow.
    pub fn power(self, exponent: i8) -> Option<Dimension> {
        let mut power = self;
        for own in &mut power.exponents {
            *own = own.checked_mul(exponent)?;
        }
        if power.exponents[Dimension::MONEY] == 0 {
            power.currency = UnitId::NONE;
        }
        Some(power)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_over_money_is_a_bare_number() {
        let currency = Dimension::money(UnitId::year());
        assert_eq!(currency.over(currency), Some(Dimension::NONE));
        assert!(currency.is_money() && !Dimension::NONE.is_money());
    }

    #[test]
    fn an_exponent_that_overflows_has_no_dimension() {
        let length = Dimension::base("length").unwrap();
        assert_eq!(length.power(100).unwrap().power(2), None);
        assert_eq!(Dimension::parse("length^300"), None);
        assert_eq!(Dimension::parse("width"), None);
    }
}
