//! Pairs of claims that speak of one fact.
//!
//! Claims are sorted by what they must have in common, so that only claims
//! that agree in it are ever compared (see [`Alike`]). Where very many of them
//! meet a rule's `when`, the text is a record (a league table, a list of
//! releases) and says nothing twice.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{Alike, Heads};
use super::{Bench, Finding, Limit};
use crate::claim::Setting;
use crate::finding::Severity;
use crate::number::Interval;
use crate::number::quantity::{round_place, rounded};
use crate::rule::Rule;
use crate::rule::binding::{Bindings, Bound};
use crate::rule::expression::Expression;
use crate::rule::find::{HeadIs, Key, Pair};

/// More claims of one fact than an article makes.
pub(super) const MOST_ALIKE: usize = 16;

/// How many claims that agree in their keys are compared with each other.
const MOST_COMPARED: usize = 48;

/// How many claims are tried for a sum or difference.
const MOST_SUMMED: usize = 40;

/// What a rule's `when` asks, by the claims that it speaks of: what it asks of
/// one alone is asked once for each claim, and not for each pair.
struct Conditions<'r> {
    of_left: Vec<&'r Expression>,
    of_right: Vec<&'r Expression>,
    of_both: Vec<&'r Expression>,
}

impl Conditions<'_> {
    fn of(rule: &Rule) -> Conditions<'_> {
        let mut conditions = Conditions {
            of_left: Vec::new(),
            of_right: Vec::new(),
            of_both: Vec::new(),
        };
        let verdict = rule.verdict.get();
        for condition in verdict.when.iter().chain(&verdict.of_document) {
            let sides = (condition.speaks_of("left"), condition.speaks_of("right"));
            let row = match sides {
                (true, false) => &mut conditions.of_left,
                (false, true) => &mut conditions.of_right,
                _ => &mut conditions.of_both,
            };
            row.push(condition);
        }
        conditions
    }
}

/// Two claims that cannot both be true.
struct Conflict {
    left: usize,
    right: usize,
    severity: Severity,
}

