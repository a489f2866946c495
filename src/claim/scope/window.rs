//! A window is the stretch of time in which something is counted.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use crate::claim::key::{self, Key};
use crate::claim::prose::{Prose, is_time};
use crate::claim::{MentionId, Term};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::timex::DateForm;
use crate::mention::{Figure, Kind, Mention, Numeral, Timex, Value};

const INSIDE: &[&str] = &[
    "across",
    "during",
    "for",
    "in",
    "inside",
    "of",
    "on",
    "over",
    "throughout",
    "within",
];
const RECENT: &[&str] = &["last", "past", "preceding", "previous"];
const SERIAL: &[&str] = &["final", "first", "next", "opening"];
const BACK: &[&str] = &["same", "that", "these", "those"];

/// The windows of a document: which of its expressions of time are one.
pub(crate) struct Windows {
    /// For each mention, the window it states, with the words before it that
    /// make it one.
    stated: Vec<Option<Stated>>,
}

#[derive(Clone, Copy)]
struct Stated {
    term: Term,
    /// The first of the words that state it, as a token.
    start: usize,
}

/// What the words before an expression of time make of it.
struct Lead {
    start: usize,
    /// It is counted in: in, over, during, the past …
    inside: bool,
    /// It points back: those two days.
    back: bool,
    /// The word that tells which: first, next; or since, until, by.
    which: Option<usize>,
}

impl Windows {
    /// Reads the windows of a document, in text order.
    pub(crate) fn read(prose: Prose) -> Windows {
        let mut stated = Vec::with_capacity(prose.mentions.len());
        let mut last: Option<Term> = None;
        for mention in prose.mentions {
            let found = is_time(mention.kind)
                .then(|| state(prose, mention, last))
                .flatten();
            last = found.map(|s| s.term).or(last);
            stated.push(found);
        }
        Windows { stated }
    }

    /// The window of a mention: those stated in its clause taken together, or
    /// else the one that the sentence opens with.
    pub(crate) fn of(&self, prose: Prose, id: MentionId, clause: &Range<usize>) -> Option<Term> {
        let mut found: Vec<Term> = prose
            .mentions_in(clause)
            .filter(|&other| other != id)
            .filter_map(|other| self.stated.get(other).copied().flatten())
            .map(|s| s.term)
            .collect();
        found.extend(
            clause
                .clone()
                .filter_map(|t| self.unmentioned(prose, id, t)),
        );
        found.sort_by_key(|t| (t.key, t.span));
        found.dedup_by_key(|t| t.key);
        match found.as_slice() {
            [] => self.fronted(prose, id),
            [one] => Some(*one),
            [first, ..] => {
                let mut keys = found.iter().map(|t| t.key).collect();
                Some(Term {
                    key: key::set(&mut keys)?,
                    span: first.span,
                })
            }
        }
    }

    /// The window that opens the mention's sentence: “In May, …”.
    fn fronted(&self, prose: Prose, id: MentionId) -> Option<Term> {
        let sentence = prose.sentence(prose.mentions.get(id)?);
        let quote = prose.kind(sentence.start) == Some(TokenKind::OpenQuote);
        let start = sentence.start + usize::from(quote);
        let opening = start..sentence.end.min(start + 6);
        prose
            .mentions_in(&opening)
            .filter(|&other| other != id)
            .filter_map(|other| self.stated.get(other).copied().flatten())
            .find(|s| s.start == start)
            .map(|s| s.term)
    }

    /// A window that is no mention: `overnight`, `a day`, `this season`, `in
    /// the same period`.
    fn unmentioned(&self, prose: Prose, id: MentionId, token: usize) -> Option<Term> {
        let covered = |t: usize| prose.mention_at(t).filter(|&m| m != id).is_some();
        let span = |last: usize| prose.span(token..last + 1);
        if prose.says(token, &["overnight"]) {
            return Some(Term {
                key: key::of("overnight"),
                span: span(token),
            });
        }
        let noun = token + 1;
        if !prose.is(noun, Class::TimeNoun)
            || !prose.is_word(token)
            || covered(token)
            || covered(noun)
        {
            return None;
        }
        if prose.says(token, &["a", "an", "each", "every", "per"]) {
            let before = token.wrapping_sub(1);
            let rate = prose.says(token, &["per"]) || !prose.is(before, Class::Preposition);
            return rate.then(|| Term {
                key: worded("each", prose, noun),
                span: span(noun),
            });
        }
        if prose.says(token, BACK) {
            return self.before(prose, token);
        }
        prose
            .says(
                token,
                &["first", "last", "next", "past", "previous", "this"],
            )
            .then(|| Term {
                key: worded(&prose.text(token).to_ascii_lowercase(), prose, noun),
                span: span(noun),
            })
    }

    /// The last window stated before a token.
    fn before(&self, prose: Prose, token: usize) -> Option<Term> {
        let before = prose.mentions.partition_point(|m| m.tokens.end <= token);
        let windows = self.stated.get(..before)?;
        windows.iter().rev().find_map(|s| s.map(|s| s.term))
    }
}

/// The key of a word and a noun of time.
fn worded(word: &str, prose: Prose, noun: usize) -> u64 {
    let mut key = Key::new(word);
    key.write_u64(key::noun(prose.text(noun)));
    key.finish()
}

