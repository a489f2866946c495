//! Telephone numbers, and addresses of the internet: digits that count nothing.
//!
//! Shapes after the ITU's recommendation E.123: groups parted by blanks,
//! hyphens or full stops, a country code behind a plus, an extension at the
//! end.

use super::numeric_date::numeric_date;
use super::suffix::percent_sign;
use super::tokens::Tokens;
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;

/// The groups of digits from here on that may be dialled together.
#[derive(Default)]
struct Dialled {
    /// How many tokens they take.
    end: usize,
    groups: usize,
    digits: usize,
    /// Brackets, hyphens and full stops between them.
    marks: usize,
    /// Slashes between them.
    slashes: usize,
    /// The lengths of the first three.
    lengths: [usize; 3],
    /// Whether every group but the first has three digits.
    thousands: bool,
}

fn dialled(tokens: Tokens<'_>) -> Dialled {
    let mut run = Dialled {
        thousands: true,
        ..Dialled::default()
    };
    for n in 0..24 {
        match tokens.kind(n) {
            Some(TokenKind::Digits) => {
                let length = tokens.text(n).len();
                if let Some(place) = run.lengths.get_mut(run.groups) {
                    *place = length;
                }
                run.thousands &= run.groups == 0 || length == 3;
                run.digits += length;
                run.groups += 1;
                run.end = n + 1;
            }
            Some(TokenKind::Plus) if n < 2 => {}
            Some(TokenKind::Open | TokenKind::Close | TokenKind::Hyphen) => {
                run.marks += usize::from(n > 0);
            }
            Some(TokenKind::Period) if tokens.glued_kind(n).is_some() && run.groups > 0 => {
                run.marks += 1;
            }
            Some(TokenKind::Slash) if tokens.glued_kind(n).is_some() && run.groups > 0 => {
                run.slashes += 1;
            }
            _ => break,
        }
    }
    run
}

/// `telephone = [ "+" ] { DIGITS | "(" | ")" | "-" | "." | "/" } [ extension ] ;`
///
/// Seven to twenty digits that begin with a nought or a plus, or stand in
/// groups that no number is grouped in, or that a word announces (phone, call).
/// A slash stands in numbers that begin with a nought (030/123456); else, as
/// before a percentage, it parts two counts: 46/145 (29%). The number of tokens;
/// 0 where it is none.
pub(crate) fn telephone(tokens: Tokens<'_>) -> usize {
    // 79/891, then 0.51: what stands below a slash begins no telephone number.
    let below = tokens.first().is_some_and(Token::is_glued)
        && tokens.back(1).is_some_and(|t| t.kind == TokenKind::Slash)
        && tokens.back(2).is_some_and(|t| t.kind == TokenKind::Digits);
    if below {
        return 0;
    }
    let run = dialled(tokens);
    if !(7..=20).contains(&run.digits) || numeric_date(tokens).is_ok() {
        return 0;
    }
    let plus = tokens.kind(0) == Some(TokenKind::Plus);
    let decimals = tokens.glued_kind(1 + usize::from(plus)) == Some(TokenKind::Period);
    let international = plus && !decimals && (run.groups > 1 || run.digits >= 9);
    let nought = (0..2).any(|n| {
        tokens.kind(n) == Some(TokenKind::Digits)
            && tokens.text(n).len() > 1
            && tokens.text(n).starts_with('0')
    });
    let announced = (1..=6).any(|n| tokens.senses_back(n).is(Class::Telephone));
    let counts = run.slashes > 0 && !nought && !plus && !announced;
    let percent = run.groups > 1 && percent_sign(tokens.skip(run.end)).is_some();
    if counts || percent {
        return 0;
    }
    let grouped = run.groups >= 3 && run.marks >= 2 && !run.thousands;
    let american = run.lengths == [3, 3, 4] && run.groups == 3;
    let national = !plus && (nought || grouped || american);
    if international || national || announced {
        run.end + extension(tokens.skip(run.end))
    } else {
        0
    }
}

/// `extension = [ "," ] ( "ext" | "extension" | "x" ) [ "." ] DIGITS ;`
fn extension(tokens: Tokens<'_>) -> usize {
    let comma = usize::from(tokens.kind(0) == Some(TokenKind::Comma));
    if !tokens.is_any(comma, &["ext", "extension", "x"]) {
        return 0;
    }
    let dot = usize::from(tokens.kind(comma + 1) == Some(TokenKind::Period));
    if tokens.kind(comma + dot + 1) == Some(TokenKind::Digits) {
        comma + dot + 2
    } else {
        0
    }
}

/// Whether an address of the internet begins here: `1::1`, `452::FE10`,
/// `10.0.0.1`.
pub(crate) fn is_address(tokens: Tokens<'_>) -> bool {
    let (mut colons, mut doubled, mut words) = (0, false, false);
    for n in 1..24 {
        match tokens.glued_kind(n) {
            Some(TokenKind::Colon) => {
                doubled |= n > 1 && tokens.kind(n - 1) == Some(TokenKind::Colon);
                colons += 1;
            }
            Some(TokenKind::Word) => words = true,
            Some(TokenKind::Digits) => {}
            _ => break,
        }
    }
    let version_6 = doubled || colons > 2 && words;
    let byte = |n| tokens.text(n).parse::<u8>().is_ok();
    let point = |n| tokens.glued_kind(n) == Some(TokenKind::Period);
    let version_4 = (0..3).all(|n| byte(2 * n) && point(2 * n + 1)) && byte(6) && !point(7);
    version_6 || version_4
}

/// The glued tokens of digits, letters and marks that go on from here.
pub(crate) fn glued_run(tokens: Tokens<'_>) -> usize {
    let runs_on = |n| {
        matches!(
            tokens.glued_kind(n),
            Some(
                TokenKind::Word
                    | TokenKind::Digits
                    | TokenKind::Hyphen
                    | TokenKind::EnDash
                    | TokenKind::Slash
                    | TokenKind::Underscore
            )
        )
    };
    let joins = |n| {
        matches!(
            tokens.glued_kind(n),
            Some(TokenKind::Period | TokenKind::Colon | TokenKind::Comma)
        )
    };
    let colons = |n| {
        tokens.glued_kind(n) == Some(TokenKind::Colon)
            && tokens.glued_kind(n + 1) == Some(TokenKind::Colon)
    };
    let letters = |n| tokens.peek(n).filter(|t: &Token| t.is_glued()).is_some() && runs_on(n);
    let run = (1..64).take_while(|&n| runs_on(n) || colons(n) || joins(n) && letters(n + 1));
    1 + run.count()
}
