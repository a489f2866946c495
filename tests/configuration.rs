//! What an `addup.yaml` changes, and what is said of a wrong one.

#![allow(clippy::unwrap_used)]

#[path = "support/desk.rs"]
mod desk;

use desk::{Desk, WRONG};

const CONFIG: &str = "rules: [rules]\nselect: [schools]\n";

/// The findings of `addup check`, as `path severity`.
fn found(desk: &Desk, arguments: &[&str]) -> Vec<String> {
    let run = desk.run(&[&["check", "--format", "short"], arguments].concat());
    let line = |line: &str| {
        let path = line.split(':').next().unwrap();
        let severity = line.split(": ").nth(1).unwrap().split('[').next().unwrap();
        format!("{path} {severity}")
    };
    run.out.lines().map(line).collect()
}

#[test]
fn the_nearest_configuration_counts_alone() {
    let desk = Desk::new("config-nearest");
    desk.put("addup.yaml", CONFIG);
    desk.put("a.txt", WRONG).put("news/b.txt", WRONG);
    assert_eq!(found(&desk, &[]), ["a.txt error", "news/b.txt error"]);
    let near = "rules: [../rules]\nselect: [schools]\nseverities: {schools: warning}\n";
    desk.put("news/.addup.yaml", near);
    assert_eq!(found(&desk, &[]), ["a.txt error", "news/b.txt warning"]);
    desk.put("news/.addup.yaml", "ignore: [percent]\n");
    assert_eq!(found(&desk, &[]), ["a.txt error"]);
}

