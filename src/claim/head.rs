//! The head is the noun that a number counts: *officer* in “235 injured
//! police officers”.
//!
//! There is no tagger here. A count takes the first plural in the run of
//! words after it; an amount takes a label only where the form of words makes
//! it safe: “35% of voters”, “a profit of £3m”, “a $1.2bn deal”. What stands
//! beside another number (a conversion in brackets, the far end of a from-to,
//! one of a row of numbers) shares that number's head. No head is better than
//! a wrong one.

mod amount;
mod elision;
mod run;

use std::ops::Range;

use super::prose::Prose;
use super::{HeadWay, MentionId, Role};
use crate::document::TokenKind;
use crate::lexicon::Class;
use crate::mention::{Figure, Form, Kind, Mention, Value};
use crate::number::Rational;
use run::{Run, starts_run};

/// A head as found.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The noun's token.
    pub(super) noun: usize,
    /// How it was found.
    pub(super) way: HeadWay,
    /// The words between number and noun and the noun; before the number for
    /// [`HeadWay::NounOf`] and [`HeadWay::Subject`].
    pub(super) phrase: Range<usize>,
    /// What the form of words says of the number's part, if anything.
    pub(super) role: Role,
}

/// The head of every mention, in the same order.
pub(super) fn heads(prose: Prose) -> Vec<Option<Head>> {
    let mut heads = Vec::with_capacity(prose.mentions.len());
    for mention in prose.mentions {
        let found = own(prose, mention);
        heads.push(found);
    }
    share(prose, &mut heads);
    inherit(prose, &mut heads);
    elision::elide(prose, &mut heads);
    heads
}

/// The head that the words around one number give it.
fn own(prose: Prose, mention: &Mention) -> Option<Head> {
    match mention.kind {
        Kind::Cardinal if is_one(mention) => {
            part_of(prose, mention).or_else(|| one(prose, mention))
        }
        Kind::Cardinal => part_of(prose, mention)
            .or_else(|| member(prose, mention))
            .or_else(|| plural(prose, mention))
            .or_else(|| described(prose, mention))
            .or_else(|| or_two(prose, mention))
            .or_else(|| amount::noun_of(prose, mention))
            .or_else(|| amount::subject(prose, mention)),
        Kind::Ratio => part_of(prose, mention).or_else(|| plural(prose, mention)),
        Kind::Fraction => {
            amount::of(prose, mention).or_else(|| amount::attributive(prose, mention))
        }
        Kind::Percent | Kind::Money | Kind::Measure => amount::of(prose, mention)
            .or_else(|| amount::noun_of(prose, mention))
            .or_else(|| amount::attributive(prose, mention))
            .or_else(|| amount::subject(prose, mention)),
        Kind::Points | Kind::BasisPoints => amount::subject(prose, mention),
        _ => None,
    }
}

/// Whether it is the word or the digit one.
fn is_one(mention: &Mention) -> bool {
    match &mention.value {
        Value::Quantity {
            figure: Figure::One(numeral),
            ..
        } => numeral.value == Rational::ONE && numeral.form != Form::Scaled,
        _ => false,
    }
}

/// `N (or (so|more|fewer))? run`, the run's first plural.
fn plural(prose: Prose, mention: &Mention) -> Option<Head> {
    let sentence = prose.sentence(mention);
    let start = after_number(prose, mention, sentence.end);
    let run = Run::read(prose, mention, start, sentence.end);
    if run.plural.is_none() && is_inexact(mention) && prose.says(start, &["of"]) {
        return of_vague(prose, mention, start);
    }
    let noun = run.plural?;
    Some(Head {
        noun,
        way: HeadWay::Plural,
        phrase: start..noun + 1,
        role: Role::Whole,
    })
}

/// `hundreds of run`, `dozens of run`: the words give no number of parts.
fn of_vague(prose: Prose, mention: &Mention, of: usize) -> Option<Head> {
    let sentence = prose.sentence(mention);
    let start = starts_run(prose, of + 1);
    let noun = Run::read(prose, mention, start, sentence.end).plural?;
    let role = if start > of + 1 {
        Role::Part
    } else {
        Role::Whole
    };
    Some(Head {
        noun,
        way: HeadWay::Of,
        phrase: of..noun + 1,
        role,
    })
}

/// Whether the number is `dozens`, `millions`: not a number but how many.
fn is_inexact(mention: &Mention) -> bool {
    matches!(
        &mention.value,
        Value::Quantity {
            figure: Figure::Vague(_),
            ..
        }
    )
}

