//! Makes the table of units of its two files.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::number::unit::table::{Common, Spellings, of_name};
use crate::number::{Dimension, Rational, UnitId, UnitRow, Units};

const UNITS: &str = include_str!("../src/number/units.yaml");
const CURRENCIES: &str = include_str!("../src/number/currencies.yaml");

impl Units {
    /// The one table.
    pub(crate) fn table() -> &'static Units {
        static TABLE: OnceLock<Units> = OnceLock::new();
        TABLE.get_or_init(|| {
            let units = entries(UNITS);
            let currencies = entries(CURRENCIES);
            build(&units, &currencies).expect("every symbol that an entry names has an entry")
        })
    }
}

fn entries(yaml: &str) -> Vec<Entry> {
    serde_yaml::from_str(yaml).expect("the data files are sound YAML")
}

/// A text for as long as the table, which is as long as the script runs.
fn kept(text: &str) -> &'static str {
    text.to_owned().leak()
}

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

/// `None` when an entry names what is not there.
fn build(units: &[Entry], currencies: &[Entry]) -> Option<Units> {
    let physical = units.len();
    let entries: Vec<&Entry> = units.iter().chain(currencies).collect();
    let ids: Vec<UnitId> = (1..=entries.len())
        .map(|place| u16::try_from(place).ok().map(UnitId))
        .collect::<Option<_>>()?;
    let symbols: BTreeMap<&str, UnitId> = entries
        .iter()
        .zip(&ids)
        .map(|(entry, &id)| (entry.symbol.as_str(), id))
        .collect();
    let find = |symbol: &str| symbols.get(symbol).copied();

    let mut table = Units {
        rows: vec![bare()],
        common: common(find)?,
        names: Spellings::default(),
        tight: Spellings::default(),
        signs: Spellings::default(),
        squares: BTreeMap::new(),
        cubes: BTreeMap::new(),
        rates: BTreeMap::new(),
        symbols: symbols.values().copied().collect(),
    };
    for (place, (entry, &id)) in entries.iter().zip(&ids).enumerate() {
        let is_currency = place >= physical;
        table.rows.push(row(entry, id, is_currency, find)?);
        for tight in &entry.tight {
            table.tight.add(kept(tight), id, true);
        }
        for sign in &entry.signs {
            table.signs.add(kept(sign), id, false);
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
    Some(table)
}

fn spell(names: &mut Spellings, entries: &[&Entry], ids: &[UnitId]) {
    let all = || entries.iter().zip(ids);
    for (entry, &id) in all() {
        for name in &entry.names {
            // ISO codes of currencies are also words: ALL, TRY, TOP.
            let is_code = entry.measures.is_empty() && *name == entry.symbol;
            names.add(kept(name), id, !is_code);
        }
    }
    for (entry, &id) in all() {
        for name in &entry.also {
            names.add(kept(name), id, true);
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
        names: entry
            .names
            .iter()
            .chain(&entry.also)
            .map(|name| kept(name))
            .collect(),
        tight: entry.tight.iter().map(|name| kept(name)).collect(),
        signs: entry.signs.iter().map(|sign| kept(sign)).collect(),
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

impl Spellings {
    /// Adds a spelling; `folds` when its case does not count.
    fn add(&mut self, name: &'static str, unit: UnitId, folds: bool) {
        self.order.push((name, unit));
        insert(&mut self.exact, name, unit);
        let is_long = name.chars().nth(2).is_some();
        let is_small = name.chars().nth(1).is_some() && !name.contains(char::is_uppercase);
        if folds && (is_long || is_small) {
            insert(&mut self.folded, name.to_lowercase().leak(), unit);
        }
    }
}

/// Adds a unit behind the others of its spelling, if it is not among them.
fn insert(names: &mut Vec<(&'static str, UnitId)>, name: &'static str, unit: UnitId) {
    let end = names.partition_point(|&(known, _)| known <= name);
    if !of_name(names, name).contains(&(name, unit)) {
        names.insert(end, (name, unit));
    }
}
