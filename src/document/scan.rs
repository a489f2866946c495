//! The token pass: one pass over the bytes of a block's pieces.

use crate::lexicon::{Lexicon, WordId};
use crate::span::Span;

use super::character::{self, Class};
use super::{Piece, Token, TokenKind, address, entity};

/// No word of the lexicon is longer, in bytes.
const LONGEST_WORD: usize = 24;

/// A word whose letters are parted by unseen characters or written as entities
/// is put together only up to this length, in bytes.
const LONGEST_ODD_WORD: usize = 96;

/// Cuts a block's pieces, which are in text order, into tokens.
pub(super) fn tokens(text: &str, pieces: &[Piece], lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let mut scan = Scan {
        text,
        lexicon,
        first: tokens.len(),
        tokens,
        glued: false,
        pathless: 0,
    };
    for &piece in pieces {
        match piece {
            Piece::Verbatim(span) => scan.verbatim(span.range().start, span.range().end),
            Piece::Entity(span, c) => scan.entity(span, c),
            Piece::Break(_) => scan.glued = false,
            Piece::Opaque(span) => scan.push(span, TokenKind::Opaque),
        }
    }
}

struct Scan<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
    /// The block's first token.
    first: usize,
    /// Whether no white space came since the token before.
    glued: bool,
    /// Up to here, a slash is known to begin no path.
    pathless: usize,
}

