//! Patterns say how a relation is put into words. This file reads them; what
//! their names mean is settled when they are [compiled](super::compile).
//!
//! A grammar function reads like the line of grammar above it.

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{anychar, char, one_of, satisfy};
use nom::combinator::{map, opt, recognize, verify};
use nom::error::{ErrorKind, ParseError};
use nom::multi::{many0, many1, separated_list1};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::document::TokenKind;

/// Sequences, of which one must match; earlier ones are tried first.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pattern {
    pub(crate) alternatives: Vec<Vec<Element>>,
}

/// A part of a sequence, and how often it stands there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Element {
    pub(crate) primary: Primary,
    pub(crate) times: Times,
    /// Where it stands in the pattern's text.
    pub(crate) place: Range<usize>,
}

/// How often an element matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    Once,
    /// `?`
    Optional,
    /// `*`
    Any,
    /// `+`
    Some,
}

/// What an element is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Primary {
    Word(String),
    Digits(String),
    Mark(char),
    /// `@name`
    Name(String),
    Capture(Capture),
    Group(Pattern),
    /// `..`
    Gap,
    /// `...`
    WideGap,
    /// `@np`
    NounGap,
    /// `>>`
    NextSentence,
}

/// `{name:sort|sort}`
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Capture {
    pub(crate) name: String,
    /// Empty where the name's type is given elsewhere.
    pub(crate) sorts: Vec<CaptureSort>,
}

/// One of the types that a capture may have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CaptureSort {
    pub(crate) kind: SortKind,
    /// Where it stands in the text.
    pub(crate) place: Range<usize>,
}

/// How a type is given.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SortKind {
    /// A type, or a word to be captured.
    Bare(String),
    /// A word to be captured, in quotes.
    Quoted(String),
    /// `like name`
    Like(String),
    /// `@name`
    Class(String),
}

/// A place in a text, and what is wrong there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) place: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// Reads a pattern.
pub(crate) fn parse(text: &str) -> Result<Pattern, Wrong> {
    let rest = match terminated(pattern(text.len(), 0), space).parse(text) {
        Ok(("", pattern)) => return Ok(pattern),
        Ok((rest, _)) => Stray::at(rest, None),
        Err(nom::Err::Error(stray) | nom::Err::Failure(stray)) => stray,
        Err(nom::Err::Incomplete(_)) => Stray::at("", None),
    };
    Err(rest.explain(text))
}

/// Reads the types of a capture on their own, as in a phrase's `captures`.
pub(crate) fn parse_sorts(text: &str) -> Result<Vec<CaptureSort>, Wrong> {
    match terminated(sorts(text.len()), space).parse(text) {
        Ok(("", sorts)) => Ok(sorts),
        Ok((rest, _)) => Err(Stray::at(rest, Some("`|` and another type")).explain(text)),
        Err(nom::Err::Error(stray) | nom::Err::Failure(stray)) => Err(stray.explain(text)),
        Err(nom::Err::Incomplete(_)) => Err(Stray::at("", None).explain(text)),
    }
}

/// What a token must be to match a mark of the pattern; `None` where no token
/// is such a mark.
pub(crate) fn kinds_of_mark(mark: char) -> Option<&'static [TokenKind]> {
    use TokenKind as Kind;
    Some(match mark {
        ',' => &[Kind::Comma],
        ';' => &[Kind::Semicolon],
        ':' => &[Kind::Colon],
        '.' => &[Kind::Period],
        '?' | '!' => &[Kind::Stop],
        '…' => &[Kind::Ellipsis],
        '(' | '[' | '{' => &[Kind::Open],
        ')' | ']' | '}' => &[Kind::Close],
        '"' | '“' | '”' => &[Kind::OpenQuote, Kind::CloseQuote],
        '’' => &[Kind::Apostrophe],
        '-' => &[Kind::Hyphen, Kind::EnDash, Kind::EmDash, Kind::Minus],
        '–' => &[Kind::EnDash],
        '—' => &[Kind::EmDash],
        '/' => &[Kind::Slash],
        '%' => &[Kind::Percent],
        '‰' => &[Kind::Permille],
        '°' => &[Kind::Degree],
        '$' | '£' | '€' | '¥' => &[Kind::Currency],
        '+' => &[Kind::Plus],
        '±' => &[Kind::PlusMinus],
        '=' => &[Kind::Equals],
        '<' => &[Kind::Less],
        '>' => &[Kind::Greater],
        '≤' => &[Kind::AtMost],
        '≥' => &[Kind::AtLeast],
        '~' => &[Kind::Tilde],
        '×' => &[Kind::Times],
        '&' => &[Kind::Ampersand],
        '#' => &[Kind::Hash],
        '@' => &[Kind::At],
        '*' => &[Kind::Star],
        '_' => &[Kind::Underscore],
        '|' => &[Kind::Bar],
        _ => return None,
    })
}

