//! Numbers in words: twenty-eight thousand six hundred, a dozen, one and a
//! half million, nought point five.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use super::fraction::{part, part_of_scale, small_fraction, word_fraction};
use super::tokens::{Parsed, Tokens, hyphen, sense, word, word_hyphen};
use super::{Figure, Form, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Scale;
use crate::number::Rational;

/// `scale = "hundred" | "thousand" | "million" | "bn" | "k" | … ;`
///
/// A single letter (`m`, `k`, `b`) is a scale only when glued; what it means
/// beside a unit is for the quantity to say.
pub(crate) fn scale(tokens: Tokens<'_>) -> Parsed<'_, Scale> {
    let (rest, scale) = sense(|s| s.scale).parse(tokens)?;
    let text = tokens.text(0);
    let glued = tokens.first().is_some_and(Token::is_glued);
    let letter = text.len() == 1 && !glued;
    // Indian English counts “12 lakhs”.
    let plural = scale.zeros > 0
        && text.ends_with('s')
        && text.len() > 4
        && !tokens.is_any(0, &["crores", "lakhs"])
        && !(scale.zeros >= 6 && is_numbered(tokens));
    // Grand Prix, Grand Slam
    let title = tokens.is(0, "grand")
        && rest
            .first()
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
    // Rs 40 cr, 12 lacs: short for crore and lakh, but chromium and a resin as well
    let before = tokens.senses_back(1);
    let digits = tokens.back(1).is_some_and(|t| t.kind == TokenKind::Digits)
        || before.cardinal.is_some()
        || before.scale.is_some();
    let short = tokens.is_any(0, &["cr", "lac", "lacs"]) && (glued || !digits);
    if letter || plural || title || short || tokens.is(0, "score") {
        return tokens.refuse();
    }
    Ok((rest, scale))
}

/// Whether a number stands before a scale’s plural, which is then the scale: three
/// billions, 200 millions. Four digits are more likely a year: “in 1987 millions
/// marched”.
fn is_numbered(tokens: Tokens<'_>) -> bool {
    let before = tokens.senses_back(1);
    let digits = tokens.back(1).is_some_and(|t| t.kind == TokenKind::Digits)
        && tokens.text_back(1).len() < 4;
    let of_day = tokens.senses_back(2).month.is_some();
    let scaled = before.scale.is_some() && !tokens.text_back(1).ends_with('s');
    (digits && !of_day) || scaled || before.cardinal.is_some_and(|n| n > 1)
}

/// The numeral times a scale; `None` on overflow.
pub(crate) fn scale_up(numeral: Numeral, scale: Scale) -> Option<Numeral> {
    let factor = factor(scale)?;
    Some(Numeral {
        value: numeral.value.times(factor)?,
        place: numeral.place.times(factor)?,
        ..numeral
    })
}

fn factor(scale: Scale) -> Option<Rational> {
    Rational::power_of_ten(scale.zeros.into())?.times(Rational::integer(scale.of.into()))
}

/// A number in words as it is added up, from the largest scale down.
#[derive(Clone, Copy)]
struct Sum {
    /// What stands before the last scale above a hundred.
    total: i128,
    /// What has been said since.
    current: i128,
    /// The noughts of that scale.
    least: u8,
    /// The value of the last word's place.
    place: i128,
    /// Whether it counts dozens, which are not added to.
    by_dozens: bool,
}

impl Sum {
    fn starting(current: i128) -> Sum {
        Sum {
            total: 0,
            current,
            least: u8::MAX,
            place: 1,
            by_dozens: false,
        }
    }

    /// The sum once a scale word is said; `None` where it cannot follow.
    fn scaled(self, scale: Scale) -> Option<Sum> {
        let factor = 10_i128.pow(scale.zeros.into()) * i128::from(scale.of);
        let place = factor.max(1);
        if scale.zeros == 2 && (1..100).contains(&self.current) {
            let current = self.current * 100;
            return Some(Sum {
                current,
                place,
                ..self
            });
        }
        let larger = scale.zeros > 2 || scale.of > 1;
        if larger && self.current > 0 && scale.zeros < self.least {
            let part = self.current.checked_mul(factor)?;
            return Some(Sum {
                total: self.total.checked_add(part)?,
                current: 0,
                least: scale.zeros,
                place,
                by_dozens: scale.of > 1,
            });
        }
        // “a hundred thousand million”: scales that multiply
        let multiplies = scale.zeros >= 2 && self.current == 0 && scale.zeros >= self.least;
        if multiplies && (1..1_000_000_000).contains(&self.total) {
            let total = self.total * factor;
            return Some(Sum {
                total,
                least: scale.zeros,
                place,
                ..self
            });
        }
        None
    }

    /// The sum with a number below 100 said behind it.
    fn plus(self, small: i128) -> Option<Sum> {
        let room = self.current % 100 == 0 && (self.current > 0 || self.total > 0);
        let below = self.total == 0 || self.least > 2;
        (room && below && !self.by_dozens).then_some(Sum {
            current: self.current + small,
            place: 1,
            ..self
        })
    }

    fn numeral(self) -> Option<Numeral> {
        let value = Rational::integer(self.total.checked_add(self.current)?);
        let round = self.current == 0 && self.total > 0;
        let place = if round { self.place } else { 1 };
        let scaled = round && self.place > 1 && self.least >= 6;
        Some(Numeral {
            value,
            place: Rational::integer(place),
            form: if scaled { Form::Scaled } else { Form::Words },
        })
    }
}

/// `words = sum [ part_behind | decimals ] ;`
///
/// `two hundred and five`, `twenty-eight thousand six hundred`, `a dozen`,
/// `one and a half million`.
pub(crate) fn words(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, sum) = sum(tokens)?;
    let Some(numeral) = sum.numeral() else {
        return tokens.refuse();
    };
    let (rest, numeral) = part_behind(rest, numeral)
        .or_else(|| decimals(rest, numeral))
        .unwrap_or((rest, numeral));
    Ok((rest, Figure::One(numeral)))
}

/// `whole_words = sum ;` the whole number alone.
pub(crate) fn whole_words(tokens: Tokens<'_>) -> Parsed<'_, i128> {
    let (rest, sum) = sum(tokens)?;
    match sum.total.checked_add(sum.current) {
        Some(whole) => Ok((rest, whole)),
        None => tokens.refuse(),
    }
}

/// `sum = first { join ( scale | small ) } ;`
fn sum(tokens: Tokens<'_>) -> Parsed<'_, Sum> {
    let (mut rest, first) = alt((implied_one, score_and, small)).parse(tokens)?;
    let mut sum = Sum::starting(first);
    loop {
        let after = join(rest);
        let scaled = scale(after)
            .ok()
            .and_then(|(next, s)| Some((next, sum.scaled(s)?)));
        let added = || {
            let (next, value) = small(after).ok().filter(|_| !is_part(after))?;
            Some((next, sum.plus(value)?))
        };
        let Some((next, more)) = scaled.or_else(added) else {
            break;
        };
        (rest, sum) = (next, more);
    }
    Ok((rest, sum))
}

/// `implied_one = ( "a" | "an" ) scale | scale scale ;` a hundred, hundred
/// thousand: the scale is left for the sum.
fn implied_one(tokens: Tokens<'_>) -> Parsed<'_, i128> {
    let article = tokens.is_any(0, &["a", "an"]);
    let rest = tokens.skip(usize::from(article));
    let (after, _) = scale(rest)?;
    if article || scale(after).is_ok() {
        Ok((rest, 1))
    } else {
        tokens.refuse()
    }
}

/// `score_and = ( "threescore" | "fourscore" ) "and" small ;`
fn score_and(tokens: Tokens<'_>) -> Parsed<'_, i128> {
    let (rest, scores) = sense(|s| s.cardinal).parse(tokens)?;
    if !tokens.is_any(0, &["threescore", "fourscore"]) {
        return tokens.refuse();
    }
    let (rest, more) = preceded(word("and"), small).parse(rest)?;
    Ok((rest, i128::from(scores) + more))
}

/// `join = [ "-" | "," | "and" | "&" ] ;` what may stand between number words; a
/// comma only before a number with a scale of its own.
fn join(tokens: Tokens<'_>) -> Tokens<'_> {
    if let Ok((rest, _)) = hyphen(tokens) {
        return rest;
    }
    let counts = tokens.senses(1).cardinal.is_some();
    let comma = tokens.kind(0) == Some(TokenKind::Comma) && tokens.senses(2).scale.is_some();
    let and = tokens.is(0, "and") || tokens.kind(0) == Some(TokenKind::Ampersand);
    if counts && (comma || and) {
        return tokens.skip(1);
    }
    tokens
}

/// Whether a fraction begins here: “two million and one half”.
fn is_part(tokens: Tokens<'_>) -> bool {
    tokens.senses(0).cardinal.is_some_and(|n| n < 20) && small_fraction(tokens).is_ok()
}

/// `small = tens [ [ "-" ] unit ] | teen | unit ;` below 100.
pub(crate) fn small(tokens: Tokens<'_>) -> Parsed<'_, i128> {
    let (rest, first) = sense(|s| s.cardinal).parse(tokens)?;
    if first >= 20 {
        let mut unit = preceded(
            opt(word_hyphen),
            verify(sense(|s| s.cardinal), |unit: &u8| (1..10).contains(unit)),
        );
        if let Ok((rest, unit)) = unit.parse(rest) {
            return Ok((rest, i128::from(first + unit)));
        }
    }
    Ok((rest, first.into()))
}

/// `part_behind = [ "-" ] "and" [ "-" ] ( part_of_scale | ( [ "a" ] "half" | word_fraction ) [ scale ] ) ;`
///
/// The part is one of the last scale: a million and a half, one and a half
/// million, a billion and a quarter million.
pub(crate) fn part_behind(rest: Tokens<'_>, numeral: Numeral) -> Option<(Tokens<'_>, Numeral)> {
    let dash = usize::from(rest.glued_kind(0) == Some(TokenKind::Hyphen));
    let and = rest.is(dash, "and").then(|| rest.skip(dash + 1))?;
    let after = and.skip(usize::from(and.glued_kind(0) == Some(TokenKind::Hyphen)));
    let of_scale = numeral.form == Form::Scaled || numeral.place >= Rational::integer(1000);
    let add = |part: Numeral, form| {
        Some(Numeral {
            value: numeral.value.plus(part.value)?,
            place: part.place,
            form,
        })
    };
    if of_scale && let Ok((rest, Figure::One(part))) = part_of_scale(after) {
        return Some((rest, add(part, Form::Scaled)?));
    }
    let (rest, part) = alt((half_or_quarter, word_fraction)).parse(after).ok()?;
    if rest.is(0, "of") {
        return None;
    }
    if of_scale {
        let scaled = Numeral {
            value: part.value.times(numeral.place)?,
            place: part.place.times(numeral.place)?,
            ..part
        };
        return Some((rest, add(scaled, Form::Scaled)?));
    }
    scaled(rest, add(part, Form::Words)?)
}

/// The numeral with the scale that follows it, if one does: “one and a half”
/// before “million”.
fn scaled(rest: Tokens<'_>, numeral: Numeral) -> Option<(Tokens<'_>, Numeral)> {
    let Ok((rest, scale)) = scale(rest) else {
        return Some((rest, numeral));
    };
    let scaled = Numeral {
        form: Form::Scaled,
        ..scale_up(numeral, scale)?
    };
    Some((rest, scaled))
}

/// `half_or_quarter = "a" [ "-" ] ( "half" | "quarter" ) ;`
fn half_or_quarter(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let dash = usize::from(tokens.glued_kind(1) == Some(TokenKind::Hyphen));
    match tokens.senses(1 + dash).fraction {
        Some(parts @ (2 | 4)) if tokens.is(0, "a") => {
            tokens.accept(2 + dash, part(1, parts.into()))
        }
        _ => tokens.refuse(),
    }
}

/// `decimals = "point" small { small } ;` nought point five, one point two five
fn decimals(rest: Tokens<'_>, numeral: Numeral) -> Option<(Tokens<'_>, Numeral)> {
    if !rest.is(0, "point") || numeral.form != Form::Words {
        return None;
    }
    let mut rest = rest.skip(1);
    let (mut value, mut place) = (numeral.value, Rational::ONE);
    while let Ok((after, digits)) = small(rest) {
        let width = if digits < 10 { -1 } else { -2 };
        place = place.times(Rational::power_of_ten(width)?)?;
        value = value.plus(Rational::integer(digits).times(place)?)?;
        rest = after;
    }
    let read = Numeral {
        value,
        place,
        form: Form::Digits,
    };
    if place == Rational::ONE {
        return None;
    }
    scaled(rest, read)
}

/// `hundreds_behind = [ DIGITS scale ] [ "and" ] DIGITS | "and" small ;` the rest of 3
/// hundred and 21, 3 hundred and one, 4 thousand 3 hundred.
pub(crate) fn hundreds_behind(
    rest: Tokens<'_>,
    numeral: Numeral,
    last: Scale,
) -> Option<(Tokens<'_>, Numeral)> {
    let joined = rest.is(0, "and");
    let inner = rest.skip(usize::from(joined));
    if joined
        && last.zeros == 2
        && let Ok((after, small)) = small(inner)
        && scale(after).is_err()
        && small_fraction(inner).is_err()
    {
        let sum = Numeral {
            value: numeral.value.plus(Rational::integer(small))?,
            place: Rational::ONE,
            form: Form::Words,
        };
        return Some((after, sum));
    }
    let plain = inner.kind(0) == Some(TokenKind::Digits)
        && !matches!(
            inner.glued_kind(1),
            Some(TokenKind::Comma | TokenKind::Period | TokenKind::Word | TokenKind::Percent)
        );
    let digits: i128 = inner.text(0).parse().ok().filter(|_| plain)?;
    let factor = factor(last)?;
    let (after, value, scaled) = match scale(inner.skip(1)) {
        Ok((after, scale)) if scale.zeros < last.zeros => {
            let value = Rational::integer(digits).times(self::factor(scale)?)?;
            (after, value, Some(scale))
        }
        // “3 hundred and 2 hundred”
        Ok(_) => return None,
        Err(_) => (inner.skip(1), Rational::integer(digits), None),
    };
    // “2 million 300 people” are two numbers, “3 hundred and 21” is one.
    let sound = value < factor && (scaled.is_some() || joined && last.zeros == 2);
    if !sound || value.is_zero() {
        return None;
    }
    let sum = Numeral {
        value: numeral.value.plus(value)?,
        place: Rational::ONE,
        form: Form::Words,
    };
    Some(
        scaled
            .and_then(|scale| hundreds_behind(after, sum, scale))
            .unwrap_or((after, sum)),
    )
}
