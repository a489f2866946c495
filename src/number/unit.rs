//! A unit is what a number counts in: kilometres, pounds sterling, per cent,
//! or nothing at all. The tables are `units.yaml` and `currencies.yaml`.
//!
//! A spelling may stand for several units: “pounds” weigh or buy, a “gallon”
//! is American or British. [`Units::named`] gives them all, likeliest first,
//! and [`UnitId::candidates`] those that a conversion must try before it is
//! called wrong.
//!
//! ```
//! use addup::number::{Interval, Unit, Units};
//!
//! let table = Units::table();
//! let unit = |name| Unit::of(table.named(name).next().unwrap());
//! let road = Interval::exact(100.into());
//! let inches = unit("km").convert(&road, unit("inches")).unwrap();
//! assert_eq!(inches.as_exact().unwrap().floor(), 3_937_007);
//! ```

pub(crate) mod table;

pub use table::Units;

use serde::{Deserialize, Serialize};

use super::{Dimension, Interval, Rational};

/// A row of the table of units. Equal rows are equal units.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct UnitId(pub(crate) u16);

/// A unit: a row of the table, or one row for each of another (`km` per `h`,
/// `GBP` per `t`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// What is counted.
    pub of: UnitId,
    /// For each of what; [`UnitId::NONE`] when it is no rate.
    pub per: UnitId,
}

/// What the table says of one unit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct UnitRow {
    /// Symbol used in reports and JSON: `km`, `GBP`, `%`. A currency's is its
    /// ISO 4217 code.
    pub symbol: String,
    /// Every way it is written, symbol and words in the singular and plural:
    /// `km`, `kilometre`, `kilometres`, `square mile`.
    pub names: Vec<&'static str>,
    /// What is a unit only where it touches the number or follows a larger
    /// unit, for it is also a common word or mark: `in`, `p`, `'`.
    pub tight: Vec<&'static str>,
    /// What stands before the amount: `$`, `US$`. Currencies only.
    pub signs: Vec<&'static str>,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units (SI, or one unit of the currency) make one of it.
    pub factor: Rational,
    /// What is added after scaling: nought but for readings in °C and °F.
    pub offset: Rational,
    /// The subdivision's parent: `GBP` for pence. [`UnitId::NONE`] otherwise.
    pub part_of: UnitId,
    /// Itself, then the units that share its everyday name.
    pub candidates: Vec<UnitId>,
}

impl UnitRow {
    /// The first name that is a word and no abbreviation; the symbol where
    /// there is none.
    fn long_name(&self) -> &str {
        let symbol = self.symbol.to_lowercase();
        let has_vowel = |word: &str| word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let is_word = |name: &&&'static str| {
            let folded = name.to_lowercase();
            let is_symbol = matches!(folded.strip_prefix(&symbol), Some("" | "s" | "it"));
            (folded.len() > 4 || folded.len() > 2 && !is_symbol)
                && folded.split(' ').all(has_vowel)
                && !folded.contains(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.'))
        };
        self.names
            .iter()
            .find(is_word)
            .map_or(self.symbol.as_str(), |name| name)
    }
}

impl UnitId {
    /// No unit: a bare count. The table's row 0.
    pub const NONE: UnitId = UnitId(0);

    /// What the table says of it.
    pub fn row(self) -> &'static UnitRow {
        Units::table().row(self)
    }

    /// The unit of its square: m² for m.
    pub fn squared(self) -> Option<UnitId> {
        Units::table().squared(self)
    }

    /// The unit of its cube: m³ for m.
    pub fn cubed(self) -> Option<UnitId> {
        Units::table().cubed(self)
    }

    /// Itself, then the other units that its everyday name may mean and that a
    /// conversion must try before it is called wrong: the imperial gallon for
    /// the American one, the long and the metric ton for the short one.
    pub fn candidates(self) -> &'static [UnitId] {
        &self.row().candidates
    }

    /// %
    pub fn percent() -> UnitId {
        Units::table().common().percent
    }

    /// Percentage points.
    pub fn points() -> UnitId {
        Units::table().common().points
    }

    /// A hundredth of a percentage point.
    pub fn basis_point() -> UnitId {
        Units::table().common().basis_point
    }

    /// A second of time.
    pub fn second() -> UnitId {
        Units::table().common().second
    }

    /// 60 seconds.
    pub fn minute() -> UnitId {
        Units::table().common().minute
    }

    /// 60 minutes.
    pub fn hour() -> UnitId {
        Units::table().common().hour
    }

    /// 24 hours.
    pub fn day() -> UnitId {
        Units::table().common().day
    }

    /// 7 days.
    pub fn week() -> UnitId {
        Units::table().common().week
    }

    /// A twelfth of a year.
    pub fn month() -> UnitId {
        Units::table().common().month
    }

    /// 365.2425 days, the mean year of the Gregorian calendar.
    pub fn year() -> UnitId {
        Units::table().common().year
    }

    fn place(self) -> usize {
        self.0.into()
    }
}

