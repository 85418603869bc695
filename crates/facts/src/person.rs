use crate::complaint::{Code, Complaints, SourceText};
use crate::vocabulary::{Fact, FieldType, Type, Vocabulary};
use crate::{
    Basis, Content, CountryCode, FactId, Known, Node, PartialDate, Record, Recorded, Scalar,
};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of one person: each fact, and for keyed facts each key, with its basis.
///
/// What is not there is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// By fact, then by key; a fact without keys stands under none of them, as the empty one.
    /// A fact's keys are shared between copies until one of them changes: whoever walks through many
    /// situations copies often and changes little.
    recorded: BTreeMap<FactId, Arc<Keys>>,
}

/// What is recorded of one fact, by key.
type Keys = BTreeMap<String, (Recorded, Option<Basis>)>;

/// The key of a fact that has none.
const NO_KEY: &str = "";

/// A key as it is told: nothing, where there is none.
fn told(key: &str) -> Option<&str> {
    (key != NO_KEY).then_some(key)
}

/// The key that stands for every country not named.
const EVERY: &str = "*";

impl Facts {
    /// Nothing is known.
    pub fn new() -> Facts {
        Facts::default()
    }

    /// What is recorded of a fact, under a key if it is keyed. A key that is not there falls back
    /// to `"*"`.
    pub fn get<Id>(&self, id: &Id, key: Option<&str>) -> Option<&Recorded>
    where
        FactId: Borrow<Id>,
        Id: Ord + ?Sized,
    {
        let keys = self.recorded.get(id)?;
        let found = keys
            .get(key.unwrap_or(NO_KEY))
            .or_else(|| key.and_then(|_| keys.get(EVERY)));
        found.map(|(recorded, _)| recorded)
    }

    /// On what the fact rests, if that is recorded.
    pub fn basis(&self, id: &FactId, key: Option<&str>) -> Option<Basis> {
        let keys = self.recorded.get(id)?;
        keys.get(key.unwrap_or(NO_KEY))
            .and_then(|(_, basis)| *basis)
    }

    /// Records a fact, in place of what was there.
    pub fn set(&mut self, id: FactId, key: Option<&str>, recorded: Recorded, basis: Option<Basis>) {
        let key = key.unwrap_or(NO_KEY).to_owned();
        let keys = Arc::make_mut(self.recorded.entry(id).or_default());
        keys.insert(key, (recorded, basis));
    }

    /// Forgets a fact under a key.
    pub fn forget(&mut self, id: &FactId, key: Option<&str>) {
        if let Some(keys) = self.recorded.get_mut(id) {
            let keys = Arc::make_mut(keys);
            keys.remove(key.unwrap_or(NO_KEY));
            if keys.is_empty() {
                self.recorded.remove(id);
            }
        }
    }

    /// The facts of which something else is recorded in the other, by name.
    pub fn differing<'f>(&'f self, other: &'f Facts) -> Vec<&'f FactId> {
        let mut differing = Vec::new();
        let (mut mine, mut theirs) = (
            self.recorded.iter().peekable(),
            other.recorded.iter().peekable(),
        );
        loop {
            let order = match (mine.peek(), theirs.peek()) {
                (Some((a, _)), Some((b, _))) if Arc::ptr_eq(&a.0, &b.0) => Ordering::Equal,
                (Some((a, _)), Some((b, _))) => a.cmp(b),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return differing,
            };
            let only = match order {
                Ordering::Less => mine.next(),
                Ordering::Greater => theirs.next(),
                Ordering::Equal => mine
                    .next()
                    .zip(theirs.next())
                    .filter(|((_, a), (_, b))| !Arc::ptr_eq(a, b) && a != b)
                    .map(|(mine, _)| mine),
            };
            differing.extend(only.map(|(id, _)| id));
        }
    }

    /// Everything recorded, by name and key.
    pub fn iter(&self) -> impl Iterator<Item = (&FactId, Option<&str>, &Recorded, Option<Basis>)> {
        self.recorded.iter().flat_map(|(id, keys)| {
            keys.iter()
                .map(move |(key, (recorded, basis))| (id, told(key), recorded, *basis))
        })
    }

