//! Holidays that fall on the same day every year.

use super::date::of_day;
use super::timex::Timex;
use super::tokens::{Parsed, Tokens};
use super::year::optional_year;
use crate::document::{Token, TokenKind};

/// Holidays that fall on the same day every year: words, month, day.
const HOLIDAYS: [(&[&str], u8, u8); 13] = [
    (&["Anzac", "Day"], 4, 25),
    (&["Armistice", "Day"], 11, 11),
    (&["Bastille", "Day"], 7, 14),
    (&["Boxing", "Day"], 12, 26),
    (&["Christmas", "Day"], 12, 25),
    (&["Christmas", "Eve"], 12, 24),
    (&["Halloween"], 10, 31),
    (&["New", "Year", "’s", "Day"], 1, 1),
    (&["New", "Year", "’s", "Eve"], 12, 31),
    (&["New", "Years", "Day"], 1, 1),
    (&["New", "Years", "Eve"], 12, 31),
    (&["Valentine", "’s", "Day"], 2, 14),
    (&["Valentines", "Day"], 2, 14),
];

/// `holiday = "Christmas" "Day" | … [ [ "," ] year ] ;`
pub(crate) fn holiday(tokens: Tokens<'_>) -> Parsed<'_, Timex> {
    if !tokens.first().is_some_and(Token::is_capitalised) {
        return tokens.refuse();
    }
    let found = HOLIDAYS.iter().find_map(|(words, month, day)| {
        let mut place = 0;
        for word in *words {
            let possessive = *word == "’s";
            if possessive && tokens.kind(place) != Some(TokenKind::Apostrophe) {
                return None;
            }
            place += usize::from(possessive);
            if !tokens.is(place, word.trim_start_matches('’')) {
                return None;
            }
            place += 1;
        }
        Some((place, *month, *day))
    });
    let Some((count, month, day)) = found else {
        return tokens.refuse();
    };
    let (rest, year) = optional_year(tokens.skip(count));
    Ok((rest, of_day(year, month, day)))
}
