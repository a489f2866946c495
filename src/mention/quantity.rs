//! Quantities: a figure with what stands beside it that says what it counts.

use nom::Parser;
use nom::branch::alt;

use super::fraction::word_fraction;
use super::measure::measured;
use super::money::{a_coin, money_before, money_behind, short_million};
use super::number_word::{scale, scale_up};
use super::numeral::{figure, number};
use super::ordinal::ordinal;
use super::range::range_or_single;
use super::ratio::{one_over, ratio, share};
use super::suffix::{age_suffix, multiple_suffix, multiple_word, of_age, percent, percent_sign};
use super::tokens::{Parsed, Tokens};
use super::unit_name::{is_duration, unit};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::{Rational, Unit, Units};

/// A quantity as read: its kind, its number or numbers, its unit.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    pub(crate) kind: Kind,
    pub(crate) figure: Figure,
    pub(crate) unit: Unit,
}

impl Quantity {
    pub(crate) fn of(kind: Kind, figure: Figure) -> Quantity {
        Quantity {
            kind,
            figure,
            unit: Unit::NONE,
        }
    }

    pub(crate) fn in_unit(kind: Kind, figure: Figure, unit: Unit) -> Quantity {
        Quantity { kind, figure, unit }
    }
}

/// `quantity = multiple_word | ratio | one_over | share | ordinal | indefinite | a_coin | range_or_single [ below_zero ] ;`
pub(crate) fn quantity(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    alt((
        multiple_word,
        ratio,
        one_over,
        share,
        ordinal_quantity,
        indefinite,
        a_coin,
        degrees_below,
    ))
    .parse(tokens)
}

/// `degrees_below = range_or_single [ "below" "zero" ] ;` 20 degrees below zero, five below
/// zero
fn degrees_below(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, read) = range_or_single(tokens)?;
    Ok(below_zero(rest, &read).unwrap_or((rest, read)))
}

fn below_zero<'a>(rest: Tokens<'a>, read: &Quantity) -> Option<(Tokens<'a>, Quantity)> {
    if !(rest.is(0, "below") && rest.is(1, "zero")) {
        return None;
    }
    let degree = Unit::of(Units::table().symbol("°")?);
    let bare = read.kind == Kind::Cardinal && read.unit == Unit::NONE;
    let warm = Unit::of(Units::table().symbol("°C")?);
    if !bare && read.unit != degree && !read.unit.is_like(warm) {
        return None;
    }
    let below = |numeral: Numeral| {
        let value = numeral.value.negate()?;
        Some(Numeral { value, ..numeral })
    };
    let figure = match &read.figure {
        Figure::One(numeral) => Figure::One(below(*numeral)?),
        Figure::Range(ends) => Figure::Range(Box::new((below(ends.0)?, below(ends.1)?))),
        Figure::Vague(_) | Figure::Malformed => return None,
    };
    let unit = if bare { degree } else { read.unit };
    Some((rest.skip(2), Quantity::in_unit(Kind::Measure, figure, unit)))
}

/// `single = money | figure [ suffix ] ;`
pub(crate) fn single(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    alt((money_before, figured)).parse(tokens)
}

/// `figured = ( figure | continental ) [ percent | age | multiple | money | measure ] ;`
fn figured(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, figure) = figure(tokens)?;
    match continental(tokens, rest) {
        Some((after, numeral)) => with_suffix(tokens, after, Figure::One(numeral)),
        None => with_suffix(tokens, rest, figure),
    }
}

/// `continental = DIGITS "," DIGITS [ scale ] ;` one or two decimals behind a comma, and
/// a percent sign, a currency or millions behind them.
fn continental<'a>(start: Tokens<'a>, rest: Tokens<'a>) -> Option<(Tokens<'a>, Numeral)> {
    let one = rest.at == start.at + 1 && start.kind(0) == Some(TokenKind::Digits);
    let comma = rest.glued_kind(0) == Some(TokenKind::Comma)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    let after = rest.skip(2);
    let money =
        after.kind(0) == Some(TokenKind::Currency) || after.is_any(0, &["euro", "euros", "EUR"]);
    if !one || !comma || rest.text(1).len() > 2 {
        return None;
    }
    let millions = scale(after).ok().filter(|(_, scale)| scale.zeros >= 6);
    if !money && millions.is_none() && percent_sign(after).is_none() {
        return None;
    }
    let place = Rational::power_of_ten(-(rest.text(1).len() as i32))?;
    let whole = Rational::integer(start.text(0).parse().ok()?);
    let below = Rational::integer(rest.text(1).parse().ok()?).times(place)?;
    let numeral = Numeral {
        value: whole.plus(below)?,
        place,
        form: Form::Digits,
    };
    match millions {
        Some((after, scale)) => {
            let form = Form::Scaled;
            let scaled = scale_up(numeral, scale)?;
            Some((after, Numeral { form, ..scaled }))
        }
        None => Some((after, numeral)),
    }
}

