//! A directive is what a comment, or the front matter, asks for:
//! `<!-- addup-disable-next-line percent-of-whole -- they count twice -->`.

use crate::document::Document;
use crate::span::Span;

/// What a directive does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Silences the next line that is neither blank nor a comment.
    DisableNextLine,
    /// Silences the line the comment stands on.
    DisableLine,
    /// Silences the whole file.
    DisableFile,
    /// Silences what follows.
    Disable,
    /// Ends that.
    Enable,
}

/// The verbs, as comments have them.
pub(super) const VERBS: [(&str, Verb); 5] = [
    ("addup-disable-next-line", Verb::DisableNextLine),
    ("addup-disable-line", Verb::DisableLine),
    ("addup-disable-file", Verb::DisableFile),
    ("addup-disable", Verb::Disable),
    ("addup-enable", Verb::Enable),
];

/// What a comment asks for.
#[derive(Clone, Debug)]
pub(super) struct Directive {
    /// `None` where there is no such verb.
    pub(super) verb: Option<Verb>,
    /// The word that asks: `addup-disable-line`.
    pub(super) word: Span,
    /// The comment.
    pub(super) comment: Span,
    /// The rules it names; none where it means every rule.
    pub(super) names: Vec<Span>,
}

/// The directives of a document: that of the front matter, then those of
/// comments in text order.
pub(super) fn directives(document: &Document<'_>) -> Vec<Directive> {
    let settings = document.settings.into_iter().filter_map(|span| {
        let is_mark = |word: &Span| document.slice(*word) == "-";
        let words = words(document, span, |c| !is_of_name(c)).into_iter();
        let mut words = words.filter(|word| !is_mark(word));
        let word = words.next()?;
        Some(Directive {
            verb: (document.slice(word) == "ignore").then_some(Verb::DisableFile),
            word,
            comment: span,
            names: words.collect(),
        })
    });
    let comments = document.comments.iter();
    let comments = comments.filter_map(|&span| of_comment(document, span));
    settings.chain(comments).collect()
}

/// `directive ::= '<!--' verb (rule (',' rule)*)? ('--' reason)? '-->'`
fn of_comment(document: &Document<'_>, comment: Span) -> Option<Directive> {
    let written = document.slice(comment);
    let inner = written.strip_prefix("<!--")?.strip_suffix("-->")?;
    if !inner.trim_start().starts_with("addup-") {
        return None;
    }
    let start = comment.range().start + "<!--".len();
    let inner = Span::new(start, start + inner.len());
    let mut words = words(document, inner, |c| c.is_whitespace() || c == ',').into_iter();
    let word = words.next()?;
    let verb = VERBS.iter().find(|(name, _)| *name == document.slice(word));
    Some(Directive {
        verb: verb.map(|&(_, verb)| verb),
        word,
        comment,
        names: words
            .take_while(|&word| document.slice(word) != "--")
            .collect(),
    })
}

/// The words between separators, without what follows a `#` in a line of
/// front matter.
fn words(document: &Document<'_>, span: Span, separates: impl Fn(char) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = span.range().start;
    for line in document.slice(span).split_inclusive('\n') {
        let mut word = at;
        let code = line.split(" #").next().unwrap_or_default();
        for (place, c) in code.char_indices().chain([(code.len(), '\n')]) {
            if separates(c) {
                if word < at + place {
                    found.push(Span::new(word, at + place));
                }
                word = at + place + c.len_utf8();
            }
        }
        at += line.len();
    }
    found
}

/// What ids, families and patterns of them are made of.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '*')
}
