//! `addup rules`: list the rules.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::error::CliError;
use super::settings::{ConfigArguments, shelf_here};
use super::{Outcome, Streams};
use crate::rule::Rule;

/// The arguments of `addup rules` as typed.
#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// A folder of rules to add to the shipped ones; may be repeated
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    #[command(flatten)]
    config: ConfigArguments,
    /// How they are listed
    #[arg(long, default_value = "table")]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// A table for people
    Table,
    /// One JSON object
    Json,
}

#[derive(Serialize)]
struct List<'a> {
    version: u32,
    rules: Vec<RuleObject<'a>>,
}

#[derive(Serialize)]
struct RuleObject<'a> {
    id: &'a str,
    family: &'a str,
    severity: &'static str,
    profiles: Vec<&'static str>,
    summary: &'a str,
}

/// Lists the rules.
pub(super) fn run(typed: &RulesArguments, streams: &mut Streams) -> Result<Outcome, CliError> {
    let settings = shelf_here(&typed.config, &typed.rules)?;
    let shelf = &settings.shelf;
    let list = match typed.format {
        ListFormat::Table => table(shelf.rules()),
        ListFormat::Json => json(shelf.rules()),
    };
    streams.out.write_all(list.as_bytes())?;
    Ok(Outcome::Clean)
}

/// The names of a rule's profiles, with commas.
pub(super) fn profiles(rule: &Rule) -> String {
    let names: Vec<&str> = rule.profiles.iter().map(|p| p.name()).collect();
    names.join(", ")
}

fn table(rules: &[Rule]) -> String {
    let widest = |field: fn(&Rule) -> usize| rules.iter().map(field).max().unwrap_or(0);
    let id = widest(|rule| rule.id.len());
    let profile = widest(|rule| profiles(rule).len());
    let mut out = String::new();
    for rule in rules {
        out.push_str(&format!(
            "{:id$}  {:7}  {:profile$}  {}\n",
            rule.id,
            rule.severity.name(),
            profiles(rule),
            rule.summary,
        ));
    }
    out
}

fn object(rule: &Rule) -> RuleObject<'_> {
    RuleObject {
        id: &rule.id,
        family: rule.family(),
        severity: rule.severity.name(),
        profiles: rule.profiles.iter().map(|p| p.name()).collect(),
        summary: &rule.summary,
    }
}

fn json(rules: &[Rule]) -> String {
    let list = List {
        version: 1,
        rules: rules.iter().map(object).collect(),
    };
    let text = serde_json::to_string_pretty(&list);
    text.expect("strings can always be written as JSON") + "\n"
}
