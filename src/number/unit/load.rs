//! Reads the table of units from the files that are part of the program.

use std::collections::HashMap;

use serde::Deserialize;

use super::table::{Common, Spellings};
use super::{UnitId, UnitRow, Units};
use crate::number::{Dimension, Rational};

const UNITS: &str = include_str!(concat!(env!("OUT_DIR"), "/number/units.json"));
const CURRENCIES: &str = include_str!(concat!(env!("OUT_DIR"), "/number/currencies.json"));

/// An entry of either file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    symbol: String,
    /// Words that mean this unit before any other.
    #[serde(default)]
    names: Vec<String>,
    /// Words that mean another unit first.
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    tight: Vec<String>,
    #[serde(default)]
    signs: Vec<String>,
    /// Base dimensions with exponents; none for a currency.
    #[serde(default)]
    measures: String,
    /// A decimal or a fraction of two.
    factor: Option<String>,
    offset: Option<String>,
    /// The symbol of the unit that it subdivides.
    part_of: Option<String>,
    square_of: Option<String>,
    cube_of: Option<String>,
    /// The two symbols of the rate that it stands for, with a slash.
    rate: Option<String>,
    /// Symbols of the units that share its everyday name.
    #[serde(default)]
    variants: Vec<String>,
}

pub(super) fn units() -> Units {
    let units: Vec<Entry> = entries(UNITS).expect("units.yaml is part of the program and tested");
    let currencies: Vec<Entry> =
        entries(CURRENCIES).expect("currencies.yaml is part of the program and tested");
    build(&units, &currencies).expect("the tables are part of the program and tested")
}

/// The entries of a file, as `build.rs` wrote it down.
fn entries(json: &str) -> Result<Vec<Entry>, serde_json::Error> {
    serde_json::from_str(json)
}

/// `None` when an entry names what is not there.
fn build(units: &[Entry], currencies: &[Entry]) -> Option<Units> {
    let physical = units.len();
    let entries: Vec<&Entry> = units.iter().chain(currencies).collect();
    let ids: Vec<UnitId> = (1..=entries.len())
        .map(|place| u16::try_from(place).ok().map(UnitId))
        .collect::<Option<_>>()?;
    let symbols: HashMap<String, UnitId> = entries
        .iter()
        .zip(&ids)
        .map(|(entry, &id)| (entry.symbol.clone(), id))
        .collect();
    let find = |symbol: &str| symbols.get(symbol).copied();

    let mut table = Units {
        rows: vec![bare()],
        common: common(find)?,
        names: Spellings::default(),
        tight: Spellings::default(),
        signs: Spellings::default(),
        squares: HashMap::new(),
        cubes: HashMap::new(),
        rates: HashMap::new(),
        symbols: HashMap::new(),
    };
    for (place, (entry, &id)) in entries.iter().zip(&ids).enumerate() {
        let is_currency = place >= physical;
        table.rows.push(row(entry, id, is_currency, find)?);
        for tight in &entry.tight {
            table.tight.add(tight, id, true);
        }
        for sign in &entry.signs {
            table.signs.add(sign, id, false);
        }
        if let Some(side) = &entry.square_of {
            table.squares.insert(find(side)?, id);
        }
        if let Some(side) = &entry.cube_of {
            table.cubes.insert(find(side)?, id);
        }
        if let Some(rate) = &entry.rate {
            let (of, per) = rate.split_once('/')?;
            table.rates.insert((find(of)?, find(per)?), id);
        }
    }
    spell(&mut table.names, &entries, &ids);
    table.symbols = symbols;
    Some(table)
}

fn spell(names: &mut Spellings, entries: &[&Entry], ids: &[UnitId]) {
    let all = || entries.iter().zip(ids);
    for (entry, &id) in all() {
        for name in &entry.names {
            // ISO codes of currencies are also words: ALL, TRY, TOP.
            let is_code = entry.measures.is_empty() && *name == entry.symbol;
            names.add(name, id, !is_code);
        }
    }
    for (entry, &id) in all() {
        for name in &entry.also {
            names.add(name, id, true);
        }
    }
}

/// The row of no unit.
fn bare() -> UnitRow {
    UnitRow {
        symbol: String::new(),
        names: Vec::new(),
        tight: Vec::new(),
        signs: Vec::new(),
        dimension: Dimension::NONE,
        factor: Rational::ONE,
        offset: Rational::ZERO,
        part_of: UnitId::NONE,
        candidates: vec![UnitId::NONE],
    }
}

fn row(
    entry: &Entry,
    id: UnitId,
    is_currency: bool,
    find: impl Fn(&str) -> Option<UnitId>,
) -> Option<UnitRow> {
    let part_of = match &entry.part_of {
        Some(whole) => find(whole)?,
        None => UnitId::NONE,
    };
    let whole = if part_of == UnitId::NONE { id } else { part_of };
    let dimension = if is_currency {
        Dimension::money(whole)
    } else {
        Dimension::parse(&entry.measures)?
    };
    let variants = entry.variants.iter().map(|symbol| find(symbol));
    Some(UnitRow {
        symbol: entry.symbol.clone(),
        names: entry.names.iter().chain(&entry.also).cloned().collect(),
        tight: entry.tight.clone(),
        signs: entry.signs.clone(),
        dimension,
        factor: number(entry.factor.as_deref().unwrap_or("1"))?,
        offset: number(entry.offset.as_deref().unwrap_or("0"))?,
        part_of,
        candidates: [Some(id)]
            .into_iter()
            .chain(variants)
            .collect::<Option<_>>()?,
    })
}

fn number(text: &str) -> Option<Rational> {
    match text.split_once('/') {
        Some((over, under)) => Rational::parse(over)?.over(Rational::parse(under)?),
        None => Rational::parse(text),
    }
}

fn common(find: impl Fn(&str) -> Option<UnitId>) -> Option<Common> {
    Some(Common {
        percent: find("%")?,
        points: find("pp")?,
        basis_point: find("bp")?,
        second: find("s")?,
        minute: find("min")?,
        hour: find("h")?,
        day: find("d")?,
        week: find("wk")?,
        month: find("mo")?,
        year: find("yr")?,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_tables_are_sorted_and_name_each_unit_once() {
        let mut seen = HashSet::new();
        for json in [UNITS, CURRENCIES] {
            let symbols: Vec<String> = entries(json)
                .unwrap()
                .into_iter()
                .map(|entry| entry.symbol)
                .collect();
            assert!(symbols.is_sorted(), "out of order");
            for symbol in symbols {
                assert!(
                    !symbol.is_empty() && seen.insert(symbol.clone()),
                    "{symbol} twice"
                );
            }
        }
    }

    #[test]
    fn an_entry_is_one_line_and_read_as_written() {
        for (json, yaml) in [
            (UNITS, include_str!("../units.yaml")),
            (CURRENCIES, include_str!("../currencies.yaml")),
        ] {
            let lines = yaml.lines().filter(|line| line.starts_with("- {")).count();
            let read = entries(json).unwrap();
            assert_eq!(lines, read.len());
            let written: Vec<Entry> = serde_yaml::from_str(yaml).unwrap();
            assert_eq!(format!("{read:?}"), format!("{written:?}"));
        }
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
