//! `addup numbers`: every number and date as it was understood.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::batch;
use super::config::Layer;
use super::document::{Inputs, Read};
use super::error::CliError;
use super::input::InputArguments;
use super::output::{Output, OutputArguments, terminal_width};
use super::settings::{ConfigArguments, Settings, SettingsTree};
use super::{Outcome, Streams, complain};
use crate::article::Article;
use crate::report::Tally;
use crate::report::json::{HEAD, TAIL};
use crate::report::numbers::{csv, entries, json, table};
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
    config: ConfigArguments,
    /// Write the results to a file
    #[arg(short, long, value_name = "FILE")]
    output_file: Option<PathBuf>,
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
    output_file: Option<PathBuf>,
    format: LedgerFormat,
    tree: SettingsTree,
}

impl Numbers {
    /// The arguments as meant.
    pub(super) fn new(typed: NumbersArguments) -> Numbers {
        Numbers {
            input: typed.input,
            output: typed.output,
            output_file: typed.output_file,
            format: typed.format,
            tree: SettingsTree::new(typed.config, Vec::new(), Layer::default()),
        }
    }

    /// Lists everything, and tells how it went.
    pub(super) fn run(mut self, streams: &mut Streams) -> Result<Outcome, CliError> {
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

    fn run_files(&mut self, streams: &mut Streams) -> Result<bool, CliError> {
        let width = terminal_width(streams).filter(|_| self.output_file.is_none());
        let format = self.format;
        let shows_progress = streams.err_terminal && !self.output.quiet;
        let inputs = Inputs::find(&self.input, &mut self.tree, |_| true)?;
        let Read {
            results, errors, ..
        } = inputs.each(&self.input, shows_progress, |settings, source| {
            ledger(settings, source, format, width)
        })?;
        let ledgers: Vec<String> = results.into_iter().map(|(_, ledger)| ledger).collect();
        let mut out = Output::open(self.output_file.as_deref(), streams.out)?;
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

    fn run_batch(&mut self, streams: &mut Streams) -> Result<bool, CliError> {
        let mut out = Output::open(self.output_file.as_deref(), streams.out)?;
        let (date, jobs) = (self.input.date, self.input.jobs);
        let settings = self.tree.here()?;
        let total = batch::run(&mut out, date, jobs, |id, mut source| {
            settings.introduce(&mut source);
            let article = Article::read(&source, settings.shelf.lexicon());
            (
                json::record(id, &source, &entries(&article)),
                Tally::default(),
            )
        })?;
        out.finish()?;
        Ok(total.bad > 0)
    }
}

/// The ledger of a source in a format.
fn ledger(
    settings: &Settings,
    mut source: Source,
    format: LedgerFormat,
    width: Option<usize>,
) -> String {
    settings.introduce(&mut source);
    let article = Article::read(&source, settings.shelf.lexicon());
    let entries = entries(&article);
    match format {
        LedgerFormat::Table => table::render(&source, &entries, width),
        LedgerFormat::Csv => csv::rows(&source, &entries),
        LedgerFormat::Json => json::document(&source, &entries),
    }
}
