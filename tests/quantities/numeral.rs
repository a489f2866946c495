//! Numbers: digits, words, fractions, ranges, signs and hedges.

use super::reading::{check, ends, only, read};
use addup::mention::Figure;
use addup::number::{Hedge, Rational};

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
fn a_third_party_is_no_fraction() {
    check("It asked for a third-party review.", &["ordinal third = 3"]);
}

#[test]
fn a_range_shares_its_scale_and_unit() {
    // A scaled range is read to half of its last place at both ends.
    check(
        "It costs €3-4 million.",
        &["money €3-4 million = 2500000 to 4500000 euro"],
    );
    check(
        "An 8- to 16-metre mast.",
        &["measure 8- to 16-metre = 8 to 16 metre"],
    );
    check(
        "Fines ranging from $200 to $4 million.",
        &["money $200 to $4 million = 200 to 4500000 US dollar"],
    );
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
    check("It lost -£4m.", &["money -£4m = -4000000 pound sterling"]);
    check("It lost −$6.", &["money −$6 = -6 US dollar"]);
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
fn what_turns_around_a_number_does_not_hedge_it() {
    assert_eq!(
        only("The plot centres around 40 letters.").hedge,
        Hedge::None
    );
    assert_eq!(only("The plot has around 40 letters.").hedge, Hedge::About);
}

#[test]
fn a_quarter_is_how_much_or_how_long() {
    check(
        "It fell by nearly a quarter.",
        &["fraction a quarter = 0.25"],
    );
    check(
        "Fewer than a quarter are left.",
        &["fraction a quarter = 0.25"],
    );
    check(
        "It lay idle for a quarter.",
        &["duration a quarter = 1 quarter"],
    );
}

#[test]
fn half_a_dozen_may_be_hyphened() {
    check(
        "It took half-a-dozen boats.",
        &["cardinal half-a-dozen = 6"],
    );
    check(
        "It took half-a-million boats.",
        &["cardinal half-a-million = 500000"],
    );
}

#[test]
fn hedges_stand_before_and_behind() {
    for (text, hedge) in [
        ("It took 40 boats or so.", Hedge::None),
        ("It took 40 or so boats.", Hedge::About),
        ("It took 300-odd boats.", Hedge::About),
        ("It took 40ish boats.", Hedge::About),
        ("It took 500-plus boats.", Hedge::AtLeast),
        ("It cost $40, give or take.", Hedge::None),
        ("It cost $40 give or take.", Hedge::About),
        ("It took somewhere around 40 boats.", Hedge::About),
        ("It took just shy of 40 boats.", Hedge::JustUnder),
        ("It took north of 40 boats.", Hedge::MoreThan),
        ("It took as few as 40 boats.", Hedge::AtLeast),
        ("It took no higher than 40 boats.", Hedge::AtMost),
    ] {
        assert_eq!(only(text).hedge, hedge, "{text}");
    }
}

#[test]
fn fractions_have_parts_of_any_size() {
    check(
        "The pulse took a thousandth of a second.",
        &["duration a thousandth of a second = 0.001 second"],
    );
    check(
        "He drank nine eighths, three twenty-fifths and a hundred thousandths.",
        &[
            "fraction nine eighths = 1.125",
            "fraction three twenty-fifths = 0.12",
            "fraction a hundred thousandths = 0.1",
        ],
    );
    check(
        "The rod measures two hundred and seven and a twentieth.",
        &["cardinal two hundred and seven and a twentieth = 207.05"],
    );
    check(
        "Her chance is one over forty.",
        &["fraction one over forty = 0.025"],
    );
    check("It was her fortieth birthday.", &["ordinal fortieth = 40"]);
    // A small fraction is never taken for nothing, or for less.
    let (_, pulse) = &read("story.txt", "It lost a millionth of it.")[0];
    let low = pulse.quantity().expect("a fraction").strict.low();
    assert!(low.value().is_some_and(|low| low > Rational::ZERO));
}

#[test]
fn a_number_may_be_raised_to_a_power() {
    check(
        "A page holds 2^12 bytes.",
        &["measure 2^12 bytes = 4096 byte"],
    );
    check(
        "It grew by 1.5^2 or 4^-1.",
        &["cardinal 1.5^2 = 2.25", "cardinal 4^-1 = 0.25"],
    );
}

#[test]
fn two_bounds_are_one_range() {
    check(
        "It holds more than 12 but less than 20 tonnes.",
        &["measure 12 but less than 20 tonnes = 12 to 20 tonne"],
    );
    check(
        "Each crew has at most nine and at least five rowers.",
        &["cardinal nine and at least five = 5 to 9"],
    );
    check(
        "It has more than 60 ewes and fewer than 20 rams.",
        &["cardinal 60 = 60", "cardinal 20 = 20"],
    );
}

#[test]
fn what_goes_from_more_to_less_is_no_range() {
    check(
        "The budget ballooned from £70m to £35m.",
        &[
            "money £70m = 70000000 pound sterling",
            "money £35m = 35000000 pound sterling",
        ],
    );
    check(
        "Depths ranged from 90 to 15 metres.",
        &["measure 90 to 15 metres = 15 to 90 metre"],
    );
    check(
        "The fee rises from $40 to $55 to $70.",
        &[
            "money $40 = 40 US dollar",
            "money $55 = 55 US dollar",
            "money $70 = 70 US dollar",
        ],
    );
    check(
        "It saw growth from 300 to 420 there.",
        &["cardinal 300 = 300", "cardinal 420 = 420"],
    );
    check(
        "It moved its target from 2 to 3% to 4 to 6%.",
        &[
            "percent 2 to 3% = 1.5 to 3.5 per cent",
            "percent 4 to 6% = 3.5 to 6.5 per cent",
        ],
    );
}

#[test]
fn a_verb_or_a_book_takes_the_word_of_a_hedge() {
    let hedge = |text: &str, written: &str| {
        let found = read("story.txt", text);
        let it = found.iter().find(|(text, _)| text == written);
        it.map(|(_, mention)| mention.hedge)
    };
    for (text, written) in [
        ("Unemployment inched up to 6.3% in May.", "6.3%"),
        ("It was revised up to 210 last week.", "210"),
        ("It paid £9m over 15 years.", "15 years"),
        ("It is a rise of 12% over $3.4m.", "$3.4m"),
        ("She wrote a novel about two sisters.", "two"),
        ("It is about a 70-year-old farmer.", "70-year-old"),
        ("It grew over a six-year spell.", "six-year"),
    ] {
        assert_eq!(hedge(text, written), Some(Hedge::None), "{text}");
    }
    for (text, written, expected) in [
        ("It takes up to 6.3% of it.", "6.3%", Hedge::AtMost),
        ("It took over 15 years.", "15 years", Hedge::MoreThan),
        ("It is about 70 miles away.", "70 miles", Hedge::About),
        ("The book is about 300 pages long.", "300", Hedge::About),
    ] {
        assert_eq!(hedge(text, written), Some(expected), "{text}");
    }
}

#[test]
fn a_quarter_point_is_of_a_rate() {
    check(
        "The bank cut its rate by a quarter point.",
        &["points a quarter point = 0.25 percentage point"],
    );
    check(
        "Of the 84 boats 21, a quarter, sank.",
        &[
            "cardinal 84 = 84",
            "cardinal 21 = 21",
            "fraction a quarter = 0.25",
        ],
    );
}

#[test]
fn a_hyphen_between_blanks_joins_two_number_words() {
    check(
        "It holds seventy - two jars.",
        &["cardinal seventy - two = 72"],
    );
    check(
        "It lost two - thirds of them.",
        &["fraction two - thirds = 0.6667"],
    );
    check("The eldest was fifty - a miller.", &["cardinal fifty = 50"]);
}

#[test]
fn a_scale_has_a_plural_behind_a_number() {
    check(
        "It owes three billions in tax.",
        &["cardinal three billions = 3000000000"],
    );
    check(
        "It lent 40 millions of euros.",
        &["cardinal 40 millions = 40000000"],
    );
    let found = read("story.txt", "In 1987 millions marched.");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].0, "1987");
}

