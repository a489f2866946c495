//! A format is how findings are reported; each is a file of the report.

use std::io::Write;

use clap::ValueEnum;

use super::error::CliError;
use crate::report::graphical::{self, Look};
use crate::report::{
    Run, checkstyle, github, gitlab, html, json, junit, markdown, rdjson, sarif, short,
};

/// How findings are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// Drawn on the article
    Graphical,
    /// One line each: path:line:column: severity[rule] message
    Short,
    /// One JSON object
    Json,
    /// One JSON object for each finding, a line each
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
    /// A GitLab code quality report
    Gitlab,
    /// JUnit XML
    Junit,
    /// Checkstyle XML
    Checkstyle,
    /// reviewdog's rdjson
    Rdjson,
    /// A comment on a pull request
    Markdown,
    /// A page for editors: the article, its numbers and what was found
    Html,
}

impl ReportFormat {
    /// Whether it tells of the rules what `addup explain` does.
    pub(super) fn has_pages(self) -> bool {
        matches!(self, ReportFormat::Sarif | ReportFormat::Html)
    }

    /// Whether it shows whole articles, not only what was found in them.
    pub(super) fn has_articles(self) -> bool {
        self == ReportFormat::Html
    }
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
        ReportFormat::Jsonl => documents.map(json::lines).collect(),
        ReportFormat::Sarif => sarif::render(run),
        ReportFormat::Github => documents.map(github::render).collect(),
        ReportFormat::Gitlab => gitlab::render(run),
        ReportFormat::Junit => junit::render(run),
        ReportFormat::Checkstyle => checkstyle::render(run),
        ReportFormat::Rdjson => rdjson::render(run),
        ReportFormat::Markdown => markdown::render(run),
        ReportFormat::Html => html::render(run),
    };
    Ok(out.write_all(report.as_bytes())?)
}
