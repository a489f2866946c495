//! Word classes: the sets of words that patterns name with `@`.
//!
//! A class lists words as they stand, nouns (singular and plural match) and
//! verbs (every form matches), and may take in other classes. English makes
//! most forms by rule; the others are in `irregular_verbs.yaml` and
//! `irregular_nouns.yaml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::error::{Fault, RuleError};
use super::file::ClassFile;
use super::scalar::{Entry, Scalar};
use super::suggest::did_you_mean;
use crate::lexicon::Lexicon;

/// How many word classes may lie inside each other.
const MOST_INSIDE: usize = 32;

type Irregular = BTreeMap<String, Vec<String>>;

static VERBS: LazyLock<Irregular> =
    LazyLock::new(|| irregular(include_str!("irregular_verbs.yaml")));
static NOUNS: LazyLock<Irregular> =
    LazyLock::new(|| irregular(include_str!("irregular_nouns.yaml")));

fn irregular(yaml: &str) -> Irregular {
    serde_yaml::from_str(yaml).expect("the embedded list is sound: a test reads it")
}

/// Puts classes into the lexicon, each name once. A class may take in any
/// other, also one of the lexicon's own.
pub(crate) fn fill(
    lexicon: &mut Lexicon,
    classes: &[Entry<ClassFile>],
    errors: &mut Vec<RuleError>,
) {
    for class in classes {
        lexicon.intern_class(&class.name.value);
    }
    let places: HashMap<&str, usize> = classes
        .iter()
        .enumerate()
        .map(|(place, class)| (class.name.value.as_str(), place))
        .collect();
    let mut filling = Filling {
        lexicon,
        classes,
        places,
        state: vec![State::New; classes.len()],
        path: Vec::new(),
        errors,
    };
    for place in 0..classes.len() {
        filling.fill(place);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Begun,
    Full,
}

/// Classes are filled depth first, so that those taken in come first.
struct Filling<'a, 'b> {
    lexicon: &'b mut Lexicon,
    classes: &'a [Entry<ClassFile>],
    places: HashMap<&'a str, usize>,
    state: Vec<State>,
    path: Vec<usize>,
    errors: &'b mut Vec<RuleError>,
}

impl Filling<'_, '_> {
    fn fill(&mut self, place: usize) {
        if self.state[place] != State::New {
            return;
        }
        self.state[place] = State::Begun;
        self.path.push(place);
        let class = &self.classes[place];
        let id = self.lexicon.intern_class(&class.name.value);
        let forms = class
            .value
            .nouns
            .iter()
            .map(|noun| (noun, noun_forms(&noun.value)))
            .chain(
                class
                    .value
                    .verbs
                    .iter()
                    .map(|verb| (verb, verb_forms(&verb.value))),
            )
            .chain(
                class
                    .value
                    .words
                    .iter()
                    .map(|word| (word, vec![word.value.clone()])),
            );
        for (written, forms) in forms {
            let all = forms.iter().map(|form| entry(form));
            let (words, others): (Vec<_>, Vec<_>) = all.partition(|form| is_words(form));
            for form in &words {
                self.lexicon.put(id, form);
            }
            if !others.is_empty() {
                let fault = Fault::UnknownWord {
                    what: "word",
                    word: written.value.clone(),
                };
                let help = "word classes hold words: write marks and digits in the pattern";
                let error = class.sheet.error_at(written, fault);
                self.errors.push(error.with_help(Some(help.to_owned())));
            }
        }
        for other in &class.value.classes {
            self.take_in(place, other);
        }
        self.path.pop();
        self.state[place] = State::Full;
    }

    fn take_in(&mut self, place: usize, other: &Scalar) {
        let class = &self.classes[place];
        let Some(from) = self.lexicon.class(&other.value) else {
            let help = did_you_mean(&other.value, self.lexicon.class_names());
            let fault = Fault::UnknownClass(other.value.clone());
            self.errors
                .push(class.sheet.error_at(other, fault).with_help(help));
            return;
        };
        if let Some(&inner) = self.places.get(other.value.as_str()) {
            if self.state[inner] == State::Begun {
                let round = self.path.iter().skip_while(|&&step| step != inner);
                let mut path: Vec<&str> = round
                    .map(|&step| self.classes[step].name.value.as_str())
                    .collect();
                path.push(&other.value);
                let fault = Fault::Cyclic {
                    what: "word class",
                    name: other.value.clone(),
                    path: path.join(", "),
                };
                self.errors.push(class.sheet.error_at(other, fault));
                return;
            }
            if self.path.len() > MOST_INSIDE && self.state[inner] == State::New {
                let fault = Fault::Combination(format!(
                    "more than {MOST_INSIDE} word classes lie inside each other here"
                ));
                let help = "name the inner ones beside each other";
                let error = class.sheet.error_at(other, fault);
                self.errors.push(error.with_help(Some(help.to_owned())));
                return;
            }
            self.fill(inner);
        }
        let into = self.lexicon.intern_class(&self.classes[place].name.value);
        self.lexicon.take_in(into, from);
    }
}

/// A word as the lexicon keeps it: the parts between apostrophes, hyphens and
/// full stops, which are tokens of their own, as words of one expression.
fn entry(written: &str) -> String {
    written.replace(['\'', '’', '-', '‑', '.', '&'], " ")
}

fn is_words(entry: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || c.is_whitespace();
    entry.chars().all(letters) && !entry.trim().is_empty()
}

/// Every form of a verb. Of a phrasal verb (“go up”) the first word changes.
pub fn verb_forms(verb: &str) -> Vec<String> {
    let (verb, rest) = split_first(verb);
    let mut forms = vec![verb.to_owned(), third_person(verb), present(verb)];
    match VERBS.get(verb) {
        Some(past) => forms.extend(past.iter().cloned()),
        None => forms.extend(past_forms(verb)),
    }
    if doubles(verb) == Doubling::Maybe {
        forms.push(format!("{}ing", doubled(verb)));
    }
    forms.sort();
    forms.dedup();
    forms.iter().map(|form| format!("{form}{rest}")).collect()
}

/// Singular and plural of a noun. Of several words the last one changes.
pub fn noun_forms(noun: &str) -> Vec<String> {
    let (before, last) = match noun.rsplit_once(' ') {
        Some((_, last)) => noun.split_at(noun.len() - last.len()),
        None => ("", noun),
    };
    let plurals = match NOUNS.get(last) {
        Some(plurals) => plurals.clone(),
        None => vec![plural(last)],
    };
    let mut forms = vec![noun.to_owned()];
    forms.extend(plurals.iter().map(|plural| format!("{before}{plural}")));
    forms.dedup();
    forms
}

fn split_first(words: &str) -> (&str, &str) {
    match words.find(' ') {
        Some(blank) => words.split_at(blank),
        None => (words, ""),
    }
}

fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    third_person(noun)
}

