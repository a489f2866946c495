//! The ledger as a table that fits a terminal.

use std::borrow::Cow;
use std::iter::repeat_n;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Entry, Written, decimal};
use crate::number::Rational;
use crate::report::plain;
use crate::source::Source;

const COLUMNS: usize = 10;

/// The heads of the columns. A column without a single field is left out.
const HEADS: [&str; COLUMNS] = [
    "place", "text", "kind", "value", "interval", "unit", "hedge", "change", "counted", "time",
];

/// Whether a column's fields stand at its right.
const RIGHT: [bool; COLUMNS] = [
    true, false, false, true, false, false, false, false, false, false,
];

/// Two blanks stand between columns.
const BETWEEN: usize = 2;

/// The columns that may be cut, and no narrower than this: a cut number would
/// be another number.
const CUT: [usize; 2] = [TEXT, COUNTED];
const NARROWEST: usize = 12;
const TEXT: usize = 1;
const COUNTED: usize = 8;

/// The columns that are left out where cutting is not enough, in this order:
/// interval, hedge, change, kind, counted.
const LEFT_OUT: [usize; 5] = [4, 6, 7, 2, COUNTED];

/// The table of one document under its name; nothing when it has no entries.
/// What is loose is left out: there is nothing to check.
///
/// With a `width`, texts are cut and columns left out until all fit it.
pub fn render(source: &Source, entries: &[Entry], width: Option<usize>) -> String {
    let checked = entries.iter().filter(|entry| !entry.loose);
    let rows: Vec<[String; COLUMNS]> = checked.map(|entry| fields(source, entry)).collect();
    if rows.is_empty() {
        return String::new();
    }
    let widths = widths(&rows, width);
    let mut out = format!("{}\n", plain(&source.name));
    line(&mut out, &HEADS.map(str::to_owned), &widths);
    for row in &rows {
        line(&mut out, row, &widths);
    }
    out.push('\n');
    out
}

fn fields(source: &Source, entry: &Entry) -> [String; COLUMNS] {
    [
        format!("{}:{}", entry.position.line, entry.position.column),
        plain(&source[entry.span]).into_owned(),
        entry.kind.to_owned(),
        value(entry),
        interval(entry),
        entry.unit_name(source),
        entry.hedge.unwrap_or_default().to_owned(),
        entry.change.unwrap_or_default().to_owned(),
        plain(entry.head.map_or("", |head| &source[head])).into_owned(),
        entry.time.clone().unwrap_or_default(),
    ]
}

/// The number or numbers as written; nothing where there is none.
pub(in crate::report) fn value(entry: &Entry) -> String {
    match entry.written {
        Written::One(value) => grouped(value),
        Written::Range(one, other) => format!("{}–{}", grouped(one), grouped(other)),
        Written::Nothing => String::new(),
    }
}

/// The interval in words; nothing when it is the value itself.
pub(in crate::report) fn interval(entry: &Entry) -> String {
    match (entry.low, entry.high) {
        (Some(low), Some(high)) if low == high => String::new(),
        (Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
        (Some(low), None) => format!("from {}", grouped(low)),
        (None, Some(high)) => format!("up to {}", grouped(high)),
        (None, None) => String::new(),
    }
}

/// A number with commas between thousands and at most four decimals.
fn grouped(value: Rational) -> String {
    let text = decimal(value);
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("−", digits),
        None => ("", whole),
    };
    let mut out = sign.to_owned();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    match decimals.len() {
        0 => {}
        1..=4 => out.extend([".", decimals]),
        _ => out.extend([".", &decimals[..4], "…"]),
    }
    out
}

/// The width of each column; 0 for one that is left out.
fn widths(rows: &[[String; COLUMNS]], width: Option<usize>) -> [usize; COLUMNS] {
    let mut widths = [0; COLUMNS];
    for (n, column) in widths.iter_mut().enumerate() {
        let widest = rows.iter().map(|row| columns(&row[n])).max().unwrap_or(0);
        if widest > 0 {
            *column = widest.max(HEADS[n].len());
        }
    }
    let Some(width) = width else {
        return widths;
    };
    let mut left_out = LEFT_OUT.into_iter();
    while total(&widths) > width {
        let wide = CUT.into_iter().filter(|&n| widths[n] > NARROWEST);
        match wide.max_by_key(|&n| widths[n]) {
            Some(widest) => widths[widest] -= 1,
            None => match left_out.next() {
                Some(column) => widths[column] = 0,
                None => break,
            },
        }
    }
    widths
}

fn total(widths: &[usize; COLUMNS]) -> usize {
    let shown = widths.iter().filter(|&&width| width > 0);
    shown.map(|width| BETWEEN + width).sum()
}

fn line(out: &mut String, fields: &[String; COLUMNS], widths: &[usize; COLUMNS]) {
    for (n, field) in fields.iter().enumerate().filter(|&(n, _)| widths[n] > 0) {
        let field = cut(field, widths[n]);
        let blanks = repeat_n(' ', widths[n].saturating_sub(columns(&field)));
        out.push_str("  ");
        if RIGHT[n] {
            out.extend(blanks);
            out.push_str(&field);
        } else {
            out.push_str(&field);
            out.extend(blanks);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// The columns that a text takes; most are of ASCII, a column each.
fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else {
        text.width()
    }
}

/// The beginning of a field that fits, with `…` where something is missing.
fn cut(field: &str, most: usize) -> Cow<'_, str> {
    if columns(field) <= most {
        return field.into();
    }
    let mut taken = 1;
    let mut out: String = field
        .chars()
        .take_while(|c| {
            taken += c.width().unwrap_or(0);
            taken <= most
        })
        .collect();
    out.push('…');
    out.into()
}
