//! How expressions of time are read, and what they stand for.

#[path = "support/reading.rs"]
mod reading;

use addup::mention::timex::Timex;
use addup::mention::{Hedge, Mention};
use proptest::prelude::*;
use reading::{check, read, row};

fn only(text: &str) -> Mention {
    let mut found = read("story.txt", text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0).1
}

fn time(text: &str) -> Timex {
    only(text).time().expect("it is a time").clone()
}

fn days(text: &str) -> String {
    let days = time(text).days.expect("its days are known");
    format!("{} to {}", days.first, days.last)
}

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
        &["date two weeks = 2015-W47"],
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
    assert!(found.time().is_some_and(Timex::is_impossible));
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

#[test]
fn days_of_a_list_share_their_month() {
    check(
        "The hall was shut on 12, 19 and 26 October.",
        &[
            "date 12 = 2015-10-12",
            "date 19 = 2015-10-19",
            "date 26 October = 2015-10-26",
        ],
    );
    check(
        "The hall was shut on October 12, 19 and 26.",
        &[
            "date October 12 = 2015-10-12",
            "date 19 = 2015-10-19",
            "date 26 = 2015-10-26",
        ],
    );
    check(
        "On October 12, 19 people left.",
        &["date October 12 = 2015-10-12", "cardinal 19 = 19"],
    );
}

#[test]
fn two_days_that_follow_each_other_are_one_span() {
    check(
        "It snowed on 8 and 9 October.",
        &["date 8 and 9 October = 2015-10-08/2015-10-09"],
    );
}

#[test]
fn dates_may_be_joined_by_a_dash_with_blanks() {
    check(
        "The fair, 20 August - 4 September 2014, was dull.",
        &["date 20 August - 4 September 2014 = 2014-08-20/2014-09-04"],
    );
    check(
        "It ran 14/9/2014 - 16/9/2014.",
        &["date 14/9/2014 - 16/9/2014 = 2014-09-14/2014-09-16"],
    );
    check(
        "It ran Feb-March 2014.",
        &["date Feb-March 2014 = 2014-02/2014-03"],
    );
}

#[test]
fn the_end_of_a_range_of_years_may_be_no_year_alone() {
    check(
        "The reign (1422-1391) was long.",
        &["date 1422-1391 = 1422/1391"],
    );
    check("The 2013/14 season began.", &["date 2013/14 = 2013/2014"]);
}

#[test]
fn a_year_may_stand_before_its_month() {
    check(
        "It was sent on 2014-Aug-09.",
        &["date 2014-Aug-09 = 2014-08-09"],
    );
    check("It was 2014 August then.", &["date 2014 August = 2014-08"]);
    check("It was printed in 07/2014.", &["date 07/2014 = 2014-07"]);
    check("It was dated 9-Aug-74.", &["date 9-Aug-74 = 1974-08-09"]);
}

#[test]
fn a_year_ago_is_a_year_and_a_week_ago_a_week() {
    check(
        "She left two weeks ago.",
        &["date two weeks ago = 2015-W43"],
    );
    check(
        "She left four months ago.",
        &["date four months ago = 2015-07"],
    );
    check("She left two decades ago.", &["date two decades ago = 199"]);
    check(
        "She left two years and three months ago.",
        &["date two years and three months ago = 2013-08"],
    );
    check(
        "She left a week and two days ago.",
        &["date a week and two days ago = 2015-10-27"],
    );
    check(
        "She came two days before yesterday.",
        &["date two days before yesterday = 2015-11-02"],
    );
}

#[test]
fn hours_ago_may_be_today_or_yesterday() {
    assert_eq!(days("It fell three hours ago."), "2015-11-04 to 2015-11-05");
    assert_eq!(time("It fell three hours ago.").value(), None);
    check("It fell 48 hours ago.", &["date 48 hours ago = 2015-11-03"]);
}

#[test]
fn the_past_year_is_a_length_and_last_year_a_date() {
    check(
        "In the past year it grew.",
        &["duration past year = 1 year"],
    );
    check("It grew last year.", &["date last year = 2014"]);
    check(
        "Over the last month it grew.",
        &["duration last month = 1 month"],
    );
    check("In the last month of the war it grew.", &[]);
}

#[test]
fn a_month_or_quarter_is_that_of_the_year_beside_it() {
    check(
        "It shut in June last year.",
        &["date June last year = 2014-06"],
    );
    check(
        "It shut in the second quarter of last year.",
        &["date second quarter of last year = 2014-Q2"],
    );
    check(
        "It shuts in next year's first quarter.",
        &["date next year's first quarter = 2016-Q1"],
    );
    check(
        "It shut on the 7th of last month.",
        &["date 7th of last month = 2015-10-07"],
    );
}

