//! An attribution tells who says a number: “the army said”, “according to a
//! statement from the ministry”, “the statement of the ministry, …”.
//!
//! Each one found in the text stands at its verb or its preposition and names
//! a voice. A number belongs to the nearest attribution in its half of the
//! sentence (halves are parted by `;`, `but`, `while`, `whereas`). A sentence within a quotation keeps the
//! paragraph’s speaker; `he said` and `the statement said` take the last one.

mod phrase;
mod voice;

use std::ops::Range;

use super::prose::Prose;
use super::quotation::Quotations;
use super::{MentionId, Term};
use crate::document::TokenKind;
use crate::lexicon::Class;
use phrase::{name_after, name_before};
use voice::{Speaker, Voices};

/// The attributions of a document, in text order.
pub(super) struct Attributions(Vec<Attribution>);

/// One attribution; `source` is `None` where it names nobody known.
#[derive(Clone, Copy, Debug)]
struct Attribution {
    sentence: usize,
    /// Its verb or preposition, as a token.
    at: usize,
    /// Whether it speaks only of what follows: “the army said it hit …”, not
    /// “…, the army said”.
    leads: bool,
    source: Option<Term>,
}

impl Attributions {
    /// Reads who says what, up to the last mention.
    pub(super) fn read(prose: Prose) -> Attributions {
        let mut found = Attributions(Vec::new());
        let mut voices = Voices::default();
        let Some(last) = prose.mentions.last() else {
            return found;
        };
        for (id, sentence) in prose.document.sentences.iter().enumerate() {
            if id > last.sentence + 1 {
                break;
            }
            let end = sentence.tokens.end.min(prose.document.tokens.len());
            let tokens = sentence.tokens.start..end;
            for token in tokens.clone().filter(|&t| may_attribute(prose, &tokens, t)) {
                let speaker = speaker_at(prose, &tokens, token);
                let source = match speaker {
                    Some(Speaker::Named(name)) => voices.resolve(prose, &name),
                    Some(Speaker::Same) => found.last_in_block(prose, sentence.block),
                    Some(Speaker::Unknown) => None,
                    None => continue,
                };
                found.0.push(Attribution {
                    sentence: id,
                    at: token,
                    leads: leads(prose, token, tokens.end),
                    source,
                });
            }
        }
        found
    }

    /// The last known source of the paragraph so far.
    fn last_in_block(&self, prose: Prose, block: usize) -> Option<Term> {
        let sentences = &prose.document.sentences;
        self.0
            .iter()
            .rev()
            .take_while(|a| sentences.get(a.sentence).is_some_and(|s| s.block == block))
            .find_map(|a| a.source)
    }

    /// Who says a mention’s number.
    pub(super) fn source(
        &self,
        prose: Prose,
        quotations: &Quotations,
        id: MentionId,
    ) -> Option<Term> {
        let mention = prose.mentions.get(id)?;
        let own = self.in_sentence(mention.sentence);
        if own.is_empty() {
            return self.speaker(prose, quotations, mention.lead, mention.sentence);
        }
        let half = half(prose, &prose.sentence(mention), mention.lead)?;
        own.iter()
            .filter(|a| half.contains(&a.at))
            .filter(|a| !a.leads || a.at < mention.lead)
            .min_by_key(|a| a.at.abs_diff(mention.lead))
            .and_then(|a| a.source)
    }

    fn in_sentence(&self, sentence: usize) -> &[Attribution] {
        let start = self.0.partition_point(|a| a.sentence < sentence);
        let end = self.0.partition_point(|a| a.sentence <= sentence);
        &self.0[start..end.max(start)]
    }

    /// The speaker of a sentence without attribution: of the quotation it
    /// stands in.
    fn speaker(
        &self,
        prose: Prose,
        quotations: &Quotations,
        token: usize,
        sentence: usize,
    ) -> Option<Term> {
        let quotation = quotations.around(token)?;
        let block = prose.document.sentences.get(sentence)?.block;
        let in_block = |a: &&Attribution| {
            let of = prose.document.sentences.get(a.sentence);
            of.is_some_and(|s| s.block == block)
        };
        let next = self.0.partition_point(|a| a.at <= token);
        let before = self.0[..next].last().filter(in_block);
        // `“237 were hit. It is over,” the army said.`
        let after = self.0.get(next).filter(in_block).filter(|a| {
            prose
                .document
                .sentences
                .get(a.sentence)
                .is_some_and(|s| s.tokens.start <= quotation.end)
        });
        before.or(after).and_then(|a| a.source)
    }
}

/// Whether what is said follows the verb: “said it …”, “told reporters that
/// …”, but not “, X said on Monday” or “according to X”.
fn leads(prose: Prose, at: usize, end: usize) -> bool {
    let next = at + 1;
    if !prose.is(at, Class::SayVerb) || next >= end {
        return false;
    }
    let trails = |t: usize| {
        t >= end
            || !prose.is_word(t) && prose.mention_at(t).is_none()
            || prose.is(t, Class::Preposition)
    };
    if prose.says(at, &["tell", "tells", "told"]) {
        return !(next..next + 4).any(trails);
    }
    let time = prose.mention_at(next).map(|m| &prose.mentions[m]);
    match time.filter(|m| super::prose::is_time(m.kind)) {
        Some(time) => !trails(time.tokens.end),
        None => !trails(next) && (!prose.is_capitalised(next) || prose.is_word(at.wrapping_sub(1))),
    }
}

