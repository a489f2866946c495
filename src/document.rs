//! A document is a source taken apart: its blocks, sentences and tokens.
//!
//! Each reader ([`text`], [`markdown`], [`html`]) cuts its format into the
//! same blocks; what is not prose (code, addresses, comments, scripts) is in
//! no block. A block's prose is a row of [`Piece`]s, because markup may stand
//! inside a sentence. [`token`] then cuts every block into tokens, and
//! [`sentence`] groups these.

pub mod block;
pub mod front_matter;
pub mod html;
pub mod markdown;
pub mod sentence;
pub mod text;
pub mod token;

use std::ops::Range;

use jiff::civil::Date;

pub use block::{Block, BlockKind, List, Piece, Table};
pub use sentence::Sentence;
pub use token::{Token, TokenKind};

use crate::lexicon::Lexicon;
use crate::source::Source;
use crate::span::Span;

/// A source taken apart. Blocks, sentences and tokens are in text order.
#[derive(Debug)]
pub struct Document<'s> {
    /// Where it came from.
    pub source: &'s Source,
    /// Every piece of prose.
    pub blocks: Vec<Block>,
    /// Every list, outer ones before the lists inside them.
    pub lists: Vec<List>,
    /// Every table.
    pub tables: Vec<Table>,
    /// Every sentence; each lies in one block.
    pub sentences: Vec<Sentence>,
    /// Every token; each lies in one sentence.
    pub tokens: Vec<Token>,
    /// The title given as data (front matter, `<title>`), not as a block.
    pub title: Option<Span>,
    /// The date the document itself, or its name, gives; see [`Anchor`].
    pub anchor: Option<Anchor>,
    /// HTML comments of Markdown and HTML, whole (`<!-- … -->`), and lines of
    /// text that look like one: where suppressions stand.
    pub comments: Vec<Span>,
}

/// The date that other dates are read against, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub date: Date,
    /// Who says so.
    pub origin: Origin,
    /// Where it stands, when it stands in the text.
    pub span: Option<Span>,
}

/// Where an anchor date was found; earlier ones win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// `--date`, or a record's `date`.
    Given,
    /// `date` in the front matter, or a `<meta>`/`<time>` of a page.
    FrontMatter,
    /// “LONDON, 5 November 2015 -” at the head of the text.
    Dateline,
    /// `2015-11-05-title.md`
    FileName,
}

impl<'s> Document<'s> {
    /// Reads a source. Whatever it holds, there is a document: what is not
    /// understood is in no block.
    pub fn read(source: &'s Source, lexicon: &Lexicon) -> Document<'s> {
        let _ = lexicon;
        Document {
            source,
            blocks: vec![],
            lists: vec![],
            tables: vec![],
            sentences: vec![],
            tokens: vec![],
            title: None,
            anchor: None,
            comments: vec![],
        }
    }

    /// What the writer wrote at a span.
    pub fn slice(&self, span: Span) -> &'s str {
        &self.source[span]
    }

    /// The token's bytes as written (an entity stays `&pound;`).
    pub fn text(&self, token: usize) -> &'s str {
        self.slice(self.tokens[token].span())
    }

    /// The span from the first to the last of some tokens; empty for none.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            tokens
                .end
                .checked_sub(1)
                .and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if !tokens.is_empty() => first.span().join(last.span()),
            _ => Span::default(),
        }
    }
}
