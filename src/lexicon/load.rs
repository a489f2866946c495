//! Fills the lexicon from its data files.

use super::Lexicon;

pub(super) fn fill(lexicon: &mut Lexicon) {
    let _ = lexicon;
}

pub(super) fn singular(noun: &str) -> String {
    noun.strip_suffix('s').unwrap_or(noun).to_owned()
}
