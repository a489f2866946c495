//! What is read as an expression of time, and what is not.

#[path = "support/reading.rs"]
mod reading;

use addup::number::Hedge;
use proptest::prelude::*;
use reading::{check, only, read, seen};

#[test]
fn dates_are_british_american_or_numeric() {
    check(
        "On 4 November 2015 it fell.",
        &["date 4 November 2015 = 2015-11-04"],
    );
    check(
        "On Nov. 4, 2015, it fell.",
        &["date Nov. 4, 2015 = 2015-11-04"],
    );
    check("On 2015-11-04 it fell.", &["date 2015-11-04 = 2015-11-04"]);
    check("On 22/04 it fell.", &["date 22/04 = 2015-04-22"]);
    check(
        "The first of March was cold.",
        &["date first of March = 2015-03-01"],
    );
    check("It was a 9/11 report.", &["date 9/11 = 2001-09-11"]);
}

#[test]
fn a_numeric_date_stays_open_until_the_document_tells_its_order() {
    check("On 5/4/2015 it fell.", &["date 5/4/2015 = 2015"]);
    check(
        "On 5/4/2015 it fell, on 22/4/2015 it rose.",
        &["date 5/4/2015 = 2015-04-05", "date 22/4/2015 = 2015-04-22"],
    );
}

#[test]
fn a_weekday_tells_the_order_of_its_numeric_date() {
    check(
        "It met on Friday, 04/09/2015 there.",
        &["date Friday, 04/09/2015 = 2015-09-04"],
    );
    check(
        "It met on Thursday 04/09/2015 there.",
        &["date Thursday 04/09/2015 = 2015-04-09"],
    );
    check("It met on 13/Apr/2014.", &["date 13/Apr/2014 = 2014-04-13"]);
    check(
        "It met Sun 13/Apr/2014.",
        &["date Sun 13/Apr/2014 = 2014-04-13"],
    );
    let found = only("It met on Monday, 04/09/2015 there.");
    assert_eq!(found.time().and_then(|timex| timex.weekday), Some(1));
}

#[test]
fn a_weekday_that_does_not_fit_stays_with_its_date() {
    let found = only("It was held on Monday 4 November 2015.");
    let timex = found.time().expect("it is a date");
    assert_eq!((timex.weekday, timex.day), (Some(1), Some(4)));
}

#[test]
fn relative_dates_are_counted_from_the_anchor() {
    check("She left yesterday.", &["date yesterday = 2015-11-04"]);
    check(
        "She left three days ago.",
        &["date three days ago = 2015-11-02"],
    );
    check("She left last week.", &["date last week = 2015-W44"]);
    check("She left on Tuesday.", &["date Tuesday = 2015-11-03"]);
    check(
        "She will leave Tuesday next week.",
        &["date Tuesday next week = 2015-11-10"],
    );
    check(
        "She will return in two weeks.",
        &["date two weeks = 2015-11-19"],
    );
    check(
        "She won twice in two weeks there.",
        &["duration two weeks = 2 week"],
    );
}

#[test]
fn about_ten_years_ago_is_no_certain_year() {
    let found = only("It closed about ten years ago.");
    assert_eq!(found.hedge, Hedge::About);
    assert_eq!(found.time().and_then(|timex| timex.days), None);
}

#[test]
fn a_day_and_its_hour_are_one_mention() {
    check(
        "It begins tomorrow at 8am.",
        &["date tomorrow at 8am = 2015-11-06T08:00"],
    );
    check(
        "It began at 10.30am on Tuesday.",
        &["date 10.30am on Tuesday = 2015-11-03T10:30"],
    );
}

#[test]
fn the_ends_of_a_range_help_each_other() {
    check("Open 4-7pm.", &["time 4-7pm = T16:00/T19:00"]);
    check("Open 11-1pm.", &["time 11-1pm = T11:00/T13:00"]);
    check(
        "It ran from Monday to Wednesday.",
        &["date Monday to Wednesday = 2015-11-02/2015-11-04"],
    );
    check(
        "It ran from March to May.",
        &["date March to May = 2015-03/2015-05"],
    );
}

#[test]
fn a_range_over_new_year_begins_the_year_before() {
    check(
        "It ran from 20 December to January 5, 2014.",
        &["date 20 December to January 5, 2014 = 2013-12-20/2014-01-05"],
    );
}

