//! From one date to another: Monday to Friday, 28 December – 3 January 2016,
//! 2014-15, 1961 to 1982.

use super::date::one_date;
use super::month::joined_by_to;
use super::timex::{DateForm, Timex};
use super::tokens::Tokens;
use super::year::{early_year, year_end};
use crate::document::{Token, TokenKind};

/// `range_end = ( "-" | "–" | "-to-" | "to" | "until" | "through" | "and" ) one_date ;`
///
/// `and` only after `between`.
pub(crate) fn range_end<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    first: &Timex,
) -> Option<(Tokens<'a>, Timex)> {
    if first.form == DateForm::Range || first.form == DateForm::Set {
        return None;
    }
    let (joint, after) = match joined_by_to(rest) {
        Some(after) => (Joint::Loose, after),
        None => (joint(start, rest, first)?, rest.skip(1)),
    };
    let last = match joint {
        Joint::Tight => year_end(first, after).or_else(|| early_year(first, after)),
        Joint::Loose => None,
    };
    let (after, last) = last.or_else(|| one_date(after).ok())?;
    let slash = rest.kind(0) == Some(TokenKind::Slash);
    if !are_alike(first, &last) || slash && last.form != DateForm::Year {
        return None;
    }
    Some((after, joined(first, last)))
}

/// What stands between the ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A mark glued to both.
    Tight,
    /// A word, or a mark with blanks.
    Loose,
}

fn joint(start: Tokens<'_>, rest: Tokens<'_>, first: &Timex) -> Option<Joint> {
    let glued =
        rest.peek(0).is_some_and(Token::is_glued) && rest.peek(1).is_some_and(Token::is_glued);
    let day = matches!(first.form, DateForm::Full | DateForm::DayMonth);
    let loose = match rest.kind(0)? {
        TokenKind::Hyphen | TokenKind::EmDash | TokenKind::EnDash if glued => {
            return Some(Joint::Tight);
        }
        TokenKind::Slash => return (glued && first.form == DateForm::Year).then_some(Joint::Tight),
        TokenKind::EnDash => day || first.form == DateForm::Year,
        // A dash with blanks may set off what follows: both ends show that it
        // does not.
        TokenKind::Hyphen => day || matches!(first.form, DateForm::MonthYear | DateForm::Weekday),
        TokenKind::Word if rest.is(0, "and") => start.was_any(1, &["between"]),
        TokenKind::Word => rest.is_any(0, &["to", "until", "through", "till", "thru"]),
        _ => false,
    };
    loose.then_some(Joint::Loose)
}

/// Whether two dates can be the ends of one range.
fn are_alike(first: &Timex, last: &Timex) -> bool {
    use DateForm as F;
    match (first.form, last.form) {
        (F::Range, _) | (_, F::Range | F::Set) => false,
        (a, b) if a == b => true,
        (F::DayMonth, F::Full) | (F::Full, F::DayMonth) => true,
        (F::Month, F::MonthYear) | (F::MonthYear, F::Month) => true,
        (F::Weekday, F::Full | F::DayMonth) => true,
        _ => false,
    }
}

/// The range of two dates. A year that only one end has is the other's, too,
/// or the one beside it: 28 December to 3 January 2016.
fn joined(first: &Timex, last: Timex) -> Timex {
    let mut range = first.clone();
    let mut last = last;
    let later = (range.month, range.day) > (last.month, last.day);
    match (range.year, last.year) {
        (None, Some(year)) => {
            range.year = Some(year - i32::from(later));
            range.dated = last.dated;
        }
        (Some(year), None) if last.month.is_some() && range.dated => {
            last.year = Some(year + i32::from(later));
            last.dated = true;
        }
        _ => {}
    }
    range.form = DateForm::Range;
    range.end = Some(Box::new(last));
    range
}
