//! A claim is a mention with what it counts, where and when, and who says so.
//!
//! A number by itself contradicts nothing: “237” and “131” may both be true.
//! [`claims`] reads around each mention what would make two of them speak of
//! one fact: the noun that is counted (its *head*) and what narrows it, the
//! verb, the stretch of time, the place, the source, and whether it is said
//! to be so at all. There is no tagger and no parser: closed word lists,
//! suffixes and punctuation, within the sentence and at most 40 tokens away.
//! Each field is left unknown where the words do not make it plain, because a
//! missing key costs a finding and a wrong one makes a false finding.

mod attribution;
mod bearer;
mod change;
mod clause;
pub(crate) mod designation;
mod head;
mod key;
mod modality;
mod modifier;
mod outcome;
mod predicate;
mod prose;
mod quotation;
mod scope;
mod setting;

use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::mention::{Kind, Mention};
use crate::span::Span;
use attribution::Attributions;
use head::Head;
use prose::{Cover, Prose};
use quotation::Quotations;
use scope::Windows;

/// A mention's place in `article.mentions`; a claim has the same place.
pub type MentionId = usize;

/// A word or run of words of the text, compared by its key and shown by its
/// span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Hash of the folded words (nouns in the singular, no articles).
    pub key: u64,
    /// Where it stands.
    pub span: Span,
}

/// What a mention says about the world. `None` is *unknown*, and unknown is
/// never equal to anything.
#[derive(Clone, Debug, Default)]
pub struct Claim {
    /// The noun that is counted, in the singular.
    pub head: Option<Term>,
    /// How the head was found; `None` without a head.
    pub way: Option<HeadWay>,
    /// The words from the number’s end to the head’s end. For
    /// [`HeadWay::NounOf`] and [`HeadWay::Subject`] the words before the
    /// number that end in the head.
    pub phrase: Option<Span>,
    /// Words between number and head and the complement after it. Always
    /// known; `None` means there are none.
    pub modifiers: Option<Term>,
    /// Whose number it is; of an age, the person who bears it.
    pub subject: Option<Term>,
    /// What is said of the head: the nearest verb's stem.
    pub predicate: Option<Term>,
    /// The time it speaks of.
    pub window: Option<Term>,
    /// The place it speaks of.
    pub place: Option<Term>,
    /// Who says so.
    pub source: Option<Term>,
    /// The casualty family: dead, injured, missing …
    pub outcome: Option<Outcome>,
    /// the, these, those, all, both.
    pub definite: bool,
    /// What part it plays beside other numbers.
    pub role: Role,
    /// Which way something went by so much.
    pub change: Option<Change>,
    /// Fact, plan, forecast …
    pub modality: Modality,
    /// Whether it stands inside quotation marks or a quotation block.
    pub quoted: bool,
    /// Whether a comparison cue stands in its clause.
    pub compared: bool,
    /// Where in the article it stands.
    pub setting: Setting,
}

/// How a head was found; not every way deserves trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeadWay {
    /// First plural in the run after the number: “235 injured officers”.
    Plural,
    /// “seven of the nine men”
    PartOf,
    /// After “one”: the run's last word.
    Singular,
    /// “a $1.2bn deal”
    Attributive,
    /// “35% of voters”
    Of,
    /// “a profit of £3m”
    NounOf,
    /// The subject before the verb: “sales rose 3%”.
    Subject,
    /// Taken from the head before: “200 were found”.
    Elided,
}

impl HeadWay {
    /// Whether a head found this way counts as known.
    pub fn is_trusted(self) -> bool {
        !matches!(self, HeadWay::Subject | HeadWay::Elided | HeadWay::Singular)
    }
}

/// A casualty family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Killed, died.
    Dead,
    /// Injured, wounded.
    Injured,
    /// Missing.
    Missing,
    /// Arrested, detained.
    Held,
    /// Displaced, evacuated.
    Displaced,
    /// Rescued, saved.
    Rescued,
}

/// What part a number plays beside others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// None in particular.
    #[default]
    Whole,
    /// N of M, including N, each.
    Part,
    /// another, further, more.
    Increment,
    /// An end of a from-to.
    End,
    /// per, a, each.
    PerUnit,
    /// One of a coordination of numbers.
    Member,
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Rose, gained, up.
    Up,
    /// Fell, lost, down.
    Down,
}

impl Change {
    /// Its name in the JSON output.
    pub fn name(self) -> &'static str {
        match self {
            Change::Up => "up",
            Change::Down => "down",
        }
    }
}

/// Whether it is said to be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// It is.
    #[default]
    Fact,
    /// It is planned, demanded or allowed.
    Plan,
    /// It is expected.
    Forecast,
    /// If it were.
    Condition,
    /// It is not.
    Negated,
}

