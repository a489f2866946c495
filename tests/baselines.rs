//! Findings that are known: what a baseline hides, and for how long.

#[path = "support/desk.rs"]
mod desk;

use desk::{Desk, RIGHT, WRONG};

const WITH: [&str; 4] = ["--baseline", "known.json", "--format", "short"];

/// A desk with two articles, the findings of both known.
fn known(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("a.txt", WRONG).put("sub/b.txt", WRONG);
    let run = desk.check(&["--baseline", "known.json", "--write-baseline"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.err, "2 entries written to `known.json`\n");
    desk
}

#[test]
fn what_is_known_is_not_reported_and_what_is_new_is() {
    let desk = known("baseline-new");
    assert_eq!(desk.check(&WITH).code, 0);
    let new = "Nine of the 40 schools (42%) failed.\n";
    desk.put("a.txt", format!("{WRONG}\n{new}"));
    let run = desk.check(&WITH);
    assert_eq!(run.code, 1);
    assert_eq!(run.err, "1 error in 2 files\n");
    assert!(run.out.starts_with("a.txt:3:"), "{run:?}");
}

#[test]
fn what_is_known_stays_known_when_other_text_is_edited() {
    let desk = known("baseline-edits");
    desk.put(
        "a.txt",
        format!("A word before it.\n\n{WRONG}\nA word behind.\n"),
    );
    desk.put("sub/b.txt", WRONG.replace("40 schools", "40\nschools"));
    let run = desk.check(&WITH);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    desk.put("a.txt", WRONG.replace("25%", "26%"));
    assert_eq!(desk.check(&WITH).code, 1);
}

#[test]
fn the_same_mistake_twice_is_two_findings() {
    let desk = known("baseline-twice");
    desk.put("a.txt", format!("{WRONG}\n{WRONG}"));
    let run = desk.check(&WITH);
    assert_eq!(run.out.lines().count(), 1, "{run:?}");
}

#[test]
fn an_entry_whose_finding_is_gone_is_told_and_can_be_taken_out() {
    let desk = known("baseline-stale");
    desk.put("a.txt", RIGHT);
    let stale = "1 entry of `known.json` is stale: `--prune-baseline` takes them out\n";
    let run = desk.check(&WITH);
    assert_eq!(run.code, 0);
    assert!(run.err.ends_with(stale), "{run:?}");
    let run = desk.check(&[&WITH[..], &["--prune-baseline"]].concat());
    assert!(
        run.err.ends_with("1 entry taken out of `known.json`\n"),
        "{run:?}"
    );
    assert!(!desk.read("known.json").contains("a.txt"));
    assert_eq!(desk.check(&WITH).err, "no findings in 2 files\n");
}

#[test]
fn entries_of_articles_that_were_not_read_are_kept() {
    let desk = known("baseline-part");
    let run = desk.check(&[&["a.txt"], &WITH[..], &["--prune-baseline"]].concat());
    assert!(
        run.err.ends_with("0 entries taken out of `known.json`\n"),
        "{run:?}"
    );
    desk.check(&["a.txt", "--baseline", "known.json", "--write-baseline"]);
    assert!(desk.read("known.json").contains("\"path\":\"sub/b.txt\""));
    std::fs::remove_file(desk.0.join("sub/b.txt")).unwrap();
    assert!(desk.check(&WITH).err.contains("1 entry of `known.json`"));
}

#[test]
fn a_baseline_is_named_in_the_configuration_and_read_from_anywhere() {
    let desk = known("baseline-config");
    desk.put(
        "addup.yaml",
        "rules: [rules]\nselect: [schools]\nbaseline: known.json\n",
    );
    assert_eq!(desk.run(&["check"]).code, 0);
    let mut below = desk.command(&["check"]);
    below.current_dir(desk.0.join("sub"));
    assert_eq!(below.status().unwrap().code(), Some(0));
    assert_eq!(desk.run(&["check", "--isolated"]).code, 1);
}

#[test]
fn a_baseline_is_written_in_order_with_an_entry_a_line() {
    let desk = known("baseline-form");
    let text = desk.read("known.json");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[1].starts_with("{\"path\":\"a.txt\",\"rule\":\"schools-do-not-add-up\""));
    serde_json::from_str::<serde_json::Value>(&text).unwrap();
}

#[test]
fn a_baseline_that_is_none_fails_the_run() {
    let desk = Desk::new("baseline-none");
    desk.put("a.txt", WRONG);
    let run = desk.check(&["--baseline", "known.json"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("`--write-baseline` writes it"), "{run:?}");
    desk.put("known.json", "[]");
    let run = desk.check(&["--baseline", "known.json"]);
    assert!(run.err.contains("`known.json` is no baseline"), "{run:?}");
    let run = desk.check(&["--write-baseline"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--baseline FILE"), "{run:?}");
}

#[test]
fn findings_are_counted_by_rule_or_shown_in_part() {
    let desk = Desk::new("statistics");
    desk.put("a.txt", format!("{WRONG}\n{WRONG}"))
        .put("b.txt", WRONG);
    let run = desk.check(&["--statistics", "-q"]);
    assert_eq!(
        run.out,
        "3  schools-do-not-add-up  A percentage of schools disagrees with the part and the whole\n"
    );
    let run = desk.check(&["--max-findings", "2", "--format", "short"]);
    assert_eq!(run.out.lines().count(), 2);
    assert_eq!(run.err, "1 more is not shown\n3 errors in 2 files\n");
    assert_eq!(desk.check(&["--max-findings", "0"]).code, 1);
}
