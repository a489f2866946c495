//! A designation is a name that ends in a number: Kiln 13.2, Boeing 747,
//! CVE-2019-1010. The number counts nothing, and yet it can be wrong.

use std::ops::Range;

use crate::document::{Document, Token, TokenKind};
use crate::lexicon::{Class, Lexicon};

/// A name that ends in a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Designation<'s> {
    /// All of it.
    pub(crate) tokens: Range<usize>,
    /// The name without the number: `Kiln`.
    pub(crate) stem: &'s str,
    /// The number, without a `v` before it: `13.2-rc1`.
    pub(crate) number: &'s str,
}

impl Designation<'_> {
    /// The number with a nought for each of its runs of digits. Only numbers of
    /// one shape can be slips of one another: 13.2 and 13.1, but not 13.
    pub(crate) fn shape(&self) -> String {
        let mut shape = String::new();
        for c in self.number.chars() {
            match c {
                '0'..='9' if shape.ends_with('0') => {}
                '0'..='9' => shape.push('0'),
                other => shape.extend(other.to_lowercase()),
            }
        }
        shape
    }
}

/// The designations of a document, in text order. A number that is a year is
/// none: “Summit 2014” is another summit than “Summit 2013”.
pub(crate) fn designations<'s>(document: &Document<'s>, lexicon: &Lexicon) -> Vec<Designation<'s>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digits) = document.tokens[at..]
        .iter()
        .position(|token| token.kind == TokenKind::Digits)
    {
        let run = run_around(document, at, at + digits);
        at = run.end;
        found.extend(designation(document, lexicon, run));
    }
    found
}

/// The run that a token of digits is part of; it begins no earlier than `floor`.
fn run_around(document: &Document<'_>, floor: usize, digits: usize) -> Range<usize> {
    let tokens = &document.tokens;
    let is_inner = |&token: &usize| tokens[token].is_glued() && joins(&tokens[token - 1]);
    let inner = (floor + 1..=digits).rev().take_while(is_inner).count();
    let start = (digits - inner..digits)
        .find(|&token| begins(&tokens[token]))
        .unwrap_or(digits);
    run_from(document, start)
}

/// Whether a token is part of a run where it is glued to the one before.
fn joins(token: &Token) -> bool {
    begins(token)
        || matches!(
            token.kind,
            TokenKind::Hyphen | TokenKind::Period | TokenKind::Underscore | TokenKind::Plus
        )
}

/// Whether a run may begin or end with a token.
fn begins(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Digits)
}

/// The number of a designation that ends with this token, however the text
/// goes on before it.
pub(crate) fn number_of<'s>(document: &Document<'s>, tokens: &Range<usize>) -> Option<&'s str> {
    let last = tokens.end.checked_sub(1)?;
    let start = (tokens.start..=last)
        .rev()
        .find(|&n| n == tokens.start || !document.tokens[n].is_glued())?;
    Some(number_in(document, start..tokens.end)?.1)
}

/// The words, digits and marks that are glued together from here on; no full
/// stop at the end.
pub(crate) fn run_from(document: &Document<'_>, start: usize) -> Range<usize> {
    let tokens = &document.tokens;
    if !begins(&tokens[start]) {
        return start..start;
    }
    let more = tokens[start + 1..]
        .iter()
        .take_while(|token| token.is_glued() && joins(token));
    let mut end = start + 1 + more.count();
    while !begins(&tokens[end - 1]) {
        end -= 1;
    }
    start..end
}

fn designation<'s>(
    document: &Document<'s>,
    lexicon: &Lexicon,
    run: Range<usize>,
) -> Option<Designation<'s>> {
    let (start, number) = number_in(document, run.clone())?;
    let tokens = if start > run.start {
        run.start..run.end
    } else {
        name_before(document, run.start)?..run.end
    };
    let stem = if start > run.start {
        run.start..run.start + 1
    } else {
        tokens.start..run.start
    };
    let first = document.tokens[stem.start];
    let senses = lexicon.senses(first.word);
    let is_name = first.is_capitalised()
        && senses.month.is_none()
        && senses.weekday.is_none()
        && !senses.is(Class::Preposition)
        && !senses.is(Class::Article)
        && !senses.is(Class::Conjunction)
        && !senses.is(Class::Auxiliary)
        && !senses.is(Class::Label);
    let is_year = number.len() == 4
        && number
            .parse::<u16>()
            .is_ok_and(|year| (1900..2100).contains(&year));
    (is_name && !is_year).then(|| Designation {
        stem: document.slice(document.span_of(stem)),
        tokens,
        number,
    })
}

/// Where in a run its number begins, and the number: behind the hyphen of
/// `CVE-2019-1010`, else all of it but a `v`. `None` where letters stand before
/// the first digit in another way.
fn number_in<'s>(document: &Document<'s>, run: Range<usize>) -> Option<(usize, &'s str)> {
    let kind = |n: usize| document.tokens.get(n).map(|token| token.kind);
    let from = |start: usize| document.slice(document.span_of(start..run.end));
    match kind(run.start)? {
        TokenKind::Digits => Some((run.start, from(run.start))),
        TokenKind::Word if matches!(document.text(run.start), "v" | "V") => {
            (kind(run.start + 1)? == TokenKind::Digits).then(|| (run.start, from(run.start + 1)))
        }
        TokenKind::Word => {
            let hyphen = kind(run.start + 1)? == TokenKind::Hyphen;
            let digits = kind(run.start + 2)? == TokenKind::Digits;
            (hyphen && digits && run.start + 2 < run.end)
                .then(|| (run.start + 2, from(run.start + 2)))
        }
        _ => None,
    }
}

/// Where the word or run of glued words right before a token begins.
fn name_before(document: &Document<'_>, token: usize) -> Option<usize> {
    let mut start = token.checked_sub(1)?;
    let sentence = document
        .sentences
        .partition_point(|sentence| sentence.tokens.end <= token);
    let first = document.sentences.get(sentence)?.tokens.start;
    while start > first && document.tokens[start].is_glued() {
        start -= 1;
    }
    (start >= first && document.tokens[start].kind == TokenKind::Word).then_some(start)
}
