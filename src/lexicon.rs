//! The lexicon holds every word that a grammar or a rule knows, so that a
//! token's word is recognised once, by one look-up.
//!
//! Words are compared without regard to case. What a word may mean to the
//! grammars is its [`Senses`]; what set of words a rule's author put it in is
//! a *word class*, which may also hold expressions of several words
//! (`per cent`, `more than`).

mod hash;
mod load;
mod senses;

use std::collections::HashMap;

use crate::number::{Hedge, Holiday};

use hash::WordHash;

pub use senses::{Class, DayPart, Reference, Scale, Senses, TimeUnit, TimeWord};

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// Any word that is not in the lexicon, and what is no word.
    pub const UNKNOWN: WordId = WordId(0);
}

/// A word class of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassId(pub u32);

/// The words of an expression that hedges, and what it does.
type HedgeWords = (Box<[WordId]>, Hedge);

/// The words of a holiday's name behind its first, and when it falls.
type HolidayWords = (Box<[WordId]>, Holiday);

/// The longest word that is folded where it stands; of longer ones a copy is made.
const LONGEST: usize = 32;

/// All known words and word classes.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Folded words.
    ids: HashMap<Box<[u8]>, WordId, WordHash>,
    words: Vec<Box<str>>,
    senses: Vec<Senses>,
    classes: Vec<WordClass>,
    class_ids: HashMap<Box<str>, ClassId>,
    /// Expressions that hedge, by their last word, longest first.
    hedges: HashMap<WordId, Vec<HedgeWords>, WordHash>,
    /// Expressions that hedge the number before them.
    hedges_behind: Vec<HedgeWords>,
    /// Holidays, by the first word of their names, longest first.
    holidays: HashMap<WordId, Vec<HolidayWords>, WordHash>,
}

/// The entries of a word class.
#[derive(Clone, Debug, Default)]
struct WordClass {
    name: Box<str>,
    /// A bit for each word of the lexicon: single words of the class.
    singles: Vec<u64>,
    /// Entries of two or more words, longest first.
    expressions: Vec<Box<[WordId]>>,
}

impl Lexicon {
    /// The words that the grammars know, and the word classes built on them.
    pub fn of_grammar() -> Lexicon {
        let mut lexicon = Lexicon::empty();
        load::fill(&mut lexicon);
        lexicon
    }

    fn empty() -> Lexicon {
        Lexicon {
            ids: HashMap::default(),
            words: vec!["".into()],
            senses: vec![Senses::default()],
            classes: Vec::new(),
            class_ids: HashMap::new(),
            hedges: HashMap::default(),
            hedges_behind: Vec::new(),
            holidays: HashMap::default(),
        }
    }

    /// The word's id; [`WordId::UNKNOWN`] for a word that is not here. Case
    /// does not count, and a typographic apostrophe is a plain one.
    pub fn lookup(&self, word: &str) -> WordId {
        let mut letters = [0; LONGEST];
        let found = match letters.get_mut(..word.len()) {
            Some(folded) if word.is_ascii() => {
                folded.copy_from_slice(word.as_bytes());
                folded.make_ascii_lowercase();
                self.ids.get(&*folded)
            }
            _ => self.ids.get(fold(word).as_bytes()),
        };
        found.copied().unwrap_or_default()
    }

