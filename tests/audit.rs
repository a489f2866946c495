//! What an audit makes of matches: severities, labels, pairs of claims.

use addup::article::Article;
use addup::audit::{audit, trials};
use addup::claim::{Claim, HeadWay, Term};
use addup::document::Document;
use addup::finding::{Finding, Severity};
use addup::lexicon::singular;
use addup::mention::mentions;
use addup::rule::{Rule, RuleText, Shelf, check_examples};
use addup::source::Source;
use addup::span::Span;

/// Trials of patterns that 1,000 bytes of an article may cost, with all rules.
const MOST_TRIALS: usize = 900;

const WORDS: &str = "words:\n  hit: {nouns: [target]}\n  flown: {nouns: [sortie, mission]}\n";

fn shelf(rules: &[&str]) -> Shelf {
    let files: Vec<RuleText> = rules
        .iter()
        .chain([&WORDS])
        .enumerate()
        .map(|(i, text)| RuleText {
            name: format!("{i}.yaml"),
            text: (*text).to_owned(),
        })
        .collect();
    match Shelf::load(&files) {
        Ok(shelf) => shelf,
        Err(errors) => panic!("{errors:#?}"),
    }
}

/// Reads an article; the word after a number is its head, and `source` (a
/// word of the text) says all of it.
fn read<'s>(source: &'s Source, shelf: &Shelf, says: Option<&str>) -> Article<'s> {
    let mut document = Document::read(source, shelf.lexicon());
    let mentions = mentions(&mut document, shelf.lexicon());
    let term = |text: &str, span: Span| Term {
        key: text.bytes().fold(7, |key, b| key * 31 + u64::from(b)),
        span,
    };
    let claims = mentions
        .iter()
        .map(|mention| {
            let noun = document.tokens.get(mention.tokens.end);
            Claim {
                head: noun.map(|token| {
                    let word = source[token.span()].to_lowercase();
                    term(&singular(&word), token.span())
                }),
                way: Some(HeadWay::Plural),
                source: says.map(|says| term(says, mention.span)),
                ..Claim::default()
            }
        })
        .collect();
    Article {
        document,
        mentions,
        claims,
    }
}

fn findings(rules: &[&str], text: &str) -> Vec<Finding> {
    let shelf = shelf(rules);
    let source = Source::new("article.txt", text);
    let article = read(&source, &shelf, Some("ministry"));
    audit(&article, &shelf, &shelf.rules().iter().collect::<Vec<_>>())
}

fn labels<'t>(finding: &Finding, text: &'t str) -> Vec<(&'t str, bool)> {
    let labels = finding.labels.iter();
    labels
        .map(|label| (&text[label.span.range()], label.primary))
        .collect()
}

const PART: &str = r#"
id: part-exceeds-whole
summary: A part is greater than its whole
severity: error
find:
  text: ["{part:count} of (the)? {whole:count}"]
when: whole > 10
assert: part <= whole
message: the part is greater
labels: {whole: the whole, part: the part}
flags:
  - "There were 50 of the 40 schools."
  - "There were 5 of the 40 schools."
accepts:
  - "There were 50 of the 60 schools."
  - text: "There were 60 of the 50 schools."
    path: 2015-11-05-schools.md
"#;

#[test]
fn the_first_label_is_primary_and_labels_are_in_text_order() {
    let text = "There were 50 of the 40 schools.";
    let found = findings(&[PART], text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Error);
    assert_eq!(labels(&found[0], text), [("50", false), ("40", true)]);
    assert_eq!(found[0].labels[0].note.as_deref(), Some("the part"));
}

#[test]
fn a_rule_applies_only_when_its_condition_is_certain() {
    assert!(findings(&[PART], "There were 9 of the 8 schools.").is_empty());
    assert!(findings(&[PART], "There were 9 of the 40 schools.").is_empty());
}

#[test]
fn findings_are_in_the_order_of_the_text() {
    let text = "There were 50 of the 40 schools. And 30 of the 20 houses.";
    let found = findings(&[PART], text);
    assert_eq!(found.len(), 2);
    assert_eq!(labels(&found[1], text), [("30", false), ("20", true)]);
}

