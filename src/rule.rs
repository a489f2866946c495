//! A rule is one check, written in YAML: what to find in an article, what must
//! hold of it, and what to say when it cannot.
//!
//! # A rule file
//!
//! ```yaml
//! id: percent-of-whole                # kebab-case, unique
//! summary: A percentage disagrees with the part and the whole beside it
//! severity: error                     # error | warning | advice
//! strict: advice                      # severity when only the strict reading fails; default: off
//! profiles: [recommended]             # recommended | newsroom | science | strict; default: [recommended]
//! find:
//!   text:                             # patterns inside a sentence; or `phrase:`, `each:`, `pair:`
//!     - "{part:count} of (the)? {whole:count} @np? '(' {share:percent} ')'"
//!   unless:                           # contexts in which the pattern means something else
//!     - "@label {whole}"
//! let: {true_share: part / whole}     # optional: names for parts of the expressions below
//! when: whole > 0                     # must be certain for the rule to apply
//! assert: true_share == share         # a finding only when this is impossible
//! message: "{part} of {whole} is {true_share : percent}, but the text says {share}"
//! help: "..."                         # optional, holes as in message
//! labels:                             # capture or field: note. The first one is primary
//!   share: "here {share}"
//! diagnose:                           # optional: the likely slip, first whose `when` is not impossible
//!   - {when: share == whole / part, say: "part and whole look swapped"}
//! why: |                              # the page of `addup explain`
//!   ...
//! limits: |                           # optional: what the rule cannot know
//!   ...
//! flags:                              # each must give a finding of this rule ...
//!   - "Twelve of the 40 schools (25%) failed."
//! accepts:                            # ... and none of these may; at least as many as flags
//!   - text: "Seventeen of the 40 schools (42%) failed."
//!     date: 2015-11-05                # an example may be a mapping: text, date?, path?, format?
//! ```
//!
//! A *phrase* file names a pattern that several rules use; a *word class* file
//! names sets of words. One file holds one rule, one phrase, or any number of
//! word classes. Unknown keys are errors.
//!
//! ```yaml
//! phrase: change
//! summary: Something moved from one value to another
//! captures: {from: quantity, to: like from, by: percent, verb: word}
//! text: ["{verb:@rise|@fall} from {from} .. to {to}", ...]
//! unless: ["@rank {from}"]
//! ```
//!
//! `captures` lists what rules that name the phrase may use. A capture in
//! `text` that is not listed needs a type of its own and binds nothing.
//!
//! ```yaml
//! words:
//!   rise: {verbs: [rise, climb, go up]}        # all regular and listed irregular forms match
//!   strike-target: {nouns: [target, site]}     # singular and plural match
//!   connective: ["that's", or, which is]       # exactly as written
//!   move: {classes: [rise, fall], words: [up]} # built from other classes
//! ```
//!
//! An entry may have several words. Marks inside it (`that's`, `a.m.`,
//! `year-on-year`) match whether or not the text has them.
//!
//! # Patterns
//!
//! ```text
//! pattern  = sequence { '|' sequence }
//! sequence = element { element }
//! element  = primary [ '?' | '*' | '+' ]
//! primary  = word | digits | mark | "'" marks "'" | '@' name | capture
//!          | '(' pattern ')' | gap | '>>'
//! capture  = '{' name [ ':' sort { '|' sort } ] '}'
//! sort     = type | 'like' name | '@' name | word | "'" word "'"
//! gap      = '..' | '...'
//! mark     = ',' | ';' | ':' | '-' | '%' | '/' | '=' | '<' | '>' (or any mark quoted)
//! ```
//!
//! - A word matches itself without regard to case; `that's` and `year-old`
//!   match with their mark. `-` matches a hyphen, dash or minus, `'('` any
//!   opening bracket, `')'` any closing one, `'"'` any quotation mark.
//!   Quotation marks in the text are passed over otherwise.
//! - `?`, `*` and `+` stand right behind what they repeat, and take as much as
//!   they can. Of alternatives the first that lets the rest match is taken.
//! - `@name` is a word class or a phrase. A nested phrase's captures bind
//!   nothing, and its `unless` does not count; `{x:@name}` captures the words
//!   of either.
//! - `{x:count}` binds a mention of a type (see [`Sort`](sort::Sort)) that
//!   begins here; the hedge before it belongs to it and is never written in
//!   the pattern. `{x:money|percent}` binds a mention of either type.
//! - `{x}` has the type that another pattern of the rule gives to `x`; in a
//!   phrase, the one under `captures`.
//! - `{x: like y}` has the dimension of `y`, wherever `y` stands, and takes its
//!   unit and scale when it is bare and counts nothing of its own (“77m euros,
//!   up from 38m”). `{x: like y|percent}` may also be a percentage.
//! - `{x:@rise|up}` binds words. A word alone is quoted, `{x:'up'}`, so that a
//!   type with a slip in it is no word.
//! - `{x:count}+` binds one or more mentions in a coordination: each followed
//!   by up to six words, separated by a comma, semicolon, `and` or `or`, and
//!   the last one by words that the pattern may go on behind. Fewer members
//!   are bound when the pattern needs the others.
//! - `..` is a gap of up to six words: no number, no bracket, no conjunction
//!   (`@conjunction`), no verb of change (`@change-verb`), and never past the
//!   end of the clause. A date in it counts as one word. `...` is a gap of up
//!   to twelve tokens without a number, within the sentence. `@np` is a gap of
//!   up to four words of one noun phrase: what `..` passes over, without
//!   commas, prepositions and dates. All take as few as they can. No pattern
//!   begins with a gap.
//! - `>>` leaves the rest of the sentence and goes on at the beginning of the
//!   next one, in the same block or the next.
//!
//! Capture types: `number` (anything that has a value), `quantity` (count,
//! money, measure, percent, points, duration, age, fraction …), `count`,
//! `percent`, `points`, `fraction`, `ratio`, `multiple`, `money`, `measure`,
//! `duration`, `age`, `ordinal`, `range`, `score`, `statistic`, `date` (any
//! timex but a clock time), `day` (a date with a day of a month), `year`,
//! `month` (with or without its year), `weekday`, `clock`; `word` (any word),
//! `name` (a run of capitalised words), `number-word` (a word that names a
//! number).
//!
//! Patterns are tried at each token of a sentence and bind at most once there;
//! of two matches of one pattern, one that binds only numbers that the earlier
//! one binds is dropped.
//!
//! `unless` patterns are matched anywhere in the sentence(s) of the match; a
//! capture in them without a type stands for what is bound already under that
//! name, one with a type for any such mention. When one matches and shares a
//! token with the match, the match is dropped. A capture-free pattern need
//! only stand in the same sentence.
//!
//! # What else `find` binds
//!
//! - `each: date | quantity | claim | list | table-cell | table-column |
//!   table-row | sentence | document`, or any capture type of numbers and dates,
//!   binds the thing under that name (`cell`, `column`, `row` for the tables).
//! - `all: TYPE` binds every mention of a capture type in the document as one
//!   list under the type's name, and `document`: one finding for them all.
//! - `pair: claim` binds `left` and `right`, two claims of one document, left
//!   before right in the text unless both heads are given:
//!
//! ```yaml
//! find:
//!   pair: claim
//!   left: {head: "@strike-target"}     # optional: a word class, or a noun
//!   right: {head: "@strike-mission"}
//!   same: [window, source]             # both known and equal; at least one key
//!   not_differ: [subject, place]       # not (both known and different)
//!   unique: left                       # no other claim of left's head before right
//!   apart: sentence                   # the two stand in different sentences
//!   no_other_fits: true                # `assert` holds of left and no other claim of its unit
//! ```
//!
//! Keys: `head` (known only where it was found in a way that deserves trust),
//! `modifiers`, `subject`, `predicate`, `window`, `place`, `source`,
//! `outcome`, `role`, `modality`, `setting`, `definite`, `quoted`, `kind`,
//! `unit`. One finding is made of a document and a head; where one claim
//! contradicts several, it is the primary place. Where more than sixteen claims
//! agree in their keys and meet `when`, the text is a record and nothing is
//! said.
//! - `pair: name` binds `left` and `right`, two names with a number (Kiln 13.2,
//!   CVE-2019-1010) that differ in nothing else, left before right; of those
//!   that contradict left the first. With `no_other_fits: true`, `assert` holds
//!   of left and no other such name in the article itself, title and standfirst
//!   left out, and its number does not stand there alone.
//!
//! # From a match to a finding
//!
//! `when` must be certain and `assert` impossible, both in the lenient reading;
//! where only the strict reading is impossible, `strict` says how grave that
//! is. Doubt is silence: where another match of the rule in the sentence holds,
//! and has the same numbers, some of them, more of them, or two in common,
//! there is no finding. Matches of the same numbers give one finding.
//!
//! # Expressions
//!
//! `assert`, `when` and the holes of messages are one language, see
//! [`expression`]. A name under `let` stands for its expression in all of them,
//! in the notes and places of `labels`, and in other expressions under `let`;
//! it is no capture's name and no function's. It is evaluated where it is used,
//! and nowhere else.

