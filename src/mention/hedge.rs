//! Finding the hedge of a number: the words before it, and “or so”, “or more”
//! behind it.

pub use crate::number::Hedge;

use super::tokens::Tokens;
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, WordId};

/// The hedge before a number, and how many tokens it takes.
pub(crate) fn before(tokens: Tokens<'_>, sentence_start: usize) -> (usize, Hedge) {
    let room = tokens.at.saturating_sub(sentence_start);
    let Some(last) = tokens.back(1).filter(|_| room > 0) else {
        return (0, Hedge::None);
    };
    match last.kind {
        TokenKind::Tilde => return (1, Hedge::About),
        TokenKind::AtLeast => return (1, Hedge::AtLeast),
        TokenKind::AtMost => return (1, Hedge::AtMost),
        TokenKind::Greater => return (1, Hedge::MoreThan),
        TokenKind::Less => return (1, Hedge::LessThan),
        TokenKind::Word => {}
        TokenKind::Hyphen if last.is_glued() && tokens.was_any(2, &["sub"]) => {
            return (2, Hedge::LessThan);
        }
        _ => return (0, Hedge::None),
    }
    // “an extra 200”, “the nearly 300”: an article may stand between.
    let skip = usize::from(
        tokens.was_any(1, &["a", "an", "the", "another"]) && tokens.senses_back(2).ends_hedge,
    );
    let Some(end) = tokens
        .back(1 + skip)
        .filter(|token| skip < room && token.kind == TokenKind::Word)
    else {
        return (0, Hedge::None);
    };
    let longest = tokens
        .page
        .lexicon
        .hedges_ending(end.word)
        .iter()
        .find(|(words, _)| {
            words.len() + skip <= room
                && words
                    .iter()
                    .rev()
                    .enumerate()
                    .all(|(n, word)| tokens.back(1 + skip + n).is_some_and(|t| t.word == *word))
        });
    match longest {
        Some((_, hedge))
            if skip > 0
                && tokens.was_any(1, &["the"])
                && (compares(*hedge) || tokens.was_any(2, &["about"])) =>
        {
            (0, Hedge::None)
        }
        Some(_) if skip > 0 && is_place(tokens) => (0, Hedge::None),
        Some((words, hedge)) if is_sound(tokens, words.len() + skip, *hedge) => {
            (words.len() + skip, *hedge)
        }
        _ => (0, Hedge::None),
    }
}

/// Whether a hedge before “the” sets a quantity against one that is known and so
/// is no hedge of it: less than the £7m of a year before, above the 3% target. “About
/// the 30 men” tells of them.
fn compares(hedge: Hedge) -> bool {
    !matches!(hedge, Hedge::About | Hedge::Exactly | Hedge::None)
}

/// Whether a word stands before “a” that then says where or how long: over a
/// three-year period, under a 5% tariff.
fn is_place(tokens: Tokens<'_>) -> bool {
    tokens.was_any(1, &["a", "an"]) && tokens.was_any(2, &["above", "below", "over", "under"])
}

/// Words that hedge only before a number: “some” of something else, “about” a
/// subject, “over” a period, “about” after a verb of saying.
fn is_sound(tokens: Tokens<'_>, count: usize, hedge: Hedge) -> bool {
    match hedge {
        // “5% less than 40”, “three times more than 350”: a comparison
        Hedge::MoreThan | Hedge::LessThan if is_difference(tokens, count) => false,
        Hedge::MoreThan if count == 1 && tokens.was_any(1, &["over", "above"]) => {
            !tokens.is_any(0, &["the", "this"])
                && !tokens.senses_back(2).is(Class::Pronoun)
                && !ends_quantity(tokens, 2)
        }
        // “revolves around”, “centred around”: the verb's own word
        Hedge::About if tokens.was_any(count, &["about", "around"]) => {
            let before = tokens.senses_back(count + 1);
            let of_people = (1..3).any(|n| tokens.is_class(n, Class::Person));
            let copula = of_people && tokens.was_any(count + 1, &["is", "was"]);
            let told = tokens.senses_back(count + 1 + usize::from(copula));
            let told = told.is(Class::Telling) || is_person(tokens);
            let tells = told && tokens.was_any(count, &["about"]);
            !before.is(Class::TurnVerb) && !tells
        }
        // “climbed up to”, “added up to”
        Hedge::AtMost if tokens.was_any(1, &["to"]) => {
            !tokens.senses_back(count + 1).is(Class::UpVerb)
        }
        _ => true,
    }
}

