//! An answer about a fact: the fields of a form, by what the fact holds, and what is said by them.

use crate::forms::{Place, Reading, Sheet};
use crate::in_words::{InWords, in_words};
use crate::view::{Choice, FieldKind};
use casework::{Field, Says, Value};
use facts::{Fact, FieldType, Scalar, Type};
use std::collections::{BTreeMap, BTreeSet};

/// An answer that is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Otherwise {
    /// Nobody knows.
    Unknown,
    /// "I would rather not say."
    RatherNot,
    /// Not in this sitting.
    Later,
}

in_words!(Otherwise {
    Unknown = "unknown",
    RatherNot = "rather-not",
    Later = "later",
});

impl Otherwise {
    fn words(self) -> &'static str {
        match self {
            Otherwise::Unknown => "answer-unknown",
            Otherwise::RatherNot => "answer-rather-not",
            Otherwise::Later => "answer-later",
        }
    }
}

/// What came of a question.
pub(crate) enum Given {
    /// An answer.
    Says(Says),
    /// It is asked another time.
    Later,
}

/// The fields of a record, and of a set of countries; no fact of the vocabulary has more.
const FIELDS: [&str; 10] = [
    "value", "value_2", "value_3", "value_4", "value_5", "value_6", "value_7", "value_8",
    "value_9", "value_10",
];
/// So many citizenships are asked at once.
const COUNTRIES: usize = 3;
/// More choices than these stand in a list.
const IN_SIGHT: usize = 8;

/// The fields of an answer to a question in these words, with the answers that are no value.
pub(crate) fn lay_out(
    sheet: &mut Sheet<'_>,
    place: &Place<'_>,
    fact: &Fact,
    asked: (String, String),
    otherwise: &[Otherwise],
) {
    let others: Vec<(String, String)> = otherwise
        .iter()
        .map(|it| (it.word().to_owned(), place.speech.say(it.words())))
        .collect();
    match &fact.of {
        Type::One(of) if is_chosen(of) => {
            let (label, hint) = asked;
            let choices = choices(place, of).into_iter().chain(others);
            let kind = FieldKind::OneOf(sheet.choices("value", choices.collect()));
            sheet.worded("value", label, hint, kind);
        }
        Type::One(of) => {
            field(sheet, place, "value", of, asked);
            sheet.one_of("otherwise", "answer-or", "", others);
        }
        Type::Set(of) => {
            set(sheet, place, of, asked);
            and_no_others(sheet, place);
            sheet.one_of("otherwise", "answer-or", "", others);
        }
        Type::List(fields) => {
            list(sheet, place, fact, fields, asked);
            and_no_others(sheet, place);
            sheet.one_of("otherwise", "answer-or", "", others);
        }
    }
}

/// Whether a value is one of a few in sight, beside the answers that are no value.
fn is_chosen(of: &FieldType) -> bool {
    match of {
        FieldType::Bool => true,
        FieldType::Enum(values) => values.len() <= IN_SIGHT,
        FieldType::Number | FieldType::Date | FieldType::Country | FieldType::Text => false,
    }
}

/// The values among which one is chosen.
fn choices(place: &Place<'_>, of: &FieldType) -> Vec<(String, String)> {
    match of {
        FieldType::Bool => [("yes", "value-yes"), ("no", "value-no")]
            .map(|(value, id)| (value.to_owned(), place.speech.say(id)))
            .into(),
        FieldType::Enum(values) => {
            let named = |(value, words): (&String, &facts::Words)| {
                (value.clone(), place.lang.of(words).to_owned())
            };
            values.iter().map(named).collect()
        }
        FieldType::Country => place.countries(),
        FieldType::Number | FieldType::Date | FieldType::Text => Vec::new(),
    }
}

fn field(
    sheet: &mut Sheet<'_>,
    place: &Place<'_>,
    name: &'static str,
    of: &FieldType,
    (label, hint): (String, String),
) {
    let (kind, help) = match of {
        FieldType::Bool => (FieldKind::OneOf(chosen(sheet, place, name, of)), ""),
        FieldType::Enum(values) if values.len() <= IN_SIGHT => {
            (FieldKind::OneOf(chosen(sheet, place, name, of)), "")
        }
        FieldType::Enum(_) | FieldType::Country => {
            (FieldKind::Picked(chosen(sheet, place, name, of)), "")
        }
        FieldType::Number => (FieldKind::Number, "answer-number-hint"),
        FieldType::Date => (FieldKind::Line, "answer-date-hint"),
        FieldType::Text => (FieldKind::Line, ""),
    };
    let help = match help.is_empty() {
        true => String::new(),
        false => place.speech.say(help),
    };
    let hint = [hint, help].join(" ").trim().to_owned();
    sheet.worded(name, label, hint, kind);
}

fn chosen(sheet: &Sheet<'_>, place: &Place<'_>, name: &str, of: &FieldType) -> Vec<Choice> {
    sheet.choices(name, choices(place, of))
}

