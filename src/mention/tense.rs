//! Whether the clause of a timex speaks of what was or of what is to come: its
//! nearest verb tells.

use std::ops::Range;

use crate::document::{Document, Token, TokenKind};
use crate::lexicon::{Class, Lexicon, Reference};

/// The side of the anchor date on which a time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// said, was held
    Past,
    /// will be held, is due
    Future,
    /// No verb tells.
    Unknown,
}

/// How many tokens before and behind a timex are looked at.
const BEFORE: usize = 20;
const BEHIND: usize = 12;

/// The tense of the nearest verb: the last one before the timex in its clause,
/// else the first one behind it, else the last one before the clause.
pub(crate) fn tense(
    document: &Document<'_>,
    lexicon: &Lexicon,
    sentence: usize,
    tokens: Range<usize>,
) -> Tense {
    let sentence = &document.sentences[sentence].tokens;
    let (start, end) = (tokens.start, tokens.end);
    let first = start.saturating_sub(BEFORE).max(sentence.start);
    let last = (end + BEHIND).min(sentence.end);
    let clue = |place: usize| clue(document, lexicon, place, last);
    let clause = (first..start)
        .rev()
        .find(|&place| parts_clauses(document, place));
    let clause = clause.unwrap_or(first);
    (clause..start)
        .rev()
        .find_map(clue)
        .or_else(|| (end..last).find_map(clue))
        .or_else(|| (first..clause).rev().find_map(clue))
        .unwrap_or(Tense::Unknown)
}

/// Words with which a clause begins that has a time of its own.
const OPENS_CLAUSE: [&str; 5] = ["although", "but", "though", "whereas", "while"];

/// Whether one clause ends here and another begins.
fn parts_clauses(document: &Document<'_>, place: usize) -> bool {
    let token = document.tokens[place];
    let text = || document.slice(token.span());
    match token.kind {
        TokenKind::Semicolon => true,
        TokenKind::Word => {
            let comma = place > 0 && document.tokens[place - 1].kind == TokenKind::Comma;
            OPENS_CLAUSE.contains(&text()) || comma && text() == "and"
        }
        _ => false,
    }
}

/// What one word says. Capitals are of a name: Will, May.
fn clue(document: &Document<'_>, lexicon: &Lexicon, place: usize, end: usize) -> Option<Tense> {
    let token = document.tokens[place];
    if token.kind != TokenKind::Word || token.is_capitalised() {
        return None;
    }
    let senses = lexicon.senses(token.word);
    let text = || document.slice(token.span());
    let next = document.tokens.get(place + 1);
    let had = || place > 0 && document.slice(document.tokens[place - 1].span()) == "had";
    match senses.tense {
        // “had expected” is over; “will”, “expected to” are to come.
        Some(Reference::Future) if had() => Some(Tense::Past),
        Some(Reference::Future) => Some(Tense::Future),
        // won’t
        Some(_) if next.is_some_and(|t| t.kind == TokenKind::Apostrophe) && text() == "won" => {
            Some(Tense::Future)
        }
        Some(_) => Some(Tense::Past),
        None if is_before_verb(document, lexicon, place, end) && text() == "to" => {
            Some(Tense::Future)
        }
        None if text().ends_with("ed") && text().len() > 3 && !senses.is(Class::NoVerb) => {
            Some(Tense::Past)
        }
        None => None,
    }
}

/// Whether “to” stands before an auxiliary: to be held.
fn is_before_verb(document: &Document<'_>, lexicon: &Lexicon, place: usize, end: usize) -> bool {
    let is_auxiliary =
        |token: &Token| !token.is_capitalised() && lexicon.senses(token.word).is(Class::Auxiliary);
    place + 1 < end && is_auxiliary(&document.tokens[place + 1])
}
