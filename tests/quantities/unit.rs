//! What a number counts in: money, measures, times and ages.

use super::reading::{check, ends, only, read};
use addup::mention::Kind;

#[test]
fn money_has_its_sign_before_or_behind() {
    check("It cost US$5.", &["money US$5 = 5 US dollar"]);
    check("It cost 3.14US$.", &["money 3.14US$ = 3.14 US dollar"]);
    check("It cost 20Rs.", &["money 20Rs = 20 Indian rupee"]);
    check(
        "It cost $20 and 43 cents.",
        &["money $20 and 43 cents = 20.43 US dollar"],
    );
    check("It cost a dollar.", &["money a dollar = 1 US dollar"]);
    check("He had a dollar bill.", &[]);
    check(
        "It made £2.4bn a year.",
        &["money £2.4bn = 2400000000 pound sterling"],
    );
}

#[test]
fn a_sign_of_markup_is_the_sign_it_stands_for() {
    let found = read("story.html", "<p>It cost &pound;5m and &euro;3.</p>");
    let units: Vec<String> = found
        .iter()
        .filter_map(|(_, m)| m.quantity().map(|q| q.unit.name()))
        .collect();
    assert_eq!(units, ["pound sterling", "euro"]);
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
        &[
            "money £7m = 7000000 pound sterling",
            "cardinal 31m = 31000000",
        ],
    );
    check("Its audience fell by 3m.", &["cardinal 3m = 3000000"]);
    check("The wall is 3m high.", &["measure 3m = 3 metre"]);
    check(
        "It sold 4m barrels.",
        &["measure 4m barrels = 4000000 barrel"],
    );
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
fn a_row_of_numbers_has_the_unit_of_the_last() {
    check(
        "A mug costs eight or nine euros.",
        &["money eight = 8 euro", "money nine euros = 9 euro"],
    );
    check(
        "Rats were given 45 and 50 mg.",
        &["measure 45 = 45 milligram", "measure 50 mg = 50 milligram"],
    );
    check(
        "A 7- or 8-inch screen comes with it.",
        &["measure 7 = 7 inch", "measure 8-inch = 8 inch"],
    );
    check(
        "Two or three million flies hatched.",
        &["cardinal Two = 2000000", "cardinal three million = 3000000"],
    );
    check(
        "It sold 12 and £5m was paid.",
        &["cardinal 12 = 12", "money £5m = 5000000 pound sterling"],
    );
}

#[test]
fn a_currency_may_say_whose_it_is() {
    check(
        "It cost 9.99 New Zealand dollars.",
        &["money 9.99 New Zealand dollars = 9.99 New Zealand dollar"],
    );
    check(
        "A seat is 40 turkish lira.",
        &["money 40 turkish lira = 40 Turkish lira"],
    );
    check("A seat is 40 €.", &["money 40 € = 40 euro"]);
    check(
        "A seat is AUD$ 40.",
        &["money AUD$ 40 = 40 Australian dollar"],
    );
    check(
        "Profit fell by Y=40 billion.",
        &["money Y=40 billion = 40000000000 Japanese yen"],
    );
    check("The stock lost 18 sen.", &["money 18 sen = 18 sen"]);
}

#[test]
fn a_person_is_said_to_be_so_many() {
    check("She was just 16 when it began.", &["age 16 = 16 year"]);
    check(
        "He will be 40 in May.",
        &["age 40 = 40 year", "date May = 2016-05"],
    );
    check("His sister, who was 10, hid.", &["age 10 = 10 year"]);
    check("He was 10 metres away.", &["measure 10 metres = 10 metre"]);
    check(
        "She is 12 of 15 in the list.",
        &["cardinal 12 = 12", "cardinal 15 = 15"],
    );
}

