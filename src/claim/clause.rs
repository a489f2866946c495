//! A clause is the stretch of a sentence in which one thing is said, so that
//! a word in it may be taken to speak of a number in it.
//!
//! It ends at a semicolon, colon, bracket or dash; at a word that begins
//! another (`while`, `which`, `if`, `than`, `compared`); and at a comma before
//! `and`, `but`, `or`, `with`, `after` and the like.

use std::ops::Range;

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
    for token in (floor..from).rev() {
        match boundary(prose, token) {
            Boundary::None => {}
            Boundary::Mark => return token + 1,
            Boundary::Word => return token,
        }
    }
    floor.min(from)
}

/// Just past the last token of the clause that holds what stands at `from`.
pub(super) fn end(prose: Prose, from: usize, ceiling: usize) -> usize {
    (from..ceiling)
        .find(|&token| boundary(prose, token) != Boundary::None)
        .unwrap_or(ceiling.max(from))
}

/// Whether a token ends a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Boundary {
    None,
    /// A mark between two clauses.
    Mark,
    /// The first word of the next clause.
    Word,
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
