//! An outcome is what befell the people counted: dead, injured, missing. Each
//! is a family of words, and no family is part of another.

use super::Outcome;
use super::prose::Prose;
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};

const FAMILIES: [(Class, Outcome); 6] = [
    (Class::DeadWord, Outcome::Dead),
    (Class::InjuredWord, Outcome::Injured),
    (Class::MissingWord, Outcome::Missing),
    (Class::HeldWord, Outcome::Held),
    (Class::DisplacedWord, Outcome::Displaced),
    (Class::RescuedWord, Outcome::Rescued),
];

/// The family of the nearest such word, at most 4 tokens before the number or
/// 8 after it with no other number between; none beside “aged”.
pub(super) fn outcome(prose: Prose, mention: &Mention) -> Option<Outcome> {
    if !matches!(
        mention.kind,
        Kind::Cardinal | Kind::Fraction | Kind::Percent | Kind::Ratio
    ) || prose.says(mention.lead.wrapping_sub(1), &["age", "aged"])
    {
        return None;
    }
    let sentence = prose.sentence(mention);
    let floor = sentence.start.max(mention.lead.saturating_sub(4));
    let before = (floor..mention.lead)
        .rev()
        .take_while(|&t| prose.mention_at(t).is_none())
        .enumerate()
        .find_map(|(distance, t)| family(prose, t).map(|f| (distance, f)));
    let end = mention.tokens.end;
    let after = (end..sentence.end.min(end + 8))
        .take_while(|&t| prose.mention_at(t).is_none())
        .enumerate()
        .find_map(|(distance, t)| family(prose, t).map(|f| (distance, f)));
    match (before, after) {
        (Some((b, family)), Some((a, _))) if b < a => Some(family),
        (_, Some((_, family))) | (Some((_, family)), None) => Some(family),
        (None, None) => None,
    }
}

fn family(prose: Prose, token: usize) -> Option<Outcome> {
    let senses = prose.senses(token);
    FAMILIES
        .iter()
        .find(|(class, _)| senses.is(*class))
        .map(|&(_, outcome)| outcome)
}
