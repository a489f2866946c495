//! An agenda says which patterns are worth a trial in a sentence: those with
//! a sign of their key in it. It is drawn up once for a shelf, so that a
//! sentence costs what it shows and not what there are rules.

use std::collections::HashMap;

use super::ground::Ground;
use super::program::{Finder, Needs, Program};
use super::sign::Sign;
use super::sort::{Sort, SortSet};
use crate::lexicon::{Lexicon, WordId};

/// A pattern of a finder, and what a sentence must hold for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) finder: u32,
    pub(crate) pattern: u32,
    needs: Needs,
    /// Where its other keys stand among the agenda's.
    other_keys: (u32, u32),
}

/// A sign, numbered: rules of one's own may name any number of words.
type SignId = u32;

/// Which patterns are worth a trial.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    /// In the order of finders and of their patterns.
    entries: Vec<Entry>,
    /// By sign: entries that it is a key of, those that need fewest mentions
    /// first.
    by_sign: Vec<Vec<u32>>,
    /// Entries without a key.
    keyless: Vec<u32>,
    /// By word: where its signs stand in `signs`.
    words: Vec<(u32, u32)>,
    signs: Vec<SignId>,
    /// Keys of which each needs one sign, as pieces of `key_signs`.
    other_keys: Vec<(u32, u32)>,
    key_signs: Vec<SignId>,
    /// By kind of token.
    kinds: Vec<Option<SignId>>,
    sorts: Vec<(Sort, SignId)>,
}

/// What a sentence holds of all that patterns need. It is reused from one
/// sentence to the next.
#[derive(Debug, Default)]
pub(crate) struct Held {
    pub(crate) needs: Needs,
    /// Tokens at which a mention begins, with its number or its hedge.
    pub(crate) beginnings: Vec<usize>,
    /// The entries that are worth a trial, in order.
    pub(crate) entries: Vec<u32>,
    signs: Vec<SignId>,
    seen: Vec<bool>,
}

impl Agenda {
    /// The agenda of all finders.
    pub(crate) fn new(finders: &[Finder], lexicon: &Lexicon) -> Agenda {
        let mut agenda = Agenda::default();
        let mut ids: HashMap<Sign, SignId> = HashMap::new();
        for (finder, patterns) in (0..).zip(finders) {
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
        of_words.sort_unstable();
        of_words.dedup();
        self.words = vec![(0, 0); lexicon.word_count()];
        for run in of_words.chunk_by(|left, right| left.0 == right.0) {
            let start = self.signs.len() as u32;
            self.signs.extend(run.iter().map(|&(_, id)| id));
            self.words[run[0].0.0 as usize] = (start, self.signs.len() as u32);
        }
    }

    pub(crate) fn entry(&self, place: u32) -> Entry {
        self.entries[place as usize]
    }

    /// Notes what a sentence holds, and which patterns are worth a trial.
    pub(crate) fn look(
        &self,
        ground: &Ground<'_>,
        word_bits: &[u128],
        sentence: usize,
        held: &mut Held,
    ) {
        held.clear(self.by_sign.len());
        let document = &ground.article.document;
        let range = document.sentences[sentence].tokens.clone();
        let mut sorts = SortSet::default();
        for (at, token) in range.clone().zip(&document.tokens[range]) {
            if token.word != WordId::UNKNOWN {
                let place = token.word.0 as usize;
                held.needs.bits |= word_bits.get(place).copied().unwrap_or_default();
                let (start, end) = self.words.get(place).copied().unwrap_or_default();
                for &sign in &self.signs[start as usize..end as usize] {
                    held.show(sign);
                }
            }
            if ground.begins(at) {
                held.beginnings.push(at);
            }
            if let Some(id) = ground.covering(at)
                && ground.mention(id).tokens.start == at
            {
                sorts = sorts.either(ground.sorts(id));
                held.needs.mentions = held.needs.mentions.saturating_add(1);
            }
            if let Some(&Some(sign)) = self.kinds.get(token.kind as usize) {
                held.show(sign);
            }
        }
        held.needs.bits |= Needs::sorts(sorts);
        for &(sort, sign) in &self.sorts {
            if sorts.holds(sort) {
                held.show(sign);
            }
        }
        self.choose(held);
    }

    fn choose(&self, held: &mut Held) {
        let keyed = held.signs.iter().map(|&sign| &self.by_sign[sign as usize]);
        for places in keyed.chain([&self.keyless]) {
            for &place in places {
                let entry = &self.entries[place as usize];
                if entry.needs.mentions > held.needs.mentions {
                    break;
                }
                if entry.needs.are_met(held.needs) && self.has_keys(entry, &held.seen) {
                    held.entries.push(place);
                }
            }
        }
        held.entries.sort_unstable();
        held.entries.dedup();
    }

    /// Whether a sentence shows a sign of each of the other keys.
    fn has_keys(&self, entry: &Entry, seen: &[bool]) -> bool {
        let (first, last) = entry.other_keys;
        let mut keys = self.other_keys[first as usize..last as usize].iter();
        keys.all(|&(start, end)| {
            let mut signs = self.key_signs[start as usize..end as usize].iter();
            signs.any(|&sign| seen[sign as usize])
        })
    }
}

impl Held {
    fn clear(&mut self, signs: usize) {
        for &sign in &self.signs {
            self.seen[sign as usize] = false;
        }
        self.seen.resize(signs, false);
        self.signs.clear();
        self.beginnings.clear();
        self.entries.clear();
        self.needs = Needs::default();
    }

    fn show(&mut self, sign: SignId) {
        let seen = &mut self.seen[sign as usize];
        if !*seen {
            *seen = true;
            self.signs.push(sign);
        }
    }
}
