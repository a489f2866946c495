//! Any bytes are an article: each reader takes them apart, every rule is run,
//! every report is written.

use addup::source::{Format, Source};

use super::draw::Draw;
use super::sound;

/// Names that give a date, nearly give one, or give none.
const NAMES: [&str; 8] = [
    "a",
    "2015-11-05-storm.md",
    "news/2016/02/29/quay.html",
    "2015-02-30.txt",
    "20151105",
    "<&\">\n%,:",
    "99999999-99-99",
    "",
];

const DATES: [Option<&str>; 4] = [
    None,
    Some("2015-11-05"),
    Some("0001-01-01"),
    Some("9999-12-31"),
];

const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

/// Bytes for name, date and format, then the text.
pub fn holds(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let name = draw.one_of(&NAMES);
    let date = draw.one_of(&DATES);
    let format = draw.one_of(&FORMATS);
    let mut source = Source::new(name, draw.text());
    source.format = format;
    source.date = date.and_then(|date| date.parse().ok());
    sound::article(&source);
}
