//! Reads a document's mentions, sentence by sentence.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::map;

use super::quantity::{Quantity, quantity};
use super::moment::moment;
use super::relative::Step;
use super::score::score;
use super::timex::DateForm;
use super::tokens::{Page, Parsed, Tokens};
use super::{
    Figure, Form, Hedge, Kind, Mention, Numeral, Statistic, Timex, Value, clock, hedge, name, resolve,
    statistic, telephone,
};
use crate::document::{Anchor, BlockKind, Document, Origin, Token, TokenKind};
use crate::lexicon::{Class, Lexicon};
use crate::number::{Rational, Unit, UnitId};

/// Every quantity and expression of time in a document, in text order.
///
/// Where the document has no anchor date from outside, a dateline (“LONDON, 5
/// November 2015 -”) gives it one.
pub fn mentions(document: &mut Document<'_>, lexicon: &Lexicon) -> Vec<Mention> {
    let mut found: Vec<(Mention, Option<Step>)> = Vec::new();
    let source = document.source;
    let page = Page {
        document,
        tokens: &document.tokens,
        text: &source.text,
        lexicon,
        sterling: source.text.contains('£')
            || source.text.contains("&pound;")
            || source.text.contains("sterling"),
    };
    for (place, sentence) in document.sentences.iter().enumerate() {
        read_sentence(
            &page,
            sentence.tokens.start,
            sentence.tokens.end,
            place,
            &mut found,
        );
    }
    let dateline = dateline(document, &found);
    if document
        .anchor
        .is_none_or(|anchor| anchor.origin > Origin::Dateline)
    {
        document.anchor = dateline.or(document.anchor);
    }
    let day_first = day_comes_first(document, &found);
    for (mention, step) in &mut found {
        let future = speaks_of_future(document, lexicon, mention);
        let written = document.source[mention.span].to_owned();
        let Value::Time(timex) = &mut mention.value else {
            continue;
        };
        order_numeric(timex, &written, day_first);
        resolve::by_itself(timex);
        if let Some(anchor) = document.anchor {
            if timex.days.is_none() {
                resolve::against(timex, *step, anchor.date, future);
            }
            if !matches!(mention.hedge, Hedge::None | Hedge::Exactly) {
                timex.days = None;
            }
        }
    }
    found.into_iter().map(|(mention, _)| mention).collect()
}

/// What a grammar accepted at a token.
enum Reading {
    Time(Timex, Option<Step>),
    Quantity(Quantity),
    Statistic(Statistic),
}

fn read_sentence(
    page: &Page<'_>,
    start: usize,
    end: usize,
    sentence: usize,
    found: &mut Vec<(Mention, Option<Step>)>,
) {
    let mut tokens = Tokens {
        page,
        at: start,
        end,
    };
    while let Some(first) = tokens.first() {
        if !may_begin(tokens, first) {
            tokens = tokens.skip(1);
            continue;
        }
        let skipped = name::identifier(tokens);
        if skipped > 0 {
            tokens = tokens.skip(skipped);
            continue;
        }
        match mention(tokens) {
            Ok((rest, reading)) if rest.at > tokens.at => {
                tokens = match taken(tokens, rest, reading, start, sentence, found) {
                    Some(rest) => rest,
                    None => tokens.skip(if first.kind == TokenKind::Digits {
                        telephone::glued_run(tokens)
                    } else {
                        1
                    }),
                };
            }
            _ => {
                tokens = tokens.skip(if first.kind == TokenKind::Digits {
                    telephone::glued_run(tokens)
                } else {
                    1
                })
            }
        }
    }
}

/// Whether any grammar begins with this token.
fn may_begin(tokens: Tokens<'_>, first: Token) -> bool {
    match first.kind {
        TokenKind::Digits | TokenKind::VulgarFraction | TokenKind::Currency => true,
        TokenKind::Word => {
            tokens.senses(0).begins_mention()
                || statistic::may_begin(tokens)
                || tokens.is_any(0, &["a", "an"])
                || ((first.is_upper()
                    || first.is_capitalised() && first.span().end - first.span().start <= 2)
                    && matches!(
                        tokens.kind(1),
                        Some(TokenKind::Digits | TokenKind::Currency | TokenKind::Period)
                    ))
        }
        TokenKind::Period
        | TokenKind::Minus
        | TokenKind::Hyphen
        | TokenKind::Plus
        | TokenKind::Apostrophe => {
            matches!(tokens.kind(1), Some(TokenKind::Digits | TokenKind::Period))
        }
        _ => false,
    }
}