impl Scan<'_> {
    fn verbatim(&mut self, mut at: usize, end: usize) {
        while at < end {
            at = match character::of_byte(self.text.as_bytes()[at]) {
                Class::White => {
                    self.glued = false;
                    at + 1
                }
                Class::Letter => self.word(at, end),
                Class::Digit => self.digits(at, end),
                Class::Quote => self.quote(at, at + 1),
                Class::Mark(kind) => self.mark(kind, at, end),
                Class::Wide => self.wide(at, end),
                Class::Unseen => at + 1,
            };
        }
    }

    fn wide(&mut self, at: usize, end: usize) -> usize {
        let Some(c) = self.text[at..end].chars().next() else {
            return end;
        };
        let next = at + c.len_utf8();
        match character::of(c) {
            Class::White => self.glued = false,
            Class::Letter => return self.word(at, end),
            Class::Mark(kind) => {
                let point = c == '·' && self.is_point(at, next);
                let kind = if point { TokenKind::Period } else { kind };
                self.push(Span::new(at, next), kind);
            }
            Class::Digit | Class::Quote | Class::Unseen | Class::Wide => {}
        }
        next
    }

    /// Whether a dot at half height between digits is a decimal point, as The Lancet
    /// sets it (3·5), and does not multiply a power of ten.
    fn is_point(&self, at: usize, next: usize) -> bool {
        let behind = |n: usize| self.text.as_bytes().get(next + n).copied();
        let digits = self
            .tokens
            .last()
            .is_some_and(|t| t.kind == TokenKind::Digits && t.span().end as usize == at);
        let digit = |byte: Option<u8>| byte.is_some_and(|b| b.is_ascii_digit());
        let power = behind(0) == Some(b'1') && behind(1) == Some(b'0') && !digit(behind(2));
        digits && digit(behind(0)) && !power
    }

    fn entity(&mut self, span: Span, c: char) {
        let kind = match character::of(c) {
            Class::White => {
                self.glued = false;
                return;
            }
            Class::Unseen => return,
            Class::Letter => {
                self.push_word(span, true);
                return;
            }
            Class::Quote => self.quote_kind(),
            Class::Mark(kind) => kind,
            // A run of digits is read from its bytes; `&#53;` is none.
            Class::Digit | Class::Wide => TokenKind::Other,
        };
        self.push(span, kind);
        if let Some(token) = self.tokens.last_mut() {
            *token = token.entity(true);
        }
    }

    fn digits(&mut self, at: usize, end: usize) -> usize {
        let run = self.text.as_bytes()[at..end]
            .iter()
            .take_while(|b| b.is_ascii_digit());
        let next = at + run.count();
        self.push(Span::new(at, next), TokenKind::Digits);
        next
    }

    fn quote(&mut self, at: usize, next: usize) -> usize {
        let kind = self.quote_kind();
        self.push(Span::new(at, next), kind);
        next
    }

    /// A `"` opens after white space, an opening mark or a dash.
    fn quote_kind(&self) -> TokenKind {
        let before = self.tokens[self.first..].last();
        let opens = before.is_none_or(|before| {
            !self.glued
                || matches!(
                    before.kind,
                    TokenKind::Open
                        | TokenKind::OpenQuote
                        | TokenKind::EmDash
                        | TokenKind::EnDash
                        | TokenKind::Slash
                )
        });
        if opens {
            TokenKind::OpenQuote
        } else {
            TokenKind::CloseQuote
        }
    }

    fn mark(&mut self, kind: TokenKind, at: usize, end: usize) -> usize {
        let address = match kind {
            TokenKind::At => address::at_sign(self.text, at, end, self.before()),
            TokenKind::Slash if at >= self.pathless => {
                let path = address::slash(self.text, at, end, self.before());
                if path.is_none() {
                    self.pathless = address::path_end(self.text, at, end);
                }
                path
            }
            TokenKind::Other if self.text.as_bytes()[at] == b'\\' => {
                address::backslash(self.text, at, end, self.before())
            }
            TokenKind::Hyphen => return self.hyphens(at, end),
            _ => None,
        };
        match address {
            Some(address) => self.opaque(address),
            None => {
                self.push(Span::new(at, at + 1), kind);
                at + 1
            }
        }
    }

    fn hyphens(&mut self, at: usize, end: usize) -> usize {
        let run = self.text.as_bytes()[at..end]
            .iter()
            .take_while(|&&b| b == b'-')
            .count();
        let kind = match run {
            1 => TokenKind::Hyphen,
            _ => TokenKind::EmDash,
        };
        self.push(Span::new(at, at + run), kind);
        at + run
    }

    fn word(&mut self, at: usize, end: usize) -> usize {
        let bytes = &self.text.as_bytes()[..end];
        let next = at + character::letters(&bytes[at..]);
        match bytes.get(next) {
            Some(b':' | b'.') => self.word_or_address(at, end),
            Some(byte) if !byte.is_ascii() => self.word_or_address(at, end),
            _ => {
                self.plain_word(at, next);
                next
            }
        }
    }

    fn word_or_address(&mut self, at: usize, end: usize) -> usize {
        let (next, odd) = word_end(self.text, at, end);
        if let Some(address) = address::word(self.text, at, next, end) {
            return self.opaque(address);
        }
        self.push_word(Span::new(at, next), odd);
        next
    }

    /// A word of ASCII letters, which most are.
    fn plain_word(&mut self, at: usize, next: usize) {
        let span = Span::new(at, next);
        if self.glued && self.ends_in_word(span.start) {
            return self.push_word(span, false);
        }
        let letters = &self.text.as_bytes()[at..next];
        let id = match letters.len() {
            ..=LONGEST_WORD => self.lexicon.lookup_ascii(letters),
            _ => WordId::UNKNOWN,
        };
        let capital = letters[0].is_ascii_uppercase();
        let upper = capital && letters.len() > 1 && letters[1..].iter().all(u8::is_ascii_uppercase);
        let token = Token::new(span, TokenKind::Word, id);
        self.add(token.capitalised(capital).upper(upper));
    }

    /// Whether the token before is a word that ends here.
    fn ends_in_word(&self, at: u32) -> bool {
        let last = self.before().last();
        last.is_some_and(|last| last.kind == TokenKind::Word && last.span().end == at)
    }

    /// One opaque token instead of the tokens from where the address starts.
    fn opaque(&mut self, address: Span) -> usize {
        while let Some(last) = self.before().last() {
            if last.span().start < address.start {
                break;
            }
            self.glued = last.is_glued();
            self.tokens.pop();
        }
        self.push(address, TokenKind::Opaque);
        address.range().end
    }

    fn before(&self) -> &[Token] {
        &self.tokens[self.first..]
    }

    /// A word, or more letters of the word before it.
    fn push_word(&mut self, span: Span, odd: bool) {
        let before = self.tokens[self.first..].last().copied();
        let (span, odd) = match before {
            Some(before)
                if before.kind == TokenKind::Word
                    && before.span().end == span.start
                    && before.span().join(span).range().len() <= LONGEST_ODD_WORD =>
            {
                self.glued = before.is_glued();
                self.tokens.pop();
                (before.span().join(span), true)
            }
            _ => (span, odd),
        };
        let written = &self.text[span.range()];
        let token = if odd && written.len() <= LONGEST_ODD_WORD {
            word_token(span, &spelling(written), self.lexicon)
        } else {
            word_token(span, written, self.lexicon)
        };
        self.add(token);
    }

    fn push(&mut self, span: Span, kind: TokenKind) {
        self.add(Token::new(span, kind, WordId::UNKNOWN));
    }

    fn add(&mut self, token: Token) {
        let token = self.whole(token);
        let line = match self.tokens.last() {
            None => true,
            Some(last) => {
                let between = last.span().range().end..token.span().range().start;
                match &self.text.as_bytes()[between] {
                    [] | [b' '] => false,
                    between => between.iter().any(|b| matches!(b, b'\n' | b'\r')),
                }
            }
        };
        let glued = self.glued;
        self.tokens.push(token.glued(glued).beginning_line(line));
        self.glued = true;
    }

    /// A token that was cut for its length ends at a character's end.
    fn whole(&self, token: Token) -> Token {
        let mut span = token.span();
        if span.range().len() < usize::from(u16::MAX) {
            return token;
        }
        while !self.text.is_char_boundary(span.range().end) {
            span.end -= 1;
        }
        if span == token.span() {
            return token;
        }
        Token::new(span, token.kind, token.word)
            .capitalised(token.is_capitalised())
            .upper(token.is_upper())
    }
}

