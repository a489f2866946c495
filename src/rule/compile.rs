//! Compiling settles what the names of a pattern mean and makes a
//! [`Program`] of it: phrases are put in where they are named, words become
//! words of the lexicon, captures get their types.

mod choice;
mod meaning;
mod names;
mod slot;

use std::collections::BTreeMap;
use std::ops::Range;

use super::error::Fault;
use super::pattern::{Capture, CaptureSort, Element, Pattern, Primary, Times, kinds_of_mark};
use super::program::{Facts, Finder, First, KindSet, Like, NO_SLOT, Needs, Program, Slot, Step};
use super::scalar::{Scalar, Sheet};
use super::sign::{Key, Sign};
use super::sort::{Sort, SortSet};
use super::suggest::did_you_mean;
use crate::document::TokenKind;
use crate::lexicon::Lexicon;
use meaning::{Meaning, WordTest};
use names::{binds, is_declared};

/// A pattern that grows beyond this many steps, or has more phrases put in, is
/// too large.
const MOST_STEPS: usize = 20_000;

/// How many ways one choice may have: each takes steps of the matcher, which
/// are bounded too.
const MOST_WAYS: usize = 500;

/// How many phrases may lie inside each other.
pub(super) const MOST_INSIDE: usize = 32;

/// The types of names that are written without one.
pub(crate) type Declared = Vec<(String, Vec<CaptureSort>)>;

/// A phrase with its patterns read.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) sheet: Sheet,
    pub(crate) name: Scalar,
    pub(crate) summary: String,
    pub(crate) captures: Declared,
    /// The same as written: each name and its types.
    pub(crate) written: Vec<(Scalar, Scalar)>,
    pub(crate) text: Vec<(Scalar, Pattern)>,
    pub(crate) unless: Vec<(Scalar, Pattern)>,
}

/// All phrases by name.
pub(crate) type Phrases = BTreeMap<String, Phrase>;

/// A place in a pattern and what is wrong there.
#[derive(Debug)]
pub(crate) struct Flaw {
    pub(crate) place: Range<usize>,
    pub(crate) fault: Fault,
    pub(crate) help: Option<String>,
}

/// Compiles the patterns of one finder.
pub(crate) struct Compiler<'a> {
    lexicon: &'a mut Lexicon,
    phrases: &'a Phrases,
    finder: Finder,
    steps: Vec<Step>,
    /// The row of signs that keys are pieces of.
    signs: Vec<Sign>,
    flaws: Vec<Flaw>,
    /// The phrases being put in.
    inside: Vec<String>,
    /// How many phrases were put in, and whether one lay too deep.
    phrases_in: usize,
    too_deep: bool,
    /// Whether a choice had too many ways.
    too_wide: bool,
    /// Captures that are like a name which may stand further on.
    pending: Vec<(Slot, String, SortSet)>,
}

/// Where captures stand and what they do there.
struct Frame<'f> {
    role: FrameRole,
    declared: &'f [(String, Vec<CaptureSort>)],
    /// Slots of a nested phrase's names that `like` refers to.
    hidden: Vec<(String, Slot)>,
}

