//! Times that no day of the calendar fixes: now, recently, in the future, in
//! recent years, a few days ago, the following week, in the morning. TIMEX3 has
//! values for some (`PRESENT_REF`); none has days.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::day_part::{day_part, loose_part};
use super::ordinal::ordinal;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens, hyphen};
use super::year::skip_glue;
use crate::document::{Token, TokenKind};
use crate::lexicon::{Class, DayPart, Reference, TimeUnit, TimeWord};

/// `loose = loose_part | adverb | noun | to_date | rest_of | school_year | turn | recent | beside | pointed | earlier | vaguely_ago | units_ago | unit_joined | day_or_night_beside ;`
pub(crate) fn loose(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    match tokens.senses(0).time {
        Some(TimeWord::Reference(_)) => adverb(tokens),
        Some(TimeWord::DayPart(_)) => alt((loose_part, day_or_night_beside)).parse(tokens),
        Some(TimeWord::Unit(_)) => {
            alt((units_ago, up_to_date, unit_joined, day_or_night_beside)).parse(tokens)
        }
        Some(_) => tokens.refuse(),
        None if tokens.senses(1).time.is_some() => {
            alt((recent, beside, pointed, earlier, vaguely_ago)).parse(tokens)
        }
        None => alt((
            noun,
            to_date,
            rest_of,
            school_year,
            turn,
            beside,
            vaguely_ago,
        ))
        .parse(tokens),
    }
}

fn of(reference: Option<Reference>) -> Timex {
    Timex {
        form: DateForm::Loose,
        period: reference.map(Period::Reference),
        ..Timex::default()
    }
}

/// Whether a word is joined to another by a hyphen: now-defunct.
fn is_joined(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let before = tokens.first().is_some_and(Token::is_glued)
        && tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen);
    before || rest.glued_kind(0) == Some(TokenKind::Hyphen)
}

fn of_part(part: DayPart) -> Timex {
    Timex {
        form: DateForm::Loose,
        period: Some(Period::DayPart(part)),
        ..Timex::default()
    }
}

/// `adverb = "now" | "currently" | "recently" | … ;` not “as soon as”, “so recently”.
fn adverb(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let Some(TimeWord::Reference(reference)) = tokens.senses(0).time else {
        return tokens.refuse();
    };
    let compared = tokens.was_any(1, &["as", "how", "too"]) || tokens.is_any(1, &["after", "as"]);
    if compared || is_joined(tokens, tokens.skip(1)) {
        return tokens.refuse();
    }
    tokens.accept(1, of(Some(reference)))
}

/// Whether a phrase ends here: no noun follows that would be described.
fn ends_phrase(rest: Tokens<'_>) -> bool {
    let senses = rest.senses(0);
    rest.kind(0) != Some(TokenKind::Word)
        || [
            Class::Auxiliary,
            Class::ClauseWord,
            Class::Conjunction,
            Class::Pronoun,
            Class::Preposition,
        ]
        .iter()
        .any(|class| senses.is(*class))
}

/// `noun = "past" | "future" | "present" | "moment" | "time" ;` in the past, at present, at
/// this time
fn noun(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let qualified = usize::from(tokens.was_any(1, &["distant", "foreseeable", "near", "recent"]));
    let the = tokens.was_any(1 + qualified, &["the"]);
    let led = the && tokens.was_any(2 + qualified, &["for", "from", "in", "of"]);
    let at = tokens.was_any(1, &["at"]) || the && tokens.was_any(2, &["at"]);
    // at this time, at the present time
    let present = usize::from(tokens.was_any(1, &["present"]));
    let this = tokens.was_any(1 + present, &["the", "this"])
        && tokens.was_any(2 + present, &["at"])
        && (present > 0 || tokens.was_any(1, &["this"]));
    let reference = match () {
        () if led && tokens.is(0, "past") => Reference::Past,
        () if led && tokens.is(0, "future") => Reference::Future,
        () if at && tokens.is_any(0, &["moment", "present"]) => Reference::Present,
        () if this && tokens.is(0, "time") => Reference::Present,
        () => return tokens.refuse(),
    };
    let of_what = tokens.is(1, "of");
    if !ends_phrase(tokens.skip(1)) || of_what || is_joined(tokens, tokens.skip(1)) {
        return tokens.refuse();
    }
    tokens.accept(1, of(Some(reference)))
}

