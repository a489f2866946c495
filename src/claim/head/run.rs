//! A run is the row of adjectives and nouns after a number, up to what cannot
//! belong to its noun phrase.

use crate::claim::prose::Prose;
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};

/// How many words a run holds at most.
const LENGTH: usize = 8;

/// The run of words from a token on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// Its first plural noun; the last one of a compound (“sports clubs”).
    pub(super) plural: Option<usize>,
    /// Its last word, plural or not.
    pub(super) last: Option<usize>,
    /// Just past its last token.
    pub(super) end: usize,
}

impl Run {
    /// Reads the run that begins at `start` and ends before `end`.
    pub(super) fn read(prose: Prose, mention: &Mention, start: usize, end: usize) -> Run {
        let title = prose.is_headline(mention);
        let mut run = Run {
            end: start,
            ..Run::default()
        };
        let mut words = 0;
        let mut token = start;
        while token < end && words < LENGTH {
            let Some(next) = run.step(prose, title, token) else {
                break;
            };
            if prose.is_word(token) {
                words += 1;
            }
            token = next;
        }
        run
    }

    /// Takes one token in; the place of the next, or `None` at the run's end.
    fn step(&mut self, prose: Prose, title: bool, token: usize) -> Option<usize> {
        use TokenKind as K;
        if let Some(crossed) = prose.mention_at(token).map(|m| &prose.mentions[m]) {
            let adjective = matches!(
                crossed.kind,
                Kind::Age | Kind::Duration | Kind::Measure | Kind::Ordinal
            );
            let hyphened = prose.kind(crossed.tokens.end) == Some(K::Hyphen)
                && prose.is_glued(crossed.tokens.end);
            let crossable =
                self.plural.is_none() && (adjective || hyphened) && crossed.lead == token;
            return crossable.then_some(crossed.tokens.end);
        }
        match prose.kind(token)? {
            K::Word => self.word(prose, title, token),
            K::Hyphen | K::EnDash | K::Slash if prose.is_glued(token) => {
                if !prose.is_glued(token + 1) {
                    return None;
                }
                self.plural = None;
                Some(token + 1)
            }
            K::OpenQuote | K::CloseQuote if self.plural.is_none() => Some(token + 1),
            K::Apostrophe if prose.is_glued(token) && self.plural.is_some() => {
                // A possessive: “three people’s homes”.
                self.plural = None;
                Some(past_possessive(prose, token))
            }
            K::Apostrophe if prose.is_glued(token + 1) || self.plural.is_none() => {
                Some(past_possessive(prose, token))
            }
            K::Period if is_abbreviated(prose, token) => Some(token + 1),
            // Digits that are no mention are part of a name: “70 Boeing 737s”.
            K::Digits if self.plural.is_none() && is_model(prose, token) => {
                // “Airbus A320s” are of Airbus.
                let letter = usize::from(prose.is_glued(token));
                let noun = token - 1 - letter;
                if prose.is_word(noun) && prose.mention_at(noun).is_none() {
                    self.plural = Some(noun);
                    self.last = Some(noun);
                    self.end = token + 2;
                }
                None
            }
            K::Opaque | K::Digits if self.plural.is_none() => Some(token + 1),
            _ => None,
        }
    }

    fn word(&mut self, prose: Prose, title: bool, token: usize) -> Option<usize> {
        let is_plural = is_plural(prose, title, token);
        if let Some(plural) = self.plural {
            if !(is_plural && plural + 1 == token) {
                return None;
            }
        } else if ends_run(prose, token, is_plural) {
            return self.crosses_and(prose, token).then_some(token + 1);
        }
        if is_plural {
            self.plural = Some(token);
        }
        self.last = Some(token);
        self.end = token + 1;
        Some(token + 1)
    }

    /// Whether the token is the `and` between two adjectives: “30 different
    /// and unique types”, but not “12 dead and soldiers hurt”.
    fn crosses_and(&self, prose: Prose, token: usize) -> bool {
        let Some(last) = self.last else {
            return false;
        };
        prose.says(token, &["and"])
            && last + 1 == token
            && !prose.is_any(last, &OUTCOMES)
            && prose.is_content(token + 1)
            && prose.mention_at(token + 1).is_none()
            && !prose.ends(token + 1, "ing")
            && !prose.is_any(token + 1, &[Class::KnownVerb, Class::SayVerb])
    }
}

/// Whether digits with a plural’s `s` end a name: “70 Boeing 737s”.
fn is_model(prose: Prose, digits: usize) -> bool {
    prose.is_glued(digits + 1) && prose.says(digits + 1, &["s"]) && prose.is_word(digits - 1)
}

const OUTCOMES: [Class; 5] = [
    Class::DeadWord,
    Class::InjuredWord,
    Class::MissingWord,
    Class::HeldWord,
    Class::RescuedWord,
];

