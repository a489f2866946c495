//! Whether 11/9/2015 is in September or November: the document's other dates
//! may tell.

use super::Mention;
use super::relative::Step;
use super::timex::{DateForm, Timex};
use crate::document::Document;

/// Whether the document's numeric dates have the day first (`Some(true)`), the
/// month first, or do not tell.
pub(crate) fn day_comes_first(
    document: &Document<'_>,
    found: &[(Mention, Option<Step>)],
) -> Option<bool> {
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

pub(crate) fn order(timex: &mut Timex, written: &str, day_first: Option<bool>) {
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
