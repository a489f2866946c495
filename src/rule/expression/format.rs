//! How values are shown in messages: what was captured as it is written, what
//! was computed rounded to what it is worth.

use super::scene::Scene;
use super::tree::Tree;
use super::types::{Of, Type};
use super::{Expression, Lets, Mistake, Scope, evaluate, read, symbol, time};
use crate::number::{Days, calendar};
use crate::rule::binding::Bound;
use crate::rule::suggest::did_you_mean;
use crate::rule::value::Value;

mod figure;

/// How a hole of a message shows its value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::rule) enum Format {
    /// As suits the value.
    Plain,
    /// From the lowest to the highest value.
    Range,
    /// From the lowest to the highest probability, the smallest as “below
    /// 0.001”.
    Probability,
    /// A share as a percentage.
    Percent,
    /// A share as percentage points.
    Points,
    /// A change as “up 25%” or “down 20%”.
    Change,
    /// A whole number.
    Count,
    /// 1st, 2nd, 3rd.
    Ordinal,
    /// In the unit of another amount.
    Like(Box<Tree>),
    /// 4 November 2015
    Date,
    /// Wednesday
    Weekday,
    /// November
    Month,
    /// 2015, without a comma.
    Year,
}

/// The formats by their names, with what each shows.
pub const FORMATS: [(&str, &str); 12] = [
    ("change", "up 25%, down 20%"),
    ("count", "1,234"),
    ("date", "4 November 2015"),
    ("like x", "the amount in the unit of `x`"),
    ("month", "November"),
    ("ordinal", "3rd"),
    ("percent", "a share as 26.7%"),
    ("points", "a share as 2 points"),
    ("probability", "0.0358 to 0.0366, below 0.001"),
    ("range", "24.5 to 25.5"),
    ("weekday", "Wednesday"),
    ("year", "2015, without a comma"),
];

/// The words by which formats are called.
fn names() -> impl Iterator<Item = &'static str> {
    FORMATS
        .iter()
        .map(|(name, _)| name.split(' ').next().unwrap_or(name))
}

impl Format {
    /// Reads what stands after the colon of a hole.
    pub(in crate::rule) fn parse(text: &str) -> Result<Format, Mistake> {
        let start = text.len() - text.trim_start().len();
        let written = text.trim();
        let (name, rest) = match written.split_once(char::is_whitespace) {
            Some((name, rest)) => (name, Some(rest)),
            None => (written, None),
        };
        let span = start..start + written.len();
        let wrong = |message: String, help: Option<String>| {
            Err(Mistake {
                span: span.clone(),
                message,
                help,
            })
        };
        let format = match (name, rest) {
            ("change", None) => Format::Change,
            ("count", None) => Format::Count,
            ("date", None) => Format::Date,
            ("month", None) => Format::Month,
            ("ordinal", None) => Format::Ordinal,
            ("percent", None) => Format::Percent,
            ("points", None) => Format::Points,
            ("probability", None) => Format::Probability,
            ("range", None) => Format::Range,
            ("weekday", None) => Format::Weekday,
            ("year", None) => Format::Year,
            ("like", None) => {
                let help = "name the capture whose unit is to be used: `like total`";
                return wrong("`like` what".to_owned(), Some(help.to_owned()));
            }
            ("like", Some(rest)) => {
                let at = start + written.len() - rest.len();
                let model = Expression::parse(rest).map_err(|mistake| mistake.moved(at))?;
                Format::Like(Box::new(model.tree))
            }
            (name, _) if names().any(|known| known == name) => {
                return wrong(format!("`{name}` stands alone"), None);
            }
            _ => {
                let all = names().collect::<Vec<&str>>().join(", ");
                let help = did_you_mean(name, names());
                let help = help.unwrap_or_else(|| format!("formats are {all}"));
                return wrong(format!("there is no format `{name}`"), Some(help));
            }
        };
        Ok(format)
    }

    /// The same, names under `let` with what they stand for.
    pub(in crate::rule) fn with(self, lets: &Lets) -> Result<Format, Mistake> {
        Ok(match self {
            Format::Like(model) => {
                let model = Expression { tree: *model }.with(lets)?;
                Format::Like(Box::new(model.tree))
            }
            other => other,
        })
    }

