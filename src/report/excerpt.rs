//! An excerpt is the part of an article that a finding is drawn on: the lines
//! its labels stand in, long ones cut to the sentence and wrapped.
//!
//! miette draws what a [`SourceCode`] gives it line by line, and a paragraph
//! of prose is one line of a thousand columns. So the excerpt is a text of its
//! own: the pieces of the article around the labels, broken into rows that fit.
//! The labels' spans are moved into that text, and [`Excerpt::renumber`] puts
//! the article's line numbers beside the rows that were drawn.
//!
//! Places far apart give separate pieces, each drawn under its own position.

mod stretch;

use std::fmt::Write as _;
use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use unicode_width::UnicodeWidthChar as _;

use self::stretch::{Stretch, clip, stretches};
use super::position::{Lines, Position};
use super::{is_steering, plain};
use crate::finding::Label;
use crate::span::Span;

/// So many labels are drawn of a finding: drawing takes time that grows with
/// their square, and nobody reads more.
const MOST_LABELS: usize = 200;

/// The part of an article that a finding is drawn on.
#[derive(Debug)]
pub struct Excerpt {
    name: String,
    /// The rows, a line each.
    text: String,
    pieces: Vec<Piece>,
    rows: Vec<Row>,
    labels: Vec<Shown>,
    hidden: usize,
    /// How many digits a line number has.
    digits: usize,
}

/// Rows that follow each other in the article.
#[derive(Debug)]
struct Piece {
    /// Their bytes in the excerpt's text.
    bytes: Range<usize>,
    /// Their places in the excerpt's rows.
    rows: Range<usize>,
}

/// A row of the excerpt.
#[derive(Debug)]
struct Row {
    /// The number under which it is drawn. Pieces leave a gap, so that they
    /// are not taken for neighbours.
    drawn: usize,
    /// The article's line; `None` where a line is continued.
    line: Option<usize>,
}

/// A label as it is drawn.
#[derive(Debug)]
struct Shown {
    /// What is underlined of it in the article.
    span: Span,
    /// The same in the excerpt.
    bytes: Range<usize>,
    /// Where the whole label begins.
    position: Position,
    note: Option<String>,
    primary: bool,
}

impl Shown {
    /// Takes over the note of a label on the same span: miette would draw the
    /// two beside each other.
    fn join(&mut self, other: &mut Shown) {
        self.primary |= other.primary;
        self.note = match (self.note.take(), other.note.take()) {
            (Some(one), Some(more)) if one != more => Some(format!("{one}; {more}")),
            (one, more) => one.or(more),
        };
    }
}

impl Excerpt {
    /// The excerpt for some labels, in rows of at most `width` columns as far
    /// as the words allow.
    pub fn new(
        name: &str,
        lines: &Lines,
        labels: &[Label],
        sentences: &[Span],
        width: usize,
    ) -> Excerpt {
        let mut shown: Vec<Shown> = labels
            .iter()
            .map(|label| Shown {
                span: clip(lines, label.span, width),
                bytes: 0..0,
                position: lines.position(label.span.range().start),
                note: label.note.as_deref().map(|note| plain(note).into_owned()),
                primary: label.primary,
            })
            .collect();
        shown.sort_by_key(|label| label.span);
        shown.dedup_by(|later, earlier| {
            let same = later.span == earlier.span;
            if same {
                earlier.join(later);
            }
            same
        });
        let hidden = shown.len().saturating_sub(MOST_LABELS);
        if hidden > 0 {
            // The primary one is drawn whatever its place.
            let mut left = MOST_LABELS - 1;
            shown.retain(|label| {
                let drawn = label.primary || left > 0;
                left -= usize::from(drawn && !label.primary);
                drawn
            });
        }
        let mut excerpt = Excerpt {
            hidden,
            name: plain(name).into_owned(),
            text: String::new(),
            pieces: Vec::new(),
            rows: Vec::new(),
            labels: shown,
            digits: 0,
        };
        let spans: Vec<Span> = excerpt.labels.iter().map(|label| label.span).collect();
        for stretch in stretches(lines, &spans, sentences, width) {
            excerpt.add(lines, &stretch, width);
        }
        excerpt.number();
        excerpt
    }

