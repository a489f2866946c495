//! Runs over documents: every input is read and worked on, in threads, and the
//! results come back in the order of the inputs.

use jiff::civil::Date;
use rayon::ThreadPool;
use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use super::error::CliError;
use super::guard::guarded;
use super::input::Input;
use super::progress::Progress;
use crate::source::Source;

/// Stack of a thread: deep nesting must not break it.
const STACK: usize = 16 << 20;

/// The threads of a run.
pub(super) fn threads(jobs: Option<usize>) -> Result<ThreadPool, CliError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.unwrap_or(0))
        .stack_size(STACK)
        .build()
        .map_err(|error| CliError::Threads(error.to_string()))
}

/// What the work makes of each input, given its place. An input that cannot be read, or that
/// breaks the program, is an error in its place.
pub(super) fn each<T: Send>(
    inputs: &[Input],
    date: Option<Date>,
    jobs: Option<usize>,
    progress: &Progress,
    work: impl Fn(usize, Source) -> T + Sync,
) -> Result<Vec<Result<T, CliError>>, CliError> {
    let one = |(place, input): (usize, &Input)| {
        let result = input.read(date).and_then(|source| {
            guarded(|| work(place, source)).map_err(|message| CliError::Internal {
                name: input.name(),
                message,
            })
        });
        progress.step();
        result
    };
    let results = if inputs.len() < 2 || jobs == Some(1) {
        inputs.iter().enumerate().map(one).collect()
    } else {
        threads(jobs)?.install(|| inputs.par_iter().enumerate().map(one).collect())
    };
    progress.finish();
    Ok(results)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::each;
    use crate::cli::error::CliError;
    use crate::cli::guard;
    use crate::cli::input::Input;
    use crate::cli::progress::Progress;

    #[test]
    fn a_document_that_breaks_the_program_loses_no_other() {
        guard::install();
        let folder = std::env::temp_dir().join(format!("addup-each-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let paths: Vec<PathBuf> = (0..9).map(|n| folder.join(format!("{n}.txt"))).collect();
        for path in &paths {
            fs::write(path, "It took 237 men.").expect("a file");
        }
        let inputs: Vec<Input> = paths.into_iter().map(Input::File).collect();
        for jobs in [Some(1), Some(4)] {
            let progress = Progress::new(inputs.len(), false);
            let results = each(&inputs, None, jobs, &progress, |place, source| {
                assert_ne!(place, 4, "it broke");
                source.text.len()
            });
            let results = results.expect("threads start");
            for (place, result) in results.into_iter().enumerate() {
                match result {
                    Ok(length) => assert!(place != 4 && length == 16),
                    Err(CliError::Internal { name, message }) => {
                        assert!(place == 4 && name.ends_with("4.txt"));
                        assert!(message.contains("it broke") && message.contains("document.rs"));
                    }
                    Err(error) => panic!("{error}"),
                }
            }
        }
        fs::remove_dir_all(&folder).expect("the folder goes");
    }
}
