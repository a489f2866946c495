//! Every operation on intervals holds every result of their members.

use addup::number::{Bound, Interval, Rational, Truth};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

fn number() -> impl Strategy<Value = Rational> {
    (-12_i128..=12, 1_i128..=4).prop_map(|(n, d)| Rational::new(n, d))
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        4 => number().prop_map(Bound::Closed),
        3 => number().prop_map(Bound::Open),
        1 => Just(Bound::Unbounded),
    ]
}

fn interval() -> impl Strategy<Value = Interval> {
    (bound(), bound()).prop_filter_map("empty", |(low, high)| {
        Interval::new(low, high).or_else(|| Interval::new(high, low))
    })
}

/// Members of an interval: all sixths near its ends, and some far ones.
fn members(values: &Interval) -> Vec<Rational> {
    let near = (-80..=80).map(|n| Rational::new(n, 6));
    let far = [-1_000_000, -1_000, 1_000, 1_000_000].map(Rational::integer);
    near.chain(far)
        .chain(values.low().value())
        .chain(values.high().value())
        .filter(|&value| values.contains(value))
        .collect()
}

fn pairs(a: &Interval, b: &Interval) -> Vec<(Rational, Rational)> {
    let theirs = members(b);
    members(a)
        .into_iter()
        .flat_map(|x| theirs.iter().map(move |&y| (x, y)))
        .collect()
}

proptest! {
    #[test]
    fn sums_and_differences_are_contained(a in interval(), b in interval()) {
        let (sum, difference) = (a.plus(&b).unwrap(), a.minus(&b).unwrap());
        for (x, y) in pairs(&a, &b) {
            prop_assert!(sum.contains(x.plus(y).unwrap()));
            prop_assert!(difference.contains(x.minus(y).unwrap()));
        }
    }

    #[test]
    fn products_are_contained(a in interval(), b in interval()) {
        let product = a.times(&b).unwrap();
        for (x, y) in pairs(&a, &b) {
            prop_assert!(product.contains(x.times(y).unwrap()), "{x} * {y} in {product:?}");
        }
        prop_assert_eq!(Some(product), b.times(&a));
    }

    #[test]
    fn quotients_are_contained(a in interval(), b in interval()) {
        if let Some(quotient) = a.over(&b) {
            for (x, y) in pairs(&a, &b) {
                prop_assert!(quotient.contains(x.over(y).unwrap()), "{x} / {y} in {quotient:?}");
            }
        } else {
            let touches_nought = b.hull(&Interval::exact(Rational::ZERO));
            let closure = [b.low(), b.high()].map(|end| end.value());
            prop_assert!(touches_nought == b || closure.contains(&Some(Rational::ZERO)));
        }
    }

    #[test]
    fn changes_of_one_interval_are_contained(a in interval(), by in number(), n in 0_u32..5) {
        let (abs, power) = (a.abs().unwrap(), a.power(n).unwrap());
        let (negated, scaled) = (a.negate().unwrap(), a.scale(by).unwrap());
        for x in members(&a) {
            prop_assert!(abs.contains(x.abs().unwrap()));
            prop_assert!(negated.contains(x.negate().unwrap()));
            prop_assert!(scaled.contains(x.times(by).unwrap()));
            let raised = (0..n).try_fold(Rational::ONE, |product, _| product.times(x));
            prop_assert!(power.contains(raised.unwrap()));
        }
    }

    #[test]
    fn the_lesser_and_the_greater_are_contained(a in interval(), b in interval()) {
        let (minimum, maximum) = (a.minimum(&b), a.maximum(&b));
        for (x, y) in pairs(&a, &b) {
            prop_assert!(minimum.contains(x.min(y)));
            prop_assert!(maximum.contains(x.max(y)));
        }
    }

    #[test]
    fn whole_numbers_are_the_whole_members(a in interval()) {
        let whole = a.whole_numbers();
        for n in (-20..=20).map(Rational::integer) {
            prop_assert_eq!(whole.is_some_and(|w| w.contains(n)), a.contains(n));
        }
        if let Some(whole) = whole {
            for end in [whole.low(), whole.high()] {
                prop_assert!(end.value().is_none_or(|value| end.is_closed() && a.contains(value)));
            }
        }
    }

    #[test]
    fn intersection_and_hull_agree_with_their_members(a in interval(), b in interval()) {
        let (shared, hull) = (a.intersection(&b), a.hull(&b));
        for x in members(&Interval::everything()) {
            let in_both = a.contains(x) && b.contains(x);
            prop_assert_eq!(shared.is_some_and(|s| s.contains(x)), in_both);
            prop_assert!(hull.contains(x) || !(a.contains(x) || b.contains(x)));
        }
        prop_assert_eq!(a.is_disjoint(&b), shared.is_none());
        prop_assert!(hull.encloses(&a) && hull.encloses(&b));
    }

    #[test]
    fn widening_keeps_every_member(a in interval(), by in 0_i64..5) {
        prop_assert!(a.widen(by.into()).unwrap().encloses(&a));
    }

    #[test]
    fn relations_agree_with_their_members(a in interval(), b in interval()) {
        let (equals, less, most) = (a.equals(&b), a.is_less(&b), a.is_at_most(&b));
        for (x, y) in pairs(&a, &b) {
            agrees(equals, x == y)?;
            agrees(less, x < y)?;
            agrees(most, x <= y)?;
        }
    }

    #[test]
    fn a_relation_that_is_open_has_members_on_both_sides(
        a in (number(), number()), b in (number(), number()),
    ) {
        let (a, b) = (Interval::closed(a.0, a.1), Interval::closed(b.0, b.1));
        let holds = pairs(&a, &b).into_iter().map(|(x, y)| x < y);
        let (some, all) = (holds.clone().any(|h| h), holds.clone().all(|h| h));
        prop_assert_eq!(a.is_less(&b) == Truth::Certain, all);
        prop_assert_eq!(a.is_less(&b) == Truth::Impossible, !some);
    }

    #[test]
    fn no_terms_are_too_large_to_ask_about(
        a in any::<i128>(), b in 1..i128::MAX, c in any::<i128>(), d in 1..i128::MAX, n in 0_u32..9,
    ) {
        let (Some(x), Some(y)) = (fraction(a, b), fraction(c, d)) else {
            return Ok(());
        };
        let (one, other) = (Interval::closed(x, y), Interval::exact(y));
        let _ = (one.plus(&other), one.minus(&other), one.times(&other), one.over(&other));
        let _ = (one.abs(), one.power(n), one.whole_numbers(), one.is_less(&other));
    }
}

fn fraction(numerator: i128, denominator: i128) -> Option<Rational> {
    Rational::integer(numerator).over(Rational::integer(denominator))
}

fn agrees(relation: Truth, holds: bool) -> Result<(), proptest::test_runner::TestCaseError> {
    match relation {
        Truth::Certain => prop_assert!(holds),
        Truth::Impossible => prop_assert!(!holds),
        Truth::Possible => {}
    }
    Ok(())
}
