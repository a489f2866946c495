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
//! when: whole > 0                     # must be certain for the rule to apply
//! assert: part / whole == share       # a finding only when this is impossible
//! message: "{part} of {whole} is {part / whole : percent}, but the text says {share}"
//! help: "..."                         # optional, holes as in message
//! labels:                             # capture: note. The first one is primary
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
//! names sets of words.
//!
//! ```yaml
//! phrase: change
//! summary: Something moved from one value to another
//! captures: {from: quantity, to: like from, by: percent, verb: word}
//! text: ["{verb:@rise|@fall} from {from} .. to {to}", ...]
//! unless: ["@rank {from}"]
//! ```
//!
//! ```yaml
//! words:
//!   rise: {verbs: [rise, climb, jump]}         # all regular and listed irregular forms match
//!   strike-target: {nouns: [target, site]}     # singular and plural match
//!   connective: ["that's", or, which is]       # exactly as written
//!   move: {classes: [rise, fall], words: [up]} # built from other classes
//! ```
//!
//! # Patterns
//!
//! ```text
//! pattern  = sequence { '|' sequence }
//! sequence = { element }
//! element  = primary [ '?' | '*' | '+' ]
//! primary  = word | mark | "'" marks "'" | '@' name | capture | '(' pattern ')' | gap | '>>'
//! capture  = '{' name [ ':' sort { '|' sort } ] '}'
//! sort     = type | 'like' name | '@' name | word
//! gap      = '..' | '...'
//! mark     = ',' | ';' | ':' | '-' | '%' | '/' | '=' | '<' | '>' (or any of them quoted)
//! ```
//!
//! - A word matches itself without regard to case. `-` matches a hyphen or
//!   dash, `'('` any opening bracket, `')'` any closing one, `'"'` any
//!   quotation mark. Quotation marks in the text are passed over otherwise.
//! - `@name` is a word class or a phrase. A nested phrase's captures bind
//!   nothing unless the pattern itself captures it.
//! - `{x:count}` binds a mention of a type (see [`Sort`](pattern)); the hedge
//!   before it belongs to it and is never written in the pattern. `{x}` in a
//!   rule takes the type the phrase's `captures` give. `{x: like y}` has the
//!   dimension of `y`, and takes its unit and scale when it is bare ("77m
//!   euros, up from 38m"). `{x:@rise|up}` binds a word.
//! - `{x:count}+` binds one or more mentions in a coordination: each followed
//!   by up to six words, separated by a comma, semicolon, `and` or `or`.
//! - `..` is a gap of up to six words: no number, no bracket, no conjunction,
//!   no verb of change, and never past the end of the clause. `...` is one of
//!   up to twelve tokens without a number, within the sentence.
//! - `>>` goes on at the beginning of the next sentence of the same block or
//!   of the first sentence of the next block.
//!
//! Capture types: `number` (anything that has a value), `quantity` (count,
//! money, measure, percent, points, duration, age, fraction …), `count`,
//! `percent`, `points`, `fraction`, `ratio`, `multiple`, `money`, `measure`,
//! `duration`, `age`, `ordinal`, `range`, `score`, `statistic`, `date` (any
//! timex but a clock time), `day` (a date down to the day), `year`, `month`,
//! `weekday`, `clock`; `word` (any word), `name` (a run of capitalised words),
//! `number-word`.
//!
//! `unless` patterns are matched anywhere in the sentence(s) of the match; a
//! capture in them without a sort stands for the mention already bound under
//! that name. When one matches and shares a token with the match, the match is
//! dropped. A capture-free pattern need only stand in the same sentence.
//!
//! # What else `find` binds
//!
//! - `each: date | quantity | claim | list | table-column | table-row |
//!   sentence | document` binds the thing under that name (`column`, `row`
//!   for the tables).
//! - `pair: claim` binds `left` and `right`, two claims of one document, left
//!   before right in the text unless classes tell them apart:
//!
//! ```yaml
//! find:
//!   pair: claim
//!   left: {head: "@strike-target"}     # optional conditions on each side
//!   right: {head: "@strike-mission"}
//!   same: [window, source]             # both known and equal
//!   not_differ: [subject, place]       # not (both known and different)
//!   unique: left                       # the only claim of that head before it
//!   no_other_fits: true                # no claim of the document with this unit overlaps
//! ```
//!
//! # Expressions
//!
//! `assert`, `when` and the holes of messages are one language, see
//! [`expression`].

pub mod binding;
pub mod expression;
pub mod pattern;
pub mod sort;
pub mod suggest;
pub mod template;
pub mod value;
