//! A setting is where in the article a claim stands: in the title, among the
//! first sentences, in a table.

use super::Setting;
use crate::document::{BlockKind, Document};

/// How many sentences of prose are the lead.
const LEAD: usize = 3;

/// The first sentence that is no longer the lead.
pub(super) fn lead_end(document: &Document<'_>) -> usize {
    document
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .flat_map(|b| b.sentences.clone())
        .nth(LEAD - 1)
        .map_or(usize::MAX, |last| last + 1)
}

/// Where a sentence stands.
pub(super) fn setting(document: &Document<'_>, sentence: usize, lead_end: usize) -> Setting {
    let block = document.sentences.get(sentence);
    let block = block.and_then(|sentence| document.blocks.get(sentence.block));
    match block.map(|b| b.kind) {
        Some(BlockKind::Title) => Setting::Title,
        Some(BlockKind::Standfirst) => Setting::Standfirst,
        Some(BlockKind::Heading(_)) => Setting::Heading,
        Some(BlockKind::Quotation) => Setting::Quotation,
        Some(BlockKind::Item { .. }) => Setting::List,
        Some(BlockKind::Cell { .. }) => Setting::Table,
        Some(BlockKind::Caption) => Setting::Caption,
        Some(BlockKind::Paragraph) if sentence < lead_end => Setting::Lead,
        Some(BlockKind::Paragraph) | None => Setting::Body,
    }
}

impl Setting {
    /// Where a token stands.
    pub(crate) fn of_token(document: &Document<'_>, token: usize) -> Setting {
        let sentences = &document.sentences;
        let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        setting(document, sentence, lead_end(document))
    }
}
