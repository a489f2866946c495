//! Quantities: a figure with what stands beside it that says what it counts.

use nom::Parser;
use nom::branch::alt;

use super::date::ordinal;
use super::money::{self, money_before, money_behind};
use super::numeral::{digits, figure, fraction};
use super::tokens::{Parsed, Tokens, hyphen};
use super::unit_name::{is_duration, unit};
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::{Rational, Unit, UnitId, Units};

/// A quantity as read: its kind, its number or numbers, its unit.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    pub(crate) kind: Kind,
    pub(crate) figure: Figure,
    pub(crate) unit: Unit,
}

impl Quantity {
    pub(crate) fn of(kind: Kind, figure: Figure) -> Quantity {
        Quantity {
            kind,
            figure,
            unit: Unit::NONE,
        }
    }

    pub(crate) fn in_unit(kind: Kind, figure: Figure, unit: Unit) -> Quantity {
        Quantity { kind, figure, unit }
    }
}

/// `quantity = multiple | ratio | ordinal | range | single ;`
pub(crate) fn quantity(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    alt((
        multiple_word,
        ratio,
        big_fraction,
        ordinal_quantity,
        range_or_single,
    ))
    .parse(tokens)
}

/// `single = money | figure [ suffix ] ;`
fn single(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    alt((money_before, figured)).parse(tokens)
}

/// `figured = figure [ percent | points | age | multiple | money | measure ] ;`
fn figured(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, figure) = alt((figure, decimal_comma)).parse(tokens)?;
    with_suffix(tokens, rest, figure)
}

/// `decimal_comma = DIGITS "," DIGITS ;` only before a percent sign or a
/// currency: 1,5 percent.
fn decimal_comma(tokens: Tokens<'_>) -> Parsed<'_, Figure> {
    tokens.refuse()
}

fn with_suffix<'a>(start: Tokens<'a>, rest: Tokens<'a>, figure: Figure) -> Parsed<'a, Quantity> {
    let figure = match continental(start, rest) {
        Some((after, numeral)) => return with_suffix_of(start, after, Figure::One(numeral)),
        None => figure,
    };
    with_suffix_of(start, rest, figure)
}

/// `continental = DIGITS "," DIGITS ;` one or two decimals behind a comma, and
/// a percent sign or currency behind them.
fn continental<'a>(start: Tokens<'a>, rest: Tokens<'a>) -> Option<(Tokens<'a>, Numeral)> {
    let one = rest.at == start.at + 1 && start.kind(0) == Some(TokenKind::Digits);
    let comma = rest.glued_kind(0) == Some(TokenKind::Comma)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    if !one || !comma || rest.text(1).len() > 2 {
        return None;
    }
    let after = rest.skip(2);
    let percent =
        after.kind(0) == Some(TokenKind::Percent) || after.is_any(0, &["percent", "per", "pct"]);
    let money =
        after.kind(0) == Some(TokenKind::Currency) || after.is_any(0, &["euro", "euros", "EUR"]);
    if !percent && !money {
        return None;
    }
    let digits: i128 = format!("{}{}", start.text(0), rest.text(1)).parse().ok()?;
    let place = Rational::power_of_ten(-(rest.text(1).len() as i32))?;
    Some((
        after,
        Numeral {
            value: Rational::integer(digits).times(place)?,
            place,
            form: Form::Digits,
        },
    ))
}