fn set(sheet: &mut Sheet<'_>, place: &Place<'_>, of: &FieldType, asked: (String, String)) {
    if *of == FieldType::Country {
        field(sheet, place, "value", of, asked);
        for name in &FIELDS[1..COUNTRIES] {
            let also = place.speech.say("answer-also");
            field(sheet, place, name, of, (also, String::new()));
        }
        return;
    }
    let (label, hint) = asked;
    let kind = FieldKind::Several(chosen(sheet, place, "value", of));
    sheet.worded("value", label, hint, kind);
}

/// One record; what was recorded of others before stays.
fn list(
    sheet: &mut Sheet<'_>,
    place: &Place<'_>,
    fact: &Fact,
    fields: &BTreeMap<String, FieldType>,
    (label, hint): (String, String),
) {
    sheet.say_first(vec![label, hint, place.speech.say("answer-one-record")]);
    for (name, (id, of)) in FIELDS.iter().zip(fields) {
        let label = fact.field_labels.get(id);
        let label = label.map_or_else(|| id.clone(), |words| place.lang.of(words).to_owned());
        field(sheet, place, name, of, (label, String::new()));
    }
}

fn and_no_others(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    let of = [
        ("none", "answer-no-others"),
        ("perhaps", "answer-perhaps-others"),
    ];
    let of = of.map(|(value, id)| (value.to_owned(), place.speech.say(id)));
    sheet.one_of("others", "answer-others", "", of.into());
}

/// What was answered; `before` are the records of a list that stand already.
pub(crate) fn take(
    reading: &mut Reading<'_>,
    fact: &Fact,
    before: Vec<BTreeSet<Field>>,
) -> Option<Given> {
    let field = match &fact.of {
        Type::One(of) if is_chosen(of) => "value",
        Type::One(_) | Type::Set(_) | Type::List(_) => "otherwise",
    };
    let otherwise = Otherwise::from_word(reading.text(field).as_str());
    let is_typed = FIELDS.iter().any(|name| !reading.text(name).is_empty());
    if otherwise.is_some() && field == "otherwise" && is_typed {
        reading.fault("otherwise", "fault-answer-both");
        return None;
    }
    match otherwise {
        Some(Otherwise::Later) => return Some(Given::Later),
        Some(Otherwise::Unknown) => return Some(Given::Says(Says::Unknown)),
        Some(Otherwise::RatherNot) => return Some(Given::Says(Says::RatherNotSay)),
        None => {}
    }
    let says = match &fact.of {
        Type::One(of) => Says::Value(scalar(reading, "value", of)?),
        Type::Set(of) => members(reading, of)?,
        Type::List(fields) => records(reading, fields, before)?,
    };
    Some(Given::Says(says))
}

fn members(reading: &mut Reading<'_>, of: &FieldType) -> Option<Says> {
    let typed: Vec<String> = match of {
        FieldType::Country => {
            let named = FIELDS[..COUNTRIES].iter();
            named.flat_map(|name| reading.several(name)).collect()
        }
        FieldType::Bool
        | FieldType::Number
        | FieldType::Date
        | FieldType::Text
        | FieldType::Enum(_) => reading.several("value"),
    };
    let shown: Option<BTreeSet<Value>> = typed.iter().map(|text| parsed(text, of)).collect();
    if shown.is_none() {
        reading.fault("value", "fault-choose");
    }
    let complete = no_others(reading)?;
    if typed.is_empty() && !complete {
        reading.fault("value", "fault-answer");
        return None;
    }
    Some(Says::Set {
        shown: shown?,
        denied: BTreeSet::new(),
        complete,
    })
}

fn records(
    reading: &mut Reading<'_>,
    fields: &BTreeMap<String, FieldType>,
    mut records: Vec<BTreeSet<Field>>,
) -> Option<Says> {
    let mut record = BTreeSet::new();
    for (at, (name, of)) in FIELDS.iter().zip(fields) {
        if !reading.text(at).is_empty() {
            let name = name.clone();
            let value = scalar(reading, at, of)?;
            record.insert(Field { name, value });
        }
    }
    let complete = no_others(reading)?;
    if record.is_empty() && !complete {
        reading.fault("value", "fault-answer");
        return None;
    }
    if !record.is_empty() && !records.contains(&record) {
        records.push(record);
    }
    Some(Says::List { records, complete })
}

/// "And no others?"
fn no_others(reading: &mut Reading<'_>) -> Option<bool> {
    match reading.text("others").as_str() {
        "none" => Some(true),
        "perhaps" => Some(false),
        _ => {
            reading.fault("others", "fault-choose");
            None
        }
    }
}

fn scalar(reading: &mut Reading<'_>, field: &'static str, of: &FieldType) -> Option<Value> {
    let value = parsed(reading.text(field).as_str(), of);
    if value.is_none() {
        let says = match of {
            FieldType::Bool | FieldType::Enum(_) => "fault-choose",
            FieldType::Number => "fault-number",
            FieldType::Date => "fault-date",
            FieldType::Country => "fault-country",
            FieldType::Text => "fault-answer",
        };
        reading.fault(field, says);
    }
    value
}

