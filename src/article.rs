//! An article as it was understood: its document with the mentions in it and
//! the claims they make.

use crate::claim::Claim;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::mention::{Figure, Form, Hedge, Kind, Mention, Numeral, Value};
use crate::number::{Rational, Unit};
use crate::source::Source;
use crate::span::Span;

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
    /// STUB: reads a source.
    pub fn read(source: &'s Source, lexicon: &Lexicon) -> Article<'s> {
        let document = Document::read(source, lexicon);
        let mut mentions = vec![];
        let mut rest = 0;
        while let Some(at) = source.text[rest..].find(|c: char| c.is_ascii_digit()) {
            let start = rest + at;
            let end = source.text[start..]
                .find(|c: char| !c.is_ascii_digit())
                .map_or(source.text.len(), |n| start + n);
            if let Some(value) = Rational::parse(&source.text[start..end]) {
                mentions.push(Mention {
                    span: Span::new(start, end),
                    tokens: 0..0,
                    lead: 0,
                    sentence: 0,
                    kind: Kind::Cardinal,
                    hedge: Hedge::None,
                    value: Value::Quantity {
                        figure: Figure::One(Numeral { value, place: Rational::ONE, form: Form::Digits }),
                        unit: Unit::default(),
                    },
                });
            }
            rest = end;
        }
        let claims = mentions.iter().map(|_| Claim::default()).collect();
        Article { document, mentions, claims }
    }
}
