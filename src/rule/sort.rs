//! A sort is the kind of thing that a capture binds.

use crate::mention::Kind;

/// The kind of thing that a capture binds, by its name in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

    /// The sort of that name.
    pub fn named(name: &str) -> Option<Sort> {
        Sort::NAMED
            .iter()
            .find(|(n, _)| *n == name)
            .map(|&(_, sort)| sort)
    }

    /// Whether a quantity of this kind is of this sort. Expressions of time
    /// are decided by their form, not here.
    pub fn holds(self, kind: Kind) -> bool {
        match self {
            Sort::Number | Sort::Claim => !matches!(kind, Kind::Date | Kind::Time | Kind::Set),
            Sort::Quantity | Sort::Range => {
                Sort::Number.holds(kind)
                    && !matches!(kind, Kind::Ordinal | Kind::Score | Kind::Statistic)
            }
            Sort::Count => kind == Kind::Cardinal,
            Sort::Percent => kind == Kind::Percent,
            Sort::Points => matches!(kind, Kind::Points | Kind::BasisPoints),
            Sort::Fraction => kind == Kind::Fraction,
            Sort::Ratio => kind == Kind::Ratio,
            Sort::Multiple => kind == Kind::Multiple,
            Sort::Money => kind == Kind::Money,
            Sort::Measure => kind == Kind::Measure,
            Sort::Duration => kind == Kind::Duration,
            Sort::Age => kind == Kind::Age,
            Sort::Ordinal => kind == Kind::Ordinal,
            Sort::Score => kind == Kind::Score,
            Sort::Statistic => kind == Kind::Statistic,
            _ => false,
        }
    }
}
