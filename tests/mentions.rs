//! What is read as a quantity or an expression of time, and what is not.

use addup::document::Document;
use addup::lexicon::Lexicon;
use addup::mention::statistic::{Relation, Symbol};
use addup::mention::{Figure, Kind, Mention, Statistic, mentions};
use addup::number::{Hedge, Rational};
use addup::source::Source;
use proptest::prelude::*;

/// The day that dates are read against: a Thursday.
const TODAY: &str = "2015-11-05";

fn read(name: &str, text: &str) -> Vec<(String, Mention)> {
    let lexicon = Lexicon::of_grammar();
    let mut source = Source::new(name, text);
    source.date = TODAY.parse().ok();
    let mut document = Document::read(&source, &lexicon);
    let found = mentions(&mut document, &lexicon);
    let written = |mention: &Mention| source[mention.span].to_owned();
    found.into_iter().map(|m| (written(&m), m)).collect()
}

/// Each mention as `kind text = value unit`.
fn seen(text: &str) -> Vec<String> {
    let said = |(written, mention): &(String, Mention)| {
        let value = match (mention.numeral(), mention.time()) {
            (Some(numeral), _) => decimal(numeral.value),
            (_, Some(timex)) => timex.value().unwrap_or_default(),
            _ => ends(mention),
        };
        let unit = mention.quantity().map_or(String::new(), |q| q.unit.name());
        let shown = format!("{} {written} = {value} {unit}", mention.kind.name());
        shown.trim_end().to_owned()
    };
    read("story.txt", text).iter().map(said).collect()
}

fn ends(mention: &Mention) -> String {
    let quantity = mention.quantity().expect("it is a quantity");
    let bound = |b: addup::number::Bound| b.value().map_or("?".to_owned(), decimal);
    let strict = quantity.strict;
    format!("{} to {}", bound(strict.low()), bound(strict.high()))
}

fn decimal(value: Rational) -> String {
    if value.is_integer() {
        value.numerator().to_string()
    } else {
        format!("{:.4}", value.to_f64())
            .trim_end_matches('0')
            .to_owned()
    }
}

fn only(text: &str) -> Mention {
    let mut found = read("story.txt", text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0).1
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(seen(text), expected, "{text}");
}

#[test]
fn digits_are_grouped_as_english_groups_them() {
    check(
        "They counted 1,234,567 votes.",
        &["cardinal 1,234,567 = 1234567"],
    );
    check(
        "They counted 12,34,567 votes.",
        &["cardinal 12,34,567 = 1234567"],
    );
    check(
        "They counted 1 234 567 votes.",
        &["cardinal 1 234 567 = 1234567"],
    );
    check("It has 23 000 seats.", &["cardinal 23 000 = 23000"]);
}

#[test]
fn digits_that_are_grouped_like_no_number_have_no_value() {
    let found = only("It cost 6,5000,000,000 in all.");
    assert!(found.quantity().is_none());
    for text in ["It has 210,00 houses.", "It has 7,1050 members."] {
        let found = only(text);
        assert!(found.quantity().is_none(), "{text}");
    }
    for text in [
        "It is 1,50 metres long.",
        "See the notes 3,12 there.",
        "In May 3,2015 it rose.",
    ] {
        let found = read("story.txt", text);
        assert!(
            found.iter().all(|(_, m)| !matches!(
                m.value,
                addup::mention::Value::Quantity {
                    figure: Figure::Malformed,
                    ..
                }
            )),
            "{text}"
        );
    }
}

#[test]
fn numbers_are_written_in_words() {
    check(
        "It has two hundred and five rooms.",
        &["cardinal two hundred and five = 205"],
    );
    check(
        "It sold twenty-eight thousand six hundred cars.",
        &["cardinal twenty-eight thousand six hundred = 28600"],
    );
    check(
        "It sold one and a half million cars.",
        &["cardinal one and a half million = 1500000"],
    );
    check(
        "It sold 3 million and a half.",
        &["cardinal 3 million and a half = 3500000"],
    );
    check("He paid for a dozen eggs.", &["cardinal a dozen = 12"]);
    check(
        "Fourscore and seven years passed.",
        &["duration Fourscore and seven years = 87 year"],
    );
    check(
        "The rate was nought point five.",
        &["cardinal nought point five = 0.5"],
    );
}

#[test]
fn a_million_and_a_third_of_the_town_are_two_numbers() {
    check(
        "It cost a million and a third of the town left.",
        &["cardinal a million = 1000000", "fraction a third = 0.3333"],
    );
}

