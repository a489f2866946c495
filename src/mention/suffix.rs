//! What stands behind a number and says what it counts in: %, percentage
//! points, -year-old, -fold, times as many.

use super::quantity::Quantity;
use super::tokens::{Parsed, Tokens};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::{Rational, Unit, UnitId};

/// `percent = ( "%" | "per cent" | "percent" | "pct" | "pc" ) [ [ "-" ] "points" ] | "percentage points" | "pp" | "basis points" | "bps" ;`
///
/// With the number of tokens it takes.
pub(crate) fn percent(rest: Tokens<'_>) -> Option<(usize, Kind, UnitId)> {
    let lead = usize::from(
        rest.glued_kind(0) == Some(TokenKind::Hyphen) && rest.kind(1) == Some(TokenKind::Word),
    );
    let inner = rest.skip(lead);
    let dash = |n| usize::from(inner.glued_kind(n) == Some(TokenKind::Hyphen));
    let points = |n| inner.is_any(n, &["point", "points"]).then_some(n + 1);
    let (count, kind) = if let Some(count) = percent_sign(inner) {
        match points(count + dash(count)) {
            Some(count) => (count, Kind::Points),
            None => (count, Kind::Percent),
        }
    } else if inner.is_any(0, &["pp", "ppt", "pps"]) {
        (1, Kind::Points)
    } else if inner.is_any(0, &["bps", "bp"]) {
        (1, Kind::BasisPoints)
    } else if inner.is(0, "percentage") {
        (points(1 + dash(1))?, Kind::Points)
    } else if inner.is(0, "basis") {
        (points(1 + dash(1))?, Kind::BasisPoints)
    } else {
        return None;
    };
    let unit = match kind {
        Kind::Percent => UnitId::percent(),
        Kind::Points => UnitId::points(),
        _ => UnitId::basis_point(),
    };
    Some((lead + count, kind, unit))
}

/// `percent_sign = "%" | "percent" | "per" "cent" | "pct" | "pc" ;`
pub(crate) fn percent_sign(tokens: Tokens<'_>) -> Option<usize> {
    if tokens.kind(0) == Some(TokenKind::Percent) || tokens.is_any(0, &["percent", "pct"]) {
        return Some(1);
    }
    if tokens.is(0, "per") && tokens.is(1, "cent") {
        return Some(2);
    }
    let ends =
        tokens.kind(1) != Some(TokenKind::Word) || tokens.first().is_some_and(Token::is_glued);
    (tokens.is(0, "pc") && ends).then_some(1)
}

/// `age_suffix = [ "-" ] "year" [ "s" ] [ "-" ] ( "old" | "olds" | "of" "age" ) | "yo" | "y" "/" "o" ;`
///
/// With the unit: years, months, weeks or days.
pub(crate) fn age_suffix(rest: Tokens<'_>) -> Option<(usize, UnitId)> {
    let dash = |n: usize| usize::from(rest.kind(n) == Some(TokenKind::Hyphen));
    if rest.is(0, "yo") {
        return Some((1, UnitId::year()));
    }
    if rest.is(0, "y") && rest.glued_kind(1) == Some(TokenKind::Slash) && rest.is(2, "o") {
        return Some((3, UnitId::year()));
    }
    let start = dash(0);
    let unit = match () {
        () if rest.is_any(start, &["year", "years", "yr"]) => UnitId::year(),
        () if rest.is_any(start, &["month", "months"]) => UnitId::month(),
        () if rest.is_any(start, &["week", "weeks"]) => UnitId::week(),
        () if rest.is_any(start, &["day", "days"]) => UnitId::day(),
        () => return None,
    };
    let old = start + 1 + dash(start + 1);
    if rest.is_any(old, &["old", "olds"]) {
        return Some((old + 1, unit));
    }
    (rest.is(old, "of") && rest.is(old + 1, "age")).then_some((old + 2, unit))
}

/// `multiple_suffix = "x" | [ "-" ] "fold" | "times" COMPARING ;` “three times” alone
/// counts events.
pub(crate) fn multiple_suffix(rest: Tokens<'_>) -> Option<usize> {
    if rest.glued_kind(0) == Some(TokenKind::Word)
        && rest.is(0, "x")
        && rest.glued_kind(1) != Some(TokenKind::Digits)
    {
        return Some(1);
    }
    let dash = usize::from(rest.kind(0) == Some(TokenKind::Hyphen));
    if rest.is(dash, "fold") {
        return Some(dash + 1);
    }
    (rest.is(0, "times") && rest.is_class(1, Class::Comparing)).then_some(1)
}

/// `multiple_word = "doubled" | "tripled" | "halved" | "tenfold" | ( "twice" | "double" ) ( "as" | "the" | … ) ;`
pub(crate) fn multiple_word(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let Some(times) = tokens.senses(0).multiple else {
        return tokens.refuse();
    };
    let text = tokens.text(0);
    let lower = text.starts_with(char::is_lowercase);
    let verb = text.ends_with("ed") || text.ends_with("ing") || text.ends_with("fold");
    let compared = tokens.is_any(1, &["as", "the", "that", "what", "its", "their"])
        && !tokens.is_class(2, Class::TimeNoun);
    if !(verb && lower || compared) {
        return tokens.refuse();
    }
    let value = if times < 0 {
        Rational::new(1, i128::from(-times))
    } else {
        Rational::integer(times.into())
    };
    let numeral = Numeral {
        value,
        place: Rational::ONE,
        form: Form::Words,
    };
    tokens.accept(1, Quantity::of(Kind::Multiple, Figure::One(numeral)))
}

/// The age of so many years, months, weeks or days.
pub(crate) fn of_age(figure: Figure, unit: UnitId) -> Quantity {
    Quantity::in_unit(Kind::Age, figure, Unit::of(unit))
}
