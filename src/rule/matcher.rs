//! The matcher walks a program's steps over the tokens of a sentence.
//!
//! Where a step can go two ways it keeps the second one for later and comes
//! back to it when the first fails. How often it may come back is bounded, so
//! that no pattern, however written, takes long over any text; a match that is
//! not found in that many steps is no match.

mod passing;

use super::ground::Ground;
use super::like;
use super::program::{Finder, Glance, Like, NO_SLOT, Program, Slot, Step, Stops};
use super::sort::SortSet;
use crate::document::TokenKind;
use crate::lexicon::{ClassId, WordId};

/// How many steps one start may take.
pub(crate) const MOST_STEPS: u32 = 2_000;

/// What a slot is bound to while matching.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum SlotValue {
    #[default]
    Unbound,
    Mention(usize),
    /// Tokens `[start, end)`.
    Words(usize, usize),
    /// Places in the matcher's row of members, `[start, end)`.
    Members(usize, usize),
}

/// Where a match ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct End {
    /// The token after its last one.
    pub(crate) token: usize,
    /// The sentence of its last token.
    pub(crate) sentence: usize,
}

/// A member of a coordination.
#[derive(Clone, Copy, Debug)]
struct Member {
    mention: usize,
    /// The token after its number.
    end: usize,
}

/// Another way to go on.
#[derive(Clone, Copy)]
struct Choice {
    resume: Resume,
    step: usize,
    token: usize,
    sentence: usize,
    trail: usize,
    members: usize,
}

/// What a gap may pass over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// `..`: words of the clause.
    Clause,
    /// `...`: anything but numbers.
    Wide,
    /// `@np`: words of one noun phrase.
    Noun,
}

#[derive(Clone, Copy)]
enum Resume {
    /// With this step.
    Step,
    /// With a gap that takes one token more.
    Gap { words: u8, tokens: u8, reach: Reach },
    /// With a coordination of this many members.
    Members {
        slot: Slot,
        start: usize,
        count: usize,
    },
}

/// What is reused from one trial to the next, so that a trial that fails
/// takes no memory.
#[derive(Default)]
pub(crate) struct Matcher {
    slots: Vec<SlotValue>,
    trail: Vec<(Slot, SlotValue)>,
    choices: Vec<Choice>,
    members: Vec<Member>,
    /// How many trials were given up for their length.
    pub(crate) given_up: usize,
}

/// Where the matcher stands.
#[derive(Clone, Copy)]
struct Place {
    step: usize,
    token: usize,
    sentence: usize,
}

impl Matcher {
    /// Forgets what is bound and makes room for a finder's names.
    pub(crate) fn clear(&mut self, slots: usize) {
        self.slots.clear();
        self.slots.resize(slots, SlotValue::Unbound);
        self.members.clear();
    }

    pub(crate) fn slot(&self, slot: usize) -> SlotValue {
        self.slots[slot]
    }

    /// The mentions of a coordination.
    pub(crate) fn members(&self, start: usize, end: usize) -> impl Iterator<Item = usize> {
        self.members[start..end].iter().map(|member| member.mention)
    }

    /// Tries a program from one token on. Slots keep what the match binds; when
    /// there is none, they are as before.
    pub(crate) fn run(
        &mut self,
        ground: &Ground<'_>,
        stops: Stops,
        finder: &Finder,
        program: &Program,
        start: usize,
        sentence: usize,
    ) -> Option<End> {
        self.trail.clear();
        self.choices.clear();
        let mut trial = Trial {
            matcher: self,
            ground,
            stops,
            finder,
            steps: &program.steps,
            ahead: &program.ahead,
            seen: ((usize::MAX, sentence), None),
        };
        let mut place = Place {
            step: 0,
            token: start,
            sentence,
        };
        for _ in 0..MOST_STEPS {
            if let Step::Done = program.steps[place.step] {
                return Some(End {
                    token: place.token,
                    sentence: place.sentence,
                });
            }
            let next = trial.step(place);
            match next.or_else(|| trial.go_back()) {
                Some(next) => place = next,
                None => return None,
            }
        }
        trial.undo(0);
        self.given_up += 1;
        None
    }
}

