//! A function is a computation that rules can name: the sum of parts, the
//! weekday of a date, the p-value of a statistic.

use super::Mistake;
use super::symbol::Family;
use super::types::{Class, Of, Type};
use crate::rule::sort::Sort;

/// A function, or one of several of the same name that take other arguments.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// Its name in rules.
    pub name: &'static str,
    /// What it takes.
    pub takes: &'static [Takes],
    /// What it gives.
    pub gives: Gives,
    /// What it computes, in one line.
    pub summary: &'static str,
}

/// What a function takes at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// An amount of any unit.
    Amount,
    /// A number without a unit.
    Number,
    /// An amount, or a list of amounts.
    Each,
    /// One or more amounts, or lists of amounts; the last argument.
    Amounts,
    /// A date.
    Date,
    /// An hour of the day.
    Clock,
    /// A weekday.
    Weekday,
    /// What may stand in a table as a header or label: words, a string, a date.
    Label,
    /// A string.
    Text,
    /// A list of words.
    Words,
    /// A list of anything.
    List,
}

/// What a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// A number without a unit.
    Number,
    /// A span of time.
    Time,
    /// A date.
    Date,
    /// Certain, possible or impossible.
    Truth,
    /// A weekday.
    Weekday,
    /// An amount like its arguments, which must be alike.
    Alike,
    /// A number; the arguments must be amounts that are alike.
    Ratio,
    /// A member of the list.
    Member,
    /// An amount like the argument, or a list of such.
    Each,
    /// A number as written somewhere in the text.
    Mention,
}

impl Takes {
    /// What it is called in documentation and messages.
    pub fn name(self) -> &'static str {
        match self {
            Takes::Amount => "a quantity",
            Takes::Number => "a number",
            Takes::Each => "a quantity or a list of them",
            Takes::Amounts => "quantities",
            Takes::Date => "a date",
            Takes::Clock => "a clock time",
            Takes::Weekday => "a weekday",
            Takes::Label => "words or a date",
            Takes::Text => "a text",
            Takes::Words => "a list of words",
            Takes::List => "a list",
        }
    }

    /// Whether an argument of this type will do.
    fn accepts(self, given: Type) -> bool {
        let worth = given.worth();
        match self {
            Takes::Amount => !worth.many && worth.class().is_some(),
            Takes::Number => {
                !worth.many && matches!(worth.class(), Some(Class::Number | Class::Any))
            }
            Takes::Amounts | Takes::Each => worth.class().is_some(),
            Takes::Date => worth == Type::one(Of::Date),
            Takes::Clock => worth == Type::one(Of::Clock),
            Takes::Weekday => worth == Type::one(Of::Symbol(Family::Weekday)),
            Takes::Label => !worth.many && matches!(worth.of, Of::Word | Of::Text | Of::Date),
            Takes::Text => worth == Type::one(Of::Text),
            Takes::Words => worth == Type::list(Of::Word),
            Takes::List => worth.many,
        }
    }
}

use Gives as G;
use Takes as T;

