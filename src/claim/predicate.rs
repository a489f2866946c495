//! The predicate is what is said of a head: the verb nearest to it. The
//! subject is whose number it is: the noun run that touches that verb.

use std::ops::Range;

use super::head::Head;
use super::prose::Prose;
use super::{Term, key};
use crate::lexicon::Class;
use crate::mention::Mention;

/// A claim's verb, and whether it stands before the number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Predicate {
    token: usize,
    pub(super) term: Term,
}

/// The verb of a relative clause or participle right after the head, or the
/// verb whose subject the head is, or else the nearest verb before it; the copula, or `had` before the number, where
/// there is no other.
pub(super) fn predicate(
    prose: Prose,
    mention: &Mention,
    head: Option<&Head>,
    clause: &Range<usize>,
) -> Option<Predicate> {
    let end = head.map_or(mention.tokens.end, |h| h.phrase.end.max(mention.tokens.end));
    let start = head.map_or(mention.lead, |h| {
        if h.phrase.end <= mention.lead {
            h.phrase.start
        } else {
            mention.lead
        }
    });
    if let Some(token) = relative(prose, end, prose.sentence(mention).end) {
        return Some(stem_at(prose, token));
    }
    let before = (clause.start..start)
        .rev()
        .find(|&t| is_verb(prose, t) || is_main_verb(prose, t, start));
    let after = (end..clause.end)
        .take_while(|&t| !prose.says(t, &["and", "or"]))
        .find(|&t| is_verb(prose, t));
    let touches = prose.is_any(end, &[Class::Auxiliary, Class::Negation]) || after == Some(end);
    let nearest = if touches {
        after.or(before)
    } else {
        before.or(after)
    };
    nearest
        .or_else(|| (end..clause.end).find(|&t| is_copula(prose, t)))
        .map(|token| stem_at(prose, token))
}

/// A copula, or `had` right before the number.
fn is_main_verb(prose: Prose, token: usize, start: usize) -> bool {
    is_copula(prose, token) || token + 1 == start && prose.says(token, &["had", "has", "have"])
}

fn is_copula(prose: Prose, token: usize) -> bool {
    prose.says(token, &["are", "be", "been", "is", "was", "were"])
}

/// The verb right after a head: “the 17 people (who) died”.
fn relative(prose: Prose, end: usize, ceiling: usize) -> Option<usize> {
    if !prose.says(end, &["that", "which", "who"]) {
        return (prose.ends(end, "ed") && is_verb(prose, end)).then_some(end);
    }
    (end + 1..ceiling.min(end + 6)).find(|&t| is_verb(prose, t))
}

fn stem_at(prose: Prose, token: usize) -> Predicate {
    Predicate {
        token,
        term: Term {
            key: key::verb(prose.text(token)),
            span: prose.span(token..token + 1),
        },
    }
}

/// Whether the word is a verb, by the lists or its suffix. Verbs of saying
/// belong to the attribution.
fn is_verb(prose: Prose, token: usize) -> bool {
    if !prose.is_word(token) || prose.is_any(token, &[Class::SayVerb, Class::NoVerb]) {
        return false;
    }
    let participle = prose.ends(token, "ed") && prose.text(token).len() > 3;
    let transitive = prose.ends(token, "ing") && prose.mention_at(token + 1).is_some();
    let listed = prose.is_any(token, &[Class::KnownVerb, Class::ChangeVerb]);
    if participle || transitive {
        return !prose.is_capitalised(token) || !prose.is_capitalised(token.wrapping_sub(1));
    }
    let before = token.wrapping_sub(1);
    let noun = prose.says(token + 1, &["of"]);
    listed
        && !noun
        && !prose.is_any(before, &[Class::Article, Class::Determiner])
        && prose.mention_at(before).is_none()
}

/// The noun run that touches the predicate, or the owner right before the
/// number (“the army’s 237 targets”). A pronoun, and what is “its” or
/// “their”, is unknown.
pub(super) fn subject(
    prose: Prose,
    mention: &Mention,
    predicate: Option<Predicate>,
    clause: &Range<usize>,
) -> Option<Term> {
    if let Some(owner) = owner(prose, mention, clause) {
        return Some(owner);
    }
    let mut end = predicate.map(|p| p.token).filter(|&t| t < mention.lead)?;
    while end > clause.start
        && (prose.is_any(
            end - 1,
            &[Class::Auxiliary, Class::MidAdverb, Class::Negation],
        ) || prose.ends(end - 1, "ly"))
    {
        end -= 1;
    }
    run_before(prose, end, clause.start)
}

fn owner(prose: Prose, mention: &Mention, clause: &Range<usize>) -> Option<Term> {
    let last = mention.lead.checked_sub(1)?;
    let apostrophe = if prose.says(last, &["s"]) && prose.is_glued(last) {
        last.checked_sub(1)?
    } else {
        last
    };
    if !prose.is_possessive(apostrophe) {
        return None;
    }
    run_before(
        prose,
        apostrophe,
        name_start(prose, apostrophe, clause.start),
    )
}

/// Where the owner may begin: with the name that the apostrophe stands behind
/// (“the resolve of NATO’s 19 members”), or with the clause.
fn name_start(prose: Prose, apostrophe: usize, floor: usize) -> usize {
    let of = |t: usize| prose.says(t, &["of", "the"]) && t > floor && prose.is_capitalised(t - 1);
    let name = (floor..apostrophe)
        .rev()
        .take_while(|&t| prose.is_capitalised(t) || prose.text(t) == "-" || of(t))
        .last();
    name.unwrap_or(floor)
}

/// The run of nouns that ends before a token, compared as a set.
fn run_before(prose: Prose, end: usize, floor: usize) -> Option<Term> {
    let floor = floor.max(end.saturating_sub(8));
    let start = (floor..end)
        .rev()
        .take_while(|&t| {
            (prose.is_content(t) || prose.is_possessive(t) || prose.text(t) == "-")
                && prose.mention_at(t).is_none()
                && !prose.is(t, Class::SayVerb)
                && !prose.says(t, &["there", "what"])
                && (!is_verb(prose, t) || prose.is(t.wrapping_sub(1), Class::Article))
                || prose.says(t, &["of"])
                || prose.is_any(t, &[Class::Article])
        })
        .last()?;
    if start > 0 && prose.says(start - 1, &["her", "his", "its", "our", "their"]) {
        return None;
    }
    let mut words: Vec<u64> = (start..end)
        .filter(|&t| prose.is_content(t) && prose.text(t).len() > 1)
        .map(|t| key::name(prose.text(t)))
        .collect();
    // The 4-door van is not the 2-door van, nor are 12 clerks 30 clerks.
    let number = start
        .checked_sub(1)
        .filter(|&before| before >= floor)
        .and_then(|before| prose.mention_at(before))
        .map(|id| &prose.mentions[id])
        .filter(|mention| !super::prose::is_time(mention.kind));
    if let Some(number) = number.filter(|_| !words.is_empty()) {
        words.extend(number.tokens.clone().map(|t| key::of(prose.text(t))));
    }
    Some(Term {
        key: key::set(&mut words)?,
        span: prose.span(number.map_or(start, |number| number.tokens.start)..end),
    })
}