fn with_suffix_of<'a>(start: Tokens<'a>, rest: Tokens<'a>, figure: Figure) -> Parsed<'a, Quantity> {
    if let Some((count, kind, unit)) = percent(rest) {
        return rest.accept(count, Quantity::in_unit(kind, figure, Unit::of(unit)));
    }
    if let Some(count) = age_suffix(rest) {
        return rest.accept(
            count,
            Quantity::in_unit(Kind::Age, figure, Unit::of(UnitId::year())),
        );
    }
    if let Some(count) = multiple_suffix(rest) {
        return rest.accept(count, Quantity::of(Kind::Multiple, figure));
    }
    if let Some((after, quantity)) = money_behind(start, rest, &figure) {
        return Ok((after, quantity));
    }
    if let Some((after, scaled)) = money::short_million(start, rest, &figure) {
        return Ok((after, Quantity::of(Kind::Cardinal, scaled)));
    }
    // “hundreds of miles”, “a couple of hours”
    if matches!(figure, Figure::Vague(_)) && rest.is(0, "of") {
        if let Some((after, quantity)) = money_behind(start, rest.skip(1), &figure) {
            return Ok((after, quantity));
        }
        if let Some((count, unit)) = unit(rest.skip(1), false) {
            return measured(rest.skip(1 + count), figure, unit);
        }
    }
    if let Some((count, unit)) = unit(rest, false) {
        if !is_word_by_itself(start, rest, count) {
            return measured(rest.skip(count), figure, unit);
        }
    }
    let clock_like = rest.glued_kind(0) == Some(TokenKind::Colon)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    let glued_letters = clock_like
        || matches!(
            rest.glued_kind(0),
            Some(TokenKind::Word | TokenKind::Opaque | TokenKind::Underscore | TokenKind::At)
        ) && !rest.is_any(0, &["x"]);
    if glued_letters {
        return start.refuse();
    }
    Ok((rest, Quantity::of(Kind::Cardinal, figure)))
}

/// Whether a unit's name is more likely another word: “won”, “real” after a
/// small number, “in” before a noun, “a” anywhere.
fn is_word_by_itself(start: Tokens<'_>, rest: Tokens<'_>, count: usize) -> bool {
    let Some(first) = rest.first() else {
        return true;
    };
    let text = rest.text(0);
    let glued = first.is_glued();
    if first.kind != TokenKind::Word || count > 1 {
        return false;
    }
    if text.len() == 1 && !glued {
        let next = rest.skip(1);
        let word_follows = next
            .first()
            .is_some_and(|t| t.kind == TokenKind::Word && !t.is_glued());
        return matches!(text, "a" | "A" | "s" | "c" | "p")
            || (word_follows && !matches!(text, "m" | "g" | "C" | "F" | "K" | "V" | "W"));
    }
    if glued
        && matches!(
            text,
            "s" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "G" | "D"
        )
    {
        let decimal = start.at + 1 < rest.at;
        let stone = text == "st" && rest.kind(1) == Some(TokenKind::Digits)
            || text == "st" && is_no_ordinal(start.text(0));
        return !(stone || (text == "s" && decimal));
    }
    let capital = first.is_capitalised()
        && !glued
        && text.len() > 2
        && !start.first().is_some_and(Token::is_capitalised);
    let ambiguous = matches!(
        text,
        "am" | "as"
            | "at"
            | "bar"
            | "bars"
            | "bit"
            | "bits"
            | "cup"
            | "cups"
            | "league"
            | "mark"
            | "marks"
            | "pa"
            | "real"
            | "second"
            | "stone"
            | "won"
            | "yards"
            | "hands"
            | "us"
            | "min"
            | "are"
            | "it"
    ) && !glued
        && matches!(
            text,
            "am" | "as" | "at" | "real" | "won" | "us" | "are" | "it" | "pa"
        );
    ambiguous || (capital && !matches!(text, "Celsius" | "Fahrenheit" | "Kelvin"))
}

/// 12st is a weight, for the ordinal is 12th.
fn is_no_ordinal(digits: &str) -> bool {
    !digits.ends_with('1') || digits.ends_with("11")
}

