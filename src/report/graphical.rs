//! The graphical report draws every finding on an excerpt of its article: each
//! number underlined, with what it was read as.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity as Gravity,
    SourceCode, ThemeCharacters, ThemeStyles,
};

use super::excerpt::Excerpt;
use super::position::Lines;
use super::{Audited, is_steering, plain};
use crate::finding::{Finding, Severity};

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether it is coloured.
    pub color: bool,
    /// How many columns it may take.
    pub width: usize,
}

impl Look {
    /// No colours, 100 columns: a file, a pipe, a snapshot.
    pub const PLAIN: Look = Look {
        color: false,
        width: 100,
    };

    /// miette's drawing in this look, for errors and for findings.
    pub fn handler(self) -> GraphicalReportHandler {
        let styles = if self.color {
            ThemeStyles::ansi()
        } else {
            ThemeStyles::none()
        };
        let theme = GraphicalTheme {
            characters: ThemeCharacters::unicode(),
            styles,
        };
        GraphicalReportHandler::new_themed(theme)
            .with_width(self.width)
            .with_links(false)
    }
}

/// Columns that a row's line number and frame take, at most as a rule.
const GUTTER: usize = 8;

/// Rows are never narrower, whatever the terminal.
const NARROWEST: usize = 40;

/// A drawing of each finding.
pub fn render(audited: &Audited, look: Look) -> String {
    if audited.findings.is_empty() {
        return String::new();
    }
    let lines = Lines::new(&audited.source.text);
    let width = look.width.saturating_sub(GUTTER).max(NARROWEST);
    let handler = look.handler().with_context_lines(1);
    let mut out = String::new();
    for finding in &audited.findings {
        let drawn = Drawn {
            finding,
            excerpt: Excerpt::new(
                &audited.source.name,
                &lines,
                &finding.labels,
                &audited.sentences,
                width,
            ),
        };
        let mut drawing = String::new();
        handler
            .render_report(&mut drawing, &drawn)
            .expect("writing to a string cannot fail, and every label lies in the excerpt");
        for line in drawn.excerpt.renumber(&drawing).lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// A finding as miette's drawing wants it.
#[derive(Debug)]
struct Drawn<'a> {
    finding: &'a Finding,
    excerpt: Excerpt,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&plain(&self.finding.message))
    }
}

impl std::error::Error for Drawn<'_> {}

impl Diagnostic for Drawn<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.finding.rule))
    }

    fn severity(&self) -> Option<Gravity> {
        Some(match self.finding.severity {
            Severity::Error => Gravity::Error,
            Severity::Warning => Gravity::Warning,
            Severity::Advice => Gravity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.finding.help.as_deref().map(str::trim_end);
        let hidden = match self.excerpt.hidden() {
            0 => None,
            1 => Some("1 more place is not drawn".to_owned()),
            n => Some(format!("{n} more places are not drawn")),
        };
        let lines: Vec<String> = help.map(str::to_owned).into_iter().chain(hidden).collect();
        let shown = lines
            .join("\n")
            .replace(|c| c != '\n' && is_steering(c), " ");
        (!lines.is_empty()).then(|| Box::new(shown) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels().into_iter()))
    }
}
