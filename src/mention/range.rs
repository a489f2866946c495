//! Ranges: 5-10 km, between 26 and 31 million dollars, an 8- to 16-metre mast.

use super::measure::convert;
use super::number_word::scale_up;
use super::numeral::number;
use super::quantity::{Quantity, single};
use super::tokens::{Parsed, Tokens, hyphen};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Scale};
use crate::number::{Rational, Unit};

/// `range_or_single = single [ joint single ] ;`
///
/// The left end takes unit and scale from the right one: “$26-31 million”.
pub(crate) fn range_or_single(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, first) = single(tokens)?;
    Ok(range_end(tokens, rest, &first).unwrap_or((rest, first)))
}

fn range_end<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    first: &Quantity,
) -> Option<(Tokens<'a>, Quantity)> {
    let after = joint(start, rest)?;
    let (after, last) = single(after).ok()?;
    if rest.is(0, "to") && (is_in_steps(start, after) || is_step(start) && !is_two(after)) {
        return None;
    }
    let (Figure::One(low), Figure::One(high)) = (&first.figure, &last.figure) else {
        return None;
    };
    let (kind, unit) = shared(rest, first, &last)?;
    let dash = hyphen(rest).is_ok() && first.unit == Unit::NONE;
    let low = match indian_scale(rest, after) {
        Some(scale) if low.form == Form::Digits => Numeral {
            form: Form::Scaled,
            ..scale_up(*low, scale)?
        },
        _ => scaled_alike(*low, high, dash),
    };
    let low = in_unit(low, first.unit, unit)?;
    if low.value > high.value && is_left(start, rest) {
        return None;
    }
    let figure = Figure::Range(Box::new((low, *high)));
    Some((after, Quantity { kind, figure, unit }))
}

/// Whether three numbers are parted by `to`: from $160 to $180 to $200.
fn is_in_steps(start: Tokens<'_>, after: Tokens<'_>) -> bool {
    let number = |t: Token| matches!(t.kind, TokenKind::Digits | TokenKind::Percent);
    let last = start.was_any(1, &["to"])
        && start.back(2).is_some_and(number)
        && !(3..=5).any(|n| start.was_any(n, &["to"]));
    last || to_number(after).is_some() && !is_two(after)
}

/// Whether a second range follows, to which the first one went: from 5 to 7% to 3
/// to 5%.
fn is_two(after: Tokens<'_>) -> bool {
    to_number(after).is_some_and(|third| to_number(third).is_some())
}

/// `to_number = "to" single ;` what follows it
fn to_number(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    if !tokens.is(0, "to") || tokens.kind(1) == Some(TokenKind::Word) {
        return None;
    }
    single(tokens.skip(1)).ok().map(|(rest, _)| rest)
}

/// The kind and unit of both ends; `None` where they are two numbers.
///
/// A bare second end is a new number (“5% to 40”), but for a sign of currency
/// that stands before both (“€3-4 million”).
fn shared(joint: Tokens<'_>, first: &Quantity, last: &Quantity) -> Option<(Kind, Unit)> {
    let bare = |end: &Quantity| end.unit == Unit::NONE && end.kind == Kind::Cardinal;
    if first.kind == Kind::Money && bare(last) {
        let dash = matches!(
            joint.glued_kind(0),
            Some(TokenKind::Hyphen | TokenKind::EnDash)
        );
        return dash.then_some((Kind::Money, first.unit));
    }
    let alike = bare(first) || first.unit == last.unit || first.unit.is_like(last.unit);
    let ranges = matches!(
        last.kind,
        Kind::Cardinal
            | Kind::Percent
            | Kind::Points
            | Kind::BasisPoints
            | Kind::Money
            | Kind::Measure
            | Kind::Duration
            | Kind::Age
    );
    let new = !bare(first) && last.unit == Unit::NONE;
    (alike && ranges && !new).then_some((last.kind, last.unit))
}

/// The left end with the right one's scale, where that keeps it the smaller
/// (“26 to 31 million”, but “$200 to $4 million”), or where only a dash stands
/// between the two.
pub(super) fn scaled_alike(low: Numeral, high: &Numeral, dash: bool) -> Numeral {
    let alike = || {
        if high.form != Form::Scaled || low.form == Form::Scaled {
            return None;
        }
        let scale = scale_of(high)?;
        let value = low
            .value
            .times(scale)
            .filter(|value| dash || *value <= high.value)?;
        Some(Numeral {
            value,
            place: low.place.times(scale)?,
            form: Form::Scaled,
        })
    };
    alike().unwrap_or(low)
}

/// The lakh or crore that the right end is counted in: 7-9 lakh.
fn indian_scale<'a>(joint: Tokens<'a>, after: Tokens<'a>) -> Option<Scale> {
    (0..after.at - joint.at)
        .filter_map(|n| joint.senses(n).scale)
        .find(|scale| matches!(scale.zeros, 5 | 7))
}

fn in_unit(numeral: Numeral, from: Unit, to: Unit) -> Option<Numeral> {
    if from == to || from == Unit::NONE {
        return Some(numeral);
    }
    Some(Numeral {
        value: convert(numeral.value, from, to)?,
        place: convert(numeral.place, from, to)?,
        ..numeral
    })
}

