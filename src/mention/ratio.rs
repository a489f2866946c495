//! Shares of a whole: one in five, three out of four, half, two-thirds.

use super::fraction::{fraction, part};
use super::measure::measured;
use super::numeral::{figure, number};
use super::quantity::Quantity;
use super::suffix::percent_sign;
use super::tokens::{Parsed, Tokens};
use super::unit_name::{is_duration, unit};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::{Rational, Unit, UnitId};

/// `ratio = number ( "in" | "out" "of" ) [ "every" | "each" ] number ;`
///
/// Out of another number than ten, a hundred or less than ten it is a count of a
/// count: 30 out of 58.
pub(crate) fn ratio(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    // Numbers are everywhere; “in” and “out” close behind them are not.
    if !(1..=6).any(|n| tokens.is_any(n, &["in", "out"])) {
        return tokens.refuse();
    }
    let (rest, first) = number(tokens)?;
    let out_of = rest.is(0, "out") && rest.is(1, "of");
    let inner = match (rest.is(0, "in"), out_of) {
        (true, _) => rest.skip(1),
        (_, true) => rest.skip(2),
        _ => return tokens.refuse(),
    };
    let every = inner.is_any(0, &["every", "each"]);
    let inner = inner.skip(usize::from(every));
    let (after, second) = number(inner)?;
    let spelled = tokens.kind(0) == Some(TokenKind::Word);
    let year_like = inner.kind(0) == Some(TokenKind::Digits) && inner.text(0).len() == 4;
    let most = Rational::integer(if every || out_of || spelled { 99 } else { 9 });
    let thousands = second.value >= Rational::integer(1000);
    let plain = !thousands || every || spelled || first.value == Rational::ONE;
    let proper = first.value < second.value && Rational::ZERO < first.value;
    let whole = first.value.is_integer() && second.value.is_integer();
    let in_words = spelled && inner.kind(0) == Some(TokenKind::Word);
    let of_round = second.value <= Rational::integer(if in_words { 20 } else { 10 })
        || [100, 1000].map(Rational::integer).contains(&second.value);
    let ratio = every || !out_of || of_round;
    let sound = whole && proper && plain && ratio && !year_like && first.value <= most;
    if !sound || is_measured(after) || tokens.is_class(0, Class::Article) {
        return tokens.refuse();
    }
    match (
        first.value.over(second.value),
        Rational::ONE.over(second.value),
    ) {
        (Some(value), Some(place)) => {
            let form = Form::Fraction;
            let numeral = Numeral { value, place, form };
            Ok((after, Quantity::of(Kind::Ratio, Figure::One(numeral))))
        }
        _ => tokens.refuse(),
    }
}

/// `one_over = ( "one" | "1" ) "over" number ;` that counts nothing: one over twenty
pub(crate) fn one_over(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if !tokens.is(1, "over") || !tokens.is_any(0, &["1", "one"]) {
        return tokens.refuse();
    }
    let (after, whole) = number(tokens.skip(2))?;
    let ends = after.kind(0) != Some(TokenKind::Word) || after.is_class(0, Class::Auxiliary);
    let sound = whole.value.is_integer() && whole.value > Rational::ONE;
    match Rational::ONE.over(whole.value) {
        Some(value) if ends && sound && !is_measured(after) => {
            let form = Form::Fraction;
            let place = value;
            let numeral = Numeral { value, place, form };
            Ok((after, Quantity::of(Kind::Fraction, Figure::One(numeral))))
        }
        _ => tokens.refuse(),
    }
}

/// Whether the second number counts something of its own: three in 10 days.
fn is_measured(after: Tokens<'_>) -> bool {
    after.is_class(0, Class::TimeNoun)
        || unit(after, false).is_some()
        || after.kind(0) == Some(TokenKind::Percent)
        || after.is(0, "per")
}

