//! A value is what an expression comes to in one article.

use std::ops::Range;

use crate::claim::{MentionId, Term};
use crate::mention::timex::Clock;
use crate::number::{Days, Unit};
use crate::rule::binding::Bound;
use crate::rule::expression::Judgement;

mod amount;

pub use amount::Amount;

/// What an expression comes to in one article.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// What is not there, or cannot be told: an optional capture that did not
    /// match, an overflow, a division by what may be 0.
    Missing,
    /// A computed amount.
    Amount(Box<Amount>),
    /// A mention as written; one that is bare may take unit and scale of
    /// another.
    Mention {
        /// Its place.
        id: MentionId,
        /// The mention that it is like.
        like: Option<MentionId>,
    },
    /// Some tokens.
    Words(Range<usize>),
    /// Words that were found for a claim.
    Term(Term),
    /// Computed days.
    Days(Days),
    /// An hour of the day.
    Clock(Clock),
    /// How far something holds.
    Truth(Judgement),
    /// A string.
    Text(String),
    /// What an amount counts in.
    Unit(Unit),
    /// One of a few possibilities, by its name in rules.
    Symbol(&'static str),
    /// Several values.
    List(Vec<Value>),
    /// A thing of the document that only has fields.
    Thing(Bound),
}

impl Value {
    /// The value, or [`Missing`](Value::Missing).
    pub(super) fn or_missing<T>(value: Option<T>, make: impl FnOnce(T) -> Value) -> Value {
        value.map_or(Value::Missing, make)
    }

    /// The amount, or [`Missing`](Value::Missing).
    pub(super) fn amount(amount: Option<Amount>) -> Value {
        Value::or_missing(amount, |amount| Value::Amount(Box::new(amount)))
    }
}
