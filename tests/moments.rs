//! How hours, lists of dates and times beside others are read. Against Thursday, 5
//! November 2015.

#[path = "support/reading.rs"]
mod reading;

use reading::{check, only};

fn days(text: &str) -> String {
    let mention = only(text);
    let days = mention.time().and_then(|time| time.days);
    let days = days.expect("its days are known");
    format!("{} to {}", days.first, days.last)
}

#[test]
fn an_hour_may_be_of_a_zone_in_words() {
    check(
        "The polls shut at 9pm Eastern time.",
        &["time 9pm Eastern time = T21:00"],
    );
    check(
        "The tremor came at 4.12am local time on Tuesday.",
        &["date 4.12am local time on Tuesday = 2015-11-03T04:12"],
    );
    check(
        "The launch is at 18:00 UTC+2, they said.",
        &["time 18:00 UTC+2 = T18:00"],
    );
    let zoned = |text: &str| {
        let clock = only(text).time().and_then(|time| time.clock);
        clock.expect("it is an hour").zone
    };
    assert_eq!(zoned("The launch is at 18:00 GMT-3."), Some(-180));
    assert_eq!(zoned("The launch is at 9am Lisbon time."), None);
}

#[test]
fn a_part_of_the_day_tells_which_half_an_hour_is_in() {
    check(
        "The choir sings tonight at 8.",
        &["date tonight at 8 = 2015-11-05T20:00"],
    );
    check(
        "The choir sang at 8 yesterday evening.",
        &["date 8 yesterday evening = 2015-11-04T20:00"],
    );
    check(
        "Judges sat on Monday morning at 9.",
        &["date Monday morning at 9 = 2015-11-02T09:00"],
    );
    check(
        "The vote is this afternoon at 3:20.",
        &["date this afternoon at 3:20 = 2015-11-05T15:20"],
    );
    check(
        "Doors are open from 2:00 to 4:30 pm.",
        &["time 2:00 = T14:00", "time 4:30 pm = T16:30"],
    );
}

#[test]
fn an_hour_of_a_day_in_open_order_has_its_year_alone() {
    check(
        "It broke on 5/4/2015 at 17:40.",
        &["date 5/4/2015 at 17:40 = 2015-XX-XXT17:40"],
    );
}

#[test]
fn minutes_and_seconds_of_a_race_are_no_hour() {
    check("She ran it in 25:12 on the new track.", &[]);
    check("He won in a time of 14:32 there.", &[]);
    check("The doors shut at 14:32.", &["time 14:32 = T14:32"]);
}

#[test]
fn an_hour_may_have_a_raised_point() {
    check(
        "The ferry leaves at 10·45 and is full.",
        &["time 10·45 = T10:45"],
    );
    check("The ferry leaves at 4·45pm.", &["time 4·45pm = T16:45"]);
}

#[test]
fn ten_to_an_hour_is_an_hour_behind_at() {
    check("They met at ten to three.", &["time ten to three = T02:50"]);
    check("They met at 10 past 9.", &["time 10 past 9 = T09:10"]);
    check("They met at half nine.", &["time half nine = T09:30"]);
    check(
        "The bank is open from 10 to 3 pm.",
        &["time 10 to 3 pm = T10:00/T15:00"],
    );
    check(
        "The mare ran at ten to one.",
        &["cardinal ten to one = 1 to 10"],
    );
}

#[test]
fn opening_hours_have_short_weekdays_that_recur() {
    check(
        "Mon-Fri 9am-5pm",
        &[
            "set Mon = XXXX-WXX-1",
            "set Fri = XXXX-WXX-5",
            "time 9am-5pm = T09:00/T17:00",
        ],
    );
    check("Hours: 9:00-17:30.", &["time 9:00-17:30 = T09:00/T17:30"]);
    check("Mr Sat and Miss Sun wed.", &[]);
}

#[test]
fn the_one_before_last_is_two_back() {
    check(
        "She resigned the Friday before last.",
        &["date Friday before last = 2015-10-23"],
    );
    check(
        "It reopens the May after next.",
        &["date May after next = 2017-05"],
    );
    check(
        "It burned the summer before last.",
        &["date summer before last = 2014-SU"],
    );
}

