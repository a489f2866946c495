//! What a capture binds, by the types written in it or declared for its name.

use std::ops::Range;

use super::super::error::Fault;
use super::super::pattern::{Capture, CaptureSort, Element, SortKind};
use super::super::program::Needs;
use super::super::sort::{Sort, SortSet};
use super::super::suggest::{did_you_mean, distance};
use super::{Compiler, Frame, FrameRole};

/// What a capture binds.
pub(super) enum Meaning {
    Mentions {
        sorts: SortSet,
        sort: Sort,
        needs: u128,
        like: Option<(String, SortSet)>,
    },
    Words(Vec<WordTest>),
    Bound,
}

/// What a captured word must be.
pub(super) enum WordTest {
    Any,
    Proper,
    Number,
    Literal(String),
    Class(String, Range<usize>),
}

impl Compiler<'_> {
    /// What a capture binds by its types, or by those declared for its name.
    pub(super) fn meaning(
        &mut self,
        capture: &Capture,
        element: &Element,
        frame: &Frame<'_>,
    ) -> Option<Meaning> {
        if !capture.sorts.is_empty() {
            return self.meaning_of(&capture.sorts);
        }
        let name_place = element.name_place(capture);
        if frame.role == FrameRole::Excludes {
            if self.slot_of(&capture.name).is_some() {
                return Some(Meaning::Bound);
            }
            let names = self.finder.slots.iter().map(|slot| slot.name.as_str());
            let help = did_you_mean(&capture.name, names).or_else(|| {
                Some(format!(
                    "write its type, as in `{{{}:count}}`",
                    capture.name
                ))
            });
            self.flaw(
                name_place,
                Fault::UnknownCapture(capture.name.clone()),
                help,
            );
            return None;
        }
        let declared = frame
            .declared
            .iter()
            .find(|(name, _)| *name == capture.name);
        match declared {
            Some((_, sorts)) => {
                let told = self.flaws.len();
                let meaning = self.meaning_of(sorts);
                self.flaws.truncate(told);
                meaning
            }
            None => {
                let names = frame.declared.iter().map(|(name, _)| name.as_str());
                let help = did_you_mean(&capture.name, names).or_else(|| {
                    Some(format!(
                        "write its type, as in `{{{}:count}}`",
                        capture.name
                    ))
                });
                self.flaw(
                    name_place,
                    Fault::Pattern(format!("the capture `{}` has no type", capture.name)),
                    help,
                );
                None
            }
        }
    }

    pub(super) fn meaning_of(&mut self, sorts: &[CaptureSort]) -> Option<Meaning> {
        let mut set = SortSet::default();
        let mut joined: Option<Sort> = None;
        let mut needs = u128::MAX;
        let mut like = None;
        let mut words = Vec::new();
        for sort in sorts {
            match &sort.kind {
                SortKind::Bare(name) => match Sort::named(name) {
                    Some(Sort::Word) => words.push(WordTest::Any),
                    Some(Sort::Name) => words.push(WordTest::Proper),
                    Some(known) => {
                        set = set.with(known);
                        joined = Some(joined.map_or(known, |other| other.joined(known)));
                        needs &= Needs::sorts(known.implied());
                    }
                    None if name == "number-word" => words.push(WordTest::Number),
                    None if sorts.len() == 1 || is_slip(name) => {
                        let names = Sort::NAMED.iter().map(|&(name, _)| name);
                        let quoted = format!("to capture the word itself write `'{name}'`");
                        let help = match did_you_mean(name, names) {
                            Some(meant) => format!("{meant} {quoted}"),
                            None => quoted,
                        };
                        self.flaw(
                            sort.place.clone(),
                            Fault::UnknownSort(name.clone()),
                            Some(help),
                        );
                        return None;
                    }
                    None => words.push(WordTest::Literal(name.clone())),
                },
                SortKind::Quoted(word) => words.push(WordTest::Literal(word.clone())),
                SortKind::Class(name) => {
                    words.push(WordTest::Class(name.clone(), sort.place.clone()));
                }
                SortKind::Like(name) => like = Some((name.clone(), set)),
            }
        }
        let of_mentions = set != SortSet::default() || like.is_some();
        match (of_mentions, words.is_empty()) {
            (true, false) => {
                let start = sorts.first().map_or(0, |sort| sort.place.start);
                let end = sorts.last().map_or(0, |sort| sort.place.end);
                self.flaw(
                    start..end,
                    Fault::Pattern("a capture binds numbers or words, not either".to_owned()),
                    Some("write two patterns, one for each".to_owned()),
                );
                None
            }
            (true, true) => {
                let like = like.map(|(of, _)| (of, set));
                if like.is_some() {
                    set = set.with(Sort::Number).with(Sort::Date);
                    needs = 0;
                }
                Some(Meaning::Mentions {
                    sorts: set,
                    sort: joined.unwrap_or(Sort::Number),
                    needs,
                    like,
                })
            }
            (false, _) => Some(Meaning::Words(words)),
        }
    }
}

/// Whether a word is more likely a type with a slip in it.
fn is_slip(word: &str) -> bool {
    word.len() >= 4
        && Sort::NAMED
            .iter()
            .any(|&(name, _)| distance(word, name) == 1)
}