/// The stretch of a sentence, between `;`, `but`, `while` and `whereas`, that
/// holds a token; `None` outside the sentence.
fn half(prose: Prose, sentence: &Range<usize>, token: usize) -> Option<Range<usize>> {
    if !sentence.contains(&token) {
        return None;
    }
    let parts = |t: &usize| {
        prose.kind(*t) == Some(TokenKind::Semicolon)
            || prose.says(*t, &["although", "but", "whereas", "while"])
    };
    let start = (sentence.start..token).rev().find(parts);
    let end = (token + 1..sentence.end).find(parts);
    Some(start.map_or(sentence.start, |t| t + 1)..end.unwrap_or(sentence.end))
}

/// Whether an attribution may stand at a token, for all that can be told at a
/// glance: at a verb of saying, a word like “according” or “puts”, or a
/// sentence's head.
fn may_attribute(prose: Prose, sentence: &Range<usize>, token: usize) -> bool {
    token <= sentence.start + 1
        || prose.is(token, Class::SayVerb)
        || matches!(prose.first_byte(token), b'a' | b'A' | b'p' | b'P')
}

/// The attribution at a token, if one stands there.
fn speaker_at(prose: Prose, sentence: &Range<usize>, token: usize) -> Option<Speaker> {
    if !prose.is_word(token) {
        return None;
    }
    if prose.is(token, Class::SayVerb) {
        return said(prose, sentence, token);
    }
    if prose.says(token, &["according"]) && prose.says(token + 1, &["to"]) {
        return Some(name_after(prose, token + 2, sentence.end));
    }
    if prose.says(token, &["put", "puts"]) && is_putting(prose, token, sentence.end) {
        return name_before(prose, token, sentence.start);
    }
    is_heading(prose, sentence, token).then(|| name_after(prose, sentence.start, sentence.end))
}

/// `name (had|also|…)? verb` or `, verb name`.
fn said(prose: Prose, sentence: &Range<usize>, verb: usize) -> Option<Speaker> {
    let noun = prose.is_any(verb.wrapping_sub(1), &[Class::Article, Class::Determiner]);
    let aside = prose.says(verb, &["saying"]) && !prose.says(verb.wrapping_sub(1), &["as"]);
    if noun || aside || is_passive(prose, verb, sentence.start) || is_other_sense(prose, verb) {
        return None;
    }
    if is_inverted(prose, sentence, verb) {
        return Some(name_after(prose, verb + 1, sentence.end));
    }
    name_before(prose, verb, sentence.start)
}

/// `” verb name` or `, verb name` before a mark: the name follows.
fn is_inverted(prose: Prose, sentence: &Range<usize>, verb: usize) -> bool {
    let next = verb + 1;
    let named = prose.is_capitalised(next)
        || prose.is_any(next, &[Class::Article, Class::Courtesy, Class::Pronoun]);
    if !named || prose.says(verb, &["tell", "tells", "told"]) {
        return false;
    }
    match prose.kind(verb.wrapping_sub(1)) {
        _ if verb == sentence.start => true,
        Some(TokenKind::CloseQuote) => true,
        Some(TokenKind::Comma) => {
            let end = phrase::end_of_name(prose, next, sentence.end).max(next + 1);
            end >= sentence.end || !prose.is_word(end)
        }
        _ => false,
    }
}

/// “is said to”, “were told”: not the one who says it.
fn is_passive(prose: Prose, verb: usize, floor: usize) -> bool {
    let copula = |t: usize| {
        t >= floor && prose.says(t, &["are", "be", "been", "being", "is", "was", "were"])
    };
    let before = verb.wrapping_sub(1);
    let passive = verb > floor
        && (copula(before) || prose.ends(before, "ly") && copula(before.wrapping_sub(1)));
    passive && !prose.says(verb, &["quoted", "saying"])
}

/// “added 20 jobs”, “claimed 20 lives”, “found a body”: verbs of saying only
/// before what is said.
fn is_other_sense(prose: Prose, verb: usize) -> bool {
    let doubtful = [
        "added", "adds", "claimed", "claims", "find", "finds", "found", "noted", "notes", "show",
    ];
    if !prose.says(verb, &doubtful) {
        return false;
    }
    let next = verb + 1;
    let says = matches!(
        prose.kind(next),
        Some(
            TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::OpenQuote
                | TokenKind::Period
                | TokenKind::CloseQuote
        )
    ) || prose.says(next, &["that", "there", "it", "they", "he", "she"])
        || prose.is_capitalised(next);
    !says && !prose.says(verb, &["show", "shows", "found", "find"])
        || prose.says(next, &["himself", "guilty", "dead", "a", "an"])
}

/// `puts the toll at`
fn is_putting(prose: Prose, verb: usize, end: usize) -> bool {
    (verb + 1..end.min(verb + 6)).any(|t| prose.says(t, &["at"]))
}

/// `The statement of X, …` at a sentence’s head, with no verb of its own.
fn is_heading(prose: Prose, sentence: &Range<usize>, token: usize) -> bool {
    let opens = token == sentence.start
        || token == sentence.start + 1 && prose.is(sentence.start, Class::Article);
    if !opens || !prose.is(token, Class::SourceNoun) {
        return false;
    }
    if !prose.says(token + 1, &["by", "from", "of"]) {
        return false;
    }
    let end = phrase::end_of_name(prose, token + 2, sentence.end);
    prose.kind(end) == Some(TokenKind::Comma)
        && prose.is_word(end + 1)
        && !prose.is_any(
            end + 1,
            &[Class::Auxiliary, Class::SayVerb, Class::ClauseWord],
        )
}
