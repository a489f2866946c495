//! Amounts of money: $1.2bn, US$5, €3-4 million, 65 cents, Rs 12,34,567, and
//! what the single letters behind a number mean.

use nom::Parser;
use nom::branch::alt;

use super::name::is_counted;
use super::number_word::{scale, scale_up, small};
use super::numeral::{figure, number};
use super::quantity::Quantity;
use super::tokens::{Parsed, Tokens};
use super::unit_name::per;
use super::{Figure, Form, Kind, Numeral};
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, Scale};
use crate::number::{Rational, Unit, UnitId, Units};

const MILLION: Scale = Scale { of: 1, zeros: 6 };
const BILLION: Scale = Scale { of: 1, zeros: 9 };
const TRILLION: Scale = Scale { of: 1, zeros: 12 };

/// `money_before = currency_before figure [ "m" | "b" | "t" ] [ per ] [ cents ] ;`
pub(crate) fn money_before(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (rest, currency) = currency_before(tokens)?;
    let (rest, figure) = figure(rest)?;
    let (rest, figure) = letter_scale(rest, figure);
    if matches!(rest.glued_kind(0), Some(TokenKind::Word)) && !rest.is_any(0, &["p"]) {
        return tokens.refuse();
    }
    Ok(amount(tokens, rest, figure, currency))
}

/// `amount = [ [ "US" | "U.S." ] per | cents | bare_cents ] ;` behind an amount of a
/// currency: $75 U.S. a barrel.
fn amount<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: Figure,
    currency: UnitId,
) -> (Tokens<'a>, Quantity) {
    let quantity = |figure, unit| Quantity::in_unit(Kind::Money, figure, unit);
    let country = if rest.is(0, "US") {
        1
    } else if rest.is(0, "U") && rest.is(2, "S") && rest.glued_kind(2).is_some() {
        4
    } else {
        0
    };
    if country > 0
        && let Some((count, per)) = per(rest.skip(country))
    {
        return (
            rest.skip(country + count),
            quantity(figure, Unit::rate(currency, per)),
        );
    }
    if let Some((count, per)) = per(rest) {
        return (
            rest.skip(count),
            quantity(figure, Unit::rate(currency, per)),
        );
    }
    let unit = Unit::of(currency);
    match cents(rest, &figure, currency).or_else(|| bare_cents(start, rest, &figure, currency)) {
        Some((rest, sum)) => (rest, quantity(Figure::One(sum), unit)),
        None => (rest, quantity(figure, unit)),
    }
}

/// `cents = [ "," ] [ "and" ] number part_of_currency ;` less than a hundred: $20
/// and 43 cents.
fn cents<'a>(rest: Tokens<'a>, figure: &Figure, currency: UnitId) -> Option<(Tokens<'a>, Numeral)> {
    let whole = in_hundredths(figure, currency)?;
    let comma = usize::from(rest.kind(0) == Some(TokenKind::Comma));
    let and = usize::from(rest.is(comma, "and"));
    let (rest, part) = number(rest.skip(comma + and)).ok()?;
    let (count, unit) = currency_name(rest)?;
    let row = unit.row();
    // “3 CAD and 5 cents”: the cents of any currency.
    let fits = row.part_of == currency
        || row.part_of != UnitId::NONE && rest.is_any(0, &["cent", "centime", "centimes", "cents"]);
    let sum = with_hundredths(whole, part.value).filter(|_| fits)?;
    Some((rest.skip(count), sum))
}