/// `mention = stopwatch | statistic | moment | score | age | negative | nothing | quantity ;`
fn mention(tokens: Tokens<'_>) -> Parsed<'_, Reading> {
    alt((
        map(clock::stopwatch, Reading::Quantity),
        map(statistic::statistic, Reading::Statistic),
        map(moment, |(timex, step)| Reading::Time(timex, step)),
        map(score, Reading::Quantity),
        map(age, Reading::Quantity),
        map(negative, Reading::Quantity),
        map(nothing, Reading::Quantity),
        map(quantity, Reading::Quantity),
    ))
    .parse(tokens)
}

/// `age = "aged" quantity | NAME "," DIGITS "," | ( "turned" | "his" ) … ;`
fn age(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let aged = |quantity: Quantity| {
        Quantity::in_unit(Kind::Age, quantity.figure, Unit::of(UnitId::year()))
    };
    if tokens.is(0, "aged") {
        let inner = if tokens.is(1, "between") {
            tokens.skip(2)
        } else {
            tokens.skip(1)
        };
        let (rest, read) = quantity(inner)?;
        if matches!(read.kind, Kind::Cardinal | Kind::Age) {
            return Ok((rest, aged(read)));
        }
        return tokens.refuse();
    }
    if tokens.kind(0) != Some(TokenKind::Digits) {
        return tokens.refuse();
    }
    let Ok(years) = tokens.text(0).parse::<u8>() else {
        return tokens.refuse();
    };
    if years > 120 {
        return tokens.refuse();
    }
    // “in his 50s”
    if tokens.glued_kind(1) == Some(TokenKind::Word)
        && tokens.is(1, "s")
        && years % 10 == 0
        && tokens.was_any(
            1,
            &["his", "her", "their", "my", "our", "early", "mid", "late"],
        )
    {
        let decade = Rational::integer(years.into());
        let numeral = |value| Numeral {
            value,
            place: Rational::ONE,
            form: Form::Digits,
        };
        if let Some(end) = decade.plus(Rational::integer(9)) {
            let figure = Figure::Range(Box::new((numeral(decade), numeral(end))));
            return tokens.accept(
                2,
                Quantity::in_unit(Kind::Age, figure, Unit::of(UnitId::year())),
            );
        }
    }
    let alone = !matches!(
        tokens.glued_kind(1),
        Some(
            TokenKind::Word
                | TokenKind::Digits
                | TokenKind::Percent
                | TokenKind::Hyphen
                | TokenKind::EnDash
                | TokenKind::Slash
                | TokenKind::Colon
                | TokenKind::Apostrophe
        )
    ) && !(tokens.glued_kind(1) == Some(TokenKind::Period)
        && tokens.glued_kind(2) == Some(TokenKind::Digits))
        && !(tokens.glued_kind(1) == Some(TokenKind::Comma)
            && tokens.glued_kind(2) == Some(TokenKind::Digits));
    let apposed = tokens.back(1).is_some_and(|t| t.kind == TokenKind::Comma)
        && tokens.kind(1) == Some(TokenKind::Comma)
        && tokens.back(2).is_some_and(|t| {
            t.kind == TokenKind::Word
                && (t.is_capitalised()
                    && tokens.senses_back(2).month.is_none()
                    && tokens.senses_back(2).weekday.is_none()
                    || tokens.senses_back(2).is(Class::Person))
        })
        && !tokens.peek(2).is_some_and(|t| t.kind == TokenKind::Digits);
    let turned = tokens.was_any(1, &["turned", "turns", "turning"])
        && !matches!(tokens.kind(1), Some(TokenKind::Word))
            | tokens.is_any(
                1,
                &[
                    "on", "in", "this", "last", "next", "and", "when", "he", "she",
                ],
            );
    let of_age = (tokens.was_any(1, &["age", "ages"])
        || tokens.was_any(1, &["of"])
            && tokens.senses_back(2).cardinal.is_none()
            && tokens.was_any(2, &["age", "ages"]))
        && tokens.kind(1) != Some(TokenKind::Colon);
    if alone && (apposed || turned || of_age) && years > 0 {
        let numeral = Numeral {
            value: Rational::integer(years.into()),
            place: Rational::ONE,
            form: Form::Digits,
        };
        return tokens.accept(
            1,
            Quantity::in_unit(Kind::Age, Figure::One(numeral), Unit::of(UnitId::year())),
        );
    }
    tokens.refuse()
}

/// `negative = ( "minus" | "negative" ) quantity ;` directly before a number.
fn negative(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    let dash = usize::from(tokens.glued_kind(1) == Some(TokenKind::Hyphen));
    let number = tokens.kind(1 + dash) == Some(TokenKind::Digits)
        || tokens.senses(1 + dash).cardinal.is_some();
    if !tokens.is_any(0, &["minus", "negative"]) || !number {
        return tokens.refuse();
    }
    let (rest, read) = quantity(tokens.skip(1 + dash))?;
    let negated = match read.figure {
        Figure::One(numeral) => numeral.value.negate().map(|value| Numeral { value, ..numeral }),
        _ => None,
    };
    match negated {
        Some(numeral) => {
            let figure = Figure::One(numeral);
            Ok((rest, Quantity { figure, ..read }))
        }
        None => tokens.refuse(),
    }
}

/// `nothing = ( "none" | "neither" ) "of" ;`
fn nothing(tokens: Tokens<'_>) -> Parsed<'_, Quantity> {
    if tokens.is_any(0, &["none", "neither"]) && tokens.is(1, "of") {
        let numeral = Numeral {
            value: Rational::ZERO,
            place: Rational::ONE,
            form: Form::Words,
        };
        return tokens.accept(1, Quantity::of(Kind::Cardinal, Figure::One(numeral)));
    }
    tokens.refuse()
}

/// The hedge of a mention, the tokens it takes before, and the rest behind it.
///
/// A date has none, but for one that is counted back: about ten years ago. A
/// statistic's is its sign.
fn hedged<'a>(
    tokens: Tokens<'a>,
    rest: Tokens<'a>,
    start: usize,
    kind: Kind,
    value: &Value,
    step: Option<Step>,
) -> (usize, Hedge, Tokens<'a>) {
    match value {
        Value::Statistic(statistic) => {
            let hedge = match statistic.as_ref() {
                Statistic::Value { relation, .. } => relation.hedge(),
                Statistic::Confidence { .. } => Hedge::None,
            };
            (0, hedge, rest)
        }
        Value::Time(_) if step.is_none() => (0, Hedge::None, rest),
        Value::Time(_) => {
            let (lead, hedge) = hedge::before(tokens, start);
            (lead, hedge, rest)
        }
        Value::Quantity { .. } => {
            let (lead, hedge) = hedge::before(tokens, start);
            if kind != Kind::Score && hedge == Hedge::None {
                let (count, behind) = hedge::behind(rest);
                return (lead, behind, rest.skip(count));
            }
            (lead, hedge, rest)
        }
    }
}

/// Makes the mention, unless it is a name, a pronoun or an idiom. The rest
/// after it, hedge included; `None` where it is refused.
fn taken<'a>(
    tokens: Tokens<'a>,
    rest: Tokens<'a>,
    reading: Reading,
    start: usize,
    sentence: usize,
    found: &mut Vec<(Mention, Option<Step>)>,
) -> Option<Tokens<'a>> {
    let (kind, value, step) = match reading {
        Reading::Time(timex, step) => {
            let kind = match timex.form {
                DateForm::Clock => Kind::Time,
                DateForm::Set => Kind::Set,
                _ => Kind::Date,
            };
            (kind, Value::Time(Box::new(timex)), step)
        }
        Reading::Statistic(statistic) => {
            (Kind::Statistic, Value::Statistic(Box::new(statistic)), None)
        }
        Reading::Quantity(quantity) => {
            if name::is_name(tokens, rest, &quantity, start)
                || name::is_pronoun(tokens, rest)
                || is_idiom(tokens, rest)
            {
                return None;
            }
            (
                quantity.kind,
                Value::Quantity {
                    figure: quantity.figure,
                    unit: quantity.unit,
                },
                None,
            )
        }
    };
    let (lead, hedge, after) = hedged(tokens, rest, start, kind, &value, step);
    let page = tokens.page;
    let span = page.tokens[tokens.at]
        .span()
        .join(page.tokens[rest.at - 1].span());
    let mention = Mention {
        span,
        tokens: tokens.at..rest.at,
        lead: tokens.at - lead,
        sentence,
        kind,
        hedge,
        value,
    };
    found.push((mention, step));
    Some(after)
}

