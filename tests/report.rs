//! What reports look like. Each snapshot shows its input as its description.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use addup::finding::{Finding, Label, Severity};
use addup::number::{Rational, Unit, UnitId, Units};
use addup::report::graphical::Look;
use addup::report::numbers::{Entry, Written, csv, json as ledger_json, table};
use addup::report::position::Lines;
use addup::report::{Audited, Tally, graphical, json, short};
use addup::source::Source;
use addup::span::Span;

/// Asserts a snapshot under a name of ours, beside its input.
fn snapshot(name: &str, input: &str, report: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => input,
    }, {
        insta::assert_snapshot!(name, report);
    });
}

/// A finding with a label for each of some pieces of the text; the last is
/// primary.
fn finding(text: &str, pieces: &[(&str, &str)]) -> Finding {
    let label = |(n, (piece, note)): (usize, &(&str, &str))| {
        let start = text.find(piece).expect("the piece stands in the text");
        Label {
            span: Span::new(start, start + piece.len()),
            note: Some((*note).to_owned()),
            primary: n + 1 == pieces.len(),
        }
    };
    Finding {
        rule: "percent-of-whole".to_owned(),
        severity: Severity::Error,
        message: "12 of 40 is 30%, but the text says 25%".to_owned(),
        help: Some("12 / 40 = 0.30; 25% is 24.5% to 25.5%".to_owned()),
        labels: pieces.iter().enumerate().map(label).collect(),
    }
}

fn sentences(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for (at, _) in text.match_indices(". ") {
        found.push(Span::new(start, at + 1));
        start = at + 2;
    }
    found.push(Span::new(start, text.len()));
    found
}

fn draw(text: &str, finding: Finding, sentences: Vec<Span>) -> String {
    let source = Source::new("article.md", text);
    let audited = Audited {
        source: &source,
        findings: vec![finding],
        sentences,
        proof: None,
    };
    graphical::render(&audited, Look::PLAIN)
}

const SCHOOLS: &str = "# Inspection\n\nTwelve of the 40 schools (25%) failed.\n";
const PIECES: [(&str, &str); 3] = [
    ("Twelve", "the part"),
    ("40 schools", "the whole"),
    ("25%", "here 25% (24.5 to 25.5)"),
];

#[test]
fn a_finding_is_drawn_on_its_line() {
    let report = draw(SCHOOLS, finding(SCHOOLS, &PIECES), vec![]);
    snapshot("graphical_line", SCHOOLS, &report);
}

#[test]
fn a_long_paragraph_is_cut_to_the_sentence_and_wrapped() {
    let text = "The ministry published its yearly report on Thursday. \
        Twelve of the 40 schools that were visited by inspectors in the northern districts \
        between March and the end of the school year (25%) failed the first round. \
        A second round is planned for the autumn.";
    let report = draw(text, finding(text, &PIECES), sentences(text));
    snapshot("graphical_long_paragraph", text, &report);
}

#[test]
fn places_far_apart_are_drawn_under_their_own_positions() {
    let filler = "Nothing of note was said in this paragraph of the article at all.\n\n".repeat(9);
    let text = format!("The bridge opened in 1987.\n\n{filler}It turned 40 in 2026.\n");
    let mut finding = finding(&text, &[("1987", "1987"), ("40", "40 years")]);
    finding.message = "from 1987 to 2026 it is 39 years, but the text says 40".to_owned();
    finding.severity = Severity::Warning;
    finding.help = None;
    let report = draw(&text, finding, vec![]);
    snapshot(
        "graphical_far_apart",
        "1987 in line 1, 40 in line 21",
        &report,
    );
}

#[test]
fn places_far_apart_in_one_line_are_drawn_apart() {
    let filler = "Nothing of note was said in this sentence. ".repeat(30);
    let text = format!("The bridge opened in 1987. {filler}It turned 40 in 2026.");
    let mut finding = finding(&text, &[("1987", "1987"), ("40", "40 years")]);
    finding.help = None;
    let report = draw(&text, finding, sentences(&text));
    snapshot(
        "graphical_far_apart_in_a_line",
        "30 sentences between",
        &report,
    );
}

