//! A unit is what a number counts in: kilometres, pounds sterling, per cent,
//! or nothing at all. The table is `units.yaml`.

use super::Rational;

/// A row of the table of units. Equal rows are equal units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId(u16);

/// A unit: a row of the table, or one row for each of another (`km` per `h`,
/// `GBP` per `t`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// What is counted.
    pub of: UnitId,
    /// For each of what; [`UnitId::NONE`] when it is no rate.
    pub per: UnitId,
}

impl UnitId {
    /// No unit: a bare count. The table's row 0.
    pub const NONE: UnitId = UnitId(0);
}

/// The exponents of a unit over the base dimensions, so that units can be
/// multiplied and compared. Each currency is a dimension of its own: pounds
/// and dollars are never added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Dimension {
    /// length, mass, time, temperature, current, data, angle, money
    pub exponents: [i8; 8],
    /// The currency, when the money exponent is not 0.
    pub currency: UnitId,
}

/// What the table says of one unit.
#[derive(Clone, Debug)]
pub struct UnitRow {
    /// Symbol used in reports and JSON: `km`, `GBP`, `%`. A currency's is its
    /// ISO 4217 code.
    pub symbol: String,
    /// Every way it is written, symbol and words in the singular and plural:
    /// `km`, `kilometre`, `kilometres`, `square mile`.
    pub names: Vec<String>,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units (SI, or one unit of the currency) make one of it.
    pub factor: Rational,
    /// What is added after scaling: nought but for readings in °C and °F.
    pub offset: Rational,
    /// The subdivision's parent: `GBP` for pence. [`UnitId::NONE`] otherwise.
    pub part_of: UnitId,
}

impl Unit {
    /// STUB
    pub fn is_none(self) -> bool {
        self == Unit::default()
    }
    /// STUB
    pub fn symbol(self) -> String {
        String::new()
    }
}

macro_rules! stub_units {
    ($($name:ident $n:literal),*) => { impl UnitId { $(
        /// STUB
        pub fn $name() -> UnitId { UnitId($n) }
    )* } };
}
stub_units!(second 1, minute 2, hour 3, day 4, week 5, month 6, year 7);
