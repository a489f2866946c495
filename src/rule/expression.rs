//! Expressions are what a rule asserts: arithmetic on intervals with units,
//! comparison, and named functions. (A stand-in until the language is merged:
//! names are checked, and a comparison of two numbers is judged.)

use std::collections::BTreeMap;
use std::ops::Range;

use super::binding::{Bindings, Bound};
use super::sort::Sort;
use super::suggest::did_you_mean;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{Figure, Value};
use crate::number::{Rational, Truth};

/// A place in a text and what is wrong there.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// Where in the text.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// The cure.
    pub help: Option<String>,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it binds.
    pub sort: Sort,
    /// Whether a match may leave it unbound.
    pub optional: bool,
    /// Whether it binds several.
    pub repeated: bool,
}

/// The names that an expression may use.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    names: BTreeMap<String, Name>,
}

impl Scope {
    /// No names.
    pub fn of_lexicon(_: &Lexicon) -> Scope {
        Scope::default()
    }

    /// Makes a name known.
    pub fn bind(&mut self, name: &str, stands_for: Name) {
        self.names.insert(name.to_owned(), stands_for);
    }

    /// What the name stands for.
    pub fn find(&self, name: &str) -> Option<Name> {
        self.names.get(name).copied()
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }
}

/// How far a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// In the strict reading.
    pub strict: Truth,
    /// In the lenient reading.
    pub lenient: Truth,
}

/// One match of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// What is bound.
    pub bindings: &'a Bindings,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expression(String);

impl Expression {
    /// Reads an expression.
    pub fn parse(text: &str) -> Result<Expression, Mistake> {
        Ok(Expression(text.to_owned()))
    }

    /// Checks it as a condition.
    pub fn check_condition(&self, scope: &Scope) -> Result<(), Mistake> {
        for (start, word) in words(&self.0) {
            let called = self.0[start + word.len()..].starts_with('(');
            let field = self.0[..start].ends_with('.');
            if !called && !field && scope.find(word).is_none() {
                return Err(Mistake {
                    span: start..start + word.len(),
                    message: format!("nothing is named `{word}`"),
                    help: did_you_mean(word, scope.names()),
                });
            }
        }
        Ok(())
    }

    /// Judges it.
    pub fn truth(&self, scene: &Scene<'_>) -> Judgement {
        let truth = judge(&self.0, scene).map_or(Truth::Possible, Truth::from);
        Judgement {
            strict: truth,
            lenient: truth,
        }
    }
}

fn judge(text: &str, scene: &Scene<'_>) -> Option<bool> {
    let mut parts = text.split(' ');
    let (left, relation, right) = (parts.next()?, parts.next()?, parts.next()?);
    let (left, right) = (value(left, scene)?, value(right, scene)?);
    Some(match relation {
        "==" => left == right,
        "!=" => left != right,
        "<=" => left <= right,
        ">" => left > right,
        _ => return None,
    })
}

fn value(text: &str, scene: &Scene<'_>) -> Option<Rational> {
    let one = |id: usize| match &scene.article.mentions[id].value {
        Value::Quantity {
            figure: Figure::One(numeral),
            ..
        } => Some(numeral.value),
        _ => None,
    };
    match scene.bindings.find(text) {
        Some(Bound::Mention(id) | Bound::Like(id, _)) => one(*id),
        Some(Bound::Mentions(ids)) => ids
            .iter()
            .try_fold(Rational::integer(0), |sum, &id| sum.plus(one(id)?)),
        _ => Some(Rational::integer(text.parse().ok()?)),
    }
}

fn words(text: &str) -> Vec<(usize, &str)> {
    let keywords = ["and", "or", "not", "is", "in"];
    let mut words = Vec::new();
    let mut start = None;
    for (place, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if c.is_alphabetic() => start = Some(place),
            Some(begin) if !c.is_alphanumeric() && c != '-' && c != '_' => {
                words.push((begin, &text[begin..place]));
                start = None;
            }
            _ => {}
        }
    }
    words.retain(|(_, word)| !keywords.contains(word));
    words
}
