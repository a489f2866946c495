//! A change is a number that says by how much something rose or fell: 3% in
//! “sales fell 3% to £40m”, and not the £40m that it fell to.

use super::Change;
use super::prose::Prose;
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};

/// Which way every mention's number says that something went, in the same
/// order.
pub(super) fn changes(prose: Prose) -> Vec<Option<Change>> {
    let mut changes: Vec<Option<Change>> = Vec::with_capacity(prose.mentions.len());
    for (id, mention) in prose.mentions.iter().enumerate() {
        let before = id.checked_sub(1).map(|n| &prose.mentions[n]);
        let known = changes.last().copied().flatten();
        let shared = before.filter(|before| is_another(prose, before, mention));
        changes.push(own(prose, mention).or_else(|| shared.and(known)));
    }
    changes
}

fn can_change(mention: &Mention) -> bool {
    matches!(
        mention.kind,
        Kind::Cardinal
            | Kind::Percent
            | Kind::Points
            | Kind::BasisPoints
            | Kind::Money
            | Kind::Measure
    )
}

/// `( rise | fall ) [ ADVERB ] [ "by" ] [ "a" | "another" … ] N`, or a percentage
/// with a sign: +1.3%
fn own(prose: Prose, mention: &Mention) -> Option<Change> {
    if !can_change(mention) {
        return None;
    }
    if let Some(change) = signed(prose, mention) {
        return Some(change);
    }
    let floor = prose.sentence(mention).start;
    let mut word = mention.lead.checked_sub(1)?;
    for _ in 0..3 {
        let between = prose.says(word, &["a", "an", "as", "by", "much", "only", "just"])
            || prose.is(word, Class::Increment)
            || prose.ends(word, "ly");
        if !between {
            break;
        }
        word = word.checked_sub(1)?;
    }
    if word < floor {
        return None;
    }
    if prose.is(word, Class::RiseWord) && !is_of_verb(prose, mention, word) {
        return Some(Change::Up);
    }
    prose.is(word, Class::FallWord).then_some(Change::Down)
}

/// `( "+" | "-" ) N "%"`
fn signed(prose: Prose, mention: &Mention) -> Option<Change> {
    use TokenKind as K;
    if !matches!(mention.kind, Kind::Percent | Kind::Points) {
        return None;
    }
    match prose.kind(mention.tokens.start) {
        Some(K::Plus) => Some(Change::Up),
        Some(K::Minus | K::Hyphen) => Some(Change::Down),
        _ => None,
    }
}

/// Whether the word is part of a verb that says no rise (“gave up 517 yards”), or
/// adds what is counted and not what has grown (“add ten chairs”).
fn is_of_verb(prose: Prose, mention: &Mention, word: usize) -> bool {
    let verb = word.wrapping_sub(1);
    let phrasal = prose.says(word, &["up"])
        && prose.is_any(verb, &[Class::KnownVerb, Class::TurnVerb])
        && !prose.says(verb, &["began", "go", "goes", "went"]);
    let adds = prose.says(word, &["add", "added", "adding", "adds"])
        && matches!(mention.kind, Kind::Cardinal | Kind::Measure);
    phrasal || adds
}

/// Whether a number is another measure of the change before it (“rose by 300
/// jobs, or 2%”), or what the next thing changed by (“and Hill by 4%”).
fn is_another(prose: Prose, before: &Mention, mention: &Mention) -> bool {
    let word = mention.lead.wrapping_sub(1);
    let near = before.sentence == mention.sentence && mention.lead - before.tokens.end <= 4;
    let again = prose.says(word, &["by"]) && before.kind == mention.kind;
    can_change(mention) && near && (prose.says(word, &["or"]) || again)
}
