//! What reported statistics imply: p values of the common tests, and whether a
//! mean or a standard deviation can come from whole-number answers at all.
//!
//! Floating point lives here and nowhere else. What it yields is rounded
//! outward, so that an interval holds the true value in spite of it. The p
//! values follow the R package statcheck; GRIM (Brown and Heathers 2017),
//! GRIMMER (Anaya 2016, as corrected by Allard 2018) and DEBIT (Heathers and
//! Brown 2019) follow the R package scrutiny.

use statrs::function::beta::checked_beta_reg;
use statrs::function::erf::erfc;
use statrs::function::gamma::checked_gamma_ur;

use super::{Bound, Interval, Rational, Truth};

/// The two-tailed p value of Student's t with `df` degrees of freedom, which
/// need not be whole. Both ends are closed. `None` when `df` is not positive.
///
/// ```
/// use addup::number::statistics::p_t;
/// use addup::number::{Interval, Rational};
///
/// let t = Interval::exact(Rational::new(220, 100));
/// let p = p_t(&t, 28.into()).unwrap();
/// assert!(p.low().value() > Some(Rational::new(361, 10_000)));
/// assert!(p.high().value() < Some(Rational::new(363, 10_000)));
/// ```
pub fn p_t(t: &Interval, df: Rational) -> Option<Interval> {
    let df = positive(df)?;
    falling(&t.abs()?, |t| upper_tail(t * t, df, 0.5 * df, 0.5))
}

/// The p value of Fisher's F with `between` and `within` degrees of freedom.
/// Both ends are closed. `None` when either is not positive, when F is
/// negative, or when both exceed 10,000, where the approximation fails.
///
/// ```
/// use addup::number::statistics::p_f;
/// use addup::number::{Interval, Rational};
///
/// let f = Interval::exact(Rational::new(220, 100));
/// let p = p_f(&f, 2.into(), 28.into()).unwrap();
/// assert!(p.low().value() > Some(Rational::new(1295, 10_000)));
/// assert!(p.high().value() < Some(Rational::new(1298, 10_000)));
/// ```
pub fn p_f(f: &Interval, between: Rational, within: Rational) -> Option<Interval> {
    let (between, within) = (positive(between)?, positive(within)?);
    falling(&not_negative(f)?, |f| {
        upper_tail(between * f, within, 0.5 * within, 0.5 * between)
    })
}

/// The p value of χ² (and of Q) with `df` degrees of freedom. Both ends are
/// closed. `None` when `df` is not positive, or χ² negative.
pub fn p_chi_square(chi_square: &Interval, df: Rational) -> Option<Interval> {
    let df = positive(df)?;
    falling(&not_negative(chi_square)?, |x| {
        match checked_gamma_ur(0.5 * df, 0.5 * x) {
            Ok(p) => Some(p),
            Err(_) => (x == 0.0).then_some(1.0),
        }
    })
}

/// The two-tailed p value of a standard normal z. Both ends are closed.
pub fn p_z(z: &Interval) -> Option<Interval> {
    falling(&z.abs()?, |z| {
        Some(erfc(z * std::f64::consts::FRAC_1_SQRT_2))
    })
}

/// The two-tailed p value of Pearson's r with `df` degrees of freedom (two
/// fewer than there are pairs). Both ends are closed. `None` when `df` is not
/// positive, or r beyond 1.
pub fn p_r(r: &Interval, df: Rational) -> Option<Interval> {
    let df = positive(df)?;
    let correlation = Interval::closed(Rational::ZERO, Rational::ONE);
    falling(&r.abs()?.intersection(&correlation)?, |r| {
        let square = r * r;
        // t² = df r² / (1 - r²), so that df / (df + t²) = 1 - r².
        upper_tail(square, 1.0 - square, 0.5 * df, 0.5)
    })
}

/// Whether a mean can come from `n` people who each gave `questions` answers
/// in whole numbers (GRIM): whether some whole sum over n × questions lies
/// within the mean as rounded. Never certain. With more answers than the
/// mean's decimals can tell apart it is always possible.
///
/// ```
/// use addup::number::statistics::grim;
/// use addup::number::{Interval, Rational, Truth};
///
/// let mean = Interval::closed(Rational::new(3445, 1000), Rational::new(3455, 1000));
/// assert_eq!(grim(&mean, 20, 1), Truth::Possible); // 69 / 20
/// assert_eq!(grim(&mean, 18, 1), Truth::Impossible);
/// ```
pub fn grim(mean: &Interval, n: u64, questions: u64) -> Truth {
    let Some(answers) = answers(n, questions) else {
        return Truth::Possible;
    };
    match mean.scale(answers) {
        Some(sum) => possible(sum.whole_numbers().is_some()),
        None => Truth::Possible,
    }
}

