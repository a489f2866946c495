//! What a rule says: when something is wrong, and in which words. A shipped
//! rule's expressions are read when they are first asked for, since most rules
//! find nothing to speak of in most articles.

use std::sync::OnceLock;

use super::expression::Expression;
use super::template::Template;

/// What decides over a match.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) when: Option<Expression>,
    pub(crate) assert: Expression,
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

/// The texts of a [`Verdict`].
#[derive(Debug, Default)]
pub(crate) struct VerdictText {
    pub(crate) when: Option<String>,
    pub(crate) assert: String,
}

impl Written for Verdict {
    type Text = VerdictText;

    fn read(text: &VerdictText) -> Option<Verdict> {
        Some(Verdict {
            when: match &text.when {
                Some(when) => Some(expression(when)?),
                None => None,
            },
            assert: expression(&text.assert)?,
        })
    }
}

/// The texts of a [`Speech`].
#[derive(Debug, Default)]
pub(crate) struct SpeechText {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Each place and its note.
    pub(crate) labels: Vec<(String, String)>,
    /// Each slip's `when` and `say`.
    pub(crate) diagnose: Vec<(String, String)>,
}

impl Written for Speech {
    type Text = SpeechText;

    fn read(text: &SpeechText) -> Option<Speech> {
        let label = |(place, note): &(String, String)| {
            let place = if place.contains('.') {
                LabelPlace::Field(expression(place)?)
            } else {
                LabelPlace::Capture(place.clone())
            };
            Some((place, template(note)?))
        };
        let diagnosis = |(when, say): &(String, String)| {
            Some(Diagnosis {
                when: expression(when)?,
                say: template(say)?,
            })
        };
        Some(Speech {
            message: template(&text.message)?,
            help: match &text.help {
                Some(help) => Some(template(help)?),
                None => None,
            },
            labels: text.labels.iter().map(label).collect::<Option<_>>()?,
            diagnose: text.diagnose.iter().map(diagnosis).collect::<Option<_>>()?,
        })
    }
}

fn expression(text: &str) -> Option<Expression> {
    Expression::parse(text).ok()
}

fn template(text: &str) -> Option<Template> {
    Template::parse(text).ok()
}
