//! The type of an expression is what it can give: an amount, a date, a truth.
//!
//! Types are known when a rule is loaded, so that money is never compared with
//! a date. Which *currency* or which physical dimension an amount has is known
//! only in the article; amounts that differ there give no verdict.

use std::fmt;

use super::symbol::Family;
use crate::rule::sort::Sort;

/// What an expression gives: one value, or a list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    /// What each value is.
    pub of: Of,
    /// Whether it is a list.
    pub many: bool,
}

/// What one value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A number, with or without a unit.
    Amount(Class),
    /// Days.
    Date,
    /// An hour of the day.
    Clock,
    /// Words of the article, compared by their singular.
    Word,
    /// Certain, possible or impossible.
    Truth,
    /// A string.
    Text,
    /// What an amount counts in.
    Unit,
    /// One of a few possibilities.
    Symbol(Family),
    /// What a capture of that sort binds.
    Thing(Sort),
}

/// What an amount measures, as far as it is known without the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nothing: a count, a share, a ratio.
    Number,
    /// Money.
    Money,
    /// A physical measure.
    Measure,
    /// A span of time, an age.
    Time,
    /// Not known.
    Any,
}

impl Type {
    /// One value.
    pub(super) const fn one(of: Of) -> Type {
        Type { of, many: false }
    }

    /// A list of values.
    pub(super) const fn list(of: Of) -> Type {
        Type { of, many: true }
    }

    /// A number without a unit.
    pub(super) const NUMBER: Type = Type::one(Of::Amount(Class::Number));

    /// The type a captured thing has in arithmetic and comparisons: a count
    /// is a number, a day is a date.
    pub fn worth(self) -> Type {
        Type {
            of: self.of.worth(),
            ..self
        }
    }

    /// What one amount of this type measures; `None` when it is none.
    pub(super) fn class(self) -> Option<Class> {
        match self.of.worth() {
            Of::Amount(class) => Some(class),
            _ => None,
        }
    }
}

impl Of {
    fn worth(self) -> Of {
        let Of::Thing(sort) = self else { return self };
        match sort {
            Sort::Number | Sort::Quantity | Sort::Range | Sort::Claim => Of::Amount(Class::Any),
            Sort::Count
            | Sort::Percent
            | Sort::Points
            | Sort::Fraction
            | Sort::Ratio
            | Sort::Multiple
            | Sort::Ordinal
            | Sort::Statistic => Of::Amount(Class::Number),
            Sort::Money => Of::Amount(Class::Money),
            Sort::Measure => Of::Amount(Class::Measure),
            Sort::Duration | Sort::Age => Of::Amount(Class::Time),
            Sort::Date | Sort::Day | Sort::Year | Sort::Month | Sort::Weekday => Of::Date,
            Sort::Clock => Of::Clock,
            Sort::Word | Sort::Name => Of::Word,
            Sort::Score
            | Sort::List
            | Sort::Column
            | Sort::Row
            | Sort::Cell
            | Sort::Sentence
            | Sort::Document => self,
        }
    }
}

impl Class {
    /// The class of amounts that are added or compared; `None` when they
    /// cannot be.
    pub(super) fn meet(self, other: Class) -> Option<Class> {
        match (self, other) {
            (Class::Any, class) | (class, Class::Any) => Some(class),
            (left, right) if left == right => Some(left),
            _ => None,
        }
    }

    /// The class of a product.
    pub(super) fn times(self, other: Class) -> Class {
        match (self, other) {
            (Class::Number, class) | (class, Class::Number) => class,
            _ => Class::Any,
        }
    }

    /// The class of a quotient.
    pub(super) fn over(self, other: Class) -> Class {
        match (self, other) {
            (class, Class::Number) => class,
            (Class::Time, Class::Time) => Class::Number,
            _ => Class::Any,
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.many {
            return out.write_str("a list");
        }
        out.write_str(match self.of {
            Of::Amount(Class::Number) => "a number",
            Of::Amount(Class::Money) => "an amount of money",
            Of::Amount(Class::Measure) => "a measure",
            Of::Amount(Class::Time) => "a span of time",
            Of::Amount(Class::Any) => "a quantity",
            Of::Date => "a date",
            Of::Clock => "a clock time",
            Of::Word => "a word",
            Of::Truth => "a condition",
            Of::Text => "a text",
            Of::Unit => "a unit",
            Of::Symbol(family) => family.noun(),
            Of::Thing(sort) => match sort {
                Sort::Score => "a score",
                Sort::List => "a list of the document",
                Sort::Column => "a column",
                Sort::Row => "a row",
                Sort::Cell => "a cell",
                Sort::Sentence => "a sentence",
                Sort::Document => "a document",
                Sort::Percent => "a percentage",
                Sort::Points => "a number of points",
                Sort::Count => "a count",
                Sort::Fraction => "a fraction",
                Sort::Ratio => "a ratio",
                Sort::Multiple => "a multiple",
                Sort::Ordinal => "an ordinal",
                Sort::Statistic => "a statistic",
                Sort::Claim => "a claim",
                _ => return self.worth().fmt(out),
            },
        })
    }
}