/// Whether a mean and a standard deviation can come from `n` people who each
/// gave `questions` answers in whole numbers (GRIMMER): whether for some whole
/// sum there is a whole sum of squares of the same parity that gives a
/// deviation as rounded. The deviation is that of a sample (n - 1). Never
/// certain; impossible too where the mean is.
///
/// ```
/// use addup::number::quantity::rounded;
/// use addup::number::statistics::grimmer;
/// use addup::number::{Rational, Truth};
///
/// let hundredths = |n| rounded(Rational::new(n, 100), Rational::new(1, 100)).unwrap();
/// // 1, 2, 3, 4, 5 have the mean 3.00 and the deviation 1.58.
/// assert_eq!(grimmer(&hundredths(300), &hundredths(158), 5, 1), Truth::Possible);
/// assert_eq!(grimmer(&hundredths(300), &hundredths(150), 5, 1), Truth::Impossible);
/// ```
pub fn grimmer(mean: &Interval, deviation: &Interval, n: u64, questions: u64) -> Truth {
    if grim(mean, n, questions) == Truth::Impossible {
        return Truth::Impossible;
    }
    grimmer_sums(mean, deviation, n, questions).map_or(Truth::Possible, possible)
}

/// Whether a mean and a standard deviation can come from `n` answers of 0 or 1
/// (DEBIT). The deviation is that of a sample (n - 1). Never certain.
///
/// ```
/// use addup::number::quantity::rounded;
/// use addup::number::statistics::debit;
/// use addup::number::{Rational, Truth};
///
/// let hundredths = |n| rounded(Rational::new(n, 100), Rational::new(1, 100)).unwrap();
/// assert_eq!(debit(&hundredths(50), &hundredths(51), 25), Truth::Possible);
/// assert_eq!(debit(&hundredths(50), &hundredths(40), 25), Truth::Impossible);
/// ```
pub fn debit(mean: &Interval, deviation: &Interval, n: u64) -> Truth {
    let shares = Interval::closed(Rational::ZERO, Rational::ONE);
    let Some(mean) = mean.intersection(&shares) else {
        return Truth::Impossible;
    };
    match (most_variance(&mean, n, &shares), variance(deviation)) {
        (Some(expected), Some(variance)) => variance.equals(&expected).min(Truth::Possible),
        _ => Truth::Possible,
    }
}

/// Whether a standard deviation is not beyond the greatest that `n` answers on
/// a `scale` can have with that mean, which they have when all lie at its
/// ends. The deviation is that of a sample (n - 1). Never certain.
///
/// ```
/// use addup::number::statistics::deviation_fits_scale;
/// use addup::number::{Interval, Rational, Truth};
///
/// let scale = Interval::closed(1.into(), 7.into());
/// let (mean, deviation) = (Interval::exact(6.into()), Interval::exact(3.into()));
/// assert_eq!(deviation_fits_scale(&mean, &deviation, 50, &scale), Truth::Impossible);
/// ```
pub fn deviation_fits_scale(
    mean: &Interval,
    deviation: &Interval,
    n: u64,
    scale: &Interval,
) -> Truth {
    let Some(mean) = mean.intersection(scale) else {
        return Truth::Impossible;
    };
    match (most_variance(&mean, n, scale), variance(deviation)) {
        (Some(most), Some(variance)) => variance.is_at_most(&most).min(Truth::Possible),
        _ => Truth::Possible,
    }
}

/// The square roots of what is not negative in the interval; both ends are
/// closed. `None` when nothing is.
///
/// ```
/// use addup::number::Interval;
/// use addup::number::statistics::square_root;
///
/// let root = square_root(&Interval::exact(9.into())).unwrap();
/// assert!(root.contains(3.into()));
/// ```
pub fn square_root(values: &Interval) -> Option<Interval> {
    rising(&not_negative(values)?, f64::sqrt)
}