/// 50-50, 24/7, one-to-one: said of no quantity.
fn is_idiom(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let fifty =
        tokens.is(0, "50") && tokens.kind(1) == Some(TokenKind::Hyphen) && tokens.is(2, "50");
    let always =
        tokens.is(0, "24") && tokens.glued_kind(1) == Some(TokenKind::Slash) && tokens.is(2, "7");
    let one = tokens.is(0, "one")
        && rest.kind(0) == Some(TokenKind::Hyphen)
        && rest.is_any(
            1,
            &["to", "on", "off", "way", "time", "sided", "size", "stop"],
        );
    fifty || always || one
}

/// `dateline = PLACE [ "," PLACE ] "," date ( "-" | "–" | "—" ) ;` at the head
/// of the first paragraphs.
fn dateline(document: &Document<'_>, found: &[(Mention, Option<Step>)]) -> Option<Anchor> {
    let early = found.iter().take_while(|(mention, _)| mention.sentence < 8);
    for (mention, _) in early {
        let Some(timex) = mention.time() else {
            continue;
        };
        let Some(date) = timex.date().filter(|_| timex.dated && timex.end.is_none()) else {
            continue;
        };
        let block = &document.blocks[document.sentences[mention.sentence].block];
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation)
            || mention.tokens.start - block.tokens.start > 10
        {
            continue;
        }
        let before = &document.tokens[block.tokens.start..mention.tokens.start];
        let place = before.iter().all(|t| {
            matches!(
                t.kind,
                TokenKind::Comma
                    | TokenKind::Period
                    | TokenKind::Open
                    | TokenKind::Close
                    | TokenKind::Slash
                    | TokenKind::Hyphen
                    | TokenKind::EnDash
                    | TokenKind::EmDash
            ) || t.kind == TokenKind::Word && (t.is_capitalised() || t.is_upper())
        });
        let after = document.tokens[..block.tokens.end].get(mention.tokens.end);
        let dash = |token: &Token| {
            matches!(
                token.kind,
                TokenKind::EnDash | TokenKind::EmDash | TokenKind::Minus
            ) || token.kind == TokenKind::Hyphen && !token.is_glued()
        };
        let bracket = after.is_some_and(|t| t.kind == TokenKind::Close)
            && document.tokens[..block.tokens.end]
                .get(mention.tokens.end + 1)
                .is_some_and(dash);
        let colon = after.is_some_and(|t| t.kind == TokenKind::Colon);
        let alone = after.is_none() && before.len() <= 4;
        if place && (after.is_some_and(dash) || bracket || (colon && !before.is_empty()) || alone) {
            return Some(Anchor {
                date,
                origin: Origin::Dateline,
                span: Some(mention.span),
            });
        }
    }
    None
}

