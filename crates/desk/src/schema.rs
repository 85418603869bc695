//! JSON Schemas of the files that people write, from the same tables by which they are checked.

use crate::judgement_file::JUDGEMENTS;
use crate::person_file::PERSON;
use facts::{Fact, FieldType, Form, Shape, Type, Vocabulary};
use serde_json::{Map, Value, json};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What the program writes, by the name of its schema.
const WRITTEN: [(&str, &str); 3] = [
    ("decision", include_str!("../schemas/decision.json")),
    ("edition", include_str!("../schemas/edition.json")),
    ("reforms", include_str!("../schemas/reforms.json")),
];

/// The names of the files that have a schema.
pub fn schema_names() -> Vec<&'static str> {
    law::forms()
        .into_iter()
        .map(|(name, _)| name)
        .chain(["vocabulary", "person", "judgements"])
        .chain(WRITTEN.map(|(name, _)| name))
        .collect()
}

/// The schema (draft 2020-12) of a kind of file; nothing, if there is none of this name. The facts
/// of a person file are those of the vocabulary.
pub fn schema(name: &str, vocabulary: &Vocabulary) -> Option<Value> {
    if let Some((_, text)) = WRITTEN.iter().find(|(known, _)| *known == name) {
        return serde_json::from_str(text).ok();
    }
    let mut value = match name {
        "person" => of_person(vocabulary),
        "judgements" => of_form(&JUDGEMENTS),
        "vocabulary" => of_form(Vocabulary::form()),
        name => {
            let forms = law::forms();
            of_form(forms.into_iter().find(|(known, _)| *known == name)?.1)
        }
    };
    value["$schema"] = json!(DRAFT);
    Some(value)
}

fn of_person(vocabulary: &Vocabulary) -> Value {
    let mut value = of_form(&PERSON);
    let recorded = vocabulary.iter().filter(|fact| {
        fact.derived
            .as_ref()
            .is_none_or(|derived| derived.recorded_first)
    });
    let properties: Map<String, Value> = recorded
        .map(|fact| (fact.id.to_string(), of_fact(fact)))
        .collect();
    value["properties"]["facts"] = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    value
}

/// How a fact may be recorded: plainly, or with its basis; a keyed one for each country.
fn of_fact(fact: &Fact) -> Value {
    let plain = match &fact.of {
        Type::One(of) => {
            let contested = json!({
                "type": "object",
                "properties": { "contested": { "type": "array", "items": of_value(of) } },
                "required": ["contested"],
            });
            json!({ "anyOf": [of_value(of), unsaid(), contested] })
        }
        Type::Set(of) => of_many(of_value(of), &["shown", "denied"]),
        Type::List(fields) => of_many(of_record(fields), &["shown"]),
    };
    let basis = json!({ "enum": ["said", "document", "caseworker", "assumed"] });
    let with_basis = json!({
        "type": "object",
        "properties": { "value": plain, "basis": basis },
        "required": ["value"],
    });
    let one = json!({ "anyOf": [plain, with_basis] });
    if !fact.keyed {
        return one;
    }
    let keyed = json!({
        "type": "object",
        "propertyNames": { "pattern": r"^([A-Z]{3}|\*|area\.[a-z0-9_]{1,60})$" },
        "additionalProperties": one,
    });
    json!({ "anyOf": [keyed, unsaid()] })
}

/// What is not known, and what is nobody's business.
fn unsaid() -> Value {
    json!({ "enum": ["unknown", "rather_not_say"] })
}

/// A list of what is shown; or a mapping that also says whether that is all.
fn of_many(item: Value, parts: &[&str]) -> Value {
    let several = json!({ "type": "array", "items": item });
    let mut properties: Map<String, Value> = parts
        .iter()
        .map(|part| ((*part).to_owned(), several.clone()))
        .collect();
    properties.insert("complete".into(), of_shape(&Shape::YesNo));
    properties.insert("basis".into(), json!(true));
    let whole =
        json!({ "type": "object", "properties": properties, "additionalProperties": false });
    json!({ "anyOf": [several, whole, unsaid()] })
}

fn of_record(fields: &std::collections::BTreeMap<String, FieldType>) -> Value {
    let field = |of: &FieldType| json!({ "anyOf": [of_value(of), unsaid()] });
    let mut properties: Map<String, Value> = fields
        .iter()
        .map(|(name, of)| (name.clone(), field(of)))
        .collect();
    // The basis of a single record is kept by the case.
    properties.insert("basis".into(), json!(true));
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn of_value(of: &FieldType) -> Value {
    match of {
        FieldType::Bool => of_shape(&Shape::YesNo),
        FieldType::Number => of_shape(&Shape::Number),
        FieldType::Date => of_shape(&Shape::Date),
        FieldType::Country => of_shape(&Shape::Country),
        FieldType::Text => of_shape(&Shape::Text),
        FieldType::Enum(values) => json!({ "enum": values.keys().collect::<Vec<_>>() }),
    }
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
    // An editor's YAML reads a sentence such as `17` as a number.
    let sentence = json!({ "type": ["string", "number"], "minLength": 1 });
    match shape {
        Shape::Text => json!({ "type": ["string", "number"] }),
        Shape::Condition => json!({ "type": ["string", "boolean", "number"] }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z][a-z0-9._-]*$" }),
        Shape::Words => json!({
            "type": "object",
            "properties": { "en": sentence.clone(), "ru": sentence },
            "required": ["en", "ru"],
            "additionalProperties": false,
        }),
        Shape::Day => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Date => {
            let date = json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$" });
            let year = json!({ "type": "integer", "minimum": 1000, "maximum": 9999 });
            json!({ "anyOf": [date, year] })
        }
        Shape::Number => json!({ "type": "integer" }),
        Shape::YesNo => json!({ "enum": ["yes", "no", true, false] }),
        Shape::Country => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        Shape::OneOf(words) => {
            // Typed without quotation marks, `3` is a number.
            let numbers = words.iter().filter_map(|word| word.parse::<i64>().ok());
            let numbers = numbers.map(Value::from);
            let words = words.iter().map(|word| json!(word));
            json!({ "enum": words.chain(numbers).collect::<Vec<_>>() })
        }
        Shape::Map(form) => of_form(form),
        Shape::Keyed(shape) => {
            json!({ "type": ["object", "null"], "additionalProperties": of_shape(shape) })
        }
        Shape::List(shape) => json!({ "type": "array", "items": of_shape(shape) }),
        Shape::Either(shapes) => {
            json!({ "anyOf": shapes.iter().map(of_shape).collect::<Vec<_>>() })
        }
        Shape::Any => json!(true),
    }
}
