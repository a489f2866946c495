//! Loading one rule: its patterns, expressions, labels and examples.

use super::super::error::{Fault, RuleError};
use super::super::example::Example;
use super::super::expression::{Expression, Name, Scope};
use super::super::file::{ExampleFile, FindFile, RuleFile, SideFile};
use super::super::find::{Each, Find, HeadIs, Key, Pair};
use super::super::program::{Finder, Sought};
use super::super::record::{FindRecord, RuleRecord};
use super::super::scalar::{Scalar, Sheet};
use super::super::sort::Sort;
use super::super::speech::{Diagnosis, LabelPlace, Late, Speech, Verdict};
use super::super::suggest::did_you_mean;
use super::super::template::Template;
use super::super::words::noun_forms;
use super::super::workshop::Workshop;
use super::super::{Profile, Rule};
use super::names::Names;
use crate::finding::Severity;
use crate::source::Format;
use serde_yaml::Spanned;

/// One rule on its way to the shelf.
pub(in crate::rule) struct RuleLoading<'a> {
    pub(in crate::rule) sheet: &'a Sheet,
    pub(in crate::rule) workshop: &'a mut Workshop,
    pub(in crate::rule) errors: &'a mut Vec<RuleError>,
}

const SEVERITIES: [(&str, Severity); 3] = [
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("advice", Severity::Advice),
];

fn severity(name: &str) -> Option<Severity> {
    let named = SEVERITIES.iter().find(|(known, _)| *known == name);
    named.map(|&(_, severity)| severity)
}

const FORMATS: [(&str, Format); 3] = [
    ("html", Format::Html),
    ("markdown", Format::Markdown),
    ("text", Format::Text),
];