fn with_suffix<'a>(start: Tokens<'a>, rest: Tokens<'a>, figure: Figure) -> Parsed<'a, Quantity> {
    if let Some((count, kind, unit)) = percent(rest) {
        return rest.accept(count, Quantity::in_unit(kind, figure, Unit::of(unit)));
    }
    let part = matches!(&figure, Figure::One(n) if n.value < Rational::ONE) && rest.is(0, "of");
    if names_no_unit(rest) && !part && !matches!(figure, Figure::Vague(_)) {
        return Ok((rest, Quantity::of(Kind::Cardinal, figure)));
    }
    if let Some((count, unit)) = age_suffix(rest) {
        return rest.accept(count, of_age(figure, unit));
    }
    if let Some(count) = multiple_suffix(rest) {
        return rest.accept(count, Quantity::of(Kind::Multiple, figure));
    }
    if let Some(amount) = money_behind(start, rest, &figure) {
        return Ok(amount);
    }
    if let Some((after, scaled)) = short_million(start, rest, &figure) {
        if !names_no_unit(after)
            && let Some(measure) = with_unit(start, after, &scaled)
        {
            return Ok(measure);
        }
        return Ok((after, Quantity::of(Kind::Cardinal, scaled)));
    }
    if let Some(measure) = with_unit(start, rest, &figure) {
        return Ok(measure);
    }
    if goes_on(rest) {
        return start.refuse();
    }
    Ok((rest, Quantity::of(Kind::Cardinal, figure)))
}

/// Whether the next word is one of the small words of grammar, or a person, so
/// that no unit need be looked for.
fn names_no_unit(rest: Tokens<'_>) -> bool {
    let apart = rest.first().is_some_and(|t| !t.is_glued());
    apart
        && inches(rest).is_none()
        && [
            Class::Preposition,
            Class::Conjunction,
            Class::Auxiliary,
            Class::Person,
        ]
        .iter()
        .any(|class| rest.is_class(0, *class))
}

/// `inches = "in" ;` before a bracket with another length, at a sentence's end, or
/// before a word of length that ends its phrase: 12 in (30 cm), 2 in thick.
fn inches(rest: Tokens<'_>) -> Option<Unit> {
    if !rest.is(0, "in") {
        return None;
    }
    let inch = Unit::of(Units::table().symbol("in")?);
    let ends = |n| {
        rest.kind(n).is_none()
            || rest.kind(n) == Some(TokenKind::Period) && rest.kind(n + 1).is_none()
    };
    let phrase_ends = |n| rest.kind(n) != Some(TokenKind::Word) || rest.is(n, "and");
    if ends(1) || rest.is_class(1, Class::Dimension) && phrase_ends(2) {
        return Some(inch);
    }
    if rest.kind(1) != Some(TokenKind::Open) {
        return None;
    }
    let (after, _) = number(rest.skip(2)).ok()?;
    let (_, length) = unit(after, true)?;
    length.is_like(inch).then_some(inch)
}

/// `[ "of" [ "a" ] ] unit` behind a figure; `of` only after a vague one or a
/// fraction: hundreds of miles, a couple of hours, 1/16 of a pint.
fn with_unit<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
) -> Option<(Tokens<'a>, Quantity)> {
    if matches!(figure, Figure::Vague(_)) && rest.is(0, "of") {
        let inner = rest.skip(1);
        return money_behind(start, inner, figure).or_else(|| {
            let (count, unit) = unit(inner, false)?;
            measured(inner.skip(count), figure.clone(), unit).ok()
        });
    }
    if let Figure::One(numeral) = figure
        && numeral.value < Rational::ONE
        && rest.is(0, "of")
        && rest.is_any(1, &["a", "an"])
    {
        let inner = rest.skip(2);
        let (count, unit) = unit(inner, false)?;
        return measured(inner.skip(count), figure.clone(), unit).ok();
    }
    if let Some(inch) = inches(rest) {
        return measured(rest.skip(1), figure.clone(), inch).ok();
    }
    if let Some(count) = described(rest) {
        let (more, unit) = unit(rest.skip(count), false)?;
        return measured(rest.skip(count + more), figure.clone(), unit).ok();
    }
    if let Some(unit) = bracketed(rest) {
        return measured(rest.skip(3), figure.clone(), unit).ok();
    }
    let (count, unit) = unit(rest, false)?;
    if is_word_by_itself(start, rest, count) {
        return None;
    }
    let (after, quantity) = measured(rest.skip(count), figure.clone(), unit).ok()?;
    // 06F6: letters between glued digits are a label.
    let label = rest.first().is_some_and(Token::is_glued)
        && rest.glued_kind(0) != Some(TokenKind::Hyphen)
        && matches!(
            after.glued_kind(0),
            Some(TokenKind::Digits | TokenKind::Word | TokenKind::Underscore)
        );
    (!label && !is_labelled(start, rest, after)).then_some((after, quantity))
}