    /// Every country that is named in them, as a value or as a key. They are well formed; whether
    /// they exist is for a table of countries to say.
    pub fn countries(&self) -> BTreeSet<CountryCode> {
        let mut found = BTreeSet::new();
        for (_, key, recorded, _) in self.iter() {
            found.extend(key.and_then(|key| key.parse::<CountryCode>().ok()));
            let values: Vec<&Scalar> = match recorded {
                Recorded::One(Known::Value(value)) => vec![value],
                Recorded::One(Known::Contested(values)) => values.iter().collect(),
                Recorded::One(Known::Unknown | Known::RatherNotSay) => Vec::new(),
                Recorded::Set { shown, denied, .. } => shown.iter().chain(denied).collect(),
                Recorded::List { records, .. } => records.iter().flat_map(Record::values).collect(),
            };
            found.extend(values.into_iter().filter_map(|value| match value {
                Scalar::Country(code) => Some(*code),
                Scalar::Bool(_) | Scalar::Number(_) | Scalar::Date(_) | Scalar::Text(_) => None,
            }));
        }
        found
    }

    /// These facts with `others` written over them. What `others` say of every country replaces
    /// what was said of any.
    pub fn overlaid(&self, others: &Facts) -> Facts {
        let mut merged = self.clone();
        for (id, keys) in &others.recorded {
            let mine = Arc::make_mut(merged.recorded.entry(id.clone()).or_default());
            if keys.contains_key(EVERY) {
                mine.clear();
            }
            mine.extend(keys.iter().map(|(key, value)| (key.clone(), value.clone())));
        }
        merged
    }
}

/// Reads a `facts:` mapping against the vocabulary; complains of everything that does not fit.
pub fn read_facts(
    node: &Node,
    vocabulary: &Vocabulary,
    source: &SourceText,
    complaints: &mut Complaints,
) -> Facts {
    let mut reader = Reader {
        source,
        complaints,
        facts: Facts::new(),
    };
    for entry in node.entries() {
        match vocabulary.get(&entry.key) {
            Some(fact) if fact.derived.as_ref().is_some_and(|d| !d.recorded_first) => {
                let message = format!(
                    "`{}` is worked out by the program and is never recorded",
                    entry.key
                );
                reader
                    .complaints
                    .add(Code::WrongShape, source, &entry.at, message, "leave it out");
            }
            Some(fact) if fact.keyed => reader.keyed(fact, &entry.value),
            Some(fact) => reader.one(fact, None, &entry.value),
            None => {
                let message = format!("no fact is called `{}`", entry.key);
                reader
                    .complaints
                    .add(Code::UnknownFact, source, &entry.at, message, "used here")
                    .did_you_mean(&entry.key, vocabulary.names());
            }
        }
    }
    reader.facts
}

/// Well formed; whether there is such an area is for the books to say.
fn is_area_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    !name.is_empty() && name.len() <= 60 && name.chars().all(plain)
}

struct Reader<'a> {
    source: &'a SourceText,
    complaints: &'a mut Complaints,
    facts: Facts,
}

