//! Any line is a record or is refused: `addup check --jsonl` and `addup numbers
//! --jsonl` answer it with one line of JSON that has its id.

use std::collections::BTreeMap;

use addup::article::Article;
use addup::audit::audit;
use addup::cli::record;
use addup::report::{Audited, json, numbers};
use addup::rule::Rule;
use serde_json::value::RawValue;

use super::sound;

/// The bytes are the line.
pub fn holds(bytes: &[u8]) {
    let (id, source) = match record::read(bytes, None) {
        Ok(read) => read,
        Err(refusal) => {
            let answer = line(&refusal);
            assert!(answer["error"].get().starts_with('"'), "{refusal}");
            assert!(answer.contains_key("id"), "{refusal}");
            return;
        }
    };
    let shelf = sound::shelf();
    let article = Article::read(&source, shelf.lexicon());
    sound::understood(&article);
    let rules: Vec<&Rule> = shelf.rules().iter().collect();
    let audited = Audited::new(&article, audit(&article, shelf, &rules));
    let written = serde_json::to_string(&id).expect("an id is JSON");
    for answer in [
        json::record(&id, &audited),
        numbers::json::record(&id, &source, &numbers::entries(&article)),
    ] {
        line(&answer);
        assert!(
            answer.starts_with(&format!("{{\"id\":{written},")),
            "{answer}"
        );
    }
}

/// The members of an answer, as they are written: a number in an id may be larger
/// than any that is read.
fn line(text: &str) -> BTreeMap<String, Box<RawValue>> {
    assert!(!text.contains(['\n', '\r']), "{text}");
    match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => panic!("{error}: {text}"),
    }
}
