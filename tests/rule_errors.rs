//! Every mistake in a rule file is told at the characters that are wrong.

use addup::rule::{RuleError, RuleText, Shelf};

/// A rule in which nothing is wrong, but for what a test changes.
const RULE: &str = r#"id: part-exceeds-whole
summary: A part is greater than its whole
severity: error
find:
  text:
    - "{part:count} of (the)? {whole:count}"
when: whole > 0
assert: part <= whole
message: "{part} cannot be of {whole}"
labels:
  part: "this part"
flags:
  - "Fifty of the 40 schools failed."
accepts:
  - text: "Ten of the 40 schools failed."
    date: 2015-11-05
"#;

fn errors(files: &[(&str, &str)]) -> Vec<RuleError> {
    let files: Vec<RuleText> = files
        .iter()
        .map(|(name, text)| RuleText {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    match Shelf::load(&files) {
        Ok(_) => panic!("nothing was found wrong"),
        Err(errors) => errors,
    }
}

/// The only error of the rule after a change: the text it points at, its line,
/// its message and its help.
fn error(from: &str, to: &str) -> (String, usize, String, String) {
    assert!(RULE.contains(from), "{from} stands in the rule");
    let text = RULE.replacen(from, to, 1);
    let errors = errors(&[("rules/part.yaml", &text)]);
    let [error] = &errors[..] else {
        panic!("one error, not {errors:#?}");
    };
    assert_eq!(error.file(), "rules/part.yaml");
    told(error)
}

fn told(error: &RuleError) -> (String, usize, String, String) {
    (
        error.pointed_at().to_owned(),
        error.line(),
        error.to_string(),
        error.cure().unwrap_or_default().to_owned(),
    )
}

#[track_caller]
fn points(from: &str, to: &str, at: &str, line: usize, message: &str, help: &str) {
    let (pointed_at, on, said, cure) = error(from, to);
    assert_eq!((pointed_at.as_str(), on), (at, line), "{said} ({cure})");
    assert!(said.contains(message), "{said}");
    assert!(cure.contains(help), "{cure}");
}

#[test]
fn the_rule_itself_is_right() {
    let file = RuleText {
        name: "part.yaml".into(),
        text: RULE.into(),
    };
    let shelf = Shelf::load(&[file]).expect("nothing is wrong");
    assert_eq!(shelf.rules().len(), 1);
}

#[test]
fn an_unknown_key_is_told_with_the_likely_one() {
    points(
        "assert:",
        "asert:",
        "asert",
        8,
        "unknown key `asert`",
        "`assert`",
    );
}

#[test]
fn an_unknown_key_inside_find_is_told() {
    points("  text:", "  txt:", "txt", 5, "unknown key `txt`", "`text`");
}

#[test]
fn an_unknown_key_of_an_example_is_told() {
    points(
        "    date:",
        "    dat:",
        "dat",
        16,
        "unknown key `dat`",
        "`date`",
    );
}

#[test]
fn a_missing_key_is_told() {
    let without = "assert: part <= whole\n";
    points(
        without,
        "",
        "id",
        1,
        "the key `assert` is missing",
        "must hold",
    );
}

#[test]
fn a_repeated_key_is_told_at_the_second() {
    let twice = "severity: error\nseverity: advice";
    points(
        "severity: error",
        twice,
        "severity",
        4,
        "stands twice",
        "keep one",
    );
}

#[test]
fn a_wrong_type_is_told() {
    let (at, line, message, _) = error("flags:\n", "flags: yes\nwhy:\n");
    assert_eq!((at.as_str(), line), ("yes", 12), "{message}");
    assert!(message.contains("expected a list"), "{message}");
}

#[test]
fn a_pattern_that_yaml_reads_as_a_mapping_is_to_be_quoted() {
    let quoted = "\"{part:count} of (the)? {whole:count}\"";
    let plain = "{part:count} of (the)? {whole:count}";
    let (at, line, _, help) = error(quoted, plain);
    assert_eq!(line, 6, "{at}");
    assert!(help.contains("quotes"), "{help}");
}

#[test]
fn broken_yaml_is_told() {
    points("id: part", "id: \"part", "{", 6, "not YAML", "");
}

#[test]
fn an_unknown_severity_is_told() {
    let help = "did you mean `error`?";
    points(
        "severity: error",
        "severity: eror",
        "eror",
        3,
        "no severity",
        help,
    );
}

#[test]
fn an_id_is_in_kebab_case() {
    points(
        "id: part-",
        "id: Part_",
        "Part_exceeds-whole",
        1,
        "no rule id",
        "small letters",
    );
}

#[test]
fn an_unknown_name_in_an_assertion_is_told_inside_it() {
    points(
        "part <= whole",
        "prat <= whole",
        "prat",
        8,
        "`prat`",
        "`part`",
    );
}

#[test]
fn an_unknown_name_in_a_quoted_message_is_told_inside_it() {
    points(
        "be of {whole}",
        "be \\\"of\\\" {hole}",
        "hole",
        9,
        "`hole`",
        "`whole`",
    );
}

#[test]
fn an_unknown_name_in_a_folded_text_is_told_inside_it() {
    let folded = "when: >-\n  whole > 0 and\n  hole > 0\n";
    points("when: whole > 0\n", folded, "hole", 9, "`hole`", "`whole`");
}

#[test]
fn an_unknown_name_in_a_single_quoted_text_is_told_inside_it() {
    let quoted = "help: 'it''s {hole}'\nwhen: whole > 0";
    points("when: whole > 0", quoted, "hole", 7, "`hole`", "`whole`");
}

#[test]
fn a_label_names_a_capture() {
    points(
        "  part: \"this",
        "  parts: \"this",
        "parts",
        11,
        "no pattern binds `parts`",
        "`part`",
    );
}

#[test]
fn an_unknown_capture_type_is_told() {
    let at = "cuont";
    points(
        "{part:count}",
        "{part:cuont}",
        at,
        6,
        "no capture type is named",
        "`count`",
    );
}

#[test]
fn a_capture_needs_a_type_once() {
    points(
        "{part:count}",
        "{part}",
        "part",
        6,
        "`part` has no type",
        "{part:count}",
    );
}

#[test]
fn an_unknown_class_is_told() {
    let help = "files of their own";
    points(
        "(the)?",
        "@det?",
        "@det",
        6,
        "neither a word class nor a phrase",
        help,
    );
}

#[test]
fn a_capture_is_like_a_capture() {
    points(
        "{part:count}",
        "{part: like hole}",
        "like hole",
        6,
        "`hole`",
        "`whole`",
    );
}

#[test]
fn an_open_bracket_is_told_where_the_pattern_ends() {
    points(
        "{whole:count}\"",
        "({whole:count}\"",
        "",
        6,
        "expected `)`",
        "",
    );
}

#[test]
fn a_closing_bracket_without_an_open_one_is_to_be_quoted() {
    points("(the)?", "the)", ")", 6, "nothing is open", "')'");
}

#[test]
fn a_name_is_captured_once_in_a_pattern() {
    points(
        "(the)?",
        "{part:count}?",
        "{part:count}?",
        6,
        "captured twice",
        "another name",
    );
}

#[test]
fn a_pattern_does_not_begin_with_a_gap() {
    points(
        "\"{part:count}",
        "\".. {part:count}",
        "..",
        6,
        "begin with a gap",
        "",
    );
}

#[test]
fn a_loop_over_nothing_is_told() {
    points("(the)?", "(the?)*", "(the?)*", 6, "may be nothing", "");
}

#[test]
fn a_capture_does_not_stand_in_a_loop() {
    points(
        "(the)?",
        "(, {x:count})+",
        "(, {x:count})+",
        6,
        "repeated group",
        "+`",
    );
}

#[test]
fn a_phrase_must_exist() {
    let text =
        "find:\n  phrase: chnage\nassert: 1 == 1\nid: a\nsummary: b\nseverity: error\nmessage: c\n";
    let phrase = "phrase: change\nsummary: s\ntext: [\"from to\"]\n";
    let errors = errors(&[("a.yaml", text), ("b.yaml", phrase)]);
    let (at, line, message, help) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("chnage", 2));
    assert_eq!(message, "no phrase is named `chnage`");
    assert_eq!(help, "did you mean `change`?");
}

#[test]
fn a_pattern_in_unless_refers_to_what_is_bound() {
    let with = "\"{part:count} of (the)? {whole:count}\"\n  unless: [\"top {prat}\"]";
    let without = "\"{part:count} of (the)? {whole:count}\"";
    points(
        without,
        with,
        "prat",
        7,
        "no pattern binds `prat`",
        "`part`",
    );
}

#[test]
fn ways_to_find_do_not_mix() {
    points(
        "  text:\n",
        "  each: date\n  text:\n",
        "date",
        5,
        "cannot stand in one rule",
        "two rules",
    );
}

#[test]
fn keys_of_pairs_go_with_pairs() {
    points(
        "  text:\n",
        "  same: [head]\n  text:\n",
        "[",
        5,
        "`same` does not go with `text`",
        "",
    );
}

#[test]
fn pairs_have_something_in_common() {
    let text = "    - \"{part:count} of (the)? {whole:count}\"\n";
    let changed = RULE
        .replace(text, "")
        .replace("  text:", "  pair: claim\n  same: [haed]");
    let errors = errors(&[("a.yaml", &changed)]);
    let (at, line, message, help) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("haed", 6));
    assert!(message.contains("key of a claim"), "{message}");
    assert!(help.contains("`head`"), "{help}");
}

