//! A claim tells what a number counts, when and where, and who says so.

use addup::article::Article;
use addup::claim::{Change, Claim, HeadWay, Modality, Outcome, Role, Setting, Term, claims};
use addup::document::Document;
use addup::lexicon::Lexicon;
use addup::mention::mentions;
use addup::source::Source;

/// Reads a text and hands it over as it was understood.
fn with_article<T>(name: &str, text: &str, read: impl FnOnce(&Article) -> T) -> T {
    let lexicon = Lexicon::of_grammar();
    let source = Source::new(name, text);
    let mut document = Document::read(&source, &lexicon);
    let mentions = mentions(&mut document, &lexicon);
    let claims = claims(&document, &mentions, &lexicon);
    assert_eq!(mentions.len(), claims.len(), "in {text:?}");
    read(&Article {
        document,
        mentions,
        claims,
    })
}

/// The claim of the first mention whose words hold `number`.
fn claim_in(article: &Article, number: &str) -> Claim {
    let place = article
        .mentions
        .iter()
        .position(|m| article.document.source[m.span].contains(number))
        .unwrap_or_else(|| {
            let text = &article.document.source.text;
            let found: Vec<&str> = article
                .mentions
                .iter()
                .map(|m| &article.document.source[m.span])
                .collect();
            panic!("no mention {number:?} in {text:?}, only {found:?}")
        });
    article.claims[place].clone()
}

fn claim(text: &str, number: &str) -> Claim {
    with_article("a.txt", text, |article| claim_in(article, number))
}

fn words(text: &str, term: Option<Term>) -> &str {
    term.map_or("", |t| &text[t.span.range()])
}

