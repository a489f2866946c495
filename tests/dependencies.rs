//! Nothing is compiled into addup without a line in `docs/dependencies.md` that
//! says under which licence, and why.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Licences that ask for no more than to be named.
const PERMITTED: [&str; 10] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The crates of the lock file but addup itself.
fn locked() -> BTreeSet<String> {
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = "));
    let names = names.map(|name| name.trim_matches('"').to_owned());
    names.filter(|name| name != "addup").collect()
}

/// The rows of the page's tables: each crate and its other cells.
fn written() -> BTreeMap<String, Vec<String>> {
    let page = fs::read_to_string("docs/dependencies.md").unwrap();
    let mut crates = BTreeMap::new();
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        let cells = line.trim_matches('|').split(" | ").map(str::trim);
        let mut cells: Vec<String> = cells.map(str::to_owned).collect();
        let name = cells.remove(0);
        if name != "crate" {
            let twice = crates.insert(name.clone(), cells);
            assert!(twice.is_none(), "{name} has two lines");
        }
    }
    crates
}

#[test]
fn every_crate_has_a_line_and_every_line_a_crate() {
    let (locked, written) = (locked(), written());
    let written: BTreeSet<String> = written.into_keys().collect();
    let unwritten: Vec<&String> = locked.difference(&written).collect();
    let gone: Vec<&String> = written.difference(&locked).collect();
    assert!(
        unwritten.is_empty(),
        "no line in docs/dependencies.md: {unwritten:?}"
    );
    assert!(gone.is_empty(), "no longer in Cargo.lock: {gone:?}");
}

#[test]
fn every_licence_is_a_permitted_one() {
    let permitted = |licence: &str| {
        let choice = licence.trim().trim_matches(['(', ')']);
        choice
            .split(" OR ")
            .any(|one| PERMITTED.contains(&one.trim()))
    };
    for (name, cells) in written() {
        let licence = &cells[0];
        assert!(licence.split(" AND ").all(permitted), "{name}: {licence}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{name}: why?");
    }
}
