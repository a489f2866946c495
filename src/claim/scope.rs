//! A scope is the time and the place that a claim speaks of.
//!
//! A *window* is a stretch of time in which something is counted: “in two
//! days”, “over the past two days”, “in May”, “a week”. What is said without
//! one has none: a window is taken over from an earlier sentence only by
//! words that point back (“those two days”). The time at which something was
//! *said* is no window.

use std::ops::Range;

use super::prose::Prose;
use super::{Term, key};
use crate::document::TokenKind;
use crate::lexicon::Class;

mod window;

pub(super) use window::Windows;

const PLACE: &[&str] = &["across", "at", "in", "near", "outside", "throughout"];

/// The nearest `(in|at|near|across|throughout) (the)? Name` of a clause.
pub(super) fn place(prose: Prose, clause: &Range<usize>, mention: &Range<usize>) -> Option<Term> {
    let distance = |place: &Range<usize>| {
        if place.start >= mention.end {
            place.start - mention.end
        } else {
            mention.start.saturating_sub(place.end)
        }
    };
    let places = clause
        .clone()
        .filter_map(|t| place_at(prose, t, clause.end));
    let name = places.min_by_key(distance)?;
    let mut words: Vec<u64> = name
        .clone()
        .filter(|&t| prose.is_content(t) && !is_possessive_s(prose, t))
        .map(|t| key::name(prose.text(t)))
        .collect();
    Some(Term {
        key: key::set(&mut words)?,
        span: prose.span(name),
    })
}

/// The name after a preposition of place.
fn place_at(prose: Prose, token: usize, end: usize) -> Option<Range<usize>> {
    if !prose.is_capitalised(token + 1) && !prose.is(token + 1, Class::Article)
        || !prose.says(token, PLACE)
    {
        return None;
    }
    let mut start = token + 1;
    if prose.is(start, Class::Article) {
        start += 1;
    }
    let is_name = |t: usize| {
        prose.is_capitalised(t)
            && prose.mention_at(t).is_none()
            && prose.senses(t).month.is_none()
            && prose.senses(t).weekday.is_none()
    };
    if start >= end || !is_name(start) {
        return None;
    }
    let mut last = start;
    while last + 1 < end {
        let next = last + 1;
        let hyphen = prose.kind(next) == Some(TokenKind::Hyphen) && prose.is_glued(next);
        if is_name(next) {
            last = next;
        } else if hyphen && prose.is_glued(next + 1) && prose.is_word(next + 1) && next + 1 < end {
            last = next + 1;
        } else {
            break;
        }
    }
    Some(start..last + 1)
}

fn is_possessive_s(prose: Prose, token: usize) -> bool {
    prose.says(token, &["s"]) && prose.is_glued(token)
}
