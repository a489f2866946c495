//! Reads plain text as it is saved and mailed: paragraphs between blank lines
//! or one a line, lists by their bullets, tables by their bars.

use std::iter;

use memchr::memchr2;

use crate::span::Span;

use super::ahead::Ahead;
use super::builder::{Builder, Hole};
use super::character::{self, Class};
use super::sentence;
use super::{BlockKind, Piece};

/// A line of more bytes is no line that somebody wrapped.
const WRAPPED: usize = 120;

/// Columns between tab stops.
const TAB: usize = 8;

/// A headline has fewer bytes.
const LONGEST_TITLE: usize = 150;

pub(super) fn read(builder: &mut Builder<'_, '_>) {
    let text = builder.text();
    let comments = comments(text);
    let lines = lines(text, &comments);
    for &span in &comments {
        builder.comment(span);
    }
    let hole = |&span| Hole {
        span,
        opaque: false,
    };
    builder.holes(comments.iter().map(hole).collect());
    let mut reader = Reader {
        builder,
        text,
        lines,
        at: 0,
    };
    reader.read();
    titles(builder);
}

/// What a line is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// White space, or a rule (`* * *`, `-----`).
    Blank,
    /// A comment and nothing else: as if it were not there.
    Comment,
    Prose,
    /// The first line of an item.
    Item(Marker),
}

/// What stands before the words of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker {
    /// The bullet, or the mark after the number.
    sign: char,
    /// The number, in an ordered list.
    number: Option<u64>,
    /// Where the words begin.
    words: usize,
}

/// A line without the white space around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    end: usize,
    /// The column of `start`, counted from 0, with tab stops every eight.
    indent: usize,
    kind: Kind,
}

