//! The ledger as a spreadsheet reads it (RFC 4180): a head line, fields in
//! quotes where they need them, lines that end in CR LF.

use super::{Entry, Written, decimal};
use crate::number::Rational;
use crate::source::Source;

/// The head line. A range has both its ends, `written` and `written_to`.
pub const HEAD: &str = "path,line,column,start,end,text,kind,written,written_to,low,high,unit,currency,hedge,change,head,time\r\n";

/// A line for each entry of one document.
pub fn rows(source: &Source, entries: &[Entry]) -> String {
    let mut out = String::new();
    for entry in entries {
        row(&mut out, source, entry);
    }
    out
}

fn row(out: &mut String, source: &Source, entry: &Entry) {
    let number = |value: Option<Rational>| value.map(decimal).unwrap_or_default();
    let (written, written_to) = match entry.written {
        Written::One(value) => (decimal(value), String::new()),
        Written::Range(one, other) => (decimal(one), decimal(other)),
        Written::Nothing => (String::new(), String::new()),
    };
    let head = entry.head.map_or("", |head| &source[head]);
    let fields = [
        &source.name,
        &entry.position.line.to_string(),
        &entry.position.column.to_string(),
        &entry.span.start.to_string(),
        &entry.span.end.to_string(),
        &source[entry.span],
        entry.kind,
        &written,
        &written_to,
        &number(entry.low),
        &number(entry.high),
        &entry.unit_name(source),
        entry.unit.currency().unwrap_or_default(),
        entry.hedge.unwrap_or_default(),
        entry.change.unwrap_or_default(),
        head,
        entry.time.as_deref().unwrap_or_default(),
    ];
    for (n, field) in fields.into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        push_field(out, field);
    }
    out.push_str("\r\n");
}

fn push_field(out: &mut String, field: &str) {
    if field.contains([',', '"', '\r', '\n']) {
        out.push('"');
        out.push_str(&field.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::push_field;

    #[test]
    fn a_field_with_a_comma_a_quote_or_a_break_is_quoted() {
        let mut out = String::new();
        push_field(&mut out, "1,200 \"men\"\r\n");
        assert_eq!(out, "\"1,200 \"\"men\"\"\r\n\"");
    }
}
