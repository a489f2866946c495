//! The builder puts a document together from what a reader finds: pieces of
//! prose, the ends of blocks, lists and tables. All readers share it, so that
//! all formats give the same blocks.

use crate::lexicon::Lexicon;
use crate::source::Source;
use crate::span::Span;

use super::anchor::{self, Anchor, Origin};
use super::front_matter::FrontMatter;
use super::grid::Grids;
use super::list::OpenLists;
use super::{Block, BlockKind, Document, Piece, TokenKind, scan, sentence};

/// A document being put together. Everything must come in text order; what
/// does not is left out.
pub(super) struct Builder<'s, 'l> {
    document: Document<'s>,
    lexicon: &'l Lexicon,
    pieces: Vec<Piece>,
    /// Where the last piece ends.
    reached: u32,
    holes: Vec<Hole>,
    /// The first hole that does not end before the last piece.
    next_hole: usize,
    /// The lists that are open.
    lists: OpenLists,
    grids: Grids,
    /// The block that a list which begins now would be announced by.
    lead: Option<usize>,
}

/// A stretch of the source that is no prose, wherever a reader finds prose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hole {
    pub(super) span: Span,
    /// Whether it stands for something, as an opaque token does.
    pub(super) opaque: bool,
}

impl<'s, 'l> Builder<'s, 'l> {
    pub(super) fn new(source: &'s Source, lexicon: &'l Lexicon) -> Builder<'s, 'l> {
        let anchor = source.date.map(|date| Anchor {
            date,
            origin: Origin::Given,
            span: None,
        });
        Builder {
            document: Document {
                source,
                blocks: Vec::new(),
                lists: Vec::new(),
                tables: Vec::new(),
                sentences: Vec::new(),
                tokens: Vec::new(),
                title: None,
                anchor,
                comments: Vec::new(),
                settings: None,
            },
            lexicon,
            pieces: Vec::new(),
            reached: 0,
            holes: Vec::new(),
            next_hole: 0,
            lists: OpenLists::default(),
            grids: Grids::default(),
            lead: None,
        }
    }

