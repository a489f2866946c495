//! No stage reaches back to a later one: a reader who follows an article from
//! the source to the report meets every type before it is used.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in order; each may use those before it.
const ORDER: [&str; 15] = [
    "span",
    "source",
    "number",
    "lexicon",
    "prepared",
    "document",
    "mention",
    "claim",
    "article",
    "finding",
    "rule",
    "audit",
    "suppression",
    "report",
    "cli",
];

/// The stages that may use less than all before them, and what they may use.
const ONLY: [(&str, &[&str]); 5] = [
    ("span", &[]),
    ("source", &["span"]),
    ("number", &[]),
    ("lexicon", &["number"]),
    ("finding", &["span"]),
];

/// Uses that are meant in spite of the order: a file, what it uses, and why.
const MEANT: [(&str, &str, &str); 1] = [(
    "src/rule/example.rs",
    "audit",
    "a rule's own sentences are audited to see whether it flags them",
)];

#[test]
fn no_stage_reaches_back_to_a_later_one() {
    let mut wrong = Vec::new();
    for path in files(Path::new("src")) {
        let name = path.to_string_lossy().replace('\\', "/");
        let Some(place) = stage(&name) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for used in uses(&text) {
            let meant = MEANT
                .iter()
                .any(|(file, of, _)| *file == name && *of == used);
            if !meant && !may_use(ORDER[place], &used) {
                wrong.push(format!("{name} uses crate::{used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_place_in_the_order() {
    for path in files(Path::new("src")) {
        let name = path.to_string_lossy().replace('\\', "/");
        let outside = ["src/lib.rs", "src/main.rs"].contains(&name.as_str());
        assert!(outside || stage(&name).is_some(), "{name} has no place");
    }
}

#[test]
fn only_the_program_reads_files_prints_or_looks_at_the_clock() {
    let forbidden = [
        "std::fs",
        "std::env",
        "std::io",
        "std::time",
        "std::process",
    ];
    for path in files(Path::new("src")) {
        let name = path.to_string_lossy().replace('\\', "/");
        if name == "src/main.rs" || name.starts_with("src/cli") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for line in text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            for module in forbidden {
                assert!(!line.contains(module), "{name} uses {module}: {line}");
            }
        }
    }
}

/// A file's stage, as a place in the order.
fn stage(name: &str) -> Option<usize> {
    let first = name.strip_prefix("src/")?.split(['/', '.']).next()?;
    ORDER.iter().position(|stage| *stage == first)
}

fn may_use(stage: &str, used: &str) -> bool {
    if stage == used {
        return true;
    }
    match ONLY.iter().find(|(limited, _)| *limited == stage) {
        Some((_, allowed)) => allowed.contains(&used),
        None => {
            let place = |name| ORDER.iter().position(|stage| *stage == name);
            place(used).is_some_and(|used| Some(used) < place(stage))
        }
    }
}

/// The modules that follow `crate::` outside comments and tests.
fn uses(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                let group = group.split_once("};").map_or(group, |(group, _)| group);
                found.extend(top_names(group));
            }
            None => found.push(name(rest)),
        }
    }
    found
}

/// The first names of a group: `a` and `b` of `a::{c, d}, b::e`.
fn top_names(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(String::new()),
            c if depth == 0 => names.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    names
        .iter()
        .map(|n| name(n.trim()))
        .filter(|n| !n.is_empty())
        .collect()
}

fn name(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}
