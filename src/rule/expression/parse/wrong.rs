//! Where and why reading an expression stopped, and how its author is told.

use std::ops::Range;

use nom::error::{ErrorKind, ParseError};

use super::RESERVED;
use crate::rule::expression::Mistake;

pub(super) const EXPECTED_MORE: Cause = Cause::Expected("an operator or the end");
pub(super) const EXPECTED_VALUE: Cause = Cause::Expected("a value");

/// Where reading stopped (as bytes left) and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    left: usize,
    cause: Cause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    Expected(&'static str),
    Nested,
    Long,
    Open,
}

impl Wrong {
    pub(super) fn at(input: &str, cause: Cause) -> Wrong {
        Wrong {
            left: input.trim_start().len(),
            cause,
        }
    }
}

impl ParseError<&str> for Wrong {
    fn from_error_kind(input: &str, _: ErrorKind) -> Wrong {
        Wrong::at(input, EXPECTED_VALUE)
    }

    fn append(_: &str, _: ErrorKind, other: Wrong) -> Wrong {
        other
    }

    fn or(self, other: Wrong) -> Wrong {
        if other.left < self.left { other } else { self }
    }
}

/// What is wrong in the text, said to its author.
pub(super) fn mistake(text: &str, wrong: Wrong) -> Mistake {
    let start = text.len() - wrong.left.min(text.len());
    let span = found(text, start);
    let here = &text[span.clone()];
    let (message, help) = match wrong.cause {
        Cause::Nested => (
            "too many operations lie inside each other".to_owned(),
            Some("cut it in two".to_owned()),
        ),
        Cause::Long => (
            "a number has too many digits".to_owned(),
            Some("numbers have at most 36 digits, and exponents up to 36".to_owned()),
        ),
        Cause::Open => (
            "a string has no closing quotation mark".to_owned(),
            Some(format!("close it with {}", &here[..1])),
        ),
        Cause::Expected(what) if here.is_empty() => (format!("expected {what}"), None),
        Cause::Expected(what) => (format!("expected {what}, found `{here}`"), cure(here)),
    };
    Mistake {
        span,
        message,
        help,
    }
}

/// The word or mark that begins there; empty at the end.
fn found(text: &str, start: usize) -> Range<usize> {
    let rest = &text[start..];
    let Some(first) = rest.chars().next() else {
        return start..start;
    };
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let length = if is_word(first) {
        rest.find(|c| !is_word(c)).unwrap_or(rest.len())
    } else if rest.starts_with("&&") || rest.starts_with("||") {
        2
    } else {
        first.len_utf8()
    };
    start..start + length
}

fn cure(found: &str) -> Option<String> {
    let cure = match found {
        "=" => "two values are compared with `==`",
        "&&" | "&" => "write `and`",
        "||" | "|" => "write `or`",
        "!" => "write `not`, or `!=` between two values",
        "$" | "€" | "£" => "numbers are written without a unit",
        "≤" => "write `<=`",
        "≥" => "write `>=`",
        "≠" => "write `!=`",
        "×" => "write `*`",
        "÷" => "write `/`",
        "−" | "–" => "write `-`",
        word if RESERVED.contains(&word) => "this word is reserved; give the capture another name",
        _ => return None,
    };
    Some(cure.to_owned())
}
