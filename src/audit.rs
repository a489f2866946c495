//! An audit runs rules over an article and says what cannot be true.
//!
//! A rule makes a finding of a match when its `when` is certain and its
//! `assert` impossible. Doubt is silence: where the same numbers can also be
//! bound in a way that holds, nothing is said of them.

mod alike;
mod limit;
mod name;
mod pair;
mod place;

use std::cell::OnceCell;

pub use limit::Limit;

use alike::Alike;

use crate::article::Article;
use crate::document::Origin;
use crate::finding::{self, Finding, Label, Severity};
use crate::mention::Value;
use crate::number::Truth;
use crate::rule::binding::{Bindings, Bound};
use crate::rule::expression::{Expression, Scene};
use crate::rule::find::{Each, Find};
use crate::rule::ground::Ground;
use crate::rule::held::Held;
use crate::rule::matcher::Matcher;
use crate::rule::program::Finder;
use crate::rule::search::{Match, Search};
use crate::rule::sort::Sort;
use crate::rule::speech::{LabelPlace, Speech};
use crate::rule::value::Value as Said;
use crate::rule::{Rule, Shelf};

/// What an audit came to.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// What cannot be true, in the order of primary places, then of rule ids.
    pub findings: Vec<Finding>,
    /// Where it stopped short, each place and reason once, sorted.
    pub limits: Vec<Limit>,
}

/// Runs some of a shelf's rules over an article that was read with its
/// lexicon. Findings are in the order of their primary places, then of rule
/// ids. [`Audit::of`] also tells where bounds were reached.
pub fn audit(article: &Article<'_>, shelf: &Shelf, rules: &[&Rule]) -> Vec<Finding> {
    Audit::of(article, shelf, rules).findings
}

impl Audit {
    /// Runs some of a shelf's rules over an article that was read with its
    /// lexicon.
    pub fn of(article: &Article<'_>, shelf: &Shelf, rules: &[&Rule]) -> Audit {
        let mut audit = Audit::default();
        run(article, shelf, rules, &mut audit);
        finding::sort(&mut audit.findings);
        audit.limits.sort();
        audit.limits.dedup();
        audit
    }
}

fn run(article: &Article<'_>, shelf: &Shelf, rules: &[&Rule], audit: &mut Audit) {
    let cut = article.document.sentences.iter().filter(|s| s.is_cut);
    let cut = cut.map(|sentence| Limit::LongSentence {
        span: sentence.span,
    });
    audit.limits.extend(cut);
    let bench = Bench { article, shelf };
    bench.sentences(rules, audit);
    let findings = &mut audit.findings;
    let mut alike = Alike::default();
    for &rule in rules {
        match &rule.find {
            Find::Text(_) => {}
            Find::Each(each, name) => bench.each(rule, *each, name, findings),
            Find::All(sort, name) => bench.all(rule, *sort, name, findings),
            Find::Names { no_other_fits } => bench.names(rule, *no_other_fits, findings),
            Find::Pair(pair) => bench.pairs(rule, pair, &mut alike, findings, &mut audit.limits),
        }
    }
}

/// How many times [`audit`] tries a pattern of these rules on the article: the
/// greater part of its work, measured without a clock.
pub fn trials(article: &Article<'_>, shelf: &Shelf, rules: &[&Rule]) -> usize {
    Bench { article, shelf }.sentences(rules, &mut Audit::default())
}

/// An article and the shelf whose rules are run over it.
#[derive(Clone, Copy)]
struct Bench<'a> {
    article: &'a Article<'a>,
    shelf: &'a Shelf,
}

/// A rule that is run over an article.
#[derive(Debug)]
struct Asked<'r> {
    rule: &'r Rule,
    /// Whether its conditions on the document hold, once they were asked.
    of_document: OnceCell<bool>,
}

impl<'r> Asked<'r> {
    fn new(rule: &'r Rule) -> Asked<'r> {
        Asked {
            rule,
            of_document: OnceCell::new(),
        }
    }
}

/// A rule that asks for what a finder finds.
#[derive(Debug)]
struct User<'r> {
    asked: Asked<'r>,
    /// What it leaves out, as [`Sought`](crate::rule::program::Sought) has it.
    excluder: Option<usize>,
}

