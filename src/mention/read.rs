//! Reads a document's mentions, sentence by sentence.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::map;

use super::age::age;
use super::moment::moment;
use super::quantity::{Quantity, quantity};
use super::relative::Step;
use super::score::score;
use super::sign_word::{negative, nothing};
use super::tense::tense;
use super::timex::{DateForm, Period};
use super::tokens::{Page, Parsed, Tokens};
use super::{
    Hedge, Kind, Mention, Statistic, Timex, Value, bounds, clock, dateline, day_order, duration,
    elision, hedge, holiday, name, resolve, row, statistic, telephone,
};
use crate::document::{Document, Origin, Token, TokenKind};
use crate::lexicon::{Class, Lexicon, WordId};

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
    for right in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(right);
        if let (Some((left, _)), Some((right, _))) = (before.last_mut(), after.first_mut()) {
            row::share_unit(document, left, right);
            row::share_rate(document, left, right);
        }
    }
    elision::elide_units(document, lexicon, &mut found);
    let dateline = dateline::dateline(document, &found);
    if document
        .anchor
        .is_none_or(|anchor| anchor.origin > Origin::Dateline)
    {
        document.anchor = dateline.or(document.anchor);
    }
    let day_first = day_order::day_comes_first(document, &found);
    for (mention, step) in &mut found {
        if mention.time().is_some() {
            resolved(document, lexicon, mention, *step, day_first);
        }
    }
    let mut mentions: Vec<Mention> = found.into_iter().map(|(mention, _)| mention).collect();
    // They are kept as long as the article, of which they are a large part.
    mentions.shrink_to_fit();
    mentions
}

/// Reads a time against the rest of the document and its anchor date.
fn resolved(
    document: &Document<'_>,
    lexicon: &Lexicon,
    mention: &mut Mention,
    step: Option<Step>,
    day_first: Option<bool>,
) {
    let written = document.slice(mention.span);
    let Value::Time(timex) = &mut mention.value else {
        return;
    };
    day_order::order(timex, written, day_first);
    if let Some(anchor) = document.anchor {
        day_order::order_by_weekday(timex, written, anchor.date);
    }
    resolve::by_itself(timex);
    if let Some(anchor) = document.anchor.filter(|_| timex.days.is_none()) {
        let tense = tense(document, lexicon, mention.sentence, mention.tokens.clone());
        resolve::against(timex, step, anchor.date, tense);
    }
    if !matches!(mention.hedge, Hedge::None | Hedge::Exactly) {
        timex.days = None;
    }
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
        let after = match mention(tokens) {
            Ok((rest, reading)) if rest.at > tokens.at => {
                taken(tokens, rest, reading, start, sentence, found)
            }
            _ => None,
        };
        tokens = after.unwrap_or_else(|| tokens.skip(refused(tokens, first)));
    }
}

/// Whether an article counts something: a dozen, an hour, a third, a dollar.
fn article_begins(tokens: Tokens<'_>) -> bool {
    let counted = || {
        let next = tokens.senses(1);
        next.scale.is_some()
            || next.fraction.is_some()
            || next.is(Class::TimeNoun)
            || next.is(Class::MoneyWord)
            || tokens.is_any(1, &["couple", "few", "handful"])
    };
    tokens.is_class(0, Class::Article) && tokens.is_any(0, &["a", "an"]) && counted()
}

/// How many tokens to pass over where nothing was read: digits with all that is
/// glued to them.
fn refused(tokens: Tokens<'_>, first: Token) -> usize {
    if first.kind == TokenKind::Digits {
        telephone::glued_run(tokens)
    } else {
        1
    }
}

/// Whether a word is seen at once to begin nothing, as most are: neither it nor the
/// word behind it has a sense of a grammar.
fn is_plain(tokens: Tokens<'_>, first: Token) -> bool {
    let lexicon = tokens.page.lexicon;
    let next = tokens.peek(1);
    // “p value” is a statistic.
    next.is_none_or(|next| next.kind == TokenKind::Word && !lexicon.opens_mention(next.word))
        && !lexicon.opens_mention(first.word)
        && !tokens.is(1, "value")
}

/// Whether any grammar begins with this token.
fn may_begin(tokens: Tokens<'_>, first: Token) -> bool {
    match first.kind {
        TokenKind::Digits | TokenKind::VulgarFraction | TokenKind::Currency => true,
        TokenKind::Word if is_plain(tokens, first) => false,
        TokenKind::Word => {
            first.word != WordId::UNKNOWN
                && (tokens.senses(0).begins_mention()
                    || article_begins(tokens)
                    || holiday::may_begin(tokens))
                || duration::may_begin(tokens)
                || statistic::may_begin(tokens)
                || tokens.glued_kind(1) == Some(TokenKind::Currency)
                // C $5, as texts cut into words have it
                || tokens.kind(1) == Some(TokenKind::Currency)
                    && tokens.is_any(0, &["c", "hk", "nz"])
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
            matches!(
                tokens.kind(1),
                Some(TokenKind::Digits | TokenKind::Period | TokenKind::Currency)
            )
        }
        _ => false,
    }
}

/// `mention = stopwatch | statistic | moment | duration | score | age | negative | nothing | quantity ;`
fn mention(tokens: Tokens<'_>) -> Parsed<'_, Reading> {
    alt((
        map(clock::stopwatch, Reading::Quantity),
        map(statistic::statistic, Reading::Statistic),
        map(moment, |(timex, step)| Reading::Time(timex, step)),
        map(duration::duration, Reading::Quantity),
        map(score, Reading::Quantity),
        map(age, Reading::Quantity),
        map(negative, Reading::Quantity),
        map(nothing, Reading::Quantity),
        map(quantity, Reading::Quantity),
    ))
    .parse(tokens)
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
        // “A victory over second seed Ana Vale”
        Value::Quantity { .. } if kind == Kind::Ordinal => (0, Hedge::None, rest),
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
                DateForm::Loose if matches!(timex.period, Some(Period::DayPart(_))) => Kind::Time,
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
                || name::is_idiom(tokens, rest)
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
    let joined = found
        .last_mut()
        .is_some_and(|(before, _)| bounds::join(page.document, before, &mention));
    if !joined {
        found.push((mention, step));
    }
    Some(after)
}
