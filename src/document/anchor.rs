//! The anchor is the date that an article's other dates are read against:
//! what makes “Monday” a day. Here are its sources that are data, not prose:
//! the front matter's values and the file's name.

use jiff::civil::Date;

use crate::span::Span;

/// The date that other dates are read against, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub date: Date,
    /// Who says so.
    pub origin: Origin,
    /// Where it stands, when it stands in the text.
    pub span: Option<Span>,
}

/// Where an anchor date was found; earlier ones win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// `--date`, or a record's `date`.
    Given,
    /// `date` in the front matter, or a `<meta>`/`<time>` of a page.
    FrontMatter,
    /// “LONDON, 5 November 2015 -” at the head of the text.
    Dateline,
    /// `2015-11-05-title.md`
    FileName,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that a value given as data names: `2015-11-05`,
/// `2015-11-05T10:00:00Z`, `2015/11/05`, `20151105`, `November 5, 2015`,
/// `Tue, 05 Nov 2015 10:00:00 GMT`. Not read: `05/11/2015`, which is two days.
pub(super) fn date_value(value: &str) -> Option<Date> {
    let value = value.trim();
    leading_numeric_date(value.as_bytes()).or_else(|| spelled_date(value))
}

/// The day that a file's name or path names, the last if there are several:
/// `2015-11-05-title.md`, `2015/11/05/title`, `20151105`.
pub(super) fn name_date(name: &str) -> Option<Date> {
    let bytes = name.as_bytes();
    let begins =
        |&at: &usize| bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit());
    (0..bytes.len())
        .filter(begins)
        .filter_map(|at| leading_numeric_date(&bytes[at..]))
        .next_back()
}

/// `numeric-date ::= year sep month sep day | year month day`, where `sep` is
/// one of `-`, `/`, `_`, `.`, twice the same.
fn leading_numeric_date(bytes: &[u8]) -> Option<Date> {
    let (year, rest) = number(bytes)?;
    match year.len() {
        4 => {}
        8 => return day_of(&year[..4], &year[4..6], &year[6..]),
        _ => return None,
    }
    let (&separator, rest) = rest.split_first()?;
    if !b"-/_.".contains(&separator) {
        return None;
    }
    let (month, rest) = number(rest)?;
    let rest = rest.strip_prefix(&[separator])?;
    let (day, _) = number(rest)?;
    day_of(year, month, day)
}

/// `spelled-date ::= (weekday ','?)? (day month year | month day ','? year)`
fn spelled_date(value: &str) -> Option<Date> {
    let mut day = None;
    let mut month = None;
    let mut year = None;
    let words = value
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    for word in words.take(5) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        match digits.len() {
            0 => month = month.or_else(|| month_of(word)),
            1 | 2 => day = day.or(Some(digits)),
            4 => year = year.or(Some(digits)),
            _ => return None,
        }
        if let (Some(day), Some(month), Some(year)) = (day, month, year) {
            return civil(year.parse().ok()?, month, day.parse().ok()?);
        }
    }
    None
}

fn month_of(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    let place = MONTHS
        .iter()
        .position(|month| word.len() >= 3 && month.starts_with(&word) || word == "sept")?;
    i8::try_from(if word == "sept" { 9 } else { place + 1 }).ok()
}

fn number(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    (length > 0).then(|| bytes.split_at(length))
}

fn day_of(year: &[u8], month: &[u8], day: &[u8]) -> Option<Date> {
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    let value = |digits: &[u8]| {
        digits
            .iter()
            .fold(0, |value, digit| value * 10 + i16::from(digit - b'0'))
    };
    civil(
        value(year),
        i8::try_from(value(month)).ok()?,
        i8::try_from(value(day)).ok()?,
    )
}

/// A day of the years in which articles were or will be published; other
/// numbers of that shape are no dates.
fn civil(year: i16, month: i8, day: i8) -> Option<Date> {
    (1700..=2200).contains(&year).then_some(())?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{date_value, name_date};

    #[test]
    fn a_value_is_a_day_in_any_usual_form() {
        for value in [
            "2015-11-05",
            "2015-11-05T10:00:00Z",
            "2015-11-05 10:00:00 +0100",
            "2015/11/05",
            "2015/11/5",
            "20151105",
            "November 5, 2015",
            "5 Nov 2015",
            "5th November 2015",
            "Thu, 05 Nov 2015 10:00:00 GMT",
            "Thursday 5 November 2015",
        ] {
            assert_eq!(date_value(value), Some(date(2015, 11, 5)), "{value}");
        }
        for value in [
            "",
            "true",
            "05/11/2015",
            "2015-13-05",
            "2015",
            "11",
            "\u{e9}\u{301}",
        ] {
            assert_eq!(date_value(value), None, "{value}");
        }
    }

    #[test]
    fn a_name_holds_a_day() {
        for name in [
            "2015-11-05-title.md",
            "posts/2015/11/05/title",
            "a/20151105.txt",
            "2014-01-01/2015_11_05.md",
        ] {
            assert_eq!(name_date(name), Some(date(2015, 11, 5)), "{name}");
        }
        for name in ["notes.md", "v2015.11.md", "120151105.md", "99999999"] {
            assert_eq!(name_date(name), None, "{name}");
        }
    }
}
