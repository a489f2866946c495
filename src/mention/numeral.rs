//! A numeral is the number part of a mention alone: digits, words, or both.
//!
//! Forms of English prose after *The Chicago Manual of Style*, chapter 9, and
//! the BIPM brochure (groups of three parted by a thin space); Indian grouping
//! (12,34,567) and the continental comma (1.234.567,89) where nothing else
//! fits.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

use super::tokens::{Parsed, Tokens, hyphen, one_of, sense, word};
use super::{Figure, Form, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Scale;
use crate::number::{Interval, Rational};

/// `figure = vague | fraction_of_scale | mixed_words | digits_scaled | words ;`
///
/// Fractions by themselves (`two-thirds`) are read by [`fraction`].
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

/// `scaled_digits = [ sign ] digits [ [ "-" ] scale { scale } ] ;`
fn scaled_digits(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, sign) = opt(sign).parse(tokens)?;
    let (rest, digits) = digits(rest)?;
    let Some(mut numeral) = digits else {
        return Ok((rest, Figure::Malformed));
    };
    let mut rest = rest;
    while let Ok((after, scale)) = preceded(opt(hyphen), scale).parse(rest) {
        let Some(scaled) = scale_up(numeral, scale) else {
            break;
        };
        numeral = Numeral {
            form: Form::Scaled,
            ..scaled
        };
        rest = after;
    }
    if sign.is_some_and(|negative| negative) {
        let Some(value) = numeral.value.negate() else {
            return tokens.refuse();
        };
        numeral.value = value;
    }
    Ok((rest, Figure::One(numeral)))
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
            Some(TokenKind::Open | TokenKind::Currency)
        );
    if before_digits && opens {
        tokens.accept(1, negative)
    } else {
        tokens.refuse()
    }
}

