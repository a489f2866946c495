//! An output is where results go, and how they look there: standard output, or
//! a file that appears only when it is complete.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use terminal_size::{Width, terminal_size};

use super::Streams;
use super::error::{CliError, plain};
use crate::report::graphical::Look;

/// The arguments about how results are written.
#[derive(Debug, Args)]
pub(super) struct OutputArguments {
    /// When to color; NO_COLOR is respected
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Coloring,
    /// Only the results: no summary, no progress
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// When to color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Coloring {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Terminals are taken to be at least so wide.
const NARROWEST: usize = 60;

impl OutputArguments {
    /// How drawings look on standard output.
    pub(super) fn look(&self, streams: &Streams) -> Look {
        Look {
            color: self.color.applies(streams.out_terminal),
            width: match terminal_width(streams) {
                Some(width) => width.clamp(NARROWEST, Look::PLAIN.width),
                None => Look::PLAIN.width,
            },
        }
    }

    /// How drawings look in a file.
    pub(super) fn look_of_file(&self) -> Look {
        Look {
            color: self.color.applies(false),
            width: Look::PLAIN.width,
        }
    }
}

/// The columns of standard output, where it is a terminal.
pub(super) fn terminal_width(streams: &Streams) -> Option<usize> {
    if !streams.out_terminal {
        return None;
    }
    terminal_size().map(|(Width(columns), _)| columns.into())
}

impl Coloring {
    /// Whether to color, on a terminal or elsewhere.
    pub(super) fn applies(self, terminal: bool) -> bool {
        match self {
            Coloring::Always => true,
            Coloring::Never => false,
            Coloring::Auto => terminal && !no_color(),
        }
    }
}

/// Whether the environment asks for no colors.
pub(super) fn no_color() -> bool {
    let set = |name| env::var_os(name).filter(|value: &OsString| !value.is_empty());
    set("NO_COLOR").is_some() || set("TERM").is_some_and(|terminal| terminal == "dumb")
}

/// Where results go.
pub(super) enum Output<'w> {
    /// A stream, as they come.
    Stream(&'w mut dyn Write),
    /// A file: written beside it, then renamed.
    File(Box<Draft>),
}

/// A file that is not complete yet. Dropped before it is, it leaves no trace.
pub(super) struct Draft {
    file: BufWriter<File>,
    /// Where it is written; `None` when it is the file itself.
    beside: Option<PathBuf>,
    path: PathBuf,
}

impl<'w> Output<'w> {
    /// Opens a file, or takes the stream when there is none.
    pub(super) fn open(
        path: Option<&Path>,
        stream: &'w mut dyn Write,
    ) -> Result<Output<'w>, CliError> {
        let Some(path) = path else {
            return Ok(Output::Stream(stream));
        };
        match Draft::open(path) {
            Ok(draft) => Ok(Output::File(Box::new(draft))),
            Err(error) => Err(unwritable(path, &error)),
        }
    }

    /// Writes what is left, and lets the file appear.
    pub(super) fn finish(self) -> Result<(), CliError> {
        match self {
            Output::Stream(stream) => Ok(stream.flush()?),
            Output::File(mut draft) => draft
                .finish()
                .map_err(|error| unwritable(&draft.path, &error)),
        }
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Stream(stream) => stream.write(bytes),
            Output::File(draft) => draft.file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Stream(stream) => stream.flush(),
            Output::File(draft) => draft.file.flush(),
        }
    }
}

impl Draft {
    fn open(path: &Path) -> io::Result<Draft> {
        // A link is followed, and a device or pipe cannot be renamed over.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
            let file = fs::OpenOptions::new().write(true).open(&path)?;
            return Ok(Draft {
                file: BufWriter::new(file),
                beside: None,
                path,
            });
        }
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(format!(".{}", std::process::id()));
        let beside = path.with_file_name(beside);
        Ok(Draft {
            file: BufWriter::new(File::create(&beside)?),
            beside: Some(beside),
            path,
        })
    }

    fn finish(&mut self) -> io::Result<()> {
        self.file.flush()?;
        if let Some(beside) = &self.beside {
            fs::rename(beside, &self.path)?;
            self.beside = None;
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            // What cannot be removed is left; the run has failed already.
            let _ = fs::remove_file(beside);
        }
    }
}

fn unwritable(path: &Path, error: &io::Error) -> CliError {
    CliError::Unwritable {
        path: path.to_string_lossy().into_owned(),
        why: plain(error),
    }
}
