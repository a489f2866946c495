//! Prose is what the claims are read from: a document's tokens with the
//! mentions in them, and what the lexicon knows of the words.

use std::ops::Range;

use crate::claim::{MentionId, Term, key};
use crate::document::{BlockKind, Document, Token, TokenKind};
use crate::lexicon::{Class, Lexicon, Senses};
use crate::mention::{Kind, Mention};
use crate::span::Span;

/// How many tokens on either side of a number are read at most.
pub(super) const REACH: usize = 40;

/// A document's tokens, its mentions and the lexicon. Every place outside the
/// document is a place where nothing stands.
#[derive(Clone, Copy)]
pub(super) struct Prose<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) cover: &'a Cover,
    pub(super) lexicon: &'a Lexicon,
}

/// Which tokens any mention covers, its hedge included: a bit for each, so that
/// mentions are searched only where there is one.
pub(super) struct Cover(Vec<u64>);

impl Cover {
    pub(super) fn of(document: &Document<'_>, mentions: &[Mention]) -> Cover {
        let mut bits = vec![0; document.tokens.len() / 64 + 1];
        let tokens = mentions.iter().flat_map(|m| m.lead..m.tokens.end);
        for token in tokens.filter(|&token| token < document.tokens.len()) {
            bits[token / 64] |= 1 << (token % 64);
        }
        Cover(bits)
    }

    #[inline]
    fn holds(&self, token: usize) -> bool {
        let bits = self.0.get(token / 64);
        bits.is_some_and(|bits| bits >> (token % 64) & 1 == 1)
    }
}

impl<'a> Prose<'a> {
    /// The token's kind.
    #[inline]
    pub(super) fn kind(self, token: usize) -> Option<TokenKind> {
        self.document.tokens.get(token).map(|t| t.kind)
    }

