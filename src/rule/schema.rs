//! The JSON Schema of rule files, by which editors complete and check them.
//!
//! It says less than the reader does: patterns and expressions are texts to
//! it.

use serde_json::{Value, json};

use super::Profile;
use super::find::{Each, Key};
use super::sort::Sort;

/// The schema of a rule file: a rule, a phrase, or word classes.
pub fn schema() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A rule file of addup",
        "anyOf": [
            {"$ref": "#/definitions/rule"},
            {"$ref": "#/definitions/phrase"},
            {"$ref": "#/definitions/words"},
        ],
        "definitions": {
            "rule": rule(),
            "phrase": phrase(),
            "words": words(),
            "find": find(),
            "side": side(),
            "severity": {"enum": ["error", "warning", "advice"]},
            "patterns": {
                "type": "array",
                "items": {"type": "string"},
                "minItems": 1,
            },
            "example": example(),
            "class": class(),
        },
    })
}

fn rule() -> Value {
    let profiles: Vec<&str> = Profile::NAMED.iter().map(|(name, _)| *name).collect();
    json!({
        "description": "A rule: what to find, what must hold, what to say",
        "type": "object",
        "additionalProperties": false,
        "required": ["id", "summary", "severity", "find", "assert", "message"],
        "properties": {
            "id": {
                "description": "A statement of the fault, such as `parts-exceed-total`",
                "type": "string",
                "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            },
            "summary": text("What it finds, in one line"),
            "severity": {
                "description": "How grave a finding is",
                "$ref": "#/definitions/severity",
            },
            "strict": {
                "description": "How grave it is when only the exact reading fails",
                "$ref": "#/definitions/severity",
            },
            "profiles": {
                "description": "The profiles it belongs to; recommended where none is named",
                "type": "array",
                "items": {"enum": profiles},
            },
            "find": {"$ref": "#/definitions/find"},
            "let": {
                "description": "Names for parts of the expressions below",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
            "when": text("What must be certain for the rule to apply"),
            "assert": text("What must hold; a finding where it is impossible"),
            "message": text("What to say when it cannot hold; holes as `{part}`"),
            "help": text("The arithmetic; holes as in the message"),
            "labels": {
                "description": "Notes on the places; the first one is primary",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
            "diagnose": {
                "description": "The likely slip: the first whose `when` is not impossible",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["when", "say"],
                    "properties": {
                        "when": text("The case"),
                        "say": text("What to say of it"),
                    },
                },
            },
            "why": text("The page of `addup explain`"),
            "limits": text("What the rule cannot know"),
            "flags": examples("Texts in which it must find something"),
            "accepts": examples("Texts in which it must find nothing, at least as many"),
            "noisy": examples("Texts in which it finds something and should not, as is known"),
            "missing": examples("Texts in which it finds nothing and should, as is known"),
        },
    })
}

fn find() -> Value {
    let own = Each::NAMED.iter().map(|(name, _)| *name);
    let sorts = Sort::NAMED.iter().filter(|(_, sort)| sort.is_of_mentions());
    let sorts: Vec<&str> = sorts.map(|(name, _)| *name).collect();
    let each: Vec<&str> = own.chain(sorts.iter().copied()).collect();
    let keys: Vec<&str> = Key::NAMED.iter().map(|(name, _)| *name).collect();
    let keys = json!({"type": "array", "items": {"enum": keys}});
    json!({
        "description": "What to look for: `text`, `phrase`, `each`, `all` or `pair`",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "text": {"$ref": "#/definitions/patterns"},
            "phrase": text("A phrase by its name"),
            "each": {"enum": each},
            "all": {"enum": sorts},
            "pair": {"enum": ["claim", "name"]},
            "unless": {"$ref": "#/definitions/patterns"},
            "left": {"$ref": "#/definitions/side"},
            "right": {"$ref": "#/definitions/side"},
            "same": keys,
            "not_differ": keys,
            "unique": {"const": "left"},
            "no_other_fits": {"type": "boolean"},
            "apart": {
                "description": "The two stand in different sentences",
                "const": "sentence",
            },
        },
    })
}

fn side() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["head"],
        "properties": {"head": text("A noun, or a word class as `@name`")},
    })
}

fn phrase() -> Value {
    json!({
        "description": "A pattern that several rules use",
        "type": "object",
        "additionalProperties": false,
        "required": ["phrase", "summary", "text"],
        "properties": {
            "phrase": text("Its name"),
            "summary": text("What it says, in one line"),
            "captures": {
                "description": "The captures that rules may use, with their types",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
            "text": {"$ref": "#/definitions/patterns"},
            "unless": {"$ref": "#/definitions/patterns"},
        },
    })
}

fn words() -> Value {
    json!({
        "description": "Sets of words",
        "type": "object",
        "additionalProperties": false,
        "required": ["words"],
        "properties": {
            "words": {
                "type": "object",
                "additionalProperties": {"$ref": "#/definitions/class"},
            },
        },
    })
}

fn class() -> Value {
    let list = json!({"type": "array", "items": {"type": "string"}});
    json!({
        "anyOf": [
            list,
            {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                    "nouns": list,
                    "verbs": list,
                    "words": list,
                    "classes": list,
                },
            },
        ],
    })
}

fn example() -> Value {
    json!({
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "additionalProperties": false,
                "required": ["text"],
                "properties": {
                    "text": text("The text"),
                    "date": text("The date it is read against: 2015-11-05"),
                    "path": text("The name of its file, which may hold a date"),
                    "format": {"enum": ["text", "markdown", "html"]},
                },
            },
        ],
    })
}

fn examples(description: &str) -> Value {
    json!({
        "description": description,
        "type": "array",
        "items": {"$ref": "#/definitions/example"},
    })
}

fn text(description: &str) -> Value {
    json!({"description": description, "type": "string"})
}