pub(crate) mod agenda;
mod ahead;
pub mod binding;
mod binds;
mod compile;
pub mod error;
pub mod example;
pub mod expression;
pub(crate) mod file;
pub(crate) mod find;
pub(crate) mod ground;
pub(crate) mod held;
pub mod language;
mod like;
mod load;
pub(crate) mod matcher;
mod name;
mod pattern;
pub(crate) mod program;
pub(crate) mod record;
pub(crate) mod scalar;
pub mod schema;
pub(crate) mod search;
pub mod shelf;
mod sign;
pub mod sort;
pub(crate) mod speech;
pub mod suggest;
pub mod template;
pub mod value;
pub mod words;
mod workshop;

pub use error::{Fault, RuleError};
pub use example::{Example, check_examples};
pub use shelf::{PhraseSummary, RuleText, Shelf};

use crate::finding::Severity;
use find::Find;
use scalar::Sheet;
use speech::{Late, Speech, Verdict};

/// A check, ready to run. It belongs to the [`Shelf`] that loaded it.
#[derive(Debug)]
pub struct Rule {
    /// Its id: a kebab-case statement of the fault.
    pub id: String,
    /// What it finds, in one line.
    pub summary: String,
    /// How grave a finding is.
    pub severity: Severity,
    /// How grave it is when only the strict reading fails; `None` where that
    /// is no finding.
    pub strict: Option<Severity>,
    /// The profiles it belongs to.
    pub profiles: Vec<Profile>,
    /// Its page for readers.
    pub why: Option<String>,
    /// What it cannot know.
    pub limits: Option<String>,
    /// Texts in which it must find something.
    pub flags: Vec<Example>,
    /// Texts in which it must find nothing.
    pub accepts: Vec<Example>,
    /// Texts in which it finds something, and should not: known faults.
    pub noisy: Vec<Example>,
    /// Texts in which it finds nothing, and should: known faults.
    pub missing: Vec<Example>,
    pub(crate) find: Find,
    pub(crate) verdict: Late<Verdict>,
    pub(crate) speech: Late<Speech>,
    pub(crate) sheet: Sheet,
}

