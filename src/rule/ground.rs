//! The ground is an article laid out for matching: which mention begins at a
//! token, which one covers it, and of which sorts each mention is.

use super::sort::SortSet;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, Value};

const NONE: u32 = u32::MAX;

/// An article laid out for matching.
pub(crate) struct Ground<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) lexicon: &'a Lexicon,
    /// By token: the mention whose hedge begins there.
    leads: Vec<u32>,
    /// By token: the mention that covers it.
    covers: Vec<u32>,
    /// By mention.
    sorts: Vec<SortSet>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(article: &'a Article<'a>, lexicon: &'a Lexicon) -> Ground<'a> {
        let tokens = article.document.tokens.len();
        let mut ground = Ground {
            article,
            lexicon,
            leads: vec![NONE; tokens],
            covers: vec![NONE; tokens],
            sorts: article.mentions.iter().map(SortSet::of_mention).collect(),
        };
        for (id, mention) in (0..).zip(&article.mentions) {
            if mention.tokens.is_empty() || mention.tokens.end > tokens {
                continue;
            }
            if mention.lead < mention.tokens.start {
                ground.leads[mention.lead] = id;
            }
            for token in mention.tokens.clone() {
                ground.covers[token] = id;
            }
        }
        ground
    }

    pub(crate) fn mention(&self, id: usize) -> &'a Mention {
        &self.article.mentions[id]
    }

    /// The mention of one of these sorts that begins at the token, with its
    /// number or with its hedge.
    pub(crate) fn beginning_at(&self, token: usize, sorts: SortSet) -> Option<usize> {
        [self.core(token), self.leads[token]]
            .into_iter()
            .filter(|&id| id != NONE)
            .map(|id| id as usize)
            .find(|&id| self.sorts[id].meets(sorts))
    }

    /// The mention whose number begins at the token.
    fn core(&self, token: usize) -> u32 {
        let id = self.covers[token];
        let begins = id != NONE && self.mention(id as usize).tokens.start == token;
        if begins { id } else { NONE }
    }

    /// Whether a mention begins at the token, with its number or its hedge.
    pub(crate) fn begins(&self, token: usize) -> bool {
        self.core(token) != NONE || self.leads[token] != NONE
    }

    /// The mention that covers the token.
    pub(crate) fn covering(&self, token: usize) -> Option<usize> {
        Some(self.covers[token])
            .filter(|&id| id != NONE)
            .map(|id| id as usize)
    }

    /// Whether the token belongs to a number (and not to a date).
    pub(crate) fn is_number(&self, token: usize) -> bool {
        self.covering(token)
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
