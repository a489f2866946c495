//! A sign is something that a sentence shows at once: a word, a word of a
//! class, a kind of token, a sort of mention. A pattern is looked for only in
//! sentences that show one of the signs of its key.

use std::collections::HashSet;

use super::sort::{Sort, SortSet};
use crate::document::TokenKind;
use crate::lexicon::{ClassId, Lexicon, WordId};

/// What a sentence can show of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    /// The word.
    Word(WordId),
    /// A word of the class, or the first word of an expression of it.
    Class(ClassId),
    /// A token of the kind.
    Kind(TokenKind),
    /// A mention of the sort.
    Sort(Sort),
}

impl Sign {
    /// About how many of a thousand sentences with a number show it. It only
    /// decides which key is taken, never what is found.
    fn frequency(self, lexicon: &Lexicon) -> u32 {
        match self {
            Sign::Word(word) => match lexicon.word(word).len() {
                ..=2 => 500,
                3 => 250,
                4 => 60,
                5 => 20,
                _ => 10,
            },
            Sign::Class(class) => 20 + 10 * lexicon.class_size(class),
            Sign::Kind(kind) => match kind {
                TokenKind::Word => 1_000,
                TokenKind::Digits => 900,
                TokenKind::Comma => 600,
                TokenKind::Hyphen | TokenKind::Open | TokenKind::Close => 200,
                _ => 50,
            },
            Sign::Sort(sort) => match sort {
                Sort::Number | Sort::Quantity => 900,
                Sort::Count => 600,
                Sort::Date => 400,
                Sort::Year => 200,
                Sort::Percent | Sort::Money | Sort::Duration | Sort::Ordinal => 100,
                _ => 50,
            },
        }
    }
}

/// Signs of which a sentence must show one for a part of a pattern to match:
/// a piece of a row of signs. By default there are none, and nothing is known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Key {
    start: usize,
    end: usize,
    frequency: u32,
}

impl Key {
    /// The key of signs, which are put at the end of the row.
    pub(crate) fn of(
        signs: impl IntoIterator<Item = Sign>,
        row: &mut Vec<Sign>,
        lexicon: &Lexicon,
    ) -> Key {
        let start = row.len();
        row.extend(signs);
        let shown = row[start..].iter().map(|sign| sign.frequency(lexicon));
        Key {
            start,
            end: row.len(),
            frequency: shown.fold(0, u32::saturating_add),
        }
    }

    pub(crate) fn is_known(self) -> bool {
        self.start < self.end
    }

    /// Whether it is the same piece of the row.
    pub(crate) fn is(self, other: Key) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }

    /// Of two keys that must both be met the one that is met less often.
    pub(crate) fn rarer(self, other: Key) -> Key {
        let other_is = !self.is_known() || other.frequency < self.frequency;
        if other.is_known() && other_is {
            other
        } else {
            self
        }
    }

    /// The key of which either must be met.
    pub(crate) fn or(self, other: Key, row: &mut Vec<Sign>) -> Key {
        if !self.is_known() || !other.is_known() {
            return Key::default();
        }
        let frequency = self.frequency.saturating_add(other.frequency);
        // Neighbours are one piece already, as the words of a long choice are.
        if self.end == other.start {
            return Key {
                start: self.start,
                end: other.end,
                frequency,
            };
        }
        let start = row.len();
        row.extend_from_within(self.start..self.end);
        row.extend_from_within(other.start..other.end);
        Key {
            start,
            end: row.len(),
            frequency,
        }
    }

    /// Its signs, each once.
    pub(crate) fn signs(self, row: &[Sign]) -> Box<[Sign]> {
        let mut seen = HashSet::new();
        let signs = row[self.start..self.end].iter().copied();
        signs.filter(|&sign| seen.insert(sign)).collect()
    }
}

impl SortSet {
    /// The signs of a mention of any of these sorts.
    pub(crate) fn signs(self) -> impl Iterator<Item = Sign> {
        let named = Sort::NAMED.iter().map(|&(_, sort)| sort);
        named.filter(move |&sort| self.holds(sort)).map(Sign::Sort)
    }
}
