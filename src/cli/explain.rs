//! `addup explain`: the page of one rule.

use std::path::PathBuf;

use clap::Args;

use super::choice::unknown;
use super::error::CliError;
use super::output::Coloring;
use super::rules::profiles;
use super::settings::{ConfigArguments, shelf_here};
use super::snapshot::findings;
use super::{Outcome, Streams};
use crate::report::Audited;
use crate::report::graphical::{self, Look};
use crate::rule::{Rule, Shelf};
use crate::suppression::{UNUSED, UNUSED_SUMMARY, UNUSED_WHY};

/// The arguments of `addup explain` as typed.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The rule's id
    rule: String,
    /// A folder of rules to add to the shipped ones; may be repeated
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    #[command(flatten)]
    config: ConfigArguments,
    /// When to color; NO_COLOR is respected
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Coloring,
}

/// Writes the page.
pub(super) fn run(typed: &ExplainArguments, streams: &mut Streams) -> Result<Outcome, CliError> {
    if typed.rule == UNUSED {
        let page = format!(
            "{UNUSED}\n{UNUSED_SUMMARY}\n\nWhy\n{}\n",
            indented(UNUSED_WHY)
        );
        streams.out.write_all(page.as_bytes())?;
        return Ok(Outcome::Clean);
    }
    let settings = shelf_here(&typed.config, &typed.rules)?;
    let shelf = &settings.shelf;
    let mut found = shelf
        .rules()
        .iter()
        .filter(|rule| rule.is_named(&typed.rule));
    let rule = shelf.rules().iter().find(|rule| rule.id == typed.rule);
    let Some(rule) = rule.or_else(|| found.next()) else {
        return Err(unknown(&typed.rule, shelf));
    };
    let look = Look {
        color: typed.color.applies(streams.out_terminal),
        width: Look::PLAIN.width,
    };
    streams.out.write_all(page(shelf, rule, look).as_bytes())?;
    Ok(Outcome::Clean)
}

fn page(shelf: &Shelf, rule: &Rule, look: Look) -> String {
    let heading = |text: &str| {
        if look.color {
            format!("\u{1b}[1m{text}\u{1b}[0m\n")
        } else {
            format!("{text}\n")
        }
    };
    let mut out = heading(&rule.id);
    out.push_str(&format!("{}\n\n", rule.summary.trim_end()));
    out.push_str(&format!(
        "severity {}, profiles {}, family {}\n\n",
        rule.severity.name(),
        profiles(rule),
        rule.family()
    ));
    if let Some(why) = &rule.why {
        out.push_str(&heading("Why"));
        out.push_str(&format!("{}\n\n", indented(why.trim_end())));
    }
    if let Some(flagged) = rule.flags.first() {
        out.push_str(&heading("Flagged"));
        let source = flagged.source();
        let drawing = findings(shelf, rule, &source, |audited: &Audited| {
            graphical::render(audited, look)
        });
        if drawing.is_empty() {
            out.push_str(&format!("{}\n\n", indented(flagged.text.trim_end())));
        } else {
            out.push_str(&drawing);
        }
    }
    if let Some(accepted) = rule.accepts.first() {
        out.push_str(&heading("Accepted"));
        out.push_str(&format!("{}\n\n", indented(accepted.text.trim_end())));
    }
    for (known, heading_text) in [
        (&rule.noisy, "Flagged, and should not be"),
        (&rule.missing, "Missed"),
    ] {
        if let Some(example) = known.first() {
            out.push_str(&heading(heading_text));
            out.push_str(&format!("{}\n\n", indented(example.text.trim_end())));
        }
    }
    if let Some(limits) = &rule.limits {
        out.push_str(&heading("Limits"));
        out.push_str(&format!("{}\n", indented(limits.trim_end())));
    }
    format!("{}\n", out.trim_end())
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| format!("  {line}").trim_end().to_owned())
        .collect();
    lines.join("\n")
}
