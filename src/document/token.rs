//! A token is the smallest piece of prose with a kind: a word, a run of
//! digits, a mark.

use crate::lexicon::WordId;
use crate::span::Span;

/// The smallest piece of prose with a kind. Twelve bytes.
///
/// `23-year-old` is five tokens, `1.2bn` four, `don’t` three (word,
/// apostrophe, word). White space is no token: [`glued`](Token::is_glued)
/// tells whether there was any.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    start: u32,
    /// Longer words are cut.
    length: u16,
    /// What it is.
    pub kind: TokenKind,
    flags: u8,
    /// Which word of the lexicon it is; [`WordId::UNKNOWN`] for any other
    /// word and for what is no word.
    pub word: WordId,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Digits,
    /// One vulgar fraction: ½ ¾ ⅓.
    VulgarFraction,
    /// `.`
    Period,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `?` or `!`
    Stop,
    /// `…` (three periods are three tokens)
    Ellipsis,
    /// `(` or `[` or `{`
    Open,
    /// `)` or `]` or `}`
    Close,
    /// `“` `«` `‘` (a `"` is decided by what stands beside it)
    OpenQuote,
    /// `”` `»`, or a `"` that closes
    CloseQuote,
    /// `'` or `’` or `′`
    Apostrophe,
    /// `-` or `‐` or `‑`
    Hyphen,
    /// `–`
    EnDash,
    /// `—`, or `--`
    EmDash,
    /// `−`
    Minus,
    /// `/` or `⁄`
    Slash,
    /// `%` or `٪`
    Percent,
    /// `‰`
    Permille,
    /// `°` or `º`
    Degree,
    /// `$` `£` `€` `¥` `₹` and the other currency signs
    Currency,
    /// `+`
    Plus,
    /// `±`
    PlusMinus,
    /// `=` or `≈`
    Equals,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `≤`
    AtMost,
    /// `≥`
    AtLeast,
    /// `~` or `∼`
    Tilde,
    /// `×`
    Times,
    /// `&`
    Ampersand,
    /// `#` or `№`
    Hash,
    /// `@`
    At,
    /// `*` or `†` or `‡`
    Star,
    /// `_`
    Underscore,
    /// `|`
    Bar,
    /// `²`
    Squared,
    /// `³`
    Cubed,
    /// Something that is no prose: inline code, an address, an image.
    Opaque,
    /// Any other character.
    Other,
}

const GLUED: u8 = 1;
const CAPITAL: u8 = 2;
const UPPER: u8 = 4;
const LINE: u8 = 8;
const ENTITY: u8 = 16;

impl Token {
    /// A token over a span (its length is cut at 65,535 bytes).
    pub fn new(span: Span, kind: TokenKind, word: WordId) -> Token {
        let length = (span.end - span.start).min(u16::MAX.into()) as u16;
        Token {
            start: span.start,
            length,
            kind,
            flags: 0,
            word,
        }
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        Span {
            start: self.start,
            end: self.start + u32::from(self.length),
        }
    }

    /// How many bytes it has.
    pub fn length(self) -> usize {
        self.length.into()
    }

    /// Whether no white space stands between it and the token before, in the
    /// same block.
    pub fn is_glued(self) -> bool {
        self.flags & GLUED != 0
    }

    /// Whether it is a word whose first letter is a capital.
    pub fn is_capitalised(self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether it is a word of two or more letters, all capitals.
    pub fn is_upper(self) -> bool {
        self.flags & UPPER != 0
    }

    /// Whether it is the first token of a line of the source.
    pub fn begins_line(self) -> bool {
        self.flags & LINE != 0
    }

    /// Whether its bytes are an entity or an escape for one character.
    pub fn is_entity(self) -> bool {
        self.flags & ENTITY != 0
    }

    /// Sets what [`is_glued`](Token::is_glued) tells.
    #[must_use]
    pub fn glued(self, yes: bool) -> Token {
        self.with(GLUED, yes)
    }

    /// Sets what [`is_capitalised`](Token::is_capitalised) tells.
    #[must_use]
    pub fn capitalised(self, yes: bool) -> Token {
        self.with(CAPITAL, yes)
    }

    /// Sets what [`is_upper`](Token::is_upper) tells.
    #[must_use]
    pub fn upper(self, yes: bool) -> Token {
        self.with(UPPER, yes)
    }

    /// Sets what [`begins_line`](Token::begins_line) tells.
    #[must_use]
    pub fn beginning_line(self, yes: bool) -> Token {
        self.with(LINE, yes)
    }

    /// Sets what [`is_entity`](Token::is_entity) tells.
    #[must_use]
    pub fn entity(self, yes: bool) -> Token {
        self.with(ENTITY, yes)
    }

    fn with(mut self, flag: u8, yes: bool) -> Token {
        if yes {
            self.flags |= flag;
        } else {
            self.flags &= !flag;
        }
        self
    }
}
