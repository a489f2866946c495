//! What a writer silences in the text, and what is said of a suppression that
//! silences nothing.

#[path = "support/desk.rs"]
mod desk;

use desk::{Desk, WRONG};

/// What the short report says of an article, line by line: place, severity
/// and rule.
fn said(name: &str, article: &str, arguments: &[&str]) -> Vec<String> {
    let extension = name.rsplit('.').next().unwrap();
    let desk = Desk::new(&format!("suppressions-{}", name.replace('.', "-")));
    let article_name = format!("a.{extension}");
    desk.put(&article_name, article);
    let run = desk.check(&[arguments, &["--format", "short", &article_name]].concat());
    let place = |line: &str| line.split("] ").next().unwrap().to_owned() + "]";
    run.out.lines().map(place).collect()
}

const FOUND: &str = "error[schools-do-not-add-up]";

#[test]
fn the_next_line_is_silenced_past_blank_lines_and_other_comments() {
    let text = format!(
        "<!-- addup-disable-next-line schools-do-not-add-up -- as the minister said -->\n\
         <!-- another word -->\n\n{WRONG}\n{WRONG}"
    );
    let only = [format!("a.md:6:27: {FOUND}")];
    assert_eq!(said("next.md", &text, &[]), only);
    let only = [format!("a.txt:6:27: {FOUND}")];
    assert_eq!(said("next.txt", &text, &[]), only);
    let page = text
        .replace("Twelve", "<p>Twelve")
        .replace("failed.", "failed.</p>");
    let only = [format!("a.html:6:30: {FOUND}")];
    assert_eq!(said("next.html", &page, &[]), only);
}

#[test]
fn a_line_is_silenced_by_a_comment_on_it() {
    let line = WRONG.trim();
    let text = format!("{line} <!-- addup-disable-line schools -->\n\n{line}\n");
    assert_eq!(said("line.md", &text, &[]), [format!("a.md:3:27: {FOUND}")]);
}

#[test]
fn a_stretch_is_silenced_until_it_is_enabled_again() {
    let text = format!(
        "{WRONG}\n<!-- addup-disable schools* -->\n\n{WRONG}\n{WRONG}\n\
         <!-- addup-enable schools-do-not-add-up -->\n\n{WRONG}"
    );
    assert_eq!(
        said("stretch.md", &text, &[]),
        [
            format!("a.md:1:27: {FOUND}"),
            format!("a.md:11:27: {FOUND}")
        ]
    );
    let open = format!("<!-- addup-disable -->\n\n{WRONG}\n{WRONG}");
    assert!(said("open.md", &open, &[]).is_empty());
}

#[test]
fn a_file_is_silenced_by_a_comment_anywhere_or_its_front_matter() {
    let text = format!("{WRONG}\n<!-- addup-disable-file schools -->\n");
    assert!(said("file.md", &text, &[]).is_empty());
    for (name, matter) in [
        ("flow.md", "---\naddup: {ignore: [schools]} # quoted\n---\n"),
        (
            "block.md",
            "---\naddup:\n  ignore:\n    - schools # so\ntitle: A\n---\n",
        ),
        (
            "table.md",
            "+++\ntitle = 'A'\n[addup]\nignore = [\n  \"schools\",\n]\n+++\n",
        ),
    ] {
        let text = format!("{matter}\n{WRONG}");
        assert_eq!(said(name, &text, &[]), [""; 0], "{name}");
    }
}

#[test]
fn a_suppression_that_silences_nothing_is_advice() {
    let right = "Seventeen of the 40 schools (42%) failed.\n";
    let text = format!("<!-- addup-disable-next-line schools -->\n\n{right}");
    let idle = ["a.md:1:30: advice[unused-suppression]"];
    assert_eq!(said("idle.md", &text, &[]), idle);
    let none = said(
        "idle-ignored.md",
        &text,
        &["--ignore", "unused-suppression"],
    );
    assert!(none.is_empty());
    let idle = ["a.md:1:6: advice[unused-suppression]"];
    let enable = format!("<!-- addup-enable schools -->\n\n{right}");
    assert_eq!(
        said("idle-enable.md", &enable, &[]),
        ["a.md:1:19: advice[unused-suppression]"]
    );
    let slip = format!("<!-- addup-disable-nextline schools -->\n\n{right}");
    assert_eq!(said("slip.md", &slip, &[]), idle);
}

#[test]
fn a_suppression_of_a_rule_that_was_not_run_is_left_alone() {
    let text = "<!-- addup-disable-next-line percent-of-whole -->\n\nAll is well.\n";
    assert!(said("not-run.md", text, &[]).is_empty());
}

#[test]
fn a_misspelled_rule_in_a_suppression_is_told_with_the_nearest_name() {
    let desk = Desk::new("suppressions-misspelled");
    desk.put(
        "a.md",
        "<!-- addup-disable-file percent-of-hole -->\n\nNo.\n",
    );
    let run = desk.check(&["a.md"]);
    assert_eq!(run.code, 0);
    assert!(
        run.out.contains("did you mean `percent-of-whole`?"),
        "{run:?}"
    );
}

#[test]
fn a_comment_inside_code_silences_nothing() {
    let text = format!("```\n<!-- addup-disable-file -->\n```\n\n{WRONG}");
    assert_eq!(said("code.md", &text, &[]), [format!("a.md:5:27: {FOUND}")]);
}

#[test]
fn a_batch_knows_suppressions_too() {
    let desk = Desk::new("suppressions-batch");
    let text = format!("<!-- addup-disable-file schools -->\n\n{WRONG}");
    let record = serde_json::json!({"id": 1, "text": text}).to_string();
    let check = [
        "check", "--jsonl", "--rules", "rules", "--select", "schools",
    ];
    let run = desk.feed(&check, &record);
    assert_eq!(run.out, "{\"id\":1,\"findings\":[]}\n");
}