/// The power of a thousand by which a scaled numeral was scaled.
fn scale_of(numeral: &Numeral) -> Option<Rational> {
    [12, 9, 6, 3]
        .into_iter()
        .filter_map(Rational::power_of_ten)
        .find(|scale| {
            let coefficient = numeral.value.over(*scale).and_then(Rational::abs);
            coefficient.is_some_and(|value| value >= Rational::ONE)
        })
}

/// `spaced = " - " ;` between ascending digits of which the second has a unit, or behind
/// a word of spans: 10 - 15 kg, a range of 200 - 300. Else it is a dash, or the score of two
/// sides.
fn spaced<'a>(start: Tokens<'a>, rest: Tokens<'a>) -> Option<Tokens<'a>> {
    let apart = |n: usize| rest.peek(n).is_some_and(|t| !t.is_glued());
    let digits =
        rest.kind(1) == Some(TokenKind::Digits) && start.kind(0) == Some(TokenKind::Digits);
    if rest.kind(0) != Some(TokenKind::Hyphen) || !digits || !apart(0) || !apart(1) {
        return None;
    }
    let (_, last) = single(rest.skip(1)).ok()?;
    let (Figure::One(high), Ok((_, low))) = (&last.figure, number(start)) else {
        return None;
    };
    let spans = (1..=2).any(|n| start.senses_back(n).is(Class::SpanWord));
    ((last.unit != Unit::NONE || spans) && low.value < high.value).then(|| rest.skip(1))
}

/// `joint = spaced | "-" | "–" | "—" | [ "-" ] "to" [ "-" ] | "through" | "and" ;` where
/// the second end begins.
///
/// `and` only after `between`; `through` between digits.
fn joint<'a>(start: Tokens<'a>, rest: Tokens<'a>) -> Option<Tokens<'a>> {
    if let Some(after) = hyphenated_to(rest).or_else(|| spaced(start, rest)) {
        return Some(after);
    }
    if let Ok((after, _)) = hyphen(rest) {
        let chained = after.glued_kind(1) == Some(TokenKind::Hyphen)
            && after.glued_kind(2) == Some(TokenKind::Digits);
        return (!chained).then_some(after);
    }
    let after = rest.skip(1);
    let glued_digits = after.glued_kind(0) == Some(TokenKind::Digits);
    match rest.kind(0) {
        Some(TokenKind::EmDash) => {
            (rest.first().is_some_and(Token::is_glued) && glued_digits).then_some(after)
        }
        Some(TokenKind::Tilde) => glued_digits.then_some(after),
        Some(TokenKind::EnDash) => {
            matches!(after.kind(0), Some(TokenKind::Digits | TokenKind::Currency)).then_some(after)
        }
        _ if rest.is(0, "and") => {
            (start.was_any(1, &["between"]) && !is_attribute(rest)).then_some(after)
        }
        _ if rest.is(0, "through") => {
            let digits = |tokens: Tokens<'_>| tokens.kind(0) == Some(TokenKind::Digits);
            (digits(start) && digits(after)).then_some(after)
        }
        _ if rest.is(0, "to") => Some(after),
        _ => None,
    }
}

/// `hyphenated_to = "-" "to" [ "-" ] ;` 8- to 16-metre, 0-to-60
fn hyphenated_to(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    if rest.glued_kind(0) != Some(TokenKind::Hyphen) || !rest.is(1, "to") {
        return None;
    }
    let dash = usize::from(rest.glued_kind(2) == Some(TokenKind::Hyphen));
    Some(rest.skip(2 + dash))
}

/// Whether a hyphen joins the unit before here to its number: “between 64-bit
/// and 32-bit programs” tells two kinds of programs apart.
fn is_attribute(rest: Tokens<'_>) -> bool {
    rest.back(2)
        .is_some_and(|t| t.kind == TokenKind::Hyphen && t.is_glued())
}

/// Whether something went from the higher number to the lower: “ballooned from £55m
/// to £40m”, and no range.
fn is_left(start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    start.was_any(1, &["from"]) && rest.is(0, "to") && !start.senses_back(2).is(Class::SpanWord)
}

/// Whether the number before `to` is a step (“fell 3% to 40%”) or a level
/// (“fell from 5 to 3”) and no end of a range.
fn is_step(start: Tokens<'_>) -> bool {
    let changes = |n: usize| {
        let senses = start.senses_back(n);
        senses.is(Class::ChangeVerb) || senses.is(Class::LevelNoun) || senses.multiple.is_some()
    };
    let before = start.senses_back(1);
    let step = changes(1)
        || before.is(Class::Increment)
        || before.is(Class::StepWord)
        || changes(2) && start.was_any(1, &["by", "about", "to", "nearly", "almost", "another"]);
    let led = start.senses_back(2);
    let level = start.was_any(1, &["from"])
        && !led.is(Class::SpanWord)
        && (led.is(Class::StepWord) || (2..=8).any(changes));
    step || level
}
