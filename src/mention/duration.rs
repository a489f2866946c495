//! Lengths of time without a number: several weeks, for years, all day, the past
//! month, half an hour.

use nom::Parser;
use nom::branch::alt;

use super::measure::measured;
use super::numeral::number;
use super::quantity::Quantity;
use super::tokens::{Parsed, Tokens, hyphen};
use super::{Figure, Form, Kind, Numeral};
use crate::document::TokenKind;
use crate::lexicon::{Lead, TimeUnit, TimeWord};
use crate::number::{Interval, Rational, Unit, UnitId, Units};

/// Words in every sentence with which a time begins if a word of time follows.
const BEFORE_TIME: [&str; 7] = ["all", "another", "few", "many", "some", "that", "these"];

/// Whether a time may begin with a word that is no number and opens no mention
/// by itself: for years, some weeks, that night.
pub(crate) fn may_begin(tokens: Tokens<'_>) -> bool {
    match tokens.senses(0).time {
        Some(TimeWord::Unit(_)) => tokens.text(0).ends_with('s') || tokens.is(2, "long"),
        Some(_) => false,
        None => tokens.senses(1).time.is_some() && tokens.is_any(0, &BEFORE_TIME),
    }
}

/// `duration = described | quarters | couple | several | plural | whole | past_one | one_and_more | one_unit | unit_long ;`
pub(crate) fn duration(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if tokens.senses(2).time_unit().is_some()
        && let Ok(found) = described(tokens)
    {
        return Ok(found);
    }
    match tokens.senses(0).time {
        Some(TimeWord::Unit(_)) => alt((plural, unit_long)).parse(tokens),
        None if (1..=2).any(|n| tokens.senses(n).time_unit().is_some()) => alt((
            quarters,
            couple,
            several,
            whole,
            past_one,
            one_and_more,
            one_unit,
        ))
        .parse(tokens),
        _ => tokens.refuse(),
    }
}

fn of(unit: TimeUnit, figure: Figure) -> Option<Quantity> {
    let named = |symbol| Units::table().symbol(symbol);
    let unit: UnitId = match unit {
        TimeUnit::Second => UnitId::second(),
        TimeUnit::Minute => UnitId::minute(),
        TimeUnit::Hour => UnitId::hour(),
        TimeUnit::Day => UnitId::day(),
        TimeUnit::Weekend => named("weekend")?,
        TimeUnit::Week => UnitId::week(),
        TimeUnit::Fortnight => named("fortnight")?,
        TimeUnit::Month => UnitId::month(),
        TimeUnit::Quarter => named("quarter")?,
        TimeUnit::Year => UnitId::year(),
        TimeUnit::Decade => named("decade")?,
        TimeUnit::Century => named("century")?,
    };
    Some(Quantity::in_unit(Kind::Duration, figure, Unit::of(unit)))
}

fn accepted(
    tokens: Tokens<'_>,
    count: usize,
    unit: TimeUnit,
    figure: Figure,
) -> Parsed<'_, Quantity> {
    match of(unit, figure) {
        Some(quantity) => tokens.accept(count, quantity),
        None => tokens.refuse(),
    }
}

/// Two to ten, as dictionaries of usage have “several”.
fn several_of() -> Figure {
    Figure::Vague(Interval::closed(2.into(), 10.into()))
}

/// So many and more.
fn at_least(count: i64) -> Figure {
    Figure::Vague(Interval::at_least(count.into()))
}

fn one() -> Figure {
    Figure::One(Numeral {
        value: Rational::ONE,
        place: Rational::ONE,
        form: Form::Words,
    })
}

/// `described = number WORD units ;` seven consecutive days, two more years
fn described(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if !tokens.senses(1).leads(Lead::Amid) {
        return tokens.refuse();
    }
    let (rest, numeral) = number(tokens)?;
    match units(rest.skip(1)).filter(|_| rest.at == tokens.at + 1) {
        Some(unit) => accepted(tokens, 3, unit, Figure::One(numeral)),
        None => tokens.refuse(),
    }
}

/// `quarters = number "quarters" ;` the past two quarters
fn quarters(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if !tokens.is(1, "quarters") || !tokens.senses_back(1).leads(Lead::Quarters) {
        return tokens.refuse();
    }
    let (rest, numeral) = number(tokens)?;
    match units(rest).filter(|_| rest.at == tokens.at + 1) {
        Some(unit) => accepted(tokens, 2, unit, Figure::One(numeral)),
        None => tokens.refuse(),
    }
}

/// `couple = "couple" [ "of" ] units ;` behind a word that points: the next couple of days
fn couple(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let of = usize::from(tokens.is(1, "of"));
    let led = tokens.senses_back(1).leads(Lead::Quarters) || tokens.was_any(1, &["these"]);
    match units(tokens.skip(1 + of)).filter(|_| led && tokens.is(0, "couple")) {
        Some(unit) => {
            let two_or_three = Figure::Vague(Interval::closed(2.into(), 3.into()));
            accepted(tokens, 2 + of, unit, two_or_three)
        }
        None => tokens.refuse(),
    }
}

/// `several = ( [ "a" ] "few" | "several" | "some" | "many" ) units ;` two to ten, as dictionaries
/// of usage have it; many is more than a few. “Some days” may be any of their
/// kind, unless a word before them measures: for some days.
fn several(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let article = usize::from(tokens.is(0, "a"));
    let led = tokens.senses_back(1).leads(Lead::Units);
    let figure = match () {
        () if tokens.is_any(article, &["few", "several"]) => several_of(),
        () if tokens.is(article, "some") && led => at_least(2),
        () if tokens.is(article, "many") && led => at_least(3),
        () => return tokens.refuse(),
    };
    let after = article + 1;
    let more = usize::from(tokens.is(after, "more"));
    match units(tokens.skip(after + more)) {
        Some(unit) => accepted(tokens, after + more + 1, unit, figure),
        None => tokens.refuse(),
    }
}