impl Unit {
    /// No unit: a bare count.
    pub const NONE: Unit = Unit::of(UnitId::NONE);

    /// The unit of a row.
    pub const fn of(row: UnitId) -> Unit {
        Unit {
            of: row,
            per: UnitId::NONE,
        }
    }

    /// So many of one unit for each of another. A rate that has a row of its
    /// own is that row, so that equal rates are equal units.
    ///
    /// ```
    /// use addup::number::{Unit, Units};
    ///
    /// let row = |name| Units::table().named(name).next().unwrap();
    /// assert_eq!(Unit::rate(row("miles"), row("hour")), Unit::of(row("mph")));
    /// assert_eq!(Unit::rate(row("GBP"), row("tonne")).symbol(), "GBP/t");
    /// ```
    pub fn rate(of: UnitId, per: UnitId) -> Unit {
        match Units::table().rate_row(of, per) {
            Some(row) => Unit::of(row),
            None => Unit { of, per },
        }
    }

    /// Whether it is no unit: a bare count.
    pub fn is_none(self) -> bool {
        self == Unit::NONE
    }

    /// What it measures; `None` for one currency per another.
    pub fn dimension(self) -> Option<Dimension> {
        self.of.row().dimension.over(self.per.row().dimension)
    }

    /// How many base units make one of it; `None` on overflow.
    pub fn factor(self) -> Option<Rational> {
        self.of.row().factor.over(self.per.row().factor)
    }

    /// What is added after scaling to base units: nought but for readings in
    /// °C and °F.
    pub fn offset(self) -> Rational {
        if self.per == UnitId::NONE {
            self.of.row().offset
        } else {
            Rational::ZERO
        }
    }

    /// As reports and JSON have it: `km`, `GBP/t`; empty for a bare count.
    pub fn symbol(self) -> String {
        let of = &self.of.row().symbol;
        if self.per == UnitId::NONE {
            of.clone()
        } else {
            format!("{of}/{}", self.per.row().symbol)
        }
    }

    /// Its name in words, in the singular: `kilometre per hour`, `US dollar`;
    /// empty for a bare count. What a thing costs each month is so much `per
    /// month`.
    ///
    /// ```
    /// use addup::number::{Unit, Units};
    ///
    /// let row = |name| Units::table().named(name).next().unwrap();
    /// assert_eq!(Unit::of(row("km/h")).name(), "kilometre per hour");
    /// assert_eq!(Unit::rate(row("GBP"), row("kg")).name(), "pound sterling per kilogram");
    /// ```
    pub fn name(self) -> String {
        let of = self.of.row().long_name();
        if self.per == UnitId::NONE {
            of.to_owned()
        } else {
            format!("{of} per {}", self.per.row().long_name())
        }
    }