/// `measured = measure { measure } ;` adds smaller units: 5ft 10in, 1h 36m,
/// 2 hours 3 minutes and 59 seconds.
fn measured(rest: Tokens<'_>, figure: Figure, unit_of: Unit) -> Parsed<'_, Quantity> {
    let kind = if is_duration(unit_of) {
        Kind::Duration
    } else {
        Kind::Measure
    };
    let Figure::One(mut total) = figure else {
        return Ok((rest, Quantity::in_unit(kind, figure, unit_of)));
    };
    let mut smallest = unit_of;
    let mut rest = rest;
    while let Some((after, numeral, smaller)) = smaller_part(rest, smallest) {
        let Some(sum) =
            convert(total.value, smallest, smaller).and_then(|value| value.plus(numeral.value))
        else {
            break;
        };
        total = Numeral {
            value: sum,
            ..numeral
        };
        smallest = smaller;
        rest = after;
    }
    Ok((rest, Quantity::in_unit(kind, Figure::One(total), smallest)))
}

fn convert(value: Rational, from: Unit, to: Unit) -> Option<Rational> {
    value.times(from.factor()?)?.over(to.factor()?)
}

/// `smaller_part = [ "," ] [ "and" ] digits unit ;` the unit the next smaller
/// of the same kind, the number less than one of the larger.
fn smaller_part<'a>(rest: Tokens<'a>, larger: Unit) -> Option<(Tokens<'a>, Numeral, Unit)> {
    let table = Units::table();
    let symbol = |unit: Unit| {
        if unit.per == UnitId::NONE {
            table.row(unit.of).symbol.as_str()
        } else {
            ""
        }
    };
    let comma = rest.kind(0) == Some(TokenKind::Comma);
    let inner = if comma { rest.skip(1) } else { rest };
    let inner = if inner.is(0, "and") {
        inner.skip(1)
    } else {
        inner
    };
    let (after, numeral) = alt((digits, number_word)).parse(inner).ok()?;
    let numeral = numeral?;
    let (count, smaller) = unit(after, true)?;
    let pairs = [
        ("ft", &["in"][..]),
        ("st", &["lb"]),
        ("lb", &["oz"]),
        ("h", &["min"]),
        ("min", &["s"]),
        ("yd", &["ft"]),
        ("m", &["cm"]),
    ];
    let fits = pairs
        .iter()
        .any(|(big, small)| *big == symbol(larger) && small.contains(&symbol(smaller)));
    let less = convert(numeral.value, smaller, larger).is_some_and(|value| value < Rational::ONE);
    (fits && less).then(|| (after.skip(count), numeral, smaller))
}

