//! The three kinds of rule file as they are written, before names are
//! resolved: rules, phrases and word classes.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Error, Location, Spanned};

use super::error::{Fault, RuleError};
use super::scalar::{Entry, Scalar, Sheet};
use super::suggest::did_you_mean;

/// What a rule file holds.
pub(crate) enum Contents {
    Rule(Box<RuleFile>),
    Phrase(PhraseFile),
    Words(WordsFile),
}

/// A rule as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    pub(crate) id: Scalar,
    pub(crate) summary: Scalar,
    pub(crate) severity: Scalar,
    pub(crate) strict: Option<Scalar>,
    pub(crate) profiles: Option<Vec<Scalar>>,
    pub(crate) find: Spanned<FindFile>,
    #[serde(default, rename = "let")]
    pub(crate) lets: Entries<Scalar>,
    pub(crate) when: Option<Scalar>,
    pub(crate) assert: Scalar,
    pub(crate) message: Scalar,
    pub(crate) help: Option<Scalar>,
    #[serde(default)]
    pub(crate) labels: Entries<Scalar>,
    #[serde(default)]
    pub(crate) diagnose: Vec<DiagnosisFile>,
    pub(crate) why: Option<String>,
    pub(crate) limits: Option<String>,
    #[serde(default)]
    pub(crate) flags: Vec<Spanned<ExampleFile>>,
    #[serde(default)]
    pub(crate) accepts: Vec<Spanned<ExampleFile>>,
    #[serde(default)]
    pub(crate) noisy: Vec<Spanned<ExampleFile>>,
    #[serde(default)]
    pub(crate) missing: Vec<Spanned<ExampleFile>>,
}

/// `find` as written; which keys go together is checked later.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FindFile {
    pub(crate) text: Option<Spanned<Vec<Scalar>>>,
    pub(crate) phrase: Option<Scalar>,
    pub(crate) each: Option<Scalar>,
    pub(crate) all: Option<Scalar>,
    pub(crate) pair: Option<Scalar>,
    pub(crate) unless: Option<Spanned<Vec<Scalar>>>,
    pub(crate) left: Option<Spanned<SideFile>>,
    pub(crate) right: Option<Spanned<SideFile>>,
    pub(crate) same: Option<Spanned<Vec<Scalar>>>,
    pub(crate) not_differ: Option<Spanned<Vec<Scalar>>>,
    pub(crate) unique: Option<Scalar>,
    pub(crate) no_other_fits: Option<Spanned<bool>>,
    pub(crate) apart: Option<Scalar>,
}

/// What one side of a pair must be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SideFile {
    pub(crate) head: Scalar,
}

/// One likely slip.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DiagnosisFile {
    pub(crate) when: Scalar,
    pub(crate) say: Scalar,
}

/// A sentence under `flags`, `accepts`, `noisy` or `missing`: a text, or a
/// mapping.
#[derive(Debug)]
pub(crate) struct ExampleFile {
    pub(crate) text: String,
    pub(crate) date: Option<Scalar>,
    pub(crate) path: Option<String>,
    pub(crate) format: Option<Scalar>,
}

/// A phrase as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhraseFile {
    pub(crate) phrase: Scalar,
    pub(crate) summary: String,
    #[serde(default)]
    pub(crate) captures: Entries<Scalar>,
    pub(crate) text: Vec<Scalar>,
    #[serde(default)]
    pub(crate) unless: Vec<Scalar>,
}

/// Word classes as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordsFile {
    pub(crate) words: Entries<ClassFile>,
}

impl WordsFile {
    /// Its classes one by one.
    pub(crate) fn entries(self, sheet: &Sheet, extra: bool) -> Vec<Entry<ClassFile>> {
        let entry = |(name, value)| Entry {
            sheet: sheet.clone(),
            name,
            value,
            extra,
        };
        self.words.0.into_iter().map(entry).collect()
    }
}

