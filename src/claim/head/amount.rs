//! What an amount, a percentage or a measure is of. Only three forms of words
//! are safe: “35% of voters”, “a profit of £3m”, “a $1.2bn deal”; the subject
//! that touches its verb (“sales rose 3%”) is found but not trusted.

use super::Head;
use super::run::{Run, starts_run};
use crate::claim::prose::Prose;
use crate::claim::{HeadWay, Role};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};

/// `amount of (the)? (N)? run`; `half (the)? run`
pub(super) fn of(prose: Prose, mention: &Mention) -> Option<Head> {
    let sentence = prose.sentence(mention);
    let of = mention.tokens.end;
    let fraction = mention.kind == Kind::Fraction;
    let mut start = if prose.says(of, &["of"]) {
        starts_run(prose, of + 1)
    } else if fraction && prose.is_any(of, &[Class::Article, Class::Determiner]) {
        starts_run(prose, of)
    } else {
        return None;
    };
    if let Some(whole) = prose.mention_at(start).map(|m| &prose.mentions[m])
        && whole.kind == Kind::Cardinal
    {
        start = whole.tokens.end;
    }
    let run = Run::read(prose, mention, start, sentence.end);
    let collective = (start..run.end).find(|&t| prose.is(t, Class::Collective));
    let noun = collective
        .or(run.plural)
        .or_else(|| singular(prose, start, run))?;
    Some(Head {
        noun,
        way: HeadWay::Of,
        phrase: of..noun + 1,
        role: if fraction { Role::Part } else { Role::Whole },
    })
}

/// The last noun of a run without a plural: what stands before a participle
/// or an adverb that follows it (“35% of the vote counted so far”).
fn singular(prose: Prose, start: usize, run: Run) -> Option<usize> {
    let last = run.last?;
    let participle = (start + 1..=last)
        .find(|&t| prose.ends(t, "ed") && !prose.ends(t - 1, "ly") && prose.is_word(t - 1));
    let mut noun = participle.map_or(last, |t| t - 1);
    while noun > start && prose.ends(noun, "ly") {
        noun -= 1;
    }
    // “A third of those screened” are people.
    let alone = noun == start && prose.ends(noun, "ed") && !prose.is(noun, Class::NoVerb);
    (prose.is_content(noun) && !prose.is(noun, Class::TimeNoun) && !alone).then_some(noun)
}

/// `noun of amount`: “a profit of £3m”. After a noun that says only how much
/// (`a total of`, `a share of`) the label is the noun before it.
pub(super) fn noun_of(prose: Prose, mention: &Mention) -> Option<Head> {
    let of = mention.lead.checked_sub(1)?;
    if !prose.says(of, &["of"]) || of < prose.sentence(mention).start + 1 {
        return None;
    }
    let mut noun = of - 1;
    let owner = |t: usize| prose.is_glued(t) && prose.is_possessive(t.wrapping_sub(1));
    if prose.is(noun, Class::Container) {
        let compound = prose.kind(noun.wrapping_sub(2)) == Some(TokenKind::Hyphen);
        noun = noun.checked_sub(1)?;
        let adjective = ["al", "ed", "est", "ic", "ive", "ous"]
            .iter()
            .any(|end| prose.ends(noun, end));
        if compound || adjective || owner(noun) || prose.is_capitalised(noun) {
            return None;
        }
    }
    if !is_noun(prose, noun) || prose.is_any(noun, &[Class::ChangeVerb, Class::KnownVerb]) {
        return None;
    }
    let start = phrase_start(prose, noun, prose.sentence(mention).start);
    Some(Head {
        noun,
        way: HeadWay::NounOf,
        phrase: start..noun + 1,
        role: Role::Whole,
    })
}

/// Where the adjectives before a noun begin.
fn phrase_start(prose: Prose, noun: usize, floor: usize) -> usize {
    let mut start = noun;
    while start > floor
        && noun - start < 4
        && prose.is_content(start - 1)
        && prose.mention_at(start - 1).is_none()
        && !prose.is_any(start - 1, &[Class::SayVerb, Class::KnownVerb])
        && !prose.ends(start - 1, "ing")
    {
        start -= 1;
    }
    start
}

/// `(a|the|its|…) adjective? amount run`: “a $1.2bn deal”.
pub(super) fn attributive(prose: Prose, mention: &Mention) -> Option<Head> {
    let sentence = prose.sentence(mention);
    if !is_determined(prose, mention, sentence.start) {
        return None;
    }
    let mut start = mention.tokens.end;
    if prose.kind(start) == Some(TokenKind::Hyphen) && prose.is_glued(start) {
        start += 1;
    }
    let run = Run::read(prose, mention, start, sentence.end);
    if run.last.is_none() || refuses(prose, start) {
        return None;
    }
    let noun = run.plural.or_else(|| singular(prose, start, run))?;
    // “the £3m seen a year before”
    let participle = prose.says(
        noun,
        &[
            "given", "held", "left", "lost", "made", "paid", "seen", "sold", "spent", "taken",
        ],
    );
    let name = prose.is_capitalised(noun) && !prose.is_headline(mention);
    if name || participle || refuses(prose, noun) || prose.ends(noun, "ed") {
        return None;
    }
    Some(Head {
        noun,
        way: HeadWay::Attributive,
        phrase: start..noun + 1,
        role: Role::Whole,
    })
}