/// Marks that mean something in patterns and must be quoted to be matched.
const SPECIAL: &str = "?*+|(){}@'\".[]";

/// How many brackets may lie inside each other; the stack is finite.
const MOST_NESTED: usize = 20;

/// What is expected where a bracket is one too many.
const FEWER_BRACKETS: &str = "fewer brackets inside each other";

/// What must stand on both sides of `|` and between brackets.
const SOMETHING: &str = "something to match";

/// Where a pattern stops making sense, as the length of what is left.
#[derive(Debug)]
struct Stray {
    left: usize,
    expected: Option<&'static str>,
}

type Parsed<'a, T> = IResult<&'a str, T, Stray>;

impl Stray {
    fn at(rest: &str, expected: Option<&'static str>) -> Stray {
        Stray {
            left: rest.len(),
            expected,
        }
    }

    fn explain(self, text: &str) -> Wrong {
        let rest = &text[text.len() - self.left..];
        let rest = if self.expected.is_none() {
            rest.trim_start()
        } else {
            rest
        };
        let start = text.len() - rest.len();
        let found = rest.chars().next();
        let place = start..start + found.map_or(0, char::len_utf8);
        // Where anything may begin, the mark that begins nothing is at fault.
        let expected = self
            .expected
            .filter(|expected| *expected != SOMETHING || matches!(found, None | Some('|')));
        let (message, help) = match (expected, found) {
            (Some(FEWER_BRACKETS), _) => (
                format!("more than {MOST_NESTED} brackets lie inside each other"),
                Some("write the inner part as a phrase".to_owned()),
            ),
            (Some(expected), None) => (format!("expected {expected}, and the pattern ends"), None),
            (Some(expected), Some(c)) => (format!("expected {expected} before `{c}`"), None),
            (None, None) => (
                "the pattern is empty".to_owned(),
                Some("write words, marks and captures such as `{part:count}`".to_owned()),
            ),
            (None, Some(c @ (')' | '}' | ']'))) => (
                format!("nothing is open that `{c}` could close"),
                Some(format!("to match a bracket of the article write `'{c}'`")),
            ),
            (None, Some(c @ ('?' | '*' | '+'))) => (
                format!("there is nothing before `{c}` to repeat"),
                Some(format!("to match the mark itself write `'{c}'`")),
            ),
            (None, Some(c)) => (
                format!("`{c}` means nothing here"),
                Some(format!("to match the mark itself write `'{c}'`")),
            ),
        };
        Wrong {
            place,
            message,
            help,
        }
    }
}

impl<'a> ParseError<&'a str> for Stray {
    fn from_error_kind(input: &'a str, _: ErrorKind) -> Stray {
        Stray::at(input, None)
    }

    fn append(_: &'a str, _: ErrorKind, other: Stray) -> Stray {
        other
    }
}

/// Makes a parser's error final: from here on nothing else can be meant.
fn must<'a, T>(
    expected: &'static str,
    mut parser: impl Parser<&'a str, Output = T, Error = Stray>,
) -> impl FnMut(&'a str) -> Parsed<'a, T> {
    move |input| {
        parser.parse(input).map_err(|error| match error {
            nom::Err::Error(_) => {
                nom::Err::Failure(Stray::at(input.trim_start_matches(' '), Some(expected)))
            }
            other => other,
        })
    }
}

fn space(input: &str) -> Parsed<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}

/// A mark of the grammar, with the blanks before it.
fn sign<'a>(mark: char) -> impl Parser<&'a str, Output = char, Error = Stray> {
    preceded(space, char(mark))
}

/// pattern = sequence { '|' sequence }
fn pattern<'a>(total: usize, depth: usize) -> impl FnMut(&'a str) -> Parsed<'a, Pattern> {
    move |input| {
        map(
            separated_list1(sign('|'), must(SOMETHING, many1(element(total, depth)))),
            |alternatives| Pattern { alternatives },
        )
        .parse(input)
    }
}

