//! The copy is the article as it is set: headings, paragraphs, lists and
//! tables with their numbers marked, and beside each piece the notes on it.
//!
//! Text and notes are two columns of one grid. A piece of the text has a row;
//! its notes begin in the same row and may reach down to the next notes, so
//! that a long note pushes the text apart only where it must.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::escaped;
use super::mark::{Mark, joined};
use super::note::Notes;
use crate::document::{Block, BlockKind, List};
use crate::finding::Severity;
use crate::report::proof::Proof;

/// The most characters shown of what is no prose.
const OPAQUE: usize = 40;

/// Lists are set inside each other so deep; what lies deeper is set as if it
/// lay there.
const DEEPEST: usize = 16;

/// Headings of an article stand below those of the page.
const BELOW: u8 = 2;

/// Writes an article with the notes on it.
pub(super) fn write(out: &mut String, notes: &Notes) {
    let proof = notes.proof;
    let mut lists: Vec<&List> = proof.lists.iter().collect();
    lists.sort_by_key(|list| (list.span.start, std::cmp::Reverse(list.span.end)));
    let mut copy = Copy {
        proof,
        notes,
        lists,
        list: 0,
        depth: 0,
        block: 0,
    };
    let _ = writeln!(
        out,
        "<section class=\"copy\" aria-label=\"Text of {}\">",
        escaped(&notes.document.source.name)
    );
    copy.pieces(out);
    out.push_str("</section>\n");
}

/// A walk over the blocks of a proof.
struct Copy<'a> {
    proof: &'a Proof,
    notes: &'a Notes<'a>,
    /// The lists in text order, outer ones first.
    lists: Vec<&'a List>,
    /// The next list.
    list: usize,
    /// How many lists are open.
    depth: usize,
    /// The next block.
    block: usize,
}