/// Whether an article, determiner or possessive opens the noun phrase that
/// the amount stands in, with at most two adjectives between.
fn is_determined(prose: Prose, mention: &Mention, floor: usize) -> bool {
    let mut token = mention.lead;
    while token > floor && mention.lead - token < 3 {
        token -= 1;
        let possessive = prose.says(token, &["s"])
            && prose.is_glued(token)
            && prose.is_possessive(token.wrapping_sub(1))
            || prose.is_possessive(token);
        if possessive || prose.is_any(token, &[Class::Article, Class::Determiner]) {
            return true;
        }
        let verb = prose.is_any(
            token,
            &[Class::ChangeVerb, Class::KnownVerb, Class::SayVerb],
        );
        if !prose.is_content(token) || verb || prose.mention_at(token).is_some() {
            return false;
        }
    }
    false
}

/// Whether what follows an amount tells when or how, not what: a weekday,
/// `next year`, a comparative, an -ing form, an adverb.
fn refuses(prose: Prose, token: usize) -> bool {
    let senses = prose.senses(token);
    senses.weekday.is_some()
        || senses.month.is_some()
        || senses.is(Class::TimeNoun)
        || senses.is(Class::PeriodPart)
        || senses.is(Class::DayPart)
        || prose.ends(token, "ing")
        || prose.ends(token, "ly")
        || prose.says(
            token,
            &[
                "ago",
                "apiece",
                "better",
                "bigger",
                "cheaper",
                "each",
                "early",
                "faster",
                "fewer",
                "greater",
                "higher",
                "larger",
                "last",
                "later",
                "less",
                "longer",
                "lower",
                "more",
                "next",
                "overnight",
                "previous",
                "shorter",
                "smaller",
                "today",
                "tomorrow",
                "worth",
                "yesterday",
            ],
        )
}

/// `run (of run)? verb (by|to|from|at)? amount`, where the run begins the
/// clause: “sales of ice cream rose 3%”.
pub(super) fn subject(prose: Prose, mention: &Mention) -> Option<Head> {
    let sentence = prose.sentence(mention);
    let mut verb = mention.lead.checked_sub(1)?;
    if prose.says(verb, &["at", "by", "from", "to"]) {
        verb = verb.checked_sub(1)?;
    }
    let changes = prose.is_any(verb, &[Class::ChangeVerb])
        || prose.says(
            verb,
            &[
                "are", "exceeded", "hit", "is", "reached", "stands", "stood", "topped", "totaled",
                "totalled", "was", "were",
            ],
        );
    if !changes || verb <= sentence.start {
        return None;
    }
    let mut end = verb;
    while end > sentence.start
        && (prose.is_any(end - 1, &[Class::Auxiliary, Class::MidAdverb])
            || prose.ends(end - 1, "ly"))
    {
        end -= 1;
    }
    let floor = sentence.start.max(end.saturating_sub(8));
    let start = (floor..end)
        .rev()
        .take_while(|&t| {
            (prose.is_word(t) || prose.kind(t) == Some(TokenKind::Hyphen))
                && (prose.says(t, &["of"]) || !ends_subject(prose, t))
        })
        .last()?;
    if start > floor && !begins_clause(prose, start - 1) || prose.says(start, &["of"]) {
        return None;
    }
    let of = (start..end)
        .find(|&t| prose.says(t, &["of"]))
        .unwrap_or(end);
    let noun = of.checked_sub(1)?;
    is_noun(prose, noun).then_some(Head {
        noun,
        way: HeadWay::Subject,
        phrase: starts_run(prose, start).min(noun)..noun + 1,
        role: Role::Whole,
    })
}

fn ends_subject(prose: Prose, token: usize) -> bool {
    prose.mention_at(token).is_some()
        || prose.is_any(
            token,
            &[
                Class::Auxiliary,
                Class::ClauseWord,
                Class::Conjunction,
                Class::KnownVerb,
                Class::Preposition,
                Class::Pronoun,
                Class::SayVerb,
            ],
        )
}

fn begins_clause(prose: Prose, token: usize) -> bool {
    use TokenKind as K;
    match prose.kind(token) {
        Some(K::Word) => {
            prose.is_any(
                token,
                &[Class::ClauseWord, Class::Conjunction, Class::SayVerb],
            ) || prose.says(token, &["that"])
        }
        Some(K::Apostrophe | K::Hyphen) => false,
        _ => true,
    }
}

fn is_noun(prose: Prose, token: usize) -> bool {
    prose.is_content(token)
        && prose.mention_at(token).is_none()
        && !prose.is_any(
            token,
            &[
                Class::TimeNoun,
                Class::SayVerb,
                Class::Container,
                Class::PartWord,
            ],
        )
        && !prose.ends(token, "ly")
        && !prose.says(
            token,
            &[
                "capable",
                "comprising",
                "consisting",
                "here",
                "highest",
                "largest",
                "latest",
                "lowest",
                "made",
                "smallest",
                "there",
            ],
        )
}