#[derive(Clone, Copy, PartialEq)]
enum FrameRole {
    /// Captures that are declared bind; in a rule every one with a type is.
    Finds,
    /// Captures with a type bind nothing; one without stands for what is
    /// bound already.
    Excludes,
    /// Captures bind nothing.
    Nested,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(lexicon: &'a mut Lexicon, phrases: &'a Phrases) -> Compiler<'a> {
        Compiler {
            lexicon,
            phrases,
            finder: Finder::default(),
            steps: Vec::new(),
            signs: Vec::new(),
            flaws: Vec::new(),
            inside: Vec::new(),
            phrases_in: 0,
            too_deep: false,
            too_wide: false,
            pending: Vec::new(),
        }
    }

    /// What is wrong with types that are given apart from any pattern.
    pub(crate) fn check_sorts(&mut self, sorts: &[CaptureSort]) -> Vec<Flaw> {
        if let Some(Meaning::Words(tests)) = self.meaning_of(sorts) {
            for test in &tests {
                self.word_test(test);
            }
        }
        self.steps.clear();
        std::mem::take(&mut self.flaws)
    }

    /// Adds a pattern that finds.
    pub(crate) fn find(&mut self, pattern: &Pattern, declared: &Declared) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        binds(pattern, declared, &mut flaws);
        self.flaws = flaws;
        let program = self.program(pattern, declared, FrameRole::Finds);
        self.finder.patterns.push(program);
        std::mem::take(&mut self.flaws)
    }

    /// Adds a pattern that excludes.
    pub(crate) fn exclude(&mut self, pattern: &Pattern) -> Vec<Flaw> {
        let program = self.program(pattern, &Declared::new(), FrameRole::Excludes);
        self.finder.unless.push(program);
        std::mem::take(&mut self.flaws)
    }

    /// The finder, with its names' types settled over all patterns given.
    pub(crate) fn finish<'p>(
        mut self,
        patterns: impl Iterator<Item = &'p Pattern>,
        declared: &Declared,
    ) -> Finder {
        let bound: Vec<Vec<(String, bool)>> = patterns
            .map(|pattern| binds(pattern, declared, &mut Vec::new()))
            .collect();
        for slot in &mut self.finder.slots {
            slot.optional = !bound.iter().all(|names| {
                names
                    .iter()
                    .any(|(name, always)| *name == slot.name && *always)
            });
        }
        for (slot, of, or) in std::mem::take(&mut self.pending) {
            if let Some(of) = self.slot_of(&of) {
                self.add_like(Like { slot, of, or });
            }
        }
        for like in &self.finder.likes {
            let of = self.finder.slots[usize::from(like.of)].sort;
            let slot = &mut self.finder.slots[usize::from(like.slot)];
            slot.sort = if like.or == SortSet::default() {
                of
            } else {
                of.joined(slot.sort)
            };
        }
        self.finder.look_ahead();
        self.finder
    }

    /// A finder of what excludes alone, with the names of the patterns given.
    pub(crate) fn excluder<'p>(
        mut self,
        patterns: impl Iterator<Item = &'p Pattern>,
        declared: &Declared,
    ) -> Finder {
        self.finder.patterns.clear();
        self.finish(patterns, declared)
    }

    fn program(&mut self, pattern: &Pattern, declared: &Declared, role: FrameRole) -> Program {
        let mut frame = Frame {
            role,
            declared,
            hidden: Vec::new(),
        };
        for sequence in &pattern.alternatives {
            if let Some(gap) = sequence.first().filter(|element| element.is_gap()) {
                self.flaw(
                    gap.place.clone(),
                    Fault::Pattern("a pattern cannot begin with a gap".to_owned()),
                    Some("leave it out: patterns match anywhere in a sentence".to_owned()),
                );
            }
        }
        self.signs.clear();
        (self.phrases_in, self.too_deep, self.too_wide) = (0, false, false);
        let mut keys = Vec::new();
        let facts = match &pattern.alternatives[..] {
            [only] => only.iter().fold(Facts::nothing(), |facts, element| {
                let part = self.element(element, &mut frame);
                keys.extend((!facts.leaves).then_some(part.key));
                facts.then(part)
            }),
            _ => self.pattern(pattern, &mut frame),
        };
        self.steps.push(Step::Done);
        if facts.empty && self.flaws.is_empty() {
            let place = pattern.place();
            self.flaw(
                place,
                Fault::Pattern("this pattern matches even where there is nothing".to_owned()),
                Some("at least one part must not be optional".to_owned()),
            );
        }
        if self.too_deep {
            self.flaw(
                pattern.place(),
                Fault::Pattern(format!(
                    "more than {MOST_INSIDE} phrases lie inside each other here"
                )),
                Some("name fewer phrases inside phrases".to_owned()),
            );
        } else if self.too_wide {
            self.flaw(
                pattern.place(),
                Fault::Pattern(format!(
                    "a choice in this pattern has more than {MOST_WAYS} ways"
                )),
                Some("put long lists of words in a word class".to_owned()),
            );
        } else if self.is_too_large() {
            self.flaw(
                pattern.place(),
                Fault::Pattern("this pattern, with the phrases in it, is too large".to_owned()),
                Some("name fewer phrases inside phrases".to_owned()),
            );
        }
        Program {
            steps: self.steps.drain(..).collect(),
            needs: facts.needs,
            key: facts.key.signs(&self.signs),
            other_keys: keys
                .into_iter()
                .filter(|key| key.is_known() && !key.is(facts.key))
                .map(|key| key.signs(&self.signs))
                .collect(),
            first: facts.first,
            ahead: Box::default(),
            captures: facts.captures,
        }
    }

    fn pattern(&mut self, pattern: &Pattern, frame: &mut Frame<'_>) -> Facts {
        self.one_of(pattern.alternatives.len(), |compiler, i| {
            pattern.alternatives[i]
                .iter()
                .fold(Facts::nothing(), |facts, element| {
                    facts.then(compiler.element(element, frame))
                })
        })
    }

    fn is_too_large(&self) -> bool {
        self.steps.len().max(self.phrases_in) > MOST_STEPS
    }

    /// A step to be filled in later.
    fn hole(&mut self) -> usize {
        self.steps.push(Step::Done);
        self.steps.len() - 1
    }

    fn element(&mut self, element: &Element, frame: &mut Frame<'_>) -> Facts {
        if let Primary::Capture(capture) = &element.primary {
            return self.capture(capture, element, frame);
        }
        self.repeated(element, frame.role, |compiler| {
            compiler.primary(element, frame)
        })
    }

    fn primary(&mut self, element: &Element, frame: &mut Frame<'_>) -> Facts {
        match &element.primary {
            Primary::Word(word) => self.words(word),
            Primary::Digits(digits) => {
                self.steps.push(Step::Digits(digits.as_str().into()));
                self.kinds(&[TokenKind::Digits])
            }
            Primary::Mark(mark) => self.mark(kinds_of_mark(*mark)),
            Primary::Name(name) => {
                let place = element.place.start..element.place.start + 1 + name.len();
                self.class_or_phrase(name, place)
            }
            Primary::Group(pattern) => self.pattern(pattern, frame),
            Primary::Gap => self.open(Step::Gap),
            Primary::WideGap => self.open(Step::WideGap),
            Primary::NounGap => self.open(Step::NounGap),
            Primary::NextSentence => {
                self.steps.push(Step::NextSentence);
                Facts {
                    leaves: true,
                    first: First::ANYTHING,
                    ..Facts::default()
                }
            }
            Primary::Capture(capture) => self.capture(capture, element, frame),
        }
    }

    fn open(&mut self, gap: Step) -> Facts {
        self.steps.push(gap);
        Facts {
            first: First::ANYTHING,
            ..Facts::nothing()
        }
    }

    /// A word of the pattern: `that's` is a word, a mark and a word.
    fn words(&mut self, written: &str) -> Facts {
        let mut facts = Facts::nothing();
        let mut rest = written;
        while !rest.is_empty() {
            let end = rest.find(['\'', '’', '-']).unwrap_or(rest.len());
            let word = self.lexicon.intern(&rest[..end]);
            self.steps.push(Step::Word(word));
            facts = facts.then(self.needing(Needs::word(word), Sign::Word(word)));
            rest = &rest[end..];
            if let Some(mark) = rest.chars().next() {
                let mark_kinds = if mark == '-' {
                    kinds_of_mark('-')
                } else {
                    kinds_of_mark('’')
                };
                facts = facts.then(self.mark(mark_kinds));
                rest = &rest[mark.len_utf8()..];
            }
        }
        facts
    }

    fn class_or_phrase(&mut self, name: &str, place: Range<usize>) -> Facts {
        if let Some(class) = self.lexicon.class(name) {
            self.steps.push(Step::Class(class));
            return self.needing(Needs::class(class), Sign::Class(class));
        }
        let phrases = self.phrases;
        if let Some(phrase) = phrases.get(name) {
            return self.nested(phrase);
        }
        if !self.inside.is_empty() {
            // Told where the phrase itself is compiled.
            return Facts::default();
        }
        let known = self
            .lexicon
            .class_names()
            .chain(phrases.keys().map(String::as_str));
        let help = did_you_mean(name, known)
            .or_else(|| Some("word classes and phrases stand in files of their own".to_owned()));
        self.flaw(place, Fault::UnknownClass(name.to_owned()), help);
        Facts::default()
    }

    /// Puts a phrase in. What is wrong in it is told where it stands.
    fn nested(&mut self, phrase: &Phrase) -> Facts {
        let name = &phrase.name.value;
        self.phrases_in += 1;
        self.too_deep |= self.inside.len() == MOST_INSIDE;
        if self.inside.contains(name) || self.too_deep || self.is_too_large() {
            return Facts::default();
        }
        self.inside.push(name.clone());
        let told = self.flaws.len();
        let mut frame = Frame {
            role: FrameRole::Nested,
            declared: &phrase.captures,
            hidden: Vec::new(),
        };
        let facts = self.one_of(phrase.text.len(), |compiler, i| {
            compiler.pattern(&phrase.text[i].1, &mut frame)
        });
        self.flaws.truncate(told);
        self.inside.pop();
        Facts {
            captures: false,
            ..facts
        }
    }

    fn capture(&mut self, capture: &Capture, element: &Element, frame: &mut Frame<'_>) -> Facts {
        let Some(meaning) = self.meaning(capture, element, frame) else {
            return Facts::default();
        };
        let many = matches!(element.times, Times::Some | Times::Any);
        let facts = match meaning {
            Meaning::Bound => {
                let slot = self.slot_of(&capture.name).unwrap_or(NO_SLOT);
                self.repeated(element, frame.role, |compiler| {
                    compiler.steps.push(Step::Bound(slot));
                    Facts {
                        first: First::ANYTHING,
                        ..Facts::default()
                    }
                })
            }
            Meaning::Mentions {
                sorts,
                sort,
                needs,
                like,
            } => {
                let slot = self.bind(capture, sort, many, frame);
                if let Some((of, or)) = like {
                    self.like(slot, &of, or, element, frame);
                }
                let single = Element {
                    times: match element.times {
                        Times::Any => Times::Optional,
                        Times::Some => Times::Once,
                        times => times,
                    },
                    ..element.clone()
                };
                self.repeated(&single, frame.role, |compiler| {
                    let key = Key::of(sorts.signs(), &mut compiler.signs, compiler.lexicon);
                    compiler.steps.push(if many {
                        Step::Members(sorts, slot)
                    } else {
                        Step::Mention(sorts, slot)
                    });
                    Facts {
                        needs: Needs {
                            bits: needs,
                            mentions: 1,
                        },
                        key,
                        first: First {
                            sorts,
                            ..First::default()
                        },
                        ..Facts::default()
                    }
                })
            }
            Meaning::Words(tests) => {
                if many {
                    self.flaw(
                        element.place.clone(),
                        Fault::Pattern("only numbers and dates can be captured many times".into()),
                        Some("take the `+` or `*` away".to_owned()),
                    );
                }
                let slot = self.bind(capture, Sort::Word, false, frame);
                self.repeated(element, frame.role, |compiler| {
                    compiler.steps.push(Step::Begin(slot));
                    let facts =
                        compiler.one_of(tests.len(), |compiler, i| compiler.word_test(&tests[i]));
                    compiler.steps.push(Step::End(slot));
                    facts
                })
            }
        };
        Facts {
            captures: match frame.role {
                FrameRole::Finds => is_declared(frame.declared, &capture.name),
                FrameRole::Excludes => true,
                FrameRole::Nested => false,
            },
            ..facts
        }
    }

    fn word_test(&mut self, test: &WordTest) -> Facts {
        let step = match test {
            WordTest::Literal(word) => return self.words(word),
            WordTest::Class(name, place) => return self.class_or_phrase(name, place.clone()),
            WordTest::Any => Step::AnyWord,
            WordTest::Proper => Step::ProperName,
            WordTest::Number => Step::NumberWord,
        };
        self.steps.push(step);
        self.kinds(&[TokenKind::Word])
    }

    fn mark(&mut self, kinds: Option<&[TokenKind]>) -> Facts {
        let kinds = kinds.unwrap_or_default();
        self.steps.push(Step::Mark(KindSet::of(kinds)));
        self.kinds(kinds)
    }

    /// The facts of a token of one of these kinds.
    fn kinds(&mut self, kinds: &[TokenKind]) -> Facts {
        let signs = kinds.iter().map(|&kind| Sign::Kind(kind));
        Facts {
            key: Key::of(signs, &mut self.signs, self.lexicon),
            first: First {
                kinds: KindSet::of(kinds),
                ..First::default()
            },
            ..Facts::default()
        }
    }

    /// The facts of a word with these bits and this sign.
    fn needing(&mut self, bits: u128, sign: Sign) -> Facts {
        Facts {
            needs: Needs { bits, mentions: 0 },
            key: Key::of([sign], &mut self.signs, self.lexicon),
            first: First {
                bits,
                ..First::default()
            },
            ..Facts::default()
        }
    }

    fn flaw(&mut self, place: Range<usize>, fault: Fault, help: Option<String>) {
        self.flaws.push(Flaw { place, fault, help });
    }
}
