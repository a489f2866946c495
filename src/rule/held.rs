//! What a sentence holds of all that patterns need, and which of them the
//! agenda therefore has on it for that sentence.

use super::agenda::{Agenda, Entry, SignId};
use super::ground::Ground;
use super::program::Needs;
use super::sort::SortSet;
use crate::lexicon::WordId;

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
    /// By finder: whether a rule that runs asks for it.
    wanted: Vec<bool>,
    /// A sentence with fewer has no entry.
    fewest_mentions: u8,
}

impl Agenda {
    /// Notes what a sentence holds, and which patterns are worth a trial.
    pub(crate) fn look(&self, ground: &Ground<'_>, sentence: usize, held: &mut Held) {
        held.clear(self.by_sign.len());
        let mut sorts = SortSet::default();
        let mentions = ground.mentions_in(sentence);
        for id in mentions.clone() {
            let mention = ground.mention(id);
            sorts = sorts.either(ground.sorts(id));
            held.beginnings.extend([mention.lead, mention.tokens.start]);
        }
        held.beginnings.sort_unstable();
        held.beginnings.dedup();
        held.needs.mentions = u8::try_from(mentions.len()).unwrap_or(u8::MAX);
        if held.needs.mentions < held.fewest_mentions {
            return;
        }
        let document = &ground.article.document;
        let tokens = &document.tokens[document.sentences[sentence].tokens.clone()];
        if mentions.is_empty() && !self.may_do_without(tokens) {
            return;
        }
        for token in tokens {
            if token.word != WordId::UNKNOWN {
                let place = token.word.0 as usize;
                held.needs.bits |= ground.bits(token.word);
                let (start, end) = self.words.get(place).copied().unwrap_or_default();
                for &sign in &self.signs[start as usize..end as usize] {
                    held.show(sign);
                }
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
                let is_wanted = held.wanted[entry.finder as usize];
                if is_wanted && entry.needs.are_met(held.needs) && self.has_keys(entry, &held.seen)
                {
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
    /// Room for what sentences hold of what these finders need.
    pub(crate) fn of(agenda: &Agenda, wanted: Vec<bool>) -> Held {
        let entries = agenda.entries.iter();
        let entries = entries.filter(|entry| wanted[entry.finder as usize]);
        let mentions = entries.map(|entry| entry.needs.mentions);
        Held {
            fewest_mentions: mentions.min().unwrap_or(u8::MAX),
            wanted,
            ..Held::default()
        }
    }

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