    /// Whether a word stands there.
    #[inline]
    pub(super) fn is_word(self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Word)
    }

    /// The token as written; empty where none is.
    pub(super) fn text(self, token: usize) -> &'a str {
        if token < self.document.tokens.len() {
            self.document.text(token)
        } else {
            ""
        }
    }

    /// What the lexicon knows of the word; nothing where none is.
    #[inline]
    pub(super) fn senses(self, token: usize) -> &'a Senses {
        let token = self.document.tokens.get(token);
        self.lexicon
            .senses(token.map(|t| t.word).unwrap_or_default())
    }

    /// Whether the word is in the class.
    #[inline]
    pub(super) fn is(self, token: usize, class: Class) -> bool {
        self.senses(token).is(class)
    }

    /// Whether the word is in one of the classes.
    #[inline]
    pub(super) fn is_any(self, token: usize, classes: &[Class]) -> bool {
        let mask = classes.iter().fold(0u128, |mask, &c| mask | 1 << c as u8);
        self.senses(token).classes & mask != 0
    }

    /// Whether the word is one of these, written in lower case here.
    ///
    /// Inlined, so that a list of words is a few comparisons of length: most words
    /// differ in that, and the text is seldom looked at.
    #[inline(always)]
    pub(super) fn says(self, token: usize, words: &[&str]) -> bool {
        let Some(&token) = self.document.tokens.get(token) else {
            return false;
        };
        let spells = |word: &&str| word.len() == token.length() && self.spells(token, word);
        token.kind == TokenKind::Word && words.iter().any(spells)
    }

    #[inline(never)]
    fn spells(self, token: Token, word: &str) -> bool {
        let text = &self.document.source.text.as_bytes()[token.span().range()];
        let word = word.as_bytes();
        (word[0] ^ text[0]) & !0x20 == 0 && word.eq_ignore_ascii_case(text)
    }

    /// The first byte of the token; 0 where none is.
    #[inline]
    pub(super) fn first_byte(self, token: usize) -> u8 {
        let token = self.document.tokens.get(token);
        token.map_or(0, |t| {
            self.document.source.text.as_bytes()[t.span().range().start]
        })
    }

    /// Whether the word ends so, written in lower case here.
    pub(super) fn ends(self, token: usize, suffix: &str) -> bool {
        let text = self.text(token).as_bytes();
        self.is_word(token)
            && text.len() > suffix.len()
            && text[text.len() - suffix.len()..].eq_ignore_ascii_case(suffix.as_bytes())
    }

    /// Whether no white space stands before the token.
    #[inline]
    pub(super) fn is_glued(self, token: usize) -> bool {
        self.document
            .tokens
            .get(token)
            .is_some_and(|t| t.is_glued())
    }

    /// Whether the word begins with a capital.
    #[inline]
    pub(super) fn is_capitalised(self, token: usize) -> bool {
        self.document
            .tokens
            .get(token)
            .is_some_and(|t| t.is_capitalised())
    }

    /// Whether the word is all capitals.
    pub(super) fn is_upper(self, token: usize) -> bool {
        self.document
            .tokens
            .get(token)
            .is_some_and(|t| t.is_upper())
    }

    /// Whether it is a word of substance: no article, determiner, pronoun,
    /// preposition, conjunction or auxiliary.
    pub(super) fn is_content(self, token: usize) -> bool {
        self.is_word(token)
            && !self.is_any(
                token,
                &[
                    Class::Article,
                    Class::Determiner,
                    Class::Preposition,
                    Class::Conjunction,
                    Class::Auxiliary,
                    Class::ClauseWord,
                ],
            )
            // `US` is no pronoun.
            && (!self.is(token, Class::Pronoun) || self.is_upper(token))
    }

    /// Whether a possessive `’s` or `’` stands there, glued to a word.
    pub(super) fn is_possessive(self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Apostrophe) && self.is_glued(token)
    }

    /// The mention that covers a token, its hedge included.
    #[inline]
    pub(super) fn mention_at(self, token: usize) -> Option<MentionId> {
        if self.cover.holds(token) {
            self.mention_over(token)
        } else {
            None
        }
    }

    fn mention_over(self, token: usize) -> Option<MentionId> {
        let after = self.mentions.partition_point(|m| m.tokens.end <= token);
        self.mentions
            .get(after)
            .filter(|m| m.lead <= token)
            .map(|_| after)
    }

    /// The mentions that begin in some tokens.
    pub(super) fn mentions_in(self, tokens: &Range<usize>) -> Range<MentionId> {
        let first = self.mentions.partition_point(|m| m.lead < tokens.start);
        let last = self.mentions.partition_point(|m| m.lead < tokens.end);
        first..last.max(first)
    }

    /// The tokens of a mention's sentence.
    pub(super) fn sentence(self, mention: &Mention) -> Range<usize> {
        let sentence = self.document.sentences.get(mention.sentence);
        sentence.map_or(0..0, |s| {
            s.tokens.start..s.tokens.end.min(self.document.tokens.len())
        })
    }

    /// The block of a mention's sentence.
    pub(super) fn block(self, mention: &Mention) -> Option<usize> {
        self.document
            .sentences
            .get(mention.sentence)
            .map(|s| s.block)
    }

    /// Whether the mention stands in the title or a heading, where every word
    /// may be capitalised.
    pub(super) fn is_headline(self, mention: &Mention) -> bool {
        let block = self
            .block(mention)
            .and_then(|b| self.document.blocks.get(b));
        block.is_some_and(|b| matches!(b.kind, BlockKind::Title | BlockKind::Heading(_)))
    }

    /// The term of one noun.
    pub(super) fn noun(self, token: usize) -> Term {
        Term {
            key: key::noun(self.text(token)),
            span: self.span(token..token + 1),
        }
    }

    /// The span from the first to the last of some tokens.
    pub(super) fn span(self, tokens: Range<usize>) -> Span {
        self.document.span_of(tokens)
    }
}

/// Whether a mention of this kind is an expression of time.
pub(super) fn is_time(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::Time | Kind::Duration | Kind::Set)
}
