//! What the functions compute. A function whose arguments are missing gives
//! what is missing; a condition, what is possible.

use super::evaluate::{amount, evaluate};
use super::judgement::Judgement;
use super::scene::Scene;
use super::symbol::{self, Family};
use super::tree::Tree;
use super::{read, statistic, table, time};
use crate::document::TokenKind;
use crate::mention::timex::Clock;
use crate::number::{Bound, Days, Interval, Rational, Unit, UnitId, calendar, statistics};
use crate::rule::value::{Amount, Value};

/// What a call comes to.
pub(super) fn call(scene: Scene<'_>, name: &str, arguments: &[Tree]) -> Value {
    let values: Vec<Value> = arguments.iter().map(|tree| argument(tree, scene)).collect();
    let call = Call {
        scene,
        values: &values,
    };
    let amount = Value::amount;
    let truth = |truth: Option<Judgement>| Value::Truth(truth.unwrap_or(Judgement::POSSIBLE));
    match name {
        "after" => truth(call.dates().map(|(one, two)| before(two, one))),
        "before" => truth(call.dates().map(|(one, two)| before(one, two))),
        "disjoint" => truth(call.disjoint()),
        "same_digits" => truth(call.same_digits()),
        "says" => truth(call.says()),
        "overtaken" => truth(time::is_overtaken(scene)),
        "same_moment" => truth(call.same_moment()),
        "weekday_fits" => match values.first() {
            Some(date) => Value::Truth(time::weekday_fits(scene, date)),
            None => Value::Truth(Judgement::POSSIBLE),
        },
        "grim" | "grimmer" | "debit" | "deviation_fits" => {
            truth(call.numbers().and_then(|n| statistic::fits(name, &n)))
        }
        "anchor" => time::anchor(scene),
        "date" => match values.first() {
            Some(Value::Text(text)) => Value::or_missing(time::parse(text), Value::Days),
            _ => Value::Missing,
        },
        "nearest" => Value::or_missing(call.nearest(), Value::Days),
        "weekday" => values
            .first()
            .map_or(Value::Missing, |v| time::weekday(scene, v)),
        "as_rounded" => values
            .first()
            .map_or(Value::Missing, |value| read::as_rounded(scene, value)),
        "first" | "last" => call.member(name),
        "tabled" => match &values[..] {
            [one, other] => table::tabled(scene, one, other),
            _ => Value::Missing,
        },
        "count" => match values.first() {
            Some(Value::List(members)) => read::whole(members.len() as i128),
            _ => Value::Missing,
        },
        _ => amount(call.amount(name)),
    }
}

/// An argument; a bare weekday is one where nothing is bound by that name.
fn argument(tree: &Tree, scene: Scene<'_>) -> Value {
    match evaluate(tree, scene) {
        Value::Missing => {
            let weekday = tree.symbol().and_then(|name| Family::Weekday.find(&name));
            Value::or_missing(weekday, Value::Symbol)
        }
        value => value,
    }
}

fn before(one: Days, other: Days) -> Judgement {
    Judgement::both(time::is_before(one, other))
}

struct Call<'a> {
    scene: Scene<'a>,
    values: &'a [Value],
}

