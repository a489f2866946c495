//! A quotation is a stretch of a block between quotation marks: somebody
//! else’s words.

use std::ops::Range;

use super::prose::Prose;
use crate::document::{BlockKind, TokenKind};

/// The quotations of a document, as tokens, in text order.
pub(super) struct Quotations(Vec<Range<usize>>);

impl Quotations {
    /// Reads the quotations of a document. One that its block does not close
    /// reaches to the block’s end; a quotation block is one.
    pub(super) fn read(prose: Prose) -> Quotations {
        let mut found = Vec::new();
        for block in &prose.document.blocks {
            if block.kind == BlockKind::Quotation {
                found.push(block.tokens.clone());
                continue;
            }
            let mut open: Option<(usize, bool)> = None;
            for token in block.tokens.clone() {
                match (prose.kind(token), open) {
                    (Some(TokenKind::OpenQuote), None) => {
                        let single = matches!(prose.text(token), "‘" | "'");
                        open = Some((token + 1, single));
                    }
                    (Some(TokenKind::CloseQuote), Some((start, _))) => {
                        found.push(start..token);
                        open = None;
                    }
                    (Some(TokenKind::Apostrophe), Some((start, true)))
                        if prose.is_glued(token) && !prose.is_glued(token + 1) =>
                    {
                        found.push(start..token);
                        open = None;
                    }
                    _ => {}
                }
            }
            if let Some((start, _)) = open {
                found.push(start..block.tokens.end.max(start));
            }
        }
        Quotations(found)
    }

    /// Whether a token stands inside one.
    pub(super) fn hold(&self, token: usize) -> bool {
        self.around(token).is_some()
    }

    /// The quotation that holds a token.
    pub(super) fn around(&self, token: usize) -> Option<&Range<usize>> {
        let after = self.0.partition_point(|q| q.end <= token);
        self.0.get(after).filter(|q| q.start <= token)
    }
}