#[test]
fn feet_and_inches_have_signs() {
    check("He is 5'10\" tall.", &["measure 5'10\" = 70 inch"]);
    check("A neck of 25.5″ is long.", &["measure 25.5″ = 25.5 inch"]);
    check("The shelf is 27\" wide.", &["measure 27\" = 27 inch"]);
    check("The rope is 2 in thick.", &["measure 2 in = 2 inch"]);
    check("The nail measured 2 in.", &["measure 2 in = 2 inch"]);
    check("\"We saw only 27\" was all he said.", &["cardinal 27 = 27"]);
    check("The mill stood in the '60s.", &["date '60s = 196"]);
}

#[test]
fn half_a_unit_may_stand_before_it() {
    check(
        "It took two-and-a-half years.",
        &["duration two-and-a-half years = 2.5 year"],
    );
    check(
        "It was a three-and-a-half-hour show.",
        &["duration three-and-a-half-hour = 3.5 hour"],
    );
    check(
        "It lies half a mile off.",
        &["measure half a mile = 0.5 mile"],
    );
    check(
        "It gave a half-hour talk.",
        &["duration half-hour = 0.5 hour"],
    );
    check(
        "It gave 1/16 of a pint.",
        &["measure 1/16 of a pint = 0.0625 pint"],
    );
    check(
        "He hit half a century.",
        &["duration half a century = 0.5 century"],
    );
    check("The fly-half kicked.", &[]);
}

#[test]
fn the_far_end_of_a_price_is_a_price_of_the_same() {
    check(
        "Oil fell from $75 a barrel to $46.",
        &[
            "money $75 a barrel = 75 US dollar per barrel",
            "money $46 = 46 US dollar per barrel",
        ],
    );
    check(
        "Oil rose from $75 a barrel to $46 million.",
        &[
            "money $75 a barrel = 75 US dollar per barrel",
            "money $46 million = 46000000 US dollar",
        ],
    );
}

#[test]
fn an_age_may_be_told_by_older_or_younger() {
    check("Rides are free for children under 5.", &["age 5 = 5 year"]);
    check(
        "They will lower the voting age to 16.",
        &["age 16 = 16 year"],
    );
    check("The painter died at 62.", &["age 62 = 62 year"]);
    check("It is for men 65 and older.", &["age 65 = 65 year"]);
    check("It is for boys 12 or younger.", &["age 12 = 12 year"]);
    check(
        "He met a woman in her late 20s.",
        &["age 20s = 20 to 29 year"],
    );
}

#[test]
fn metres_stand_before_one_thing_and_millions_before_many() {
    check(
        "She set the 3,000m record with a 30m sprint.",
        &["measure 3,000m = 3000 metre", "measure 30m = 30 metre"],
    );
    check(
        "It has 30m readers and a 6m audience.",
        &["cardinal 30m = 30000000", "cardinal 6m = 6000000"],
    );
}

#[test]
fn pounds_near_a_weight_weigh() {
    check(
        "It cost £30. The pike was 9 kg, or 20 pounds.",
        &[
            "money £30 = 30 pound sterling",
            "measure 9 kg = 9 kilogram",
            "measure 20 pounds = 20 pound",
        ],
    );
    check(
        "It cost £30. She weighs 140 pounds.",
        &[
            "money £30 = 30 pound sterling",
            "measure 140 pounds = 140 pound",
        ],
    );
    check(
        "It cost £30. He owes 140 pounds.",
        &[
            "money £30 = 30 pound sterling",
            "money 140 pounds = 140 pound sterling",
        ],
    );
}

#[test]
fn mb_is_data_but_in_the_weather() {
    check("The file has 300 mb.", &["measure 300 mb = 300 megabyte"]);
    check(
        "Its pressure fell to 948 mb.",
        &["measure 948 mb = 948 millibar"],
    );
}

#[test]
fn francs_alone_are_no_countrys() {
    check(
        "It owed 30 million francs.",
        &["money 30 million francs = 30000000 franc"],
    );
    check(
        "It owed 30 Swiss francs.",
        &["money 30 Swiss francs = 30 Swiss franc"],
    );
}

#[test]
fn a_currency_code_behind_a_number_is_its_unit() {
    check(
        "It lost 60 USD million.",
        &["money 60 USD million = 60000000 US dollar"],
    );
    check(
        "It cost 1990 SEK.",
        &["money 1990 SEK = 1990 Swedish krona"],
    );
    check("It cost mxn$40.", &["money mxn$40 = 40 Mexican peso"]);
}

