//! The lexicon holds every word that a grammar or a rule knows, so that a
//! token's word is recognised once, by one look-up.
//!
//! Words are compared without regard to case. What a word may mean to the
//! grammars is its [`Senses`]; what set of words a rule's author put it in is
//! a *word class*, which may also hold expressions of several words
//! (`per cent`, `more than`).

mod form;
mod senses;
mod table;

use std::collections::HashMap;
use std::iter;

use serde::{Deserialize, Serialize};

use crate::number::{Hedge, Holiday};

use table::WordTable;

pub use form::{nation, singular, stem};
pub use senses::{Class, DayPart, Lead, Reference, Scale, Senses, TimeUnit, TimeWord};

/// A word of the lexicon.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct WordId(pub u32);

impl WordId {
    /// Any word that is not in the lexicon, and what is no word.
    pub const UNKNOWN: WordId = WordId(0);
}

/// A word class of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClassId(pub u32);

/// The words of an expression that hedges, and what it does.
type HedgeWords = (Box<[WordId]>, Hedge);

/// The words of a holiday's name behind its first, and when it falls.
type HolidayWords = (Box<[WordId]>, Holiday);

/// All known words and word classes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lexicon {
    words: WordTable,
    /// By word: where its senses stand. Most words have none, and share them.
    senses_of: Vec<u16>,
    senses: Vec<Senses>,
    /// A bit for each word at which a grammar may have to look further.
    openers: Vec<u64>,
    classes: Vec<WordClass>,
    /// The classes in the order of their names.
    by_name: Vec<ClassId>,
    /// Expressions that hedge, by their last word, longest first.
    hedges: Vec<(WordId, Vec<HedgeWords>)>,
    /// Expressions that hedge the number before them.
    hedges_behind: Vec<HedgeWords>,
    /// Holidays, by the first word of their names, longest first.
    holidays: Vec<(WordId, Vec<HolidayWords>)>,
}

/// The entries of a word class.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct WordClass {
    name: Box<str>,
    /// A bit for each word of the lexicon: single words of the class.
    singles: Vec<u64>,
    /// The same of words with which an entry of one or more words begins.
    openers: Vec<u64>,
    /// Entries of two or more words, longest first.
    expressions: Vec<Box<[WordId]>>,
}

impl Lexicon {
    /// No words at all.
    pub fn empty() -> Lexicon {
        Lexicon {
            words: WordTable::new(),
            senses_of: vec![0],
            senses: vec![Senses::default()],
            openers: Vec::new(),
            classes: Vec::new(),
            by_name: Vec::new(),
            hedges: Vec::new(),
            hedges_behind: Vec::new(),
            holidays: Vec::new(),
        }
    }

    /// The word's id; [`WordId::UNKNOWN`] for a word that is not here. Case
    /// does not count, and a typographic apostrophe is a plain one.
    pub fn lookup(&self, word: &str) -> WordId {
        let found = if word.is_ascii() {
            self.words.find(word.as_bytes())
        } else {
            self.words.find(fold(word).as_bytes())
        };
        found.unwrap_or_default()
    }

    /// The same for a word of ASCII letters.
    pub(crate) fn lookup_ascii(&self, letters: &[u8]) -> WordId {
        self.words.find(letters).unwrap_or_default()
    }

