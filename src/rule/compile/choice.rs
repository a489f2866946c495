//! Choices and loops: steps that try several ways, none at all, or one again.

use super::{Compiler, FrameRole, MOST_WAYS};
use crate::rule::error::Fault;
use crate::rule::pattern::{Element, Times};
use crate::rule::program::{Facts, Step};

impl Compiler<'_> {
    /// Steps that try several ways in turn.
    pub(super) fn one_of(
        &mut self,
        ways: usize,
        mut way: impl FnMut(&mut Self, usize) -> Facts,
    ) -> Facts {
        self.too_wide |= ways > MOST_WAYS;
        let ways = ways.min(MOST_WAYS);
        let mut jumps = Vec::new();
        let mut all: Option<Facts> = None;
        for i in 0..ways {
            if self.is_too_large() {
                break;
            }
            let either = (i + 1 < ways).then(|| self.hole());
            let facts = way(self, i);
            all = Some(match all {
                Some(all) => all.or(facts, &mut self.signs),
                None => facts,
            });
            if let Some(either) = either {
                jumps.push(self.hole());
                self.steps[either] = Step::Either(self.steps.len());
            }
        }
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len());
        }
        all.unwrap_or_else(Facts::nothing)
    }

    pub(super) fn repeated(
        &mut self,
        element: &Element,
        role: FrameRole,
        body: impl FnOnce(&mut Self) -> Facts,
    ) -> Facts {
        let start = self.steps.len();
        match element.times {
            Times::Once => body(self),
            Times::Optional => {
                let either = self.hole();
                let facts = body(self);
                self.steps[either] = Step::Either(self.steps.len());
                facts.or(Facts::nothing(), &mut self.signs)
            }
            Times::Any => {
                let either = self.hole();
                let facts = body(self);
                self.steps.push(Step::Jump(start));
                self.steps[either] = Step::Either(self.steps.len());
                self.check_loop(element, role, facts);
                facts.or(Facts::nothing(), &mut self.signs)
            }
            Times::Some => {
                let facts = body(self);
                let end = self.steps.len() + 2;
                self.steps.push(Step::Either(end));
                self.steps.push(Step::Jump(start));
                self.check_loop(element, role, facts);
                facts
            }
        }
    }

    fn check_loop(&mut self, element: &Element, role: FrameRole, facts: Facts) {
        let (message, help) = if facts.empty {
            (
                "this repeats something that may be nothing",
                "make a part of it not optional",
            )
        } else if facts.captures && role == FrameRole::Finds {
            (
                "a capture cannot stand in a repeated group",
                "repeat the capture itself: `{part:count}+` binds every member of a coordination",
            )
        } else {
            return;
        };
        self.flaw(
            element.place.clone(),
            Fault::Pattern(message.to_owned()),
            Some(help.to_owned()),
        );
    }
}
