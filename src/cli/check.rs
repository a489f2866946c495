//! `addup check`: find the numbers and dates that cannot all be true.
//!
//! A run reads and audits its files in threads, then settles in their order
//! what is reported of them, then writes the reports.

use std::ffi::OsString;
use std::io::Write as _;
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::{Args, ValueEnum};

use super::baseline::{BaselineArguments, Baselines, Use};
use super::batch;
use super::change::Change;
use super::choice::ChoiceArguments;
use super::document::{Inputs, Read};
use super::error::CliError;
use super::format::{self, ReportFormat};
use super::input::{Input, InputArguments, inputs};
use super::limit;
use super::output::{Output, OutputArguments};
use super::settings::{ConfigArguments, Settings, SettingsTree};
use super::target::{Target, targets};
use super::{Outcome, Streams, complain};
use crate::article::Article;
use crate::audit::Audit;
use crate::finding::{Finding, Severity};
use crate::report::proof::Proof;
use crate::report::{Audited, Run, Tally, json, statistics};
use crate::rule::Rule;
use crate::source::Source;
use crate::span::Span;
use crate::suppression::suppress;

/// The arguments of `addup check` as typed.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    choice: ChoiceArguments,
    #[command(flatten)]
    config: ConfigArguments,
    /// How findings are reported
    #[arg(long, default_value = "graphical", conflicts_with = "jsonl")]
    format: ReportFormat,
    /// Write the report to a file, or with FORMAT= one more report in that
    /// format; may be repeated
    #[arg(short, long, value_name = "[FORMAT=]FILE")]
    output_file: Vec<OsString>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    baseline: BaselineArguments,
    /// Report only findings on lines that changed since this commit, or since
    /// the current state parted from it; asks git
    #[arg(long, value_name = "REF", conflicts_with = "jsonl")]
    diff_base: Option<String>,
    /// Count the findings of each rule instead of showing them
    #[arg(long, conflicts_with_all = ["jsonl", "max_findings"])]
    statistics: bool,
    /// Show at most so many findings; all are counted
    #[arg(long, value_name = "N", conflicts_with = "jsonl")]
    max_findings: Option<usize>,
    /// The least severity that makes the exit code 1 [default: error]
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<SeverityName>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
    /// Show what holds for the first path, and check nothing
    #[arg(long, conflicts_with_all = ["jsonl", "show_files"])]
    show_settings: bool,
    /// List the files that would be checked, and check nothing
    #[arg(long, conflicts_with = "jsonl")]
    show_files: bool,
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
    tree: SettingsTree,
    targets: Vec<Target>,
    /// The least severity that is a failure, where the command line says it.
    fail_on: Option<Severity>,
    exit_zero: bool,
    baseline: BaselineArguments,
    diff_base: Option<String>,
    statistics: bool,
    max_findings: Option<usize>,
    show: Show,
}

/// What is shown instead of findings.
enum Show {
    Findings,
    Settings,
    Files,
}

/// What was found in a file, before it is reported.
struct Found {
    /// The file; without its text where nothing was found.
    source: Source,
    findings: Vec<Finding>,
    sentences: Vec<Span>,
    proof: Option<Proof>,
    /// The bounds that were reached, a line each.
    limits: Vec<String>,
    /// Whether claims were too many to be compared.
    many_claims: bool,
}

impl Check {
    /// The arguments as meant.
    pub(super) fn new(typed: CheckArguments) -> Result<Check, CliError> {
        let layer = typed.choice.layer();
        let targets = targets(typed.format, &typed.output_file)?;
        let pages = targets.iter().any(|target| target.format.has_pages());
        Ok(Check {
            input: typed.input,
            output: typed.output,
            tree: SettingsTree::new(typed.config, typed.choice.rules, layer).with_pages(pages),
            targets,
            fail_on: typed.fail_on.map(|name| match name {
                SeverityName::Error => Severity::Error,
                SeverityName::Warning => Severity::Warning,
                SeverityName::Advice => Severity::Advice,
            }),
            exit_zero: typed.exit_zero,
            baseline: typed.baseline,
            diff_base: typed.diff_base,
            statistics: typed.statistics,
            max_findings: typed.max_findings,
            show: match (typed.show_settings, typed.show_files) {
                (true, _) => Show::Settings,
                (_, true) => Show::Files,
                _ => Show::Findings,
            },
        })
    }

