//! A scene is one match of a rule: the article, and what the rule's names are
//! bound to in it.

use std::ops::Range;

use crate::article::Article;
use crate::claim::MentionId;
use crate::document::TokenKind;
use crate::lexicon::{ClassId, Lexicon, fold, singular};
use crate::mention::Mention;
use crate::number::Rational;
use crate::rule::binding::{Bindings, Bound};
use crate::rule::value::Value;
use crate::span::Span;

/// One match of a rule in an article.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// The lexicon by which it was read.
    pub lexicon: &'a Lexicon,
    /// What the rule's names are bound to.
    pub bindings: &'a Bindings,
}

impl<'a> Scene<'a> {
    /// What a name is bound to.
    pub(super) fn bound(self, name: &str) -> Value {
        match self.bindings.find(name) {
            None => Value::Missing,
            Some(Bound::Mention(id)) => mention(*id, None),
            Some(Bound::Like(id, like)) => mention(*id, Some(*like)),
            Some(Bound::Mentions(ids)) => {
                Value::List(ids.iter().map(|&id| mention(id, None)).collect())
            }
            Some(Bound::Words(tokens)) => Value::Words(tokens.clone()),
            Some(thing) => Value::Thing(thing.clone()),
        }
    }

    /// What the writer wrote, on one line.
    pub(super) fn written(self, span: Span) -> String {
        let text = self.article.document.slice(span);
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    }

    /// The text of words, found or captured, or of a string.
    pub(super) fn text(self, value: &Value) -> String {
        match value {
            Value::Words(tokens) => self.written(self.article.document.span_of(tokens.clone())),
            Value::Term(term) => self.written(term.span),
            Value::Text(text) => text.clone(),
            Value::Mention { id, .. } => match self.article.mentions.get(*id) {
                Some(mention) => self.written(mention.span),
                None => String::new(),
            },
            _ => String::new(),
        }
    }

    /// The words of a text without regard to case, the last in the singular.
    pub(super) fn key(self, value: &Value) -> Vec<String> {
        let mut words = folded(&self.text(value));
        if let Some(last) = words.last_mut() {
            *last = singular(last).into_owned();
        }
        words
    }

    /// Whether words, as they stand or in the singular, are in a class: all
    /// together, or the last of them, which is the noun.
    pub(super) fn is_in(self, value: &Value, class: ClassId) -> bool {
        let mut words = folded(&self.text(value));
        let Some(last) = words.last().cloned() else {
            return false;
        };
        if self.spells(&words, class) || self.spells(std::slice::from_ref(&last), class) {
            return true;
        }
        let noun = singular(&last).into_owned();
        if let Some(last) = words.last_mut() {
            last.clone_from(&noun);
        }
        self.spells(&words, class) || self.spells(&[noun], class)
    }

    fn spells(self, words: &[String], class: ClassId) -> bool {
        let ids = words.iter().map(|word| self.lexicon.lookup(word));
        if let [word] = words {
            return self.lexicon.is_in(self.lexicon.lookup(word), class);
        }
        self.lexicon
            .expressions(class)
            .iter()
            .any(|entry| ids.clone().eq(entry.iter().copied()))
    }

    /// Whether a word or expression of a class stands at a token.
    pub(super) fn begins(self, token: usize, class: ClassId) -> bool {
        let tokens = &self.article.document.tokens;
        let word = |place: usize| tokens.get(place).map(|token| token.word);
        let mut expressions = self.lexicon.expressions(class).iter();
        word(token).is_some_and(|word| self.lexicon.is_in(word, class))
            || expressions.any(|words| {
                let at = |(place, &expected)| word(token + place) == Some(expected);
                words.iter().enumerate().all(at)
            })
    }

    /// The mentions whose first token is among these.
    pub(super) fn mentions_in(self, tokens: Range<usize>) -> impl Iterator<Item = MentionId> + 'a {
        let mentions = &self.article.mentions;
        let start = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        (start..mentions.len()).take_while(move |&id| mentions[id].tokens.start < tokens.end)
    }

    /// What the scale word of a mention multiplies by.
    pub(super) fn scale(self, mention: &Mention) -> Option<Rational> {
        let scales = mention.tokens.clone().filter_map(|token| {
            let token = self.article.document.tokens.get(token)?;
            self.lexicon.senses(token.word).scale
        });
        let mut found = None;
        for scale in scales {
            let factor = Rational::power_of_ten(scale.zeros.into())?
                .times(Rational::integer(scale.of.max(1).into()))?;
            found = Some(found.unwrap_or(Rational::ONE).times(factor)?);
        }
        found
    }

    /// The number that a single token writes: digits, or a word below 100.
    pub(super) fn small_number(self, token: usize) -> Option<i128> {
        let found = self.article.document.tokens.get(token)?;
        match found.kind {
            TokenKind::Digits => self.article.document.text(token).parse().ok(),
            TokenKind::Word => self.lexicon.senses(found.word).cardinal.map(i128::from),
            _ => None,
        }
    }
}

fn mention(id: MentionId, like: Option<MentionId>) -> Value {
    Value::Mention { id, like }
}

fn folded(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect()
}