#[test]
fn parts_of_periods_are_halves() {
    let found = only("It opened in late 2014.");
    let days = found
        .time()
        .and_then(|timex| timex.days)
        .expect("its days are known");
    assert!(days.first.month() > 6 && days.last.to_string() == "2014-12-31");
    check("It opened in the mid-1980s.", &["date mid-1980s = 198"]);
    check(
        "It opens at the end of the month.",
        &["date end of the month = 2015-11"],
    );
}

#[test]
fn what_recurs_is_a_set() {
    check(
        "They meet every Monday.",
        &["set every Monday = XXXX-WXX-1"],
    );
    check("It is printed daily.", &["set daily = P1D"]);
    check("It is a daily paper.", &[]);
}

#[test]
fn how_often_and_in_how_long_are_two_things() {
    check("They meet twice a week.", &[]);
    check(
        "They met three times a month for two years.",
        &["cardinal three = 3", "duration two years = 2 year"],
    );
}

#[test]
fn a_weekday_in_a_name_is_no_day() {
    for text in [
        "The Mail on Sunday printed it.",
        "They watched Saturday Night Live.",
        "Friday Hill won by a length.",
        "She saw Freaky Friday again.",
        "Monday's child is fair of face.",
    ] {
        check(text, &[]);
    }
    check(
        "She told the post on Sunday.",
        &["date Sunday = 2015-11-01"],
    );
    check(
        "On Saturday night it rained.",
        &["date Saturday night = 2015-10-31TNI"],
    );
    check("Monday's vote was close.", &["date Monday = 2015-11-02"]);
}

#[test]
fn any_weekday_of_its_kind_is_a_set() {
    check("It opened on a Tuesday.", &["set Tuesday = XXXX-WXX-2"]);
    check(
        "It opened in a Tuesday ceremony.",
        &["date Tuesday = 2015-11-03"],
    );
    check(
        "They meet each Tuesday evening.",
        &["set each Tuesday evening = XXXX-WXX-2"],
    );
}

#[test]
fn a_span_of_hours_that_a_word_joins_is_two_hours() {
    check(
        "It ran from 9.15am to 10.45am.",
        &["time 9.15am = T09:15", "time 10.45am = T10:45"],
    );
    check(
        "The hall is open from 08:00 until 18:30.",
        &["time 08:00 = T08:00", "time 18:30 = T18:30"],
    );
    check(
        "They rested 8:15 to 9:45.",
        &["time 8:15 = T08:15", "time 9:45 = T09:45"],
    );
    check("It is open 2 to 5pm.", &["time 2 to 5pm = T14:00/T17:00"]);
    check(
        "It is open 9am to 5pm on Friday.",
        &["date 9am to 5pm on Friday = 2015-10-30T09:00/2015-10-30T17:00"],
    );
}

#[test]
fn four_digits_are_an_hour_where_the_other_end_says_so() {
    check(
        "Roads close between 2300 and 0500.",
        &["time 2300 = T23:00", "time 0500 = T05:00"],
    );
    check(
        "It airs 1900-2030 GMT.",
        &["time 1900-2030 GMT = T19:00/T20:30"],
    );
    check(
        "Between 1200 and 1300 people came.",
        &["cardinal 1200 and 1300 = 1200 to 1300"],
    );
}

#[test]
fn an_hour_is_kept_as_written_though_no_clock_shows_it() {
    let found = only("It sailed at 16000hrs from Hull.");
    assert!(
        found
            .time()
            .is_some_and(addup::mention::Timex::is_impossible)
    );
    check("The part is 47 PM00921.", &["cardinal 47 = 47"]);
}

#[test]
fn a_year_and_a_month_are_a_month() {
    check("It was sent in 2024-06.", &["date 2024-06 = 2024-06"]);
    check(
        "It sat in 2003-04 and 2011-12.",
        &["date 2003-04 = 2003/2004", "date 2011-12 = 2011/2012"],
    );
    check("It sat in 1998-02.", &["date 1998-02 = 1998/2002"]);
}

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
        let text = pieces.join(if spaced { " " } else { "" });
        let found = read("story.txt", &text);
        for pair in found.windows(2) {
            prop_assert!(pair[0].1.tokens.end <= pair[1].1.tokens.start);
        }
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