    /// The word's id, made if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        if let Some(id) = self.words.find(folded.as_bytes()) {
            return id;
        }
        self.senses_of.push(0);
        self.words.add(&folded)
    }

    /// The word as the lexicon has it: folded.
    pub fn word(&self, id: WordId) -> &str {
        self.words.letters(id)
    }

    /// What the word may mean to the grammars.
    pub fn senses(&self, id: WordId) -> &Senses {
        &self.senses[usize::from(self.senses_of[id.0 as usize])]
    }

    /// Whether a mention may begin with the word, or with the one before it because
    /// this one follows.
    #[inline]
    pub(crate) fn opens_mention(&self, id: WordId) -> bool {
        is_set(&self.openers, id)
    }

    /// Settles the senses once all are known: words of like senses share them, so
    /// that they are few, and those that open mentions are noted.
    pub fn settle(&mut self) {
        let mut shared: Vec<Senses> = Vec::new();
        let mut places: HashMap<Senses, u16> = HashMap::new();
        for (word, place) in (0..).zip(&mut self.senses_of) {
            let senses = self.senses[usize::from(*place)];
            let opens = senses.begins_mention()
                || senses.begins_holiday
                || senses.time.is_some()
                || senses.is(Class::Article);
            if opens {
                set(&mut self.openers, WordId(word));
            }
            *place = *places.entry(senses).or_insert_with(|| {
                shared.push(senses);
                shared.len() as u16 - 1
            });
        }
        self.senses = shared;
    }

    /// The word class of that name, made empty if it is new.
    pub fn intern_class(&mut self, name: &str) -> ClassId {
        let place = match self.class_place(name) {
            Ok(place) => return self.by_name[place],
            Err(place) => place,
        };
        let id = ClassId(self.classes.len() as u32);
        self.classes.push(WordClass {
            name: name.into(),
            ..WordClass::default()
        });
        self.by_name.insert(place, id);
        id
    }

    /// The word class of that name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        let place = self.class_place(name).ok()?;
        Some(self.by_name[place])
    }

    fn class_place(&self, name: &str) -> Result<usize, usize> {
        let name_of = |&id: &ClassId| self.class_name(id);
        self.by_name.binary_search_by_key(&name, name_of)
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
                set(&mut class.singles, word);
                set(&mut class.openers, word);
            }
            [first, ..] => {
                set(&mut class.openers, first);
                class.expressions.push(words);
                class
                    .expressions
                    .sort_by_key(|e| std::cmp::Reverse(e.len()));
            }
        }
    }

    /// Whether the word by itself is in the class.
    pub fn is_in(&self, word: WordId, class: ClassId) -> bool {
        is_set(&self.classes[class.0 as usize].singles, word)
    }

    /// Whether an entry of the class, of one or more words, begins with the
    /// word.
    pub(crate) fn opens(&self, word: WordId, class: ClassId) -> bool {
        is_set(&self.classes[class.0 as usize].openers, word)
    }

    /// The class's entries of several words, longest first.
    pub fn expressions(&self, class: ClassId) -> &[Box<[WordId]>] {
        &self.classes[class.0 as usize].expressions
    }

    /// Puts all entries of one class into another.
    pub fn take_in(&mut self, into: ClassId, from: ClassId) {
        let WordClass {
            singles,
            openers,
            expressions,
            ..
        } = self.classes[from.0 as usize].clone();
        let class = &mut self.classes[into.0 as usize];
        add(&mut class.singles, &singles);
        add(&mut class.openers, &openers);
        class.expressions.extend(expressions);
        class
            .expressions
            .sort_by_key(|e| std::cmp::Reverse(e.len()));
    }

    /// The single words of a class.
    pub fn singles(&self, class: ClassId) -> impl Iterator<Item = WordId> {
        let bits = &self.classes[class.0 as usize].singles;
        bits.iter().zip(0..).flat_map(|(&bits, place)| {
            let more = |bits: u64| Some(bits).filter(|&bits| bits != 0);
            let bits = iter::successors(more(bits), move |bits| more(bits & (bits - 1)));
            bits.map(move |bits| WordId(place * 64 + bits.trailing_zeros()))
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
        self.words.count()
    }

    /// The expressions that hedge and end with that word, longest first.
    pub(crate) fn hedges_ending(&self, word: WordId) -> &[HedgeWords] {
        match self.hedges.binary_search_by_key(&word, |&(last, _)| last) {
            Ok(place) => &self.hedges[place].1,
            Err(_) => &[],
        }
    }

    /// The expressions that hedge the number before them.
    pub(crate) fn hedges_behind(&self) -> &[HedgeWords] {
        &self.hedges_behind
    }

    /// Notes what an expression does to the number before it.
    pub fn put_hedge_behind(&mut self, expression: &str, hedge: Hedge) {
        let words = expression
            .split_whitespace()
            .map(|w| self.intern(w))
            .collect();
        self.hedges_behind.push((words, hedge));
    }

    /// The holidays whose names begin with that word, longest first.
    pub(crate) fn holidays_beginning(&self, word: WordId) -> &[HolidayWords] {
        match self
            .holidays
            .binary_search_by_key(&word, |&(first, _)| first)
        {
            Ok(place) => &self.holidays[place].1,
            Err(_) => &[],
        }
    }

    /// Notes when the holiday of a name falls.
    pub fn put_holiday(&mut self, name: &str, holiday: Holiday) {
        // As tokens are cut: the apostrophe stands by itself, and is no word.
        let words: Vec<WordId> = name
            .split([' ', '\'', '-', '.'])
            .filter(|word| !word.is_empty())
            .map(|word| self.intern(word))
            .collect();
        let Some((&first, rest)) = words.split_first() else {
            return;
        };
        self.senses_of_mut(first).begins_holiday = true;
        let beginning = entry(&mut self.holidays, first);
        beginning.push((rest.into(), holiday));
        beginning.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }

    /// Notes what an expression does to the number behind it.
    pub fn put_hedge(&mut self, expression: &str, hedge: Hedge) {
        let words: Box<[WordId]> = expression
            .split_whitespace()
            .map(|w| self.intern(w))
            .collect();
        let Some(&last) = words.last() else { return };
        self.senses_of_mut(last).ends_hedge = true;
        let ending = entry(&mut self.hedges, last);
        ending.push((words, hedge));
        ending.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }

    /// The senses of a word, to be added to before they are settled.
    pub fn senses_mut(&mut self, word: &str) -> &mut Senses {
        let id = self.intern(word);
        self.senses_of_mut(id)
    }

    fn senses_of_mut(&mut self, id: WordId) -> &mut Senses {
        let place = &mut self.senses_of[id.0 as usize];
        if *place == 0 {
            // Only the grammars' own words have senses: a few thousand.
            *place = self.senses.len() as u16;
            self.senses.push(Senses::default());
        }
        &mut self.senses[usize::from(*place)]
    }
}

/// What a sorted list holds of a word, made empty if it is new.
fn entry<T: Default>(list: &mut Vec<(WordId, T)>, word: WordId) -> &mut T {
    let place = match list.binary_search_by_key(&word, |&(known, _)| known) {
        Ok(place) => place,
        Err(place) => {
            list.insert(place, (word, T::default()));
            place
        }
    };
    &mut list[place].1
}

/// Sets the bit of a word.
fn set(bits: &mut Vec<u64>, word: WordId) {
    let place = word.0 as usize / 64;
    if bits.len() <= place {
        bits.resize(place + 1, 0);
    }
    bits[place] |= 1 << (word.0 % 64);
}

fn is_set(bits: &[u64], word: WordId) -> bool {
    let bits = bits.get(word.0 as usize / 64);
    bits.is_some_and(|bits| bits >> (word.0 % 64) & 1 == 1)
}

/// Sets all bits that are set in others.
fn add(bits: &mut Vec<u64>, others: &[u64]) {
    if bits.len() < others.len() {
        bits.resize(others.len(), 0);
    }
    for (bits, more) in bits.iter_mut().zip(others) {
        *bits |= more;
    }
}

/// A word without regard to case: lower case, plain apostrophes.
pub fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}
