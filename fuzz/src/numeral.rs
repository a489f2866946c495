//! A number that is written is read back as itself, in every form in which a
//! newspaper writes it.

use std::sync::OnceLock;

use addup::article::Article;
use addup::lexicon::Lexicon;
use addup::number::Rational;
use addup::source::Source;

use super::draw::Draw;

/// Bytes are a number and a form.
pub fn holds(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let digits = u32::from(draw.byte() % 13);
    let whole = draw.number().unsigned_abs() % 10_u64.pow(digits);
    let places = u32::from(draw.byte() % 5);
    let decimals = draw.number().unsigned_abs() % 10_u64.pow(places);
    reads_back(whole, decimals, places);
}

/// Writes the number in each form that it has, and reads it.
pub fn reads_back(whole: u64, decimals: u64, places: u32) {
    let exact = Rational::integer(whole.into());
    let fraction = Rational::new(decimals.into(), 10_i128.pow(places));
    let value = exact.plus(fraction).expect("it is small");
    let point = match places {
        0 => String::new(),
        _ => format!(".{decimals:0width$}", width = places as usize),
    };
    let grouped = grouped(whole);
    let after = [
        // Without commas four digits may be a year, and eight a telephone number.
        (whole < 1_000 || (10_000..1_000_000).contains(&whole))
            .then(|| format!("{whole}{point} boats")),
        Some(format!("{grouped}{point} boats")),
        Some(format!("{grouped}{point}%")),
        Some(format!("{grouped}{point} per cent")),
        Some(format!("£{grouped}{point}")),
        Some(format!("€{grouped}{point}")),
        Some(format!("{grouped}{point} km")),
        Some(format!("{grouped}{point} kilograms")),
        (places == 0).then(|| format!("{} boats", words(whole))),
    ];
    for written in after.into_iter().flatten() {
        one(&written, value);
    }
    if whole < 1_000 {
        for (scale, zeros) in [("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9)] {
            let factor = Rational::integer(10_i128.pow(zeros));
            let value = value.times(factor).expect("it is small");
            one(&format!("{whole}{point} {scale} boats"), value);
            one(&format!("£{whole}{point} {scale}"), value);
        }
    }
}

fn one(written: &str, value: Rational) {
    let source = Source::new("a.txt", format!("They counted {written} there."));
    let article = Article::read(&source, lexicon());
    let read = article
        .mentions
        .iter()
        .find_map(|mention| mention.numeral());
    let read = read.map(|numeral| numeral.value);
    assert_eq!(read, Some(value), "“{written}”");
    assert_eq!(
        article.mentions.len(),
        1,
        "“{written}”: {:?}",
        article.mentions
    );
}

/// Digits in groups of three, with commas.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The number in words, as British papers write it.
fn words(n: u64) -> String {
    let scales = [
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
        (100, "hundred"),
    ];
    for (scale, name) in scales {
        if n >= scale {
            let (count, rest) = (words(n / scale), n % scale);
            return match rest {
                0 => format!("{count} {name}"),
                1..100 => format!("{count} {name} and {}", words(rest)),
                _ => format!("{count} {name} {}", words(rest)),
            };
        }
    }
    let (tens, ones) = (n as usize / 10, n as usize % 10);
    match (tens, ones) {
        (0 | 1, _) => SMALL[n as usize].to_owned(),
        (_, 0) => TENS[tens].to_owned(),
        _ => format!("{}-{}", TENS[tens], SMALL[ones]),
    }
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::of_grammar)
}