impl Call<'_> {
    fn amount(&self, name: &str) -> Option<Amount> {
        let at = |place: usize| self.amount_at(place);
        match name {
            "about" => about(at(0)?, at(1)?),
            "abs" => at(0)?.each(|values| values.abs()),
            "between" => at(0)?.alike(at(1)?, |one, other| Some(one.hull(other))),
            "ceil" => at(0)?.each(|values| ends(values, |end| Rational::integer(end.ceil()))),
            "floor" => at(0)?.each(|values| ends(values, |end| Rational::integer(end.floor()))),
            "round" => at(0)?.each(rounded),
            "change" => at(1)?.over(at(0)?)?.minus(number(1)),
            "share" => at(0)?.over(at(1)?),
            "share_of" => {
                let rest = sum(self.amounts_from(1)?)?;
                number(1).over(number(1).plus(rest.over(at(0)?)?)?)
            }
            "difference" => at(0)?.difference(),
            "exact" => Some(at(0)?.exact()),
            "p_value" => self.p_value(),
            "days" if self.values.len() == 2 => {
                let (from, to) = self.dates()?;
                time::days_between(from, to)
            }
            "years" if self.values.len() == 2 => {
                let (birth, at) = self.dates()?;
                time::years_between(birth, at)
            }
            "days_in" => time::days_in(
                self.date(0)
                    .or_else(|| time::undated_range(self.scene, self.values.first()?))?,
            ),
            "elapsed" => {
                let (from, to) = self.hours()?;
                time::elapsed(from, to)
            }
            "seconds" => span(at(0)?, UnitId::second()),
            "minutes" => span(at(0)?, UnitId::minute()),
            "hours" => span(at(0)?, UnitId::hour()),
            "days" => span(at(0)?, UnitId::day()),
            "weeks" => span(at(0)?, UnitId::week()),
            "months" => span(at(0)?, UnitId::month()),
            "years" => span(at(0)?, UnitId::year()),
            "max" => fold(self.amounts_from(0)?, |one, other| Some(one.maximum(other))),
            "min" => fold(self.amounts_from(0)?, |one, other| Some(one.minimum(other))),
            "mean" => {
                let amounts = self.amounts_from(0)?;
                let count = number(i64::try_from(amounts.len()).ok()?);
                sum(amounts)?.over(count)
            }
            "sum" => sum(self.amounts_from(0)?),
            "month" => time::month(self.scene, self.values.first()?),
            "year" => time::year(self.scene, self.values.first()?),
            "power" => {
                let exponent = at(1)?.lenient.as_exact().filter(|n| n.is_integer())?;
                let exponent = u32::try_from(exponent.numerator()).ok()?;
                (exponent < 100).then(|| at(0)?.power(exponent))?
            }
            "sqrt" => at(0)?.each(|values| statistics::square_root(&values)),
            "ln" => at(0)?.each(|values| statistics::logarithm(&values)),
            "whole" => whole(at(0)?),
            _ => statistic::p_value(name, &self.numbers()?),
        }
    }

    /// The p-value of a reported test, by what it is of.
    fn p_value(&self) -> Option<Amount> {
        let test = self.values.first()?;
        let field = |name: &str| read::field(self.scene, test, name);
        let Value::Symbol(statistic) = field("statistic") else {
            return None;
        };
        let name = match statistic {
            "t" => "p_t",
            "f" => "p_f",
            "chi2" | "q" => "p_chi2",
            "r" => "p_r",
            "z" => "p_z",
            _ => return None,
        };
        let mut numbers = vec![amount(self.scene, &read::as_rounded(self.scene, test))?];
        let degrees = ["df", "df2"].map(|df| amount(self.scene, &field(df)));
        numbers.extend(degrees.into_iter().flatten());
        statistic::p_value(name, &numbers)
    }

    fn amount_at(&self, place: usize) -> Option<Amount> {
        amount(self.scene, self.values.get(place)?)
    }

    /// All amounts from a place on, lists spread out; `None` when one is
    /// missing or there is none.
    fn amounts_from(&self, place: usize) -> Option<Vec<Amount>> {
        let values = self.values.get(place..)?;
        let amounts: Option<Vec<Amount>> = values
            .iter()
            .flat_map(|value| match value {
                Value::List(members) => members.as_slice(),
                one => std::slice::from_ref(one),
            })
            .map(|value| amount(self.scene, value))
            .collect();
        amounts.filter(|amounts| !amounts.is_empty())
    }

    fn numbers(&self) -> Option<Vec<Amount>> {
        (0..self.values.len())
            .map(|place| self.amount_at(place))
            .collect()
    }

    fn date(&self, place: usize) -> Option<Days> {
        time::days_of(self.scene, self.values.get(place)?)
    }

    fn dates(&self) -> Option<(Days, Days)> {
        Some((self.date(0)?, self.date(1)?))
    }

    fn nearest(&self) -> Option<Days> {
        let days = self.date(0)?;
        let Value::Symbol(weekday) = self.values.get(1)? else {
            return None;
        };
        let weekday = symbol::weekday_number(weekday)?;
        calendar::nearest(days.as_one()?, weekday).map(Days::one)
    }

    fn member(&self, name: &str) -> Value {
        let Some(Value::List(members)) = self.values.first() else {
            return Value::Missing;
        };
        let member = if name == "first" {
            members.first()
        } else {
            members.last()
        };
        member.cloned().unwrap_or(Value::Missing)
    }

    /// Certain when all words are in one class `excludes-…` and no two are the
    /// same; otherwise it cannot be told.
    fn disjoint(&self) -> Option<Judgement> {
        let Some(Value::List(words)) = self.values.first() else {
            return None;
        };
        let mut keys: Vec<Vec<String>> = words.iter().map(|word| self.scene.key(word)).collect();
        keys.sort_unstable();
        let all = keys.len();
        keys.dedup();
        if keys.len() < all || keys.is_empty() || keys.iter().any(Vec::is_empty) {
            return None;
        }
        let lexicon = self.scene.lexicon;
        let excludes = lexicon
            .class_names()
            .filter(|name| name.starts_with("excludes-"))
            .filter_map(|name| lexicon.class(name))
            .any(|class| words.iter().all(|word| self.scene.is_in(word, class)));
        (excludes || all == 1).then_some(Judgement::CERTAIN)
    }

    /// Whether words stand anywhere in the document, without regard to case
    /// and to hyphens between them.
    fn says(&self) -> Option<Judgement> {
        let Some(Value::Text(text)) = self.values.first() else {
            return None;
        };
        let document = &self.scene.article.document;
        let mut words = text.split([' ', '-']);
        let first = words.next()?;
        // A word that the lexicon has is known by its number.
        let id = self.scene.lexicon.lookup(first);
        let said = |from: usize| {
            (from..document.tokens.len())
                .filter(|&token| document.tokens[token].kind != TokenKind::Hyphen)
                .map(|token| document.text(token))
        };
        let begins = |token: usize| {
            let mut said = said(token + 1);
            document.text(token).eq_ignore_ascii_case(first)
                && words
                    .clone()
                    .all(|word| said.next().is_some_and(|it| it.eq_ignore_ascii_case(word)))
        };
        let tokens = document.tokens.iter().enumerate();
        let mut alike = tokens.filter(|(_, token)| token.word == id);
        Some(alike.any(|(place, _)| begins(place)).into())
    }

    fn hours(&self) -> Option<(Clock, Clock)> {
        let clock = |place| time::clock_of(self.scene, self.values.get(place)?);
        Some((clock(0)?, clock(1)?))
    }

    fn same_moment(&self) -> Option<Judgement> {
        let (one, other) = self.hours()?;
        time::is_same_moment(one, other)
    }

    fn same_digits(&self) -> Option<Judgement> {
        let (one, first) = read::sorted_digits(self.scene, self.values.first()?)?;
        let (other, second) = read::sorted_digits(self.scene, self.values.get(1)?)?;
        Some((one == other && first != second).into())
    }
}

