//! Holidays: Christmas Eve, Good Friday 2015, Memorial Day. When they fall is
//! [known](crate::number::holiday) once their year is.

use super::date::of_day;
use super::timex::{DateForm, Timex};
use super::tokens::{Parsed, Tokens};
use super::year::optional_year;
use crate::document::TokenKind;
use crate::lexicon::{Class, WordId};
use crate::number::Holiday;

/// `holiday = NAME [ [ "," | "of" ] year ] ;` of one word in small letters only where no
/// article makes it a thing of its kind: he had an epiphany
pub(crate) fn holiday(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    named(tokens, false)
}

/// `led_holiday = NAME ;` behind a word that says which, as last easter: of one word
/// without its capital, too.
pub(crate) fn led_holiday(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    match named(tokens, true)? {
        (rest, holiday) if holiday.year.is_none() => Ok((rest, holiday)),
        _ => tokens.refuse(),
    }
}

fn named(tokens: Tokens<'_>, led: bool) -> Parsed<'_, Timex> {
    let Some(first) = tokens.first().filter(|_| tokens.senses(0).begins_holiday) else {
        return tokens.refuse();
    };
    let known = tokens.page.lexicon.holidays_beginning(first.word);
    let found = known
        .iter()
        .find_map(|(words, holiday)| Some((behind(tokens.skip(1), words)?, words.len(), *holiday)));
    let Some((rest, more, holiday)) = found else {
        return tokens.refuse();
    };
    let alone = more == 0;
    if is_of_name(rest, alone || !first.is_capitalised()) {
        return tokens.refuse();
    }
    let (rest, year) = optional_year(rest);
    let small = alone && !led && !first.is_capitalised();
    if small && year.is_none() && tokens.senses_back(1).is(Class::Article) {
        return tokens.refuse();
    }
    Ok((rest, of_holiday(holiday, year)))
}

/// Whether a holiday may begin with a word: its name goes on with the next one.
/// Many begin with words that are in every sentence.
pub(crate) fn may_begin(tokens: Tokens<'_>) -> bool {
    let Some(first) = tokens.first().filter(|_| tokens.senses(0).begins_holiday) else {
        return false;
    };
    let known = tokens.page.lexicon.holidays_beginning(first.word);
    known
        .iter()
        .any(|(words, _)| behind(tokens.skip(1), &words[..words.len().min(1)]).is_some())
}

/// What is left behind the words of a name. An apostrophe, a hyphen or a full
/// stop may stand between two of them.
fn behind<'a>(tokens: Tokens<'a>, words: &[WordId]) -> Option<Tokens<'a>> {
    let mut rest = tokens;
    for word in words {
        if matches!(
            rest.kind(0),
            Some(TokenKind::Apostrophe | TokenKind::Hyphen | TokenKind::Period)
        ) {
            rest = rest.skip(1);
        }
        if rest.first()?.word != *word {
            return None;
        }
        rest = rest.skip(1);
    }
    Some(rest)
}

/// Whether the name goes on, so that it is another’s: the Good Friday Agreement,
/// and of one word or without a capital also Easter Island, Christmas presents,
/// family day care.
fn is_of_name(rest: Tokens<'_>, alone: bool) -> bool {
    let next = rest.first().filter(|token| token.kind == TokenKind::Word);
    let senses = rest.senses(0);
    let of_time = senses.month.is_some() || senses.weekday.is_some() || senses.time.is_some();
    let grammar = || {
        [
            Class::Auxiliary,
            Class::Conjunction,
            Class::Determiner,
            Class::Preposition,
            Class::Pronoun,
        ]
        .iter()
        .any(|class| senses.is(*class))
    };
    let hyphen = rest.glued_kind(0) == Some(TokenKind::Hyphen);
    next.is_some_and(|next| next.is_capitalised() && !of_time || alone && !of_time && !grammar())
        || hyphen && alone
}

fn of_holiday(holiday: Holiday, year: Option<i32>) -> Timex {
    let timex = match holiday.fixed() {
        Some((month, day)) => of_day(year, month, day),
        None => Timex {
            form: DateForm::DayMonth,
            year,
            dated: year.is_some(),
            ..Timex::default()
        },
    };
    Timex {
        holiday: Some(holiday),
        ..timex
    }
}