/// `N (out)? of (the|its|…)? (last|top|…)? M? run`
fn part_of(prose: Prose, mention: &Mention) -> Option<Head> {
    let sentence = prose.sentence(mention);
    let after = after_number(prose, mention, sentence.end);
    let of = after + usize::from(prose.says(after, &["out"]));
    if !prose.says(of, &["of"]) || is_inexact(mention) {
        return None;
    }
    let mut start = starts_run(prose, of + 1);
    let which = prose.is_word(start) && prose.mention_at(start).is_none() && start > of + 1;
    let count = start + usize::from(which);
    if let Some(whole) = prose.mention_at(count).map(|m| &prose.mentions[m])
        && matches!(whole.kind, Kind::Cardinal | Kind::Ratio)
        && whole.lead == count
    {
        start = whole.tokens.end;
    }
    let noun = Run::read(prose, mention, start, sentence.end).plural?;
    // “A dozen of articles” is a dozen articles.
    let (way, role) = if start > of + 1 || prose.is_possessive(start + 1) {
        (HeadWay::PartOf, Role::Part)
    } else {
        (HeadWay::Of, Role::Whole)
    };
    Some(Head {
        noun,
        way,
        phrase: of..noun + 1,
        role,
    })
}

/// `N-noun noun`: the 12 of “a 12-member panel” counts members, the 20 of “a
/// 20-strong crew” the crew.
fn member(prose: Prose, mention: &Mention) -> Option<Head> {
    let hyphen = mention.tokens.end;
    let noun = hyphen + 1;
    if prose.kind(hyphen) != Some(TokenKind::Hyphen)
        || !prose.is_glued(hyphen)
        || !prose.is_glued(noun)
        || !prose.is_word(noun)
    {
        return None;
    }
    let sentence = prose.sentence(mention);
    if prose.says(noun, &["strong"]) {
        let run = Run::read(prose, mention, noun + 1, sentence.end);
        let noun = run.plural.or(run.last)?;
        return Some(Head {
            noun,
            way: HeadWay::Attributive,
            phrase: hyphen..noun + 1,
            role: Role::Whole,
        });
    }
    if prose.says(noun, &["odd", "plus"]) {
        return None;
    }
    let compound = prose.kind(noun + 1) == Some(TokenKind::Hyphen) && prose.is_glued(noun + 1);
    (prose.is_content(noun) && !compound && !prose.is_any(noun, NOT_COUNTED)).then_some(Head {
        noun,
        way: HeadWay::Attributive,
        phrase: hyphen..noun + 1,
        role: Role::Whole,
    })
}

/// `(a|an) adjective? N noun noun`: the three of “a three course meal” counts
/// courses, for “a” and more than one do not count the same; in digits behind “the”
/// or another measure too: the 5 speed gearbox, a 1.6 litre 4 cylinder engine.
fn described(prose: Prose, mention: &Mention) -> Option<Head> {
    let sentence = prose.sentence(mention);
    let articles = [1, 2].map(|n| mention.lead.wrapping_sub(n));
    // “The two plan to go” has a verb, “the 5 speed gearbox” a noun.
    let digits = prose.kind(mention.tokens.start) == Some(TokenKind::Digits);
    let after_article = prose.is(articles[0], Class::Article)
        && (digits || !prose.says(articles[0], &["the"]))
        || prose.is(articles[1], Class::Article) && prose.is_content(articles[0])
        || digits && is_measure(prose, articles[0]);
    let noun = mention.tokens.end;
    let lower = |t| prose.is_content(t) && !prose.is_capitalised(t) && !prose.is_glued(t);
    let pair = noun + 1 < sentence.end && lower(noun) && lower(noun + 1);
    // “A 404 error page” has a number for a name.
    let small = mention
        .numeral()
        .is_some_and(|n| n.value < Rational::integer(100));
    // The gears of each gearbox, of which there may be others; 51 st is an ordinal.
    let role = if prose.says(articles[0], &["the"]) {
        Role::PerUnit
    } else {
        Role::Whole
    };
    let named =
        prose.text(noun).len() > 2 && !prose.is_any(noun, NOT_COUNTED) && !prose.ends(noun, "ly");
    (small && after_article && pair && named).then_some(Head {
        noun,
        way: HeadWay::Attributive,
        phrase: noun..noun + 1,
        role,
    })
}

fn is_measure(prose: Prose, token: usize) -> bool {
    let mention = prose.mention_at(token).map(|id| &prose.mentions[id]);
    mention.is_some_and(|mention| mention.kind == Kind::Measure)
}

