//! A shelf holds the rules of a run, with the words and phrases they use.

use super::Rule;
use super::agenda::Agenda;
use super::compile::Phrase;
use super::error::RuleError;
use super::load::{Loading, Origin, RuleLoading};
use super::program::{Finder, Needs, Stops};
use super::record::{PhraseRecord, ShelfRecord};
use super::scalar::Sheet;
use super::speech::Late;
use super::workshop::Workshop;
use crate::lexicon::{Lexicon, WordId};
use crate::prepared;

/// The shipped files, as `build.rs` lists them.
const SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// A rule file's name and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// Its name, as errors show it: a path.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The rules of a run, with the words and phrases they use.
///
/// Articles must be read with the shelf's own [`lexicon`](Shelf::lexicon),
/// so that the words of its rules are recognised in them.
///
/// ```
/// use addup::rule::{RuleText, Shelf};
///
/// let text = "
/// id: part-exceeds-whole
/// summary: A part is greater than its whole
/// severity: error
/// find:
///   text: [\"{part:count} of the {whole:count}\"]
/// assert: part <= whole
/// message: \"{part} cannot be of {whole}\"
/// ";
/// let file = RuleText { name: "part.yaml".into(), text: text.into() };
/// let shelf = Shelf::load(&[file])?;
/// assert_eq!(shelf.rules()[0].id, "part-exceeds-whole");
/// # Ok::<(), Vec<addup::rule::RuleError>>(())
/// ```
#[derive(Debug)]
pub struct Shelf {
    pub(crate) rules: Vec<Rule>,
    pub(crate) lexicon: Lexicon,
    pub(crate) finders: Vec<Late<Finder>>,
    pub(crate) agenda: Agenda,
    pub(crate) word_bits: Vec<u128>,
    pub(crate) stops: Stops,
    pub(crate) phrases: Vec<PhraseSummary>,
}

/// A phrase that rules may name.
#[derive(Clone, Debug)]
pub struct PhraseSummary {
    /// Its name.
    pub name: String,
    /// What it says, in one line.
    pub summary: String,
    /// The name of its file.
    pub file: String,
}

impl Shelf {
    /// Loads rules, phrases and word classes; the order of the files does not
    /// matter.
    ///
    /// # Errors
    ///
    /// Everything that is wrong in any of the files, in the order of the
    /// files.
    pub fn load(files: &[RuleText]) -> Result<Shelf, Vec<RuleError>> {
        let mut loading = Loading::default();
        for file in files {
            loading.read(&file.name, &file.text, Origin::Shipped);
        }
        loading.finish()
    }

    /// Loads the shipped rules.
    pub fn shipped() -> Shelf {
        Shelf::shipped_with(&[]).expect("the shipped rules load: a test loads them")
    }

    /// Loads the shipped rules and more. One of these with the id of a shipped
    /// rule (or the name of a shipped phrase or word class) replaces it.
    ///
    /// # Errors
    ///
    /// Everything that is wrong in any of the files.
    pub fn shipped_with(extra: &[RuleText]) -> Result<Shelf, Vec<RuleError>> {
        let mut loading = Loading::default();
        for (name, text) in SHIPPED {
            loading.read(name, text, Origin::Shipped);
        }
        for file in extra {
            loading.read(&file.name, &file.text, Origin::Extra);
        }
        loading.finish()
    }

    /// Loads the shipped rules and more like
    /// [`shipped_with`](Shelf::shipped_with), for audits alone: where there are
    /// no more, the shipped ones come without what is for readers (`why`,
    /// `limits`, `flags`, `accepts`), which makes loading many times faster.
    ///
    /// # Errors
    ///
    /// Everything that is wrong in any of the files.
    pub fn audit_ready(extra: &[RuleText]) -> Result<Shelf, Vec<RuleError>> {
        if !extra.is_empty() {
            // The user's phrases and classes may not fit the shipped rules:
            // only their full form is checked, and knows where they name them.
            return Shelf::shipped_with(extra);
        }
        match prepared::read(prepared::SHELF).and_then(Shelf::recorded) {
            Some(shelf) => Ok(shelf),
            // The full form tells what is wrong.
            None => Shelf::shipped_with(extra),
        }
    }