#[test]
fn millions_may_have_a_decimal_comma() {
    check(
        "It sold 2,4 million bulbs.",
        &["cardinal 2,4 million = 2400000"],
    );
    check("It sold 2,400 bulbs.", &["cardinal 2,400 = 2400"]);
}

#[test]
fn lakhs_scale_both_ends_of_a_range() {
    check(
        "It costs 3-5 lakh rupees.",
        &["money 3-5 lakh rupees = 250000 to 550000 Indian rupee"],
    );
}

#[test]
fn a_total_is_no_hedge() {
    for (text, hedge) in [
        ("A total of 40 boats sank.", Hedge::None),
        ("A combined 40 boats sank.", Hedge::None),
        ("Exactly 40 boats sank.", Hedge::Exactly),
    ] {
        let found = only(text);
        assert_eq!(found.hedge, hedge, "{text}");
        assert_eq!(found.lead, 0, "{text}");
    }
}

#[test]
fn a_decimal_point_may_stand_at_half_height() {
    check(
        "It held 3·5 mmol/L of salt.",
        &["measure 3·5 mmol/L = 3.5 millimole per litre"],
    );
    check(
        "It held 2·10^5 cells.",
        &["cardinal 2 = 2", "cardinal 10^5 = 100000"],
    );
}

#[test]
fn an_ordinal_has_no_hedge() {
    assert_eq!(only("A win over second seed Hale.").hedge, Hedge::None);
}

#[test]
fn an_ordinal_of_hundreds_is_one_number() {
    check(
        "It is the two hundredth fair.",
        &["ordinal two hundredth = 200"],
    );
    check(
        "It is the one hundred twenty-fifth fair.",
        &["ordinal one hundred twenty-fifth = 125"],
    );
    check(
        "It is his one-thousandth game.",
        &["ordinal one-thousandth = 1000"],
    );
    check(
        "It lost one hundredth of it.",
        &["fraction one hundredth = 0.01"],
    );
    check(
        "It has three hundred first graders.",
        &["cardinal three hundred = 300", "ordinal first = 1"],
    );
}

#[test]
fn crores_and_lakhs_may_be_short() {
    check(
        "It cost Rs 40 cr.",
        &["money Rs 40 cr = 400000000 Indian rupee"],
    );
    check("It has 12 lacs of them.", &["cardinal 12 lacs = 1200000"]);
}

#[test]
fn a_bound_may_be_or_equal_to_a_number() {
    let hedge = |text| only(text).hedge;
    assert_eq!(hedge("It is less or equal to 35."), Hedge::AtMost);
    assert_eq!(hedge("It is greater or equal to 35."), Hedge::AtLeast);
    assert_eq!(hedge("It fed over than 35 cats."), Hedge::MoreThan);
}

#[test]
fn the_far_end_of_a_range_may_be_hedged() {
    let found = only("It takes between 4 and about 9 tonnes.");
    assert_eq!(found.hedge, Hedge::About);
    assert!(matches!(
        found.value,
        addup::mention::Value::Quantity {
            figure: Figure::Range(_),
            ..
        }
    ));
    let found = read("story.txt", "It takes between 4 boats and about 9 vans.");
    assert_eq!(found.len(), 2);
}
