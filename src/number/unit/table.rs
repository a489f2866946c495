//! The table of units, read once from its two files.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{UnitId, UnitRow, load};

/// All units and currencies, and every way in which they are written.
#[derive(Debug)]
pub struct Units {
    pub(super) rows: Vec<UnitRow>,
    pub(super) symbols: HashMap<String, UnitId>,
    pub(super) names: Spellings,
    pub(super) tight: Spellings,
    pub(super) signs: Spellings,
    pub(super) squares: HashMap<UnitId, UnitId>,
    pub(super) cubes: HashMap<UnitId, UnitId>,
    pub(super) rates: HashMap<(UnitId, UnitId), UnitId>,
    pub(super) common: Common,
}

/// Rows that the program itself speaks of.
#[derive(Debug, Default)]
pub(super) struct Common {
    pub(super) percent: UnitId,
    pub(super) points: UnitId,
    pub(super) basis_point: UnitId,
    pub(super) second: UnitId,
    pub(super) minute: UnitId,
    pub(super) hour: UnitId,
    pub(super) day: UnitId,
    pub(super) week: UnitId,
    pub(super) month: UnitId,
    pub(super) year: UnitId,
}

impl Units {
    /// The one table.
    pub fn table() -> &'static Units {
        static TABLE: OnceLock<Units> = OnceLock::new();
        TABLE.get_or_init(load::units)
    }

    /// What the table says of a unit.
    pub fn row(&self, unit: UnitId) -> &UnitRow {
        &self.rows[unit.place()]
    }

    /// Every unit, [`UnitId::NONE`] first.
    pub fn ids(&self) -> impl Iterator<Item = UnitId> {
        // The loader refuses a table that outgrows its ids.
        (0..self.rows.len()).map(|place| UnitId(place as u16))
    }

    /// The unit of that symbol, in exactly that spelling.
    pub fn symbol(&self, symbol: &str) -> Option<UnitId> {
        self.symbols.get(symbol).copied()
    }

    /// The units written so, likeliest first. Words are separated by one
    /// blank. A spelling that is in the table counts as it stands (`mW` is not
    /// `MW`); any other may differ in case, but not if it is a single letter, a
    /// symbol of two with a capital, or the code of a currency: `M` is no
    /// metre, `pa` no pascal, and `all` no Albanian lek. Money's signs are not names, see [`Units::signed`].
    ///
    /// ```
    /// use addup::number::Units;
    ///
    /// let table = Units::table();
    /// let symbols = |name| -> Vec<&str> {
    ///     table.named(name).map(|id| table.row(id).symbol.as_str()).collect()
    /// };
    /// assert_eq!(symbols("pounds"), ["lb", "GBP"]);
    /// assert_eq!(symbols("MPH"), ["mph"]);
    /// assert_eq!(symbols("m"), ["m"]);
    /// assert!(symbols("M").is_empty());
    /// ```
    pub fn named(&self, name: &str) -> impl Iterator<Item = UnitId> {
        self.names.find(name).iter().copied()
    }

    /// The same, with those spellings that are units only where they touch the
    /// number (`10in`, `24p`) or follow a larger unit (`5 ft 10 in`).
    ///
    /// ```
    /// use addup::number::Units;
    ///
    /// let table = Units::table();
    /// assert_eq!(table.named("in").next(), None);
    /// assert_eq!(table.named_tight("in").next(), table.symbol("in"));
    /// ```
    pub fn named_tight(&self, name: &str) -> impl Iterator<Item = UnitId> {
        let names = self.names.find(name).iter();
        self.tight.find(name).iter().chain(names).copied()
    }

    /// The currency of a sign or prefix that stands before the amount: `$` is
    /// the US dollar's, `¥` the yen's.
    ///
    /// ```
    /// use addup::number::Units;
    ///
    /// let table = Units::table();
    /// assert_eq!(table.signed("HK$"), table.symbol("HKD"));
    /// assert_eq!(table.signed("$"), table.symbol("USD"));
    /// ```
    pub fn signed(&self, sign: &str) -> Option<UnitId> {
        self.signs.find(sign).first().copied()
    }

    /// Every name with a unit that it names, likeliest first where it names
    /// several. Names of two or more words are among them.
    pub fn names(&self) -> impl Iterator<Item = (&str, UnitId)> {
        self.names.all()
    }

    /// Every spelling that is a unit only where it touches the number or
    /// follows a larger unit.
    pub fn tight_names(&self) -> impl Iterator<Item = (&str, UnitId)> {
        self.tight.all()
    }

    /// Every sign or prefix of a currency.
    pub fn signs(&self) -> impl Iterator<Item = (&str, UnitId)> {
        self.signs.all()
    }

    /// The unit of the unit's square.
    pub fn squared(&self, unit: UnitId) -> Option<UnitId> {
        self.squares.get(&unit).copied()
    }

    /// The unit of the unit's cube.
    pub fn cubed(&self, unit: UnitId) -> Option<UnitId> {
        self.cubes.get(&unit).copied()
    }

    pub(super) fn rate_row(&self, of: UnitId, per: UnitId) -> Option<UnitId> {
        self.rates.get(&(of, per)).copied()
    }

    pub(super) fn common(&self) -> &Common {
        &self.common
    }
}

