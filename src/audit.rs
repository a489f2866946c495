//! STUB of a colleague's module.
use crate::article::Article;
use crate::finding::{Finding, Label};
use crate::rule::{Rule, Shelf};
use crate::span::Span;

/// Stub: which rules run.
#[derive(Clone, Debug)]
pub struct Selection {
    chosen: Vec<bool>,
}

impl Selection {
    /// Stub.
    pub fn of(shelf: &Shelf, choose: impl Fn(&Rule) -> bool) -> Selection {
        Selection {
            chosen: shelf.rules().iter().map(choose).collect(),
        }
    }
}

/// Stub.
pub fn audit(article: &Article, shelf: &Shelf, selection: &Selection) -> Vec<Finding> {
    let text = &article.document.source.text;
    assert!(!text.contains("PANIC IN THE STUB"), "the stub panics");
    if !selection.chosen[0] {
        return vec![];
    }
    let needle = "Twelve of the 40 schools (25%)";
    text.match_indices(needle)
        .map(|(at, _)| {
            let label = |word: &str, note: &str, primary| {
                let start = at + needle.find(word).unwrap_or(0);
                Label {
                    span: Span::new(start, start + word.len()),
                    note: Some(note.into()),
                    primary,
                }
            };
            Finding {
                rule: shelf.rules()[0].id.clone(),
                severity: shelf.rules()[0].severity,
                message: "Twelve of 40 is 30%, but the text says 25%".into(),
                help: Some("12 / 40 = 30%".into()),
                labels: vec![
                    label("Twelve", "the part", false),
                    label("40 schools", "the whole", false),
                    label("25%", "here 25% (24.5 to 25.5)", true),
                ],
            }
        })
        .collect()
}
