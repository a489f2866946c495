//! The JSON Schema of an `addup.yaml`, by which editors complete and check it.

use serde_json::{Map, Value, json};

use crate::rule::Profile;

/// The schema.
pub(in crate::cli) fn schema() -> Value {
    let names = json!({"type": "array", "items": {"type": "string"}});
    let profiles: Vec<&str> = Profile::NAMED.iter().map(|(name, _)| *name).collect();
    let layer = json!({
        "profile": {"description": "Which rules run", "enum": profiles},
        "select": {
            "description": "Only these rules run: ids, families, patterns",
            "$ref": "#/definitions/names",
        },
        "ignore": {
            "description": "These rules do not run",
            "$ref": "#/definitions/names",
        },
        "severities": {
            "description": "How grave the findings of rules are; the last name that means one",
            "type": "object",
            "additionalProperties": {"enum": ["error", "warning", "advice", "off"]},
        },
    });
    let with = |more: Value| {
        let all = [more, layer.clone()]
            .into_iter()
            .filter_map(|part| match part {
                Value::Object(part) => Some(part),
                _ => None,
            });
        Value::Object(all.flatten().collect::<Map<String, Value>>())
    };
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A configuration of addup",
        "type": "object",
        "additionalProperties": false,
        "properties": with(json!({
            "extends": text("A profile, or the path of a configuration that comes first"),
            "rules": {
                "description": "Folders of rule files, from the folder of this file",
                "$ref": "#/definitions/names",
            },
            "overrides": {
                "description": "Settings for some files; the last that says something counts",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["paths"],
                    "properties": with(json!({
                        "paths": {
                            "description": "Patterns of paths, from the folder of this file",
                            "$ref": "#/definitions/names",
                        },
                    })),
                },
            },
            "date": text("Where a path has its date: `{year}-{month}-{day}`, `*`"),
            "day-month-order": {
                "description": "What comes first in 11/9/2015, where the text does not tell",
                "enum": super::DAY_ORDERS,
            },
            "fail-on": {
                "description": "The least severity that makes the exit code 1",
                "enum": ["error", "warning", "advice"],
            },
            "baseline": text("The file of findings that are known and not reported"),
        })),
        "definitions": {"names": names},
    })
}

fn text(description: &str) -> Value {
    json!({"description": description, "type": "string"})
}
