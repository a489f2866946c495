//! Runs over documents: every input is read and worked on, in threads, and the
//! results come back in the order of the inputs.

use std::sync::Arc;

use rayon::ThreadPool;
use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use super::error::CliError;
use super::guard::guarded;
use super::input::{Input, InputArguments, inputs};
use super::progress::Progress;
use super::settings::{Settings, SettingsTree};
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

/// What became of the inputs of a run.
pub(super) struct Read<T> {
    /// What the work made of each input, with the settings it was done under.
    pub(super) results: Vec<(Arc<Settings>, T)>,
    /// The settings of all inputs, also of those that could not be read.
    pub(super) settings: Vec<Arc<Settings>>,
    /// Why some could not be.
    pub(super) errors: Vec<CliError>,
}

/// The inputs of a run, before they are read.
pub(super) struct Inputs {
    found: Vec<Input>,
    /// The settings of each.
    pub(super) settings: Vec<Arc<Settings>>,
    errors: Vec<CliError>,
}

impl Inputs {
    /// Finds the inputs that are wanted, and the settings of each.
    pub(super) fn find(
        typed: &InputArguments,
        tree: &mut SettingsTree,
        wanted: impl Fn(&Input) -> bool,
    ) -> Result<Inputs, CliError> {
        let (mut found, errors) = inputs(&typed.paths, typed.stdin_filename.as_deref());
        found.retain(wanted);
        let settings = tree.of_all(&found)?;
        Ok(Inputs {
            found,
            settings,
            errors,
        })
    }

    /// Does the work on each. One that cannot be read, or that breaks the
    /// program, is an error and loses no other.
    pub(super) fn each<T: Send>(
        self,
        typed: &InputArguments,
        shows_progress: bool,
        work: impl Fn(&Settings, Source) -> T + Sync,
    ) -> Result<Read<T>, CliError> {
        let Inputs {
            found: inputs,
            settings,
            mut errors,
        } = self;
        let progress = Progress::new(inputs.len(), shows_progress);
        let one = |(input, settings): (&Input, &Arc<Settings>)| {
            let result = input.read(typed.date).and_then(|source| {
                guarded(|| work(settings, source)).map_err(|message| CliError::Internal {
                    name: input.name(),
                    message,
                })
            });
            progress.step();
            result.map(|made| (Arc::clone(settings), made))
        };
        let made: Vec<_> = if inputs.len() < 2 || typed.jobs == Some(1) {
            inputs.iter().zip(&settings).map(one).collect()
        } else {
            threads(typed.jobs)?.install(|| inputs.par_iter().zip(&settings).map(one).collect())
        };
        progress.finish();
        let mut results = Vec::new();
        for made in made {
            match made {
                Ok(made) => results.push(made),
                Err(error) => errors.push(error),
            }
        }
        Ok(Read {
            results,
            settings,
            errors,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{Input, InputArguments, Inputs, Read, SettingsTree};
    use crate::cli::config::Layer;
    use crate::cli::error::CliError;
    use crate::cli::guard;
    use crate::cli::settings::ConfigArguments;

    #[test]
    fn a_document_that_breaks_the_program_loses_no_other() {
        guard::install();
        let folder = std::env::temp_dir().join(format!("addup-each-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let paths: Vec<PathBuf> = (0..9).map(|n| folder.join(format!("{n}.txt"))).collect();
        for path in &paths {
            fs::write(path, "It took 237 men.").expect("a file");
        }
        let isolated = ConfigArguments {
            isolated: true,
            ..ConfigArguments::default()
        };
        let mut tree = SettingsTree::new(isolated, Vec::new(), Layer::default());
        for jobs in [Some(1), Some(4)] {
            let typed = InputArguments {
                paths: paths.clone(),
                jobs,
                ..InputArguments::default()
            };
            let inputs =
                Inputs::find(&typed, &mut tree, |_: &Input| true).expect("no rule is wrong");
            let read = inputs.each(&typed, false, |_, source| {
                assert!(!source.name.ends_with("4.txt"), "it broke");
                source.text.len()
            });
            let Read {
                results, errors, ..
            } = read.expect("threads start");
            let lengths: Vec<usize> = results.iter().map(|(_, length)| *length).collect();
            assert_eq!(lengths, [16; 8]);
            let [CliError::Internal { name, message }] = &errors[..] else {
                panic!("{errors:?}");
            };
            assert!(name.ends_with("4.txt"));
            assert!(message.contains("it broke") && message.contains("document.rs"));
        }
        fs::remove_dir_all(&folder).expect("the folder goes");
    }
}
