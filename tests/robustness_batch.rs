//! A batch of any length is answered in order, whatever its records are.

#![allow(clippy::unwrap_used, reason = "what a test cannot do fails it")]

#[path = "support/desk.rs"]
mod desk;

use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;

use desk::{Desk, RIGHT, WRONG};
use serde_json::Value;

const CHECK: [&str; 6] = [
    "check", "--jsonl", "--rules", "rules", "--select", "schools",
];

/// A run under way, and where it reads records from.
fn start(mut command: Command, stderr: Stdio) -> (Child, ChildStdin) {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped());
    let mut child = command.stderr(stderr).spawn().unwrap();
    let stdin = child.stdin.take().unwrap();
    (child, stdin)
}

fn answers(out: &str) -> Vec<Value> {
    let lines = out.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn twenty_thousand_records_are_answered_in_order() {
    let desk = Desk::new("batch-long");
    let mut input = String::new();
    for n in 0..20_000 {
        // Short and long ones by turns, and some that are wrong.
        let text = match n % 100 {
            0 => WRONG.trim().repeat(1 + n % 13),
            1 => RIGHT.trim().to_owned(),
            _ => "It blew.".to_owned(),
        };
        match n % 1_000 {
            999 => writeln!(input, "{{\"id\": {n}, \"text\": {n}}}").unwrap(),
            _ => writeln!(input, "{{\"id\": {n}, \"text\": \"{text}\"}}").unwrap(),
        }
    }
    let (child, mut stdin) = start(desk.command(&CHECK), Stdio::piped());
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    let run = desk::Run::of(child.wait_with_output().unwrap());
    writer.join().unwrap();
    let answers = answers(&run.out);
    assert_eq!(answers.len(), 20_000);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], n);
        match (n % 1_000, n % 100) {
            (999, _) => assert!(answer["error"].is_string(), "{answer}"),
            (_, 0) => assert_eq!(answer["findings"].as_array().unwrap().len(), 1 + n % 13),
            _ => assert_eq!(answer["findings"].as_array().unwrap().len(), 0),
        }
    }
    assert_eq!(
        (run.code, run.err.as_str()),
        (2, "20 records could not be read\n")
    );
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let desk = Desk::new("batch-ids");
    for id in [
        "123456789012345678901234567890",
        "1.000000000000000000001",
        "-0.0",
        "1e400",
        "\"\\u00e9\\/\\ud83d\\ude00\"",
        "{\"b\": 1, \"a\": [null, 2]}",
        "null",
    ] {
        for (text, key) in [("\"It took 237 men.\"", "findings"), ("7", "error")] {
            let run = desk.feed(&CHECK, &format!("{{\"text\": {text}, \"id\": {id}}}\n"));
            assert!(
                run.out.starts_with(&format!("{{\"id\":{id},\"{key}\":")),
                "{run:?}"
            );
        }
    }
    let run = desk.feed(&CHECK, "{\"id\": [1,\r2], \"text\": \"\"}\r\n");
    assert_eq!(run.out, "{\"id\":[1, 2],\"findings\":[]}\n");
}

#[test]
fn a_lone_surrogate_escape_is_an_error_of_its_record() {
    let desk = Desk::new("batch-surrogate");
    let lines = [
        r#"{"id": 1, "text": "\ud83d and 5"}"#,
        r#"{"id": 2, "text": "\ud83d\ude00 and 5"}"#,
        r#"{"id": 3, "text": "\u0000 and 5"}"#,
        r#"{"id": "\ud83d", "text": "5"}"#,
        r#"{"id": "\udead"}"#,
    ];
    let run = desk.feed(&["numbers", "--jsonl"], &lines.join("\n"));
    let answers = answers(&run.out);
    assert!(answers[0]["error"].is_string());
    assert_eq!(answers[1]["mentions"][0]["start"], 9);
    assert_eq!(answers[2]["mentions"][0]["start"], 6);
    for answer in &answers[3..] {
        assert!(
            answer["id"].is_null() && answer["error"].is_string(),
            "{answer}"
        );
    }
    assert_eq!(run.code, 2);
}

#[test]
fn bytes_that_are_no_text_are_an_error_of_their_record() {
    let desk = Desk::new("batch-bytes");
    let (child, mut stdin) = start(desk.command(&CHECK), Stdio::null());
    stdin
        .write_all(b"\xff\xfe{\"id\": 1}\n{\"id\": 2, \"text\": \"\xff\"}\n\0\n")
        .unwrap();
    stdin
        .write_all(b"[[[[[[\n{\"id\": 5, \"text\": \"5\"}")
        .unwrap();
    drop(stdin);
    let run = desk::Run::of(child.wait_with_output().unwrap());
    let answers = answers(&run.out);
    assert_eq!(answers.len(), 5);
    assert!(
        answers[..4]
            .iter()
            .all(|answer| answer["error"].is_string())
    );
    assert_eq!(answers[4]["id"], 5);
}

#[test]
fn a_run_that_is_killed_leaves_the_report_as_it_was() {
    let desk = Desk::new("batch-killed");
    desk.put("answers.jsonl", "the last run\n");
    let (mut child, mut stdin) = start(
        desk.command(&[&CHECK[..], &["-o", "answers.jsonl"]].concat()),
        Stdio::null(),
    );
    // Enough that some answers must have been written before more was taken.
    for n in 0..2_000 {
        writeln!(stdin, "{{\"id\": {n}, \"text\": \"{}\"}}", WRONG.trim()).unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(desk.read("answers.jsonl"), "the last run\n");
}

#[test]
fn a_batch_that_fails_to_start_leaves_nothing() {
    let desk = Desk::new("batch-unstarted");
    let run = desk.feed(
        &[
            "check",
            "--jsonl",
            "--select",
            "nothing",
            "-o",
            "answers.jsonl",
        ],
        "",
    );
    assert_eq!(run.code, 2);
    let files = fs::read_dir(&desk.0).unwrap().count();
    assert_eq!(files, 1, "only the folder of rules");
}

#[test]
fn a_reader_that_has_read_enough_ends_the_run_quietly() {
    let desk = Desk::new("batch-closed");
    let (mut child, mut stdin) = start(desk.command(&CHECK), Stdio::piped());
    let mut stdout = child.stdout.take().unwrap();
    let writer = thread::spawn(move || {
        for n in 0..200_000 {
            // It ends when the program does.
            if writeln!(stdin, "{{\"id\": {n}, \"text\": \"{}\"}}", WRONG.trim()).is_err() {
                return true;
            }
        }
        false
    });
    let mut some = [0; 100];
    stdout.read_exact(&mut some).unwrap();
    drop(stdout);
    let run = child.wait_with_output().unwrap();
    assert!(writer.join().unwrap(), "the rest is not taken");
    assert_eq!(
        (run.status.code(), run.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}
