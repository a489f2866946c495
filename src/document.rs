//! A document is a source taken apart: its blocks, sentences and tokens.
//!
//! Each reader ([`text`], [`markdown`], [`html`]) cuts its format into the
//! same blocks; what is not prose (code, addresses, comments, scripts) is in
//! no block. A block's prose is a row of [`Piece`]s, because markup may stand
//! inside a sentence. [`token`] then cuts every block into tokens, and
//! [`sentence`] groups these.

mod address;
mod ahead;
mod anchor;
pub mod block;
mod builder;
mod character;
mod entity;
pub mod front_matter;
mod grid;
pub mod html;
mod list;
pub mod markdown;
mod scan;
pub mod sentence;
mod template;
pub mod text;
pub mod token;

use std::ops::Range;

pub use anchor::{Anchor, Origin};
pub use block::{Block, BlockKind, List, Piece, Table};
pub use sentence::Sentence;
pub use token::{Token, TokenKind};

use builder::Builder;

use crate::lexicon::Lexicon;
use crate::source::{Format, Source};
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
    /// Comments, whole (`<!-- … -->`), in every format, in text order: where
    /// suppressions stand.
    pub comments: Vec<Span>,
    /// What the front matter says under `addup`.
    pub settings: Option<Span>,
}

impl<'s> Document<'s> {
    /// Reads a source. Whatever it holds, there is a document: what is not
    /// understood is in no block.
    ///
    /// Not done: a dateline is not read here, so that [`anchor`] is never
    /// [`Origin::Dateline`]; a text of 4 GiB or more, which no span can count,
    /// has no blocks.
    ///
    /// ```
    /// use addup::document::{BlockKind, Document};
    /// use addup::lexicon::Lexicon;
    /// use addup::source::Source;
    ///
    /// let source = Source::new("storm.md", "# The storm\n\nIt hit **237** homes. Two fell.\n");
    /// let document = Document::read(&source, &Lexicon::of_grammar());
    /// assert_eq!(document.blocks[0].kind, BlockKind::Title);
    /// assert_eq!(document.sentences.len(), 3);
    /// assert_eq!(document.slice(document.sentences[1].span), "It hit **237** homes.");
    /// ```
    ///
    /// [`anchor`]: Document::anchor
    pub fn read(source: &'s Source, lexicon: &Lexicon) -> Document<'s> {
        let mut builder = Builder::new(source, lexicon);
        if u32::try_from(source.text.len()).is_ok() {
            match source.format {
                Format::Text => text::read(&mut builder),
                Format::Markdown => markdown::read(&mut builder),
                Format::Html => html::read(&mut builder),
            }
        }
        builder.finish()
    }

    /// What the writer wrote at a span.
    pub fn slice(&self, span: Span) -> &'s str {
        &self.source[span]
    }

    /// The token's bytes as written (an entity stays `&pound;`).
    pub fn text(&self, token: usize) -> &'s str {
        self.slice(self.tokens[token].span())
    }

    /// The character that a token of one character stands for: `£` for a
    /// token written `&pound;`, `$` for one written `\$`. `None` for a token
    /// of several characters.
    pub fn symbol(&self, token: usize) -> Option<char> {
        let text = self.text(token);
        if self.tokens[token].is_entity() {
            return entity::meaning(text);
        }
        let mut characters = text.chars();
        let first = characters.next()?;
        characters.next().is_none().then_some(first)
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
