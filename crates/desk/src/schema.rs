//! JSON Schemas of the files that people write, from the same tables by which they are checked.

use facts::{Form, Shape, Vocabulary};
use serde_json::{Map, Value, json};

/// The names of the files that have a schema.
pub fn schema_names() -> Vec<&'static str> {
    law::forms()
        .into_iter()
        .map(|(name, _)| name)
        .chain(["vocabulary"])
        .collect()
}

/// The schema (draft 2020-12) of a kind of file; nothing, if there is none of this name.
pub fn schema(name: &str) -> Option<Value> {
    let form = match name {
        "vocabulary" => Vocabulary::form(),
        name => {
            law::forms()
                .into_iter()
                .find(|(known, _)| *known == name)?
                .1
        }
    };
    let mut value = of_form(form);
    value["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    Some(value)
}

fn of_form(form: &Form) -> Value {
    let properties: Map<String, Value> = form
        .fields
        .iter()
        .map(|field| (field.key.to_owned(), of_shape(&field.shape)))
        .collect();
    let required: Vec<&str> = form
        .fields
        .iter()
        .filter(|field| field.needed)
        .map(|field| field.key)
        .collect();
    json!({
        "title": form.name,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn of_shape(shape: &Shape) -> Value {
    let sentence = json!({ "type": "string", "minLength": 1 });
    match shape {
        Shape::Text => json!({ "type": ["string", "number"] }),
        Shape::Condition => json!({ "type": ["string", "boolean"] }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z][a-z0-9._-]*$" }),
        Shape::Words => json!({
            "type": "object",
            "properties": { "en": sentence.clone(), "ru": sentence },
            "required": ["en", "ru"],
            "additionalProperties": false,
        }),
        Shape::Day => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Date => {
            json!({ "type": ["string", "number"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$" })
        }
        Shape::Number => json!({ "type": "integer" }),
        Shape::YesNo => json!({ "enum": ["yes", "no", true, false] }),
        Shape::Country => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::Map(form) => of_form(form),
        Shape::Keyed(shape) => json!({ "type": "object", "additionalProperties": of_shape(shape) }),
        Shape::List(shape) => json!({ "type": "array", "items": of_shape(shape) }),
        Shape::Either(shapes) => {
            json!({ "anyOf": shapes.iter().map(of_shape).collect::<Vec<_>>() })
        }
        Shape::Any => json!(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pathways_schema_knows_its_keys_and_no_others() {
        let schema = schema("pathway").expect("there is one");
        let needed: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for key in ["format", "id", "title", "destination", "kind", "in_force"] {
            assert!(needed.contains(&key), "{key}");
        }
        assert_eq!(schema["additionalProperties"], json!(false));
        let kinds = &schema["properties"]["kind"]["enum"];
        assert!(
            kinds
                .as_array()
                .is_some_and(|kinds| kinds.contains(&json!("protection_from_return")))
        );
        let clause = &schema["properties"]["requires"]["items"];
        assert_eq!(
            clause["properties"]["rests_on"]["enum"],
            json!(["text", "appreciation", "practice"])
        );
    }

    #[test]
    fn every_kind_of_file_has_a_schema() {
        for name in schema_names() {
            assert!(schema(name).is_some(), "{name}");
        }
        assert_eq!(schema("no such file"), None);
    }
}
