//! The program around the library: arguments, files, threads and exit codes.
//!
//! Arguments as typed (the clap structures here and in the commands) become
//! arguments as meant in one step, `Check::new` and its like; what follows
//! knows no clap. Only this module and `main` read files, look at the
//! environment and write; each command has a file.

mod baseline;
mod batch;
mod case;
mod change;
mod check;
mod choice;
pub mod config;
mod document;
mod error;
mod explain;
mod format;
mod guard;
mod input;
mod install;
mod language;
mod limit;
mod new;
mod numbers;
mod output;
mod progress;
pub mod record;
mod rules;
mod schema;
mod settings;
mod snapshot;
mod target;
mod test;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

pub use error::CliError;

use crate::report::graphical::Look;

/// Where a run writes: results to `out`, words about the run to `err`.
pub struct Streams<'w> {
    /// Standard output.
    pub out: &'w mut dyn Write,
    /// Whether standard output is a terminal.
    pub out_terminal: bool,
    /// Standard error.
    pub err: &'w mut dyn Write,
    /// Whether standard error is a terminal.
    pub err_terminal: bool,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was found at the level asked: exit code 0.
    Clean,
    /// Something was found: exit code 1.
    Findings,
    /// The run itself failed, wholly or for some files: exit code 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// The program's version and that of the rules in it.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("ADDUP_RULES"), ")");

/// Finds the numbers and dates in an article that cannot all be true.
#[derive(Debug, Parser)]
#[command(name = "addup", version = VERSION, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 nothing found, 1 findings, 2 the run itself failed.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Find the numbers and dates that cannot all be true
    Check(check::CheckArguments),
    /// List every number and date as it was understood
    Numbers(numbers::NumbersArguments),
    /// Run the examples and snapshots of rules
    Test(test::TestArguments),
    /// List the rules
    Rules(rules::RulesArguments),
    /// Show the page of one rule
    Explain(explain::ExplainArguments),
    /// Begin a rule of one's own
    New(new::NewArguments),
    /// Print what rules can be written with: types, fields, functions
    Language,
    /// Print a JSON Schema, for editors and other programs
    Schema(schema::SchemaArguments),
    /// Print the completions of a shell
    Completions(install::CompletionsArguments),
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

/// Runs the program with its arguments, the program's name first.
pub fn run(arguments: impl Iterator<Item = OsString>, streams: &mut Streams) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, streams),
    };
    guard::install();
    let result = match arguments.command {
        Command::Check(typed) => check::Check::new(typed).and_then(|check| check.run(streams)),
        Command::Numbers(typed) => numbers::Numbers::new(typed).run(streams),
        Command::Test(typed) => test::Test::new(typed).and_then(|test| test.run(streams)),
        Command::Rules(typed) => rules::run(&typed, streams),
        Command::Explain(typed) => explain::run(&typed, streams),
        Command::New(typed) => new::run(&typed, streams),
        Command::Language => language::run(streams),
        Command::Schema(typed) => schema::run(&typed, streams),
        Command::Completions(typed) => install::completions(&typed, Arguments::command(), streams),
        Command::Man => install::man(Arguments::command(), streams),
    };
    let flushed = result.and_then(|outcome| {
        streams.out.flush()?;
        Ok(outcome)
    });
    match flushed {
        Ok(outcome) => outcome,
        // Whoever read the results has read enough.
        Err(CliError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Outcome::Clean,
        Err(error) => {
            complain(&error, streams);
            Outcome::Failed
        }
    }
}

/// Help and version go to standard output and are no failure.
fn usage(error: &clap::Error, streams: &mut Streams) -> Outcome {
    let (out, colored): (&mut dyn Write, bool) = if error.use_stderr() {
        (streams.err, streams.err_terminal)
    } else {
        (streams.out, streams.out_terminal)
    };
    let text = error.render();
    // Where nothing can be written, nothing can be said about it either.
    let _ = if colored && !output::no_color() {
        write!(out, "{}", text.ansi())
    } else {
        write!(out, "{text}")
    };
    let _ = out.flush();
    if error.use_stderr() {
        Outcome::Failed
    } else {
        Outcome::Clean
    }
}

/// No more errors are drawn after so many bytes: thousands have one cause.
const LONGEST: usize = 1 << 16;

/// Draws an error on standard error.
fn complain(error: &CliError, streams: &mut Streams) {
    let look = Look {
        color: streams.err_terminal && !output::no_color(),
        width: Look::PLAIN.width,
    };
    let mut drawing = String::new();
    let diagnostics = error.diagnostics();
    let mut more = diagnostics.len();
    for diagnostic in diagnostics {
        if drawing.len() > LONGEST {
            break;
        }
        more -= 1;
        if look
            .handler()
            .render_report(&mut drawing, diagnostic)
            .is_err()
        {
            drawing.push_str(&diagnostic.to_string());
        }
        drawing.push('\n');
    }
    if more > 0 {
        drawing.push_str(&format!("{more} more errors are not shown\n"));
    }
    // Standard error may be closed; the exit code still tells.
    let _ = streams.err.write_all(drawing.as_bytes());
}
