//! The ledger lists every number and date of an article as it was understood:
//! the editor's check list.
//!
//! It is made once, as [`Entry`]s, and written as a [`table`] for people, as
//! [`csv`], or as [`json`] for programs.

pub mod csv;
pub mod json;
pub mod table;

use super::position::{Lines, Position};
use crate::article::Article;
use crate::claim::{Change, Claim, HeadWay};
use crate::mention::timex::DateForm;
use crate::mention::{Figure, Hedge, Kind, Mention, Value};
use crate::number::{Bound, Rational, Unit, UnitId, Units};
use crate::source::Source;
use crate::span::Span;

/// One number or date as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it stands.
    pub span: Span,
    /// The same for people.
    pub position: Position,
    /// What kind of number it is, in kebab case.
    pub kind: &'static str,
    /// The number or numbers as written, scale words applied.
    pub written: Written,
    /// The least value that was strictly meant; `None` where there is none.
    pub low: Option<Rational>,
    /// The greatest value that was strictly meant; `None` where there is none.
    pub high: Option<Rational>,
    /// What it counts in; nothing of a bare count, a date or a statistic.
    pub unit: Unit,
    /// For each of what an amount is or things are counted: “month” of “£5 a month”.
    pub each: Option<Span>,
    /// `~` `>` `>=` `<` `<=`
    pub hedge: Option<&'static str>,
    /// `up` or `down`: which way something went by so much.
    pub change: Option<&'static str>,
    /// What is counted.
    pub head: Option<Span>,
    /// TIMEX3 value of a date, time, duration or set.
    pub time: Option<String>,
    /// Whether it says no number and no day that could be checked: now, in the
    /// morning, for years. The table and the page leave
    /// it out.
    pub loose: bool,
}

/// The number part of an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written {
    /// One number.
    One(Rational),
    /// A range, in the order written.
    Range(Rational, Rational),
    /// No number: a date, or `dozens`.
    Nothing,
}

/// The ledger of an article, in text order.
pub fn entries(article: &Article) -> Vec<Entry> {
    let lines = Lines::new(&article.document.source.text);
    let nobody = Claim::default();
    article
        .mentions
        .iter()
        .enumerate()
        .map(|(n, mention)| {
            let claim = article.claims.get(n).unwrap_or(&nobody);
            entry(article, &lines, mention, claim)
        })
        .collect()
}

fn entry(article: &Article, lines: &Lines, mention: &Mention, claim: &Claim) -> Entry {
    let quantity = mention.quantity();
    let strict = quantity.map(|quantity| quantity.strict);
    let (written, unit, time) = match &mention.value {
        Value::Quantity { figure, unit } => {
            let time = duration(mention.kind, figure, *unit);
            (written(figure), *unit, time)
        }
        Value::Time(timex) => (Written::Nothing, Unit::NONE, timex.value()),
        Value::Statistic(statistic) => (written(&statistic.figure()), Unit::NONE, None),
    };
    Entry {
        span: mention.span,
        position: lines.position(mention.span.range().start),
        kind: mention.kind.name(),
        written,
        low: strict.and_then(|interval| end(interval.low())),
        high: strict.and_then(|interval| end(interval.high())),
        unit,
        each: each(article, mention, unit),
        hedge: hedge(mention.hedge),
        change: claim.change.map(Change::name),
        head: counted(article, mention, claim),
        time,
        loose: is_loose(mention),
    }
}

fn is_loose(mention: &Mention) -> bool {
    match &mention.value {
        Value::Time(timex) => timex.form == DateForm::Loose,
        Value::Quantity {
            figure: Figure::Vague(values),
            ..
        } => mention.kind == Kind::Duration && values.high() == Bound::Unbounded,
        Value::Quantity { .. } | Value::Statistic(_) => false,
    }
}

impl Entry {
    /// The unit in words, with the time that an amount is for: `US dollar per
    /// month`. Years of age are told from years that something lasts.
    pub fn unit_name(&self, source: &Source) -> String {
        let name = self.unit.name();
        match self.each {
            Some(each) => format!("{name} per {}", &source[each]),
            None if self.kind == Kind::Age.name() => format!("{name} of age"),
            None => name,
        }
    }
}

/// For each of what an amount is: “£5 a month”.
fn each(article: &Article, mention: &Mention, unit: Unit) -> Option<Span> {
    let rated = matches!(mention.kind, Kind::Money | Kind::Measure | Kind::Duration);
    if !rated || unit.per != UnitId::NONE {
        return None;
    }
    for_each(article, mention.span.end as usize)
}

/// Words before a noun that say whose or which it is, and not what.
const POINTING: [&str; 16] = [
    "a ", "all ", "an ", "any ", "her ", "his ", "its ", "my ", "our ", "some ", "the ", "their ",
    "these ", "those ", "whose ", "your ",
];