/// The natural logarithms of a positive interval; both ends are closed. `None`
/// when its closure holds 0 or less.
pub fn logarithm(values: &Interval) -> Option<Interval> {
    let is_positive = values.low().value().is_some_and(|low| low > Rational::ZERO);
    is_positive.then(|| rising(values, f64::ln)).flatten()
}

/// The share of the F distribution above `f`, whose beta argument is
/// `rest / (part + rest)`; from whichever side loses fewer digits.
fn upper_tail(part: f64, rest: f64, a: f64, b: f64) -> Option<f64> {
    // Where both are greater, the continued fraction is cut short too soon.
    const MOST: f64 = 10_000.0;

    if part.is_infinite() {
        return Some(0.0);
    }
    if a.min(b) > MOST / 2.0 {
        return None;
    }
    let whole = part + rest;
    if part < rest {
        Some(1.0 - checked_beta_reg(b, a, part / whole).ok()?)
    } else {
        checked_beta_reg(a, b, rest / whole).ok()
    }
}

fn grimmer_sums(mean: &Interval, deviation: &Interval, n: u64, questions: u64) -> Option<bool> {
    // So many sums to try mean that the check can tell nothing.
    const MOST_SUMS: i128 = 10_000;

    let answers = answers(n, questions)?;
    let before = Rational::integer(n.checked_sub(1).filter(|&rest| rest > 0)?.into());
    let sums = mean.scale(answers)?.whole_numbers()?;
    let (least, most) = (
        sums.low().value()?.numerator(),
        sums.high().value()?.numerator(),
    );
    if most.checked_sub(least)? > MOST_SUMS {
        return None;
    }
    let scale = Rational::integer(questions.into());
    let spread = variance(deviation)?.scale(before)?;
    for sum in least..=most {
        let mean = Rational::integer(sum).over(answers)?;
        let around = mean.times(mean)?.times(Rational::integer(n.into()))?;
        let squares = spread
            .plus(&Interval::exact(around))?
            .scale(scale.times(scale)?)?;
        if holds_parity_of(&squares, sum)? {
            return Some(true);
        }
    }
    Some(false)
}

/// Whether a whole number that is even or odd as the other is lies in it. A
/// whole number and its square are alike in this, and so are their sums.
fn holds_parity_of(values: &Interval, other: i128) -> Option<bool> {
    let Some(whole) = values.whole_numbers() else {
        return Some(false);
    };
    let (low, high) = (whole.low().value()?, whole.high().value()?);
    Some(low < high || (low.numerator() - other).rem_euclid(2) == 0)
}

/// n / (n - 1) × (high - mean) × (mean - low): the variance of a sample all of
/// whose members lie at the ends of the scale.
fn most_variance(mean: &Interval, n: u64, scale: &Interval) -> Option<Interval> {
    let (low, high) = (scale.low().value()?, scale.high().value()?);
    let half = Rational::new(1, 2);
    let middle = low.plus(high)?.times(half)?;
    let reach = high.minus(low)?.times(half)?;
    // (reach + d)(reach - d) with d once only, d being mean - middle.
    let away = mean.minus(&Interval::exact(middle))?.power(2)?;
    let product = Interval::exact(reach.times(reach)?).minus(&away)?;
    let before = n.checked_sub(1).filter(|&rest| rest > 0)?;
    product.scale(Rational::new(n.into(), before.into()))
}

fn variance(deviation: &Interval) -> Option<Interval> {
    not_negative(deviation)?.power(2)
}

fn answers(n: u64, questions: u64) -> Option<Rational> {
    let answers = n.checked_mul(questions).filter(|&answers| answers > 0)?;
    Some(Rational::integer(answers.into()))
}

fn possible(is_possible: bool) -> Truth {
    if is_possible {
        Truth::Possible
    } else {
        Truth::Impossible
    }
}

fn positive(value: Rational) -> Option<f64> {
    (value > Rational::ZERO).then(|| value.to_f64())
}

fn not_negative(values: &Interval) -> Option<Interval> {
    values.intersection(&Interval::at_least(Rational::ZERO))
}

