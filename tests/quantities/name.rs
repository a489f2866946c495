//! Names and labels made with numbers, which count nothing.

use super::reading::{check, read};

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

#[test]
fn a_label_names_every_number_of_its_row() {
    check("He slept in rooms 31 and 32 of it.", &[]);
    check("Rooms 31 and 32 beds were let.", &["cardinal 32 = 32"]);
}

#[test]
fn many_digits_are_a_count_where_they_count_something_or_are_round() {
    check(
        "It has 41530229 readers.",
        &["cardinal 41530229 = 41530229"],
    );
    check("It has 4000000 of them.", &["cardinal 4000000 = 4000000"]);
    check("His account is 41530229 there.", &[]);
}

#[test]
fn one_of_an_owners_things_is_counted() {
    check(
        "It is one of New Zealand's oldest ferries.",
        &["cardinal one = 1"],
    );
    check("No-one was there.", &[]);
}

#[test]
fn four_digits_before_a_verb_are_a_year() {
    check("2031 marks the end of it.", &["date 2031 = 2031"]);
    check("2031 marks were spent.", &["cardinal 2031 = 2031"]);
}

#[test]
fn an_average_age_is_so_many_years() {
    check(
        "Life expectancy for men there is around 71.",
        &["age 71 = 71 year"],
    );
    check(
        "The average age of its riders rose to 44.5 in May.",
        &["age 44.5 = 44.5 year", "date May = 2015-05"],
    );
    check(
        "The average age of its 30 oaks is 60 days.",
        &["cardinal 30 = 30", "duration 60 days = 60 day"],
    );
}

#[test]
fn a_decimal_behind_a_name_is_its_version() {
    check("The team runs Leap 15.3 there.", &[]);
    check("It works in Ruby 3.1 or older.", &[]);
    check(
        "The index of Peru fell to 55.3 there.",
        &["cardinal 55.3 = 55.3"],
    );
    check(
        "It has Swiss 2.5 litre cans.",
        &["measure 2.5 litre = 2.5 litre"],
    );
}

#[test]
fn pages_reports_and_models_are_no_counts() {
    check("See Harbour Books. p. 31 and pp. 40 of it.", &[]);
    check("It cites 512 U.S. 218 and 28 U.S.C. there.", &[]);
    check("He flew the 787 Dreamliner home.", &[]);
    check("It took the 300 German trucks.", &["cardinal 300 = 300"]);
    check("Ring 19 40718835 for it.", &[]);
}

#[test]
fn volumes_and_pages_of_a_journal_count_nothing() {
    for text in [
        "Hall B. Bone Mill Sci 2016;14(2):88-95.",
        "Hall B. Bone Mill Sci 2016 Mar;14: 88–95.",
        "Hall B. Bone Mill 2016;304:e1207.",
    ] {
        let found = read("story.txt", text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].0.starts_with("2016"), "{text}");
    }
    check(
        "It closed in 2016; 14 jars (2 cracked): 12 sold.",
        &[
            "date 2016 = 2016",
            "cardinal 14 = 14",
            "cardinal 2 = 2",
            "cardinal 12 = 12",
        ],
    );
}

#[test]
fn counts_beside_their_percentage_may_be_grouped() {
    check(
        "Rot was seen in 4.1% (318/7,755) of them.",
        &[
            "percent 4.1% = 4.1 per cent",
            "cardinal 318 = 318",
            "cardinal 7,755 = 7755",
        ],
    );
}

#[test]
fn a_number_word_with_a_capital_is_a_name() {
    check("The firm that owns Three in Wales left.", &[]);
    check("It plays like Half Moon 2 did.", &[]);
    check("Three of the mills left.", &["cardinal Three = 3"]);
    check("Half of them left.", &["fraction Half = 0.5"]);
}

#[test]
fn houses_screens_and_notes_count_nothing() {
    for text in [
        "She lives at 14 Mill Lane.",
        "It stands at 90 N. Hale St. by the dock.",
        "It is filmed in 4K for the hall.",
        "As Hale found,13 the rate fell.",
        "It pays into a 401(k) plan.",
        "It was ground zero for moths.",
        "Moths were seen [3–5, 8] there.",
    ] {
        check(text, &[]);
    }
    check("In Hale,13 mills shut.", &["cardinal 13 = 13"]);
    check("It has 4K followers.", &["cardinal 4K = 4000"]);
}

#[test]
fn medals_are_won_over_a_length() {
    check("She won 200m gold there.", &[]);
    check("The 60m heats were close.", &[]);
}

#[test]
fn a_row_of_digits_is_no_percentage() {
    check("It prints 7654321% on the slip.", &[]);
    check(
        "It rose 3,000,000% in all.",
        &["percent 3,000,000% = 3000000 per cent"],
    );
}