    pub(super) fn text(&self) -> &'s str {
        &self.document.source.text
    }

    pub(super) fn blocks(&self) -> &[Block] {
        &self.document.blocks
    }

    pub(super) fn blocks_mut(&mut self) -> &mut [Block] {
        &mut self.document.blocks
    }

    pub(super) fn has_title(&self) -> bool {
        self.document.title.is_some()
    }

    /// Sets the title given as data; the first one stays.
    pub(super) fn title(&mut self, span: Span) {
        self.document.title.get_or_insert(span);
    }

    /// Sets the date given as data; the first one stays.
    pub(super) fn dated(&mut self, value: Span) {
        if self.document.anchor.is_some() {
            return;
        }
        let date = anchor::date_value(&self.document.source[value]);
        self.document.anchor = date.map(|date| Anchor {
            date,
            origin: Origin::FrontMatter,
            span: Some(value),
        });
    }

    /// Takes what front matter says. Title and standfirst are prose: they are
    /// printed above the article, or where it is linked to.
    pub(super) fn front_matter(&mut self, matter: &FrontMatter) {
        if let Some(title) = matter.title {
            self.title(title);
        }
        let mut prose = [
            (matter.title, BlockKind::Title),
            (matter.standfirst, BlockKind::Standfirst),
        ];
        prose.sort_by_key(|(span, _)| span.map(|span| span.start));
        for (span, kind) in prose {
            if let Some(span) = span {
                self.prose(span);
                self.close(kind);
            }
        }
        if let Some(date) = matter.date {
            self.dated(date);
        }
        self.document.settings = matter.settings;
    }

    pub(super) fn comment(&mut self, span: Span) {
        self.document.comments.push(span);
    }

    /// Sets the holes, which are in text order.
    pub(super) fn holes(&mut self, holes: Vec<Hole>) {
        self.holes = holes;
    }

    /// Adds prose that stands as it is read, around the holes in it.
    pub(super) fn prose(&mut self, span: Span) {
        let mut start = span.start;
        while start < span.end {
            let Some(hole) = self.hole_from(start).filter(|h| h.span.start < span.end) else {
                break;
            };
            self.push(Piece::Verbatim(Span {
                start,
                end: hole.span.start.max(start),
            }));
            let end = hole.span.end.min(span.end);
            if hole.opaque {
                self.fill(hole, end);
            }
            start = end;
        }
        self.push(Piece::Verbatim(Span {
            start,
            end: span.end,
        }));
    }

    /// Adds a character written as an entity or escape.
    pub(super) fn entity(&mut self, span: Span, character: char) {
        match self.hole_from(span.start) {
            Some(hole) if hole.span.start < span.end => {}
            _ => self.push(Piece::Entity(span, character)),
        }
    }

    /// Adds a piece as it is.
    pub(super) fn push(&mut self, piece: Piece) {
        let span = match piece {
            Piece::Verbatim(span)
            | Piece::Entity(span, _)
            | Piece::Break(span)
            | Piece::Opaque(span) => span,
        };
        let text = self.text();
        let fits = self.reached <= span.start
            && span.start < span.end
            && text.is_char_boundary(span.range().start)
            && text.is_char_boundary(span.range().end);
        if !fits {
            return;
        }
        self.reached = span.end;
        if let (Some(Piece::Verbatim(last)), Piece::Verbatim(next)) =
            (self.pieces.last_mut(), piece)
            && last.end == next.start
        {
            last.end = next.end;
            return;
        }
        self.pieces.push(piece);
    }

    /// Ends the block that the pieces since the last one make. There is none
    /// when they hold no prose.
    pub(super) fn close(&mut self, kind: BlockKind) -> Option<usize> {
        if self.pieces.is_empty() {
            return None;
        }
        let Document {
            source,
            blocks,
            sentences,
            tokens,
            ..
        } = &mut self.document;
        let first = tokens.len();
        scan::tokens(&source.text, &self.pieces, self.lexicon, tokens);
        self.pieces.clear();
        let (Some(begin), Some(end)) = (tokens.get(first), tokens.last()) else {
            return None;
        };
        let span = begin.span().join(end.span());
        if tokens[first..].iter().all(|t| t.kind == TokenKind::Opaque) {
            tokens.truncate(first);
            return None;
        }
        let place = blocks.len();
        let sentence = sentences.len();
        sentence::sentences(&source.text, tokens, first, place, self.lexicon, sentences);
        blocks.push(Block {
            kind,
            span,
            tokens: first..tokens.len(),
            sentences: sentence..sentences.len(),
        });
        self.lead = Some(place);
        if let BlockKind::Cell { table, .. } = kind {
            self.grids
                .fill(&mut self.document.tables[table as usize], place);
        }
        Some(place)
    }

    /// Says that something other than a block ends here, so that no list after
    /// it is announced by the block before it.
    pub(super) fn part(&mut self) {
        self.lead = None;
    }

    pub(super) fn open_list(&mut self, start: Option<u64>, at: usize) {
        let lead = self.lead.take();
        self.lists.open(&mut self.document.lists, start, at, lead);
    }

    pub(super) fn open_item(&mut self, at: usize) {
        self.part();
        self.lists.open_item(&mut self.document.lists, at);
    }

    /// Ends the innermost list's item, at its last byte that is no white space.
    pub(super) fn close_item(&mut self, end: usize) {
        self.part();
        let end = self.text()[..end].trim_end().len();
        self.lists.close_item(&mut self.document.lists, end);
    }

    pub(super) fn close_list(&mut self) {
        self.part();
        self.lists.close(&mut self.document.lists);
    }

    /// The kind of a block inside the innermost open item.
    pub(super) fn item_kind(&self) -> BlockKind {
        match self.lists.innermost() {
            Some(list) => BlockKind::Item { list },
            None => BlockKind::Paragraph,
        }
    }

    pub(super) fn open_table(&mut self, at: usize) {
        self.part();
        self.grids.open(&mut self.document.tables, at);
    }

    pub(super) fn open_row(&mut self) {
        self.grids.open_row(&mut self.document.tables);
    }

    /// Begins a cell that covers some columns and rows of the innermost table.
    pub(super) fn open_cell(&mut self, columns: u32, rows: u32) {
        self.part();
        self.grids
            .open_cell(&mut self.document.tables, columns, rows);
    }

    /// Says that row 0 of the innermost table is its header.
    pub(super) fn headed(&mut self) {
        self.grids.headed(&mut self.document.tables);
    }

    /// The kind of a block inside the innermost open cell.
    pub(super) fn cell_kind(&self) -> BlockKind {
        self.grids.cell().unwrap_or(BlockKind::Paragraph)
    }

    pub(super) fn close_table(&mut self, end: usize) {
        self.part();
        let end = self.text()[..end].trim_end().len();
        self.grids.close(&mut self.document.tables, end);
    }

    /// Says that a block is the innermost table's caption.
    pub(super) fn caption(&mut self, block: usize) {
        self.grids.caption(&mut self.document.tables, block);
    }

    /// The document, without the tables that only lay out a page.
    pub(super) fn finish(mut self) -> Document<'s> {
        let document = &mut self.document;
        self.grids
            .finish(&mut document.tables, &mut document.blocks);
        if document.anchor.is_none() {
            let source = document.source;
            let date = source.name_date.or_else(|| anchor::name_date(&source.name));
            document.anchor = date.map(|date| Anchor {
                date,
                origin: Origin::FileName,
                span: None,
            });
        }
        self.document
    }

    /// The first hole that ends after `start`, where pieces have not gone past.
    fn hole_from(&mut self, start: u32) -> Option<Hole> {
        while self.holes.get(self.next_hole)?.span.end <= start {
            self.next_hole += 1;
        }
        self.holes.get(self.next_hole).copied()
    }

    /// An opaque piece for the part of a hole up to `end`; one for the whole
    /// hole, however often prose is found in it.
    fn fill(&mut self, hole: Hole, end: u32) {
        if let Some(Piece::Opaque(last)) = self.pieces.last_mut()
            && last.start >= hole.span.start
            && last.end <= end
        {
            last.end = end;
            self.reached = end;
            return;
        }
        let start = hole.span.start.max(self.reached);
        self.push(Piece::Opaque(Span { start, end }));
    }
}
