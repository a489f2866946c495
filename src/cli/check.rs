//! `addup check`: find the numbers and dates that cannot all be true.

use std::io::Write as _;

use clap::{Args, ValueEnum};

use super::batch;
use super::choice::{ChoiceArguments, Chosen};
use super::document;
use super::error::CliError;
use super::input::{InputArguments, inputs};
use super::output::{Output, OutputArguments};
use super::progress::Progress;
use super::{Outcome, Streams, complain};
use crate::article::Article;
use crate::audit::audit;
use crate::finding::Severity;
use crate::report::graphical::{self, Look};
use crate::report::{Audited, Tally, json, short};
use crate::rule::Rule;
use crate::source::Source;
use crate::suppression::{UNUSED, suppress};

/// The arguments of `addup check` as typed.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// How findings are reported
    #[arg(long, default_value = "graphical", conflicts_with = "jsonl")]
    format: ReportFormat,
    #[command(flatten)]
    output: OutputArguments,
    /// The least severity that makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: SeverityName,
    /// Exit with 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// Drawn on the article
    Graphical,
    /// One line each: path:line:column: severity[rule] message
    Short,
    /// One JSON object
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SeverityName {
    Error,
    Warning,
    Advice,
}

/// What `addup check` is to do.
pub(super) struct Check {
    input: InputArguments,
    output: OutputArguments,
    chosen: Chosen,
    format: ReportFormat,
    /// The least severity that is a failure; `None` when none is.
    fail_on: Option<Severity>,
}

impl Check {
    /// The arguments as meant.
    pub(super) fn new(typed: CheckArguments) -> Result<Check, CliError> {
        let chosen = typed.choice.chosen()?;
        let fail_on = match typed.fail_on {
            SeverityName::Error => Severity::Error,
            SeverityName::Warning => Severity::Warning,
            SeverityName::Advice => Severity::Advice,
        };
        Ok(Check {
            input: typed.input,
            output: typed.output,
            chosen,
            format: typed.format,
            fail_on: Some(fail_on).filter(|_| !typed.exit_zero),
        })
    }

    /// Checks everything, and tells how it went.
    pub(super) fn run(&self, streams: &mut Streams) -> Result<Outcome, CliError> {
        if self.input.jsonl {
            self.run_batch(streams)
        } else {
            self.run_files(streams)
        }
    }

    fn run_files(&self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let look = self.output.look(streams);
        let rules = self.chosen.rules();
        let (inputs, mut errors) = inputs(&self.input.paths, self.input.stdin_filename.as_deref());
        let progress = Progress::new(inputs.len(), streams.err_terminal && !self.output.quiet);
        let results = document::each(
            &inputs,
            self.input.date,
            self.input.jobs,
            &progress,
            |source| self.report(source, &rules, look),
        )?;
        let mut tally = Tally::default();
        let mut reports = Vec::new();
        for result in results {
            match result {
                Ok((report, found)) => {
                    tally = tally.plus(found);
                    reports.push(report);
                }
                Err(error) => errors.push(error),
            }
        }
        self.write(&reports, tally, streams)?;
        for error in &errors {
            complain(error, streams);
        }
        Ok(self.outcome(tally, !errors.is_empty()))
    }

    fn run_batch(&self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let mut out = Output::open(self.output.output_file.as_deref(), streams.out)?;
        let (date, jobs) = (self.input.date, self.input.jobs);
        let rules = self.chosen.rules();
        let total = batch::run(&mut out, date, jobs, |id, source| {
            self.audited(source, &rules, |audited| {
                (json::record(id, audited), Tally::of(&audited.findings))
            })
        })?;
        out.finish()?;
        if total.bad > 0 && !self.output.quiet {
            let records = if total.bad == 1 { "record" } else { "records" };
            writeln!(streams.err, "{} {records} could not be read", total.bad)?;
        }
        Ok(self.outcome(total.tally, total.bad > 0))
    }

    fn audited<T>(&self, source: &Source, rules: &[&Rule], then: impl FnOnce(&Audited) -> T) -> T {
        let shelf = &self.chosen.shelf;
        let article = Article::read(source, shelf.lexicon());
        let findings = audit(&article, shelf, rules);
        let mut findings = suppress(&article, shelf, rules, findings);
        findings.retain(|finding| self.chosen.tells_unused || finding.rule != UNUSED);
        then(&Audited::new(&article, findings))
    }

    fn report(&self, source: &Source, rules: &[&Rule], look: Look) -> (String, Tally) {
        self.audited(source, rules, |audited| {
            let report = match self.format {
                ReportFormat::Graphical => graphical::render(audited, look),
                ReportFormat::Short => short::render(audited),
                ReportFormat::Json => json::document(audited),
            };
            (report, Tally::of(&audited.findings))
        })
    }

    fn write(
        &self,
        reports: &[String],
        tally: Tally,
        streams: &mut Streams,
    ) -> Result<(), CliError> {
        let mut out = Output::open(self.output.output_file.as_deref(), streams.out)?;
        match self.format {
            ReportFormat::Json => {
                let documents = reports.join(",");
                write!(out, "{}{documents}{}", json::HEAD, json::TAIL)?;
            }
            ReportFormat::Graphical | ReportFormat::Short => {
                for report in reports {
                    out.write_all(report.as_bytes())?;
                }
            }
        }
        if self.format == ReportFormat::Graphical && !self.output.quiet {
            writeln!(out, "{tally}")?;
        }
        out.finish()?;
        if self.format == ReportFormat::Short && !self.output.quiet {
            writeln!(streams.err, "{tally}")?;
        }
        Ok(())
    }

    fn outcome(&self, tally: Tally, failed: bool) -> Outcome {
        if failed {
            Outcome::Failed
        } else if self.fail_on.is_some_and(|least| tally.reaches(least)) {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }
}
