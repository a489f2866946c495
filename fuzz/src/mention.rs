//! Words of numbers, units and dates in any order are read without harm: each
//! byte is a word or a mark, so that grammars are tried far more often than on
//! arbitrary bytes.

use std::fmt::Write as _;
use std::sync::OnceLock;

use addup::article::Article;
use addup::lexicon::Lexicon;
use addup::source::{Format, Source};

use super::draw::Draw;
use super::sound;

/// What mentions are made of, a word or mark a line.
const WORDS: &str = include_str!("mention/words.txt");

const BETWEEN: [&str; 8] = [" ", " ", " ", "", "-", "\u{a0}", "\n", "&nbsp;"];

/// Bytes are words, blanks between them, and digits.
pub fn holds(bytes: &[u8]) {
    let source = source(bytes);
    let article = Article::read(&source, lexicon());
    sound::understood(&article);
    sound::ledger(&article);
}

/// The article that the bytes make.
pub fn source(bytes: &[u8]) -> Source {
    let mut draw = Draw::new(bytes);
    let format = draw.one_of(&[Format::Text, Format::Markdown, Format::Html]);
    let date = draw.one_of(&[None, Some("2015-11-05"), Some("2016-02-29")]);
    let words: Vec<&str> = WORDS.lines().collect();
    let mut text = String::new();
    while !draw.is_empty() {
        match draw.byte() {
            digits @ 0..=99 => {
                // Writing to a string cannot fail.
                let _ = write!(text, "{digits}");
            }
            _ => text.push_str(draw.one_of(&words)),
        }
        text.push_str(draw.one_of(&BETWEEN));
    }
    let mut source = Source::new("a", text);
    source.format = format;
    source.date = date.and_then(|date| date.parse().ok());
    source
}

/// The lexicon of the grammars, loaded once.
fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::of_grammar)
}
