//! The tokens of one sentence as input to the nom grammars, and the smallest
//! parsers over them.
//!
//! nom cannot read a bare slice of tokens, and a grammar needs the words
//! behind them, so [`Tokens`] carries both.

use std::iter::{Copied, Enumerate};
use std::slice::Iter;

use nom::error::{Error, ErrorKind};
use nom::{IResult, Input, Needed};

use crate::document::{Document, Token, TokenKind};
use crate::lexicon::{Class, Lexicon, Senses};

/// What the grammars read: a document's tokens, its text and the lexicon.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) tokens: &'a [Token],
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    /// Whether the text prices things in pounds, so that “pounds” are money.
    pub(crate) sterling: bool,
}

impl Page<'_> {
    /// Whether a token is that word, without regard to case. Most are not of
    /// its length, so that the text is seldom looked at.
    #[inline(always)]
    fn is(&self, token: Token, word: &str) -> bool {
        token.length() == word.len() && self.spells(token, word)
    }

    #[inline(never)]
    fn spells(&self, token: Token, word: &str) -> bool {
        self.text.as_bytes()[token.span().range()].eq_ignore_ascii_case(word.as_bytes())
    }
}

/// The tokens from `at` to `end` of a page.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'a> {
    pub(crate) page: &'a Page<'a>,
    pub(crate) at: usize,
    pub(crate) end: usize,
}

/// What a grammar gives: the rest, and what was accepted.
pub(crate) type Parsed<'a, T> = IResult<Tokens<'a>, T>;

impl<'a> Tokens<'a> {
    /// The next token.
    pub(crate) fn first(self) -> Option<Token> {
        self.peek(0)
    }

    /// The token `n` places on.
    pub(crate) fn peek(self, n: usize) -> Option<Token> {
        let place = self.at + n;
        if place < self.end {
            self.page.tokens.get(place).copied()
        } else {
            None
        }
    }

    /// The kind of the token `n` places on.
    pub(crate) fn kind(self, n: usize) -> Option<TokenKind> {
        self.peek(n).map(|token| token.kind)
    }

    /// The kind of the token `n` places on, if it is glued to the one before.
    pub(crate) fn glued_kind(self, n: usize) -> Option<TokenKind> {
        self.peek(n)
            .filter(|token| token.is_glued())
            .map(|token| token.kind)
    }

