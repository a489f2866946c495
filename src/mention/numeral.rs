//! A numeral is the number part of a mention alone: digits, words, or both.
//!
//! Forms of English prose after *The Chicago Manual of Style*, chapter 9, and
//! the BIPM brochure (groups of three parted by a thin space); Indian grouping
//! (12,34,567) and the continental comma (1.234.567,89) where nothing else
//! fits. Numbers in words are in [`super::number_word`].

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::preceded;

use super::date::is_counted;
use super::fraction::{part_of_scale, slash_fraction, vulgar};
use super::number_word::{hundreds_behind, part_behind, scale, scale_up, words};
use super::tokens::{Parsed, Tokens, hyphen};
use super::unit_name::unit;
use super::vague::vague;
use super::{Figure, Form, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::Rational;

/// The most digits that a numeral may have.
const LONGEST: usize = 36;

/// `figure = vague | part_of_scale | words | scaled_digits ;`
///
/// Fractions by themselves (`two-thirds`) are read by
/// [`fraction`](super::fraction::fraction).
pub(crate) fn figure(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    match tokens.kind(0) {
        Some(TokenKind::Word) => alt((vague, part_of_scale, words)).parse(tokens),
        Some(
            TokenKind::Digits
            | TokenKind::VulgarFraction
            | TokenKind::Period
            | TokenKind::Minus
            | TokenKind::Hyphen
            | TokenKind::Plus,
        ) => scaled_digits(tokens),
        _ => tokens.refuse(),
    }
}

/// `number = figure ;` that is one number.
pub(crate) fn number(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    match figure(tokens)? {
        (rest, Figure::One(numeral)) => Ok((rest, numeral)),
        _ => tokens.refuse(),
    }
}

/// `scaled_digits = [ sign ] digits [ raised | to_the | scaled ] ;`
fn scaled_digits(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, sign) = opt(sign).parse(tokens)?;
    let (rest, digits) = digits(rest)?;
    let Some(numeral) = digits else {
        return Ok((rest, Figure::Malformed));
    };
    let (rest, mut numeral) =
        alt((raised(numeral), to_the(numeral), scaled(numeral))).parse(rest)?;
    if sign == Some(true) {
        let Some(value) = numeral.value.negate() else {
            return tokens.refuse();
        };
        numeral.value = value;
    }
    Ok((rest, Figure::One(numeral)))
}

/// `scaled = { [ "-" ] scale } [ part_behind | hundreds_behind ] ;`
fn scaled<'a>(digits: Numeral) -> impl Fn(Tokens<'a>) -> Parsed<'a, Numeral> {
    move |tokens| {
        let (mut numeral, mut rest) = (digits, tokens);
        let mut last = None;
        while let Ok((after, scale)) = preceded(opt(hyphen), scale).parse(rest) {
            let Some(scaled) = scale_up(numeral, scale) else {
                break;
            };
            numeral = Numeral {
                form: Form::Scaled,
                ..scaled
            };
            last = Some(scale);
            rest = after;
        }
        let Some(last) = last else {
            let whole = numeral.value.is_integer() && numeral.place == Rational::ONE;
            let with_part = part_behind(rest, numeral).filter(|_| whole);
            return Ok(with_part.unwrap_or((rest, numeral)));
        };
        Ok(part_behind(rest, numeral)
            .or_else(|| hundreds_behind(rest, numeral, last))
            .unwrap_or((rest, numeral)))
    }
}