#[test]
fn a_week_is_counted_from_the_day_that_is_named() {
    check(
        "They meet again on Tuesday week.",
        &["date Tuesday week = 2015-11-17"],
    );
    check(
        "The fair opens a week on Monday.",
        &["date a week on Monday = 2015-11-16"],
    );
    check(
        "The fair opens two weeks today.",
        &["date two weeks today = 2015-11-19"],
    );
    check(
        "The kiln was lit a year ago today.",
        &["date a year ago today = 2014-11-05"],
    );
    check(
        "The kiln was lit ten years ago this month.",
        &["date ten years ago this month = 2005-11"],
    );
    check(
        "They spent a week on Monday's menu.",
        &["duration a week = 1 week", "date Monday = 2015-11-02"],
    );
}

#[test]
fn a_week_ago_on_a_weekday_may_be_either_of_two() {
    assert_eq!(
        days("He left a week ago on Sunday."),
        "2015-10-25 to 2015-11-01"
    );
}

#[test]
fn weekdays_joined_to_a_set_are_of_the_set() {
    check(
        "It is shut every Tuesday and Sunday.",
        &["set every Tuesday = XXXX-WXX-2", "set Sunday = XXXX-WXX-7"],
    );
    check(
        "They play every other Saturday.",
        &["set every other Saturday = XXXX-WXX-6"],
    );
    check(
        "They meet on the first Monday of every month.",
        &["set first Monday of every month = P1M"],
    );
    check("It is shut in the mornings.", &["set mornings = P1D"]);
}

#[test]
fn a_list_shares_the_year_of_its_last() {
    check(
        "Hail fell in May, June and July 2013.",
        &[
            "date May = 2013-05",
            "date June = 2013-06",
            "date July 2013 = 2013-07",
        ],
    );
    check(
        "Hail fell in December and January 2013.",
        &["date December = 2012-12", "date January 2013 = 2013-01"],
    );
    check(
        "Hail fell on 3 May and 8 June 2013.",
        &["date 3 May = 2013-05-03", "date 8 June 2013 = 2013-06-08"],
    );
    check(
        "In October, March 2013 seemed far away.",
        &["date October = 2015-10", "date March 2013 = 2013-03"],
    );
}

#[test]
fn spans_of_days_share_the_month_of_their_list() {
    check(
        "The fair is on Oct. 4-6 and 11-13.",
        &[
            "date Oct. 4-6 = 2015-10-04/2015-10-06",
            "date 11-13 = 2015-10-11/2015-10-13",
        ],
    );
    check(
        "On the night of 14/15 October it rained.",
        &["date 14/15 October = 2015-10-14/2015-10-15"],
    );
    check(
        "Call on 10/20, 10/22 or 10/25.",
        &[
            "date 10/20 = 2015-10-20",
            "date 10/22 = 2015-10-22",
            "date 10/25 = 2015-10-25",
        ],
    );
    check("It is open 24/7.", &[]);
}

#[test]
fn a_month_and_two_digits_may_be_a_month_of_a_year() {
    check("It shut on Oct-22.", &["date Oct-22 = 2015-10-22"]);
    check("Stock, Oct-22", &["date Oct-22 = XXXX-10"]);
    check(
        "It shut on Oct-22-2014.",
        &["date Oct-22-2014 = 2014-10-22"],
    );
    check(
        "In October twenty second grade pupils ran.",
        &[
            "date October = 2015-10",
            "duration twenty second = 20 second",
        ],
    );
    check(
        "It shut on October twenty-second.",
        &["date October twenty-second = 2015-10-22"],
    );
    check(
        "It shut on October twenty second.",
        &["date October twenty second = 2015-10-22"],
    );
}

#[test]
fn years_and_decades_may_be_short_beside_others() {
    check("The mill burned in ’62.", &["date ’62 = 1962"]);
    check("She is of the class of '09.", &["date '09 = 2009"]);
    check("He starred in '12 Brave Men'.", &["cardinal 12 = 12"]);
    check(
        "Folk was big in the 1960s and 70s.",
        &["date 1960s = 196", "date 70s = 197"],
    );
    check(
        "Forts of the 18th and 19th centuries stand.",
        &["date 18th = 17", "date 19th centuries = 18"],
    );
    check(
        "The winter of 2010/11 was hard.",
        &["date winter of 2010/11 = 2010-WI"],
    );
    check("Debt fell at end-2014.", &["date end-2014 = 2014"]);
}

