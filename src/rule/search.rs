//! A search finds the matches of a finder in one sentence.

use std::ops::Range;

use super::binding::{Bindings, Bound};
use super::ground::Ground;
use super::held::Held;
use super::like;
use super::matcher::{End, Matcher, SlotValue};
use super::program::{Finder, Needs, Program, Stops};
use crate::document::TokenKind;

/// What a finder bound.
#[derive(Clone, Debug)]
pub(crate) struct Match {
    pub(crate) bindings: Bindings,
    /// From its first to its last token, which may stand in a later sentence.
    pub(crate) tokens: Range<usize>,
    /// The mentions bound, in text order.
    pub(crate) mentions: Vec<usize>,
}

/// Searches one article.
pub(crate) struct Search<'a> {
    pub(crate) ground: Ground<'a>,
    pub(crate) stops: Stops,
    pub(crate) matcher: Matcher,
    /// How many trials there were.
    pub(crate) trials: usize,
}

impl Search<'_> {
    /// The matches of one pattern, behind those of the finder's patterns
    /// before it. A match inside an earlier one is left out.
    pub(crate) fn program_matches(
        &mut self,
        finder: &Finder,
        program: &Program,
        sentence: usize,
        held: &Held,
        matches: &mut Vec<Match>,
    ) {
        let own = matches.len();
        let mut trial = |start: usize, search: &mut Self| {
            search.matcher.clear(finder.slots.len());
            let Some(end) = search.run(finder, program, start, sentence) else {
                return;
            };
            let found = search.found(finder, start, end);
            let inside = matches[own..].iter().any(|earlier| earlier.holds(&found));
            if !inside && !search.is_excluded(finder, &found, sentence, end, held.needs) {
                matches.push(found);
            }
        };
        if program.first.is_of_mentions() {
            for &start in &held.beginnings {
                let sorts = program.first.sorts;
                if self.ground.beginning_at(start, sentence, sorts).is_some() {
                    trial(start, self);
                }
            }
            return;
        }
        let tokens = &self.ground.article.document.sentences[sentence].tokens;
        for start in tokens.clone() {
            if self.can_start(program, start, sentence) {
                trial(start, self);
            }
        }
    }

    fn run(
        &mut self,
        finder: &Finder,
        program: &Program,
        start: usize,
        sentence: usize,
    ) -> Option<End> {
        self.trials += 1;
        self.matcher
            .run(&self.ground, self.stops, finder, program, start, sentence)
    }

    fn can_start(&self, program: &Program, token: usize, sentence: usize) -> bool {
        let first = &program.first;
        let kind = self.ground.article.document.tokens[token].kind;
        let quote = matches!(kind, TokenKind::OpenQuote | TokenKind::CloseQuote);
        first.any && !quote || self.ground.is_first(first, token, sentence)
    }

    fn found(&self, finder: &Finder, start: usize, end: End) -> Match {
        let mut bindings = Bindings::default();
        let mut mentions = Vec::new();
        for (i, slot) in finder.slots.iter().enumerate() {
            if slot.name.is_empty() {
                continue;
            }
            match self.matcher.slot(i) {
                SlotValue::Unbound => {}
                SlotValue::Mention(id) => {
                    mentions.push(id);
                    let bound = if slot.repeated {
                        Bound::Mentions(vec![id])
                    } else {
                        self.mention_bound(finder, i, id)
                    };
                    bindings.bind(&slot.name, bound);
                }
                SlotValue::Words(from, to) if from < to => {
                    bindings.bind(&slot.name, Bound::Words(from..to));
                }
                SlotValue::Words(..) => {}
                SlotValue::Members(from, to) => {
                    let members: Vec<usize> = self.matcher.members(from, to).collect();
                    mentions.extend(&members);
                    bindings.bind(&slot.name, Bound::Mentions(members));
                }
            }
        }
        mentions.sort_unstable();
        Match {
            bindings,
            tokens: start..end.token.max(start),
            mentions,
        }
    }

    /// A mention, with the one that it takes its unit and scale from: what it
    /// is like or, as with “from 3 to 5 million”, what is like it.
    fn mention_bound(&self, finder: &Finder, slot: usize, id: usize) -> Bound {
        let article = self.ground.article;
        let alike = finder.likes.iter().filter_map(|like| {
            let excused = |slot: usize| match self.mention_at(slot) {
                Some(id) => self.ground.sorts(id).meets(like.or),
                None => true,
            };
            let (one, other) = (usize::from(like.slot), usize::from(like.of));
            match slot {
                _ if excused(one) => None,
                _ if slot == one => self.mention_at(other),
                _ if slot == other => self.mention_at(one),
                _ => None,
            }
        });
        alike
            .map(|of| like::bound(article, id, of))
            .find(|bound| matches!(bound, Bound::Like(..)))
            .unwrap_or(Bound::Mention(id))
    }

    /// The mention that a slot is bound to; of several the first.
    fn mention_at(&self, slot: usize) -> Option<usize> {
        match self.matcher.slot(slot) {
            SlotValue::Mention(id) => Some(id),
            SlotValue::Members(from, to) => self.matcher.members(from, to).next(),
            _ => None,
        }
    }

    /// Whether the words around a match mean something else.
    fn is_excluded(
        &mut self,
        finder: &Finder,
        found: &Match,
        first: usize,
        end: End,
        held: Needs,
    ) -> bool {
        (first..=end.sentence).any(|sentence| {
            finder.unless.iter().any(|program| {
                let possible = sentence != first || program.needs.are_met(held);
                possible && self.stands_in(finder, program, found, sentence)
            })
        })
    }

    fn stands_in(
        &mut self,
        finder: &Finder,
        program: &Program,
        found: &Match,
        sentence: usize,
    ) -> bool {
        let mut tokens = self.ground.article.document.sentences[sentence]
            .tokens
            .clone();
        if program.captures {
            // It must share a token with the match: none can start behind it.
            tokens.end = tokens.end.min(found.tokens.end);
        }
        tokens.into_iter().any(|start| {
            self.can_start(program, start, sentence)
                && self
                    .run(finder, program, start, sentence)
                    .is_some_and(|end| {
                        let shares = start < found.tokens.end && found.tokens.start < end.token;
                        shares || !program.captures
                    })
        })
    }
}

impl Match {
    /// Whether another match says nothing that this one does not.
    fn holds(&self, other: &Match) -> bool {
        if other.mentions.is_empty() {
            return other.tokens.start < self.tokens.end && self.tokens.start < other.tokens.end;
        }
        other.is_part_of(self)
    }

    /// Whether all its mentions are mentions of the other.
    pub(crate) fn is_part_of(&self, other: &Match) -> bool {
        self.mentions.iter().all(|id| other.mentions.contains(id))
    }

    /// How many mentions both have.
    pub(crate) fn shared_with(&self, other: &Match) -> usize {
        let shared = self
            .mentions
            .iter()
            .filter(|id| other.mentions.contains(id));
        shared.count()
    }
}