/// `described = WORD ;` in -ing, before a length in the plural: 340 passing yards
fn described(rest: Tokens<'_>) -> Option<usize> {
    let plain = |n: usize| {
        rest.peek(n)
            .is_some_and(|t| t.kind == TokenKind::Word && !t.is_glued() && !t.is_capitalised())
    };
    let plural = rest.text(1).len() > 4 && rest.text(1).ends_with('s');
    if !plain(0) || !plain(1) || !plural || !rest.text(0).ends_with("ing") {
        return None;
    }
    let (_, unit) = unit(rest.skip(1), false)?;
    let metre = Unit::of(Units::table().symbol("m")?);
    unit.is_like(metre).then_some(1)
}

/// `bracketed = "(" unit ")" ;` the symbol of a unit, of two letters or more: 20 (kg)
fn bracketed(rest: Tokens<'_>) -> Option<Unit> {
    let closed = rest.kind(0) == Some(TokenKind::Open) && rest.kind(2) == Some(TokenKind::Close);
    let symbol = rest.text(1);
    if !closed || !(2..=4).contains(&symbol.len()) || matches!(symbol, "am" | "pm") {
        return None;
    }
    let unit = Units::table().symbol(symbol).map(Unit::of)?;
    (!unit.is_currency() && !is_duration(unit)).then_some(unit)
}

/// Whether a letter behind digits is part of a name: 800,000 F-Series, 24703 L-202, 30
/// m212, a Boeing 777F.
fn is_labelled(start: Tokens<'_>, rest: Tokens<'_>, after: Tokens<'_>) -> bool {
    let letter = after.at == rest.at + 1 && rest.text(0).len() == 1;
    let hyphened = after.glued_kind(0) == Some(TokenKind::Hyphen)
        && after
            .peek(1)
            .is_some_and(|t| t.is_glued() && (t.kind == TokenKind::Digits || t.is_capitalised()));
    let named = rest
        .first()
        .is_some_and(|t| t.is_glued() && t.is_capitalised())
        && start
            .back(1)
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
        && !start.senses_back(1).is(Class::Adverb)
        && !start.senses_back(1).is(Class::Opener);
    letter && (hyphened || named || after.glued_kind(0) == Some(TokenKind::Digits))
}

/// Whether letters or a colon are glued to a number, so that it is part of
/// something else.
fn goes_on(rest: Tokens<'_>) -> bool {
    let clock_like = rest.glued_kind(0) == Some(TokenKind::Colon)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    let letters = matches!(
        rest.glued_kind(0),
        Some(TokenKind::Word | TokenKind::Opaque | TokenKind::Underscore | TokenKind::At)
    ) && !rest.is_any(0, &["ish", "x"]);
    clock_like || letters
}

