//! A record is one article of a batch: a line with a JSON object,
//! `{"id", "text", "date"?, "path"?, "format"?}`.

use std::mem;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::source::{Format, Source};

/// Texts above this cannot be counted in spans.
const LARGEST: usize = 1 << 30;

/// A record's id: any JSON value, answered as it was written, so that no digit
/// of a long number is lost. `null` where there is none.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Id(Option<Box<RawValue>>);

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: Id,
    text: String,
    date: Option<String>,
    path: Option<String>,
    format: Option<FormatName>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormatName {
    Text,
    Markdown,
    Html,
}

/// What is looked for in a record that is wrong.
#[derive(Deserialize)]
struct Wrong {
    #[serde(default)]
    id: Id,
}

#[derive(Serialize)]
struct Refusal<'a> {
    id: &'a Id,
    error: &'a str,
}

/// Reads a line: the record's id, `null` where it has none, and its text as a
/// source. `date` is the anchor date of a record that has none of its own.
///
/// # Errors
///
/// The answer to a record that is wrong, `{"id", "error"}`, as a line of JSON
/// without its line break.
pub fn read(line: &[u8], date: Option<Date>) -> Result<(Id, Source), String> {
    let mut record: Record = serde_json::from_slice(line).map_err(|error| {
        let id = serde_json::from_slice(line).map(|Wrong { id }| id);
        let id = id.unwrap_or_default().settled();
        refusal(&id.unwrap_or_default(), &words(&error))
    })?;
    let id = mem::take(&mut record.id).settled();
    let id = id.map_err(|error| refusal(&Id::default(), &words(&error)))?;
    let source = source(record, date).map_err(|why| refusal(&id, &why))?;
    Ok((id, source))
}

impl Id {
    /// The same as it can be answered: without the carriage returns that may
    /// stand between its parts. Half a surrogate pair is no character, and
    /// whoever read the answer would stumble over it.
    fn settled(self) -> Result<Id, serde_json::Error> {
        let Id(Some(written)) = &self else {
            return Ok(self);
        };
        if written.get().contains("\\u") {
            serde_json::from_str::<Value>(written.get())?;
        }
        if !written.get().contains('\r') {
            return Ok(self);
        }
        let on_one_line = written.get().replace('\r', " ");
        RawValue::from_string(on_one_line).map(|written| Id(Some(written)))
    }
}

fn source(record: Record, date: Option<Date>) -> Result<Source, String> {
    if record.text.len() > LARGEST {
        return Err("the text is larger than 1 GiB".to_owned());
    }
    let mut source = Source::new(record.path.unwrap_or_default(), record.text);
    if let Some(format) = record.format {
        source.format = match format {
            FormatName::Text => Format::Text,
            FormatName::Markdown => Format::Markdown,
            FormatName::Html => Format::Html,
        };
    }
    source.date = match record.date {
        Some(written) => day(&written).or(date),
        None => date,
    };
    Ok(source)
}

/// The day of an ISO date, with or without a time of day after it. Anything
/// else says nothing of the day: data sets hold all kinds of dates, and a text
/// can be read without one.
fn day(written: &str) -> Option<Date> {
    written.get(..10).unwrap_or(written).parse().ok()
}

/// The reader's words without the line, which is always 1.
fn words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.replace(" at line 1 column ", " at column ")
}

/// The answer to a record that cannot be read, as a line of JSON.
pub(super) fn refusal(id: &Id, error: &str) -> String {
    serde_json::to_string(&Refusal { id, error })
        .expect("strings and JSON values can always be written as JSON")
}