/// Where in the article a claim stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The title.
    Title,
    /// What the front matter says of the article.
    Standfirst,
    /// A heading.
    Heading,
    /// The first three sentences of prose.
    Lead,
    /// Other prose.
    #[default]
    Body,
    /// A caption.
    Caption,
    /// A table cell.
    Table,
    /// A quotation block.
    Quotation,
    /// A list item.
    List,
}

/// What each mention says, in the same order: `claims[i]` is of `mentions[i]`.
///
/// The mentions must be those of the document, in text order. Keys are the
/// same in every run: equal keys of one field mean equal words, and keys of
/// two documents may be compared.
///
/// ```
/// use addup::claim::claims;
/// use addup::document::Document;
/// use addup::lexicon::Lexicon;
/// use addup::mention::mentions;
/// use addup::source::Source;
///
/// let lexicon = Lexicon::of_grammar();
/// let source = Source::new("a.txt", "The army said it hit 237 training camps.");
/// let mut document = Document::read(&source, &lexicon);
/// let mentions = mentions(&mut document, &lexicon);
/// let claims = claims(&document, &mentions, &lexicon);
/// assert_eq!(&source[claims[0].head.unwrap().span], "camps");
/// assert_eq!(&source[claims[0].source.unwrap().span], "The army");
/// ```
pub fn claims(document: &Document, mentions: &[Mention], lexicon: &Lexicon) -> Vec<Claim> {
    let cover = Cover::of(document, mentions);
    let prose = Prose {
        document,
        mentions,
        cover: &cover,
        lexicon,
    };
    let heads = head::heads(prose);
    let context = Context {
        changes: change::changes(prose, &heads),
        heads,
        windows: Windows::read(prose),
        quotations: Quotations::read(prose),
        attributions: Attributions::read(prose),
        bearers: bearer::bearers(prose),
        lead_end: setting::lead_end(prose.document),
    };
    let mut claims: Vec<Claim> = (0..mentions.len())
        .map(|id| claim(prose, &context, id))
        .collect();
    for id in 1..claims.len() {
        // A conversion says what the amount before its bracket says.
        if head::is_conversion(prose, id) {
            claims[id] = claims[id - 1].clone();
        }
    }
    mark_rows(prose, &context.heads, &mut claims);
    claims
}

/// What is read of a whole document before its single claims.
struct Context {
    heads: Vec<Option<Head>>,
    windows: Windows,
    quotations: Quotations,
    attributions: Attributions,
    bearers: Vec<Option<Term>>,
    changes: Vec<Option<Change>>,
    lead_end: usize,
}

fn claim(prose: Prose, context: &Context, id: MentionId) -> Claim {
    let mention = &prose.mentions[id];
    let place_in_text = Claim {
        quoted: context.quotations.hold(mention.lead),
        setting: setting::setting(prose.document, mention.sentence, context.lead_end),
        ..Claim::default()
    };
    if prose::is_time(mention.kind) && mention.kind != Kind::Duration {
        return place_in_text;
    }
    let head = context.heads[id].as_ref();
    let clause = clause::clause(prose, mention);
    let predicate = predicate::predicate(prose, mention, head, &clause);
    Claim {
        head: head.map(|h| prose.noun(h.noun)),
        way: head.map(|h| h.way),
        phrase: head
            .map(|h| prose.span(h.phrase.clone()))
            .filter(|span| span.end > span.start),
        modifiers: head.and_then(|h| modifier::modifiers(prose, mention, h)),
        subject: match mention.kind {
            Kind::Age => context.bearers[id],
            _ => predicate::subject(prose, mention, predicate, &clause),
        },
        predicate: predicate.map(|p| p.term),
        window: context.windows.of(prose, id, &clause),
        place: scope::place(prose, &clause, &mention.tokens),
        source: context.attributions.source(prose, &context.quotations, id),
        outcome: outcome::outcome(prose, mention),
        definite: modality::is_definite(prose, mention),
        role: modality::role(prose, mention, head),
        change: context.changes[id],
        modality: modality::modality(prose, mention, head, &clause),
        compared: modality::is_compared(prose, mention, &clause),
        ..place_in_text
    }
}

/// Tells the members of rows of numbers from numbers that stand alone.
fn mark_rows(prose: Prose, heads: &[Option<Head>], claims: &mut [Claim]) {
    let mut roles: Vec<Role> = claims.iter().map(|c| c.role).collect();
    modality::mark_rows(prose, heads, &mut roles);
    for (claim, role) in claims.iter_mut().zip(roles) {
        claim.role = role;
    }
}
