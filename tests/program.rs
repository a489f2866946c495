//! The program as its users meet it: arguments, files, exit codes.

#[path = "support/desk.rs"]
mod desk;

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use desk::{Desk, RIGHT, RULE, Run, WRONG};

#[test]
fn a_finding_gives_exit_code_one_and_none_gives_zero() {
    let desk = Desk::new("exit-codes");
    desk.put("wrong.txt", WRONG).put("right.txt", RIGHT);
    assert_eq!(desk.check(&["wrong.txt"]).code, 1);
    assert_eq!(desk.check(&["right.txt"]).code, 0);
    assert_eq!(desk.check(&["wrong.txt", "--exit-zero"]).code, 0);
    assert_eq!(desk.check(&["wrong.txt", "--fail-on", "advice"]).code, 1);
}

#[test]
fn the_summary_counts_findings_and_files() {
    let desk = Desk::new("summary");
    desk.put("wrong.txt", WRONG).put("right.md", RIGHT);
    let drawn = desk.check(&[]);
    assert!(drawn.out.ends_with("1 error in 2 files\n"), "{drawn:?}");
    let short = desk.check(&["--format", "short"]);
    assert_eq!(short.err, "1 error in 2 files\n");
    let message = "error[schools-do-not-add-up] the failed schools are not 25% of all\n";
    assert_eq!(short.out, format!("wrong.txt:1:27: {message}"));
    let quiet = desk.check(&["--format", "short", "-q"]);
    assert_eq!(quiet.err, "");
}

#[test]
fn a_path_that_does_not_exist_fails_the_run_but_not_the_others() {
    let desk = Desk::new("missing");
    desk.put("wrong.txt", WRONG);
    let run = desk.check(&["nowhere.txt", "wrong.txt", "--format", "short"]);
    assert_eq!(run.code, 2);
    assert!(run.out.starts_with("wrong.txt:1:27: error"), "{run:?}");
    assert!(run.err.contains("there is no file or folder `nowhere.txt`"));
}

#[test]
fn a_binary_file_fails_the_run_but_not_the_others() {
    let desk = Desk::new("binary");
    desk.put("a.txt", b"PK\x03\0\0").put("b.txt", WRONG);
    desk.put("c.txt", b"caf\xe9 40\n");
    let run = desk.check(&["--format", "short"]);
    assert_eq!(run.code, 2);
    assert!(run.out.starts_with("b.txt:1:27: error"), "{run:?}");
    assert!(run.err.contains("`a.txt` is a binary file"), "{run:?}");
    assert!(
        run.err.contains("`c.txt` is not UTF-8: byte 3 (line 1)"),
        "{run:?}"
    );
}

#[test]
fn columns_count_characters_after_the_mark_and_lines_end_in_any_way() {
    let desk = Desk::new("encodings");
    desk.put("bom.txt", format!("\u{feff}{WRONG}"));
    desk.put(
        "crlf.txt",
        format!("Été.\r\n\r\nÀ Paris. {WRONG}").replace(".\n", ".\r\n"),
    );
    desk.put("empty.txt", "");
    let run = desk.check(&["--format", "short"]);
    let places: Vec<&str> = run
        .out
        .lines()
        .filter_map(|l| l.split(": ").next())
        .collect();
    assert_eq!(places, ["bom.txt:1:27", "crlf.txt:3:36"], "{run:?}");
    assert_eq!(run.err, "2 errors in 3 files\n");
}

