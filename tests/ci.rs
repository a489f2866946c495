//! What a repository of articles runs in CI: the page about it, the hook and
//! the action, as far as a machine without those services can.

#![allow(clippy::unwrap_used)]

#[path = "support/desk.rs"]
mod desk;

use std::fs;
use std::path::Path;
use std::process::Command;

use desk::{Desk, RIGHT, Run, WRONG};
use serde_json::Value;

/// A repository on a branch of `main`.
fn repository(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("addup.yaml", "rules: [rules]\n");
    desk.put("articles/a.md", WRONG)
        .put("articles/b.txt", RIGHT);
    for arguments in [
        &["init", "--quiet", "--initial-branch=main"][..],
        &["add", "."],
        &["commit", "--quiet", "--message", "Begin"],
    ] {
        let output = Command::new("git")
            .current_dir(&desk.0)
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(["-c", "commit.gpgsign=false"])
            .args(arguments)
            .output()
            .expect("this test needs git");
        assert!(output.status.success(), "{output:?}");
    }
    desk
}

/// The code blocks of a page that are marked with a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let parts = page.split(&fence).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_command_on_the_page_about_ci_runs() {
    let page = fs::read_to_string("docs/ci.md").unwrap();
    let desk = repository("ci-page");
    let mut ran = 0;
    for line in blocks(&page, "sh").iter().flat_map(|block| block.lines()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[0], "addup", "{line}");
        let run = desk.run(&words[1..]);
        assert_ne!(run.code, 2, "{line}: {run:?}");
        ran += 1;
    }
    assert!(ran > 5);
    assert!(desk.read("addup.sarif").contains("\"version\":\"2.1.0\""));
    assert!(desk.read(".addup-baseline.json").contains("articles/a.md"));
}

#[test]
fn the_configuration_on_its_page_is_read() {
    let page = fs::read_to_string("docs/configuration.md").unwrap();
    let desk = repository("ci-configuration");
    let rule = desk.read("rules/schools/schools-do-not-add-up.yaml");
    desk.put("house/rules/own.yaml", rule);
    desk.put("addup.yaml", &blocks(&page, "yaml")[0]);
    let run = desk.run(&["check", "--show-settings", "articles/b.txt"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("fail-on: warning"), "{run:?}");
    assert!(!run.out.contains("weekday-date-mismatch"), "{run:?}");
    let other = desk.run(&["check", "--show-settings", "articles/a.md"]);
    assert!(other.out.contains("weekday-date-mismatch"), "{other:?}");
}

#[test]
fn the_job_on_the_page_writes_what_gitlab_collects() {
    let page = fs::read_to_string("docs/ci.md").unwrap();
    let jobs = blocks(&page, "yaml");
    let job = jobs.iter().find(|block| block.contains("codequality"));
    let job: Value = serde_yaml::from_str(job.unwrap()).unwrap();
    let script = job["addup"]["script"][1].as_str().unwrap();
    let words: Vec<&str> = script.split_whitespace().collect();
    let desk = repository("ci-gitlab");
    assert_eq!(desk.run(&words[1..]).code, 1);
    let report = job["addup"]["artifacts"]["reports"]["codequality"].as_str();
    let report: Value = serde_json::from_str(&desk.read(report.unwrap())).unwrap();
    assert_eq!(report[0]["location"]["path"], "articles/a.md");
}

#[test]
fn the_hook_checks_the_files_it_is_given() {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").unwrap();
    let hooks: Value = serde_yaml::from_str(&hooks).unwrap();
    let entry = hooks[0]["entry"].as_str().unwrap();
    let words: Vec<&str> = entry.split_whitespace().collect();
    assert_eq!(words[0], "addup");
    let desk = repository("ci-hook");
    let run = |file| desk.run(&[&words[1..], &[file]].concat());
    assert_eq!(run("articles/a.md").code, 1);
    assert_eq!(run("articles/b.txt").code, 0);
}

/// Runs the last step of the action.
fn action(desk: &Desk, paths: &str, arguments: &str) -> Run {
    let action = fs::read_to_string("action.yml").unwrap();
    let action: Value = serde_yaml::from_str(&action).unwrap();
    let steps = action["runs"]["steps"].as_array().unwrap();
    let script = steps.last().unwrap()["run"].as_str().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_addup")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    desk.put("summary.md.out", "");
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(&desk.0)
        .env("PATH", format!("{}:{path}", program.display()))
        .env("RUNNER_TEMP", &desk.0)
        .env("GITHUB_STEP_SUMMARY", desk.0.join("summary.md.out"))
        .env("ADDUP_PATHS", paths)
        .env("ADDUP_ARGUMENTS", arguments)
        .output()
        .unwrap();
    Run::of(output)
}

#[test]
#[cfg(unix)]
fn the_action_fails_exactly_when_the_program_does() {
    let desk = repository("ci-action");
    let run = action(&desk, "articles", "");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("::error file=articles/a.md,line=1"));
    assert!(desk.read("summary.md.out").starts_with("### addup: "));
    assert_eq!(action(&desk, "articles/b.txt", "").code, 0);
    assert_eq!(action(&desk, "articles", "--exit-zero -q").code, 0);
    assert_eq!(action(&desk, "articles", "--diff-base main").code, 0);
    assert_eq!(action(&desk, "nowhere", "").code, 2);
    assert_eq!(action(&desk, "articles", "--select nothing").code, 2);
    assert_eq!(desk.read("summary.md.out"), "");
}
