//! Expressions of time that are counted from the anchor date: yesterday, last
//! week, three years ago, this month.

use nom::Parser;
use nom::branch::alt;

use super::date::day_part;
use super::timex::{DateForm, Period, Timex};
use super::tokens::{Parsed, Tokens};
use crate::document::Token;
use crate::lexicon::Class;

/// How a relative expression is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// So many days from the anchor.
    Days(i32),
    /// So many weeks from the anchor's.
    Weeks(i32),
    /// So many months from the anchor's.
    Months(i32),
    /// So many years from the anchor's.
    Years(i32),
    /// The anchor's quarter and so many on.
    Quarters(i32),
    /// The weekday in the week so many on: last -1, this 0, next 1.
    Weekday(u8, i32),
    /// The month in the year so many on.
    Month(u8, i32),
    /// The season in the year so many on.
    Season(u8, i32),
    /// The weekend so many on.
    Weekend(i32),
}

/// `relative = day_name | ( "last" | "next" | "this" ) period_name | count period "ago" ;`
pub(crate) fn relative(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    alt((day_name, led, ago)).parse(tokens)
}

fn timex() -> Timex {
    Timex {
        form: DateForm::Relative,
        anchored: true,
        ..Timex::default()
    }
}

/// `day_name = [ "the" "day" ( "before" | "after" ) ] ( "yesterday" | "today" | "tomorrow" | "tonight" ) [ day_part ] ;`
fn day_name(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let step = match tokens.text(0).to_ascii_lowercase().as_str() {
        "yesterday" => -1,
        "today" | "tonight" => 0,
        "tomorrow" => 1,
        _ => return tokens.refuse(),
    };
    let night = tokens.is(0, "tonight").then_some(Period::DayPart("NI"));
    let rest = tokens.skip(1);
    // “USA Today”, “Yesterday” the song
    let title = tokens.back(1).is_some_and(|t| t.is_capitalised())
        && tokens.first().is_some_and(Token::is_capitalised);
    if title {
        return tokens.refuse();
    }
    match day_part(rest) {
        Ok((rest, part)) => Ok((
            rest,
            (
                Timex {
                    period: Some(Period::DayPart(part)),
                    ..timex()
                },
                Step::Days(step),
            ),
        )),
        Err(_) => Ok((
            rest,
            (
                Timex {
                    period: night,
                    ..timex()
                },
                Step::Days(step),
            ),
        )),
    }
}

/// `led = ( "last" | "next" | "this" | "past" | "coming" | "previous" ) ( "week" | "month" | … | weekday | month | season ) ;`
fn led(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let by = match tokens.text(0).to_ascii_lowercase().as_str() {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return tokens.refuse(),
    };
    let name = tokens.text(1);
    let rest = tokens.skip(2);
    let senses = tokens.senses(1);
    let capital = tokens.peek(1).is_some_and(Token::is_capitalised);
    if let (Some(weekday), true) = (senses.weekday, capital) {
        let timex = Timex {
            weekday: Some(weekday),
            ..timex()
        };
        let part = day_part(rest).map(|(rest, part)| (rest, Some(Period::DayPart(part))));
        let (rest, period) = part.unwrap_or((rest, None));
        return Ok((
            rest,
            (Timex { period, ..timex }, Step::Weekday(weekday, by)),
        ));
    }
    if let (Some(month), true) = (senses.month, capital) {
        return Ok((
            rest,
            (
                Timex {
                    month: Some(month),
                    ..timex()
                },
                Step::Month(month, by),
            ),
        ));
    }
    let step = match name.to_ascii_lowercase().as_str() {
        "night" if by == -1 => {
            return Ok((
                rest,
                (
                    Timex {
                        period: Some(Period::DayPart("NI")),
                        ..timex()
                    },
                    Step::Days(-1),
                ),
            ));
        }
        "morning" if by == 0 => {
            return Ok((
                rest,
                (
                    Timex {
                        period: Some(Period::DayPart("MO")),
                        ..timex()
                    },
                    Step::Days(0),
                ),
            ));
        }
        "afternoon" if by == 0 => {
            return Ok((
                rest,
                (
                    Timex {
                        period: Some(Period::DayPart("AF")),
                        ..timex()
                    },
                    Step::Days(0),
                ),
            ));
        }
        "evening" if by == 0 => {
            return Ok((
                rest,
                (
                    Timex {
                        period: Some(Period::DayPart("EV")),
                        ..timex()
                    },
                    Step::Days(0),
                ),
            ));
        }
        "week" => Step::Weeks(by),
        "month" => Step::Months(by),
        "year" => Step::Years(by),
        "quarter" => Step::Quarters(by),
        "weekend" => Step::Weekend(by),
        "spring" => Step::Season(1, by),
        "summer" => Step::Season(2, by),
        "autumn" | "fall" => Step::Season(3, by),
        "winter" => Step::Season(4, by),
        _ => return tokens.refuse(),
    };
    Ok((rest, (timex(), step)))
}

/// `ago = ( "a" | "an" | number ) ( "day" | "week" | "month" | "year" ) [ "s" ] "ago" ;`
fn ago(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let count = if tokens.is_any(0, &["a", "an"]) {
        1
    } else if let Some(count) = tokens.senses(0).cardinal {
        i32::from(count)
    } else if let Ok(count) = tokens.text(0).parse::<u16>() {
        i32::from(count)
    } else {
        return tokens.refuse();
    };
    if !tokens.is(2, "ago") || !tokens.is_class(1, Class::TimeNoun) {
        return tokens.refuse();
    }
    let step = match tokens.text(1).to_ascii_lowercase().as_str() {
        "day" | "days" => Step::Days(-count),
        "week" | "weeks" => Step::Weeks(-count),
        "month" | "months" => Step::Months(-count),
        "year" | "years" => Step::Years(-count),
        "decade" | "decades" => Step::Years(-10 * count),
        _ => return tokens.refuse(),
    };
    tokens.accept(3, (timex(), step))
}
