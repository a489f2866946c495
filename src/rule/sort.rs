//! A sort is the kind of thing that a capture binds.

use serde::{Deserialize, Serialize};

/// The kind of thing that a capture binds, by its name in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sort {
    /// Anything that has a value: every quantity kind.
    Number,
    /// The same as `number` without ordinals, scores and statistics.
    Quantity,
    /// A bare count.
    Count,
    /// A percentage.
    Percent,
    /// Percentage points or basis points.
    Points,
    /// A fraction.
    Fraction,
    /// One in five.
    Ratio,
    /// Doubled, threefold.
    Multiple,
    /// An amount of money.
    Money,
    /// A measure with a physical unit.
    Measure,
    /// A span of time.
    Duration,
    /// An age.
    Age,
    /// Third.
    Ordinal,
    /// Any quantity written as a range.
    Range,
    /// 3-1.
    Score,
    /// A reported statistic.
    Statistic,
    /// Any expression of time but an hour.
    Date,
    /// A date down to the day.
    Day,
    /// A year alone.
    Year,
    /// A month, with or without its year.
    Month,
    /// A weekday alone.
    Weekday,
    /// An hour of the day.
    Clock,
    /// Any word.
    Word,
    /// A run of capitalised words.
    Name,
    /// A list of the document.
    List,
    /// A table column.
    Column,
    /// A table row.
    Row,
    /// A table cell that holds one number.
    Cell,
    /// A sentence.
    Sentence,
    /// The document.
    Document,
    /// A claim, of a mention of any kind.
    Claim,
}

impl Sort {
    /// Every sort that a capture may name, with its name in rule files.
    pub const NAMED: [(&'static str, Sort); 24] = [
        ("age", Sort::Age),
        ("clock", Sort::Clock),
        ("count", Sort::Count),
        ("date", Sort::Date),
        ("day", Sort::Day),
        ("duration", Sort::Duration),
        ("fraction", Sort::Fraction),
        ("measure", Sort::Measure),
        ("money", Sort::Money),
        ("month", Sort::Month),
        ("multiple", Sort::Multiple),
        ("name", Sort::Name),
        ("number", Sort::Number),
        ("ordinal", Sort::Ordinal),
        ("percent", Sort::Percent),
        ("points", Sort::Points),
        ("quantity", Sort::Quantity),
        ("range", Sort::Range),
        ("ratio", Sort::Ratio),
        ("score", Sort::Score),
        ("statistic", Sort::Statistic),
        ("weekday", Sort::Weekday),
        ("word", Sort::Word),
        ("year", Sort::Year),
    ];

    /// What it binds, in a line.
    pub fn summary(self) -> &'static str {
        match self {
            Sort::Number | Sort::Claim => "anything that has a value",
            Sort::Quantity => "the same without ordinals, scores and statistics",
            Sort::Count => "a bare number: `237`, `twelve`",
            Sort::Percent => "`25%`",
            Sort::Points => "percentage points, basis points",
            Sort::Fraction => "`two-thirds`",
            Sort::Ratio => "`one in five`",
            Sort::Multiple => "`threefold`, `2.5 times`",
            Sort::Money => "`£1.2m`",
            Sort::Measure => "`205 km`, anything with a physical unit",
            Sort::Duration => "`two days`",
            Sort::Age => "`aged 63`, `23-year-old`",
            Sort::Ordinal => "`third`, `21st`",
            Sort::Range => "any of the numbers written as a range: `5 to 10`",
            Sort::Score => "`3-1`",
            Sort::Statistic => "`t(28) = 2.20`",
            Sort::Date => "any expression of time but an hour",
            Sort::Day => "a date down to the day",
            Sort::Year => "a year alone",
            Sort::Month => "a month, with or without its year",
            Sort::Weekday => "a weekday alone",
            Sort::Clock => "an hour of the day",
            Sort::Word => "any word",
            Sort::Name => "a run of capitalised words",
            Sort::List => "a list of the document",
            Sort::Cell => "a cell of a table",
            Sort::Column | Sort::Row => "a column or row of a table",
            Sort::Sentence => "a sentence",
            Sort::Document => "the document",
        }
    }

    /// The sort of that name.
    pub fn named(name: &str) -> Option<Sort> {
        Sort::NAMED
            .iter()
            .find(|(n, _)| *n == name)
            .map(|&(_, sort)| sort)
    }

    /// Whether captures of this sort bind mentions (and not words, or parts
    /// of the document).
    pub fn is_of_mentions(self) -> bool {
        SortSet::MENTIONS.holds(self)
    }

    /// The narrowest sort that holds both.
    #[must_use]
    pub fn joined(self, other: Sort) -> Sort {
        let both = self.implied().both(other.implied());
        if self == other {
            self
        } else if both.holds(Sort::Quantity) {
            Sort::Quantity
        } else if both.holds(Sort::Number) {
            Sort::Number
        } else if both.holds(Sort::Date) {
            Sort::Date
        } else if self.is_of_mentions() {
            Sort::Claim
        } else {
            Sort::Word
        }
    }

    /// The sorts that a mention of this sort always has.
    pub(crate) fn implied(self) -> SortSet {
        let own = SortSet::of(self);
        match self {
            Sort::Number | Sort::Date | Sort::Clock => own,
            Sort::Ordinal | Sort::Score | Sort::Statistic => own.with(Sort::Number),
            Sort::Day | Sort::Year | Sort::Month | Sort::Weekday => own.with(Sort::Date),
            sort if sort.is_of_mentions() => own.with(Sort::Quantity).with(Sort::Number),
            _ => SortSet::default(),
        }
    }

    /// The name of the sort in rule files, where a capture may name it.
    pub fn name(self) -> Option<&'static str> {
        Sort::NAMED
            .iter()
            .find(|&&(_, sort)| sort == self)
            .map(|&(name, _)| name)
    }
}

/// A set of sorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct SortSet(u32);

impl SortSet {
    /// No sort.
    pub(crate) const NONE: SortSet = SortSet(0);

    /// The sorts up to `Clock`, which all are of mentions.
    const MENTIONS: SortSet = SortSet((2 << Sort::Clock as u32) - 1);

    pub(crate) fn of(sort: Sort) -> SortSet {
        SortSet(1 << sort as u32)
    }

    pub(crate) fn holds(self, sort: Sort) -> bool {
        self.0 >> sort as u32 & 1 == 1
    }

    #[must_use]
    pub(crate) fn with(self, sort: Sort) -> SortSet {
        SortSet(self.0 | 1 << sort as u32)
    }

    #[must_use]
    pub(crate) fn either(self, other: SortSet) -> SortSet {
        SortSet(self.0 | other.0)
    }

    #[must_use]
    pub(crate) fn both(self, other: SortSet) -> SortSet {
        SortSet(self.0 & other.0)
    }

    pub(crate) fn meets(self, other: SortSet) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn bits(self) -> u32 {
        self.0
    }
}
