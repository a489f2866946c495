//! An agenda says which patterns are worth a trial in a sentence: those with
//! a sign of their key in it. It is drawn up once for a shelf, so that a
//! sentence costs what it shows and not what there are rules.

use std::collections::HashMap;

use super::ground::Ground;
use super::program::{Finder, Needs};
use super::sign::Sign;
use super::sort::{Sort, SortSet};
use crate::document::TokenKind;
use crate::lexicon::{Lexicon, WordId};

/// A pattern of a finder, and what a sentence must hold for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) finder: u32,
    pub(crate) pattern: u32,
    needs: Needs,
}

/// A sign, numbered.
type SignId = u16;

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
    kinds: HashMap<TokenKind, SignId>,
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
                let place = agenda.entries.len() as u32;
                agenda.entries.push(Entry {
                    finder,
                    pattern,
                    needs: program.needs,
                });
                if program.key.is_empty() {
                    agenda.keyless.push(place);
                }
                for &sign in &program.key {
                    let next = ids.len() as SignId;
                    let id = *ids.entry(sign).or_insert(next);
                    if id == next && usize::from(id) == agenda.by_sign.len() {
                        agenda.by_sign.push(Vec::new());
                    }
                    agenda.by_sign[usize::from(id)].push(place);
                }
            }
        }
        let entries = &agenda.entries;
        for places in agenda.by_sign.iter_mut().chain([&mut agenda.keyless]) {
            places.sort_by_key(|&place| entries[place as usize].needs.mentions);
        }
        agenda.number(&ids, lexicon);
        agenda
    }

    /// Notes which signs each word, kind and sort is.
    fn number(&mut self, ids: &HashMap<Sign, SignId>, lexicon: &Lexicon) {
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
                    self.kinds.insert(kind, id);
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
            if let Some(&sign) = self.kinds.get(&token.kind) {
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
        let keyed = held
            .signs
            .iter()
            .map(|&sign| &self.by_sign[usize::from(sign)]);
        for places in keyed.chain([&self.keyless]) {
            for &place in places {
                let needs = self.entries[place as usize].needs;
                if needs.mentions > held.needs.mentions {
                    break;
                }
                if needs.are_met(held.needs) {
                    held.entries.push(place);
                }
            }
        }
        held.entries.sort_unstable();
        held.entries.dedup();
    }
}

impl Held {
    fn clear(&mut self, signs: usize) {
        for &sign in &self.signs {
            self.seen[usize::from(sign)] = false;
        }
        self.seen.resize(signs, false);
        self.signs.clear();
        self.beginnings.clear();
        self.entries.clear();
        self.needs = Needs::default();
    }

    fn show(&mut self, sign: SignId) {
        let seen = &mut self.seen[usize::from(sign)];
        if !*seen {
            *seen = true;
            self.signs.push(sign);
        }
    }
}