impl User<'_> {
    fn refuses(&self, found: &Match) -> bool {
        self.excluder
            .is_some_and(|place| found.refused.contains(&place))
    }
}

/// A match and what the rule says of it.
struct Verdict {
    found: Match,
    /// `None` where it gives no finding.
    severity: Option<Severity>,
    /// Whether some reading of it holds.
    holds: bool,
}

impl<'a> Bench<'a> {
    fn scene(self, bindings: &'a Bindings) -> Scene<'a> {
        Scene {
            article: self.article,
            lexicon: &self.shelf.lexicon,
            bindings,
        }
    }

    /// Rules that look for words, sentence by sentence. Tells how many times
    /// a pattern was tried.
    fn sentences(self, rules: &[&Rule], audit: &mut Audit) -> usize {
        let finders = &self.shelf.finders;
        let mut users: Vec<Vec<User<'_>>> = Vec::new();
        users.resize_with(finders.len(), Vec::new);
        for &rule in rules {
            if let Some(sought) = rule.find.sought() {
                let excluder = sought.excluder;
                let asked = Asked::new(rule);
                users[sought.finder].push(User { asked, excluder });
            }
        }
        let agenda = &self.shelf.agenda;
        let mut search = Search {
            ground: Ground::new(self.article, &self.shelf.lexicon, &self.shelf.word_bits),
            stops: self.shelf.stops,
            matcher: Matcher::default(),
            trials: 0,
        };
        let wanted = users.iter().map(|users| !users.is_empty()).collect();
        let mut held = Held::of(agenda, wanted);
        let mut matches = Vec::new();
        for sentence in 0..self.article.document.sentences.len() {
            agenda.look(&search.ground, sentence, &mut held);
            let of_one =
                |left: &u32, right: &u32| agenda.entry(*left).finder == agenda.entry(*right).finder;
            for places in held.entries.chunk_by(of_one) {
                let place = agenda.entry(places[0]).finder as usize;
                let finder = finders[place].get();
                let excluders = users[place].iter().filter_map(|user| user.excluder);
                let excluders: Vec<(usize, &Finder)> = excluders
                    .map(|place| (place, finders[place].get()))
                    .collect();
                let given_up = search.matcher.given_up;
                for entry in places.iter().map(|&place| agenda.entry(place)) {
                    let program = &finder.patterns[entry.pattern as usize];
                    search.program_matches(
                        finder,
                        &excluders,
                        program,
                        sentence,
                        &held,
                        &mut matches,
                    );
                }
                for user in users[place].iter().filter(|_| !matches.is_empty()) {
                    self.judge_all(user, &matches, &mut audit.findings);
                }
                matches.clear();
                if search.matcher.given_up > given_up {
                    let span = self.article.document.sentences[sentence].span;
                    let limits = users[place].iter().map(|user| Limit::ManySteps {
                        rule: user.asked.rule.id.clone(),
                        span,
                    });
                    audit.limits.extend(limits);
                }
            }
        }
        search.trials
    }

    /// Judges the matches of a rule in one sentence together.
    fn judge_all(self, user: &User<'_>, matches: &[Match], findings: &mut Vec<Finding>) {
        let rule = user.asked.rule;
        let verdicts: Vec<Verdict> = matches
            .iter()
            .filter(|found| !user.refuses(found))
            .filter_map(|found| {
                let (severity, holds) = self.verdict(&user.asked, &found.bindings)?;
                Some(Verdict {
                    found: found.clone(),
                    severity,
                    holds,
                })
            })
            .collect();
        for (i, verdict) in verdicts.iter().enumerate() {
            let Some(severity) = verdict.severity else {
                continue;
            };
            let others = || verdicts.iter().enumerate().filter(|(j, _)| *j != i);
            let doubted = others().any(|(_, other)| other.holds && other.concerns(verdict));
            let told = others().any(|(j, other)| {
                j < i && other.severity.is_some() && other.covers(verdict)
                    || j > i && other.severity.is_some() && other.covers_more(verdict)
            });
            if !doubted && !told {
                findings.push(self.finding(rule, severity, &verdict.found.bindings));
            }
        }
    }

    /// What a rule says of a match: how grave a finding it is, if one, and
    /// whether a lenient reading holds. `None` where the rule does not apply.
    fn verdict(self, asked: &Asked<'_>, bindings: &Bindings) -> Option<(Option<Severity>, bool)> {
        let scene = Scene {
            article: self.article,
            lexicon: &self.shelf.lexicon,
            bindings,
        };
        let deciding = asked.rule.verdict.get();
        let are_certain = |of: &[Expression]| of.iter().all(|it| it.is_certain(&scene));
        let applies = are_certain(&deciding.when)
            && *asked
                .of_document
                .get_or_init(|| are_certain(&deciding.of_document));
        applies.then(|| self.judged(asked.rule, &scene))
    }

    /// The same of a match that it applies to.
    fn judged(self, rule: &Rule, scene: &Scene<'_>) -> (Option<Severity>, bool) {
        let judged = rule.verdict.get().assert.truth(scene);
        let holds = judged.lenient != Truth::Impossible;
        let severity = if !holds {
            Some(rule.severity)
        } else if judged.strict == Truth::Impossible {
            rule.strict
        } else {
            None
        };
        (severity, holds)
    }

    /// Rules that look at each thing of one kind.
    fn each(self, rule: &Rule, each: Each, name: &str, findings: &mut Vec<Finding>) {
        let asked = Asked::new(rule);
        let mut bindings = Bindings::default();
        for bound in self.things(each) {
            bindings.bind(name, bound);
            if let Some((Some(severity), _)) = self.verdict(&asked, &bindings) {
                findings.push(self.finding(rule, severity, &bindings));
            }
        }
    }

    /// Rules that look at all mentions of a sort together.
    fn all(self, rule: &Rule, sort: Sort, name: &str, findings: &mut Vec<Finding>) {
        let mentions = self.article.mentions.iter().enumerate();
        let members: Vec<usize> = mentions
            .filter(|(_, mention)| sort.accepts(mention))
            .map(|(id, _)| id)
            .collect();
        if members.is_empty() {
            return;
        }
        let mut bindings = Bindings::default();
        bindings.bind(name, Bound::Mentions(members));
        bindings.bind("document", Bound::Document);
        if let Some((Some(severity), _)) = self.verdict(&Asked::new(rule), &bindings) {
            findings.push(self.finding(rule, severity, &bindings));
        }
    }

    fn things(self, each: Each) -> Vec<Bound> {
        let document = &self.article.document;
        let mentions = self.article.mentions.iter().enumerate();
        match each {
            Each::Mention(sort) => mentions
                .filter(|(_, mention)| sort.accepts(mention))
                .map(|(id, _)| Bound::Mention(id))
                .collect(),
            Each::Claim => mentions
                .filter(|(_, mention)| matches!(mention.value, Value::Quantity { .. }))
                .map(|(id, _)| Bound::Mention(id))
                .collect(),
            Each::List => (0..document.lists.len()).map(Bound::List).collect(),
            Each::Column => tables(document, |rows| {
                rows.iter().map(Vec::len).max().unwrap_or(0)
            })
            .map(|(table, column)| Bound::Column { table, column })
            .collect(),
            Each::Cell => {
                let cells = tables(document, <[_]>::len).flat_map(|(table, row)| {
                    let columns = document.tables[table].cells[row].len();
                    (0..columns).map(move |column| Bound::Cell { table, row, column })
                });
                cells.collect()
            }
            Each::Row => tables(document, <[_]>::len)
                .map(|(table, row)| Bound::Row { table, row })
                .collect(),
            Each::Sentence => (0..document.sentences.len()).map(Bound::Sentence).collect(),
            Each::Document => vec![Bound::Document],
        }
    }

    fn finding(self, rule: &Rule, severity: Severity, bindings: &Bindings) -> Finding {
        let scene = Scene {
            article: self.article,
            lexicon: &self.shelf.lexicon,
            bindings,
        };
        let speech = rule.speech.get();
        let help = speech.help.as_ref().map(|help| help.render(&scene));
        let slip = speech
            .diagnose
            .iter()
            .find(|slip| slip.when.truth(&scene).lenient != Truth::Impossible)
            .map(|slip| slip.say.render(&scene));
        let lines: Vec<String> = [help, slip, self.anchor(bindings)]
            .into_iter()
            .flatten()
            .collect();
        Finding {
            rule: rule.id.clone(),
            severity,
            message: speech.message.render(&scene),
            help: (!lines.is_empty()).then(|| lines.join("\n")),
            labels: self.labels(speech, &scene, bindings),
        }
    }

    /// Which date others were counted from, where one that is bound was.
    fn anchor(self, bindings: &Bindings) -> Option<String> {
        let anchor = self.article.document.anchor?;
        let mut mentions = bindings
            .iter()
            .flat_map(|(_, bound)| place::mentions(bound));
        mentions
            .any(|id| match &self.article.mentions[id].value {
                Value::Time(timex) => timex.anchored,
                Value::Quantity { .. } | Value::Statistic(_) => false,
            })
            .then(|| {
                let origin = match anchor.origin {
                    Origin::Given => "as given",
                    Origin::FrontMatter => "from the front matter",
                    Origin::Dateline => "from the dateline",
                    Origin::FileName => "from the file's name",
                };
                format!("dates are read against {}, {origin}", anchor.date)
            })
    }

    /// The rule's labels of what is bound or, where it has none, one for each
    /// mention. The first one is primary.
    fn labels(self, speech: &Speech, scene: &Scene<'_>, bindings: &Bindings) -> Vec<Label> {
        let written = speech.labels.iter().filter_map(|(place, note)| {
            let bound = match place {
                LabelPlace::Capture(name) => bindings.find(name)?.clone(),
                LabelPlace::Field(field) => mentioned(&field.value(scene))?,
            };
            Some((bound, Some(note.render(scene))))
        });
        let mut labels = self.labelled(written);
        if labels.is_empty() {
            let is_number = |bound: &Bound| place::mentions(bound).next().is_some();
            let numbers = bindings.iter().any(|(_, bound)| is_number(bound));
            let shown = bindings.iter().map(|(_, bound)| bound);
            let shown = shown.filter(|bound| !numbers || is_number(bound));
            labels = self.labelled(shown.map(|bound| (bound.clone(), None)));
        }
        labels.sort_by_key(|label| label.span);
        labels
    }

    fn labelled(self, notes: impl Iterator<Item = (Bound, Option<String>)>) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        for (bound, note) in notes {
            for span in place::spans(self.article, &bound) {
                if !labels.iter().any(|label| label.span == span) {
                    labels.push(Label {
                        span,
                        note: note.clone().filter(|note| !note.is_empty()),
                        primary: labels.is_empty(),
                    });
                }
            }
        }
        labels
    }
}