/// A unit in the plural.
fn units(tokens: Tokens<'_>) -> Option<TimeUnit> {
    let unit = tokens.senses(0).time_unit()?;
    tokens.text(0).ends_with('s').then_some(unit)
}

/// `plural = units ;` for years, after months of talks, weeks later
fn plural(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let led = tokens.senses_back(1).leads(Lead::Units)
        || tokens.is_any(1, &["after", "before", "earlier", "later"])
            && !tokens.was_any(1, &["business", "the", "these", "those", "working"]);
    match units(tokens) {
        Some(unit) if led && unit != TimeUnit::Weekend && unit != TimeUnit::Quarter => {
            accepted(tokens, 1, unit, at_least(2))
        }
        _ => tokens.refuse(),
    }
}

/// `whole = "all" unit | "half" [ "a" | "an" | "-" ] unit ;` all day, half an hour
fn whole(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if tokens.is(0, "all") {
        return match tokens.senses(1).time_unit() {
            Some(unit) if units(tokens.skip(1)).is_none() && unit >= TimeUnit::Day => {
                accepted(tokens, 2, unit, one())
            }
            _ => tokens.refuse(),
        };
    }
    let mark = usize::from(tokens.is_any(1, &["a", "an"]) || hyphen(tokens.skip(1)).is_ok());
    let unit = tokens.senses(1 + mark).time_unit();
    let unit = unit.filter(|_| units(tokens.skip(1 + mark)).is_none());
    let (true, Some(unit)) = (tokens.is(0, "half"), unit) else {
        return tokens.refuse();
    };
    let half = Numeral {
        value: Rational::new(1, 2),
        place: Rational::ONE,
        form: Form::Fraction,
    };
    accepted(tokens, 2 + mark, unit, Figure::One(half))
}

/// `unit_long = unit "-" "long" ;` a week-long strike
fn unit_long(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let long = hyphen(tokens.skip(1)).is_ok() && tokens.is(2, "long");
    match tokens.senses(0).time_unit() {
        Some(unit) if long && units(tokens).is_none() => accepted(tokens, 3, unit, one()),
        _ => tokens.refuse(),
    }
}

/// `past_one = ( "past" | "last" | "next" | "coming" ) unit ;` over the past year, in the next
/// month: one of it, up to now or from now.
pub(crate) fn past_one(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let unit = tokens.senses(1).time_unit();
    if unit.is_none() {
        return tokens.refuse();
    }
    let past = tokens.is(0, "past");
    let other = tokens.is_any(0, &["coming", "last", "next"]);
    let led = tokens.was_any(1, &["the", "this"]) && tokens.senses_back(2).leads(Lead::PastUnit);
    match unit.filter(|unit| *unit != TimeUnit::Second && units(tokens.skip(1)).is_none()) {
        // “in the last quarter” is the one before this.
        Some(TimeUnit::Quarter) if !past => tokens.refuse(),
        Some(unit) if (past || other) && led && !tokens.is_any(2, &["of"]) => {
            accepted(tokens, 2, unit, one())
        }
        _ => tokens.refuse(),
    }
}

/// `one_and_more = ( "a" | "an" ) unit "and" number unit ;` of a smaller one: an hour and twenty
/// minutes
fn one_and_more(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let unit = tokens.senses(1).time_unit();
    let more = tokens.is(2, "and") && (4..=6).any(|n| tokens.senses(n).time_unit().is_some());
    let larger =
        unit.filter(|_| more && tokens.is_any(0, &["a", "an"]) && units(tokens.skip(1)).is_none());
    let Some(larger) = larger.and_then(|unit| of(unit, one())) else {
        return tokens.refuse();
    };
    let behind = tokens.skip(2);
    match measured(behind, larger.figure, larger.unit) {
        Ok((rest, sum)) if rest.at > behind.at + 1 => Ok((rest, sum)),
        _ => tokens.refuse(),
    }
}

/// `one_unit = ( "a" | "an" | "another" ) unit ;` where it measures: in a week, a second
/// later, after a decade.
fn one_unit(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let rest = tokens.skip(2);
    let led = tokens.senses_back(1).leads(Lead::OneUnit) && !rest.is_any(0, &["old"]);
    let counted =
        rest.is_any(0, &["after", "before", "earlier", "later"]) && !tokens.was_any(1, &["from"]);
    let unit = tokens.senses(1).time_unit();
    match unit.filter(|_| units(tokens.skip(1)).is_none() && (led || counted)) {
        Some(unit) if tokens.is_any(0, &["a", "an", "another"]) => {
            let next = rest.senses(1);
            let part = rest.is(0, "and")
                && (rest.is(1, "a") || next.fraction.is_some() || next.cardinal.is_some());
            // “Nearly a quarter” is how much.
            let how_much = unit == TimeUnit::Quarter
                && tokens.was_any(1, &["about", "almost", "nearly", "over", "than", "under"]);
            if part || how_much || rest.glued_kind(0) == Some(TokenKind::Hyphen) {
                return tokens.refuse();
            }
            accepted(tokens, 2, unit, one())
        }
        _ => tokens.refuse(),
    }
}
