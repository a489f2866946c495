//! What a pattern passes over: the words of a gap, and the words between the
//! members of a coordination.

use super::super::program::Slot;
use super::super::sort::SortSet;
use super::{Member, Place, Reach, Resume, SlotValue, Trial};
use crate::document::TokenKind;

/// How many words a `..` may pass over.
const GAP_WORDS: u8 = 6;
/// How many tokens a `...` may pass over; also the most tokens of a `..`.
const GAP_TOKENS: u8 = 12;
/// How many words `@np` passes over at most.
const NOUN_WORDS: u8 = 4;
/// How many members a coordination may have.
const MOST_MEMBERS: usize = 40;

impl Trial<'_, '_> {
    /// Lets a gap take one token more, or as many as it must for what follows it
    /// to match at a glance.
    pub(super) fn widen(
        &mut self,
        words: u8,
        tokens: u8,
        reach: Reach,
        place: Place,
    ) -> Option<Place> {
        let most = if reach == Reach::Noun {
            NOUN_WORDS
        } else {
            GAP_WORDS
        };
        let (mut words, mut tokens, mut place) = (words, tokens, place);
        loop {
            let (token, counts) = match reach {
                Reach::Wide => (self.past_any(place)?, false),
                Reach::Clause => self.past_word(place)?,
                Reach::Noun => self.past_noun(place)?,
            };
            words += u8::from(counts);
            tokens += 1;
            if words > most || tokens > GAP_TOKENS {
                return None;
            }
            place = Place { token, ..place };
            if self.can_match(place) {
                break;
            }
        }
        let resume = Resume::Gap {
            words,
            tokens,
            reach,
        };
        self.keep(resume, place);
        Some(place)
    }

    /// The token after one that `...` passes over.
    fn past_any(&self, place: Place) -> Option<usize> {
        let kind = self.kind(place.token, place)?;
        let number =
            self.ground.is_number(place.token, place.sentence) || kind == TokenKind::Digits;
        match self.ground.covering(place.token, place.sentence) {
            _ if number && self.ground.is_number(place.token, place.sentence) => None,
            Some(date) => Some(self.ground.mention(date).tokens.end),
            None if number => None,
            None => Some(place.token + 1),
        }
    }

    /// The token after one that `@np` passes over: what `..` does, without
    /// commas, prepositions and dates.
    fn past_noun(&self, place: Place) -> Option<(usize, bool)> {
        let at = place.token;
        let stops = match self.kind(at, place)? {
            TokenKind::Comma => true,
            TokenKind::Word => {
                let word = self.ground.article.document.tokens[at].word;
                self.ground.lexicon.is_in(word, self.stops.preposition)
            }
            _ => false,
        };
        if stops || self.ground.covering(at, place.sentence).is_some() {
            return None;
        }
        self.past_word(place)
    }

    /// The token after one that `..` passes over, and whether it counts as a
    /// word. A date is passed over as one word; numbers, brackets,
    /// conjunctions and the clause's end are not.
    fn past_word(&self, place: Place) -> Option<(usize, bool)> {
        let at = place.token;
        let kind = self.kind(at, place)?;
        if self.ground.is_number(at, place.sentence) {
            return None;
        }
        if let Some(date) = self.ground.covering(at, place.sentence) {
            return Some((self.ground.mention(date).tokens.end, true));
        }
        let lexicon = self.ground.lexicon;
        let tokens = &self.ground.article.document.tokens;
        match kind {
            TokenKind::Word => {
                let word = tokens[at].word;
                let stops = lexicon.is_in(word, self.stops.conjunction)
                    || lexicon.is_in(word, self.stops.change_verb);
                (!stops).then_some((at + 1, true))
            }
            TokenKind::Comma => {
                let stops = self
                    .word(at + 1, place)
                    .is_some_and(|word| lexicon.is_in(word, self.stops.after_comma));
                (!stops).then_some((at + 1, false))
            }
            TokenKind::OpenQuote
            | TokenKind::CloseQuote
            | TokenKind::Apostrophe
            | TokenKind::Opaque
            | TokenKind::Ampersand => Some((at + 1, false)),
            TokenKind::Hyphen | TokenKind::Slash | TokenKind::Period
                if self.is_joint(at, place) =>
            {
                Some((at + 1, false))
            }
            _ => None,
        }
    }

    /// Reads a coordination, and goes on behind as many members as it has.
    pub(super) fn coordination(
        &mut self,
        sorts: SortSet,
        slot: Slot,
        place: Place,
    ) -> Option<Place> {
        let first = self.mention(sorts, place)?;
        let start = self.matcher.members.len();
        let mut member = first;
        loop {
            let end = self.ground.mention(member).tokens.end;
            self.matcher.members.push(Member {
                mention: member,
                end,
            });
            let full = self.matcher.members.len() - start >= MOST_MEMBERS;
            match self.next_member(
                sorts,
                Place {
                    token: end,
                    ..place
                },
            ) {
                Some(next) if !full => member = next,
                _ => break,
            }
        }
        let count = self.matcher.members.len() - start;
        self.keep_members(slot, start, count, place)
    }

    /// Binds the first members, goes on behind the last of them and keeps one
    /// fewer, and the words behind it, for later.
    pub(super) fn keep_members(
        &mut self,
        slot: Slot,
        start: usize,
        count: usize,
        place: Place,
    ) -> Option<Place> {
        if count > 1 {
            let fewer = Resume::Members {
                slot,
                start,
                count: count - 1,
            };
            self.keep(fewer, place);
        }
        if !self.bind(slot, SlotValue::Members(start, start + count)) {
            return None;
        }
        let after = Place {
            step: place.step + 1,
            token: self.matcher.members[start + count - 1].end,
            ..place
        };
        let gap = Resume::Gap {
            words: 0,
            tokens: 0,
            reach: Reach::Clause,
        };
        self.keep(gap, after);
        Some(after)
    }

    /// The member that follows: up to six words, a comma, semicolon, `and` or
    /// `or`, and a mention.
    fn next_member(&self, sorts: SortSet, place: Place) -> Option<usize> {
        let mut here = place;
        for _ in 0..GAP_TOKENS {
            if let Some(after) = self.past_separator(here) {
                return self.mention(
                    sorts,
                    Place {
                        token: after,
                        ..here
                    },
                );
            }
            here.token = self.past_word(here)?.0;
        }
        None
    }

    /// The token after `, and`, `;`, `or` and the like.
    fn past_separator(&self, place: Place) -> Option<usize> {
        let coordinator = |token: usize| {
            let text = || self.ground.article.document.text(token);
            self.kind(token, place) == Some(TokenKind::Word)
                && (text().eq_ignore_ascii_case("and") || text().eq_ignore_ascii_case("or"))
        };
        let at = place.token;
        match self.kind(at, place)? {
            TokenKind::Comma | TokenKind::Semicolon => {
                Some(at + 1 + usize::from(coordinator(at + 1)))
            }
            _ => coordinator(at).then_some(at + 1),
        }
    }
}
