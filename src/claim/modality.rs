//! Modality is whether a number is said to be so: a fact, a plan, a forecast,
//! a condition, or denied. The role is what part it plays beside others.

use std::ops::Range;

use super::head::{self, Head};
use super::prose::Prose;
use super::{MentionId, Modality, Role};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Mention, Value};
use crate::number::UnitId;

/// The classes of words that can be cues, and those that are in none of them.
const CUES: [Class; 5] = [
    Class::Negation,
    Class::ConditionWord,
    Class::PlanWord,
    Class::LimitWord,
    Class::ForecastWord,
];
const OTHER_CUES: [&str; 6] = ["due", "example", "on", "say", "set", "t"];

/// What the words of a clause make of a number in it. Its own hedge (`no
/// fewer than`, `up to`) is no cue.
pub(super) fn modality(
    prose: Prose,
    mention: &Mention,
    head: Option<&Head>,
    clause: &Range<usize>,
) -> Modality {
    let mut found = Modality::Fact;
    let noun = head.map(|h| h.noun);
    for token in clause.clone() {
        let is_cue = prose.is_any(token, &CUES) || prose.says(token, &OTHER_CUES);
        if !is_cue || is_own(mention, token) || noun == Some(token) {
            continue;
        }
        let senses = prose.senses(token);
        let cue = if senses.is(Class::Negation) && !is_determiner(prose, mention, token)
            || is_contracted_not(prose, token)
        {
            Modality::Negated
        } else if is_condition(prose, token) {
            Modality::Condition
        } else if senses.is(Class::PlanWord)
            && !is_month(prose, token)
            && !is_passive(prose, mention, token)
            || senses.is(Class::LimitWord)
        {
            Modality::Plan
        } else if senses.is(Class::ForecastWord) || is_set_to(prose, token) {
            Modality::Forecast
        } else {
            continue;
        };
        found = stronger(found, cue);
    }
    found
}

/// The one that takes a number further from fact.
fn stronger(a: Modality, b: Modality) -> Modality {
    let rank = |m: Modality| match m {
        Modality::Fact => 0,
        Modality::Forecast => 1,
        Modality::Plan => 2,
        Modality::Condition => 3,
        Modality::Negated => 4,
    };
    if rank(b) > rank(a) { b } else { a }
}

fn is_own(mention: &Mention, token: usize) -> bool {
    (mention.lead..mention.tokens.end).contains(&token)
}

/// `no` before a noun far from the number denies that noun, not the number.
fn is_determiner(prose: Prose, mention: &Mention, token: usize) -> bool {
    prose.says(token, &["no"]) && token + 1 != mention.lead && token > mention.tokens.end
}

fn is_contracted_not(prose: Prose, token: usize) -> bool {
    prose.says(token, &["t"]) && prose.is_glued(token) && prose.is_possessive(token.wrapping_sub(1))
}

fn is_condition(prose: Prose, token: usize) -> bool {
    if prose.says(token, &["say"]) {
        return prose.text(token + 1) == ",";
    }
    if prose.says(token, &["example"]) {
        return prose.says(token.wrapping_sub(1), &["for"]);
    }
    prose.is(token, Class::ConditionWord)
}

/// `May` in a date, or with a capital inside a sentence, is a month.
fn is_month(prose: Prose, token: usize) -> bool {
    prose.senses(token).month.is_some()
        && (prose.mention_at(token).is_some() || prose.is_capitalised(token))
}

/// Whether those who are counted were spoken to, which they were in fact whatever
/// was asked of them: 300 tenants were asked.
fn is_passive(prose: Prose, mention: &Mention, token: usize) -> bool {
    let before = token.wrapping_sub(1);
    let adverb = usize::from(prose.is(before, Class::MidAdverb) || prose.ends(before, "ly"));
    mention.tokens.end < token
        && prose.says(token, &["asked", "called"])
        && prose.says(
            before.wrapping_sub(adverb),
            &["are", "been", "being", "were"],
        )
}

fn is_set_to(prose: Prose, token: usize) -> bool {
    prose.says(token, &["due", "set"]) && prose.says(token + 1, &["to"])
        || prose.says(token, &["on"]) && prose.says(token + 1, &["course"])
}

