//! A mark is a stretch of words that the page shows to be a number, a place of
//! a finding, or both. Marks never overlap: where a finding's place holds
//! numbers, each stretch between their ends is a mark of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::finding::{Finding, Severity};
use crate::report::proof::Proof;

/// A stretch of words that belong to the same number and places.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Places in the proof's words; they lie in one block.
    pub(super) words: Range<usize>,
    /// The number, as a place in the ledger.
    pub(super) entry: Option<usize>,
    /// The findings of which it is a place, in order.
    pub(super) findings: Vec<usize>,
    /// Those of them that are named after it, since their place ends here.
    pub(super) named: Vec<usize>,
}

/// The marks of an article, in text order.
#[derive(Debug)]
pub(super) struct Marks {
    pub(super) all: Vec<Mark>,
    /// The first mark of each entry.
    entries: Vec<Option<usize>>,
    /// The first mark of each label: of a finding, then of its labels.
    labels: Vec<Vec<Option<usize>>>,
}

/// What begins and ends at words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    Entry(usize),
    Label(usize, usize),
    /// Nothing: marks must not reach over the end of a block.
    Block,
}

impl Marks {
    /// The marks of the findings and numbers of a proof.
    pub(super) fn new(proof: &Proof, findings: &[Finding]) -> Marks {
        let mut marks = Marks {
            all: Vec::new(),
            entries: vec![None; proof.entries.len()],
            labels: findings
                .iter()
                .map(|f| vec![None; f.labels.len()])
                .collect(),
        };
        let mut open: Vec<Stretch> = Vec::new();
        let mut at = 0;
        for (place, (begin, end)) in edges(proof, findings) {
            marks.push(at..place, &open, &end, findings);
            open.retain(|stretch| !end.contains(stretch));
            open.extend(begin);
            open.sort_unstable();
            at = place;
        }
        marks
    }

    /// Adds the words over which the same stretches are open.
    fn push(
        &mut self,
        words: Range<usize>,
        open: &[Stretch],
        ending: &[Stretch],
        findings: &[Finding],
    ) {
        let mut mark = Mark {
            words,
            entry: None,
            findings: Vec::new(),
            named: Vec::new(),
        };
        let number = self.all.len();
        for stretch in open {
            match *stretch {
                Stretch::Entry(entry) => {
                    mark.entry = Some(entry);
                    self.entries[entry].get_or_insert(number);
                }
                Stretch::Label(finding, label) => {
                    mark.findings.push(finding);
                    self.labels[finding][label].get_or_insert(number);
                    if ending.contains(stretch) {
                        mark.named.push(finding);
                    }
                }
                Stretch::Block => {}
            }
        }
        mark.findings.dedup();
        mark.named.dedup();
        // The gravest first: its colour and its link are the mark's.
        mark.findings
            .sort_by_key(|&n| (std::cmp::Reverse(findings[n].severity), n));
        if mark.entry.is_some() || !mark.findings.is_empty() {
            self.all.push(mark);
        }
    }

    /// The mark at which a number begins.
    pub(super) fn of_entry(&self, entry: usize) -> Option<usize> {
        self.entries[entry]
    }

    /// The mark at which a label begins; none of one that stands outside the
    /// text, in a comment or in the front matter.
    pub(super) fn of_label(&self, finding: usize, label: usize) -> Option<usize> {
        self.labels[finding][label]
    }

    /// The findings of a number.
    pub(super) fn findings_of(&self, entry: usize) -> &[usize] {
        self.entries[entry].map_or(&[], |mark| &self.all[mark].findings)
    }

    /// The marks that begin among some words, as places.
    pub(super) fn among(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.all.partition_point(|m| m.words.start < words.start);
        let end = self.all.partition_point(|m| m.words.start < words.end);
        start..end
    }
}

impl Mark {
    /// The severity of the gravest finding.
    pub(super) fn severity(&self, findings: &[Finding]) -> Option<Severity> {
        Some(findings[*self.findings.first()?].severity)
    }
}

/// The attribute by which the page knows what belongs to some findings.
pub(super) fn joined(findings: &[usize]) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = findings.iter().map(|n| (n + 1).to_string()).collect();
    format!(" data-findings=\"{}\"", numbers.join(" "))
}

type Edges = BTreeMap<usize, (Vec<Stretch>, Vec<Stretch>)>;

/// What begins and what ends before each word at which something does.
fn edges(proof: &Proof, findings: &[Finding]) -> Edges {
    let mut edges = Edges::new();
    let mut add = |stretch: Stretch, words: Range<usize>| {
        if !words.is_empty() {
            edges.entry(words.start).or_default().0.push(stretch);
            edges.entry(words.end).or_default().1.push(stretch);
        }
    };
    for block in &proof.blocks {
        add(Stretch::Block, block.tokens.clone());
    }
    for (n, entry) in proof.entries.iter().enumerate() {
        add(Stretch::Entry(n), proof.words_of(entry.span));
    }
    for (n, finding) in findings.iter().enumerate() {
        for (m, label) in finding.labels.iter().enumerate() {
            add(Stretch::Label(n, m), proof.words_of(label.span));
        }
    }
    edges
}
