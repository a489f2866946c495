//! Which mentions a capture of each sort binds.

use super::sort::{Sort, SortSet};
use crate::mention::timex::DateForm;
use crate::mention::{Figure, Kind, Mention, Value};

impl Sort {
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

    /// Whether a capture of this sort binds the mention.
    pub fn accepts(self, mention: &Mention) -> bool {
        match &mention.value {
            Value::Quantity { figure, .. } => {
                let fits = self.holds(mention.kind);
                fits && (self != Sort::Range || matches!(figure, Figure::Range(_)))
            }
            Value::Statistic(_) => matches!(self, Sort::Statistic | Sort::Number | Sort::Claim),
            Value::Time(timex) => match self {
                Sort::Date => !matches!(timex.form, DateForm::Clock | DateForm::Loose),
                Sort::Day => matches!(timex.form, DateForm::Full | DateForm::DayMonth),
                Sort::Year => timex.form == DateForm::Year,
                Sort::Month => matches!(timex.form, DateForm::Month | DateForm::MonthYear),
                Sort::Weekday => timex.form == DateForm::Weekday,
                Sort::Clock => timex.form == DateForm::Clock,
                _ => false,
            },
        }
    }
}

impl SortSet {
    /// Every sort of which a capture binds the mention.
    pub(crate) fn of_mention(mention: &Mention) -> SortSet {
        Sort::NAMED
            .iter()
            .filter(|(_, sort)| sort.accepts(mention))
            .fold(SortSet::default(), |set, &(_, sort)| set.with(sort))
    }
}
