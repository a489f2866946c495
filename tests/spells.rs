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
    check("The shares rose 3.75p.", &["money 3.75p = 3.75 penny"]);
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
    check("The list is up to date.", &[]);
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

#[test]
fn a_holiday_may_go_by_the_moon() {
    check(
        "They fasted on Yom Kippur 2016.",
        &["date Yom Kippur 2016 = 2016-10-12"],
    );
    check(
        "Hanukkah 2014 was mild.",
        &["date Hanukkah 2014 = 2014-12-17/2014-12-24"],
    );
    check(
        "The stalls open on Eid al-Fitr 2019.",
        &["date Eid al-Fitr 2019 = 2019-06-05"],
    );
    check(
        "Orthodox Easter 2019 came late.",
        &["date Orthodox Easter 2019 = 2019-04-28"],
    );
}

#[test]
fn a_holiday_whose_moon_must_be_seen_may_be_a_day_off() {
    let days = |text: &str| {
        let days = reading::only(text).time().and_then(|time| time.days);
        let days = days.expect("its days are known");
        format!("{} to {}", days.first, days.last)
    };
    assert_eq!(
        days("The stalls open on Eid al-Fitr 2019."),
        "2019-06-03 to 2019-06-06"
    );
    assert_eq!(
        days("They fasted on Yom Kippur 2016."),
        "2016-10-11 to 2016-10-12"
    );
}

#[test]
fn words_that_describe_make_no_holiday() {
    check("She runs a family day care.", &[]);
    check("He had an epiphany there.", &[]);
}

#[test]
fn a_weekday_tells_the_order_of_a_day_without_its_year() {
    check(
        "Doors open on Friday 6/11 there.",
        &["date Friday 6/11 = 2015-11-06"],
    );
    check(
        "Doors open on Monday 10/12 there.",
        &["date Monday 10/12 = 2015-10-12"],
    );
}

#[test]
fn a_weekday_may_stand_behind_its_date() {
    check(
        "The ford was on July 17, Friday, in spate.",
        &["date July 17, Friday = 2015-07-17"],
    );
    check(
        "On July 17, Friday trains were late.",
        &["date July 17 = 2015-07-17", "date Friday = 2015-10-30"],
    );
}

#[test]
fn one_of_a_whole_may_be_a_weekend_or_counted_from_its_end() {
    check(
        "The last weekend of August was wet.",
        &["date last weekend of August = 2015-W35-WE"],
    );
    check(
        "The third last day of May 2014 was dry.",
        &["date third last day of May 2014 = 2014-05-29"],
    );
    check(
        "Week 12 of last year was dry.",
        &["date Week 12 of last year = 2014-W12"],
    );
    check("Rates rose in 2014Q3.", &["date 2014Q3 = 2014-Q3"]);
}

#[test]
fn weekdays_may_be_counted() {
    check(
        "It sank three Mondays ago.",
        &["date three Mondays ago = 2015-10-19"],
    );
    check(
        "It opens two Sundays from now.",
        &["date two Sundays from now = 2015-11-15"],
    );
    check(
        "They met on two Sundays.",
        &["cardinal two = 2", "set Sundays = XXXX-WXX-7"],
    );
}

#[test]
fn an_hour_in_words_may_have_its_half_of_the_day() {
    check("They sail at six p.m. there.", &["time six p.m. = T18:00"]);
    check("They sail at 0640.", &["time 0640 = T06:40"]);
    check("The older one am I.", &[]);
}

#[test]
fn a_day_and_month_with_an_hour_are_a_date() {
    check(
        "The gates open 23/4 at 9:30pm.",
        &["date 23/4 at 9:30pm = 2016-04-23T21:30"],
    );
}

#[test]
fn an_hour_may_be_of_a_zone_in_brackets_or_half_named() {
    check("Doors open at 9am (BST).", &["time 9am (BST) = T09:00"]);
    check(
        "It airs at 8 p.m. Eastern on two channels.",
        &["time 8 p.m. Eastern = T20:00", "cardinal two = 2"],
    );
}

#[test]
fn informal_words_of_time_are_read() {
    check("She leaves tonite.", &["date tonite = 2015-11-05TNI"]);
    check("Lunch is noonish.", &["time noonish = T12:00"]);
    check("It is due by EOY.", &["date EOY = 2015"]);
    check("It is due by EOY 2018.", &["date EOY 2018 = 2018"]);
}

#[test]
fn march_in_small_letters_is_a_month_before_its_day() {
    check(
        "They met on march third.",
        &["date march third = 2015-03-03"],
    );
    check("They march third in line.", &["ordinal third = 3"]);
    check(
        "Since may 4, 1990, it is shut.",
        &["date may 4, 1990 = 1990-05-04"],
    );
}

#[test]
fn minutes_may_be_told_before_or_after_an_hour() {
    check(
        "The horn blew ten minutes after eleven.",
        &["time ten minutes after eleven = T11:10"],
    );
    check(
        "The horn blew five minutes before midnight.",
        &["time five minutes before midnight = T23:55"],
    );
    check(
        "Ten minutes after eleven goats fled it rained.",
        &["duration Ten minutes = 10 minute", "cardinal eleven = 11"],
    );
    check(
        "She left two minutes after one of them sang.",
        &["duration two minutes = 2 minute", "cardinal one = 1"],
    );
    check(
        "The horn blew at nine oh five.",
        &["time nine oh five = T09:05"],
    );
}

#[test]
fn may_in_small_letters_is_a_month_before_its_year() {
    check("It opened in may 2005.", &["date may 2005 = 2005-05"]);
}

#[test]
fn what_is_done_once_in_a_while_is_a_set() {
    check(
        "The well is cleaned once a year.",
        &["set once a year = P1Y"],
    );
    check("He was cleaned out once.", &[]);
}

#[test]
fn the_daytime_is_a_part_of_the_day() {
    check("Owls sleep in the daytime.", &["time daytime = TDT"]);
    check("Daytime heat fades.", &[]);
}
