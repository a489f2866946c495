//! A tree is an expression taken apart, each part with its place in the text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::lets::Lets;
use super::symbol::Family;
use crate::number::Rational;

/// How many levels a tree may have; more are refused when it is read.
pub(super) const DEEPEST: usize = 64;

/// One part of an expression, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::rule) struct Tree {
    pub(super) part: Part,
    pub(super) span: Range<usize>,
    /// Levels, itself included.
    pub(super) height: usize,
}

/// What one part of an expression is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// `12.5`; `12.5%` is 0.125.
    Number(Rational),
    /// `"text"`
    Text(String),
    /// `share`
    Name(String),
    /// `weekday` beside `date.form`, once it is known that a symbol is meant; `None`
    /// where the family has none of that name.
    Symbol(Family, Option<&'static str>),
    /// A name under `let`, with what it stands for.
    Let(String, Arc<Tree>),
    /// `share.unit`
    Field(Box<Tree>, Word),
    /// `abs(to - from)`
    Call(Word, Vec<Tree>),
    /// `-x`
    Negate(Box<Tree>),
    /// `x ^ 2`
    Power(Box<Tree>, u32),
    /// `x + y`
    Arithmetic(Operator, Box<Tree>, Box<Tree>),
    /// `x < y`
    Compare(Relation, Box<Tree>, Box<Tree>),
    /// `x is percent`
    Is(Box<Tree>, Word),
    /// `verb in @rise`
    In(Box<Tree>, Set),
    /// `not x`
    Not(Box<Tree>),
    /// `x and y`
    And(Box<Tree>, Box<Tree>),
    /// `x or y`
    Or(Box<Tree>, Box<Tree>),
}

/// A word of an expression, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// What stands right of `in`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// `@rise`
    Class(Word),
    /// `[rise, climb]`
    Words(Vec<Word>),
}

/// An operator between two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

/// A relation between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Tree {
    /// A part with its place; its height is counted.
    pub(super) fn new(part: Part, span: Range<usize>) -> Tree {
        let height = 1 + part.children().map(|tree| tree.height).max().unwrap_or(0);
        Tree { part, span, height }
    }

    /// The symbol it may stand for beside a field that has symbols: a name, a
    /// string, or names with hyphens (which read as differences).
    pub(super) fn symbol(&self) -> Option<Cow<'_, str>> {
        match &self.part {
            Part::Name(name) | Part::Let(name, _) => Some(hyphened(name)),
            Part::Text(text) => Some(text.into()),
            Part::Arithmetic(Operator::Minus, left, right) => {
                Some(format!("{}-{}", left.symbol()?, right.symbol()?).into())
            }
            _ => None,
        }
    }
}

/// A symbol as it is named, where an underscore may stand for a hyphen.
pub(super) fn hyphened(symbol: &str) -> Cow<'_, str> {
    if symbol.contains('_') {
        symbol.replace('_', "-").into()
    } else {
        symbol.into()
    }
}

impl Part {
    fn children(&self) -> impl Iterator<Item = &Tree> {
        let (one, two, rest): (Option<&Tree>, Option<&Tree>, &[Tree]) = match self {
            Part::Number(_) | Part::Text(_) | Part::Name(_) | Part::Symbol(..) => (None, None, &[]),
            Part::Call(_, arguments) => (None, None, arguments),
            Part::Let(_, meant) => (Some(&**meant), None, &[]),
            Part::Field(x, _)
            | Part::Negate(x)
            | Part::Power(x, _)
            | Part::Is(x, _)
            | Part::In(x, _)
            | Part::Not(x) => (Some(x), None, &[]),
            Part::Arithmetic(_, x, y)
            | Part::Compare(_, x, y)
            | Part::And(x, y)
            | Part::Or(x, y) => (Some(x), Some(y), &[]),
        };
        one.into_iter().chain(two).chain(rest)
    }
}

impl Tree {
    /// Whether the name stands anywhere in it.
    pub(super) fn speaks_of(&self, name: &str) -> bool {
        match &self.part {
            Part::Name(own) => own == name,
            part => part.children().any(|child| child.speaks_of(name)),
        }
    }

    /// Whether both are the same name, or the same fields of one.
    pub(super) fn names_same(&self, other: &Tree) -> bool {
        match (&self.meant().part, &other.meant().part) {
            (Part::Name(one), Part::Name(other)) => one == other,
            (Part::Field(one, field), Part::Field(other, other_field)) => {
                field.text == other_field.text && one.names_same(other)
            }
            _ => match (&self.part, &other.part) {
                (Part::Let(one, _), Part::Let(other, _)) => one == other,
                _ => false,
            },
        }
    }

    /// The tree itself, or what the name under `let` stands for.
    pub(super) fn meant(&self) -> &Tree {
        match &self.part {
            Part::Let(_, meant) => meant.meant(),
            _ => self,
        }
    }

    /// The names in it, each with its place, in the order written.
    pub(super) fn names<'a>(&'a self, found: &mut Vec<(&'a str, Range<usize>)>) {
        if let Part::Name(name) = &self.part {
            found.push((name, self.span.clone()));
        }
        for child in self.part.children() {
            child.names(found);
        }
    }

    /// The same tree, names under `let` with what they stand for.
    pub(super) fn with(self, lets: &Lets) -> Tree {
        match self.part {
            Part::Name(name) => {
                let part = match lets.tree(&name) {
                    Some(meant) => Part::Let(name, Arc::clone(meant)),
                    None => Part::Name(name),
                };
                Tree::new(part, self.span)
            }
            Part::Let(..) => self,
            _ => self.each_child(|child| child.with(lets)),
        }
    }

    /// The same tree, each child of its part changed.
    pub(super) fn each_child(self, change: impl Fn(Tree) -> Tree) -> Tree {
        let one = |tree: Box<Tree>| Box::new(change(*tree));
        let part = match self.part {
            Part::Call(name, arguments) => {
                Part::Call(name, arguments.into_iter().map(&change).collect())
            }
            Part::Let(name, meant) => {
                Part::Let(name, Arc::new(change(Arc::unwrap_or_clone(meant))))
            }
            Part::Field(x, field) => Part::Field(one(x), field),
            Part::Negate(x) => Part::Negate(one(x)),
            Part::Power(x, exponent) => Part::Power(one(x), exponent),
            Part::Is(x, kind) => Part::Is(one(x), kind),
            Part::In(x, set) => Part::In(one(x), set),
            Part::Not(x) => Part::Not(one(x)),
            Part::Arithmetic(operator, x, y) => Part::Arithmetic(operator, one(x), one(y)),
            Part::Compare(relation, x, y) => Part::Compare(relation, one(x), one(y)),
            Part::And(x, y) => Part::And(one(x), one(y)),
            Part::Or(x, y) => Part::Or(one(x), one(y)),
            leaf @ (Part::Number(_) | Part::Text(_) | Part::Name(_) | Part::Symbol(..)) => leaf,
        };
        Tree::new(part, self.span)
    }
}
