//! Modifiers are the words that narrow a head: *injured police* in “235
//! injured police officers”, *of the army* after it, *who died* after that.

use std::ops::Range;

use super::head::Head;
use super::prose::{Prose, REACH};
use super::{HeadWay, Term, clause, key};
use crate::lexicon::Class;
use crate::mention::Mention;

/// How many words of a complement are kept.
const LENGTH: usize = 12;

/// How many words of a restriction are kept: what sets it apart from another may
/// stand at its end.
const RESTRICTION: usize = 24;

/// The words that narrow a head, whatever their order; `None` for none.
pub(super) fn modifiers(prose: Prose, mention: &Mention, head: &Head) -> Option<Term> {
    let ceiling = prose.sentence(mention).end.min(mention.tokens.end + REACH);
    let mut words = Vec::new();
    let mut tokens = head.phrase.start..head.noun;
    gather(prose, tokens.clone(), &mut words);
    if !matches!(head.way, HeadWay::NounOf | HeadWay::Elided) {
        let rest = complement(prose, head.noun + 1, ceiling);
        gather(prose, rest.clone(), &mut words);
        if !rest.is_empty() {
            tokens.end = rest.end;
        }
    }
    let key = key::set(&mut words)?;
    Some(Term {
        key,
        span: prose.span(tokens),
    })
}

/// The `of` complement after a head, and the restriction after that.
fn complement(prose: Prose, start: usize, ceiling: usize) -> Range<usize> {
    let mut end = start;
    if prose.says(end, &["of"]) {
        end = complement_end(prose, end + 1, ceiling);
    }
    if prose.says(end, &["that", "who", "whose", "with", "without"]) {
        end = clause::end(prose, end + 1, ceiling.min(end + RESTRICTION));
        end = (start..end).find(|&t| prose.text(t) == ",").unwrap_or(end);
    } else if prose.says(end, &["in"]) {
        end = category_end(prose, end + 1, ceiling).unwrap_or(end);
    }
    start..end.max(start)
}

/// Just past the noun phrase after `of`.
fn complement_end(prose: Prose, start: usize, ceiling: usize) -> usize {
    (start..ceiling.min(start + LENGTH))
        .find(|&t| {
            let article = prose.is_any(t, &[Class::Article, Class::Determiner]);
            let inner = t > start && prose.is_possessive(t) || prose.text(t) == "-";
            !(prose.is_content(t) || article || inner)
                || prose.mention_at(t).is_some()
                || prose.is_any(t, &[Class::KnownVerb, Class::SayVerb])
        })
        .unwrap_or(ceiling.min(start + LENGTH))
}

/// Just past `the X category`, when that is what stands there.
fn category_end(prose: Prose, start: usize, ceiling: usize) -> Option<usize> {
    (start..ceiling.min(start + 5))
        .take_while(|&t| prose.is_word(t))
        .find(|&t| {
            prose.says(
                t,
                &["arm", "bracket", "category", "class", "division", "group"],
            )
        })
        .map(|t| t + 1)
}

/// The keys of the words of substance; numbers are no modifiers.
fn gather(prose: Prose, tokens: Range<usize>, words: &mut Vec<u64>) {
    for token in tokens {
        if prose.is_content(token)
            && prose.mention_at(token).is_none()
            && !(prose.is_glued(token) && prose.text(token).len() == 1)
        {
            words.push(key::noun(prose.text(token)));
        }
    }
}
