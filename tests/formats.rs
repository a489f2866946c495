//! What other programs read of a run: each format as it comes out for the
//! same three articles.

#[path = "support/desk.rs"]
mod desk;

use desk::{Desk, RIGHT, WRONG};
use serde_json::Value;

/// Asserts a snapshot under a name of ours, beside its input.
fn snapshot(name: &str, report: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => format!("news & views.md: {ARTICLE}"),
    }, {
        insta::assert_snapshot!(name, report);
    });
}

const ARTICLE: &str = "# Été\n\nDit-on : <i>Twelve of the 40 schools (25%)</i> failed.\n\n\
    <!-- addup-disable-next-line schools -- 100% \"so\" -->\n\nAll is well.\n";

/// The run of a desk with three articles in a format.
fn report(format: &str) -> String {
    let desk = Desk::new(&format!("formats-{format}"));
    desk.put("news & views.md", ARTICLE)
        .put("a.txt", WRONG)
        .put("right.txt", RIGHT);
    let run = desk.check(&["--format", format, "--fail-on", "advice"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(run.err, "2 errors, 1 advice in 3 files\n");
    run.out.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[test]
fn github_gets_an_annotation_for_each_finding() {
    snapshot("format_github", &report("github"));
}

#[test]
fn gitlab_gets_a_code_quality_report() {
    let report = report("gitlab");
    let list: Value = serde_json::from_str(&report).unwrap();
    let prints: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["fingerprint"].as_str().unwrap())
        .collect();
    assert_ne!(prints[0], prints[1]);
    snapshot("format_gitlab", &report.replace("},{", "},\n{"));
}

#[test]
fn junit_gets_a_suite_for_each_article() {
    snapshot("format_junit", &report("junit"));
}

#[test]
fn checkstyle_gets_the_articles_with_findings() {
    snapshot("format_checkstyle", &report("checkstyle"));
}

#[test]
fn reviewdog_gets_columns_in_bytes() {
    let report = report("rdjson");
    snapshot("format_rdjson", &report.replace("},{\"code", "},\n{\"code"));
}

#[test]
fn a_pull_request_gets_a_comment() {
    snapshot("format_markdown", &report("markdown"));
}

#[test]
fn each_finding_is_a_line_of_json() {
    let report = report("jsonl");
    for line in report.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        assert!(finding["path"].is_string() && finding["rule"].is_string());
    }
    snapshot("format_jsonl", &report);
}

#[test]
fn code_scanning_gets_sarif() {
    let report = report("sarif");
    let lines = report.replace("},{\"ruleId", "},\n{\"ruleId");
    snapshot(
        "format_sarif",
        &lines
            .replace(",\"tool", ",\n\"tool")
            .replace(",\"results", ",\n\"results"),
    );
    let log: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["region"]["startLine"].as_u64().unwrap() > 0);
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(!uri.contains([' ', '&', '\\']), "{uri}");
        assert!(result["partialFingerprints"]["addup/v1"].is_string());
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
    }
    let related = &run["results"][0]["relatedLocations"][0];
    assert_eq!(
        related["physicalLocation"]["region"]["snippet"]["text"],
        "Twelve"
    );
}

#[test]
fn several_reports_come_of_one_run() {
    let desk = Desk::new("formats-several");
    desk.put("a.txt", WRONG);
    let files = ["-o", "sarif=a.sarif", "-o", "junit=out/a.xml"];
    std::fs::create_dir(desk.0.join("out")).unwrap();
    let run = desk.check(&[&files[..], &["a.txt", "--format", "short"]].concat());
    assert!(run.out.starts_with("a.txt:1:27: error"), "{run:?}");
    assert!(desk.read("a.sarif").contains("\"ruleId\":\"schools"));
    assert!(desk.read("out/a.xml").starts_with("<?xml"));
    let run = desk.check(&["-o", "junti=a.xml", "a.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("did you mean `junit`?"), "{run:?}");
    let run = desk.check(&["-o", "x.txt", "-o", "json=a.json", "a.txt"]);
    assert_eq!(run.out, "");
    assert!(desk.read("x.txt").contains("1 error in 1 file"));
}

#[test]
fn a_report_without_findings_is_whole_too() {
    let desk = Desk::new("formats-none");
    desk.put("right.txt", RIGHT);
    for format in ["json", "sarif", "gitlab", "rdjson"] {
        let run = desk.check(&["--format", format]);
        let json: Value = serde_json::from_str(&run.out).unwrap();
        assert!(json.is_object() || json.is_array(), "{format}");
        assert_eq!(run.code, 0);
    }
    for format in ["junit", "checkstyle"] {
        let run = desk.check(&["--format", format]);
        assert!(run.out.trim_end().ends_with('>'), "{run:?}");
    }
}