impl RuleLoading<'_> {
    /// The rule, when nothing in it is wrong.
    pub(super) fn rule(&mut self, file: RuleFile) -> Option<Rule> {
        let before = self.errors.len();
        self.id(&file.id);
        let severity = self.named(&file.severity, "severity", &SEVERITIES);
        let strict = file
            .strict
            .as_ref()
            .map(|strict| self.named(strict, "severity", &SEVERITIES));
        let profiles = self.profiles(file.profiles.as_deref());
        self.counts(&file);
        let mut scope = Scope::of_lexicon(&self.workshop.lexicon);
        let find = self.find(file.find, &mut scope);
        // Without its names, every expression would be wrong for no fault of
        // its own.
        let find = find.filter(|_| self.errors.len() == before)?;
        let names = self.names(&file.lets.0, scope)?;
        let when = file.when.map(|when| self.condition(&when, &names));
        let assert = self.condition(&file.assert, &names);
        let message = self.template(&file.message, &names);
        let help = file.help.map(|help| self.template(&help, &names));
        let labels = file
            .labels
            .0
            .into_iter()
            .map(|(name, note)| self.label(&name, &note, &names))
            .collect::<Vec<_>>();
        let diagnose = file
            .diagnose
            .into_iter()
            .map(|slip| {
                let when = self.condition(&slip.when, &names);
                let say = self.template(&slip.say, &names);
                Some(Diagnosis {
                    when: when?.settled(),
                    say: say?,
                })
            })
            .collect::<Vec<_>>();
        let flags = self.examples(file.flags);
        let accepts = self.examples(file.accepts);
        let noisy = self.examples(file.noisy);
        let missing = self.examples(file.missing);
        if self.errors.len() > before {
            return None;
        }
        Some(Rule {
            id: file.id.value,
            summary: file.summary.value,
            severity: severity?,
            strict: strict.flatten(),
            profiles,
            why: file.why,
            limits: file.limits,
            flags,
            accepts,
            noisy,
            missing,
            find,
            verdict: Late::ready(Verdict::new(when.flatten(), assert?)),
            speech: Late::ready(Speech {
                message: message?,
                help: help.flatten(),
                labels: labels.into_iter().flatten().collect(),
                diagnose: diagnose.into_iter().flatten().collect(),
            }),
            sheet: self.sheet.clone(),
        })
    }

    /// A shipped rule as it was recorded, whose expressions are left for later.
    pub(in crate::rule) fn recorded(&mut self, record: RuleRecord<'static>) -> Option<Rule> {
        let find = match record.find {
            FindRecord::Finder(sought) => Find::Text(sought),
            FindRecord::Other(json) => {
                let find = serde_json::from_str(json).ok()?;
                self.find(find, &mut Scope::default())?
            }
        };
        let profiles = record.profiles.into_iter();
        Some(Rule {
            id: record.id.to_owned(),
            summary: record.summary.to_owned(),
            severity: severity(record.severity)?,
            strict: record.strict.and_then(severity),
            profiles: profiles.map(Profile::named).collect::<Option<_>>()?,
            why: None,
            limits: None,
            flags: Vec::new(),
            accepts: Vec::new(),
            noisy: Vec::new(),
            missing: Vec::new(),
            find,
            verdict: Late::of(record.verdict),
            speech: Late::of(record.speech),
            sheet: self.sheet.clone(),
        })
    }

    fn id(&mut self, id: &Scalar) {
        let kebab = id
            .value
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(is_kebab));
        if !kebab {
            let fault = Fault::UnknownWord {
                what: "rule id",
                word: id.value.clone(),
            };
            let help = "write small letters and digits, with hyphens between words";
            self.error_at(id, fault, Some(help.to_owned()));
        }
    }

    fn named<T: Copy>(
        &mut self,
        word: &Scalar,
        what: &'static str,
        names: &[(&'static str, T)],
    ) -> Option<T> {
        let found = names.iter().find(|(name, _)| *name == word.value);
        if found.is_none() {
            let known = names.iter().map(|&(name, _)| name);
            let all: Vec<&str> = known.clone().collect();
            let help = did_you_mean(&word.value, known)
                .or_else(|| Some(format!("one of {}", all.join(", "))));
            let fault = Fault::UnknownWord {
                what,
                word: word.value.clone(),
            };
            self.error_at(word, fault, help);
        }
        found.map(|&(_, value)| value)
    }

    fn profiles(&mut self, names: Option<&[Scalar]>) -> Vec<Profile> {
        match names {
            None => vec![Profile::Recommended],
            Some(names) => names
                .iter()
                .filter_map(|name| self.named(name, "profile", &Profile::NAMED))
                .collect(),
        }
    }

    fn counts(&mut self, file: &RuleFile) {
        let (flags, accepts) = (file.flags.len(), file.accepts.len());
        if flags > accepts
            && let Some(last) = file.accepts.last().or(file.flags.last())
        {
            let fault = Fault::TooFewAccepts { flags, accepts };
            let help = "for each sentence that it flags, a near-miss that it must not";
            let error = self.sheet.error_at(last, fault);
            self.errors.push(error.with_help(Some(help.to_owned())));
        }
    }

    fn find(&mut self, find: Spanned<FindFile>, scope: &mut Scope) -> Option<Find> {
        self.keys_together(&find)?;
        let place = find.defined;
        let file = find.value;
        let unless = file.unless.map(|unless| unless.value).unwrap_or_default();
        if let Some(text) = file.text {
            return self.text(text, unless, scope);
        }
        if let Some(phrase) = file.phrase {
            return self.phrase(&phrase, unless, scope);
        }
        if let Some(each) = file.each {
            return self.each(&each, scope);
        }
        if let Some(all) = file.all {
            return self.all(&all, scope);
        }
        let what = file.pair.as_ref()?;
        let sort = self.named(
            what,
            "kind of pair",
            &[("claim", Sort::Claim), ("name", Sort::Name)],
        )?;
        for side in ["left", "right"] {
            scope.bind(side, name(sort, false, false));
        }
        let no_other_fits = file.no_other_fits.is_some_and(|fits| fits.value);
        if sort == Sort::Name {
            return Some(Find::Names { no_other_fits });
        }
        let Some(same) = file.same.filter(|same| !same.value.is_empty()) else {
            let fault = Fault::MissingKey("same".to_owned());
            let help =
                "claims are paired by what they have in common, as in `same: [head, window]`";
            let error = self.sheet.error(self.sheet.place(&place), fault);
            self.errors.push(error.with_help(Some(help.to_owned())));
            return None;
        };
        if let Some(unique) = &file.unique {
            self.named(unique, "side that can be unique", &[("left", ())])?;
        }
        if let Some(apart) = &file.apart {
            self.named(apart, "thing that can part two claims", &[("sentence", ())])?;
        }
        let left = file.left.map(|side| self.side(&side));
        let right = file.right.map(|side| self.side(&side));
        Some(Find::Pair(Pair {
            left: left.flatten(),
            right: right.flatten(),
            same: self.keys(&same.value),
            not_differ: file
                .not_differ
                .map(|keys| self.keys(&keys.value))
                .unwrap_or_default(),
            unique_left: file.unique.is_some(),
            no_other_fits,
            apart: file.apart.is_some(),
        }))
    }

    /// Exactly one way to find, and only the keys that go with it.
    fn keys_together(&mut self, find: &Spanned<FindFile>) -> Option<()> {
        let file = &find.value;
        let sheet = self.sheet;
        let at = |scalar: &Scalar| sheet.place(&scalar.defined);
        let ways: Vec<(&str, _)> = [
            file.text
                .as_ref()
                .map(|t| ("text", sheet.place(&t.defined))),
            file.phrase.as_ref().map(|p| ("phrase", at(p))),
            file.each.as_ref().map(|e| ("each", at(e))),
            file.all.as_ref().map(|a| ("all", at(a))),
            file.pair.as_ref().map(|p| ("pair", at(p))),
        ]
        .into_iter()
        .flatten()
        .collect();
        let (way, _) = match &ways[..] {
            [only] => only.clone(),
            [] => {
                let fault = Fault::Combination("`find` names nothing to look for".to_owned());
                let help = "one of `text`, `phrase`, `each`, `all`, `pair`";
                let error = sheet.error(sheet.place(&find.defined), fault);
                self.errors.push(error.with_help(Some(help.to_owned())));
                return None;
            }
            [(first, _), (second, place), ..] => {
                let message = format!("`{first}` and `{second}` cannot stand in one rule");
                let error = sheet.error(place.clone(), Fault::Combination(message));
                let help = "write two rules, or one phrase that holds all patterns";
                self.errors.push(error.with_help(Some(help.to_owned())));
                return None;
            }
        };
        let wants = |key: &'static str, place: Option<_>, of: &[&str]| {
            place.filter(|_| !of.contains(&way)).map(|p| (key, p))
        };
        let stray = [
            wants(
                "unless",
                file.unless.as_ref().map(|u| sheet.place(&u.defined)),
                &["text", "phrase"],
            ),
            wants(
                "left",
                file.left.as_ref().map(|s| sheet.place(&s.defined)),
                &["pair"],
            ),
            wants(
                "right",
                file.right.as_ref().map(|s| sheet.place(&s.defined)),
                &["pair"],
            ),
            wants(
                "same",
                file.same.as_ref().map(|s| sheet.place(&s.defined)),
                &["pair"],
            ),
            wants(
                "not_differ",
                file.not_differ.as_ref().map(|s| sheet.place(&s.defined)),
                &["pair"],
            ),
            wants("unique", file.unique.as_ref().map(at), &["pair"]),
            wants(
                "no_other_fits",
                file.no_other_fits.as_ref().map(|s| sheet.place(&s.defined)),
                &["pair"],
            ),
        ];
        match stray.into_iter().flatten().next() {
            None => Some(()),
            Some((key, place)) => {
                let message = format!("`{key}` does not go with `{way}`");
                self.errors
                    .push(sheet.error(place, Fault::Combination(message)));
                None
            }
        }
    }

    fn text(
        &mut self,
        text: Spanned<Vec<Scalar>>,
        unless: Vec<Scalar>,
        scope: &mut Scope,
    ) -> Option<Find> {
        if text.value.is_empty() {
            let fault = Fault::WrongType("at least one pattern".to_owned());
            self.errors.push(self.sheet.error_at(&text, fault));
            return None;
        }
        let before = self.errors.len();
        let text = text.value;
        let place = self.workshop.text(self.sheet, text, unless, self.errors);
        bind_slots(&self.workshop.finders[place], scope);
        (self.errors.len() == before).then_some(Find::Text(Sought::of(place)))
    }

    fn phrase(&mut self, name: &Scalar, unless: Vec<Scalar>, scope: &mut Scope) -> Option<Find> {
        let sought = self
            .workshop
            .phrase(self.sheet, name, unless, self.errors)?;
        bind_slots(&self.workshop.finders[sought.finder], scope);
        Some(Find::Text(sought))
    }

    fn each(&mut self, what: &Scalar, scope: &mut Scope) -> Option<Find> {
        let Some(each) = Each::named(&what.value) else {
            let own = Each::NAMED.iter().map(|&(name, _)| name);
            let sorts = Sort::NAMED.iter();
            let sorts = sorts.filter(|(_, sort)| sort.is_of_mentions());
            let help = did_you_mean(&what.value, own.chain(sorts.map(|&(name, _)| name)))
                .or_else(|| {
                    Some("date, quantity, claim, list, table-column, table-row, table-cell, sentence, document, or a capture type".to_owned())
                });
            let fault = Fault::UnknownWord {
                what: "kind of thing to look at each of",
                word: what.value.clone(),
            };
            self.error_at(what, fault, help);
            return None;
        };
        let bound = match each {
            Each::Cell => "cell",
            Each::Column => "column",
            Each::Row => "row",
            _ => what.value.as_str(),
        };
        scope.bind(bound, name(each.sort(), false, false));
        Some(Find::Each(each, bound.to_owned()))
    }

    /// `all: weekday` binds `weekday`, a list, and `document`.
    fn all(&mut self, what: &Scalar, scope: &mut Scope) -> Option<Find> {
        let sorts = || Sort::NAMED.into_iter().filter(|(_, s)| s.is_of_mentions());
        let found = sorts().find(|(name, _)| *name == what.value);
        let Some((_, sort)) = found else {
            let fault = Fault::UnknownWord {
                what: "kind of mention",
                word: what.value.clone(),
            };
            let help = did_you_mean(&what.value, sorts().map(|(name, _)| name));
            self.error_at(what, fault, help);
            return None;
        };
        scope.bind(&what.value, name(sort, false, true));
        scope.bind("document", name(Sort::Document, false, false));
        Some(Find::All(sort, what.value.clone()))
    }

    fn side(&mut self, side: &Spanned<SideFile>) -> Option<HeadIs> {
        let head = &side.value.head;
        let Some(class) = head.value.strip_prefix('@') else {
            let words = noun_forms(&head.value);
            let words = words.iter().map(|form| self.workshop.lexicon.intern(form));
            return Some(HeadIs::Word(words.collect()));
        };
        let found = self.workshop.lexicon.class(class);
        if found.is_none() {
            let help = did_you_mean(class, self.workshop.lexicon.class_names());
            self.error_at(head, Fault::UnknownClass(class.to_owned()), help);
        }
        found.map(HeadIs::In)
    }

    fn keys(&mut self, keys: &[Scalar]) -> Vec<Key> {
        keys.iter()
            .filter_map(|key| {
                let found = Key::named(&key.value);
                if found.is_none() {
                    let known = Key::NAMED.iter().map(|&(name, _)| name);
                    let all: Vec<&str> = known.clone().collect();
                    let help = did_you_mean(&key.value, known)
                        .or_else(|| Some(format!("one of {}", all.join(", "))));
                    let fault = Fault::UnknownWord {
                        what: "key of a claim",
                        word: key.value.clone(),
                    };
                    self.error_at(key, fault, help);
                }
                found
            })
            .collect()
    }

    /// A label stands at a capture, or at the mention that a field of one
    /// gives: `column.total`.
    fn label(
        &mut self,
        place: &Scalar,
        note: &Scalar,
        names: &Names,
    ) -> Option<(LabelPlace, Template)> {
        let note = self.template(note, names);
        let scope = &names.scope;
        if LabelPlace::is_field(&place.value, &names.lets) {
            let field = Expression::parse(&place.value).and_then(|field| field.with(&names.lets));
            let field = field.and_then(|field| field.check(scope).map(|_| field));
            let field = self.or_tell(place, field)?;
            return Some((LabelPlace::Field(field), note?));
        }
        if scope.find(&place.value).is_none() {
            let help = did_you_mean(&place.value, scope.names().chain(scope.lets()));
            self.error_at(place, Fault::UnknownCapture(place.value.clone()), help);
        }
        Some((LabelPlace::Capture(place.value.clone()), note?))
    }

    fn examples(&mut self, examples: Vec<Spanned<ExampleFile>>) -> Vec<Example> {
        examples
            .into_iter()
            .filter_map(|example| self.example(example))
            .collect()
    }

    fn example(&mut self, example: Spanned<ExampleFile>) -> Option<Example> {
        let place = self.sheet.place(&example.defined);
        let file = example.value;
        let date = match &file.date {
            None => None,
            Some(written) => match written.value.parse() {
                Ok(date) => Some(date),
                Err(_) => {
                    let help = "write year, month and day: 2015-11-05";
                    let fault = Fault::NoDate(written.value.clone());
                    self.error_at(written, fault, Some(help.to_owned()));
                    return None;
                }
            },
        };
        let format = match &file.format {
            None => None,
            Some(format) => Some(self.named(format, "format", &FORMATS)?),
        };
        Some(Example {
            text: file.text,
            date,
            path: file.path,
            format,
            place,
        })
    }
}

fn bind_slots(finder: &Finder, scope: &mut Scope) {
    for slot in finder.slots.iter().filter(|slot| !slot.name.is_empty()) {
        scope.bind(&slot.name, name(slot.sort, slot.optional, slot.repeated));
    }
}

fn name(sort: Sort, optional: bool, repeated: bool) -> Name {
    Name {
        sort,
        optional,
        repeated,
    }
}

fn is_kebab(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}