/// `bare_cents = [ "and" ] ( DIGITS2 | small ) ;` behind a currency's name or code, where the
/// amount ends: twelve dollars fifty, 20 rupees 43. Not behind `between`, where
/// the number is the other end.
fn bare_cents<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
    currency: UnitId,
) -> Option<(Tokens<'a>, Numeral)> {
    let and = rest.is(0, "and");
    let inner = rest.skip(usize::from(and));
    let digits = inner.kind(0) == Some(TokenKind::Digits) && inner.text(0).len() == 2;
    let words = inner.senses(0).cardinal.is_some();
    let named = start.kind(0) != Some(TokenKind::Currency);
    let whole = in_hundredths(figure, currency).filter(|_| digits || words)?;
    let (after, part) = if digits {
        (inner.skip(1), inner.text(0).parse().ok()?)
    } else {
        small(inner).ok()?
    };
    let ends = match after.kind(0) {
        None | Some(TokenKind::Stop | TokenKind::Semicolon | TokenKind::Close) => true,
        Some(TokenKind::Period | TokenKind::Comma) => !matches!(
            after.glued_kind(1),
            Some(TokenKind::Digits | TokenKind::Word)
        ),
        _ => false,
    };
    let alone = start.was_any(1, &["and", "between", "from", "or", "to"]);
    if !named || !ends || alone || part < 10 && !(and && words) {
        return None;
    }
    Some((after, with_hundredths(whole, Rational::integer(part))?))
}

/// The number of a currency that is counted on in hundredths: whole, and no
/// hundredth itself.
fn in_hundredths(figure: &Figure, currency: UnitId) -> Option<&Numeral> {
    let Figure::One(whole) = figure else {
        return None;
    };
    let whole_units = whole.value.is_integer() && whole.form != Form::Scaled;
    (whole_units && currency.row().part_of == UnitId::NONE).then_some(whole)
}

/// The number with so many hundredths, if they are less than one.
fn with_hundredths(whole: &Numeral, part: Rational) -> Option<Numeral> {
    let hundredth = Rational::new(1, 100);
    let below = part.times(hundredth)?;
    (below < Rational::ONE).then_some(())?;
    Some(Numeral {
        value: whole.value.plus(below)?,
        place: hundredth,
        form: Form::Digits,
    })
}

/// `a_coin = "a" currency_name [ cents ] ;` a dollar, a penny, a dollar and 42 cents: as an
/// amount, not before a noun (“a dollar bill”).
pub(crate) fn a_coin(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if !tokens.is(0, "a") || !tokens.is_class(1, Class::MoneyWord) {
        return tokens.refuse();
    }
    let counted = tokens
        .back(1)
        .is_some_and(|t| matches!(t.kind, TokenKind::Digits | TokenKind::Word))
        && (tokens.senses_back(1).is(Class::MoneyWord)
            || tokens.back(1).is_some_and(|t| t.kind == TokenKind::Digits));
    let rest = tokens.skip(2);
    let noun = rest.kind(0) == Some(TokenKind::Word)
        && !rest.is_class(0, Class::Preposition)
        && !rest.is_class(0, Class::Conjunction)
        || rest.glued_kind(0) == Some(TokenKind::Hyphen)
        || rest.kind(0) == Some(TokenKind::Apostrophe);
    match currency_name(tokens.skip(1)) {
        Some((1, unit)) if !counted && !noun && !tokens.is(1, "pound") && !rest.is(0, "of") => {
            let one = Numeral {
                value: Rational::ONE,
                place: Rational::ONE,
                form: Form::Words,
            };
            let figure = Figure::One(one);
            let (rest, figure) = match cents(rest, &figure, unit) {
                Some((rest, sum)) => (rest, Figure::One(sum)),
                None => (rest, figure),
            };
            Ok((rest, Quantity::in_unit(Kind::Money, figure, Unit::of(unit))))
        }
        _ => tokens.refuse(),
    }
}

