//! Lists the shipped rule files, so that the crate carries them in itself.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    let mut files = Vec::new();
    walk(&home.join("rules"), &mut files)?;
    let mut names: Vec<String> = files.iter().filter_map(|f| name(&home, f)).collect();
    names.sort();
    println!("cargo:rustc-env=ADDUP_RULES={}", version(&home, &names)?);
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