impl Verdict {
    /// Whether it speaks of the same numbers: one has all of the other's, or
    /// they share two.
    fn concerns(&self, other: &Verdict) -> bool {
        self.found.is_part_of(&other.found)
            || other.found.is_part_of(&self.found)
            || self.found.shared_with(&other.found) >= 2
    }

    /// Whether it says all that the other says.
    fn covers(&self, other: &Verdict) -> bool {
        other.found.is_part_of(&self.found)
    }

    /// Whether it says all that the other says, and more.
    fn covers_more(&self, other: &Verdict) -> bool {
        self.covers(other) && !other.covers(self)
    }
}

/// The mention or mentions that a value is.
fn mentioned(value: &Said) -> Option<Bound> {
    let id = |value: &Said| match value {
        Said::Mention { id, .. } => Some(*id),
        _ => None,
    };
    match value {
        Said::List(members) => {
            let members: Vec<usize> = members.iter().filter_map(id).collect();
            (!members.is_empty()).then_some(Bound::Mentions(members))
        }
        one => id(one).map(Bound::Mention),
    }
}

/// The table and place of each column or row.
fn tables<'d>(
    document: &'d crate::document::Document<'_>,
    count: impl Fn(&[Vec<Option<usize>>]) -> usize + 'd,
) -> impl Iterator<Item = (usize, usize)> + 'd {
    let tables = document.tables.iter().enumerate();
    tables.flat_map(move |(table, rows)| (0..count(&rows.cells)).map(move |place| (table, place)))
}
