//! What a rule looks for: words in a sentence, each thing of one kind, two
//! claims that speak of one fact, or two names that differ in a number.

use crate::article::Article;
use crate::claim::{Claim, Term};
use crate::lexicon::{ClassId, Lexicon, WordId};
use crate::mention::Value;

use super::program::Sought;
use super::sort::Sort;

/// What a rule looks for.
#[derive(Debug)]
pub(crate) enum Find {
    /// What a finder of the shelf finds.
    Text(Sought),
    /// Each thing of one kind, bound under a name.
    Each(Each, String),
    /// All mentions of one sort in the document, bound together.
    All(Sort, String),
    /// Two claims, `left` and `right`.
    Pair(Pair),
    /// Two names that differ in their number, `left` and `right`.
    Names {
        /// No other name like left agrees with left.
        no_other_fits: bool,
    },
}

impl Find {
    /// What it looks for among the finders, if it looks for words.
    pub(crate) fn sought(&self) -> Option<Sought> {
        match self {
            Find::Text(sought) => Some(*sought),
            Find::Each(..) | Find::All(..) | Find::Pair(_) | Find::Names { .. } => None,
        }
    }
}

/// A kind of thing that a rule can ask for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Each {
    Mention(Sort),
    Claim,
    List,
    Cell,
    Column,
    Row,
    Sentence,
    Document,
}

impl Each {
    /// Every kind but those of mentions, with its name in rule files.
    pub(crate) const NAMED: [(&'static str, Each); 7] = [
        ("claim", Each::Claim),
        ("document", Each::Document),
        ("list", Each::List),
        ("sentence", Each::Sentence),
        ("table-cell", Each::Cell),
        ("table-column", Each::Column),
        ("table-row", Each::Row),
    ];

    /// The kind of that name: one of these, or a type of capture that binds
    /// numbers or dates.
    pub(crate) fn named(name: &str) -> Option<Each> {
        let own = Each::NAMED.iter().find(|(n, _)| *n == name);
        own.map(|&(_, each)| each).or_else(|| {
            Sort::named(name)
                .filter(|sort| sort.is_of_mentions())
                .map(Each::Mention)
        })
    }

    /// The sort of what it binds.
    pub(crate) fn sort(self) -> Sort {
        match self {
            Each::Mention(sort) => sort,
            Each::Claim => Sort::Claim,
            Each::List => Sort::List,
            Each::Cell => Sort::Cell,
            Each::Column => Sort::Column,
            Each::Row => Sort::Row,
            Each::Sentence => Sort::Sentence,
            Each::Document => Sort::Document,
        }
    }
}

/// When two claims are taken to speak of one fact.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) left: Option<HeadIs>,
    pub(crate) right: Option<HeadIs>,
    /// Known on both sides and equal.
    pub(crate) same: Vec<Key>,
    /// Not known on both sides and different.
    pub(crate) not_differ: Vec<Key>,
    /// No other claim of left's head stands before right.
    pub(crate) unique_left: bool,
    /// No other claim of left's unit agrees with left.
    pub(crate) no_other_fits: bool,
    /// The two stand in different sentences.
    pub(crate) apart: bool,
}

/// What the head of one side must be.
#[derive(Debug)]
pub(crate) enum HeadIs {
    /// In a word class.
    In(ClassId),
    /// One of these words: the forms of a noun.
    Word(Vec<WordId>),
}

impl HeadIs {
    pub(crate) fn holds(&self, article: &Article<'_>, lexicon: &Lexicon, claim: &Claim) -> bool {
        let Some(head) = claim.head else {
            return false;
        };
        let tokens = &article.document.tokens;
        let start = tokens.partition_point(|token| token.span().start < head.span.start);
        let words: Vec<WordId> = tokens[start..]
            .iter()
            .take_while(|token| token.span().end <= head.span.end)
            .map(|token| token.word)
            .collect();
        let Some(&last) = words.last() else {
            return false;
        };
        match self {
            HeadIs::Word(forms) => forms.contains(&last),
            HeadIs::In(class) => {
                lexicon.is_in(last, *class)
                    || lexicon
                        .expressions(*class)
                        .iter()
                        .any(|expression| words.ends_with(expression))
            }
        }
    }
}

/// What two claims can have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Definite,
    Head,
    Kind,
    Modality,
    Modifiers,
    Outcome,
    Place,
    Predicate,
    Quoted,
    Role,
    Setting,
    Source,
    Subject,
    Unit,
    Window,
}

impl Key {
    /// Every key, with its name in rule files.
    pub(crate) const NAMED: [(&'static str, Key); 15] = [
        ("definite", Key::Definite),
        ("head", Key::Head),
        ("kind", Key::Kind),
        ("modality", Key::Modality),
        ("modifiers", Key::Modifiers),
        ("outcome", Key::Outcome),
        ("place", Key::Place),
        ("predicate", Key::Predicate),
        ("quoted", Key::Quoted),
        ("role", Key::Role),
        ("setting", Key::Setting),
        ("source", Key::Source),
        ("subject", Key::Subject),
        ("unit", Key::Unit),
        ("window", Key::Window),
    ];

    pub(crate) fn named(name: &str) -> Option<Key> {
        let named = Key::NAMED.iter().find(|(n, _)| *n == name);
        named.map(|&(_, key)| key)
    }

    /// Whether a claim has something under this key.
    pub(crate) fn is_known(self, article: &Article<'_>, id: usize) -> bool {
        match self {
            Key::Unit => matches!(article.mentions[id].value, Value::Quantity { .. }),
            key => key.of(article, id).is_some(),
        }
    }

    /// What a claim has under this key; `None` where it is unknown. Only
    /// heads found in ways that deserve trust are known.
    pub(crate) fn of(self, article: &Article<'_>, id: usize) -> Option<u64> {
        let claim = &article.claims[id];
        let key = |term: Option<Term>| term.map(|term| term.key);
        match self {
            Key::Head => {
                let trusted = claim.way.is_some_and(|way| way.is_trusted());
                claim.head.filter(|_| trusted).map(|head| head.key)
            }
            Key::Modifiers => Some(claim.modifiers.map_or(0, |term| term.key)),
            Key::Subject => key(claim.subject),
            Key::Predicate => key(claim.predicate),
            Key::Window => key(claim.window),
            Key::Place => key(claim.place),
            Key::Source => key(claim.source),
            Key::Outcome => claim.outcome.map(|outcome| outcome as u64),
            Key::Role => Some(claim.role as u64),
            Key::Modality => Some(claim.modality as u64),
            Key::Setting => Some(claim.setting as u64),
            Key::Definite => Some(claim.definite.into()),
            Key::Quoted => Some(claim.quoted.into()),
            Key::Kind => Some(article.mentions[id].kind as u64),
            Key::Unit => match &article.mentions[id].value {
                Value::Quantity { unit, .. } => Some(unit_key(*unit)),
                Value::Time(_) | Value::Statistic(_) => None,
            },
        }
    }
}

fn unit_key(unit: crate::number::Unit) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    unit.hash(&mut hasher);
    hasher.finish()
}
