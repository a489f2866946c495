//! Fills the lexicon of the grammars from its data files: words with their
//! senses, and word classes.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lexicon::{Class, DayPart, Lead, Lexicon, Reference, Scale, TimeUnit, TimeWord};
use crate::number::{Hedge, Holiday, Unit, Units};

const NUMERALS: &str = include_str!("../src/lexicon/numerals.yaml");
const HOLIDAYS: &str = include_str!("../src/lexicon/holidays.yaml");
const TIME: &str = include_str!("../src/lexicon/time.yaml");
const VERBS: &str = include_str!("../src/lexicon/verbs.yaml");
const CLASSES: &str = include_str!("../src/lexicon/classes.yaml");
const HEDGES: &str = include_str!("../src/lexicon/hedges.yaml");

#[derive(Deserialize)]
struct Numerals {
    cardinals: BTreeMap<String, u8>,
    scales: BTreeMap<String, (u8, u8)>,
    ordinals: BTreeMap<String, u16>,
    fractions: BTreeMap<String, u64>,
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
    leads: BTreeMap<Lead, Vec<String>>,
}

/// The words that the grammars know, and the word classes built on them.
pub(crate) fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon::empty();
    numerals(&mut lexicon, read(NUMERALS));
    calendar(&mut lexicon, read(TIME));
    holidays(&mut lexicon, read(HOLIDAYS));
    hedges(&mut lexicon, read(HEDGES));
    classes(&mut lexicon, read(CLASSES));
    currencies(&mut lexicon);
    unit_words(&mut lexicon);
    lexicon.settle();
    lexicon
}

fn read<T: for<'d> Deserialize<'d>>(yaml: &str) -> T {
    // `no` is a word.
    let options = serde_yaml::options! { strict_booleans: true };
    serde_yaml::from_str_with_options(yaml, options).expect("the data files are sound YAML")
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
    for verb in read::<BTreeMap<String, String>>(VERBS).keys() {
        lexicon.senses_mut(verb).tense = Some(Reference::Past);
    }
    for (word, tense) in calendar.tenses {
        lexicon.senses_mut(&word).tense = Some(tense);
    }
    for (kind, words) in calendar.leads {
        for word in words {
            lexicon.senses_mut(&word).leads |= 1 << kind as u8;
        }
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
        let entries = || entries.get(name).into_iter().flatten();
        for entry in entries() {
            lexicon.senses_mut(entry).classes |= 1 << class as u8;
        }
        if !Class::INNER.contains(&class) {
            let id = lexicon.intern_class(name);
            entries().for_each(|entry| lexicon.put(id, entry));
        }
    }
}

/// Every name of a unit that is one word, so that no other word is looked for among
/// the units.
fn unit_words(lexicon: &mut Lexicon) {
    let table = Units::table();
    for (name, _) in table.names().chain(table.tight_names()) {
        if name.chars().all(char::is_alphabetic) {
            lexicon.senses_mut(name).classes |= 1 << Class::UnitWord as u8;
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