/// `(a|another) noun or two`: what the second number counts stands before both.
fn or_two(prose: Prose, mention: &Mention) -> Option<Head> {
    let or = mention.lead.checked_sub(1)?;
    let noun = or.checked_sub(1)?;
    let one = noun.checked_sub(1)?;
    let counted = prose.says(or, &["or"])
        && prose.says(one, &["a", "an", "another", "one"])
        && prose.is_content(noun)
        && one >= prose.sentence(mention).start;
    counted.then_some(Head {
        noun,
        way: HeadWay::NounOf,
        phrase: noun..noun + 1,
        role: Role::Whole,
    })
}

const NOT_COUNTED: &[Class] = &[Class::TimeNoun, Class::KnownVerb, Class::ChangeVerb];

/// After “one”, the last word of a run without a plural. “One” is as often a
/// pronoun as a number, so it must be followed by a noun at once, and it must
/// not itself be what a determiner points at.
fn one(prose: Prose, mention: &Mention) -> Option<Head> {
    let before = mention.lead.wrapping_sub(1);
    let pointed_at = [
        Class::Determiner,
        Class::Article,
        Class::Label,
        Class::Negation,
    ];
    if prose.is_any(before, &pointed_at) || prose.says(before, &["each", "every", "everyone"]) {
        return None;
    }
    let sentence = prose.sentence(mention);
    let start = mention.tokens.end;
    let run = Run::read(prose, mention, start, sentence.end);
    if prose.ends(start, "ing") {
        return None;
    }
    // What looks like a plural behind the noun is a verb: “one poll asks”; but one
    // aircraft, one series.
    let title = prose.is_headline(mention);
    let last = run.last?;
    let verb = (start..=last)
        .find(|&t| run::is_plural(prose, title, t) && !prose.is(t, Class::PluralNoun));
    let noun = match verb {
        Some(verb) if verb > start && prose.is_word(verb - 1) => verb - 1,
        Some(_) => return None,
        None => last,
    };
    // “One pupil asked Ms Hale how”, “one builder bucking the trend”
    let clause = (start + 1..=noun).find(|&t| begins_clause(prose, t));
    let noun = clause.map_or(noun, |verb| verb - 1);
    // “one insider pointed out”
    let verb = |t| prose.ends(t, "ed") && !prose.is(t, Class::NoVerb);
    let noun = (start..=noun).rev().find(|&t| !verb(t))?;
    let and = (start + 1..noun).find(|&t| prose.says(t, &["and"]));
    let noun = and.map_or(noun, |and| and - 1);
    if prose.says(noun, &["another", "other"]) || prose.ends(start, "ed") {
        return None;
    }
    Some(Head {
        noun,
        way: HeadWay::Singular,
        phrase: start..noun + 1,
        role: Role::Whole,
    })
}

/// Whether a word behind a noun is its verb: one in -ed that no adverb leads to and
/// no noun follows, or one in -ing before what it is done to.
fn begins_clause(prose: Prose, token: usize) -> bool {
    let next = token + 1;
    let plain = prose.is_content(next) && !prose.is_capitalised(next);
    let past = prose.ends(token, "ed") && !prose.is(token, Class::NoVerb);
    let object = prose.is_any(next, &[Class::Article, Class::Determiner]);
    prose.is_word(token - 1)
        && !prose.ends(token - 1, "ly")
        && (past && !plain || prose.ends(token, "ing") && object)
}

/// The token after the number, past `or so`, `or more`, `-odd`, `+`, `plus`.
fn after_number(prose: Prose, mention: &Mention, end: usize) -> usize {
    let mut next = mention.tokens.end;
    if prose.kind(next) == Some(TokenKind::Plus) {
        next += 1;
    }
    if prose.says(next, &["or"]) && prose.says(next + 1, &["fewer", "less", "more", "so"]) {
        next += 2;
    }
    if prose.kind(next) == Some(TokenKind::Hyphen) && prose.says(next + 1, &["odd", "plus"]) {
        next += 2;
    } else if prose.says(next, &["odd", "plus"]) {
        next += 1;
    }
    next.min(end.max(mention.tokens.end))
}

/// Gives a number without a head that of the next number in a row of numbers:
/// “50, 60 or 70,000 listeners”.
fn share(prose: Prose, heads: &mut [Option<Head>]) {
    for id in (1..heads.len()).rev() {
        let (before, after) = heads.split_at_mut(id);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let (left, right) = (&prose.mentions[id - 1], &prose.mentions[id]);
        if first.is_none() && left.kind == right.kind && is_row(prose, left, right) {
            *first = second.clone().map(|head| Head {
                role: Role::Member,
                ..head
            });
        }
    }
}

/// Whether nothing but `,`, `and`, `or`, `to`, a dash, or `up` or `down` parts two
/// numbers.
fn is_row(prose: Prose, left: &Mention, right: &Mention) -> bool {
    let between = left.tokens.end..right.lead;
    let step = between.len() == 1 && prose.says(between.start, &["down", "up"]);
    left.sentence == right.sentence
        && !between.is_empty()
        && between.len() <= 2
        && (step || between.clone().all(|t| is_joint(prose, t)))
}