impl Bench<'_> {
    pub(super) fn pairs(
        self,
        rule: &Rule,
        pair: &Pair,
        alike: &mut Alike,
        findings: &mut Vec<Finding>,
        limits: &mut Vec<Limit>,
    ) {
        let mut facts: BTreeMap<Option<u64>, Vec<Conflict>> = BTreeMap::new();
        let (groups, heads) = alike.of(self.article, &pair.same);
        if groups.is_empty() {
            return;
        }
        let conditions = Conditions::of(rule);
        for group in groups {
            let Some(conflicts) = self.conflicts(rule, pair, &conditions, group, heads) else {
                limits.extend(group.first().map(|&id| Limit::ManyClaims {
                    rule: rule.id.clone(),
                    span: self.article.mentions[id as usize].span,
                }));
                continue;
            };
            for conflict in conflicts {
                let fact = Key::Head.of(self.article, conflict.left);
                facts.entry(fact).or_default().push(conflict);
            }
        }
        for conflicts in facts.values() {
            findings.extend(self.one_finding(rule, conflicts));
        }
    }

    /// The conflicts of claims that are alike; `None` where these are too many.
    fn conflicts(
        self,
        rule: &Rule,
        pair: &Pair,
        conditions: &Conditions<'_>,
        alike: &[u32],
        heads: &Heads,
    ) -> Option<Vec<Conflict>> {
        let any_side = pair.left.is_none() || pair.right.is_none();
        if any_side && alike.len() > MOST_COMPARED {
            return None;
        }
        let side = |head: &Option<HeadIs>| -> Vec<usize> {
            let holds = |id: &usize| match head {
                None => true,
                Some(head) => {
                    let claim = &self.article.claims[*id];
                    head.holds(self.article, &self.shelf.lexicon, claim)
                }
            };
            let ids = alike.iter().map(|&id| id as usize);
            ids.filter(holds).collect()
        };
        let (lefts, rights) = (side(&pair.left), side(&pair.right));
        if lefts.len() > MOST_COMPARED || rights.len() > MOST_COMPARED {
            return None;
        }
        let told_apart = pair.left.is_some() && pair.right.is_some();
        let lefts = self.meeting(&conditions.of_left, "left", lefts);
        if lefts.is_empty() {
            return Some(Vec::new());
        }
        let rights = self.meeting(&conditions.of_right, "right", rights);
        let mut conflicts = Vec::new();
        // Bound anew for each pair: of very many few are ever told.
        let mut bindings = Bindings::default();
        let mut of_one_fact = BTreeSet::new();
        for &left in &lefts {
            bindings.bind("left", Bound::Mention(left));
            for &right in &rights {
                let in_order = left < right || told_apart && left != right;
                if !in_order || !self.goes_together(pair, left, right, heads) {
                    continue;
                }
                bindings.bind("right", Bound::Mention(right));
                let scene = self.scene(&bindings);
                if !conditions.of_both.iter().all(|it| it.is_certain(&scene)) {
                    continue;
                }
                let (severity, _) = self.judged(rule, &scene);
                of_one_fact.extend([left, right]);
                let hidden = || pair.no_other_fits && self.another_fits(rule, left, right);
                if let Some(severity) = severity.filter(|_| !hidden()) {
                    conflicts.push(Conflict {
                        left,
                        right,
                        severity,
                    });
                }
            }
        }
        if of_one_fact.len() > MOST_ALIKE && !conflicts.is_empty() {
            return None;
        }
        Some(conflicts)
    }

    /// Those of some claims of which conditions on one side alone are certain.
    fn meeting(self, conditions: &[&Expression], side: &str, claims: Vec<usize>) -> Vec<usize> {
        let mut bindings = Bindings::default();
        let mut met = claims;
        met.retain(|&id| {
            bindings.bind(side, Bound::Mention(id));
            let scene = self.scene(&bindings);
            conditions.iter().all(|it| it.is_certain(&scene))
        });
        met
    }

    fn goes_together(self, pair: &Pair, left: usize, right: usize, heads: &Heads) -> bool {
        let differs = |key: &Key| {
            let keys = (key.of(self.article, left), key.of(self.article, right));
            matches!(keys, (Some(left), Some(right)) if left != right)
        };
        let sentence = |id: usize| self.article.mentions[id].sentence;
        let parted = !pair.apart || sentence(left) != sentence(right);
        parted
            && !pair.not_differ.iter().any(differs)
            && (!pair.unique_left || self.is_only_one_before(left, right, heads))
    }

    /// Whether no claim but `left` before `right` has left's head.
    fn is_only_one_before(self, left: usize, right: usize, heads: &Heads) -> bool {
        let head = Key::Head.of(self.article, left);
        head.is_some_and(|head| heads.first_but(head, left).is_none_or(|id| id >= right))
    }

    /// Whether the rule holds of `left` and any other claim of its unit, or of
    /// what two of them make. Of a headline those of its article alone count.
    fn another_fits(self, rule: &Rule, left: usize, right: usize) -> bool {
        let unit = Key::Unit.of(self.article, left);
        let announces = |id: usize| {
            let setting = self.article.claims[id].setting;
            matches!(setting, Setting::Title | Setting::Standfirst)
        };
        let is_announced = announces(left);
        let alike: Vec<usize> = (0..self.article.claims.len())
            .filter(|&id| id != left && !(is_announced && announces(id)))
            .filter(|&id| Key::Unit.of(self.article, id) == unit && unit.is_some())
            .collect();
        let mut bindings = bindings(left, right);
        let one_fits = alike.iter().filter(|&&id| id != right).any(|&id| {
            bindings.bind("right", Bound::Mention(id));
            let (_, holds) = self.judged(rule, &self.scene(&bindings));
            holds
        });
        one_fits || self.two_make(left, &alike)
    }

    /// Whether the sum or the difference of two bounded claims can be `whole`: a
    /// headline may give either.
    fn two_make(self, whole: usize, claims: &[usize]) -> bool {
        let values = |id: usize| self.article.mentions[id].quantity().map(|q| q.lenient);
        // What was reckoned for a headline is rounded: 298m makes “300m”.
        let numeral = self.article.mentions[whole].numeral();
        let round = numeral.and_then(|n| rounded(n.value, round_place(n.value)));
        let Some(whole) = round.or_else(|| values(whole)) else {
            return false;
        };
        let fits = |made: Option<Interval>| made.is_some_and(|made| !made.is_disjoint(&whole));
        // One amount told twice makes no more than it says.
        let told = |id: usize| self.article.mentions[id].numeral().map(|n| n.value);
        let mut seen = BTreeSet::new();
        let near: Vec<Interval> = claims
            .iter()
            .take(MOST_SUMMED)
            .filter(|&&id| told(id).is_none_or(|value| seen.insert(value)))
            .filter_map(|&id| values(id))
            .filter(|values| values.low().value().is_some() && values.high().value().is_some())
            .collect();
        near.iter().enumerate().any(|(n, one)| {
            near[n + 1..].iter().any(|other| {
                let difference = one.minus(other).and_then(|made| made.abs());
                fits(one.plus(other)) || fits(difference)
            })
        })
    }

    /// One finding for a fact: of its conflicts the first that has the odd
    /// one, the claim which most others contradict.
    fn one_finding(self, rule: &Rule, conflicts: &[Conflict]) -> Option<Finding> {
        let contradictions = |id: usize| {
            let of = conflicts.iter();
            of.filter(|c| c.left == id || c.right == id).count()
        };
        let odd = conflicts
            .iter()
            .flat_map(|conflict| [conflict.right, conflict.left])
            .reduce(|odd, id| {
                if contradictions(id) > contradictions(odd) {
                    id
                } else {
                    odd
                }
            })?;
        let conflict = conflicts
            .iter()
            .find(|conflict| conflict.left == odd || conflict.right == odd)?;
        let bindings = bindings(conflict.left, conflict.right);
        let mut finding = self.finding(rule, conflict.severity, &bindings);
        if contradictions(odd) > 1 {
            let span = self.article.mentions[odd].span;
            if finding.labels.iter().any(|label| label.span == span) {
                for label in &mut finding.labels {
                    label.primary = label.span == span;
                }
            }
        }
        Some(finding)
    }
}

fn bindings(left: usize, right: usize) -> Bindings {
    let mut bindings = Bindings::default();
    bindings.bind("left", Bound::Mention(left));
    bindings.bind("right", Bound::Mention(right));
    bindings
}
