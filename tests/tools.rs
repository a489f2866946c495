//! What rule authors, editors and packagers ask the program for.

#![allow(clippy::unwrap_used)]

#[path = "support/desk.rs"]
mod desk;

use std::collections::BTreeSet;
use std::fs;

use addup::rule::{RuleText, Shelf};
use desk::{Desk, WRONG};
use serde_json::Value;

fn schema(of: &str) -> Value {
    let desk = Desk::new(&format!("schema-{of}"));
    let run = desk.run(&["schema", of]);
    assert_eq!(run.code, 0, "{run:?}");
    serde_json::from_str(&run.out).unwrap()
}

/// The keys of a mapping in a schema.
fn keys(schema: &Value) -> BTreeSet<String> {
    let properties = schema["properties"].as_object().unwrap();
    properties.keys().cloned().collect()
}

/// The keys that an error lists as those that there are.
fn listed(help: &str) -> BTreeSet<String> {
    // A long line may be broken behind the hyphen of a key.
    let help = help.replace("-\n        ", "-");
    let list = help.split("one of ").nth(1).unwrap();
    let words = list.split(|c: char| c == ',' || c.is_whitespace());
    let words = words.take_while(|word| !word.starts_with('╰'));
    let words = words.filter(|word| !word.is_empty() && *word != "│");
    words.map(str::to_owned).collect()
}

#[test]
fn the_committed_schemas_are_current() {
    for of in ["rule", "config", "json"] {
        let desk = Desk::new(&format!("schema-current-{of}"));
        let now = desk.run(&["schema", of]).out;
        let path = format!("rules/schemas/{of}.schema.json");
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == now, "run: addup schema {of} > {path}");
    }
}

#[test]
fn the_schema_of_rules_has_the_keys_that_the_reader_has() {
    let help = |text: &str| {
        let file = RuleText {
            name: "a.yaml".to_owned(),
            text: text.to_owned(),
        };
        let errors = Shelf::load(&[file]).unwrap_err();
        listed(errors[0].cure().unwrap())
    };
    let schema = schema("rule");
    let of = |name: &str| keys(&schema["definitions"][name]);
    assert_eq!(of("rule"), help("id: a\nqqqqqqqqqq: 1\n"));
    assert_eq!(of("phrase"), help("phrase: a\nqqqqqqqqqq: 1\n"));
    assert_eq!(of("find"), help("id: a\nfind: {qqqqqqqqqq: 1}\n"));
}

#[test]
fn the_schema_of_configurations_has_the_keys_that_the_reader_has() {
    let schema = schema("config");
    let desk = Desk::new("schema-config-keys");
    desk.put("a.txt", WRONG);
    for (config, of) in [
        ("qqqqqqqqqq: 1\n", &schema),
        (
            "overrides:\n- {qqqqqqqqqq: 1}\n",
            &schema["properties"]["overrides"]["items"],
        ),
    ] {
        desk.put("addup.yaml", config);
        let run = desk.run(&["check"]);
        assert_eq!(listed(&run.err), keys(of), "{}", run.err);
    }
}

#[test]
fn what_json_holds_stands_in_its_schema() {
    let desk = Desk::new("schema-json-keys");
    desk.put("a.txt", WRONG);
    let schema = schema("json");
    let of = |name: &str| keys(&schema["definitions"][name]);
    let within = |object: &Value, name: &str| {
        for key in object.as_object().unwrap().keys() {
            assert!(of(name).contains(key), "{name} has {key}");
        }
    };
    let findings: Value = serde_json::from_str(&desk.check(&["--format", "json"]).out).unwrap();
    let finding = &findings["documents"][0]["findings"][0];
    within(&findings, "report");
    within(finding, "finding");
    within(&finding["labels"][1], "label");
    let numbers: Value =
        serde_json::from_str(&desk.run(&["numbers", "--format", "json"]).out).unwrap();
    within(&numbers["documents"][0]["mentions"][0], "mention");
}

#[test]
fn a_new_rule_passes_its_own_test_and_is_never_written_over() {
    let desk = Desk::new("new-rule");
    let run = desk.run(&["new", "goals-exceed-shots", "--rules", "house"]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "house/goals-exceed-shots.yaml\n")
    );
    let run = desk.run(&["test", "house"]);
    assert_eq!((run.code, run.out.as_str()), (0, "1 passed, 0 failed\n"));
    let run = desk.run(&["new", "goals-exceed-shots", "--rules", "house"]);
    assert_eq!(run.code, 2);
    let run = desk.run(&["new", "Goals exceed shots"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("hyphens between words"), "{run:?}");
}

#[test]
fn shells_are_given_completions() {
    let desk = Desk::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = desk.run(&["completions", shell]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("write-baseline"), "{shell}");
    }
}

#[test]
fn the_manual_page_has_every_command() {
    let desk = Desk::new("man");
    let run = desk.run(&["man"]);
    assert!(run.out.contains(".TH addup 1"), "{}", run.out);
    for part in ["baseline", "stdin\\-filename", "snapshots"] {
        assert!(run.out.contains(part), "{part}");
    }
}

#[test]
fn the_version_tells_which_rules_are_in_it() {
    let run = Desk::new("version").run(&["--version"]);
    let rules = Shelf::shipped().rules().len();
    let start = format!("addup {} ({rules} rules ", env!("CARGO_PKG_VERSION"));
    assert!(run.out.starts_with(&start), "{run:?}");
}

#[test]
fn the_rules_on_the_page_about_rules_pass_their_tests() {
    let page = fs::read_to_string("docs/rules.md").unwrap();
    let desk = Desk::new("rules-page");
    let files = page.split("```yaml\n").skip(1);
    let files = files.map(|part| part.split("```").next().unwrap());
    for (n, file) in files.enumerate() {
        desk.put(&format!("house/page/{n}.yaml"), file);
    }
    let run = desk.run(&["test", "house/page"]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "known faults: 1 noisy, 1 missing\n6 passed, 0 failed\n"),
        "{run:?}"
    );
    let commands = page.split("```sh\n").skip(1);
    for command in commands.flat_map(|part| part.split("```").next().unwrap().lines()) {
        let words: Vec<&str> = command.split_whitespace().collect();
        let run = desk.run(&words[1..]);
        assert_eq!(run.code, 0, "{command}: {run:?}");
    }
}
