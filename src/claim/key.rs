//! A key is what two terms are compared by: a hash of folded words that is
//! the same in every run and on every machine.

use std::hash::Hasher;

use crate::lexicon::{fold, singular, stem};

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo), fed in little-endian order so
/// that derived `Hash` implementations give the same key everywhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key(u64);

impl Key {
    /// A key that no other sort of key shares words with.
    pub(super) fn new(sort: &str) -> Key {
        let mut key = Key(0xcbf2_9ce4_8422_2325);
        key.write(sort.as_bytes());
        key.write(b"\0");
        key
    }
}

impl Hasher for Key {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn write_u16(&mut self, n: u16) {
        self.write(&n.to_le_bytes());
    }

    fn write_u32(&mut self, n: u32) {
        self.write(&n.to_le_bytes());
    }

    fn write_u64(&mut self, n: u64) {
        self.write(&n.to_le_bytes());
    }

    fn write_u128(&mut self, n: u128) {
        self.write(&n.to_le_bytes());
    }

    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The key of a noun: folded, in the singular.
pub(super) fn noun(text: &str) -> u64 {
    of(&singular(&fold(text)))
}

/// The key of a verb: folded, its stem.
pub(super) fn verb(text: &str) -> u64 {
    of(&stem(&fold(text)))
}

/// The key of a word in a name: folded, British and American spelling alike
/// (`defense` is `defence`, `center` is `centre`, `labor` is `labour`).
pub(super) fn name(text: &str) -> u64 {
    let folded = fold(text);
    let word = singular(&folded);
    let respelt = [
        ("nse", "nce"),
        ("tre", "ter"),
        ("or", "our"),
        ("ization", "isation"),
    ]
    .iter()
    .find_map(|(from, to)| {
        let stem = word.strip_suffix(from).filter(|_| word.len() > 4)?;
        Some([stem, to].concat())
    });
    of(respelt.as_deref().unwrap_or(&word))
}

/// The key of some words in whatever order they stand, each counted once;
/// `None` for none. Sorts what it is given.
pub(super) fn set(words: &mut Vec<u64>) -> Option<u64> {
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return None;
    }
    let mut key = Key::new("");
    for &word in words.iter() {
        key.write_u64(word);
    }
    Some(key.finish())
}

/// The key of a word as it stands.
pub(super) fn of(word: &str) -> u64 {
    let mut key = Key::new("");
    key.write(word.as_bytes());
    key.finish()
}
