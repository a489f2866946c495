//! Reported statistics.

use super::reading::{only, read};
use addup::mention::statistic::{Relation, Symbol};
use addup::mention::{Kind, Statistic};
use addup::number::{Hedge, Rational};

#[test]
fn a_statistic_keeps_its_degrees_and_its_sign() {
    let found = read("story.txt", "It differed, F(2, 28) = 4.10, p < .05.");
    let Some(Statistic::Value {
        symbol,
        degrees,
        relation,
        numeral,
    }) = found[0].1.statistic()
    else {
        panic!("no statistic: {found:?}");
    };
    assert_eq!((*symbol, *relation), (Symbol::F, Relation::Equal));
    assert_eq!(
        degrees.map(|d| d.map(|n| n.value.numerator())),
        [Some(2), Some(28)]
    );
    assert_eq!(numeral.place, Rational::new(1, 100));
    assert_eq!(found[1].1.hedge, Hedge::LessThan);
    assert_eq!(found[1].1.kind, Kind::Statistic);
}

#[test]
fn degrees_glued_to_a_comma_are_two() {
    for (text, expected) in [
        ("It differed, F(2,120) = 4.10.", [Some(2), Some(120)]),
        ("It differed, F(2, 1,200) = 4.10.", [Some(2), Some(1200)]),
        ("It differed, t(1,734) = 4.10.", [Some(1734), None]),
        ("It differed, χ2(df = 3) = 4.10.", [Some(3), None]),
    ] {
        let found = only(text);
        let Some(Statistic::Value { degrees, .. }) = found.statistic() else {
            panic!("no statistic in {text}");
        };
        let degrees = degrees.map(|d| d.map(|n| n.value.numerator()));
        assert_eq!(degrees, expected, "{text}");
    }
}

#[test]
fn a_statistic_behind_a_glued_sign_keeps_its_minus() {
    for text in [
        "It fell (z=−2.20).",
        "It fell (z=-2.20).",
        "It fell (z = –2.20).",
    ] {
        let found = only(text);
        let Some(Statistic::Value { numeral, .. }) = found.statistic() else {
            panic!("no statistic in {text}");
        };
        assert_eq!(numeral.value, Rational::new(-220, 100), "{text}");
    }
}

#[test]
fn a_statistic_ends_where_its_number_does() {
    let is_read = |text| {
        let found = read("story.txt", text);
        found.iter().any(|(_, m)| m.statistic().is_some())
    };
    assert!(is_read("It fell (p<0·0001)."));
    assert!(!is_read("It fell (P<0,05)."));
}

#[test]
fn a_p_value_may_be_called_one() {
    for text in ["It fell (p-value < .05).", "It fell (P value = .05)."] {
        let found = only(text);
        let Some(Statistic::Value { symbol, .. }) = found.statistic() else {
            panic!("no statistic in {text}");
        };
        assert_eq!(*symbol, Symbol::P, "{text}");
    }
}

#[test]
fn a_confidence_interval_is_one_mention() {
    for text in [
        "The ratio rose (95% CI 1.03 to 1.9).",
        "The ratio rose, 95% CI [1.03, 1.9].",
        "The ratio rose, 95% confidence interval (CI): 1.03–1.9.",
    ] {
        let found = only(text);
        let Some(Statistic::Confidence { level, ends }) = found.statistic() else {
            panic!("no interval in {text}");
        };
        assert_eq!(level.value, Rational::integer(95));
        assert_eq!(
            (ends.0.value, ends.1.value),
            (Rational::new(103, 100), Rational::new(19, 10))
        );
    }
}