/// Spellings and the units they stand for, likeliest first.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    order: Vec<(String, UnitId)>,
    exact: HashMap<String, Vec<UnitId>>,
    folded: HashMap<String, Vec<UnitId>>,
}

impl Spellings {
    /// Adds a spelling; `folds` when its case does not count. In spellings of
    /// two characters a capital always counts: “pa” is no pascal.
    pub(super) fn add(&mut self, name: &str, unit: UnitId, folds: bool) {
        self.order.push((name.to_owned(), unit));
        push_new(self.exact.entry(name.to_owned()).or_default(), unit);
        let is_long = name.chars().nth(2).is_some();
        let is_small = name.chars().nth(1).is_some() && !name.contains(char::is_uppercase);
        if folds && (is_long || is_small) {
            push_new(self.folded.entry(name.to_lowercase()).or_default(), unit);
        }
    }

    fn find(&self, name: &str) -> &[UnitId] {
        let units = self.exact.get(name).or_else(|| {
            let is_word = name.chars().nth(1).is_some();
            let is_folded = name.bytes().all(|byte| byte.is_ascii_lowercase());
            match (is_word, is_folded) {
                (false, _) => None,
                (true, true) => self.folded.get(name),
                (true, false) => self.folded.get(&name.to_lowercase()),
            }
        });
        units.map_or(&[], Vec::as_slice)
    }

    fn all(&self) -> impl Iterator<Item = (&str, UnitId)> {
        self.order.iter().map(|(name, unit)| (name.as_str(), *unit))
    }
}

fn push_new(units: &mut Vec<UnitId>, unit: UnitId) {
    if !units.contains(&unit) {
        units.push(unit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols(name: &str) -> Vec<&'static str> {
        let table = Units::table();
        let symbol = |id| table.row(id).symbol.as_str();
        table.named(name).map(symbol).collect()
    }

    #[test]
    fn case_counts_where_it_tells_units_apart() {
        assert_eq!(symbols("MW"), ["MW"]);
        assert_eq!(symbols("mW"), ["mW"]);
        assert_eq!(symbols("Mb"), ["Mbit"]);
        assert_eq!(symbols("KM"), ["km"]);
        assert_eq!(symbols("Kilometres"), ["km"]);
        assert!(symbols("pa").is_empty());
    }

    #[test]
    fn a_common_word_is_no_unit() {
        for word in ["all", "try", "top", "won", "in", "a", "i", "M", "BP", "p"] {
            assert!(symbols(word).is_empty(), "{word}");
        }
        assert_eq!(symbols("TRY"), ["TRY"]);
    }

    #[test]
    fn the_likeliest_unit_comes_first() {
        assert_eq!(symbols("ton"), ["short ton", "long ton", "t"]);
        assert_eq!(symbols("cents")[0], "¢");
        assert_eq!(symbols("degrees")[0], "°");
        assert_eq!(symbols("gallons"), ["gal", "imp gal"]);
    }

    #[test]
    fn every_sign_is_one_currency() {
        let table = Units::table();
        for (sign, id) in table.signs() {
            assert_eq!(table.signed(sign), Some(id), "{sign}");
            assert!(table.row(id).dimension.is_money());
        }
    }

    #[test]
    fn every_name_finds_its_unit() {
        let table = Units::table();
        for (name, id) in table.names() {
            assert!(table.named(name).any(|found| found == id), "{name}");
        }
        for (name, id) in table.tight_names() {
            assert!(table.named_tight(name).any(|found| found == id), "{name}");
        }
    }
}
