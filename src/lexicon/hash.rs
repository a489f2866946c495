//! A hash of words that is quick on the few letters that most have.
//!
//! The multiplication and rotation of rustc's own table of names (FxHash). The
//! keys are words of our data files, never of an article, so that no article can
//! fill a bucket.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds the hash of words for a map.
pub(super) type WordHash = BuildHasherDefault<WordHasher>;

const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;

/// The hash of what was written so far.
#[derive(Clone, Copy, Default)]
pub(super) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(FACTOR);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..part.len()].copy_from_slice(part);
            self.add(u64::from_le_bytes(eight));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.add(number.into());
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    /// A map takes its place from the low bits, which multiplication mixes least.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