/// One word class: a list, or lists by how their words are inflected.
#[derive(Debug, Default)]
pub(crate) struct ClassFile {
    pub(crate) nouns: Vec<Scalar>,
    pub(crate) verbs: Vec<Scalar>,
    pub(crate) words: Vec<Scalar>,
    pub(crate) classes: Vec<Scalar>,
}

/// A mapping whose keys are the author's, in the order written.
#[derive(Debug)]
pub(crate) struct Entries<T>(pub(crate) Vec<(Scalar, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

/// Reads a file: rules have `id`, phrases `phrase`, word classes `words`.
pub(crate) fn read(sheet: &Sheet) -> Result<Contents, RuleError> {
    let Keys(keys) = parse(sheet)?;
    let has = |key: &str| keys.iter().any(|k| k == key);
    if has("words") && !has("id") {
        parse(sheet).map(Contents::Words)
    } else if has("phrase") && !has("id") {
        parse(sheet).map(Contents::Phrase)
    } else {
        parse(sheet).map(|rule| Contents::Rule(Box::new(rule)))
    }
}

/// Reads a YAML file into a shape of ours, or says where it does not fit.
pub(crate) fn parse<T: for<'a> Deserialize<'a>>(sheet: &Sheet) -> Result<T, RuleError> {
    serde_yaml::from_str(sheet.text()).map_err(|error| located(sheet, &error))
}

/// The reader's error as ours, with its place.
fn located(sheet: &Sheet, error: &Error) -> RuleError {
    let error = innermost(error);
    let location = error.location().unwrap_or(Location::UNKNOWN);
    let mut place = sheet.place(&location);
    let found = sheet.text()[place.start..].chars().next();
    let (fault, help) = match error {
        Error::SerdeUnknownField {
            field, expected, ..
        } => (
            Fault::UnknownKey(field.clone()),
            did_you_mean(field, expected.iter().copied())
                .or_else(|| Some(format!("one of {}", listed(expected)))),
        ),
        Error::SerdeMissingField { field, .. } => {
            // The reader points at the last key; of the outermost mapping the
            // first one is shown.
            if location.column() == 1 {
                place = first_key(sheet.text());
            }
            (Fault::MissingKey((*field).to_owned()), purpose(field))
        }
        Error::DuplicateMappingKey { key, .. } => (
            Fault::RepeatedKey(key.clone().unwrap_or_default()),
            Some("keep one of the two".to_owned()),
        ),
        Error::Unexpected { expected, .. } => (shape(expected), quoting(found)),
        Error::SerdeInvalidType { expected, .. } => (shape(expected), quoting(found)),
        Error::NullIntoString { .. } => (
            Fault::WrongType("a text, and there is nothing".to_owned()),
            Some("write the text, or leave the key out".to_owned()),
        ),
        Error::Eof { .. } => (Fault::Syntax("the file is empty".to_owned()), purpose("id")),
        Error::MultipleDocuments { .. } => (
            Fault::Combination("a second document begins in one file".to_owned()),
            Some("one rule a file: put it in a file of its own".to_owned()),
        ),
        other if is_bound(other) => (
            Fault::Combination("this file is too large, or its parts lie too deep".to_owned()),
            Some("a file has at most 250,000 values, 64 inside each other".to_owned()),
        ),
        other => {
            let found = beginning(sheet.text(), place.start);
            let found = found.filter(|mark| !matches!(mark, '"' | '\''));
            (Fault::Syntax(plain_message(other)), quoting(found))
        }
    };
    sheet.error(place, fault).with_help(help)
}

/// Whether the reader gave up at a bound that keeps it from taking too long.
fn is_bound(error: &Error) -> bool {
    matches!(error, Error::Budget { .. }) || error.to_string().starts_with("recursion limit")
}

fn innermost(error: &Error) -> &Error {
    match error {
        Error::WithSnippet { error, .. } | Error::AliasError { error, .. } => innermost(error),
        other => other,
    }
}

/// The reader's message without the place, which the label shows.
fn plain_message(error: &Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(end) => message[..end].to_owned(),
        None => message,
    }
}

fn shape(expected: &str) -> Fault {
    Fault::WrongType(
        match expected {
            "string scalar" | "a string" => "a text",
            "sequence start" | "a sequence" => "a list",
            "mapping start" => "a mapping",
            other => other,
        }
        .to_owned(),
    )
}

fn purpose(key: &str) -> Option<String> {
    Some(
        match key {
            "id" => "a rule file has `id`, a phrase file `phrase`, a word class file `words`",
            "summary" => "one line that says what the rule finds",
            "severity" => "one of error, warning, advice",
            "find" => "what to look for: `text`, `phrase`, `each`, `all` or `pair`",
            "assert" => "what must hold of the things found",
            "message" => "what to say when it cannot hold",
            "text" => "a list of patterns",
            "when" => "the case in which to say it; `{when: ..., say: ...}`",
            "say" => "what to say in that case; `{when: ..., say: ...}`",
            "head" => "the noun that this side counts",
            _ => return None,
        }
        .to_owned(),
    )
}

fn first_key(text: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.starts_with(['#', '-', '%']) && !line.trim().is_empty() {
            let key = line.split(':').next().unwrap_or_default();
            return start..start + key.trim_end().len();
        }
        start += line.len();
    }
    0..0
}

