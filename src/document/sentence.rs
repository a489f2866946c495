//! A sentence is the stretch of tokens in which a relation is stated.
//!
//! It ends at a full stop, question or exclamation mark or ellipsis that white
//! space and then a capital, a digit or an opening mark follow, unless the
//! full stop belongs to an abbreviation or an initial. In doubt it goes on.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lexicon::{Class, Lexicon, TimeWord};
use crate::span::Span;

use super::{Token, TokenKind};

/// A stretch of tokens that ends at a full stop, question or exclamation mark,
/// or at its block's end.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens, as places in `document.tokens`.
    pub tokens: Range<usize>,
    /// From its first to its last token.
    pub span: Span,
    /// Its block, as a place in `document.blocks`.
    pub block: usize,
    /// Whether it was cut for its length, and goes on in the next one.
    pub is_cut: bool,
}

/// A sentence of more tokens is cut, at a semicolon if it has one.
pub const LONGEST: usize = 400;

/// What a full stop after an abbreviation can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Abbreviation {
    /// Never the sentence's end: `Mr.`
    Never,
    /// Not before a number: `No. 10`, `Sept. 11`.
    Number,
    /// Only before a word that opens a sentence: `Inc.`, `U.S.`
    Inner,
    /// Not before a weekday, month or time zone: `5 p.m. Monday`.
    Time,
}

/// Sorted by the abbreviation, which is without its last full stop.
static ABBREVIATIONS: LazyLock<Vec<(&str, Abbreviation)>> = LazyLock::new(|| {
    include_str!("abbreviations.txt")
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(written, kind)| {
            let kind = match kind {
                "never" => Abbreviation::Never,
                "number" => Abbreviation::Number,
                "time" => Abbreviation::Time,
                _ => Abbreviation::Inner,
            };
            (written, kind)
        })
        .collect()
});

/// Capitalised words that open a sentence and no name, sorted.
static OPENERS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("openers.txt").lines().collect());

/// Whether a word, written without its full stop, is an abbreviation.
pub(super) fn is_abbreviation(word: &str) -> bool {
    abbreviation(word).is_some()
}

/// Groups the tokens of a block, all that are from `first` on.
pub(super) fn sentences(
    text: &str,
    tokens: &[Token],
    first: usize,
    block: usize,
    lexicon: &Lexicon,
    sentences: &mut Vec<Sentence>,
) {
    let splitter = Splitter {
        text,
        tokens,
        first,
        lexicon,
    };
    let mut add = |range: Range<usize>, is_cut: bool| {
        let span = tokens[range.start]
            .span()
            .join(tokens[range.end - 1].span());
        sentences.push(Sentence {
            tokens: range,
            span,
            block,
            is_cut,
        });
    };
    let mut start = first;
    let mut semicolon = None;
    let mut at = first;
    while at < tokens.len() {
        let (next, ends) = splitter.step(start, at);
        if ends {
            add(start..next, false);
            (start, at, semicolon) = (next, next, None);
            continue;
        }
        if tokens[at].kind == TokenKind::Semicolon {
            semicolon = Some(next);
        }
        at = next;
        while at - start >= LONGEST {
            let end = semicolon.take().unwrap_or(start + LONGEST);
            add(start..end, end < tokens.len());
            start = end;
        }
    }
    if start < tokens.len() {
        add(start..tokens.len(), false);
    }
}

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    first: usize,
    lexicon: &'a Lexicon,
}

