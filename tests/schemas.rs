//! What is written is held against the schemas of those who read it, and what
//! people write against ours.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

#[path = "support/desk.rs"]
mod desk;

use std::fs;
use std::path::Path;

use desk::{Desk, RIGHT, WRONG};
use jsonschema::Validator;
use roxmltree::{Document, Node};
use serde_json::{Value, json};

const ARTICLE: &str = "# Été\n\nDit-on : <i>Twelve of the 40 schools (25%)</i> \u{7}failed.\n\n\
    <!-- addup-disable-next-line schools -- 100% \"so\" -->\n\nAll is well.\n";

/// The reports of some articles in a format: of three with findings, of one
/// without, and of none.
fn reports(format: &str) -> Vec<String> {
    let desk = Desk::new(&format!("schemas-{format}"));
    desk.put("news & <views>.md", ARTICLE)
        .put("a.txt", WRONG)
        .put("b/right.txt", RIGHT);
    fs::create_dir_all(desk.0.join("none")).unwrap();
    [".", "b", "none"]
        .map(|path| {
            let run = desk.check(&["--format", format, "--exit-zero", path]);
            assert_eq!(run.code, 0, "{run:?}");
            run.out
        })
        .to_vec()
}

fn validator(path: &str) -> Validator {
    let schema = fs::read_to_string(path).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[track_caller]
fn assert_valid(validator: &Validator, value: &Value) {
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}\n{value:#}", errors.join("\n"));
}

#[test]
fn sarif_is_valid_by_its_schema() {
    // A bracket too many in one of its patterns, which strict readers refuse.
    let schema = fs::read_to_string("tests/schemas/sarif-2.1.0.json").unwrap();
    let schema = schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for report in reports("sarif") {
        assert_valid(&schema, &serde_json::from_str(&report).unwrap());
    }
    assert!(!schema.is_valid(&json!({"version": "2.1.0"})));
}

#[test]
fn rdjson_is_valid_by_its_schema() {
    let schema = validator("tests/schemas/rdjson.json");
    for report in reports("rdjson") {
        assert_valid(&schema, &serde_json::from_str(&report).unwrap());
    }
    assert!(!schema.is_valid(&json!({"diagnostics": [{"message": "a"}]})));
}

/// GitLab asks for these: a list; of each finding a text, a name, a fingerprint
/// of its own, one of five severities, a relative path and a line.
#[test]
fn gitlab_gets_what_it_asks_for() {
    let schema = jsonschema::validator_for(&json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^[^./]"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }))
    .unwrap();
    for report in reports("gitlab") {
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_valid(&schema, &report);
        let findings = report.as_array().unwrap().iter();
        let mut prints: Vec<&Value> = findings.map(|finding| &finding["fingerprint"]).collect();
        let all = prints.len();
        prints.sort_by_key(|print| print.to_string());
        prints.dedup();
        assert_eq!(prints.len(), all);
    }
}

/// The elements below a node.
fn elements<'a>(node: Node<'a, 'a>, name: &'a str) -> Vec<Node<'a, 'a>> {
    let children: Vec<Node> = node.children().filter(Node::is_element).collect();
    for child in &children {
        assert_eq!(child.tag_name().name(), name);
    }
    children
}

fn count(node: Node, name: &str) -> usize {
    node.attribute(name).unwrap().parse().unwrap()
}

/// JUnit has no schema of its own; Ant's, which servers follow, asks for the
/// names, the counts and the times.
#[test]
fn junit_counts_what_it_holds() {
    for report in reports("junit") {
        let document = Document::parse(&report).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "testsuites");
        let (mut tests, mut failures) = (0, 0);
        for suite in elements(root, "testsuite") {
            let cases = elements(suite, "testcase");
            let failed = cases
                .iter()
                .filter(|case| !elements(**case, "failure").is_empty());
            assert_eq!(count(suite, "tests"), cases.len());
            assert_eq!(count(suite, "failures"), failed.count());
            assert_eq!(count(suite, "errors"), 0);
            for case in &cases {
                for name in ["name", "classname", "file", "time"] {
                    assert!(
                        case.attribute(name).is_some_and(|value| !value.is_empty()),
                        "{name}"
                    );
                }
                for failure in elements(*case, "failure") {
                    assert!(failure.attribute("message").is_some());
                    assert!(failure.attribute("type").is_some());
                    assert!(failure.text().is_some());
                }
            }
            tests += cases.len();
            failures += count(suite, "failures");
        }
        assert_eq!(
            (count(root, "tests"), count(root, "failures")),
            (tests, failures)
        );
    }
}

