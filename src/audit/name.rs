//! Pairs of names that differ only in their number: the title tells of Kiln
//! 13.2, and the article of Kiln 13.1.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, Bench, Finding};
use crate::claim::Setting;
use crate::claim::designation::{Designation, designations, run_from};
use crate::lexicon::fold;
use crate::number::Truth;
use crate::rule::Rule;
use crate::rule::binding::{Bindings, Bound};

/// More names of one stem and shape than an article makes: a record of
/// releases.
const MOST_ALIKE: usize = 64;

/// More different numbers under one name than an announcement tells of: a
/// history of releases.
const MOST_NUMBERS: usize = 4;

impl Bench<'_> {
    /// Two names of one stem, whose numbers have one shape; of those that
    /// contradict `left`, the first.
    pub(super) fn names(self, rule: &Rule, no_other_fits: bool, findings: &mut Vec<Finding>) {
        let document = &self.article.document;
        let mut names = designations(document, &self.shelf.lexicon);
        names.retain(|name| !self.is_mentioned(name));
        let mut alike: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (place, name) in names.iter().enumerate() {
            alike.entry(kind(name)).or_default().push(place);
        }
        let asked = Asked::new(rule);
        for (place, left) in names.iter().enumerate() {
            let alike = &alike[&kind(left)];
            let later = alike.partition_point(|&other| other <= place);
            let alike = alike[later..].iter().map(|&other| &names[other]);
            let alike: Vec<_> = alike.take(MOST_ALIKE + 1).collect();
            let numbers: BTreeSet<&str> = alike.iter().map(|name| name.number).collect();
            if alike.len() > MOST_ALIKE || numbers.len() > MOST_NUMBERS {
                continue;
            }
            let found = alike.into_iter().find_map(|right| {
                let bindings = bindings(left, right);
                let (severity, _) = self.verdict(&asked, &bindings)?;
                Some((severity?, bindings))
            });
            if let Some((severity, bindings)) = found
                && !(no_other_fits && self.another_name_fits(rule, &names, place))
            {
                findings.push(self.finding(rule, severity, &bindings));
            }
        }
    }

    /// Whether a number or date was read in it: it is no name then.
    fn is_mentioned(self, name: &Designation<'_>) -> bool {
        let mentions = &self.article.mentions;
        let next = mentions.partition_point(|mention| mention.tokens.end <= name.tokens.start);
        mentions
            .get(next)
            .is_some_and(|mention| mention.tokens.start < name.tokens.end)
    }

    /// Whether the rule holds of `left` and another name in the article itself,
    /// or its number stands there without its name.
    fn another_name_fits(self, rule: &Rule, names: &[Designation<'_>], place: usize) -> bool {
        let document = &self.article.document;
        let left = &names[place];
        let is_below = |token: usize| {
            !matches!(
                Setting::of_token(document, token),
                Setting::Title | Setting::Standfirst
            )
        };
        let mut others = names.iter().enumerate().filter(|&(n, _)| n != place);
        let fits = others.any(|(_, other)| {
            let scene = bindings(left, other);
            is_like(left, other)
                && is_below(other.tokens.start)
                && rule.verdict.get().assert.truth(&self.scene(&scene)).lenient != Truth::Impossible
        });
        let stands_alone = |token: usize| {
            let run = run_from(document, token);
            let written = document.slice(document.span_of(run));
            written.trim_start_matches(['v', 'V']) == left.number
        };
        fits || (0..document.tokens.len())
            .filter(|&token| !left.tokens.contains(&token) && !document.tokens[token].is_glued())
            .any(|token| stands_alone(token) && is_below(token))
    }
}

fn is_like(left: &Designation<'_>, right: &Designation<'_>) -> bool {
    kind(left) == kind(right)
}

/// What two names must have in common: the stem, and the shape of the number.
fn kind(name: &Designation<'_>) -> (String, String) {
    (fold(name.stem), name.shape())
}

fn bindings(left: &Designation<'_>, right: &Designation<'_>) -> Bindings {
    let mut bindings = Bindings::default();
    bindings.bind("left", Bound::Words(left.tokens.clone()));
    bindings.bind("right", Bound::Words(right.tokens.clone()));
    bindings
}