/// `sign = ( "-" | "−" | "+" ) ;` glued to the digits and to nothing before.
fn sign(tokens: Tokens<'_>) -> Parsed<'_, bool> {
    let Some(first) = tokens.first() else {
        return tokens.refuse();
    };
    let negative = match first.kind {
        TokenKind::Minus | TokenKind::Hyphen => true,
        TokenKind::Plus => false,
        _ => return tokens.refuse(),
    };
    let before_digits = matches!(tokens.kind(1), Some(TokenKind::Digits | TokenKind::Period))
        && (tokens.peek(1).is_some_and(Token::is_glued) || first.kind == TokenKind::Minus);
    let opens = !first.is_glued()
        || matches!(
            tokens.back(1).map(|t| t.kind),
            Some(TokenKind::Open | TokenKind::Currency | TokenKind::Less | TokenKind::Greater)
        );
    if before_digits && opens {
        tokens.accept(1, negative)
    } else {
        tokens.refuse()
    }
}

/// `raised = "e" [ sign ] DIGITS | ( "×" | "x" ) "10" [ "^" ] [ sign ] DIGITS ;`
/// times a power of ten: 4e14, 2.48×10−5, 10<sup>6</sup>.
fn raised<'a>(numeral: Numeral) -> impl Fn(Tokens<'a>) -> Parsed<'a, Numeral> {
    move |tokens| {
        let letter =
            tokens.glued_kind(0) == Some(TokenKind::Word) && matches!(tokens.text(0), "e" | "E");
        let times = tokens.kind(0) == Some(TokenKind::Times)
            || tokens.kind(0) == Some(TokenKind::Word) && tokens.text(0) == "x";
        let (rest, exponent) = if letter {
            exponent(tokens.skip(1))?
        } else if times && tokens.text(1) == "10" {
            power(tokens.skip(2))?
        } else {
            return tokens.refuse();
        };
        let factor = Rational::power_of_ten(exponent);
        let raised = factor.and_then(|factor| {
            Some(Numeral {
                value: numeral.value.times(factor)?,
                place: numeral.place.times(factor)?,
                form: Form::Scaled,
            })
        });
        match raised {
            Some(numeral) => Ok((rest, numeral)),
            None => tokens.refuse(),
        }
    }
}

/// `to_the = "^" exponent ;` 1.1^23
fn to_the<'a>(base: Numeral) -> impl Fn(Tokens<'a>) -> Parsed<'a, Numeral> {
    move |tokens| {
        let caret = tokens.glued_kind(0).is_some() && tokens.symbol(0) == Some('^');
        if !caret {
            return tokens.refuse();
        }
        let (rest, exponent) = exponent(tokens.skip(1))?;
        match raise(base.value, exponent) {
            Some(value) => Ok((rest, Numeral { value, ..base })),
            None => tokens.refuse(),
        }
    }
}

/// A number to a whole power; `None` on overflow.
fn raise(base: Rational, exponent: i32) -> Option<Rational> {
    let power = (0..exponent.unsigned_abs()).try_fold(Rational::ONE, |power, _| power.times(base));
    if exponent < 0 {
        Rational::ONE.over(power?)
    } else {
        power
    }
}

/// `power = "^" exponent | exponent ;` behind a ten, raised by a sign, by
/// markup or by typing alone.
fn power(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let caret = usize::from(tokens.symbol(0) == Some('^'));
    if tokens.kind(0) == Some(TokenKind::Digits) && tokens.gap(0).is_empty() {
        return tokens.refuse();
    }
    exponent(tokens.skip(caret))
}

/// `exponent = [ "+" | "-" | "−" ] DIGITS ;` glued, one or two digits.
fn exponent(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let (sign, places) = match tokens.glued_kind(0) {
        Some(TokenKind::Hyphen | TokenKind::Minus | TokenKind::EnDash) => (-1, 1),
        Some(TokenKind::Plus) => (1, 1),
        _ => (1, 0),
    };
    let digits = tokens.text(places);
    let ends = !matches!(
        tokens.glued_kind(places + 1),
        Some(TokenKind::Word | TokenKind::Digits)
    );
    if tokens.glued_kind(places) != Some(TokenKind::Digits) || digits.len() > 2 || !ends {
        return tokens.refuse();
    }
    match digits.parse::<i32>() {
        Ok(exponent) => tokens.accept(places + 1, sign * exponent),
        Err(_) => tokens.refuse(),
    }
}

