//! A scalar is one text in a YAML file, and a sheet is such a file.
//!
//! What a scalar says and how it is written differ: quotes, escapes, folded
//! lines. A sheet finds the characters of the file that a part of a scalar's
//! text was written with, so that an error can point at them.

use std::ops::Range;
use std::sync::Arc;

use miette::NamedSource;
use serde_yaml::{Location, Spanned};

use super::error::{Fault, RuleError};

/// A text in a YAML file, with its place.
pub(crate) type Scalar = Spanned<String>;

/// Something named in a rule file, with the file it stands in.
#[derive(Debug)]
pub(crate) struct Entry<T> {
    pub(crate) sheet: Sheet,
    pub(crate) name: Scalar,
    pub(crate) value: T,
    /// Whether it is the user's own and may replace a shipped one.
    pub(crate) extra: bool,
}

/// A rule file's text and name.
#[derive(Clone, Debug)]
pub(crate) struct Sheet(File);

#[derive(Clone, Debug)]
enum File {
    /// One of the crate's own.
    Shipped {
        name: &'static str,
        text: &'static str,
    },
    Read(Arc<NamedSource<String>>),
}

impl Sheet {
    pub(crate) fn new(name: &str, text: &str) -> Sheet {
        Sheet(File::Read(Arc::new(source(name, text))))
    }

    /// A file of the crate's own.
    pub(crate) fn shipped(name: &'static str, text: &'static str) -> Sheet {
        Sheet(File::Shipped { name, text })
    }

