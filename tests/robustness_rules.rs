//! A rule file that is made to harm, or by a program gone wrong, is refused at
//! its place and with a cure, in bounded time; what loads can be run.

use addup::article::Article;
use addup::audit::audit;
use addup::rule::{Rule, RuleError, RuleText, Shelf};
use addup::source::Source;

/// A rule with a pattern and an assertion of one's own.
fn rule(pattern: &str, assert: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!(
        "id: ours\nsummary: s\nseverity: error\nfind:\n  text: [{}]\nassert: {}\nmessage: m\n",
        quoted(pattern),
        quoted(assert)
    )
}

fn load(texts: &[String]) -> Result<Shelf, Vec<RuleError>> {
    let files: Vec<RuleText> = (0..)
        .zip(texts)
        .map(|(n, text)| RuleText {
            name: format!("{n}.yaml"),
            text: text.clone(),
        })
        .collect();
    Shelf::load(&files)
}

/// The first error of files that must be refused. Every error has a place and
/// a cure.
fn refused(texts: &[String]) -> RuleError {
    let errors = match load(texts) {
        Ok(_) => panic!("nothing was found wrong"),
        Err(errors) => errors,
    };
    let first = errors.first().expect("a refusal has a reason").clone();
    assert!(first.cure().is_some(), "{first} has no cure");
    let text = texts.iter().find(|text| text.get(first.place()).is_some());
    assert!(text.is_some(), "{first} has no place");
    first
}

#[track_caller]
fn says(texts: &[String], words: &str) {
    let error = refused(texts);
    assert!(error.to_string().contains(words), "{error}");
}

/// What the shelf's rules find in a text.
fn found(shelf: &Shelf, text: &str) -> usize {
    let source = Source::new("a.txt", text);
    let article = Article::read(&source, shelf.lexicon());
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    audit(&article, shelf, &rules).len()
}

#[test]
fn aliases_that_multiply_are_refused() {
    let mut text = "a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (from, to) in ('a'..'k').zip('b'..'l') {
        let tenfold = vec![format!("*{from}"); 10].join(",");
        text.push_str(&format!("{to}: &{to} [{tenfold}]\n"));
    }
    says(&[text], "too large");
}

#[test]
fn an_alias_of_itself_is_refused() {
    let error = refused(&["x: &x [*x]\n".to_owned()]);
    assert!(error.to_string().contains("recursive"), "{error}");
}

#[test]
fn parts_inside_parts_without_end_are_refused() {
    for text in [
        "[".repeat(100_000),
        format!("a: {}{}", "[".repeat(20_000), "]".repeat(20_000)),
        format!("a: {}", "{a: ".repeat(20_000)),
        (0..300).map(|n| format!("{}a:\n", " ".repeat(n))).collect(),
    ] {
        says(&[text], "too large, or its parts lie too deep");
    }
}

#[test]
fn a_text_of_a_megabyte_is_a_text() {
    let long = "x".repeat(1 << 20);
    let text =
        rule("{a:count} of {b:count}", "a <= b").replace("message: m", &format!("message: {long}"));
    let shelf = load(&[text]).expect("it is long and no more");
    assert_eq!(found(&shelf, "Six of 5."), 1);
}

#[test]
fn brackets_inside_brackets_without_end_are_refused() {
    let text = rule(
        &format!("{}a{}", "(".repeat(50_000), ")*".repeat(50_000)),
        "1 == 1",
    );
    says(&[text], "more than 20 brackets lie inside each other");
}

#[test]
fn a_choice_of_fifty_thousand_words_is_refused_in_time_and_memory() {
    let words: Vec<String> = (0..50_000).map(|n| format!("w{n}")).collect();
    let text = rule(&format!("({}) {{a:count}}", words.join("|")), "a == 1");
    says(&[text], "more than 500 ways");
}

#[test]
fn a_pattern_of_options_alone_is_refused() {
    says(
        &[rule("(a? b?)? c*", "1 == 1")],
        "matches even where there is nothing",
    );
    says(
        &[rule("(a?)+ {a:count}", "a == 1")],
        "repeats something that may be nothing",
    );
}

#[test]
fn a_pattern_that_matches_in_many_ways_ends() {
    let ways = "(a|a)* ".repeat(12);
    let shelf = load(&[rule(&format!("{ways} {{n:count}} b"), "n == 0")]).expect("it is no error");
    assert_eq!(found(&shelf, &format!("{} 5 c.", "a ".repeat(300))), 0);
}

fn phrase(name: &str, pattern: &str) -> String {
    format!("phrase: {name}\nsummary: s\ntext: [\"{pattern}\"]\n")
}

#[test]
fn phrases_inside_phrases_without_end_are_refused() {
    let mut files: Vec<String> = (0..2_000)
        .map(|n| phrase(&format!("p{n}"), &format!("@p{}", n + 1)))
        .collect();
    files.push(phrase("p2000", "a"));
    says(&files, "more than 32 phrases lie inside each other");
}

