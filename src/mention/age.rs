//! Ages: aged 12, Smith, 34, turned 50, in her 60s. (23-year-old is read as a
//! [suffix](super::suffix::age_suffix).)

use nom::Parser;
use nom::branch::alt;

use super::hedge::before;
use super::numeral::number;
use super::quantity::{Quantity, quantity};
use super::suffix::of_age;
use super::tokens::{Parsed, Tokens};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Senses};
use crate::number::{Rational, UnitId};

/// The most years that a person is said to have.
const OLDEST: u8 = 120;

/// `age = aged | decade | alone ;`
pub(crate) fn age(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    alt((aged, decade, alone)).parse(tokens)
}

/// `aged = "aged" [ "between" ] quantity ;`
fn aged(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if !tokens.is(0, "aged") {
        return tokens.refuse();
    }
    let between = usize::from(tokens.is(1, "between"));
    let (rest, read) = quantity(tokens.skip(1 + between))?;
    if matches!(read.kind, Kind::Cardinal | Kind::Age) {
        return Ok((rest, of_age(read.figure, UnitId::year())));
    }
    tokens.refuse()
}

/// `years = DIGITS ;` up to [`OLDEST`].
fn years(tokens: Tokens<'_>) -> Option<u8> {
    let digits = (tokens.kind(0) == Some(TokenKind::Digits)).then(|| tokens.text(0))?;
    digits
        .parse()
        .ok()
        .filter(|years| (1..=OLDEST).contains(years))
}

fn numeral(value: Rational) -> Numeral {
    Numeral {
        value,
        place: Rational::ONE,
        form: Form::Digits,
    }
}

/// `decade = DIGITS "s" ;` in his 50s, in their late 20s
fn decade(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let dash = usize::from(tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen));
    let part = usize::from(tokens.senses_back(1 + dash).is(Class::PeriodPart));
    // “In the mid-70s” is a time.
    let led = tokens.was_any(
        1 + dash + part,
        &["her", "his", "my", "our", "their", "your"],
    ) && (dash == 0 || part == 1);
    let plural = tokens.glued_kind(1) == Some(TokenKind::Word) && tokens.is(1, "s");
    let Some(years) = years(tokens).filter(|years| led && plural && years % 10 == 0) else {
        return tokens.refuse();
    };
    let first = Rational::integer(years.into());
    match first.plus(Rational::integer(9)) {
        Some(last) => {
            let figure = Figure::Range(Box::new((numeral(first), numeral(last))));
            tokens.accept(2, of_age(figure, UnitId::year()))
        }
        None => tokens.refuse(),
    }
}

/// `alone = DIGITS ;` set off behind a name, behind “turned” or “age”, or said
/// of a person.
fn alone(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if let Some(found) = average(tokens) {
        return Ok(found);
    }
    let Some(years) = years(tokens).filter(|_| !goes_on(tokens.skip(1))) else {
        return tokens.refuse();
    };
    if !is_apposed(tokens)
        && !is_turned(tokens)
        && !is_of_age(tokens)
        && !is_said(tokens)
        && !is_compared(tokens)
    {
        return tokens.refuse();
    }
    let figure = Figure::One(numeral(Rational::integer(years.into())));
    tokens.accept(1, of_age(figure, UnitId::year()))
}

/// How far behind “age” its number stands.
const REACH: usize = 9;

/// `average = number ;` that an age or a life expectancy is said to be, with nothing
/// that it could count: life expectancy is around 73, their average age was 41.5.
fn average(tokens: Tokens<'_>) -> Option<(Tokens<'_>, Quantity)> {
    let digits = tokens.kind(0) == Some(TokenKind::Digits) && tokens.text(0).len() <= 2;
    if !digits || !(2..REACH).any(|n| tokens.senses_back(n).is(Class::AgeNoun)) {
        return None;
    }
    let hedge = before(tokens, 0).0;
    let said = tokens.was_any(hedge + 1, &["is", "was", "of", "to", "at", "from"])
        || tokens.senses_back(hedge + 1).is(Class::ChangeVerb);
    let clause = (1..REACH)
        .take_while(|&n| !ends_clause(tokens, n))
        .any(|n| tokens.senses_back(n).is(Class::AgeNoun) && is_of_people(tokens, n));
    let (rest, years) = number(tokens).ok()?;
    let alone = !goes_on(rest) && ends_phrase(rest);
    (said && clause && alone).then(|| (rest, of_age(Figure::One(years), UnitId::year())))
}

/// Whether the word `n` places before is no “age” of wood or of a universe: average,
/// median, life.
fn is_of_people(tokens: Tokens<'_>, n: usize) -> bool {
    tokens.was_any(
        n + 1,
        &["average", "life", "mean", "median", "retirement", "typical"],
    )
}

fn ends_clause(tokens: Tokens<'_>, n: usize) -> bool {
    tokens.back(n).is_none_or(|t| {
        matches!(
            t.kind,
            TokenKind::Period | TokenKind::Semicolon | TokenKind::Digits
        )
    })
}