/// Every function, by name; one of several forms has several rows.
#[rustfmt::skip]
pub const FUNCTIONS: &[Function] = &[
    function("about", &[T::Amount, T::Number], G::Alike, "the first widened both ways by a share of it: `about(x, 12%)`"),
    function("abs", &[T::Amount], G::Alike, "without its sign"),
    function("after", &[T::Date, T::Date], G::Truth, "whether the first date lies wholly after the second"),
    function("anchor", &[], G::Date, "the document's anchor date"),
    function("as_rounded", &[T::Each], G::Each, "a written number as a rounded one: half of its last place either way, leniently of its last digit that is not 0"),
    function("before", &[T::Date, T::Date], G::Truth, "whether the first date lies wholly before the second"),
    function("between", &[T::Amount, T::Amount], G::Alike, "every value from one to the other"),
    function("ceil", &[T::Number], G::Number, "the least whole number not below it"),
    function("change", &[T::Amount, T::Amount], G::Ratio, "`to / from - 1` of `change(from, to)`"),
    function("count", &[T::List], G::Number, "how many members a list has"),
    function("date", &[T::Text], G::Date, "a day written as `\"2015-11-04\"`"),
    function("days", &[T::Date, T::Date], G::Time, "from the first date to the second: 0 for one day"),
    function("days", &[T::Number], G::Time, "so many days"),
    function("days_in", &[T::Date], G::Time, "how many days a date covers: 31 for `May 2015`"),
    function("debit", &[T::Number, T::Number, T::Number], G::Truth, "whether a 0/1 variable can have this mean, standard deviation and sample size"),
    function("deviation_fits", &[T::Number, T::Number, T::Number, T::Number], G::Truth, "whether answers on a scale can have this mean, standard deviation, sample size and scale (a range)"),
    function("difference", &[T::Amount], G::Alike, "a temperature as a difference, not a reading"),
    function("disjoint", &[T::Words], G::Truth, "whether all words belong to one family that excludes each other (classes `excludes-…`)"),
    function("elapsed", &[T::Clock, T::Clock], G::Time, "from one hour of the day to another, over midnight where need be"),
    function("exact", &[T::Amount], G::Alike, "the number exactly as written, without hedge and rounding"),
    function("first", &[T::List], G::Member, "the first member of a list"),
    function("floor", &[T::Number], G::Number, "the greatest whole number not above it"),
    function("grim", &[T::Number, T::Number], G::Truth, "whether whole numbers can have this mean in a sample of this size"),
    function("grim", &[T::Number, T::Number, T::Number], G::Truth, "the same for a scale of several items"),
    function("grimmer", &[T::Number, T::Number, T::Number], G::Truth, "whether whole numbers can have this mean, standard deviation and sample size"),
    function("grimmer", &[T::Number, T::Number, T::Number, T::Number], G::Truth, "the same for a scale of several items"),
    function("hours", &[T::Number], G::Time, "so many hours"),
    function("last", &[T::List], G::Member, "the last member of a list"),
    function("ln", &[T::Number], G::Number, "the natural logarithm"),
    function("max", &[T::Amounts], G::Alike, "the greatest"),
    function("mean", &[T::Amounts], G::Alike, "the arithmetic mean"),
    function("min", &[T::Amounts], G::Alike, "the least"),
    function("minutes", &[T::Number], G::Time, "so many minutes"),
    function("month", &[T::Date], G::Number, "the month, 1 to 12, as written or resolved"),
    function("months", &[T::Number], G::Time, "so many twelfths of a year"),
    function("nearest", &[T::Date, T::Weekday], G::Date, "the nearest day that is such a weekday"),
    function("overtaken", &[], G::Truth, "whether three or more of the document's dates lie in years after its anchor date: it was changed since, or the date is not its own"),
    function("p_chi2", &[T::Number, T::Number], G::Number, "the p-value of χ² and its degrees of freedom"),
    function("p_f", &[T::Number, T::Number, T::Number], G::Number, "the p-value of F and its two degrees of freedom"),
    function("p_r", &[T::Number, T::Number], G::Number, "the two-sided p-value of a correlation and its degrees of freedom"),
    function("p_t", &[T::Number, T::Number], G::Number, "the two-sided p-value of t and its degrees of freedom"),
    function("p_value", &[T::Number], G::Number, "the p-value of a captured t, F, χ², r, z or Q, two-sided where it has two sides, over all values its digits may be rounded from"),
    function("p_z", &[T::Number], G::Number, "the two-sided p-value of z"),
    function("power", &[T::Number, T::Number], G::Number, "the first to the power of the second, a whole number below 100"),
    function("round", &[T::Number], G::Number, "the nearest whole number, halves upward or downward"),
    function("same_digits", &[T::Amount, T::Amount], G::Truth, "whether two different numbers are written with the same digits"),
    function("same_moment", &[T::Clock, T::Clock], G::Truth, "whether two hours are one moment, each in its own time zone"),
    function("says", &[T::Text], G::Truth, "whether these words stand anywhere in the document: `says(\"one-tailed\")`"),
    function("seconds", &[T::Number], G::Time, "so many seconds"),
    function("share", &[T::Amount, T::Amount], G::Ratio, "`part / whole` of `share(part, whole)`"),
    function("share_of", &[T::Amount, T::Amounts], G::Ratio, "the first as a share of all: `part / (part + rest + …)`"),
    function("sqrt", &[T::Number], G::Number, "the square root"),
    function("sum", &[T::Amounts], G::Alike, "all together"),
    function("tabled", &[T::Label, T::Label], G::Mention, "the number of the only table cell whose row is labelled by one of the two and its column headed by the other"),
    function("weekday", &[T::Date], G::Weekday, "the true weekday of a day"),
    function("weekday_fits", &[T::Date], G::Truth, "whether the weekday written is that of the day written, in its year or one next to the anchor's"),
    function("weeks", &[T::Number], G::Time, "so many weeks"),
    function("whole", &[T::Amount], G::Alike, "the whole numbers in it only"),
    function("year", &[T::Date], G::Number, "the year, as written or resolved"),
    function("years", &[T::Date, T::Date], G::Time, "completed years from birth to another date"),
    function("years", &[T::Number], G::Time, "so many years"),
];

