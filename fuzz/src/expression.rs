//! Any text is an expression and a message or is refused, with a place in it;
//! one that is sound comes to something, whatever its numbers.

use std::sync::OnceLock;

use addup::article::Article;
use addup::lexicon::Lexicon;
use addup::mention::Kind;
use addup::rule::binding::{Bindings, Bound};
use addup::rule::expression::{Expression, Mistake, Name, Scene, Scope};
use addup::rule::sort::Sort;
use addup::rule::template::Template;
use addup::source::Source;

/// One mention of each kind that names stand for.
const TEXT: &str = "Twelve of the 40 schools (25%) closed on Monday, 4 November 2015 after three \
     days, at a cost of £3m, 16 km away and one in five pupils, aged 23, were told by more than \
     170141183460469231731687303715884105 people at t(28) = 2.20.";

const NAMES: [(&str, Sort, Kind); 9] = [
    ("part", Sort::Count, Kind::Cardinal),
    ("share", Sort::Percent, Kind::Percent),
    ("day", Sort::Date, Kind::Date),
    ("span", Sort::Duration, Kind::Duration),
    ("cost", Sort::Money, Kind::Money),
    ("way", Sort::Measure, Kind::Measure),
    ("ratio", Sort::Ratio, Kind::Ratio),
    ("age", Sort::Age, Kind::Age),
    ("test", Sort::Statistic, Kind::Statistic),
];

/// The bytes are the text.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let bench = bench();
    let article = Article::read(&bench.source, &bench.lexicon);
    let bindings = bindings(&article);
    let scene = Scene {
        article: &article,
        lexicon: &bench.lexicon,
        bindings: &bindings,
    };
    match Expression::parse(&text) {
        Err(mistake) => points(&mistake, &text),
        Ok(expression) => {
            match expression.check(&bench.scope) {
                Err(mistake) => points(&mistake, &text),
                Ok(_) => {
                    let _ = expression.clone().settled().value(&scene);
                }
            }
            if expression.check_condition(&bench.scope).is_ok() {
                let _ = expression.settled().truth(&scene);
            }
        }
    }
    match Template::parse(&text) {
        Err(mistake) => points(&mistake, &text),
        Ok(template) => match template.check(&bench.scope) {
            Err(mistake) => points(&mistake, &text),
            Ok(()) => {
                let _ = template.render(&scene);
            }
        },
    }
}

struct Bench {
    lexicon: Lexicon,
    source: Source,
    scope: Scope,
}

fn bench() -> &'static Bench {
    static BENCH: OnceLock<Bench> = OnceLock::new();
    BENCH.get_or_init(|| {
        let mut scope = Scope::default();
        for (name, sort, _) in NAMES {
            scope.bind(name, Name::of(sort));
        }
        scope.bind("whole", Name::of(Sort::Count));
        scope.bind("vast", Name::of(Sort::Count));
        scope.bind("absent", Name::of(Sort::Count).optional());
        scope.bind("parts", Name::of(Sort::Count).repeated());
        Bench {
            lexicon: Lexicon::of_grammar(),
            source: Source::new("a.txt", TEXT),
            scope,
        }
    })
}

fn bindings(article: &Article<'_>) -> Bindings {
    let mut bindings = Bindings::default();
    let of_kind = |kind| {
        let mentions = article.mentions.iter().enumerate();
        let of_kind = mentions.filter(move |(_, mention)| mention.kind == kind);
        of_kind.map(|(id, _)| id).collect::<Vec<usize>>()
    };
    for (name, _, kind) in NAMES {
        if let Some(&id) = of_kind(kind).first() {
            bindings.bind(name, Bound::Mention(id));
        }
    }
    let counts = of_kind(Kind::Cardinal);
    bindings.bind("whole", Bound::Mention(counts[1]));
    bindings.bind("vast", Bound::Mention(counts[counts.len() - 1]));
    bindings.bind("parts", Bound::Mentions(counts));
    bindings
}

fn points(mistake: &Mistake, text: &str) {
    let span = mistake.span.clone();
    assert!(!mistake.message.is_empty());
    assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
}
