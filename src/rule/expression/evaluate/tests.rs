//! Expressions in small articles.

use proptest::prelude::*;

use super::*;
use crate::mention::timex::{Clock, DateForm};
use crate::mention::{Hedge, Kind, Timex};
use crate::rule::expression::Expression;
use crate::rule::expression::example::Example;

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
    let example =
        Example::new("on Monday, 4 January").date("date", "Monday, 4 January", day(None, 1, 4, 1));
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
            second: None,
            hour,
            minute: 30,
            certain,
            zone: None,
            zoned: false,
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
    let example = Example::new("2.20 with 28")
        .count("t", "2.20")
        .count("df", "28");
    assert_eq!(example.judge("p_t(t, df) < 4%"), CERTAIN);
    assert_eq!(example.judge("sqrt(9) == 3 and round(2.5) == 3"), POSSIBLE);
    assert_eq!(example.judge("grim(5.19, 28)"), IMPOSSIBLE);
    assert_eq!(example.judge("power(1.06, 5) > 33%"), CERTAIN);
}

#[test]
fn whole_numbers_beside_decimals_are_rounded() {
    let example = Example::new("12.4 and 35.8 make 48")
        .number("one", "12.4", Kind::Money, Sort::Money, "GBP")
        .number("other", "35.8", Kind::Money, Sort::Money, "GBP")
        .number("total", "48", Kind::Money, Sort::Money, "GBP");
    let sum = "one + other == as_rounded(total)";
    assert_eq!(example.judge(sum), POSSIBLE);
    assert_eq!(
        example.judge("as_rounded(total) + 0 * total <= 2 * one"),
        IMPOSSIBLE
    );
    let far = Example::new("1,200 km").number("far", "200 km", Kind::Measure, Sort::Measure, "km");
    let judged = far.judge("as_rounded(far) > 0.9 * far");
    assert_eq!(judged.strict, Truth::Certain);
    assert_eq!(judged.lenient, Truth::Possible);
}

proptest! {
    #[test]
    fn no_expression_panics(
        parts in prop::collection::vec(prop::sample::select(PARTS), 1..14)
    ) {
        EXAMPLE.with(|example| {
            if let Ok(expression) = Expression::parse(&parts.join(" ")) {
                example.try_all(&expression);
            }
        });
    }
}

thread_local! {
    static EXAMPLE: Example = Example::new("12 of 40 (25%) rose on 4 May 2015 at 10.30, 3-1")
.count("n", "12")
.percent("p", "25%")
.like("l", "40", "p")
.word("w", "rose")
.date("d", "4 May 2015", day(Some(2015), 5, 4, 1))
.unbound("x", Sort::Money)
.counts("c", &["12 of", "40 ("]);
}

const PARTS: &[&str] = &[
    "n",
    "p",
    "l",
    "w",
    "d",
    "x",
    "c",
    "0",
    "1e30",
    "7%",
    "+",
    "-",
    "*",
    "/",
    "^ 99",
    "(",
    ")",
    ",",
    "==",
    "<",
    "and",
    "not",
    "is percent",
    "in @rise",
    "in [rose, monday]",
    "sum(c)",
    "abs(",
    "sqrt(",
    "power(",
    "days(",
    "years(",
    "nearest(d, monday)",
    "weekday(",
    "p_t(",
    "grim(",
    "as_rounded(",
    "disjoint(c.head)",
    "mean(c, n)",
    "round(",
    "about(",
    ".unit",
    ".first",
    ".digits",
    ".low",
    ".head",
    ".place",
    "whole(",
    "share_of(",
    "elapsed(d, d)",
    "\"2015-11-04\"",
];