#[test]
fn a_folder_is_searched_for_texts_that_are_not_ignored() {
    let desk = Desk::new("walk");
    for path in [
        "b.md",
        "a.txt",
        "sub/c.HTML",
        "d.rs",
        "drafts/e.md",
        "f.markdown",
        ".g.md",
    ] {
        desk.put(path, WRONG);
    }
    desk.put(".gitignore", "f.markdown\n")
        .put(".addupignore", "drafts\n");
    let run = desk.check(&["--format", "short"]);
    let names: Vec<&str> = run
        .out
        .lines()
        .filter_map(|l| l.split(':').next())
        .collect();
    assert_eq!(names, ["a.txt", "b.md", "sub/c.HTML"], "{run:?}");
    let explicit = desk.check(&["d.rs", "f.markdown", "a.txt", "a.txt", "--format", "short"]);
    assert_eq!(explicit.err, "3 errors in 3 files\n");
}

#[test]
fn standard_input_has_the_name_it_is_given() {
    let desk = Desk::new("stdin");
    let check = [
        "check", "--rules", "rules", "--select", "schools*", "--format", "short", "-",
    ];
    let run = desk.feed(&check, WRONG);
    assert!(run.out.starts_with("<stdin>:1:27: "), "{run:?}");
    let named = [&check[..], &["--stdin-filename", "2015-11-05-title.md"]].concat();
    let run = desk.feed(&named, "> Twelve of the 40 schools (25%) failed.\n");
    assert!(run.out.starts_with("2015-11-05-title.md:1:29: "), "{run:?}");
}