impl Copy<'_> {
    fn pieces(&mut self, out: &mut String) {
        let beside = self.beside();
        let mut pieces: Vec<(String, Vec<usize>)> = Vec::new();
        let titled = |block: &Block| block.kind == BlockKind::Title;
        if let Some(title) = self
            .proof
            .title
            .filter(|_| !self.proof.blocks.iter().any(titled))
        {
            let title = escaped(&self.notes.document.source[title]);
            pieces.push((format!("<h3 class=\"title\">{title}</h3>\n"), Vec::new()));
        }
        while self.block < self.proof.blocks.len() {
            let first = self.block;
            let mut piece = String::new();
            self.piece(&mut piece);
            let notes = beside.range(first..self.block).flat_map(|(_, notes)| notes);
            pieces.push((piece, notes.copied().collect()));
        }
        let off_text = beside.range(self.block..).flat_map(|(_, notes)| notes);
        let off_text: Vec<usize> = off_text.copied().collect();
        if !off_text.is_empty() {
            pieces.push((String::new(), off_text));
        }
        let rows: Vec<usize> = (0..pieces.len())
            .filter(|&n| !pieces[n].1.is_empty())
            .collect();
        let mut below = rows.iter().skip(1);
        for (n, (piece, notes)) in pieces.iter().enumerate() {
            let row = n + 1;
            if !piece.is_empty() {
                let _ = write!(
                    out,
                    "<div class=\"piece\" style=\"grid-row: {row}\">\n{piece}</div>\n"
                );
            }
            if notes.is_empty() {
                continue;
            }
            let end = below.next().map_or(pieces.len() + 1, |next| next + 1);
            let _ = writeln!(
                out,
                "<div class=\"notes\" style=\"grid-row: {row} / {end}\">"
            );
            for &finding in notes {
                self.notes.write(out, finding);
            }
            out.push_str("</div>\n");
        }
    }

    /// The findings by the block beside which they stand: that of the primary
    /// label, or the next one after a place outside the text.
    fn beside(&self) -> BTreeMap<usize, Vec<usize>> {
        let blocks = &self.proof.blocks;
        let mut beside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, finding) in self.notes.document.findings.iter().enumerate() {
            let span = finding.primary().map(|label| label.span);
            let start = span.unwrap_or_default().start;
            let block = blocks.partition_point(|block| block.span.end <= start);
            beside.entry(block).or_default().push(n);
        }
        beside
    }

    /// The next block, or the whole list or table that begins with it.
    fn piece(&mut self, out: &mut String) {
        let block = &self.proof.blocks[self.block];
        while let Some(&list) = self.lists.get(self.list) {
            let too_deep = self.depth >= DEEPEST && list.span.contains(block.span);
            if list.span.end > block.span.start && !too_deep {
                break;
            }
            self.list += 1;
        }
        match self.lists.get(self.list) {
            Some(&list) if list.span.contains(block.span) => {
                self.list += 1;
                self.depth += 1;
                self.list(out, list);
                self.depth -= 1;
            }
            _ => match block.kind {
                BlockKind::Cell { table, .. } => self.table(out, table),
                kind => {
                    self.block += 1;
                    self.single(out, kind, block);
                }
            },
        }
    }

    /// The pieces that begin before a place.
    fn until(&mut self, out: &mut String, end: u32) {
        while self
            .proof
            .blocks
            .get(self.block)
            .is_some_and(|b| b.span.start < end)
        {
            self.piece(out);
        }
    }

    fn list(&mut self, out: &mut String, list: &List) {
        let name = if list.ordered { "ol" } else { "ul" };
        let start = list.start.filter(|&start| start != 1);
        let start = start.map(|start| format!(" start=\"{start}\""));
        let _ = writeln!(out, "<{name}{}>", start.unwrap_or_default());
        for n in 0..list.items.len().max(1) {
            // What stands between two items goes with the first.
            let end = list
                .items
                .get(n + 1)
                .map_or(list.span.end, |next| next.start);
            out.push_str("<li>\n");
            self.until(out, end);
            out.push_str("</li>\n");
        }
        let _ = writeln!(out, "</{name}>");
    }

    /// A table; what is no cell of it stands in the cell before.
    fn table(&mut self, out: &mut String, table: u32) {
        let shape = &self.proof.tables[table as usize];
        let mut cells: BTreeMap<(u32, u32), String> = BTreeMap::new();
        let mut place = (0, 0);
        while let Some(block) = self.proof.blocks.get(self.block) {
            match block.kind {
                BlockKind::Cell {
                    table: of,
                    row,
                    column,
                } if of == table => place = (row, column),
                _ if block.span.start >= shape.span.end => break,
                _ => {}
            }
            let cell = cells.entry(place).or_default();
            if !cell.is_empty() {
                cell.push_str("<br>");
            }
            self.words(cell, block);
            self.block += 1;
        }
        out.push_str(
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n",
        );
        for (row, of_row) in shape.cells.iter().enumerate() {
            let head = shape.header && row == 0;
            out.push_str("<tr>");
            for (column, &block) in of_row.iter().enumerate() {
                let cell = cells.remove(&(row as u32, column as u32));
                let cell = cell.unwrap_or_default();
                let is_figure = block.is_some_and(|block| self.is_figure(block));
                let _ = match (head, is_figure) {
                    (true, _) => write!(out, "<th scope=\"col\">{cell}</th>"),
                    (_, true) => write!(out, "<td class=\"figure\">{cell}</td>"),
                    (_, false) => write!(out, "<td>{cell}</td>"),
                };
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</table>\n</div>\n");
    }

    /// Whether a block is a number and nothing else.
    fn is_figure(&self, block: usize) -> bool {
        let words = &self.proof.blocks[block].tokens;
        let among = self.notes.marks.among(words);
        let marks = &self.notes.marks.all[among];
        marks
            .iter()
            .any(|mark| mark.entry.is_some() && mark.words == *words)
    }

    fn single(&mut self, out: &mut String, kind: BlockKind, block: &Block) {
        let (open, close) = match kind {
            _ if self.is_headline(block) => ("<h3 class=\"title\">".to_owned(), "</h3>".to_owned()),
            BlockKind::Title => ("<p class=\"caption\">".to_owned(), "</p>".to_owned()),
            BlockKind::Heading(level) => {
                let level = level.saturating_add(BELOW).clamp(3, 6);
                (format!("<h{level}>"), format!("</h{level}>"))
            }
            BlockKind::Standfirst => ("<p class=\"standfirst\">".to_owned(), "</p>".to_owned()),
            BlockKind::Quotation => ("<blockquote><p>".to_owned(), "</p></blockquote>".to_owned()),
            BlockKind::Caption => ("<p class=\"caption\">".to_owned(), "</p>".to_owned()),
            BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Cell { .. } => {
                ("<p>".to_owned(), "</p>".to_owned())
            }
        };
        out.push_str(&open);
        self.words(out, block);
        out.push_str(&close);
        out.push('\n');
    }

    /// Whether a block is the article's headline: the first one, or the
    /// heading of the text where a title given as data stands before it.
    fn is_headline(&self, block: &Block) -> bool {
        let blocks = &self.proof.blocks;
        let is_heading = |n: usize| {
            let kind = blocks.get(n).map(|block| block.kind);
            matches!(kind, Some(BlockKind::Heading(1)))
        };
        let is_title = blocks
            .first()
            .is_some_and(|first| first.kind == BlockKind::Title);
        let headline = match (is_title, is_heading(0), is_heading(1)) {
            (true, _, true) => 1,
            (true, ..) | (_, true, _) => 0,
            _ => return false,
        };
        self.proof.title.is_none() && blocks[headline].tokens == block.tokens
    }

    /// The words of a block, with its marks.
    fn words(&self, out: &mut String, block: &Block) {
        let marks = self.notes.marks.among(&block.tokens);
        let mut at = block.tokens.start;
        for n in marks {
            let mark = &self.notes.marks.all[n];
            self.run(out, block, at..mark.words.start);
            self.gap(out, block, mark.words.start);
            self.mark(out, block, n, mark);
            at = mark.words.end;
        }
        self.run(out, block, at..block.tokens.end);
    }

    /// Words that no mark holds, with the white space before them.
    fn run(&self, out: &mut String, block: &Block, words: Range<usize>) {
        for n in words {
            self.gap(out, block, n);
            self.word(out, n);
        }
    }

    fn gap(&self, out: &mut String, block: &Block, n: usize) {
        if n > block.tokens.start && !self.proof.words[n].glued {
            out.push(' ');
        }
    }

    fn word(&self, out: &mut String, n: usize) {
        let word = self.proof.words[n];
        let mut written = String::new();
        word.push_to(&mut written, self.notes.document.source);
        if !word.opaque {
            out.push_str(&escaped(&written));
            return;
        }
        if let Some((end, _)) = written.char_indices().nth(OPAQUE) {
            written.truncate(end);
            written.push('…');
        }
        let _ = write!(out, "<code>{}</code>", escaped(&written));
    }

    /// A number or a place: a link to the note on it, or to the ledger.
    fn mark(&self, out: &mut String, block: &Block, n: usize, mark: &Mark) {
        let article = self.notes.number;
        let findings = &self.notes.document.findings;
        let class = mark.severity(findings).map_or("number", Severity::name);
        let _ = write!(
            out,
            "<mark class=\"{class}\" id=\"m{article}-{}\"{}",
            n + 1,
            joined(&mark.findings)
        );
        if let Some(entry) = mark.entry {
            let _ = write!(out, " data-entry=\"{}\"", entry + 1);
        }
        let target = match (mark.findings.first(), mark.entry) {
            (Some(finding), _) => format!("f{article}-{}", finding + 1),
            (None, entry) => format!("r{article}-{}", entry.unwrap_or_default() + 1),
        };
        let _ = write!(out, "><a href=\"#{target}\">");
        for word in mark.words.clone() {
            if word > mark.words.start {
                self.gap(out, block, word);
            }
            self.word(out, word);
        }
        out.push_str("</a></mark>");
        for finding in &mark.named {
            let severity = findings[*finding].severity.name();
            let number = finding + 1;
            let _ = write!(
                out,
                "<sup class=\"{severity}\"><a href=\"#f{article}-{number}\" aria-label=\"Finding {number}\">{number}</a></sup>",
            );
        }
    }
}
