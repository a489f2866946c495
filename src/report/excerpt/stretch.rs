//! A stretch is what an excerpt shows of an article in one piece.

use super::columns;
use crate::report::position::Lines;
use crate::span::Span;

/// Bytes between two stretches that are shown rather than left out.
const NEAR: usize = 80;

/// Columns shown on either side of a label in a sentence without end.
const AROUND: usize = 80;

/// Lines of an article that are shown together.
#[derive(Debug)]
pub(super) struct Stretch {
    /// What is shown of each line, without its break. Two lines are one where
    /// a label runs from one to the next.
    pub(super) lines: Vec<Span>,
}

/// What is underlined of a label: no more than fits on a row.
///
/// A label of several lines, such as a table, is underlined on its first.
pub(super) fn clip(lines: &Lines, span: Span, width: usize) -> Span {
    // Neither a byte order mark nor a line break belongs to a line.
    let line = lines.line_at(span.range().start).range();
    let begin = span.range().start.clamp(line.start, line.end);
    let text = &lines.text()[begin..span.range().end.max(begin)];
    if text.trim().is_empty() {
        return Span::new(begin, begin);
    }
    let start = begin + text.len() - text.trim_start().len();
    let text = text.trim();
    let text = match text.find('\n') {
        Some(feed) if text[feed + 1..].contains('\n') || !fits(text, width / 2) => &text[..feed],
        _ => text,
    };
    let mut length = 0;
    if fits(text, width) {
        length = text.len();
    } else {
        let mut taken = 0;
        for word in text.split_inclusive(' ').take_while(|word| {
            taken += columns(word);
            taken <= width
        }) {
            length += word.len();
        }
        if length == 0 {
            length = text
                .char_indices()
                .nth(width)
                .map_or(text.len(), |(n, _)| n);
        }
    }
    let length = text[..length].trim_end().len();
    Span::new(start, start + length)
}

/// The stretches that show all labels, in text order.
pub(super) fn stretches(
    lines: &Lines,
    labels: &[Span],
    sentences: &[Span],
    width: usize,
) -> Vec<Stretch> {
    let mut shown: Vec<Span> = labels
        .iter()
        .map(|&label| around(lines, label, sentences, width))
        .collect();
    shown.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in shown {
        match merged.last_mut() {
            Some(last) if span.range().start <= last.range().end + NEAR => *last = last.join(span),
            _ => merged.push(span),
        }
    }
    merged
        .into_iter()
        .map(|span| Stretch {
            lines: split(lines, span, labels),
        })
        .collect()
}

/// What to show for one label: its line when that fits a row, else its
/// sentence, else the words around it.
fn around(lines: &Lines, label: Span, sentences: &[Span], width: usize) -> Span {
    let text = lines.text();
    let (first, last) = (
        lines.line_at(label.range().start),
        lines.line_at(label.range().end),
    );
    let region = first.join(last).join(label);
    if fits(&text[first.range()], width) && fits(&text[last.range()], width) {
        return region;
    }
    let after = sentences.partition_point(|sentence| sentence.end <= label.start);
    let sentence = sentences[after..]
        .iter()
        .take_while(|sentence| sentence.start < label.end)
        .fold(None, |sum: Option<Span>, &s| {
            Some(sum.map_or(s, |sum| sum.join(s)))
        });
    let sentence = match sentence {
        Some(sentence) => label.join(Span {
            start: sentence.start.max(region.start),
            end: sentence.end.min(region.end),
        }),
        None => region,
    };
    if fits(&text[sentence.range()], 4 * width) {
        sentence
    } else {
        window(text, label, sentence)
    }
}

/// The words around a label, inside a sentence.
fn window(text: &str, label: Span, inside: Span) -> Span {
    let before = &text[inside.range().start..label.range().start];
    let after = &text[label.range().end..inside.range().end];
    let start = match before.char_indices().rev().nth(AROUND) {
        Some((n, _)) => n + before[n..].find(' ').map_or(0, |blank| blank + 1),
        None => 0,
    };
    let end = match after.char_indices().nth(AROUND) {
        Some((n, _)) => after[..n].rfind(' ').unwrap_or(n),
        None => after.len(),
    };
    Span::new(inside.range().start + start, label.range().end + end)
}

/// The lines of a stretch.
fn split(lines: &Lines, span: Span, labels: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.range().start;
    loop {
        let mut end = lines.line_at(start).range().end;
        // As long as a label runs over the line's end, the next one joins.
        while let Some(label) = labels
            .iter()
            .find(|l| l.range().start <= end && end < l.range().end && l.range().start >= start)
        {
            end = lines.line_at(label.range().end).range().end;
        }
        found.push(Span::new(start, end.min(span.range().end)));
        let feed = lines.text()[end..].find('\n').map(|n| end + n + 1);
        match feed {
            Some(next) if next <= span.range().end && end < span.range().end => start = next,
            _ => return found,
        }
    }
}

/// Whether a text fits some columns. Never measures a long one.
fn fits(text: &str, width: usize) -> bool {
    text.len() <= width || (text.len() <= 4 * width && columns(text) <= width)
}