/// `to_date = "date" ;` behind “to” or “till”, at the end of a clause: the largest sale to date
fn to_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let goes_on = matches!(tokens.kind(1), Some(TokenKind::Word | TokenKind::Digits));
    let ends = !goes_on && !is_joined(tokens, tokens.skip(1));
    // “up to date” is how new it is
    let verb = tokens.senses_back(2).is(Class::Auxiliary)
        || tokens.senses_back(2).tense.is_some()
        || tokens.was_any(2, &["up"]);
    if tokens.is(0, "date") && tokens.was_any(1, &["till", "to"]) && ends && !verb {
        return tokens.accept(1, of(Some(Reference::Present)));
    }
    tokens.refuse()
}

/// `rest_of = ( "rest" | "remainder" ) "of" "the" unit ;` from now to its end, where its end is
/// the calendar's: the rest of the week
fn rest_of(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let left = tokens.is_any(0, &["remainder", "rest"]);
    if !(left && tokens.is(1, "of") && tokens.is_any(2, &["the", "this"])) {
        return tokens.refuse();
    }
    let unit = tokens.senses(3).time_unit();
    match unit.filter(|unit| *unit >= TimeUnit::Day && !tokens.text(3).ends_with('s')) {
        Some(_) if ends_phrase(tokens.skip(4)) => tokens.accept(4, of(None)),
        _ => tokens.refuse(),
    }
}

/// `school_year = ( "this" | "last" | "next" | "current" | "coming" ) ( "academic" | "school" ) "year" ;` which
/// no calendar fixes
fn school_year(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let led = tokens.is_any(0, &["coming", "current", "last", "next", "this"]);
    if led && tokens.is_any(1, &["academic", "school"]) && tokens.is(2, "year") {
        return tokens.accept(3, of(None));
    }
    tokens.refuse()
}

/// `turn = ( "turn" | "beginning" | "start" | "middle" | "end" ) "of" "the" [ ordinal ] ( "century" | "decade" | "millennium" | "year" ) ;` the years or days
/// about its beginning, of which it is not said which.
fn turn(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if !(tokens.is(1, "of") && tokens.is(2, "the")) {
        return tokens.refuse();
    }
    // “by the end of the decade”, of which the text speaks
    if tokens.is_any(0, &["beginning", "end", "middle", "start"]) {
        return match tokens.senses(3).time_unit() {
            Some(TimeUnit::Century | TimeUnit::Decade) => tokens.accept(4, of(None)),
            _ => tokens.refuse(),
        };
    }
    if !tokens.is(0, "turn") {
        return tokens.refuse();
    }
    let rest = opt(ordinal).parse(tokens.skip(3))?.0;
    let unit = rest.senses(0).time_unit();
    let long = matches!(
        unit,
        Some(TimeUnit::Century | TimeUnit::Decade | TimeUnit::Year)
    );
    if long && units(rest).is_none() || rest.is(0, "millennium") {
        return rest.accept(1, of(None));
    }
    tokens.refuse()
}

/// A unit of a day or longer in the plural.
fn units(tokens: Tokens<'_>) -> Option<TimeUnit> {
    let unit = tokens.senses(0).time_unit()?;
    (tokens.text(0).ends_with('s') && unit >= TimeUnit::Day).then_some(unit)
}

/// `recent = ( "recent" | "previous" | "coming" ) units ;` in recent weeks, in the coming days
fn recent(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let reference = match () {
        () if tokens.is_any(0, &["previous", "recent"]) => Reference::Past,
        () if tokens.is_any(0, &["coming", "upcoming"]) => Reference::Future,
        () => return tokens.refuse(),
    };
    if units(tokens.skip(1)).is_none() {
        return tokens.refuse();
    }
    tokens.accept(2, of(Some(reference)))
}

/// `beside = "the" ( "following" | "previous" | "same" | "next" ) unit ;` the one beside a
/// time that the text has spoken of; also “previous” and “past” behind a
/// preposition, as headlines have it: up on previous quarter.
fn beside(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let next =
        tokens.is(0, "next") && (tokens.is(1, "day") || tokens.senses(1).day_part().is_some());
    let short =
        tokens.is_any(0, &["past", "previous"]) && tokens.senses_back(1).is(Class::Preposition);
    let named = short || tokens.is_any(0, &["following", "previous", "same"]);
    let singular = |n| !tokens.text(n).ends_with('s');
    let unit = match tokens.senses(1).time {
        Some(TimeWord::Unit(unit)) => unit >= TimeUnit::Day && singular(1),
        Some(TimeWord::DayPart(_)) => singular(1),
        _ => tokens.senses(1).weekday.is_some(),
    };
    let the = tokens.was_any(1, &["the"]);
    if !(next || named)
        || !unit
        || !(the || short)
        || tokens.glued_kind(2) == Some(TokenKind::Hyphen)
    {
        return tokens.refuse();
    }
    tokens.accept(2, of(None))
}

