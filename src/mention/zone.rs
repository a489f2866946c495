//! Time zones behind an hour: GMT, UTC+2, local time, Eastern Daylight Time.

use super::tokens::Tokens;
use crate::document::{Token, TokenKind};
use crate::lexicon::TimeWord;

/// `zone = ( "GMT" | "BST" | … ) [ offset ] | named_time | "(" zone ")" ;` in capitals, with
/// the minutes it is east of Greenwich, where it has one meaning.
pub(crate) fn zone(tokens: Tokens<'_>) -> (Tokens<'_>, Option<Option<i16>>) {
    if tokens.kind(0) == Some(TokenKind::Open) {
        let zoned = matches!(tokens.senses(1).time, Some(TimeWord::Zone(_)));
        return match (tokens.kind(2), zone(tokens.skip(1)).1) {
            (Some(TokenKind::Close), Some(east)) if zoned => (tokens.skip(3), Some(east)),
            _ => (tokens, None),
        };
    }
    match tokens.senses(0).time {
        Some(TimeWord::Zone(east)) if tokens.first().is_some_and(Token::is_upper) => {
            let rest = tokens.skip(1);
            match offset(rest).filter(|_| east == Some(0)) {
                Some((rest, more)) => (rest, Some(Some(more))),
                None => (rest, Some(east)),
            }
        }
        _ => match named_time(tokens) {
            0 => (tokens, None),
            count => (tokens.skip(count), Some(None)),
        },
    }
}

/// `offset = ( "+" | "-" ) DIGITS ;` the whole hours glued to GMT or UTC.
fn offset(tokens: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    let sign = match tokens.glued_kind(0)? {
        TokenKind::Plus => 60,
        TokenKind::Hyphen | TokenKind::Minus => -60,
        _ => return None,
    };
    let digits = tokens.glued_kind(1) == Some(TokenKind::Digits) && tokens.text(1).len() <= 2;
    let hours: i16 = tokens.text(1).parse().ok().filter(|hours| *hours <= 14)?;
    // “18:00 GMT-19:30” goes on to another hour.
    let goes_on = matches!(
        tokens.glued_kind(2),
        Some(TokenKind::Colon | TokenKind::Word | TokenKind::Digits)
    );
    (digits && !goes_on).then(|| (tokens.skip(2), sign * hours))
}

/// The words of a zone’s name before “time”.
const LONGEST_NAME: usize = 3;

/// `named_time = "local" "time" | CAPITALISED { CAPITALISED } "time" | "Eastern" | "Pacific" ;` how
/// many tokens it takes: whose time it is, in a zone that is not known. Americans
/// leave out “time”: 8 p.m. Eastern.
fn named_time(tokens: Tokens<'_>) -> usize {
    if tokens.is(0, "local") && tokens.is(1, "time") {
        return 2;
    }
    let of_place = |n: usize| {
        let senses = tokens.senses(n);
        tokens.kind(n) == Some(TokenKind::Word)
            && tokens.peek(n).is_some_and(Token::is_capitalised)
            && senses.weekday.is_none()
            && senses.month.is_none()
    };
    let length = (0..LONGEST_NAME).take_while(|&n| of_place(n)).count();
    match (1..=length).find(|&n| tokens.is(n, "time")) {
        Some(name) => name + 1,
        None => {
            let alone = matches!(tokens.senses(0).time, Some(TimeWord::Zone(None)));
            usize::from(length == 1 && alone)
        }
    }
}
