//! A sentence is the stretch of tokens in which a relation is stated.

use std::ops::Range;

use crate::span::Span;

/// A stretch of tokens that ends at a full stop, question or exclamation mark,
/// or at its block's end.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens, as places in `document.tokens`.
    pub tokens: Range<usize>,
    /// From its first to its last token.
    pub span: Span,
    /// Its block, as a place in `document.blocks`.
    pub block: usize,
}
