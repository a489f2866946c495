//! Any text is a rule file or is refused, with a place in it for each mistake;
//! a rule that loads can be run.

use addup::article::Article;
use addup::report::graphical::Look;
use addup::rule::{Rule, RuleError, RuleText, Shelf};
use addup::source::Source;

use super::sound;

/// What the rules are run over.
const ARTICLE: &str = "# Quays close\n\nOSLO, 5 November 2015 - Nine of the 30 quays (40%) closed on \
     Monday, 4 November, up from 7 a year earlier. Sales fell 12.5% to £3.1m from £3.4m.\n\n\
     | quay | ships |\n|---|---|\n| A | 3 |\n| B | 4 |\n| Total | 8 |\n\n\
     The two quays: one in Oslo, one in Bergen and one in Moss. t(28) = 2.20, p = .5.\n";

/// The bytes are the file.
pub fn holds(bytes: &[u8]) {
    load(&String::from_utf8_lossy(bytes));
}

/// Loads a file and runs what it holds.
pub fn load(text: &str) {
    let file = RuleText {
        name: "ours.yaml".to_owned(),
        text: text.to_owned(),
    };
    match Shelf::load(&[file]) {
        Err(errors) => {
            assert!(!errors.is_empty());
            errors.iter().take(9).for_each(|error| points(error, text));
        }
        Ok(shelf) => {
            let source = Source::new("2015-11-05-a.md", ARTICLE);
            let article = Article::read(&source, shelf.lexicon());
            let rules: Vec<&Rule> = shelf.rules().iter().collect();
            let findings = addup::audit::audit(&article, &shelf, &rules);
            for label in findings.iter().flat_map(|finding| &finding.labels) {
                assert!(source.text.get(label.span.range()).is_some());
            }
            sound::understood(&article);
        }
    }
}

/// A mistake has words and a place between characters, and can be drawn.
pub fn points(error: &RuleError, text: &str) {
    assert!(!error.to_string().is_empty());
    let place = error.place();
    assert!(text.get(place.clone()).is_some(), "{place:?} in {text:?}");
    let mut drawing = String::new();
    let drawn = Look::PLAIN.handler().render_report(&mut drawing, error);
    assert!(drawn.is_ok() && !drawing.is_empty());
}