#[test]
fn a_letter_of_a_name_is_no_unit() {
    check("It sold 900 F-Series vans.", &["cardinal 900 = 900"]);
    check("It is part 31077 L-30.", &[]);
    check("He flew a Boeing 747F there.", &[]);
    check(
        "Minus 6C is cold.",
        &["measure Minus 6C = -6 degree Celsius"],
    );
}

#[test]
fn a_temperature_may_fall_through_nought() {
    check(
        "It ranged from -4 °C to -19 °C.",
        &["measure -4 °C to -19 °C = -19 to -4 degree Celsius"],
    );
    check(
        "It boils at 78° Celsius.",
        &["measure 78° Celsius = 78 degree Celsius"],
    );
}

#[test]
fn a_range_may_have_blanks_where_it_measures() {
    check(
        "Add 20 - 30 kg of it.",
        &["measure 20 - 30 kg = 20 to 30 kilogram"],
    );
    check(
        "He is 30 - 40 years old.",
        &["age 30 - 40 years old = 30 to 40 year"],
    );
    check(
        "He hauled 20 - 30 of it bad.",
        &["cardinal 20 = 20", "cardinal 30 = 30"],
    );
}

#[test]
fn a_letter_with_a_slash_is_a_unit() {
    check(
        "The dose was 30 J/m^2 there.",
        &["measure 30 J/m^2 = 30 joule per square metre"],
    );
    check("It weighs 2 kg 300 g.", &["measure 2 kg 300 g = 2300 gram"]);
    check(
        "It got 3 mGy 66 Ma ago.",
        &[
            "measure 3 mGy = 3 milligray",
            "duration 66 Ma = 66 megayear",
        ],
    );
}

#[test]
fn hundredths_of_a_currency_may_go_without_a_name() {
    check(
        "It cost twelve dollars fifty.",
        &["money twelve dollars fifty = 12.5 US dollar"],
    );
    check(
        "He owes 30 rupees 25.",
        &["money 30 rupees 25 = 30.25 Indian rupee"],
    );
    check(
        "It cost between 15 dollars and 50.",
        &["money 15 dollars = 15 US dollar", "cardinal 50 = 50"],
    );
    check(
        "He got 15 dollars and 50 jars.",
        &["money 15 dollars = 15 US dollar", "cardinal 50 = 50"],
    );
}

#[test]
fn an_article_before_a_sign_names_no_country() {
    check("A $5 coin was found.", &["money $5 = 5 US dollar"]);
    check(
        "An A$5 coin was found.",
        &["money A$5 = 5 Australian dollar"],
    );
    check("He paid 4 US$ there.", &["money 4 US$ = 4 US dollar"]);
}

#[test]
fn parts_of_a_unit_measure() {
    check(
        "Take two-thirds pint of it.",
        &["measure two-thirds pint = 0.6667 pint"],
    );
    check(
        "It is three-quarters mile off.",
        &["measure three-quarters mile = 0.75 mile"],
    );
    check(
        "Three-quarters are glazed.",
        &["fraction Three-quarters = 0.75"],
    );
}

#[test]
fn a_unit_may_stand_in_brackets() {
    check("The load was 20 (kg).", &["measure 20 (kg) = 20 kilogram"]);
    check("The oldest was 20 (m).", &["cardinal 20 = 20"]);
}

#[test]
fn what_a_number_may_be_out_by_has_its_unit() {
    check(
        "The mean was 7.4 ± 0.6 kg.",
        &[
            "measure 7.4 = 7.4 kilogram",
            "measure 0.6 kg = 0.6 kilogram",
        ],
    );
    check(
        "The mean was 7.4 +/- 0.6 kg.",
        &[
            "measure 7.4 = 7.4 kilogram",
            "measure 0.6 kg = 0.6 kilogram",
        ],
    );
}

