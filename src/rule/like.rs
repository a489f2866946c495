//! When one number is like another: of the same dimension, or bare and free
//! to take the other's unit.
//!
//! “77m euros, up from 38m”: the second number is bare, and means euros. “77m
//! euros, up from 38 branches” it is not: it counts something of its own.

use super::binding::Bound;
use crate::article::Article;
use crate::mention::{Figure, Form, Kind, Mention, Value};
use crate::number::{Rational, Unit};

/// Whether two numbers can be compared: they are of one dimension, or one of
/// them is bare and takes the other's (“from 3 to 5%”).
pub(crate) fn are_alike(article: &Article<'_>, id: usize, of: usize) -> bool {
    is_like(article, id, of) || is_like(article, of, id)
}

fn is_like(article: &Article<'_>, id: usize, of: usize) -> bool {
    let (mention, other) = (&article.mentions[id], &article.mentions[of]);
    match (&mention.value, &other.value) {
        (Value::Quantity { unit, .. }, Value::Quantity { unit: like, .. }) => {
            of_one_kind(mention.kind, other.kind) && unit.is_like(*like)
                || lacks_unit(article, id)
                    && takes_unit(other, *like)
                    && !is_out_of_scale(mention, other)
        }
        (Value::Time(_), Value::Time(_)) => mention.kind == other.kind,
        _ => false,
    }
}

/// What a capture that is like another, or that another is like, is bound to.
pub(crate) fn bound(article: &Article<'_>, id: usize, of: usize) -> Bound {
    let (mention, other) = (&article.mentions[id], &article.mentions[of]);
    let bare_unit = mention.kind != other.kind && lacks_unit(article, id);
    if bare_unit || lacks_scale(mention, other) {
        Bound::Like(id, of)
    } else {
        Bound::Mention(id)
    }
}

/// Nobody leaves out the years of 5.7bn years: “10bn by the middle of the next
/// century, up from 5.7bn”.
fn is_out_of_scale(mention: &Mention, other: &Mention) -> bool {
    let scaled = mention
        .numeral()
        .is_some_and(|numeral| numeral.form == Form::Scaled);
    scaled && matches!(other.kind, Kind::Duration | Kind::Age)
}

/// A bare number with no noun of its own behind it.
fn lacks_unit(article: &Article<'_>, id: usize) -> bool {
    let bare = match &article.mentions[id] {
        Mention {
            kind: Kind::Cardinal,
            value: Value::Quantity { unit, .. },
            ..
        } => *unit == Unit::default(),
        _ => false,
    };
    let counts = article
        .claims
        .get(id)
        .is_some_and(|claim| claim.head.is_some() && claim.way.is_some_and(|way| way.is_trusted()));
    bare && !counts
}

/// Whether its unit can be left out beside it.
fn takes_unit(other: &Mention, unit: Unit) -> bool {
    unit != Unit::default() || matches!(other.kind, Kind::Percent | Kind::Points)
}

/// “From 3 to 5 million”: digits without a scale beside a number with one.
fn lacks_scale(mention: &Mention, other: &Mention) -> bool {
    let small = numeral(mention).is_some_and(|(value, form)| {
        matches!(form, Form::Digits | Form::Words)
            && value
                .abs()
                .is_some_and(|value| value < Rational::integer(1_000))
    });
    let scaled = numeral(other).is_some_and(|(_, form)| form == Form::Scaled);
    small && scaled
}

fn numeral(mention: &Mention) -> Option<(Rational, Form)> {
    match &mention.value {
        Value::Quantity {
            figure: Figure::One(numeral),
            ..
        } => Some((numeral.value, numeral.form)),
        _ => None,
    }
}

/// Counts are not like shares, even though neither has a unit.
fn of_one_kind(kind: Kind, other: Kind) -> bool {
    let family = |kind| match kind {
        Kind::Points | Kind::BasisPoints => Kind::Points,
        Kind::Fraction | Kind::Ratio => Kind::Fraction,
        kind => kind,
    };
    family(kind) == family(other)
}