/// The window that an expression of time states, if it is one.
fn state(prose: Prose, mention: &Mention, last: Option<Term>) -> Option<Stated> {
    let lead = read_lead(prose, mention);
    let span = prose.span(lead.start..mention.tokens.end);
    if lead.back {
        let key = last?.key;
        return Some(Stated {
            term: Term { key, span },
            start: lead.start,
        });
    }
    let key = match &mention.value {
        Value::Quantity { .. } if mention.kind == Kind::Duration => {
            let distant = prose.says(
                mention.tokens.end,
                &["after", "ago", "before", "earlier", "later", "old"],
            );
            if !lead.inside || distant {
                return None;
            }
            duration(prose, mention, lead.which)
        }
        Value::Time(timex) if mention.kind == Kind::Date && timex.form != DateForm::Loose => {
            if is_time_of_saying(prose, mention, &lead) || is_name(prose, mention, timex, &lead) {
                return None;
            }
            date(prose, mention, timex, lead.which)
        }
        _ => return None,
    };
    Some(Stated {
        term: Term { key, span },
        start: lead.start,
    })
}

/// `(in|over|…)? (the)? (those|same|last|first|…)?` before an expression of
/// time.
fn read_lead(prose: Prose, mention: &Mention) -> Lead {
    let mut lead = Lead {
        start: mention.lead,
        inside: false,
        back: false,
        which: None,
    };
    let floor = prose.sentence(mention).start;
    for _ in 0..4 {
        let Some(token) = lead.start.checked_sub(1).filter(|&t| t >= floor) else {
            break;
        };
        if prose.says(token, RECENT) {
            lead.inside = true;
        } else if prose.says(token, SERIAL) || prose.is(token, Class::PeriodPart) {
            lead.inside = true;
            lead.which = Some(token);
        } else if prose.says(token, BACK) {
            lead.back = true;
        } else if prose.says(token, INSIDE) {
            lead.inside |= !prose.says(token, &["of"]);
            lead.start = token;
            break;
        } else if prose.says(token, &["after", "before", "by", "from", "since", "until"]) {
            lead.which = Some(token);
            lead.start = token;
            break;
        } else if !prose.is(token, Class::Article) {
            break;
        }
        lead.start = token;
    }
    let own = mention.tokens.start;
    lead.back |= prose.says(own, &["these", "those"]);
    lead.inside |= prose.says(own, RECENT);
    lead
}

/// Whether the date stands beside the verb of saying: “said Monday”, “on
/// Monday said”.
fn is_time_of_saying(prose: Prose, mention: &Mention, lead: &Lead) -> bool {
    prose.is(lead.start.wrapping_sub(1), Class::SayVerb)
        || prose.is(mention.tokens.end, Class::SayVerb)
}

/// Whether a bare year or month is part of a name: “the 2001 census”.
fn is_name(prose: Prose, mention: &Mention, timex: &Timex, lead: &Lead) -> bool {
    use crate::mention::timex::DateForm as F;
    let bare = !lead.inside && lead.which.is_none();
    bare && !matches!(timex.form, F::Weekday | F::Relative | F::Full | F::Range)
        && (prose.is_content(mention.tokens.end) || lead.start < mention.lead)
}

/// Equal for “in two days” and “over the last 2 days”; not for “the first two
/// days”.
fn duration(prose: Prose, mention: &Mention, which: Option<usize>) -> u64 {
    let mut key = Key::new("duration");
    if let Value::Quantity { figure, unit } = &mention.value {
        // In seconds, so that 48 hours are two days.
        let seconds = |n: Numeral| unit.factor().and_then(|factor| n.value.times(factor));
        match figure {
            Figure::One(numeral) => seconds(*numeral).hash(&mut key),
            Figure::Range(ends) => (seconds(ends.0), seconds(ends.1)).hash(&mut key),
            Figure::Vague(_) | Figure::Malformed => {
                for token in mention.tokens.clone() {
                    key.write_u64(key::noun(prose.text(token)));
                }
            }
        }
    }
    qualify(prose, &mut key, which);
    key.finish()
}

/// Equal for dates of the same days; for dates that cannot be told, of the
/// same words.
fn date(prose: Prose, mention: &Mention, timex: &Timex, which: Option<usize>) -> u64 {
    let mut key = Key::new("date");
    match &timex.days {
        Some(days) => {
            for day in [days.first, days.last] {
                (day.year(), day.month(), day.day()).hash(&mut key);
            }
        }
        None if is_telling(timex) => {
            (timex.year, timex.month, timex.day, timex.weekday).hash(&mut key);
            timex.period.hash(&mut key);
            key.write(timex.value().unwrap_or_default().as_bytes());
        }
        // `last month` without an anchor date is known by its words alone.
        None => {
            for token in mention.tokens.clone() {
                key.write_u64(key::noun(prose.text(token)));
            }
        }
    }
    qualify(prose, &mut key, which);
    key.finish()
}

/// Whether a date says by itself which day, month or year it is.
fn is_telling(timex: &Timex) -> bool {
    use crate::mention::timex::DateForm as F;
    !matches!(timex.form, F::Relative)
        && (timex.year.is_some() || timex.month.is_some() || timex.weekday.is_some())
}

fn qualify(prose: Prose, key: &mut Key, which: Option<usize>) {
    if let Some(word) = which {
        key.write(prose.text(word).to_ascii_lowercase().as_bytes());
    }
}