#[test]
fn a_year_before_christ_is_written_as_timex_has_it() {
    check("It fell in 44 BC.", &["date 44 BC = BC0044"]);
    check(
        "It stood 30 BC-400 AD and fell.",
        &["date 30 BC-400 AD = BC0030/0400"],
    );
}

#[test]
fn four_digits_behind_what_is_numbered_are_no_year() {
    for text in [
        "She flew on flight 1999.",
        "They met in room 2001.",
        "The key is 32FEB here.",
    ] {
        let years = reading::seen(text);
        assert!(years.iter().all(|seen| !seen.starts_with("date")), "{text}");
    }
}

#[test]
fn half_of_a_century_or_year_is_a_part_of_it() {
    assert_eq!(
        days("It stood for the first half of the 19th century."),
        "1800-01-01 to 1850-07-02"
    );
    check(
        "It fell in the first half of 2013.",
        &["date first half of 2013 = 2013-H1"],
    );
}

#[test]
fn the_turn_of_a_century_is_no_part_of_it() {
    for text in [
        "The pier was built at the turn of the century.",
        "The pier was built at the turn of the 20th century.",
    ] {
        let mention = only(text);
        let time = mention.time().expect("it is a time");
        assert_eq!((time.days, time.value()), (None, None), "{text}");
    }
}

#[test]
fn weeks_days_and_hours_make_one_length() {
    check(
        "The fast took two weeks and three days.",
        &["duration two weeks and three days = 17 day"],
    );
    check(
        "The course is 4 weeks and 2 days a week.",
        &["duration 4 weeks = 4 week", "duration 2 days = 2 day"],
    );
    check(
        "They rowed for 3 days and 4 hours.",
        &["duration 3 days and 4 hours = 76 hour"],
    );
    check(
        "She swam it in 1 hour and 15 seconds.",
        &["duration 1 hour and 15 seconds = 3615 second"],
    );
    check(
        "Stages of 3 days, 4 hours were cut.",
        &["duration 3 days = 3 day", "duration 4 hours = 4 hour"],
    );
}

#[test]
fn quarters_of_a_year_are_no_fraction() {
    check(
        "Sales fell in the past two quarters.",
        &["duration two quarters = 2 quarter"],
    );
    check(
        "They ate two quarters of the pie.",
        &["fraction two quarters = 0.5"],
    );
}

#[test]
fn the_last_quarter_is_that_of_the_year_behind_it() {
    check(
        "Sales rose in the last quarter of 2013.",
        &["date last quarter of 2013 = 2013-Q4"],
    );
    check(
        "Sales rose in the last quarter.",
        &["date last quarter = 2015-Q3"],
    );
    check("It was the last year of the reign.", &[]);
}

#[test]
fn a_span_of_months_may_describe_a_quarter() {
    check(
        "Sales rose in the April-to-June quarter.",
        &["date April-to-June = 2015-04/2015-06"],
    );
    check(
        "They met between March and May 2013.",
        &["date March and May 2013 = 2013-03/2013-05"],
    );
    check("The March survey failed.", &["date March = 2015-03"]);
    check("The March on the palace failed.", &[]);
}

#[test]
fn a_short_decade_is_no_temperature() {
    check("Disco ruled in the 70s.", &["date 70s = 197"]);
    check("Highs were in the 70s.", &[]);
    check("He is in his 70s.", &["age 70s = 70 to 79 year"]);
}

#[test]
fn a_couple_of_units_is_two_or_three() {
    check(
        "It will rain for the next couple of days.",
        &["duration couple of days = 2 to 3 day"],
    );
}

#[test]
fn what_is_beside_another_time_has_no_days() {
    check(
        "Profit beat the year-ago quarter.",
        &["date year-ago = PAST_REF"],
    );
    check(
        "It had nine boats at year-end.",
        &["cardinal nine = 9", "date year-end ="],
    );
    check("They were freed the day after.", &["date day after ="]);
    check("They were held overnight.", &["time overnight = TNI"]);
    check("One evening they left.", &["time One evening = TEV"]);
    check("She sang One Night there.", &[]);
}

#[test]
fn a_name_of_digits_and_a_letter_is_no_temperature() {
    check("At 18F they code. The 18F office is new. Ask 18F.", &[]);
    check("It hit 31C in Leeds.", &["measure 31C = 31 degree Celsius"]);
    check("Tunnels by 6rd are slow.", &[]);
}