/// Whether nothing follows that the number could count.
fn ends_phrase(rest: Tokens<'_>) -> bool {
    rest.kind(0) != Some(TokenKind::Word)
        || rest.text(0).ends_with("ing")
        || rest.is_class(0, Class::Preposition)
        || rest.is_class(0, Class::Conjunction)
}

/// Whether something is glued to the digits that makes them another number.
fn goes_on(rest: Tokens<'_>) -> bool {
    let digits = rest.glued_kind(1) == Some(TokenKind::Digits);
    // 40 - 50
    if rest.kind(0) == Some(TokenKind::Hyphen) && rest.kind(1) == Some(TokenKind::Digits) {
        return true;
    }
    match rest.glued_kind(0) {
        Some(TokenKind::Period | TokenKind::Comma) => digits,
        Some(
            TokenKind::Word
            | TokenKind::Digits
            | TokenKind::Percent
            | TokenKind::Hyphen
            | TokenKind::EnDash
            | TokenKind::Slash
            | TokenKind::Colon
            | TokenKind::Apostrophe,
        ) => true,
        _ => false,
    }
}

/// `Smith, 34, said`: between commas, behind a name or one person. Behind several
/// it is how many: of the pupils, 29, were.
fn is_apposed(tokens: Tokens<'_>) -> bool {
    let comma = |token: Option<Token>| token.is_some_and(|t| t.kind == TokenKind::Comma);
    let senses = tokens.senses_back(2);
    let name = tokens
        .back(2)
        .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
        && senses.month.is_none()
        && senses.weekday.is_none();
    comma(tokens.back(1))
        && comma(tokens.peek(1))
        && (name || senses.is(Class::Person) && !is_plural(tokens.text_back(2), senses))
        && tokens.kind(2) != Some(TokenKind::Digits)
}

fn is_plural(noun: &str, senses: &Senses) -> bool {
    noun.ends_with('s') || senses.is(Class::PluralNoun)
}

/// `turned 50 in May`: not “turned 50 acres into …”.
fn is_turned(tokens: Tokens<'_>) -> bool {
    let ends = tokens.kind(1) != Some(TokenKind::Word)
        || tokens.is_class(1, Class::Preposition)
        || tokens.is_class(1, Class::Conjunction)
        || tokens.is_any(1, &["he", "last", "next", "she", "this", "when"]);
    tokens.was_any(1, &["turned", "turns", "turning"]) && ends
}

/// `said = ( "he" | "she" | "who" | "I" ) [ "will" | "would" ] BE [ ADVERB ] DIGITS ;`
/// she was just 16 when, who will be 40 in May. Nothing follows that could be
/// counted.
fn is_said(tokens: Tokens<'_>) -> bool {
    let adverb = usize::from(tokens.was_any(
        1,
        &[
            "about", "almost", "already", "just", "nearly", "now", "only", "still",
        ],
    ));
    let will = usize::from(
        tokens.was_any(1 + adverb, &["be"]) && tokens.was_any(2 + adverb, &["will", "would"]),
    );
    let is = tokens.was_any(1 + adverb, &["is", "was", "m", "s"]) || will > 0;
    let apostrophe = usize::from(
        tokens
            .back(2 + adverb)
            .is_some_and(|t| t.kind == TokenKind::Apostrophe),
    );
    let person = tokens.was_any(2 + adverb + will + apostrophe, &["he", "i", "she", "who"]);
    let ends = tokens.kind(1) != Some(TokenKind::Word)
        || tokens.is_any(
            1,
            &[
                "and", "at", "but", "by", "in", "on", "or", "this", "when", "while",
            ],
        );
    is && person && ends
}

/// `DIGITS ( "or" | "and" ) ( "older" | "younger" )`: people 65 and older.
fn is_compared(tokens: Tokens<'_>) -> bool {
    tokens.is_any(1, &["and", "or"]) && tokens.is_any(2, &["older", "younger"])
}

/// `at age 12`, `at the age of 12`.
fn is_of_age(tokens: Tokens<'_>) -> bool {
    let age = |n| tokens.was_any(n, &["age", "ages"]);
    let of = tokens.was_any(1, &["of"]) && age(2);
    // “between the ages of 12 and 16”
    let second = tokens.was_any(1, &["and", "to"])
        && tokens.back(2).is_some_and(|t| t.kind == TokenKind::Digits)
        && (age(3) || tokens.was_any(3, &["of"]) && age(4));
    // “a voting age of 16”, “to lower the age to 16”
    let said = age(2) && tokens.was_any(1, &["above", "at", "below", "from", "is", "to", "was"]);
    // “children under 5”, “died at 62”; at 5 may be an hour
    let ends = tokens.kind(1) != Some(TokenKind::Word) || tokens.is_class(1, Class::Preposition);
    let person =
        tokens.was_any(1, &["over", "under"]) && tokens.senses_back(2).is(Class::Person) && ends;
    let died = tokens.was_any(1, &["at"])
        && tokens.senses_back(2).is(Class::DeadWord)
        && tokens.text(0).len() > 1
        && ends;
    (age(1) || of || second || said || person || died) && tokens.kind(1) != Some(TokenKind::Colon)
}
