//! A suppression is a comment with which a writer says that what a rule finds
//! is meant: `<!-- addup-disable-next-line percent-of-whole -- the survey let
//! people answer twice -->`.
//!
//! | comment | silences |
//! |---|---|
//! | `addup-disable-next-line RULE` | the next line that is neither blank nor a comment |
//! | `addup-disable-line RULE` | the line it stands on |
//! | `addup-disable RULE` ... `addup-enable RULE` | everything between, or to the end |
//! | `addup-disable-file RULE` | the file |
//! | `addup: {ignore: [RULE]}` in the front matter | the file |
//!
//! The comment is written the same in Markdown, HTML and plain text. Rules are
//! named by id, family or pattern, as on the command line, with commas or
//! blanks between; without a name every rule is meant. What stands after `--`
//! is the reason. A finding is silenced where one of its labels begins on the
//! lines concerned.
//!
//! A suppression that silences nothing, or names no rule, is itself a finding,
//! of the severity advice and under the rule id [`UNUSED`]: a mistake that has
//! been mended must not keep hiding the next one.

mod directive;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use self::directive::{Directive, VERBS, Verb, directives};
use crate::article::Article;
use crate::document::Document;
use crate::finding::{self, Finding, Label, Severity};
use crate::rule::suggest::did_you_mean;
use crate::rule::{Profile, Rule, Shelf};
use crate::span::Span;

/// The rule id of a suppression that silences nothing.
pub const UNUSED: &str = "unused-suppression";

/// What findings of [`UNUSED`] say, in one line.
pub const UNUSED_SUMMARY: &str = "A suppression silences nothing, or names no rule";

/// Why that is told: the page of `addup explain`.
pub const UNUSED_WHY: &str = "\
A comment that silences a rule, or `addup: {ignore: [...]}` in the front matter,
silences nothing: what it hid has been mended, or it names no rule. Left where
it is, it would hide the next mistake. Suppressions of rules that were not run
are not reported.";

/// The findings that no suppression in the text silences, and one for each
/// suppression that silenced none. `ran` are the rules that were run: of the
/// others nothing is known, and their suppressions are not reported.
///
/// ```
/// use addup::article::Article;
/// use addup::audit::audit;
/// use addup::rule::Shelf;
/// use addup::source::Source;
/// use addup::suppression::suppress;
///
/// let text = "<!-- addup-disable-next-line percent -- a quotation -->\n\
///     Nine of the 30 ferries (40%) were still in harbour.\n";
/// let source = Source::new("strike.md", text);
/// let shelf = Shelf::shipped();
/// let article = Article::read(&source, shelf.lexicon());
/// let rules: Vec<_> = shelf.rules().iter().collect();
/// let findings = audit(&article, &shelf, &rules);
/// assert_eq!(findings.len(), 1);
/// assert!(suppress(&article, &shelf, &rules, findings).is_empty());
/// ```
pub fn suppress(
    article: &Article<'_>,
    shelf: &Shelf,
    ran: &[&Rule],
    findings: Vec<Finding>,
) -> Vec<Finding> {
    let directives = directives(&article.document);
    if directives.is_empty() {
        return findings;
    }
    let mut silencing = Silencing::new(&article.document, shelf, directives);
    let mut kept: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| !silencing.silences(finding))
        .collect();
    kept.extend(silencing.unused(ran));
    finding::sort(&mut kept);
    kept
}

/// The suppressions of a document, and which of them were of use.
struct Silencing<'a> {
    document: &'a Document<'a>,
    shelf: &'a Shelf,
    entries: Vec<Entry<'a>>,
    /// Directives that are none.
    wrong: Vec<Span>,
}

/// One name of a directive, or a directive without names.
struct Entry<'a> {
    verb: Verb,
    /// The name; the directive's word where it has none.
    span: Span,
    /// `None` where every rule is meant.
    name: Option<&'a str>,
    /// By rule of the shelf: whether it means the rule.
    means: Rc<[bool]>,
    /// The bytes that it concerns; those after it for `disable` and `enable`.
    bytes: Range<u32>,
    used: bool,
}

