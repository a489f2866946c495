//! The words of the rule language: what a rule can ask of what it captured, and
//! compute with it. The page is made from the tables by which rules are
//! checked, so that it cannot say anything else.

use std::fmt::Write as _;

use super::expression::{FIELDS, FORMATS, FUNCTIONS, Family, Field, Owner, Type};
use super::sort::Sort;

/// The groups of things that share fields, as the page orders them.
const OWNERS: [Owner; 13] = [
    Owner::Amount,
    Owner::Number,
    Owner::Claim,
    Owner::Pair,
    Owner::Statistic,
    Owner::Day,
    Owner::Time,
    Owner::Word,
    Owner::List,
    Owner::Table,
    Owner::Cell,
    Owner::Sentence,
    Owner::Document,
];

/// The page, as Markdown.
pub fn page() -> String {
    let mut out = String::from(INTRODUCTION);
    types(&mut out);
    for owner in OWNERS {
        fields(&mut out, owner);
    }
    out.push_str(NAMES);
    symbols(&mut out);
    functions(&mut out);
    formats(&mut out);
    out
}

const INTRODUCTION: &str = "\
# The words of the rule language

This page is what `addup language` prints. [Writing a rule](rules.md) tells how
rules are made of it.
";

const NAMES: &str = "
## Names of one's own

A capture is a name, and so is every key under the rule's `let:`, which stands
for its expression in `when`, `assert`, `message`, `help`, `labels`, `diagnose`
and in other expressions under `let:`.
";

fn types(out: &mut String) {
    out.push_str("\n## Types of captures\n\n| type | what it binds |\n|---|---|\n");
    for (name, sort) in Sort::NAMED {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "| `{name}` | {} |", sort.summary());
    }
}

fn fields(out: &mut String, owner: Owner) {
    let _ = writeln!(out, "\n## Fields of every {}\n", owner.name());
    let _ = writeln!(
        out,
        "{}.\n\n| field | gives | what it is |\n|---|---|---|",
        owner.summary()
    );
    for field in FIELDS.iter().filter(|field| field.of == owner) {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} |",
            field.name,
            gives(field),
            field.summary.replace('|', "\\|")
        );
    }
}

fn gives(field: &Field) -> String {
    match field.gives {
        Some(Type { many: true, .. }) => "a list of numbers".to_owned(),
        Some(gives) => gives.to_string(),
        None => "an amount of its kind".to_owned(),
    }
}

fn symbols(out: &mut String) {
    out.push_str(
        "\n## Symbols\n\nWhat fields that give one of a few possibilities are compared with.\n\n",
    );
    out.push_str("| of | symbols |\n|---|---|\n");
    for family in Family::ALL {
        let symbols: Vec<String> = family
            .symbols()
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        let _ = writeln!(out, "| {} | {} |", family.noun(), symbols.join(", "));
    }
}

fn functions(out: &mut String) {
    out.push_str("\n## Functions\n\n| call | what it gives |\n|---|---|\n");
    for function in FUNCTIONS {
        let _ = writeln!(out, "| `{}` | {} |", function.signature(), function.summary);
    }
}

fn formats(out: &mut String) {
    out.push_str(
        "\n## Formats\n\nWhat stands behind the colon of a hole: `{part / whole : percent}`.\n\n",
    );
    out.push_str("| format | shows |\n|---|---|\n");
    for (name, shows) in FORMATS {
        let _ = writeln!(out, "| `{name}` | {shows} |");
    }
}