    /// The word's id, made if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word.as_bytes()) {
            return id;
        }
        let folded = fold(word);
        if let Some(&id) = self.ids.get(folded.as_bytes()) {
            return id;
        }
        let id = WordId(self.words.len() as u32);
        self.words.push(folded.as_str().into());
        self.senses.push(Senses::default());
        self.ids.insert(folded.into_bytes().into(), id);
        id
    }

    /// The word as the lexicon has it: folded.
    pub fn word(&self, id: WordId) -> &str {
        &self.words[id.0 as usize]
    }

    /// What the word may mean to the grammars.
    pub fn senses(&self, id: WordId) -> &Senses {
        &self.senses[id.0 as usize]
    }

    /// The word class of that name, made empty if it is new.
    pub fn intern_class(&mut self, name: &str) -> ClassId {
        if let Some(&id) = self.class_ids.get(name) {
            return id;
        }
        let id = ClassId(self.classes.len() as u32);
        self.classes.push(WordClass {
            name: name.into(),
            ..WordClass::default()
        });
        self.class_ids.insert(name.into(), id);
        id
    }

    /// The word class of that name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.class_ids.get(name).copied()
    }

    /// The class's name.
    pub fn class_name(&self, class: ClassId) -> &str {
        &self.classes[class.0 as usize].name
    }

    /// All class names.
    pub fn class_names(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().map(|c| &*c.name)
    }

    /// Puts an entry of one or more words, separated by blanks, in a class.
    pub fn put(&mut self, class: ClassId, entry: &str) {
        let words: Box<[WordId]> = entry.split_whitespace().map(|w| self.intern(w)).collect();
        let class = &mut self.classes[class.0 as usize];
        match *words {
            [] => {}
            [word] => {
                let place = word.0 as usize / 64;
                if class.singles.len() <= place {
                    class.singles.resize(place + 1, 0);
                }
                class.singles[place] |= 1 << (word.0 % 64);
            }
            _ => {
                class.expressions.push(words);
                class
                    .expressions
                    .sort_by_key(|e| std::cmp::Reverse(e.len()));
            }
        }
    }

    /// Whether the word by itself is in the class.
    pub fn is_in(&self, word: WordId, class: ClassId) -> bool {
        let bits = self.classes[class.0 as usize]
            .singles
            .get(word.0 as usize / 64);
        bits.is_some_and(|bits| bits >> (word.0 % 64) & 1 == 1)
    }

    /// The class's entries of several words, longest first.
    pub fn expressions(&self, class: ClassId) -> &[Box<[WordId]>] {
        &self.classes[class.0 as usize].expressions
    }

    /// Puts all entries of one class into another.
    pub fn take_in(&mut self, into: ClassId, from: ClassId) {
        let WordClass {
            singles,
            expressions,
            ..
        } = self.classes[from.0 as usize].clone();
        let class = &mut self.classes[into.0 as usize];
        if class.singles.len() < singles.len() {
            class.singles.resize(singles.len(), 0);
        }
        for (bits, more) in class.singles.iter_mut().zip(singles) {
            *bits |= more;
        }
        class.expressions.extend(expressions);
        class
            .expressions
            .sort_by_key(|e| std::cmp::Reverse(e.len()));
    }

    /// The single words of a class.
    pub fn singles(&self, class: ClassId) -> impl Iterator<Item = WordId> {
        let bits = &self.classes[class.0 as usize].singles;
        bits.iter().enumerate().flat_map(|(place, &bits)| {
            (0..64)
                .filter(move |bit| bits >> bit & 1 == 1)
                .map(move |bit| WordId(place as u32 * 64 + bit))
        })
    }

    /// How many entries a class has.
    pub(crate) fn class_size(&self, class: ClassId) -> u32 {
        let class = &self.classes[class.0 as usize];
        let singles: u32 = class.singles.iter().map(|bits| bits.count_ones()).sum();
        singles + class.expressions.len() as u32
    }

    /// How many words there are, [`WordId::UNKNOWN`] included.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// The expressions that hedge and end with that word, longest first.
    pub(crate) fn hedges_ending(&self, word: WordId) -> &[HedgeWords] {
        self.hedges.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The expressions that hedge the number before them.
    pub(crate) fn hedges_behind(&self) -> &[HedgeWords] {
        &self.hedges_behind
    }

    fn put_hedge_behind(&mut self, expression: &str, hedge: Hedge) {
        let words = expression
            .split_whitespace()
            .map(|w| self.intern(w))
            .collect();
        self.hedges_behind.push((words, hedge));
    }

    /// The holidays whose names begin with that word, longest first.
    pub(crate) fn holidays_beginning(&self, word: WordId) -> &[HolidayWords] {
        self.holidays.get(&word).map_or(&[], Vec::as_slice)
    }

    fn put_holiday(&mut self, name: &str, holiday: Holiday) {
        // As tokens are cut: the apostrophe stands by itself, and is no word.
        let words: Vec<WordId> = name
            .split([' ', '\'', '.'])
            .filter(|word| !word.is_empty())
            .map(|word| self.intern(word))
            .collect();
        let Some((&first, rest)) = words.split_first() else {
            return;
        };
        self.senses[first.0 as usize].begins_holiday = true;
        let beginning = self.holidays.entry(first).or_default();
        beginning.push((rest.into(), holiday));
        beginning.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }

    fn put_hedge(&mut self, expression: &str, hedge: Hedge) {
        let words: Box<[WordId]> = expression
            .split_whitespace()
            .map(|w| self.intern(w))
            .collect();
        let Some(&last) = words.last() else { return };
        self.senses[last.0 as usize].ends_hedge = true;
        let ending = self.hedges.entry(last).or_default();
        ending.push((words, hedge));
        ending.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }

    fn senses_mut(&mut self, word: &str) -> &mut Senses {
        let id = self.intern(word);
        &mut self.senses[id.0 as usize]
    }
}

/// A word without regard to case: lower case, plain apostrophes.
pub fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

/// The singular of a noun, by suffix and a list of irregular ones. Input and
/// output are folded.
pub fn singular(noun: &str) -> String {
    load::singular(noun)
}

/// The stem that the forms of a verb share: `kill` for killed, kills, killing.
/// It need not be a word. Input and output are folded.
pub fn stem(verb: &str) -> String {
    load::stem(verb)
}

/// The country that a folded word names or belongs to: `russia` for Russian.
pub fn nation(word: &str) -> Option<&'static str> {
    load::nation(word)
}
