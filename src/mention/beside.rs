//! Times that are beside the last or the next of their kind: the day before
//! yesterday, the Thursday before last, Tuesday week, the turn of the century.

use super::relative::{Step, period_name, timex, with_day_part};
use super::timex::Timex;
use super::tokens::{Parsed, Tokens};
use super::weekday::weekday_name;
use crate::document::TokenKind;
use crate::lexicon::Class;

/// `beside = "before" "last" | "after" "next" ;` two back, or two on.
fn beside(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    match () {
        () if tokens.is(0, "before") && tokens.is(1, "last") => tokens.accept(2, -2),
        () if tokens.is(0, "after") && tokens.is(1, "next") => tokens.accept(2, 2),
        () => tokens.refuse(),
    }
}

/// `day_beside = "day" ( "before" "yesterday" | "after" "tomorrow" ) ;`
pub(crate) fn day_beside(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let days = match (tokens.is(1, "before"), tokens.is(1, "after")) {
        (true, _) if tokens.is(2, "yesterday") => -2,
        (_, true) if tokens.is(2, "tomorrow") => 2,
        _ => return tokens.refuse(),
    };
    if !tokens.is(0, "day") {
        return tokens.refuse();
    }
    with_day_part(tokens.skip(3), timex(), Step::Days(days))
}

/// `period_beside = period_name beside ;` the weekend before last
pub(crate) fn period_beside(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, by) = beside(tokens.skip(1))?;
    let (_, step) = period_name(tokens, by)?;
    Ok((rest, (timex(), step)))
}

/// `month_beside = month beside ;` the March before last
pub(crate) fn month_beside(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, by) = beside(tokens.skip(1))?;
    let Some(month) = tokens.senses(0).month else {
        return tokens.refuse();
    };
    let named = Timex {
        month: Some(month),
        ..timex()
    };
    Ok((rest, (named, Step::Month(month, by))))
}

/// `weekday_beside = weekday ( beside | "week" ) ;` the Thursday before last; on
/// Tuesday week, which is a week behind the one that comes
pub(crate) fn weekday_beside(tokens: Tokens<'_>) -> Parsed<'_, (Timex, Step)> {
    let (rest, weekday) = weekday_name(tokens)?;
    let named = Timex {
        weekday: Some(weekday),
        ..timex()
    };
    if let Ok((rest, by)) = beside(rest) {
        return Ok((rest, (named, Step::Weekday(weekday, by))));
    }
    if rest.is(0, "week") && ends(rest.skip(1)) {
        return rest.accept(1, (named, Step::Weekday(weekday, 2)));
    }
    tokens.refuse()
}

/// Whether a time ends here, so that it describes no noun.
pub(super) fn ends(rest: Tokens<'_>) -> bool {
    let joined = matches!(
        rest.glued_kind(0),
        Some(TokenKind::Hyphen | TokenKind::Apostrophe)
    );
    let grammar = || {
        let senses = rest.senses(0);
        senses.is(Class::Preposition)
            || senses.is(Class::Conjunction)
            || senses.is(Class::Auxiliary)
            || senses.is(Class::Pronoun)
    };
    !joined && (rest.kind(0) != Some(TokenKind::Word) || grammar())
}