/// Whether the document's numeric dates have the day first (`Some(true)`), the
/// month first, or do not tell.
fn day_comes_first(document: &Document<'_>, found: &[(Mention, Option<Step>)]) -> Option<bool> {
    let (mut day, mut month) = (0, 0);
    for (mention, _) in found {
        let Some((first, second)) = numeric_parts(&document.source[mention.span]) else {
            continue;
        };
        day += usize::from(first > 12 && second <= 12);
        month += usize::from(second > 12 && first <= 12);
    }
    match (day, month) {
        (1.., 0) => Some(true),
        (0, 1..) => Some(false),
        _ => None,
    }
}

/// The two small numbers of `11/9/2015`.
fn numeric_parts(written: &str) -> Option<(u8, u8)> {
    let mut parts = written.split(['/', '-', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if third.len() != 4 {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?))
}

fn order_numeric(timex: &mut Timex, written: &str, day_first: Option<bool>) {
    if timex.month.is_some() || timex.form != DateForm::Full {
        return;
    }
    let (Some((first, second)), Some(day_first)) = (numeric_parts(written), day_first) else {
        return;
    };
    let (day, month) = if day_first {
        (first, second)
    } else {
        (second, first)
    };
    timex.day = Some(day);
    timex.month = Some(month);
}

/// Whether the clause of a timex speaks of what is to come.
fn speaks_of_future(document: &Document<'_>, lexicon: &Lexicon, mention: &Mention) -> bool {
    let sentence = &document.sentences[mention.sentence];
    let first = mention
        .tokens
        .start
        .saturating_sub(20)
        .max(sentence.tokens.start);
    let last = (mention.tokens.end + 8).min(sentence.tokens.end);
    let words = &document.tokens[first..last];
    words.iter().enumerate().any(|(n, token)| {
        token.kind == TokenKind::Word && {
            let text = document.slice(token.span());
            let modal = matches!(
                text,
                "will"
                    | "may"
                    | "shall"
                    | "plans"
                    | "due"
                    | "scheduled"
                    | "upcoming"
                    | "expected"
                    | "ll"
            );
            let to_be = text == "to"
                && words
                    .get(n + 1)
                    .is_some_and(|next| lexicon.senses(next.word).is(Class::Auxiliary));
            modal || to_be
        }
    })
}
