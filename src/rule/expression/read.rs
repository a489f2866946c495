//! Reads the fields of bound things out of the article.

use std::ops::Range;

use super::scene::Scene;
use super::types::Of;
use super::{judgement::Judgement, list, symbol, table, time};
use crate::claim::designation::number_of;
use crate::claim::{Claim, MentionId, Setting, Term};
use crate::mention::{
    Figure, Form, Hedge, Kind, Mention, Numeral, Statistic, Timex, Value as Says,
};
use crate::number::quantity::{round_place, rounded};
use crate::number::{Bound as End, Interval, Rational, Unit, UnitId};
use crate::rule::binding::Bound;
use crate::rule::value::{Amount, Value};

/// The field of a value; of a list, the list of its members' fields.
pub(super) fn field(scene: Scene<'_>, owner: &Value, name: &str) -> Value {
    match owner {
        Value::List(values) => Value::List(values.iter().map(|v| field(scene, v, name)).collect()),
        Value::Amount(amount) => of_amount(amount, name),
        Value::Days(days) => time::of_days(*days, name),
        Value::Mention { id, like } => of_mention(scene, *id, *like, name),
        Value::Words(_) | Value::Term(_) if name == "text" => Value::Text(scene.text(owner)),
        Value::Words(tokens) => of_words(scene, tokens, name),
        Value::Thing(thing) => of_thing(scene, thing, name),
        Value::Missing if super::field::given_by(name).is_some_and(|it| it.of == Of::Truth) => {
            Value::Truth(Judgement::POSSIBLE)
        }
        _ => Value::Missing,
    }
}

fn exact(number: Rational) -> Value {
    Value::amount(Some(Amount::number(Interval::exact(number))))
}

pub(super) fn whole(number: i128) -> Value {
    exact(Rational::integer(number))
}

pub(super) fn truth(known: bool) -> Value {
    Value::Truth(known.into())
}

fn of_amount(amount: &Amount, name: &str) -> Value {
    let end = |side: fn(&Interval) -> End| {
        let end = |values: Interval| side(&values).value().map(Interval::exact);
        Value::amount(amount.shown().and_then(|shown| shown.each(end)))
    };
    match name {
        "value" => Value::amount(amount.shown()),
        "low" => end(Interval::low),
        "high" => end(Interval::high),
        "symbol" => Value::Text(amount.unit.symbol()),
        "unit" => Value::Unit(amount.unit),
        _ => Value::Missing,
    }
}

fn of_mention(scene: Scene<'_>, id: MentionId, like: Option<MentionId>, name: &str) -> Value {
    let Some(mention) = scene.article.mentions.get(id) else {
        return Value::Missing;
    };
    match name {
        "text" => return Value::Text(scene.written(mention.span)),
        "kind" => {
            return Value::or_missing(kind(scene, id, like), |k| Value::Symbol(k.name()));
        }
        "hedge" => return Value::Symbol(symbol::hedge(mention.hedge)),
        "hedged" => return truth(!matches!(mention.hedge, Hedge::None | Hedge::Exactly)),
        _ => {}
    }
    let said = scene
        .article
        .claims
        .get(id)
        .map_or(Value::Missing, |claim| {
            of_claim(scene, mention, claim, name)
        });
    if said != Value::Missing {
        return said;
    }
    match &mention.value {
        Says::Time(timex) => of_timex(timex, name),
        Says::Statistic(statistic) => match of_statistic(scene, mention, statistic, name) {
            Value::Missing => {
                amount(scene, id, like).map_or(Value::Missing, |amount| of_amount(&amount, name))
            }
            found => found,
        },
        Says::Quantity { .. } => match of_number(scene, mention, like, name) {
            Value::Missing => {
                amount(scene, id, like).map_or(Value::Missing, |amount| of_amount(&amount, name))
            }
            found => found,
        },
    }
}

