//! The lists that are open while a document is put together.

use crate::span::Span;

use super::List;

/// The lists that are open, as places in `document.lists`, outer ones first.
#[derive(Debug, Default)]
pub(super) struct OpenLists {
    open: Vec<usize>,
}

impl OpenLists {
    /// The innermost open list.
    pub(super) fn innermost(&self) -> Option<u32> {
        self.open.last().and_then(|&list| u32::try_from(list).ok())
    }

    pub(super) fn open(
        &mut self,
        lists: &mut Vec<List>,
        start: Option<u64>,
        at: usize,
        lead: Option<usize>,
    ) {
        let depth = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
        self.open.push(lists.len());
        lists.push(List {
            span: Span::new(at, at),
            depth,
            ordered: start.is_some(),
            start,
            items: Vec::new(),
            lead,
        });
    }

    pub(super) fn open_item(&self, lists: &mut [List], at: usize) {
        if let Some(&list) = self.open.last() {
            let list = &mut lists[list];
            if list.items.is_empty() {
                list.span = Span::new(at, at);
            }
            list.items.push(Span::new(at, at));
        }
    }

    pub(super) fn close_item(&self, lists: &mut [List], end: usize) {
        if let Some(&list) = self.open.last() {
            let list = &mut lists[list];
            if let Some(last) = list.items.last_mut() {
                *last = Span::new(last.range().start, end.max(last.range().start));
                list.span.end = last.end;
            }
        }
    }

    /// Closes the innermost list; one without items is none.
    pub(super) fn close(&mut self, lists: &mut Vec<List>) {
        if let Some(list) = self.open.pop()
            && list + 1 == lists.len()
            && lists[list].items.is_empty()
        {
            lists.pop();
        }
    }
}
