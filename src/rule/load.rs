//! Loading makes a shelf of rule files: it reads all of them, then settles
//! word classes, phrases and rules, in that order, and gathers what is wrong.

mod rule;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::agenda::Agenda;
use super::compile::{Compiler, Declared, Flaw, MOST_INSIDE, Phrase, Phrases};
use super::error::{Fault, RuleError};
use super::file::{self, ClassFile, Contents, PhraseFile, RuleFile};
use super::matcher::Stops;
use super::pattern::{self, Pattern, SortKind};
use super::program::{Finder, Needs};
use super::scalar::{Entry, Scalar, Sheet};
use super::shelf::{PhraseSummary, Shelf};
use super::words;
use crate::lexicon::Lexicon;

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
                self.classes
                    .extend(value.words.0.into_iter().map(|(name, value)| Entry {
                        sheet: sheet.clone(),
                        name,
                        value,
                        extra,
                    }));
            }
        }
    }

    /// The shelf, or everything that is wrong.
    pub(crate) fn finish(mut self) -> Result<Shelf, Vec<RuleError>> {
        let errors = &mut self.errors;
        let mut lexicon = Lexicon::of_grammar();
        let stops = built_in(&mut lexicon);
        let classes = unique(self.classes, "word class", errors);
        words::fill(&mut lexicon, &classes, errors);
        let phrase_files = unique(self.phrases, "phrase", errors);
        for entry in &phrase_files {
            if let Some(class) = classes.iter().find(|c| c.name.value == entry.name.value) {
                let fault = Fault::Combination(format!(
                    "`{}` names a word class and a phrase",
                    entry.name.value
                ));
                let help = format!("the word class stands in {}", class.sheet.name());
                let error = entry.sheet.error_at(&entry.name, fault);
                errors.push(error.with_help(Some(help)));
            }
        }
        let phrases: Phrases = phrase_files
            .into_iter()
            .map(|entry| (entry.name.value.clone(), read_phrase(entry, errors)))
            .collect();
        check_cycles(&phrases, errors);
        let mut finders = Finders::default();
        check_phrases(&mut lexicon, &phrases, &mut finders, errors);
        let mut rules = Vec::new();
        for entry in unique(self.rules, "rule", errors) {
            let mut loading = rule::RuleLoading {
                sheet: &entry.sheet,
                lexicon: &mut lexicon,
                phrases: &phrases,
                finders: &mut finders,
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
        Ok(Shelf {
            rules,
            agenda: Agenda::new(&finders.all, &lexicon),
            word_bits: word_bits(&lexicon),
            lexicon,
            finders: finders.all,
            stops,
            phrases: phrases.values().map(PhraseSummary::of).collect(),
        })
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

/// The finders made so far; rules that name one phrase share its finder.
#[derive(Default)]
struct Finders {
    all: Vec<Finder>,
    by_phrase: BTreeMap<String, usize>,
}

impl Finders {
    fn add(&mut self, finder: Finder) -> usize {
        self.all.push(finder);
        self.all.len() - 1
    }
}

/// The word classes that the language itself knows.
fn built_in(lexicon: &mut Lexicon) -> Stops {
    let text = include_str!("built_in_words.yaml");
    let mut own = Loading::default();
    let compact = include_str!(concat!(env!("OUT_DIR"), "/rule/built_in_words.json"));
    if let Ok(file) = serde_json::from_str(compact) {
        let sheet = Sheet::compact("built_in_words.yaml", text);
        own.add(sheet, Contents::Words(file), Origin::Shipped);
    }
    words::fill(lexicon, &own.classes, &mut Vec::new());
    Stops {
        conjunction: lexicon.intern_class("conjunction"),
        after_comma: lexicon.intern_class("after-comma"),
        change_verb: lexicon.intern_class("change-verb"),
        preposition: lexicon.intern_class("preposition"),
    }
}

/// Leaves one of each name: the user's own rather than the shipped one. Two
/// of one origin are an error.
fn unique<T>(
    entries: Vec<Entry<T>>,
    what: &'static str,
    errors: &mut Vec<RuleError>,
) -> Vec<Entry<T>> {
    let mut kept: Vec<Entry<T>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        match places.get(&entry.name.value) {
            Some(&place) if entry.extra && !kept[place].extra => kept[place] = entry,
            Some(&place) => {
                let fault = Fault::Duplicate {
                    what,
                    name: entry.name.value.clone(),
                };
                let help = format!("the first one stands in {}", kept[place].sheet.name());
                let error = entry.sheet.error_at(&entry.name, fault);
                errors.push(error.with_help(Some(help)));
            }
            None => {
                places.insert(entry.name.value.clone(), kept.len());
                kept.push(entry);
            }
        }
    }
    kept
}

fn read_phrase(entry: Entry<PhraseFile>, errors: &mut Vec<RuleError>) -> Phrase {
    let sheet = entry.sheet;
    let mut captures = Declared::new();
    let mut written = Vec::new();
    for (name, types) in entry.value.captures.0 {
        match pattern::parse_sorts(&types.value) {
            Ok(sorts) => {
                captures.push((name.value.clone(), sorts));
                written.push((name, types));
            }
            Err(wrong) => {
                let fault = Fault::Pattern(wrong.message);
                let error = sheet.error_in(&types, wrong.place, fault);
                errors.push(error.with_help(wrong.help));
            }
        }
    }
    Phrase {
        captures,
        written,
        text: read_patterns(&sheet, entry.value.text, errors),
        unless: read_patterns(&sheet, entry.value.unless, errors),
        summary: entry.value.summary,
        name: entry.name,
        sheet,
    }
}

/// Reads patterns; those that are wrong are left out.
fn read_patterns(
    sheet: &Sheet,
    texts: Vec<Scalar>,
    errors: &mut Vec<RuleError>,
) -> Vec<(Scalar, Pattern)> {
    let mut patterns = Vec::new();
    for text in texts {
        match pattern::parse(&text.value) {
            Ok(pattern) => patterns.push((text, pattern)),
            Err(wrong) => {
                let error = sheet.error_in(&text, wrong.place, Fault::Pattern(wrong.message));
                errors.push(error.with_help(wrong.help));
            }
        }
    }
    patterns
}

/// Phrases that name themselves, by whatever way round.
fn check_cycles(phrases: &Phrases, errors: &mut Vec<RuleError>) {
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for name in phrases.keys() {
        visit(name, phrases, &mut Vec::new(), &mut done, errors);
    }
}

fn visit<'p>(
    name: &'p str,
    phrases: &'p Phrases,
    path: &mut Vec<&'p str>,
    done: &mut BTreeSet<&'p str>,
    errors: &mut Vec<RuleError>,
) {
    let Some(phrase) = phrases.get(name).filter(|_| !done.contains(name)) else {
        return;
    };
    // What lies too deep is told when it is compiled, and is visited by itself.
    if path.len() > MOST_INSIDE {
        return;
    }
    path.push(name);
    for (scalar, pattern) in phrase.text.iter().chain(&phrase.unless) {
        for (named, place) in pattern.names() {
            match path.iter().position(|step| *step == named) {
                Some(start) => {
                    let mut round = path[start..].to_vec();
                    round.push(named);
                    let fault = Fault::Cyclic {
                        what: "phrase",
                        name: named.to_owned(),
                        path: round.join(", "),
                    };
                    errors.push(phrase.sheet.error_in(scalar, place, fault));
                }
                None => {
                    if let Some((key, _)) = phrases.get_key_value(named) {
                        visit(key, phrases, path, done, errors);
                    }
                }
            }
        }
    }
    path.pop();
    done.insert(name);
}

/// Compiles every phrase once, so that what is wrong in one is told once and
/// where it stands.
fn check_phrases(
    lexicon: &mut Lexicon,
    phrases: &Phrases,
    finders: &mut Finders,
    errors: &mut Vec<RuleError>,
) {
    for (name, phrase) in phrases {
        let mut compiler = Compiler::new(lexicon, phrases);
        for ((_, sorts), (name, types)) in phrase.captures.iter().zip(&phrase.written) {
            tell(&phrase.sheet, types, compiler.check_sorts(sorts), errors);
            let binds = |pattern: &Pattern| {
                let mut captures = pattern.captures().into_iter();
                captures.any(|(capture, _)| capture.name == name.value)
            };
            if !phrase.text.iter().any(|(_, pattern)| binds(pattern)) {
                let fault = Fault::UnknownCapture(name.value.clone());
                errors.push(phrase.sheet.error_at(name, fault));
            }
        }
        for (scalar, pattern) in &phrase.text {
            tell(
                &phrase.sheet,
                scalar,
                compiler.find(pattern, &phrase.captures),
                errors,
            );
        }
        for (scalar, pattern) in &phrase.unless {
            tell(&phrase.sheet, scalar, compiler.exclude(pattern), errors);
        }
        let finder = compiler.finish(
            phrase.text.iter().map(|(_, pattern)| pattern),
            &phrase.captures,
        );
        let place = finders.add(finder);
        finders.by_phrase.insert(name.clone(), place);
    }
}

/// Tells what is wrong in a pattern.
fn tell(sheet: &Sheet, scalar: &Scalar, flaws: Vec<Flaw>, errors: &mut Vec<RuleError>) {
    for flaw in flaws {
        let error = sheet.error_in(scalar, flaw.place, flaw.fault);
        errors.push(error.with_help(flaw.help));
    }
}

/// The names that `like` refers to, and where.
fn likes(pattern: &Pattern) -> impl Iterator<Item = (&str, Range<usize>)> {
    let captures = pattern.captures().into_iter();
    captures.flat_map(|(capture, _)| {
        capture.sorts.iter().filter_map(|sort| match &sort.kind {
            SortKind::Like(name) => Some((name.as_str(), sort.place.clone())),
            _ => None,
        })
    })
}

/// The bits of [`Needs`] that each word meets.
fn word_bits(lexicon: &Lexicon) -> Vec<u128> {
    let mut bits: Vec<u128> = (0..lexicon.word_count() as u32)
        .map(|id| Needs::word(crate::lexicon::WordId(id)))
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