fn is_joint(prose: Prose, token: usize) -> bool {
    use TokenKind as K;
    match prose.kind(token) {
        Some(K::Comma | K::Hyphen | K::EnDash | K::Slash | K::Ampersand) => true,
        Some(K::Word) => prose.says(token, &["and", "or", "to"]),
        _ => false,
    }
}

/// Gives a conversion in brackets, and the far end of a from-to, the head of
/// the number before it.
fn inherit(prose: Prose, heads: &mut [Option<Head>]) {
    for id in 1..heads.len() {
        let (before, after) = heads.split_at_mut(id);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let (left, right) = (&prose.mentions[id - 1], &prose.mentions[id]);
        if left.sentence != right.sentence {
            continue;
        }
        if is_conversion(prose, id) {
            if second.is_none() {
                second.clone_from(first);
            }
        } else if left.kind == right.kind && is_far_end(prose, left, first.as_ref(), right) {
            // “The bloc grew from 15 to 25 members”: 15 members.
            let plural = second.as_ref().filter(|h| h.way == HeadWay::Plural);
            if plural.is_some() && first.as_ref().is_none_or(|h| h.way == HeadWay::Subject) {
                first.clone_from(second);
            }
            if let Some(head) = first {
                head.role = Role::End;
            }
            if let (None, Some(head)) = (&second, &first) {
                *second = Some(head.clone());
            } else if let Some(head) = second {
                head.role = Role::End;
            }
        }
    }
}

/// `amount ( (or)? amount (; amount)*`: a bracket opens right before it, or it
/// follows a conversion.
pub(super) fn is_conversion(prose: Prose, right: MentionId) -> bool {
    let mut right = right;
    loop {
        let Some(left) = right.checked_sub(1) else {
            return false;
        };
        let (first, second) = (&prose.mentions[left], &prose.mentions[right]);
        let measured = |m: &Mention| matches!(m.kind, Kind::Money | Kind::Measure);
        let between = first.tokens.end..second.lead;
        if !measured(first) || !measured(second) || between.len() > 3 {
            return false;
        }
        let is = |t: usize, kinds: &[TokenKind]| prose.kind(t).is_some_and(|k| kinds.contains(&k));
        match between.clone().find(|&t| is(t, &[TokenKind::Open])) {
            Some(open) => {
                return open <= between.start + 1
                    && (open + 1..between.end)
                        .all(|t| prose.says(t, &["or"]) || is(t, &[TokenKind::Equals]));
            }
            None => {
                let joint = [TokenKind::Semicolon, TokenKind::Comma, TokenKind::Slash];
                if between.len() != 1 || !is(between.start, &joint) {
                    return false;
                }
            }
        }
        right = left;
    }
}

/// `N to M`, `N homes from M`, `N , up from M`: the ends of one change.
fn is_far_end(prose: Prose, left: &Mention, head: Option<&Head>, right: &Mention) -> bool {
    let from = right.lead.wrapping_sub(1);
    let counted = head.map_or(0, |head| head.phrase.end);
    let between = left.tokens.end.max(counted)..right.lead;
    if between.is_empty() || between.len() > 4 || !prose.says(from, &["from", "to"]) {
        return false;
    }
    (between.start..from).all(|t| {
        prose.kind(t) == Some(TokenKind::Comma)
            || prose.says(t, &["compared", "down", "up"])
            || prose.is(t, Class::ChangeVerb)
    })
}

/// The claims whose numbers stand in one row with their nouns: “six men and
/// five women”.
pub(super) fn is_coordinated(
    prose: Prose,
    heads: &[Option<Head>],
    left: MentionId,
    right: MentionId,
) -> bool {
    let (Some(a), Some(b)) = (prose.mentions.get(left), prose.mentions.get(right)) else {
        return false;
    };
    if a.kind != b.kind || a.sentence != b.sentence || is_conversion(prose, right) {
        return false;
    }
    let end = heads
        .get(left)
        .and_then(Option::as_ref)
        .map_or(a.tokens.end, |h| h.phrase.end.max(a.tokens.end));
    let between = end..b.lead;
    end < b.lead && between.len() <= 3 && between.clone().all(|t| is_link(prose, t))
        || is_row(prose, a, b) && !prose.says(a.tokens.end, &["to"])
}

fn is_link(prose: Prose, token: usize) -> bool {
    matches!(
        prose.kind(token),
        Some(TokenKind::Comma | TokenKind::Ampersand)
    ) || prose.says(token, &["and", "or", "plus"])
}
