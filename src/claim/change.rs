//! A change is a number that says by how much something rose or fell: 3% in
//! “sales fell 3% to £40m”, and not the £40m that it fell to.

use super::Change;
use super::head::Head;
use super::prose::Prose;
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};

/// Which way every mention's number says that something went, in the same
/// order.
pub(super) fn changes(prose: Prose, heads: &[Option<Head>]) -> Vec<Option<Change>> {
    let mut changes: Vec<Option<Change>> = Vec::with_capacity(prose.mentions.len());
    for (id, mention) in prose.mentions.iter().enumerate() {
        let before = id.checked_sub(1).map(|n| &prose.mentions[n]);
        let known = changes.last().copied().flatten();
        let shared = before.filter(|before| is_another(prose, before, mention));
        let head = heads.get(id).and_then(Option::as_ref);
        changes.push(own(prose, mention, head).or_else(|| shared.and(known)));
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

/// `( rise | fall | cut "by" ) [ ADVERB ] [ "by" ] [ "a" | "another" … ] N`, or a
/// percentage with a sign: +1.3%
fn own(prose: Prose, mention: &Mention, head: Option<&Head>) -> Option<Change> {
    if !can_change(mention) || prose.says(mention.tokens.end, &["times"]) {
        return None;
    }
    if let Some(change) = signed(prose, mention) {
        return Some(change);
    }
    if is_level(prose, mention) {
        return None;
    }
    let floor = prose.sentence(mention).start;
    let mut word = mention.lead.checked_sub(1)?;
    let mut by = false;
    for _ in 0..3 {
        by |= prose.says(word, &["by"]);
        let between = prose.says(word, &["a", "an", "between", "by", "only", "just"])
            || prose.is(word, Class::Increment)
            || prose.ends(word, "ly");
        if !between {
            break;
        }
        word = word.checked_sub(1)?;
    }
    // “Leap 15.2” is a name.
    let named = word > floor && prose.is_capitalised(word) && !prose.is_headline(mention);
    if word < floor || named {
        return None;
    }
    if !is_scored(prose, head) && (is_phrasal(prose, word) || is_done_up(prose, mention, word))
        || takes_object(prose, mention, head, word)
    {
        return None;
    }
    // “Raised by 300 people” says who did so.
    let by = by && mention.kind != Kind::Cardinal;
    way(prose, word, by).or_else(|| described(prose, mention, word, by, floor))
}

/// Which way a word says that something went; with `by` behind it, more words do.
fn way(prose: Prose, word: usize, by: bool) -> Option<Change> {
    let moved = |way, by_way| prose.is(word, way) || by && prose.is(word, by_way);
    if moved(Class::RiseWord, Class::RaisedBy) {
        return Some(Change::Up);
    }
    moved(Class::FallWord, Class::CutBy).then_some(Change::Down)
}

/// How many words stand between a verb and what it says by how much.
const REACH: usize = 6;

/// `verb object "by" N`, `verb "a" adjective* N`: raised their stake by 5%, rose a
/// modest 0.5%.
fn described(
    prose: Prose,
    mention: &Mention,
    word: usize,
    by: bool,
    floor: usize,
) -> Option<Change> {
    if !matches!(
        mention.kind,
        Kind::Percent | Kind::Points | Kind::BasisPoints
    ) {
        return None;
    }
    let plain = |t: usize| {
        prose.is_word(t)
            && prose.mention_at(t).is_none()
            && !prose.is_any(t, &[Class::ClauseWord, Class::Conjunction, Class::SayVerb])
    };
    let mut words = (floor..=word).rev().take(REACH).take_while(|&t| plain(t));
    if by {
        let verb = words.find(|&t| way(prose, t, true).is_some())?;
        let taking = prose.is(verb, Class::TakingVerb) || prose.says(verb, &["down", "up"]);
        return way(prose, verb, true).filter(|_| !taking);
    }
    let article = words.find(|&t| prose.says(t, &["a", "an"]))?;
    let verb = article.checked_sub(1).filter(|&verb| verb >= floor)?;
    // “Gained a 20% share”
    way(prose, verb, false)
        .filter(|_| !prose.is_content(mention.tokens.end) && !is_phrasal(prose, verb))
}

/// Whether the hedge says past which level something went: fell below 3%, rose above
/// $53; “rose by over 3%” says by how much.
fn is_level(prose: Prose, mention: &Mention) -> bool {
    (mention.lead..mention.tokens.start).any(|t| prose.says(t, &["above", "below", "beyond"]))
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

/// Whether `up` or `down` is part of a verb that says no change: gave up 517
/// yards, racked up 12 wins.
fn is_phrasal(prose: Prose, word: usize) -> bool {
    let verb = word.wrapping_sub(1);
    prose.says(word, &["down", "up"])
        && (prose.is_any(
            verb,
            &[Class::KnownVerb, Class::TurnVerb, Class::PhrasalVerb],
        ) || prose.ends(verb, "ing"))
        && !prose.says(verb, &["go", "goes", "going", "went"])
}

/// Whether `up` or `down` belongs to any verb that is not one of change, before a
/// count of things: mopped up three spills; but moved up three places.
fn is_done_up(prose: Prose, mention: &Mention, word: usize) -> bool {
    let verb = word.wrapping_sub(1);
    mention.kind == Kind::Cardinal
        && prose.says(word, &["down", "up"])
        && prose.ends(verb, "ed")
        && !prose.is_any(verb, &[Class::ChangeVerb, Class::StepWord, Class::UpVerb])
}

/// Whether what is counted is a place in a row, which is lost and gained by itself.
fn is_scored(prose: Prose, head: Option<&Head>) -> bool {
    let scored = [
        "job", "jobs", "place", "places", "point", "points", "seat", "seats",
    ];
    head.is_some_and(|head| prose.says(head.noun, &scored))
}

/// Whether the verb takes what is counted, so that nothing is said to rise or
/// fall: add ten chairs, lost three games; but lost three points.
fn takes_object(prose: Prose, mention: &Mention, head: Option<&Head>, word: usize) -> bool {
    matches!(mention.kind, Kind::Cardinal | Kind::Measure)
        && prose.is(word, Class::TakingVerb)
        && !is_scored(prose, head)
}

/// Whether a number is another measure of the change before it (“rose by 300
/// jobs, or 2%”), or what the next thing changed by (“and Hill by 4%”).
fn is_another(prose: Prose, before: &Mention, mention: &Mention) -> bool {
    let word = mention.lead.wrapping_sub(1);
    let near = before.sentence == mention.sentence && mention.lead - before.tokens.end <= 4;
    let again = prose.says(word, &["by"]) && before.kind == mention.kind;
    can_change(mention) && near && (prose.says(word, &["or"]) || again)
}
