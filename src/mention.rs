//! A mention is a quantity or an expression of time as it is written.

use std::ops::Range;

use crate::number::{Interval, Rational, Unit};
use crate::span::Span;

pub mod hedge;
pub mod timex;

pub use hedge::Hedge;
pub use timex::Timex;

/// A quantity or an expression of time as written.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The bytes of the number, its unit and its scale; the hedge is outside.
    pub span: Span,
    /// The same as places in `document.tokens`.
    pub tokens: Range<usize>,
    /// Its first token with the hedge before it: `about 40` begins at `about`.
    pub lead: usize,
    /// Its sentence, as a place in `document.sentences`.
    pub sentence: usize,
    /// What kind of number it is.
    pub kind: Kind,
    /// The word that widens it.
    pub hedge: Hedge,
    /// What it says.
    pub value: Value,
}

/// What a mention says.
#[derive(Clone, Debug)]
pub enum Value {
    /// How much.
    Quantity {
        /// The number or numbers as written.
        figure: Figure,
        /// What it counts in.
        unit: Unit,
    },
    /// When. A duration is a quantity.
    Time(Box<Timex>),
}

/// The number part of a quantity.
#[derive(Clone, Debug)]
pub enum Figure {
    /// One number.
    One(Numeral),
    /// A range, both ends in the mention's unit; not necessarily ascending.
    Range(Box<(Numeral, Numeral)>),
    /// Words that give no number: `dozens`, `several`.
    Vague(Interval),
    /// Digits that are no number: `6,5000,000,000`.
    Malformed,
}

/// A number with its written precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// The number, scale word applied: 1,200,000 for “1.2 million”.
    pub value: Rational,
    /// The unit of the last written place: 100,000 for “1.2 million”, 1 for
    /// “1,200”, 1/100 for “3.40”.
    pub place: Rational,
    /// How it was written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits: `1,200`.
    Digits,
    /// Digits and a scale word: `1.2 million`, `£2bn`.
    Scaled,
    /// Words: `twelve hundred`.
    Words,
    /// A fraction, in words or signs: `two-thirds`, `¾`, `one in five`.
    Fraction,
}

/// What kind of number a mention is. Names as in the JSON output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 237
    Cardinal,
    /// third, 3rd
    Ordinal,
    /// 25%
    Percent,
    /// two percentage points
    Points,
    /// 25 basis points
    BasisPoints,
    /// two-thirds
    Fraction,
    /// one in five
    Ratio,
    /// doubled, 2.5x
    Multiple,
    /// £3m
    Money,
    /// 205 km
    Measure,
    /// 23-year-old
    Age,
    /// two days
    Duration,
    /// 3-1
    Score,
    /// t(28) = 2.20
    Statistic,
    /// 4 November 2015
    Date,
    /// 10.30am
    Time,
    /// twice a week
    Set,
}

impl Mention {
    /// STUB
    pub fn quantity(&self) -> Option<crate::number::Quantity> {
        let Value::Quantity { figure: Figure::One(numeral), unit } = &self.value else { return None };
        let exact = Interval::exact(numeral.value);
        Some(crate::number::Quantity { strict: exact, lenient: exact, unit: *unit })
    }
}
