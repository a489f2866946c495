//! An article as it was understood: its document with the mentions in it and
//! the claims they make.

use crate::claim::Claim;
use crate::document::Document;
use crate::mention::Mention;

/// An article as it was understood.
#[derive(Debug)]
pub struct Article<'s> {
    /// Its blocks, sentences and tokens.
    pub document: Document<'s>,
    /// Every quantity and expression of time, in text order; none overlap.
    pub mentions: Vec<Mention>,
    /// What each mention says; the same length and order.
    pub claims: Vec<Claim>,
}