/// The only error of the rule with these names: see [`points`].
#[track_caller]
fn named(lets: &str, at: &str, line: usize, message: &str, help: &str) {
    let lets = format!("let:\n{lets}when:");
    points("when:", &lets, at, line, message, help);
}

#[test]
fn a_name_is_made_of_what_is_bound() {
    named(
        "  rest: whole - prat\n",
        "prat",
        8,
        "no pattern binds `prat`",
        "`part`",
    );
    named("  rest: whole -\n", "", 8, "expected a value", "");
    named(
        "  rest: whole + \"text\"\n",
        "\"text\"",
        8,
        "is no quantity",
        "",
    );
}

#[test]
fn a_name_stands_for_one_thing() {
    named(
        "  part: whole / 2\n",
        "part",
        8,
        "`part` is a capture already",
        "another name",
    );
    named(
        "  abs: whole / 2\n",
        "abs",
        8,
        "`abs` is a function already",
        "another name",
    );
    named(
        "  rest: whole - part\n  rest: part\n",
        "rest",
        9,
        "the key `rest` stands twice",
        "",
    );
    named(
        "  the rest: whole - part\n",
        "the rest",
        8,
        "`the rest` is no name",
        "underscores",
    );
}

#[test]
fn a_name_is_not_made_of_itself() {
    named(
        "  rest: rest + 1\n",
        "rest",
        8,
        "`rest` is made of itself: rest, rest",
        "capture",
    );
    named(
        "  one: two + 1\n  two: three + 1\n  three: one + 1\n",
        "one",
        10,
        "`one` is made of itself: one, two, three, one",
        "capture",
    );
}

