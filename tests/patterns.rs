//! What patterns match: a rule that always fails shows what it bound.

use addup::article::Article;
use addup::audit::audit;
use addup::claim::Claim;
use addup::document::Document;
use addup::finding::Finding;
use addup::mention::mentions;
use addup::rule::{RuleText, Shelf};
use addup::source::Source;

const WORDS: &str = "
words:
  rise: {verbs: [rise, climb, go up]}
  fall: {verbs: [fall, drop]}
  move: {classes: [rise, fall]}
  connective: [\"that's\", which is, or]
  place: {nouns: [school, house]}
";

fn shelf(files: &[&str]) -> Shelf {
    let files: Vec<RuleText> = files
        .iter()
        .chain([&WORDS])
        .enumerate()
        .map(|(i, text)| RuleText {
            name: format!("{i}.yaml"),
            text: (*text).to_owned(),
        })
        .collect();
    match Shelf::load(&files) {
        Ok(shelf) => shelf,
        Err(errors) => panic!("{errors:#?}"),
    }
}

fn findings(shelf: &Shelf, text: &str) -> Vec<Finding> {
    let source = Source::new("article.txt", text);
    let mut document = Document::read(&source, shelf.lexicon());
    let mentions = mentions(&mut document, shelf.lexicon());
    let claims = vec![Claim::default(); mentions.len()];
    let article = Article {
        document,
        mentions,
        claims,
    };
    let rules: Vec<_> = shelf.rules().iter().collect();
    audit(&article, shelf, &rules)
}

/// What a rule with this `find` binds in each match: the labelled texts.
#[track_caller]
fn bound(find: &str, text: &str) -> Vec<Vec<String>> {
    let rule = format!(
        "id: a\nsummary: b\nseverity: error\nfind:\n{find}\nassert: 1 == 2\nmessage: found\n"
    );
    let shelf = shelf(&[&rule]);
    findings(&shelf, text)
        .iter()
        .map(|finding| {
            let labels = finding.labels.iter();
            let texts = labels.map(|label| text[label.span.range()].to_owned());
            texts.collect()
        })
        .collect()
}

/// What one pattern binds in a text that it matches at most once.
#[track_caller]
fn binds(pattern: &str, text: &str) -> Vec<String> {
    let found = bound(&format!("  text: [{pattern:?}]"), text);
    assert!(found.len() < 2, "{found:?}");
    found.into_iter().next().unwrap_or_default()
}

const NOTHING: [&str; 0] = [];

#[test]
fn words_match_without_regard_to_case() {
    let pattern = "{part:count} of the {whole:count}";
    assert_eq!(binds(pattern, "12 Of The 40 failed."), ["12", "40"]);
    assert_eq!(binds(pattern, "12 of 40 failed."), NOTHING);
}

#[test]
fn numbers_in_words_are_mentions() {
    let pattern = "{part:count} of the {whole:count}";
    assert_eq!(
        binds(pattern, "Twelve of the forty-one failed."),
        ["Twelve", "forty-one"]
    );
}

#[test]
fn options_and_alternatives_match_or_not() {
    let pattern = "{part:count} (from among|of) (the|its)? {whole:count}";
    assert_eq!(binds(pattern, "12 from among 40 failed."), ["12", "40"]);
    assert_eq!(binds(pattern, "12 of its 40 failed."), ["12", "40"]);
}

#[test]
fn a_hedge_belongs_to_its_number() {
    let pattern = "rose to {to:percent}";
    assert_eq!(binds(pattern, "It rose to about 40% today."), ["40%"]);
    assert_eq!(binds(pattern, "It rose to more than 40%."), ["40%"]);
}

#[test]
fn a_capture_has_a_type() {
    let pattern = "to {to:money}";
    assert_eq!(binds(pattern, "It rose to 40% and to $3m."), ["$3m"]);
    assert_eq!(binds("to {to:money|percent}", "up to 40% now"), ["40%"]);
}

#[test]
fn brackets_and_quotation_marks_are_passed_or_named() {
    let pattern = "{n:count} schools '(' {share:percent} ')'";
    assert_eq!(binds(pattern, "12 schools [25%] failed."), ["12", "25%"]);
    let pattern = "{n:count} schools failed";
    assert_eq!(binds(pattern, "He said “12” schools “failed”."), ["12"]);
    assert_eq!(
        binds("said '\"' {n:count}", "He said “12” schools."),
        ["12"]
    );
}

#[test]
fn verbs_of_a_class_match_in_every_form() {
    let pattern = "@rise to {to:count}";
    for text in ["It rose to 5.", "It has risen to 5.", "It climbed to 5."] {
        assert_eq!(binds(pattern, text), ["5"], "{text}");
    }
    assert_eq!(binds(pattern, "It went up to 5."), ["5"]);
    assert_eq!(binds(pattern, "It fell to 5."), NOTHING);
    assert_eq!(binds("@move to {to:count}", "It fell to 5."), ["5"]);
}

#[test]
fn nouns_of_a_class_match_in_the_plural() {
    assert_eq!(binds("{n:count} @place", "It has 5 schools."), ["5"]);
}

#[test]
fn expressions_with_marks_match() {
    let pattern = "{a:count} , @connective {b:count}";
    assert_eq!(binds(pattern, "We saw 5, that’s 12 more."), ["5", "12"]);
    assert_eq!(binds(pattern, "We saw 5, which is 12 more."), ["5", "12"]);
    let pattern = "{a:count} , that's {b:count}";
    assert_eq!(binds(pattern, "We saw 5, that’s 12 more."), ["5", "12"]);
}

#[test]
fn words_are_captured() {
    let rule = "
id: a
summary: b
severity: error
find:
  text: [\"{verb:@rise|falls} .. to {to:count}\"]
assert: 1 == 2
message: found
labels: {verb: the verb, to: \"\"}
";
    let shelf = shelf(&[rule]);
    let text = "Output quickly went up again to 5.";
    let found = findings(&shelf, text);
    let labels = &found[0].labels;
    assert_eq!(&text[labels[0].span.range()], "went up");
    assert_eq!(labels[0].note.as_deref(), Some("the verb"));
    assert!(labels[0].primary && !labels[1].primary);
}

#[test]
fn names_are_runs_of_capitals() {
    let pattern = "{who:name} sold {n:count}";
    assert_eq!(binds(pattern, "Then Marks & Spencer sold 5."), ["5"]);
    assert_eq!(binds(pattern, "Then they sold 5."), NOTHING);
}

#[test]
fn a_gap_holds_a_few_words() {
    let pattern = "from {from:count} .. to {to:count}";
    let text = "It rose from 5 in the last of these to 7.";
    assert_eq!(binds(pattern, text), ["5", "7"]);
    let text = "It rose from 5 in one two three four five six seven to 7.";
    assert_eq!(binds(pattern, text), NOTHING);
}

#[test]
fn a_gap_holds_no_number_bracket_conjunction_or_second_verb() {
    let pattern = "from {from:count} .. to {to:count}";
    for text in [
        "It rose from 5 of 6 houses to 7.",
        "It rose from 5 (it was said) to 7.",
        "It rose from 5 and went to 7.",
        "It rose from 5 here; it came to 7.",
        "It rose from 5. It came to 7.",
        "It rose from 5 here as sales grew to 7.",
    ] {
        assert_eq!(binds(pattern, text), NOTHING, "{text}");
    }
}

#[test]
fn a_gap_passes_over_a_date() {
    let pattern = "from {from:count} .. to {to:count}";
    let text = "It rose from 5 in May 2014 to 7.";
    assert_eq!(binds(pattern, text), ["5", "7"]);
}

#[test]
fn a_wide_gap_goes_on_through_the_sentence() {
    let pattern = "{a:count} houses ... {b:count} schools";
    let text = "There are 5 houses (and it is said) and also 7 schools.";
    assert_eq!(binds(pattern, text), ["5", "7"]);
    let text = "There are 5 houses. And also 7 schools.";
    assert_eq!(binds(pattern, text), NOTHING);
}

#[test]
fn the_next_sentence_can_be_named() {
    let pattern = "rose by {by:count} >> it was {was:count}";
    let text = "Output rose by 5 last year. It was 20 before.";
    assert_eq!(binds(pattern, text), ["5", "20"]);
    let text = "Output rose by 5 last year.\n\nIt was 20 before.";
    assert_eq!(binds(pattern, text), ["5", "20"]);
}

#[test]
fn a_coordination_binds_every_member() {
    let pattern = "{total:count} .. including {part:count}+";
    let text = "There were 40 people, including 12 men, 15 women and two small children.";
    assert_eq!(binds(pattern, text), ["40", "12", "15", "two"]);
    let text = "There were 40 people, including 12 men but 15 women.";
    assert_eq!(binds(pattern, text), ["40", "12"]);
}

#[test]
fn a_coordination_leaves_what_the_pattern_still_needs() {
    let pattern = "{part:count}+ , {total:count} in all";
    let text = "We saw 12 men, 15 women and 3 boys, 30 in all.";
    assert_eq!(binds(pattern, text), ["12", "15", "3", "30"]);
    let pattern = "{part:count}+ (,)? a total of {total:count}";
    let text = "We saw 12 men, 15 women and 3 boys, a total of 30.";
    assert_eq!(binds(pattern, text), ["12", "15", "3", "30"]);
}

#[test]
fn like_wants_the_same_dimension() {
    let pattern = "{to:money|measure} , up from {from: like to}";
    assert_eq!(
        binds(pattern, "Sales were £5m, up from £4m."),
        ["£5m", "£4m"]
    );
    assert_eq!(
        binds(pattern, "Sales were £5m, up from 4 million."),
        ["£5m", "4 million"]
    );
    assert_eq!(binds(pattern, "Sales were £5m, up from 4%."), NOTHING);
    assert_eq!(binds(pattern, "Sales were £5m, up from 4km."), NOTHING);
}

#[test]
fn like_may_refer_to_what_follows() {
    let pattern = "from {from: like to} to {to:money}";
    assert_eq!(binds(pattern, "It went from 4 to £5m."), ["4", "£5m"]);
    assert_eq!(binds(pattern, "It went from 4% to £5m."), NOTHING);
    let pattern = "from {from:quantity} to {to: like from}";
    assert_eq!(binds(pattern, "It went from 4 to 5%."), ["4", "5%"]);
    assert_eq!(binds(pattern, "It went from 4km to 5%."), NOTHING);
}

#[test]
fn unless_drops_a_match_that_it_shares_words_with() {
    let find = "  text: [\"from {from:count} to {to:count}\"]\n  unless: [\"number {to}\"]";
    assert_eq!(bound(find, "It went from 5 to 7."), [["5", "7"]]);
    let find = "  text: [\"from {from:count} to {to:count}\"]\n  unless: [\"{to} @place\"]";
    assert_eq!(bound(find, "It went from 5 to 7 houses."), [[""; 0]; 0]);
    assert_eq!(
        bound(find, "With 9 houses it went from 5 to 7."),
        [["5", "7"]]
    );
}

#[test]
fn unless_without_captures_stands_anywhere_in_the_sentence() {
    let find = "  text: [\"from {from:count} to {to:count}\"]\n  unless: [\"per cent\", \"odds\"]";
    assert_eq!(bound(find, "Odds went from 5 to 7."), [[""; 0]; 0]);
    assert_eq!(
        bound(find, "Odds are set. It went from 5 to 7."),
        [["5", "7"]]
    );
}

#[test]
fn a_phrase_gives_its_captures_and_a_nested_one_none() {
    let change = "
phrase: change
summary: s
captures: {from: count, to: like from}
text: [\"@move @when? from {from} @when? to {to}\"]
";
    let when = "
phrase: when
summary: s
text: [\"in {d:date}\", \"over {n:count} .. (years|months)\"]
";
    let rule = "
id: a
summary: b
severity: error
find: {phrase: change}
assert: from == to
message: found
";
    let shelf = shelf(&[change, when, rule]);
    let text = "It rose in 2014 from 5 in May 2015 to 7.";
    let found = findings(&shelf, text);
    let labels: Vec<&str> = found[0]
        .labels
        .iter()
        .map(|label| &text[label.span.range()])
        .collect();
    assert_eq!(labels, ["5", "7"]);
}

#[test]
fn days_years_months_and_weekdays_are_told_apart() {
    let text = "On Monday, in May, in 2014, on 5 June 2015 and in July 2016.";
    assert_eq!(bound("  each: day", text), [["5 June 2015"]]);
    assert_eq!(bound("  each: year", text), [["2014"]]);
    assert_eq!(bound("  each: weekday", text), [["Monday"]]);
    assert_eq!(bound("  each: month", text), [["May"], ["July 2016"]]);
    assert_eq!(bound("  each: date", text).len(), 5);
}

#[test]
fn a_match_inside_another_of_its_pattern_is_no_second_one() {
    let found = bound(
        "  text: [\"{n:count}+ in all\"]",
        "We saw 5, 6 and 7 in all.",
    );
    assert_eq!(found, [["5", "6", "7"]]);
}

#[test]
fn doubt_is_silence() {
    let rule = "
id: a
summary: b
severity: error
find:
  text:
    - \"{part:count} of {whole:count}\"
    - \"{whole:count} of {part:count}\"
assert: part <= whole
message: found
";
    assert!(findings(&shelf(&[rule]), "It was 7 of 5.").is_empty());
    let sure = rule.replace("    - \"{whole:count} of {part:count}\"\n", "");
    assert_eq!(findings(&shelf(&[&sure]), "It was 7 of 5.").len(), 1);
}

/// A rule with names for parts of its expressions, in any order.
const NAMED: &str = r#"
id: parts-not-whole
summary: Parts do not make the whole
severity: error
find: {text: ["{one:count} and {two:count} of {whole:count}"]}
let:
  rest: whole - both
  both: one + two
  largest: max(one, two)
when: both > 0
assert: rest == 0
message: "{both} of {whole} leave {rest}, {rest / whole : percent}"
help: "{one : like both}"
labels: {whole: "{rest} too many"}
diagnose:
  - {when: rest < 0, say: "{largest} is too large"}
  - {when: rest > largest, say: "most are missing"}
"#;

#[test]
fn a_name_stands_for_its_expression_wherever_it_is_used() {
    let shelf = shelf(&[NAMED]);
    assert!(findings(&shelf, "It was 3 and 4 of 7.").is_empty());
    let [finding] = &findings(&shelf, "It was 3 and 4 of 20.")[..] else {
        panic!("one finding")
    };
    assert_eq!(finding.message, "7 of 20 leave 13, 65%");
    assert_eq!(finding.labels[0].note.as_deref(), Some("13 too many"));
    assert_eq!(finding.help.as_deref(), Some("3\nmost are missing"));
}

#[test]
fn a_name_for_a_number_of_the_text_can_be_labelled() {
    let rule = "
id: first-exceeds-last
summary: The first is above the last
severity: error
find: {text: [\"{parts:count}+\"]}
let: {lowest: first(parts), highest: last(parts)}
assert: lowest <= highest
message: \"{lowest} is above {highest}\"
labels: {highest: \"below {lowest}\"}
";
    let shelf = shelf(&[rule]);
    let [finding] = &findings(&shelf, "They had 9 cats, 8 dogs and 7 hens.")[..] else {
        panic!("one finding")
    };
    assert_eq!(finding.message, "9 is above 7");
    assert_eq!(finding.labels[0].note.as_deref(), Some("below 9"));
}

/// An interval that is used twice comes out too wide, also behind a name.
#[test]
fn a_name_does_not_widen_what_is_used_twice() {
    let rule = "
id: growth
summary: A growth is not that
severity: error
find: {text: [\"{old:count} hens became {new:count} , {by:percent}\"]}
let: {base: old, more: new - base}
assert: more / base == by
message: \"{more / base : percent}, not {by}\"
";
    let shelf = shelf(&[rule]);
    assert!(findings(&shelf, "About 100 hens became 150, 50%.").is_empty());
    assert_eq!(
        findings(&shelf, "Exactly 100 hens became 150, 70%.").len(),
        1
    );
}

#[test]
fn two_patterns_that_bind_the_same_numbers_give_one_finding() {
    let find = "  text: [\"{a:count} of {b:count}\", \"was {a:count} of {b:count}\"]";
    assert_eq!(bound(find, "It was 7 of 5."), [["7", "5"]]);
}

#[test]
fn matching_ends_on_any_text() {
    let pattern = "{a:count} ((x|y|x y) (x|y)?)+ z";
    let text = format!("It was 7 {}.", "x y ".repeat(400));
    assert_eq!(binds(pattern, &text), NOTHING);
}
