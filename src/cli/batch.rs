//! Batch mode reads records, one JSON object a line, and answers each with a
//! line, in order, as they come.
//!
//! A reader thread keeps a bounded number of lines ready; what is ready is
//! worked on in threads and written before more is taken, so that memory does
//! not grow with the input and an answer never waits for a record that has not
//! been sent.

use std::io::{self, BufRead as _, Write};
use std::sync::mpsc::{Receiver, sync_channel};

use jiff::civil::Date;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::document::threads;
use super::error::CliError;
use super::guard::guarded;
use super::record::{self, Id};
use crate::report::Tally;
use crate::source::Source;

/// What is to be done with a record: its answer, and what was found.
pub(super) type Answer = (String, Tally);

/// Lines that the reader keeps ready.
const READY: usize = 128;

/// Lines and bytes that are worked on at a time.
const LINES: usize = 256;
const BYTES: usize = 8 << 20;

/// What a batch came to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Total {
    /// What was found.
    pub(super) tally: Tally,
    /// Records that could not be read.
    pub(super) bad: usize,
}

/// Answers the records of standard input.
pub(super) fn run(
    out: &mut dyn Write,
    date: Option<Date>,
    jobs: Option<usize>,
    work: impl Fn(&Id, Source) -> Answer + Sync,
) -> Result<Total, CliError> {
    let threads = threads(jobs)?;
    let mut total = Total::default();
    let lines = reader();
    while let Some(batch) = take(&lines) {
        let answers: Vec<io::Result<Result<Answer, String>>> = threads.install(|| {
            let answer = |line: &io::Result<Vec<u8>>| match line {
                Ok(line) => Ok(answer(line, date, &work)),
                Err(error) => Err(io::Error::new(error.kind(), error.to_string())),
            };
            batch.par_iter().map(answer).collect()
        });
        for answer in answers {
            match answer? {
                Ok((line, tally)) => {
                    total.tally = total.tally.plus(tally);
                    writeln!(out, "{line}")?;
                }
                Err(line) => {
                    total.bad += 1;
                    writeln!(out, "{line}")?;
                }
            }
        }
        out.flush()?;
    }
    Ok(total)
}

/// The lines of standard input that are not blank, read ahead.
fn reader() -> Receiver<io::Result<Vec<u8>>> {
    let (sender, lines) = sync_channel(READY);
    // It ends with the input, or with the program when nobody wants more.
    std::thread::spawn(move || {
        let mut stdin = io::stdin().lock();
        loop {
            let mut line = Vec::new();
            let read = stdin.read_until(b'\n', &mut line);
            let line = match read {
                Ok(0) => return,
                Ok(_) if line.trim_ascii().is_empty() => continue,
                Ok(_) => Ok(line),
                Err(error) => Err(error),
            };
            let failed = line.is_err();
            if sender.send(line).is_err() || failed {
                return;
            }
        }
    });
    lines
}

/// The lines that are ready, at least one; `None` at the end.
fn take(lines: &Receiver<io::Result<Vec<u8>>>) -> Option<Vec<io::Result<Vec<u8>>>> {
    let first = lines.recv().ok()?;
    let mut bytes = first.as_ref().map_or(0, Vec::len);
    let mut batch = vec![first];
    while batch.len() < LINES && bytes < BYTES {
        let Ok(line) = lines.try_recv() else {
            break;
        };
        bytes += line.as_ref().map_or(0, Vec::len);
        batch.push(line);
    }
    Some(batch)
}

/// The answer to one line; a refusal of one that is wrong.
fn answer(
    line: &[u8],
    date: Option<Date>,
    work: &(impl Fn(&Id, Source) -> Answer + Sync),
) -> Result<Answer, String> {
    let (id, source) = record::read(line, date)?;
    guarded(|| work(&id, source))
        .map_err(|why| record::refusal(&id, &format!("internal error: {why}")))
}

#[cfg(test)]
mod tests {
    use super::answer;
    use crate::cli::guard;
    use crate::report::Tally;

    #[test]
    fn a_record_that_breaks_the_program_is_answered_with_its_id() {
        guard::install();
        let line = br#"{"id": [1, "a"], "text": "It took 237 men."}"#;
        let refusal = answer(line, None, &|_, source| {
            assert!(source.text.is_empty(), "it broke");
            (String::new(), Tally::default())
        });
        let refusal = refusal.expect_err("the work breaks");
        let start = r#"{"id":[1, "a"],"error":"internal error: it broke"#;
        assert!(refusal.starts_with(start), "{refusal}");
    }
}