/// element = primary [ '?' | '*' | '+' ]
fn element<'a>(total: usize, depth: usize) -> impl FnMut(&'a str) -> Parsed<'a, Element> {
    move |input| {
        let (input, _) = space(input)?;
        let (rest, (primary, times)) = pair(primary(total, depth), times).parse(input)?;
        let element = Element {
            primary,
            times,
            place: total - input.len()..total - rest.len(),
        };
        Ok((rest, element))
    }
}

/// [ '?' | '*' | '+' ]
fn times(input: &str) -> Parsed<'_, Times> {
    map(opt(one_of("?*+")), |mark| match mark {
        Some('?') => Times::Optional,
        Some('*') => Times::Any,
        Some('+') => Times::Some,
        _ => Times::Once,
    })
    .parse(input)
}

/// primary = word | mark | "'" marks "'" | '@' name | capture
///         | '(' pattern ')' | gap | '>>'
fn primary<'a>(total: usize, depth: usize) -> impl FnMut(&'a str) -> Parsed<'a, Primary> {
    move |input| {
        alt((
            map(tag("..."), |_| Primary::WideGap),
            map(tag(".."), |_| Primary::Gap),
            map(tag(">>"), |_| Primary::NextSentence),
            map(word, |word| Primary::Word(word.to_owned())),
            map(digits, |digits| Primary::Digits(digits.to_owned())),
            quoted(total),
            map(
                preceded(char('@'), must("a name", name)),
                |name| match name {
                    "np" => Primary::NounGap,
                    name => Primary::Name(name.to_owned()),
                },
            ),
            map(capture(total), Primary::Capture),
            delimited(
                deeper(depth),
                map(pattern(total, depth + 1), Primary::Group),
                must("`)`", sign(')')),
            ),
            map(mark, Primary::Mark),
        ))
        .parse(input)
    }
}

/// The bracket that opens a group, unless too many are open.
fn deeper<'a>(depth: usize) -> impl FnMut(&'a str) -> Parsed<'a, char> {
    move |input| {
        let (rest, bracket) = char('(').parse(input)?;
        if depth == MOST_NESTED {
            return Err(nom::Err::Failure(Stray::at(input, Some(FEWER_BRACKETS))));
        }
        Ok((rest, bracket))
    }
}

/// word = letter { letter | digit } { ( ''' | '-' ) letter { … } }
///
/// `that's` and `year-old` are words of the pattern but several tokens.
fn word(input: &str) -> Parsed<'_, &str> {
    recognize((
        satisfy(char::is_alphabetic),
        take_while(char::is_alphanumeric),
        many0((
            one_of("'’-"),
            satisfy(char::is_alphabetic),
            take_while(char::is_alphanumeric),
        )),
    ))
    .parse(input)
}

/// digits = digit { digit }
fn digits(input: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| c.is_ascii_digit()).parse(input)
}

/// mark = any that has no other meaning in patterns
fn mark(input: &str) -> Parsed<'_, char> {
    verify(anychar, |c| {
        kinds_of_mark(*c).is_some() && !SPECIAL.contains(*c)
    })
    .parse(input)
}

/// quoted = "'" { word | digits | any mark } "'"
fn quoted<'a>(total: usize) -> impl FnMut(&'a str) -> Parsed<'a, Primary> {
    move |input| {
        let one = |input: &'a str| {
            let (input, _) = space(input)?;
            let start = total - input.len();
            let (rest, primary) = alt((
                map(word, |word| Primary::Word(word.to_owned())),
                map(digits, |digits| Primary::Digits(digits.to_owned())),
                map(
                    verify(anychar, |c| *c != '\'' && kinds_of_mark(*c).is_some()),
                    Primary::Mark,
                ),
            ))
            .parse(input)?;
            let element = Element {
                primary,
                times: Times::Once,
                place: start..total - rest.len(),
            };
            Ok((rest, element))
        };
        map(
            delimited(
                char('\''),
                must("a mark or a word", many1(one)),
                must("a closing `'`", sign('\'')),
            ),
            |elements| match <[Element; 1]>::try_from(elements) {
                Ok([only]) => only.primary,
                Err(several) => Primary::Group(Pattern {
                    alternatives: vec![several],
                }),
            },
        )
        .parse(input)
    }
}

