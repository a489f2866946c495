//! An agenda says which patterns are worth a trial in a sentence: those with
//! a sign of their key in it. It is drawn up once for a shelf, so that a
//! sentence costs what it shows and not what there are rules.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::program::{Finder, Needs, Program, Sought};
use super::sign::Sign;
use super::sort::Sort;
use crate::document::Token;
use crate::lexicon::{Lexicon, WordId};

/// A pattern of a finder, and what a sentence must hold for it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) finder: u32,
    pub(crate) pattern: u32,
    pub(super) needs: Needs,
    /// Where its other keys stand among the agenda's.
    pub(super) other_keys: (u32, u32),
}

/// A sign, numbered: rules of one's own may name any number of words.
pub(super) type SignId = u32;

/// Which patterns are worth a trial.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Agenda {
    /// In the order of finders and of their patterns.
    pub(super) entries: Vec<Entry>,
    /// By sign: entries that it is a key of, those that need fewest mentions
    /// first.
    pub(super) by_sign: Vec<Vec<u32>>,
    /// Entries without a key.
    pub(super) keyless: Vec<u32>,
    /// By word: where its signs stand in `signs`.
    pub(super) words: Vec<(u32, u32)>,
    pub(super) signs: Vec<SignId>,
    /// A bit for each word that is a sign of an entry that needs no mention.
    lone_words: Vec<u64>,
    /// The same of kinds of token.
    lone_kinds: u64,
    /// Keys of which each needs one sign, as pieces of `key_signs`.
    pub(super) other_keys: Vec<(u32, u32)>,
    pub(super) key_signs: Vec<SignId>,
    /// By kind of token.
    pub(super) kinds: Vec<Option<SignId>>,
    pub(super) sorts: Vec<(Sort, SignId)>,
}

impl Agenda {
    /// The agenda of the finders that rules ask for. Those of phrases that stand
    /// only inside other patterns are no part of it.
    pub(crate) fn new(
        finders: &[Finder],
        sought: impl Iterator<Item = Sought>,
        lexicon: &Lexicon,
    ) -> Agenda {
        let mut agenda = Agenda::default();
        let mut ids: HashMap<Sign, SignId> = HashMap::new();
        let asked: HashSet<usize> = sought.map(|sought| sought.finder).collect();
        for (finder, patterns) in (0..).zip(finders) {
            if !asked.contains(&(finder as usize)) {
                continue;
            }
            for (pattern, program) in (0..).zip(&patterns.patterns) {
                agenda.add(finder, pattern, program, &mut ids);
            }
        }
        let entries = &agenda.entries;
        for places in agenda.by_sign.iter_mut().chain([&mut agenda.keyless]) {
            places.sort_by_key(|&place| entries[place as usize].needs.mentions);
        }
        agenda.number(&ids, lexicon);
        agenda
    }

    fn add(
        &mut self,
        finder: u32,
        pattern: u32,
        program: &Program,
        ids: &mut HashMap<Sign, SignId>,
    ) {
        let place = self.entries.len() as u32;
        let mut numbered = |sign: Sign| {
            let next = ids.len() as SignId;
            *ids.entry(sign).or_insert(next)
        };
        let first_key = self.other_keys.len() as u32;
        for key in &program.other_keys {
            let start = self.key_signs.len() as u32;
            self.key_signs
                .extend(key.iter().map(|&sign| numbered(sign)));
            self.other_keys.push((start, self.key_signs.len() as u32));
        }
        for sign in program.key.iter().map(|&sign| numbered(sign)) {
            let sign = sign as usize;
            if self.by_sign.len() <= sign {
                self.by_sign.resize(sign + 1, Vec::new());
            }
            self.by_sign[sign].push(place);
        }
        if program.key.is_empty() {
            self.keyless.push(place);
        }
        self.entries.push(Entry {
            finder,
            pattern,
            needs: program.needs,
            other_keys: (first_key, self.other_keys.len() as u32),
        });
    }

    /// Notes which signs each word, kind and sort is.
    fn number(&mut self, ids: &HashMap<Sign, SignId>, lexicon: &Lexicon) {
        self.by_sign.resize(ids.len(), Vec::new());
        let mut of_words: Vec<(WordId, SignId)> = Vec::new();
        for (&sign, &id) in ids {
            match sign {
                Sign::Word(word) => of_words.push((word, id)),
                Sign::Class(class) => {
                    let firsts = lexicon.expressions(class).iter().map(|words| words[0]);
                    let words = lexicon.singles(class).chain(firsts);
                    of_words.extend(words.map(|word| (word, id)));
                }
                Sign::Kind(kind) => {
                    let place = kind as usize;
                    if self.kinds.len() <= place {
                        self.kinds.resize(place + 1, None);
                    }
                    self.kinds[place] = Some(id);
                }
                Sign::Sort(sort) => self.sorts.push((sort, id)),
            }
        }
        self.sorts.sort_unstable();
        of_words.sort_unstable();
        of_words.dedup();
        let is_lone = |id: SignId| {
            let mut places = self.by_sign[id as usize].iter();
            places.any(|&place| self.entries[place as usize].needs.mentions == 0)
        };
        self.lone_words = vec![0; lexicon.word_count() / 64 + 1];
        for &(word, _) in of_words.iter().filter(|&&(_, id)| is_lone(id)) {
            self.lone_words[word.0 as usize / 64] |= 1 << (word.0 % 64);
        }
        let kinds = (0..).zip(&self.kinds);
        let lone_kinds = kinds.filter(|(_, id)| id.is_some_and(is_lone));
        self.lone_kinds = lone_kinds.fold(0, |bits, (kind, _)| bits | 1 << kind);
        self.words = vec![(0, 0); lexicon.word_count()];
        for run in of_words.chunk_by(|left, right| left.0 == right.0) {
            let start = self.signs.len() as u32;
            self.signs.extend(run.iter().map(|&(_, id)| id));
            self.words[run[0].0.0 as usize] = (start, self.signs.len() as u32);
        }
    }

    /// Whether an entry may be worth a trial on tokens among which there is no
    /// mention, as most sentences are.
    pub(super) fn may_do_without(&self, tokens: &[Token]) -> bool {
        let keyless = self.keyless.first();
        let is_sign = |token: &Token| {
            let word = token.word.0 as usize;
            let bits = self.lone_words.get(word / 64);
            bits.is_some_and(|bits| bits >> (word % 64) & 1 == 1)
                || self.lone_kinds >> token.kind as u8 & 1 == 1
        };
        keyless.is_some_and(|&place| self.entries[place as usize].needs.mentions == 0)
            || tokens.iter().any(is_sign)
    }

    pub(crate) fn entry(&self, place: u32) -> Entry {
        self.entries[place as usize]
    }
}