#[test]
fn a_label_over_a_line_break_is_drawn_on_one_row() {
    let text = "The vote was set for Monday, 4\r\nNovember 2015, in the capital.\r\n";
    let pieces = [("Monday, 4\r\nNovember 2015", "a Wednesday")];
    let report = draw(text, finding(text, &pieces), vec![]);
    snapshot("graphical_line_break", text, &report);
}

#[test]
fn wide_characters_and_tabs_keep_labels_in_place() {
    let text = "\t数字 “12” of 40 — 🎉 is 25%\n";
    let report = draw(text, finding(text, &[("12", "12"), ("25%", "25%")]), vec![]);
    snapshot("graphical_wide", text, &report);
}

#[test]
fn a_label_of_many_lines_is_drawn_on_its_first() {
    let text = "| town | votes |\n|---|---|\n| A | 12 |\n| B | 13 |\n| total | 26 |\n";
    let pieces = [(text, "adds up to 25"), ("26", "26")];
    let report = draw(text, finding(text, &pieces), vec![]);
    snapshot("graphical_table", text, &report);
}

#[test]
fn a_text_cannot_steer_the_terminal() {
    let text = "Twelve \u{1b}[31mof 40\u{7} (25%) \u{202e}failed.";
    let mut finding = finding(text, &[("25%", "a\u{1b}note")]);
    finding.message = "bad\u{1b}[0m\nmessage".to_owned();
    let source = Source::new("a\u{1b}.md", text);
    let audited = Audited {
        source: &source,
        findings: vec![finding],
        sentences: vec![],
        proof: None,
    };
    for report in [
        graphical::render(&audited, Look::PLAIN),
        short::render(&audited),
    ] {
        assert!(
            !report.contains(['\u{1b}', '\u{7}', '\u{202e}']),
            "{report}"
        );
    }
}

#[test]
fn the_short_report_has_a_line_for_each_finding() {
    let source = Source::new("article.md", SCHOOLS);
    let findings = vec![finding(SCHOOLS, &PIECES), finding(SCHOOLS, &PIECES[..1])];
    let audited = Audited {
        source: &source,
        findings,
        sentences: vec![],
        proof: None,
    };
    snapshot("short", SCHOOLS, &short::render(&audited));
}