#[test]
fn a_week_or_weekday_is_chosen_from_its_month() {
    check(
        "They met on the first Monday of March 2014.",
        &["date first Monday of March 2014 = 2014-03-03"],
    );
    check(
        "They met on the last Friday in May 2014.",
        &["date last Friday in May 2014 = 2014-05-30"],
    );
    check(
        "They met on the last day of February 2012.",
        &["date last day of February 2012 = 2012-02-29"],
    );
    check(
        "They met in week 31 of 2014.",
        &["date week 31 of 2014 = 2014-W31"],
    );
    check(
        "They met in the week of 16 July 2014.",
        &["date week of 16 July 2014 = 2014-W29"],
    );
}

#[test]
fn a_week_that_is_named_by_a_day_may_begin_on_any() {
    assert_eq!(
        days("They met in the week of 16 July 2014."),
        "2014-07-10 to 2014-07-22"
    );
}

#[test]
fn a_holiday_is_known_by_its_year() {
    check(
        "He rested on Good Friday 2014.",
        &["date Good Friday 2014 = 2014-04-18"],
    );
    check(
        "He rested on Memorial Day, 2014.",
        &["date Memorial Day, 2014 = 2014-05-26"],
    );
    check(
        "He will rest on New Year's Eve.",
        &["date New Year's Eve = 2015-12-31"],
    );
    check("He painted the Easter Island heads.", &[]);
    check("They bought Christmas presents.", &[]);
}

#[test]
fn a_holiday_of_several_days_is_any_day_of_its_year() {
    assert_eq!(
        days("He rested on Mother's Day 2014."),
        "2014-01-01 to 2014-12-31"
    );
}

#[test]
fn the_nearest_verb_tells_on_which_side_a_day_lies() {
    check(
        "She said on Monday that the bridge will open.",
        &["date Monday = 2015-11-02"],
    );
    check(
        "The bridge will open on Monday, she said.",
        &["date Monday = 2015-11-09"],
    );
    check(
        "The bridge will open, but in December a boat struck it.",
        &["date December = 2014-12"],
    );
}

#[test]
fn without_a_verb_a_day_is_the_nearest() {
    check(
        "Flower show: 12 January.",
        &["date 12 January = 2016-01-12"],
    );
    check("Flower show: 12 August.", &["date 12 August = 2015-08-12"]);
}

#[test]
fn the_weekend_is_the_one_just_past() {
    check(
        "It rained over the weekend.",
        &["date weekend = 2015-W44-WE"],
    );
    check(
        "It will rain at the weekend.",
        &["date weekend = 2015-W45-WE"],
    );
}

#[test]
fn an_hour_may_be_spoken() {
    check(
        "It began at half past eight.",
        &["time half past eight = T08:30"],
    );
    check(
        "It began at quarter to nine.",
        &["time quarter to nine = T08:45"],
    );
    check(
        "It began at 20 minutes past six in the evening.",
        &["time 20 minutes past six in the evening = T18:20"],
    );
    check("It began at nine thirty.", &["time nine thirty = T09:30"]);
    check("It began at 8-ish.", &["time 8-ish = T08:00"]);
    check("It began at 12 noon.", &["time 12 noon = T12:00"]);
    check(
        "They came from nine thirty villages.",
        &["cardinal nine = 9", "cardinal thirty = 30"],
    );
}

#[test]
fn an_hour_may_have_its_seconds() {
    check(
        "It began at 10:30:05 p.m. there.",
        &["time 10:30:05 p.m. = T22:30:05"],
    );
}

#[test]
fn a_part_of_a_day_belongs_to_its_day() {
    check(
        "It began on the morning of 4 May 2014.",
        &["date morning of 4 May 2014 = 2014-05-04TMO"],
    );
    check(
        "It began on Tuesday in the afternoon.",
        &["date Tuesday in the afternoon = 2015-11-03TAF"],
    );
    check("It rains in the afternoon.", &["time afternoon = TAF"]);
}

#[test]
fn what_no_calendar_fixes_has_no_days() {
    check("It now has a roof.", &["date now = PRESENT_REF"]);
    check(
        "In recent years it has leaked.",
        &["date recent years = PAST_REF"],
    );
    check(
        "It leaked a few days ago.",
        &["date a few days ago = PAST_REF"],
    );
    check("It may leak in the future.", &["date future = FUTURE_REF"]);
    check("The following week it leaked.", &["date following week ="]);
    check("The now-defunct bank had a past director.", &[]);
}

#[test]
fn a_length_of_time_may_have_no_number() {
    check("It leaked for years.", &["duration years = 2 to ? year"]);
    check(
        "It leaked for several weeks.",
        &["duration several weeks = 2 to 10 week"],
    );
    check("It leaked all day.", &["duration all day = 1 day"]);
    check(
        "It took half an hour.",
        &["duration half an hour = 0.5 hour"],
    );
    check("A second later it fell.", &["duration A second = 1 second"]);
}

