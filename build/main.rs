//! Prepares what a run would otherwise make anew each time: the table of units,
//! the lexicon, and the shipped rules with their patterns compiled.
//!
//! The build script is made of the crate's own modules, as far as patterns need
//! them, so that the shipped rules are loaded by the same code as a user's.
//! Where something is wrong with one of them, nothing is recorded, and loading
//! their files says what it is.

#![expect(clippy::print_stdout, reason = "what cargo is told is printed")]

mod grammar;
mod shelf;
mod units;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::Serialize;
use serde_json::Value;

use src::{document, lexicon, number, rule, span};

#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "a part of the crate"
)]
#[path = "../src"]
mod src {
    pub mod lexicon;
    pub mod span;
    pub mod number {
        pub mod calendar;
        pub mod dimension;
        pub mod hedge;
        pub mod holiday;
        pub mod interval;
        pub mod moon;
        pub mod rational;
        pub mod truth;
        pub mod unit;
        pub use calendar::Days;
        pub use dimension::Dimension;
        pub use hedge::Hedge;
        pub use holiday::Holiday;
        pub use interval::{Bound, Interval};
        pub use rational::Rational;
        pub use truth::Truth;
        pub use unit::{Unit, UnitId, UnitRow, Units};
    }
    pub mod document {
        pub mod token;
        pub use token::{Token, TokenKind};
    }
    pub mod rule {
        pub mod agenda;
        pub mod ahead;
        pub mod compile;
        pub mod error;
        pub mod file;
        pub mod pattern;
        pub mod program;
        pub mod record;
        pub mod scalar;
        pub mod sign;
        pub mod sort;
        pub mod suggest;
        pub mod words;
        pub mod workshop;
    }
}

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    // What the script is made of, cargo knows by itself.
    println!("cargo:rerun-if-changed=rules");
    let names = names(&home)?;
    println!("cargo:rustc-env=ADDUP_RULES={}", version(&home, &names)?);
    list(&names, &out)?;
    write(&out.join("units"), number::Units::table())?;
    write(&out.join("lexicon"), &grammar::lexicon())?;
    let files: Vec<String> = names
        .iter()
        .map(|name| fs::read_to_string(home.join(name)))
        .collect::<io::Result<_>>()?;
    match shelf::record(&names, &files) {
        Some(shelf) => fs::write(out.join("shelf"), shelf),
        None => fs::write(out.join("shelf"), []),
    }
}

fn write(path: &Path, prepared: &impl Serialize) -> io::Result<()> {
    let bytes = postcard::to_allocvec(prepared).map_err(io::Error::other)?;
    fs::write(path, bytes)
}

/// The shipped files' names, sorted.
fn names(home: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    walk(&home.join("rules"), &mut files)?;
    let mut names: Vec<String> = files.iter().filter_map(|f| name(home, f)).collect();
    names.sort();
    Ok(names)
}

fn list(names: &[String], out: &Path) -> io::Result<()> {
    let mut list = String::from("&[\n");
    for name in names {
        let _ = writeln!(
            list,
            "({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {name:?}))),"
        );
    }
    list.push_str("]\n");
    fs::write(out.join("shipped.rs"), list)
}

/// YAML as JSON. `yes`, `no`, `on` and `off` are words.
fn json_of(yaml: &str) -> Option<Value> {
    let options = serde_yaml::options! { strict_booleans: true };
    let value: Value = serde_yaml::from_str_with_options(yaml, options).ok()?;
    Some(with_words(value))
}

/// `false` in a list is a word; after a key it is none.
fn with_words(value: Value) -> Value {
    let word = |value| match value {
        Value::Bool(is_true) => Value::String(is_true.to_string()),
        other => with_words(other),
    };
    match value {
        Value::Array(list) => list.into_iter().map(word).collect(),
        Value::Object(map) => {
            let entries = map.into_iter().map(|(key, value)| (key, with_words(value)));
            Value::Object(entries.collect())
        }
        other => other,
    }
}

/// The version of the rule set: how many rules there are, and a hash (FNV-1a)
/// of all that the files say.
fn version(home: &Path, names: &[String]) -> io::Result<String> {
    let (mut rules, mut hash) = (0, 0xcbf2_9ce4_8422_2325_u64);
    for name in names {
        let text = fs::read_to_string(home.join(name))?;
        rules += usize::from(text.lines().any(|line| line.starts_with("id:")));
        for byte in name.bytes().chain(text.bytes()).filter(|&b| b != b'\r') {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(format!("{rules} rules {:08x}", hash >> 32))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}

/// The file's path from the crate's root, with `/` on every system.
fn name(home: &Path, file: &Path) -> Option<String> {
    let parts: Vec<&str> = file
        .strip_prefix(home)
        .ok()?
        .iter()
        .filter_map(|part| part.to_str())
        .collect();
    Some(parts.join("/"))
}