#[test]
fn a_configuration_can_be_named_or_refused() {
    let desk = Desk::new("config-named");
    desk.put("addup.yaml", "ignore: ['*']\n")
        .put("a.txt", WRONG);
    desk.put("ci/strict.yaml", "rules: [../rules]\nselect: [schools]\n");
    assert!(found(&desk, &[]).is_empty());
    assert_eq!(found(&desk, &["-c", "ci/strict.yaml"]), ["a.txt error"]);
    let isolated = ["--isolated", "--rules", "rules", "--select", "schools"];
    assert_eq!(found(&desk, &isolated), ["a.txt error"]);
    let run = desk.run(&["check", "-c", "nowhere.yaml"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no file or folder `nowhere.yaml`"));
}

#[test]
fn overrides_change_some_paths_and_the_last_one_counts() {
    let desk = Desk::new("config-overrides");
    desk.put(
        "addup.yaml",
        format!(
            "{CONFIG}overrides:\n\
             - {{paths: ['drafts/', '*.md'], severities: {{schools: warning}}}}\n\
             - {{paths: ['drafts/old*'], ignore: ['schools-*']}}\n\
             - {{paths: ['drafts/*/c.txt'], severities: {{schools-*: off}}}}\n"
        ),
    );
    for path in [
        "a.txt",
        "b.md",
        "drafts/a.txt",
        "drafts/old.txt",
        "drafts/x/c.txt",
    ] {
        desk.put(path, WRONG);
    }
    assert_eq!(
        found(&desk, &[]),
        ["a.txt error", "b.md warning", "drafts/a.txt warning"]
    );
    let run = desk.feed(
        &[
            "check",
            "--format",
            "short",
            "--stdin-filename",
            "drafts/a.txt",
            "-",
        ],
        WRONG,
    );
    assert!(run.out.contains(": warning["), "{run:?}");
}

#[test]
fn the_command_line_counts_more_than_the_configuration() {
    let desk = Desk::new("config-typed");
    desk.put(
        "addup.yaml",
        format!("{CONFIG}fail-on: warning\nseverities: {{schools: advice}}\n"),
    );
    desk.put("a.txt", WRONG);
    assert_eq!(desk.run(&["check"]).code, 0);
    assert_eq!(desk.run(&["check", "--fail-on", "advice"]).code, 1);
    assert!(found(&desk, &["--ignore", "schools"]).is_empty());
    assert!(found(&desk, &["--select", "calendar"]).is_empty());
    desk.put("addup.yaml", "rules: [rules]\nselect: [calendar]\n");
    assert_eq!(
        found(&desk, &["--profile", "recommended"])[0],
        "a.txt error"
    );
    desk.put(
        "addup.yaml",
        format!("{CONFIG}fail-on: warning\nseverities: {{schools: warning}}\n"),
    );
    assert_eq!(desk.run(&["check"]).code, 1);
}

#[test]
fn a_configuration_extends_another_or_a_profile() {
    let desk = Desk::new("config-extends");
    desk.put(
        "base/house.yaml",
        "rules: [../rules]\nseverities: {schools: warning}\nselect: [schools]\n",
    );
    desk.put("addup.yaml", "extends: base/house.yaml\nfail-on: warning\n");
    desk.put("a.txt", WRONG);
    assert_eq!(found(&desk, &[]), ["a.txt warning"]);
    assert_eq!(desk.run(&["check"]).code, 1);
    desk.put("addup.yaml", "extends: strict\nrules: [rules]\n");
    assert!(found(&desk, &[]).contains(&"a.txt error".to_owned()));
    desk.put("base/house.yaml", "extends: ../addup.yaml\n");
    desk.put("addup.yaml", "extends: base/house.yaml\n");
    let run = desk.run(&["check"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("this file extends itself"), "{run:?}");
}

#[test]
fn a_date_in_the_file_name_is_found_by_a_pattern() {
    let desk = Desk::new("config-date");
    let pattern = "select: [undated-weekday]\ndate: '{day}.{month}.{year}'\n";
    desk.put("addup.yaml", "select: [undated-weekday]\n");
    desk.put("5.11.2015.txt", "The fire broke out on Monday.\n");
    assert_eq!(found(&desk, &[]).len(), 1);
    desk.put("addup.yaml", pattern);
    assert!(found(&desk, &[]).is_empty());
    let numbers = desk.run(&["numbers", "--format", "json"]);
    assert!(
        numbers.out.contains("\"time\":\"2015-11-02\""),
        "{numbers:?}"
    );
}

#[test]
fn every_mistake_in_a_configuration_is_pointed_at_with_a_cure() {
    let desk = Desk::new("config-wrong");
    desk.put("a.txt", WRONG);
    for (config, place, words) in [
        ("ingore: [x]\n", "addup.yaml:1:1", "did you mean `ignore`?"),
        (
            "select: [percent-of-hole]\n",
            "addup.yaml:1:10",
            "did you mean `percent-of-whole`?",
        ),
        (
            "severities:\n  percent: eror\n",
            "addup.yaml:2:12",
            "did you mean `error`?",
        ),
        (
            "profile: recomended\n",
            "addup.yaml:1:10",
            "did you mean `recommended`?",
        ),
        (
            "rules: [nowhere]\n",
            "addup.yaml:1:9",
            "there is no file or folder `nowhere`",
        ),
        (
            "extends: sceince\n",
            "addup.yaml:1:10",
            "did you mean `science`?",
        ),
        (
            "fail-on: off\n",
            "addup.yaml:1:10",
            "one of error, warning, advice",
        ),
        ("date: '{year}'\n", "addup.yaml:1:7", "must each stand once"),
        (
            "overrides:\n- {paths: ['a[']}\n",
            "addup.yaml:2:12",
            "no pattern of paths",
        ),
        (
            "overrides:\n- {path: ['a']}\n",
            "addup.yaml:2:4",
            "did you mean `paths`?",
        ),
        ("ignore: x\n", "addup.yaml:1:9", "expected a list"),
    ] {
        desk.put("addup.yaml", config);
        let run = desk.run(&["check"]);
        assert_eq!(run.code, 2, "{config}");
        assert!(run.err.contains(place), "{config}{}", run.err);
        assert!(run.err.contains(words), "{config}{}", run.err);
        assert_eq!(run.out, "");
    }
    desk.put("addup.yaml", "# nothing yet\n");
    assert_eq!(desk.run(&["check"]).code, 1);
}

#[test]
fn what_holds_for_a_file_can_be_shown() {
    let desk = Desk::new("config-show");
    desk.put(
        "addup.yaml",
        format!("{CONFIG}severities: {{schools: advice}}\nfail-on: advice\n"),
    );
    desk.put("b.txt", WRONG)
        .put("a.md", WRONG)
        .put("c.rs", WRONG);
    let run = desk.run(&["check", "--show-settings", "a.md"]);
    assert_eq!(
        run.out,
        "config: addup.yaml\nfail-on: advice\nseverities:\n  schools-do-not-add-up: advice\n  \
         unused-suppression: advice\n"
    );
    let run = desk.run(&["check", "--show-files"]);
    assert_eq!((run.code, run.out.as_str()), (0, "a.md\nb.txt\n"));
}

#[test]
fn rules_of_a_configuration_are_listed_and_explained() {
    let desk = Desk::new("config-rules");
    desk.put("addup.yaml", CONFIG);
    assert!(desk.run(&["rules"]).out.contains("schools-do-not-add-up"));
    assert_eq!(desk.run(&["explain", "schools-do-not-add-up"]).code, 0);
    assert_eq!(
        desk.run(&["explain", "--isolated", "schools-do-not-add-up"])
            .code,
        2
    );
}

#[test]
fn the_house_says_what_comes_first_in_a_date_of_numbers() {
    let desk = Desk::new("configuration-day-order");
    desk.put("a.txt", "The lock closed on 03/04/2021.\n").put(
        "b.txt",
        "It closed on 03/04/2021 and opened on 25/05/2021.\n",
    );
    let days = |config: &str| {
        desk.put("addup.yaml", config);
        let run = desk.run(&["numbers", "--format", "csv"]);
        assert_eq!(run.code, 0, "{run:?}");
        let times = run.out.lines().skip(1);
        times
            .map(|line| line.rsplit(',').next().unwrap().to_owned())
            .collect::<Vec<String>>()
    };
    let day = ["2021-04-03", "2021-04-03", "2021-05-25"];
    assert_eq!(days("day-month-order: day-first\n"), day);
    // What the text itself tells counts more.
    let month = ["2021-03-04", "2021-04-03", "2021-05-25"];
    assert_eq!(days("day-month-order: month-first\n"), month);
    assert_eq!(days("profile: newsroom\n")[1..], day[1..]);
    let run = desk.run(&["check", "--show-settings", "a.txt"]);
    assert!(!run.out.contains("day-month-order"), "{run:?}");
    desk.put("addup.yaml", "day-month-order: day-frist\n");
    let run = desk.run(&["check"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("did you mean `day-first`?"), "{run:?}");
    desk.put("base.yaml", "day-month-order: month-first\n");
    desk.put("addup.yaml", "extends: base.yaml\n");
    let run = desk.run(&["check", "--show-settings", "a.txt"]);
    assert!(
        run.out.contains("day-month-order: month-first\n"),
        "{run:?}"
    );
}