    /// Checks everything, and tells how it went.
    pub(super) fn run(mut self, streams: &mut Streams) -> Result<Outcome, CliError> {
        match self.show {
            Show::Settings => self.show_settings(streams),
            Show::Files => self.show_files(streams),
            Show::Findings if self.input.jsonl => self.run_batch(streams),
            Show::Findings => self.run_files(streams),
        }
    }

    fn run_files(&mut self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let change = self.diff_base.as_deref().map(Change::since).transpose()?;
        let mut formats = self.targets.iter().map(|target| target.format);
        let articles = formats.any(ReportFormat::has_articles);
        let inputs = Inputs::find(&self.input, &mut self.tree, |input| {
            change.as_ref().is_none_or(|c| c.touches(input.path()))
        })?;
        let mut baselines = Baselines::new(self.baseline.using());
        for settings in &inputs.settings {
            if let Some(file) = self.baseline_of(settings)? {
                baselines.open(file)?;
            }
        }
        let shows_progress = streams.err_terminal && !self.output.quiet;
        let Read {
            results,
            settings,
            errors,
        } = inputs.each(&self.input, shows_progress, |settings, source| {
            found(settings, source, articles)
        })?;
        let mut all = Vec::new();
        let (mut tally, mut fails) = (Tally::default(), false);
        for (settings, mut found) in results {
            if let Some(file) = self.baseline_of(&settings)? {
                let new = baselines.settle(file, &found.audited())?;
                found.keep(&new);
            }
            if let Some(change) = &change {
                let touched = change.settle(&found.audited());
                found.keep(&touched);
            }
            let of_file = Tally::of(&found.findings);
            fails |= self.fails(&settings, of_file);
            tally = tally.plus(of_file);
            all.push(found);
        }
        let hidden = self.hide(&mut all);
        let run = Run {
            documents: all.iter().map(Found::audited).collect(),
            rules: rules(&settings),
            tally,
        };
        self.write(&run, hidden, streams)?;
        if !self.output.quiet {
            limit::write(all.iter().flat_map(|found| &found.limits), streams.err)?;
        }
        let many_claims = all.iter().filter(|found| found.many_claims).count();
        if self.statistics && many_claims > 0 && !self.output.quiet {
            let of = all.len();
            writeln!(
                streams.err,
                "in {many_claims} of {of} files more claims agree than are compared"
            )?;
        }
        baselines.finish(self.output.quiet, streams)?;
        for error in &errors {
            complain(error, streams);
        }
        Ok(outcome(fails, !errors.is_empty()))
    }

    /// The baseline of a file; an error where one is to be written and none
    /// is named.
    fn baseline_of<'a>(&'a self, settings: &'a Settings) -> Result<Option<&'a Path>, CliError> {
        let named = self.baseline.baseline.as_deref();
        let named = named.or(settings.config.baseline.as_deref());
        match (named, self.baseline.using()) {
            (None, Use::Write | Use::Prune) => Err(CliError::NoBaseline),
            (named, _) => Ok(named),
        }
    }

    /// Takes out the findings that are too many; how many these are.
    fn hide(&self, all: &mut [Found]) -> usize {
        let mut left = self.max_findings.unwrap_or(usize::MAX);
        let mut hidden = 0;
        for found in all {
            hidden += found.findings.len().saturating_sub(left);
            found.findings.truncate(left);
            left -= found.findings.len();
        }
        hidden
    }

    fn run_batch(&mut self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let settings = self.tree.here()?;
        let path = match &self.targets[..] {
            [target] => target.path.as_deref(),
            _ => return Err(CliError::BatchReports),
        };
        let mut out = Output::open(path, streams.out)?;
        let (date, jobs) = (self.input.date, self.input.jobs);
        let in_part = AtomicUsize::new(0);
        let total = batch::run(&mut out, date, jobs, |id, source| {
            let found = found(&settings, source, false);
            in_part.fetch_add((!found.limits.is_empty()).into(), Ordering::Relaxed);
            let record = json::record(id, &found.audited());
            (record, Tally::of(&found.findings))
        })?;
        out.finish()?;
        let in_part = in_part.into_inner();
        let told = [
            (total.bad, "could not be read"),
            (in_part, "reached a bound: looked at in part"),
        ];
        for (count, what) in told {
            if count > 0 && !self.output.quiet {
                let records = if count == 1 { "record" } else { "records" };
                writeln!(streams.err, "{count} {records} {what}")?;
            }
        }
        Ok(outcome(self.fails(&settings, total.tally), total.bad > 0))
    }

    fn show_settings(&mut self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let (inputs, _) = self.inputs();
        let path = inputs.first().map_or(Path::new("a file here"), Input::path);
        let settings = self.tree.of(path)?;
        let shown = settings.shown(path, self.fail_on(&settings));
        streams.out.write_all(shown.as_bytes())?;
        Ok(Outcome::Clean)
    }