/// `scale = "hundred" | "thousand" | "million" | "bn" | "k" | … ;`
///
/// A single letter (`m`, `k`, `b`) is a scale only when glued; what it means
/// beside a unit is for the quantity to say.
pub(crate) fn scale(tokens: Tokens<'_>) -> Parsed<'_, Scale> {
    let (rest, scale) = sense(|s| s.scale).parse(tokens)?;
    let text = tokens.text(0);
    let plural = scale.zeros > 0 && text.ends_with('s');
    let glued = tokens.first().is_some_and(Token::is_glued);
    if (text.len() == 1 && !glued)
        || (plural && text.len() > 4)
        || text.eq_ignore_ascii_case("score")
    {
        return tokens.refuse();
    }
    if text.eq_ignore_ascii_case("grand")
        && rest
            .first()
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
    {
        return tokens.refuse();
    }
    Ok((rest, scale))
}

/// The numeral times a scale; `None` on overflow.
pub(crate) fn scale_up(numeral: Numeral, scale: Scale) -> Option<Numeral> {
    let factor =
        Rational::power_of_ten(scale.zeros.into())?.times(Rational::integer(scale.of.into()))?;
    Some(Numeral {
        value: numeral.value.times(factor)?,
        place: numeral.place.times(factor)?,
        ..numeral
    })
}

/// `digits = vulgar | whole [ "." DIGITS ] [ vulgar | DIGITS "/" DIGITS ] | "." DIGITS ;`
///
/// `None` for digits that are grouped like no number (`6,5000,000,000`). What
/// has two points or more is a version or an address and is refused, unless it
/// is grouped in threes.
pub(crate) fn digits(tokens: Tokens<'_>) -> Parsed<'_, Option<Numeral>> {
    match tokens.kind(0) {
        Some(TokenKind::VulgarFraction) => map(vulgar, Some).parse(tokens),
        Some(TokenKind::Period) => map(decimals_alone, Some).parse(tokens),
        Some(TokenKind::Digits) => {
            alt((map(slash_fraction, Some), whole_and_decimals)).parse(tokens)
        }
        _ => tokens.refuse(),
    }
}

fn numeral(value: Rational, place: Rational, form: Form) -> Numeral {
    Numeral { value, place, form }
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
        && tokens.glued_kind(2) != Some(TokenKind::Period)
    {
        if let Some((value, place)) = decimal("0", tokens.text(1)) {
            return tokens.accept(2, numeral(value, place, Form::Digits));
        }
    }
    tokens.refuse()
}

/// `whole_and_decimals = whole [ "." DIGITS ] [ [ "-" ] fraction ] ;`
fn whole_and_decimals(tokens: Tokens<'_>) -> Parsed<'_, Option<Numeral>> {
    let (count, whole) = match whole(tokens) {
        Grouping::Number(count, digits) => (count, digits),
        Grouping::Malformed(count) => return tokens.accept(count, None),
    };
    let rest = tokens.skip(count);
    let points = (0..)
        .step_by(2)
        .take_while(|&n| is_point_and_digits(rest.skip(n)))
        .take(8)
        .count();
    match points {
        0 => {}
        1 => return with_decimals(tokens, count, &whole),
        _ => return grouped_by_points(tokens, points),
    }
    let Some(value) = whole.parse().ok().map(Rational::integer) else {
        return tokens.refuse();
    };
    // 2½, 2 1/2
    if let Ok((after, part)) = alt((vulgar, slash_fraction)).parse(rest) {
        if part.value < Rational::ONE && whole.len() < 4 {
            if let Some(value) = value.plus(part.value) {
                return Ok((after, Some(numeral(value, part.place, Form::Digits))));
            }
        }
    }
    Ok((rest, Some(numeral(value, Rational::ONE, Form::Digits))))
}

fn is_point_and_digits(tokens: Tokens<'_>) -> bool {
    tokens.glued_kind(0) == Some(TokenKind::Period)
        && tokens.glued_kind(1) == Some(TokenKind::Digits)
}

fn with_decimals<'a>(tokens: Tokens<'a>, count: usize, whole: &str) -> Parsed<'a, Option<Numeral>> {
    match decimal(whole, tokens.text(count + 1)) {
        Some((value, place)) => tokens.accept(count + 2, Some(numeral(value, place, Form::Digits))),
        None => tokens.refuse(),
    }
}

/// `grouped_by_points = DIGITS { "." DIGITS3 } [ "," DIGITS ] ;` 1.234.567,89
fn grouped_by_points(tokens: Tokens<'_>, points: usize) -> Parsed<'_, Option<Numeral>> {
    let groups: Vec<&str> = (0..=points).map(|n| tokens.text(2 * n)).collect();
    if groups[0].len() > 3 || groups[1..].iter().any(|group| group.len() != 3) {
        return tokens.refuse();
    }
    let count = 2 * points + 1;
    let comma = tokens.glued_kind(count) == Some(TokenKind::Comma)
        && tokens.glued_kind(count + 1) == Some(TokenKind::Digits);
    let (decimals, count) = if comma {
        (tokens.text(count + 1), count + 2)
    } else {
        ("", count)
    };
    match decimal(&groups.concat(), decimals) {
        Some((value, place)) => tokens.accept(count, Some(numeral(value, place, Form::Digits))),
        None => tokens.refuse(),
    }
}

enum Grouping {
    /// So many tokens, with these digits.
    Number(usize, String),
    /// So many tokens, grouped like no number.
    Malformed(usize),
}

/// `whole = DIGITS { "," DIGITS3 } | DIGITS { " " DIGITS3 } | indian ;`
fn whole(tokens: Tokens<'_>) -> Grouping {
    let first = tokens.text(0);
    let commas = (1..)
        .step_by(2)
        .take_while(|&n| {
            tokens.glued_kind(n) == Some(TokenKind::Comma)
                && tokens.glued_kind(n + 1) == Some(TokenKind::Digits)
        })
        .take(12)
        .count();
    if commas > 0 && first.len() <= 3 {
        let groups: Vec<&str> = (1..=commas).map(|n| tokens.text(2 * n)).collect();
        if groups.iter().all(|group| group.len() == 3) || is_indian(first, &groups) {
            return Grouping::Number(2 * commas + 1, format!("{first}{}", groups.concat()));
        }
        let threes = groups.iter().filter(|group| group.len() == 3).count();
        if commas >= 2 && threes * 2 >= commas && groups.iter().any(|group| group.len() > 3) {
            return Grouping::Malformed(2 * commas + 1);
        }
    }
    let spaced = (1..)
        .take_while(|&n| is_spaced_group(tokens, n, first))
        .take(5)
        .count();
    if spaced > 0 {
        let groups: String = (1..=spaced).map(|n| tokens.text(n)).collect();
        return Grouping::Number(spaced + 1, format!("{first}{groups}"));
    }
    Grouping::Number(1, first.to_owned())
}

/// 12,34,567: twos, and three at the end.
fn is_indian(first: &str, groups: &[&str]) -> bool {
    let Some((last, twos)) = groups.split_last() else {
        return false;
    };
    !twos.is_empty()
        && first.len() <= 2
        && last.len() == 3
        && twos.iter().all(|group| group.len() == 2)
}

/// A group of three digits after a space: any after a non-breaking or thin
/// one; after a plain one only noughts (`23 000`), since `12 345` may be two
/// numbers.
fn is_spaced_group(tokens: Tokens<'_>, n: usize, first: &str) -> bool {
    let Some(token) = tokens.peek(n) else {
        return false;
    };
    if token.kind != TokenKind::Digits
        || token.is_glued()
        || tokens.text(n).len() != 3
        || first.len() > 3
        || first.starts_with('0')
    {
        return false;
    }
    match tokens.gap(n) {
        "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{2007}" => true,
        " " => tokens.text(n) == "000" || (n > 1 && tokens.text(n).ends_with("00")),
        _ => false,
    }
}

fn decimal(whole: &str, decimals: &str) -> Option<(Rational, Rational)> {
    if whole.len() + decimals.len() > 36 {
        return None;
    }
    let place = Rational::power_of_ten(-(decimals.len() as i32))?;
    let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
    Some((Rational::integer(digits).times(place)?, place))
}

/// `vulgar = "½" | "¾" | … ;`
fn vulgar(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let parts = match tokens.text(0) {
        "½" | "&frac12;" => (1, 2),
        "¼" | "&frac14;" => (1, 4),
        "¾" | "&frac34;" => (3, 4),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return tokens.refuse(),
    };
    tokens.accept(1, part(parts.0, parts.1))
}

/// `slash_fraction = DIGITS "/" DIGITS ;` a proper fraction of small terms.
fn slash_fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let is_fraction = tokens.kind(0) == Some(TokenKind::Digits)
        && tokens.glued_kind(1) == Some(TokenKind::Slash)
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && !matches!(
            tokens.glued_kind(3),
            Some(TokenKind::Slash | TokenKind::Digits)
        );
    if is_fraction && tokens.text(0).len() <= 2 && tokens.text(2).len() <= 2 {
        if let (Ok(p), Ok(q)) = (tokens.text(0).parse::<u8>(), tokens.text(2).parse::<u8>()) {
            if p > 0 && p < q && matches!(q, 2 | 3 | 4 | 5 | 6 | 8 | 10 | 16 | 32) {
                return tokens.accept(3, part(p, q));
            }
        }
    }
    tokens.refuse()
}

fn part(p: u8, q: u8) -> Numeral {
    numeral(
        Rational::new(p.into(), q.into()),
        Rational::new(1, q.into()),
        Form::Fraction,
    )
}

/// `words = ( "a" | small ) { [ "-" ] [ "and" ] ( small | scale ) } [ "and" "a" "half" [ scale ] ] ;`
///
/// `two hundred and five`, `twenty-eight thousand six hundred`, `a dozen`,
/// `one and a half million`.
fn words(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let article = tokens.is_any(0, &["a", "an"]);
    let (mut rest, mut current) = if article {
        if tokens.is(1, "couple") {
            return couple(tokens);
        }
        if tokens.senses(1).scale.is_none() || scale(tokens.skip(1)).is_err() {
            return tokens.refuse();
        }
        (tokens.skip(1), 1_i128)
    } else {
        let (rest, value) = small(tokens)?;
        (rest, value)
    };
    let mut total = 0_i128;
    let mut least = u8::MAX;
    let mut place = 1_i128;
    let mut by_dozens = false;
    loop {
        let (after, joined) = join(rest);
        if let Ok((next, scale)) = scale(after) {
            let factor = 10_i128.pow(scale.zeros.into()) * i128::from(scale.of);
            if scale.zeros == 2 && current > 0 && current < 100 {
                current *= 100;
            } else if (scale.zeros > 2 || scale.of > 1) && current > 0 && scale.zeros < least {
                let Some(sum) = current
                    .checked_mul(factor)
                    .and_then(|v| total.checked_add(v))
                else {
                    break;
                };
                total = sum;
                current = 0;
                least = scale.zeros;
                by_dozens = scale.of > 1;
            } else if scale.zeros >= 2
                && current == 0
                && total > 0
                && scale.zeros >= least
                && total < 1_000_000_000
            {
                // "a hundred thousand million": scales that multiply
                total *= factor;
                least = scale.zeros;
            } else {
                break;
            }
            place = factor.max(1);
            rest = next;
            continue;
        }
        let room = current % 100 == 0 && (current > 0 || total > 0);
        if joined == Join::None || by_dozens || !room {
            break;
        }
        match small(after) {
            Ok((next, value)) if total == 0 || i128::from(least) > 2 => {
                current += value;
                place = 1;
                rest = next;
            }
            _ => break,
        }
    }
    let Some(mut value) = total.checked_add(current).map(Rational::integer) else {
        return tokens.refuse();
    };
    let mut place = Rational::integer(place);
    if let Ok((after, _)) = and_a_half(rest) {
        if let Some(sum) = value.plus(Rational::new(1, 2)) {
            (value, place, rest) = (sum, Rational::new(1, 2), after);
            if let Ok((after, scale)) = scale(rest) {
                if let Some(scaled) = scale_up(numeral(value, place, Form::Words), scale) {
                    return Ok((
                        after,
                        Figure::One(Numeral {
                            form: Form::Scaled,
                            ..scaled
                        }),
                    ));
                }
            }
        }
    }
    let place = if current > 0 || total == 0 {
        Rational::ONE.min(place)
    } else {
        place
    };
    let form = if place > Rational::ONE && total > 0 && least >= 6 {
        Form::Scaled
    } else {
        Form::Words
    };
    Ok((rest, Figure::One(numeral(value, place, form))))
}

/// `and_a_half = "and" "a" "half" ;`
fn and_a_half(tokens: Tokens<'_>) -> Parsed<'_, (Token, Token)> {
    preceded(word("and"), pair(word("a"), word("half"))).parse(tokens)
}

#[derive(PartialEq, Eq)]
enum Join {
    None,
    Some,
}

/// `join = [ "-" ] [ "," ] [ "and" ] ;` what may stand between number words.
fn join(tokens: Tokens<'_>) -> (Tokens<'_>, Join) {
    if let Ok((rest, _)) = hyphen(tokens) {
        return (rest, Join::Some);
    }
    if tokens.is(0, "and") && (tokens.senses(1).cardinal.is_some()) {
        return (tokens.skip(1), Join::Some);
    }
    let comma =
        tokens.kind(0) == Some(TokenKind::Comma) && tokens.senses(1).cardinal.is_some() && {
            // "two thousand, three hundred": a scale must follow
            tokens.senses(2).scale.is_some()
        };
    if comma {
        return (tokens.skip(1), Join::Some);
    }
    (tokens, Join::Some)
}

/// `small = tens [ [ "-" ] unit ] | teen | unit ;` below 100.
fn small(tokens: Tokens<'_>) -> Parsed<'_, i128> {
    let (rest, first) = sense(|s| s.cardinal).parse(tokens)?;
    if first >= 20 {
        let unit = preceded(
            opt(hyphen),
            verify(sense(|s| s.cardinal), |unit: &u8| (1..10).contains(unit)),
        );
        if let Ok((rest, unit)) = { unit }.parse(rest) {
            return Ok((rest, i128::from(first + unit)));
        }
    }
    Ok((rest, first.into()))
}

/// `couple = "a" "couple" [ "of" scale ] ;`
fn couple(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let rest = tokens.skip(2);
    if let Ok((after, scale)) = preceded(word("of"), scale).parse(rest) {
        if let Some(two) = scale_up(
            numeral(Rational::integer(2), Rational::ONE, Form::Words),
            scale,
        ) {
            return Ok((after, Figure::One(two)));
        }
    }
    Ok((
        rest,
        Figure::Vague(Interval::closed(Rational::integer(2), Rational::integer(3))),
    ))
}

/// `part_of_scale = ( "half" | fraction ) [ "of" ] ( "a" | "an" ) scale | "half" scale ;`
fn part_of_scale(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let half = |tokens| map(word("half"), |_| part(1, 2)).parse(tokens);
    let (rest, share) = terminated(
        alt((preceded(opt(one_of(&["a"])), half), word_fraction)),
        pair(opt(word("of")), opt(one_of(&["a", "an"]))),
    )
    .parse(tokens)?;
    let (rest, scale) = scale(rest)?;
    match scale_up(numeral(share.value, share.place, Form::Scaled), scale) {
        Some(numeral) if scale.zeros == 0 => Ok((
            rest,
            Figure::One(Numeral {
                place: Rational::integer(2),
                form: Form::Words,
                ..numeral
            }),
        )),
        Some(numeral) => Ok((rest, Figure::One(numeral))),
        None => tokens.refuse(),
    }
}

/// `fraction = word_fraction | "half" ;` as a share of something.
pub(crate) fn fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    alt((word_fraction, map(word("half"), |_| part(1, 2)))).parse(tokens)
}

/// `word_fraction = ( "a" | "one" | small ) [ "-" ] ( "third" | "quarters" | … ) ;`
///
/// `a third` is a fraction only before `of`, or where nothing follows that
/// could be counted; else it is the third of several.
fn word_fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let article = tokens.is_any(0, &["a", "an"]);
    let (rest, p) = if article {
        (tokens.skip(1), 1)
    } else {
        small(tokens)?
    };
    let (rest, _) = opt(hyphen).parse(rest)?;
    let (after, q) = sense(|s| s.fraction).parse(rest)?;
    let plural = rest.text(0).ends_with('s') || rest.text(0).ends_with("ves");
    let (Ok(p), true) = (u8::try_from(p), p > 0 && p < i128::from(q).max(2) * 4) else {
        return tokens.refuse();
    };
    let of_follows = after.is(0, "of");
    let sound = if article {
        let ends = after.first().is_none_or(|t| t.kind != TokenKind::Word)
            || after.is_any(
                0,
                &[
                    "to", "in", "from", "as", "more", "less", "and", "or", "by", "since",
                ],
            );
        q == 2 || of_follows || (ends && q != 4)
    } else {
        plural || p == 1
    };
    if !sound || (p == 1 && plural) {
        return tokens.refuse();
    }
    Ok((after, part(p, q)))
}

/// `vague = [ "a" ] "few" scale | "several" [ scale ] | "a handful" | dozens { "of" thousands } ;`
///
/// Bounds as dictionaries of usage give them: dozens 24 to 100, several three
/// to ten.
fn vague(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    alt((some_scales, plural_scales, handful)).parse(tokens)
}

fn band(low: i128, high: i128, zeros: u8) -> Option<Figure> {
    let scale = 10_i128.pow(zeros.into());
    let bounds = (
        Rational::integer(low.checked_mul(scale)?),
        Rational::integer(high.checked_mul(scale)?),
    );
    Some(Figure::Vague(Interval::closed(bounds.0, bounds.1)))
}

fn some_scales(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let few = tokens.is(0, "few") || (tokens.is(0, "a") && tokens.is(1, "few"));
    let count = if tokens.is(0, "a") { 2 } else { 1 };
    if !few && !tokens.is(0, "several") {
        return tokens.refuse();
    }
    let mut rest = tokens.skip(count);
    let mut zeros = 0;
    while let Ok((after, scale)) = scale(rest) {
        if scale.of > 1 {
            break;
        }
        zeros += scale.zeros;
        rest = after;
    }
    if zeros == 0 || zeros > 18 {
        return tokens.refuse();
    }
    match band(2, 10, zeros) {
        Some(figure) => Ok((rest, figure)),
        None => tokens.refuse(),
    }
}

fn handful(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    match (tokens.is(0, "a") && tokens.is(1, "handful"), band(2, 9, 0)) {
        (true, Some(figure)) => tokens.accept(2, figure),
        _ => tokens.refuse(),
    }
}

fn plural_scales(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let (low, high, mut zeros) = match tokens.text(0).to_ascii_lowercase().as_str() {
        "dozens" => (24, 100, 0),
        "tens" if tokens.is(1, "of") => (10, 100, 0),
        "scores" if tokens.is(1, "of") => (40, 200, 0),
        "hundreds" => (2, 10, 2),
        "thousands" => (2, 100, 3),
        "millions" => (2, 1000, 6),
        "billions" => (2, 1000, 9),
        _ => return tokens.refuse(),
    };
    let mut rest = tokens.skip(1);
    while rest.is(0, "of") && rest.is_any(1, &["thousands", "millions", "billions", "hundreds"]) {
        zeros += rest.senses(1).scale.map_or(0, |scale| scale.zeros);
        rest = rest.skip(2);
    }
    match band(low, high, zeros.min(18)) {
        Some(figure) => Ok((rest, figure)),
        None => tokens.refuse(),
    }
}