/// What a thing is counted for each of, when an article stands before it.
const FOR_EACH: [&str; 8] = [
    "day", "game", "hour", "minute", "month", "season", "week", "year",
];

/// What is counted, with the words between the number and its noun, and for each
/// of what: “injured officers” of “235 injured officers”, “goals per game”.
fn counted(article: &Article, mention: &Mention, claim: &Claim) -> Option<Span> {
    let head = claim.head?.span;
    let near = mention.span.end <= head.start && head.start - mention.span.end < 60;
    let mut start = phrase(article, claim).map_or(head.start, |phrase| phrase.start);
    if matches!(claim.way, Some(HeadWay::PartOf | HeadWay::Of)) {
        // “One of the three men” counts men.
        let within = |m: &&Mention| {
            m.kind == Kind::Cardinal && start <= m.span.start && m.span.end <= head.start
        };
        let whole = article.mentions.iter().find(within);
        start = whole.map_or(start, |whole| whole.span.end);
    }
    let noun_end = with_model(article, head.end);
    let each = for_each(article, noun_end as usize).filter(|_| near);
    let end = each.map_or(noun_end, |each| each.end);
    let words = article.document.slice(Span { start, end });
    let plain = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut whole = plain.strip_prefix("of ").unwrap_or(plain);
    while let Some(rest) = POINTING.iter().find_map(|word| whole.strip_prefix(word)) {
        whole = rest;
    }
    let end = end as usize;
    Some(Span::new(end - whole.len(), end))
}

/// The end of a noun with the plural of a model behind it: “Model 3s”, “Boeing 737s”.
fn with_model(article: &Article, end: u32) -> u32 {
    let rest = &article.document.source.text[end as usize..];
    let Some(model) = rest.strip_prefix([' ', '-']) else {
        return end;
    };
    let digits = model.bytes().take_while(u8::is_ascii_digit).count();
    let plural =
        model[digits..].starts_with('s') && !model[digits + 1..].starts_with(char::is_alphanumeric);
    if digits == 0 || !plural {
        return end;
    }
    end + 2 + digits as u32
}

/// The words that end in the head, as they stand behind the number that they were
/// read of.
fn phrase(article: &Article, claim: &Claim) -> Option<Span> {
    let head = claim.head?.span;
    let elided = claim.way == Some(HeadWay::Elided);
    let read = if elided {
        let first = |of: &&Claim| of.head == claim.head && of.way != claim.way;
        article.claims.iter().find(first)?
    } else {
        claim
    };
    let before = matches!(read.way, Some(HeadWay::NounOf | HeadWay::Subject));
    read.phrase
        .filter(|phrase| !before && phrase.end == head.end)
}

/// The word behind ` per ` or ` a `, which follow a noun or unit: for each of
/// what. “A year later” says when.
fn for_each(article: &Article, place: usize) -> Option<Span> {
    let rest = &article.document.source.text[place..];
    let (lead, each) = [" per ", " a ", " an "]
        .into_iter()
        .find_map(|lead| Some((lead, rest.strip_prefix(lead)?)))?;
    let end = each.find(|c: char| !c.is_alphabetic());
    let (word, behind) = each.split_at(end.unwrap_or(each.len()));
    let moment = ["after", "ago", "before", "earlier", "later"]
        .iter()
        .any(|word| behind.trim_start().starts_with(word));
    let known = lead == " per " && !word.is_empty() || FOR_EACH.contains(&word);
    let start = place + lead.len();
    (known && !moment).then(|| Span::new(start, start + word.len()))
}

fn written(figure: &Figure) -> Written {
    match figure {
        Figure::One(numeral) => Written::One(numeral.value),
        Figure::Range(ends) => Written::Range(ends.0.value, ends.1.value),
        Figure::Vague(_) | Figure::Malformed => Written::Nothing,
    }
}

fn end(bound: Bound) -> Option<Rational> {
    match bound {
        Bound::Closed(value) | Bound::Open(value) => Some(value),
        Bound::Unbounded => None,
    }
}

/// The TIMEX3 value of a duration: `P2D`, `PT90M`, `PXW` for “several weeks”.
fn duration(kind: Kind, figure: &Figure, unit: Unit) -> Option<String> {
    if kind != Kind::Duration {
        return None;
    }
    let number = match figure {
        Figure::One(numeral) => {
            // Half an hour is 30 minutes.
            let minutes = numeral.value.times(Rational::integer(60));
            let minutes = minutes.filter(|minutes| minutes.is_integer());
            if let Some(minutes) =
                minutes.filter(|_| unit.of == UnitId::hour() && !numeral.value.is_integer())
            {
                return Some(format!("PT{}M", decimal(minutes)));
            }
            decimal(numeral.value)
        }
        Figure::Vague(_) => "X".to_owned(),
        Figure::Range(_) | Figure::Malformed => return None,
    };
    if unit.of == Units::table().symbol("fortnight")? {
        let weeks = Rational::parse(&number).and_then(|n| n.times(2.into()));
        return Some(format!("P{}W", weeks.map_or(number, decimal)));
    }
    let (before, after) = designator(unit.of)?;
    Some(format!("{before}{number}{after}"))
}

