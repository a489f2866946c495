//! A voice is somebody who says things: a person, a body. It is known by the
//! words of its name whatever their order, so that “the Ministry of Defense”
//! and “the Defence Ministry” are one; whose ministry it is counts only where
//! it is told. A shorter name (“the ministry”, “Mr Rahman”) is the last voice
//! whose name holds it.

use std::collections::HashMap;
use std::ops::Range;

use crate::claim::prose::Prose;
use crate::claim::{Term, key};
use crate::document::TokenKind;
use crate::lexicon::{Class, fold, nation};

/// Who is named at an attribution.
#[derive(Clone, Debug)]
pub(super) enum Speaker {
    /// Somebody with a name.
    Named(Name),
    /// He, she, it, they, or “the statement”: the last one.
    Same,
    /// Officials, witnesses, a report: nobody who could be met again.
    Unknown,
}

/// The words of a voice’s name, as keys.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Sorted, each once; never empty.
    words: Vec<u64>,
    /// The country it belongs to, where that is told beside other words.
    nation: Option<u64>,
    tokens: Range<usize>,
}

impl Speaker {
    /// The speaker that a noun phrase names. It steps from a statement or a
    /// spokesman to whom they speak for.
    pub(super) fn of(prose: Prose, phrase: Range<usize>) -> Speaker {
        if prose.says(phrase.start, &["her", "his", "my", "our", "their"]) {
            return Speaker::Unknown;
        }
        let Some(tokens) = step(prose, phrase.clone()) else {
            let article = prose.says(phrase.start, &["its", "that", "the", "this"]);
            let single = phrase
                .clone()
                .any(|t| prose.says(t, &["report", "statement", "spokesman", "spokeswoman"]));
            return if article && single && phrase.len() <= 3 {
                Speaker::Same
            } else {
                Speaker::Unknown
            };
        };
        Name::read(prose, tokens).map_or(Speaker::Unknown, Speaker::Named)
    }
}

/// The part of a noun phrase that names the voice; `None` when only a
/// statement, figures or officials stand there.
fn step(prose: Prose, phrase: Range<usize>) -> Option<Range<usize>> {
    let Some(noun) = phrase.clone().rev().find(|&t| {
        let inside = prose.is_capitalised(t) && prose.is_capitalised(t + 1);
        prose.is(t, Class::SourceNoun) && !inside
    }) else {
        return Some(before_preposition(prose, phrase));
    };
    if prose.says(noun + 1, &["at", "by", "for", "from", "of"]) && noun + 2 < phrase.end {
        let rest = noun + 2..phrase.end;
        return step(prose, rest);
    }
    // “Defence Ministry spokesman Igor Ivanov”, “the ministry’s statement”
    let before = phrase.start..noun;
    let named = before.clone().any(|t| {
        prose.is(t, Class::Body)
            || prose.is_possessive(t)
            || prose.is_capitalised(t)
                && !prose.is_any(t, &[Class::Article, Class::Determiner])
                && nation(&fold(prose.text(t))).is_none()
    });
    if named {
        return Some(before_preposition(prose, before));
    }
    let after = noun + 1..phrase.end;
    prose
        .is_capitalised(after.start)
        .then(|| before_preposition(prose, after))
}

/// “police in London”, “Mr Smith from the union”: up to the preposition.
fn before_preposition(prose: Prose, phrase: Range<usize>) -> Range<usize> {
    let end = phrase
        .clone()
        .skip(1)
        .find(|&t| prose.says(t, &["at", "by", "for", "from", "in"]))
        .unwrap_or(phrase.end);
    phrase.start..end
}

impl Name {
    fn read(prose: Prose, tokens: Range<usize>) -> Option<Name> {
        let mut words = Vec::new();
        let mut nations = Vec::new();
        for token in tokens.clone() {
            let text = prose.text(token);
            let particle = text.len() < 2
                || text.len() == 2 && !prose.is_upper(token)
                || prose.kind(token) != Some(TokenKind::Word);
            if particle
                || !prose.is_content(token)
                || prose.is_any(token, &[Class::Courtesy, Class::Anonymous])
                || prose.is(token, Class::SourceNoun) && !prose.is_capitalised(token)
            {
                continue;
            }
            match nation(&fold(text)).filter(|_| prose.is_capitalised(token)) {
                Some(country) => nations.push(key::of(country)),
                None => words.push(key::name(text)),
            }
        }
        // “Russia said”: the country itself.
        let nation = if words.is_empty() {
            words.append(&mut nations);
            None
        } else {
            nations.first().copied()
        };
        words.sort_unstable();
        words.dedup();
        (!words.is_empty()).then_some(Name {
            words,
            nation,
            tokens,
        })
    }

    /// Whether this, or a shorter form of it, may name that voice.
    fn may_name(&self, voice: &Voice) -> bool {
        let holds = self
            .words
            .iter()
            .all(|w| voice.words.binary_search(w).is_ok());
        holds && (self.nation.is_none() || voice.nation.is_none() || self.nation == voice.nation)
    }
}

/// The voices of a document so far, in text order.
#[derive(Debug, Default)]
pub(super) struct Voices {
    all: Vec<Voice>,
    /// By word of a name: the voices that have it, in text order.
    by_word: HashMap<u64, Vec<usize>>,
}

#[derive(Debug)]
struct Voice {
    words: Vec<u64>,
    nation: Option<u64>,
    key: u64,
}

impl Voices {
    /// The voice of a name: one heard before, or a new one. `None` when two
    /// countries have one and the name does not tell which.
    pub(super) fn resolve(&mut self, prose: Prose, name: &Name) -> Option<Term> {
        let span = prose.span(name.tokens.clone());
        let mut heard = self
            .with_all(&name.words)
            .iter()
            .rev()
            .copied()
            .filter(|&v| name.may_name(&self.all[v]));
        let Some(latest) = heard.next() else {
            return self.hear(name).map(|key| Term { key, span });
        };
        let doubtful = name.nation.is_none()
            && heard.any(|v| {
                self.all[v].words == self.all[latest].words
                    && self.all[v].nation != self.all[latest].nation
            });
        if doubtful {
            return None;
        }
        let voice = &mut self.all[latest];
        voice.nation = voice.nation.or(name.nation);
        Some(Term {
            key: voice.key,
            span,
        })
    }

    /// The voices among which all must be that have these words.
    fn with_all(&self, words: &[u64]) -> &[usize] {
        let with = |word| self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        let fewest = words.iter().map(with).min_by_key(|voices| voices.len());
        fewest.unwrap_or_default()
    }

    fn hear(&mut self, name: &Name) -> Option<u64> {
        let mut words = name.words.clone();
        words.extend(name.nation);
        let key = key::set(&mut words)?;
        for &word in &name.words {
            self.by_word.entry(word).or_default().push(self.all.len());
        }
        self.all.push(Voice {
            words: name.words.clone(),
            nation: name.nation,
            key,
        });
        Some(key)
    }
}
