//! A program is a pattern made ready for matching: a row of steps, what a
//! sentence must hold for them to match, and which tokens can come first.

use serde::{Deserialize, Serialize};

use super::sign::{Key, Sign};
use super::sort::{Sort, SortSet};
use crate::document::TokenKind;
use crate::lexicon::{ClassId, WordId};

/// The place of a name among the names of one finder.
pub(crate) type Slot = u8;

/// The slot of a capture that binds nothing.
pub(crate) const NO_SLOT: Slot = u8::MAX;

/// One step of a program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Step {
    /// A token of one of these kinds.
    Mark(KindSet),
    /// This word.
    Word(WordId),
    /// These digits.
    Digits(Box<str>),
    /// A word or an expression of the class.
    Class(ClassId),
    /// Any word.
    AnyWord,
    /// A run of capitalised words.
    ProperName,
    /// A word that names a number.
    NumberWord,
    /// A mention of one of these sorts.
    Mention(SortSet, Slot),
    /// Mentions in a coordination.
    Members(SortSet, Slot),
    /// What the slot was bound to before.
    Bound(Slot),
    /// The beginning of words that the slot binds.
    Begin(Slot),
    /// The end of words that the slot binds.
    End(Slot),
    /// Goes on with the next step and, where that fails, with this one.
    Either(usize),
    /// Goes on with this step.
    Jump(usize),
    /// `..`
    Gap,
    /// `...`
    WideGap,
    /// `@np`
    NounGap,
    /// `>>`
    NextSentence,
    /// The pattern has matched.
    Done,
}

/// A pattern made ready for matching.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Program {
    pub(crate) steps: Vec<Step>,
    pub(crate) needs: Needs,
    /// Of these a sentence must hold one; none where nothing is known. Only the
    /// [agenda](super::agenda) asks for keys, before it is kept.
    #[serde(skip)]
    pub(crate) key: Box<[Sign]>,
    /// And of each of these one.
    #[serde(skip)]
    pub(crate) other_keys: Box<[Box<[Sign]>]>,
    pub(crate) first: First,
    /// By step: which tokens can come first from there on, as a place among the
    /// finder's.
    pub(crate) ahead: Box<[u32]>,
    /// Whether it binds anything, or refers to what is bound.
    pub(crate) captures: bool,
}

/// Where a gap ends: word classes of the language itself.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Stops {
    pub(crate) conjunction: ClassId,
    pub(crate) after_comma: ClassId,
    pub(crate) change_verb: ClassId,
    pub(crate) preposition: ClassId,
}

/// What a match is looked for with: patterns that share their names.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Finder {
    /// The names; empty for one that the rule does not see.
    pub(crate) slots: Vec<Named>,
    pub(crate) likes: Vec<Like>,
    pub(crate) patterns: Vec<Program>,
    pub(crate) unless: Vec<Program>,
    /// What can come first at any step of these, each once.
    pub(crate) firsts: Vec<First>,
}

/// What a rule looks for among the finders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sought {
    /// The place of its finder, which other rules may share.
    pub(crate) finder: usize,
    /// The place of one with the same names and no patterns but those that
    /// exclude more for this rule alone.
    pub(crate) excluder: Option<usize>,
}

impl Sought {
    /// A finder and nothing more.
    pub(crate) fn of(finder: usize) -> Sought {
        Sought {
            finder,
            excluder: None,
        }
    }
}

/// `{x: like y}`: one capture takes its unit from another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Like {
    /// x
    pub(crate) slot: Slot,
    /// y
    pub(crate) of: Slot,
    /// Sorts that x may have without being like y (`like y|percent`).
    pub(crate) or: SortSet,
}

/// A name of a finder and what it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) sort: Sort,
    pub(crate) optional: bool,
    pub(crate) repeated: bool,
}

/// Kinds of token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct KindSet(u64);

impl KindSet {
    pub(crate) fn of(kinds: &[TokenKind]) -> KindSet {
        KindSet(kinds.iter().fold(0, |set, &kind| set | 1 << kind as u8))
    }

    pub(crate) fn holds(self, kind: TokenKind) -> bool {
        self.0 >> kind as u8 & 1 == 1
    }

    /// Whether there are quotation marks among them.
    pub(crate) fn hold_quotes(self) -> bool {
        self.holds(TokenKind::OpenQuote) || self.holds(TokenKind::CloseQuote)
    }

    fn either(self, other: KindSet) -> KindSet {
        KindSet(self.0 | other.0)
    }
}

