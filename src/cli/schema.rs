//! `addup schema`: JSON Schemas of what people write and programs read.

use clap::{Args, ValueEnum};

use super::config;
use super::error::CliError;
use super::{Outcome, Streams};
use crate::report;
use crate::rule;

/// The arguments of `addup schema` as typed.
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// What it describes
    of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaOf {
    /// A rule file: a rule, a phrase, or word classes
    Rule,
    /// An addup.yaml
    Config,
    /// What `--format json` and `--jsonl` write
    Json,
}

/// Prints the schema.
pub(super) fn run(typed: &SchemaArguments, streams: &mut Streams) -> Result<Outcome, CliError> {
    let schema = match typed.of {
        SchemaOf::Rule => rule::schema::schema(),
        SchemaOf::Config => config::schema(),
        SchemaOf::Json => report::schema::schema(),
    };
    writeln!(streams.out, "{schema:#}")?;
    Ok(Outcome::Clean)
}