#[track_caller]
fn heads(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|&(text, number, head)| {
            let claim = claim(text, number);
            let found = words(text, claim.head);
            (found != head).then(|| format!("{number} in {text:?}: {found:?}, not {head:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether two numbers have a known and equal field.
fn agree(text: &str, field: fn(&Claim) -> Option<Term>, one: &str, other: &str) -> bool {
    with_article("a.txt", text, |article| {
        let keys = [one, other].map(|n| field(&claim_in(article, n)).map(|t| t.key));
        keys[0].is_some() && keys[0] == keys[1]
    })
}

#[test]
fn a_count_takes_the_first_plural_after_it() {
    heads(&[
        (
            "Some 235 injured police officers went home.",
            "235",
            "officers",
        ),
        ("The army hit 237 “terrorist” targets.", "237", "targets"),
        ("There were 40 people on board.", "40", "people"),
        ("The fire killed 12 sheep on the farm.", "12", "sheep"),
        (
            "They sent 3,000 ground troops to the border.",
            "3,000",
            "troops",
        ),
        ("The club sold 14 sports cars.", "14", "cars"),
        (
            "Nearly 9,000 business leaders in 104 countries replied.",
            "9,000",
            "leaders",
        ),
        (
            "Nearly 9,000 business leaders in 104 countries replied.",
            "104",
            "countries",
        ),
        ("The firm sold 37 off-road vehicles.", "37", "vehicles"),
        ("They named 16 United States senators.", "16", "senators"),
        ("The town has 53 three-bedroom houses.", "53", "houses"),
        ("The law covers 27 member states.", "27", "states"),
    ]);
}

#[test]
fn and_between_two_adjectives_does_not_end_the_run() {
    heads(&[
        (
            "It sells 30 different and unique types of tea.",
            "30",
            "types",
        ),
        ("It left 12 dead and soldiers in tears.", "12", ""),
    ]);
}

#[test]
fn or_so_and_the_like_are_passed_over() {
    heads(&[
        ("They gave out 100,000 or so nets.", "100,000", "nets"),
        ("They gave out 300 or more nets.", "300", "nets"),
        ("They gave out 70-odd nets.", "70", "nets"),
        ("They gave out 500+ nets.", "500", "nets"),
    ]);
}

#[test]
fn hyphens_and_names_stay_inside_the_run() {
    heads(&[
        ("The shop has 45 computer-enhanced titles.", "45", "titles"),
        ("The airline ordered 70 long-haul jets.", "70", "jets"),
        ("The fleet has 20 U.S. warships.", "20", "warships"),
        ("They sued 17 US journalists.", "17", "journalists"),
    ]);
}

#[test]
fn a_possessive_is_not_the_head() {
    heads(&[
        ("The flood reached 30 people’s homes.", "30", "homes"),
        ("It lists 50 of Britain’s biggest firms.", "50", "firms"),
    ]);
}

#[test]
fn a_part_of_a_number_counts_the_same_noun() {
    heads(&[
        ("Seven of the nine injured men went home.", "Seven", "men"),
        ("Seven of the nine injured men went home.", "nine", "men"),
        ("About 30 of its shops will close.", "30", "shops"),
        ("One of the 80 cars was found.", "One", "cars"),
    ]);
    let seven = claim("Seven of the 19 men went home.", "Seven");
    assert_eq!(seven.way, Some(HeadWay::PartOf));
    assert_eq!(seven.role, Role::Part);
}

#[test]
fn a_vague_number_of_things_counts_them() {
    heads(&[
        ("Hundreds of fans waited outside.", "Hundreds", "fans"),
        ("Dozens of houses burned.", "Dozens", "houses"),
    ]);
}

#[test]
fn a_row_of_numbers_shares_its_head() {
    heads(&[
        ("It had 50, 60 or 70,000 listeners.", "50", "listeners"),
        ("It had 50, 60 or 70,000 listeners.", "60", "listeners"),
        ("It had 50, 60 or 70,000 listeners.", "70,000", "listeners"),
    ]);
}

#[test]
fn one_is_a_number_only_before_a_noun() {
    heads(
        &[
            ("There were two men and one woman on board.", "one", "woman"),
            ("No one was hurt.", "one", ""),
            ("Of the films, this one based on a novel won.", "one", ""),
        ]
        .into_iter()
        .filter(|&(text, number, _)| {
            with_article("a.txt", text, |a| {
                a.mentions
                    .iter()
                    .any(|m| a.document.source[m.span].contains(number))
            })
        })
        .collect::<Vec<_>>(),
    );
    let woman = claim("There were two men and one woman on board.", "one");
    assert!(woman.way.is_some_and(|way| !way.is_trusted()));
}

#[test]
fn a_number_before_a_hyphen_counts_the_word_after_it() {
    heads(&[
        ("She leads a 12-member panel.", "12", "member"),
        ("She leads a 20-strong crew.", "20", "crew"),
    ]);
}

#[test]
fn an_amount_is_of_what_follows_of() {
    heads(&[
        (
            "The party won 35% of the vote counted so far.",
            "35%",
            "vote",
        ),
        (
            "The poll found 41% of adult voters agreed.",
            "41%",
            "voters",
        ),
        ("It wrote off £35m of bad debt.", "£35m", "debt"),
        (
            "Two-thirds of the voters stayed at home.",
            "Two-thirds",
            "voters",
        ),
        ("They seized 30 tonnes of cocaine.", "30 tonnes", "cocaine"),
    ]);
}

#[test]
fn an_amount_is_of_the_noun_before_of() {
    heads(&[
        ("The firm made an annual profit of £3m.", "£3m", "profit"),
        ("It took a market share of 35% in May.", "35%", "market"),
        ("It made a total of £3m.", "£3m", ""),
        ("It grew at an annual rate of 3.8%.", "3.8%", "rate"),
        ("They saw a rise of 3% in a year.", "3%", ""),
        ("The ship has a crew of 23.", "23", "crew"),
    ]);
}

#[test]
fn an_amount_after_an_article_is_of_the_noun_after_it() {
    heads(&[
        ("They signed a $1.2bn deal on Tuesday.", "$1.2bn", "deal"),
        ("They signed the £40m stadium contract.", "£40m", "contract"),
        ("Fiat owns a 56% stake in the firm.", "56%", "stake"),
        ("They won a $1.2bn early last year.", "$1.2bn", ""),
        ("Profits were a £3m higher.", "£3m", ""),
        ("Shares lost 4% Tuesday.", "4%", ""),
        ("They raised £5m in the past year.", "£5m", ""),
    ]);
}

#[test]
fn a_subject_is_a_head_only_where_it_touches_its_verb() {
    heads(&[
        ("Sales rose 3% in May.", "3%", "Sales"),
        ("Sales of ice cream rose 3% in May.", "3%", "Sales"),
        ("The price of a home fell by 12% in May.", "12%", "price"),
        ("He said sales, which had been slow, rose 3%.", "3%", ""),
    ]);
    let sales = claim("Sales rose 3% in May.", "3%");
    assert!(!sales.way.is_some_and(|way| way.is_trusted()));
}

#[test]
fn a_conversion_in_brackets_keeps_the_label() {
    heads(&[
        ("They signed a $7bn (£3.6bn) deal.", "$7bn", ""),
        (
            "It made a profit of $7bn (£3.6bn; 5bn euros).",
            "£3.6bn",
            "profit",
        ),
        (
            "It made a profit of $7bn (£3.6bn; 5bn euros).",
            "5bn euros",
            "profit",
        ),
    ]);
}

#[test]
fn both_ends_of_a_change_have_one_label() {
    let text = "It saw a profit of £118m, up from £93m.";
    heads(&[(text, "£118m", "profit"), (text, "£93m", "profit")]);
    assert_eq!(claim(text, "£93m").role, Role::End);
}

#[test]
fn a_count_before_a_verb_takes_the_last_head_and_is_not_trusted() {
    let text = "Rescuers looked for 300 hikers. By noon 200 were found.";
    heads(&[(text, "200", "hikers")]);
    assert_eq!(claim(text, "200").way, Some(HeadWay::Elided));
}

#[test]
fn heads_are_compared_in_the_singular() {
    let text = "There were 12 policemen. They met 30 more policemen. They lost one policeman.";
    assert!(agree(text, |c| c.head, "12", "30"));
    assert!(agree(text, |c| c.head, "12", "one"));
}

#[test]
fn modifiers_are_a_set() {
    let text = "We saw 12 big red cars. We saw 30 red big cars. We saw 40 red cars of the army.";
    assert!(agree(text, |c| c.modifiers, "12", "30"));
    assert!(!agree(text, |c| c.modifiers, "30", "40"));
    assert!(claim("We saw 12 cars.", "12").modifiers.is_none());
}

#[test]
fn a_phrase_reaches_from_the_number_to_the_head() {
    let text = "The army hit 237 “terrorist” targets in Syria.";
    let phrase = claim(text, "237").phrase;
    assert_eq!(
        phrase.map(|s| &text[s.range()]),
        Some("“terrorist” targets")
    );
}

#[test]
fn equal_stretches_of_time_are_one_window() {
    let text = "It hit 237 targets in two days. It hit 131 camps over the past 2 days. \
                It hit 55 tents in the first two days. Its planes struck 77 lorries within 48 hours.";
    assert!(agree(text, |c| c.window, "237", "131"));
    assert!(agree(text, |c| c.window, "237", "77"));
    assert!(!agree(text, |c| c.window, "237", "55"));
}

#[test]
fn periods_without_an_anchor_differ_by_their_words() {
    let text =
        "It sold 237 cars last year. It sold 131 cars last month. It sold 77 cars last year.";
    assert!(!agree(text, |c| c.window, "237", "131"));
    assert!(agree(text, |c| c.window, "237", "77"));
}

#[test]
fn those_days_are_the_window_before() {
    let text = "The army said it struck 237 targets on 1 and 2 May. \
                In those two days, the army said, its aircraft hit 131 targets.";
    assert!(agree(text, |c| c.window, "237", "131"));
    assert!(agree(text, |c| c.source, "237", "131"));
    let text = "The army said it struck 237 targets on 1 and 2 May. \
                On 1 May alone, it said, its aircraft hit 131 targets.";
    assert!(!agree(text, |c| c.window, "237", "131"));
    assert!(agree(text, |c| c.source, "237", "131"));
}

#[test]
fn a_window_at_the_head_of_a_sentence_holds_for_it() {
    let text = "In May 2015, the firm, which makes cars, sold 300 vans.";
    assert_eq!(words(text, claim(text, "300").window), "In May 2015");
}

#[test]
fn the_time_of_saying_is_no_window() {
    let text = "The army said Monday it hit 237 targets.";
    assert_eq!(claim(text, "237").window, None);
}

#[test]
fn a_sentence_without_a_window_has_none() {
    let text = "The army hit 237 targets in two days. It lost 30 men.";
    assert_eq!(claim(text, "30").window, None);
}

#[test]
fn a_place_is_a_name_after_a_preposition() {
    let text = "The army hit 237 targets near the Red River. It lost 30 men in Port-Royal.";
    assert_eq!(words(text, claim(text, "237").place), "Red River");
    assert_eq!(words(text, claim(text, "30").place), "Port-Royal");
}

#[test]
fn a_source_is_who_says_it() {
    let cases = [
        ("The army said it hit 237 targets.", "The army"),
        ("It hit 237 targets, the army said on Monday.", "the army"),
        (
            "“It hit 237 targets,” said Colonel Ann Hart.",
            "Colonel Ann Hart",
        ),
        ("According to the navy, 237 targets were hit.", "the navy"),
        (
            "The navy, which is small, has said it hit 237 targets.",
            "The navy",
        ),
        ("Ann Hart, a colonel, said it hit 237 targets.", "Ann Hart"),
        (
            "The head of the navy, Ann Hart, said it hit 237 targets.",
            "Ann Hart",
        ),
        (
            "A spokesman for the navy told reporters that 237 targets were hit.",
            "the navy",
        ),
        (
            "Figures from the navy show that 237 targets were hit.",
            "the navy",
        ),
        (
            "The navy’s statement said 237 targets were hit.",
            "The navy’s",
        ),
        (
            "The statement of the Harbour Office, ships hit 237 targets.",
            "the Harbour Office",
        ),
        ("Officials said 237 targets were hit.", ""),
        ("The ships hit 237 targets.", ""),
        ("The ships are said to have hit 237 targets.", ""),
    ];
    for (text, source) in cases {
        assert_eq!(words(text, claim(text, "237").source), source, "in {text}");
    }
}

#[test]
fn two_names_of_one_body_are_one_source() {
    let text = "According to a statement from the Ministry of Defense, it hit 237 camps.\n\n\
                The statement of the Russian Ministry of Defense, aircraft hit 131 camps.\n\n\
                The Russian defence ministry said it hit 77 camps.\n\n\
                It hit 55 camps, the ministry said.";
    for other in ["131", "77", "55"] {
        assert!(agree(text, |c| c.source, "237", other), "{other}");
    }
}

#[test]
fn bodies_of_two_countries_are_two_sources() {
    let text = "The British defence ministry said it hit 237 camps. \
                The Russian defence ministry said it hit 131 camps. \
                The defence ministry said it hit 77 camps.";
    assert!(!agree(text, |c| c.source, "237", "131"));
    assert_eq!(claim(text, "77").source, None);
}

#[test]
fn each_half_of_a_sentence_has_its_own_source() {
    for text in [
        "The government says 237 people died; the opposition puts the toll at 131.",
        "The government says 237 people died, while the opposition says 131 died.",
    ] {
        assert_eq!(words(text, claim(text, "237").source), "The government");
        assert_eq!(words(text, claim(text, "131").source), "the opposition");
    }
    let text = "The government says 237 people died, but hospitals counted 131.";
    assert_eq!(claim(text, "131").source, None);
}

#[test]
fn a_pronoun_and_a_quotation_keep_the_speaker() {
    let text = "“It is over,” said Ann Hart. “We lost 30 men.” She said they hit 237 camps.";
    assert_eq!(words(text, claim(text, "30").source), "Ann Hart");
    assert_eq!(words(text, claim(text, "237").source), "Ann Hart");
    let text = "“We lost 30 men. It is over,” Ann Hart said.";
    assert_eq!(words(text, claim(text, "30").source), "Ann Hart");
}

#[test]
fn modality_is_what_the_clause_makes_of_it() {
    let cases = [
        ("The army hit 237 targets.", Modality::Fact),
        ("The army will hit 237 targets.", Modality::Plan),
        ("The army wants 237 tanks.", Modality::Plan),
        (
            "The army is expected to lose 237 tanks.",
            Modality::Forecast,
        ),
        (
            "If the army loses 237 tanks, it is over.",
            Modality::Condition,
        ),
        ("The army did not hit 237 targets.", Modality::Negated),
        ("The army didn’t hit 237 targets.", Modality::Negated),
        ("The army hit no fewer than 237 targets.", Modality::Fact),
        ("On 4 May the army hit 237 targets.", Modality::Fact),
        ("It will rest, but it hit 237 targets.", Modality::Fact),
        ("In all, 237 tenants were asked.", Modality::Fact),
        ("Tenants were asked to pay 237 fees.", Modality::Plan),
    ];
    for (text, modality) in cases {
        assert_eq!(claim(text, "237").modality, modality, "in {text}");
    }
}

#[test]
fn a_role_is_what_part_a_number_plays() {
    let cases = [
        ("The army hit 237 targets.", Role::Whole),
        ("The army hit another 237 targets.", Role::Increment),
        ("The army hit 237 more targets.", Role::Increment),
        ("They hit 900 sites, including 237 camps.", Role::Part),
        ("They lost 900 men, 237 of them officers.", Role::Part),
        ("The shops sold 237 cars each.", Role::PerUnit),
        ("The shops sell 237 cars a day.", Role::PerUnit),
        ("They met 12 women and 237 men.", Role::Member),
    ];
    for (text, role) in cases {
        assert_eq!(claim(text, "237").role, role, "in {text}");
    }
    let text = "They met 900 people, including 12 women and 237 men.";
    assert_eq!(claim(text, "237").role, Role::Part);
    assert_eq!(claim(text, "900").role, Role::Whole);
}

#[test]
fn an_outcome_is_the_nearest_casualty_word() {
    let text = "The blast killed 12 people and injured 237. Another 30 are missing.";
    assert_eq!(claim(text, "12").outcome, Some(Outcome::Dead));
    assert_eq!(claim(text, "237").outcome, Some(Outcome::Injured));
    assert_eq!(claim(text, "30").outcome, Some(Outcome::Missing));
    let text = "Ten people were killed and 20 injured.";
    assert_eq!(claim(text, "Ten").outcome, Some(Outcome::Dead));
    assert_eq!(claim(text, "20").outcome, Some(Outcome::Injured));
    assert_eq!(
        claim("The singer died on Monday, aged 82.", "82").outcome,
        None
    );
}

#[test]
fn a_predicate_is_the_stem_of_the_nearest_verb() {
    let text = "At least 20 people died. The 17 people who died were all on the bus.";
    assert!(agree(text, |c| c.predicate, "20", "17"));
    let text = "It strikes 20 camps. It struck 17 camps. It sold 300 camps.";
    assert!(!agree(text, |c| c.predicate, "20", "300"));
}

#[test]
fn a_subject_is_named_or_unknown() {
    let text = "France made four changes. Wales made 30 changes. It made 17 changes.";
    assert!(!agree(text, |c| c.subject, "four", "30"));
    assert_eq!(words(text, claim(text, "30").subject), "Wales");
    assert_eq!(claim(text, "17").subject, None);
}

#[test]
fn a_change_is_by_how_much_and_not_to_what() {
    for (text, number, change) in [
        ("Wool prices fell 3% to £40m.", "3%", Some(Change::Down)),
        ("Wool prices fell 3% to £40m.", "£40m", None),
        ("The index was up nearly 57%.", "57%", Some(Change::Up)),
        (
            "Staff grew sharply by another 40 nurses.",
            "40",
            Some(Change::Up),
        ),
        ("Staff grew by 40 nurses, or 2%.", "2%", Some(Change::Up)),
        ("Tin lost 2% and zinc 5 tonnes.", "5 tonnes", None),
        ("Up to 40 nurses left.", "40", None),
        ("He racked up 12 wins.", "12", None),
        ("He lost three games.", "three", None),
        ("The index lost 12 points.", "12", Some(Change::Down)),
        ("Rates went up five times.", "five", None),
        ("Tin: +1.3% Zinc: -2.4%", "-2.4%", Some(Change::Down)),
        ("Growth fell below 2% in May.", "2%", None),
        ("Tin rose by over 2% in May.", "2%", Some(Change::Up)),
        ("He goes down as one of them.", "one", None),
    ] {
        assert_eq!(claim(text, number).change, change, "{number} in {text:?}");
    }
}

#[test]
fn a_level_counts_what_the_step_to_it_does() {
    heads(&[
        ("The index rose 64 points to 4,577.", "4,577", "points"),
        ("The index (4,577 up 64 points) led.", "4,577", "points"),
        ("It sold 40 boats, up from 12 in 2011.", "12", "boats"),
        ("It sold 460 boats compared with 63 before.", "63", "boats"),
        ("It has 90 boats including 12 in Hull.", "12", "boats"),
        ("Here 40 boats lay and 30 who sail them.", "30", "boats"),
        ("Hull has 40 boats and Grimsby has 12.", "12", "boats"),
        ("Hull has 40 boats and Grimsby lost 12.", "12", ""),
    ]);
}

#[test]
fn a_definite_number_follows_the_or_all() {
    assert!(claim("The 17 men left.", "17").definite);
    assert!(claim("All 17 men left.", "17").definite);
    assert!(claim("Those 17 men left.", "17").definite);
    assert!(!claim("Its 17 men left.", "17").definite);
    assert!(!claim("About 17 men left.", "17").definite);
}

#[test]
fn a_comparison_shows_in_the_clause() {
    assert!(claim("Sales rose to 237 cars.", "237").compared);
    assert!(claim("It sold 237 cars, compared with 131 vans.", "131").compared);
    assert!(!claim("It sold 237 cars to dealers.", "237").compared);
    assert!(!claim("It sold more than 237 cars.", "237").compared);
}

#[test]
fn a_quotation_is_known_by_its_marks() {
    let text = "“We lost 30 men,” he said of the 237 soldiers.";
    assert!(claim(text, "30").quoted);
    assert!(!claim(text, "237").quoted);
}

#[test]
fn a_setting_is_the_kind_of_block_it_stands_in() {
    let text = "# Raid kills 12\n\nAt least 18 people died. One. Two. Then 77 fled.\n\n\
                ## Rescue of 30 men\n\n- 40 cars\n\n> It hit 55 camps.\n";
    let cases = [
        ("12", Setting::Title),
        ("18", Setting::Lead),
        ("77", Setting::Body),
        ("30", Setting::Heading),
        ("40", Setting::List),
        ("55", Setting::Quotation),
    ];
    with_article("a.md", text, |article| {
        for (number, setting) in cases {
            assert_eq!(claim_in(article, number).setting, setting, "{number}");
        }
    });
}

#[test]
fn an_age_belongs_to_a_name() {
    let text = "John Smith, 34, was arrested on Monday. Smith, 43, denies it.";
    assert!(agree(text, |c| c.subject, "34", "43"));
    let text = "John Smith, 34, was arrested on Monday. \
                Smith’s father, also John Smith, 63, posted bail.";
    assert_eq!(claim(text, "63").subject, None);
    let text = "John Smith, 34, and Ann Smith, 28, were arrested. Smith, 43, denies it.";
    assert_eq!(claim(text, "43").subject, None);
}

#[test]
fn any_text_has_claims() {
    for text in [
        "",
        "1",
        "of 1",
        "1 of",
        "said 1",
        "1 said",
        "(1",
        "1)",
        "1 (£2",
        "’s 1",
        "1 ’s",
        "- 1 -",
        "£1 (",
        "£1 ($2) £3 ($4",
        "one",
        "one of one of one",
        "in in 1 days",
        "according to 1",
        "The statement of, 1",
        "1, 2, 3, 4, 5",
        "“1",
        "1”",
        "those 2 days",
        "said said said 1",
        "1-",
        "1-strong",
        "-1- -1-",
        "X, Y, said 1",
        "of of 5%",
        "5% of of",
        "a 5%",
    ] {
        with_article("a.txt", text, |_| ());
        with_article("a.md", text, |_| ());
    }
}

#[test]
fn a_part_may_be_of_the_last_ones_or_of_a_name() {
    heads(&[
        ("They won nine of the last 14 races.", "nine", "races"),
        ("Two of their top three chefs left.", "Two", "chefs"),
        ("Only four out of their 20 choirs sang.", "four", "choirs"),
        ("It is one of Malta’s oldest theatres.", "one", "theatres"),
    ]);
}

#[test]
fn the_near_end_of_a_change_counts_what_the_far_one_does() {
    heads(&[
        ("The league grew from 12 to 18 member clubs.", "12", "clubs"),
        ("The fleet was cut to 30 from 45 ships.", "30", "ships"),
    ]);
}

#[test]
fn a_number_may_count_a_noun_that_describes_another() {
    heads(&[
        ("They ate a four course dinner.", "four", "course"),
        (
            "She drives a small three cylinder car.",
            "three",
            "cylinder",
        ),
        ("It showed a 404 error page.", "404", ""),
        ("Only the 6 gear version is sold.", "6", "gear"),
        ("It has a 1.2 litre 3 cylinder engine.", "3", "cylinder"),
        ("The two plan to go home.", "two", ""),
        ("He bowled 1 innings there.", "1", "innings"),
        ("It lost one aircraft in June.", "one", "aircraft"),
        ("Then one tenant asked Ms Hale how.", "one", "tenant"),
        ("Only one grocer bucking the trend left.", "one", "grocer"),
        ("They saw one badly dented van.", "one", "van"),
        ("There were £68m in gifts.", "£68m", ""),
        ("The band had nine hit singles.", "nine", "singles"),
        ("All nine hit ground.", "nine", ""),
        (
            "It flies 20 Airbus A320s and 12 Boeing 737s.",
            "12",
            "Boeing",
        ),
        ("We need another day or two.", "two", "day"),
    ]);
}

#[test]
fn a_population_does_what_a_verb_says() {
    heads(&[
        (
            "A quarter of the rural population owns a car.",
            "quarter",
            "population",
        ),
        ("40% of the electorate votes early.", "40%", "electorate"),
    ]);
}

#[test]
fn what_is_cut_by_so_much_falls() {
    let change = |text, number| claim(text, number).change;
    assert_eq!(
        change("Its fees were cut by 12%.", "12%"),
        Some(Change::Down)
    );
    assert_eq!(change("Fares were raised by 9p.", "9p"), Some(Change::Up));
    assert_eq!(change("Money was raised by 40 scouts.", "40"), None);
    assert_eq!(change("It is weighed down by £3bn of debt.", "£3bn"), None);
    assert_eq!(change("They mopped up three spills.", "three"), None);
    assert_eq!(
        change("The song moved up three places.", "three"),
        Some(Change::Up)
    );
}

#[test]
fn a_change_may_stand_behind_what_changed() {
    let change = |text, number| claim(text, number).change;
    for (text, number, expected) in [
        ("Farmers raised their output by 4%.", "4%", Some(Change::Up)),
        (
            "It wants to cut its costs by nearly 9%.",
            "9%",
            Some(Change::Down),
        ),
        (
            "Rents rose a seasonally adjusted 0.7%.",
            "0.7%",
            Some(Change::Up),
        ),
        (
            "The share traded lower by 2% at noon.",
            "2%",
            Some(Change::Down),
        ),
        (
            "Output fell between 3 and 5 per cent.",
            "3",
            Some(Change::Down),
        ),
        ("She lost the vote by 4%.", "4%", None),
        ("It won a 4% share.", "4%", None),
    ] {
        assert_eq!(change(text, number), expected, "{text}");
    }
}

#[test]
fn a_letter_of_a_name_does_not_end_the_noun_phrase() {
    heads(&[
        ("It ordered 14 Airbus A320 jets.", "14", "jets"),
        ("He made 31 Serie A starts.", "31", "starts"),
        ("It had nine UK hit songs.", "nine", "songs"),
        ("She earned two set points.", "two", "points"),
    ]);
}

#[test]
fn an_adverb_before_a_verb_is_no_subject() {
    heads(&[
        ("The price index also eased to 71.0.", "71.0", "index"),
        ("Its shares are out, having fallen by 8%.", "8%", ""),
        ("It beat last year’s peak of $41 a barrel.", "$41", ""),
    ]);
}
