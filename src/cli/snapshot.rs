//! A snapshot is what a rule's flagged sentences gave when somebody last
//! looked, in a file in insta's format.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::case;
use crate::article::Article;
use crate::audit::audit;
use crate::report::graphical::{self, Look};
use crate::report::{Audited, plain, short};
use crate::rule::{Rule, Shelf};
use crate::source::Source;

/// Lines that a snapshot has at most, its head of four included.
const LONGEST: usize = 40;
const HEAD: usize = 4;

/// What every snapshot of a rule is named.
const PREFIX: &str = "rules__";
const EXTENSION: &str = ".snap";

/// The file name of a rule's snapshot: `rules__FAMILY__ID.snap`.
pub(super) fn file_name(rule: &Rule) -> String {
    format!("{PREFIX}{}__{}{EXTENSION}", rule.family(), rule.id)
}

/// A snapshot as it would be written now.
pub(super) fn write(rule: &Rule, body: &str) -> String {
    let source = quoted(rule.file());
    let description = quoted(&rule.summary);
    format!("---\nsource: {source}\ndescription: {description}\n---\n{body}")
}

/// A JSON string is a YAML string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What stands below a snapshot's head.
pub(super) fn body(snapshot: &str) -> &str {
    let rest = snapshot.strip_prefix("---\n");
    let body = rest.and_then(|rest| rest.split_once("\n---\n"));
    body.map_or(snapshot, |(_, body)| body)
}

/// The snapshots in a folder that belong to none of these rules and cases.
pub(super) fn orphans(
    folder: &Path,
    rules: &[Rule],
    cases: &[PathBuf],
) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let ours = [PREFIX, case::PREFIX]
            .iter()
            .any(|prefix| name.starts_with(prefix));
        let owned = rules.iter().any(|rule| file_name(rule) == name)
            || cases.iter().any(|case| case::file_name(case) == name);
        if ours && name.ends_with(EXTENSION) && !owned {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// What a rule's flagged sentences give: each with its findings in short, then
/// the drawing of as many as there is room for.
pub(super) fn render(shelf: &Shelf, rule: &Rule) -> String {
    let mut listed = String::new();
    let mut drawn = Vec::new();
    for example in &rule.flags {
        let source = example.source();
        listed.push_str(&format!("> {}\n", plain(example.text.trim_end())));
        findings(shelf, rule, &source, |audited| {
            listed.push_str(&short::render(audited));
            drawn.push(graphical::render(audited, Look::PLAIN));
        });
    }
    let mut body = String::new();
    let mut lines = HEAD;
    for line in listed.lines() {
        lines += 1;
        if lines >= LONGEST {
            body.push_str("...\n");
            return body;
        }
        body.push_str(line);
        body.push('\n');
    }
    for drawing in drawn {
        lines += 1 + drawing.trim_end().lines().count();
        if lines > LONGEST {
            break;
        }
        body.push_str(&format!("\n{}\n", drawing.trim_end()));
    }
    body
}

/// What one rule finds in a source.
pub(super) fn findings<T>(
    shelf: &Shelf,
    rule: &Rule,
    source: &Source,
    then: impl FnOnce(&Audited) -> T,
) -> T {
    let article = Article::read(source, shelf.lexicon());
    let findings = audit(&article, shelf, &[rule]);
    then(&Audited::new(&article, findings))
}