    pub(crate) fn name(&self) -> &str {
        match &self.0 {
            File::Shipped { name, .. } => name,
            File::Read(file) => file.name(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        match &self.0 {
            File::Shipped { text, .. } => text,
            File::Read(file) => file.inner(),
        }
    }

    /// An error at some bytes of the file.
    pub(crate) fn error(&self, place: Range<usize>, fault: Fault) -> RuleError {
        let file = match &self.0 {
            File::Shipped { name, text } => Arc::new(source(name, text)),
            File::Read(file) => Arc::clone(file),
        };
        RuleError::new(file, place, fault)
    }

    /// An error about a whole scalar.
    pub(crate) fn error_at<T>(&self, value: &Spanned<T>, fault: Fault) -> RuleError {
        self.error(self.place(&value.defined), fault)
    }

    /// An error about a part of a scalar's text.
    pub(crate) fn error_in(&self, scalar: &Scalar, part: Range<usize>, fault: Fault) -> RuleError {
        self.error(self.inside(scalar, part), fault)
    }

    /// The bytes of a location. One without bytes is one character; one past
    /// the end is the end.
    pub(crate) fn place(&self, location: &Location) -> Range<usize> {
        let text = self.text();
        let span = location.span();
        let place = match (span.byte_offset(), span.byte_len()) {
            (Some(start), Some(length)) => start as usize..(start + length) as usize,
            _ => self.character(location.line() as usize, location.column() as usize),
        };
        let start = place.start.min(text.len());
        let end = place.end.clamp(start, text.len());
        // A mapping has a beginning only: its first line is shown.
        let written = if start == end {
            text[start..].lines().next().unwrap_or_default()
        } else {
            &text[start..end]
        };
        start..start + written.trim_end().len()
    }

    fn character(&self, line: usize, column: usize) -> Range<usize> {
        let text = self.text();
        let start: usize = text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = &text[start..];
        let (place, length) = rest
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or((rest.len(), 0), |(place, c)| (place, c.len_utf8()));
        start + place..start + place + length
    }

    /// The bytes of the file with which a part of a scalar's text is written.
    pub(crate) fn inside(&self, scalar: &Scalar, part: Range<usize>) -> Range<usize> {
        let place = self.place(&scalar.defined);
        let written = &self.text()[place.clone()];
        let map = Alignment::of(&scalar.value, written, self.is_block(place.start));
        let start = map.start_of(part.start);
        let end = if part.is_empty() {
            start
        } else {
            map.end_of(part.end)
        };
        let start = start.min(written.len());
        place.start + start..place.start + end.clamp(start, written.len())
    }

    /// Whether a scalar that starts here is a block scalar: its line holds
    /// only blanks before it, and the line above ends in `|`, `>-` or the like.
    fn is_block(&self, start: usize) -> bool {
        let before = &self.text()[..start];
        let Some((above, indent)) = before.rsplit_once('\n') else {
            return false;
        };
        let header = above.trim_end().trim_end_matches(['-', '+']);
        let header = header.trim_end_matches(|c: char| c.is_ascii_digit());
        indent.bytes().all(|b| b == b' ') && header.ends_with(['|', '>'])
    }
}

/// A file as errors show it.
fn source(name: &str, text: &str) -> NamedSource<String> {
    NamedSource::new(name, text.to_owned()).with_language("yaml")
}

/// Where each byte of a scalar's text is written, within the scalar.
struct Alignment {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Alignment {
    /// Walks text and writing side by side. Exact but for block scalars whose
    /// lines begin with blanks beyond their indentation.
    fn of(text: &str, written: &str, block: bool) -> Alignment {
        let quote = if block { None } else { written.chars().next() };
        let mut map = Alignment {
            starts: Vec::with_capacity(text.len() + 1),
            ends: Vec::with_capacity(text.len() + 1),
        };
        let mut at = usize::from(matches!(quote, Some('"' | '\'')));
        for c in text.chars() {
            let (start, end) = next_of(c, written, at, quote);
            for _ in 0..c.len_utf8() {
                map.starts.push(start);
                map.ends.push(end);
            }
            at = end;
        }
        map.starts.push(at);
        map
    }

    fn start_of(&self, byte: usize) -> usize {
        let last = self.starts.len() - 1;
        self.starts[byte.min(last)]
    }

    fn end_of(&self, byte: usize) -> usize {
        match self.ends.get(byte.saturating_sub(1)) {
            Some(&end) => end,
            None => self.starts[self.starts.len() - 1],
        }
    }
}

/// The writing of one character: its first byte from `at` on, and the byte
/// after its last.
fn next_of(c: char, written: &str, mut at: usize, quote: Option<char>) -> (usize, usize) {
    while let Some(w) = written.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &written[at..];
        match (quote, w) {
            (Some('"'), '\\') => {
                let length = escape_length(rest);
                if rest[1..].starts_with(['\n', '\r']) {
                    at += length;
                    continue;
                }
                return (at, at + length);
            }
            (Some('\''), '\'') => return (at, at + 2),
            _ if w == c => return (at, at + w.len_utf8()),
            _ if w.is_whitespace() && c.is_whitespace() => {
                return (at, at + rest.len() - rest.trim_start().len());
            }
            _ if w.is_whitespace() => at += w.len_utf8(),
            _ => break,
        }
    }
    (at, at)
}

/// How many bytes an escape in double quotes takes.
fn escape_length(rest: &str) -> usize {
    let mut letters = rest.chars().skip(1);
    match letters.next() {
        Some('x') => 4.min(rest.len()),
        Some('u') => 6.min(rest.len()),
        Some('U') => 10.min(rest.len()),
        Some(c) => 1 + c.len_utf8(),
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written<'a>(text: &str, yaml: &'a str, block: bool, part: &str) -> &'a str {
        let map = Alignment::of(text, yaml, block);
        let start = text.find(part).expect("the part stands in the text");
        &yaml[map.start_of(start)..map.end_of(start + part.len())]
    }

    #[test]
    fn quotes_and_escapes_are_counted() {
        assert_eq!(written("a \" b", r#""a \" b""#, false, "b"), "b");
        assert_eq!(written("é {x}", r#""\u00e9 {x}""#, false, "{x}"), "{x}");
        assert_eq!(written("it's so", "'it''s so'", false, "so"), "so");
        assert_eq!(written("it's so", "'it''s so'", false, "t's"), "t''s");
    }

    #[test]
    fn folded_lines_are_one_blank() {
        assert_eq!(written("a b c", "a\n   b\n  c", false, "b c"), "b\n  c");
        assert_eq!(written("x\ny\n", "x\n    y\n", true, "y"), "y");
        assert_eq!(written("\"x\" y", "\"x\"\n    y\n", true, "y"), "y");
    }
}