#[test]
fn an_unknown_name_is_told_with_the_likely_one_under_let() {
    let lets = "let: {others: whole - part}\nwhen: othres > 0";
    points(
        "when: whole > 0",
        lets,
        "othres",
        8,
        "no pattern binds `othres`",
        "`others`",
    );
}

#[test]
fn names_do_not_hide_a_tower_of_operations() {
    let mut lets = String::from("  n0: whole + 1\n");
    for n in 1..100 {
        lets += &format!("  n{n}: n{} + 1\n", n - 1);
    }
    let text = RULE.replacen("when:", &format!("let:\n{lets}when:"), 1);
    let errors = errors(&[("tower.yaml", &text)]);
    assert_eq!(errors.len(), 1);
    assert!(errors[0].to_string().contains("too deep"), "{}", errors[0]);
}

#[test]
fn an_unknown_thing_to_look_at_is_told() {
    let text = "  text:\n    - \"{part:count} of (the)? {whole:count}\"";
    points(
        text,
        "  each: tabel-column",
        "tabel-column",
        5,
        "kind of thing",
        "`table-column`",
    );
}

#[test]
fn there_are_as_many_accepts_as_flags() {
    let (at, line, message, help) = error("flags:\n", "flags:\n  - \"x\"\n");
    assert_eq!(at, "text: \"Ten of the 40 schools failed.\"");
    assert_eq!(line, 16);
    assert_eq!(message, "2 sentences under `flags`, but 1 under `accepts`");
    assert!(help.contains("near-miss"), "{help}");
}

#[test]
fn a_date_is_a_date() {
    points(
        "2015-11-05",
        "2015-02-30",
        "2015-02-30",
        16,
        "is no date",
        "2015-11-05",
    );
}

