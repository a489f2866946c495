//! No input breaks addup: what cargo-fuzz tries millions of times (see `fuzz/`)
//! holds of every seed, of arbitrary bytes, and of what once broke it.

#[path = "../fuzz/src/lib.rs"]
#[allow(clippy::pedantic, unreachable_pub, dead_code)]
mod bodies;

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, proptest};

use bodies::{
    article, baseline, configuration, expression, interval, mention, numeral, pattern, record,
    rule, suppression,
};

/// A part of the program: its name, and what must hold of it for any bytes.
type Part = (&'static str, fn(&[u8]));

const PARTS: [Part; 11] = [
    ("article", article::holds),
    ("baseline", baseline::holds),
    ("configuration", configuration::holds),
    ("expression", expression::holds),
    ("interval", interval::holds),
    ("mention", mention::holds),
    ("numeral", numeral::holds),
    ("pattern", pattern::holds),
    ("record", record::holds),
    ("rule", rule::holds),
    ("suppression", suppression::holds),
];

/// Each seed of a part, with its name.
fn seeds(part: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(part);
    let entries = fs::read_dir(folder).expect("a folder of seeds");
    let mut seeds: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.expect("a seed").path();
            let bytes = fs::read(&path).expect("a seed is read");
            (path.display().to_string(), bytes)
        })
        .collect();
    seeds.sort();
    seeds
}

#[test]
fn every_part_has_a_target_and_seeds() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).expect("a manifest");
    for (part, _) in PARTS {
        assert!(manifest.contains(&format!("name = \"{part}\"")), "{part}");
        assert!(
            fuzz.join(format!("fuzz_targets/{part}.rs")).is_file(),
            "{part}"
        );
        assert!(!seeds(part).is_empty(), "{part}");
    }
    let targets = manifest.matches("[[bin]]").count();
    assert_eq!(targets, PARTS.len());
}

#[test]
fn every_part_holds_for_its_seeds_and_their_pieces() {
    for (part, holds) in PARTS {
        for (_, seed) in seeds(part) {
            holds(&seed);
            // A file that ends too early, or begins too late.
            for cut in [seed.len() / 3, seed.len() / 2, seed.len().saturating_sub(1)] {
                holds(&seed[..cut]);
                holds(&seed[cut..]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_part_holds_for_any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        for (_, holds) in PARTS {
            holds(&bytes);
        }
    }

    #[test]
    fn every_part_holds_for_any_text(text in "\\PC{0,120}") {
        for (_, holds) in PARTS {
            holds(text.as_bytes());
        }
    }
}