    /// How many labels are too many to be drawn.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// The labels, with spans into the excerpt.
    pub fn labels(&self) -> Vec<LabeledSpan> {
        let label = |shown: &Shown| {
            let span = shown.bytes.clone();
            if shown.primary {
                LabeledSpan::new_primary_with_span(shown.note.clone(), span)
            } else {
                LabeledSpan::new_with_span(shown.note.clone(), span)
            }
        };
        self.labels.iter().map(label).collect()
    }

    /// The drawing with the article's line numbers.
    pub fn renumber(&self, drawing: &str) -> String {
        let mut out = String::with_capacity(drawing.len());
        for line in drawing.split_inclusive('\n') {
            match self.numbered(line) {
                Some((at, row)) => {
                    let number = row.line.map(|n| n.to_string()).unwrap_or_default();
                    out.push_str(&line[..at]);
                    // Writing to a string cannot fail.
                    let _ = write!(out, "{number:>width$}", width = self.digits);
                    out.push_str(&line[at + self.digits..]);
                }
                None => out.push_str(line),
            }
        }
        out
    }

    /// Where a drawn line has its number, and which row that is.
    fn numbered(&self, line: &str) -> Option<(usize, &Row)> {
        let at = line.find(|c: char| c.is_ascii_digit() && !c.is_whitespace())?;
        // A style stands before the number as `\u{1b}[2m`.
        let at = match line[..at].find('\u{1b}') {
            Some(escape) => escape + line[escape..].find('m')? + 1,
            None => at,
        };
        let number = line.get(at..at + self.digits)?;
        let rest = &line[at + self.digits..];
        let style = &rest[..rest.find(" │")?];
        if !line[..at].starts_with(' ') || !(style.is_empty() || style.starts_with('\u{1b}')) {
            return None;
        }
        let drawn: usize = number.parse().ok()?;
        let place = self.rows.binary_search_by_key(&drawn, |row| row.drawn);
        place.ok().map(|place| (at, &self.rows[place]))
    }

    /// Gives every row the number under which it is drawn, all of as many
    /// digits as the article's largest.
    fn number(&mut self) {
        let largest = self.rows.iter().filter_map(|row| row.line).max();
        let needed = self.rows.len() + 2 * self.pieces.len();
        let mut digits = largest.unwrap_or(1).to_string().len();
        while 9 * 10_usize.pow(digits as u32 - 1) < needed {
            digits += 1;
        }
        self.digits = digits;
        let mut next = 10_usize.pow(digits as u32 - 1);
        for piece in &self.pieces {
            for row in &mut self.rows[piece.rows.clone()] {
                row.drawn = next;
                next += 1;
            }
            next += 2;
        }
    }

    fn add(&mut self, lines: &Lines, stretch: &Stretch, width: usize) {
        if !self.text.is_empty() {
            // The end of one piece is not the beginning of the next.
            self.text.push('\n');
        }
        let bytes = self.text.len();
        let rows = self.rows.len();
        for (n, line) in stretch.lines.iter().enumerate() {
            if n > 0 {
                self.text.push('\n');
            }
            self.rows.push(Row {
                drawn: 0,
                line: Some(lines.position(line.range().start).line),
            });
            self.wrap(lines, *line, width);
        }
        let end = self.text.len();
        let at_end = self.labels.iter().any(|label| label.bytes == (end..end));
        if at_end || self.text[bytes..].is_empty() || self.text.ends_with('\n') {
            // miette draws no row and no label on nothing.
            self.text.push(' ');
        }
        self.pieces.push(Piece {
            bytes: bytes..self.text.len(),
            rows: rows..self.rows.len(),
        });
    }