#[test]
fn a_unit_before_another_time_is_no_length() {
    check(
        "Sales rose to £4m from a year earlier.",
        &[
            "money £4m = 4000000 pound sterling",
            "date a year earlier =",
        ],
    );
    check(
        "It will be the lowest in a decade.",
        &["duration a decade = 1 decade"],
    );
}

#[test]
fn a_month_is_chosen_from_its_year() {
    check(
        "It fell in the first month of the year.",
        &["date first month of the year = 2015-01"],
    );
    check(
        "It fell in the last month of 2013.",
        &["date last month of 2013 = 2013-12"],
    );
    check(
        "It fell in the second half of the year.",
        &["date second half of the year = 2015-H2"],
    );
}

#[test]
fn last_christmas_is_the_one_that_was() {
    check(
        "It shut last Christmas.",
        &["date last Christmas = 2014-12-25"],
    );
    check(
        "It opens next Easter Monday.",
        &["date next Easter Monday = 2016-03-28"],
    );
}

#[test]
fn a_quarter_of_a_financial_year_is_no_quarter_of_the_calendar() {
    assert_eq!(
        days("It fell in the first quarter of fiscal 2014."),
        "2013-01-01 to 2015-12-31"
    );
}

#[test]
fn the_attacks_of_september_are_of_their_year() {
    check(
        "He left before the September 11 attacks.",
        &["date September 11 = 2001-09-11"],
    );
}

#[test]
fn half_a_year_ago_is_a_month() {
    check(
        "It shut half a year ago.",
        &["date half a year ago = 2015-05"],
    );
    assert_eq!(
        days("It shut half an hour ago."),
        "2015-11-04 to 2015-11-05"
    );
}

#[test]
fn what_had_been_expected_is_over() {
    check(
        "They had expected sales to fall in July.",
        &["date July = 2015-07"],
    );
}

#[test]
fn a_word_may_stand_between_a_number_and_its_unit() {
    check(
        "It rained on seven consecutive days.",
        &["duration seven consecutive days = 7 day"],
    );
    check(
        "It will rain for two more weeks.",
        &["duration two more weeks = 2 week"],
    );
}

#[test]
fn seasons_and_decades_are_periods() {
    check("It fell in the nineties.", &["date nineties = 199"]);
    check("It fell last spring.", &["date last spring = 2015-SP"]);
    check("It fell in the autumn.", &["date autumn = 2015-FA"]);
    check("They drank spring water.", &[]);
    check("It rose in fiscal 2014.", &["date fiscal 2014 = FY2014"]);
    check(
        "It rose in this financial year.",
        &["date this financial year = FY2015"],
    );
}

#[test]
fn without_an_anchor_date_nothing_relative_has_days() {
    let lexicon = addup::lexicon::Lexicon::of_grammar();
    let text = "She left on Tuesday and on 4 May, last week and two years ago.";
    let source = addup::source::Source::new("story.txt", text);
    let mut document = addup::document::Document::read(&source, &lexicon);
    let found = addup::mention::mentions(&mut document, &lexicon);
    assert_eq!(found.len(), 4);
    assert!(
        found
            .iter()
            .all(|m| m.time().is_some_and(|t| t.days.is_none()))
    );
}

/// Words and marks of time, in any order.
const PIECES: [&str; 58] = [
    "1",
    "12",
    "31",
    "1999",
    "2015",
    "0730",
    "3rd",
    "15Sep",
    ".",
    ",",
    "-",
    "–",
    "/",
    ":",
    "(",
    ")",
    "'",
    "s",
    "am",
    "p",
    "m",
    "of",
    "and",
    "the",
    "a",
    "half",
    "quarter",
    "past",
    "to",
    "between",
    "from",
    "in",
    "May",
    "Sept",
    "Monday",
    "Tue",
    "last",
    "next",
    "this",
    "first",
    "twenty",
    "week",
    "weeks",
    "month",
    "year",
    "decade",
    "century",
    "hours",
    "ago",
    "later",
    "morning",
    "tonight",
    "noon",
    "Easter",
    "Christmas",
    "summer",
    "BC",
    "Q3",
];

proptest! {
    #[test]
    fn any_row_of_times_can_be_read(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
        spaced: bool,
    ) {
        for (_, mention) in row(&pieces, spaced) {
            if let Some(time) = mention.time() {
                time.value();
            }
        }
    }
}

#[test]
fn a_weekday_before_day_and_month_belongs_to_them() {
    for text in [
        "The fair is on Friday, 31/10.",
        "The fair is on Monday, 10/09.",
    ] {
        let found = read("story.txt", text);
        assert_eq!(found.len(), 1, "{text}");
    }
}
