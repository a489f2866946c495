//! A browser without a window, in which a test looks at a page.

// Each test crate uses a part of it.
#![allow(dead_code, unreachable_pub, clippy::print_stderr, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The names under which Chromium is installed.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

pub struct Browser {
    program: &'static str,
    folder: PathBuf,
}

impl Browser {
    /// The browser of this machine. Where there is none the test is skipped
    /// with a word, and fails in CI.
    pub fn find(folder: &Path) -> Option<Browser> {
        let runs = |name: &&str| {
            let mut command = Command::new(name);
            command
                .arg("--version")
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        let program = NAMES.into_iter().find(runs);
        if program.is_none() {
            let in_ci = std::env::var_os("CI").is_some_and(|ci| ci == "true");
            assert!(!in_ci, "chromium is not installed");
            eprintln!("skipped: chromium is not installed");
        }
        let folder = folder.join("browser");
        Some(Browser {
            program: program?,
            folder,
        })
    }

    /// The page after its scripts ran, as the browser holds it.
    pub fn page(&self, file: &Path, extra: &[&str]) -> String {
        let _ = fs::remove_dir_all(&self.folder);
        let output = Command::new(self.program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
            ])
            .args(["--no-first-run", "--disable-background-networking"])
            .args(["--disable-component-update", "--disable-sync"])
            .args(["--virtual-time-budget=2000", "--dump-dom"])
            .arg(format!("--user-data-dir={}", self.folder.display()))
            .args(extra)
            .arg(format!("file://{}", file.display()))
            .output()
            .unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        assert!(
            page.contains("</html>"),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        page
    }
}