    /// Writes a line of the article in rows that fit.
    fn wrap(&mut self, lines: &Lines, line: Span, width: usize) {
        let text = lines.text();
        let whole = lines.line_at(line.range().start);
        let mut column = 0;
        if !text[whole.range().start..line.range().start]
            .trim()
            .is_empty()
        {
            self.text.push_str("… ");
            column = 2;
        }
        let mut at = line.range().start;
        while at < line.range().end {
            let word = at + blanks(&text[at..line.range().end]);
            let end = self.end_of_word(text, word, line.range().end);
            let gap = columns(&text[at..word]);
            if column > 0
                && at > line.range().start
                && self.reach(text, word..end, column + gap) > width
            {
                for blank in at..word {
                    self.place_empty(blank);
                }
                self.text.push('\n');
                self.rows.push(Row {
                    drawn: 0,
                    line: None,
                });
                column = 0;
            } else {
                column += gap;
                self.copy(text, at..word);
            }
            column += columns(&text[word..end]);
            self.copy(text, word..end);
            at = end;
        }
        self.place_empty(line.range().end);
        let end = lines.line_at(line.range().end).range().end;
        if end > line.range().end && !text[line.range().end..end].trim().is_empty() {
            self.text.push_str(" …");
        }
    }

    /// Where the word at `start` ends. A label is never broken.
    fn end_of_word(&self, text: &str, start: usize, limit: usize) -> usize {
        let inside = |at: usize| {
            self.labels
                .iter()
                .any(|l| l.span.range().start <= at && at < l.span.range().end)
        };
        text[start..limit]
            .char_indices()
            .find(|&(n, c)| c.is_whitespace() && !inside(start + n))
            .map_or(limit, |(n, _)| start + n)
    }

    /// The last column that a word or the notes below it reach when the word
    /// begins at `column`.
    fn reach(&self, text: &str, word: Range<usize>, column: usize) -> usize {
        let notes = self.labels.iter().filter_map(|label| {
            let span = label.span.range();
            let note = label.note.as_deref()?;
            let inside = word.start <= span.start && span.end <= word.end;
            inside.then(|| {
                let before = columns(&text[word.start..span.start]);
                // `╰── ` leads from the label's middle to its note.
                column + before + columns(&text[span]) / 2 + 4 + columns(note)
            })
        });
        notes
            .max()
            .unwrap_or(0)
            .max(column + columns(&text[word.clone()]))
    }

    /// Copies bytes of the article, moving the labels that begin and end there.
    fn copy(&mut self, text: &str, bytes: Range<usize>) {
        for (n, c) in text[bytes.clone()].char_indices() {
            let at = bytes.start + n;
            self.place_empty(at);
            match c {
                '\t' => self.text.push_str("    "),
                '\n' => self.text.push(' '),
                '\r' => {}
                c if is_steering(c) => self.text.push(char::REPLACEMENT_CHARACTER),
                c => self.text.push(c),
            }
            let end = self.text.len();
            for label in &mut self.labels {
                if label.span.range().end == at + c.len_utf8() {
                    label.bytes.end = end.max(label.bytes.start);
                }
            }
        }
    }

    /// Lets the labels that begin at a byte begin here.
    fn place_empty(&mut self, at: usize) {
        let here = self.text.len();
        for label in &mut self.labels {
            if label.span.range().start == at {
                label.bytes = here..here;
            }
        }
    }
}

impl SourceCode for Excerpt {
    /// The whole piece that holds the span; at a span alone (no context), the
    /// position of its label in the article.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset() + span.len();
        let piece = self
            .pieces
            .iter()
            .find(|piece| piece.bytes.start <= span.offset() && end <= piece.bytes.end)
            .ok_or(MietteError::OutOfBounds)?;
        let label = self
            .labels
            .iter()
            .find(|label| label.bytes == (span.offset()..end));
        let (line, column) = match label {
            Some(label) if before + after == 0 => {
                (label.position.line - 1, label.position.column - 1)
            }
            _ => (self.rows[piece.rows.start].drawn - 1, 0),
        };
        let whole = SourceSpan::from(piece.bytes.clone());
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.text.as_bytes()[piece.bytes.clone()],
            whole,
            line,
            column,
            piece.rows.len(),
        )))
    }
}

/// How many bytes of blanks a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// How many columns of a terminal a text takes.
fn columns(text: &str) -> usize {
    let width = |c: char| match c {
        '\t' => 4,
        '\n' => 1,
        '\r' => 0,
        c => c.width().unwrap_or(1),
    };
    text.chars().map(width).sum()
}