/// The first character of the text on a line, after `-` and `key:`.
fn beginning(text: &str, at: usize) -> Option<char> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?.trim_start();
    let line = line.strip_prefix("- ").unwrap_or(line).trim_start();
    let value = match line.split_once(": ") {
        Some((key, value)) if key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => value,
        _ => line,
    };
    value.trim_start().chars().next()
}

/// Many patterns begin with a mark that YAML reads as its own.
fn quoting(found: Option<char>) -> Option<String> {
    let mark = found.filter(|c| "{[@*&!%|>`,?'\"".contains(*c))?;
    Some(format!(
        "YAML reads `{mark}` at the beginning of a text as its own: put the text in quotes"
    ))
}

fn listed(names: &[&str]) -> String {
    names.join(", ")
}

/// The keys of the outermost mapping.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Keys, D::Error> {
        struct KeysVisitor;
        impl<'de> Visitor<'de> for KeysVisitor {
            type Value = Keys;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(KeysVisitor)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for ExampleFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Mapping {
            text: String,
            date: Option<Scalar>,
            path: Option<String>,
            format: Option<Scalar>,
        }

        struct ExampleVisitor;
        impl<'de> Visitor<'de> for ExampleVisitor {
            type Value = ExampleFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a mapping with `text`, `date`, `path`, `format`")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<ExampleFile, E> {
                Ok(ExampleFile {
                    text: text.to_owned(),
                    date: None,
                    path: None,
                    format: None,
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ExampleFile, A::Error> {
                let mapping = Mapping::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ExampleFile {
                    text: mapping.text,
                    date: mapping.date,
                    path: mapping.path,
                    format: mapping.format,
                })
            }
        }
        deserializer.deserialize_any(ExampleVisitor)
    }
}

impl<'de> Deserialize<'de> for ClassFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, default)]
        #[derive(Default)]
        struct Mapping {
            nouns: Vec<Scalar>,
            verbs: Vec<Scalar>,
            words: Vec<Scalar>,
            classes: Vec<Scalar>,
        }

        struct ClassVisitor;
        impl<'de> Visitor<'de> for ClassVisitor {
            type Value = ClassFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a list of words, or a mapping with `nouns`, `verbs`, `words`, `classes`",
                )
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<ClassFile, A::Error> {
                let mut class = ClassFile::default();
                while let Some(word) = seq.next_element()? {
                    class.words.push(word);
                }
                Ok(class)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ClassFile, A::Error> {
                let mapping = Mapping::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ClassFile {
                    nouns: mapping.nouns,
                    verbs: mapping.verbs,
                    words: mapping.words,
                    classes: mapping.classes,
                })
            }
        }
        deserializer.deserialize_any(ClassVisitor)
    }
}