/// Whether the token `n` places before ends a quantity, which is then set against
/// the next one or spread over it: 24% over $6.1m, £3m over five years; but “an
/// iPhone 4 over a decade ago”.
fn ends_quantity(tokens: Tokens<'_>, n: usize) -> bool {
    if (1..5).any(|n| tokens.is(n, "ago")) {
        return false;
    }
    let senses = tokens.senses_back(n);
    let kind = |n| tokens.back(n).map(|token| token.kind);
    // £3m
    let letter = kind(n) == Some(TokenKind::Word) && tokens.back(n).is_some_and(Token::is_glued);
    matches!(kind(n), Some(TokenKind::Percent | TokenKind::Digits))
        || letter && kind(n + 1) == Some(TokenKind::Digits)
        || senses.scale.is_some()
        || senses.is(Class::MoneyWord)
        || tokens.was_any(n, &["cent", "percent", "points"])
}

/// Whether the number is somebody's age, of whom something is told: it is about an
/// 18-year-old.
fn is_person(tokens: Tokens<'_>) -> bool {
    tokens.was_any(1, &["a", "an"])
        && tokens.glued_kind(1) == Some(TokenKind::Hyphen)
        && tokens.is_any(2, &["month", "year"])
        && tokens.is_any(4, &["old", "olds"])
}

/// Whether the words before a number say by how much something differs from it.
fn is_difference(tokens: Tokens<'_>, count: usize) -> bool {
    let percent = tokens
        .back(count + 1)
        .is_some_and(|t| t.kind == TokenKind::Percent);
    let than = tokens.was_any(1, &["than"]);
    than && (percent || tokens.was_any(count + 1, &["cent", "percent", "points", "times"]))
}

/// The hedge behind a number, and how many tokens it takes: `or so`, `or more`,
/// `or less`, `plus`, `+`.
pub(crate) fn behind(rest: Tokens<'_>) -> (usize, Hedge) {
    if rest.is_class(0, Class::Conjunction) || rest.is(0, "give") {
        let hedges = rest.page.lexicon.hedges_behind();
        let written = |words: &[WordId]| {
            let mut words = words.iter().enumerate();
            words.all(|(n, word)| rest.peek(n).is_some_and(|token| token.word == *word))
        };
        let found = hedges.iter().find(|(words, _)| written(words));
        return found.map_or((0, Hedge::None), |(words, hedge)| (words.len(), *hedge));
    }
    // 300-odd, 40-ish, 500-plus
    let dash = usize::from(rest.glued_kind(0) == Some(TokenKind::Hyphen));
    if rest.glued_kind(dash) == Some(TokenKind::Word) {
        match rest.text(dash) {
            "odd" | "ish" => return (1 + dash, Hedge::About),
            "plus" if dash == 1 => return (2, Hedge::AtLeast),
            _ => {}
        }
    }
    if rest.glued_kind(0) == Some(TokenKind::Plus) && rest.glued_kind(1) != Some(TokenKind::Digits)
    {
        return (1, Hedge::AtLeast);
    }
    if rest.is(0, "plus")
        && rest.kind(1) == Some(TokenKind::Word)
        && !rest.is_any(1, &["a", "an", "the", "one", "two"])
    {
        return (1, Hedge::AtLeast);
    }
    (0, Hedge::None)
}