/// Whether a unit's name is more likely another word: “won”, “real” after a
/// small number, “in” before a noun, “a” anywhere.
fn is_word_by_itself(start: Tokens<'_>, rest: Tokens<'_>, count: usize) -> bool {
    let Some(first) = rest.first() else {
        return true;
    };
    if first.kind != TokenKind::Word || count > 1 {
        return false;
    }
    let text = rest.text(0);
    // “a hundred second-hand vans”
    if text == "second" && rest.glued_kind(1) == Some(TokenKind::Hyphen) {
        return true;
    }
    // “not one bit”
    if text == "bit" && start.kind(0) == Some(TokenKind::Word) {
        return true;
    }
    if first.is_glued() {
        return is_glued_word(start, rest, text);
    }
    if text.len() == 1 {
        let word_follows = rest
            .peek(1)
            .is_some_and(|t| t.kind == TokenKind::Word && !t.is_glued());
        return matches!(text, "a" | "A" | "s" | "c" | "p")
            || word_follows
                && !rest.is(1, "of")
                && (!matches!(text, "m" | "g" | "C" | "F" | "K" | "V" | "W") || names_place(rest));
    }
    // MPa, MWh: capitals and small letters, as only symbols have them.
    let symbol = text.len() < 5
        && text.chars().skip(1).any(char::is_uppercase)
        && text.contains(char::is_lowercase);
    // What is said to a decimal is measured, and no name.
    let decimal = rest.back(1).is_some_and(Token::is_glued)
        && rest
            .back(2)
            .is_some_and(|t| t.kind == TokenKind::Period && t.is_glued());
    let name = first.is_capitalised()
        && text.len() > 2
        && !(symbol || decimal)
        && !start.first().is_some_and(Token::is_capitalised)
        && !matches!(text, "Celsius" | "Fahrenheit" | "Kelvin");
    name || is_plural_of_capitals(text) || rest.is_class(0, Class::UnitHomonym)
}

/// Whether a capital letter and the capitalised word behind it are a name: F Block, C
/// Street; but “30 C Monday” tells a day.
fn names_place(rest: Tokens<'_>) -> bool {
    let senses = rest.senses(1);
    rest.first().is_some_and(Token::is_capitalised)
        && rest.peek(1).is_some_and(Token::is_capitalised)
        && senses.weekday.is_none()
        && senses.month.is_none()
}

/// MPs, PCs: what is counted, whatever unit is written with the same letters.
fn is_plural_of_capitals(text: &str) -> bool {
    let capitals = text.strip_suffix('s').unwrap_or_default();
    capitals.len() > 1 && capitals.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// Letters glued to digits that are no unit: 1st, 10am, 3D; but 12st is a
/// weight, for the ordinal is 12th.
fn is_glued_word(start: Tokens<'_>, rest: Tokens<'_>, text: &str) -> bool {
    match text {
        "s" => start.at + 1 >= rest.at,
        "st" => {
            let digits = start.text(0);
            let ordinal = digits.ends_with('1') && !digits.ends_with("11");
            ordinal && rest.kind(1) != Some(TokenKind::Digits)
        }
        "nd" | "rd" | "th" | "am" | "pm" | "G" | "D" => true,
        _ => false,
    }
}

/// `indefinite = ( "a" | "an" ) unit_of_time [ "and" ( "a" "half" | word_fraction ) ] ;` where it
/// measures time: for a week, an hour and a half.
///
/// “a day” by itself is more often a rate (“£5 a day”) or a subject.
fn indefinite(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let timed =
        tokens.is_class(1, Class::TimeNoun) && !tokens.is_any(1, &["century", "decade", "quarter"]);
    let Some((count, unit)) = unit(tokens.skip(1), false)
        .filter(|(_, unit)| timed && is_duration(*unit) && tokens.is_any(0, &["a", "an"]))
    else {
        return tokens.refuse();
    };
    let one = Numeral {
        value: Rational::ONE,
        place: Rational::ONE,
        form: Form::Words,
    };
    let rest = tokens.skip(1 + count);
    let part = rest.is(0, "and") && word_fraction(rest.skip(1)).is_ok();
    let half = part || rest.is(0, "and") && rest.is(1, "a") && rest.is(2, "quarter");
    let spans = tokens.was_any(
        1,
        &[
            "about", "after", "almost", "for", "nearly", "than", "within",
        ],
    ) && !rest.is_any(0, &["old", "of"]);
    if half || spans {
        return measured(rest, Figure::One(one), unit);
    }
    tokens.refuse()
}

/// `ordinal_quantity = ordinal ;` not before a fraction or a time it names.
fn ordinal_quantity(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, value) = ordinal(tokens)?;
    let moment = tokens.is(0, "second")
        && (tokens.was_any(1, &["a", "per", "each", "every", "one", "split"])
            && rest.is_any(0, &["later", "after", "ago", "or", "before", "and", "."])
            || tokens.was_any(1, &["per"]));
    let weight = tokens.glued_kind(1) == Some(TokenKind::Word)
        && tokens.is(1, "st")
        && tokens.kind(2) == Some(TokenKind::Digits);
    if moment || weight {
        return tokens.refuse();
    }
    let numeral = Numeral {
        value: Rational::integer(value.into()),
        place: Rational::ONE,
        form: Form::Words,
    };
    Ok((rest, Quantity::of(Kind::Ordinal, Figure::One(numeral))))
}