#[test]
fn powers_of_ten_are_written_in_many_ways() {
    check(
        "A mass of 2.48×10−5 was found.",
        &["cardinal 2.48×10−5 = 0."],
    );
    check("The count was 4e14.", &["cardinal 4e14 = 400000000000000"]);
    check(
        "There were 3 x 10^6 cells.",
        &["cardinal 3 x 10^6 = 3000000"],
    );
    let found = read("story.html", "<p>There were 10<sup>6</sup> cells.</p>");
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].1.numeral().map(|n| n.value),
        Some(Rational::integer(1_000_000))
    );
}

#[test]
fn fractions_have_slashes_signs_or_words() {
    check("It lost 1/40 of its width.", &["cardinal 1/40 = 0.025"]);
    check("It weighs 2½ tonnes.", &["measure 2½ tonnes = 2.5 tonne"]);
    check(
        "Two-thirds of them left.",
        &["fraction Two-thirds = 0.6667"],
    );
    check("A third man came.", &["ordinal third = 3"]);
}

#[test]
fn an_ordinal_may_be_grouped() {
    check("It was its 1,250th show.", &["ordinal 1,250th = 1250"]);
}

#[test]
fn half_a_point_of_a_percentage_is_points() {
    check(
        "It rose by half a point to 5.5%.",
        &[
            "points half a point = 0.5 percentage point",
            "percent 5.5% = 5.5 per cent",
        ],
    );
    check(
        "It fell by half a percentage point.",
        &["points half a percentage point = 0.5 percentage point"],
    );
    check("She won by half a point.", &["fraction half = 0.5"]);
}

#[test]
fn a_third_party_is_no_fraction() {
    check("It asked for a third-party review.", &["ordinal third = 3"]);
}

#[test]
fn a_range_shares_its_scale_and_unit() {
    // A scaled range is read to half of its last place at both ends.
    check(
        "It costs €3-4 million.",
        &["money €3-4 million = 2500000 to 4500000 EUR"],
    );
    check(
        "An 8- to 16-metre mast.",
        &["measure 8- to 16-metre = 8 to 16 metre"],
    );
    check(
        "Fines ranging from $200 to $4 million.",
        &["money $200 to $4 million = 200 to 4500000 USD"],
    );
}

#[test]
fn money_has_its_sign_before_or_behind() {
    check("It cost US$5.", &["money US$5 = 5 USD"]);
    check("It cost 3.14US$.", &["money 3.14US$ = 3.14 USD"]);
    check("It cost 20Rs.", &["money 20Rs = 20 INR"]);
    check(
        "It cost $20 and 43 cents.",
        &["money $20 and 43 cents = 20.43 USD"],
    );
    check("It cost a dollar.", &["money a dollar = 1 USD"]);
    check("He had a dollar bill.", &[]);
    check("It made £2.4bn a year.", &["money £2.4bn = 2400000000 GBP"]);
}

#[test]
fn a_sign_of_markup_is_the_sign_it_stands_for() {
    let found = read("story.html", "<p>It cost &pound;5m and &euro;3.</p>");
    let units: Vec<String> = found
        .iter()
        .filter_map(|(_, m)| m.quantity().map(|q| q.unit.name()))
        .collect();
    assert_eq!(units, ["GBP", "EUR"]);
}

#[test]
fn units_of_several_signs_are_units() {
    check(
        "It needs 6.4 l/100 km.",
        &["measure 6.4 l/100 km = 6.4 l/100km"],
    );
    check("It is 40 μm thick.", &["measure 40 μm = 40 micron"]);
    check("It bore 7.1 MPa.", &["measure 7.1 MPa = 7.1 megapascal"]);
    check(
        "It is 14 in (36 cm) wide.",
        &["measure 14 in = 14 inch", "measure 36 cm = 36 centimetre"],
    );
    check("We saw 14 in (or near) it.", &["cardinal 14 = 14"]);
    check(
        "It costs 80 euro cents.",
        &["money 80 euro cents = 80 euro cent"],
    );
}

#[test]
fn m_is_million_beside_money_and_audiences() {
    check(
        "Its profit was £7m, up from 31m.",
        &["money £7m = 7000000 GBP", "cardinal 31m = 31000000"],
    );
    check("Its audience fell by 3m.", &["cardinal 3m = 3000000"]);
    check("The wall is 3m high.", &["measure 3m = 3 metre"]);
    check(
        "It sold 4m barrels.",
        &["measure 4m barrels = 4000000 barrel"],
    );
}

#[test]
fn a_race_is_no_length() {
    check("She won the 1,500m in May.", &["date May = 2015-05"]);
    check("She won the 400m hurdles.", &[]);
    check("He ran 400m down the road.", &["measure 400m = 400 metre"]);
}

