//! The ledger on the page: every number and date with what it was read as, to
//! be ticked off one by one.

use std::fmt::Write as _;

use super::date::spoken;
use super::escaped;
use super::mark::joined;
use super::note::Notes;
use crate::number::Unit;
use crate::report::numbers::table::{interval, value};
use crate::report::numbers::{Entry, Written, decimal};

/// Writes the ledger of an article; nothing where it has no number.
pub(super) fn write(out: &mut String, notes: &Notes) {
    let entries = &notes.proof.entries;
    if entries.is_empty() {
        return;
    }
    let article = notes.number;
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<section class=\"ledger\" aria-labelledby=\"l{article}\">\n\
         <h3 id=\"l{article}\">Numbers and dates</h3>\n\
         <p class=\"progress\" aria-live=\"polite\"></p>\n\
         <div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"l{article}\">\n\
         <table>\n<thead><tr>\
         <th scope=\"col\"><span class=\"unseen\">Checked</span></th>\
         <th scope=\"col\" data-sort=\"number\" aria-sort=\"ascending\">Line</th>\
         <th scope=\"col\" data-sort=\"text\">As written</th>\
         <th scope=\"col\" data-sort=\"text\">Kind</th>\
         <th scope=\"col\" data-sort=\"number\">Read as</th>\
         <th scope=\"col\" data-sort=\"text\">Of</th>\
         <th scope=\"col\" data-sort=\"number\">Findings</th>\
         </tr></thead>\n<tbody>\n"
    );
    for (n, entry) in entries.iter().enumerate() {
        row(out, notes, n, entry);
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}

fn row(out: &mut String, notes: &Notes, n: usize, entry: &Entry) {
    let read = |span| escaped(&notes.proof.read(notes.document.source, span));
    let article = notes.number;
    let written = read(entry.span);
    let findings = notes.marks.findings_of(n);
    let _ = write!(
        out,
        "<tr id=\"r{article}-{number}\"{}>\
         <td><input type=\"checkbox\" aria-label=\"{written} is right\" autocomplete=\"off\"></td>\
         <td class=\"figure\" data-value=\"{number}\">{}</td>",
        joined(findings),
        entry.position.line,
        number = n + 1,
    );
    let _ = match notes.marks.of_entry(n) {
        Some(mark) => write!(
            out,
            "<th scope=\"row\"><a href=\"#m{article}-{}\">{written}</a></th>",
            mark + 1
        ),
        None => write!(out, "<th scope=\"row\">{written}</th>"),
    };
    let _ = write!(
        out,
        "<td>{}</td><td data-value=\"{}\">{}</td><td>{}</td><td data-value=\"{}\">",
        entry.kind.replace('-', " "),
        escaped(&rank(entry)),
        reading(entry),
        entry.head.map(read).unwrap_or_default(),
        findings.len(),
    );
    for finding in findings {
        let severity = notes.document.findings[*finding].severity.name();
        let number = finding + 1;
        let _ = write!(
            out,
            "<a class=\"badge {severity}\" href=\"#f{article}-{number}\" \
             aria-label=\"Finding {number}\">{number}</a> ",
        );
    }
    out.push_str("</td></tr>\n");
}

/// What a number or date was read as: its value and unit, and the interval
/// where that is wider; the day with its weekday.
fn reading(entry: &Entry) -> String {
    let mut out = String::new();
    if entry.written == Written::Nothing
        && let Some(time) = &entry.time
    {
        out.push_str(&escaped(&spoken(time).unwrap_or_else(|| time.clone())));
        return out;
    }
    let hedge = entry.hedge.map(|sign| format!("{sign} "));
    let amount = amount(&value(entry), entry.unit);
    out.push_str(&escaped(&(hedge.unwrap_or_default() + &amount)));
    let interval = interval(entry);
    if !interval.is_empty() {
        let _ = write!(
            out,
            " <span class=\"interval\">{}</span>",
            escaped(&interval)
        );
    }
    out
}

/// `205 km`, `40%`, `GBP 1,200,000`.
fn amount(value: &str, unit: Unit) -> String {
    let symbol = unit.symbol();
    if value.is_empty() || symbol.is_empty() {
        value.to_owned()
    } else if unit.is_currency() {
        format!("{symbol} {value}")
    } else if symbol == "%" {
        format!("{value}{symbol}")
    } else {
        format!("{value} {symbol}")
    }
}

/// By what it is sorted: its least value, or its TIMEX3 value.
fn rank(entry: &Entry) -> String {
    let written = match entry.written {
        Written::One(value) | Written::Range(value, _) => Some(value),
        Written::Nothing => entry.low,
    };
    match (written, &entry.time) {
        (Some(value), _) => decimal(value),
        (None, Some(time)) => time.clone(),
        (None, None) => String::new(),
    }
}