#[test]
fn two_rules_of_one_id_are_told_at_the_second() {
    let errors = errors(&[("a.yaml", RULE), ("b.yaml", RULE)]);
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].file(), "b.yaml");
    let (at, line, message, help) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("part-exceeds-whole", 1));
    assert_eq!(message, "there are two rules named `part-exceeds-whole`");
    assert_eq!(help, "the first one stands in a.yaml");
}

#[test]
fn phrases_are_not_made_of_themselves() {
    let errors = errors(&[
        ("a.yaml", "phrase: a\nsummary: s\ntext: [\"x @b\"]\n"),
        ("b.yaml", "phrase: b\nsummary: s\ntext: [\"y @a\"]\n"),
    ]);
    assert_eq!(errors.len(), 1);
    let (at, line, message, _) = told(&errors[0]);
    assert_eq!((errors[0].file(), at.as_str(), line), ("b.yaml", "@a", 3));
    assert_eq!(message, "phrase `a` is made of itself: a, b, a");
}

#[test]
fn word_classes_are_not_made_of_themselves() {
    let text = "words:\n  a: {classes: [b]}\n  b: {classes: [a]}\n";
    let errors = errors(&[("w.yaml", text)]);
    assert_eq!(errors.len(), 1);
    let (at, line, message, _) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("a", 3));
    assert_eq!(message, "word class `a` is made of itself: a, b, a");
}

#[test]
fn a_word_class_of_a_word_class_must_exist() {
    let text = "words:\n  rise: [up]\n  move: {classes: [rsie]}\n";
    let errors = errors(&[("w.yaml", text)]);
    let (at, line, _, help) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("rsie", 3));
    assert_eq!(help, "did you mean `rise`?");
}

#[test]
fn all_files_are_told_in_one_run() {
    let bad = RULE
        .replace("part-exceeds", "whole-exceeds")
        .replace("assert:", "asert:");
    let worse = RULE.replace("<= whole", "<= hole");
    let errors = errors(&[("a.yaml", &bad), ("b.yaml", ": ["), ("c.yaml", &worse)]);
    let files: Vec<&str> = errors.iter().map(RuleError::file).collect();
    assert_eq!(files, ["a.yaml", "b.yaml", "c.yaml"]);
}

#[test]
fn an_error_is_drawn_inside_its_file() {
    use miette::Diagnostic;
    let text = RULE.replace("part <= whole", "prat <= whole");
    let errors = errors(&[("rules/part.yaml", &text)]);
    let labels: Vec<_> = errors[0].labels().into_iter().flatten().collect();
    assert_eq!(&text[labels[0].offset()..][..4], "prat");
    assert!(errors[0].source_code().is_some());
}

#[test]
fn the_shipped_rules_load() {
    let errors = Shelf::shipped_with(&[]).err().unwrap_or_default();
    let told: Vec<String> = errors
        .iter()
        .map(|error| format!("{}:{}: {error}", error.file(), error.line()))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_word_class_holds_words() {
    let text = "words:\n  share: [percent, \"%\"]\n";
    let errors = errors(&[("w.yaml", text)]);
    let (at, line, message, help) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("\"%\"", 2));
    assert_eq!(message, "`%` is no word");
    assert!(help.contains("in the pattern"), "{help}");
}

#[test]
fn a_declared_capture_stands_in_the_phrase() {
    let text = "phrase: p\nsummary: s\ncaptures: {from: count, too: count}\ntext: [\"x {from} {to:count}\"]\n";
    let errors = errors(&[("p.yaml", text)]);
    let (at, line, message, _) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("too", 3));
    assert_eq!(message, "no pattern binds `too`");
}

#[test]
fn a_declared_type_is_checked_where_it_is_declared() {
    let text = "phrase: p\nsummary: s\ncaptures: {from: conut}\ntext: [\"x {from}\"]\n";
    let errors = errors(&[("p.yaml", text)]);
    let (at, line, _, help) = told(&errors[0]);
    assert_eq!((at.as_str(), line), ("conut", 3));
    assert!(help.contains("`count`"), "{help}");
}

#[test]
fn the_users_own_rule_replaces_a_shipped_one_but_not_another_of_his_own() {
    let file = |name: &str| RuleText {
        name: name.into(),
        text: RULE.into(),
    };
    let errors = match Shelf::shipped_with(&[file("a.yaml"), file("b.yaml")]) {
        Ok(_) => panic!("nothing was found wrong"),
        Err(errors) => errors,
    };
    assert!(errors.iter().any(|error| error.file() == "b.yaml"));
}
