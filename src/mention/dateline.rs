//! A dateline gives a report its place and day: LONDON, 5 November 2015 -

use super::Mention;
use super::relative::Step;
use crate::document::{Anchor, Block, BlockKind, Document, Origin, Token, TokenKind};

/// How many sentences from the start a dateline may stand.
const SENTENCES: usize = 8;
/// How many tokens from the start of its paragraph.
const TOKENS: usize = 10;

/// `dateline = PLACE [ "," PLACE ] "," date ( "-" | "–" | "—" | ")" "-" | ":" ) ;` at
/// the head of one of the first paragraphs, or alone in its block.
pub(crate) fn dateline(
    document: &Document<'_>,
    found: &[(Mention, Option<Step>)],
) -> Option<Anchor> {
    let early = found
        .iter()
        .map(|(mention, _)| mention)
        .take_while(|mention| mention.sentence < SENTENCES);
    early
        .filter(|mention| stands_in_dateline(document, mention))
        .find_map(|mention| {
            let timex = mention.time().filter(|t| t.dated && t.end.is_none())?;
            Some(Anchor {
                date: timex.date()?,
                origin: Origin::Dateline,
                span: Some(mention.span),
            })
        })
}

fn stands_in_dateline(document: &Document<'_>, mention: &Mention) -> bool {
    let block = &document.blocks[document.sentences[mention.sentence].block];
    let prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation);
    if !prose || mention.tokens.start - block.tokens.start > TOKENS {
        return false;
    }
    let before = &document.tokens[block.tokens.start..mention.tokens.start];
    before.iter().all(is_of_place) && is_set_off(document, block, mention, before.len())
}

/// Whether a token may stand in the name of a place or between two.
fn is_of_place(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.is_capitalised() || token.is_upper(),
        TokenKind::Comma
        | TokenKind::Period
        | TokenKind::Open
        | TokenKind::Close
        | TokenKind::Slash
        | TokenKind::Hyphen
        | TokenKind::EnDash
        | TokenKind::EmDash => true,
        _ => false,
    }
}

/// Whether a dash, a bracket and a dash, or a colon follows the date, or the
/// block ends with it.
fn is_set_off(document: &Document<'_>, block: &Block, mention: &Mention, before: usize) -> bool {
    let rest = &document.tokens[mention.tokens.end.min(block.tokens.end)..block.tokens.end];
    let dash = |token: &Token| match token.kind {
        TokenKind::EnDash | TokenKind::EmDash | TokenKind::Minus => true,
        TokenKind::Hyphen => !token.is_glued(),
        _ => false,
    };
    match rest {
        [] => before <= 4,
        [first, ..] if dash(first) => true,
        [first, second, ..] if first.kind == TokenKind::Close => dash(second),
        [first, ..] => first.kind == TokenKind::Colon && before > 0,
    }
}