/// One trial of a program.
struct Trial<'t, 'a> {
    matcher: &'t mut Matcher,
    ground: &'t Ground<'a>,
    stops: Stops,
    finder: &'t Finder,
    steps: &'t [Step],
    ahead: &'t [u32],
    /// The token and sentence looked at last, and what can be seen there: the ways
    /// of a choice all look at the same place.
    seen: ((usize, usize), Option<Glance>),
}

impl Trial<'_, '_> {
    /// Takes a step; `None` where it does not match.
    fn step(&mut self, place: Place) -> Option<Place> {
        let step = &self.steps[place.step];
        let next = |token: usize| Place {
            step: place.step + 1,
            token,
            ..place
        };
        match step {
            Step::Done => None,
            Step::Jump(to) => Some(Place { step: *to, ..place }),
            Step::Either(_) => self.either(place),
            Step::Mark(kinds) => {
                let at = if kinds.hold_quotes() {
                    place.token
                } else {
                    self.past_quotes(place)
                };
                let kind = self.kind(at, place)?;
                kinds.holds(kind).then(|| next(at + 1))
            }
            Step::Word(word) => {
                let at = self.past_quotes(place);
                (self.word(at, place)? == *word).then(|| next(at + 1))
            }
            Step::Digits(digits) => {
                let at = self.past_quotes(place);
                let same = self.kind(at, place)? == TokenKind::Digits
                    && self.ground.article.document.text(at) == &**digits;
                same.then(|| next(at + 1))
            }
            Step::Class(class) => {
                let at = self.past_quotes(place);
                self.class(*class, at, place).map(next)
            }
            Step::AnyWord => {
                let at = self.past_quotes(place);
                (self.kind(at, place)? == TokenKind::Word).then(|| next(at + 1))
            }
            Step::NumberWord => {
                let at = self.past_quotes(place);
                let word = self.word(at, place)?;
                self.names_number(word).then(|| next(at + 1))
            }
            Step::ProperName => {
                let at = self.past_quotes(place);
                self.proper_name(at, place).map(next)
            }
            Step::Mention(sorts, slot) => {
                let mention = self.mention(*sorts, place)?;
                self.bind(*slot, SlotValue::Mention(mention))
                    .then(|| next(self.ground.mention(mention).tokens.end))
            }
            Step::Members(sorts, slot) => self.coordination(*sorts, *slot, place),
            Step::Bound(slot) => self.bound(*slot, place).map(next),
            Step::Begin(slot) => {
                let at = self.past_quotes(place);
                self.bind(*slot, SlotValue::Words(at, at));
                Some(next(at))
            }
            Step::End(slot) => {
                if *slot != NO_SLOT
                    && let SlotValue::Words(start, _) = self.matcher.slots[usize::from(*slot)]
                {
                    self.bind(*slot, SlotValue::Words(start, place.token));
                }
                Some(next(place.token))
            }
            Step::Gap | Step::WideGap | Step::NounGap => {
                let reach = match step {
                    Step::WideGap => Reach::Wide,
                    Step::NounGap => Reach::Noun,
                    _ => Reach::Clause,
                };
                let after = next(place.token);
                if !self.can_match(after) {
                    return self.widen(0, 0, reach, after);
                }
                let resume = Resume::Gap {
                    words: 0,
                    tokens: 0,
                    reach,
                };
                self.keep(resume, after);
                Some(after)
            }
            Step::NextSentence => {
                let sentence = place.sentence + 1;
                let sentences = &self.ground.article.document.sentences;
                let first = sentences.get(sentence)?.tokens.start;
                Some(Place {
                    step: place.step + 1,
                    token: first,
                    sentence,
                })
            }
        }
    }

    /// Whether the steps from here on can match, for all that can be told at a
    /// glance: most ways of a choice end at their first word, and few of the
    /// places that a gap reaches are where it ends.
    fn can_match(&mut self, place: Place) -> bool {
        let first = &self.finder.firsts[self.ahead[place.step] as usize];
        first.any || self.look(place).is_some_and(|glance| first.admits(&glance))
    }

