//! `addup numbers`: every number and date as it was understood.

use std::io::Write as _;

use clap::{Args, ValueEnum};

use super::batch;
use super::document;
use super::error::CliError;
use super::input::{InputArguments, inputs};
use super::output::{Output, OutputArguments};
use super::progress::Progress;
use super::{Outcome, Streams, complain};
use crate::article::Article;
use crate::report::Tally;
use crate::report::json::{HEAD, TAIL};
use crate::report::numbers::{csv, entries, json, table};
use crate::rule::Shelf;
use crate::source::Source;

/// The arguments of `addup numbers` as typed.
#[derive(Debug, Args)]
pub(super) struct NumbersArguments {
    #[command(flatten)]
    input: InputArguments,
    /// How the numbers are listed
    #[arg(long, default_value = "table", conflicts_with = "jsonl")]
    format: LedgerFormat,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LedgerFormat {
    /// A table for people
    Table,
    /// Comma-separated values for a spreadsheet
    Csv,
    /// One JSON object
    Json,
}

/// What `addup numbers` is to do.
pub(super) struct Numbers {
    input: InputArguments,
    output: OutputArguments,
    format: LedgerFormat,
    shelf: Shelf,
}

impl Numbers {
    /// The arguments as meant.
    pub(super) fn new(typed: NumbersArguments) -> Result<Numbers, CliError> {
        Ok(Numbers {
            input: typed.input,
            output: typed.output,
            format: typed.format,
            shelf: Shelf::audit_ready(&[]).map_err(CliError::Rules)?,
        })
    }

    /// Lists everything, and tells how it went.
    pub(super) fn run(&self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let failed = if self.input.jsonl {
            self.run_batch(streams)?
        } else {
            self.run_files(streams)?
        };
        Ok(if failed {
            Outcome::Failed
        } else {
            Outcome::Clean
        })
    }

    fn run_files(&self, streams: &mut Streams) -> Result<bool, CliError> {
        let width = self.output.terminal_width(streams);
        let (inputs, mut errors) = inputs(&self.input.paths, self.input.stdin_filename.as_deref());
        let progress = Progress::new(inputs.len(), streams.err_terminal && !self.output.quiet);
        let results = document::each(
            &inputs,
            self.input.date,
            self.input.jobs,
            &progress,
            |source| self.ledger(source, width),
        )?;
        let mut ledgers = Vec::new();
        for result in results {
            match result {
                Ok(ledger) => ledgers.push(ledger),
                Err(error) => errors.push(error),
            }
        }
        let mut out = Output::open(self.output.output_file.as_deref(), streams.out)?;
        match self.format {
            LedgerFormat::Table => out.write_all(ledgers.concat().as_bytes())?,
            LedgerFormat::Csv => write!(out, "{}{}", csv::HEAD, ledgers.concat())?,
            LedgerFormat::Json => write!(out, "{HEAD}{}{TAIL}", ledgers.join(","))?,
        }
        out.finish()?;
        for error in &errors {
            complain(error, streams);
        }
        Ok(!errors.is_empty())
    }

    fn run_batch(&self, streams: &mut Streams) -> Result<bool, CliError> {
        let mut out = Output::open(self.output.output_file.as_deref(), streams.out)?;
        let (date, jobs) = (self.input.date, self.input.jobs);
        let total = batch::run(&mut out, date, jobs, |id, source| {
            let article = Article::read(source, self.shelf.lexicon());
            (json::record(id, &entries(&article)), Tally::default())
        })?;
        out.finish()?;
        Ok(total.bad > 0)
    }

    fn ledger(&self, source: &Source, width: Option<usize>) -> String {
        let article = Article::read(source, self.shelf.lexicon());
        let entries = entries(&article);
        match self.format {
            LedgerFormat::Table => table::render(&source.name, &entries, width),
            LedgerFormat::Csv => csv::rows(&source.name, &entries),
            LedgerFormat::Json => json::document(&source.name, &entries),
        }
    }
}
