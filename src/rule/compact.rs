//! The compact form of the shipped rule files, which `build.rs` writes: what
//! an audit needs of them, without the texts for readers and without places.

use serde::Deserialize;

use super::file::{Contents, PhraseFile, RuleFile, WordsFile};

const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/shipped.json"));

/// A shipped file in its compact form.
#[derive(Deserialize)]
struct CompactFile {
    /// Its place among the shipped files.
    place: usize,
    rule: Option<Box<RuleFile>>,
    phrase: Option<PhraseFile>,
    words: Option<WordsFile>,
}

/// The shipped files: each one's place among their names, and what it holds.
/// `None` where one of them is not as it should be: its full form tells what is
/// wrong.
pub(crate) fn shipped() -> Option<Vec<(usize, Contents)>> {
    let files: Vec<CompactFile> = serde_json::from_str(SHIPPED).ok()?;
    files.into_iter().map(contents).collect()
}

fn contents(file: CompactFile) -> Option<(usize, Contents)> {
    let rule = file.rule.map(Contents::Rule);
    let phrase = file.phrase.map(Contents::Phrase);
    let words = file.words.map(Contents::Words);
    Some((file.place, rule.or(phrase).or(words)?))
}

#[cfg(test)]
mod tests {
    use super::super::shelf::Shelf;

    #[test]
    fn the_compact_form_gives_the_same_rules() {
        let files = super::shipped().expect("the compact form is sound");
        assert_eq!(files.len(), Shelf::shipped_files().count());
        let full = Shelf::shipped();
        let compact = Shelf::audit_ready(&[]).expect("the shipped rules load");
        assert_eq!(
            format!("{:?}", compact.finders),
            format!("{:?}", full.finders)
        );
        assert_eq!(compact.rules.len(), full.rules.len());
        for (compact, full) in compact.rules.iter().zip(&full.rules) {
            assert_eq!(compact.id, full.id);
            assert_eq!(compact.summary, full.summary);
            assert_eq!(compact.severity, full.severity, "{}", full.id);
            assert_eq!(compact.strict, full.strict, "{}", full.id);
            assert_eq!(compact.profiles, full.profiles, "{}", full.id);
            let find = [&compact.find, &full.find].map(|find| format!("{find:?}"));
            assert_eq!(find[0], find[1], "{}", full.id);
            let verdict = [compact, full].map(|rule| format!("{:?}", rule.verdict.get()));
            assert_eq!(verdict[0], verdict[1], "{}", full.id);
            let speech = [compact, full].map(|rule| format!("{:?}", rule.speech.get()));
            assert_eq!(speech[0], speech[1], "{}", full.id);
        }
    }
}