fn number_word(tokens: Tokens<'_>) -> Parsed<'_, Option<Numeral>> {
    match figure(tokens) {
        Ok((rest, Figure::One(numeral))) => Ok((rest, Some(numeral))),
        _ => tokens.refuse(),
    }
}

/// `percent = "%" | "per cent" | "percent" | "pct" | "pc" | "percentage points" | "pp" | "basis points" | "bps" ;`
fn percent(rest: Tokens<'_>) -> Option<(usize, Kind, UnitId)> {
    let lead = usize::from(
        rest.glued_kind(0) == Some(TokenKind::Hyphen) && rest.kind(1) == Some(TokenKind::Word),
    );
    let inner = rest.skip(lead);
    let found = |count, kind, unit| Some((lead + count, kind, unit));
    let share = |count: usize| {
        let dash = usize::from(inner.glued_kind(count) == Some(TokenKind::Hyphen));
        if inner.is_any(count + dash, &["point", "points"]) {
            found(count + dash + 1, Kind::Points, UnitId::points())
        } else {
            found(count, Kind::Percent, UnitId::percent())
        }
    };
    match inner.kind(0)? {
        TokenKind::Percent => share(1),
        TokenKind::Word => match inner.text(0).to_ascii_lowercase().as_str() {
            "percent" | "pct" => share(1),
            "per" if inner.is(1, "cent") => share(2),
            "pc" if inner.kind(1) != Some(TokenKind::Word)
                || inner.peek(0).is_some_and(Token::is_glued) =>
            {
                share(1)
            }
            "percentage" if inner.is_any(1, &["point", "points"]) => {
                found(2, Kind::Points, UnitId::points())
            }
            "percentage"
                if inner.glued_kind(1) == Some(TokenKind::Hyphen) && inner.is(2, "point") =>
            {
                found(3, Kind::Points, UnitId::points())
            }
            "pp" | "ppt" | "pps" => found(1, Kind::Points, UnitId::points()),
            "basis" if inner.is_any(1, &["point", "points"]) => {
                found(2, Kind::BasisPoints, UnitId::basis_point())
            }
            "basis" if inner.glued_kind(1) == Some(TokenKind::Hyphen) && inner.is(2, "point") => {
                found(3, Kind::BasisPoints, UnitId::basis_point())
            }
            "bps" | "bp" => found(1, Kind::BasisPoints, UnitId::basis_point()),
            _ => None,
        },
        _ => None,
    }
}

/// `age_suffix = [ "-" ] "year" [ "s" ] [ "-" ] ( "old" | "olds" | "of age" ) ;`
fn age_suffix(rest: Tokens<'_>) -> Option<usize> {
    let dash = |n: usize| usize::from(rest.kind(n) == Some(TokenKind::Hyphen));
    let year = dash(0);
    if !rest.is_any(year, &["year", "years", "yr"]) {
        return None;
    }
    let old = year + 1 + dash(year + 1);
    if rest.is_any(old, &["old", "olds"]) {
        return Some(old + 1);
    }
    (rest.is(old, "of") && rest.is(old + 1, "age")).then_some(old + 2)
}

/// `multiple_suffix = "x" | "-fold" | "times" ( "as" | "more" | "the" | … ) ;`
///
/// “three times” alone counts events.
fn multiple_suffix(rest: Tokens<'_>) -> Option<usize> {
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
    let compared = [
        "as", "more", "the", "larger", "higher", "bigger", "greater", "that", "what", "its",
        "their", "longer", "faster", "less", "fewer", "smaller", "lower", "cheaper", "better",
        "likelier",
    ];
    (rest.is(0, "times") && rest.is_any(1, &compared)).then_some(1)
}

/// `multiple_word = "doubled" | "tripled" | "halved" | "twice" ( "as" | "the" | "that" ) | "tenfold" | "double" "the" ;`
fn multiple_word(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let Some(times) = tokens.senses(0).multiple else {
        return tokens.refuse();
    };
    let text = tokens.text(0);
    let lower = text.starts_with(char::is_lowercase);
    let verb = text.ends_with("ed") || text.ends_with("ing") || text.ends_with("fold");
    let compared = tokens.is_any(1, &["as", "the", "that", "what", "its", "their"]);
    if !(verb || compared) || !(lower || compared) {
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

/// `ratio = small ( "in" [ "every" ] | "out" "of" [ "every" ] ) number ;` one in
/// five, three out of four.
fn ratio(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, first) = number_word(tokens)?;
    let out_of = rest.is(0, "out") && rest.is(1, "of");
    let joined = match (rest.is(0, "in"), out_of) {
        (true, _) => 1,
        (_, true) => 2,
        _ => return tokens.refuse(),
    };
    let inner = rest.skip(joined);
    let every = inner.is_any(0, &["every", "each"]);
    let inner = if every { inner.skip(1) } else { inner };
    let (after, second) = number_word(inner)?;
    let (Some(first), Some(second)) = (first, second) else {
        return tokens.refuse();
    };
    let whole = first.value.is_integer() && second.value.is_integer();
    let smaller =
        first.value < second.value && !first.value.is_zero() && !first.value.is_negative();
    let spelled = |tokens: Tokens<'_>| tokens.kind(0) == Some(TokenKind::Word);
    let hundreds = second.value.denominator() == 1 && second.value.numerator() >= 1000;
    let year_like = inner.kind(0) == Some(TokenKind::Digits) && inner.text(0).len() == 4;
    let few = first.value <= Rational::integer(99)
        && (every || out_of || spelled(tokens) || first.value <= Rational::integer(9));
    let measured = after.is_class(0, Class::TimeNoun)
        || unit(after, false).is_some()
        || after.kind(0) == Some(TokenKind::Percent)
        || after.is_any(0, &["per"]);
    if !whole
        || !smaller
        || year_like
        || !few
        || measured
        || (hundreds && !every && !spelled(tokens) && first.value > Rational::ONE)
        || tokens.is_class(0, Class::Article)
    {
        return tokens.refuse();
    }
    // “two out of the four” names two counts; “three of the four” likewise.
    match (
        first.value.over(second.value),
        Rational::ONE.over(second.value),
    ) {
        (Some(value), Some(place)) => {
            let numeral = Numeral {
                value,
                place,
                form: Form::Fraction,
            };
            Ok((after, Quantity::of(Kind::Ratio, Figure::One(numeral))))
        }
        _ => tokens.refuse(),
    }
}

/// `big_fraction = fraction [ "of" "a" unit ] ;` two-thirds, half; half an
/// hour is a duration.
fn big_fraction(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    // “half a million” is a figure.
    if figure(tokens).is_ok_and(|(_, read)| matches!(read, Figure::One(n) if n.form == Form::Scaled || n.form == Form::Words && tokens.is(0, "half"))) {
        return tokens.refuse();
    }
    let (rest, share) = fraction(tokens)?;
    let halves = tokens.is(0, "half");
    let led = tokens.was_any(
        1,
        &[
            "first", "second", "other", "last", "latter", "1st", "2nd", "top", "bottom", "former",
            "opening", "final", "in", "better",
        ],
    );
    if halves
        && (led
            || rest.glued_kind(0) == Some(TokenKind::Hyphen)
            || rest.is_any(0, &["time", "term", "year"]))
    {
        return tokens.refuse();
    }
    let inner = if rest.is(0, "of") { rest.skip(1) } else { rest };
    if inner.is_any(0, &["a", "an"]) {
        if let Some((count, unit)) = unit(inner.skip(1), false) {
            return measured(inner.skip(1 + count), Figure::One(share), unit);
        }
    }
    Ok((rest, Quantity::of(Kind::Fraction, Figure::One(share))))
}

/// `ordinal_quantity = ordinal ;` not before a fraction or a time it names.
fn ordinal_quantity(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, value) = ordinal(tokens)?;
    let moment = tokens.is(0, "second")
        && (tokens.was_any(1, &["a", "per", "each", "every", "one", "split"])
            && rest.is_any(0, &["later", "after", "ago", "or", "before", "and", "."])
            || tokens.was_any(1, &["per"]));
    if moment {
        return tokens.refuse();
    }
    let numeral = Numeral {
        value: Rational::integer(value.into()),
        place: Rational::ONE,
        form: Form::Words,
    };
    Ok((rest, Quantity::of(Kind::Ordinal, Figure::One(numeral))))
}

/// `range_or_single = single [ ( "-" | "to" | "and" ) single ] ;`
///
/// `and` only after `between`; `to` not after `from`, nor after a verb of
/// change, whose first number is the step. The left end takes unit and scale
/// from the right one.
fn range_or_single(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, first) = single(tokens)?;
    match range_end(tokens, rest, &first) {
        Some((after, range)) => Ok((after, range)),
        None => Ok((rest, first)),
    }
}

