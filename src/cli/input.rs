//! An input is something to read: a file, or standard input.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use ignore::WalkBuilder;
use jiff::civil::Date;

use super::error::{CliError, plain};
use crate::source::Source;

/// The arguments about what is read.
#[derive(Debug, Default, Args)]
pub(super) struct InputArguments {
    /// Files and folders; `-` is standard input. Folders are searched for
    /// .txt, .md, .markdown, .mdx, .html and .htm, less what .gitignore and
    /// .addupignore list
    #[arg(value_name = "PATH", conflicts_with = "jsonl")]
    pub(super) paths: Vec<PathBuf>,
    /// The date that other dates are read against
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) date: Option<Date>,
    /// The name of standard input in reports; tells its format and date
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// Read one JSON object a line from standard input, write one a line:
    /// {"id", "text", "date"?, "path"?, "format"?}
    #[arg(long)]
    pub(super) jsonl: bool,
    /// Threads to use [default: as many as there are cores]
    #[arg(short, long, value_name = "N")]
    pub(super) jobs: Option<usize>,
}

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Input {
    /// Standard input, under a name.
    Stdin(String),
    /// A file.
    File(PathBuf),
}

const EXTENSIONS: [&str; 6] = ["htm", "html", "markdown", "md", "mdx", "txt"];

/// The inputs that some paths name, in their order, folders in path order;
/// and the paths that name none.
pub(super) fn inputs(
    paths: &[PathBuf],
    stdin_filename: Option<&str>,
) -> (Vec<Input>, Vec<CliError>) {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Input::Stdin(stdin_filename.unwrap_or("<stdin>").to_owned()));
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => walk(path, &mut found, &mut errors),
            Ok(_) => found.push(Input::File(path.clone())),
            Err(error) => errors.push(CliError::unreadable(&path.to_string_lossy(), &error)),
        }
    }
    let mut seen = HashSet::new();
    found.retain(|input| seen.insert(input.clone()));
    (found, errors)
}

fn walk(folder: &Path, found: &mut Vec<Input>, errors: &mut Vec<CliError>) {
    let walk = WalkBuilder::new(folder)
        .add_custom_ignore_filename(".addupignore")
        .require_git(false)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && is_text(entry.path()) && !is_report(entry.path()) {
                    let path = entry.into_path();
                    let short = path.strip_prefix("./").map(Path::to_path_buf);
                    found.push(Input::File(short.unwrap_or(path)));
                }
            }
            Err(error) => errors.push(CliError::Unreadable {
                path: folder.to_string_lossy().into_owned(),
                why: error.to_string(),
            }),
        }
    }
}

fn is_text(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| EXTENSIONS.contains(&e.to_ascii_lowercase().as_str()))
}

/// The beginnings of reports of our own that look like articles: a page's
/// generator, and a comment's heading.
const REPORTS: [&[u8]; 2] = [
    b"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"addup ",
    b"### addup: ",
];

/// Whether a file is a report of an earlier run, left among the articles.
fn is_report(path: &Path) -> bool {
    let mut beginning = [0; 128];
    let read = fs::File::open(path).and_then(|mut file| file.read(&mut beginning));
    read.is_ok_and(|length| {
        REPORTS
            .iter()
            .any(|report| beginning[..length].starts_with(report))
    })
}

impl Input {
    /// Its name in reports.
    pub(super) fn name(&self) -> String {
        match self {
            Input::Stdin(name) => name.clone(),
            Input::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// The path that settings are looked for from.
    pub(super) fn path(&self) -> &Path {
        match self {
            Input::Stdin(name) => Path::new(name),
            Input::File(path) => path,
        }
    }

    /// Reads it.
    pub(super) fn read(&self, date: Option<Date>) -> Result<Source, CliError> {
        let name = self.name();
        let bytes = match self {
            Input::Stdin(_) => stdin().map_err(|error| CliError::Unreadable {
                path: name.clone(),
                why: plain(&error),
            })?,
            Input::File(path) => {
                fs::read(path).map_err(|error| CliError::unreadable(&name, &error))?
            }
        };
        let mut source = Source::from_bytes(&name, bytes)?;
        source.date = date;
        Ok(source)
    }
}

fn stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
