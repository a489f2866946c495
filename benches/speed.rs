//! How fast articles are checked, stage by stage: each stage with those before
//! it, over a hundred news stories.
//!
//!     cargo bench              # measures
//!     cargo test --benches     # only sees that they run

use addup::article::Article;
use addup::audit::audit;
use addup::document::Document;
use addup::mention::mentions;
use addup::rule::{Profile, Rule, Shelf};
use addup::source::Source;
use divan::Bencher;
use divan::counter::BytesCount;

/// A news story with about as many numbers as news has.
const STORY: &str = "\
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

/// A hundred stories, each a text of its own.
fn stories() -> Vec<Source> {
    let story = |n| Source::new(format!("story-{n}.txt"), STORY);
    (0..100).map(story).collect()
}

/// Measures what is done with each story.
fn each<T>(bencher: Bencher<'_, '_>, work: impl Fn(&Source) -> T + Sync) {
    let stories = stories();
    bencher
        .counter(BytesCount::new(100 * STORY.len()))
        .bench(|| stories.iter().map(&work).collect::<Vec<_>>().len());
}

fn shelf() -> Shelf {
    Shelf::audit_ready(&[]).expect("the shipped rules load")
}

/// The rules that run when none are chosen.
fn recommended(shelf: &Shelf) -> Vec<&Rule> {
    let rules = shelf.rules().iter();
    let runs = |rule: &&Rule| Profile::Recommended.runs(&rule.profiles);
    rules.filter(runs).collect()
}

#[divan::bench]
fn loading_the_rules() -> Shelf {
    shelf()
}

#[divan::bench]
fn documents(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    each(bencher, |story| {
        Document::read(story, shelf.lexicon()).tokens.len()
    });
}

#[divan::bench]
fn numbers_and_dates(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    each(bencher, |story| {
        let mut document = Document::read(story, shelf.lexicon());
        mentions(&mut document, shelf.lexicon()).len()
    });
}

#[divan::bench]
fn claims(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    each(bencher, |story| {
        Article::read(story, shelf.lexicon()).claims.len()
    });
}

#[divan::bench]
fn findings(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let rules = recommended(&shelf);
    each(bencher, |story| {
        let article = Article::read(story, shelf.lexicon());
        audit(&article, &shelf, &rules)
    });
}

#[divan::bench]
fn findings_of_all_rules(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    each(bencher, |story| {
        let article = Article::read(story, shelf.lexicon());
        audit(&article, &shelf, &rules)
    });
}
