//! The cost of an expression: about how much work it is to evaluate. It decides
//! in which order conditions are asked, never what they come to.

use super::settle::family;
use super::tree::{Part, Set, Tree};

/// What costs no more is cheap: symbols, kinds, a number against another.
const CHEAP: u32 = 8;

impl Tree {
    /// The conditions of which all must hold, the cheap ones first in the order
    /// of their author, who knows best which of them seldom hold.
    pub(super) fn conjuncts(self) -> Vec<Tree> {
        let mut conjuncts = Vec::new();
        self.part_at_ands(&mut conjuncts);
        conjuncts.sort_by_cached_key(|tree| tree.cost().max(CHEAP));
        conjuncts
    }

    fn part_at_ands(self, conjuncts: &mut Vec<Tree>) {
        match self.part {
            Part::And(left, right) => {
                left.part_at_ands(conjuncts);
                right.part_at_ands(conjuncts);
            }
            Part::Let(_, ref meant) if matches!(meant.part, Part::And(..)) => {
                Tree::clone(meant).part_at_ands(conjuncts);
            }
            _ => conjuncts.push(self),
        }
    }

    /// In steps: a name or field is one, an amount of exact fractions several.
    fn cost(&self) -> u32 {
        match &self.part {
            Part::Number(_) | Part::Text(_) | Part::Name(_) | Part::Symbol(..) => 0,
            Part::Let(_, meant) => meant.cost(),
            Part::Field(of, _) | Part::Is(of, _) => 1 + of.cost(),
            // What is no symbol is compared by its letters.
            Part::In(of, Set::Words(words)) if family(of).is_none() => {
                10 + 5 * words.len() as u32 + of.cost()
            }
            Part::In(of, Set::Class(_)) => 10 + of.cost(),
            Part::In(of, Set::Words(_)) => 2 + of.cost(),
            Part::Not(inner) => inner.cost(),
            Part::Negate(inner) | Part::Power(inner, _) => 5 + inner.cost(),
            Part::Compare(_, left, right) if family(left).or(family(right)).is_some() => {
                1 + left.cost() + right.cost()
            }
            Part::Compare(_, left, right) => 5 + left.cost() + right.cost(),
            Part::Arithmetic(_, left, right) => 5 + left.cost() + right.cost(),
            Part::And(left, right) | Part::Or(left, right) => left.cost() + right.cost(),
            // These look through a sentence, or through the document.
            Part::Call(name, _) if matches!(&*name.text, "overtaken" | "says") => 1_000,
            Part::Call(_, arguments) => 20 + arguments.iter().map(Tree::cost).sum::<u32>(),
        }
    }
}
