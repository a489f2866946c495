//! What holds of every article, whatever was written: its spans lie in the
//! text, between characters and in order, and every report of it is in the
//! form that its readers expect.

use std::sync::OnceLock;

use addup::article::Article;
use addup::audit::audit;
use addup::finding::Finding;
use addup::report::graphical::{self, Look};
use addup::report::{
    Audited, Run, Tally, checkstyle, fingerprint, github, gitlab, json, junit, markdown, numbers,
    rdjson, sarif, short, statistics,
};
use addup::rule::{Rule, Shelf};
use addup::source::Source;
use addup::span::Span;
use addup::suppression::suppress;
use serde_json::Value;

/// The shipped rules, loaded once.
pub fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| Shelf::audit_ready(&[]).expect("the shipped rules load"))
}

/// Reads a source, runs every shipped rule over it, and writes every report.
pub fn article(source: &Source) {
    let shelf = shelf();
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    let article = Article::read(source, shelf.lexicon());
    understood(&article);
    ledger(&article);
    let findings = audit(&article, shelf, &rules);
    let findings = suppress(&article, shelf, &rules, findings);
    found(source, &findings);
    reports(&Audited::new(&article, findings), &rules);
}

/// The document, its mentions and its claims are in order.
pub fn understood(article: &Article<'_>) {
    let document = &article.document;
    let source = document.source;
    let mut end = 0;
    for token in &document.tokens {
        let span = token.span();
        written(source, span);
        assert!(end <= span.start, "token {span:?} begins before {end}");
        end = span.end;
    }
    let mut place = 0;
    for sentence in &document.sentences {
        written(source, sentence.span);
        assert!(sentence.tokens.start >= place, "sentences overlap");
        assert!(!sentence.tokens.is_empty(), "a sentence is empty");
        assert_eq!(document.span_of(sentence.tokens.clone()), sentence.span);
        place = sentence.tokens.end;
    }
    assert!(place <= document.tokens.len());
    for &comment in &document.comments {
        written(source, comment);
    }
    assert_eq!(article.mentions.len(), article.claims.len());
    let mut end = 0;
    for mention in &article.mentions {
        let text = written(source, mention.span);
        assert!(!text.is_empty(), "a mention is empty");
        assert!(
            end <= mention.span.start,
            "`{text}` overlaps what is before"
        );
        end = mention.span.end;
        assert_eq!(document.span_of(mention.tokens.clone()), mention.span);
        let sentence = &document.sentences[mention.sentence];
        assert!(
            sentence.span.contains(mention.span),
            "`{text}` leaves its sentence"
        );
        assert!(sentence.tokens.start <= mention.lead && mention.lead <= mention.tokens.start);
        if let Some(quantity) = mention.quantity() {
            let (strict, lenient) = (quantity.strict, quantity.lenient);
            assert!(
                lenient.encloses(&strict),
                "`{text}`: {strict:?} in {lenient:?}"
            );
        }
        if let Some(time) = mention.time() {
            // Whatever it says, all can be asked of it.
            let _ = (time.date(), time.begins(), time.ends());
            let _ = (time.is_impossible(), time.value());
        }
    }
}

/// The lists of numbers are what spreadsheets and programs read.
pub fn ledger(article: &Article<'_>) {
    let entries = numbers::entries(article);
    let source = article.document.source;
    assert_eq!(entries.len(), article.mentions.len());
    let rows = numbers::csv::rows(source, &entries);
    assert_eq!(rows.matches('"').count() % 2, 0, "a quote is left open");
    let columns = fields(numbers::csv::HEAD);
    assert_eq!(fields(&rows), columns * entries.len(), "{rows}");
    object(&numbers::json::document(source, &entries));
    object(&numbers::json::record(&Value::Null, source, &entries));
    for width in [None, Some(60), Some(200)] {
        let _ = numbers::table::render(source, &entries, width);
    }
}

/// Every label of a finding lies in the text; exactly one is primary.
pub fn found(source: &Source, findings: &[Finding]) {
    for finding in findings {
        let rule = &finding.rule;
        assert!(!finding.message.is_empty(), "{rule} says nothing");
        let primary = finding.labels.iter().filter(|label| label.primary);
        assert_eq!(primary.count(), 1, "{rule}: {finding:?}");
        for label in &finding.labels {
            written(source, label.span);
        }
    }
}

fn reports(audited: &Audited<'_>, rules: &[&Rule]) {
    let findings = &audited.findings;
    let run = Run {
        documents: vec![audited.clone()],
        rules: rules.to_vec(),
        tally: Tally::of(findings),
    };
    for look in [
        Look::PLAIN,
        Look {
            color: true,
            width: 60,
        },
    ] {
        let drawing = graphical::render(audited, look);
        assert_eq!(drawing.is_empty(), findings.is_empty());
    }
    assert_eq!(short::render(audited).lines().count(), findings.len());
    assert_eq!(github::render(audited).lines().count(), findings.len());
    assert_eq!(json::lines(audited).lines().count(), findings.len());
    assert_eq!(fingerprint::fingerprints(audited).len(), findings.len());
    for line in json::lines(audited).lines() {
        object(line);
    }
    let record = json::record(&Value::from(7), audited);
    assert!(!record.contains('\n'));
    let record = object(&record);
    assert_eq!(
        record["findings"].as_array().map(Vec::len),
        Some(findings.len())
    );
    object(&json::document(audited));
    object(&gitlab::render(&run));
    object(&sarif::render(&run));
    for line in rdjson::render(&run).lines() {
        object(line);
    }
    for page in [junit::render(&run), checkstyle::render(&run)] {
        xml(&page);
    }
    let _ = (markdown::render(&run), statistics::render(&run));
}

fn object(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => panic!("{error}: {text}"),
    }
}

/// The fields of a table as RFC 4180 has it.
fn fields(rows: &str) -> usize {
    let (mut count, mut quoted) = (0, false);
    for c in rows.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => count += 1,
            '\n' if !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// The page holds only characters that XML 1.0 has, and closes what it opens.
fn xml(page: &str) {
    let may_stand = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
            || c >= '\u{10000}'
    };
    assert!(page.chars().all(may_stand), "{page:?}");
    let mut open = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("a tag is closed");
        assert!(!text.contains('>'), "{page}");
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{page}");
        } else if !tag.ends_with('/') && !tag.starts_with('?') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{page}");
}

/// What stands at a span, which must lie in the text and between characters.
fn written(source: &Source, span: Span) -> &str {
    match source.text.get(span.range()) {
        Some(text) => text,
        None => panic!("{span:?} is no place in {:?}", source.text),
    }
}