/// name = letter { letter | digit | '-' | '_' }
fn name(input: &str) -> Parsed<'_, &str> {
    recognize((
        satisfy(char::is_alphabetic),
        take_while(|c: char| c.is_alphanumeric() || c == '-' || c == '_'),
    ))
    .parse(input)
}

/// capture = '{' name [ ':' sorts ] '}'
fn capture<'a>(total: usize) -> impl FnMut(&'a str) -> Parsed<'a, Capture> {
    move |input| {
        map(
            delimited(
                char('{'),
                (
                    must("the capture's name", preceded(space, name)),
                    opt(preceded(sign(':'), sorts(total))),
                ),
                must("`}`", sign('}')),
            ),
            |(name, sorts)| Capture {
                name: name.to_owned(),
                sorts: sorts.unwrap_or_default(),
            },
        )
        .parse(input)
    }
}

/// sorts = sort { '|' sort }
fn sorts<'a>(total: usize) -> impl FnMut(&'a str) -> Parsed<'a, Vec<CaptureSort>> {
    move |input| {
        separated_list1(sign('|'), must("a type, `@name` or a word", sort(total))).parse(input)
    }
}

/// sort = type | 'like' name | '@' name | word
fn sort<'a>(total: usize) -> impl FnMut(&'a str) -> Parsed<'a, CaptureSort> {
    move |input| {
        let (input, _) = space(input)?;
        let start = total - input.len();
        let owned = str::to_owned;
        let (rest, kind) = alt((
            map(
                preceded((tag("like"), take_while1(char::is_whitespace)), name),
                |name| SortKind::Like(owned(name)),
            ),
            map(preceded(char('@'), must("a name", name)), |name| {
                SortKind::Class(owned(name))
            }),
            map(
                delimited(char('\''), word, must("a closing `'`", char('\''))),
                |word| SortKind::Quoted(owned(word)),
            ),
            map(name, |name| SortKind::Bare(owned(name))),
        ))
        .parse(input)?;
        let place = start..total - rest.len();
        Ok((rest, CaptureSort { kind, place }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Vec<Primary> {
        let pattern = parse(text).expect("a pattern");
        let [sequence] = &pattern.alternatives[..] else {
            panic!("one sequence in {text}");
        };
        sequence.iter().map(|e| e.primary.clone()).collect()
    }

    fn wrong(text: &str) -> (&str, String) {
        let wrong = parse(text).expect_err("no pattern");
        (&text[wrong.place], wrong.message)
    }

    #[test]
    fn words_marks_gaps_and_names() {
        assert_eq!(
            only("that's , .. @np-x ... '(' >> > 40"),
            [
                Primary::Word("that's".into()),
                Primary::Mark(','),
                Primary::Gap,
                Primary::Name("np-x".into()),
                Primary::WideGap,
                Primary::Mark('('),
                Primary::NextSentence,
                Primary::Mark('>'),
                Primary::Digits("40".into()),
            ]
        );
    }

    #[test]
    fn captures_have_types() {
        let [Primary::Capture(capture)] = &only("{to: like from | @rise|'up' | count}")[..] else {
            panic!("one capture");
        };
        let kinds: Vec<_> = capture.sorts.iter().map(|s| s.kind.clone()).collect();
        assert_eq!(
            kinds,
            [
                SortKind::Like("from".into()),
                SortKind::Class("rise".into()),
                SortKind::Quoted("up".into()),
                SortKind::Bare("count".into()),
            ]
        );
    }

    #[test]
    fn groups_repeat_and_alternate() {
        let pattern = parse("(of|out of)? {part:count}+ ,? x").expect("a pattern");
        let times: Vec<_> = pattern.alternatives[0].iter().map(|e| e.times).collect();
        assert_eq!(
            times,
            [Times::Optional, Times::Some, Times::Optional, Times::Once]
        );
        assert_eq!(pattern.alternatives[0][1].place, 13..26);
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        assert_eq!(wrong("a {b:count c").0, "c");
        assert_eq!(wrong("a (b | c").1, "expected `)`, and the pattern ends");
        assert_eq!(wrong("a ) b").0, ")");
        assert_eq!(wrong("+ b").1, "there is nothing before `+` to repeat");
        assert_eq!(wrong("a | | b").1, "expected something to match before `|`");
        assert_eq!(wrong("a \"b").0, "\"");
        assert_eq!(
            wrong("{:count}").1,
            "expected the capture's name before `:`"
        );
        assert_eq!(
            wrong("").1,
            "expected something to match, and the pattern ends"
        );
    }
}
