//! Slots are the places in which a finder keeps what its names are bound to.

use super::super::error::Fault;
use super::super::pattern::{Capture, Element, SortKind};
use super::super::program::{Like, NO_SLOT, Named, Slot};
use super::super::sort::{Sort, SortSet};
use super::super::suggest::did_you_mean;
use super::names::is_declared;
use super::{Compiler, Frame, FrameRole};

/// More names than any rule needs.
const MOST_SLOTS: usize = 200;

impl Compiler<'_> {
    /// The slot that a capture binds, made if it is new.
    pub(super) fn bind(
        &mut self,
        capture: &Capture,
        sort: Sort,
        repeated: bool,
        frame: &mut Frame<'_>,
    ) -> Slot {
        match frame.role {
            FrameRole::Finds if is_declared(frame.declared, &capture.name) => {
                self.new_slot(&capture.name, sort, repeated)
            }
            FrameRole::Finds | FrameRole::Excludes => NO_SLOT,
            FrameRole::Nested if frame.is_compared(&capture.name) => {
                self.hidden_slot(&capture.name, frame)
            }
            FrameRole::Nested => NO_SLOT,
        }
    }

    pub(super) fn new_slot(&mut self, name: &str, sort: Sort, repeated: bool) -> Slot {
        if let Some(slot) = self.slot_of(name) {
            let named = &mut self.finder.slots[usize::from(slot)];
            named.sort = named.sort.joined(sort);
            named.repeated |= repeated;
            return slot;
        }
        if self.finder.slots.len() >= MOST_SLOTS {
            return NO_SLOT;
        }
        self.finder.slots.push(Named {
            name: name.to_owned(),
            sort,
            optional: false,
            repeated,
        });
        (self.finder.slots.len() - 1) as Slot
    }

    pub(super) fn hidden_slot(&mut self, name: &str, frame: &mut Frame<'_>) -> Slot {
        if let Some((_, slot)) = frame.hidden.iter().find(|(n, _)| n == name) {
            return *slot;
        }
        if self.finder.slots.len() >= MOST_SLOTS {
            return NO_SLOT;
        }
        self.finder.slots.push(Named {
            name: String::new(),
            sort: Sort::Number,
            optional: true,
            repeated: false,
        });
        let slot = (self.finder.slots.len() - 1) as Slot;
        frame.hidden.push((name.to_owned(), slot));
        slot
    }

    pub(super) fn slot_of(&self, name: &str) -> Option<Slot> {
        let place = self
            .finder
            .slots
            .iter()
            .position(|slot| slot.name == name && !name.is_empty());
        place.map(|place| place as Slot)
    }

    pub(super) fn like(
        &mut self,
        slot: Slot,
        of: &str,
        or: SortSet,
        element: &Element,
        frame: &mut Frame<'_>,
    ) {
        let found = match frame.role {
            FrameRole::Finds => {
                self.pending.push((slot, of.to_owned(), or));
                return;
            }
            FrameRole::Nested => Some(self.hidden_slot(of, frame)),
            FrameRole::Excludes => self.slot_of(of),
        };
        match found {
            Some(of) => self.add_like(Like { slot, of, or }),
            None => {
                let names = self.finder.slots.iter().map(|slot| slot.name.as_str());
                let help = did_you_mean(of, names);
                let fault = Fault::UnknownCapture(of.to_owned());
                self.flaw(element.place.clone(), fault, help);
            }
        }
    }

    pub(super) fn add_like(&mut self, like: Like) {
        let binds = like.slot != NO_SLOT && like.of != NO_SLOT;
        if binds && !self.finder.likes.contains(&like) {
            self.finder.likes.push(like);
        }
    }
}

impl Frame<'_> {
    /// Whether the name stands on either side of a `like`.
    pub(super) fn is_compared(&self, name: &str) -> bool {
        self.declared.iter().any(|(declared, sorts)| {
            sorts.iter().any(|sort| match &sort.kind {
                SortKind::Like(of) => declared == name || of == name,
                _ => false,
            })
        })
    }
}
