//! A mention is a quantity or an expression of time as it is written.
//!
//! Every sentence is read once from left to right. At each token that can
//! begin a mention the grammars are tried, dates before hours before
//! quantities; what is accepted is passed over, so that mentions never
//! overlap. Names and labels made with numbers (Boeing 747, G7,
//! telephone numbers) are no mentions.

use std::ops::Range;

mod age;
mod beside;
mod bounds;
mod citation;
mod clock;
mod counted;
mod date;
mod date_list;
mod date_range;
mod dateline;
mod day_order;
mod day_part;
mod duration;
mod elision;
mod fraction;
pub mod hedge;
mod holiday;
mod loose;
mod measure;
mod moment;
mod money;
mod month;
mod name;
mod number_word;
mod numeral;
mod numeric_date;
mod ordinal;
mod period;
mod quantity;
mod range;
mod ratio;
mod read;
mod relative;
mod resolve;
mod row;
mod score;
mod set;
mod sign_word;
mod spoken_hour;
pub mod statistic;
mod stepped;
mod suffix;
mod telephone;
mod tense;
pub mod timex;
mod tokens;
mod unit_name;
mod vague;
mod weekday;
mod which;
mod year;
mod zone;

pub use read::mentions;

use crate::number::quantity::{Reading, Written, reading};
use crate::number::{Interval, Quantity, Rational, Unit};
use crate::span::Span;

pub use hedge::Hedge;
pub use statistic::Statistic;
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
    /// What was measured or tested, and how it came out.
    Statistic(Box<Statistic>),
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
    /// every Monday, daily
    Set,
}

impl Kind {
    /// The names of all kinds, in their order: as in the JSON output and in
    /// rules.
    pub const NAMES: [&'static str; 17] = [
        "cardinal",
        "ordinal",
        "percent",
        "points",
        "basis-points",
        "fraction",
        "ratio",
        "multiple",
        "money",
        "measure",
        "age",
        "duration",
        "score",
        "statistic",
        "date",
        "time",
        "set",
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Kind::NAMES[self as usize]
    }
}

impl Mention {
    /// The expression of time, when it is one.
    pub fn time(&self) -> Option<&Timex> {
        match &self.value {
            Value::Time(timex) => Some(timex),
            Value::Quantity { .. } | Value::Statistic(_) => None,
        }
    }

    /// The reported statistic, when it is one.
    pub fn statistic(&self) -> Option<&Statistic> {
        match &self.value {
            Value::Statistic(statistic) => Some(statistic),
            Value::Quantity { .. } | Value::Time(_) => None,
        }
    }

    /// The number as written, when it is one number: 25 for “25%”.
    pub fn numeral(&self) -> Option<&Numeral> {
        match &self.value {
            Value::Quantity {
                figure: Figure::One(numeral),
                ..
            } => Some(numeral),
            Value::Statistic(statistic) => match statistic.as_ref() {
                Statistic::Value { numeral, .. } => Some(numeral),
                Statistic::Confidence { .. } => None,
            },
            _ => None,
        }
    }

    /// The values that its writer may have meant, in its unit. `None` for a
    /// time and for digits that are no number.
    pub fn quantity(&self) -> Option<Quantity> {
        match &self.value {
            Value::Quantity { figure, unit } => Some(self.figure_reading(figure)?.in_unit(*unit)),
            Value::Statistic(statistic) => {
                let reading = self.figure_reading(&statistic.figure())?;
                Some(reading.in_unit(Unit::NONE))
            }
            Value::Time(_) => None,
        }
    }

    fn figure_reading(&self, figure: &Figure) -> Option<Reading> {
        match figure {
            Figure::One(numeral) => Some(self.reading(numeral, self.hedge)),
            Figure::Range(ends) => {
                // A bound hedges the range as a whole, not its ends.
                let hedge = match self.hedge {
                    Hedge::MoreThan
                    | Hedge::AtLeast
                    | Hedge::LessThan
                    | Hedge::AtMost
                    | Hedge::Exactly => Hedge::None,
                    hedge => hedge,
                };
                Some(Reading::range(
                    self.reading(&ends.0, hedge),
                    self.reading(&ends.1, hedge),
                ))
            }
            Figure::Vague(interval) => Some(Reading::of(*interval)),
            Figure::Malformed => None,
        }
    }

    fn reading(&self, numeral: &Numeral, hedge: Hedge) -> Reading {
        let written = match (self.kind, numeral.form) {
            (Kind::Ratio, _) => Written::OutOf,
            (Kind::Age | Kind::Ordinal | Kind::Score, _) => Written::Exact,
            (_, Form::Fraction) => Written::Fraction,
            (Kind::Percent | Kind::Points | Kind::BasisPoints, _) | (_, Form::Scaled) => {
                Written::Rounded
            }
            (_, Form::Digits | Form::Words) => Written::Whole,
        };
        reading(numeral.value, numeral.place, written, hedge)
    }
}
