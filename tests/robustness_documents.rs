//! A text that is made to harm, or by a program gone wrong, is read in bounded
//! time and memory, and says what it says.

use addup::article::Article;
use addup::audit::audit;
use addup::finding::{Finding, Label, Severity};
use addup::mention::Mention;
use addup::report::graphical::{self, Look};
use addup::report::{Audited, Run, Tally, gitlab, rdjson, sarif};
use addup::rule::{Rule, Shelf};
use addup::source::{Format, Source};
use addup::span::Span;
use addup::suppression::{UNUSED, suppress};

const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

/// What is read of a text in a format.
fn mentions(text: &str, format: Format) -> Vec<String> {
    let lexicon = addup::lexicon::Lexicon::of_grammar();
    let mut source = Source::new("a", text);
    source.format = format;
    let article = Article::read(&source, &lexicon);
    let written = |mention: &Mention| source[mention.span].to_owned();
    article.mentions.iter().map(written).collect()
}

#[test]
fn digits_that_are_grouped_in_two_ways_are_no_number() {
    for text in [
        "53\u{a0}411.234.567,89",
        "1,234.567.890",
        "1 234 567.890.123 homes",
    ] {
        for mention in mentions(text, Format::Text) {
            assert!(text.contains(&mention) && mention != text, "{mention}");
        }
    }
}

#[test]
fn thousands_of_suppressions_are_weighed_in_one_pass() {
    let shelf = Shelf::audit_ready(&[]).expect("the shipped rules load");
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    for comments in [
        "<!-- addup-disable -->\n".repeat(1_000),
        "<!-- addup-disable percent -->\n<!-- addup-enable calendar -->\n".repeat(500),
        format!("<!-- addup-disable-line {} -->\n", "a,".repeat(1_000)),
    ] {
        let source = Source::new("a.md", comments);
        let article = Article::read(&source, shelf.lexicon());
        let findings = suppress(&article, &shelf, &rules, audit(&article, &shelf, &rules));
        assert_eq!(findings.len(), 1_000);
        assert!(findings.iter().all(|finding| finding.rule == UNUSED));
        let run = Run {
            tally: Tally::of(&findings),
            documents: vec![Audited::new(&article, findings)],
            rules: rules.clone(),
        };
        for report in [
            sarif::render(&run),
            gitlab::render(&run),
            rdjson::render(&run),
        ] {
            assert!(report.contains("unused-suppression"));
        }
    }
}

#[test]
fn of_thousands_of_places_the_first_ones_are_drawn() {
    let text = "It blew on Monday. ".repeat(3_000);
    let source = Source::new("a.txt", text.as_str());
    let labels = text.match_indices("Monday").map(|(start, day)| Label {
        span: Span::new(start, start + day.len()),
        note: None,
        primary: start > 40_000 && start < 40_020,
    });
    let finding = Finding {
        rule: "undated-weekday".to_owned(),
        severity: Severity::Advice,
        message: "the text has no date".to_owned(),
        help: None,
        labels: labels.collect(),
    };
    let lexicon = addup::lexicon::Lexicon::of_grammar();
    let article = Article::read(&source, &lexicon);
    let drawing = graphical::render(&Audited::new(&article, vec![finding]), Look::PLAIN);
    assert!(
        drawing.contains("2800 more places are not drawn"),
        "{drawing}"
    );
    assert!(drawing.lines().count() < 1_000);
}

#[test]
fn a_misspelled_name_may_be_as_long_as_the_text() {
    let shelf = Shelf::audit_ready(&[]).expect("the shipped rules load");
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    let text = format!("<!-- addup-disable {} -->\n", "a".repeat(1 << 20));
    let source = Source::new("a.md", text);
    let article = Article::read(&source, shelf.lexicon());
    let findings = suppress(&article, &shelf, &rules, Vec::new());
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_word_may_be_longer_than_a_token() {
    for format in FORMATS {
        let text = format!("Mr {} said 5 ships sank.", "é".repeat(70_000));
        assert_eq!(mentions(&text, format), ["5"]);
    }
}
