//! A claim is a mention with what it counts, where and when, and who says so.

use crate::span::Span;

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
    /// The whole noun phrase from the number to its end.
    pub phrase: Option<Span>,
    /// Words between number and head and the complement after it. Always
    /// known; `None` means there are none.
    pub modifiers: Option<Term>,
    /// Whose number it is.
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
    /// Fact, plan, forecast …
    pub modality: Modality,
    /// Whether it stands inside quotation marks or a quotation block.
    pub quoted: bool,
    /// Whether a comparison cue stands in its clause.
    pub compared: bool,
    /// Where in the article it stands.
    pub setting: Setting,
}

/// How a head was found (CLAIMS: only some ways deserve trust).
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