/// The p values of a test whose p falls as its statistic, not negative, grows.
fn falling(statistic: &Interval, p: impl Fn(f64) -> Option<f64>) -> Option<Interval> {
    let end = |bound: Bound| bound.value().map_or(f64::INFINITY, Rational::to_f64);
    let greatest = p(end(statistic.low()))?;
    let least = match end(statistic.high()) {
        f64::INFINITY => 0.0,
        statistic => p(statistic)?,
    };
    let shares = Interval::closed(Rational::ZERO, Rational::ONE);
    outward(least, greatest)?.intersection(&shares)
}

fn rising(values: &Interval, function: fn(f64) -> f64) -> Option<Interval> {
    let low = values.low().value()?.to_f64();
    let Some(high) = values.high().value() else {
        let low = outward(function(low), function(low))?.low();
        return Interval::new(low, Bound::Unbounded);
    };
    outward(function(low), function(high.to_f64()))
}

/// The exact interval of two floats, made wider by what the functions may err:
/// 10^-12, and a hundred-millionth of the value.
fn outward(low: f64, high: f64) -> Option<Interval> {
    const STEPS: f64 = 1e12;
    const GREATEST: f64 = 1e20;

    let slack = |value: f64| 1.0 / STEPS + value.abs() * 1e-8;
    let (low, high) = (low - slack(low), high + slack(high));
    let is_sound = low.is_finite() && high.is_finite() && low.abs().max(high.abs()) < GREATEST;
    if !is_sound {
        return None;
    }
    let step = |steps: f64| Rational::integer(steps as i128).over(Rational::integer(STEPS as i128));
    Interval::new(
        Bound::Closed(step((low * STEPS).floor())?),
        Bound::Closed(step((high * STEPS).ceil())?),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::quantity::rounded;

    fn decimal(text: &str) -> Interval {
        Interval::exact(Rational::parse(text).unwrap())
    }

    fn hundredths(n: i128) -> Interval {
        rounded(Rational::new(n, 100), Rational::new(1, 100)).unwrap()
    }

    fn near(p: Option<Interval>, expected: f64) {
        let p = p.unwrap();
        let (low, high) = (p.low().value().unwrap(), p.high().value().unwrap());
        let (low, high) = (low.to_f64(), high.to_f64());
        assert!(
            low - 1e-6 <= expected && expected <= high + 1e-6 && high - low < 1e-7,
            "{low} to {high}, not {expected}"
        );
    }

    #[test]
    fn p_values_agree_with_the_tables() {
        near(p_t(&decimal("2.20"), 28.into()), 0.036_225_5);
        near(p_t(&decimal("-2.20"), 28.into()), 0.036_225_5);
        near(p_t(&decimal("12.706204736"), 1.into()), 0.05);
        near(p_t(&decimal("1"), 1.into()), 0.5);
        near(p_t(&decimal("2.228138852"), 10.into()), 0.05);
        near(p_f(&decimal("2.20"), 2.into(), 28.into()), 0.129_593_2);
        near(p_f(&decimal("4.964602744"), 1.into(), 10.into()), 0.05);
        near(p_chi_square(&decimal("3.841458821"), 1.into()), 0.05);
        near(p_chi_square(&decimal("18.307038053"), 10.into()), 0.05);
        near(p_z(&decimal("1.959963985")), 0.05);
        near(p_z(&decimal("0")), 1.0);
        near(p_r(&decimal("0.632"), 8.into()), 0.049_951_1);
        near(p_r(&decimal("1"), 8.into()), 0.0);
    }

    #[test]
    fn p_with_many_degrees_of_freedom_nears_that_of_z() {
        for df in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
            for t in ["0.5", "1.96", "3.5"] {
                let p = p_t(&decimal(t), df.into()).unwrap().low().value().unwrap();
                let z = p_z(&decimal(t)).unwrap().low().value().unwrap();
                let gap = (p.to_f64() - z.to_f64()).abs();
                assert!(gap < 1.0 / df as f64, "t({df}) = {t}: {gap}");
            }
        }
    }

    #[test]
    fn f_agrees_with_numerical_integration() {
        near(p_f(&decimal("1"), 9_000.into(), 9_000.into()), 0.5);
        near(
            p_f(&decimal("1.05"), 1_000.into(), 100_000.into()),
            0.133_735_0,
        );
        near(
            p_f(&decimal("1.02"), 5_000.into(), 100_000.into()),
            0.164_698_6,
        );
        let huge = Rational::integer(1_000_000);
        assert_eq!(p_f(&decimal("1"), huge, huge), None);
    }

    #[test]
    fn t_squared_is_f() {
        let t = p_t(&decimal("2.5"), 17.into()).unwrap();
        let f = p_f(&decimal("6.25"), 1.into(), 17.into()).unwrap();
        assert_eq!(t.equals(&f), Truth::Possible);
    }

    #[test]
    fn p_falls_as_the_statistic_grows() {
        let t = Interval::closed(Rational::new(-5, 100), Rational::new(5, 100));
        let p = p_t(&t, 28.into()).unwrap();
        assert!(p.contains(Rational::ONE), "an interval over 0 holds p = 1");
        let beyond = p_t(&Interval::more_than(2.into()), 28.into()).unwrap();
        assert!(beyond.contains(Rational::ZERO));
        assert!(!beyond.contains(Rational::new(6, 100)));
    }

    #[test]
    fn there_is_no_p_without_degrees_of_freedom() {
        assert_eq!(p_t(&decimal("2"), Rational::ZERO), None);
        assert_eq!(p_f(&decimal("-2"), 1.into(), 1.into()), None);
        assert_eq!(p_r(&decimal("1.2"), 10.into()), None);
        let vast = Interval::exact(Rational::power_of_ten(36).unwrap());
        assert!(p_t(&vast, 5.into()).is_some());
        assert!(p_f(&vast, 5.into(), 5.into()).is_some());
        assert!(p_chi_square(&vast, 5.into()).is_some());
        let everything = Interval::everything();
        assert!(p_t(&everything, 5.into()).is_some());
        assert!(p_chi_square(&everything, 5.into()).is_some());
    }

    #[test]
    fn grim_knows_the_means_of_whole_numbers() {
        assert_eq!(grim(&hundredths(519), 28, 1), Truth::Impossible);
        assert_eq!(grim(&hundredths(518), 28, 1), Truth::Possible);
        assert_eq!(grim(&hundredths(519), 28, 4), Truth::Possible);
        assert_eq!(grim(&hundredths(519), 280, 1), Truth::Possible);
        assert_eq!(grim(&hundredths(519), 0, 1), Truth::Possible);
    }

    /// Every sample of five answers from 0 to 4 passes, by brute force.
    #[test]
    fn real_samples_pass_every_check() {
        let scale = Interval::closed(0.into(), 4.into());
        for code in 0..5_i64.pow(5) {
            let sample = [1, 5, 25, 125, 625].map(|place| code / place % 5);
            let sum: i64 = sample.iter().sum();
            let squares: i64 = sample.iter().map(|x| x * x).sum();
            let variance = (squares as f64 - (sum * sum) as f64 / 5.0) / 4.0;
            let mean = hundredths(i128::from(sum) * 20);
            let deviation = hundredths((variance.sqrt() * 100.0).round() as i128);
            assert_eq!(
                grimmer(&mean, &deviation, 5, 1),
                Truth::Possible,
                "{sample:?}"
            );
            let fits = deviation_fits_scale(&mean, &deviation, 5, &scale);
            assert_eq!(fits, Truth::Possible, "{sample:?}");
            if sample.iter().all(|&x| x < 2) {
                assert_eq!(debit(&mean, &deviation, 5), Truth::Possible, "{sample:?}");
            }
        }
    }

    #[test]
    fn grimmer_finds_deviations_that_no_sample_has() {
        // Ten answers sum to 30 or thereabouts; no whole sum of squares gives
        // 1.20, while 1.15 is that of 102 and 1.25 of 104.
        assert_eq!(
            grimmer(&hundredths(300), &hundredths(115), 10, 1),
            Truth::Possible
        );
        assert_eq!(
            grimmer(&hundredths(300), &hundredths(120), 10, 1),
            Truth::Impossible
        );
        assert_eq!(
            grimmer(&hundredths(300), &hundredths(120), 1, 1),
            Truth::Possible
        );
    }

    #[test]
    fn roots_and_logarithms_hold_the_true_value() {
        let root = square_root(&decimal("2")).unwrap();
        assert!(root.power(2).unwrap().contains(2.into()));
        assert_eq!(square_root(&decimal("-1")), None);
        assert!(logarithm(&decimal("1")).unwrap().contains(Rational::ZERO));
        assert_eq!(logarithm(&decimal("0")), None);
    }
}