impl<'a> Silencing<'a> {
    fn new(document: &'a Document<'a>, shelf: &'a Shelf, directives: Vec<Directive>) -> Self {
        let (mut entries, mut wrong) = (Vec::new(), Vec::new());
        let mut meanings: HashMap<Option<&str>, Rc<[bool]>> = HashMap::new();
        for directive in directives {
            let Some(verb) = directive.verb else {
                wrong.push(directive.word);
                continue;
            };
            let bytes = bytes(document, verb, directive.comment);
            let mut entry = |span: Span, name: Option<&'a str>| {
                let means = meanings.entry(name).or_insert_with(|| meant(shelf, name));
                Entry {
                    verb,
                    span,
                    means: Rc::clone(means),
                    name,
                    bytes: bytes.clone(),
                    used: false,
                }
            };
            if directive.names.is_empty() {
                entries.push(entry(directive.word, None));
            }
            let names = directive.names.iter();
            entries.extend(names.map(|&name| entry(name, Some(document.slice(name)))));
        }
        let mut disabled = vec![false; shelf.rules().len()];
        for entry in &mut entries {
            let mut rules = disabled.iter_mut().zip(entry.means.iter());
            match entry.verb {
                Verb::Disable => rules.for_each(|(disabled, means)| *disabled |= means),
                Verb::Enable => entry.used = rules.any(|(disabled, means)| *disabled && *means),
                Verb::DisableNextLine | Verb::DisableLine | Verb::DisableFile => {}
            }
        }
        Silencing {
            document,
            shelf,
            entries,
            wrong,
        }
    }

    /// Whether a finding is silenced; remembers what silenced it.
    fn silences(&mut self, finding: &Finding) -> bool {
        let rules = self.shelf.rules();
        let rule = rules.binary_search_by(|rule| rule.id.cmp(&finding.rule));
        let mut silenced = false;
        for label in &finding.labels {
            let at = label.span.start;
            let mut open = None;
            for i in 0..self.entries.len() {
                let entry = &self.entries[i];
                let means = entry.name.is_none() || rule.is_ok_and(|rule| entry.means[rule]);
                if !means || !entry.bytes.contains(&at) {
                    continue;
                }
                match entry.verb {
                    Verb::Disable => open = Some(i),
                    Verb::Enable => open = None,
                    Verb::DisableNextLine | Verb::DisableLine | Verb::DisableFile => {
                        self.entries[i].used = true;
                        silenced = true;
                    }
                }
            }
            if let Some(i) = open {
                self.entries[i].used = true;
                silenced = true;
            }
        }
        silenced
    }

    /// A finding for each suppression that was of no use.
    fn unused(&self, ran: &[&Rule]) -> Vec<Finding> {
        let wrong = self.wrong.iter().map(|&span| {
            let word = self.document.slice(span);
            let verbs = VERBS.iter().map(|(name, _)| *name);
            let help = did_you_mean(word, verbs.chain(["ignore"]));
            unused(span, format!("`{word}` is no suppression"), help)
        });
        let ran: BTreeSet<&str> = ran.iter().map(|rule| rule.id.as_str()).collect();
        let idle = self.entries.iter().filter(|entry| !entry.used);
        let idle = idle.filter_map(|entry| self.idle(entry, &ran));
        wrong.chain(idle).collect()
    }

    fn idle(&self, entry: &Entry<'_>, ran: &BTreeSet<&str>) -> Option<Finding> {
        let rules = self.shelf.rules().iter().zip(entry.means.iter());
        let named = rules.filter(|&(_, &means)| means);
        let named: Vec<&Rule> = named.map(|(rule, _)| rule).collect();
        if let (Some(name), true) = (entry.name, named.is_empty()) {
            let rules = self.shelf.rules().iter();
            let known = rules.flat_map(|rule| [rule.id.as_str(), rule.family()]);
            let message = format!("a suppression names `{name}`, but no rule or family has it");
            return Some(unused(entry.span, message, did_you_mean(name, known)));
        }
        if entry.verb != Verb::Enable && !all_ran(&named, ran) {
            return None;
        }
        let name = entry.name.map(|name| format!("`{name}`"));
        let message = match entry.verb {
            Verb::Enable => format!(
                "{} enabled here, but was not disabled before",
                name.map_or("every rule is".to_owned(), |name| format!("{name} is"))
            ),
            _ => match name {
                Some(name) => format!("{name} is suppressed here, but finds nothing"),
                None => "every rule is suppressed here, but none finds anything".to_owned(),
            },
        };
        let help = "take the suppression out: it would hide the next mistake";
        Some(unused(entry.span, message, Some(help.to_owned())))
    }
}

/// By rule: whether a name means it; without a name every one is meant.
fn meant(shelf: &Shelf, name: Option<&str>) -> Rc<[bool]> {
    let rules = shelf.rules().iter();
    rules
        .map(|rule| name.is_none_or(|name| rule.is_named(name)))
        .collect()
}

/// Whether every rule that is run by default was run, or every one where none
/// of them is.
fn all_ran(named: &[&Rule], ran: &BTreeSet<&str>) -> bool {
    let was_run = |rule: &&&Rule| ran.contains(rule.id.as_str());
    let is_default = |rule: &&&Rule| Profile::Recommended.runs(&rule.profiles);
    if named.iter().any(|rule| is_default(&rule)) {
        named.iter().filter(is_default).all(|rule| was_run(&rule))
    } else {
        named.iter().all(|rule| was_run(&rule))
    }
}

/// The bytes that a directive concerns.
fn bytes(document: &Document<'_>, verb: Verb, comment: Span) -> Range<u32> {
    let text = &document.source.text;
    let Range { start, end } = comment.range();
    let end_of_line = |at: usize| text[at..].find('\n').map_or(text.len(), |n| at + n + 1);
    let range = match verb {
        Verb::DisableFile => 0..text.len() + 1,
        Verb::Disable | Verb::Enable => end..text.len() + 1,
        Verb::DisableLine => text[..start].rfind('\n').map_or(0, |n| n + 1)..end_of_line(end),
        Verb::DisableNextLine => {
            let mut at = end_of_line(end);
            let mut next = end_of_line(at);
            while next > at && is_passed_over(&text[at..next]) {
                (at, next) = (next, end_of_line(next));
            }
            at..next
        }
    };
    // A text of more than 4 GiB has no comments.
    range.start as u32..range.end as u32
}

/// Whether a line holds nothing, or a comment alone.
fn is_passed_over(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || (line.starts_with("<!--") && line.ends_with("-->"))
}

fn unused(span: Span, message: String, help: Option<String>) -> Finding {
    Finding {
        rule: UNUSED.to_owned(),
        severity: Severity::Advice,
        message,
        help,
        labels: vec![Label {
            span,
            note: None,
            primary: true,
        }],
    }
}