/// `currency_before = [ WORD ] SIGN | SIGN WORD | CODE [ "." ] ;` US$, $US, EUR, Rs
fn currency_before(tokens: Tokens<'_>) -> Parsed<'_, UnitId> {
    match tokens.kind(0) {
        Some(TokenKind::Currency) => sign_before(tokens),
        Some(TokenKind::Word) if tokens.text(0).len() <= 4 => {
            alt((prefixed_sign, code_before)).parse(tokens)
        }
        _ => tokens.refuse(),
    }
}

/// `sign_before = SIGN [ WORD ] ;` $, $US113, $A5
fn sign_before(tokens: Tokens<'_>) -> Parsed<'_, UnitId> {
    let table = Units::table();
    let mut letters = [0; 4];
    let sign = sign(tokens, 0, &mut letters);
    if tokens.glued_kind(1) == Some(TokenKind::Word)
        && tokens.kind(2) == Some(TokenKind::Digits)
        && let Some(unit) = table.signed(&format!("{}{sign}", tokens.text(1)))
    {
        return tokens.accept(2, unit);
    }
    match table.signed(sign) {
        Some(unit) => tokens.accept(1, unit),
        None => tokens.refuse(),
    }
}

/// `prefixed_sign = ( WORD | CODE ) SIGN ;` US$, HK $, hk $, AUD$; “a $5 note” has an
/// article before it, whatever its case.
fn prefixed_sign(tokens: Tokens<'_>) -> Parsed<'_, UnitId> {
    let prefix = tokens.text(0);
    let article = tokens.is_class(0, Class::Article) && tokens.glued_kind(1).is_none();
    if tokens.kind(1) != Some(TokenKind::Currency) || prefix.len() > 3 || article {
        return tokens.refuse();
    }
    let table = Units::table();
    let mut letters = [0; 4];
    let sign = sign(tokens, 1, &mut letters);
    let capitals = prefix.to_ascii_uppercase();
    let currency = |unit: &UnitId| Unit::of(*unit).is_currency();
    match table
        .signed(&format!("{prefix}{sign}"))
        .or_else(|| table.signed(&format!("{capitals}{sign}")))
        .or_else(|| table.symbol(&capitals).filter(currency))
    {
        Some(unit) => tokens.accept(2, unit),
        None => tokens.refuse(),
    }
}

/// `code_before = CODE [ "." | "=" ] ;` before digits: EUR 5, Rs. 12,34,567, and
/// Y=500, as agencies write what a teleprinter has no sign for.
fn code_before(tokens: Tokens<'_>) -> Parsed<'_, UnitId> {
    let table = Units::table();
    let text = tokens.text(0);
    let mark = match tokens.glued_kind(1) {
        Some(TokenKind::Equals) => text == "Y" && tokens.glued_kind(2).is_some(),
        Some(TokenKind::Period) => true,
        _ => false,
    };
    let dotted = usize::from(mark && tokens.kind(2) == Some(TokenKind::Digits));
    if text == "Y" && dotted == 0 {
        return tokens.refuse();
    }
    // “PS21,700” is £21,700 in agencies' ASCII, “PS5” a console, “SR388” a planet.
    let label = text.len() == 2
        && text != "RM"
        && tokens.peek(0).is_some_and(Token::is_upper)
        && tokens.glued_kind(1) == Some(TokenKind::Digits)
        && !goes_on(tokens.skip(2));
    if label || text == "PS" && tokens.glued_kind(1).is_none() {
        return tokens.refuse();
    }
    let digits = tokens.kind(1 + dotted) == Some(TokenKind::Digits);
    let code = tokens.peek(0).is_some_and(Token::is_upper) || matches!(text, "Rs" | "Y" | "Fr");
    if !digits || !code || tokens.is_class(0, Class::CurrencyHomonym) {
        return tokens.refuse();
    }
    let currency = |unit: &UnitId| Unit::of(*unit).is_currency();
    match table
        .signed(text)
        .or_else(|| table.symbol(text).filter(currency))
    {
        Some(unit) => tokens.accept(1 + dotted, unit),
        None => tokens.refuse(),
    }
}

/// Whether a number goes on behind its first digits.
fn goes_on(rest: Tokens<'_>) -> bool {
    matches!(
        rest.glued_kind(0),
        Some(TokenKind::Comma | TokenKind::Period)
    ) && rest.glued_kind(1) == Some(TokenKind::Digits)
        || rest.senses(0).scale.is_some()
        || rest.glued_kind(0).is_some() && rest.is(0, "m")
}

/// The currency sign, whatever stands for it in the markup.
fn sign<'a>(tokens: Tokens<'_>, n: usize, letters: &'a mut [u8; 4]) -> &'a str {
    match tokens.symbol(n) {
        Some(sign) => sign.encode_utf8(letters),
        None => "",
    }
}

/// `letter_scale = "m" | "M" | "b" | "B" | "t" | "T" ;` after an amount.
fn letter_scale(rest: Tokens<'_>, figure: Figure) -> (Tokens<'_>, Figure) {
    let Figure::One(numeral) = figure else {
        return (rest, figure);
    };
    let glued = rest.peek(0).is_some_and(Token::is_glued);
    let scale = match rest.text(0) {
        "m" | "M" | "mm" | "MM" => MILLION,
        "b" | "B" => BILLION,
        "t" | "T" | "tr" => TRILLION,
        _ => return (rest, Figure::One(numeral)),
    };
    let ends = rest.kind(1) != Some(TokenKind::Word) || !rest.peek(1).is_some_and(Token::is_glued);
    if !(glued || rest.text(0) == "m") || !ends || numeral.form != Form::Digits {
        return (rest, Figure::One(numeral));
    }
    match scale_up(numeral, scale) {
        Some(scaled) => (
            rest.skip(1),
            Figure::One(Numeral {
                form: Form::Scaled,
                ..scaled
            }),
        ),
        None => (rest, Figure::One(numeral)),
    }
}

/// `money_behind = figure CODE scale | figure [ "m" | "b" ] [ "-" ] ( "dollars" | "euros" | "cents" | "p" | … ) [ per ] ;`
pub(crate) fn money_behind<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
) -> Option<(Tokens<'a>, Quantity)> {
    let table = Units::table();
    if let (Figure::One(numeral), Some(unit)) = (figure, millions_of(rest)) {
        let form = Form::Scaled;
        let millions = Numeral {
            form,
            ..scale_up(*numeral, MILLION)?
        };
        return Some(amount(start, rest.skip(1), Figure::One(millions), unit));
    }
    let (after, figure) = letter_scale(rest, figure.clone());
    let dash = usize::from(
        after.glued_kind(0) == Some(TokenKind::Hyphen) && after.kind(1) == Some(TokenKind::Word),
    );
    let inner = after.skip(dash);
    let (count, unit) = currency_name(inner)?;
    let text = inner.text(0);
    let glued = inner.peek(0).is_some_and(Token::is_glued) && dash == 0;
    let scaled = matches!(&figure, Figure::One(n) if n.form == Form::Scaled || n.value >= Rational::integer(1000));
    let mass_too = table.named(text).any(|unit| !Unit::of(unit).is_currency());
    // “50 Cent” sings.
    let ambiguous = inner.is_class(0, Class::CurrencyHomonym) || text == "Cent";
    if (ambiguous && !scaled)
        || (mass_too && !is_sterling(start, text))
        || (text == "p" && !glued)
        || (text.len() == 1 && !glued && inner.kind(0) == Some(TokenKind::Word))
    {
        return None;
    }
    if count == 1
        && inner
            .peek(0)
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_upper())
        && glued
        && text.len() < 3
    {
        return None;
    }
    let after = inner.skip(count);
    // 75 USD million
    let code = inner
        .first()
        .is_some_and(|t| t.kind == TokenKind::Word && t.is_upper());
    if code
        && let (Figure::One(numeral), Ok((rest, scale))) = (&figure, scale(after))
        && scale.zeros > 2
        && numeral.form == Form::Digits
        && let Some(scaled) = scale_up(*numeral, scale)
    {
        let form = Form::Scaled;
        let millions = Figure::One(Numeral { form, ..scaled });
        return Some(amount(start, rest, millions, unit));
    }
    Some(amount(start, after, figure, unit))
}

/// `millions_of = "M" CODE ;` in one word: 30 MUSD, 120 MSEK
fn millions_of(tokens: Tokens<'_>) -> Option<UnitId> {
    let text = tokens.text(0);
    let code = text.strip_prefix('M').filter(|code| code.len() == 3)?;
    let upper = tokens.first().is_some_and(Token::is_upper);
    let currency = |unit: &UnitId| Unit::of(*unit).is_currency();
    Units::table()
        .symbol(code)
        .filter(|unit| upper && currency(unit))
}

/// `currency_name = [ "US" | "Canadian" | … ] WORD | SIGN | CODE ;`
fn currency_name(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let table = Units::table();
    let money = |name: &str| {
        table
            .named_tight(name)
            .find(|unit| Unit::of(*unit).is_currency())
    };
    match tokens.kind(0)? {
        TokenKind::Currency => table
            .signed(sign(tokens, 0, &mut [0; 4]))
            .filter(|_| {
                // “10 $ 30” says either.
                tokens.peek(0).is_some_and(Token::is_glued)
                    || tokens.kind(1) != Some(TokenKind::Digits)
            })
            .map(|unit| (1, unit)),
        // 20Rs, 3.14US$, 4 US$
        TokenKind::Word
            if (tokens.first().is_some_and(Token::is_glued)
                || tokens.glued_kind(1) == Some(TokenKind::Currency)
                    && tokens.kind(2) != Some(TokenKind::Digits))
                && signed_behind(tokens).is_some() =>
        {
            signed_behind(tokens)
        }
        TokenKind::Word => {
            if let Some(found) = of_a_country(tokens) {
                return Some(found);
            }
            // “pounds sterling”
            if tokens.is(1, "sterling") {
                return money("pounds sterling")
                    .or_else(|| table.symbol("GBP"))
                    .map(|unit| (2, unit));
            }
            let text = tokens.text(0);
            if text.len() > 12 {
                return None;
            }
            money(text).map(|unit| (1, unit))
        }
        _ => None,
    }
}

/// `of_a_country = WORD [ WORD ] WORD ;` a currency with whose it is: Turkish
/// lira, New Zealand dollars, euro cents.
fn of_a_country(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let noun = |n| {
        tokens.is_class(n, Class::CurrencyNoun) && tokens.peek(n).is_some_and(|t| !t.is_glued())
    };
    let named = |name: &str| {
        let currency = |unit: &UnitId| Unit::of(*unit).is_currency();
        Units::table().named(name).find(currency)
    };
    let text = |n| tokens.text(n);
    if noun(2)
        && let Some(unit) = named(&format!("{} {} {}", text(0), text(1), text(2)))
    {
        return Some((3, unit));
    }
    if !noun(1) {
        return None;
    }
    named(&format!("{} {}", text(0), text(1))).map(|unit| (2, unit))
}

/// `signed_behind = WORD [ SIGN ] ;` glued to the number.
fn signed_behind(tokens: Tokens<'_>) -> Option<(usize, UnitId)> {
    let table = Units::table();
    if tokens.text(0).len() > 3 || tokens.text(0).len() < 2 {
        return None;
    }
    if tokens.glued_kind(1) == Some(TokenKind::Currency) {
        let mut letters = [0; 4];
        let sign = sign(tokens, 1, &mut letters);
        return table
            .signed(&format!("{}{sign}", tokens.text(0)))
            .map(|unit| (2, unit));
    }
    table.signed(tokens.text(0)).map(|unit| (1, unit))
}

/// How far from “pounds” a word stands that says that they weigh.
const NEAR: usize = 7;

/// “pounds” are money where the text prices things in them, unless a word of weight
/// or another weight stands near: 80 kg, or 150 pounds.
fn is_sterling(start: Tokens<'_>, text: &str) -> bool {
    let table = Units::table();
    let kilogram = table.symbol("kg").map(Unit::of);
    let is_weight = |unit| kilogram.is_some_and(|kilogram| kilogram.is_like(Unit::of(unit)));
    let weighs = |n| {
        let word = start.back(n).is_some_and(|t| t.kind == TokenKind::Word);
        start.senses_back(n).is(Class::WeightWord)
            || word
                && table
                    .named(start.text_back(n))
                    .next()
                    .is_some_and(is_weight)
    };
    !text.starts_with("pound") || start.page.sterling && !(1..NEAR).any(weighs)
}

/// `5m` or `5b` without a currency: millions where something is counted or
/// paid, metres or bytes otherwise. A capital may stand apart where people are
/// counted: 8 B people.
pub(crate) fn short_million<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
) -> Option<(Tokens<'a>, Figure)> {
    let Figure::One(numeral) = figure else {
        return None;
    };
    let letter = rest.text(0);
    let of_people = rest.is_class(1, Class::Person) || rest.is_class(1, Class::Audience);
    let scale = match letter {
        "m" | "M" => MILLION,
        "b" => BILLION,
        "B" if of_people => BILLION,
        _ => return None,
    };
    let capital = letter.bytes().all(|letter| letter.is_ascii_uppercase());
    if numeral.form != Form::Digits
        || !(rest.peek(0).is_some_and(Token::is_glued) || capital && of_people)
        || rest.glued_kind(1) == Some(TokenKind::Hyphen)
        || rest.glued_kind(1) == Some(TokenKind::Slash)
    {
        return None;
    }
    let after = rest.skip(1);
    let next = after.text(0);
    let noun_follows = after.kind(0) == Some(TokenKind::Word)
        && next.starts_with(char::is_lowercase)
        && (letter != "m" || !is_length(start, after, numeral))
        && !after.is_class(0, Class::Preposition)
        && !after.is_class(0, Class::Conjunction)
        && !after.is_class(0, Class::Dimension)
        && !after.is_class(0, Class::Auxiliary)
        && !after.is_any(0, &["away", "apart", "up", "down", "back", "of"]);
    // 400m hurdles, the 800m: a race
    let race = after.is_class(0, Class::Race)
        || start.was_any(1, &["the"]) && !noun_follows && is_distance(numeral);
    if letter == "m" && race {
        return None;
    }
    let counted = (1..=8).any(|n| start.senses_back(n).is(Class::Audience));
    let likened = letter == "m" && !noun_follows && stands_near_money(start);
    let paid = (1..=2).any(|n| start.senses_back(n).is(Class::AmountVerb));
    let of_them = after.is(0, "of") && after.is_any(1, &["the", "them", "those", "its"]);
    let measures = after.is_class(0, Class::Dimension);
    let millions = paid || (counted || likened) && !measures;
    if letter == "M" || noun_follows || millions || of_them {
        let scaled = scale_up(*numeral, scale)?;
        return Some((
            after,
            Figure::One(Numeral {
                form: Form::Scaled,
                ..scaled
            }),
        ));
    }
    None
}

/// Whether `m` before a noun is metres: a 40m penalty, the 10m line, the 5,000m
/// record. What comes in millions is a plural or an audience.
fn is_length(start: Tokens<'_>, after: Tokens<'_>, numeral: &Numeral) -> bool {
    let millions = is_counted(after) || (0..2).any(|n| after.is_class(n, Class::Audience));
    let one = start.senses_back(1).is(Class::Article) || start.senses_back(2).is(Class::Article);
    !millions && (one || is_distance(numeral))
}

/// Lengths of races on a track, in metres.
const DISTANCES: [i128; 11] = [
    60, 100, 110, 200, 400, 600, 800, 1_500, 3_000, 5_000, 10_000,
];

/// Whether it is how long a race on a track is, in metres.
pub(crate) fn is_distance(numeral: &Numeral) -> bool {
    DISTANCES.map(Rational::integer).contains(&numeral.value)
}

/// Whether an amount of money is written a few words before, in the same
/// sentence: £5m, up from 38m.
fn stands_near_money(start: Tokens<'_>) -> bool {
    (1..=10)
        .map_while(|n| start.back(n).map(|token| (n, token)))
        .any(|(n, token)| {
            token.kind == TokenKind::Currency || start.senses_back(n).is(Class::MoneyWord)
        })
}