fn range_end<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    first: &Quantity,
) -> Option<(Tokens<'a>, Quantity)> {
    let after = joined(start, rest)?;
    let (after, last) = single(after).ok()?;
    let (Figure::One(low), Figure::One(high)) = (&first.figure, &last.figure) else {
        return None;
    };
    let bare = first.unit == Unit::NONE && first.kind == Kind::Cardinal;
    if !bare && first.unit != last.unit && !first.unit.is_like(last.unit) {
        return None;
    }
    if !matches!(
        last.kind,
        Kind::Cardinal
            | Kind::Percent
            | Kind::Points
            | Kind::BasisPoints
            | Kind::Money
            | Kind::Measure
            | Kind::Duration
            | Kind::Age
    ) {
        return None;
    }
    // A count and an amount (“5 to £10”) are one range only when the bare end
    // comes first, and a bare second end is a new number (“5% to 40”).
    if !bare && last.unit == Unit::NONE {
        return None;
    }
    let mut low = *low;
    // “$26-31 million”: the scale is shared leftwards.
    if high.form == Form::Scaled && low.form == Form::Digits && low.value < Rational::integer(1000)
    {
        if let Some(scale) = scale_of(high) {
            let scaled = low.value.times(scale).zip(low.place.times(scale));
            if let Some((value, place)) = scaled.filter(|(value, _)| {
                *value <= high.value || first.unit == Unit::NONE || first.unit == last.unit
            }) {
                low = Numeral {
                    value,
                    place,
                    form: Form::Scaled,
                };
            }
        }
    }
    let mut low = low;
    if !bare && first.unit != last.unit {
        low.value = convert(low.value, first.unit, last.unit)?;
        low.place = convert(low.place, first.unit, last.unit)?;
    }
    let figure = Figure::Range(Box::new((low, *high)));
    Some((
        after,
        Quantity {
            kind: last.kind,
            figure,
            unit: last.unit,
        },
    ))
}