/// Where the word at `at` ends, and whether unseen characters stand in it.
fn word_end(text: &str, at: usize, end: usize) -> (usize, bool) {
    let bytes = &text.as_bytes()[..end];
    let mut next = at;
    let mut odd = false;
    loop {
        while next < end && character::of_byte(bytes[next]) == Class::Letter {
            next += 1;
        }
        if next == end || character::of_byte(bytes[next]) != Class::Wide {
            return (next, odd);
        }
        let mut unseen = 0;
        let seen = text[next..end].chars().find(|&c| {
            let is_seen = character::of(c) != Class::Unseen;
            unseen += if is_seen { 0 } else { c.len_utf8() };
            is_seen
        });
        match seen {
            Some(c) if character::of(c) == Class::Letter => {
                next += unseen + c.len_utf8();
                odd |= unseen > 0;
            }
            _ => return (next, odd),
        }
    }
}

/// A word as it is spelled: entities decoded, unseen characters left out.
fn spelling(written: &str) -> String {
    let mut spelled = String::new();
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        let (length, c) = entity::leading(rest).unwrap_or((c.len_utf8(), c));
        if character::of(c) == Class::Letter {
            spelled.push(c);
        }
        rest = &rest[length..];
    }
    spelled
}

fn word_token(span: Span, spelled: &str, lexicon: &Lexicon) -> Token {
    let id = match spelled.len() {
        0..=LONGEST_WORD => lexicon.lookup(spelled),
        _ => WordId::UNKNOWN,
    };
    let mut letters = spelled.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let upper = capital && {
        let rest = letters.as_str();
        !rest.is_empty() && !rest.chars().any(char::is_lowercase)
    };
    Token::new(span, TokenKind::Word, id)
        .capitalised(capital)
        .upper(upper)
}
