//! A change is what differs from another state of the repository: the lines
//! that a pull request touches, as git tells them.

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::error::CliError;
use crate::report::Audited;
use crate::report::position::Lines;

/// The lines that differ, by file.
#[derive(Debug, Default)]
pub(super) struct Change {
    files: BTreeMap<PathBuf, Touched>,
}

/// What differs of a file.
#[derive(Debug, PartialEq, Eq)]
enum Touched {
    /// All: it is new.
    Whole,
    /// These lines, from 1. Where some were taken out, the lines beside.
    Lines(Vec<RangeInclusive<usize>>),
}

impl Change {
    /// What differs from the state at which `base` and the current one parted.
    /// Files that git does not know yet differ as a whole.
    pub(super) fn since(base: &str) -> Result<Change, CliError> {
        let root = git(&["rev-parse", "--show-toplevel"]).map_err(|why| CliError::Git {
            message: "changes are looked for outside a git repository".to_owned(),
            why,
        })?;
        let root = PathBuf::from(root.trim_end());
        let commit = format!("{base}^{{commit}}");
        git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ])
        .map_err(|_| CliError::Git {
            message: format!("git knows no commit `{base}`"),
            why: "fetch it, or deepen a shallow clone: `git fetch --unshallow`".to_owned(),
        })?;
        let failed = |why| CliError::Git {
            message: format!("git cannot compare with `{base}`"),
            why,
        };
        // Without a common ancestor the two states themselves are compared.
        let parted = git(&["merge-base", base, "HEAD"]);
        let parted = parted.unwrap_or_else(|_| base.to_owned());
        let diff = git(&[
            "-c",
            "core.quotePath=false",
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-renames",
            "--no-relative",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--end-of-options",
            parted.trim_end(),
        ])
        .map_err(failed)?;
        let root_name = root.to_string_lossy();
        let others = [
            "-C",
            &*root_name,
            "ls-files",
            "-z",
            "--others",
            "--exclude-standard",
        ];
        let others = git(&others).map_err(failed)?;
        let mut files = BTreeMap::new();
        for (path, lines) in touched(&diff) {
            files.insert(canonical(&root.join(path)), Touched::Lines(lines));
        }
        for path in others.split('\0').filter(|path| !path.is_empty()) {
            files.insert(canonical(&root.join(path)), Touched::Whole);
        }
        Ok(Change { files })
    }

    /// Whether anything of a file differs.
    pub(super) fn touches(&self, path: &Path) -> bool {
        self.files.contains_key(&canonical(path))
    }

    /// Which of a document's findings have a label on lines that differ, in
    /// their order.
    pub(super) fn settle(&self, audited: &Audited) -> Vec<bool> {
        let changed = match self.files.get(&canonical(Path::new(&audited.source.name))) {
            Some(Touched::Whole) => return vec![true; audited.findings.len()],
            Some(Touched::Lines(changed)) => changed.as_slice(),
            None => &[],
        };
        let lines = Lines::new(&audited.source.text);
        let on_change = |span: crate::span::Span| {
            let first = lines.position(span.range().start).line;
            let last = lines.position(span.range().end.max(1) - 1).line.max(first);
            let meets =
                |range: &RangeInclusive<usize>| *range.start() <= last && first <= *range.end();
            changed.iter().any(meets)
        };
        let findings = audited.findings.iter();
        findings
            .map(|finding| finding.labels.iter().any(|label| on_change(label.span)))
            .collect()
    }
}

/// What git writes; what it complains about otherwise.
fn git(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git").args(arguments).output();
    let output = output.map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let words = String::from_utf8_lossy(&output.stderr);
        Err(words.trim().trim_start_matches("fatal: ").to_owned())
    }
}

/// The files of a diff without context, and the lines of each that differ.
fn touched(diff: &str) -> Vec<(String, Vec<RangeInclusive<usize>>)> {
    let mut files: Vec<(String, Vec<RangeInclusive<usize>>)> = Vec::new();
    // Whether the file is still there.
    let mut stands = false;
    // How many more lines are the text of a hunk, and no part of the diff.
    let mut text = 0;
    for line in diff.lines() {
        if text > 0 {
            // `\ No newline at end of file` is counted by nobody.
            text -= usize::from(!line.starts_with('\\'));
        } else if let Some(path) = line.strip_prefix("+++ ") {
            let path = unquoted(path.trim_end_matches('\t'));
            // A file that is gone is `/dev/null`.
            let path = path.strip_prefix("b/");
            stands = path.is_some();
            if let Some(path) = path {
                files.push((path.to_owned(), Vec::new()));
            }
        } else if let Some((removed, added)) = hunk(line) {
            text = removed.1 + added.1;
            let lines = match added {
                (start, 0) => start.max(1)..=start + 1,
                (start, count) => start..=start + count - 1,
            };
            if let Some((_, all)) = files.last_mut().filter(|_| stands) {
                all.push(lines);
            }
        }
    }
    files
}

/// The first line and the number of lines on both sides:
/// `@@ -START,COUNT +START,COUNT @@`.
fn hunk(line: &str) -> Option<((usize, usize), (usize, usize))> {
    let mut words = line.strip_prefix("@@ ")?.split(' ');
    let range = |word: &str| {
        let (start, count) = word.split_once(',').unwrap_or((word, "1"));
        Some((start.parse().ok()?, count.parse().ok()?))
    };
    let removed = range(words.next()?.strip_prefix('-')?)?;
    let added = range(words.next()?.strip_prefix('+')?)?;
    Some((removed, added))
}

/// A path as git quotes it where it holds quotes, backslashes or tabs.
fn unquoted(path: &str) -> String {
    let Some(inner) = path.strip_prefix('"').and_then(|p| p.strip_suffix('"')) else {
        return path.to_owned();
    };
    let mut out = String::new();
    let mut letters = inner.chars();
    while let Some(c) = letters.next() {
        match (c, c == '\\') {
            (_, true) => match letters.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}

/// The path that git means: with links followed.
fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::touched;

    #[test]
    fn the_lines_of_hunks_are_read_and_their_text_is_not() {
        let diff = "diff --git a/a b.md b/a b.md\n--- a/a b.md\n+++ b/a b.md\t\n\
            @@ -3 +3,2 @@ some\n-old\n+++ b/no file\n+@@ -1 +9 @@\n@@ -9,2 +9,0 @@\n-x\n-y\n\
            diff --git a/gone b/gone\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        let files = touched(diff);
        assert_eq!(files, [("a b.md".to_owned(), vec![3..=4, 9..=10])]);
    }

    #[test]
    fn a_quoted_path_is_read() {
        let files = touched("+++ \"b/a\\\"b\\\\c.md\"\n@@ -0,0 +1 @@\n+x\n");
        assert_eq!(files, [("a\"b\\c.md".to_owned(), vec![1..=1])]);
    }
}
