//! A target is a place that a report goes to, and its format there.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum as _;

use super::error::CliError;
use super::format::ReportFormat;
use crate::rule::suggest::did_you_mean;

/// A place that a report goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The report's format.
    pub(super) format: ReportFormat,
    /// The file; `None` is standard output.
    pub(super) path: Option<PathBuf>,
}

/// The targets of `--format` and of every `--output-file`: `FORMAT=FILE` is a
/// report beside the others, `FILE` alone takes the place of standard output.
pub(super) fn targets(format: ReportFormat, typed: &[OsString]) -> Result<Vec<Target>, CliError> {
    let (mut plain, mut beside) = (Vec::new(), Vec::new());
    for file in typed {
        match named(file)? {
            Some(target) => beside.push(target),
            None => plain.push(Target {
                format,
                path: Some(PathBuf::from(file)),
            }),
        }
    }
    if plain.is_empty() {
        plain.push(Target { format, path: None });
    }
    plain.append(&mut beside);
    Ok(plain)
}

/// `FORMAT=FILE`; `None` is a path. What looks like a format and is none is
/// an error, not a file of that name.
fn named(file: &OsString) -> Result<Option<Target>, CliError> {
    let Some((name, path)) = file.to_str().and_then(|file| file.split_once('=')) else {
        return Ok(None);
    };
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(None);
    }
    let variants = ReportFormat::value_variants().iter();
    let mut values = variants.filter_map(|format| Some((format.to_possible_value()?, *format)));
    match values.find(|(value, _)| value.get_name() == name) {
        Some((_, format)) => Ok(Some(Target {
            format,
            path: Some(PathBuf::from(path)),
        })),
        None => {
            let known: Vec<String> = ReportFormat::value_variants()
                .iter()
                .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
                .collect();
            let help = did_you_mean(name, known.iter().map(String::as_str));
            Err(CliError::UnknownFormat {
                name: name.to_owned(),
                help: help.unwrap_or_else(|| format!("one of {}", known.join(", "))),
            })
        }
    }
}
