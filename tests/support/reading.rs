//! What the tests of mentions share: reading a text against one day, and
//! saying what was read.

#![allow(dead_code, reason = "each suite uses a part")]

use addup::document::Document;
use addup::lexicon::Lexicon;
use addup::mention::{Mention, mentions};
use addup::number::Rational;
use addup::source::Source;

/// The day that dates are read against: a Thursday.
pub(crate) const TODAY: &str = "2015-11-05";

pub(crate) fn read(name: &str, text: &str) -> Vec<(String, Mention)> {
    let lexicon = Lexicon::of_grammar();
    let mut source = Source::new(name, text);
    source.date = TODAY.parse().ok();
    let mut document = Document::read(&source, &lexicon);
    let found = mentions(&mut document, &lexicon);
    let written = |mention: &Mention| source[mention.span].to_owned();
    found.into_iter().map(|m| (written(&m), m)).collect()
}

/// Each mention as `kind text = value unit`.
pub(crate) fn seen(text: &str) -> Vec<String> {
    let said = |(written, mention): &(String, Mention)| {
        let value = match (mention.numeral(), mention.time()) {
            (Some(numeral), _) => decimal(numeral.value),
            (_, Some(timex)) => timex.value().unwrap_or_default(),
            _ => ends(mention),
        };
        let unit = mention.quantity().map_or(String::new(), |q| q.unit.name());
        let shown = format!("{} {written} = {value} {unit}", mention.kind.name());
        shown.trim_end().to_owned()
    };
    read("story.txt", text).iter().map(said).collect()
}

pub(crate) fn ends(mention: &Mention) -> String {
    let quantity = mention.quantity().expect("it is a quantity");
    let bound = |b: addup::number::Bound| b.value().map_or("?".to_owned(), decimal);
    let strict = quantity.strict;
    format!("{} to {}", bound(strict.low()), bound(strict.high()))
}

fn decimal(value: Rational) -> String {
    if value.is_integer() {
        value.numerator().to_string()
    } else {
        format!("{:.4}", value.to_f64())
            .trim_end_matches('0')
            .to_owned()
    }
}

pub(crate) fn only(text: &str) -> Mention {
    let mut found = read("story.txt", text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0).1
}

/// The mentions of pieces in a row, of which none overlap.
#[track_caller]
pub(crate) fn row(pieces: &[&str], spaced: bool) -> Vec<(String, Mention)> {
    let text = pieces.join(if spaced { " " } else { "" });
    let found = read("story.txt", &text);
    for pair in found.windows(2) {
        let [before, after] = [&pair[0].1.tokens, &pair[1].1.tokens];
        assert!(before.end <= after.start, "{text}");
    }
    found
}

#[track_caller]
pub(crate) fn check(text: &str, expected: &[&str]) {
    assert_eq!(seen(text), expected, "{text}");
}
