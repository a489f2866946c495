//! Expressions are what a rule asserts: arithmetic on intervals with units,
//! comparison, and named functions.
//!
//! ```text
//! expression  = conjunction { 'or' conjunction }
//! conjunction = negation { 'and' negation }
//! negation    = 'not' negation | comparison
//! comparison  = sum [ relation sum | 'is' [ 'not' ] kind | [ 'not' ] 'in' set ]
//! relation    = '==' | '!=' | '<=' | '>=' | '<' | '>'
//! set         = '@' name | '[' word { ',' word } ']'
//! sum         = product { ( '+' | '-' ) product }
//! product     = power { ( '*' | '/' ) power }
//! power       = unary [ '^' digits ]
//! unary       = '-' unary | postfix
//! postfix     = primary { '.' name }
//! primary     = number [ '%' ] | string | name [ '(' [ expression { ',' expression } ] ')' ] | '(' expression ')'
//! ```
//!
//! - Every amount has two readings, see [`Judgement`]. `==` means that the
//!   two may be equal: it is impossible only where the intervals share
//!   nothing.
//! - A percentage is worth hundredths: `share == part / whole` needs no 100.
//! - What is missing (an optional capture that did not match, a division by
//!   what may be nought, an overflow, two currencies) gives no verdict:
//!   comparing it is possible. `x is missing`, `x is bound`, and a bare name
//!   or field in place of a condition tell whether it is there.
//! - `x is percent` asks for a kind or capture type; `date.form == weekday`
//!   compares a field with one of its symbols.
//! - A field of a list is the list of its members' fields: `part.head`.
//! - A name under the rule's `let` stands for its expression, see [`Lets`].
//!
//! What fields and functions there are is in [`FIELDS`] and [`FUNCTIONS`].

use std::fmt;
use std::ops::Range;

mod call;
mod check;
mod cost;
mod evaluate;
#[cfg(test)]
mod example;
mod field;
mod format;
mod function;
mod judgement;
mod lets;
mod list;
mod parse;
mod read;
mod scene;
mod scope;
mod settle;
mod statistic;
mod symbol;
mod table;
mod time;
mod tree;
mod types;

pub use field::{FIELDS, Field, Owner, fields_of};
pub use format::FORMATS;
pub(in crate::rule) use format::{Format, render};
pub use function::{FUNCTIONS, Function, Gives, Takes};
pub use judgement::Judgement;
pub use lets::Lets;
pub use scene::Scene;
pub use scope::{Name, Scope};
pub use symbol::Family;
pub use types::{Class, Of, Type};

use super::value::Value;
use crate::number::Truth;
use tree::Tree;

/// An expression, read and ready to be checked and evaluated.
///
/// ```
/// use addup::rule::expression::Expression;
///
/// assert!(Expression::parse("abs(to / from - 1) == by").is_ok());
/// let mistake = Expression::parse("part / = whole").unwrap_err();
/// assert_eq!(mistake.span, 7..8);
/// assert_eq!(mistake.to_string(), "expected a value, found `=`");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    tree: Tree,
}

/// What is wrong with an expression or a message, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes concerned, `[start, end)` of the text that was read; empty
    /// where something is missing.
    pub span: Range<usize>,
    /// What is wrong, in lower case.
    pub message: String,
    /// The cure, where one is known.
    pub help: Option<String>,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Mistake {}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    ///
    /// The first place where the text does not follow the grammar, or where
    /// more than 64 operations lie inside each other.
    pub fn parse(text: &str) -> Result<Expression, Mistake> {
        Ok(Expression {
            tree: parse::parse(text)?,
        })
    }

    /// Whether it is a name alone.
    pub(in crate::rule) fn is_name(&self) -> bool {
        matches!(self.tree.part, tree::Part::Name(_))
    }

    /// The same expression, names under `let` with what they stand for.
    ///
    /// # Errors
    ///
    /// More than 64 operations inside each other.
    pub fn with(self, lets: &Lets) -> Result<Expression, Mistake> {
        if lets.names().next().is_none() {
            return Ok(self);
        }
        let tree = self.tree.with(lets);
        if tree.height > tree::DEEPEST {
            return Err(Mistake {
                span: tree.span,
                message: "with what its names stand for, this lies too deep".to_owned(),
                help: Some(format!("at most {} inside each other", tree::DEEPEST)),
            });
        }
        Ok(Expression { tree })
    }

    /// The type of what it gives, where these names are bound.
    ///
    /// # Errors
    ///
    /// A name, field, function or word class that there is not, and values
    /// that cannot stand beside each other.
    pub fn check(&self, scope: &Scope) -> Result<Type, Mistake> {
        check::check(&self.tree, scope)
    }

    /// Checks that it can be asserted: that it is a condition, or a name or
    /// field that may be there or not.
    ///
    /// # Errors
    ///
    /// Those of [`check`](Expression::check), and an expression that is
    /// neither true nor false.
    pub fn check_condition(&self, scope: &Scope) -> Result<(), Mistake> {
        check::check_condition(&self.tree, scope)
    }

    /// The same expression, ready for many matches: what can be told before any of
    /// them is settled, so that `form == weekday` compares with a symbol and no
    /// longer looks for one. It is checked before.
    #[must_use]
    pub fn settled(self) -> Expression {
        Expression {
            tree: self.tree.settled(),
        }
    }

    /// The conditions joined by `and`, of which all must hold, those first that
    /// are least work.
    pub(in crate::rule) fn conjuncts(self) -> Vec<Expression> {
        let conjuncts = self.tree.conjuncts().into_iter();
        conjuncts.map(|tree| Expression { tree }).collect()
    }

    /// Whether what it comes to depends on what the name is bound to.
    pub(crate) fn speaks_of(&self, name: &str) -> bool {
        self.tree.speaks_of(name)
    }

    /// Whether it speaks of nothing that is bound, but of the document alone.
    pub(in crate::rule) fn is_of_document(&self) -> bool {
        let mut names = Vec::new();
        self.tree.names(&mut names);
        names.is_empty()
    }

    /// How far it holds, once it is settled.
    pub fn truth(&self, scene: &Scene<'_>) -> Judgement {
        evaluate::condition(&self.tree, *scene)
    }

    /// Whether it is certain in the lenient reading, once it is settled.
    pub fn is_certain(&self, scene: &Scene<'_>) -> bool {
        evaluate::condition(&self.tree, *scene).lenient == Truth::Certain
    }

    /// What it comes to, once it is settled.
    pub fn value(&self, scene: &Scene<'_>) -> Value {
        evaluate::evaluate(&self.tree, *scene)
    }
}
