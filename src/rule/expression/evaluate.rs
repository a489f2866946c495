//! Evaluating an expression in a scene. It always ends: a tree has at most 64
//! levels, and no function calls back.

use super::judgement::Judgement;
use super::scene::Scene;
use super::symbol;
use super::tree::{Operator, Part, Relation, Set, Tree, Word, hyphened};
use super::{call, read, time};
use crate::claim::MentionId;
use crate::mention::{Figure, Value as Says};
use crate::number::{Days, Interval, Rational, Truth};
use crate::rule::sort::Sort;
use crate::rule::value::{Amount, Value};

/// What a tree comes to.
pub(super) fn evaluate(tree: &Tree, scene: Scene<'_>) -> Value {
    let amount = Value::amount;
    match &tree.part {
        Part::Number(number) => Value::amount(Some(Amount::number(Interval::exact(*number)))),
        Part::Text(text) => Value::Text(text.clone()),
        Part::Name(name) => scene.bound(name),
        Part::Symbol(_, symbol) => Value::or_missing(*symbol, Value::Symbol),
        Part::Let(_, meant) => evaluate(meant, scene),
        Part::Field(owner, name) => read::field(scene, &evaluate(owner, scene), &name.text),
        Part::Call(name, arguments) => call::call(scene, &name.text, arguments),
        Part::Negate(inner) => amount(amount_of(inner, scene).and_then(Amount::negate)),
        Part::Power(base, exponent) => {
            amount(amount_of(base, scene).and_then(|base| base.power(*exponent)))
        }
        Part::Arithmetic(operator, left, right) => {
            amount(arithmetic(scene, *operator, left, right))
        }
        Part::Compare(..)
        | Part::Is(..)
        | Part::In(..)
        | Part::Not(_)
        | Part::And(..)
        | Part::Or(..) => Value::Truth(condition(tree, scene)),
    }
}

/// How far a tree holds as a condition. A name or field that is no condition
/// holds when it is there.
pub(super) fn condition(tree: &Tree, scene: Scene<'_>) -> Judgement {
    match &tree.part {
        Part::Compare(relation, left, right) => compare(scene, *relation, left, right),
        Part::Is(of, kind) => is(scene, of, kind),
        Part::In(of, set) => is_in(scene, of, set),
        Part::Not(inner) => !condition(inner, scene),
        Part::And(left, right) => match condition(left, scene) {
            Judgement::IMPOSSIBLE => Judgement::IMPOSSIBLE,
            held => held.and(condition(right, scene)),
        },
        Part::Or(left, right) => match condition(left, scene) {
            Judgement::CERTAIN => Judgement::CERTAIN,
            held => held.or(condition(right, scene)),
        },
        Part::Let(_, meant) => condition(meant, scene),
        _ => match evaluate(tree, scene) {
            Value::Truth(judgement) => judgement,
            Value::Missing => Judgement::IMPOSSIBLE,
            _ => Judgement::CERTAIN,
        },
    }
}

/// The amount that a tree comes to.
pub(super) fn amount_of(tree: &Tree, scene: Scene<'_>) -> Option<Amount> {
    amount(scene, &evaluate(tree, scene))
}

/// The amount of a value.
pub(super) fn amount(scene: Scene<'_>, value: &Value) -> Option<Amount> {
    match value {
        Value::Amount(amount) => Some(**amount),
        Value::Mention { id, like } => read::amount(scene, *id, *like),
        _ => None,
    }
}

fn arithmetic(scene: Scene<'_>, operator: Operator, left: &Tree, right: &Tree) -> Option<Amount> {
    if operator == Operator::Over
        && let Some(quotient) = quotient_of_one_use(scene, left, right)
    {
        return Some(quotient);
    }
    let (one, other) = (amount_of(left, scene)?, amount_of(right, scene)?);
    match operator {
        Operator::Plus => one.plus(other),
        Operator::Minus => one.minus(other),
        Operator::Times => one.times(other),
        Operator::Over => one.over(other),
    }
}

/// A quotient that names one value twice, with each value used once, since
/// an interval that is used twice comes out too wide: `(to - from) / from` is
/// `to / from - 1`, and `part / (part + rest)` is `1 / (1 + rest / part)`.
fn quotient_of_one_use(scene: Scene<'_>, left: &Tree, right: &Tree) -> Option<Amount> {
    let one = Amount::number(Interval::exact(Rational::ONE));
    if let Part::Arithmetic(Operator::Plus, part, rest) = &right.meant().part {
        let rest = match (part.names_same(left), rest.names_same(left)) {
            (true, false) => rest,
            (false, true) => part,
            _ => return None,
        };
        let ratio = amount_of(rest, scene)?.over(amount_of(left, scene)?)?;
        return one.over(one.plus(ratio)?);
    }
    let (inner, is_absolute) = match &left.meant().part {
        Part::Call(name, arguments) if name.text == "abs" => (arguments.first()?, true),
        _ => (left, false),
    };
    let Part::Arithmetic(Operator::Minus, minuend, subtrahend) = &inner.meant().part else {
        return None;
    };
    let base = amount_of(right, scene)?;
    let share = match (minuend.names_same(right), subtrahend.names_same(right)) {
        (false, true) => amount_of(minuend, scene)?.over(base)?.minus(one)?,
        (true, false) => one.minus(amount_of(subtrahend, scene)?.over(base)?)?,
        _ => return None,
    };
    if !is_absolute {
        return Some(share);
    }
    let nought = Interval::exact(Rational::ZERO);
    let is_positive = nought.is_less(&base.lenient) == Truth::Certain;
    is_positive.then(|| share.each(|values| values.abs()))?
}

