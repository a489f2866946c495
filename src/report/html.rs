//! The HTML report is the page an editor works from: one file that needs no
//! other, each article as it is set with its numbers marked, what was found
//! beside the text, and the ledger of its numbers to tick off.
//!
//! It reads without a script: places and findings are joined by their numbers
//! and by links. The script only sorts the ledger, keeps its ticks and lights
//! up what belongs together; the page forbids any other (`script-src`), so
//! that nothing an article holds can run.
//!
//! `copy` sets the text, `mark` finds the stretches of words to be marked
//! in it, `note` writes a finding, `ledger` the table.

mod copy;
mod date;
mod ledger;
mod mark;
mod note;

use std::fmt::Write as _;

use self::mark::Marks;
use super::fingerprint;
use super::proof::Proof;
use super::{Audited, Run, Tally, plain, plural, xml};
use crate::document::Origin;
use crate::finding::Severity;

/// The page, with a comment where each of its parts goes.
const PAGE: &str = include_str!("html/page.html");
const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// What the page lets run: SHA-256 of the script, by
/// `openssl dgst -sha256 -binary page.js | base64`.
const SCRIPT_HASH: &str = "nFmbmld5gnsQ9VL3RCba+Zp4Kl/dOsU+GC3HGm80h5g=";

/// The whole run as one page. Documents without a proof are listed and not
/// set.
pub fn render(run: &Run) -> String {
    let title = escaped(&run.tally.to_string());
    let mut articles = String::new();
    for (n, document) in run.documents.iter().enumerate() {
        if let Some(proof) = document.proof {
            article(&mut articles, run, n + 1, document, proof);
        }
    }
    let parts = [
        ("<!-- version -->", env!("CARGO_PKG_VERSION")),
        ("<!-- script-hash -->", SCRIPT_HASH),
        ("<!-- title -->", &title),
        ("<!-- style -->", STYLE),
        ("<!-- heading -->", &title),
        ("<!-- contents -->", &contents(run)),
        ("<!-- articles -->", &articles),
        ("<!-- script -->", SCRIPT),
    ];
    let mut out = String::with_capacity(PAGE.len() + STYLE.len() + SCRIPT.len() + articles.len());
    let mut rest = PAGE;
    // From front to back, so that what an article holds is never searched.
    for (mark, part) in parts {
        let (before, after) = rest.split_once(mark).expect("the page has this comment");
        out.push_str(before);
        out.push_str(part);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The list of the articles, where there are several.
fn contents(run: &Run) -> String {
    let mut out = String::new();
    if run.documents.len() < 2 {
        return out;
    }
    out.push_str("<nav class=\"contents\" aria-label=\"Articles\">\n<ol>\n");
    for (n, document) in run.documents.iter().enumerate() {
        let name = escaped(&document.source.name);
        let tally = Tally::of(&document.findings);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "<li><a href=\"#a{}\">{name}</a> <span class=\"{}\">{}</span></li>",
            n + 1,
            gravest(tally),
            escaped(&tally.found()),
        );
    }
    out.push_str("</ol>\n</nav>\n");
    out
}

fn article(out: &mut String, run: &Run, number: usize, document: &Audited, proof: &Proof) {
    let name = escaped(&document.source.name);
    let marks = Marks::new(proof, &document.findings);
    let key = fingerprint::with_path(&document.source.text, &document.source.name);
    let _ = write!(
        out,
        "<article class=\"proof\" id=\"a{number}\" data-key=\"{key}\" aria-labelledby=\"a{number}-name\">\n\
         <header>\n<h2 id=\"a{number}-name\">{name}</h2>\n<p class=\"about\">{}</p>\n",
        escaped(&about(document, proof)),
    );
    if !document.findings.is_empty() {
        let _ = writeln!(
            out,
            "<nav aria-label=\"Findings in {name}\"><ol class=\"jump\">"
        );
        for (n, finding) in document.findings.iter().enumerate() {
            let _ = writeln!(
                out,
                "<li class=\"{}\"><a href=\"#f{number}-{}\" aria-label=\"Finding {}: {}\">{}</a></li>",
                finding.severity.name(),
                n + 1,
                n + 1,
                escaped(&finding.message),
                n + 1,
            );
        }
        out.push_str("</ol></nav>\n");
    }
    out.push_str("</header>\n");
    let notes = note::Notes {
        run,
        number,
        document,
        proof,
        marks: &marks,
    };
    copy::write(out, &notes);
    ledger::write(out, &notes);
    out.push_str("</article>\n");
}

/// What was found and read, and the date that others were read against.
fn about(document: &Audited, proof: &Proof) -> String {
    let mut about = Tally::of(&document.findings).found();
    about.push_str(" · ");
    about.push_str(&plural(
        proof.entries.len(),
        "number or date",
        "numbers and dates",
    ));
    if let Some(anchor) = proof.anchor {
        let origin = match anchor.origin {
            Origin::Given => "as given",
            Origin::FrontMatter => "from the front matter",
            Origin::Dateline => "from the dateline",
            Origin::FileName => "from the file’s name",
        };
        let date = anchor.date.strftime("%A, %-d %B %Y");
        // Writing to a string cannot fail.
        let _ = write!(about, " · read against {date}, {origin}");
    }
    about
}

/// The class of the gravest severity.
fn gravest(tally: Tally) -> &'static str {
    [Severity::Error, Severity::Warning, Severity::Advice]
        .into_iter()
        .find(|&severity| tally.reaches(severity))
        .map_or("none", Severity::name)
}

/// A text that is nothing but text, between tags and in attributes.
fn escaped(text: &str) -> String {
    xml::escaped(&plain(text))
}
