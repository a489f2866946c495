//! The elements of a page that are open.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::element::Role;

/// An element that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    /// What it is.
    pub(super) role: Role,
    /// Whether its content is no prose.
    pub(super) drops: bool,
    /// Where its start tag begins, in the source.
    pub(super) start: usize,
    name: u64,
    scope: u32,
}

/// The elements that are open, outer ones first.
///
/// It counts them by name and scope, so that an end tag without a start tag
/// costs no search.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<Element>,
    counts: HashMap<(u64, u32), u32>,
    everywhere: HashMap<u64, u32>,
    hasher: RandomState,
    scope: u32,
    drops: u32,
    articles: u32,
}

impl Stack {
    pub(super) fn push(&mut self, name: &[u8], role: Role, drops: bool, start: usize) {
        let name = self.hasher.hash_one(name);
        self.scope += u32::from(role.is_scope());
        self.drops += u32::from(drops);
        self.articles += u32::from(role == Role::Article);
        *self.counts.entry((name, self.scope)).or_default() += 1;
        *self.everywhere.entry(name).or_default() += 1;
        self.open.push(Element {
            role,
            drops,
            start,
            name,
            scope: self.scope,
        });
    }

    pub(super) fn pop(&mut self) -> Option<Element> {
        let element = self.open.pop()?;
        self.scope -= u32::from(element.role.is_scope());
        self.drops -= u32::from(element.drops);
        self.articles -= u32::from(element.role == Role::Article);
        if let Some(count) = self.counts.get_mut(&(element.name, element.scope)) {
            *count -= 1;
        }
        if let Some(count) = self.everywhere.get_mut(&element.name) {
            *count -= 1;
        }
        Some(element)
    }

    pub(super) fn top(&self) -> Option<&Element> {
        self.open.last()
    }

    /// Whether an end tag of that name ends an open element.
    pub(super) fn closes(&self, name: &[u8], role: Role) -> bool {
        let name = self.hasher.hash_one(name);
        let count = if role.is_scope() || role == Role::Row {
            self.everywhere.get(&name)
        } else {
            self.counts.get(&(name, self.scope))
        };
        count.is_some_and(|&count| count > 0)
    }

    /// Whether an element has that name.
    pub(super) fn is_named(&self, element: Element, name: &[u8]) -> bool {
        element.name == self.hasher.hash_one(name)
    }

    /// Whether what stands here is no prose.
    pub(super) fn is_dropping(&self) -> bool {
        self.drops > 0
    }

    /// Whether it stands in an `<article>` or `<main>`.
    pub(super) fn is_in_article(&self) -> bool {
        self.articles > 0
    }
}