#[test]
fn measures_add_up() {
    check("He weighs 11st 4lb.", &["measure 11st 4lb = 158 pound"]);
    check("She is 5ft 10in tall.", &["measure 5ft 10in = 70 inch"]);
    check(
        "It took an hour and a half.",
        &["duration an hour and a half = 1.5 hour"],
    );
    let found = only("It took an hour and a half.");
    assert_eq!(ends(&found), "1.5 to 1.5");
    check(
        "It took an hour and three-quarters.",
        &["duration an hour and three-quarters = 1.75 hour"],
    );
    check(
        "It took 3 years, 2 months.",
        &["duration 3 years = 3 year", "duration 2 months = 2 month"],
    );
}

#[test]
fn four_quarters_and_more_are_a_length_of_time() {
    check(
        "It fell for five quarters.",
        &["duration five quarters = 5 quarter"],
    );
    check(
        "It lost three quarters of it.",
        &["fraction three quarters = 0.75"],
    );
}

#[test]
fn a_week_is_a_length_of_time_only_where_it_measures() {
    check("They waited for a week.", &["duration a week = 1 week"]);
    check("Not a week passed.", &[]);
}

#[test]
fn vague_words_give_bands() {
    let found = only("It was a six-figure sum.");
    assert!(matches!(
        found.value,
        addup::mention::Value::Quantity {
            figure: Figure::Vague(_),
            ..
        }
    ));
    assert_eq!(ends(&found), "100000 to 999999");
}

#[test]
fn nothing_is_a_count() {
    check("No survivors were found.", &["cardinal No = 0"]);
    check("No man is an island.", &[]);
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
        "It is at 192.168.0.1 now.",
        "It is at 2001:db8::1 now.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_range_of_labels_is_no_ratio() {
    check("It was stage 2–3 in six cases.", &["cardinal six = 6"]);
}

