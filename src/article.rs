//! An article as it was understood: its document with the mentions in it and
//! the claims they make.

use crate::claim::{self, Claim};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::mention::{self, Mention};
use crate::source::Source;

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

impl<'s> Article<'s> {
    /// Reads a source.
    pub fn read(source: &'s Source, lexicon: &Lexicon) -> Article<'s> {
        let mut document = Document::read(source, lexicon);
        let mentions = mention::mentions(&mut document, lexicon);
        let claims = claim::claims(&document, &mentions, lexicon);
        Article {
            document,
            mentions,
            claims,
        }
    }
}
