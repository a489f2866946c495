//! The unit of a number that its writer does not say again: from 21 mpg to 23;
//! the dearest is 84.75 cents, the cheapest is 74.07.
//!
//! The form of words must make it the same thing that is measured again, and
//! the numbers must be of one size: no unit is better than a wrong one.

use super::relative::Step;
use super::{Figure, Kind, Mention, Value};
use crate::document::{Document, TokenKind};
use crate::lexicon::{Class, Lexicon};
use crate::number::{Rational, Unit};

/// How many mentions before a bare number its unit may stand.
const REACH: usize = 6;

/// Gives bare numbers the unit of a number before them in their sentence.
pub(crate) fn elide_units(
    document: &Document<'_>,
    lexicon: &Lexicon,
    found: &mut [(Mention, Option<Step>)],
) {
    for right in 1..found.len() {
        let (before, after) = found.split_at(right);
        let Some((number, _)) = after.first().filter(|(m, _)| is_bare(m)) else {
            continue;
        };
        let line = Line { document, lexicon };
        if !line.ends_phrase(number) {
            continue;
        }
        let near = before
            .iter()
            .rev()
            .take(REACH)
            .map(|(mention, _)| mention)
            .take_while(|mention| mention.sentence == number.sentence);
        let unit = near
            .clone()
            .find(|mention| unit_of(mention).is_some())
            .filter(|left| {
                are_alike(left, number)
                    && (line.is_far_end(left, number)
                        || line.is_parallel(left, number)
                        || line.is_timed(left, number, before, after))
            })
            .or_else(|| line.converted_alike(before, number, after))
            .and_then(unit_of);
        if let Some((kind, unit)) = unit
            && let Some((mention, _)) = found.get_mut(right)
            && let Value::Quantity { unit: bare, .. } = &mut mention.value
        {
            (mention.kind, *bare) = (kind, unit);
        }
    }
}

/// What the numbers of a sentence stand in.
#[derive(Clone, Copy)]
struct Line<'a> {
    document: &'a Document<'a>,
    lexicon: &'a Lexicon,
}