#[test]
fn only_what_is_asked_for_is_colored() {
    let desk = Desk::new("color");
    desk.put("wrong.txt", WRONG);
    assert!(!desk.check(&["wrong.txt"]).out.contains('\u{1b}'));
    assert!(
        desk.check(&["wrong.txt", "--color", "always"])
            .out
            .contains('\u{1b}')
    );
    let mut command = desk.command(&["check", "--rules", "rules", "wrong.txt"]);
    let run = Run::of(command.env("NO_COLOR", "1").output().unwrap());
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn json_has_every_document() {
    let desk = Desk::new("json");
    desk.put("wrong.txt", WRONG).put("right.txt", RIGHT);
    let run = desk.check(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["documents"][0]["path"], "right.txt");
    assert_eq!(json["documents"][0]["findings"], serde_json::json!([]));
    let finding = &json["documents"][1]["findings"][0];
    assert_eq!(finding["rule"], "schools-do-not-add-up");
    let primary = finding["labels"].as_array().unwrap().iter();
    let primary = primary
        .filter(|label| label["primary"] == true)
        .collect::<Vec<_>>();
    assert_eq!(primary.len(), 1);
    assert_eq!(primary[0]["text"], "25%");
    assert_eq!(
        (&primary[0]["start"], &primary[0]["end"]),
        (&26.into(), &29.into())
    );
}

#[test]
fn an_output_file_appears_whole_and_leaves_nothing_beside_it() {
    let desk = Desk::new("output-file");
    desk.put("wrong.txt", WRONG).put("out/report.json", "old");
    let run = desk.check(&["wrong.txt", "--format", "json", "-o", "out/report.json"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(desk.read("out/report.json").starts_with("{\"version\":1"));
    assert_eq!(fs::read_dir(desk.0.join("out")).unwrap().count(), 1);
    let run = desk.check(&["wrong.txt", "-o", "nowhere/report.json"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("`nowhere/report.json` cannot be written"),
        "{run:?}"
    );
}

#[test]
fn a_batch_answers_in_order_and_survives_bad_records() {
    let desk = Desk::new("batch");
    let text = WRONG.trim();
    let mut input = String::new();
    for n in 0..700 {
        let date = if n % 2 == 0 {
            "\"2015-11-05T10:00:00Z\""
        } else {
            "null"
        };
        input.push_str(&format!(
            "{{\"id\":{n},\"text\":\"{text}\",\"date\":{date}}}\n"
        ));
        if n == 300 {
            input.push_str("this is not JSON\n\n{\"id\":\"b\",\"text\":7}\n");
        }
    }
    let check = [
        "check", "--jsonl", "--rules", "rules", "--select", "schools",
    ];
    let run = desk.feed(&check, &input);
    let answers: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 702);
    assert_eq!(answers[301]["id"], serde_json::Value::Null);
    assert!(answers[301]["error"].is_string());
    assert_eq!(answers[302]["id"], "b");
    let good = answers.iter().filter(|answer| answer["error"].is_null());
    for (n, answer) in good.enumerate() {
        assert_eq!(answer["id"], n);
        assert_eq!(answer["findings"][0]["labels"][1]["start"], 26);
    }
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "2 records could not be read\n");
}

#[test]
fn a_batch_answers_before_the_input_ends() {
    use std::io::{BufRead as _, BufReader};
    let desk = Desk::new("batch-live");
    let mut child = desk
        .command(&["numbers", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for n in 0..3 {
        writeln!(stdin, "{{\"id\":{n},\"text\":\"It took 237 men.\"}}").unwrap();
        stdin.flush().unwrap();
        let answer: serde_json::Value =
            serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], n);
        assert_eq!(answer["mentions"][0]["written"], 237);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let desk = Desk::new("closed-pipe");
    desk.put("wrong.txt", WRONG.repeat(3000));
    let mut command = desk.command(&["numbers", "wrong.txt"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let run = Run::of(child.wait_with_output().unwrap());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn an_unknown_rule_is_an_error_with_the_nearest_name() {
    let desk = Desk::new("unknown-rule");
    let run = desk.run(&[
        "check",
        "--rules",
        "rules",
        "--select",
        "schools-do-not-add-pu",
    ]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("did you mean `schools-do-not-add-up`?"),
        "{run:?}"
    );
    let run = desk.run(&["explain", "--rules", "rules", "schools-do-not-ad-up"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("did you mean `schools-do-not-add-up`?"),
        "{run:?}"
    );
}

#[test]
fn a_wrong_rule_file_stops_the_run_and_is_pointed_at() {
    let desk = Desk::new("wrong-rule");
    desk.put(
        "rules/schools/wrong.yaml",
        RULE.replace("whole ==", "hole =="),
    );
    desk.put("rules/schools/other.yaml", "id: [");
    let run = desk.check(&["."]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("wrong.yaml:"), "{run:?}");
    assert!(run.err.contains("other.yaml:"), "{run:?}");
    assert_eq!(run.out, "");
}

#[test]
fn the_page_of_a_rule_shows_what_it_flags_and_accepts() {
    let desk = Desk::new("explain");
    let run = desk.run(&["explain", "--rules", "rules", "schools-do-not-add-up"]);
    assert_eq!(run.code, 0);
    for part in [
        "family schools",
        "the failed schools are not 25% of all",
        RIGHT.trim(),
    ] {
        assert!(run.out.contains(part), "{run:?}");
    }
}

#[test]
fn rules_are_listed_for_people_and_programs() {
    let desk = Desk::new("rules");
    let run = desk.run(&["rules", "--rules", "rules"]);
    assert!(run.out.contains("schools-do-not-add-up"), "{run:?}");
    let run = desk.run(&["rules", "--rules", "rules", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let rules = json["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["family"] == "schools"));
}

#[test]
fn a_folder_of_rules_is_tested_against_its_sentences_and_snapshots() {
    let desk = Desk::new("test");
    let run = desk.run(&["test", "rules"]);
    assert_eq!((run.code, run.out.as_str()), (0, "1 passed, 0 failed\n"));

    let run = desk.run(&["test", "rules", "--update"]);
    assert_eq!((run.code, run.out.as_str()), (0, "1 passed, 0 failed\n"));
    let name = "rules/snapshots/rules__schools__schools-do-not-add-up.snap";
    let snapshot = desk.read(name);
    assert!(
        snapshot.contains("the failed schools are not 25% of all"),
        "{snapshot}"
    );
    assert_eq!(desk.run(&["test", "rules"]).code, 0);

    desk.put(name, snapshot.replace("are not 25%", "were not 25%"));
    let run = desk.run(&["test", "rules"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("+example:1:27: error"), "{run:?}");
    assert!(run.out.ends_with("0 passed, 1 failed\n"), "{run:?}");

    let accepts = RULE.replace(
        "Seventeen of the 40 schools (42%)",
        "Nine of the 40 schools (42%)",
    );
    desk.put("rules/schools/schools-do-not-add-up.yaml", accepts);
    let run = desk.run(&["test", "rules"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("flags this sentence under `accepts`"),
        "{run:?}"
    );
}

#[test]
fn the_ledger_comes_in_three_formats() {
    let desk = Desk::new("numbers");
    desk.put("a.txt", "It took 237 men two days.\n");
    let table = desk.run(&["numbers", "a.txt"]);
    assert!(table.out.starts_with("a.txt\n"), "{table:?}");
    let csv = desk.run(&["numbers", "a.txt", "--format", "csv"]);
    assert!(
        csv.out
            .contains("\r\na.txt,1,9,8,11,237,cardinal,237,,237,237,"),
        "{csv:?}"
    );
    let json = desk.run(&["numbers", "a.txt", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let mentions = &json["documents"][0]["mentions"];
    assert_eq!(mentions[1]["kind"], "duration");
    assert_eq!(mentions[1]["time"], "P2D");
}

#[test]
fn wrong_arguments_give_exit_code_two_and_help_gives_zero() {
    let desk = Desk::new("arguments");
    assert_eq!(desk.run(&["check", "--format", "xml"]).code, 2);
    assert_eq!(desk.run(&["check", "--jsonl", "a.txt"]).code, 2);
    assert_eq!(desk.run(&["check", "--date", "yesterday"]).code, 2);
    let help = desk.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.contains("explain"));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let desk = Desk::new("threads");
    for n in 0..20 {
        desk.put(
            &format!("{n:02}.txt"),
            if n % 3 == 0 { WRONG } else { RIGHT },
        );
    }
    let one = desk.check(&["--format", "json", "-j", "1"]);
    let four = desk.check(&["--format", "json", "--jobs", "4"]);
    assert_eq!((one.code, one.out), (four.code, four.out));
    assert_eq!(desk.check(&["-j", "none"]).code, 2);
}

#[test]
fn a_misspelled_option_or_command_is_told_with_the_nearest() {
    let desk = Desk::new("misspelled");
    for (typed, meant) in [
        (&["check", "--formt", "json"][..], "--format"),
        (&["check", "--format", "jsn"], "json"),
        (&["chekc"], "check"),
        (&["check", "--profile", "newsrom"], "newsroom"),
    ] {
        let run = desk.run(typed);
        assert_eq!(run.code, 2, "{typed:?}");
        assert!(
            run.err.contains("similar") && run.err.contains(meant),
            "{}",
            run.err
        );
    }
}

#[test]
#[cfg(unix)]
fn a_run_that_is_interrupted_leaves_no_half_report() {
    let desk = Desk::new("interrupted");
    desk.put("out.jsonl", "before\n");
    let mut command = desk.command(&["check", "--jsonl", "-o", "out.jsonl"]);
    command.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for n in 0..600 {
        writeln!(stdin, "{{\"id\": {n}, \"text\": \"All is well.\"}}").unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(desk.read("out.jsonl"), "before\n");
}

#[test]
fn a_report_among_the_articles_is_no_article() {
    let desk = Desk::new("reports-among-articles");
    desk.put("a.txt", WRONG);
    let reports = ["-o", "html=a.html", "-o", "markdown=a.md", "--exit-zero"];
    assert_eq!(desk.check(&reports).code, 0);
    let run = desk.run(&["check", "--show-files"]);
    assert_eq!(run.out, "a.txt\n");
    // One that is named is meant.
    let run = desk.run(&["check", "--show-files", "a.html"]);
    assert_eq!(run.out, "a.html\n");
}