    /// The shelf of a record of the shipped files.
    fn recorded(record: ShelfRecord<'static>) -> Option<Shelf> {
        let mut workshop = Workshop::with(record.lexicon, record.stops);
        let mut rules = Vec::with_capacity(record.rules.len());
        for rule in record.rules {
            let &(name, text) = SHIPPED.get(rule.file)?;
            let mut loading = RuleLoading {
                sheet: &Sheet::shipped(name, text),
                workshop: &mut workshop,
                errors: &mut Vec::new(),
            };
            rules.push(loading.recorded(rule)?);
        }
        let phrase = |phrase: &PhraseRecord<'_>| PhraseSummary {
            name: phrase.name.to_owned(),
            summary: phrase.summary.to_owned(),
            file: SHIPPED[phrase.file].0.to_owned(),
        };
        Some(Shelf {
            rules,
            finders: record.finders.into_iter().map(Late::of).collect(),
            agenda: record.agenda,
            word_bits: word_bits(&workshop.lexicon),
            stops: workshop.stops,
            phrases: record.phrases.iter().map(phrase).collect(),
            lexicon: workshop.lexicon,
        })
    }

    /// The shelf of what a workshop has made, with rules sorted by id.
    pub(super) fn of(workshop: Workshop, rules: Vec<Rule>) -> Shelf {
        let phrases = workshop.phrases.values();
        let sought = rules.iter().filter_map(|rule| rule.find.sought());
        Shelf {
            agenda: Agenda::new(&workshop.finders, sought, &workshop.lexicon),
            rules,
            word_bits: word_bits(&workshop.lexicon),
            finders: workshop.finders.into_iter().map(Late::ready).collect(),
            stops: workshop.stops,
            phrases: phrases.map(PhraseSummary::of).collect(),
            lexicon: workshop.lexicon,
        }
    }

    /// The names and texts of the shipped files, sorted by name.
    pub fn shipped_files() -> impl Iterator<Item = (&'static str, &'static str)> {
        SHIPPED.iter().copied()
    }

    /// The rules, sorted by id.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of that id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let place = self.rules.binary_search_by(|rule| rule.id.as_str().cmp(id));
        place.ok().map(|place| &self.rules[place])
    }

    /// The words that articles must be read with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The phrases, sorted by name.
    pub fn phrases(&self) -> &[PhraseSummary] {
        &self.phrases
    }
}

impl PhraseSummary {
    fn of(phrase: &Phrase) -> PhraseSummary {
        PhraseSummary {
            name: phrase.name.value.clone(),
            summary: phrase.summary.clone(),
            file: phrase.sheet.name().to_owned(),
        }
    }
}

/// The bits of [`Needs`] that each word meets.
fn word_bits(lexicon: &Lexicon) -> Vec<u128> {
    let mut bits: Vec<u128> = (0..lexicon.word_count() as u32)
        .map(|id| Needs::word(WordId(id)))
        .collect();
    if let Some(unknown) = bits.first_mut() {
        *unknown = 0;
    }
    let names: Vec<&str> = lexicon.class_names().collect();
    for class in names.into_iter().filter_map(|name| lexicon.class(name)) {
        let firsts = lexicon.expressions(class).iter().map(|words| words[0]);
        for word in lexicon.singles(class).chain(firsts) {
            bits[word.0 as usize] |= Needs::class(class);
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_gives_the_same_rules() {
        let full = Shelf::shipped();
        let recorded = prepared::read(prepared::SHELF).and_then(Shelf::recorded);
        let recorded = recorded.expect("the record is sound");
        for (recorded, full) in recorded.finders.iter().zip(&full.finders) {
            let mut full = full.get().clone();
            for program in full.patterns.iter_mut().chain(&mut full.unless) {
                // Keys are kept in the agenda alone.
                program.key = Box::default();
                program.other_keys = Box::default();
            }
            assert_eq!(format!("{:?}", recorded.get()), format!("{full:?}"));
        }
        for [recorded, full] in [
            [
                format!("{:?}", recorded.agenda),
                format!("{:?}", full.agenda),
            ],
            [
                format!("{:?}", recorded.lexicon),
                format!("{:?}", full.lexicon),
            ],
            [
                format!("{:?}", recorded.phrases),
                format!("{:?}", full.phrases),
            ],
        ] {
            assert_eq!(recorded, full);
        }
        assert_eq!(recorded.finders.len(), full.finders.len());
        assert_eq!(recorded.rules.len(), full.rules.len());
        for (recorded, full) in recorded.rules.iter().zip(&full.rules) {
            assert_eq!(recorded.id, full.id);
            assert_eq!(recorded.summary, full.summary);
            assert_eq!(recorded.severity, full.severity, "{}", full.id);
            assert_eq!(recorded.strict, full.strict, "{}", full.id);
            assert_eq!(recorded.profiles, full.profiles, "{}", full.id);
            let find = [&recorded.find, &full.find].map(|find| format!("{find:?}"));
            assert_eq!(find[0], find[1], "{}", full.id);
            let verdict = [recorded, full].map(|rule| format!("{:?}", rule.verdict.get()));
            assert_eq!(verdict[0], verdict[1], "{}", full.id);
            let speech = [recorded, full].map(|rule| format!("{:?}", rule.speech.get()));
            assert_eq!(speech[0], speech[1], "{}", full.id);
        }
    }
}
