//! The matcher finds what a matcher without any art finds: one that tries
//! every way.

use addup::article::Article;
use addup::audit::Audit;
use addup::rule::{Rule, RuleText, Shelf};
use addup::source::Source;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use std::collections::BTreeSet;

const WORDS: [&str; 3] = ["wet", "dim", "red"];

/// A pattern of three words.
#[derive(Clone, Debug)]
enum Shape {
    Word(usize),
    Row(Vec<Shape>),
    Choice(Vec<Shape>),
    Optional(Box<Shape>),
    Any(Box<Shape>),
    Some(Box<Shape>),
}

fn shape() -> impl Strategy<Value = Shape> {
    let word = (0..WORDS.len()).prop_map(Shape::Word);
    word.prop_recursive(4, 12, 3, |inner| {
        let several = || proptest::collection::vec(inner.clone(), 1..4);
        let boxed = || inner.clone().prop_map(Box::new);
        prop_oneof![
            several().prop_map(Shape::Row),
            several().prop_map(Shape::Choice),
            boxed().prop_map(Shape::Optional),
            boxed().prop_map(Shape::Any),
            boxed().prop_map(Shape::Some),
        ]
    })
}

impl Shape {
    /// As it stands in a rule file.
    fn written(&self) -> String {
        let joined = |parts: &[Shape], by: &str| {
            let parts: Vec<String> = parts.iter().map(Shape::written).collect();
            format!("({})", parts.join(by))
        };
        match self {
            Shape::Word(n) => WORDS[*n].to_owned(),
            Shape::Row(parts) => joined(parts, " "),
            Shape::Choice(parts) => joined(parts, " | "),
            Shape::Optional(part) => format!("({})?", part.written()),
            Shape::Any(part) => format!("({})*", part.written()),
            Shape::Some(part) => format!("({})+", part.written()),
        }
    }

    /// Every place at which it can end that begins at one.
    fn ends(&self, text: &[usize], start: usize) -> BTreeSet<usize> {
        let after = |starts: BTreeSet<usize>, part: &Shape| -> BTreeSet<usize> {
            starts.iter().flat_map(|&at| part.ends(text, at)).collect()
        };
        match self {
            Shape::Word(n) => (text.get(start) == Some(n))
                .then_some(start + 1)
                .into_iter()
                .collect(),
            Shape::Row(parts) => parts.iter().fold(BTreeSet::from([start]), after),
            Shape::Choice(parts) => parts
                .iter()
                .flat_map(|part| part.ends(text, start))
                .collect(),
            Shape::Optional(part) => {
                let mut ends = part.ends(text, start);
                ends.insert(start);
                ends
            }
            Shape::Any(part) => {
                let mut ends = BTreeSet::from([start]);
                loop {
                    let more = after(ends.clone(), part);
                    let before = ends.len();
                    ends.extend(more);
                    if ends.len() == before {
                        return ends;
                    }
                }
            }
            Shape::Some(part) => after(part.ends(text, start), &Shape::Any(part.clone()))
                .into_iter()
                .collect(),
        }
    }
}

fn rule(pattern: &str) -> Option<Shelf> {
    let text = format!(
        "id: ours\nsummary: s\nseverity: error\nfind:\n  text: [\"{pattern} {{n:count}}\"]\n\
         assert: n == 0\nmessage: m\n"
    );
    let name = "ours.yaml".to_owned();
    Shelf::load(&[RuleText { name, text }]).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_can_be_matched_is_matched_and_nothing_else(
        shape in shape(),
        words in proptest::collection::vec(0..WORDS.len(), 0..7),
        before in any::<bool>(),
    ) {
        // What may repeat nothing is refused.
        let Some(shelf) = rule(&shape.written()) else {
            return Ok(());
        };
        let mut text = if before { "They saw ".to_owned() } else { String::new() };
        for &word in &words {
            text.push_str(WORDS[word]);
            text.push(' ');
        }
        text.push_str("7 boats.");
        let source = Source::new("a.txt", text);
        let article = Article::read(&source, shelf.lexicon());
        prop_assert_eq!(article.mentions.len(), 1);
        let rules: Vec<&Rule> = shelf.rules().iter().collect();
        let audit = Audit::of(&article, &shelf, &rules);
        let matches = (0..=words.len()).any(|start| shape.ends(&words, start).contains(&words.len()));
        if audit.limits.is_empty() {
            prop_assert_eq!(audit.findings.len(), usize::from(matches), "{}", shape.written());
        }
    }
}
