//! Comments that silence rules, in any order and half written, do no more than
//! that: every finding that is left was there before, or is about a comment.

use addup::article::Article;
use addup::audit::audit;
use addup::rule::Rule;
use addup::source::{Format, Source};
use addup::suppression::{UNUSED, suppress};

use super::draw::Draw;
use super::sound;

/// What the texts are made of, line by line or within a line.
const PIECES: [&str; 40] = [
    "\n",
    "\n\n",
    " ",
    "<!--",
    "-->",
    "<!-- ",
    " -->",
    "addup-disable",
    "addup-enable",
    "addup-disable-line",
    "addup-disable-next-line",
    "addup-disable-file",
    "addup-",
    "addup-disable-all",
    "percent-of-whole",
    "percent",
    "calendar",
    "per*",
    "*",
    "no-such-rule",
    " -- ",
    " -- meant, as the survey says -- ",
    ",",
    "# ",
    "- ",
    "| a | b |\n|---|---|\n",
    "---\n",
    "addup: {ignore: [percent-of-whole]}\n",
    "addup:\n  ignore:\n    - calendar # why\n",
    "ignore",
    "+++\n[addup]\n",
    "Nine of the 30 quays (40%) closed. ",
    "It shut on Monday, 4 November 2015. ",
    "é",
    "`",
    "```\n",
    "<p>",
    "<pre>",
    "\r\n",
    "\u{a0}",
];

/// Bytes are a format, then pieces.
pub fn holds(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let format = draw.one_of(&[Format::Text, Format::Markdown, Format::Html]);
    let mut text = String::new();
    while !draw.is_empty() {
        text.push_str(draw.one_of(&PIECES));
    }
    let mut source = Source::new("a", text);
    source.format = format;
    let shelf = sound::shelf();
    let wanted = ["percent-of-whole", "weekday-date-mismatch"];
    let rules = wanted.iter().filter_map(|id| shelf.rule(id));
    let rules: Vec<&Rule> = rules.collect();
    let article = Article::read(&source, shelf.lexicon());
    sound::understood(&article);
    let all = audit(&article, shelf, &rules);
    let left = suppress(&article, shelf, &rules, all.clone());
    sound::found(&source, &left);
    for finding in &left {
        assert!(
            finding.rule == UNUSED || all.contains(finding),
            "{finding:?}"
        );
    }
}
