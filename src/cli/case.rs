//! A case is a whole article beside a folder of rules, in its folder `cases`:
//! what all of those rules find in it is kept in a snapshot.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::CliError;
use super::input::{Input, inputs};
use crate::article::Article;
use crate::audit::audit;
use crate::report::{Audited, short};
use crate::rule::{Rule, Shelf};
use crate::suppression::suppress;

/// The folder of the cases beside rules.
const FOLDER: &str = "cases";

/// What every snapshot of a case is named.
pub(super) const PREFIX: &str = "cases__";

/// The articles beside some rules, in path order.
pub(super) fn cases(rules: &Path) -> Result<Vec<PathBuf>, CliError> {
    let folder = rules.join(FOLDER);
    if !fs::metadata(&folder).is_ok_and(|folder| folder.is_dir()) {
        return Ok(Vec::new());
    }
    let (found, errors) = inputs(std::slice::from_ref(&folder), None);
    match errors.into_iter().next() {
        Some(error) => Err(error),
        None => Ok(found
            .iter()
            .map(|input| input.path().to_path_buf())
            .collect()),
    }
}

/// The file name of a case's snapshot: `cases__NAME.snap`.
pub(super) fn file_name(case: &Path) -> String {
    format!("{PREFIX}{}.snap", name(case))
}

/// A snapshot of a case as it would be written now.
pub(super) fn write(body: &str) -> String {
    format!("---\nsource: addup test\n---\n{body}")
}

/// What some rules find in a case, a line each.
pub(super) fn render(shelf: &Shelf, rules: &[&Rule], case: &Path) -> Result<String, CliError> {
    let mut source = Input::File(case.to_path_buf()).read(None)?;
    source.name = name(case);
    let article = Article::read(&source, shelf.lexicon());
    let findings = audit(&article, shelf, rules);
    let findings = suppress(&article, shelf, rules, findings);
    let lines = short::render(&Audited::new(&article, findings));
    Ok(if lines.is_empty() {
        "nothing\n".to_owned()
    } else {
        lines
    })
}

fn name(case: &Path) -> String {
    let name = case.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