fn past_possessive(prose: Prose, apostrophe: usize) -> usize {
    let s = apostrophe + 1;
    if prose.is_glued(s) && prose.says(s, &["s"]) {
        s + 1
    } else {
        s
    }
}

/// Whether the full stop belongs to an abbreviation: “20 U.S. soldiers”.
fn is_abbreviated(prose: Prose, period: usize) -> bool {
    let word = period.wrapping_sub(1);
    prose.is_glued(period)
        && (prose.text(word).len() == 1 && prose.is_capitalised(word)
            || prose.is(word, Class::Abbreviation))
}

/// Whether the noun phrase cannot hold this word.
fn ends_run(prose: Prose, token: usize, is_plural: bool) -> bool {
    let compound = prose.kind(token + 1) == Some(TokenKind::Hyphen) && prose.is_glued(token + 1);
    let inner =
        prose.kind(token.wrapping_sub(1)) == Some(TokenKind::Hyphen) && prose.is_glued(token);
    if compound || inner || is_letter(prose, token) {
        return false;
    }
    let verb = [Class::KnownVerb, Class::ChangeVerb, Class::SayVerb];
    if prose.is_any(token, &verb) && !prose.says(token, &["contract"]) {
        // After a number other than one, “states” and “hits” are nouns.
        return !is_plural && !is_participle(prose, token) && !is_adjective(prose, token);
    }
    prose.is_any(
        token,
        &[
            Class::Article,
            Class::Auxiliary,
            Class::ClauseWord,
            Class::Conjunction,
            Class::Determiner,
            Class::Negation,
            Class::Preposition,
        ],
    ) || prose.is(token, Class::Pronoun) && !prose.is_upper(token)
        || prose.says(
            token,
            &[
                "ago",
                "ahead",
                "alone",
                "already",
                "also",
                "away",
                "compared",
                "later",
                "now",
                "only",
                "still",
                "times",
                "today",
                "too",
                "yesterday",
            ],
        )
}

/// Whether a word that is a verb elsewhere stands between a number that is itself
/// governed and a plural: “had 12 hit singles”, “earned three set points”, “of two UK
/// hit songs”. After “all 12”, or where the sentence begins, it is a verb.
fn is_adjective(prose: Prose, token: usize) -> bool {
    let mut first = token;
    while prose.is_capitalised(first - 1) && prose.mention_at(first - 1).is_none() {
        first -= 1;
    }
    let Some(number) = first.checked_sub(1).and_then(|t| prose.mention_at(t)) else {
        return false;
    };
    let mention = &prose.mentions[number];
    let before = mention.lead.wrapping_sub(1);
    let opens = [
        Class::Article,
        Class::ClauseWord,
        Class::Conjunction,
        Class::Determiner,
        Class::Pronoun,
    ];
    mention.lead > prose.sentence(mention).start
        && prose.is_word(before)
        && !prose.is_any(before, &opens)
        && mention.tokens.end == first
        && prose.is_word(token + 1)
        && prose.mention_at(token + 1).is_none()
        && is_plural(prose, false, token + 1)
        && !prose.is_any(token + 2, &[Class::Article, Class::Determiner])
}

/// Whether an `A` is part of a name and no article: Serie A, A320.
fn is_letter(prose: Prose, token: usize) -> bool {
    let glued = prose.is_glued(token + 1) && prose.kind(token + 1) == Some(TokenKind::Digits);
    let named = prose.is_capitalised(token.wrapping_sub(1));
    prose.text(token) == "A" && (glued || named)
}

/// Whether a verb may also be an adjective here: “20 injured men”.
fn is_participle(prose: Prose, token: usize) -> bool {
    prose.ends(token, "ed") || prose.ends(token, "ing") || prose.ends(token, "en")
}

/// Whether the word is a plural noun, by the lists or its suffix.
pub(super) fn is_plural(prose: Prose, title: bool, token: usize) -> bool {
    if prose.is(token, Class::PluralNoun) {
        return true;
    }
    if prose.is_any(token, &[Class::NoPlural, Class::Auxiliary]) || prose.is_upper(token) {
        return false;
    }
    let text = prose.text(token).as_bytes();
    let suffix = match text {
        [.., before, b's'] if text.len() > 2 => !matches!(before, b's' | b'u' | b'i' | b'\''),
        _ => false,
    };
    // The first of two names is no plural: “six United States senators”.
    let name = !title && prose.is_capitalised(token) && prose.is_capitalised(token + 1);
    suffix && !name
}

/// The first token of a noun phrase after its articles and determiners.
pub(super) fn starts_run(prose: Prose, token: usize) -> usize {
    let mut start = token;
    while prose.mention_at(start).is_none()
        && prose.is_any(start, &[Class::Article, Class::Determiner])
        && start < token + 2
    {
        start += 1;
    }
    start
}