#[test]
fn checkstyle_has_files_and_errors_only() {
    for report in reports("checkstyle") {
        let document = Document::parse(&report).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "checkstyle");
        assert!(root.attribute("version").is_some());
        for file in elements(root, "file") {
            assert!(file.attribute("name").is_some());
            for error in elements(file, "error") {
                assert!(count(error, "line") > 0 && count(error, "column") > 0);
                let severity = error.attribute("severity").unwrap();
                assert!(["error", "warning", "info", "ignore"].contains(&severity));
                assert!(error.attribute("message").is_some());
                assert!(error.attribute("source").is_some());
            }
        }
    }
    let document = &reports("checkstyle")[0];
    let document = Document::parse(document).unwrap();
    let names = document
        .descendants()
        .filter_map(|node| node.attribute("name"));
    assert!(names.into_iter().any(|name| name == "news & <views>.md"));
}

#[test]
fn what_is_written_as_json_is_valid_by_our_schema() {
    let schema = validator("rules/schemas/json.schema.json");
    for report in reports("json") {
        assert_valid(&schema, &serde_json::from_str(&report).unwrap());
    }
    let numbers = Desk::new("schemas-numbers");
    for file in fs::read_dir("tests/articles").unwrap() {
        let path = file.unwrap().path();
        numbers.put(
            path.file_name().unwrap().to_str().unwrap(),
            fs::read(&path).unwrap(),
        );
    }
    let run = numbers.run(&["numbers", "--format", "json"]);
    assert_valid(&schema, &serde_json::from_str(&run.out).unwrap());
    let records = "{\"id\": 7, \"text\": \"Twelve of the 40 schools (25%) failed.\"}\n{}\n";
    for command in ["check", "numbers"] {
        let run = numbers.feed(&[command, "--jsonl"], records);
        assert_eq!(run.out.lines().count(), 2);
        for line in run.out.lines() {
            assert_valid(&schema, &serde_json::from_str(line).unwrap());
        }
    }
}

/// YAML as editors read it: `yes`, `no`, `on` and `off` are words.
fn yaml(text: &str) -> Value {
    let options = serde_yaml::options! { strict_booleans: true };
    serde_yaml::from_str_with_options(text, options).unwrap()
}

/// The blocks of a page in a language.
fn blocks(page: &str, language: &str) -> Vec<Value> {
    let page = fs::read_to_string(page).unwrap();
    let fence = format!("```{language}\n");
    let parts = page.split(&fence).skip(1);
    parts
        .map(|part| yaml(part.split("```").next().unwrap()))
        .collect()
}

#[test]
fn the_configurations_on_the_pages_are_valid_by_our_schema() {
    let schema = validator("rules/schemas/config.schema.json");
    for config in [
        &blocks("README.md", "yml")[0],
        &blocks("docs/configuration.md", "yaml")[0],
    ] {
        assert_valid(&schema, config);
    }
    for wrong in [
        json!({"profil": "newsroom"}),
        json!({"profile": "newspaper"}),
        json!({"severities": {"percent": "grave"}}),
        json!({"overrides": [{"profile": "strict"}]}),
    ] {
        assert!(!schema.is_valid(&wrong), "{wrong}");
    }
}

#[test]
fn every_rule_file_is_valid_by_our_schema() {
    let schema = validator("rules/schemas/rule.schema.json");
    let mut count = 0;
    for path in files(Path::new("rules")) {
        let text = fs::read_to_string(&path).unwrap();
        assert_valid(&schema, &yaml(&text));
        count += 1;
    }
    assert!(count > 150);
    for rule in blocks("docs/rules.md", "yaml")
        .iter()
        .chain(&blocks("README.md", "yaml"))
    {
        assert_valid(&schema, rule);
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            found.push(path);
        }
    }
    found
}