    /// What is written `n` places on; empty past the end.
    pub(crate) fn text(self, n: usize) -> &'a str {
        self.peek(n)
            .map_or("", |token| &self.page.text[token.span().range()])
    }

    /// The character that the token `n` places on stands for, whatever the
    /// markup writes for it; `None` for several characters.
    pub(crate) fn symbol(self, n: usize) -> Option<char> {
        self.peek(n)
            .and_then(|_| self.page.document.symbol(self.at + n))
    }

    /// The character that the token `n` places before stands for.
    pub(crate) fn symbol_back(self, n: usize) -> Option<char> {
        self.back(n)
            .and_then(|_| self.page.document.symbol(self.at - n))
    }

    /// Whether the token `n` places on is that word, without regard to case.
    #[inline(always)]
    pub(crate) fn is(self, n: usize, word: &str) -> bool {
        self.peek(n).is_some_and(|token| self.page.is(token, word))
    }

    /// Whether the token `n` places on is one of these words.
    #[inline(always)]
    pub(crate) fn is_any(self, n: usize, words: &[&str]) -> bool {
        self.peek(n)
            .is_some_and(|token| words.iter().any(|word| self.page.is(token, word)))
    }

    /// What the word `n` places on may mean.
    pub(crate) fn senses(self, n: usize) -> &'a Senses {
        let word = self.peek(n).map(|token| token.word).unwrap_or_default();
        self.page.lexicon.senses(word)
    }

    /// Whether the word `n` places on is in a grammar's class.
    pub(crate) fn is_class(self, n: usize, class: Class) -> bool {
        self.senses(n).is(class)
    }

    /// What is left after `n` tokens.
    pub(crate) fn skip(self, n: usize) -> Tokens<'a> {
        Tokens {
            at: (self.at + n).min(self.end),
            ..self
        }
    }

    /// The token `n` places before, within the page.
    pub(crate) fn back(self, n: usize) -> Option<Token> {
        self.at
            .checked_sub(n)
            .and_then(|place| self.page.tokens.get(place))
            .copied()
    }

    /// What is written `n` places before.
    pub(crate) fn text_back(self, n: usize) -> &'a str {
        self.back(n)
            .map_or("", |token| &self.page.text[token.span().range()])
    }

    /// Whether the token `n` places before is one of these words.
    #[inline(always)]
    pub(crate) fn was_any(self, n: usize, words: &[&str]) -> bool {
        self.back(n)
            .is_some_and(|token| words.iter().any(|word| self.page.is(token, word)))
    }

    /// What the word `n` places before may mean.
    pub(crate) fn senses_back(self, n: usize) -> &'a Senses {
        let word = self.back(n).map(|token| token.word).unwrap_or_default();
        self.page.lexicon.senses(word)
    }

    /// The text between the token before the next one and the next one.
    pub(crate) fn gap(self, n: usize) -> &'a str {
        match (self.at + n)
            .checked_sub(1)
            .map(|before| (self.page.tokens[before], self.peek(n)))
        {
            Some((before, Some(token))) => self
                .page
                .text
                .get(before.span().end as usize..token.span().start as usize)
                .unwrap_or(""),
            _ => "",
        }
    }

    /// A parser's refusal here.
    pub(crate) fn refuse<T>(self) -> Parsed<'a, T> {
        Err(nom::Err::Error(Error::new(self, ErrorKind::Fail)))
    }

    /// A parser's acceptance of `n` tokens.
    pub(crate) fn accept<T>(self, n: usize, value: T) -> Parsed<'a, T> {
        Ok((self.skip(n), value))
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = Token;
    type Iter = Copied<Iter<'a, Token>>;
    type IterIndices = Enumerate<Copied<Iter<'a, Token>>>;

    fn input_len(&self) -> usize {
        self.end - self.at
    }

    fn take(&self, index: usize) -> Self {
        Tokens {
            end: self.at + index,
            ..*self
        }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P>(&self, predicate: P) -> Option<usize>
    where
        P: Fn(Self::Item) -> bool,
    {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.page.tokens[self.at..self.end].iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.input_len()))
        }
    }
}

/// `word = WORD ;` one word, without regard to case.
pub(crate) fn word<'a>(text: &'static str) -> impl Fn(Tokens<'a>) -> Parsed<'a, Token> {
    move |tokens| match tokens.first() {
        Some(token) if tokens.is(0, text) => tokens.accept(1, token),
        _ => tokens.refuse(),
    }
}

/// `one_of = WORD | WORD … ;` one of some words.
pub(crate) fn one_of<'a>(
    words: &'static [&'static str],
) -> impl Fn(Tokens<'a>) -> Parsed<'a, Token> {
    move |tokens| match tokens.first() {
        Some(token) if tokens.is_any(0, words) => tokens.accept(1, token),
        _ => tokens.refuse(),
    }
}

/// `sense = WORD ;` a word that has a certain sense.
pub(crate) fn sense<'a, T>(
    of: impl Fn(&Senses) -> Option<T>,
) -> impl Fn(Tokens<'a>) -> Parsed<'a, T> {
    move |tokens| match of(tokens.senses(0)) {
        Some(meaning) => tokens.accept(1, meaning),
        None => tokens.refuse(),
    }
}

/// `word_hyphen = hyphen | " - " ;` between two words of one number: ninety-five,
/// and ninety - five as texts cut into words have it.
pub(crate) fn word_hyphen(tokens: Tokens<'_>) -> Parsed<'_, Token> {
    let apart = |n: usize| tokens.peek(n).is_some_and(|t| !t.is_glued());
    match tokens.first() {
        Some(token) if token.kind == TokenKind::Hyphen && apart(0) && apart(1) => {
            tokens.accept(1, token)
        }
        _ => hyphen(tokens),
    }
}

/// `hyphen = "-" | "–" ;` between two glued tokens.
pub(crate) fn hyphen(tokens: Tokens<'_>) -> Parsed<'_, Token> {
    let next_is_glued = tokens.peek(1).is_some_and(Token::is_glued);
    match tokens.first() {
        Some(token)
            if token.is_glued()
                && next_is_glued
                && matches!(token.kind, TokenKind::Hyphen | TokenKind::EnDash) =>
        {
            tokens.accept(1, token)
        }
        _ => tokens.refuse(),
    }
}
