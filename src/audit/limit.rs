//! A limit is a place where an audit stopped short, so that its silence there
//! proves nothing.
//!
//! Time and memory are bounded for every text. In real articles hardly any
//! bound is reached; where one is, it is told.

use std::fmt;

use crate::document::sentence;
use crate::rule::matcher;
use crate::span::Span;

use super::pair::MOST_ALIKE;

/// A bound that an audit reached.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// A sentence was longer than is read at a time, and was cut: what a
    /// pattern would bind on both sides of the cut is not bound.
    LongSentence {
        /// The piece before the cut.
        span: Span,
    },
    /// A pattern was given up: it can be matched in too many ways.
    ManySteps {
        /// The rule.
        rule: String,
        /// The sentence.
        span: Span,
    },
    /// More claims agreed in their keys than an article makes of one fact, so
    /// that they were taken for a record and not compared.
    ManyClaims {
        /// The rule.
        rule: String,
        /// The first of the claims.
        span: Span,
    },
}

impl Limit {
    /// Where it was reached.
    pub fn span(&self) -> Span {
        match self {
            Limit::LongSentence { span }
            | Limit::ManySteps { span, .. }
            | Limit::ManyClaims { span, .. } => *span,
        }
    }
}

impl fmt::Display for Limit {
    /// `a sentence of more than 400 tokens was read in pieces`
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::LongSentence { .. } => {
                let most = sentence::LONGEST;
                write!(
                    out,
                    "a sentence of more than {most} tokens was read in pieces"
                )
            }
            Limit::ManySteps { rule, .. } => {
                let most = matcher::MOST_STEPS;
                write!(
                    out,
                    "`{rule}` was given up in a sentence after {most} steps"
                )
            }
            Limit::ManyClaims { rule, .. } => write!(
                out,
                "`{rule}` says nothing of claims where more than {MOST_ALIKE} agree"
            ),
        }
    }
}