fn compare(scene: Scene<'_>, relation: Relation, left: &Tree, right: &Tree) -> Judgement {
    let (one, other) = (evaluate(left, scene), evaluate(right, scene));
    match relation {
        Relation::Equal => relate(scene, &one, &other, Interval::equals, time::is_same),
        Relation::Unequal => !relate(scene, &one, &other, Interval::equals, time::is_same),
        Relation::Less => relate(scene, &one, &other, Interval::is_less, time::is_before),
        Relation::Greater => relate(scene, &other, &one, Interval::is_less, time::is_before),
        Relation::AtMost => relate(scene, &one, &other, Interval::is_at_most, |one, other| {
            !time::is_before(other, one)
        }),
        Relation::AtLeast => relate(scene, &other, &one, Interval::is_at_most, |one, other| {
            !time::is_before(other, one)
        }),
    }
}

/// How far two values stand in a relation; possible when either is missing.
fn relate(
    scene: Scene<'_>,
    one: &Value,
    other: &Value,
    numbers: impl Fn(&Interval, &Interval) -> Truth,
    dates: impl Fn(Days, Days) -> Truth,
) -> Judgement {
    if let (Some(one), Some(other)) = (amount(scene, one), amount(scene, other)) {
        return one.compare(other, numbers);
    }
    if let (Some(one), Some(other)) = (time::days_of(scene, one), time::days_of(scene, other)) {
        return Judgement::both(dates(one, other));
    }
    if let (Some(one), Some(other)) = (time::clock_of(scene, one), time::clock_of(scene, other)) {
        return time::relate_hours(one, other, numbers);
    }
    match (one, other) {
        (Value::Missing, _) | (_, Value::Missing) => Judgement::POSSIBLE,
        (Value::Symbol(one), Value::Symbol(other)) => (one == other).into(),
        (Value::Unit(one), Value::Unit(other)) => {
            let is_bare = one.dimension().is_some_and(|d| d.is_none());
            (one == other || (!is_bare && one.is_like(*other))).into()
        }
        (Value::Truth(one), Value::Truth(other)) => one.and(*other).or((!*one).and(!*other)),
        (Value::Term(one), Value::Term(other)) => (one.key == other.key).into(),
        (
            Value::Words(_) | Value::Term(_) | Value::Text(_),
            Value::Words(_) | Value::Term(_) | Value::Text(_),
        ) => (scene.key(one) == scene.key(other)).into(),
        _ => Judgement::POSSIBLE,
    }
}

fn is(scene: Scene<'_>, of: &Tree, kind: &Word) -> Judgement {
    let value = evaluate(of, scene);
    let kind = hyphened(&kind.text);
    match (&*kind, &value) {
        ("missing", value) => (*value == Value::Missing).into(),
        ("bound", value) => (*value != Value::Missing).into(),
        (_, Value::Missing) => Judgement::POSSIBLE,
        (kind, Value::Symbol(symbol)) => (*symbol == kind).into(),
        (kind, Value::Mention { id, like }) => is_kind(scene, *id, *like, kind).into(),
        (kind, Value::Words(_)) => matches!(kind, "word" | "name").into(),
        _ => Judgement::POSSIBLE,
    }
}

fn is_kind(scene: Scene<'_>, id: MentionId, like: Option<MentionId>, kind: &str) -> bool {
    let (Some(mention), Some(own)) = (scene.article.mentions.get(id), read::kind(scene, id, like))
    else {
        return false;
    };
    if own.name() == kind {
        return true;
    }
    match &mention.value {
        Says::Quantity { figure, .. } => match kind {
            "vague" => matches!(figure, Figure::Vague(_)),
            "malformed" => matches!(figure, Figure::Malformed),
            "range" => matches!(figure, Figure::Range(_)),
            _ => Sort::named(kind).is_some_and(|sort| sort.holds(own)),
        },
        Says::Statistic(_) => false,
        Says::Time(timex) => match kind {
            "day" => timex.day.is_some(),
            "date" => symbol::form(timex.form) != "clock",
            form => symbol::form(timex.form) == form,
        },
    }
}

fn is_in(scene: Scene<'_>, of: &Tree, set: &Set) -> Judgement {
    let value = evaluate(of, scene);
    match (&value, set) {
        (Value::Missing, _) => Judgement::POSSIBLE,
        (Value::Symbol(symbol), Set::Words(words)) => words
            .iter()
            .any(|word| hyphened(&word.text) == *symbol)
            .into(),
        (value, Set::Class(class)) => match scene.lexicon.class(&class.text) {
            Some(class) => scene.is_in(value, class).into(),
            None => Judgement::POSSIBLE,
        },
        (value, Set::Words(words)) => {
            let key = scene.key(value);
            words
                .iter()
                .any(|word| scene.key(&Value::Text(word.text.clone())) == key)
                .into()
        }
    }
}

#[cfg(test)]
mod tests;
