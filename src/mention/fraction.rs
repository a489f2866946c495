//! Fractions: ¾, 1/40, two-thirds, half, a quarter of a million.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::{preceded, terminated};

use super::number_word::{scale, scale_up, small, whole_words};
use super::numeral::is_point_and_digits;
use super::suffix::percent_sign;
use super::tokens::{Parsed, Tokens, hyphen, one_of, sense, word, word_hyphen};
use super::{Figure, Form, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::Rational;

/// Denominators that a fraction with a slash is written with; `9/11` and
/// `3/12` are days.
const SLASHED: [u8; 12] = [2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128];

/// `vulgar = "½" | "¾" | … ;`
pub(crate) fn vulgar(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (p, q) = match tokens.symbol(0) {
        Some('½') => (1, 2),
        Some('¼') => (1, 4),
        Some('¾') => (3, 4),
        Some('⅓') => (1, 3),
        Some('⅔') => (2, 3),
        Some('⅕') => (1, 5),
        Some('⅖') => (2, 5),
        Some('⅗') => (3, 5),
        Some('⅘') => (4, 5),
        Some('⅙') => (1, 6),
        Some('⅚') => (5, 6),
        Some('⅛') => (1, 8),
        Some('⅜') => (3, 8),
        Some('⅝') => (5, 8),
        Some('⅞') => (7, 8),
        _ => return tokens.refuse(),
    };
    tokens.accept(1, part(p, q))
}

/// Whether digits, a slash and digits are a count of a count, since the
/// percentage that the two make stands beside them: 5/16 (31%), 18/32; 56%,
/// 31% (5/16).
pub(crate) fn is_part_and_whole(tokens: Tokens<'_>) -> bool {
    let mark = matches!(
        tokens.kind(3),
        Some(TokenKind::Open | TokenKind::Semicolon | TokenKind::Comma | TokenKind::Equals)
    );
    let percent = |n: usize| {
        let decimals = usize::from(is_point_and_digits(tokens.skip(n + 1))) * 2;
        tokens.kind(n) == Some(TokenKind::Digits)
            && percent_sign(tokens.skip(n + 1 + decimals)).is_some()
    };
    let open = |n| tokens.back(n).is_some_and(|t| t.kind == TokenKind::Open);
    let percent_before = |n| {
        tokens.back(n).is_some_and(|t| t.kind == TokenKind::Percent)
            || tokens.was_any(n, &["cent", "percent"])
    };
    mark && percent(4) || tokens.kind(3) == Some(TokenKind::Close) && open(1) && percent_before(2)
}

/// `slash_fraction = DIGITS "/" DIGITS ;` a proper fraction of small terms, or
/// a part of more than twelve, which no month is.
pub(crate) fn slash_fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let is_fraction = tokens.kind(0) == Some(TokenKind::Digits)
        && tokens.glued_kind(1) == Some(TokenKind::Slash)
        && tokens.glued_kind(2) == Some(TokenKind::Digits)
        && !matches!(
            tokens.glued_kind(3),
            Some(TokenKind::Slash | TokenKind::Digits)
        );
    if is_fraction
        && !is_part_and_whole(tokens)
        && tokens.text(0).len() <= 2
        && tokens.text(2).len() <= 3
        && let (Ok(p), Ok(q)) = (tokens.text(0).parse::<u8>(), tokens.text(2).parse::<u8>())
    {
        let written = SLASHED.contains(&q) || p == 1 && q > 12;
        if p > 0 && p < q && written {
            return tokens.accept(3, part(p.into(), q.into()));
        }
    }
    tokens.refuse()
}

/// So many parts of so many.
pub(crate) fn part(p: i128, q: i128) -> Numeral {
    Numeral {
        value: Rational::new(p, q),
        place: Rational::new(1, q),
        form: Form::Fraction,
    }
}

/// `part_of_scale = ( [ "a" ] "half" | word_fraction | "quarter" ) [ "-" ] [ "of" ] [ "a" | "an" ] [ "-" ] scale ;`
pub(crate) fn part_of_scale(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    let half = |tokens| map(word("half"), |_| part(1, 2)).parse(tokens);
    let quarter = |tokens| map(word("quarter"), |_| part(1, 4)).parse(tokens);
    let (rest, share) = terminated(
        alt((
            preceded(opt(one_of(&["a"])), alt((half, quarter))),
            word_fraction,
        )),
        (
            opt(hyphen),
            opt(word("of")),
            opt(one_of(&["a", "an"])),
            opt(hyphen),
        ),
    )
    .parse(tokens)?;
    let (rest, scale) = scale(rest)?;
    let share = Numeral {
        form: Form::Scaled,
        ..share
    };
    match scale_up(share, scale) {
        // Half a dozen is five to seven.
        Some(numeral) if scale.zeros == 0 => {
            let numeral = Numeral {
                place: Rational::integer(2),
                form: Form::Words,
                ..numeral
            };
            Ok((rest, Figure::One(numeral)))
        }
        Some(numeral) => Ok((rest, Figure::One(numeral))),
        None => tokens.refuse(),
    }
}

