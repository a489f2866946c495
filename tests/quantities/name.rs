//! Names and labels made with numbers, which count nothing.

use super::reading::check;

#[test]
fn a_race_is_no_length() {
    check("She won the 1,500m in May.", &["date May = 2015-05"]);
    check("She won the 400m hurdles.", &[]);
    check("He ran 400m down the road.", &["measure 400m = 400 metre"]);
}

#[test]
fn labels_and_names_are_no_quantities() {
    for text in [
        "The F-16 landed.",
        "It was COVID-19.",
        "See page 12.",
        "It ran on version 2.0.1.",
        "Call +44 (0)161 123 4567 ext. 123.",
        "Phone 123 456 7890 for help.",
        "It is at 192.168.0.1 there.",
        "It is at 2001:db8::1 there.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_range_of_labels_is_no_ratio() {
    check("It was stage 2–3 in six cases.", &["cardinal six = 6"]);
}

#[test]
fn odds_count_nothing() {
    check("The grey is 25/1 and the bay 9/4 favourite.", &[]);
    check("He won 3/4 of the bets.", &["cardinal 3/4 = 0.75"]);
}

#[test]
fn names_look_like_money_and_measures() {
    check("50 Cent sang on SR388 with a PS5.", &["cardinal 50 = 50"]);
    check(
        "It has 659 MPs and not one bit of wit.",
        &["cardinal 659 = 659", "cardinal one = 1"],
    );
}

#[test]
fn the_top_ten_are_ten() {
    check("She met the top ten riders.", &["cardinal ten = 10"]);
    check("It was a top ten hit.", &[]);
}
