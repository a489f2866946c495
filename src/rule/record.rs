//! The record of the shipped rules: what an audit needs of them, made ready when
//! the crate is built, so that a run neither parses their YAML nor compiles
//! their patterns. `build.rs` writes it with the same code that loads the rules
//! of a user.

use serde::{Deserialize, Serialize};

use super::agenda::Agenda;
use super::program::{Sought, Stops};
use crate::lexicon::Lexicon;

/// The shipped rules.
#[derive(Serialize, Deserialize)]
pub(crate) struct ShelfRecord<'t> {
    pub(crate) lexicon: Lexicon,
    pub(crate) stops: Stops,
    /// Each [`Finder`](super::program::Finder), to be read when its patterns are
    /// first tried.
    #[serde(borrow)]
    pub(crate) finders: Vec<&'t [u8]>,
    pub(crate) agenda: Agenda,
    #[serde(borrow)]
    pub(crate) phrases: Vec<PhraseRecord<'t>>,
    /// In the order of their ids.
    #[serde(borrow)]
    pub(crate) rules: Vec<RuleRecord<'t>>,
}

/// A phrase that rules may name.
#[derive(Serialize, Deserialize)]
pub(crate) struct PhraseRecord<'t> {
    /// The place of its file among the shipped ones.
    pub(crate) file: usize,
    pub(crate) name: &'t str,
    pub(crate) summary: &'t str,
}

/// A rule without the texts for readers.
#[derive(Serialize, Deserialize)]
pub(crate) struct RuleRecord<'t> {
    /// The place of its file among the shipped ones.
    pub(crate) file: usize,
    pub(crate) id: &'t str,
    pub(crate) summary: &'t str,
    pub(crate) severity: &'t str,
    pub(crate) strict: Option<&'t str>,
    pub(crate) profiles: Vec<&'t str>,
    #[serde(borrow)]
    pub(crate) find: FindRecord<'t>,
    #[serde(borrow)]
    pub(crate) verdict: VerdictText<'t>,
    #[serde(borrow)]
    pub(crate) speech: SpeechText<'t>,
}

/// What a rule looks for.
#[derive(Serialize, Deserialize)]
pub(crate) enum FindRecord<'t> {
    /// What a finder of the record finds.
    Finder(Sought),
    /// Anything else, as in the rule's file but in JSON.
    Other(&'t str),
}

/// The texts that decide over a match.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct VerdictText<'t> {
    /// Each name under `let` and its expression.
    #[serde(borrow)]
    pub(crate) lets: Vec<(&'t str, &'t str)>,
    pub(crate) when: Option<&'t str>,
    pub(crate) assert: &'t str,
}

/// The texts in which a finding is told.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct SpeechText<'t> {
    /// Each name under `let` and its expression.
    #[serde(borrow)]
    pub(crate) lets: Vec<(&'t str, &'t str)>,
    pub(crate) message: &'t str,
    pub(crate) help: Option<&'t str>,
    /// Each place and its note.
    #[serde(borrow)]
    pub(crate) labels: Vec<(&'t str, &'t str)>,
    /// Each slip's `when` and `say`.
    #[serde(borrow)]
    pub(crate) diagnose: Vec<(&'t str, &'t str)>,
}
