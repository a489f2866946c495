//! Spans are bytes of the file as it stands: `&source[span]` is what the writer
//! wrote.

use std::path::Path;

use addup::document::Document;
use addup::lexicon::Lexicon;
use addup::mention::{Form, Mention, mentions};
use addup::source::Source;

/// Sees every mention of every article.
fn each(mut see: impl FnMut(&Source, &Document<'_>, &Mention)) {
    let lexicon = Lexicon::of_grammar();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut read = 0;
    for entry in std::fs::read_dir(articles).expect("the folder of articles") {
        let path = entry.expect("an article").path();
        let text = std::fs::read_to_string(&path).expect("an article is text");
        let source = Source::new(path.display().to_string(), text);
        let mut document = Document::read(&source, &lexicon);
        for mention in mentions(&mut document, &lexicon) {
            see(&source, &document, &mention);
            read += 1;
        }
    }
    assert!(read > 20, "the articles hold only {read} mentions");
}

#[test]
fn a_mention_begins_and_ends_between_characters() {
    each(|source, _, mention| {
        let range = mention.span.range();
        assert!(!range.is_empty());
        assert!(source.text.is_char_boundary(range.start));
        assert!(source.text.is_char_boundary(range.end));
    });
}

#[test]
fn a_mention_lies_in_its_sentence() {
    each(|source, document, mention| {
        let sentence = &document.sentences[mention.sentence];
        let written = &source[mention.span];
        assert!(sentence.span.start <= mention.span.start, "{written}");
        assert!(mention.span.end <= sentence.span.end, "{written}");
        assert!(sentence.tokens.start <= mention.lead, "{written}");
        assert!(mention.lead <= mention.tokens.start, "{written}");
        assert_eq!(document.span_of(mention.tokens.clone()), mention.span);
    });
}

#[test]
fn the_digits_of_a_numeral_stand_in_its_text() {
    each(|source, _, mention| {
        let Some(numeral) = mention.numeral().filter(|n| n.form == Form::Digits) else {
            return;
        };
        let written = &source[mention.span];
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let whole = numeral.value.abs().map_or(0, |value| value.floor());
        assert!(
            digits.contains(&whole.to_string()) || written.contains(char::is_alphabetic),
            "{whole} is not in {written}"
        );
    });
}
