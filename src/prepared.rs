//! What `build.rs` prepared of the data files and the shipped rules, so that a
//! run only reads back what was made once.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::Lexicon;
use crate::number::Units;

const LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));
const UNITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/units"));
/// The shipped rules; empty where something is wrong with one of them, which
/// loading their files tells.
pub(crate) const SHELF: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shelf"));

impl Lexicon {
    /// The words that the grammars know, and the word classes built on them.
    pub fn of_grammar() -> Lexicon {
        read(LEXICON).expect("the lexicon was written from the same types")
    }
}

impl Units {
    /// The one table.
    pub fn table() -> &'static Units {
        static TABLE: OnceLock<Units> = OnceLock::new();
        TABLE.get_or_init(|| read(UNITS).expect("the table was written from the same types"))
    }
}

/// What was prepared, as the types that it was written from; `None` where it
/// is not of them.
pub(crate) fn read<T: Deserialize<'static>>(prepared: &'static [u8]) -> Option<T> {
    postcard::from_bytes(prepared).ok()
}
