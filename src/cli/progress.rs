//! Progress is shown on a terminal once a run has taken two seconds.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How far a run has come.
pub(super) struct Progress {
    begun: Instant,
    total: u64,
    done: AtomicU64,
    shown: bool,
    bar: OnceLock<ProgressBar>,
}

const PATIENCE: Duration = Duration::from_secs(2);

impl Progress {
    /// The progress of a run over so many files; never shown unless `shown`.
    pub(super) fn new(total: usize, shown: bool) -> Progress {
        Progress {
            begun: Instant::now(),
            total: total as u64,
            done: AtomicU64::new(0),
            shown,
            bar: OnceLock::new(),
        }
    }

    /// One more file is done.
    pub(super) fn step(&self) {
        if !self.shown {
            return;
        }
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.begun.elapsed() >= PATIENCE {
            let bar = self.bar.get_or_init(|| bar(self.total));
            bar.set_position(done);
        }
    }

    /// Takes it off the terminal.
    pub(super) fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {eta} left");
    let bar = ProgressBar::new(total);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