    fn show_files(&mut self, streams: &mut Streams) -> Result<Outcome, CliError> {
        let (inputs, errors) = self.inputs();
        for input in &inputs {
            writeln!(streams.out, "{}", input.name())?;
        }
        for error in &errors {
            complain(error, streams);
        }
        Ok(outcome(false, !errors.is_empty()))
    }

    fn inputs(&self) -> (Vec<Input>, Vec<CliError>) {
        inputs(&self.input.paths, self.input.stdin_filename.as_deref())
    }

    fn write(&self, run: &Run, hidden: usize, streams: &mut Streams) -> Result<(), CliError> {
        let mut summary = format!("{}\n", run.tally);
        if hidden > 0 {
            let are = if hidden == 1 { "is" } else { "are" };
            summary = format!("{hidden} more {are} not shown\n{summary}");
        }
        for (n, target) in self.targets.iter().enumerate() {
            let look = match target.path {
                Some(_) => self.output.look_of_file(),
                None => self.output.look(streams),
            };
            let mut out = Output::open(target.path.as_deref(), streams.out)?;
            if n == 0 && self.statistics {
                out.write_all(statistics::render(run).as_bytes())?;
            } else {
                format::write(target.format, run, look, &mut out)?;
            }
            if target.format == ReportFormat::Graphical && !self.output.quiet {
                out.write_all(summary.as_bytes())?;
            }
            out.finish()?;
        }
        // Where standard output is for people, they have read it there.
        let told =
            self.targets[0].format == ReportFormat::Graphical && self.targets[0].path.is_none();
        if !told && !self.output.quiet {
            streams.err.write_all(summary.as_bytes())?;
        }
        Ok(())
    }

    /// The least severity that is a failure; `None` when none is.
    fn fail_on(&self, settings: &Settings) -> Option<Severity> {
        let least = self.fail_on.or(settings.config.fail_on);
        Some(least.unwrap_or(Severity::Error)).filter(|_| !self.exit_zero)
    }

    fn fails(&self, settings: &Settings, tally: Tally) -> bool {
        self.fail_on(settings)
            .is_some_and(|least| tally.reaches(least))
    }
}

/// What the rules find in a source, less what is suppressed; with its proof
/// where whole articles are reported.
fn found(settings: &Settings, mut source: Source, articles: bool) -> Found {
    settings.introduce(&mut source);
    let choice = settings.choice(Path::new(&source.name));
    let article = Article::read(&source, choice.shelf.lexicon());
    let Audit { findings, limits } = Audit::of(&article, choice.shelf, &choice.rules);
    let many_claims = limit::has_many_claims(&limits);
    let limits = limit::told(&source, &limits);
    let mut findings = suppress(&article, choice.shelf, &choice.rules, findings);
    choice.weigh(&mut findings);
    let Audited {
        findings,
        sentences,
        ..
    } = Audited::new(&article, findings);
    let proof = articles.then(|| Proof::of(&article));
    if findings.is_empty() && proof.is_none() {
        drop(mem::take(&mut source.text));
    }
    Found {
        source,
        findings,
        sentences,
        proof,
        limits,
        many_claims,
    }
}

impl Found {
    /// Leaves the findings that are wanted, in their order.
    fn keep(&mut self, wanted: &[bool]) {
        let mut wanted = wanted.iter();
        self.findings
            .retain(|_| wanted.next().is_none_or(|&wanted| wanted));
    }

    fn audited(&self) -> Audited<'_> {
        Audited {
            source: &self.source,
            findings: self.findings.clone(),
            sentences: self.sentences.clone(),
            proof: self.proof.as_ref(),
        }
    }
}

/// The rules of all settings, one of each id.
fn rules(settings: &[Arc<Settings>]) -> Vec<&Rule> {
    let mut rules: Vec<&Rule> = Vec::new();
    let mut seen: Vec<*const Settings> = Vec::new();
    for settings in settings {
        if seen.contains(&Arc::as_ptr(settings)) {
            continue;
        }
        seen.push(Arc::as_ptr(settings));
        rules.extend(settings.shelf.rules());
    }
    rules.sort_by(|left, right| left.id.cmp(&right.id));
    rules.dedup_by(|later, earlier| later.id == earlier.id);
    rules
}

fn outcome(fails: bool, failed: bool) -> Outcome {
    if failed {
        Outcome::Failed
    } else if fails {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}