    /// The first of the ways of a choice that can match; the others are kept. The ways
    /// stand one behind the other, each but the last with the place of the next.
    fn either(&mut self, place: Place) -> Option<Place> {
        let glance = self.look(place);
        let (steps, ahead) = (self.steps, self.ahead);
        let firsts = &self.finder.firsts;
        let admits = |step: usize| {
            let first = &firsts[ahead[step] as usize];
            first.any || glance.is_some_and(|glance| first.admits(&glance))
        };
        let mut step = place.step;
        while let Step::Either(other) = steps[step] {
            if admits(step + 1) {
                self.keep(
                    Resume::Step,
                    Place {
                        step: other,
                        ..place
                    },
                );
                return Some(Place {
                    step: step + 1,
                    ..place
                });
            }
            step = other;
        }
        admits(step).then_some(Place { step, ..place })
    }

    /// What can be seen at a place, which the step before may have looked at.
    #[inline]
    fn look(&mut self, place: Place) -> Option<Glance> {
        let at = (place.token, place.sentence);
        if self.seen.0 != at {
            self.seen = (at, self.glance(place));
        }
        self.seen.1
    }

    /// What the next token looks like; `None` at the sentence's end.
    fn glance(&self, place: Place) -> Option<Glance> {
        let at = self.past_quotes(place);
        let is_inside = at < self.ground.end_of(place.sentence);
        is_inside.then(|| self.ground.glance(at, place.sentence))
    }

    /// Keeps another way for later.
    fn keep(&mut self, resume: Resume, place: Place) {
        self.matcher.choices.push(Choice {
            resume,
            step: place.step,
            token: place.token,
            sentence: place.sentence,
            trail: self.matcher.trail.len(),
            members: self.matcher.members.len(),
        });
    }

    /// Goes back to the way kept last; `None` where there is none left.
    fn go_back(&mut self) -> Option<Place> {
        while let Some(choice) = self.matcher.choices.pop() {
            self.undo(choice.trail);
            self.matcher.members.truncate(choice.members);
            let place = Place {
                step: choice.step,
                token: choice.token,
                sentence: choice.sentence,
            };
            let next = match choice.resume {
                Resume::Step => Some(place),
                Resume::Gap {
                    words,
                    tokens,
                    reach,
                } => self.widen(words, tokens, reach, place),
                Resume::Members { slot, start, count } => {
                    self.keep_members(slot, start, count, place)
                }
            };
            if next.is_some() {
                return next;
            }
        }
        self.undo(0);
        None
    }

    fn undo(&mut self, length: usize) {
        while self.matcher.trail.len() > length {
            if let Some((slot, old)) = self.matcher.trail.pop() {
                self.matcher.slots[usize::from(slot)] = old;
            }
        }
    }

    /// Binds a slot; `false` where it is not like what it must be like.
    fn bind(&mut self, slot: Slot, value: SlotValue) -> bool {
        if slot == NO_SLOT {
            return true;
        }
        let old = std::mem::replace(&mut self.matcher.slots[usize::from(slot)], value);
        self.matcher.trail.push((slot, old));
        let likes = self.finder.likes.iter();
        likes
            .filter(|like| like.slot == slot || like.of == slot)
            .all(|like| self.is_alike(like))
    }

    fn is_alike(&self, like: &Like) -> bool {
        let first = |slot: Slot| match self.matcher.slots[usize::from(slot)] {
            SlotValue::Mention(id) => Some(id),
            SlotValue::Members(start, _) => Some(self.matcher.members[start].mention),
            _ => None,
        };
        match (first(like.slot), first(like.of)) {
            (Some(id), Some(of)) => {
                self.ground.sorts(id).meets(like.or) || like::are_alike(self.ground.article, id, of)
            }
            _ => true,
        }
    }

    fn kind(&self, token: usize, place: Place) -> Option<TokenKind> {
        let inside = token < self.ground.end_of(place.sentence);
        inside.then(|| self.ground.article.document.tokens[token].kind)
    }

