//! A setting is where in the article a claim stands: in the title, among the
//! first sentences, in a table.

use super::Setting;
use super::prose::Prose;
use crate::document::BlockKind;
use crate::mention::Mention;

/// How many sentences of prose are the lead.
const LEAD: usize = 3;

/// The first sentence that is no longer the lead.
pub(super) fn lead_end(prose: Prose) -> usize {
    let document = prose.document;
    document
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .flat_map(|b| b.sentences.clone())
        .nth(LEAD - 1)
        .map_or(usize::MAX, |last| last + 1)
}

/// Where a mention stands.
pub(super) fn setting(prose: Prose, mention: &Mention, lead_end: usize) -> Setting {
    let block = prose
        .block(mention)
        .and_then(|b| prose.document.blocks.get(b));
    match block.map(|b| b.kind) {
        Some(BlockKind::Title) => Setting::Title,
        Some(BlockKind::Heading(_)) => Setting::Heading,
        Some(BlockKind::Quotation) => Setting::Quotation,
        Some(BlockKind::Item { .. }) => Setting::List,
        Some(BlockKind::Cell { .. }) => Setting::Table,
        Some(BlockKind::Caption) => Setting::Caption,
        Some(BlockKind::Paragraph) if mention.sentence < lead_end => Setting::Lead,
        Some(BlockKind::Paragraph) | None => Setting::Body,
    }
}
