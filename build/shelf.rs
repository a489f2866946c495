//! Records the shipped rules.

use crate::json_of;
use crate::rule::agenda::Agenda;
use crate::rule::error::RuleError;
use crate::rule::file::{self, Contents, FindFile, RuleFile};
use crate::rule::program::Sought;
use crate::rule::record::{
    FindRecord, PhraseRecord, RuleRecord, ShelfRecord, SpeechText, VerdictText,
};
use crate::rule::scalar::{Entry, Scalar, Sheet};
use crate::rule::workshop::Workshop;

/// A rule with the place of its file.
struct Placed {
    file: usize,
    sheet: Sheet,
    rule: RuleFile,
    /// What it looks for, where that is no pattern.
    find: String,
}

/// The record of these files, given their names and what they hold; `None`
/// where something is wrong in one of them.
pub(crate) fn record(names: &[String], files: &[String]) -> Option<Vec<u8>> {
    let mut errors: Vec<RuleError> = Vec::new();
    let (mut classes, mut phrases, mut rules) = (Vec::new(), Vec::new(), Vec::new());
    let mut places = Vec::new();
    for (file, (name, text)) in names.iter().zip(files).enumerate() {
        let sheet = Sheet::new(name, text);
        match file::read(&sheet).ok()? {
            Contents::Words(words) => classes.extend(words.entries(&sheet, false)),
            Contents::Phrase(value) => {
                places.push((value.phrase.value.clone(), file));
                phrases.push(Entry {
                    name: value.phrase.clone(),
                    sheet,
                    value,
                    extra: false,
                });
            }
            Contents::Rule(rule) => rules.push(Placed {
                file,
                sheet,
                rule: *rule,
                find: json_of(text)?.get("find")?.to_string(),
            }),
        }
    }
    let mut workshop = Workshop::new(super::grammar::lexicon(), classes, phrases, &mut errors);
    let mut finds = Vec::new();
    for placed in &mut rules {
        finds.push(find(placed, &mut workshop, &mut errors)?);
    }
    if !errors.is_empty() {
        return None;
    }
    let finders: Vec<Vec<u8>> = workshop
        .finders
        .iter()
        .map(|finder| postcard::to_allocvec(finder).ok())
        .collect::<Option<_>>()?;
    let mut recorded: Vec<RuleRecord<'_>> = rules
        .iter()
        .zip(&finds)
        .map(|(placed, sought)| rule(placed, *sought))
        .collect();
    recorded.sort_by_key(|rule| rule.id);
    let record = ShelfRecord {
        stops: workshop.stops,
        agenda: Agenda::new(
            &workshop.finders,
            finds.iter().copied().flatten(),
            &workshop.lexicon,
        ),
        phrases: workshop
            .phrases
            .values()
            .map(|phrase| {
                let place = places.iter().find(|(name, _)| *name == phrase.name.value)?;
                Some(PhraseRecord {
                    file: place.1,
                    name: &phrase.name.value,
                    summary: &phrase.summary,
                })
            })
            .collect::<Option<_>>()?,
        rules: recorded,
        finders: finders.iter().map(Vec::as_slice).collect(),
        lexicon: workshop.lexicon,
    };
    postcard::to_allocvec(&record).ok()
}

/// What a rule looks for; `Some(None)` where that is no pattern.
fn find(
    placed: &mut Placed,
    workshop: &mut Workshop,
    errors: &mut Vec<RuleError>,
) -> Option<Option<Sought>> {
    let FindFile {
        text,
        phrase,
        unless,
        ..
    } = std::mem::take(&mut placed.rule.find.value);
    let unless = unless.map(|unless| unless.value).unwrap_or_default();
    let sheet = &placed.sheet;
    Some(match (text, phrase) {
        (Some(text), None) => Some(Sought::of(workshop.text(sheet, text.value, unless, errors))),
        (None, Some(phrase)) => Some(workshop.phrase(sheet, &phrase, unless, errors)?),
        _ => None,
    })
}

fn rule(placed: &Placed, sought: Option<Sought>) -> RuleRecord<'_> {
    let rule = &placed.rule;
    let profiles = match &rule.profiles {
        Some(profiles) => profiles.iter().map(|name| name.value.as_str()).collect(),
        None => vec!["recommended"],
    };
    let lets: Vec<(&str, &str)> = rule
        .lets
        .0
        .iter()
        .map(|(name, to)| (text(name), text(to)))
        .collect();
    RuleRecord {
        file: placed.file,
        id: &rule.id.value,
        summary: &rule.summary.value,
        severity: &rule.severity.value,
        strict: rule.strict.as_ref().map(text),
        profiles,
        find: match sought {
            Some(sought) => FindRecord::Finder(sought),
            None => FindRecord::Other(&placed.find),
        },
        verdict: VerdictText {
            lets: lets.clone(),
            when: rule.when.as_ref().map(text),
            assert: text(&rule.assert),
        },
        speech: SpeechText {
            lets,
            message: text(&rule.message),
            help: rule.help.as_ref().map(text),
            labels: rule
                .labels
                .0
                .iter()
                .map(|(at, note)| (text(at), text(note)))
                .collect(),
            diagnose: rule
                .diagnose
                .iter()
                .map(|slip| (text(&slip.when), text(&slip.say)))
                .collect(),
        },
    }
}

fn text(scalar: &Scalar) -> &str {
    &scalar.value
}
