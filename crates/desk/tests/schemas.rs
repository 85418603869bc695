//! The published schemas and the program agree: on the files that people write, on what is wrong
//! with them, and on what the program writes.

use desk::{
    CaseNumber, Date, Desk, EditionReport, Lang, Level, NoEdition, decision_json, reforms_json,
    schema, schema_names,
};
use facts::{Complaints, Content, Entry, Form, Node, SourceText, Vocabulary, read_tree};
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk::demo().expect("the shipped books and people are whole"))
}

fn validator(name: &str) -> Validator {
    let schema = schema(name, &desk().library().vocabulary).expect("a known schema");
    jsonschema::validator_for(&schema).expect("a schema")
}

/// Every YAML file below a folder of the project, with its tree.
fn trees(folder: &str) -> Vec<(PathBuf, SourceText, Node)> {
    let mut folders = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                let text = fs::read_to_string(&path).expect("text");
                let source = SourceText::new(path.display().to_string(), text);
                let tree = read_tree(&source, &mut Complaints::new()).expect("YAML");
                found.push((path, source, tree));
            }
        }
    }
    assert!(!found.is_empty(), "{folder}");
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// As an editor's YAML reads it: whole numbers, `true` and `false` are what they are; all else is text.
fn as_json(node: &Node) -> Value {
    match &node.content {
        Content::Empty => Value::Null,
        Content::Text(text, quote) => match text.parse::<i64>() {
            Ok(number) if *quote == 0 => json!(number),
            _ if *quote == 0 && text == "true" => json!(true),
            _ if *quote == 0 && text == "false" => json!(false),
            _ => json!(text),
        },
        Content::List(items) => items.iter().map(as_json).collect(),
        Content::Map(entries) => {
            let entries = entries
                .iter()
                .map(|entry| (entry.key.clone(), as_json(&entry.value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

/// The name of a file's schema, from its `format:`.
fn kind(tree: &Node) -> String {
    let format = tree.text_of("format").expect("every file says its format");
    let name = format.trim_start_matches("safeconduct.");
    let name = name.split('/').next().unwrap_or_default();
    if name == "absent" {
        "absence".to_owned()
    } else {
        name.to_owned()
    }
}

fn form(name: &str) -> &'static Form {
    let forms = law::forms();
    let found = forms.into_iter().find(|(known, _)| *known == name);
    found.map_or_else(Vocabulary::form, |(_, form)| form)
}

#[test]
fn every_schema_is_one() {
    for name in schema_names() {
        let schema = schema(name, &desk().library().vocabulary).expect("it is there");
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
    assert_eq!(schema("no such file", &desk().library().vocabulary), None);
}

#[test]
fn every_shipped_file_is_of_its_schema() {
    let mut kinds = std::collections::BTreeSet::new();
    for folder in ["books", "examples/chechnya-2017/people"] {
        for (path, _, tree) in trees(folder) {
            let kind = kind(&tree);
            let errors: Vec<String> = validator(&kind)
                .iter_errors(&as_json(&tree))
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            kinds.insert(kind);
        }
    }
    let expected = [
        "absence",
        "areas",
        "group",
        "overlay",
        "pathway",
        "person",
        "sources",
        "tables",
        "vocabulary",
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
}

/// Values that somebody may have typed in a wrong place.
const TYPED: [&str; 8] = [
    "no such word",
    "2017-05-17",
    "17",
    "USA",
    "yes",
    "[]",
    "{}",
    "",
];

/// Every tree that one slip makes of this one: a key renamed or left out, a value mistyped.
fn slips(tree: &Node) -> Vec<(String, Node)> {
    let mut found = Vec::new();
    match &tree.content {
        Content::Map(entries) => {
            for index in 0..entries.len() {
                let key = &entries[index].key;
                let with = |changed: Vec<Entry>| Node {
                    content: Content::Map(changed),
                    ..tree.clone()
                };
                let mut renamed = entries.clone();
                renamed[index].key.push_str("_x");
                found.push((format!("{key} renamed"), with(renamed)));
                let mut shorter = entries.clone();
                shorter.remove(index);
                found.push((format!("{key} left out"), with(shorter)));
                for (what, value) in slips(&entries[index].value) {
                    let mut changed = entries.clone();
                    changed[index].value = value;
                    found.push((format!("{key}: {what}"), with(changed)));
                }
            }
        }
        Content::List(items) => {
            // One item stands for its like.
            for (what, item) in items.first().into_iter().flat_map(slips) {
                let mut changed = items.clone();
                changed[0] = item;
                found.push((
                    format!("- {what}"),
                    Node {
                        content: Content::List(changed),
                        ..tree.clone()
                    },
                ));
            }
        }
        Content::Text(..) | Content::Empty => {}
    }
    for typed in TYPED {
        let content = match typed {
            "[]" => Content::List(Vec::new()),
            "{}" => Content::Map(Vec::new()),
            "" => Content::Empty,
            text => Content::Text(text.to_owned(), 0),
        };
        found.push((
            format!("`{typed}`"),
            Node {
                content,
                ..tree.clone()
            },
        ));
    }
    found
}

#[test]
fn the_checker_and_the_schemas_refuse_the_same_slips() {
    let mut tried = 0;
    let mut apart = Vec::new();
    for name in [
        "law/us/visa-b.yaml",
        "law/us/overlay-eo13780-refugees.yaml",
        "law/eu/resettlement.yaml",
        "law/ch/absent-embassy-asylum.yaml",
        "groups/humanitarian-core.yaml",
        "world/areas.yaml",
        "sources/europe.yaml",
    ] {
        let path = root().join("books").join(name);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let source = SourceText::new(name, text);
        let tree = read_tree(&source, &mut Complaints::new()).expect("YAML");
        let kind = kind(&tree);
        let (form, validator) = (form(&kind), validator(&kind));
        for (what, slip) in slips(&tree) {
            let mut complaints = Complaints::new();
            form.check(&slip, &source, &mut complaints);
            tried += 1;
            if complaints.is_empty() != validator.is_valid(&as_json(&slip)) {
                apart.push(format!("{name}: {what}: {} complaints", complaints.len()));
            }
        }
    }
    eprintln!("{tried} slips");
    assert!(
        apart.is_empty(),
        "{} of {tried}: {:#?}",
        apart.len(),
        &apart[..apart.len().min(40)]
    );
}

#[test]
fn what_is_written_as_json_is_of_its_published_schema() {
    let validator = validator("decision");
    for number in [1, 5, 12] {
        for on in [Date::constant(2017, 5, 17), Date::constant(2025, 3, 1)] {
            let value =
                decision_json(desk(), CaseNumber(number), on, Lang::En, &[]).expect("a case");
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| {
                    format!("{}: {error}", error.instance_path())
                        .chars()
                        .take(300)
                        .collect()
                })
                .collect();
            assert!(errors.is_empty(), "{number} on {on}: {errors:#?}");
        }
    }
    let mut entry = decision_json(
        desk(),
        CaseNumber(1),
        Date::constant(2017, 5, 17),
        Lang::En,
        &["any.entry.visa_free".into()],
    )
    .expect("a case");
    assert!(validator.is_valid(&entry));
    let verdict = entry["verdicts"][0].as_object_mut().expect("an entry");
    verdict.remove("return_and_pursuit");
    assert!(
        !validator.is_valid(&entry),
        "an entry never stands alone, in the schema either"
    );
}

#[test]
fn an_edition_as_json_is_of_its_published_schema() {
    let validator = validator("edition");
    let files = [
        "Passport,Destination,Requirement\nRUS,LTU,90\nRUS,QQQ,no admission\nRUS,ARG,90\n",
        "year,coo_iso,coa_iso,dec_level,dec_pc,dec_recognized,dec_other,dec_rejected,dec_closed,dec_total\n2017,RUS,LTU,FI,P,1,2,3,4,10\n",
    ];
    for text in files {
        let source = SourceText::new("published.csv", text);
        let report =
            EditionReport::read(desk().library(), &source, Some(Date::constant(2017, 6, 1)));
        let Ok(report) = report else {
            panic!("{}", matches!(report, Err(NoEdition::NoDay)));
        };
        let value = report.json();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(report.rows().starts_with(if text.starts_with('P') {
            "nationality,"
        } else {
            "asylum,"
        }));
    }
}

#[test]
fn reforms_as_json_are_of_their_published_schema() {
    let validator = validator("reforms");
    // On the second day some orders suspend visas for Russian citizens.
    for on in [Date::constant(2017, 5, 17), Date::constant(2025, 3, 1)] {
        for level in Level::ALL {
            let value = reforms_json(desk(), on, level);
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{} on {on}: {errors:#?}", level.word());
        }
    }
}