#[test]
fn ages_are_known_by_their_place() {
    check("Smith, 34, spoke.", &["age 34 = 34 year"]);
    check("She turned 50 there.", &["cardinal 50 = 50"]);
    check(
        "She turned 50 in June 2014.",
        &["age 50 = 50 year", "date June 2014 = 2014-06"],
    );
    check(
        "Of the 80 students, 31, left.",
        &["cardinal 80 = 80", "cardinal 31 = 31"],
    );
    check("A student, 31, left.", &["age 31 = 31 year"]);
    check("The 18-month-old slept.", &["age 18-month-old = 18 month"]);
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

#[test]
fn a_count_and_its_whole_are_two_numbers() {
    check(
        "Of these 52/161 (32%) agreed and 231/418 [55.3%] did not.",
        &[
            "cardinal 52 = 52",
            "cardinal 161 = 161",
            "percent 32% = 32 per cent",
            "cardinal 231 = 231",
            "cardinal 418 = 418",
            "percent 55.3% = 55.3 per cent",
        ],
    );
    check(
        "Only 3/16 (19%) came.",
        &[
            "cardinal 3 = 3",
            "cardinal 16 = 16",
            "percent 19% = 19 per cent",
        ],
    );
    check(
        "Of them 62.5% (5/8) came.",
        &[
            "percent 62.5% = 62.5 per cent",
            "cardinal 5 = 5",
            "cardinal 8 = 8",
        ],
    );
    check(
        "He hit 21 out of 47 serves.",
        &["cardinal 21 = 21", "cardinal 47 = 47"],
    );
    check("Four out of five agree.", &["ratio Four out of five = 0.8"]);
    check("We saw 7 out of 10 leave.", &["ratio 7 out of 10 = 0.7"]);
}

#[test]
fn negative_cases_are_no_negative_number() {
    check(
        "Scans were negative 120/150 (80%).",
        &[
            "cardinal 120 = 120",
            "cardinal 150 = 150",
            "percent 80% = 80 per cent",
        ],
    );
    check("It was negative 4 there.", &["cardinal negative 4 = -4"]);
}

#[test]
fn a_sign_belongs_to_its_amount() {
    check("It lost -£4m.", &["money -£4m = -4000000 GBP"]);
    check("It lost −$6.", &["money −$6 = -6 USD"]);
    check(
        "It was - 18.5 °C (- 1.3 °F).",
        &[
            "measure - 18.5 °C = -18.5 degree Celsius",
            "measure - 1.3 °F = -1.3 degree Fahrenheit",
        ],
    );
    check(
        "The dish - 20 °C inside - froze.",
        &["measure 20 °C = 20 degree Celsius"],
    );
    check("The team - 9 men - left.", &["cardinal 9 = 9"]);
}

#[test]
fn the_levels_of_a_multiple_are_no_range() {
    check(
        "Thefts tripled from 20 to 60.",
        &[
            "multiple tripled = 3",
            "cardinal 20 = 20",
            "cardinal 60 = 60",
        ],
    );
    check(
        "The fleet was halved, from 90 to 44.",
        &[
            "multiple halved = 0.5",
            "cardinal 90 = 90",
            "cardinal 44 = 44",
        ],
    );
    check(
        "Output is down from 80 to 65.",
        &["cardinal 80 = 80", "cardinal 65 = 65"],
    );
}

#[test]
fn a_comparison_with_what_is_known_is_no_hedge() {
    let hedges = |text: &str| -> Vec<Hedge> {
        let found = read("story.txt", text);
        found.iter().map(|(_, mention)| mention.hedge).collect()
    };
    for text in [
        "It is less than the £9m of last spring.",
        "It has fewer than the 4.2 million readers that it had.",
        "It is well above the 60 of its rival.",
    ] {
        assert_eq!(hedges(text)[0], Hedge::None, "{text}");
    }
    assert_eq!(
        hedges("It made four times more than 250."),
        [Hedge::None, Hedge::None]
    );
    assert_eq!(hedges("It cost less than £9m."), [Hedge::LessThan]);
    assert_eq!(hedges("It is around the 40 mark."), [Hedge::About]);
}

#[test]
fn a_full_stop_behind_a_decimal_ends_the_sentence() {
    let found = read(
        "story.txt",
        "It differed, p = .041. It fell to .5. All left.",
    );
    let values: Vec<_> = found
        .iter()
        .filter_map(|(_, m)| m.numeral())
        .map(|n| n.value)
        .collect();
    assert_eq!(values, [Rational::new(41, 1000), Rational::new(1, 2)]);
}

#[test]
fn a_statistic_keeps_its_degrees_and_its_sign() {
    let found = read("story.txt", "It differed, F(2, 28) = 4.10, p < .05.");
    let Some(Statistic::Value {
        symbol,
        degrees,
        relation,
        numeral,
    }) = found[0].1.statistic()
    else {
        panic!("no statistic: {found:?}");
    };
    assert_eq!((*symbol, *relation), (Symbol::F, Relation::Equal));
    assert_eq!(
        degrees.map(|d| d.map(|n| n.value.numerator())),
        [Some(2), Some(28)]
    );
    assert_eq!(numeral.place, Rational::new(1, 100));
    assert_eq!(found[1].1.hedge, Hedge::LessThan);
    assert_eq!(found[1].1.kind, Kind::Statistic);
}

#[test]
fn degrees_glued_to_a_comma_are_two() {
    for (text, expected) in [
        ("It differed, F(2,120) = 4.10.", [Some(2), Some(120)]),
        ("It differed, F(2, 1,200) = 4.10.", [Some(2), Some(1200)]),
        ("It differed, t(1,734) = 4.10.", [Some(1734), None]),
        ("It differed, χ2(df = 3) = 4.10.", [Some(3), None]),
    ] {
        let found = only(text);
        let Some(Statistic::Value { degrees, .. }) = found.statistic() else {
            panic!("no statistic in {text}");
        };
        let degrees = degrees.map(|d| d.map(|n| n.value.numerator()));
        assert_eq!(degrees, expected, "{text}");
    }
}

#[test]
fn a_statistic_behind_a_glued_sign_keeps_its_minus() {
    for text in [
        "It fell (z=−2.20).",
        "It fell (z=-2.20).",
        "It fell (z = –2.20).",
    ] {
        let found = only(text);
        let Some(Statistic::Value { numeral, .. }) = found.statistic() else {
            panic!("no statistic in {text}");
        };
        assert_eq!(numeral.value, Rational::new(-220, 100), "{text}");
    }
}

#[test]
fn a_statistic_ends_where_its_number_does() {
    for text in ["It fell (p<0·0001).", "It fell (P<0,05)."] {
        assert!(
            read("story.txt", text)
                .iter()
                .all(|(_, m)| m.statistic().is_none()),
            "{text}"
        );
    }
}

#[test]
fn a_p_value_may_be_called_one() {
    for text in ["It fell (p-value < .05).", "It fell (P value = .05)."] {
        let found = only(text);
        let Some(Statistic::Value { symbol, .. }) = found.statistic() else {
            panic!("no statistic in {text}");
        };
        assert_eq!(*symbol, Symbol::P, "{text}");
    }
}

#[test]
fn a_confidence_interval_is_one_mention() {
    for text in [
        "The ratio rose (95% CI 1.03 to 1.9).",
        "The ratio rose, 95% CI [1.03, 1.9].",
        "The ratio rose, 95% confidence interval (CI): 1.03–1.9.",
    ] {
        let found = only(text);
        let Some(Statistic::Confidence { level, ends }) = found.statistic() else {
            panic!("no interval in {text}");
        };
        assert_eq!(level.value, Rational::integer(95));
        assert_eq!(
            (ends.0.value, ends.1.value),
            (Rational::new(103, 100), Rational::new(19, 10))
        );
    }
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
