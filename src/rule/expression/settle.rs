//! Settling: what is known of an expression before any match, written into its
//! tree, so that it is not asked again of each.

use super::field;
use super::symbol::Family;
use super::tree::{Part, Tree};

impl Tree {
    /// The same tree, each name that stands beside a field of symbols being one of
    /// these symbols.
    pub(super) fn settled(self) -> Tree {
        let mut tree = self.each_child(Tree::settled);
        if let Part::Compare(_, left, right) = &mut tree.part {
            match (family(left), family(right)) {
                (Some(family), None) => right.part = right.symbol_of(family),
                (None, Some(family)) => left.part = left.symbol_of(family),
                _ => {}
            }
        }
        tree
    }

    fn symbol_of(&self, family: Family) -> Part {
        Part::Symbol(family, self.symbol().and_then(|name| family.find(&name)))
    }
}

/// The family of the symbols that a tree gives, when it is seen to give some.
pub(super) fn family(tree: &Tree) -> Option<Family> {
    match &tree.meant().part {
        Part::Field(_, name) => field::family(&name.text),
        Part::Call(name, _) if name.text == "weekday" => Some(Family::Weekday),
        Part::Symbol(family, _) => Some(*family),
        _ => None,
    }
}