/// `digits = vulgar | slash_fraction | "." DIGITS | ten_to_the | whole [ "." DIGITS ] [ fraction ] ;`
///
/// `None` for digits that are grouped like no number (`6,5000,000,000`). What
/// has two points or more is a version or an address and is refused, unless it
/// is grouped in threes.
pub(crate) fn digits(tokens: Tokens<'_>) -> Parsed<'_, Option<Numeral>> {
    match tokens.kind(0) {
        Some(TokenKind::VulgarFraction) => map(vulgar, Some).parse(tokens),
        Some(TokenKind::Period) => map(decimals_alone, Some).parse(tokens),
        Some(TokenKind::Digits) => alt((
            map(alt((slash_fraction, ten_to_the)), Some),
            whole_and_decimals,
        ))
        .parse(tokens),
        _ => tokens.refuse(),
    }
}

fn of_digits(value: Rational, place: Rational) -> Numeral {
    Numeral {
        value,
        place,
        form: Form::Digits,
    }
}

/// `ten_to_the = "10" power ;`
fn ten_to_the(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let raised = tokens.symbol(1) == Some('^')
        || tokens.glued_kind(1) == Some(TokenKind::Digits) && !tokens.gap(1).is_empty();
    if tokens.text(0) != "10" || !raised {
        return tokens.refuse();
    }
    let (rest, exponent) = power(tokens.skip(1))?;
    match Rational::power_of_ten(exponent) {
        Some(value) => Ok((rest, of_digits(value, value))),
        None => tokens.refuse(),
    }
}

/// `decimals_alone = "." DIGITS ;` as in `p = .03`
fn decimals_alone(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let opens = tokens.first().is_some_and(|t| !t.is_glued())
        || !matches!(
            tokens.back(1).map(|t| t.kind),
            Some(TokenKind::Word | TokenKind::Digits | TokenKind::Period)
        );
    if opens
        && tokens.glued_kind(1) == Some(TokenKind::Digits)
        && !is_point_and_digits(tokens.skip(2))
        && let Some((value, place)) = decimal(0, tokens.text(1))
    {
        return tokens.accept(2, of_digits(value, place));
    }
    tokens.refuse()
}

/// `whole_and_decimals = whole [ "." DIGITS | fraction ] ;` 2.5, 2½, 2 1/2
fn whole_and_decimals(tokens: Tokens<'_>) -> Parsed<'_, Option<Numeral>> {
    let (count, whole) = match whole(tokens) {
        Grouping::Number(count, whole) => (count, whole),
        Grouping::Malformed(count) => return tokens.accept(count, None),
        Grouping::TooLong => return tokens.refuse(),
    };
    let rest = tokens.skip(count);
    let points = (0..8)
        .take_while(|n| is_point_and_digits(rest.skip(2 * n)))
        .count();
    match points {
        0 => {}
        1 => return with_decimals(tokens, count, whole),
        _ if count == 1 => return grouped_by_points(tokens, points),
        // 53 411.234.567 is grouped in two ways.
        _ => return tokens.refuse(),
    }
    let value = Rational::integer(whole);
    if let Ok((after, part)) = alt((vulgar, slash_fraction)).parse(rest)
        && part.value < Rational::ONE
        && whole < 1000
        && let Some(value) = value.plus(part.value)
    {
        return Ok((after, Some(of_digits(value, part.place))));
    }
    Ok((rest, Some(of_digits(value, Rational::ONE))))
}

/// Whether a decimal point and digits follow.
pub(crate) fn is_point_and_digits(tokens: Tokens<'_>) -> bool {
    tokens.glued_kind(0) == Some(TokenKind::Period)
        && tokens.glued_kind(1) == Some(TokenKind::Digits)
}

fn with_decimals(tokens: Tokens<'_>, count: usize, whole: i128) -> Parsed<'_, Option<Numeral>> {
    match decimal(whole, tokens.text(count + 1)) {
        Some((value, place)) => tokens.accept(count + 2, Some(of_digits(value, place))),
        None => tokens.refuse(),
    }
}

/// `grouped_by_points = DIGITS { "." DIGITS3 } [ "," DIGITS ] ;` 1.234.567,89;
/// four groups that are all below 256 are an address.
fn grouped_by_points(tokens: Tokens<'_>, points: usize) -> Parsed<'_, Option<Numeral>> {
    let groups = || (0..=points).map(|n| tokens.text(2 * n));
    let in_threes = tokens.text(0).len() <= 3 && groups().skip(1).all(|group| group.len() == 3);
    let address = points == 3 && groups().all(|group| group.parse::<u8>().is_ok());
    let Some(whole) = joined(groups()).filter(|_| in_threes && !address) else {
        return tokens.refuse();
    };
    let count = 2 * points + 1;
    let comma = tokens.glued_kind(count) == Some(TokenKind::Comma)
        && tokens.glued_kind(count + 1) == Some(TokenKind::Digits);
    let (decimals, count) = if comma {
        (tokens.text(count + 1), count + 2)
    } else {
        ("", count)
    };
    match decimal(whole, decimals) {
        Some((value, place)) => tokens.accept(count, Some(of_digits(value, place))),
        None => tokens.refuse(),
    }
}

enum Grouping {
    /// So many tokens, with this value.
    Number(usize, i128),
    /// So many tokens, grouped like no number.
    Malformed(usize),
    /// More digits than a number has.
    TooLong,
}

/// `whole = DIGITS { "," DIGITS3 } | DIGITS { " " DIGITS3 } | indian ;`
fn whole(tokens: Tokens<'_>) -> Grouping {
    let first = tokens.text(0);
    let commas = (0..12)
        .take_while(|n| is_comma_and_digits(tokens.skip(2 * n + 1)))
        .count();
    let groups = || (0..=commas).map(|n| tokens.text(2 * n));
    let number = |count, value: Option<i128>| {
        value.map_or(Grouping::TooLong, |value| Grouping::Number(count, value))
    };
    if commas > 0 && first.len() <= 3 {
        let count = 2 * commas + 1;
        if groups().skip(1).all(|group| group.len() == 3) || is_indian(tokens, commas) {
            return number(count, joined(groups()));
        }
        let threes = groups().skip(1).filter(|group| group.len() == 3).count();
        // A list of codes: 039,1005,100A.
        let code = first.starts_with('0') || tokens.glued_kind(count) == Some(TokenKind::Word);
        let chain = commas >= 2
            && threes * 2 >= commas
            && groups().skip(1).any(|group| group.len() > 3)
            && !code;
        if chain || commas == 1 && threes == 0 && counts_people_or_things(tokens) {
            return Grouping::Malformed(count);
        }
    }
    let spaced = spaced_groups(tokens);
    number(spaced + 1, joined((0..=spaced).map(|n| tokens.text(n))))
}

/// Whether two groups of digits that no number is grouped in count something:
/// 110,00 homes. A continental decimal measures (1,50 metres), and one digit
/// behind a comma may be a note's.
fn counts_people_or_things(tokens: Tokens<'_>) -> bool {
    let after = tokens.skip(3);
    tokens.text(2).len() > 1
        && after.first().is_some_and(|t| !t.is_glued())
        && is_counted(after)
        && !after.is_class(0, Class::TimeNoun)
        && !after.is_class(0, Class::MoneyWord)
        && unit(after, false).is_none()
        && !tokens.senses_back(1).is(Class::Label)
}

fn is_comma_and_digits(tokens: Tokens<'_>) -> bool {
    tokens.glued_kind(0) == Some(TokenKind::Comma)
        && tokens.glued_kind(1) == Some(TokenKind::Digits)
}

/// The value of digits in groups; `None` when they are too many.
fn joined<'a>(groups: impl Iterator<Item = &'a str>) -> Option<i128> {
    groups
        .flat_map(str::bytes)
        .try_fold(0_i128, |value, digit| {
            let digit = char::from(digit).to_digit(10)?;
            value.checked_mul(10)?.checked_add(digit.into())
        })
}

/// 12,34,567: twos, and three at the end.
fn is_indian(tokens: Tokens<'_>, commas: usize) -> bool {
    let length = |n: usize| tokens.text(2 * n).len();
    commas > 1 && length(0) <= 2 && length(commas) == 3 && (1..commas).all(|n| length(n) == 2)
}

/// How many groups of three digits follow after a space: any after a
/// non-breaking or thin one; after a plain one only noughts (`23 000`) or two
/// groups and more (`1 234 567`), since `12 345` may be two numbers.
fn spaced_groups(tokens: Tokens<'_>) -> usize {
    let first = tokens.text(0);
    if first.len() > 3 || first.starts_with('0') {
        return 0;
    }
    let groups = (1..6)
        .take_while(|&n| {
            tokens.kind(n) == Some(TokenKind::Digits)
                && !tokens.peek(n).is_some_and(Token::is_glued)
                && tokens.text(n).len() == 3
        })
        .count();
    let plain = |n: usize| tokens.gap(n) == " ";
    let thin = (1..=groups).all(|n| {
        matches!(
            tokens.gap(n),
            "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{2007}" | "&nbsp;" | "&thinsp;"
        )
    });
    let noughts = plain(1) && tokens.text(1) == "000";
    let even = groups > 1 && (1..=groups).all(plain) && first.len() < 3;
    match (thin || even, noughts) {
        (true, _) => groups,
        (false, true) => 1,
        _ => 0,
    }
}

fn decimal(whole: i128, decimals: &str) -> Option<(Rational, Rational)> {
    if decimals.len() > LONGEST {
        return None;
    }
    let power = 10_i128.checked_pow(decimals.len() as u32)?;
    let below = joined(std::iter::once(decimals))?;
    let value = whole.checked_mul(power)?.checked_add(below)?;
    Some((Rational::new(value, power), Rational::new(1, power)))
}
