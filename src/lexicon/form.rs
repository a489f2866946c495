//! The forms of words: what noun a plural is of, what verb a past tense, what
//! country a people. By suffixes, and lists of what these do not give.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::table::WordTable;

static PLURALS: LazyLock<Forms> = LazyLock::new(|| Forms::read(include_str!("plurals.yaml")));
static VERBS: LazyLock<Forms> = LazyLock::new(|| Forms::read(include_str!("verbs.yaml")));
static NATIONS: LazyLock<Forms> = LazyLock::new(|| Forms::read(include_str!("nations.yaml")));

/// Words with what each is a form of.
struct Forms {
    words: WordTable,
    /// By word: what it is a form of.
    bases: Vec<&'static str>,
}

impl Forms {
    /// The lines of a data file, each `word: word`, without its comments.
    fn read(yaml: &'static str) -> Forms {
        let mut words = WordTable::new();
        let mut bases = vec![""];
        let lines = yaml.lines().filter(|line| !line.starts_with('#'));
        for (form, base) in lines.filter_map(|line| line.split_once(": ")) {
            words.add(form);
            bases.push(base);
        }
        Forms { words, bases }
    }

    /// What the list says that a word is a form of.
    fn base(&self, word: &str) -> Option<&'static str> {
        let word = self.words.find(word.as_bytes())?;
        Some(self.bases[word.0 as usize])
    }
}

/// The singular of a noun, by suffix and a list of irregular ones. Input and
/// output are folded.
///
/// After the suffix rules of Quirk et al., *A
/// Comprehensive Grammar of the English Language*, 5.73 to 5.103.
pub fn singular(noun: &str) -> Cow<'_, str> {
    if let Some(singular) = PLURALS.base(noun) {
        return singular.into();
    }
    let Some(stem) = noun.strip_suffix('s').filter(|stem| stem.len() > 2) else {
        return noun.into();
    };
    if stem.ends_with(['s', 'u', 'i']) {
        return noun.into();
    }
    if let Some(stem) = stem.strip_suffix("ie").filter(|stem| stem.len() > 1) {
        return format!("{stem}y").into();
    }
    let hissing = ["sse", "she", "che", "xe", "zze", "oe"];
    if hissing.iter().any(|end| stem.ends_with(end)) {
        return stem[..stem.len() - 1].into();
    }
    stem.into()
}

/// The stem that the forms of a verb share: `kill` for killed, kills, killing.
/// Silent `e` and doubled consonants are cut, so that it need not be a word.
/// Input and output are folded.
pub fn stem(verb: &str) -> String {
    let verb = VERBS.base(verb).unwrap_or(verb);
    let cut = ["ing", "ied", "ies", "ed", "es", "s", "e", "y"]
        .iter()
        .find_map(|end| verb.strip_suffix(end).filter(|stem| stem.len() > 1))
        .unwrap_or(verb);
    let cut = cut.strip_suffix('i').unwrap_or(cut);
    let mut letters = cut.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && cut.len() > 3 => {
            cut[..cut.len() - last.len_utf8()].to_owned()
        }
        _ => cut.to_owned(),
    }
}

/// The country that a folded word names or belongs to: `russia` for Russian.
pub fn nation(word: &str) -> Option<&'static str> {
    NATIONS.base(word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_lists_are_sorted_and_read_as_yaml_reads_them() {
        for (forms, yaml) in [
            (&*PLURALS, include_str!("plurals.yaml")),
            (&*VERBS, include_str!("verbs.yaml")),
            (&*NATIONS, include_str!("nations.yaml")),
        ] {
            let written: BTreeMap<String, String> = serde_yaml::from_str(yaml).unwrap();
            let lines = yaml.lines().filter(|line| !line.starts_with('#'));
            let read: Vec<&str> = lines
                .filter_map(|line| Some(line.split_once(": ")?.0))
                .collect();
            assert!(read.iter().eq(written.keys()));
            for (form, base) in &written {
                assert_eq!(forms.base(form), Some(&**base));
            }
        }
    }
}
