//! Lets are the names that a rule gives to parts of its expressions, so that
//! what is said several times is written once.
//!
//! A name stands for its expression wherever it is used, and is evaluated
//! there: what no condition asks for is never computed. One name may be made
//! of others, in any order, but not of itself.

use std::sync::Arc;

use super::tree::{DEEPEST, Tree};
use super::{Expression, Mistake};

/// The names under a rule's `let`, and what they stand for.
///
/// ```
/// use addup::rule::expression::{Expression, Lets, Name, Scope};
/// use addup::rule::sort::Sort;
///
/// let rest = Expression::parse("whole - part").unwrap();
/// let lets = Lets::of(vec![("rest".to_owned(), rest)]).unwrap();
/// let assertion = Expression::parse("rest >= 0").unwrap().with(&lets).unwrap();
///
/// let mut scope = Scope::default();
/// scope.bind("part", Name::of(Sort::Count));
/// scope.bind("whole", Name::of(Sort::Count));
/// assert!(assertion.check_condition(&scope).is_ok());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lets {
    named: Vec<(String, Arc<Tree>)>,
}

impl Lets {
    /// What these names stand for, given their expressions in the order
    /// written.
    ///
    /// # Errors
    ///
    /// The place of the expression concerned, and what is wrong with it: a name
    /// that is made of itself, or more than 64 operations inside each other.
    pub fn of(written: Vec<(String, Expression)>) -> Result<Lets, (usize, Mistake)> {
        let mut naming = Naming {
            settled: Lets::default(),
            open: Vec::new(),
            written: &written,
        };
        for place in 0..written.len() {
            naming.settle(place)?;
        }
        Ok(naming.settled)
    }

    /// The names, those that others are made of before these.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(|(name, _)| name.as_str())
    }

    /// What a name stands for.
    pub(super) fn tree(&self, name: &str) -> Option<&Arc<Tree>> {
        let found = self.named.iter().find(|(known, _)| known == name);
        found.map(|(_, tree)| tree)
    }
}

/// Names on their way to what they stand for.
struct Naming<'a> {
    written: &'a [(String, Expression)],
    settled: Lets,
    /// Those that are being settled, each made of the next.
    open: Vec<usize>,
}

impl Naming<'_> {
    fn settle(&mut self, place: usize) -> Result<(), (usize, Mistake)> {
        let (name, expression) = &self.written[place];
        if self.settled.tree(name).is_some() {
            return Ok(());
        }
        self.open.push(place);
        let mut used = Vec::new();
        expression.tree.names(&mut used);
        for (other, span) in used {
            let Some(next) = self.written.iter().position(|(known, _)| known == other) else {
                continue;
            };
            let round = self.open.iter().position(|&open| open == next);
            let wrong = match round {
                Some(first) => self.made_of_itself(first),
                None if self.open.len() >= DEEPEST => format!("`{other}` lies too deep"),
                None => {
                    self.settle(next)?;
                    continue;
                }
            };
            let mistake = Mistake {
                span,
                message: wrong,
                help: Some("name a capture here, or write the expression out".to_owned()),
            };
            return Err((place, mistake));
        }
        self.open.pop();
        let whole = expression.clone().with(&self.settled);
        let tree = whole.map_err(|mistake| (place, mistake))?.tree;
        self.settled.named.push((name.clone(), Arc::new(tree)));
        Ok(())
    }

    /// `a` is made of itself: a, b, a
    fn made_of_itself(&self, first: usize) -> String {
        let way = self.open[first..].iter().chain([&self.open[first]]);
        let names: Vec<&str> = way.map(|&place| self.written[place].0.as_str()).collect();
        format!("`{}` is made of itself: {}", names[0], names.join(", "))
    }
}