fn designator(unit: UnitId) -> Option<(&'static str, &'static str)> {
    let clock = [
        (UnitId::second(), "S"),
        (UnitId::minute(), "M"),
        (UnitId::hour(), "H"),
    ];
    let calendar = [
        (UnitId::day(), "D"),
        (UnitId::week(), "W"),
        (UnitId::month(), "M"),
        (UnitId::year(), "Y"),
    ];
    let among = |units: &[(UnitId, &'static str)]| {
        let found = units.iter().find(|(known, _)| *known == unit);
        found.map(|&(_, letter)| letter)
    };
    if let Some(letter) = among(&clock) {
        return Some(("PT", letter));
    }
    if let Some(letter) = among(&calendar) {
        return Some(("P", letter));
    }
    match Unit::symbol(Unit {
        of: unit,
        per: UnitId::NONE,
    })
    .as_str()
    {
        "weekend" => Some(("P", "WE")),
        "quarter" => Some(("P", "Q")),
        "decade" => Some(("P", "DE")),
        "century" => Some(("P", "CE")),
        _ => None,
    }
}

/// A hedge's sign in output; none for a number that is not widened.
pub fn hedge(hedge: Hedge) -> Option<&'static str> {
    match hedge {
        Hedge::None | Hedge::Exactly => None,
        Hedge::About | Hedge::Nearly => Some("~"),
        Hedge::MoreThan | Hedge::JustOver => Some(">"),
        Hedge::LessThan | Hedge::JustUnder => Some("<"),
        Hedge::AtLeast => Some(">="),
        Hedge::AtMost => Some("<="),
    }
}

/// Digits after the point of a number whose decimals do not end.
const DECIMALS: u32 = 12;

/// A number as a plain decimal: exact where its decimals end, else with twelve
/// of them.
///
/// ```
/// use addup::number::Rational;
/// use addup::report::numbers::decimal;
///
/// assert_eq!(decimal(Rational::new(49, 2)), "24.5");
/// assert_eq!(decimal(Rational::new(-2, 3)), "-0.666666666667");
/// ```
pub fn decimal(value: Rational) -> String {
    let mut digits = String::new();
    let sign = if value.is_negative() { "-" } else { "" };
    let numerator = value.numerator().unsigned_abs();
    let denominator = value.denominator().unsigned_abs();
    let mut whole = numerator / denominator;
    let mut rest = numerator % denominator;
    let places = if ends(denominator) { 36 } else { DECIMALS };
    for _ in 0..places {
        if rest == 0 {
            break;
        }
        let Some(tenfold) = rest.checked_mul(10) else {
            break;
        };
        digits.push(char::from(b'0' + (tenfold / denominator) as u8));
        rest = tenfold % denominator;
    }
    if rest >= denominator - rest {
        whole += round_up(&mut digits);
    }
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{digits}")
    }
}

/// Whether decimals over this denominator come to an end.
fn ends(mut denominator: u128) -> bool {
    for factor in [2, 5] {
        while denominator.is_multiple_of(factor) {
            denominator /= factor;
        }
    }
    denominator == 1
}

/// Adds one at the last of some decimals; the carry.
fn round_up(digits: &mut String) -> u128 {
    let mut kept = digits.trim_end_matches('9').to_owned();
    let nines = digits.len() - kept.len();
    let carry = match kept.pop() {
        Some(last) => {
            kept.push(char::from(last as u8 + 1));
            0
        }
        None => 1,
    };
    kept.extend(std::iter::repeat_n('0', nines));
    *digits = kept;
    carry
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_exact_where_it_ends() {
        assert_eq!(decimal(Rational::ZERO), "0");
        assert_eq!(decimal(Rational::new(1, 1024)), "0.0009765625");
        assert_eq!(decimal(Rational::integer(-1_200_000)), "-1200000");
    }

    #[test]
    fn a_decimal_without_end_is_rounded() {
        assert_eq!(decimal(Rational::new(1, 3)), "0.333333333333");
        assert_eq!(
            decimal(Rational::new(6_999_999_999_999, 7_000_000_000_001)),
            "1"
        );
        assert_eq!(decimal(Rational::new(10, 11)), "0.909090909091");
    }
}
