//! A format is how findings are reported; each is a file of the report.

use std::io::Write;

use clap::ValueEnum;

use super::error::CliError;
use crate::report::graphical::{self, Look};
use crate::report::{Run, json, short};

/// How findings are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// Drawn on the article
    Graphical,
    /// One line each: path:line:column: severity[rule] message
    Short,
    /// One JSON object
    Json,
}

/// Writes a run in a format.
pub(super) fn write(
    format: ReportFormat,
    run: &Run,
    look: Look,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let documents = run.documents.iter();
    let report: String = match format {
        ReportFormat::Graphical => documents.map(|d| graphical::render(d, look)).collect(),
        ReportFormat::Short => documents.map(short::render).collect(),
        ReportFormat::Json => {
            let documents: Vec<String> = documents.map(json::document).collect();
            format!("{}{}{}", json::HEAD, documents.join(","), json::TAIL)
        }
    };
    Ok(out.write_all(report.as_bytes())?)
}
