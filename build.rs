//! Lists the shipped rule files, so that the crate carries them in itself,
//! and writes them and the tables of words and units down as JSON, which is
//! read many times faster than YAML. Texts for readers (`why`, `flags` and the
//! like) are left out of it: who wants them reads the YAML.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::{Map, Value, json};

/// Data files of the crate, as paths under `src`.
const TABLES: [&str; 13] = [
    "lexicon/classes",
    "lexicon/hedges",
    "lexicon/holidays",
    "lexicon/nations",
    "lexicon/numerals",
    "lexicon/plurals",
    "lexicon/time",
    "lexicon/verbs",
    "number/currencies",
    "number/units",
    "rule/built_in_words",
    "rule/irregular_nouns",
    "rule/irregular_verbs",
];

/// What only readers of a rule file want.
const FOR_READERS: [&str; 6] = ["why", "limits", "flags", "accepts", "noisy", "missing"];

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    rules(&home, &out)?;
    tables(&home, &out)
}

fn rules(home: &Path, out: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    walk(&home.join("rules"), &mut files)?;
    let mut names: Vec<String> = files.iter().filter_map(|f| name(home, f)).collect();
    names.sort();
    println!("cargo:rustc-env=ADDUP_RULES={}", version(home, &names)?);
    let mut list = String::from("&[\n");
    let mut compact = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let _ = writeln!(
            list,
            "({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {name:?}))),"
        );
        // A file that is no YAML is told of when the rules are loaded.
        if let Some(Value::Object(file)) = json_of(&fs::read_to_string(home.join(name))?) {
            compact.push(entry(place, file));
        }
    }
    list.push_str("]\n");
    fs::write(out.join("shipped.rs"), list)?;
    fs::write(out.join("shipped.json"), Value::Array(compact).to_string())
}

/// A rule file without what is for readers, under the kind that it is of.
fn entry(place: usize, mut file: Map<String, Value>) -> Value {
    for key in FOR_READERS {
        file.shift_remove(key);
    }
    let kind = ["id", "words", "phrase"]
        .into_iter()
        .find(|kind| file.contains_key(*kind));
    let kind = kind.filter(|kind| *kind != "id").unwrap_or("rule");
    json!({"place": place, kind: file})
}

fn tables(home: &Path, out: &Path) -> io::Result<()> {
    for table in TABLES {
        let path = home.join("src").join(format!("{table}.yaml"));
        println!("cargo:rerun-if-changed={}", path.display());
        let table = out.join(format!("{table}.json"));
        fs::create_dir_all(table.parent().unwrap_or(out))?;
        let value = json_of(&fs::read_to_string(&path)?);
        let value =
            value.ok_or_else(|| io::Error::other(format!("{} is no YAML", path.display())))?;
        fs::write(table, value.to_string())?;
    }
    Ok(())
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