fn of_claim(scene: Scene<'_>, mention: &Mention, claim: &Claim, name: &str) -> Value {
    let term = |term: Option<Term>| Value::or_missing(term, Value::Term);
    match name {
        "head" => term(claim.head),
        "modifiers" => term(claim.modifiers),
        "subject" => term(claim.subject),
        "predicate" => term(claim.predicate),
        "window" => term(claim.window),
        "place_name" => term(claim.place),
        "source" => term(claim.source),
        "phrase" => Value::Text(scene.written(claim.phrase.unwrap_or(mention.span))),
        "outcome" => Value::or_missing(claim.outcome, |o| Value::Symbol(symbol::outcome(o))),
        "role" => Value::Symbol(symbol::role(claim.role)),
        "modality" => Value::Symbol(symbol::modality(claim.modality)),
        "setting" => Value::Symbol(symbol::setting(claim.setting)),
        "definite" => truth(claim.definite),
        "quoted" => truth(claim.quoted),
        "compared" => truth(claim.compared),
        "trusted" => truth(claim.way.is_some_and(|way| way.is_trusted())),
        _ => Value::Missing,
    }
}

fn of_timex(timex: &Timex, name: &str) -> Value {
    match name {
        "form" => Value::Symbol(symbol::form(timex.form)),
        "weekday" => Value::or_missing(timex.weekday.and_then(symbol::weekday), Value::Symbol),
        "day" => Value::or_missing(timex.day, |day| whole(day.into())),
        "month" => Value::or_missing(timex.month, |month| whole(month.into())),
        "year" => Value::or_missing(timex.year, |year| whole(year.into())),
        "days" => Value::or_missing(timex.days, Value::Days),
        "resolved" => truth(timex.days.is_some()),
        "anchored" => truth(timex.anchored),
        "impossible" => truth(timex.is_impossible()),
        "dated" => truth(timex.dated),
        "begins" => Value::or_missing(timex.begins(), Value::Days),
        "ends" => Value::or_missing(timex.ends(), Value::Days),
        "zoned" => truth(timex.clock.is_some_and(|clock| clock.zoned)),
        "clock" => Value::or_missing(time::clock(timex), Value::Clock),
        "zone" => Value::amount(time::zone(timex)),
        "first" | "last" => Value::or_missing(time::days(timex), |days| time::of_days(days, name)),
        _ => Value::Missing,
    }
}

fn of_statistic(scene: Scene<'_>, mention: &Mention, statistic: &Statistic, name: &str) -> Value {
    let degree = |place: usize| match statistic {
        Statistic::Value { degrees, .. } => degrees[place],
        Statistic::Confidence { .. } => None,
    };
    match name {
        "statistic" => Value::Symbol(symbol::statistic(statistic)),
        "df" => Value::or_missing(degree(0), |numeral| exact(numeral.value)),
        "df2" => Value::or_missing(degree(1), |numeral| exact(numeral.value)),
        "level" => match statistic {
            Statistic::Confidence { level, .. } => exact(level.value),
            Statistic::Value { .. } => Value::Missing,
        },
        _ => {
            let plain = Mention {
                value: Says::Quantity {
                    figure: statistic.figure(),
                    unit: Unit::NONE,
                },
                ..mention.clone()
            };
            of_number(scene, &plain, None, name)
        }
    }
}

fn of_number(scene: Scene<'_>, mention: &Mention, like: Option<MentionId>, name: &str) -> Value {
    let Says::Quantity { figure, unit } = &mention.value else {
        return Value::Missing;
    };
    let first = match figure {
        Figure::One(numeral) => Some(numeral),
        Figure::Range(ends) => Some(&ends.0),
        Figure::Vague(_) | Figure::Malformed => None,
    };
    match name {
        "written" => Value::or_missing(first, |numeral| exact(numeral.value)),
        "digits" => Value::or_missing(
            first.and_then(|numeral| digits(numeral, &scene.written(mention.span))),
            |count| whole(count as i128),
        ),
        "place" => Value::amount(first.and_then(|numeral| {
            let place = Interval::exact(numeral.place);
            let unit = amount_of(scene, mention, like)?.unit;
            Amount::of_unit(place, unit)?.difference()
        })),
        "rate" => truth(unit.per != UnitId::NONE),
        "low_end" | "high_end" | "full_end" => {
            let Figure::Range(ends) = figure else {
                return Value::Missing;
            };
            let end = match name {
                "low_end" => ends.0,
                "full_end" => full_end(&ends.0, ends.1),
                _ => ends.1,
            };
            // “About 15-10 minutes”: the hedge is the whole range's.
            let alone = Mention {
                hedge: Hedge::None,
                value: Says::Quantity {
                    figure: Figure::One(end),
                    unit: *unit,
                },
                ..mention.clone()
            };
            Value::amount(amount_of(scene, &alone, like))
        }
        "ending_fits" if mention.kind == Kind::Ordinal => {
            truth(ending_fits(&scene.written(mention.span)))
        }
        "first" => Value::or_missing(pair(scene, mention, figure), |pair| exact(pair.0)),
        "second" => Value::or_missing(pair(scene, mention, figure), |pair| exact(pair.1)),
        _ => Value::Missing,
    }
}

