//! What a package installs beside the program: completions for shells, and
//! the manual page.

use clap::Args;
use clap_complete::Shell;

use super::error::CliError;
use super::{Outcome, Streams};

/// The arguments of `addup completions` as typed.
#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions of a shell.
pub(super) fn completions(
    typed: &CompletionsArguments,
    mut command: clap::Command,
    streams: &mut Streams,
) -> Result<Outcome, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(typed.shell, &mut command, "addup", &mut script);
    streams.out.write_all(&script)?;
    Ok(Outcome::Clean)
}

/// Prints the manual page: the program's, then that of each command.
pub(super) fn man(mut command: clap::Command, streams: &mut Streams) -> Result<Outcome, CliError> {
    command.build();
    clap_mangen::Man::new(command.clone()).render(streams.out)?;
    for subcommand in command.get_subcommands().filter(|c| !c.is_hide_set()) {
        if subcommand.get_name() == "help" {
            continue;
        }
        let page = clap_mangen::Man::new(subcommand.clone());
        writeln!(streams.out)?;
        page.render_name_section(streams.out)?;
        page.render_synopsis_section(streams.out)?;
        page.render_options_section(streams.out)?;
    }
    Ok(Outcome::Clean)
}
