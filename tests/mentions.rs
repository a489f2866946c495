//! What is read as a number or an expression of time, whatever stands there.

#[path = "support/reading.rs"]
mod reading;

use proptest::prelude::*;
use reading::{read, row, seen};

/// Words and marks that the grammars look at, in any order.
const PIECES: [&str; 50] = [
    "1", "12", "2015", "007", "3.5", "1,200", ".", ",", "-", "–", "/", ":", "(", ")", "%", "$",
    "£", "½", "²", "°", "+", "=", "<", "'", " ", "e", "x", "×", "^", "am", "pm", "of", "and", "a",
    "half", "million", "hundred", "third", "to", "between", "May", "Monday", "last", "week", "ago",
    "CI", "t(", "&nbsp;", "μm", "MPa",
];

proptest! {
    #[test]
    fn any_text_can_be_read(text in ".{0,200}", html: bool) {
        let name = if html { "story.html" } else { "story.md" };
        read(name, &text);
    }

    #[test]
    fn any_row_of_pieces_can_be_read(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
        spaced: bool,
    ) {
        row(&pieces, spaced);
    }
}

#[test]
fn a_year_before_a_zone_is_no_hour_behind_its_month() {
    assert_eq!(
        seen("It counts seconds from 1 March, 1970 UTC."),
        ["date 1 March, 1970 = 1970-03-01"]
    );
}

#[test]
fn designations_made_of_numbers_are_names() {
    assert!(seen("The C++20 modules and guideline 700-21B agree.").is_empty());
}

#[test]
fn two_attributes_after_between_are_two_measures() {
    assert_eq!(
        seen("It converts between 64-bit and 32-bit files.").len(),
        2
    );
}
