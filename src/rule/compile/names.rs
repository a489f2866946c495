//! Which names a pattern captures and uses, and where.

use std::ops::Range;

use super::super::error::Fault;
use super::super::pattern::{Capture, CaptureSort, Element, Pattern, Primary, SortKind, Times};
use super::{Declared, Flaw};

impl Pattern {
    /// From its first to its last element.
    pub(crate) fn place(&self) -> Range<usize> {
        let elements = || self.alternatives.iter().flatten();
        let start = elements().map(|e| e.place.start).min().unwrap_or(0);
        let end = elements().map(|e| e.place.end).max().unwrap_or(0);
        start..end
    }

    /// Every capture, and its element.
    pub(crate) fn captures(&self) -> Vec<(&Capture, &Element)> {
        let mut captures = Vec::new();
        for element in self.alternatives.iter().flatten() {
            match &element.primary {
                Primary::Capture(capture) => captures.push((capture, element)),
                Primary::Group(inner) => captures.extend(inner.captures()),
                _ => {}
            }
        }
        captures
    }

    /// Every `@name`, also inside captures, and its place.
    pub(crate) fn names(&self) -> Vec<(&str, Range<usize>)> {
        let mut names = Vec::new();
        for element in self.alternatives.iter().flatten() {
            match &element.primary {
                Primary::Name(name) => {
                    let start = element.place.start;
                    names.push((name.as_str(), start..start + 1 + name.len()));
                }
                Primary::Group(inner) => names.extend(inner.names()),
                Primary::Capture(capture) => {
                    for sort in &capture.sorts {
                        if let SortKind::Class(name) = &sort.kind {
                            names.push((name.as_str(), sort.place.clone()));
                        }
                    }
                }
                _ => {}
            }
        }
        names
    }
}

impl Element {
    pub(super) fn is_gap(&self) -> bool {
        matches!(
            self.primary,
            Primary::Gap | Primary::WideGap | Primary::NounGap
        )
    }

    /// The place of a capture's name: right after the brace.
    pub(super) fn name_place(&self, capture: &Capture) -> Range<usize> {
        let start = self.place.start + 1;
        start..start + capture.name.len()
    }
}

/// Which names a pattern binds, and whether always. A name that stands twice
/// in one sequence is a flaw.
pub(super) fn binds(
    pattern: &Pattern,
    declared: &Declared,
    flaws: &mut Vec<Flaw>,
) -> Vec<(String, bool)> {
    let mut all: Vec<(String, bool)> = Vec::new();
    for (i, sequence) in pattern.alternatives.iter().enumerate() {
        let names = sequence_binds(sequence, declared, flaws);
        for (name, always) in &mut all {
            *always &= names.iter().any(|(n, a)| n == name && *a);
        }
        for (name, always) in names {
            if !all.iter().any(|(n, _)| *n == name) {
                all.push((name, always && i == 0));
            }
        }
    }
    all
}

fn sequence_binds(
    sequence: &[Element],
    declared: &Declared,
    flaws: &mut Vec<Flaw>,
) -> Vec<(String, bool)> {
    let mut bound: Vec<(String, bool)> = Vec::new();
    for element in sequence {
        let needed = matches!(element.times, Times::Once | Times::Some);
        let names = match &element.primary {
            Primary::Capture(capture) if is_declared(declared, &capture.name) => {
                vec![(capture.name.clone(), true)]
            }
            Primary::Group(inner) => binds(inner, declared, flaws),
            _ => Vec::new(),
        };
        for (name, always) in names {
            if bound.iter().any(|(n, _)| *n == name) {
                flaws.push(Flaw {
                    place: element.place.clone(),
                    fault: Fault::Pattern(format!("`{name}` is captured twice in one pattern")),
                    help: Some("give the second one another name".to_owned()),
                });
            } else {
                bound.push((name, always && needed));
            }
        }
    }
    bound
}

pub(super) fn is_declared(declared: &[(String, Vec<CaptureSort>)], name: &str) -> bool {
    declared.iter().any(|(declared, _)| declared == name)
}
