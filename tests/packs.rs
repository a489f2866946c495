//! Rules of one's own: a pack that a sports desk could have written with the
//! page on rules beside it, tested and used as such packs are.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

#[path = "support/desk.rs"]
mod desk;

use std::fs;
use std::path::Path;

use desk::Desk;

/// A desk with the pack in `house`.
fn desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    copy(Path::new("tests/packs/sport"), &desk.0.join("house"));
    desk
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// Replaces a part of a file that has it.
fn edit(desk: &Desk, path: &str, from: &str, to: &str) {
    let text = desk.read(path);
    assert!(text.contains(from), "{path} has {from}");
    desk.put(path, text.replace(from, to));
}

const SUMMARY: &str = "known faults: 1 noisy, 1 missing\n12 passed, 0 failed\n";

#[test]
fn the_pack_passes_its_tests() {
    let run = Desk::new("packs-whole").run(&[
        "test",
        Path::new("tests/packs/sport")
            .canonicalize()
            .unwrap()
            .to_str()
            .unwrap(),
    ]);
    assert_eq!((run.code, run.out.as_str()), (0, SUMMARY), "{run:?}");
}

#[test]
fn a_configuration_that_names_the_pack_uses_it() {
    let desk = desk("packs-used");
    desk.put(
        "addup.yaml",
        "rules: [house]\nselect: [football, athletics]\n",
    );
    desk.put(
        "articles/derby.md",
        "Rovers have 12 wins, four draws and three defeats from 20 games.\n",
    );
    let run = desk.run(&["check", "--format", "short", "-q", "articles"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out
            .contains("error[record-not-sum] 12, four and three make 19"),
        "{run:?}"
    );
    let run = desk.run(&["explain", "goal-after-the-whistle"]);
    assert!(
        run.out
            .contains("Flagged, and should not be\n  The play-off"),
        "{run:?}"
    );
    assert!(
        run.out.contains("Missed\n  Ruiz scored 178 minutes"),
        "{run:?}"
    );
}

#[test]
fn the_rules_of_the_configuration_are_tested_without_naming_them() {
    let desk = desk("packs-configured");
    desk.put("addup.yaml", "rules: [house]\n");
    assert_eq!(desk.run(&["test"]).out, SUMMARY);
    assert_eq!(desk.run(&["test", "goal-after-the-whistle"]).code, 0);
    // Its classes stand in another folder of the same configuration.
    let run = desk.run(&["test", "house/football"]);
    assert!(run.out.contains("6 passed, 0 failed\n"), "{run:?}");
    let run = desk.run(&["test", "--isolated", "house/football"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(
        run.err.contains("`@win`") || run.err.contains("`win`"),
        "{run:?}"
    );
}

#[test]
fn a_known_fault_that_is_mended_is_told() {
    let desk = desk("packs-mended");
    let rule = "house/football/goal-after-the-whistle.yaml";
    edit(&desk, rule, "the 163rd minute", "the 63rd minute");
    edit(
        &desk,
        rule,
        "Ruiz scored 178 minutes into the match",
        "It fell in the 178th minute",
    );
    let run = desk.run(&["test", "house"]);
    assert_eq!(run.code, 1);
    for said in [
        "no longer flags this sentence under `noisy`",
        "move the sentence to `accepts`",
        "now flags this sentence under `missing`",
        "move the sentence to `flags`",
        "11 passed, 1 failed",
    ] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
}

#[test]
fn a_case_is_held_against_what_was_found_last() {
    let desk = desk("packs-cases");
    edit(&desk, "house/cases/derby.md", "20 games", "19 games");
    let run = desk.run(&["test", "house"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("-derby.md:8:56: error[record-not-sum]"),
        "{run:?}"
    );
    assert_eq!(desk.run(&["test", "house", "--update"]).code, 0);
    assert_eq!(desk.run(&["test", "house"]).out, SUMMARY);
    fs::rename(
        desk.0.join("house/cases/derby.md"),
        desk.0.join("house/cases/cup.md"),
    )
    .unwrap();
    let run = desk.run(&["test", "house"]);
    assert!(run.out.contains("there is no snapshot"), "{run:?}");
    assert!(run.out.contains("nothing owns"), "{run:?}");
    let run = desk.run(&["test", "house", "--update"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("removed"), "{run:?}");
}

#[test]
fn the_page_of_the_language_is_what_the_program_prints() {
    let run = Desk::new("packs-language").run(&["language"]);
    let page = fs::read_to_string("docs/language.md").unwrap();
    assert!(run.out == page, "run: addup language > docs/language.md");
    let rules = fs::read_to_string("docs/rules.md").unwrap();
    for link in rules.split("(language.md#").skip(1) {
        let anchor = link.split(')').next().unwrap();
        let named = |line: &str| {
            let heading = line.trim_start_matches('#').trim().to_lowercase();
            line.starts_with('#') && heading.replace(' ', "-") == anchor
        };
        assert!(page.lines().any(named), "{anchor}");
    }
}