struct Reader<'b, 's, 'l> {
    builder: &'b mut Builder<'s, 'l>,
    text: &'s str,
    lines: Vec<Line>,
    at: usize,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self) {
        while let Some(line) = self.lines.get(self.at) {
            match line.kind {
                _ if self.is_table() => self.table(),
                Kind::Blank => {
                    self.at += 1;
                    if line.start < line.end {
                        self.builder.part();
                    }
                }
                Kind::Comment => self.at += 1,
                Kind::Prose => self.paragraphs(),
                Kind::Item(_) => self.list(),
            }
        }
    }

    /// The lines up to a blank one, a list or a table: one paragraph, or one
    /// for each line.
    fn paragraphs(&mut self) {
        let first = self.at;
        while let Some(line) = self.lines.get(self.at) {
            match line.kind {
                Kind::Comment => {}
                Kind::Prose if self.at == first || !self.is_table() => {}
                _ => break,
            }
            self.at += 1;
        }
        let lines: Vec<Line> = self.lines[first..self.at]
            .iter()
            .filter(|line| line.kind == Kind::Prose)
            .copied()
            .collect();
        let separate = lines.iter().all(|&line| self.is_closed(line));
        let Some(mut begin) = lines.first().copied() else {
            return;
        };
        for (&line, next) in lines
            .iter()
            .zip(lines.iter().skip(1).map(Some).chain([None]))
        {
            let ends = next.is_none_or(|next| {
                separate
                    || is_unwrapped(line)
                    || is_unwrapped(*next)
                    || next.indent > line.indent + 1 && self.is_closed(line)
            });
            if ends {
                self.builder.prose(Span::new(begin.start, line.end));
                self.builder.close(BlockKind::Paragraph);
            }
            if let (true, Some(&next)) = (ends, next) {
                begin = next;
            }
        }
    }

    /// Whether a paragraph may end with the line.
    fn is_closed(&self, line: Line) -> bool {
        let written = &self.text[line.start..line.end];
        let Some(mark) = written.chars().next_back() else {
            return true;
        };
        if mark == '.' {
            let word = written[..written.len() - 1]
                .rsplit(|c: char| c.is_whitespace() || c == '(')
                .next();
            return !word.is_some_and(sentence::is_abbreviation);
        }
        matches!(mark, '?' | '!' | ':' | '…' | '"' | '”' | '’' | '\'' | '»')
    }

    /// Items one after another, with inner lists indented.
    fn list(&mut self) {
        let mut open: Vec<(usize, Marker)> = Vec::new();
        let mut end = 0;
        while let Some(&Line {
            start,
            indent,
            kind: Kind::Item(marker),
            ..
        }) = self.lines.get(self.at)
        {
            while open.last().is_some_and(|&(outer, _)| indent + 1 < outer) && open.len() > 1 {
                open.pop();
                self.close_list(end);
            }
            match open.last_mut() {
                Some((outer, last)) if indent <= *outer + 1 => {
                    self.builder.close_item(end);
                    if indent + 1 >= *outer && follows(*last, marker) {
                        (*outer, *last) = (indent, marker);
                    } else {
                        self.builder.close_list();
                        self.builder.open_list(marker.number, start);
                        (*outer, *last) = (indent, marker);
                    }
                }
                _ => {
                    open.push((indent, marker));
                    self.builder.open_list(marker.number, start);
                }
            }
            self.builder.open_item(start);
            end = self.item(marker);
            self.skip_blank_lines_before_an_item();
        }
        for _ in open {
            self.close_list(end);
        }
    }

    fn close_list(&mut self, end: usize) {
        self.builder.close_item(end);
        self.builder.close_list();
    }

    /// One item's lines; gives where they end.
    fn item(&mut self, marker: Marker) -> usize {
        let first = self.lines[self.at];
        let mut last = first;
        self.at += 1;
        while let Some(&line) = self.lines.get(self.at) {
            let continues = match line.kind {
                Kind::Comment => true,
                Kind::Prose => {
                    line.indent > first.indent
                        || !is_unwrapped(last) && !is_unwrapped(line) && !self.is_broken(last, line)
                }
                _ => false,
            };
            if !continues {
                break;
            }
            if line.kind == Kind::Prose {
                last = line;
            }
            self.at += 1;
        }
        self.builder.prose(Span::new(marker.words, last.end));
        let kind = self.builder.item_kind();
        self.builder.close(kind);
        last.end
    }

    /// Whether the writer broke the line before `next` on purpose: its first
    /// word would have fitted behind `last`, by the width of `next` itself.
    fn is_broken(&self, last: Line, next: Line) -> bool {
        let written = &self.text[next.start..next.end];
        let word = written.find(is_white).unwrap_or(written.len());
        let width = |line: Line| line.indent + line.end - line.start;
        width(last) + 1 + word <= width(next)
    }

    fn skip_blank_lines_before_an_item(&mut self) {
        let rest = &self.lines[self.at..];
        let blank = rest
            .iter()
            .take_while(|line| {
                line.kind == Kind::Comment || line.kind == Kind::Blank && line.start == line.end
            })
            .count();
        if let Some(Kind::Item(_)) = rest.get(blank).map(|line| line.kind) {
            self.at += blank;
        }
    }

    /// Whether a table's header stands here: a row, and a line of dashes.
    fn is_table(&self) -> bool {
        let [row, dashes, ..] = &self.lines[self.at..] else {
            return false;
        };
        let dashes = &self.text[dashes.start..dashes.end];
        matches!(row.kind, Kind::Prose | Kind::Item(_))
            && dashes.contains('|')
            && dashes.contains('-')
            && dashes.bytes().all(|b| b"|-: \t".contains(&b))
            && self.text[row.start..row.end].contains('|')
    }

    fn table(&mut self) {
        self.builder.open_table(self.lines[self.at].start);
        self.builder.headed();
        let mut end = 0;
        let mut row = 0;
        while let Some(&line) = self.lines.get(self.at) {
            let bars = self.text[line.start..line.end].contains('|');
            if !bars || line.kind == Kind::Comment {
                break;
            }
            if row != 1 {
                self.row(line);
            }
            end = line.end;
            row += 1;
            self.at += 1;
        }
        self.builder.close_table(end);
    }

    fn row(&mut self, line: Line) {
        self.builder.open_row();
        let mut start = line.start;
        let written = &self.text[line.start..line.end];
        if written.starts_with('|') {
            start += 1;
        }
        let bytes = self.text.as_bytes();
        let bars = (start..line.end).filter(|&at| bytes[at] == b'|' && bytes[at - 1] != b'\\');
        for bar in bars.chain(iter::once(line.end)) {
            if bar < line.end || start < line.end {
                self.builder.open_cell(1, 1);
                self.cell(Span::new(start, bar));
                let kind = self.builder.cell_kind();
                self.builder.close(kind);
            }
            start = bar + 1;
        }
    }

    /// A cell's words, in which a bar is written `\|`.
    fn cell(&mut self, span: Span) {
        let mut start = span.range().start;
        let written = &self.text[span.range()];
        for (place, escape) in written.match_indices("\\|") {
            let at = span.range().start + place;
            self.builder.prose(Span::new(start, at));
            start = at + escape.len();
            self.builder.push(Piece::Entity(Span::new(at, start), '|'));
        }
        self.builder.prose(Span::new(start, span.range().end));
    }
}

fn is_unwrapped(line: Line) -> bool {
    line.end - line.start > WRAPPED
}

/// Whether the item with marker `next` belongs to the list that `last` is in.
fn follows(last: Marker, next: Marker) -> bool {
    last.sign == next.sign
        && match (last.number, next.number) {
            // Some lists count down, some number every item 1.
            (Some(last), Some(next)) => next != 1 || last <= 2,
            (None, None) => true,
            _ => false,
        }
}

