//! The ground is an article laid out for matching: which mention begins at a
//! token, which one covers it, and of which sorts each mention is.

use std::ops::Range;

use super::program::{First, Glance};
use super::sort::SortSet;
use crate::article::Article;
use crate::lexicon::{Lexicon, WordId};
use crate::mention::{Mention, Value};

/// Bits of [`Ground::marks`].
const COVERED: u8 = 1;
const BEGINS: u8 = 2;
const LEADS: u8 = 4;

/// An article laid out for matching.
pub(crate) struct Ground<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) lexicon: &'a Lexicon,
    /// The bits of [`Needs`](super::program::Needs) that each word meets.
    word_bits: &'a [u128],
    /// By token: whether a mention covers it, begins there with its number, or
    /// begins there with its hedge. Most tokens are no part of any.
    marks: Vec<u8>,
    /// By sentence: its first mention; one more for the end.
    first_mentions: Vec<u32>,
    /// By mention.
    sorts: Vec<SortSet>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(
        article: &'a Article<'a>,
        lexicon: &'a Lexicon,
        word_bits: &'a [u128],
    ) -> Ground<'a> {
        let mut marks = vec![0; article.document.tokens.len()];
        let mut first_mentions = Vec::with_capacity(article.document.sentences.len() + 1);
        for (id, mention) in (0..).zip(&article.mentions) {
            debug_assert!(!mention.tokens.is_empty() && mention.lead <= mention.tokens.start);
            first_mentions.resize((mention.sentence + 1).max(first_mentions.len()), id);
            for mark in &mut marks[mention.tokens.clone()] {
                *mark |= COVERED;
            }
            marks[mention.tokens.start] |= BEGINS;
            if mention.lead < mention.tokens.start {
                marks[mention.lead] |= LEADS;
            }
        }
        let sentences = article.document.sentences.len();
        first_mentions.resize(sentences + 1, article.mentions.len() as u32);
        Ground {
            article,
            lexicon,
            word_bits,
            marks,
            first_mentions,
            sorts: article.mentions.iter().map(SortSet::of_mention).collect(),
        }
    }

    pub(crate) fn mention(&self, id: usize) -> &'a Mention {
        &self.article.mentions[id]
    }

    /// The mentions of a sentence, in text order.
    pub(crate) fn mentions_in(&self, sentence: usize) -> Range<usize> {
        self.first_mentions[sentence] as usize..self.first_mentions[sentence + 1] as usize
    }

    /// The bits that a word meets.
    #[inline]
    pub(crate) fn bits(&self, word: WordId) -> u128 {
        let bits = self.word_bits.get(word.0 as usize);
        bits.copied().unwrap_or_default()
    }

    /// What can be seen of a token of a sentence at a glance.
    pub(crate) fn glance(&self, token: usize, sentence: usize) -> Glance {
        let of = self.article.document.tokens[token];
        let sorts = match self.marks[token] & (BEGINS | LEADS) {
            0 => SortSet::NONE,
            mark => self
                .begun_at(mark, token, sentence)
                .fold(SortSet::NONE, |sorts, id| sorts.either(self.sorts[id])),
        };
        Glance {
            bits: self.bits(of.word),
            sorts,
            kind: of.kind,
        }
    }

    /// Whether a token of a sentence is one that can come first, as far as kinds,
    /// words and mentions tell.
    pub(crate) fn admits(&self, first: &First, token: usize, sentence: usize) -> bool {
        let of = self.article.document.tokens[token];
        first.kinds.holds(of.kind)
            || self.bits(of.word) & first.bits != 0
            || self.beginning_at(token, sentence, first.sorts).is_some()
    }

    /// The mention of one of these sorts that begins at a token of a sentence,
    /// with its number or with its hedge.
    #[inline]
    pub(crate) fn beginning_at(
        &self,
        token: usize,
        sentence: usize,
        sorts: SortSet,
    ) -> Option<usize> {
        let mark = self.marks[token];
        if mark & (BEGINS | LEADS) == 0 {
            return None;
        }
        self.found_at(mark, token, sentence, sorts)
    }

    fn found_at(&self, mark: u8, token: usize, sentence: usize, sorts: SortSet) -> Option<usize> {
        let mut begun = self.begun_at(mark, token, sentence);
        begun.find(|&id| self.sorts[id].meets(sorts))
    }

    /// The mentions that begin at a token with these marks: one with its number,
    /// one with its hedge.
    fn begun_at(&self, mark: u8, token: usize, sentence: usize) -> impl Iterator<Item = usize> {
        let of_number = (mark & BEGINS != 0).then(|| self.ending_behind(token, sentence));
        let of_hedge = (mark & LEADS != 0).then(|| {
            let leads_before = |mention: &Mention| mention.lead < token;
            self.first_not(sentence, leads_before)
        });
        of_number.into_iter().chain(of_hedge)
    }

    /// The mention that covers a token of a sentence.
    pub(crate) fn covering(&self, token: usize, sentence: usize) -> Option<usize> {
        (self.marks[token] & COVERED != 0).then(|| self.ending_behind(token, sentence))
    }

    /// The sentence's first mention that does not end before the token.
    fn ending_behind(&self, token: usize, sentence: usize) -> usize {
        self.first_not(sentence, |mention| mention.tokens.end <= token)
    }

    /// The sentence's first mention that is not so, where all that are come
    /// first.
    fn first_not(&self, sentence: usize, is_so: impl Fn(&Mention) -> bool) -> usize {
        let ids = self.mentions_in(sentence);
        ids.start + self.article.mentions[ids].partition_point(is_so)
    }

    /// Whether the token belongs to a number (and not to a date).
    pub(crate) fn is_number(&self, token: usize, sentence: usize) -> bool {
        self.covering(token, sentence)
            .is_some_and(|id| matches!(self.mention(id).value, Value::Quantity { .. }))
    }

    pub(crate) fn sorts(&self, mention: usize) -> SortSet {
        self.sorts[mention]
    }

    /// The end of the sentence, as a token.
    pub(crate) fn end_of(&self, sentence: usize) -> usize {
        self.article.document.sentences[sentence].tokens.end
    }
}
