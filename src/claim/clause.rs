//! A clause is the stretch of a sentence in which one thing is said, so that
//! a word in it may be taken to speak of a number in it.
//!
//! It ends at a semicolon, colon, bracket or dash; at a word that begins
//! another (`while`, `which`, `if`, `than`, `compared`); and at a comma before
//! `and`, `but`, `or`, `with`, `after` and the like. What is said begins after
//! the verb of saying. Conversions in brackets are passed over.

use std::ops::Range;

use super::head::is_conversion;
use super::prose::{Prose, REACH};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::Mention;

/// The clause of a mention, as tokens. A word that opens the clause belongs to
/// it; the mark before it and the word that opens the next do not.
pub(super) fn clause(prose: Prose, mention: &Mention) -> Range<usize> {
    let sentence = prose.sentence(mention);
    let floor = sentence.start.max(mention.lead.saturating_sub(REACH));
    let ceiling = sentence.end.min(mention.tokens.end + REACH);
    begin(prose, mention.lead, floor)..end(prose, mention.tokens.end, ceiling)
}

/// The first token of the clause that holds what stands before `from`.
pub(super) fn begin(prose: Prose, from: usize, floor: usize) -> usize {
    let mut places = (floor..from).rev();
    while let Some(token) = places.next() {
        if let Some(open) = conversion_before(prose, token, floor) {
            places = (floor..open).rev();
            continue;
        }
        match boundary(prose, token) {
            Boundary::None => {}
            Boundary::Mark => return token + 1,
            Boundary::Word => return token,
            Boundary::Verb => return token + 1,
        }
    }
    floor.min(from)
}

/// Just past the last token of the clause that holds what stands at `from`.
pub(super) fn end(prose: Prose, from: usize, ceiling: usize) -> usize {
    let mut token = from;
    while token < ceiling {
        match boundary(prose, token) {
            Boundary::None | Boundary::Verb => token += 1,
            Boundary::Mark => match conversion_after(prose, token, ceiling) {
                Some(close) => token = close + 1,
                None => return token,
            },
            Boundary::Word => return token,
        }
    }
    ceiling.max(from)
}

/// How many tokens a bracket of conversions holds at most.
const BRACKET: usize = 16;

/// The closing bracket of the conversions that open at a token: “£3m ($5m;
/// 4m euros) this year” is one clause.
fn conversion_after(prose: Prose, open: usize, ceiling: usize) -> Option<usize> {
    if prose.kind(open) != Some(TokenKind::Open) {
        return None;
    }
    let first = prose
        .mention_at(open + 1)
        .or_else(|| prose.mention_at(open + 2))?;
    if !is_conversion(prose, first) {
        return None;
    }
    (open..ceiling.min(open + BRACKET)).find(|&t| prose.kind(t) == Some(TokenKind::Close))
}

/// The opening bracket of the conversions that close at a token.
fn conversion_before(prose: Prose, close: usize, floor: usize) -> Option<usize> {
    if prose.kind(close) != Some(TokenKind::Close) {
        return None;
    }
    let last = prose.mention_at(close.checked_sub(1)?)?;
    if !is_conversion(prose, last) {
        return None;
    }
    (floor.max(close.saturating_sub(BRACKET))..close)
        .rev()
        .find(|&t| prose.kind(t) == Some(TokenKind::Open))
}

/// Whether a token ends a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Boundary {
    None,
    /// A mark between two clauses.
    Mark,
    /// The first word of the next clause.
    Word,
    /// The verb of saying before what is said; it ends no clause.
    Verb,
}

fn boundary(prose: Prose, token: usize) -> Boundary {
    use TokenKind as K;
    let found = match prose.kind(token) {
        Some(K::Semicolon | K::Open | K::Close | K::EmDash) => Boundary::Mark,
        Some(K::Colon) if !prose.is_glued(token + 1) => Boundary::Mark,
        Some(K::EnDash | K::Hyphen) if !prose.is_glued(token) && !prose.is_glued(token + 1) => {
            Boundary::Mark
        }
        Some(K::Comma) if prose.says(token + 1, AFTER_COMMA) => Boundary::Mark,
        Some(K::Word) if prose.is(token, Class::ClauseWord) || prose.says(token, &["compared"]) => {
            Boundary::Word
        }
        Some(K::Word)
            if prose.is(token, Class::SayVerb)
                && !prose.is_any(token.wrapping_sub(1), &[Class::Article, Class::Determiner]) =>
        {
            Boundary::Verb
        }
        _ => Boundary::None,
    };
    // `more than 500` and `10:30` hold no boundary.
    if found != Boundary::None && prose.mention_at(token).is_some() {
        return Boundary::None;
    }
    found
}

const AFTER_COMMA: &[&str] = &[
    "after", "and", "but", "compared", "or", "which", "while", "who", "with",
];
