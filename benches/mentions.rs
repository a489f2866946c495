//! How fast an article is read: document and mentions, a megabyte of it.

use addup::document::Document;
use addup::lexicon::Lexicon;
use addup::mention::mentions;
use addup::source::Source;
use divan::Bencher;
use divan::counter::BytesCount;

/// A news story with about as many numbers as news has.
const ARTICLE: &str = "\
LONDON, 5 November 2015 - The council of Marrow Bay said on Thursday that the
storm which struck the harbour last week had damaged 237 homes and two schools,
and that repairs would cost about £3.4m, up from an estimate of £2.9m a day
after the flood. Ellen Parry, 52, who leads the council, told reporters that
nearly two-thirds of the families had returned by Monday evening.

\"We have seen nothing like it since 1987,\" she said. Winds reached 84mph at the
lighthouse, 12 miles along the coast, and the tide stood 1.2 metres above the
highest mark in the town's records. The ferry company cancelled 14 of its 22
sailings between Tuesday and Friday, and some 1,900 passengers were asked to
travel by another route. Shares in the company fell 3.1% to 412p.

Engineers who examined the sea wall found that the stones which were laid in
the nineteenth century had held, while the concrete that was poured forty years
ago had not. The report, which will be published in the spring, is expected to
recommend a new wall from the fish market to the church. Nobody was killed, and
the six people who were taken to hospital have all been discharged.

";

fn main() {
    divan::main();
}

fn a_megabyte() -> String {
    ARTICLE.repeat(1_000_000 / ARTICLE.len() + 1)
}

#[divan::bench]
fn document(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::of_grammar();
    let source = Source::new("story.txt", a_megabyte());
    bencher
        .counter(BytesCount::of_str(&source.text))
        .bench(|| Document::read(&source, &lexicon));
}

#[divan::bench]
fn document_and_mentions(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::of_grammar();
    let source = Source::new("story.txt", a_megabyte());
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| {
        let mut document = Document::read(&source, &lexicon);
        mentions(&mut document, &lexicon)
    });
}
