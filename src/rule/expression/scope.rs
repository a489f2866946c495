//! A scope holds the names that an expression may use.

use std::collections::BTreeMap;

use crate::lexicon::Lexicon;
use crate::rule::sort::Sort;

/// What a rule binds and what word classes there are.
///
/// ```
/// use addup::rule::expression::{Expression, Name, Scope};
/// use addup::rule::sort::Sort;
///
/// let mut scope = Scope::default();
/// scope.bind("part", Name::of(Sort::Count));
/// scope.bind("whole", Name::of(Sort::Count));
/// let expression = Expression::parse("part <= whole").unwrap();
/// assert!(expression.check_condition(&scope).is_ok());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scope {
    names: BTreeMap<String, Name>,
    classes: Vec<String>,
    lets: Vec<String>,
}

/// What a name of a rule stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it binds.
    pub sort: Sort,
    /// Whether a match may leave it unbound.
    pub optional: bool,
    /// Whether it binds several (`{part:count}+`).
    pub repeated: bool,
}

impl Name {
    /// A name that always binds one thing of a sort.
    pub fn of(sort: Sort) -> Name {
        Name {
            sort,
            optional: false,
            repeated: false,
        }
    }

    /// The same name, where a match may leave it unbound.
    #[must_use]
    pub fn optional(self) -> Name {
        Name {
            optional: true,
            ..self
        }
    }

    /// The same name, where it binds several.
    #[must_use]
    pub fn repeated(self) -> Name {
        Name {
            repeated: true,
            ..self
        }
    }
}

impl Scope {
    /// No names, and the word classes of a lexicon.
    pub fn of_lexicon(lexicon: &Lexicon) -> Scope {
        Scope {
            names: BTreeMap::new(),
            classes: lexicon.class_names().map(str::to_owned).collect(),
            lets: Vec::new(),
        }
    }

    /// Makes a name known, replacing what it stood for.
    pub fn bind(&mut self, name: &str, stands_for: Name) {
        self.names.insert(name.to_owned(), stands_for);
    }

    /// Makes a word class known.
    pub fn add_class(&mut self, name: &str) {
        self.classes.push(name.to_owned());
    }

    /// Makes a name under `let` known, to be proposed where a name is not.
    pub fn add_let(&mut self, name: &str) {
        self.lets.push(name.to_owned());
    }

    /// What the name stands for.
    pub fn find(&self, name: &str) -> Option<Name> {
        self.names.get(name).copied()
    }

    /// All names, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// All names under `let`, in the order added.
    pub fn lets(&self) -> impl Iterator<Item = &str> {
        self.lets.iter().map(String::as_str)
    }

    /// All known word classes.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().map(String::as_str)
    }
}
