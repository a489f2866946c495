//! A bound that is reached is told: where an audit stopped short, its silence
//! proves nothing.

#![allow(clippy::unwrap_used, reason = "what a test cannot do fails it")]

#[path = "support/desk.rs"]
mod desk;

use addup::article::Article;
use addup::audit::{Audit, Limit};
use addup::rule::{Rule, RuleText, Shelf};
use addup::source::Source;
use desk::{Desk, RIGHT, WRONG};

/// The limits that a rule reaches in a text, in words.
fn limits(rule: &str, text: &str) -> Vec<String> {
    let file = RuleText {
        name: "ours.yaml".to_owned(),
        text: rule.to_owned(),
    };
    let shelf = Shelf::load(&[file]).unwrap();
    let source = Source::new("a.txt", text);
    let article = Article::read(&source, shelf.lexicon());
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    let limits = Audit::of(&article, &shelf, &rules).limits;
    limits.iter().map(Limit::to_string).collect()
}

const PAIR: &str = "
id: counts-differ
summary: s
severity: error
find: {pair: claim, same: [head]}
assert: left == right
message: m
";

#[test]
fn an_article_that_reaches_no_bound_has_no_limits() {
    assert!(limits(desk::RULE, WRONG).is_empty());
    assert!(limits(PAIR, "Ten boats sank. Nine boats sank.").is_empty());
}

#[test]
fn a_sentence_that_is_cut_is_told() {
    let text = format!("There were 5 boats, {} and more.", "a dinghy, ".repeat(300));
    let told = "a sentence of more than 400 tokens was read in pieces";
    assert_eq!(
        limits(desk::RULE, &text).first().map(String::as_str),
        Some(told)
    );
}

#[test]
fn a_pattern_that_is_given_up_is_told() {
    let ways = "(a|a)* ".repeat(12);
    let rule = desk::RULE.replace(
        "{part:count} of the",
        &format!("{ways} {{part:count}} of the"),
    );
    let text = format!("{} b 5 of the 7 schools (25%) shut.", "a ".repeat(200));
    let told = "`schools-do-not-add-up` was given up in a sentence after 2000 steps";
    assert_eq!(limits(&rule, &text), [told]);
}

#[test]
fn claims_that_are_too_many_to_compare_are_told() {
    let text: Vec<String> = (1..40).map(|n| format!("They saw {n} boats.")).collect();
    let told = "`counts-differ` says nothing of claims where more than 16 agree";
    assert_eq!(limits(PAIR, &text.join(" ")), [told]);
    assert!(limits(PAIR, &text[..8].join(" ")).is_empty());
}

#[test]
fn the_program_tells_limits_on_standard_error_and_finds_the_rest() {
    let desk = Desk::new("limits");
    let long = format!(
        "A word.\n\nThere was {} end.\n\n",
        "a pier and ".repeat(300)
    );
    desk.put("long.txt", format!("{long}{WRONG}"))
        .put("right.txt", RIGHT);
    let told = "long.txt:3: a sentence of more than 400 tokens was read in pieces\n";
    let run = desk.check(&["long.txt", "right.txt"]);
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with(told), "{run:?}");
    assert_eq!(desk.check(&["long.txt", "-q"]).err, "");
    assert_eq!(desk.check(&["right.txt"]).err, "");

    let many = long.repeat(9);
    desk.put("many.txt", many);
    let run = desk.check(&["many.txt"]);
    assert_eq!(run.err.lines().count(), 11);
    assert!(run.err.ends_with(" more bounds were reached\n"), "{run:?}");

    let claims: Vec<String> = (1..40).map(|n| format!("They saw {n} boats.")).collect();
    desk.put("claims.txt", claims.join(" "));
    desk.put("rules/claims/counts-differ.yaml", PAIR);
    let pair = [
        "check",
        "--rules",
        "rules",
        "--select",
        "claims",
        "claims.txt",
        "right.txt",
    ];
    assert_eq!(desk.run(&pair).err, "");
    let run = desk.run(&[&pair[..], &["--statistics"]].concat());
    let told = "in 1 of 2 files more claims agree than are compared\n";
    assert!(run.err.contains(told), "{run:?}");

    let quoted = serde_json::Value::from(long).to_string();
    let input = format!("{{\"id\": 1, \"text\": {quoted}}}\n{{\"id\": 2, \"text\": \"\"}}\n");
    let arguments = [
        "check", "--jsonl", "--rules", "rules", "--select", "schools",
    ];
    let run = desk.feed(&arguments, &input);
    assert_eq!(run.err, "1 record reached a bound: looked at in part\n");
    assert_eq!(run.code, 0);
}