#[test]
fn phrases_that_double_at_each_step_are_refused() {
    let doubled = |ends: &dyn Fn(char) -> char| -> Vec<String> {
        ('a'..='z')
            .map(|letter| {
                let next = ends(letter);
                phrase(&format!("p-{letter}"), &format!("@p-{next} @p-{next}"))
            })
            .collect()
    };
    let next = |letter: char| char::from(letter as u8 + 1);
    // To one that there is not, round in a circle, and to a word.
    says(&doubled(&next), "too large");
    says(
        &doubled(&|letter| if letter == 'z' { 'a' } else { next(letter) }),
        "too large",
    );
    let mut files = doubled(&next);
    files.push(phrase("p-{", "a").replace("p-{", "p-end"));
    let last = files.iter_mut().find(|file| file.contains("@p-{"));
    let last = last.expect("the last one");
    *last = last.replace("@p-{", "@p-end");
    says(&files, "too large");
}

#[test]
fn word_classes_inside_word_classes_without_end_are_refused() {
    let mut text = "words:\n".to_owned();
    for n in 0..5_000 {
        text.push_str(&format!("  c{n}: {{classes: [c{}]}}\n", n + 1));
    }
    text.push_str("  c5000: [a]\n");
    says(&[text], "more than 32 word classes lie inside each other");
}

#[test]
fn expressions_inside_expressions_without_end_are_refused() {
    let pattern = "{a:count} of {b:count}";
    let deep = 50_000;
    for assert in [
        format!("{}1{} == a", "(".repeat(deep), ")".repeat(deep)),
        format!("{}a", "not ".repeat(deep)),
        format!("a == {}1", "-".repeat(deep)),
        format!("a == 1{}", " + 1".repeat(deep)),
        format!("a == 1{}", " and a == 1".repeat(deep)),
        format!("{}1", "sum(".repeat(deep)),
        format!("a{} == 1", ".value".repeat(deep)),
    ] {
        says(
            &[rule(pattern, &assert)],
            "too many operations lie inside each other",
        );
    }
}

#[test]
fn numbers_that_outgrow_the_reckoning_are_refused() {
    let pattern = "{a:count} of {b:count}";
    says(
        &[rule(pattern, &format!("a == {}", "9".repeat(100_000)))],
        "too many digits",
    );
    says(&[rule(pattern, "a == 1e999999999")], "too many digits");
    says(&[rule(pattern, "a == 1e-40")], "too many digits");
    let error = match load(&[rule(pattern, "a == b ^ 1000000000")]) {
        Ok(_) => panic!("it is too great"),
        Err(errors) => errors[0].to_string(),
    };
    assert!(error.contains("a whole number below 100"), "{error}");
}

#[test]
fn what_outgrows_the_reckoning_gives_no_verdict() {
    let great = "170,141,183,460,469,231,731,687,303,715,884,105";
    for assert in [
        "a * a * a == b",
        "a ^ 99 == b",
        "(a + b) ^ 9 < 0",
        "a * a - a * a > 0",
    ] {
        let shelf = load(&[rule("{a:count} of {b:count}", assert)]).expect("it is sound");
        assert_eq!(
            found(&shelf, &format!("They are {great} of 7.")),
            0,
            "{assert}"
        );
    }
}

#[test]
fn a_division_by_what_may_be_nought_gives_no_verdict() {
    for assert in [
        "a / b == 1",
        "a / (b - b) == 1",
        "a / (b - 7) < 0",
        "a / 0 == 1",
    ] {
        let Ok(shelf) = load(&[rule("{a:count} of {b:count}", assert)]) else {
            continue;
        };
        let found = |text: &str| found(&shelf, text);
        assert_eq!(found("They are 5 of 0."), 0, "{assert}");
        assert_eq!(
            found("They are 5 of about 7."),
            usize::from(assert == "a / b == 1")
        );
    }
}

#[test]
fn every_word_of_a_hundred_thousand_is_looked_for() {
    // Each is a sign by which sentences are chosen, and signs are numbered.
    let letters = |n: usize| -> String {
        let digits = format!("{n:06}");
        let letters = digits.bytes().map(|digit| char::from(digit - b'0' + b'a'));
        format!("q{}", letters.collect::<String>())
    };
    let files: Vec<String> = (0..280)
        .map(|file| {
            let words: Vec<String> = (0..300).map(|n| letters(file * 300 + n)).collect();
            let pattern = format!("({}) {{a:count}}", words.join("|"));
            rule(&pattern, "a == 1").replace("id: ours", &format!("id: ours-{file}"))
        })
        .collect();
    let shelf = load(&files).expect("they are many, but not too many");
    for n in [0, 40_000, 65_535, 65_536, 65_537, 83_999] {
        assert_eq!(
            found(&shelf, &format!("There {} 5 were.", letters(n))),
            1,
            "{n}"
        );
    }
}
