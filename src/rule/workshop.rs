//! The workshop is where patterns are made ready for matching. It holds what
//! they are made of: the lexicon, which grows with every word that a pattern
//! names, the phrases, and the finders made so far.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::compile::{Compiler, Declared, Flaw, MOST_INSIDE, Phrase, Phrases};
use super::error::{Fault, RuleError};
use super::file::{ClassFile, PhraseFile, WordsFile};
use super::pattern::{self, Pattern, SortKind};
use super::program::{Finder, Sought, Stops};
use super::scalar::{Entry, Scalar, Sheet};
use super::suggest::did_you_mean;
use super::words;
use crate::lexicon::Lexicon;

/// Where patterns are made ready for matching.
pub(crate) struct Workshop {
    pub(crate) lexicon: Lexicon,
    pub(crate) phrases: Phrases,
    /// The finders made so far; rules that name one phrase share its finder.
    pub(crate) finders: Vec<Finder>,
    pub(crate) stops: Stops,
    by_phrase: BTreeMap<String, usize>,
}

impl Workshop {
    /// A workshop with these word classes and phrases, on top of those that
    /// the grammars know.
    pub(crate) fn new(
        mut lexicon: Lexicon,
        classes: Vec<Entry<ClassFile>>,
        phrases: Vec<Entry<PhraseFile>>,
        errors: &mut Vec<RuleError>,
    ) -> Workshop {
        let stops = built_in(&mut lexicon);
        let classes = unique(classes, "word class", errors);
        words::fill(&mut lexicon, &classes, errors);
        let phrases = unique(phrases, "phrase", errors);
        for entry in &phrases {
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
        let phrases: Phrases = phrases
            .into_iter()
            .map(|entry| (entry.name.value.clone(), read_phrase(entry, errors)))
            .collect();
        check_cycles(&phrases, errors);
        let mut workshop = Workshop {
            phrases,
            ..Workshop::with(lexicon, stops)
        };
        workshop.check_phrases(errors);
        workshop
    }

    /// A workshop without phrases, in which nothing has been made.
    pub(crate) fn with(lexicon: Lexicon, stops: Stops) -> Workshop {
        Workshop {
            lexicon,
            phrases: Phrases::new(),
            finders: Vec::new(),
            stops,
            by_phrase: BTreeMap::new(),
        }
    }

    /// The finder of some patterns, unless others match there.
    pub(crate) fn text(
        &mut self,
        sheet: &Sheet,
        text: Vec<Scalar>,
        unless: Vec<Scalar>,
        errors: &mut Vec<RuleError>,
    ) -> usize {
        let patterns = read_patterns(sheet, text, errors);
        let unless = read_patterns(sheet, unless, errors);
        let mut declared = Declared::new();
        let mut names = Vec::new();
        for (capture, _) in patterns.iter().flat_map(|(_, pattern)| pattern.captures()) {
            names.push(capture.name.clone());
            let typed = declared.iter().any(|(name, _)| *name == capture.name);
            if !typed && !capture.sorts.is_empty() {
                declared.push((capture.name.clone(), capture.sorts.clone()));
            }
        }
        for (scalar, pattern) in &patterns {
            for (name, place) in likes(pattern) {
                if !names.iter().any(|known| known == name) {
                    let help = did_you_mean(name, names.iter().map(String::as_str));
                    let fault = Fault::UnknownCapture(name.to_owned());
                    let error = sheet.error_in(scalar, place, fault);
                    errors.push(error.with_help(help));
                }
            }
        }
        let mut compiler = Compiler::new(&mut self.lexicon, &self.phrases);
        for (scalar, pattern) in &patterns {
            let flaws = compiler.find(pattern, &declared);
            tell(sheet, scalar, flaws, errors);
        }
        for (scalar, pattern) in &unless {
            tell(sheet, scalar, compiler.exclude(pattern), errors);
        }
        let finder = compiler.finish(patterns.iter().map(|(_, pattern)| pattern), &declared);
        self.add(finder)
    }

    /// The finder of a phrase, and one of the patterns that exclude more; `None`
    /// where there is no such phrase.
    pub(crate) fn phrase(
        &mut self,
        sheet: &Sheet,
        name: &Scalar,
        unless: Vec<Scalar>,
        errors: &mut Vec<RuleError>,
    ) -> Option<Sought> {
        let Some(phrase) = self.phrases.get(&name.value) else {
            let known = self.phrases.keys().map(String::as_str);
            let help = did_you_mean(&name.value, known);
            let fault = Fault::UnknownPhrase(name.value.clone());
            errors.push(sheet.error_at(name, fault).with_help(help));
            return None;
        };
        let finder = *self.by_phrase.get(&name.value)?;
        if unless.is_empty() {
            return Some(Sought::of(finder));
        }
        let unless = read_patterns(sheet, unless, errors);
        let mut compiler = Compiler::new(&mut self.lexicon, &self.phrases);
        // Names get the places that they have in the phrase's finder. What is
        // wrong in the phrase was told where it stands.
        for (_, pattern) in &phrase.text {
            compiler.find(pattern, &phrase.captures);
        }
        for (scalar, pattern) in &unless {
            tell(sheet, scalar, compiler.exclude(pattern), errors);
        }
        let patterns = phrase.text.iter().map(|(_, pattern)| pattern);
        let excluder = compiler.excluder(patterns, &phrase.captures);
        Some(Sought {
            finder,
            excluder: Some(self.add(excluder)),
        })
    }

    fn add(&mut self, finder: Finder) -> usize {
        self.finders.push(finder);
        self.finders.len() - 1
    }

    /// Compiles every phrase once, so that what is wrong in one is told once and
    /// where it stands.
    fn check_phrases(&mut self, errors: &mut Vec<RuleError>) {
        for (name, phrase) in &self.phrases {
            let mut compiler = Compiler::new(&mut self.lexicon, &self.phrases);
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
            self.by_phrase.insert(name.clone(), self.finders.len());
            self.finders.push(finder);
        }
    }
}

/// The word classes that the language itself knows.
fn built_in(lexicon: &mut Lexicon) -> Stops {
    let text = include_str!("built_in_words.yaml");
    let sheet = Sheet::new("built_in_words.yaml", text);
    let file: WordsFile = super::file::parse(&sheet).expect("the embedded file is sound");
    words::fill(lexicon, &file.entries(&sheet, false), &mut Vec::new());
    Stops {
        conjunction: lexicon.intern_class("conjunction"),
        after_comma: lexicon.intern_class("after-comma"),
        change_verb: lexicon.intern_class("change-verb"),
        preposition: lexicon.intern_class("preposition"),
    }
}

/// Leaves one of each name: the user's own rather than the shipped one. Two
/// of one origin are an error.
pub(crate) fn unique<T>(
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
