//! The JSON Schema of what `--format json` writes in one object, and `--jsonl`
//! a line for each record.

use serde_json::{Value, json};

use crate::mention::Kind;

/// The schema: a report of a run, or one record of a batch.
pub fn schema() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What addup found, or what it understood",
        "anyOf": [
            {"$ref": "#/definitions/report"},
            {"$ref": "#/definitions/record"},
        ],
        "definitions": {
            "report": {
                "description": "`--format json` of `addup check` and `addup numbers`",
                "type": "object",
                "required": ["version", "documents"],
                "properties": {
                    "version": {"const": 1},
                    "documents": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["path"],
                            "properties": {
                                "path": {"type": "string"},
                                "findings": list("finding"),
                                "mentions": list("mention"),
                            },
                        },
                    },
                },
            },
            "record": {
                "description": "A line of `--jsonl`",
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"description": "The record's own, or null"},
                    "findings": list("finding"),
                    "mentions": list("mention"),
                    "error": {"description": "Why it could not be read", "type": "string"},
                },
            },
            "finding": finding(),
            "label": label(),
            "mention": mention(),
        },
    })
}

fn finding() -> Value {
    json!({
        "type": "object",
        "required": ["rule", "severity", "message", "labels"],
        "properties": {
            "rule": {"type": "string"},
            "severity": {"enum": ["error", "warning", "advice"]},
            "message": {"type": "string"},
            "help": {"description": "The arithmetic", "type": "string"},
            "labels": {
                "description": "The places, in text order; one is primary",
                "type": "array",
                "items": {"$ref": "#/definitions/label"},
            },
        },
    })
}

/// The keys of a place in a text.
fn place() -> Value {
    json!({
        "start": {"description": "First byte, from 0", "type": "integer"},
        "end": {"description": "The byte past the last", "type": "integer"},
        "line": {"description": "From 1", "type": "integer"},
        "column": {"description": "In characters, from 1", "type": "integer"},
        "text": {"description": "What the writer wrote", "type": "string"},
    })
}

fn label() -> Value {
    let mut label = json!({
        "type": "object",
        "required": ["start", "end", "line", "column", "text", "primary"],
        "properties": place(),
    });
    label["properties"]["note"] = json!({"type": "string"});
    label["properties"]["primary"] = json!({"type": "boolean"});
    label
}

fn mention() -> Value {
    let number = json!({"type": ["number", "null"]});
    let mut mention = json!({
        "type": "object",
        "required": [
            "start", "end", "line", "column", "text", "kind", "low", "high", "written"
        ],
        "properties": place(),
    });
    let properties = &mut mention["properties"];
    properties["kind"] = json!({"enum": Kind::NAMES});
    properties["low"] = number.clone();
    properties["high"] = number;
    properties["written"] = json!({
        "description": "The number as written; two of a range; null of a vague one",
        "type": ["number", "array", "null"],
    });
    properties["unit"] = json!({"description": "The unit in words", "type": "string"});
    properties["currency"] = json!({"description": "An ISO 4217 code", "type": "string"});
    properties["hedge"] = json!({"enum": ["~", ">", ">=", "<", "<="]});
    properties["change"] = json!({"enum": ["up", "down"]});
    properties["head"] = json!({"description": "What is counted", "type": "string"});
    properties["time"] = json!({"description": "A TIMEX3 value", "type": "string"});
    mention
}

fn list(of: &str) -> Value {
    json!({"type": "array", "items": {"$ref": format!("#/definitions/{of}")}})
}
