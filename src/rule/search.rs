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
    /// Places of the excluders by which some rules refuse it, ascending.
    pub(crate) refused: Vec<usize>,
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
    /// before it. A match inside an earlier one is left out, unless a rule
    /// refuses that one alone.
    pub(crate) fn program_matches(
        &mut self,
        finder: &Finder,
        excluders: &[(usize, &Finder)],
        program: &Program,
        sentence: usize,
        held: &Held,
        matches: &mut Vec<Match>,
    ) {
        let own = matches.len();
        // Those of an excluder are the finder's and perhaps more.
        let slots = excluders.iter().map(|(_, excluder)| excluder.slots.len());
        let slots = slots.fold(finder.slots.len(), usize::max);
        let mut trial = |start: usize, search: &mut Self| {
            search.matcher.clear(slots);
            let Some(end) = search.run(finder, program, start, sentence) else {
                return;
            };
            let mut found = search.found(finder, start, end);
            let inside = |found: &Match| {
                let mut earlier = matches[own..].iter();
                earlier.any(|earlier| earlier.holds(found))
            };
            if inside(&found) || search.is_excluded(finder, &found, sentence, end, held.needs) {
                return;
            }
            for &(place, excluder) in excluders {
                if search.is_excluded(excluder, &found, sentence, end, held.needs) {
                    found.refused.push(place);
                }
            }
            if !inside(&found) {
                matches.push(found);
            }
        };
        let starts = self.starts(program, sentence);
        if program.first.is_of_mentions() {
            let places = held.beginnings.iter();
            for &start in places.take_while(|&&start| starts.contains(&start)) {
                let sorts = program.first.sorts;
                if self.ground.beginning_at(start, sentence, sorts).is_some() {
                    trial(start, self);
                }
            }
            return;
        }
        for start in starts {
            if self.can_start(program, start, sentence) {
                trial(start, self);
            }
        }
    }

    /// The tokens of a sentence behind which as many mentions follow as the
    /// program needs.
    fn starts(&self, program: &Program, sentence: usize) -> Range<usize> {
        let tokens = self.ground.article.document.sentences[sentence]
            .tokens
            .clone();
        let mentions = self.ground.mentions_in(sentence);
        let needed = usize::from(program.needs.mentions);
        match mentions.end.checked_sub(needed) {
            Some(first) if needed > 0 && first >= mentions.start => {
                tokens.start..self.ground.mention(first).tokens.start + 1
            }
            _ if needed == 0 => tokens,
            _ => tokens.start..tokens.start,
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
        first.any && !quote || self.ground.admits(first, token, sentence)
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
            refused: Vec::new(),
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
        let mut tokens = self.starts(program, sentence);
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
    /// Whether another match says nothing that this one does not, to any rule.
    fn holds(&self, other: &Match) -> bool {
        let mut refused = self.refused.iter();
        if !refused.all(|place| other.refused.contains(place)) {
            return false;
        }
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