fn third_person(word: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"];
    if sibilant.iter().any(|end| word.ends_with(end)) || ends_in_consonant_and(word, 'o') {
        format!("{word}es")
    } else if ends_in_consonant_and(word, 'y') {
        format!("{}ies", &word[..word.len() - 1])
    } else {
        format!("{word}s")
    }
}

fn past_forms(verb: &str) -> Vec<String> {
    if verb.ends_with('e') {
        return vec![format!("{verb}d")];
    }
    if ends_in_consonant_and(verb, 'y') {
        return vec![format!("{}ied", &verb[..verb.len() - 1])];
    }
    match doubles(verb) {
        Doubling::Yes => vec![format!("{}ed", doubled(verb))],
        Doubling::Maybe => vec![format!("{verb}ed"), format!("{}ed", doubled(verb))],
        Doubling::No => vec![format!("{verb}ed")],
    }
}

fn present(verb: &str) -> String {
    if let Some(stem) = verb.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps = ["ee", "oe", "ye"].iter().any(|end| verb.ends_with(end));
    match verb.strip_suffix('e') {
        Some(stem) if !keeps && verb.len() > 2 => format!("{stem}ing"),
        _ if doubles(verb) == Doubling::Yes => format!("{}ing", doubled(verb)),
        _ => format!("{verb}ing"),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Doubling {
    Yes,
    /// It depends on the stress, which the spelling does not show (“admit”,
    /// “edit”): both forms are taken.
    Maybe,
    No,
}

/// Whether the last consonant is doubled before -ed and -ing: after a single
/// vowel, and never w, x or y.
fn doubles(verb: &str) -> Doubling {
    let letters: Vec<char> = verb.chars().collect();
    let [.., before, vowel, last] = letters[..] else {
        return Doubling::No;
    };
    if is_vowel(last) || "wxy".contains(last) || !is_vowel(vowel) || is_vowel(before) {
        return Doubling::No;
    }
    let vowels = letters
        .iter()
        .enumerate()
        .filter(|&(i, &c)| is_vowel(c) && (i == 0 || !is_vowel(letters[i - 1])))
        .count();
    if vowels == 1 {
        Doubling::Yes
    } else {
        Doubling::Maybe
    }
}

fn doubled(verb: &str) -> String {
    verb.chars().chain(verb.chars().last()).collect()
}

fn ends_in_consonant_and(word: &str, last: char) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some(last) && letters.next().is_some_and(|c| !is_vowel(c))
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(verb: &str, forms: &[&str]) {
        let made = verb_forms(verb);
        for form in forms {
            assert!(made.iter().any(|m| m == form), "{form} of {verb}: {made:?}");
        }
    }

    #[test]
    fn regular_verbs_double_and_drop_as_english_does() {
        has("jump", &["jump", "jumps", "jumped", "jumping"]);
        has("drop", &["drops", "dropped", "dropping"]);
        has("surge", &["surges", "surged", "surging"]);
        has("carry", &["carries", "carried", "carrying"]);
        has("edge up", &["edges up", "edged up", "edging up"]);
        has("admit", &["admitted", "admitting"]);
        has("edit", &["edited", "editing"]);
        has("die", &["dies", "died", "dying"]);
        has("flee", &["fled", "fleeing"]);
        assert!(!verb_forms("drop").contains(&"droped".to_owned()));
    }

    #[test]
    fn irregular_verbs_have_their_own_past() {
        has("rise", &["rises", "rising", "rose", "risen"]);
        has("go down", &["goes down", "went down", "gone down"]);
        assert!(!verb_forms("rise").contains(&"rised".to_owned()));
    }

    #[test]
    fn nouns_have_a_plural() {
        assert_eq!(noun_forms("target"), ["target", "targets"]);
        assert_eq!(noun_forms("air strike"), ["air strike", "air strikes"]);
        assert_eq!(noun_forms("policeman"), ["policeman", "policemen"]);
        assert_eq!(noun_forms("aircraft"), ["aircraft"]);
        assert_eq!(noun_forms("country"), ["country", "countries"]);
        assert_eq!(noun_forms("hero"), ["hero", "heroes"]);
    }

    #[test]
    fn the_lists_are_sorted() {
        for yaml in [
            include_str!("irregular_verbs.yaml"),
            include_str!("irregular_nouns.yaml"),
        ] {
            let keys: Vec<&str> = yaml
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.split(':').next())
                .collect();
            assert!(keys.is_sorted(), "{keys:?}");
        }
    }
}
