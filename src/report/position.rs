//! A position is a line and a column, as an editor shows them.
//!
//! Everything before a report counts bytes; [`Lines`] turns these into
//! positions without reading the text again from its beginning.

use crate::span::Span;

/// A place in a text as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1. A byte order mark is no character.
    pub column: usize,
}

/// Where the lines of a text begin.
///
/// ```
/// use addup::report::position::{Lines, Position};
///
/// let lines = Lines::new("Ünder 40\r\nwas it");
/// assert_eq!(lines.position(7), Position { line: 1, column: 7 });
/// assert_eq!(lines.position(15), Position { line: 2, column: 5 });
/// ```
#[derive(Debug)]
pub struct Lines<'s> {
    text: &'s str,
    /// Offset of each line's first byte.
    starts: Vec<u32>,
    /// Characters before every `STRIDE`th byte, so that a column in a line of
    /// a megabyte costs no more than one in a short line.
    characters: Vec<u32>,
}

const STRIDE: usize = 128;

const BYTE_ORDER_MARK: char = '\u{feff}';

impl<'s> Lines<'s> {
    /// The index of a text.
    pub fn new(text: &'s str) -> Lines<'s> {
        let feeds = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0)
            .chain(feeds.map(|feed| feed as u32 + 1))
            .collect();
        let mut total = 0;
        let mut characters = Vec::with_capacity(text.len() / STRIDE + 1);
        for chunk in text.as_bytes().chunks(STRIDE) {
            characters.push(total);
            total += count(chunk) as u32;
        }
        Lines {
            text,
            starts,
            characters,
        }
    }

    /// The text that was indexed.
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// The position of a byte; of the text's end when there is no such byte.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        let mark = usize::from(start == 0 && self.text.starts_with(BYTE_ORDER_MARK));
        let column = self.characters_before(offset) - self.characters_before(start);
        Position {
            line: line + 1,
            column: column.saturating_sub(mark) + 1,
        }
    }

    /// The byte within its line, from 1.
    pub fn byte_column(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        offset - self.starts[self.line_of(offset)] as usize + 1
    }

    /// The bytes of the line, from 0, that holds a byte: without its line
    /// break and byte order mark.
    pub fn line_at(&self, offset: usize) -> Span {
        let line = self.line_of(offset);
        let mut start = self.starts[line] as usize;
        let end = match self.starts.get(line + 1) {
            Some(&next) => next as usize - 1,
            None => self.text.len(),
        };
        let end = start + self.text[start..end].trim_end_matches('\r').len();
        if start == 0 && self.text.starts_with(BYTE_ORDER_MARK) {
            start = BYTE_ORDER_MARK.len_utf8();
        }
        Span::new(start, end)
    }

    fn line_of(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|&start| start as usize <= offset)
            - 1
    }

    fn characters_before(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        match self.characters.get(stride) {
            Some(&before) => {
                before as usize + count(&self.text.as_bytes()[stride * STRIDE..offset])
            }
            // The text's end, when its length is a multiple of the stride.
            None => stride.checked_sub(1).map_or(0, |last| {
                self.characters[last] as usize + count(&self.text.as_bytes()[last * STRIDE..])
            }),
        }
    }
}

/// The characters that begin among these bytes. A sum of bytes is one of many at
/// a time for the compiler, and a piece of a stride is too short to overflow it.
fn count(bytes: &[u8]) -> usize {
    let pieces = bytes.chunks(STRIDE);
    let counts = pieces.map(|piece| {
        piece
            .iter()
            .map(|&b| u8::from(b & 0xC0 != 0x80))
            .sum::<u8>()
    });
    counts.map(usize::from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slow(text: &str, offset: usize) -> Position {
        let before = &text[..offset];
        let line = before.rfind('\n').map_or(0, |i| i + 1);
        Position {
            line: 1 + before.matches('\n').count(),
            column: 1 + before[line..]
                .chars()
                .filter(|&c| c != BYTE_ORDER_MARK)
                .count(),
        }
    }

    #[test]
    fn every_offset_of_a_long_text_has_its_position() {
        let text = format!("\u{feff}{}\r\n\n{}", "é½a".repeat(700), "x".repeat(1100));
        let text = &text[..text.len() - text.len() % STRIDE + STRIDE.min(text.len() % STRIDE)];
        let lines = Lines::new(text);
        for offset in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            assert_eq!(lines.position(offset), slow(text, offset), "at {offset}");
        }
    }

    #[test]
    fn the_end_of_a_text_of_whole_strides_has_a_position() {
        let text = "y".repeat(2 * STRIDE);
        let end = Lines::new(&text).position(text.len());
        assert_eq!(end.column, 2 * STRIDE + 1);
    }

    #[test]
    fn an_empty_text_begins_at_its_first_line() {
        assert_eq!(Lines::new("").position(9), Position { line: 1, column: 1 });
        assert_eq!(Lines::new("").line_at(0), Span::new(0, 0));
    }

    #[test]
    fn a_line_has_neither_its_break_nor_the_mark() {
        let text = "\u{feff}one\r\ntwo\n";
        let lines = Lines::new(text);
        assert_eq!(&text[lines.line_at(4).range()], "one");
        assert_eq!(&text[lines.line_at(9).range()], "two");
        assert_eq!(&text[lines.line_at(text.len()).range()], "");
    }
}
