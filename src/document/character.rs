//! What a single character is to the token pass.

use super::TokenKind;

/// What a character is to the token pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// It parts tokens: blanks of any width, controls.
    White,
    /// It makes words.
    Letter,
    /// `0` to `9`.
    Digit,
    /// It is not seen: soft hyphen, zero-width characters, text direction.
    Unseen,
    /// A token by itself.
    Mark(TokenKind),
    /// `"`: a quotation mark whose side its neighbours decide.
    Quote,
    /// The first byte of a character that is not ASCII. Only in [`of_byte`].
    Wide,
}

static BYTES: [Class; 256] = byte_classes();

/// The class of the character that begins with this byte.
#[inline]
pub(super) fn of_byte(byte: u8) -> Class {
    BYTES[byte as usize]
}

/// How many ASCII letters stand at the beginning, eight bytes at a time.
#[inline]
pub(super) fn letters(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let (eights, _) = bytes.as_chunks();
    for (place, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        // The top bit of each byte that is a letter, small or capital.
        let low = (eight | (EACH * 0x20)) & (EACH * 0x7f);
        let from_a = low + EACH * (0x80 - b'a' as u64);
        let past_z = low + EACH * (0x7f - b'z' as u64);
        let others = !(from_a & !past_z & !eight) & (EACH * 0x80);
        if others != 0 {
            return 8 * place + others.trailing_zeros() as usize / 8;
        }
    }
    let past = bytes.len() / 8 * 8;
    let rest = bytes[past..].iter();
    past + rest.take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// The class of a character.
pub(super) fn of(c: char) -> Class {
    match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => of_byte(byte),
        _ => wide(c),
    }
}

const fn byte_classes() -> [Class; 256] {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = ascii(byte);
        byte += 1;
    }
    classes
}

const fn ascii(byte: u8) -> Class {
    Class::Mark(match byte {
        b'a'..=b'z' | b'A'..=b'Z' => return Class::Letter,
        b'0'..=b'9' => return Class::Digit,
        b'"' => return Class::Quote,
        0..=b' ' | 127 => return Class::White,
        b'.' => TokenKind::Period,
        b',' => TokenKind::Comma,
        b';' => TokenKind::Semicolon,
        b':' => TokenKind::Colon,
        b'?' | b'!' => TokenKind::Stop,
        b'(' | b'[' | b'{' => TokenKind::Open,
        b')' | b']' | b'}' => TokenKind::Close,
        b'\'' => TokenKind::Apostrophe,
        b'-' => TokenKind::Hyphen,
        b'/' => TokenKind::Slash,
        b'%' => TokenKind::Percent,
        b'$' => TokenKind::Currency,
        b'+' => TokenKind::Plus,
        b'=' => TokenKind::Equals,
        b'<' => TokenKind::Less,
        b'>' => TokenKind::Greater,
        b'~' => TokenKind::Tilde,
        b'&' => TokenKind::Ampersand,
        b'#' => TokenKind::Hash,
        b'@' => TokenKind::At,
        b'*' => TokenKind::Star,
        b'_' => TokenKind::Underscore,
        b'|' => TokenKind::Bar,
        _ => TokenKind::Other,
    })
}

fn wide(c: char) -> Class {
    Class::Mark(match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => return Class::Unseen,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' => return Class::Unseen,
        '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => return Class::Unseen,
        '\u{300}'..='\u{36f}' => return Class::Letter,
        '½' | '¼' | '¾' | '⅐'..='⅞' | '↉' => TokenKind::VulgarFraction,
        '…' => TokenKind::Ellipsis,
        '“' | '„' | '‟' | '«' | '‹' | '‘' | '‚' | '‛' => TokenKind::OpenQuote,
        '”' | '»' | '›' | '″' => TokenKind::CloseQuote,
        '’' | '′' | '´' | 'ʼ' => TokenKind::Apostrophe,
        '‐' | '‑' => TokenKind::Hyphen,
        '‒' | '–' => TokenKind::EnDash,
        '—' | '―' => TokenKind::EmDash,
        '−' => TokenKind::Minus,
        '⁄' | '∕' => TokenKind::Slash,
        '٪' => TokenKind::Percent,
        '‰' => TokenKind::Permille,
        '°' | 'º' | '˚' => TokenKind::Degree,
        '¢'..='¥' | '\u{20a0}'..='\u{20cf}' | '฿' => TokenKind::Currency,
        '±' => TokenKind::PlusMinus,
        '≈' => TokenKind::Equals,
        '≤' | '⩽' => TokenKind::AtMost,
        '≥' | '⩾' => TokenKind::AtLeast,
        '∼' => TokenKind::Tilde,
        '×' => TokenKind::Times,
        '№' => TokenKind::Hash,
        '†' | '‡' => TokenKind::Star,
        '²' => TokenKind::Squared,
        '³' => TokenKind::Cubed,
        _ if c.is_whitespace() || c.is_control() => return Class::White,
        _ if c.is_alphabetic() => return Class::Letter,
        _ => TokenKind::Other,
    })
}
