//! Evaluating an expression in a scene. It always ends: a tree has at most 64
//! levels, and no function calls back.

use super::judgement::Judgement;
use super::scene::Scene;
use super::symbol::{self, Family};
use super::tree::{Operator, Part, Relation, Set, Tree, Word};
use super::{call, field, read, time};
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
    if let Part::Arithmetic(Operator::Plus, part, rest) = &right.part {
        let rest = match (part.names_same(left), rest.names_same(left)) {
            (true, false) => rest,
            (false, true) => part,
            _ => return None,
        };
        let ratio = amount_of(rest, scene)?.over(amount_of(left, scene)?)?;
        return one.over(one.plus(ratio)?);
    }
    let (inner, is_absolute) = match &left.part {
        Part::Call(name, arguments) if name.text == "abs" => (arguments.first()?, true),
        _ => (left, false),
    };
    let Part::Arithmetic(Operator::Minus, minuend, subtrahend) = &inner.part else {
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
    let (one, other) = match (family(left), family(right)) {
        (Some(family), None) => (evaluate(left, scene), named(family, right)),
        (None, Some(family)) => (named(family, left), evaluate(right, scene)),
        _ => (evaluate(left, scene), evaluate(right, scene)),
    };
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

fn named(family: Family, tree: &Tree) -> Value {
    let symbol = tree.symbol().and_then(|name| family.find(&name));
    Value::or_missing(symbol, Value::Symbol)
}

/// The family of the symbols that a tree gives, when it is seen to give some.
pub(super) fn family(tree: &Tree) -> Option<Family> {
    match &tree.part {
        Part::Field(_, name) => field::family(&name.text),
        Part::Call(name, _) if name.text == "weekday" => Some(Family::Weekday),
        _ => None,
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
    let kind = kind.text.replace('_', "-");
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
            .any(|word| word.text.replace('_', "-") == *symbol)
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
mod tests {
    use super::super::example::Example;
    use super::*;
    use crate::mention::timex::{Clock, DateForm};
    use crate::mention::{Hedge, Kind, Timex};

    const CERTAIN: Judgement = Judgement::CERTAIN;
    const POSSIBLE: Judgement = Judgement::POSSIBLE;
    const IMPOSSIBLE: Judgement = Judgement::IMPOSSIBLE;

    fn day(year: Option<i32>, month: u8, day: u8, weekday: u8) -> Timex {
        Timex {
            year,
            month: Some(month),
            day: Some(day),
            weekday: Some(weekday),
            dated: year.is_some(),
            ..Timex::default()
        }
    }

    #[test]
    fn a_share_is_compared_as_hundredths() {
        let wrong = Example::new("12 of the 40 schools (25%) failed")
            .count("part", "12")
            .count("whole", "40")
            .percent("share", "25%");
        assert_eq!(wrong.judge("part / whole == share"), IMPOSSIBLE);
        assert_eq!(wrong.judge("share(part, whole) == 30%"), CERTAIN);
        assert_eq!(
            wrong.say("{part} of {whole} is {part / whole : percent}, not {share}"),
            "12 of 40 is 30%, not 25%"
        );
        let right = Example::new("17 of the 40 schools (42%) failed")
            .count("part", "17")
            .count("whole", "40")
            .percent("share", "42%");
        assert_eq!(right.judge("part / whole == share"), POSSIBLE);
        assert_eq!(right.judge("sum(share, share) <= 84%"), POSSIBLE);
    }

    #[test]
    fn a_change_uses_each_value_once() {
        let change = Example::new("from 1.2 million to 1.3 million, up 5%")
            .count("from", "1.2 million")
            .count("to", "1.3 million")
            .percent("by", "5%");
        assert_eq!(change.judge("by == to / from - 1"), POSSIBLE);
        assert_eq!(change.judge("by == change(from, to)"), POSSIBLE);
        // From 0% to 17.4%; with `from` used twice it would begin below 0.
        assert_eq!(change.judge("(to - from) / from >= 0"), CERTAIN);
        assert_eq!(change.judge("abs(to - from) / from >= 0"), CERTAIN);
        assert_eq!(change.judge("to / (to + from) >= 50%"), CERTAIN);
        assert_eq!(change.judge("to / (to + from) < 51%"), POSSIBLE);
        assert_eq!(
            change.say("{change(from, to) : change}, {to - from : range}"),
            "up 8.3%, 0 to 200,000"
        );
    }

    #[test]
    fn what_is_missing_gives_no_verdict() {
        let example = Example::new("12 of them")
            .count("part", "12")
            .unbound("whole", Sort::Count);
        assert_eq!(example.judge("part == whole"), POSSIBLE);
        assert_eq!(example.judge("not part > whole"), POSSIBLE);
        assert_eq!(example.judge("part / 0 == 3"), POSSIBLE);
        assert_eq!(example.judge("part ^ 99 == 3"), POSSIBLE);
        assert_eq!(example.judge("whole is missing"), CERTAIN);
        assert_eq!(example.judge("whole is bound or whole"), IMPOSSIBLE);
        assert_eq!(example.judge("part and not whole"), CERTAIN);
        assert_eq!(example.judge("whole.quoted"), POSSIBLE);
        assert_eq!(
            example.say("{whole} and {part / 0 : percent}"),
            "unknown and unknown"
        );
    }

    #[test]
    fn money_is_only_compared_in_one_currency() {
        let money = |text, unit| {
            Example::new("£10 and 500 made 15")
                .number("one", "£10", Kind::Money, Sort::Money, "GBP")
                .number("other", text, Kind::Money, Sort::Money, unit)
                .like("third", "15", "one")
        };
        assert_eq!(money("500", "USD").judge("one == other"), POSSIBLE);
        assert_eq!(money("500", "GBP").judge("one == other"), IMPOSSIBLE);
        assert_eq!(money("500", "GBP").judge("one.unit == other.unit"), CERTAIN);
        assert_eq!(
            money("500", "USD").judge("one.unit == other.unit"),
            IMPOSSIBLE
        );
        assert_eq!(
            money("500", "GBP").judge("third == one + 0.5 * one"),
            CERTAIN
        );
        assert_eq!(
            money("500", "GBP").say("{2 * third} or {third}"),
            "£30 or 15"
        );
    }

    #[test]
    fn a_bare_number_takes_the_scale_of_its_like() {
        let mut example = Example::new("£26 to £31 million");
        example = example.number("to", "£31 million", Kind::Money, Sort::Money, "GBP");
        let example = example.like("from", "26", "to");
        // The lexicon of the test may know no scale words: then 26 is £26.
        assert_eq!(example.judge("from < to"), CERTAIN);
        assert_eq!(example.judge("from.unit == to.unit"), CERTAIN);
    }

    #[test]
    fn a_bare_number_like_a_percentage_is_one() {
        let example = Example::new("from 5 to 7%")
            .percent("to", "7%")
            .like("from", "5", "to");
        assert_eq!(example.judge("from is percent"), CERTAIN);
        assert_eq!(example.judge("from == 5.4%"), POSSIBLE);
        assert_eq!(example.judge("to - from == 2%"), POSSIBLE);
        assert_eq!(
            example.say("{to - from : points}, {to / from - 1 : change}"),
            "2 points, up 40%"
        );
    }

    #[test]
    fn dates_are_compared_as_days() {
        let example = Example::new("on Monday, 4 November 2015, and in 2016")
            .date("date", "Monday, 4 November 2015", day(Some(2015), 11, 4, 1))
            .date(
                "later",
                "2016",
                Timex {
                    year: Some(2016),
                    form: DateForm::Year,
                    ..Timex::default()
                },
            );
        assert_eq!(example.judge("date.weekday == weekday(date)"), IMPOSSIBLE);
        assert_eq!(example.judge("date.weekday == monday"), CERTAIN);
        assert_eq!(example.judge("weekday_fits(date)"), IMPOSSIBLE);
        assert_eq!(
            example.judge("date < later and before(date, later)"),
            CERTAIN
        );
        assert_eq!(example.judge("date == later"), IMPOSSIBLE);
        assert_eq!(example.judge("year(later) - year(date) == 1"), CERTAIN);
        assert_eq!(example.judge("years(date, later) == years(1)"), POSSIBLE);
        assert_eq!(example.judge("years(date, later) == years(3)"), IMPOSSIBLE);
        assert_eq!(example.judge("days_in(later) == days(366)"), CERTAIN);
        assert_eq!(example.judge("days(date, later) >= weeks(8)"), CERTAIN);
        assert_eq!(example.judge("later.form in [year, month]"), CERTAIN);
        assert_eq!(example.judge("date is day and later is not day"), CERTAIN);
        assert_eq!(
            example.say("{date} is a {weekday(date)}; {nearest(date, date.weekday) : date}"),
            "Monday, 4 November 2015 is a Wednesday; 2 November 2015"
        );
    }

    #[test]
    fn a_weekday_without_a_year_may_fall_in_the_years_around() {
        let example = Example::new("on Monday, 4 January").date(
            "date",
            "Monday, 4 January",
            day(None, 1, 4, 1),
        );
        assert_eq!(example.judge("weekday_fits(date)"), POSSIBLE);
        assert_eq!(
            example.anchor("2015-12-30").judge("weekday_fits(date)"),
            CERTAIN
        );
    }

    #[test]
    fn hours_pass_midnight() {
        let clock = |hour, certain| Timex {
            clock: Some(Clock {
                hour,
                minute: 30,
                certain,
                zone: None,
            }),
            form: DateForm::Clock,
            ..Timex::default()
        };
        let example = Example::new("from 22.30 to 1.30 (10.30)")
            .date("from", "22.30", clock(22, true))
            .date("to", "1.30", clock(1, true))
            .date("late", "10.30", clock(10, false));
        assert_eq!(example.judge("elapsed(from, to) == hours(3)"), CERTAIN);
        assert_eq!(example.judge("from == to"), IMPOSSIBLE);
        assert_eq!(example.judge("from == late"), POSSIBLE);
        assert_eq!(example.judge("to == late"), IMPOSSIBLE);
        assert_eq!(example.judge("same_moment(to, late)"), IMPOSSIBLE);
        assert_eq!(example.judge("elapsed(to, late) == hours(9)"), POSSIBLE);
    }

    #[test]
    fn words_are_matched_by_their_singular() {
        let example = Example::new("10 died, 6 men and 5 women rose")
            .count("total", "10")
            .counts("part", &["6 men", "5 women"])
            .word("verb", "rose");
        assert_eq!(example.judge("verb in @rise"), CERTAIN);
        assert_eq!(example.judge("verb in [fell, rose]"), CERTAIN);
        assert_eq!(example.judge("verb not in @person"), CERTAIN);
        assert_eq!(example.judge("disjoint(part.head)"), CERTAIN);
        assert_eq!(example.judge("sum(part) <= total"), IMPOSSIBLE);
        assert_eq!(
            example.judge("count(part) == 2 and max(part) == 6"),
            CERTAIN
        );
        assert_eq!(example.judge("share_of(total, part) == 10 / 21"), CERTAIN);
        assert_eq!(example.say("{part} make {sum(part)}"), "6 and 5 make 11");
    }

    #[test]
    fn unknown_families_are_not_disjoint() {
        let example =
            Example::new("6 children and 5 Britons").counts("part", &["6 children", "5 Britons"]);
        assert_eq!(example.judge("disjoint(part.head)"), POSSIBLE);
    }

    #[test]
    fn a_list_is_announced_before_its_colon() {
        let example = Example::new("There are 3 reasons:\n- cost\n- time\n")
            .with("3")
            .list("list");
        assert_eq!(example.judge("list.announced == list.length"), IMPOSSIBLE);
        assert_eq!(example.judge("list.hedged"), IMPOSSIBLE);
        assert_eq!(
            example.say("{list.announced}, not {list.length}"),
            "3, not 2"
        );
        let without = Example::new("There are 3 reasons.\n- cost\n")
            .with("3")
            .list("list");
        assert_eq!(without.judge("list.announced is missing"), CERTAIN);
    }

    #[test]
    fn a_total_is_no_part_of_its_column() {
        let example = Example::new("Item\nCost\nRent\n12\nPay\n30\nOther\n-\nTotal\n52\n")
            .with("12")
            .with("30")
            .with("52")
            .column("column", 1);
        assert_eq!(
            example.judge("sum(column.values) == column.total"),
            IMPOSSIBLE
        );
        assert_eq!(example.judge("sum(column.values) == 42"), CERTAIN);
        assert_eq!(example.judge("column.length == 3"), CERTAIN);
        assert_eq!(
            example.say("{column.header}: {column.values}"),
            "Cost: 12 and 30"
        );
    }

    #[test]
    fn what_is_written_can_be_asked_for() {
        let example = Example::new("about 3.40 km")
            .number("far", "3.40 km", Kind::Measure, Sort::Measure, "km")
            .with_hedge(Hedge::About);
        assert_eq!(
            example.judge("far.written == 3.4 and far.digits == 3"),
            CERTAIN
        );
        assert_eq!(
            example.judge("far.place == far - far + 0.01 * far / 3.4"),
            POSSIBLE
        );
        assert_eq!(example.judge("far.hedge == about and far.hedged"), CERTAIN);
        assert_eq!(
            example.judge("far.kind == measure and far is measure"),
            CERTAIN
        );
        assert_eq!(example.judge("far.value > 2 and far.low > 2"), CERTAIN);
        assert_eq!(
            example.say("{far} is {far.value * 1000 : count}"),
            "3.40 km is 3,400"
        );
        assert_eq!(example.say("{2 * far : like far}"), "6.8 km");
    }

    #[test]
    fn figures_are_compared_by_their_digits() {
        let example = Example::new("8568 or 8586")
            .count("one", "8568")
            .count("other", "8586");
        assert_eq!(example.judge("same_digits(one, other)"), CERTAIN);
        assert_eq!(example.judge("same_digits(one, one)"), IMPOSSIBLE);
    }

    #[test]
    fn statistics_are_judged_by_their_intervals() {
        let example = Example::new("t(28) = 2.20, p = .03")
            .number("t", "2.20", Kind::Statistic, Sort::Statistic, "")
            .number("p", ".03", Kind::Statistic, Sort::Statistic, "");
        assert_eq!(example.judge("t.df == 28"), CERTAIN);
        assert_eq!(example.judge("p_t(t, t.df) < 4%"), CERTAIN);
        assert_eq!(example.judge("sqrt(9) == 3 and round(2.5) == 3"), POSSIBLE);
        assert_eq!(example.judge("grim(5.19, 28)"), IMPOSSIBLE);
        assert_eq!(example.judge("power(1.06, 5) > 33%"), CERTAIN);
    }
}