const fn function(
    name: &'static str,
    takes: &'static [Takes],
    gives: Gives,
    summary: &'static str,
) -> Function {
    Function {
        name,
        takes,
        gives,
        summary,
    }
}

impl Function {
    /// How it is called: `nearest(a date, a weekday)`.
    pub fn signature(&self) -> String {
        let takes: Vec<&str> = self.takes.iter().map(|takes| takes.name()).collect();
        format!("{}({})", self.name, takes.join(", "))
    }

    fn fits(&self, count: usize) -> bool {
        match self.takes.last() {
            Some(Takes::Amounts) => count >= self.takes.len(),
            _ => count == self.takes.len(),
        }
    }

    fn takes_at(&self, place: usize) -> Option<Takes> {
        self.takes.get(place).or(self.takes.last()).copied()
    }

    fn accepts(&self, given: &[Type]) -> bool {
        self.first_refused(given).is_none()
    }

    fn first_refused(&self, given: &[Type]) -> Option<(usize, Takes)> {
        given.iter().enumerate().find_map(|(place, &given)| {
            let takes = self.takes_at(place)?;
            (!takes.accepts(given)).then_some((place, takes))
        })
    }

    fn given(&self, arguments: &[Type]) -> Option<Type> {
        Some(match self.gives {
            Gives::Number => Type::NUMBER,
            Gives::Mention => Type::one(Of::Thing(Sort::Number)),
            Gives::Time => Type::one(Of::Amount(Class::Time)),
            Gives::Date => Type::one(Of::Date),
            Gives::Truth => Type::one(Of::Truth),
            Gives::Weekday => Type::one(Of::Symbol(Family::Weekday)),
            Gives::Alike => Type::one(Of::Amount(self.alike(arguments)?)),
            Gives::Ratio => {
                self.alike(arguments)?;
                Type::NUMBER
            }
            Gives::Member => Type::one(arguments.first()?.of),
            Gives::Each => Type {
                of: Of::Amount(arguments.first()?.class()?),
                ..*arguments.first()?
            },
        })
    }

    /// The class that all amounts among the arguments have.
    fn alike(&self, arguments: &[Type]) -> Option<Class> {
        let mut amounts = arguments
            .iter()
            .enumerate()
            .filter(|&(place, _)| self.takes_at(place) != Some(Takes::Number))
            .filter_map(|(_, given)| given.class());
        let first = amounts.next()?;
        amounts.try_fold(first, Class::meet)
    }
}

/// Whether there is a function of that name.
pub(super) fn exists(name: &str) -> bool {
    FUNCTIONS.iter().any(|function| function.name == name)
}

/// What a call gives; or what is wrong, with the place of the argument
/// concerned (`None` for the call itself).
pub(super) fn type_of(name: &str, given: &[Type]) -> Result<Type, (Option<usize>, Mistake)> {
    let wrong = |place, message, help| {
        let span = 0..0;
        Err((
            place,
            Mistake {
                span,
                message,
                help,
            },
        ))
    };
    let forms = || FUNCTIONS.iter().filter(|function| function.name == name);
    let signatures: Vec<String> = forms()
        .map(|form| format!("`{}`", form.signature()))
        .collect();
    let usage = Some(format!("it is called as {}", signatures.join(" or ")));
    let Some(fitting) = forms().find(|form| form.fits(given.len())) else {
        let count = match given.len() {
            0 => "no arguments".to_owned(),
            1 => "one argument".to_owned(),
            n => format!("{n} arguments"),
        };
        return wrong(None, format!("`{name}` does not take {count}"), usage);
    };
    let form = forms()
        .find(|form| form.fits(given.len()) && form.accepts(given))
        .unwrap_or(fitting);
    if let Some((place, takes)) = form.first_refused(given) {
        let message = format!(
            "`{name}` takes {} here, not {}",
            takes.name(),
            given[place].worth()
        );
        return wrong(Some(place), message, usage);
    }
    match form.given(given) {
        Some(gives) => Ok(gives),
        None => wrong(
            None,
            format!("the arguments of `{name}` measure different things"),
            Some("only like can be added to like".to_owned()),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_stand_in_alphabetical_order() {
        assert!(FUNCTIONS.is_sorted_by_key(|function| function.name));
    }

    #[test]
    fn only_the_last_argument_may_repeat() {
        for function in FUNCTIONS {
            let before = function
                .takes
                .split_last()
                .map_or(&[][..], |(_, before)| before);
            assert!(!before.contains(&Takes::Amounts), "{}", function.name);
        }
    }
}