    fn word(&self, token: usize, place: Place) -> Option<WordId> {
        let inside = token < self.ground.end_of(place.sentence);
        let word = inside.then(|| self.ground.article.document.tokens[token].word)?;
        (word != WordId::UNKNOWN).then_some(word)
    }

    fn past_quotes(&self, place: Place) -> usize {
        let mut token = place.token;
        while matches!(
            self.kind(token, place),
            Some(TokenKind::OpenQuote | TokenKind::CloseQuote)
        ) {
            token += 1;
        }
        token
    }

    /// The token after a word or expression of the class; the longest one.
    fn class(&self, class: ClassId, at: usize, place: Place) -> Option<usize> {
        let first = self.word(at, place)?;
        if !self.ground.lexicon.opens(first, class) {
            return None;
        }
        let expressions = self.ground.lexicon.expressions(class).iter();
        let longest = expressions
            .filter(|words| words[0] == first)
            .find_map(|words| self.expression(words, at, place));
        longest.or_else(|| self.ground.lexicon.is_in(first, class).then_some(at + 1))
    }

    /// The token after the words, which marks may join: `that's`, `a.m.`,
    /// `year-on-year`.
    fn expression(&self, words: &[WordId], at: usize, place: Place) -> Option<usize> {
        let mut token = at;
        for (i, &word) in words.iter().enumerate() {
            if i > 0 && self.is_joint(token, place) {
                token += 1;
            }
            if self.word(token, place)? != word {
                return None;
            }
            token += 1;
        }
        Some(token)
    }

    /// Whether the token is a mark inside a word or between its parts.
    fn is_joint(&self, token: usize, place: Place) -> bool {
        let mark = matches!(
            self.kind(token, place),
            Some(
                TokenKind::Apostrophe
                    | TokenKind::Hyphen
                    | TokenKind::EnDash
                    | TokenKind::Period
                    | TokenKind::Ampersand
            )
        );
        let tokens = &self.ground.article.document.tokens;
        mark && tokens[token].is_glued()
            && self.kind(token + 1, place).is_some()
            && tokens[token + 1].is_glued()
    }

    fn names_number(&self, word: WordId) -> bool {
        let senses = self.ground.lexicon.senses(word);
        senses.cardinal.is_some()
            || senses.scale.is_some()
            || senses.ordinal.is_some()
            || senses.fraction.is_some()
            || senses.multiple.is_some()
    }

    fn proper_name(&self, at: usize, place: Place) -> Option<usize> {
        let tokens = &self.ground.article.document.tokens;
        let capital = |token: usize| {
            self.kind(token, place) == Some(TokenKind::Word)
                && tokens[token].is_capitalised()
                && self.ground.covering(token, place.sentence).is_none()
        };
        if !capital(at) {
            return None;
        }
        let mut end = at + 1;
        loop {
            if capital(end) {
                end += 1;
            } else if self.is_joint(end, place) && capital(end + 1) {
                end += 2;
            } else {
                return Some(end);
            }
        }
    }

    fn mention(&self, sorts: SortSet, place: Place) -> Option<usize> {
        let at = self.past_quotes(place);
        let inside = at < self.ground.end_of(place.sentence);
        inside.then(|| self.ground.beginning_at(at, place.sentence, sorts))?
    }

    /// The token after what the slot is bound to, when it stands here.
    fn bound(&self, slot: Slot, place: Place) -> Option<usize> {
        let at = self.past_quotes(place);
        let value = self.matcher.slots.get(usize::from(slot))?;
        let begins = |id: usize| {
            let mention = self.ground.mention(id);
            (mention.tokens.start == at || mention.lead == at).then_some(mention.tokens.end)
        };
        match *value {
            SlotValue::Unbound => None,
            SlotValue::Mention(id) => begins(id),
            SlotValue::Words(start, end) => (start == at).then_some(end),
            SlotValue::Members(start, end) => {
                let mut members = self.matcher.members[start..end].iter();
                members.find_map(|member| begins(member.mention))
            }
        }
    }
}