fn is_white(c: char) -> bool {
    matches!(character::of(c), Class::White | Class::Unseen)
}

/// Comments: `<!--` up to the next `-->`.
fn comments(text: &str) -> Vec<Span> {
    let mut comments = Vec::new();
    let mut closer = Ahead::new(text);
    let mut at = 0;
    while let Some(found) = text[at..].find("<!--") {
        let start = at + found;
        let Some(end) = closer.find("-->", start + 4) else {
            break;
        };
        at = end + 3;
        comments.push(Span::new(start, at));
    }
    comments
}

fn lines(text: &str, comments: &[Span]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut comments = comments.iter().copied().peekable();
    let mut start = 0;
    while start < text.len() {
        let length = memchr2(b'\n', b'\r', &text.as_bytes()[start..]);
        let end = length.map_or(text.len(), |length| start + length);
        while comments
            .next_if(|comment| comment.range().end <= start)
            .is_some()
        {}
        lines.push(line(text, start, end, comments.clone()));
        let crlf = text[end..].starts_with("\r\n");
        start = end + if crlf { 2 } else { 1 };
    }
    lines
}

/// The line from `begin` to `stop`, given the comments that end after `begin`.
fn line(text: &str, begin: usize, stop: usize, comments: impl Iterator<Item = Span>) -> Line {
    let blank = |start: usize, end: usize| {
        let written = &text[start..end];
        end - written.trim_start_matches(is_white).len()
    };
    let mut start = blank(begin, stop);
    let indent = text[begin..start].chars().fold(0, column);
    let mut end = start + text[start..stop].trim_end_matches(is_white).len();
    let mut commented = false;
    for comment in comments.take_while(|comment| comment.range().start < stop) {
        let comment = comment.range();
        commented = true;
        if comment.start <= start {
            start = blank(comment.end.clamp(start, stop), stop);
        } else if comment.end >= end {
            end = start + text[start..comment.start].trim_end_matches(is_white).len();
        }
    }
    let end = end.max(start);
    let written = &text[start..end];
    let kind = match written {
        "" if commented => Kind::Comment,
        _ if is_rule(written) => Kind::Blank,
        _ => marker(text, start, end).map_or(Kind::Prose, Kind::Item),
    };
    Line {
        start,
        end,
        indent,
        kind,
    }
}

/// The column behind a character that stands in column `at`.
fn column(at: usize, character: char) -> usize {
    match character {
        '\t' => at - at % TAB + TAB,
        _ => at + 1,
    }
}

/// Nothing, or three and more of one mark: `* * *`, `-----`, `=====`.
fn is_rule(written: &str) -> bool {
    let mut marks = written.bytes().filter(|b| !b.is_ascii_whitespace());
    match marks.next() {
        None => true,
        Some(mark @ (b'-' | b'*' | b'_' | b'=' | b'~' | b'#')) => {
            let mut count = 1;
            marks.all(|b| {
                count += 1;
                b == mark
            }) && count >= 3
        }
        Some(_) => false,
    }
}

/// `marker ::= ('-' | '*' | '+' | '•' | '–' …) blank | digit{1,3} ('.' | ')') blank`
fn marker(text: &str, start: usize, end: usize) -> Option<Marker> {
    let written = &text[start..end];
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = written[digits..].chars();
    let sign = rest.next()?;
    let number = match (digits, sign) {
        (0, '-' | '*' | '+' | '•' | '–' | '·' | '◦' | '▪' | '●' | '‣') => None,
        (1..=3, '.' | ')') => Some(written[..digits].parse().ok()?),
        _ => return None,
    };
    let words = rest.as_str();
    let rest = words.trim_start_matches([' ', '\t', '\u{a0}']);
    (rest.len() < words.len() && !rest.is_empty()).then_some(Marker {
        sign,
        number,
        words: end - rest.len(),
    })
}

/// The first block is the headline if it looks like one, and so is the next
/// one if it says the same.
fn titles(builder: &mut Builder<'_, '_>) {
    let text = builder.text();
    let [first, second, ..] = builder.blocks_mut() else {
        return;
    };
    let written = &text[first.span.range()];
    let is_title = first.kind == BlockKind::Paragraph
        && written.len() < LONGEST_TITLE
        && !written.contains(['\n', '\r'])
        && !written.ends_with(['.', ':', ';', ',']);
    if !is_title {
        return;
    }
    first.kind = BlockKind::Title;
    if second.kind == BlockKind::Paragraph && &text[second.span.range()] == written {
        second.kind = BlockKind::Title;
    }
}