/// The high end of a range with the leading digits that it leaves out: 492 of
/// `488–92`. Only numbers of three or more digits are cut short so.
fn full_end(low: &Numeral, high: Numeral) -> Numeral {
    let whole = low.value.is_integer() && high.value.is_integer();
    let long = low.value >= Rational::integer(100);
    if !whole || !long || high.value < Rational::ZERO || high.value >= low.value {
        return high;
    }
    let zeros = high.value.floor().to_string().len() as i32;
    let completed = || {
        let power = Rational::power_of_ten(zeros)?;
        let lead = low.value.over(power)?.floor();
        Rational::integer(lead).times(power)?.plus(high.value)
    };
    match completed() {
        Some(value) => Numeral { value, ..high },
        None => high,
    }
}

/// Whether the letters behind an ordinal's digits are those of its number.
/// `st` always fits: 12st is a weight.
fn ending_fits(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    let letters = text[digits.len()..].to_ascii_lowercase();
    let teen = ["11", "12", "13"].iter().any(|teen| digits.ends_with(teen));
    let due = match digits.bytes().last() {
        None => return true,
        Some(b'2') if !teen => "nd",
        Some(b'3') if !teen => "rd",
        Some(b'1') if !teen => "st",
        Some(_) => "th",
    };
    letters == due || letters == "st" || !["nd", "rd", "th"].contains(&letters.as_str())
}

/// The amount that a mention stands for; one that is bare takes unit and scale
/// of the mention that it is like.
pub(super) fn amount(scene: Scene<'_>, id: MentionId, like: Option<MentionId>) -> Option<Amount> {
    amount_of(scene, scene.article.mentions.get(id)?, like)
}

fn amount_of(scene: Scene<'_>, mention: &Mention, like: Option<MentionId>) -> Option<Amount> {
    let likened = likened(scene, mention, like);
    let mention = likened.as_ref().unwrap_or(mention);
    let said = match &mention.value {
        Says::Quantity { figure, .. } => said(figure)?,
        Says::Statistic(statistic) => said(&statistic.figure())?,
        Says::Time(_) => return None,
    };
    Amount::written(&mention.quantity()?, said, mention.kind)
}

/// A number as a rounded one; of a list, each of its numbers. What is computed
/// stays as it is.
pub(super) fn as_rounded(scene: Scene<'_>, value: &Value) -> Value {
    match value {
        Value::List(values) => Value::List(values.iter().map(|v| as_rounded(scene, v)).collect()),
        Value::Mention { id, like } => Value::amount(rounded_mention(scene, *id, *like)),
        other => other.clone(),
    }
}