/// A value of this type from what was typed; nothing, if it is none.
fn parsed(typed: &str, of: &FieldType) -> Option<Value> {
    let scalar = match of {
        FieldType::Bool => match typed {
            "yes" => Scalar::Bool(true),
            "no" => Scalar::Bool(false),
            _ => return None,
        },
        FieldType::Number => Scalar::Number(typed.parse().ok()?),
        FieldType::Date => Scalar::Date(typed.parse().ok()?),
        FieldType::Country => Scalar::Country(typed.parse().ok()?),
        FieldType::Text if typed.is_empty() => return None,
        FieldType::Text => Scalar::Text(typed.to_owned()),
        FieldType::Enum(values) => {
            let (value, _) = values.get_key_value(typed)?;
            Scalar::Text(value.clone())
        }
    };
    Some(scalar.into())
}

/// What says this, as it would be typed. Of a list only the first record.
pub(crate) fn typed(says: &Says, fact: &Fact) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut add = |name: &str, text: String| fields.push((name.to_owned(), text));
    let others = |complete: &bool| if *complete { "none" } else { "perhaps" };
    let field = match &fact.of {
        Type::One(of) if is_chosen(of) => "value",
        Type::One(_) | Type::Set(_) | Type::List(_) => "otherwise",
    };
    match (says, &fact.of) {
        (Says::Unknown, _) => add(field, Otherwise::Unknown.word().to_owned()),
        (Says::RatherNotSay, _) => add(field, Otherwise::RatherNot.word().to_owned()),
        (Says::Value(value), _) => add("value", written(&value.0)),
        (Says::Differing(_), _) => {}
        (
            Says::Set {
                shown, complete, ..
            },
            of,
        ) => {
            let is_country = *of == Type::Set(FieldType::Country);
            for (at, value) in shown.iter().enumerate() {
                let name = FIELDS.get(at).filter(|_| is_country);
                add(name.unwrap_or(&"value"), written(&value.0));
            }
            add("others", others(complete).to_owned());
        }
        (Says::List { records, complete }, Type::List(of)) => {
            let first = records.first().into_iter().flatten();
            for field in first {
                let at = of.keys().position(|name| *name == field.name);
                if let Some(name) = at.and_then(|at| FIELDS.get(at)) {
                    add(name, written(&field.value.0));
                }
            }
            add("others", others(complete).to_owned());
        }
        (Says::List { .. }, Type::One(_) | Type::Set(_)) => {}
    }
    fields
}

fn written(value: &Scalar) -> String {
    match value {
        Scalar::Bool(true) => "yes".to_owned(),
        Scalar::Bool(false) => "no".to_owned(),
        Scalar::Number(number) => number.to_string(),
        Scalar::Date(date) => date.to_string(),
        Scalar::Country(code) => code.to_string(),
        Scalar::Text(text) => text.clone(),
    }
}

/// What was answered, from a form that was filled in alone.
#[cfg(test)]
pub(crate) fn taken(fact: &Fact, fields: Vec<(String, String)>) -> Option<Says> {
    let typed = crate::Typed::of(fields);
    let mut reading = Reading::of(&typed);
    let given = take(&mut reading, fact, Vec::new());
    match reading.ended(given).ok()? {
        Given::Says(says) => Some(says),
        Given::Later => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Desk;
    use proptest::prelude::*;
    use std::sync::OnceLock;

    fn desk() -> &'static Desk {
        static DESK: OnceLock<Desk> = OnceLock::new();
        let title = facts::Words::default();
        DESK.get_or_init(|| {
            Desk::empty(title, facts::Date::constant(2017, 5, 17)).expect("the shipped books")
        })
    }

    #[test]
    fn no_record_of_the_vocabulary_has_more_fields_than_the_form() {
        for fact in desk().library().vocabulary.iter() {
            if let Type::List(fields) = &fact.of {
                assert!(fields.len() <= FIELDS.len(), "{}", fact.id);
            }
        }
    }

    #[test]
    fn a_typed_value_beside_not_known_is_not_taken_for_either() {
        let fact = desk().library().vocabulary.get("income").expect("a fact");
        let both = [("value", "300"), ("otherwise", "unknown")];
        let fields = both.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert!(taken(fact, fields.to_vec()).is_none());
        assert!(taken(fact, fields[..1].to_vec()) == Some(Says::Value(Scalar::Number(300).into())));
    }

    proptest! {
        #[test]
        fn whatever_is_taken_is_typed_back_the_same(
            at in 0usize..10_000,
            fields in prop::collection::vec(
                (prop::sample::select(vec!["value", "value_2", "value_3", "others", "otherwise"]),
                 "yes|no|none|perhaps|unknown|rather-not|RUS|LTU|2017-05|17|spouse|foreign_passport|\\PC{0,6}"), 0..6),
        ) {
            let all: Vec<&Fact> = desk().library().vocabulary.iter().collect();
            let fact = all[at % all.len()];
            let fields: Vec<(String, String)> =
                fields.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
            if let Some(says) = taken(fact, fields) {
                let again = taken(fact, typed(&says, fact));
                prop_assert!(again == Some(says));
            }
        }
    }
}
