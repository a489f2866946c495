//! A shelf holds the rules of a run, with the words and phrases they use.

use super::Rule;
use super::agenda::Agenda;
use super::compact;
use super::error::RuleError;
use super::load::{Loading, Origin};
use super::matcher::Stops;
use super::program::Finder;
use super::scalar::Sheet;
use crate::lexicon::Lexicon;

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
    pub(crate) finders: Vec<Finder>,
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
        let shipped = compact::shipped().filter(|files| files.len() == SHIPPED.len());
        let Some(shipped) = shipped.filter(|_| extra.is_empty()) else {
            // The user's phrases and classes may not fit the shipped rules:
            // only their full form is checked, and knows where they name them.
            return Shelf::shipped_with(extra);
        };
        let mut loading = Loading::default();
        for (place, contents) in shipped {
            let (name, text) = SHIPPED[place];
            loading.add(Sheet::compact(name, text), contents, Origin::Shipped);
        }
        loading.finish().or_else(|_| Shelf::shipped_with(extra))
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
