//! Fills the lexicon from its data files: words with their senses, and the
//! word classes of the grammars.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::senses::{DayPart, Reference, TimeUnit, TimeWord};
use super::{Class, Lexicon, Scale};
use crate::number::{Hedge, Holiday, Unit, Units};

const NUMERALS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/numerals.json"));
const HOLIDAYS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/holidays.json"));
const TIME: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/time.json"));
const CLASSES: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/classes.json"));
const HEDGES: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/hedges.json"));
const NATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/nations.json"));
const PLURALS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/plurals.json"));
const VERBS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/verbs.json"));

#[derive(Deserialize)]
struct Numerals {
    cardinals: BTreeMap<String, u8>,
    scales: BTreeMap<String, (u8, u8)>,
    ordinals: BTreeMap<String, u16>,
    fractions: BTreeMap<String, u8>,
    multiples: BTreeMap<String, i8>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Calendar {
    months: BTreeMap<String, u8>,
    weekdays: BTreeMap<String, u8>,
    units: BTreeMap<String, TimeUnit>,
    day_parts: BTreeMap<String, DayPart>,
    seasons: BTreeMap<String, u8>,
    zones: BTreeMap<String, Option<i16>>,
    recurrences: BTreeMap<String, (u8, TimeUnit)>,
    decades: BTreeMap<String, u8>,
    tenses: BTreeMap<String, Reference>,
    references: BTreeMap<String, Reference>,
}

pub(super) fn fill(lexicon: &mut Lexicon) {
    numerals(lexicon, shipped(NUMERALS));
    calendar(lexicon, shipped(TIME));
    holidays(lexicon, shipped(HOLIDAYS));
    hedges(lexicon, shipped(HEDGES));
    classes(lexicon, shipped(CLASSES));
    currencies(lexicon);
}

/// A data file of the crate, as `build.rs` wrote it down. It is under test, so
/// that it always parses.
fn shipped<T: for<'d> Deserialize<'d>>(json: &str) -> T {
    serde_json::from_str(json).expect("the shipped data files parse: every test reads them")
}

fn numerals(lexicon: &mut Lexicon, numerals: Numerals) {
    for (word, value) in numerals.cardinals {
        lexicon.senses_mut(&word).cardinal = Some(value);
    }
    for (word, (of, zeros)) in numerals.scales {
        lexicon.senses_mut(&word).scale = Some(Scale { of, zeros });
    }
    for (word, value) in numerals.ordinals {
        lexicon.senses_mut(&word).ordinal = Some(value);
    }
    for (word, parts) in numerals.fractions {
        lexicon.senses_mut(&word).fraction = Some(parts);
    }
    for (word, times) in numerals.multiples {
        lexicon.senses_mut(&word).multiple = Some(times);
    }
}

fn calendar(lexicon: &mut Lexicon, calendar: Calendar) {
    for (word, month) in calendar.months {
        lexicon.senses_mut(&word).month = Some(month);
    }
    for (word, weekday) in calendar.weekdays {
        lexicon.senses_mut(&word).weekday = Some(weekday);
    }
    let units = calendar.units.into_iter();
    let parts = calendar.day_parts.into_iter();
    let seasons = calendar.seasons.into_iter();
    let zones = calendar.zones.into_iter();
    let recurrences = calendar.recurrences.into_iter();
    let decades = calendar.decades.into_iter();
    let references = calendar.references.into_iter();
    let words = units
        .map(|(word, unit)| (word, TimeWord::Unit(unit)))
        .chain(parts.map(|(word, part)| (word, TimeWord::DayPart(part))))
        .chain(seasons.map(|(word, season)| (word, TimeWord::Season(season))))
        .chain(zones.map(|(word, east)| (word, TimeWord::Zone(east))))
        .chain(recurrences.map(|(word, (count, unit))| (word, TimeWord::Recurrence(count, unit))))
        .chain(decades.map(|(word, decade)| (word, TimeWord::Decade(decade))))
        .chain(references.map(|(word, reference)| (word, TimeWord::Reference(reference))));
    for (word, meaning) in words {
        lexicon.senses_mut(&word).time = Some(meaning);
    }
    for verb in past_forms().keys() {
        lexicon.senses_mut(verb).tense = Some(Reference::Past);
    }
    for (word, tense) in calendar.tenses {
        lexicon.senses_mut(&word).tense = Some(tense);
    }
}

fn holidays(lexicon: &mut Lexicon, holidays: BTreeMap<String, Holiday>) {
    for (name, holiday) in holidays {
        lexicon.put_holiday(&name, holiday);
    }
}

fn hedges(lexicon: &mut Lexicon, hedges: BTreeMap<String, Vec<String>>) {
    for (name, expressions) in hedges {
        let (name, behind) = match name.strip_suffix("-behind") {
            Some(name) => (name, true),
            None => (name.as_str(), false),
        };
        for expression in expressions {
            if behind {
                lexicon.put_hedge_behind(&expression, hedge(name));
            } else {
                lexicon.put_hedge(&expression, hedge(name));
            }
        }
    }
}

fn hedge(name: &str) -> Hedge {
    match name {
        "about" => Hedge::About,
        "at-least" => Hedge::AtLeast,
        "at-most" => Hedge::AtMost,
        "exactly" => Hedge::Exactly,
        "just-over" => Hedge::JustOver,
        "just-under" => Hedge::JustUnder,
        "less-than" => Hedge::LessThan,
        "more-than" => Hedge::MoreThan,
        "nearly" => Hedge::Nearly,
        _ => Hedge::None,
    }
}

fn classes(lexicon: &mut Lexicon, entries: BTreeMap<String, Vec<String>>) {
    for (name, class) in Class::ALL {
        let id = lexicon.intern_class(name);
        for entry in entries.get(name).into_iter().flatten() {
            lexicon.put(id, entry);
            lexicon.senses_mut(entry).classes |= 1 << class as u8;
        }
    }
}

/// The last word of every currency that is called by several: `dollar` of
/// “Canadian dollar”.
fn currencies(lexicon: &mut Lexicon) {
    let class = lexicon.intern_class("currency-noun");
    for (name, unit) in Units::table().names() {
        if let Some((_, noun)) = name.rsplit_once(' ')
            && Unit::of(unit).is_currency()
        {
            lexicon.put(class, noun);
            lexicon.senses_mut(noun).classes |= 1 << Class::CurrencyNoun as u8;
        }
    }
}

/// The singular of a folded noun. After the suffix rules of Quirk et al., *A
/// Comprehensive Grammar of the English Language*, 5.73 to 5.103.
pub(super) fn singular(noun: &str) -> String {
    static PLURAL: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let irregular = PLURAL.get_or_init(|| shipped(PLURALS));
    if let Some(singular) = irregular.get(noun) {
        return singular.clone();
    }
    let Some(stem) = noun.strip_suffix('s').filter(|stem| stem.len() > 2) else {
        return noun.to_owned();
    };
    if stem.ends_with(['s', 'u', 'i']) {
        return noun.to_owned();
    }
    if let Some(stem) = stem.strip_suffix("ie").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let hissing = ["sse", "she", "che", "xe", "zze", "oe"];
    if hissing.iter().any(|end| stem.ends_with(end)) {
        return stem[..stem.len() - 1].to_owned();
    }
    stem.to_owned()
}

/// The stem of a folded verb: what its forms share. Silent `e` and doubled
/// consonants are cut, so that it need not be a word.
pub(super) fn stem(verb: &str) -> String {
    let verb = past_forms().get(verb).map_or(verb, String::as_str);
    let cut = ["ing", "ied", "ies", "ed", "es", "s", "e", "y"]
        .iter()
        .find_map(|end| verb.strip_suffix(end).filter(|stem| stem.len() > 1))
        .unwrap_or(verb);
    let cut = cut.strip_suffix('i').unwrap_or(cut);
    let mut letters = cut.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && cut.len() > 3 => {
            cut[..cut.len() - last.len_utf8()].to_owned()
        }
        _ => cut.to_owned(),
    }
}

fn past_forms() -> &'static BTreeMap<String, String> {
    static PAST: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAST.get_or_init(|| shipped(VERBS))
}

/// The country that a folded word names, or whose the word calls something.
pub(super) fn nation(word: &str) -> Option<&'static str> {
    static NATION: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let nations = NATION.get_or_init(|| shipped(NATIONS));
    nations.get(word).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_hold_what_their_files_do() {
        type Lists = BTreeMap<String, Vec<String>>;
        type Words = BTreeMap<String, String>;
        for (json, yaml) in [
            (CLASSES, include_str!("classes.yaml")),
            (HEDGES, include_str!("hedges.yaml")),
        ] {
            assert_eq!(shipped::<Lists>(json), serde_yaml::from_str(yaml).unwrap());
        }
        for (json, yaml) in [
            (NATIONS, include_str!("nations.yaml")),
            (PLURALS, include_str!("plurals.yaml")),
            (VERBS, include_str!("verbs.yaml")),
        ] {
            assert_eq!(shipped::<Words>(json), serde_yaml::from_str(yaml).unwrap());
        }
    }
}