impl Splitter<'_> {
    /// The place after the token at `at` and the marks that go with it, and
    /// whether the sentence that began at `start` ends there.
    fn step(&self, start: usize, at: usize) -> (usize, bool) {
        let mark = self.tokens[at].kind;
        if !is_final(mark) {
            return (at + 1, false);
        }
        let end = self.closed(at + 1);
        let follows = self.tokens.get(end);
        if follows.is_none_or(|next| next.is_glued()) || !self.can_begin(end) {
            return (end, false);
        }
        let alone = end == at + 1 && mark == TokenKind::Period;
        (end, !alone || self.full_stop_ends(start, at))
    }

    /// Where the marks end that go with a final mark: more of them, closing
    /// quotes and brackets, and a note's number in brackets.
    fn closed(&self, mut at: usize) -> usize {
        while let Some(token) = self.tokens.get(at).filter(|token| token.is_glued()) {
            at += match token.kind {
                kind if is_final(kind) => 1,
                TokenKind::CloseQuote | TokenKind::Close | TokenKind::Apostrophe => 1,
                TokenKind::Star => 1,
                TokenKind::Open if self.is_note(at) => 3,
                _ => break,
            };
        }
        at
    }

    /// `[12]`
    fn is_note(&self, at: usize) -> bool {
        let kind = |at: usize| self.tokens.get(at).map(|token| token.kind);
        kind(at + 1) == Some(TokenKind::Digits) && kind(at + 2) == Some(TokenKind::Close)
    }

    fn can_begin(&self, at: usize) -> bool {
        let token = self.tokens[at];
        match token.kind {
            TokenKind::Word => token.is_capitalised(),
            TokenKind::Digits
            | TokenKind::VulgarFraction
            | TokenKind::OpenQuote
            | TokenKind::Open
            | TokenKind::Currency
            | TokenKind::Opaque => true,
            TokenKind::Apostrophe | TokenKind::EmDash | TokenKind::EnDash | TokenKind::Hyphen => {
                let next = self.tokens.get(at + 1);
                next.is_some_and(|next| next.is_capitalised() || next.kind == TokenKind::OpenQuote)
            }
            _ => false,
        }
    }

    /// Whether the full stop at `at`, which white space follows, is more than
    /// part of an abbreviation.
    fn full_stop_ends(&self, start: usize, at: usize) -> bool {
        let Some(word) = at.checked_sub(1).filter(|&word| word >= start) else {
            return true;
        };
        if self.tokens[word].kind == TokenKind::Digits {
            // `1. Introduction`: the number of a heading or an item.
            return word > self.first;
        }
        if self.tokens[word].kind != TokenKind::Word || !self.tokens[at].is_glued() {
            return true;
        }
        let next = self.tokens[at + 1];
        match self.abbreviation_before(start, word) {
            None => true,
            Some(Abbreviation::Never) => false,
            Some(Abbreviation::Number) => next.kind != TokenKind::Digits,
            Some(Abbreviation::Inner) => self.opens(next),
            Some(Abbreviation::Time) => !self.is_calendar_word(next),
        }
    }

    fn abbreviation_before(&self, start: usize, word: usize) -> Option<Abbreviation> {
        let first = self.dotted_from(start, word);
        let span = self.tokens[first].span().join(self.tokens[word].span());
        let written = &self.text[span.range()];
        if let Some(known) = abbreviation(written) {
            return Some(known);
        }
        let id = self.tokens[word].word;
        if first < word || self.lexicon.senses(id).is(Class::Abbreviation) {
            return Some(Abbreviation::Inner);
        }
        let mut letters = written.chars();
        let initial = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_none()
            && self.stands_apart(word);
        initial.then_some(Abbreviation::Inner)
    }

    /// Whether a letter is by itself: not the last of `AT&T` or `Jay-Z`.
    fn stands_apart(&self, letter: usize) -> bool {
        let before = letter.checked_sub(1).map(|before| self.tokens[before].kind);
        !self.tokens[letter].is_glued()
            || matches!(
                before,
                Some(TokenKind::Period | TokenKind::Open | TokenKind::OpenQuote)
            )
    }

    /// The first token of `U.S.A`, given its last.
    fn dotted_from(&self, start: usize, word: usize) -> usize {
        let short = |at: usize| {
            let token = self.tokens[at];
            token.kind == TokenKind::Word && token.span().range().len() <= 2
        };
        let mut first = word;
        while short(first)
            && word - first < 12
            && first >= start + 2
            && self.tokens[first].is_glued()
            && self.tokens[first - 1].kind == TokenKind::Period
            && self.tokens[first - 1].is_glued()
            && short(first - 2)
        {
            first -= 2;
        }
        first
    }

    fn opens(&self, token: Token) -> bool {
        match token.kind {
            TokenKind::Word => {
                let word = &self.text[token.span().range()];
                OPENERS.binary_search(&word).is_ok()
            }
            TokenKind::OpenQuote => true,
            _ => false,
        }
    }

    fn is_calendar_word(&self, token: Token) -> bool {
        let senses = self.lexicon.senses(token.word);
        token.is_upper()
            || senses.weekday.is_some()
            || senses.month.is_some()
            || matches!(senses.time, Some(TimeWord::Zone(None)))
    }
}

fn is_final(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Period | TokenKind::Stop | TokenKind::Ellipsis
    )
}

fn abbreviation(written: &str) -> Option<Abbreviation> {
    let place = ABBREVIATIONS
        .binary_search_by_key(&written, |&(written, _)| written)
        .ok()?;
    Some(ABBREVIATIONS[place].1)
}

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, OPENERS};

    #[test]
    fn word_lists_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted_by_key(|&(written, _)| written));
        assert!(OPENERS.is_sorted());
    }
}
