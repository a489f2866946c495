//! What lies ahead of each step of a program: the tokens at which the steps
//! from there on can match at all. A choice with many ways, and a gap that may
//! end at many places, look here before they try any of them.

use std::collections::HashMap;

use super::program::{Finder, First, KindSet, Needs, Program, Step};
use crate::document::TokenKind;

impl Finder {
    /// Settles what lies ahead of each step of its patterns.
    pub(crate) fn look_ahead(&mut self) {
        let mut places: HashMap<First, u32> = HashMap::new();
        for program in self.patterns.iter_mut().chain(&mut self.unless) {
            let firsts = program.firsts().into_iter().map(|first| {
                *places.entry(first).or_insert_with(|| {
                    self.firsts.push(first);
                    self.firsts.len() as u32 - 1
                })
            });
            program.ahead = firsts.collect();
        }
    }
}

impl Program {
    /// By step: what can come first from there on. Steps go forward but for the
    /// ends of loops, so that a few rounds from the last to the first settle all.
    fn firsts(&self) -> Vec<First> {
        let mut firsts = vec![First::default(); self.steps.len()];
        let mut is_settled = false;
        while !is_settled {
            is_settled = true;
            for (place, step) in self.steps.iter().enumerate().rev() {
                let first = step.first(place, &firsts);
                is_settled &= firsts[place] == first;
                firsts[place] = first;
            }
        }
        firsts
    }
}

impl Step {
    /// What can come first at a step, given what can at the others.
    fn first(&self, place: usize, firsts: &[First]) -> First {
        match self {
            Step::Word(word) => First {
                bits: Needs::word(*word),
                ..First::default()
            },
            Step::Class(class) => First {
                bits: Needs::class(*class),
                ..First::default()
            },
            Step::Mention(sorts, _) | Step::Members(sorts, _) => First {
                sorts: *sorts,
                ..First::default()
            },
            Step::Digits(_) => First::of(KindSet::of(&[TokenKind::Digits])),
            Step::AnyWord | Step::ProperName | Step::NumberWord => {
                First::of(KindSet::of(&[TokenKind::Word]))
            }
            // Quotation marks are passed over but where they are asked for.
            Step::Mark(kinds) if !kinds.hold_quotes() => First::of(*kinds),
            Step::Begin(_) | Step::End(_) => firsts[place + 1],
            Step::Jump(to) => firsts[*to],
            Step::Either(other) => firsts[place + 1].either(firsts[*other]),
            Step::Mark(_)
            | Step::Bound(_)
            | Step::Gap
            | Step::WideGap
            | Step::NounGap
            | Step::NextSentence
            | Step::Done => First::ANYTHING,
        }
    }
}