    /// That a value of this type can be shown so.
    pub(in crate::rule) fn check(&self, given: Type, scope: &Scope) -> Result<(), String> {
        let amount = given.class().is_some() && !given.many;
        let of = given.worth().of;
        let date = of == Of::Date && !given.many;
        let fits = match self {
            Format::Plain => true,
            Format::Date => date,
            Format::Weekday => date || of == Of::Symbol(super::Family::Weekday),
            Format::Month => date || amount,
            Format::Year => amount,
            Format::Like(model) => {
                let model = super::check::check(model, scope).map_err(|wrong| wrong.message)?;
                amount && model.class().is_some()
            }
            _ => amount,
        };
        if fits {
            return Ok(());
        }
        Err(format!("{} cannot be shown in this format", given.worth()))
    }
}

impl Mistake {
    /// The same, so many bytes further on.
    pub(in crate::rule) fn moved(self, by: usize) -> Mistake {
        Mistake {
            span: self.span.start + by..self.span.end + by,
            ..self
        }
    }
}

/// What a hole shows in a scene.
pub(in crate::rule) fn render(
    expression: &Expression,
    format: &Format,
    scene: Scene<'_>,
) -> String {
    let value = evaluate::evaluate(&expression.tree, scene);
    shown(&value, format, scene).unwrap_or_else(|| UNKNOWN.to_owned())
}

const UNKNOWN: &str = "unknown";

fn shown(value: &Value, format: &Format, scene: Scene<'_>) -> Option<String> {
    let amount = || evaluate::amount(scene, value);
    Some(match format {
        Format::Plain => plain(value, scene)?,
        Format::Range => figure::range(&amount()?),
        Format::Probability => figure::probability(&amount()?),
        Format::Percent => figure::percent(&amount()?),
        Format::Points => figure::points(&amount()?),
        Format::Change => figure::change(&amount()?),
        Format::Count => figure::count(&amount()?),
        Format::Year => figure::count(&amount()?).replace(',', ""),
        Format::Ordinal => figure::ordinal(&amount()?),
        Format::Like(model) => {
            let model = evaluate::evaluate(model, scene);
            let unit = read::unit(scene, &model)?;
            figure::amount_in(&amount()?, unit)
        }
        Format::Date => date(time::days_of(scene, value)?),
        Format::Weekday => {
            let weekday = match value {
                Value::Symbol(weekday) => Value::Symbol(weekday),
                date => time::weekday(scene, date),
            };
            plain(&weekday, scene)?
        }
        Format::Month => {
            let month = match amount() {
                Some(number) => number,
                None => time::month(scene, value)?,
            };
            let month = month.strict.as_exact().filter(|month| month.is_integer())?;
            calendar::month_name(u8::try_from(month.numerator()).ok()?)?.to_owned()
        }
    })
}

fn plain(value: &Value, scene: Scene<'_>) -> Option<String> {
    Some(match value {
        Value::Missing => return None,
        Value::Amount(amount) => figure::amount(amount),
        Value::Mention { .. } | Value::Words(_) | Value::Term(_) | Value::Text(_) => {
            scene.text(value)
        }
        Value::Days(days) => date(*days),
        Value::Clock(clock) => format!("{}:{:02}", clock.hour, clock.minute),
        Value::Truth(judgement) => format!("{:?}", judgement.strict).to_lowercase(),
        Value::Unit(unit) if unit.is_none() => "no unit".to_owned(),
        Value::Unit(unit) => unit.symbol(),
        Value::Symbol(name) => match symbol::weekday_number(name) {
            Some(weekday) => calendar::weekday_name(weekday)?.to_owned(),
            None => name.replace('-', " "),
        },
        Value::List(members) => {
            let members = members
                .iter()
                .map(|member| plain(member, scene).unwrap_or_else(|| UNKNOWN.to_owned()));
            series(members.collect())
        }
        Value::Thing(thing) => {
            let name = match thing {
                Bound::Column { .. } | Bound::Row { .. } => "header",
                Bound::Cell { .. } => "number",
                Bound::List(_) => "announced",
                Bound::Document => "title",
                _ => "text",
            };
            return plain(&read::field(scene, value, name), scene);
        }
    })
}

/// `a, b and c`
fn series(mut members: Vec<String>) -> String {
    let last = members.pop().unwrap_or_default();
    if members.is_empty() {
        return last;
    }
    format!("{} and {last}", members.join(", "))
}

fn date(days: Days) -> String {
    let (first, last) = (days.first, days.last);
    let name = |month: i8| calendar::month_name(month as u8).unwrap_or_default();
    if let Some(day) = days.as_one() {
        return format!("{} {} {}", day.day(), name(day.month()), day.year());
    }
    if Some(days) == Days::of_year(first.year().into()) {
        return first.year().to_string();
    }
    if Some(days) == Days::of_month(first.year().into(), first.month() as u8) {
        return format!("{} {}", name(first.month()), first.year());
    }
    format!("{} to {}", date(Days::one(first)), date(Days::one(last)))
}