impl Rule {
    /// The name of the file it stands in.
    pub fn file(&self) -> &str {
        self.sheet.name()
    }

    /// The text of the file it stands in.
    pub fn yaml(&self) -> &str {
        self.sheet.text()
    }
}

/// A set of rules for one kind of text. Later ones are wider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// What is quiet on real text: the default.
    Recommended,
    /// Also relative and year-less dates, and house style.
    Newsroom,
    /// Also reported statistics.
    Science,
    /// Everything.
    Strict,
}

impl Profile {
    /// Every profile, with its name.
    pub const NAMED: [(&'static str, Profile); 4] = [
        ("recommended", Profile::Recommended),
        ("newsroom", Profile::Newsroom),
        ("science", Profile::Science),
        ("strict", Profile::Strict),
    ];

    /// The profile of that name.
    pub fn named(name: &str) -> Option<Profile> {
        Profile::NAMED
            .iter()
            .find(|(n, _)| *n == name)
            .map(|&(_, profile)| profile)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        let named = Profile::NAMED.iter().find(|&&(_, p)| p == self);
        named.map_or("", |&(name, _)| name)
    }

    /// Whether a rule of these profiles runs under this one: `strict` runs
    /// every rule, the others their own and the recommended ones.
    pub fn runs(self, profiles: &[Profile]) -> bool {
        self == Profile::Strict
            || profiles.contains(&self)
            || profiles.contains(&Profile::Recommended)
    }
}
