//! Every bound that DESIGN.md lists stands in the code as it is listed.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use std::fs;
use std::path::Path;

/// The rows of the table under `## Bounds`: file, constant and value.
fn listed() -> Vec<(String, String, String)> {
    let design = fs::read_to_string("DESIGN.md").unwrap();
    let section = design.split("## Bounds\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let lines = section.lines();
    let rows = lines.filter(|line| line.starts_with("| ") && line.contains('`'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let (file, constant) = cells[2].trim_matches('`').split_once(' ').unwrap();
        (file.to_owned(), constant.to_owned(), cells[1].to_owned())
    })
    .collect()
}

/// The name and value in a line of code: `const MOST: usize = 2_000;`
fn constant(line: &str) -> Option<(&str, String)> {
    let rest = line.trim().split_once("const ")?.1;
    let (name, rest) = rest.split_once(": ")?;
    let value = rest.split_once(" = ")?.1.strip_suffix(';')?;
    let value = match value {
        "1 << 30" => "1 GiB".to_owned(),
        "1 << 16" => "64 KiB".to_owned(),
        "8 << 20" => "8 MiB".to_owned(),
        "16 << 20" => "16 MiB".to_owned(),
        value => value.replace('_', ","),
    };
    Some((name, value))
}

#[test]
fn the_bounds_in_the_design_are_those_in_the_code() {
    let listed = listed();
    assert!(listed.len() > 30, "{}", listed.len());
    for (file, name, value) in &listed {
        let code = fs::read_to_string(Path::new("src").join(file)).unwrap();
        let found = code.lines().filter_map(constant).find(|(n, _)| n == name);
        let (_, found) = found.unwrap_or_else(|| panic!("{file} has no {name}"));
        assert!(
            value.starts_with(&found),
            "{name} of {file} is {found}, not {value}"
        );
    }
}
