//! An entity is a character written by its name or number: `&pound;`,
//! `&#8211;`, `&#x2013;`. So that spans count original bytes, it is never
//! replaced; its meaning is looked up here.

use std::sync::LazyLock;

/// Names and characters, sorted by name: those of HTML 4, and the others that
/// prose is known to use.
static NAMED: LazyLock<Vec<(&str, char)>> = LazyLock::new(|| {
    include_str!("entities.txt")
        .lines()
        .filter_map(|line| {
            let (name, code) = line.split_once(' ')?;
            let code = u32::from_str_radix(code, 16).ok()?;
            Some((name, char::from_u32(code)?))
        })
        .collect()
});

/// What the numbers 128 to 159 mean on the web: windows-1252, from
/// <https://html.spec.whatwg.org/#numeric-character-reference-end-state>.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The entity that a text begins with: its length in bytes, semicolon
/// included, and its character.
pub(super) fn leading(text: &str) -> Option<(usize, char)> {
    let after = text.strip_prefix('&')?;
    let length = after.bytes().take(16).position(|b| b == b';')?;
    let character = character(&after[..length])?;
    Some((length + 2, character))
}

/// What a whole entity (`&pound;`) or escape (`\$`) stands for.
pub(super) fn meaning(text: &str) -> Option<char> {
    match text.strip_prefix('\\') {
        Some(escaped) => escaped.chars().next(),
        None => leading(text).map(|(_, character)| character),
    }
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        let place = NAMED.binary_search_by_key(&name, |&(name, _)| name).ok()?;
        return Some(NAMED[place].1);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_hexdigit()) => {
            u32::from_str_radix(digits, 16).ok()?
        }
        None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok()?,
        _ => return None,
    };
    match code {
        0x80..=0x9f => Some(WINDOWS[code as usize - 0x80]),
        _ => char::from_u32(code),
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMED, leading, meaning};

    #[test]
    fn names_are_sorted() {
        assert!(NAMED.is_sorted_by_key(|&(name, _)| name));
    }

    #[test]
    fn an_entity_has_a_name_or_a_number() {
        assert_eq!(leading("&pound;5"), Some((7, '£')));
        assert_eq!(leading("&#163;5"), Some((6, '£')));
        assert_eq!(leading("&#xA3;5"), Some((6, '£')));
        assert_eq!(leading("&#150;"), Some((6, '–')));
        assert_eq!(leading("&nbsp"), None);
        assert_eq!(leading("& co; more"), None);
        assert_eq!(leading("&#x110000;"), None);
        assert_eq!(leading("&#+65;"), None);
        assert_eq!(leading("&é;"), None);
        assert_eq!(meaning("\\$"), Some('$'));
    }
}