#[test]
fn a_unit_is_not_said_again_where_the_same_is_measured() {
    check(
        "Fuel use went from 31 mpg combined to 34 for the van.",
        &[
            "measure 31 mpg = 31 mile per gallon",
            "measure 34 = 34 mile per gallon",
        ],
    );
    check(
        "The dearest is 12.50 cents and the cheapest is 11.25.",
        &["money 12.50 cents = 12.5 cent", "money 11.25 = 11.25 cent"],
    );
    check(
        "It was 13.5 degrees in March and 14.2 in April.",
        &[
            "measure 13.5 degrees = 13.5 degree",
            "date March = 2015-03",
            "measure 14.2 = 14.2 degree",
            "date April = 2015-04",
        ],
    );
    check(
        "It asks 800 zlotys ($200) for one and 1,200 ($300) for both.",
        &[
            "money 800 zlotys = 800 Polish zloty",
            "money $200 = 200 US dollar",
            "money 1,200 = 1200 Polish zloty",
            "money $300 = 300 US dollar",
        ],
    );
}

#[test]
fn a_number_of_its_own_takes_no_unit_of_another() {
    for text in [
        "It went from 31 mpg to 34 vans.",
        "The rate is 12% and the score is 11.",
        "It rose from 31 mm to 4,000.",
        "It was 13.5 degrees in March and 14 in April.",
    ] {
        let found = read("story.txt", text);
        let bare = found.iter().filter(|(_, m)| m.kind == Kind::Cardinal);
        assert_eq!(bare.count(), 1, "{text}: {found:?}");
    }
}

#[test]
fn people_are_counted_in_capital_millions() {
    check("It feeds 3 B people.", &["cardinal 3 B = 3000000000"]);
    check("It holds 3 B cells.", &["cardinal 3 = 3"]);
}

#[test]
fn time_may_be_squared() {
    check(
        "It slows by 3.7 m/s² there.",
        &["measure 3.7 m/s² = 3.7 metre per second squared"],
    );
}

#[test]
fn medicine_has_units_of_its_own() {
    for (text, expected) in [
        (
            "It held 20 ng/ml.",
            "measure 20 ng/ml = 20 nanogram per millilitre",
        ),
        (
            "It held 5 µmol/l.",
            "measure 5 µmol/l = 5 micromole per litre",
        ),
        (
            "It rose to 120 mm Hg.",
            "measure 120 mm Hg = 120 millimetre of mercury",
        ),
        ("It has 500 kcal.", "measure 500 kcal = 500 kilocalorie"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn a_letter_of_a_form_or_a_place_is_no_temperature() {
    check("The fund sent its 13F filing.", &[]);
    check(
        "It is 31 C Monday.",
        &[
            "measure 31 C = 31 degree Celsius",
            "date Monday = 2015-11-02",
        ],
    );
    check("See door 234 F Block there.", &["cardinal 234 = 234"]);
}

#[test]
fn doctors_write_ages_short() {
    check("An 81 yo farmer came.", &["age 81 yo = 81 year"]);
    check(
        "She is 81 y/o now.",
        &["age 81 y/o = 81 year", "date now = PRESENT_REF"],
    );
}

#[test]
fn a_second_hand_is_no_time() {
    check(
        "It sold a hundred second-hand vans.",
        &["cardinal a hundred = 100", "ordinal second = 2"],
    );
}

#[test]
fn degrees_may_stand_below_zero() {
    check(
        "It was 20 degrees below zero.",
        &["measure 20 degrees below zero = -20 degree"],
    );
    check(
        "It fell to five below zero.",
        &["measure five below zero = -5 degree"],
    );
    check("Output fell below zero.", &["cardinal zero = 0"]);
}

#[test]
fn a_dollar_may_have_cents() {
    check(
        "It cost a dollar and 35 cents.",
        &["money a dollar and 35 cents = 1.35 US dollar"],
    );
}

#[test]
fn yards_may_say_how_they_were_won() {
    check(
        "He threw for 340 passing yards.",
        &["measure 340 passing yards = 340 yard"],
    );
    check("It has 40 passing places.", &["cardinal 40 = 40"]);
}
