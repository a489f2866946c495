//! Findings on what changed: with git, in a repository of our own.

#![allow(clippy::unwrap_used)]

#[path = "support/desk.rs"]
mod desk;

use std::path::Path;
use std::process::Command;

use desk::{Desk, RIGHT, Run, WRONG};

/// Runs git in the desk, without the settings of whoever runs the test.
fn git(desk: &Desk, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(&desk.0)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments)
        .output()
        .expect("these tests need git");
    assert!(output.status.success(), "{output:?}");
}

/// A repository with two articles, both wrong, committed on `main`.
fn repository(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("a.txt", format!("{RIGHT}\n{WRONG}"));
    desk.put("sub/b.txt", WRONG);
    git(&desk, &["init", "--quiet", "--initial-branch=main"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "--quiet", "--message", "Begin"]);
    desk
}

fn found(desk: &Desk) -> Vec<String> {
    let run = desk.check(&["--diff-base", "main", "--format", "short"]);
    assert_ne!(run.code, 2, "{run:?}");
    let place = |line: &str| line.split(": ").next().unwrap().to_owned();
    run.out.lines().map(place).collect()
}

#[test]
fn nothing_is_reported_where_nothing_changed() {
    let desk = repository("changes-none");
    assert!(found(&desk).is_empty());
}

#[test]
fn only_findings_on_changed_lines_are_reported() {
    let desk = repository("changes-lines");
    desk.put("a.txt", format!("{WRONG}\n{WRONG}"));
    assert_eq!(found(&desk), ["a.txt:1:27"]);
    desk.put("a.txt", format!("A new line.\n\n{RIGHT}\n{WRONG}"));
    assert!(found(&desk).is_empty());
}

#[test]
fn a_finding_is_reported_where_any_of_its_places_changed() {
    let desk = repository("changes-places");
    let wrapped = WRONG.replace(" schools ", "\nschools ");
    desk.put("sub/b.txt", &wrapped);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "--quiet", "--message", "Wrap"]);
    desk.put("sub/b.txt", wrapped.replace("Twelve", "Eleven"));
    assert_eq!(found(&desk), ["sub/b.txt:2:10"]);
}

#[test]
fn a_file_that_git_does_not_know_is_new_as_a_whole() {
    let desk = repository("changes-new");
    desk.put("sub/a \"new\" é.txt", WRONG);
    assert_eq!(found(&desk), ["sub/a \"new\" é.txt:1:27"]);
    git(&desk, &["add", "."]);
    assert_eq!(found(&desk), ["sub/a \"new\" é.txt:1:27"]);
}

#[test]
fn a_branch_is_compared_with_where_it_parted() {
    let desk = repository("changes-branch");
    git(&desk, &["checkout", "--quiet", "-b", "draft"]);
    desk.put("c.txt", WRONG);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "--quiet", "--message", "Add"]);
    git(&desk, &["checkout", "--quiet", "main"]);
    desk.put("sub/b.txt", format!("{RIGHT}\n"));
    git(&desk, &["commit", "--quiet", "--all", "--message", "Mend"]);
    git(&desk, &["checkout", "--quiet", "draft"]);
    assert_eq!(found(&desk), ["c.txt:1:27"]);
}

#[test]
fn what_git_cannot_tell_fails_the_run() {
    let desk = repository("changes-unknown");
    let run = desk.check(&["--diff-base", "mian"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("git knows no commit `mian`"), "{run:?}");
    let desk = Desk::new("changes-outside");
    desk.put("a.txt", WRONG);
    let above = desk.0.parent().unwrap_or(Path::new("/"));
    let mut command = desk.command(&["check", "--diff-base", "main"]);
    let command = command.env("GIT_CEILING_DIRECTORIES", above);
    let run = Run::of(command.output().unwrap());
    assert_eq!(run.code, 2);
    assert!(run.err.contains("outside a git repository"), "{run:?}");
}