impl Line<'_> {
    fn is(self, token: usize, class: Class) -> bool {
        let word = self.document.tokens.get(token).map(|t| t.word);
        self.lexicon.senses(word.unwrap_or_default()).is(class)
    }

    fn kind(self, token: usize) -> Option<TokenKind> {
        self.document.tokens.get(token).map(|t| t.kind)
    }

    /// Whether nothing follows the number that it could count.
    fn ends_phrase(self, number: &Mention) -> bool {
        let next = number.tokens.end;
        let glued = self.document.tokens.get(next).is_some_and(|t| {
            t.is_glued()
                && !matches!(
                    t.kind,
                    TokenKind::Period | TokenKind::Comma | TokenKind::Semicolon | TokenKind::Close
                )
        });
        let grammar = [
            Class::Preposition,
            Class::Conjunction,
            Class::Auxiliary,
            Class::Comparison,
        ];
        !glued
            && (self.kind(next) != Some(TokenKind::Word)
                || grammar.iter().any(|class| self.is(next, *class)))
    }

    /// `"from" number unit [ WORD ] [ WORD ] "to" number`
    fn is_far_end(self, left: &Mention, right: &Mention) -> bool {
        let (from, to) = (left.lead.wrapping_sub(1), right.lead.wrapping_sub(1));
        if !self.says(from, "from") || !self.says(to, "to") || left.tokens.end > to {
            return false;
        }
        let between = left.tokens.end..to;
        between.len() <= 2
            && between.clone().all(|t| {
                self.kind(t) == Some(TokenKind::Word)
                    && !self.is(t, Class::Conjunction)
                    && !self.is(t, Class::Auxiliary)
                    && !self.is(t, Class::ChangeVerb)
            })
    }

    /// `( is | was | at … ) number unit … ( is | was | at … ) number`: the same word before
    /// both, and both written to the same decimal.
    fn is_parallel(self, left: &Mention, right: &Mention) -> bool {
        let (one, other) = (left.lead.wrapping_sub(1), right.lead.wrapping_sub(1));
        let same = ["are", "at", "is", "was", "were"]
            .iter()
            .any(|word| self.says(one, word) && self.says(other, word));
        same && is_to_same_decimal(left, right)
    }

    /// `number unit … time "and" number [ "in" ] time`: the same at two times, both
    /// written to the same decimal.
    fn is_timed(
        self,
        left: &Mention,
        right: &Mention,
        before: &[(Mention, Option<Step>)],
        after: &[(Mention, Option<Step>)],
    ) -> bool {
        let and = right.lead.wrapping_sub(1);
        let joined = ["against", "and", "but", "from", "to", "versus"]
            .iter()
            .any(|word| self.says(and, word))
            || self.kind(and) == Some(TokenKind::Comma);
        let one = before.last().is_some_and(|(time, _)| {
            time.time().is_some() && time.tokens.end == and && left.tokens.end < time.lead
        });
        let other = after.get(1).is_some_and(|(time, _)| {
            let end = right.tokens.end;
            let lead = end + usize::from(self.says(end, "in"));
            time.time().is_some() && (end..=lead).contains(&time.lead)
        });
        joined && one && other && is_to_same_decimal(left, right)
    }

    /// The amount of which a conversion in brackets tells that the number is in its
    /// currency: 240 zlotys ($60) for the one and 280 ($70) for the other.
    fn converted_alike<'m>(
        self,
        before: &'m [(Mention, Option<Step>)],
        number: &Mention,
        after: &[(Mention, Option<Step>)],
    ) -> Option<&'m Mention> {
        let in_brackets = |amount: &Mention, conversion: &Mention| {
            let open = amount.tokens.end;
            self.kind(open) == Some(TokenKind::Open) && conversion.lead == open + 1
        };
        let (conversion, _) = after.get(1).filter(|(m, _)| in_brackets(number, m))?;
        let rate = rate(number, conversion)?;
        before.windows(2).rev().take(REACH).find_map(|pair| {
            let [(amount, _), (other, _)] = pair else {
                return None;
            };
            let alike = amount.sentence == number.sentence
                && amount.kind == Kind::Money
                && in_brackets(amount, other)
                && unit_of(other) == unit_of(conversion)
                && is_near(self::rate(amount, other)?, rate);
            alike.then_some(amount)
        })
    }

    fn says(self, token: usize, word: &str) -> bool {
        token < self.document.tokens.len() && self.document.text(token).eq_ignore_ascii_case(word)
    }
}

/// Whether it is one number of nothing.
fn is_bare(mention: &Mention) -> bool {
    mention.kind == Kind::Cardinal
        && matches!(&mention.value, Value::Quantity { figure: Figure::One(_), unit } if unit.is_none())
}

/// The kind and unit of one number that measures something.
fn unit_of(mention: &Mention) -> Option<(Kind, Unit)> {
    match &mention.value {
        Value::Quantity {
            figure: Figure::One(_),
            unit,
        } if !unit.is_none() => match mention.kind {
            Kind::Percent | Kind::Money | Kind::Measure => Some((mention.kind, *unit)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether both numbers are written to the same decimal.
fn is_to_same_decimal(left: &Mention, right: &Mention) -> bool {
    let places = left.numeral().zip(right.numeral());
    places.is_some_and(|(left, right)| left.place == right.place && right.place < Rational::ONE)
}

/// Whether two numbers are of one size: neither is ten times the other.
fn are_alike(left: &Mention, right: &Mention) -> bool {
    let values = left.numeral().zip(right.numeral());
    let ratio = values.and_then(|(left, right)| left.value.over(right.value)?.abs());
    ratio.is_some_and(|ratio| Rational::new(1, 10) < ratio && ratio < Rational::integer(10))
}

/// How many of the first make one of the second.
fn rate(amount: &Mention, conversion: &Mention) -> Option<Rational> {
    amount.numeral()?.value.over(conversion.numeral()?.value)
}

/// Whether two rates differ by less than a tenth.
fn is_near(one: Rational, other: Rational) -> bool {
    one.over(other)
        .is_some_and(|ratio| Rational::new(9, 10) < ratio && ratio < Rational::new(10, 9))
}