fn rounded_mention(scene: Scene<'_>, id: MentionId, like: Option<MentionId>) -> Option<Amount> {
    let mention = scene.article.mentions.get(id)?;
    let likened = likened(scene, mention, like);
    let mention = likened.as_ref().unwrap_or(mention);
    let figure = &match &mention.value {
        Says::Quantity { figure, .. } => figure.clone(),
        Says::Statistic(statistic) => statistic.figure(),
        Says::Time(_) => return None,
    };
    let widened = |values: Interval, lenient: bool| {
        let numerals = match figure {
            Figure::One(numeral) => vec![*numeral],
            Figure::Range(ends) => vec![ends.0, ends.1],
            Figure::Vague(_) | Figure::Malformed => Vec::new(),
        };
        numerals.iter().try_fold(values, |values, numeral| {
            // The place of “1.20 million” or “3.40” is written, not guessed.
            let is_bare = lenient && matches!(numeral.form, Form::Digits | Form::Words);
            let place = match is_bare && numeral.place == Rational::ONE {
                true => round_place(numeral.value),
                false => numeral.place,
            };
            Some(values.hull(&rounded(numeral.value, place)?))
        })
    };
    let mut quantity = mention.quantity()?;
    quantity.strict = widened(quantity.strict, false)?;
    quantity.lenient = widened(quantity.lenient, true)?;
    Amount::written(&quantity, said(figure)?, mention.kind)
}

/// A figure exactly as written.
fn said(figure: &Figure) -> Option<Interval> {
    match figure {
        Figure::One(numeral) => Some(Interval::exact(numeral.value)),
        Figure::Range(ends) => Some(Interval::closed(ends.0.value, ends.1.value)),
        Figure::Vague(values) => Some(*values),
        Figure::Malformed => None,
    }
}

/// What kind of number a mention is; one that is bare is of the kind of the
/// mention that it is like.
pub(super) fn kind(scene: Scene<'_>, id: MentionId, like: Option<MentionId>) -> Option<Kind> {
    let mention = scene.article.mentions.get(id)?;
    match likened(scene, mention, like) {
        Some(likened) => Some(likened.kind),
        None => Some(mention.kind),
    }
}

/// A bare mention written out: with the kind, unit and scale of the mention
/// that it is like. `None` when it is not bare, or like none.
fn likened(scene: Scene<'_>, mention: &Mention, like: Option<MentionId>) -> Option<Mention> {
    let model = scene.article.mentions.get(like?)?;
    let (Says::Quantity { figure, unit }, Says::Quantity { unit: other, .. }) =
        (&mention.value, &model.value)
    else {
        return None;
    };
    if !unit.is_none() || mention.kind != Kind::Cardinal {
        return None;
    }
    let scale = scale_of_model(scene, mention, model);
    let scaled = |numeral: Numeral| match scale {
        Some(scale) => Some(Numeral {
            value: numeral.value.times(scale)?,
            place: numeral.place.times(scale)?,
            form: Form::Scaled,
        }),
        None => Some(numeral),
    };
    let figure = match figure {
        Figure::One(numeral) => Figure::One(scaled(*numeral)?),
        Figure::Range(ends) => Figure::Range(Box::new((scaled(ends.0)?, scaled(ends.1)?))),
        other => other.clone(),
    };
    Some(Mention {
        kind: model.kind,
        value: Says::Quantity {
            figure,
            unit: *other,
        },
        ..mention.clone()
    })
}

/// The scale that a bare number shares with its model: “up from 38” beside
/// “77m” is 38m. Only a number below 1,000 that comes nearer to the model by
/// it takes it.
fn scale_of_model(scene: Scene<'_>, mention: &Mention, model: &Mention) -> Option<Rational> {
    let (own, other) = (numeral(mention)?, numeral(model)?);
    let thousand = Rational::integer(1000);
    if own.form != Form::Digits || other.form != Form::Scaled || own.value >= thousand {
        return None;
    }
    if own.value <= Rational::ZERO || other.value <= Rational::ZERO {
        return None;
    }
    let scale = scene.scale(model)?;
    let far = |value: Rational| {
        let ratio = value.over(other.value)?;
        Some(ratio.max(Rational::ONE.over(ratio)?))
    };
    (far(own.value.times(scale)?)? < far(own.value)?).then_some(scale)
}

fn numeral(mention: &Mention) -> Option<&Numeral> {
    match &mention.value {
        Says::Quantity {
            figure: Figure::One(numeral),
            ..
        } => Some(numeral),
        Says::Quantity {
            figure: Figure::Range(ends),
            ..
        } => Some(&ends.1),
        _ => None,
    }
}

