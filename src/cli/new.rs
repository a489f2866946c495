//! `addup new`: begin a rule of one's own.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::error::{CliError, plain};
use super::{Outcome, Streams};

/// The arguments of `addup new` as typed.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The rule's id: what is wrong, in small letters with hyphens, such as
    /// `goals-exceed-shots`
    rule: String,
    /// The folder that it is written to; its name is the rule's family
    #[arg(long, value_name = "DIR", default_value = "rules")]
    rules: PathBuf,
}

/// What a new rule looks like, with `RULE` for its id. It passes its own test.
const SKELETON: &str = include_str!("new/skeleton.yaml");

/// Writes the rule, where there is none of that name.
pub(super) fn run(typed: &NewArguments, streams: &mut Streams) -> Result<Outcome, CliError> {
    let words = typed.rule.split('-');
    let is_word = |word: &str| {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        !word.is_empty() && word.bytes().all(allowed)
    };
    if !words.into_iter().all(is_word) {
        return Err(CliError::NoRuleId {
            name: typed.rule.clone(),
        });
    }
    let path = typed.rules.join(format!("{}.yaml", typed.rule));
    let shown = path.to_string_lossy().into_owned();
    let unwritable = |error: &std::io::Error| CliError::Unwritable {
        path: shown.clone(),
        why: plain(error),
    };
    fs::create_dir_all(&typed.rules).map_err(|error| unwritable(&error))?;
    let mut open = OpenOptions::new();
    let mut file = open
        .write(true)
        .create_new(true)
        .open(&path)
        .map_err(|error| unwritable(&error))?;
    file.write_all(SKELETON.replace("RULE", &typed.rule).as_bytes())
        .map_err(|error| unwritable(&error))?;
    let folder = typed.rules.to_string_lossy();
    writeln!(streams.out, "{shown}")?;
    writeln!(streams.err, "`addup test {folder}` tests it")?;
    Ok(Outcome::Clean)
}