#[test]
fn examples_that_do_not_do_what_they_say_are_told_in_their_file() {
    let shelf = shelf(&[PART]);
    let rule = &shelf.rules()[0];
    let errors = check_examples(&shelf, rule, |source| read(source, &shelf, None));
    let told: Vec<_> = errors
        .iter()
        .map(|error| (error.line(), error.to_string()))
        .collect();
    assert_eq!(
        told,
        [
            (
                13,
                "rule `part-exceeds-whole` finds nothing in this sentence under `flags`".to_owned()
            ),
            (
                16,
                "rule `part-exceeds-whole` flags this sentence under `accepts`: \
                 the part is greater"
                    .to_owned()
            ),
        ]
    );
}

const SAME: &str = r#"
id: counts-differ
summary: One thing is counted twice and differently
severity: warning
find: {pair: claim, same: [head, source]}
assert: left == right
message: counts differ
"#;

#[test]
fn claims_of_one_head_are_compared() {
    let text = "There were 50 schools. Later 40 schools were seen, and 7 houses.";
    let found = findings(&[SAME], text);
    assert_eq!(found.len(), 1);
    assert_eq!(labels(&found[0], text), [("50", true), ("40", false)]);
}

#[test]
fn the_odd_one_out_of_three_is_primary() {
    let text = "There were 50 schools. Then 40 schools. Then 50 schools.";
    let found = findings(&[SAME], text);
    assert_eq!(found.len(), 1);
    assert_eq!(labels(&found[0], text), [("50", false), ("40", true)]);
}

#[test]
fn a_record_says_nothing_twice() {
    let text: String = (100..130)
        .map(|n| format!("It had {n} schools. "))
        .collect();
    assert!(findings(&[SAME], &text).is_empty());
}

#[test]
fn heads_can_be_of_classes() {
    let rule = r#"
id: strikes-differ
summary: s
severity: warning
find:
  pair: claim
  left: {head: "@hit"}
  right: {head: "@flown"}
  same: [source]
assert: left == right
message: m
"#;
    let text = "They flew 131 sorties. They hit 237 targets and saw 5 boats.";
    let found = findings(&[rule], text);
    assert_eq!(found.len(), 1);
    assert_eq!(labels(&found[0], text), [("131", false), ("237", true)]);
    assert!(findings(&[rule], "They flew 131 sorties and hit 131 targets.").is_empty());
}

#[test]
fn a_left_side_can_be_the_only_one() {
    let rule = SAME.replace("source]", "source], unique: left");
    let text = "There were 50 schools. Then 50 schools. Then 40 schools.";
    assert!(findings(&[&rule], text).is_empty());
    let text = "There were 50 schools. Then 40 schools.";
    assert_eq!(findings(&[&rule], text).len(), 1);
}

#[test]
fn no_other_claim_may_fit() {
    let rule = SAME.replace("source]", "source], no_other_fits: true");
    let text = "There were 50 schools. Then 40 schools. We saw 50 houses.";
    assert!(findings(&[&rule], text).is_empty());
    let text = "There were 50 schools. Then 40 schools. We saw 60 houses.";
    assert_eq!(findings(&[&rule], text).len(), 1);
}

#[test]
fn each_sentence_can_be_looked_at() {
    let rule =
        "id: a\nsummary: s\nseverity: advice\nfind: {each: sentence}\nassert: 1 == 2\nmessage: m\n";
    let text = "One. And two.";
    let found = findings(&[rule], text);
    assert_eq!(labels(&found[0], text), [("One.", true)]);
    assert_eq!(found.len(), 2);
}

#[test]
fn an_article_costs_few_trials() {
    let shelf = Shelf::shipped();
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    for (name, text) in [
        ("tadmor.txt", include_str!("articles/tadmor.txt")),
        ("ferries.md", include_str!("articles/ferries.md")),
    ] {
        let source = Source::new(name, text);
        let article = Article::read(&source, shelf.lexicon());
        let per_kilobyte = trials(&article, &shelf, &rules) * 1_000 / text.len();
        assert!(
            per_kilobyte < MOST_TRIALS,
            "{per_kilobyte} trials of patterns for each 1,000 bytes of {name}"
        );
    }
}
