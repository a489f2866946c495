//! A fingerprint is what a finding is known by from one run to the next: made
//! of its rule, its numbers as written and the words around them, and of no
//! line, so that it stays the same when something else is edited.

use std::collections::HashMap;

use super::Audited;
use crate::finding::Finding;
use crate::span::Span;

/// How many words on each side of the primary label count.
const AROUND: usize = 3;

/// How many bytes on each side they are looked for in, where the sentences are
/// not known.
const NEAR: usize = 1024;

/// The fingerprints of a document's findings, in their order: 16 hexadecimal
/// digits each. Where several would have the same one, the later ones have
/// `-2`, `-3` and so on behind it.
///
/// ```
/// use addup::finding::{Finding, Label, Severity};
/// use addup::report::Audited;
/// use addup::report::fingerprint::fingerprints;
/// use addup::source::Source;
/// use addup::span::Span;
///
/// let of = |text: &str| {
///     let source = Source::new("a.md", text);
///     let start = text.find("25%").unwrap();
///     let label = Label { span: Span::new(start, start + 3), note: None, primary: true };
///     let finding = Finding {
///         rule: "percent-of-whole".into(),
///         severity: Severity::Error,
///         message: "12 of 40 is 30%, but the text says 25%".into(),
///         help: None,
///         labels: vec![label],
///     };
///     let findings = vec![finding];
///     fingerprints(&Audited { source: &source, findings, sentences: vec![], proof: None }).remove(0)
/// };
/// let before = of("Twelve of the 40 schools (25%) failed.");
/// assert_eq!(before, of("A word before.\n\nTwelve of the\n40 *schools* (25%) failed."));
/// assert_ne!(before, of("Twelve of the 40 towns (25%) failed."));
/// ```
pub fn fingerprints(audited: &Audited) -> Vec<String> {
    let mut found: HashMap<u64, usize> = HashMap::new();
    let mut all = Vec::with_capacity(audited.findings.len());
    for finding in &audited.findings {
        let hash = hash_of(audited, finding);
        let times = found.entry(hash).or_default();
        *times += 1;
        all.push(match times {
            1 => format!("{hash:016x}"),
            _ => format!("{hash:016x}-{times}"),
        });
    }
    all
}

/// The fingerprint together with a path, for formats that want one of the
/// finding alone.
pub(super) fn with_path(fingerprint: &str, path: &str) -> String {
    let mut hash = Hash::new();
    hash.add(fingerprint);
    hash.add(path);
    format!("{:016x}", hash.0)
}

fn hash_of(audited: &Audited, finding: &Finding) -> u64 {
    let text = audited.source.text.as_str();
    let mut hash = Hash::new();
    hash.add(&finding.rule);
    for label in &finding.labels {
        words(&text[label.span.range()]).for_each(|word| hash.add(word));
        hash.add("");
    }
    if let Some(label) = finding.primary() {
        let around = around(audited, label.span);
        let before = &text[around.range().start..label.span.range().start];
        let after = &text[label.span.range().end..around.range().end];
        let before: Vec<&str> = words(before).rev().take(AROUND).collect();
        before.into_iter().rev().for_each(|word| hash.add(word));
        hash.add("");
        words(after).take(AROUND).for_each(|word| hash.add(word));
    }
    hash.0
}

/// The sentence of a span; its paragraph where the sentences are not known.
fn around(audited: &Audited, span: Span) -> Span {
    let sentences = &audited.sentences;
    let first = sentences.partition_point(|sentence| sentence.end < span.end);
    if let Some(sentence) = sentences.get(first).filter(|s| s.contains(span)) {
        return *sentence;
    }
    let text = &audited.source.text;
    let range = span.range();
    let is_boundary = |&at: &usize| text.is_char_boundary(at);
    let far = range.start.saturating_sub(NEAR)..=range.start;
    let far = far.into_iter().find(is_boundary).unwrap_or(range.start);
    let start = text[far..range.start].rfind("\n\n");
    let last = range.end..=text.len().min(range.end + NEAR);
    let last = last.rev().find(is_boundary).unwrap_or(range.end);
    let end = text[range.end..last].find("\n\n");
    Span::new(
        start.map_or(far, |at| far + at + 2),
        end.map_or(last, |at| range.end + at),
    )
}

/// Words and numbers, without the marks between them.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let is_mark = |c: char| !c.is_alphanumeric() && c != '%';
    text.split(is_mark).filter(|word| !word.is_empty())
}

/// FNV-1a of 64 bits: the same on every machine and in every version.
struct Hash(u64);

impl Hash {
    fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a text and that it ends here.
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