    /// The ISO 4217 code of the currency that it is, is a part of, or prices
    /// something in: `GBP` of pence and of pounds a tonne.
    ///
    /// ```
    /// use addup::number::{Unit, Units};
    ///
    /// let row = |name| Units::table().named(name).next().unwrap();
    /// assert_eq!(Unit::of(row("pence")).currency(), Some("GBP"));
    /// assert_eq!(Unit::of(row("km")).currency(), None);
    /// ```
    pub fn currency(self) -> Option<&'static str> {
        let row = self.of.row();
        let whole = if row.part_of == UnitId::NONE {
            row
        } else {
            row.part_of.row()
        };
        let symbol = whole.symbol.as_str();
        // “Francs” alone are several countries'.
        let code = symbol.len() == 3 && symbol.bytes().all(|b| b.is_ascii_uppercase());
        (row.dimension.is_money() && code).then_some(symbol)
    }

    /// Whether it is a currency or a part of one, and no rate.
    pub fn is_currency(self) -> bool {
        self.per == UnitId::NONE && self.of.row().dimension.is_money()
    }

    /// Whether values of both can be added: they have one dimension.
    pub fn is_like(self, other: Unit) -> bool {
        let own = self.dimension();
        own.is_some() && own == other.dimension()
    }

    /// The same values in another unit of the same dimension; `None` when it
    /// has another, or on overflow. Temperatures are taken as readings:
    /// 20 °C is 68 °F.
    pub fn convert(self, values: &Interval, to: Unit) -> Option<Interval> {
        let exact = |value| Interval::exact(value);
        let shifted = self
            .convert_difference(values, to)?
            .plus(&exact(self.offset().over(to.factor()?)?))?;
        shifted.minus(&exact(to.offset().over(to.factor()?)?))
    }

    /// The same, with temperatures taken as differences: a rise of 5 °C is one
    /// of 9 °F.
    ///
    /// ```
    /// use addup::number::{Interval, Unit, Units};
    ///
    /// let unit = |name| Unit::of(Units::table().named(name).next().unwrap());
    /// let rise = Interval::exact(5.into());
    /// let (celsius, fahrenheit) = (unit("°C"), unit("°F"));
    /// let difference = celsius.convert_difference(&rise, fahrenheit);
    /// assert_eq!(difference, Some(Interval::exact(9.into())));
    /// let reading = celsius.convert(&rise, fahrenheit);
    /// assert_eq!(reading, Some(Interval::exact(41.into())));
    /// ```
    pub fn convert_difference(self, values: &Interval, to: Unit) -> Option<Interval> {
        if !self.is_like(to) {
            return None;
        }
        values.scale(self.factor()?.over(to.factor()?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str) -> Unit {
        let row = Units::table().named(name).next();
        Unit::of(row.unwrap_or_else(|| panic!("no unit is named {name}")))
    }

    fn converted(value: &str, from: &str, to: &str) -> f64 {
        let values = Interval::exact(Rational::parse(value).unwrap());
        let result = unit(from).convert(&values, unit(to)).unwrap();
        result.as_exact().unwrap().to_f64()
    }

    #[test]
    fn conversions_agree_with_the_handbooks() {
        for (value, from, to, expected) in [
            ("1", "mile", "km", 1.609344),
            ("100", "°C", "°F", 212.0),
            ("0", "kelvin", "°C", -273.15),
            ("1", "acre", "hectares", 0.40468564224),
            ("1", "stone", "kg", 6.35029318),
            ("1", "troy ounce", "grams", 31.1034768),
            ("1", "imperial gallon", "litres", 4.54609),
            ("1", "US gallon", "litres", 3.785411784),
            ("1", "imperial gallon", "imperial pints", 8.0),
            ("1", "barrel", "US gallons", 42.0),
            ("1", "kWh", "MJ", 3.6),
            ("60", "mph", "km/h", 96.56064),
            ("1", "knot", "km/h", 1.852),
            ("10", "m/s", "km/h", 36.0),
            ("1", "psi", "kPa", 6.894757293168361),
            ("1", "atm", "mbar", 1013.25),
            ("1", "GiB", "MB", 1073.741824),
            ("1", "light-year", "km", 9_460_730_472_580.8),
            ("1", "bushel", "litres", 35.23907016688),
            ("1", "square mile", "acres", 640.0),
            ("1", "horsepower", "watts", 745.6998715822702),
            ("25", "basis points", "percentage points", 0.25),
            ("5", "pence", "GBP", 0.05),
            ("1", "century", "years", 100.0),
            ("3000", "rpm", "Hz", 50.0),
            ("1", "ton", "kg", 907.18474),
            ("1", "long ton", "kg", 1016.0469088),
            ("1", "lbf", "newtons", 4.4482216152605),
            ("180", "degrees", "radians", std::f64::consts::PI),
        ] {
            let found = converted(value, from, to);
            let error = (found - expected).abs();
            assert!(
                error <= expected.abs() * 1e-12,
                "{value} {from} is {found} {to}, not {expected}"
            );
        }
    }

    #[test]
    fn unlike_units_are_not_converted() {
        let one = Interval::exact(Rational::ONE);
        assert_eq!(unit("km").convert(&one, unit("kg")), None);
        assert_eq!(unit("USD").convert(&one, unit("GBP")), None);
        assert_eq!(unit("dB").convert(&one, Unit::NONE), None);
    }

    #[test]
    fn an_everyday_name_has_its_variants() {
        let names = |name: &str| -> Vec<&str> {
            let row = unit(name).of;
            let symbol = |&id: &UnitId| id.row().symbol.as_str();
            row.candidates().iter().map(symbol).collect()
        };
        assert_eq!(names("gallon"), ["gal", "imp gal"]);
        assert_eq!(names("tonne"), ["t", "short ton", "long ton"]);
        assert_eq!(names("miles"), ["mi", "nmi"]);
        assert_eq!(names("mpg"), ["mpg", "imp mpg"]);
        assert_eq!(names("km"), ["km"]);
    }

    #[test]
    fn squares_and_cubes_are_rows() {
        assert_eq!(unit("km").of.squared(), Some(unit("sq km").of));
        assert_eq!(unit("feet").of.cubed(), Some(unit("cubic feet").of));
        assert_eq!(unit("kg").of.squared(), None);
    }

    #[test]
    fn a_currency_per_a_currency_has_no_dimension() {
        let rate = Unit::rate(unit("USD").of, unit("GBP").of);
        assert_eq!(rate.dimension(), None);
        assert!(!rate.is_like(rate));
        let price = Unit::rate(unit("GBP").of, unit("kg").of);
        assert!(price.is_like(Unit::rate(unit("pence").of, unit("lb").of)));
        assert!(!price.is_currency() && unit("pence").is_currency());
    }
}
