//! The tests of reported statistics, as rules call them.

use super::judgement::Judgement;
use crate::number::{Interval, Rational, Truth, statistics};
use crate::rule::value::Amount;

/// The p-value that a function of this name gives. Degrees of freedom must be
/// exact.
pub(super) fn p_value(name: &str, numbers: &[Amount]) -> Option<Amount> {
    let (statistic, freedom) = numbers.split_first()?;
    let freedom: Vec<Rational> = freedom
        .iter()
        .map(|amount| amount.strict.as_exact())
        .collect::<Option<_>>()?;
    let strict = p(name, &statistic.strict, &freedom)?;
    let lenient = p(name, &statistic.lenient, &freedom)?;
    let said = p(name, &statistic.said, &freedom)?;
    Some(Amount::numbers(strict, lenient, said))
}

fn p(name: &str, statistic: &Interval, freedom: &[Rational]) -> Option<Interval> {
    match (name, freedom) {
        ("p_chi2", &[df]) => statistics::p_chi_square(statistic, df),
        ("p_f", &[between, within]) => statistics::p_f(statistic, between, within),
        ("p_r", &[df]) => statistics::p_r(statistic, df),
        ("p_t", &[df]) => statistics::p_t(statistic, df),
        ("p_z", &[]) => statistics::p_z(statistic),
        _ => None,
    }
}

/// How far a sample can have these statistics; `None` when its size is not
/// exact.
pub(super) fn fits(name: &str, numbers: &[Amount]) -> Option<Judgement> {
    let reading = |read: fn(&Amount) -> Interval| {
        let intervals: Vec<Interval> = numbers.iter().map(read).collect();
        fits_reading(name, &intervals)
    };
    Some(Judgement {
        strict: reading(|amount| amount.strict)?,
        lenient: reading(|amount| amount.lenient)?,
    })
}

fn fits_reading(name: &str, numbers: &[Interval]) -> Option<Truth> {
    Some(match (name, numbers) {
        ("grim", [mean, size]) => statistics::grim(mean, whole(size)?, 1),
        ("grim", [mean, size, items]) => statistics::grim(mean, whole(size)?, whole(items)?),
        ("grimmer", [mean, deviation, size]) => {
            statistics::grimmer(mean, deviation, whole(size)?, 1)
        }
        ("grimmer", [mean, deviation, size, items]) => {
            statistics::grimmer(mean, deviation, whole(size)?, whole(items)?)
        }
        ("debit", [mean, deviation, size]) => statistics::debit(mean, deviation, whole(size)?),
        ("deviation_fits", [mean, deviation, size, scale]) => {
            statistics::deviation_fits_scale(mean, deviation, whole(size)?, scale)
        }
        _ => return None,
    })
}

fn whole(number: &Interval) -> Option<u64> {
    let number = number.as_exact().filter(|number| number.is_integer())?;
    u64::try_from(number.numerator()).ok()
}
