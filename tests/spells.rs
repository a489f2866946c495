//! How years in words, lengths of nights and weekends, and spans of hours on a day
//! are read. Against Thursday, 5 November 2015.

#[path = "support/reading.rs"]
mod reading;

use reading::check;

#[test]
fn a_year_may_be_in_words() {
    check(
        "The mill shut in nineteen sixty-four.",
        &["date nineteen sixty-four = 1964"],
    );
    check(
        "They left in May two thousand and three.",
        &["date May two thousand and three = 2003-05"],
    );
    check(
        "On March first eighteen hundred and twelve it froze.",
        &["date March first eighteen hundred and twelve = 1812-03-01"],
    );
    check(
        "It was dug since twenty oh six.",
        &["date twenty oh six = 2006"],
    );
}

#[test]
fn words_that_count_are_no_year() {
    check(
        "In two thousand and twelve barns the hay burned.",
        &["cardinal two thousand and twelve = 2012"],
    );
    check(
        "In nineteen fifty-metre lanes they swam.",
        &["cardinal nineteen = 19", "measure fifty-metre = 50 metre"],
    );
    check("She read Nineteen Eighty-Four.", &["cardinal Four = 4"]);
}

#[test]
fn a_year_far_ahead_must_be_led() {
    check("The dam is safe in 2150.", &["date 2150 = 2150"]);
    check("It hit 2150 on the dial.", &["cardinal 2150 = 2150"]);
}

#[test]
fn nights_and_weekends_are_lengths() {
    check(
        "They camped for three nights.",
        &["duration three nights = 3 night"],
    );
    check(
        "It took two weekends to paint.",
        &["duration two weekends = 2 weekend"],
    );
    check(
        "He hummed Two Nights all day.",
        &["duration all day = 1 day"],
    );
}

#[test]
fn a_length_may_begin_with_an_article() {
    check(
        "The dive took an hour and forty minutes.",
        &["duration an hour and forty minutes = 100 minute"],
    );
    check(
        "They waited a week and two days.",
        &["duration a week and two days = 9 day"],
    );
}

#[test]
fn a_span_of_hours_belongs_to_its_day() {
    check(
        "The fair is on Saturday from 10am to 4pm.",
        &["date Saturday from 10am to 4pm = 2015-10-31T10:00/2015-10-31T16:00"],
    );
    check(
        "The tide turns on Friday, at 6.40am.",
        &["date Friday, at 6.40am = 2015-10-30T06:40"],
    );
    check(
        "The ferry came on Sunday early morning at 7:00.",
        &["date Sunday early morning at 7:00 = 2015-11-01T07:00"],
    );
}

#[test]
fn an_hour_may_have_the_letter_of_its_language() {
    check("The gates shut at 19h45.", &["time 19h45 = T19:45"]);
    check("The gates shut at 3:15p.", &["time 3:15p = T15:15"]);
    check(
        "Tolls are free between 0615-0745.",
        &["time 0615-0745 = T06:15/T07:45"],
    );
    check(
        "It is on from two thirty to three fifteen.",
        &["time two thirty = T02:30", "time three fifteen = T03:15"],
    );
}

#[test]
fn pages_tell_how_old_they_are_by_a_letter() {
    check("It was posted 2d ago.", &["date 2d ago = 2015-11-03"]);
    check("It was posted 4w ago.", &["date 4w ago = 2015-W41"]);
    check("The well is 15m deep.", &["measure 15m = 15 metre"]);
}

#[test]
fn what_is_up_to_now_or_left_has_no_days() {
    check("Sales fell in the year to date.", &["date year to date ="]);
    check("Her year-to-date pay rose.", &["date year-to-date ="]);
    check(
        "It is the deepest well to date.",
        &["date date = PRESENT_REF"],
    );
    check("He wanted to date her.", &[]);
    check(
        "Rain is due for the rest of the week.",
        &["date rest of the week ="],
    );
    check(
        "The bus runs this school year.",
        &["date this school year ="],
    );
    check("No one is in at this time.", &["date time = PRESENT_REF"]);
    check("It snows at this time of year.", &[]);
}

#[test]
fn a_night_of_its_kind_is_a_set() {
    check(
        "It was a Friday night like any other.",
        &["set Friday night = XXXX-WXX-5TNI"],
    );
    check("They ring everyday.", &["set everyday = P1D"]);
    check("They ring every weekday.", &["set every weekday ="]);
}

#[test]
fn a_week_may_be_named_by_a_day_without_its_month() {
    check(
        "The week of the 16th is free.",
        &["date week of the 16th = 2015-W47"],
    );
    check(
        "The inn is full this working week.",
        &["date this working week = 2015-W45"],
    );
}

#[test]
fn a_holiday_that_is_led_needs_no_capital() {
    check("They met last easter.", &["date last easter = 2015-04-05"]);
    check("She hid an easter egg.", &[]);
}