/// How many digits are written that say something: 2 in `1,200`, 3 in `3.40`.
fn digits(numeral: &Numeral, text: &str) -> Option<usize> {
    let places = numeral.value.over(numeral.place)?.abs()?;
    let written = places.floor().to_string();
    let said = if text.contains('.') {
        &*written
    } else {
        written.trim_end_matches('0')
    };
    Some(said.len().max(1))
}

/// The digits of a mention's number in rising order, and the number.
pub(super) fn sorted_digits(scene: Scene<'_>, value: &Value) -> Option<(Vec<u8>, Rational)> {
    let Value::Mention { id, .. } = value else {
        return None;
    };
    let numeral = numeral(scene.article.mentions.get(*id)?)?;
    let places = numeral.value.over(numeral.place)?.abs()?.floor();
    let mut digits = places.to_string().into_bytes();
    digits.sort_unstable();
    Some((digits, numeral.value))
}

/// The two numbers of a score, or of a ratio that is written with exactly two.
fn pair(scene: Scene<'_>, mention: &Mention, figure: &Figure) -> Option<(Rational, Rational)> {
    if let Figure::Range(ends) = figure {
        return Some((ends.0.value, ends.1.value));
    }
    let numbers: Vec<i128> = mention
        .tokens
        .clone()
        .filter_map(|token| scene.small_number(token))
        .take(3)
        .collect();
    match numbers[..] {
        [first, second] => Some((Rational::integer(first), Rational::integer(second))),
        _ => None,
    }
}

fn of_words(scene: Scene<'_>, tokens: &Range<usize>, name: &str) -> Value {
    let document = &scene.article.document;
    match name {
        "setting" => Value::Symbol(symbol::setting(Setting::of_token(document, tokens.start))),
        "announced" => truth(is_announced(scene, tokens.start)),
        "number" => Value::or_missing(number_of(document, tokens), |number| {
            Value::Text(number.to_owned())
        }),
        _ => Value::Missing,
    }
}

/// Whether a word of announcing stands in the sentence of a token.
fn is_announced(scene: Scene<'_>, token: usize) -> bool {
    let document = &scene.article.document;
    let sentences = &document.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= token);
    let (Some(sentence), Some(class)) =
        (sentences.get(sentence), scene.lexicon.class("announcing"))
    else {
        return false;
    };
    let words = &document.tokens[sentence.tokens.clone()];
    words
        .iter()
        .any(|word| scene.lexicon.is_in(word.word, class))
}

fn of_thing(scene: Scene<'_>, thing: &Bound, name: &str) -> Value {
    match thing {
        Bound::List(list) => list::field(scene, *list, name),
        Bound::Column { table, column } => table::field(scene, *table, Err(*column), name),
        Bound::Row { table, row } => table::field(scene, *table, Ok(*row), name),
        Bound::Cell { table, row, column } => table::cell(scene, *table, *row, *column, name),
        Bound::Sentence(sentence) if name == "text" => {
            let sentence = scene.article.document.sentences.get(*sentence);
            Value::or_missing(sentence, |sentence| {
                Value::Text(scene.written(sentence.span))
            })
        }
        Bound::Document => of_document(scene, name),
        _ => Value::Missing,
    }
}

fn of_document(scene: Scene<'_>, name: &str) -> Value {
    let document = &scene.article.document;
    match name {
        "anchor" => time::anchor(scene),
        "anchored" => truth(document.anchor.is_some()),
        "title" => Value::or_missing(document.title, |span| Value::Text(scene.written(span))),
        "has_year" => truth(
            scene
                .article
                .mentions
                .iter()
                .any(|mention| matches!(&mention.value, Says::Time(timex) if timex.dated)),
        ),
        "has_date" => truth(scene.article.mentions.iter().any(|mention| {
            matches!(&mention.value, Says::Time(timex)
                if timex.day.is_some() && timex.month.is_some() && timex.year.is_some())
        })),
        _ => Value::Missing,
    }
}

/// The unit of a mention that is bound like another.
pub(super) fn unit(scene: Scene<'_>, value: &Value) -> Option<Unit> {
    match value {
        Value::Amount(amount) => Some(amount.unit),
        Value::Mention { id, like } => Some(amount(scene, *id, *like)?.unit),
        _ => None,
    }
}
