//! A note is a finding beside the text: what was found, each place with what
//! it was read as, the arithmetic, and the rule's reasons.

use std::fmt::Write as _;

use super::escaped;
use super::mark::Marks;
use crate::finding::{Finding, Label};
use crate::report::position::Lines;
use crate::report::proof::Proof;
use crate::report::{Audited, Run};

/// The most characters of a place that a note repeats.
const LONGEST: usize = 60;

/// The findings of one article, and what is told of them.
pub(super) struct Notes<'a> {
    pub(super) run: &'a Run<'a>,
    /// The article's, from 1.
    pub(super) number: usize,
    pub(super) document: &'a Audited<'a>,
    pub(super) proof: &'a Proof,
    pub(super) marks: &'a Marks,
}

impl Notes<'_> {
    /// Writes one finding.
    pub(super) fn write(&self, out: &mut String, n: usize) {
        let finding = &self.document.findings[n];
        let severity = finding.severity.name();
        let id = format!("f{}-{}", self.number, n + 1);
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "<div class=\"note {severity}\" role=\"note\" id=\"{id}\" tabindex=\"-1\" \
             aria-labelledby=\"{id}-message\" data-findings=\"{}\">\n\
             <p class=\"message\" id=\"{id}-message\"><span class=\"badge\">\
             <span class=\"unseen\">Finding </span>{}</span> \
             <span class=\"severity\">{severity}</span> {}</p>\n<ul class=\"places\">\n",
            n + 1,
            n + 1,
            escaped(&finding.message),
        );
        for m in 0..finding.labels.len() {
            self.place(out, finding, n, m);
        }
        out.push_str("</ul>\n");
        if let Some(help) = &finding.help {
            let lines: Vec<String> = help.trim_end().lines().map(escaped).collect();
            let _ = writeln!(out, "<p class=\"help\">{}</p>", lines.join("<br>\n"));
        }
        self.reason(out, finding);
        out.push_str("</div>\n");
    }

    /// One place of a finding, with the link to it.
    fn place(&self, out: &mut String, finding: &Finding, n: usize, m: usize) {
        let label = &finding.labels[m];
        let words = escaped(&self.words(label));
        out.push_str("<li>");
        let _ = match self.marks.of_label(n, m) {
            Some(mark) => write!(
                out,
                "<a href=\"#m{}-{}\">{words}</a>",
                self.number,
                mark + 1
            ),
            None => {
                let lines = Lines::new(&self.document.source.text);
                let line = lines.position(label.span.range().start).line;
                write!(out, "<q>{words}</q> (line {line})")
            }
        };
        if let Some(note) = &label.note {
            let _ = write!(out, " <span class=\"read\">{}</span>", escaped(note));
        }
        out.push_str("</li>\n");
    }

    /// What the writer wrote at a place, without the middle of a long one.
    fn words(&self, label: &Label) -> String {
        let words = self.proof.read(self.document.source, label.span);
        match words.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", words[..end].trim_end()),
            None => words,
        }
    }

    /// The rule, and why it looks.
    fn reason(&self, out: &mut String, finding: &Finding) {
        let about = self.run.about(&finding.rule);
        let _ = write!(
            out,
            "<details>\n<summary>{}</summary>\n<p>{}.</p>\n",
            escaped(about.id),
            escaped(about.summary),
        );
        for paragraph in about.why.into_iter().flat_map(|why| why.split("\n\n")) {
            let _ = writeln!(out, "<p>{}</p>", escaped(paragraph.trim()));
        }
        out.push_str("</details>\n");
    }
}
