//! A bearer is the person whose age is given: “John Smith, 34,” or “the
//! 34-year-old John Smith”.
//!
//! A surname alone is the one person so far whose name holds it. Where two
//! people have it, or a father or a sister stands in the sentence, nobody is
//! known.

use std::ops::Range;

use super::prose::Prose;
use super::{Term, key};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};

const KIN: &[&str] = &[
    "also", "brother", "daughter", "elder", "father", "junior", "mother", "namesake", "senior",
    "sister", "son", "then", "twin", "when", "younger",
];

/// Who bears each age of a document, by the mention's place.
pub(super) fn bearers(prose: Prose) -> Vec<Option<Term>> {
    let mut known: Vec<Vec<u64>> = Vec::new();
    let mut bearers = Vec::with_capacity(prose.mentions.len());
    for mention in prose.mentions {
        let bearer = (mention.kind == Kind::Age)
            .then(|| name(prose, mention))
            .flatten()
            .and_then(|tokens| resolve(prose, &mut known, tokens));
        bearers.push(bearer);
    }
    bearers
}

fn resolve(prose: Prose, known: &mut Vec<Vec<u64>>, tokens: Range<usize>) -> Option<Term> {
    let mut words: Vec<u64> = tokens
        .clone()
        .filter(|&t| prose.is_word(t) && !prose.is(t, Class::Courtesy))
        .map(|t| key::of(&crate::lexicon::fold(prose.text(t))))
        .collect();
    key::set(&mut words)?;
    let mut holders = known
        .iter()
        .filter(|name| words.iter().all(|w| name.binary_search(w).is_ok()));
    let mut name = match (holders.next(), holders.next()) {
        (Some(one), None) => one.clone(),
        (Some(_), Some(_)) => return None,
        (None, _) => {
            known.push(words.clone());
            words
        }
    };
    Some(Term {
        key: key::set(&mut name)?,
        span: prose.span(tokens),
    })
}

/// The run of capitalised words that an age belongs to.
fn name(prose: Prose, mention: &Mention) -> Option<Range<usize>> {
    let sentence = prose.sentence(mention);
    if sentence.clone().any(|t| prose.says(t, KIN)) {
        return None;
    }
    let mut comma = mention.lead.checked_sub(1)?;
    if prose.says(comma, &["aged"]) {
        comma = comma.checked_sub(1)?;
    }
    let named = |t: usize| {
        let hyphen = prose.kind(t) == Some(TokenKind::Hyphen) && prose.is_glued(t);
        hyphen || prose.is_capitalised(t) && prose.mention_at(t).is_none() && prose.is_content(t)
    };
    if comma > sentence.start && prose.kind(comma) == Some(TokenKind::Comma) {
        let start = (sentence.start..comma)
            .rev()
            .take_while(|&t| named(t))
            .last()?;
        return Some(start..comma);
    }
    let start = mention.tokens.end;
    let end = (start..sentence.end)
        .find(|&t| !named(t))
        .unwrap_or(sentence.end);
    (start < end).then_some(start..end)
}
