//! The table of words gives every word a number. Letters stand in one row and
//! numbers in one table by their hash, so that a table is read back as it was
//! written, and a look-up touches one slot for most words.

use serde::{Deserialize, Serialize};

use super::WordId;

/// Folded words and their numbers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct WordTable {
    /// The letters of all words, one word behind the other.
    letters: String,
    /// By number: where the word's letters end.
    ends: Vec<u32>,
    /// A power of two of them, at most half of them taken.
    slots: Vec<Slot>,
}

/// A place for a word: a part of its hash, and its number; 0 where none is.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Slot {
    tag: u16,
    number: u32,
}

impl WordTable {
    /// A table with the word of [`WordId::UNKNOWN`] alone, which has no letters.
    pub(super) fn new() -> WordTable {
        WordTable {
            letters: String::new(),
            ends: vec![0],
            slots: vec![Slot::default(); 16],
        }
    }

    /// How many words there are, the unknown one included.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// The word's letters.
    pub(super) fn letters(&self, word: WordId) -> &str {
        let place = word.0 as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start as usize..self.ends[place] as usize]
    }

    /// The number of a word, in which ASCII letters may be capitals.
    pub(super) fn find(&self, word: &[u8]) -> Option<WordId> {
        let ends = ends(word);
        let hash = hash(ends, word.len());
        let tag = tag(hash);
        let mut place = hash as usize;
        loop {
            let slot = self.slots[place & (self.slots.len() - 1)];
            if slot.number == 0 {
                return None;
            }
            if slot.tag == tag && self.is(WordId(slot.number), word, ends) {
                return Some(WordId(slot.number));
            }
            place += 1;
        }
    }

    /// Whether the word of a number is this one, whose two ends are these.
    fn is(&self, id: WordId, word: &[u8], two_ends: [u64; 2]) -> bool {
        let letters = self.letters(id).as_bytes();
        letters.len() == word.len()
            && written_ends(letters) == two_ends
            && (word.len() <= 16 || letters.eq_ignore_ascii_case(word))
    }

    /// Adds a folded word that is not here yet.
    pub(super) fn add(&mut self, folded: &str) -> WordId {
        let id = WordId(self.ends.len() as u32);
        self.letters.push_str(folded);
        self.ends.push(self.letters.len() as u32);
        if self.slots.len() < 2 * self.ends.len() {
            self.slots = vec![Slot::default(); 2 * self.slots.len()];
            for number in 1..id.0 {
                self.place(WordId(number));
            }
        }
        self.place(id);
        id
    }

    fn place(&mut self, id: WordId) {
        let letters = self.letters(id).as_bytes();
        let hash = hash(ends(letters), letters.len());
        let last = self.slots.len() - 1;
        let mut place = hash as usize & last;
        while self.slots[place].number != 0 {
            place = (place + 1) & last;
        }
        self.slots[place] = Slot {
            tag: tag(hash),
            number: id.0,
        };
    }
}

/// The part of a hash that a slot keeps.
fn tag(hash: u64) -> u16 {
    (hash >> 48) as u16
}

const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;

/// The first and the last eight bytes of a word, in which ASCII capitals are
/// made small: all of a word of up to sixteen bytes.
#[inline]
fn ends(word: &[u8]) -> [u64; 2] {
    match written_ends(word) {
        [first, 0] => [small(first), 0],
        [first, last] => [small(first), small(last)],
    }
}

/// The same as the bytes stand; those of a folded word are its ends.
#[inline]
fn written_ends(word: &[u8]) -> [u64; 2] {
    let eight = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        return [eight(first), eight(last)];
    }
    let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        return [four(first) | four(last) << 32, 0];
    }
    match *word {
        [] => [0, 0],
        [one] => [u64::from(one), 0],
        [one, two] => [u64::from(one) | u64::from(two) << 8, 0],
        [one, two, three, ..] => {
            let three = u64::from(three) << 16;
            [u64::from(one) | u64::from(two) << 8 | three, 0]
        }
    }
}

/// The hash of a word of that length, by the multiplication and rotation of
/// rustc's own table of names (FxHash). The words of the table are ours, never
/// an article's, so that no article can fill a stretch of slots.
fn hash([first, last]: [u64; 2], length: usize) -> u64 {
    let hash = (length as u64 ^ first).wrapping_mul(FACTOR);
    let hash = (hash.rotate_left(5) ^ last).wrapping_mul(FACTOR);
    // The low bits choose the slot, and multiplication mixes them least.
    hash.rotate_left(26)
}

/// Eight bytes with ASCII capitals made small: where a byte is between `A` and
/// `Z`, its bit of 32 is set.
fn small(eight: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = eight & (EACH * 0x7f);
    let from_a = low + EACH * (0x80 - b'A' as u64);
    let past_z = low + EACH * (0x7f - b'Z' as u64);
    let capitals = from_a & !past_z & !eight & (EACH * 0x80);
    eight | capitals >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut table = WordTable::new();
        let words = ["a", "zebra", "neighbourhoods", "café", "[@`{", "x-ray"];
        for word in words {
            table.add(word);
        }
        for (number, word) in (1..).zip(words) {
            let upper = word.to_ascii_uppercase();
            assert_eq!(table.find(word.as_bytes()), Some(WordId(number)), "{word}");
            assert_eq!(table.find(upper.as_bytes()), Some(WordId(number)), "{word}");
            assert_eq!(table.letters(WordId(number)), word);
        }
        assert_eq!(table.find(b"zebr"), None);
        assert_eq!(table.find(b""), None);
    }
}
