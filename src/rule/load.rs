//! Loading makes a shelf of rule files: it reads all of them, then settles
//! word classes, phrases and rules, in that order, and gathers what is wrong.

mod names;
mod rule;

use super::error::RuleError;
use super::file::{self, ClassFile, Contents, PhraseFile, RuleFile};
use super::scalar::{Entry, Sheet};
use super::shelf::Shelf;
use super::workshop::{Workshop, unique};
use crate::lexicon::Lexicon;
pub(super) use rule::RuleLoading;

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// One of a set in which every name is unique.
    Shipped,
    /// The user's own, which may replace one of these.
    Extra,
}

/// Files on their way to a shelf.
#[derive(Default)]
pub(crate) struct Loading {
    rules: Vec<Entry<RuleFile>>,
    phrases: Vec<Entry<PhraseFile>>,
    classes: Vec<Entry<ClassFile>>,
    errors: Vec<RuleError>,
    /// The files, in the order of errors.
    order: Vec<String>,
}

impl Loading {
    /// Reads a file.
    pub(crate) fn read(&mut self, name: &str, text: &str, origin: Origin) {
        self.order.push(name.to_owned());
        let sheet = Sheet::new(name, text);
        match file::read(&sheet) {
            Ok(contents) => self.add(sheet, contents, origin),
            Err(error) => self.errors.push(error),
        }
    }

    /// Adds what was read of a file.
    pub(crate) fn add(&mut self, sheet: Sheet, contents: Contents, origin: Origin) {
        let extra = origin == Origin::Extra;
        match contents {
            Contents::Rule(value) => self.rules.push(Entry {
                name: value.id.clone(),
                sheet,
                value: *value,
                extra,
            }),
            Contents::Phrase(value) => self.phrases.push(Entry {
                name: value.phrase.clone(),
                sheet,
                value,
                extra,
            }),
            Contents::Words(value) => {
                self.classes.extend(value.entries(&sheet, extra));
            }
        }
    }

    /// The shelf, or everything that is wrong.
    pub(crate) fn finish(mut self) -> Result<Shelf, Vec<RuleError>> {
        let errors = &mut self.errors;
        let lexicon = Lexicon::of_grammar();
        let mut workshop = Workshop::new(lexicon, self.classes, self.phrases, errors);
        let mut rules = Vec::new();
        for entry in unique(self.rules, "rule", errors) {
            let mut loading = RuleLoading {
                sheet: &entry.sheet,
                workshop: &mut workshop,
                errors,
            };
            rules.extend(loading.rule(entry.value));
        }
        if !self.errors.is_empty() {
            let order = &self.order;
            let place = |error: &RuleError| order.iter().position(|name| name == error.file());
            self.errors
                .sort_by_key(|error| (place(error), error.place().start));
            return Err(self.errors);
        }
        rules.sort_by(|left, right| left.id.cmp(&right.id));
        Ok(Shelf::of(workshop, rules))
    }
}
