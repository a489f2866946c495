//! A binding ties a name in a rule to what was found in an article.

use std::ops::Range;

/// What a name is bound to, as places in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A mention, and its claim.
    Mention(usize),
    /// A mention that takes the unit and scale of another (`{x: like y}`).
    Like(usize, usize),
    /// The mentions of a repeated capture, in text order.
    Mentions(Vec<usize>),
    /// Some tokens.
    Words(Range<usize>),
    /// A list of the document.
    List(usize),
    /// A column of a table.
    Column {
        /// The table.
        table: usize,
        /// The column, from 0.
        column: usize,
    },
    /// A row of a table.
    Row {
        /// The table.
        table: usize,
        /// The row, from 0.
        row: usize,
    },
    /// A cell of a table, with one number in it.
    Cell {
        /// The table.
        table: usize,
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// A sentence.
    Sentence(usize),
    /// The whole document.
    Document,
}

/// The names bound by one match, in the order in which the rule first names
/// them. Optional captures that did not match are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bindings {
    names: Vec<(Box<str>, Bound)>,
}

impl Bindings {
    /// What the name is bound to.
    pub fn find(&self, name: &str) -> Option<&Bound> {
        self.names
            .iter()
            .find(|(n, _)| &**n == name)
            .map(|(_, bound)| bound)
    }

    /// Binds a name, replacing what it was bound to.
    pub fn bind(&mut self, name: &str, bound: Bound) {
        match self.names.iter_mut().find(|(n, _)| &**n == name) {
            Some((_, old)) => *old = bound,
            None => self.names.push((name.into(), bound)),
        }
    }

    /// All names and what they are bound to.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Bound)> {
        self.names.iter().map(|(name, bound)| (&**name, bound))
    }
}