impl Reader<'_> {
    fn complain(&mut self, code: Code, node: &Node, message: String, help: &str) {
        self.complaints
            .add(code, self.source, &node.at, message, "here")
            .help(help);
    }

    fn keyed(&mut self, fact: &Fact, node: &Node) {
        let Content::Map(entries) = &node.content else {
            // One word for every key.
            if matches!(node.text(), Some("unknown" | "rather_not_say")) {
                self.one(fact, Some(EVERY), node);
            } else {
                let message = format!("`{}` has one truth for each country", fact.id);
                self.complain(
                    Code::Key,
                    node,
                    message,
                    "write `{ USA: yes, LTU: no }`, or `{ \"*\": yes }` for all",
                );
            }
            return;
        };
        for entry in entries {
            let known = entry.key == EVERY
                || entry.key.strip_prefix("area.").is_some_and(is_area_name)
                || entry.key.parse::<CountryCode>().is_ok();
            if known {
                self.one(fact, Some(&entry.key), &entry.value);
            } else {
                let message = format!("`{}` is no country code", entry.key);
                self.complaints.add(
                    Code::NotACountry,
                    self.source,
                    &entry.at,
                    message,
                    "three capital letters are expected",
                );
            }
        }
    }

    fn one(&mut self, fact: &Fact, key: Option<&str>, node: &Node) {
        let (value, basis) = match (node.get("value"), node.get("basis")) {
            (Some(value), basis) => (value, basis),
            (None, basis) => (node, basis),
        };
        let basis = basis.and_then(|basis| self.basis(basis));
        let recorded = match &fact.of {
            Type::One(of) => self.single(fact, of, value).map(Recorded::One),
            Type::Set(of) => self.set(fact, of, value),
            Type::List(fields) => self.list(fact, fields, value),
        };
        if let Some(recorded) = recorded {
            self.facts.set(fact.id.clone(), key, recorded, basis);
        }
    }

    fn basis(&mut self, node: &Node) -> Option<Basis> {
        match node.text() {
            Some("said") => Some(Basis::Said),
            Some("document") => Some(Basis::Document),
            Some("caseworker") => Some(Basis::Caseworker),
            Some("assumed") => Some(Basis::Assumed),
            _ => {
                let message = "this is no basis for a fact".to_owned();
                self.complain(
                    Code::UnknownWord,
                    node,
                    message,
                    "it may be: said, document, caseworker, assumed",
                );
                None
            }
        }
    }

    fn single(&mut self, fact: &Fact, of: &FieldType, node: &Node) -> Option<Known> {
        match node.text() {
            Some("unknown") => return Some(Known::Unknown),
            Some("rather_not_say") => return Some(Known::RatherNotSay),
            _ => {}
        }
        if let Some(several) = node.get("contested") {
            let values = several
                .items()
                .iter()
                .map(|item| self.scalar(fact, of, item))
                .collect::<Option<Vec<_>>>()?;
            return Some(Known::Contested(values));
        }
        self.scalar(fact, of, node).map(Known::Value)
    }

    fn set(&mut self, fact: &Fact, of: &FieldType, node: &Node) -> Option<Recorded> {
        let empty = Recorded::Set {
            shown: BTreeSet::new(),
            denied: BTreeSet::new(),
            complete: false,
        };
        match (&node.content, node.text()) {
            (_, Some("unknown" | "rather_not_say")) => Some(empty),
            (Content::List(items), _) => {
                let shown = self.members(fact, of, items)?;
                Some(Recorded::Set {
                    shown,
                    denied: BTreeSet::new(),
                    complete: false,
                })
            }
            (Content::Map(_), _) => {
                self.only_keys(node, &["shown", "denied", "complete", "basis"]);
                let shown = self.members(fact, of, node.list_of("shown"))?;
                let denied = self.members(fact, of, node.list_of("denied"))?;
                Some(Recorded::Set {
                    shown,
                    denied,
                    complete: node.is_yes("complete"),
                })
            }
            _ => {
                let message = format!("`{}` is a set", fact.id);
                self.complain(
                    Code::WrongShape,
                    node,
                    message,
                    "write `[one, another]`, or `{ shown: […], denied: […], complete: yes }`",
                );
                None
            }
        }
    }

    fn members(&mut self, fact: &Fact, of: &FieldType, items: &[Node]) -> Option<BTreeSet<Scalar>> {
        items
            .iter()
            .map(|item| self.scalar(fact, of, item))
            .collect()
    }

    fn list(
        &mut self,
        fact: &Fact,
        fields: &BTreeMap<String, FieldType>,
        node: &Node,
    ) -> Option<Recorded> {
        match (&node.content, node.text()) {
            (_, Some("unknown" | "rather_not_say")) => Some(Recorded::List {
                records: Vec::new(),
                complete: false,
            }),
            (Content::List(items), _) => {
                let records = self.records(fact, fields, items)?;
                Some(Recorded::List {
                    records,
                    complete: false,
                })
            }
            (Content::Map(_), _) => {
                self.only_keys(node, &["shown", "complete", "basis"]);
                let records = self.records(fact, fields, node.list_of("shown"))?;
                Some(Recorded::List {
                    records,
                    complete: node.is_yes("complete"),
                })
            }
            _ => {
                let message = format!("`{}` is a list of records", fact.id);
                self.complain(
                    Code::WrongShape,
                    node,
                    message,
                    "write `[{ … }]`, or `{ shown: [{ … }], complete: yes }`",
                );
                None
            }
        }
    }

    fn only_keys(&mut self, node: &Node, known: &[&str]) {
        for entry in node
            .entries()
            .iter()
            .filter(|entry| !known.contains(&entry.key.as_str()))
        {
            let message = format!("`{}` is no key here", entry.key);
            self.complaints
                .add(
                    Code::UnknownKey,
                    self.source,
                    &entry.at,
                    message,
                    "used here",
                )
                .help(format!("it may have: {}", known.join(", ")));
        }
    }

    fn records(
        &mut self,
        fact: &Fact,
        fields: &BTreeMap<String, FieldType>,
        items: &[Node],
    ) -> Option<Vec<Record>> {
        items
            .iter()
            .map(|item| self.record(fact, fields, item))
            .collect()
    }

    fn record(
        &mut self,
        fact: &Fact,
        fields: &BTreeMap<String, FieldType>,
        node: &Node,
    ) -> Option<Record> {
        let mut record = Record::new();
        for entry in node.entries() {
            // The basis of a single record is kept by the case, not by the law.
            if entry.key == "basis" {
                continue;
            }
            let Some(of) = fields.get(&entry.key) else {
                let message = format!("a record of `{}` has no field `{}`", fact.id, entry.key);
                self.complaints
                    .add(
                        Code::UnknownKey,
                        self.source,
                        &entry.at,
                        message,
                        "used here",
                    )
                    .did_you_mean(&entry.key, fields.keys().map(String::as_str));
                return None;
            };
            if !matches!(entry.value.text(), Some("unknown" | "rather_not_say")) {
                record.insert(entry.key.clone(), self.scalar(fact, of, &entry.value)?);
            }
        }
        Some(record)
    }

    fn scalar(&mut self, fact: &Fact, of: &FieldType, node: &Node) -> Option<Scalar> {
        let read = node.text().and_then(|text| match of {
            FieldType::Bool => match text {
                "yes" | "true" => Some(Scalar::Bool(true)),
                "no" | "false" => Some(Scalar::Bool(false)),
                _ => None,
            },
            FieldType::Number => text.parse().ok().map(Scalar::Number),
            FieldType::Date => text.parse::<PartialDate>().ok().map(Scalar::Date),
            FieldType::Country => text.parse().ok().map(Scalar::Country),
            FieldType::Text => Some(Scalar::Text(text.to_owned())),
            FieldType::Enum(values) => values
                .contains_key(text)
                .then(|| Scalar::Text(text.to_owned())),
        });
        if read.is_none() {
            self.not_of_type(fact, of, node);
        }
        read
    }

    fn not_of_type(&mut self, fact: &Fact, of: &FieldType, node: &Node) {
        let typed = node.text().unwrap_or("this");
        let message = format!("`{typed}` is no value of `{}`", fact.id);
        let (code, help) = match of {
            FieldType::Bool => (
                Code::UnknownWord,
                "it may be: yes, no, unknown, rather_not_say".to_owned(),
            ),
            FieldType::Number => (Code::WrongShape, "a whole number is expected".to_owned()),
            FieldType::Date => (
                Code::NotADate,
                "write a day as `2017-05-17`, a month as `2017-05`, a year as `2017`".to_owned(),
            ),
            FieldType::Country => (
                Code::NotACountry,
                "a country code of three capital letters is expected".to_owned(),
            ),
            FieldType::Text => (Code::WrongShape, "text is expected".to_owned()),
            FieldType::Enum(values) => {
                let known: Vec<_> = values.keys().map(String::as_str).collect();
                (
                    Code::UnknownValue,
                    format!("it may be: {}", known.join(", ")),
                )
            }
        };
        self.complain(code, node, message, &help);
    }
}