/// The power of a thousand by which a scaled numeral was scaled.
fn scale_of(numeral: &Numeral) -> Option<Rational> {
    [12, 9, 6, 3]
        .into_iter()
        .filter_map(Rational::power_of_ten)
        .find(|scale| {
            numeral.value.over(*scale).is_some_and(|value| {
                value.abs().is_some_and(|v| v >= Rational::ONE)
                    && numeral.value.over(*scale).is_some()
            })
        })
}

/// Where the second end begins, if a range is written here.
fn joined<'a>(start: Tokens<'a>, rest: Tokens<'a>) -> Option<Tokens<'a>> {
    if let Ok((after, _)) = hyphen(rest) {
        let chained = after.glued_kind(1) == Some(TokenKind::Hyphen)
            && after.glued_kind(2) == Some(TokenKind::Digits);
        return (!chained).then_some(after);
    }
    if rest.glued_kind(0) == Some(TokenKind::EmDash)
        && rest
            .peek(1)
            .is_some_and(|t| t.is_glued() && t.kind == TokenKind::Digits)
    {
        return Some(rest.skip(1));
    }
    if rest.kind(0) == Some(TokenKind::EnDash)
        && matches!(rest.kind(1), Some(TokenKind::Digits | TokenKind::Currency))
    {
        return Some(rest.skip(1));
    }
    let after = rest.skip(1);
    if rest.is(0, "and") {
        return start.was_any(1, &["between"]).then_some(after);
    }
    if !rest.is(0, "to") {
        return None;
    }
    let before = start.senses_back(1);
    let step = before.is(Class::ChangeVerb)
        || before.is(Class::Increment)
        || start.was_any(
            1,
            &[
                "by", "up", "down", "lost", "added", "closed", "ended", "higher", "lower", "beat",
                "won", "defeat", "against",
            ],
        );
    let step_behind = start.senses_back(2).is(Class::ChangeVerb)
        && start.was_any(1, &["by", "about", "to", "nearly", "almost", "another"]);
    if step || step_behind {
        return None;
    }
    // “fell from 5 to 3” is two levels, “fines from £5 to £10” one range.
    let levels = start.was_any(1, &["from"])
        && !start.was_any(
            2,
            &[
                "ranging", "range", "ranges", "ranged", "anywhere", "varying", "vary", "varies",
            ],
        )
        && (2..=8).any(|n| start.senses_back(n).is(Class::ChangeVerb));
    (!levels).then_some(after)
}
