#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]
use addup::claim::{Claim, Term, claims};
use addup::document::Document;
use addup::lexicon::Lexicon;
use addup::mention::mentions;
use addup::source::Source;

fn main() {
    let lexicon = Lexicon::of_grammar();
    let mut time = std::time::Duration::ZERO;
    let mut time_m = std::time::Duration::ZERO;
    let mut bytes = 0;
    let quiet = std::env::var("QUIET").is_ok();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        bytes += text.len();
        let source = Source::new(path.clone(), text);
        let mut document = Document::read(&source, &lexicon);
        let t = std::time::Instant::now();
        let mentions = mentions(&mut document, &lexicon);
        time_m += t.elapsed();
        let t = std::time::Instant::now();
        let claims = claims(&document, &mentions, &lexicon);
        time += t.elapsed();
        if quiet {
            continue;
        }
        println!("=== {path}");
        let s = |t: Option<Term>| {
            t.map_or("-".to_string(), |t| {
                format!(
                    "{}#{:04x}",
                    source[t.span].replace('\n', " "),
                    t.key & 0xffff
                )
            })
        };
        let only = std::env::var("NTH")
            .ok()
            .map(|n| n.parse::<usize>().unwrap());
        let mut seen = 0;
        for (m, c) in mentions.iter().zip(&claims) {
            if let Some(n) = only {
                use addup::mention::Kind as K;
                if matches!(
                    m.kind,
                    K::Date | K::Time | K::Set | K::Duration | K::Age | K::Score | K::Ordinal
                ) {
                    continue;
                }
                seen += 1;
                if seen != n {
                    continue;
                }
            }
            let sent = &document.sentences[m.sentence];
            let text = &source[sent.span];
            let a = (m.span.start - sent.span.start) as usize;
            let b = (m.span.end - sent.span.start) as usize;
            if b > text.len() {
                continue;
            }
            println!("\n{}[[{}]]{}", &text[..a], &text[a..b], &text[b..]);
            let Claim {
                way,
                definite,
                role,
                modality,
                quoted,
                compared,
                setting,
                outcome,
                ..
            } = c;
            println!(
                "  {:?} HEAD {} {:?} mods {} phrase {:?}",
                m.kind,
                s(c.head),
                way,
                s(c.modifiers),
                c.phrase.map(|p| &source[p])
            );
            println!(
                "  subj {} | pred {} | win {} | place {} | src {}",
                s(c.subject),
                s(c.predicate),
                s(c.window),
                s(c.place),
                s(c.source)
            );
            println!(
                "  {outcome:?} {role:?} {modality:?} {setting:?} {}{}{}",
                if *definite { "def " } else { "" },
                if *quoted { "quoted " } else { "" },
                if *compared { "compared" } else { "" }
            );
        }
    }
    println!("{bytes} bytes, mentions {time_m:?}, claims {time:?}");
}
