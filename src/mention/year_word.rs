//! Years in words: nineteen ninety-nine, twenty fourteen, two thousand and eight.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use super::name::is_counted;
use super::number_word::small;
use super::timex::Timex;
use super::tokens::{Parsed, Tokens, hyphen, one_of, sense, word};
use super::unit_name::unit;
use super::year::of_year;
use crate::lexicon::{Class, Lead};

/// `year_in_words = ( of_century | of_millennium ) ;` behind a word that a year follows
/// or a month, before nothing that it could count.
pub(crate) fn year_in_words(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    let before = tokens.senses_back(1);
    if !before.leads(Lead::Year) && before.month.is_none() {
        return tokens.refuse();
    }
    let (rest, year) = alt((of_century, of_millennium)).parse(tokens)?;
    let next = rest.senses(0);
    let counts = next.scale.is_some()
        || next.cardinal.is_some()
        || next.is(Class::TimeNoun)
        || next.is(Class::MoneyWord)
        || rest.is_any(0, &["per", "percent", "point"])
        || is_counted(rest)
        || unit(rest, false).is_some_and(|_| !next.is(Class::Preposition));
    if counts {
        return tokens.refuse();
    }
    Ok((rest, of_year(year)))
}

/// `of_century = CENTURY [ "-" ] ( ( "oh" | "o" ) [ "-" ] UNIT | small ) ;` seventeen to twenty,
/// and ten and more: eighteen forty-eight, twenty twelve, nineteen oh five
fn of_century(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, century) = sense(|s| s.cardinal.filter(|n| (14..=20).contains(n))).parse(tokens)?;
    let (rest, _) = opt(hyphen).parse(rest)?;
    let unit = preceded(
        (one_of(&["o", "oh"]), opt(hyphen)),
        sense(|s| s.cardinal.filter(|n| (1..10).contains(n))),
    )
    .parse(rest);
    // “Twenty two” is no year.
    let (rest, year) = match unit {
        Ok((rest, unit)) => (rest, i128::from(unit)),
        Err(_) => verify(small, |year| (10..100).contains(year)).parse(rest)?,
    };
    match i32::try_from(year) {
        Ok(year) => Ok((rest, i32::from(century) * 100 + year)),
        Err(_) => tokens.refuse(),
    }
}

/// `of_millennium = "two" "thousand" [ [ "and" ] small ] ;` behind “in” or its like
fn of_millennium(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    if !tokens.senses_back(1).leads(Lead::SureYear) {
        return tokens.refuse();
    }
    let (rest, _) = (word("two"), word("thousand")).parse(tokens)?;
    match preceded(opt(word("and")), small).parse(rest) {
        Ok((rest, year)) => match i32::try_from(year) {
            Ok(year) => Ok((rest, 2000 + year)),
            Err(_) => tokens.refuse(),
        },
        Err(_) => Ok((rest, 2000)),
    }
}
