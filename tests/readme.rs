//! README shows what the program prints: its reports are its reports, its rule
//! is a rule, and its commands exist.

use std::fs;
use std::process::Command;

fn readme() -> String {
    fs::read_to_string("README.md").unwrap()
}

/// The text of each fenced block in a language.
fn blocks(language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let readme = readme();
    let after = readme.split(&opening).skip(1);
    after
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}

fn addup(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_addup"))
        .args(arguments)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn readme_shows_the_reports_that_the_program_prints() {
    let shown = blocks("text");
    let tadmor = addup(&["check", "tests/articles/tadmor.txt"]);
    let ferries = addup(&["check", "tests/articles/ferries.md"]);
    assert_eq!(shown[0].trim_end(), tadmor.trim_end());
    let command = "$ addup check tests/articles/ferries.md\n";
    assert_eq!(
        shown[1].strip_prefix(command).unwrap().trim_end(),
        ferries.trim_end()
    );
}

#[test]
fn the_rule_in_readme_does_what_its_examples_say() {
    let folder = tempfile();
    let rule = blocks("yaml").remove(0);
    fs::write(format!("{folder}/price-times-count.yaml"), rule).unwrap();
    let said = addup(&["test", &folder]);
    assert!(said.contains("1 passed, 0 failed"), "{said}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_command_in_readme_is_one_of_the_program() {
    let help = addup(&["--help"]);
    for line in readme()
        .lines()
        .filter(|line| line.starts_with("    addup "))
    {
        let command = line.split_whitespace().nth(1).unwrap();
        assert!(help.contains(command), "{line}");
    }
}

fn tempfile() -> String {
    let folder = std::env::temp_dir().join(format!("addup-readme-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder.to_string_lossy().into_owned()
}
