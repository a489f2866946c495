//! An elided head is the noun of a count before, which the writer does not say
//! again: “200 were found”, “compared with 63”, “the other has 12”.

use super::Head;
use crate::claim::prose::Prose;
use crate::claim::{HeadWay, Role};
use crate::lexicon::Class;
use crate::mention::{Kind, Mention};
use crate::number::Rational;

/// Gives a count that stands before a verb the last head of its paragraph:
/// “200 were found”.
pub(super) fn elide(prose: Prose, heads: &mut [Option<Head>]) {
    let mut last: Option<Known> = None;
    for (mention, slot) in prose.mentions.iter().zip(heads) {
        let Some(block) = prose.block(mention) else {
            continue;
        };
        match slot {
            Some(head) if head.way != HeadWay::Singular => {
                last = Some(Known {
                    block,
                    mention,
                    head: head.clone(),
                });
            }
            None if mention.kind == Kind::Cardinal => {
                let known = last.as_ref().filter(|known| known.block == block);
                *slot = known
                    .filter(|known| {
                        stands_alone(prose, mention)
                            || is_level(prose, mention, known)
                            || is_parallel(prose, mention, known)
                    })
                    .map(|known| Head {
                        noun: known.head.noun,
                        way: HeadWay::Elided,
                        phrase: mention.tokens.end..mention.tokens.end,
                        role: elided_role(prose, mention),
                    });
            }
            _ => {}
        }
    }
}

/// The last count of a text whose noun is known.
struct Known<'a> {
    block: usize,
    mention: &'a Mention,
    head: Head,
}

/// Whether it stands behind the same word as the last count of its sentence: the
/// one has 40 barges, the other has 12.
fn is_parallel(prose: Prose, mention: &Mention, known: &Known) -> bool {
    let (one, other) = (
        known.mention.lead.wrapping_sub(1),
        mention.lead.wrapping_sub(1),
    );
    let ends = !prose.is_word(mention.tokens.end) && !prose.is_glued(mention.tokens.end + 1);
    known.mention.sentence == mention.sentence
        && known.mention.kind == mention.kind
        && prose.is_word(one)
        && prose.text(one).eq_ignore_ascii_case(prose.text(other))
        && ends
}

/// Whether a verb, or the pronoun of the men of them, follows the number, or it
/// is set beside another count of the same: compared with 63.
fn stands_alone(prose: Prose, mention: &Mention) -> bool {
    let next = mention.tokens.end;
    let before = mention.lead.wrapping_sub(1);
    let named = prose.is(before, Class::Label) || prose.is_possessive(before);
    let compared = prose.says(before, &["to", "with"])
        && prose.says(before.wrapping_sub(1), &["compared"])
        || prose.says(before, &["including"]);
    let ends = !prose.is_word(next) || prose.is(next, Class::Preposition);
    !named
        && (prose.is_any(next, &[Class::Auxiliary, Class::KnownVerb])
            || prose.ends(next, "ed") && !prose.is(next, Class::NoVerb)
            || prose.says(next, &["who"])
            || compared && ends
            || prose.says(next, &["of"]) && prose.is(next + 1, Class::Pronoun))
}

/// Whether it is where an index ended that had moved by so many points: to close
/// at 4,577.10.
fn is_level(prose: Prose, mention: &Mention, known: &Known) -> bool {
    let noun = known.head.noun;
    let step = prose.says(noun, &["point", "points"])
        && (prose.sentence(mention).start..mention.lead).contains(&noun);
    let of_index = mention.numeral().is_some_and(|numeral| {
        !numeral.value.is_integer() || numeral.value >= Rational::integer(1000)
    });
    step && of_index && prose.says(mention.lead.wrapping_sub(1), &["at", "to"])
}

fn elided_role(prose: Prose, mention: &Mention) -> Role {
    if prose.says(mention.tokens.end, &["of"]) {
        Role::Part
    } else {
        Role::Whole
    }
}
