//! A proof is an article set for an editor to mark: its blocks in order, each
//! with its words as they read, without the markup they were written in, and
//! the ledger of its numbers.
//!
//! It holds spans of the source and no text, so that it can be kept with what
//! was found until the whole run is reported.

use std::ops::Range;

use super::numbers::{self, Entry};
use crate::article::Article;
use crate::document::{Anchor, Block, BlockKind, Document, List, Table, TokenKind};
use crate::source::Source;
use crate::span::Span;

/// An article set for an editor to mark.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The title given as data, where the text does not begin with it.
    pub title: Option<Span>,
    /// The date that other dates were read against.
    pub anchor: Option<Anchor>,
    /// The document's blocks; their tokens are places in `words`.
    pub blocks: Vec<Block>,
    /// The document's lists, outer ones before the lists inside them.
    pub lists: Vec<List>,
    /// The document's tables.
    pub tables: Vec<Table>,
    /// The document's tokens as they read.
    pub words: Vec<Word>,
    /// The ledger.
    pub entries: Vec<Entry>,
}

/// A token as it reads.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Whether no white space stands before it.
    pub glued: bool,
    /// The character that its bytes stand for, where they are an entity or an
    /// escape.
    pub symbol: Option<char>,
    /// Whether it stands for what is no prose: code, an image, an address.
    pub opaque: bool,
}

impl Proof {
    /// The proof of an article.
    pub fn of(article: &Article) -> Proof {
        let document = &article.document;
        Proof {
            title: document.title.filter(|title| !repeats(document, *title)),
            anchor: document.anchor,
            blocks: document.blocks.clone(),
            lists: document.lists.clone(),
            tables: document.tables.clone(),
            words: words(document),
            entries: checked(article),
        }
    }

    /// What stands at a span as it reads: `£5` of `&pound;5`; the bytes
    /// themselves where they are in no block. White space is one blank.
    pub fn read(&self, source: &Source, span: Span) -> String {
        let words = self.words_of(span);
        if words.is_empty() {
            let words: Vec<&str> = source[span].split_whitespace().collect();
            return words.join(" ");
        }
        let mut out = String::new();
        for n in words {
            if !out.is_empty() && !self.words[n].glued {
                out.push(' ');
            }
            self.words[n].push_to(&mut out, source);
        }
        out
    }

    /// The words that share a byte with a span, as places.
    pub fn words_of(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|w| w.span.end <= span.start);
        let end = self.words.partition_point(|w| w.span.start < span.end);
        start..end.max(start)
    }
}

impl Word {
    /// Adds it as it reads.
    pub fn push_to(self, out: &mut String, source: &Source) {
        match self.symbol {
            Some(symbol) => out.push(symbol),
            None => out.push_str(&source[self.span]),
        }
    }
}

/// The ledger without what says nothing that could be checked.
fn checked(article: &Article) -> Vec<Entry> {
    let mut entries = numbers::entries(article);
    entries.retain(|entry| !entry.loose);
    entries
}

/// Whether the text begins with its title, so that the title given as data
/// says nothing more.
fn repeats(document: &Document, title: Span) -> bool {
    let first = document.blocks.first();
    first.is_some_and(|block| match block.kind {
        BlockKind::Title => true,
        _ => document.slice(block.span).trim() == document.slice(title).trim(),
    })
}

fn words(document: &Document) -> Vec<Word> {
    let tokens = document.tokens.iter().enumerate();
    tokens
        .map(|(n, token)| Word {
            span: token.span(),
            glued: token.is_glued(),
            symbol: document.symbol(n).filter(|_| token.is_entity()),
            opaque: token.kind == TokenKind::Opaque,
        })
        .collect()
}
