//! Volumes, issues and pages of journals, which count nothing: 2019;12(3):45-67.
//!
//! The order is that of the US National Library of Medicine's *Citing
//! Medicine*, which medical journals share.

use super::tokens::Tokens;
use crate::document::TokenKind;

/// `citation = DIGITS [ "(" { TOKEN } ")" ] ":" [ LETTER ] DIGITS [ ( "-" | "–" ) [ LETTER ] DIGITS ] ;`
/// behind a year and a semicolon. The number of tokens; 0 where it is none.
pub(crate) fn citation(tokens: Tokens<'_>) -> usize {
    let led = tokens.back(1).map(|t| t.kind) == Some(TokenKind::Semicolon)
        && (2..=6).any(|n| is_year(tokens, n));
    if !led || tokens.kind(0) != Some(TokenKind::Digits) {
        return 0;
    }
    let issue = match tokens.kind(1) {
        Some(TokenKind::Open) => (2..=6)
            .find(|&n| tokens.kind(n) == Some(TokenKind::Close))
            .unwrap_or(0),
        _ => 0,
    };
    let colon = issue + 1;
    if tokens.kind(colon) != Some(TokenKind::Colon) {
        return 0;
    }
    let Some(first) = page(tokens, colon + 1) else {
        return 0;
    };
    let dash = matches!(
        tokens.glued_kind(first),
        Some(TokenKind::Hyphen | TokenKind::EnDash)
    );
    match page(tokens, first + 1).filter(|_| dash) {
        Some(last) => last,
        None => first,
    }
}

/// Whether the token `n` places before is the year of a reference, behind which a
/// month and a day may stand.
fn is_year(tokens: Tokens<'_>, n: usize) -> bool {
    tokens.back(n).is_some_and(|t| t.kind == TokenKind::Digits)
        && tokens.text_back(n).len() == 4
        && tokens.text_back(n).starts_with(['1', '2'])
}

/// `page = [ LETTER ] DIGITS ;` the place behind it: 45, e1207
fn page(tokens: Tokens<'_>, place: usize) -> Option<usize> {
    let letter =
        usize::from(tokens.kind(place) == Some(TokenKind::Word) && tokens.text(place).len() == 1);
    (tokens.kind(place + letter) == Some(TokenKind::Digits)).then_some(place + letter + 1)
}
