//! The ledger for programs: an object for each number and date.

use serde::Serialize;
use serde_json::Number;

use super::{Entry, Written, decimal};
use crate::number::Rational;
use crate::report::json::line;
use crate::source::Source;

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    mentions: Vec<MentionObject<'a>>,
}

#[derive(Serialize)]
struct Record<'a, I> {
    id: &'a I,
    mentions: Vec<MentionObject<'a>>,
}

#[derive(Serialize)]
struct MentionObject<'a> {
    start: u32,
    end: u32,
    line: usize,
    column: usize,
    text: &'a str,
    kind: &'static str,
    low: Option<Number>,
    high: Option<Number>,
    written: WrittenNumber,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hedge: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'a str>,
}

/// `25`, `[5, 10]` or `null`.
#[derive(Serialize)]
#[serde(untagged)]
enum WrittenNumber {
    One(Option<Number>),
    Range([Option<Number>; 2]),
}

/// One document of `--format json`: `{"path", "mentions"}`.
pub fn document(source: &Source, entries: &[Entry]) -> String {
    line(&Document {
        path: &source.name,
        mentions: objects(source, entries),
    })
}

/// One record of a batch: `{"id", "mentions"}`.
pub fn record(id: &impl Serialize, source: &Source, entries: &[Entry]) -> String {
    line(&Record {
        id,
        mentions: objects(source, entries),
    })
}

fn objects<'a>(source: &'a Source, entries: &'a [Entry]) -> Vec<MentionObject<'a>> {
    entries.iter().map(|entry| object(source, entry)).collect()
}

fn object<'a>(source: &'a Source, entry: &'a Entry) -> MentionObject<'a> {
    MentionObject {
        start: entry.span.start,
        end: entry.span.end,
        line: entry.position.line,
        column: entry.position.column,
        text: &source[entry.span],
        kind: entry.kind,
        low: entry.low.and_then(number),
        high: entry.high.and_then(number),
        written: match entry.written {
            Written::One(value) => WrittenNumber::One(number(value)),
            Written::Range(one, other) => WrittenNumber::Range([number(one), number(other)]),
            Written::Nothing => WrittenNumber::One(None),
        },
        unit: Some(entry.unit_name(source)).filter(|name| !name.is_empty()),
        currency: entry.unit.currency(),
        hedge: entry.hedge,
        change: entry.change,
        head: entry.head.map(|head| &source[head]),
        time: entry.time.as_deref(),
    }
}

/// The number as JSON has it: whole, or the decimal nearest to it.
fn number(value: Rational) -> Option<Number> {
    if value.is_integer()
        && let Ok(whole) = i64::try_from(value.numerator())
    {
        return Some(whole.into());
    }
    Number::from_f64(decimal(value).parse().ok()?)
}