/// `share = part_of_point | fraction [ [ "of" ] ( "a" | "an" ) ( unit | [ "percentage" ] "point" ) ] | half_unit ;`
///
/// Two-thirds, half; half an hour is a duration, half a point of what is a
/// percentage, points.
pub(crate) fn share(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if let Ok(found) = part_of_point(tokens) {
        return Ok(found);
    }
    let (rest, share) = fraction(tokens)?;
    if let Ok(measure) = half_unit(tokens) {
        return Ok(measure);
    }
    // “half a million” is a figure.
    let of_scale = figure(tokens).is_ok_and(|(_, read)| {
        matches!(read, Figure::One(n) if n.form == Form::Scaled
            || n.form == Form::Words && tokens.is(0, "half"))
    });
    let of_two = tokens.is(0, "half")
        && (tokens.senses_back(1).is(Class::OneOfTwo)
            // fly-half
            || tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen)
                && tokens.first().is_some_and(Token::is_glued)
            || rest.glued_kind(0) == Some(TokenKind::Hyphen)
            || rest.is_any(0, &["time", "term", "year"]));
    if of_scale || of_two {
        return tokens.refuse();
    }
    let of = usize::from(rest.is(0, "of"));
    if rest.is_any(of, &["a", "an"])
        && let Some(after) = point(rest.skip(of + 1))
    {
        let unit = Unit::of(UnitId::points());
        return Ok((
            after,
            Quantity::in_unit(Kind::Points, Figure::One(share), unit),
        ));
    }
    if let Some(found) = part_of_unit(rest, share) {
        return Ok(found);
    }
    if rest.is_any(of, &["a", "an"])
        && let Some((count, unit)) = unit(rest.skip(of + 1), false)
    {
        return measured(rest.skip(of + 1 + count), Figure::One(share), unit);
    }
    Ok((rest, Quantity::of(Kind::Fraction, Figure::One(share))))
}

/// `part_of_unit = unit ;` by its name, behind parts of it in words: two-thirds cup,
/// three-quarters mile. What lasts so long is read elsewhere.
fn part_of_unit(rest: Tokens<'_>, share: Numeral) -> Option<(Tokens<'_>, Quantity)> {
    let next = rest
        .first()
        .filter(|t| t.kind == TokenKind::Word && !t.is_glued() && !t.is_capitalised())?;
    let length = next.span().end - next.span().start;
    if length < 3 || rest.is_class(0, Class::UnitHomonym) {
        return None;
    }
    let (count, unit) = unit(rest, false)?;
    if is_duration(unit) || unit.is_currency() {
        return None;
    }
    measured(rest.skip(count), Figure::One(share), unit).ok()
}

/// `half_unit = "half" [ "-" ] unit ;` a half-hour talk, half mile
fn half_unit(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let rest = tokens.skip(1);
    let dash = usize::from(rest.glued_kind(0) == Some(TokenKind::Hyphen));
    let name = rest.text(dash);
    let word = name.len() > 2 && name.starts_with(char::is_lowercase);
    let other = tokens.senses_back(1).is(Class::OneOfTwo) || rest.is_class(dash, Class::HalvedNoun);
    if !tokens.is(0, "half") || !word || other {
        return tokens.refuse();
    }
    match unit(rest, false) {
        Some((count, unit)) => measured(rest.skip(count), Figure::One(part(1, 2)), unit),
        None => tokens.refuse(),
    }
}

/// `part_of_point = ( "a" | "another" ) ( "half" | "quarter" ) [ "-" ] point ;` cut by a
/// quarter point
fn part_of_point(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let parts = tokens.senses(1).fraction;
    let dash = usize::from(tokens.glued_kind(2) == Some(TokenKind::Hyphen));
    let led = parts.is_some() && tokens.is_any(0, &["a", "another"]);
    match (parts.filter(|_| led), point(tokens.skip(2 + dash))) {
        (Some(parts @ (2 | 4)), Some(rest)) => {
            let figure = Figure::One(part(1, parts.into()));
            let unit = Unit::of(UnitId::points());
            Ok((rest, Quantity::in_unit(Kind::Points, figure, unit)))
        }
        _ => tokens.refuse(),
    }
}

/// How far a percentage stands from the point that is one of its points.
const NEAR: usize = 12;

/// `point = "percentage" [ "-" ] "point" | "point" ;` bare only where a percentage or
/// a rate stands near.
fn point(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let dash = usize::from(tokens.glued_kind(1) == Some(TokenKind::Hyphen));
    if tokens.is(0, "percentage") && tokens.is(1 + dash, "point") {
        return Some(tokens.skip(2 + dash));
    }
    let percent = |n| {
        percent_sign(tokens.skip(n)).is_some()
            || tokens.is_class(n, Class::RateWord)
            || tokens.back(n).is_some_and(|t| t.kind == TokenKind::Percent)
            || tokens.senses_back(n).is(Class::RateWord)
            || tokens.was_any(n, &["cent", "percent"])
    };
    (tokens.is(0, "point") && (1..NEAR).any(percent)).then(|| tokens.skip(1))
}
