//! What a word may mean to the grammars.

use crate::mention::Hedge;
use crate::number::UnitId;

/// What a word may mean to the grammars; all that is `None` or 0 it does not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Senses {
    /// `seven`: 7, `forty`: 40. Below 100.
    pub cardinal: Option<u8>,
    /// `hundred`, `million`, `bn`, `dozen`.
    pub scale: Option<Scale>,
    /// `third`: 3, `twentieth`: 20; also `hundredth`: 100.
    pub ordinal: Option<u16>,
    /// `half`: 2, `third`: 3, `quarters`: 4: the parts of one.
    pub fraction: Option<u8>,
    /// `double`, `twice`, `tripled`, `halved`: times 2, 2, 3, ½ (as 1/n: -2).
    pub multiple: Option<i8>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 is Monday.
    pub weekday: Option<u8>,
    /// The units it may name, likeliest first; [`UnitId::NONE`] where none.
    pub units: [UnitId; 3],
    /// The hedge it is by itself.
    pub hedge: Hedge,
    /// The grammar's word classes it is in, a bit each.
    pub classes: u64,
}

/// A word that scales the number before it: by 10 to the power of `zeros`,
/// times `of` (12 for `dozen`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What is counted in: 1, 12 for a dozen, 20 for a score.
    pub of: u8,
    /// How many noughts it adds.
    pub zeros: u8,
}

impl Senses {
    /// Whether it is in a grammar's class.
    pub fn is(&self, class: Class) -> bool {
        self.classes >> class as u8 & 1 == 1
    }
}

/// The word classes that the grammars themselves use. Rules name them by the
/// same name in kebab case (`@time-noun`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// Abbreviations that a full stop follows without ending the sentence.
    Abbreviation,
}
