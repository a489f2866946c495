//! A block is a piece of prose that stands by itself: a paragraph, a heading,
//! a list item, a table cell.

use std::ops::Range;

use crate::span::Span;

/// What a block is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's headline.
    Title,
    /// What the front matter says of the article in a sentence: its excerpt,
    /// description, summary or subtitle.
    Standfirst,
    /// A heading, with its level from 1.
    Heading(u8),
    /// Running prose.
    Paragraph,
    /// A paragraph of somebody else's words set apart (`>`, `<blockquote>`).
    Quotation,
    /// The words of one list item, up to a list inside it. The list is
    /// `document.lists[list]`.
    Item {
        /// Its list.
        list: u32,
    },
    /// One cell of a table, `document.tables[table]`.
    Cell {
        /// Its table.
        table: u32,
        /// Its row, from 0; the header is row 0 when the table has one.
        row: u32,
        /// Its column, from 0.
        column: u32,
    },
    /// Words beside a picture or table (`<figcaption>`, `<caption>`).
    Caption,
}

/// A piece of prose that stands by itself.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, as places in `document.tokens`.
    pub tokens: Range<usize>,
    /// Its sentences, as places in `document.sentences`.
    pub sentences: Range<usize>,
}

/// A stretch of a block's prose as a reader finds it, before tokens are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Bytes to be read as they stand.
    Verbatim(Span),
    /// Bytes that stand for one character: `&pound;`, `&#8211;`, `\$`.
    Entity(Span, char),
    /// White space that the markup implies (`<br>`, a soft line break).
    Break(Span),
    /// Bytes that stand for something which is no prose inside a sentence
    /// (inline code, an image, an address): one opaque token.
    Opaque(Span),
}

/// A list of items.
#[derive(Clone, Debug)]
pub struct List {
    /// From its first item's marker to its last item's end.
    pub span: Span,
    /// How deep it lies in other lists, from 0.
    pub depth: u8,
    /// Whether its items are numbered.
    pub ordered: bool,
    /// The number its first item carries, when ordered.
    pub start: Option<u64>,
    /// The span of each item of this list itself, inner lists included.
    pub items: Vec<Span>,
    /// The block right before it within the same parent, in
    /// `document.blocks`: where a list is announced.
    pub lead: Option<usize>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The whole table.
    pub span: Span,
    /// Whether row 0 holds the column headers.
    pub header: bool,
    /// `cells[row][column]` as places in `document.blocks`; `None` for an
    /// empty cell, and for the places that a wider or higher cell covers. Of
    /// a cell of several blocks, the first. Rows may differ in length.
    pub cells: Vec<Vec<Option<usize>>>,
    /// The caption's block, when it has one.
    pub caption: Option<usize>,
}