#[test]
fn the_json_report_counts_bytes_and_columns() {
    let text = "Émile: twelve of the 40 schools (25%) failed.";
    let source = Source::new("article.md", text);
    let findings = vec![finding(text, &[("25%", "here 25%")])];
    let audited = Audited {
        source: &source,
        findings,
        sentences: vec![],
        proof: None,
    };
    snapshot("json_document", text, &json::document(&audited));
    let record = json::record(&serde_json::json!("a1"), &audited);
    assert!(
        record.starts_with(r#"{"id":"a1","findings":[{"rule":"#),
        "{record}"
    );
}

#[test]
fn the_tally_is_read_aloud() {
    let tally = Tally {
        errors: 2,
        warnings: 1,
        advice: 3,
        files: 3,
    };
    assert_eq!(
        tally.to_string(),
        "2 errors, 1 warning, 3 advice in 3 files"
    );
    let none = Tally {
        files: 1,
        ..Tally::default()
    };
    assert_eq!(none.to_string(), "no findings in 1 file");
}

const LEDGER: &str = "About 1.2 million people, 5-10% of them over 500 km away, left on Monday.";

fn ledger() -> Vec<Entry> {
    let lines = Lines::new(LEDGER);
    let span = |text: &str| {
        let start = LEDGER.find(text).unwrap();
        Span::new(start, start + text.len())
    };
    let entry = |text: &str, kind, written, low: Option<i64>, high: Option<i64>| {
        let span = span(text);
        Entry {
            span,
            position: lines.position(span.range().start),
            kind,
            written,
            low: low.map(Rational::from),
            high: high.map(Rational::from),
            unit: Unit::NONE,
            each: None,
            hedge: None,
            change: None,
            head: None,
            time: None,
            loose: false,
        }
    };
    let one = |n: i64| Written::One(n.into());
    let (low, high) = (Some(1_150_000), Some(1_250_000));
    vec![
        Entry {
            hedge: Some("~"),
            head: Some(span("people")),
            ..entry("1.2 million", "cardinal", one(1_200_000), low, high)
        },
        Entry {
            unit: Unit::of(UnitId::percent()),
            low: Some(Rational::new(9, 2)),
            high: Some(Rational::new(21, 2)),
            ..entry(
                "5-10%",
                "percent",
                Written::Range(5.into(), 10.into()),
                None,
                None,
            )
        },
        Entry {
            unit: Unit::of(Units::table().named("km").next().unwrap()),
            hedge: Some(">"),
            ..entry("500 km", "measure", one(500), Some(500), None)
        },
        Entry {
            time: Some("XXXX-WXX-1".to_owned()),
            ..entry("Monday", "date", Written::Nothing, None, None)
        },
    ]
}

#[test]
fn the_ledger_is_a_table_for_people() {
    let source = Source::new("article.txt", LEDGER);
    let whole = table::render(&source, &ledger(), None);
    let narrow = table::render(&source, &ledger(), Some(72));
    assert!(
        narrow.lines().all(|line| line.chars().count() <= 72),
        "{narrow}"
    );
    snapshot("numbers_table", LEDGER, &format!("{whole}{narrow}"));
}

#[test]
fn the_ledger_is_csv_for_a_spreadsheet() {
    let rows = format!(
        "{}{}",
        csv::HEAD,
        csv::rows(&Source::new("a,b.txt", LEDGER), &ledger())
    );
    assert_eq!(rows.matches("\r\n").count(), rows.lines().count());
    snapshot("numbers_csv", LEDGER, &rows.replace("\r\n", "\n"));
}

#[test]
fn the_ledger_is_json_for_programs() {
    let source = Source::new("article.txt", LEDGER);
    let record = ledger_json::record(&serde_json::json!(7), &source, &ledger());
    snapshot("numbers_json", LEDGER, &record.replace("},{", "},\n{"));
}

mod any {
    use addup::finding::{Finding, Label, Severity};
    use addup::report::graphical::Look;
    use addup::report::{Audited, graphical, short};
    use addup::source::Source;
    use addup::span::Span;
    use proptest::prelude::*;

    use super::draw;

    fn labelled(spans: Vec<(usize, usize)>, text: &str) -> Finding {
        let boundary = |at: usize| {
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let label = |(n, (start, length)): (usize, (usize, usize))| {
            let start = boundary(start % (text.len() + 1));
            Label {
                span: Span::new(start, boundary(start + length)),
                note: Some(format!("note {n}")),
                primary: n == 0,
            }
        };
        Finding {
            rule: "a-rule".to_owned(),
            severity: Severity::Advice,
            message: "a message".to_owned(),
            help: None,
            labels: spans.into_iter().enumerate().map(label).collect(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_labels_on_any_text_are_drawn(
            text in "[ -~\n\r\té中\u{301}\u{feff}]{0,400}",
            spans in prop::collection::vec((0usize..2000, 0usize..60), 0..6),
        ) {
            let source = Source::new("a.txt", text.as_str());
            let findings = vec![labelled(spans, &text)];
            let audited = Audited { source: &source, findings, sentences: vec![], proof: None };
            let report = graphical::render(&audited, Look::PLAIN);
            for n in 0..audited.findings[0].labels.len() {
                let note = format!("note {n}");
                prop_assert!(report.contains(&note), "{}", report);
            }
            short::render(&audited);
        }

        #[test]
        fn a_report_on_prose_fits_a_hundred_columns(
            words in prop::collection::vec("[a-z]{1,12}", 1..300),
            places in prop::collection::vec(0usize..300, 1..5),
        ) {
            let text = words.join(" ");
            let starts: Vec<usize> = words
                .iter()
                .scan(0, |at, word| {
                    let start = *at;
                    *at += word.len() + 1;
                    Some(start)
                })
                .collect();
            let spans = places
                .iter()
                .map(|place| place % words.len())
                .map(|n| (starts[n], words[n].len()))
                .collect();
            let report = draw(&text, labelled(spans, &text), vec![]);
            for line in report.lines() {
                prop_assert!(line.chars().count() <= 100, "{}\n{}", line, report);
            }
        }
    }
}