/// `day_or_night_beside = ( unit | day_part ) ( "before" | "after" ) ;` behind “the”, at the end of a phrase: he was
/// freed the day after
fn day_or_night_beside(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let long = tokens
        .senses(0)
        .time_unit()
        .is_none_or(|unit| unit >= TimeUnit::Day);
    let singular = !tokens.text(0).ends_with('s');
    let last = tokens.kind(2) != Some(TokenKind::Word);
    if long
        && singular
        && last
        && tokens.was_any(1, &["the"])
        && tokens.is_any(1, &["after", "before"])
    {
        return tokens.accept(2, of(None));
    }
    tokens.refuse()
}

/// `up_to_date = unit [ "-" ] "to" [ "-" ] "date" ;` the part of it that is over: down 5% in
/// the year to date
fn up_to_date(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let rest = skip_glue(tokens.skip(1));
    let after = skip_glue(rest.skip(1));
    let unit = tokens.senses(0).time_unit();
    let long = unit.is_some_and(|unit| unit > TimeUnit::Day) && units(tokens).is_none();
    if long && rest.is(0, "to") && after.is(0, "date") {
        return after.accept(1, of(None));
    }
    tokens.refuse()
}

/// `unit_joined = unit ( "-" ( "ago" | "earlier" | "end" ) | "'" "s" [ "-" ] "end" ) ;` the year-ago quarter, at
/// month-end
fn unit_joined(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let long = tokens
        .senses(0)
        .time_unit()
        .is_some_and(|unit| unit >= TimeUnit::Day);
    let hyphen = hyphen(tokens.skip(1)).is_ok();
    let genitive = tokens.glued_kind(1) == Some(TokenKind::Apostrophe)
        && tokens.is(2, "s")
        && !tokens.was_any(1, &["the"]);
    match () {
        () if !long => tokens.refuse(),
        () if hyphen && tokens.is_any(2, &["ago", "earlier"]) => {
            tokens.accept(3, of(Some(Reference::Past)))
        }
        () if hyphen && tokens.is(2, "end") => tokens.accept(3, of(None)),
        () if genitive && tokens.is(3, "end") => tokens.accept(4, of(None)),
        () => tokens.refuse(),
    }
}

/// `pointed = "these" "days" | "one" day_part | "that" ( unit | day_part ) ;` that night, of which
/// the text has spoken; one night, of which it will
fn pointed(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if tokens.is(0, "one") {
        return match day_part(tokens.skip(1)) {
            // “One Night”, the song
            Ok((rest, part))
                if ends_phrase(rest) && !tokens.peek(1).is_some_and(Token::is_capitalised) =>
            {
                Ok((rest, of_part(part)))
            }
            _ => tokens.refuse(),
        };
    }
    if tokens.is(0, "these") && tokens.is(1, "days") {
        return tokens.accept(2, of(Some(Reference::Present)));
    }
    let unit = match tokens.senses(1).time {
        Some(TimeWord::Unit(unit)) => unit >= TimeUnit::Day,
        Some(TimeWord::DayPart(_)) => true,
        _ => false,
    };
    let singular = !tokens.text(1).ends_with('s');
    if tokens.is(0, "that") && unit && singular && ends_phrase(tokens.skip(2)) {
        return tokens.accept(2, of(None));
    }
    tokens.refuse()
}

/// `earlier = ( "a" | "the" ) unit ( "earlier" | "before" ) ;` behind “from”: up from a
/// year earlier
fn earlier(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let unit = tokens.senses(1).time_unit().is_some();
    let led = tokens.is_any(0, &["a", "an", "the"]) && tokens.was_any(1, &["from"]);
    if unit && led && tokens.is_any(2, &["before", "earlier"]) {
        return tokens.accept(3, of(None));
    }
    tokens.refuse()
}

/// `vaguely_ago = ( [ "a" ] "few" | "several" | "some" | "many" | "a" "couple" [ "of" ] ) unit "ago" ;`
fn vaguely_ago(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let article = usize::from(tokens.is(0, "a"));
    let vague = tokens.is_any(article, &["few", "many", "several", "some"]);
    let couple = article == 1 && tokens.is(1, "couple");
    let of_units = usize::from(couple && tokens.is(2, "of"));
    let place = article + 1 + of_units;
    let unit = tokens.senses(place).time_unit().is_some();
    if (vague || couple) && unit && tokens.is(place + 1, "ago") {
        return tokens.accept(place + 2, of(Some(Reference::Past)));
    }
    tokens.refuse()
}

/// `units_ago = units "ago" ;` years ago, decades ago
fn units_ago(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if units(tokens).is_some() && tokens.is(1, "ago") {
        return tokens.accept(2, of(Some(Reference::Past)));
    }
    tokens.refuse()
}
