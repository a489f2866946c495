//! Every snapshot has an owner: a test that names it, or a rule.

use std::collections::BTreeSet;
use std::fs;

use addup::rule::Shelf;

#[test]
fn every_snapshot_has_an_owner() {
    let shelf = Shelf::shipped();
    let rules: BTreeSet<String> = shelf
        .rules()
        .iter()
        .map(|rule| {
            let family = rule.file().rsplit('/').nth(1).unwrap();
            format!("rules__{family}__{}.snap", rule.id)
        })
        .collect();
    let tests: String = fs::read_dir("tests")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for entry in fs::read_dir("snapshots").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.strip_suffix(".snap").expect("only snapshots lie here");
        let owned = rules.contains(&name) || tests.contains(&format!("\"{stem}\""));
        assert!(owned, "nobody owns snapshots/{name}");
    }
}

#[test]
fn no_snapshot_is_longer_than_forty_lines() {
    for entry in fs::read_dir("snapshots").unwrap() {
        let path = entry.unwrap().path();
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 40, "{} has {lines} lines", path.display());
    }
}
