//! Whatever two intervals are, what an operation makes of them holds what it
//! makes of their members, and a verdict on them is one on every pair.

use addup::number::{Bound, Interval, Rational, Truth};

use super::draw::Draw;

/// Bytes are the bounds of two intervals and a number.
pub fn holds(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let (Some(a), Some(b)) = (interval(&mut draw), interval(&mut draw)) else {
        return;
    };
    let by = number(&mut draw);
    let (ours, theirs) = (members(&a), members(&b));
    for &x in &ours {
        holds_one(&a, x, by);
        for &y in &theirs {
            holds_two(&a, &b, x, y);
        }
    }
    let shared = a.intersection(&b);
    assert_eq!(a.is_disjoint(&b), shared.is_none());
    for &x in ours.iter().chain(&theirs) {
        let in_both = a.contains(x) && b.contains(x);
        assert_eq!(shared.is_some_and(|shared| shared.contains(x)), in_both);
        assert!(a.hull(&b).contains(x));
    }
    if a.is_disjoint(&b) {
        assert!(ours.iter().all(|&x| !b.contains(x)), "{a:?} {b:?}");
    }
    if a.encloses(&b) {
        assert!(theirs.iter().all(|&y| a.contains(y)), "{a:?} {b:?}");
    }
}

fn holds_one(a: &Interval, x: Rational, by: Rational) {
    // What outgrows a number gives no verdict.
    let within = |made: Option<Interval>, value: Option<Rational>| {
        if let (Some(made), Some(value)) = (made, value) {
            assert!(made.contains(value), "{a:?} at {x}: {made:?}, {value}");
        }
    };
    within(a.abs(), x.abs());
    within(a.negate(), x.negate());
    within(a.scale(by), x.times(by));
    within(a.power(2), x.times(x));
    within(a.power(3), x.times(x).and_then(|square| square.times(x)));
    within(a.widen(Rational::ONE), Some(x));
    if x.is_integer() {
        assert!(a.whole_numbers().is_some_and(|whole| whole.contains(x)));
    }
}

fn holds_two(a: &Interval, b: &Interval, x: Rational, y: Rational) {
    let within = |made: Option<Interval>, value: Option<Rational>| {
        if let (Some(made), Some(value)) = (made, value) {
            assert!(
                made.contains(value),
                "{a:?} {b:?} at {x}, {y}: {made:?}, {value}"
            );
        }
    };
    within(a.plus(b), x.plus(y));
    within(a.minus(b), x.minus(y));
    within(a.times(b), x.times(y));
    within(a.over(b), x.over(y));
    within(Some(a.minimum(b)), Some(x.min(y)));
    within(Some(a.maximum(b)), Some(x.max(y)));
    let agrees = |truth: Truth, holds: bool| match truth {
        Truth::Certain => assert!(holds, "{a:?} {b:?} at {x}, {y}"),
        Truth::Impossible => assert!(!holds, "{a:?} {b:?} at {x}, {y}"),
        Truth::Possible => {}
    };
    agrees(a.equals(b), x == y);
    agrees(a.is_less(b), x < y);
    agrees(a.is_at_most(b), x <= y);
    if b.contains(Rational::ZERO) {
        assert!(a.over(b).is_none(), "{a:?} over {b:?}");
    }
}

fn interval(draw: &mut Draw<'_>) -> Option<Interval> {
    let (low, high) = (bound(draw), bound(draw));
    Interval::new(low, high).or_else(|| Interval::new(high, low))
}

fn bound(draw: &mut Draw<'_>) -> Bound {
    match draw.byte() % 8 {
        0..4 => Bound::Closed(number(draw)),
        4..7 => Bound::Open(number(draw)),
        _ => Bound::Unbounded,
    }
}

/// Small numbers mostly, and some at the end of what a number can be.
fn number(draw: &mut Draw<'_>) -> Rational {
    let denominator = i128::from(draw.byte() % 6) + 1;
    let small = i128::from(draw.byte()) - 128;
    let numerator = match draw.byte() {
        0..224 => small,
        224..240 => i128::from(draw.number()),
        240..248 => i128::from(draw.number()) << 62,
        248..252 => i128::MAX - i128::from(draw.byte()),
        _ => i128::MIN + 1 + i128::from(draw.byte()),
    };
    Rational::new(numerator, denominator)
}

/// Some members: the ends, and numbers beside and between them.
fn members(values: &Interval) -> Vec<Rational> {
    let ends = [values.low().value(), values.high().value()];
    let mut near: Vec<Rational> = vec![Rational::ZERO, Rational::ONE, Rational::new(-1, 2)];
    for end in ends.into_iter().flatten() {
        near.push(end);
        for step in [Rational::new(1, 7), Rational::ONE] {
            near.extend(end.plus(step));
            near.extend(end.minus(step));
        }
    }
    if let [Some(low), Some(high)] = ends {
        near.extend(
            low.plus(high)
                .and_then(|sum| sum.over(Rational::integer(2))),
        );
    }
    near.retain(|&value| values.contains(value));
    near
}