/// `fraction = word_fraction | "half" ;` as a share of something.
pub(crate) fn fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    alt((word_fraction, map(word("half"), |_| part(1, 2)))).parse(tokens)
}

/// How many words behind its first a fraction's last word stands at most.
const LENGTH: usize = 10;

/// `word_fraction = ( ( "a" | "an" | small ) | whole_words ) [ "-" ] parts ;`
///
/// `a third` is a fraction only before `of`, or where nothing follows that
/// could be counted; else it is the third of several.
pub(crate) fn word_fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    if let Ok(found) = small_fraction(tokens) {
        return Ok(found);
    }
    let named = |n| tokens.senses(n).fraction.is_some();
    if tokens.senses(0).cardinal.is_none() && tokens.senses(1).scale.is_none()
        || !(1..LENGTH).any(named)
    {
        return tokens.refuse();
    }
    let (rest, p) = whole_words(tokens)?;
    parts_of(tokens, rest, p)
}

/// `small_fraction = ( "a" | "an" | small ) [ "-" ] parts ;`
pub(crate) fn small_fraction(tokens: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (rest, p) = if tokens.is_any(0, &["a", "an"]) {
        (tokens.skip(1), 1)
    } else {
        small(tokens)?
    };
    parts_of(tokens, rest, p)
}

/// `parts = "third" | "quarters" | … | TENS [ "-" ] ( "third" | "fifths" | … ) ;` thirty-fifths
fn parts(tokens: Tokens<'_>) -> Parsed<'_, i128> {
    if let Some(q) = tokens.senses(0).fraction {
        return tokens.accept(1, q.into());
    }
    let (rest, tens) = sense(|s| s.cardinal).parse(tokens)?;
    let (rest, _) = opt(hyphen).parse(rest)?;
    let quarter = rest.is_any(0, &["quarter", "quarters"]);
    match rest.senses(0).fraction {
        Some(unit @ 3..=9) if tens >= 20 && tens % 10 == 0 && !quarter => {
            rest.accept(1, i128::from(tens) + i128::from(unit))
        }
        _ => tokens.refuse(),
    }
}

/// The fraction of so many parts, if the words are one.
fn parts_of<'a>(start: Tokens<'a>, rest: Tokens<'a>, p: i128) -> Parsed<'a, Numeral> {
    let article = start.is_class(0, Class::Article);
    let (rest, _) = opt(word_hyphen).parse(rest)?;
    let (after, q) = parts(rest)?;
    let plural = after.text_back(1).ends_with('s');
    // “Three quarters” are a share, six are a year and a half.
    let most = match q {
        2 => 7,
        4 => 3,
        _ => i128::MAX,
    };
    let compound = after.glued_kind(0) == Some(TokenKind::Hyphen)
        && after.glued_kind(1) == Some(TokenKind::Word);
    let comma = |token: Option<Token>| token.is_some_and(|t| t.kind == TokenKind::Comma);
    let set_off = comma(start.back(1)) && comma(after.first());
    // “For a quarter” is three months; “by a quarter” is how much.
    let how_much = q != 4
        || set_off
        || start.was_any(
            1,
            &[
                "about", "almost", "around", "by", "nearly", "over", "than", "under",
            ],
        );
    let three_quarter = p == 3 && q == 4 && rest.at > start.at + 1;
    let of_ordinal = after.at > rest.at + 1;
    let sound = if article && p == 1 {
        q == 2 || after.is(0, "of") || how_much && ends_phrase(after)
    } else {
        // “His one-hundredth game”
        let led = start.senses_back(1);
        let pointed =
            q >= 100 && (led.is(Class::Article) || led.is(Class::Determiner)) && !after.is(0, "of");
        plural || p == 1 && !pointed && (!of_ordinal || ends_phrase(after)) || three_quarter
    };
    if !sound || !(1..=most).contains(&p) || article && compound || p == 1 && plural {
        return start.refuse();
    }
    Ok((after, part(p, q)))
}

/// Whether nothing follows that could be counted.
fn ends_phrase(after: Tokens<'_>) -> bool {
    after.kind(0) != Some(TokenKind::Word)
        || after.is_class(0, Class::Preposition)
        || after.is_class(0, Class::Conjunction)
        || after.is_any(0, &["are", "have", "less", "more", "were"])
}
