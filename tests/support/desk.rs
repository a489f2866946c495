//! A desk is a folder in which a test runs the program as its users do.

// Each test crate uses a part of it.
#![allow(dead_code, unreachable_pub)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A rule of our own, so that these tests stand by themselves.
pub const RULE: &str = r#"
id: schools-do-not-add-up
summary: A percentage of schools disagrees with the part and the whole
severity: error
find:
  text: ["{part:count} of the {whole:count} schools '(' {share:percent} ')'"]
assert: part / whole == share
message: "the failed schools are not {share} of all"
labels:
  share: "here {share}"
  part: ""
flags:
  - "Twelve of the 40 schools (25%) failed."
accepts:
  - "Seventeen of the 40 schools (42%) failed."
"#;

pub const WRONG: &str = "Twelve of the 40 schools (25%) failed.\n";
pub const RIGHT: &str = "Seventeen of the 40 schools (42%) failed.\n";

/// A folder of its own for a test, with the rule in `rules/schools/`.
pub struct Desk(pub PathBuf);

impl Desk {
    pub fn new(name: &str) -> Desk {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let desk = Desk(folder);
        desk.put("rules/schools/schools-do-not-add-up.yaml", RULE);
        desk
    }

    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) -> &Desk {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_addup"));
        command
            .current_dir(&self.0)
            .env_remove("NO_COLOR")
            .stdin(Stdio::null())
            .args(arguments);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }

    /// Runs `check` with only our rule.
    pub fn check(&self, arguments: &[&str]) -> Run {
        let ours = ["check", "--rules", "rules", "--select", "schools"];
        self.run(&[&ours[..], arguments].concat())
    }

    pub fn feed(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).unwrap();
        drop(stdin);
        Run::of(child.wait_with_output().unwrap())
    }
}

/// What a run wrote and its exit code.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
