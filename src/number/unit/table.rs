//! The table of units, which `build.rs` makes of its two files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{UnitId, UnitRow};

/// All units and currencies, and every way in which they are written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Units {
    pub(crate) rows: Vec<UnitRow>,
    /// In the order of their symbols.
    pub(crate) symbols: Vec<UnitId>,
    pub(crate) names: Spellings,
    pub(crate) tight: Spellings,
    pub(crate) signs: Spellings,
    pub(crate) squares: BTreeMap<UnitId, UnitId>,
    pub(crate) cubes: BTreeMap<UnitId, UnitId>,
    pub(crate) rates: BTreeMap<(UnitId, UnitId), UnitId>,
    pub(crate) common: Common,
}

/// Rows that the program itself speaks of.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Common {
    pub(crate) percent: UnitId,
    pub(crate) points: UnitId,
    pub(crate) basis_point: UnitId,
    pub(crate) second: UnitId,
    pub(crate) minute: UnitId,
    pub(crate) hour: UnitId,
    pub(crate) day: UnitId,
    pub(crate) week: UnitId,
    pub(crate) month: UnitId,
    pub(crate) year: UnitId,
}

impl Units {
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
        let symbols = &self.symbols;
        let place = symbols.binary_search_by(|&id| self.row(id).symbol.as_str().cmp(symbol));
        Some(symbols[place.ok()?])
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
        self.names.find(name)
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
        self.tight.find(name).chain(self.names.find(name))
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
        self.signs.find(sign).next()
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

/// Spellings and the units they stand for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Spellings {
    /// As they were added.
    pub(crate) order: Vec<(&'static str, UnitId)>,
    /// By spelling, those of one likeliest first.
    pub(crate) exact: Vec<(&'static str, UnitId)>,
    /// The same in small letters, where case does not count. In spellings of
    /// two characters a capital always counts: “pa” is no pascal.
    pub(crate) folded: Vec<(&'static str, UnitId)>,
}

impl Spellings {
    fn find(&self, name: &str) -> impl Iterator<Item = UnitId> {
        let mut found = of_name(&self.exact, name);
        if found.is_empty() && name.chars().nth(1).is_some() {
            let is_folded = name.bytes().all(|byte| byte.is_ascii_lowercase());
            found = if is_folded {
                of_name(&self.folded, name)
            } else {
                of_name(&self.folded, &name.to_lowercase())
            };
        }
        found.iter().map(|&(_, unit)| unit)
    }

    fn all(&self) -> impl Iterator<Item = (&str, UnitId)> {
        self.order.iter().copied()
    }
}

/// The entries of a spelling.
pub(crate) fn of_name<'n>(
    names: &'n [(&'static str, UnitId)],
    name: &str,
) -> &'n [(&'static str, UnitId)] {
    let start = names.partition_point(|&(known, _)| known < name);
    let same = names[start..]
        .iter()
        .take_while(|&&(known, _)| known == name);
    &names[start..start + same.count()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Rational;

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

    #[test]
    fn every_symbol_finds_its_unit_and_is_one_units_alone() {
        let table = Units::table();
        for id in table.ids().skip(1) {
            assert_eq!(table.symbol(&table.row(id).symbol), Some(id));
        }
    }

    #[test]
    fn the_files_are_sorted_and_an_entry_is_one_line() {
        let mut entries = 0;
        for yaml in [
            include_str!("../units.yaml"),
            include_str!("../currencies.yaml"),
        ] {
            let lines: Vec<&str> = yaml
                .lines()
                .filter(|line| line.starts_with("- {"))
                .collect();
            let symbol = |line: &&str| {
                let rest = line.strip_prefix("- {symbol: ")?;
                Some(rest.split(", ").next()?.trim_matches('"').to_owned())
            };
            let symbols: Vec<Option<String>> = lines.iter().map(symbol).collect();
            assert!(symbols.is_sorted() && symbols.iter().all(Option::is_some));
            entries += lines.len();
        }
        assert_eq!(Units::table().ids().count(), 1 + entries);
    }

    #[test]
    fn every_factor_is_positive() {
        let table = Units::table();
        for id in table.ids() {
            assert!(
                table.row(id).factor > Rational::ZERO,
                "{}",
                table.row(id).symbol
            );
        }
    }

    #[test]
    fn squares_cubes_and_rates_have_the_factors_they_should() {
        let table = Units::table();
        let row = |id: UnitId| table.row(id);
        for (&side, &square) in &table.squares {
            let expected = row(side).factor.times(row(side).factor).unwrap();
            assert_eq!(row(square).factor, expected, "{}", row(square).symbol);
            assert_eq!(Some(row(square).dimension), row(side).dimension.power(2));
        }
        for (&side, &cube) in &table.cubes {
            let factor = row(side).factor;
            let expected = factor.times(factor).unwrap().times(factor).unwrap();
            assert_eq!(row(cube).factor, expected, "{}", row(cube).symbol);
            assert_eq!(Some(row(cube).dimension), row(side).dimension.power(3));
        }
        for (&(of, per), &rate) in &table.rates {
            let expected = row(of).factor.over(row(per).factor).unwrap();
            assert_eq!(row(rate).factor, expected, "{}", row(rate).symbol);
            let dimension = row(of).dimension.over(row(per).dimension);
            assert_eq!(Some(row(rate).dimension), dimension);
        }
    }

    #[test]
    fn variants_measure_the_same() {
        let table = Units::table();
        for id in table.ids() {
            for &variant in &table.row(id).candidates {
                assert_eq!(table.row(variant).dimension, table.row(id).dimension);
            }
        }
    }

    #[test]
    fn a_part_of_a_currency_is_its_currency() {
        let table = Units::table();
        let pence = table.named("pence").next().unwrap();
        let pound = table.symbol("GBP").unwrap();
        assert_eq!(table.row(pence).part_of, pound);
        assert_eq!(table.row(pence).dimension, table.row(pound).dimension);
    }
}