fn number(value: i64) -> Amount {
    Amount::number(Interval::exact(value.into()))
}

fn sum(amounts: Vec<Amount>) -> Option<Amount> {
    let mut amounts = amounts.into_iter();
    let first = amounts.next()?;
    amounts.try_fold(first, Amount::plus)
}

fn fold(
    amounts: Vec<Amount>,
    operation: impl Fn(&Interval, &Interval) -> Option<Interval>,
) -> Option<Amount> {
    let mut amounts = amounts.into_iter();
    let first = amounts.next()?;
    amounts.try_fold(first, |one, other| one.alike(other, &operation))
}

fn span(count: Amount, unit: UnitId) -> Option<Amount> {
    let one = Amount::of_unit(Interval::exact(Rational::ONE), Unit::of(unit))?;
    count.times(one)
}

/// Widened both ways by a share of its ends.
fn about(amount: Amount, share: Amount) -> Option<Amount> {
    let share = share.lenient.high().value()?.abs()?;
    let around = Interval::new(
        Bound::Closed(Rational::ONE.minus(share)?),
        Bound::Closed(Rational::ONE.plus(share)?),
    )?;
    amount.each(|values| values.times(&around))
}

/// The whole numbers in an amount, in the unit in which it is shown.
fn whole(amount: Amount) -> Option<Amount> {
    let numbers = amount.shown()?.each(|values| values.whole_numbers())?;
    if amount.dimension.is_none() && amount.unit.is_none() {
        return Some(numbers);
    }
    let unit = Amount::of_unit(Interval::exact(Rational::ONE), amount.unit)?;
    numbers.times(unit.difference()?)
}

fn ends(values: Interval, change: impl Fn(Rational) -> Rational) -> Option<Interval> {
    let end = |bound: Bound| match bound.value() {
        Some(value) => Bound::Closed(change(value)),
        None => Bound::Unbounded,
    };
    Interval::new(end(values.low()), end(values.high()))
}

/// All whole numbers that any member may be rounded to, halves either way.
fn rounded(values: Interval) -> Option<Interval> {
    let half = Rational::new(1, 2);
    let low = match values.low() {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Closed(low) => Bound::Closed(Rational::integer(low.minus(half)?.ceil())),
        Bound::Open(low) => Bound::Closed(Rational::integer(low.plus(half)?.floor())),
    };
    let high = match values.high() {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Closed(high) => Bound::Closed(Rational::integer(high.plus(half)?.floor())),
        Bound::Open(high) => Bound::Closed(Rational::integer(high.minus(half)?.ceil())),
    };
    Interval::new(low, high)
}
