//! What a rule says: when something is wrong, and in which words. A shipped
//! rule's expressions are read when they are first asked for, since most rules
//! find nothing to speak of in most articles.

use std::sync::OnceLock;

use super::expression::{Expression, Lets};
use super::program::Finder;
use super::record::{SpeechText, VerdictText};
use super::template::Template;
use crate::prepared;

/// What decides over a match.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// Of these all must be certain.
    pub(crate) when: Vec<Expression>,
    /// And of these, which are the same for every match in a document: they speak of
    /// nothing that is bound.
    pub(crate) of_document: Vec<Expression>,
    pub(crate) assert: Expression,
}

impl Verdict {
    /// The verdict of a rule's two conditions, once they are checked.
    pub(crate) fn new(when: Option<Expression>, assert: Expression) -> Verdict {
        let when = when.map_or(Vec::new(), |when| when.settled().conjuncts());
        let (of_document, when) = when.into_iter().partition(Expression::is_of_document);
        Verdict {
            when,
            of_document,
            assert: assert.settled(),
        }
    }
}

/// The words in which a finding is told.
#[derive(Debug)]
pub(crate) struct Speech {
    pub(crate) message: Template,
    pub(crate) help: Option<Template>,
    pub(crate) labels: Vec<(LabelPlace, Template)>,
    pub(crate) diagnose: Vec<Diagnosis>,
}

/// Where a label stands.
#[derive(Debug)]
pub(crate) enum LabelPlace {
    /// At what a name is bound to.
    Capture(String),
    /// At the mention or mentions that an expression gives.
    Field(Expression),
}

impl LabelPlace {
    /// Whether what is written is to be evaluated: a field, or a name under
    /// `let`.
    pub(crate) fn is_field(written: &str, lets: &Lets) -> bool {
        written.contains('.') || lets.names().any(|name| name == written)
    }
}

/// A likely slip, and what to say of it.
#[derive(Debug)]
pub(crate) struct Diagnosis {
    pub(crate) when: Expression,
    pub(crate) say: Template,
}

/// Something that may be read only when it is asked for.
#[derive(Debug)]
pub(crate) struct Late<T: Written> {
    read: OnceLock<T>,
    text: T::Text,
}

/// What is read from texts of a rule file.
pub(crate) trait Written: Sized {
    /// The texts.
    type Text: Default;

    /// Reads them; `None` where they are wrong.
    fn read(text: &Self::Text) -> Option<Self>;
}

impl<T: Written> Late<T> {
    /// What has been read.
    pub(crate) fn ready(read: T) -> Late<T> {
        Late {
            read: OnceLock::from(read),
            text: T::Text::default(),
        }
    }

    /// What will be read from texts that are known to be right.
    pub(crate) fn of(text: T::Text) -> Late<T> {
        Late {
            read: OnceLock::new(),
            text,
        }
    }

    /// What was written.
    pub(crate) fn get(&self) -> &T {
        self.read.get_or_init(|| {
            T::read(&self.text).expect("the shipped rules are right: a test reads them")
        })
    }
}

impl Written for Verdict {
    type Text = VerdictText<'static>;

    fn read(text: &VerdictText<'static>) -> Option<Verdict> {
        let lets = lets(&text.lets)?;
        let when = match text.when {
            Some(when) => Some(expression(when, &lets)?),
            None => None,
        };
        Some(Verdict::new(when, expression(text.assert, &lets)?))
    }
}

impl Written for Speech {
    type Text = SpeechText<'static>;

    fn read(text: &SpeechText<'static>) -> Option<Speech> {
        let lets = &lets(&text.lets)?;
        let label = |&(place, note): &(&str, &str)| {
            let place = if LabelPlace::is_field(place, lets) {
                LabelPlace::Field(expression(place, lets)?)
            } else {
                LabelPlace::Capture(place.to_owned())
            };
            Some((place, template(note, lets)?))
        };
        let diagnosis = |&(when, say): &(&str, &str)| {
            Some(Diagnosis {
                when: expression(when, lets)?.settled(),
                say: template(say, lets)?,
            })
        };
        Some(Speech {
            message: template(text.message, lets)?,
            help: match text.help {
                Some(help) => Some(template(help, lets)?),
                None => None,
            },
            labels: text.labels.iter().map(label).collect::<Option<_>>()?,
            diagnose: text.diagnose.iter().map(diagnosis).collect::<Option<_>>()?,
        })
    }
}

impl Written for Finder {
    type Text = &'static [u8];

    fn read(text: &&'static [u8]) -> Option<Finder> {
        prepared::read(text)
    }
}

fn lets(written: &[(&str, &str)]) -> Option<Lets> {
    let named = |&(name, text): &(&str, &str)| {
        let read = Expression::parse(text).ok()?;
        Some((name.to_owned(), read))
    };
    Lets::of(written.iter().map(named).collect::<Option<_>>()?).ok()
}

fn expression(text: &str, lets: &Lets) -> Option<Expression> {
    Expression::parse(text).ok()?.with(lets).ok()
}

fn template(text: &str, lets: &Lets) -> Option<Template> {
    Template::parse(text).ok()?.with(lets).ok()
}