/// What a sentence must hold for a pattern to match in it: sorts of mention,
/// words and classes as bits (the latter two hashed, so that a bit too many
/// may be set, never one too few), and a number of mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Needs {
    pub(crate) bits: u128,
    pub(crate) mentions: u8,
}

impl Needs {
    pub(crate) fn sorts(sorts: SortSet) -> u128 {
        u128::from(sorts.bits())
    }

    pub(crate) fn word(word: WordId) -> u128 {
        1 << (32 + word.0 % 96)
    }

    pub(crate) fn class(class: ClassId) -> u128 {
        1 << (32 + (class.0 * 7 + 13) % 96)
    }

    /// Whether a sentence that holds these can match.
    pub(crate) fn are_met(self, held: Needs) -> bool {
        self.bits & !held.bits == 0 && self.mentions <= held.mentions
    }

    fn and(self, other: Needs) -> Needs {
        Needs {
            bits: self.bits | other.bits,
            mentions: self.mentions.saturating_add(other.mentions),
        }
    }

    fn or(self, other: Needs) -> Needs {
        Needs {
            bits: self.bits & other.bits,
            mentions: self.mentions.min(other.mentions),
        }
    }
}

/// Which tokens can come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct First {
    /// A mention of these sorts begins there.
    pub(crate) sorts: SortSet,
    /// A word with one of these bits of [`Needs`].
    pub(crate) bits: u128,
    /// A token of these kinds.
    pub(crate) kinds: KindSet,
    /// Anything at all.
    pub(crate) any: bool,
}

impl First {
    /// Anything at all.
    pub(crate) const ANYTHING: First = First {
        sorts: SortSet::NONE,
        bits: 0,
        kinds: KindSet(0),
        any: true,
    };

    /// A token of these kinds.
    pub(crate) fn of(kinds: KindSet) -> First {
        First {
            kinds,
            ..First::default()
        }
    }

    /// Whether only a mention can come first.
    pub(crate) fn is_of_mentions(self) -> bool {
        !self.any && self.bits == 0 && self.kinds == KindSet::default()
    }

    /// Whether a token that looks so can come first.
    #[inline]
    pub(crate) fn admits(&self, glance: &Glance) -> bool {
        self.bits & glance.bits != 0
            || self.kinds.holds(glance.kind)
            || self.sorts.meets(glance.sorts)
            || self.any
    }

    pub(crate) fn either(self, other: First) -> First {
        First {
            sorts: self.sorts.either(other.sorts),
            bits: self.bits | other.bits,
            kinds: self.kinds.either(other.kinds),
            any: self.any || other.any,
        }
    }
}

/// What can be seen of a token at a glance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance {
    /// The bits of [`Needs`] that its word meets.
    pub(crate) bits: u128,
    /// Of which sorts the mentions are that begin there.
    pub(crate) sorts: SortSet,
    pub(crate) kind: TokenKind,
}

/// What is known of a part of a pattern.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) needs: Needs,
    pub(crate) key: Key,
    pub(crate) first: First,
    /// Whether it can match no token at all.
    pub(crate) empty: bool,
    /// Whether it leaves the sentence: what follows is needed elsewhere.
    pub(crate) leaves: bool,
    pub(crate) captures: bool,
}

impl Facts {
    /// The facts of what matches nothing and always does.
    pub(crate) fn nothing() -> Facts {
        Facts {
            empty: true,
            ..Facts::default()
        }
    }

    /// The facts of this part followed by another.
    pub(crate) fn then(self, next: Facts) -> Facts {
        Facts {
            needs: if self.leaves {
                self.needs
            } else {
                self.needs.and(next.needs)
            },
            key: if self.leaves {
                self.key
            } else {
                self.key.rarer(next.key)
            },
            first: if self.empty {
                self.first.either(next.first)
            } else {
                self.first
            },
            empty: self.empty && next.empty,
            leaves: self.leaves || next.leaves,
            captures: self.captures || next.captures,
        }
    }

    /// The facts of this part or another, whose keys stand among these signs.
    pub(crate) fn or(self, other: Facts, signs: &mut Vec<Sign>) -> Facts {
        Facts {
            needs: self.needs.or(other.needs),
            key: self.key.or(other.key, signs),
            first: self.first.either(other.first),
            empty: self.empty || other.empty,
            leaves: self.leaves || other.leaves,
            captures: self.captures || other.captures,
        }
    }
}
