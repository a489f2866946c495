//! The noun phrase that names a source, before its verb or after its
//! preposition.

use std::ops::Range;

use super::voice::Speaker;
use crate::claim::prose::Prose;
use crate::document::TokenKind;
use crate::lexicon::Class;

/// How many tokens a source’s name takes at most.
const LENGTH: usize = 14;

/// The speaker named right before a verb of saying; `None` when no noun
/// phrase stands there.
pub(super) fn name_before(prose: Prose, verb: usize, floor: usize) -> Option<Speaker> {
    let end = before_adverbs(prose, verb, floor);
    let last = end.checked_sub(1).filter(|&t| t >= floor)?;
    if prose.is(last, Class::Pronoun) {
        return Some(pronoun(prose, last));
    }
    if prose.says(last, &["which", "who"]) {
        return relative(prose, last, floor);
    }
    if prose.says(last, &["and", "but"]) {
        return Some(first_subject(prose, floor, last));
    }
    if prose.kind(last) == Some(TokenKind::Comma) {
        return apposition(prose, last, floor);
    }
    let start = start_of_name(prose, end, floor);
    (start < end).then(|| Speaker::of(prose, start..end))
}

/// `X … but verb`: the noun phrase that opens the sentence, before its verb.
fn first_subject(prose: Prose, floor: usize, conjunction: usize) -> Speaker {
    if prose.is(floor, Class::Pronoun) {
        return pronoun(prose, floor);
    }
    let end = end_of_name(prose, floor, conjunction);
    if prose.is_any(end, &[Class::Auxiliary, Class::KnownVerb, Class::SayVerb]) {
        Speaker::of(prose, floor..end)
    } else {
        Speaker::Unknown
    }
}

/// Past the auxiliaries, adverbs and dates between a name and its verb: “the
/// army on Monday had already said”.
fn before_adverbs(prose: Prose, verb: usize, floor: usize) -> usize {
    let mut end = verb;
    while end > floor {
        let last = end - 1;
        if let Some(date) = prose.mention_at(last).map(|m| &prose.mentions[m])
            && crate::claim::prose::is_time(date.kind)
            && date.lead > floor
        {
            end = date.lead;
            if prose.says(end - 1, &["on"]) {
                end -= 1;
            }
            continue;
        }
        let adverb = prose.is_any(last, &[Class::Auxiliary, Class::Update])
            || prose.ends(last, "ly")
            || prose.says(last, &["also", "already", "as", "earlier", "quoted"]);
        if !adverb || prose.is_capitalised(last) && prose.ends(last, "ly") {
            break;
        }
        end = last;
    }
    end
}

fn pronoun(prose: Prose, token: usize) -> Speaker {
    if prose.says(token, &["he", "it", "she", "they"]) {
        Speaker::Same
    } else {
        Speaker::Unknown
    }
}

/// `X, which|who verb`: X, when it touches the comma.
fn relative(prose: Prose, word: usize, floor: usize) -> Option<Speaker> {
    let comma = word.checked_sub(1).filter(|&t| t > floor)?;
    let end = if prose.kind(comma) == Some(TokenKind::Comma) {
        comma
    } else {
        word
    };
    let start = start_of_name(prose, end, floor);
    (start < end).then(|| Speaker::of(prose, start..end))
}

/// `X, a director of Y, verb` or `The director of Y, X, verb`: the one that
/// is a name.
fn apposition(prose: Prose, comma: usize, floor: usize) -> Option<Speaker> {
    let first = (floor.max(comma.saturating_sub(LENGTH))..comma)
        .rev()
        .find(|&t| prose.kind(t) == Some(TokenKind::Comma))?;
    let inner = first + 1..comma;
    let has_verb = inner
        .clone()
        .any(|t| prose.is_any(t, &[Class::Auxiliary, Class::SayVerb]));
    let relative = prose.says(inner.start, &["which", "who", "whose"]);
    if inner.is_empty() || has_verb && !relative {
        return None;
    }
    if !relative
        && inner
            .clone()
            .all(|t| prose.is_capitalised(t) || !prose.is_word(t))
    {
        return Some(Speaker::of(prose, inner));
    }
    let start = start_of_name(prose, first, floor);
    (start < first).then(|| Speaker::of(prose, start..first))
}

/// The speaker named from a token on: after `according to`, after `said`.
pub(super) fn name_after(prose: Prose, start: usize, ceiling: usize) -> Speaker {
    if prose.is(start, Class::Pronoun) {
        return pronoun(prose, start);
    }
    let end = end_of_name(prose, start, ceiling);
    Speaker::of(prose, start..end)
}

/// Just past the noun phrase that begins at a token.
pub(super) fn end_of_name(prose: Prose, start: usize, ceiling: usize) -> usize {
    let ceiling = ceiling.min(start + LENGTH);
    (start..ceiling)
        .find(|&t| !belongs(prose, t))
        .unwrap_or(ceiling.max(start))
}

/// The first token of the noun phrase that ends before a token.
fn start_of_name(prose: Prose, end: usize, floor: usize) -> usize {
    let floor = floor.max(end.saturating_sub(LENGTH));
    let start = (floor..end)
        .rev()
        .take_while(|&t| belongs(prose, t))
        .last()
        .unwrap_or(end);
    outermost(prose, start..end)
}

/// Drops an adverbial before the phrase: in “In Damascus the army” the phrase
/// begins at the last article that no `of` or `from` stands before.
fn outermost(prose: Prose, tokens: Range<usize>) -> usize {
    let inner = |t: usize| prose.says(t, &["at", "by", "for", "from", "in", "of"]);
    let article = tokens
        .clone()
        .rev()
        .find(|&t| prose.is(t, Class::Article) && (t == tokens.start || !inner(t - 1)));
    match article {
        Some(article) => article,
        None if prose.is(tokens.start, Class::Preposition) => tokens.end,
        None => tokens.start,
    }
}

/// “The agency raised”, “the side agreed to”: a past tense.
fn is_past(prose: Prose, token: usize) -> bool {
    let before = token.wrapping_sub(1);
    let object = prose.is_any(token + 1, &[Class::Article, Class::Determiner])
        || prose.says(token + 1, &["to"]);
    prose.ends(token, "ed")
        && !prose.is_capitalised(token)
        && !prose.is(before, Class::Article)
        && (object || prose.is_capitalised(before))
}

/// Whether a token may be part of a source’s noun phrase.
fn belongs(prose: Prose, token: usize) -> bool {
    use TokenKind as K;
    match prose.kind(token) {
        Some(K::Word) => {
            let joined = prose.says(token, &["and"])
                && prose.is_capitalised(token.wrapping_sub(1))
                && prose.is_capitalised(token + 1);
            let linked = prose.says(
                token,
                &["at", "by", "for", "from", "in", "of", "its", "his"],
            );
            let article = prose.is(token, Class::Article);
            joined
                || linked
                || article
                || prose.is_content(token)
                    && prose.mention_at(token).is_none()
                    && !prose.is_any(token, &[Class::SayVerb, Class::Negation])
                    && !is_past(prose, token)
                    && (prose.is_capitalised(token) || !prose.is(token, Class::KnownVerb))
        }
        Some(K::Hyphen | K::Ampersand | K::Apostrophe) => {
            prose.is_glued(token) || prose.kind(token) == Some(K::Ampersand)
        }
        Some(K::Period) => {
            let word = token.wrapping_sub(1);
            prose.is_glued(token)
                && (prose.is(word, Class::Abbreviation) || prose.text(word).len() == 1)
        }
        _ => false,
    }
}