/// Whether a cue of comparison stands in the clause or at its end: other
/// numbers of the same thing are then meant to differ.
pub(super) fn is_compared(prose: Prose, mention: &Mention, clause: &Range<usize>) -> bool {
    (clause.start..clause.end + 1)
        .filter(|t| !is_own(mention, *t))
        .any(|token| {
            let cue = prose.is_any(token, &[Class::Comparison, Class::ChangeVerb]);
            if !cue && !prose.says(token, &["from", "last", "to"]) {
                return false;
            }
            if prose.says(token, &["from", "to"]) {
                return prose.mention_at(token + 1).is_some();
            }
            if prose.says(token, &["last"]) {
                return prose.mention_at(token).is_none() && prose.mention_at(token + 1).is_none();
            }
            cue && (token < clause.end || prose.says(token, &["compared", "than"]))
        })
}

/// Whether `the`, `these`, `those`, `this`, `all` or `both` stands before the
/// number.
pub(super) fn is_definite(prose: Prose, mention: &Mention) -> bool {
    let before = mention.lead.wrapping_sub(1);
    prose.says(before, &["all", "both", "the", "these", "this", "those"])
        || prose.says(
            mention.lead,
            &["all", "both", "the", "these", "this", "those"],
        ) && mention.lead < mention.tokens.start
}

/// The role of a number by the words around it.
pub(super) fn role(prose: Prose, mention: &Mention, head: Option<&Head>) -> Role {
    let given = head.map_or(Role::Whole, |h| h.role);
    if given != Role::Whole {
        return given;
    }
    if is_increment(prose, mention, head) {
        return Role::Increment;
    }
    if is_per_unit(prose, mention, head) {
        return Role::PerUnit;
    }
    if is_included(prose, mention) {
        return Role::Part;
    }
    Role::Whole
}

/// `another 20`, `20 more`, `in addition to 20`, `20 others`.
fn is_increment(prose: Prose, mention: &Mention, head: Option<&Head>) -> bool {
    let floor = prose
        .sentence(mention)
        .start
        .max(mention.lead.saturating_sub(2));
    let end = after(mention, head);
    let adds = |t: &usize| prose.is(*t, Class::Increment) && prose.mention_at(*t).is_none();
    // “20 left”, but not “it left 20”.
    (floor..mention.lead).any(|t| adds(&t) && !prose.is(t, Class::KnownVerb))
        || (mention.tokens.end..end + 1).any(|t| adds(&t))
        || prose.says(mention.lead.wrapping_sub(1), &["next", "to"])
            && (prose.says(mention.lead.wrapping_sub(1), &["next"])
                || prose.says(mention.lead.wrapping_sub(2), &["addition"]))
}

/// `20 each`, `£5 a day`, `30 per head`, or a unit for each of another.
fn is_per_unit(prose: Prose, mention: &Mention, head: Option<&Head>) -> bool {
    if let Value::Quantity { unit, .. } = &mention.value
        && unit.per != UnitId::NONE
    {
        return true;
    }
    let next = after(mention, head);
    prose.says(next, &["apiece", "each", "every", "per", "respectively"])
        || prose.is(next, Class::Article)
            && !prose.says(next, &["the"])
            && prose.is_any(
                next + 1,
                &[Class::TimeNoun, Class::Container, Class::Person],
            )
        || prose.says(mention.lead.wrapping_sub(1), &["each", "every", "per"])
}

/// `including 20`, `among them 20`, `20 of whom`.
fn is_included(prose: Prose, mention: &Mention) -> bool {
    let before = mention.lead.wrapping_sub(1);
    let members = |t: usize| prose.says(t, &["them", "these", "those", "which", "whom"]);
    let among = |t: usize| prose.says(t, &["among", "of"]);
    prose.says(before, &["among", "including", "half", "most", "some"])
        || members(before) && among(before.wrapping_sub(1))
        || members(before.wrapping_sub(1))
            && among(before.wrapping_sub(2))
            && prose.kind(before) == Some(TokenKind::Comma)
        || among(mention.tokens.end) && members(mention.tokens.end + 1)
}

fn after(mention: &Mention, head: Option<&Head>) -> usize {
    head.map_or(mention.tokens.end, |h| h.phrase.end.max(mention.tokens.end))
}

/// The roles of numbers in rows: a row after `including` is all parts, any
/// other row is of members.
pub(super) fn mark_rows(prose: Prose, heads: &[Option<Head>], roles: &mut [Role]) {
    for right in 1..roles.len() {
        let left: MentionId = right - 1;
        if !head::is_coordinated(prose, heads, left, right) {
            continue;
        }
        if roles[left] == Role::Part && roles[right] == Role::Whole {
            roles[right] = Role::Part;
            continue;
        }
        for id in [left, right] {
            if roles[id] == Role::Whole {
                roles[id] = Role::Member;
            }
        }
    }
}
