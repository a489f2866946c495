//! The `addup` program: finds the numbers and dates in an article that cannot
//! all be true.

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use addup::cli::{self, Streams};

fn main() -> ExitCode {
    let (out, err) = (io::stdout(), io::stderr());
    let (out_terminal, err_terminal) = (out.is_terminal(), err.is_terminal());
    let mut streams = Streams {
        out: &mut io::BufWriter::with_capacity(1 << 16, out.lock()),
        out_terminal,
        err: &mut err.lock(),
        err_terminal,
    };
    cli::run(std::env::args_os(), &mut streams).into()
}
