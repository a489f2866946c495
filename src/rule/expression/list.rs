//! The lists of a document, as rules see them: what their items are, and the
//! number that announces them.

use super::read::{self, truth, whole};
use super::scene::Scene;
use crate::claim::MentionId;
use crate::document::{Token, TokenKind};
use crate::mention::Kind;
use crate::rule::value::Value;
use crate::span::Span;

/// How many tokens a sentence may have that only points at the one before.
const LONGEST_POINTER: usize = 6;

/// Within how many tokens an item says that it is a remark.
const FIRST_WORDS: usize = 2;

/// The field of a list of the document.
pub(super) fn field(scene: Scene<'_>, list: usize, name: &str) -> Value {
    let Some(found) = scene.article.document.lists.get(list) else {
        return Value::Missing;
    };
    let announced = || announced(scene, found.lead?);
    match name {
        "length" => whole(found.items.len() as i128),
        "ordered" => truth(found.ordered),
        "start" => Value::or_missing(found.start, |start| whole(start.into())),
        "compound" => truth(found.items.iter().any(|&item| is_compound(scene, item))),
        "aside" => truth(found.items.iter().any(|&item| is_aside(scene, item))),
        "resumed" => truth(is_resumed(scene, list)),
        "announced" => Value::or_missing(announced(), |id| Value::Mention { id, like: None }),
        "noun" => Value::or_missing(announced(), |id| read::field(scene, &mention(id), "head")),
        "hedged" => Value::or_missing(announced(), |id| read::field(scene, &mention(id), "hedged")),
        "detached" => Value::or_missing(announced(), |id| truth(is_detached(scene, id))),
        _ => Value::Missing,
    }
}

/// Whether a later list goes on with the numbers of this one.
fn is_resumed(scene: Scene<'_>, list: usize) -> bool {
    let lists = &scene.article.document.lists;
    let next = lists[list]
        .start
        .map(|start| start + lists[list].items.len() as u64);
    next.is_some() && lists[list + 1..].iter().any(|later| later.start == next)
}

fn mention(id: MentionId) -> Value {
    Value::Mention { id, like: None }
}

/// The last count of the last sentence of a block that ends in a colon; where
/// that sentence only points at the one before (“These are:”), of both.
fn announced(scene: Scene<'_>, block: usize) -> Option<MentionId> {
    let document = &scene.article.document;
    let sentences = document.blocks.get(block)?.sentences.clone();
    let last = document.sentences.get(sentences.end.checked_sub(1)?)?;
    let colon = last.tokens.end.checked_sub(1)?;
    if !document.text(colon).ends_with(':') {
        return None;
    }
    let holds = |class: &str, mut tokens: std::ops::Range<usize>| {
        let class = scene.lexicon.class(class);
        class.is_some_and(|class| tokens.any(|token| scene.begins(token, class)))
    };
    let start = last.tokens.start;
    let points = last.tokens.len() <= LONGEST_POINTER
        && (holds("list-pointer", start..start + 1) || holds("list-opening", last.tokens.clone()));
    let start = match sentences
        .end
        .checked_sub(2)
        .filter(|&n| points && n >= sentences.start)
    {
        Some(before) => document.sentences.get(before)?.tokens.start,
        None => last.tokens.start,
    };
    scene
        .mentions_in(start..last.tokens.end)
        .filter(|&id| scene.article.mentions[id].kind == Kind::Cardinal)
        .last()
}

/// Whether an item is a remark on the others: “NOTE: ...”, “The remaining ...”.
fn is_aside(scene: Scene<'_>, item: Span) -> bool {
    let tokens = &scene.article.document.tokens;
    let start = tokens.partition_point(|token| token.span().start < item.start);
    let class = scene.lexicon.class("item-aside");
    class.is_some_and(|class| (start..start + FIRST_WORDS).any(|at| scene.begins(at, class)))
}

/// Whether an item may name several things: whether `and`, `or`, a comma or the
/// like stands among its first words, before a colon, a dash or a full stop.
fn is_compound(scene: Scene<'_>, item: Span) -> bool {
    let document = &scene.article.document;
    let tokens = &document.tokens;
    let start = tokens.partition_point(|token| token.span().start < item.start);
    let ends = |token: &Token| {
        matches!(
            token.kind,
            TokenKind::Colon | TokenKind::EnDash | TokenKind::EmDash | TokenKind::Period
        ) || token.kind == TokenKind::Hyphen && !token.is_glued()
    };
    let mut named = tokens[start..]
        .iter()
        .take_while(|token| token.span().end <= item.end && !ends(token));
    let joint = scene.lexicon.class("item-joint");
    named.any(|token| {
        matches!(
            token.kind,
            TokenKind::Comma | TokenKind::Slash | TokenKind::Plus | TokenKind::Ampersand
        ) || joint.is_some_and(|class| scene.lexicon.is_in(token.word, class))
    })
}

/// Whether the sentence goes on to something else between a number and the
/// colon: “the first two letters of the name, as follows:”, “two ferries are
/// treated as follows:”, “in four ways, combinations of:”. What follows directly
/// (“three reasons, as follows:”, “the three are as follows:”) does not.
fn is_detached(scene: Scene<'_>, id: MentionId) -> bool {
    let document = &scene.article.document;
    let mention = &scene.article.mentions[id];
    let (lexicon, tokens) = (scene.lexicon, &document.tokens);
    let opening = lexicon.class("list-opening");
    let opens = |token: usize| opening.is_some_and(|class| scene.begins(token, class));
    let leads = |token: usize| {
        let class = lexicon.class("list-leader");
        tokens[token].kind == TokenKind::Comma
            || class.is_some_and(|class| lexicon.is_in(tokens[token].word, class))
    };
    let ordinal = mention.tokens.start.checked_sub(1).is_some_and(|before| {
        scene
            .mentions_in(before..mention.tokens.start)
            .any(|id| scene.article.mentions[id].kind == Kind::Ordinal)
    });
    // A sentence of its own that only points at this one parts nothing.
    let end = document.sentences[mention.sentence].tokens.end;
    let rest = (mention.tokens.end..end).take_while(|&token| !document.text(token).ends_with(':'));
    let mut depth = 0_usize;
    let mut parted = false;
    for token in rest {
        match tokens[token].kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Comma | TokenKind::Semicolon if depth == 0 => {
                parted |= !opens(token + 1);
            }
            _ if opens(token) => parted |= !token.checked_sub(1).is_some_and(leads),
            _ => {}
        }
    }
    ordinal || parted
}
