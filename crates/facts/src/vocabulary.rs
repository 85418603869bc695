use crate::complaint::{Code, Complaints, SourceText};
use crate::form::{Field, Form, Shape};
use crate::{Node, Place, Words, read_tree};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The name of a fact: `refused_visa`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactId(pub Arc<str>);

impl Borrow<str> for FactId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What one value of a fact is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Yes or no.
    Bool,
    /// A whole number.
    Number,
    /// A day, month or year.
    Date,
    /// A country.
    Country,
    /// Free text: never part of a condition.
    Text,
    /// One of these values, each with its name for people.
    Enum(BTreeMap<String, Words>),
}

/// What a fact holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// One value.
    One(FieldType),
    /// A set of values.
    Set(FieldType),
    /// A list of records.
    List(BTreeMap<String, FieldType>),
}

macro_rules! words_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $vdoc])+ $variant,)+ }

        impl $name {
            /// The words for it in a file.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// Every one, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// From its word in a file.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }

            /// Its word in a file.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }
    };
}

words_enum! {
    /// What a fact is about: the interview goes topic by topic, in this order.
    Topic {
        /// Where the person is, and as what.
        Place = "place",
        /// Papers and visas.
        Papers = "papers",
        /// Family and partners.
        Family = "family",
        /// Work, study, skills.
        Work = "work",
        /// Money and support.
        Money = "money",
        /// Refusals, removals, earlier claims.
        Records = "records",
        /// What happened and what is feared.
        Danger = "danger",
        /// What could bar a person.
        Bars = "bars",
        /// Who may know, who may be asked.
        Consent = "consent",
        /// Intentions and talks.
        Talks = "talks",
    }
}

words_enum! {
    /// Who is asked.
    AskedOf {
        /// The person.
        Person = "person",
        /// A caseworker, who can see or find it.
        Caseworker = "caseworker",
        /// A lawyer.
        Lawyer = "lawyer",
        /// Nobody can know.
        Nobody = "nobody",
    }
}

words_enum! {
    /// Who must set it.
    SetBy {
        /// One caseworker.
        One = "one",
        /// Two people.
        Two = "two",
        /// A lawyer.
        Lawyer = "lawyer",
    }
}

words_enum! {
    /// What can change it: what a planner must keep.
    Changes {
        /// Nothing.
        Never = "never",
        /// Time.
        ByItself = "by_itself",
        /// Moving.
        ByPlace = "by_place",
        /// A step: an application, a refusal, an arrival.
        ByStep = "by_step",
    }
}

words_enum! {
    /// Whether it may be named among what would open a way.
    OpensBy {
        /// It is so or not; it can be found out.
        FindOut = "find_out",
        /// Something can be done.
        Do = "do",
        /// Nobody here can change it.
        NotInHands = "not_in_hands",
    }
}

/// How a derived fact comes about. The text is a condition that the law reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// Whether what is recorded comes first, and the condition only where nothing is.
    pub recorded_first: bool,
    /// The condition.
    pub condition: String,
    /// Where it stands, in the fact's file.
    pub at: Place,
}

/// One fact that can be known about a person.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name.
    pub id: FactId,
    /// What it holds.
    pub of: Type,
    /// Whether there is one truth for each country.
    pub keyed: bool,
    /// A few words: the head of a row.
    pub label: Words,
    /// The question.
    pub ask: Words,
    /// Why it is asked.
    pub why: Words,
    /// What it is about.
    pub topic: Topic,
    /// Danger if it becomes known: 1 to 3.
    pub leak: u8,
    /// Cost of answering: 1 to 3.
    pub pain: u8,
    /// Who is asked.
    pub asked_of: AskedOf,
    /// Who must set it.
    pub set_by: SetBy,
    /// What can change it.
    pub changes: Changes,
    /// Whether it may be named among what would open a way.
    pub to_open: OpensBy,
    /// Whether a what-if may vary it (never: intentions, beliefs, identity, the past, family ties).
    pub may_vary: bool,
    /// Whether it is a lawyer's opinion: never asked in an interview, counted as opaque.
    pub lawyers_opinion: bool,
    /// The file's field names with their labels, for list facts.
    pub field_labels: BTreeMap<String, Words>,
    /// A derived fact is computed.
    pub derived: Option<Derivation>,
    /// Its place in the order in which the vocabulary was written: the gentle order of asking.
    pub order: usize,
    /// The file it stands in.
    pub source: SourceText,
}

/// Every fact there is, by name.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    facts: BTreeMap<FactId, Fact>,
}

const LEVELS: Shape = Shape::OneOf(&["1", "2", "3"]);

static LIST_FIELD: Form = Form {
    name: "a field of a list",
    fields: &[
        Field::needed(
            "type",
            Shape::OneOf(&["bool", "enum", "country", "date", "number", "text"]),
        ),
        Field::optional("values", Shape::Keyed(&Shape::Words)),
        Field::optional("label", Shape::Words),
        Field::optional("unit", Shape::Text),
    ],
};

static FACT: Form = Form {
    name: "a fact",
    fields: &[
        Field::needed("type", Shape::OneOf(TYPES)),
        Field::optional("of", Shape::OneOf(&["person", "relative", "world"])),
        Field::optional("by", Shape::OneOf(&["country"])),
        Field::optional("values", Shape::Keyed(&Shape::Words)),
        Field::optional("fields", Shape::Keyed(&Shape::Map(&LIST_FIELD))),
        Field::optional("unit", Shape::Text),
        Field::needed("label", Shape::Words),
        Field::optional("ask", Shape::Words),
        Field::optional("why", Shape::Words),
        Field::needed("topic", Shape::OneOf(Topic::WORDS)),
        Field::optional("leak", LEVELS),
        Field::optional("pain", LEVELS),
        Field::optional("asked_of", Shape::OneOf(AskedOf::WORDS)),
        Field::optional("set_by", Shape::OneOf(SetBy::WORDS)),
        Field::optional("changes", Shape::OneOf(Changes::WORDS)),
        Field::optional("to_open", Shape::OneOf(OpensBy::WORDS)),
        Field::optional("what_if", Shape::OneOf(&["allowed", "never"])),
        Field::optional("kind", Shape::OneOf(&["observed", "lawyers_opinion"])),
        Field::optional("derived", Shape::Condition),
        Field::optional("first_of", Shape::List(&Shape::Text)),
        Field::optional("exposes", Shape::Any),
        Field::optional("edition", Shape::Number),
        Field::optional("replaced", Shape::Any),
        Field::optional("note", Shape::Words),
    ],
};

const TYPES: &[&str] = &[
    "bool",
    "enum",
    "country",
    "date",
    "number",
    "text",
    "set of enum",
    "set of country",
    "list",
];

static FILE: Form = Form {
    name: "a vocabulary",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.vocabulary/1"])),
        Field::needed("facts", Shape::Keyed(&Shape::Map(&FACT))),
    ],
};

impl Vocabulary {
    /// The form of a vocabulary file, for the published schema.
    pub fn form() -> &'static Form {
        &FILE
    }

    /// Adds the facts of one file; complains of what is wrong in it.
    pub fn read(&mut self, source: &SourceText, complaints: &mut Complaints) {
        let Some(root) = read_tree(source, complaints) else {
            return;
        };
        let before = complaints.len();
        FILE.check(&root, source, complaints);
        if complaints.len() > before {
            return;
        }
        for entry in root.get("facts").map(Node::entries).unwrap_or_default() {
            let id = FactId(entry.key.as_str().into());
            if !is_fact_name(&entry.key) {
                let message = format!("`{}` is no name for a fact", entry.key);
                complaints
                    .add(Code::NotAnId, source, &entry.at, message, "here")
                    .help("use snake_case without dots, and no word of the language of conditions");
            } else if let Some(first) = self.facts.get(&id) {
                let message = format!("`{id}` is already a fact, in {}", first.source.name);
                complaints.add(
                    Code::DuplicateId,
                    source,
                    &entry.at,
                    message,
                    "a second one",
                );
            } else if let Some(mut fact) = read_fact(id.clone(), &entry.value, source, complaints) {
                fact.order = self.facts.len();
                self.facts.insert(id, fact);
            }
        }
    }

    /// The fact of this name.
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.facts.get(id)
    }

    /// Every fact, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.facts.values()
    }

    /// The names of all facts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.facts.keys().map(|id| &*id.0)
    }
}

/// Words that conditions use themselves.
const RESERVED: &[&str] = &[
    "this",
    "on",
    "row",
    "value",
    "area",
    "destination",
    "days",
    "months",
    "years",
    "date",
    "in",
    "true",
    "false",
    "yes",
    "no",
    "recorded",
];

fn is_fact_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && name.len() <= 60
        && !RESERVED.contains(&name)
}

fn read_fact(
    id: FactId,
    node: &Node,
    source: &SourceText,
    complaints: &mut Complaints,
) -> Option<Fact> {
    let topic = Topic::from_word(node.text_of("topic")?)?;
    let label = node.words_of("label")?;
    let level = |key: &str| node.number_of(key).and_then(|n| u8::try_from(n).ok());
    let word = |key: &str| node.text_of(key).unwrap_or_default();
    Some(Fact {
        of: read_type(node, source, complaints)?,
        keyed: node.get("by").is_some(),
        ask: node.words_of("ask").unwrap_or_else(|| label.clone()),
        why: node.words_of("why").unwrap_or_default(),
        label,
        topic,
        // Where nobody has judged it, a topic's usual danger and pain stand in.
        leak: level("leak").unwrap_or(usual_leak(topic)),
        pain: level("pain").unwrap_or(usual_pain(topic)),
        asked_of: AskedOf::from_word(word("asked_of")).unwrap_or(AskedOf::Person),
        set_by: SetBy::from_word(word("set_by")).unwrap_or(SetBy::One),
        changes: Changes::from_word(word("changes")).unwrap_or(Changes::Never),
        to_open: OpensBy::from_word(word("to_open")).unwrap_or(OpensBy::FindOut),
        may_vary: word("what_if") == "allowed",
        lawyers_opinion: word("kind") == "lawyers_opinion",
        field_labels: field_labels(node),
        derived: read_derivation(node),
        order: 0,
        source: source.clone(),
        id,
    })
}

fn usual_leak(topic: Topic) -> u8 {
    match topic {
        Topic::Danger | Topic::Place => 3,
        Topic::Papers
        | Topic::Family
        | Topic::Records
        | Topic::Bars
        | Topic::Consent
        | Topic::Talks => 2,
        Topic::Work | Topic::Money => 1,
    }
}

fn usual_pain(topic: Topic) -> u8 {
    match topic {
        Topic::Danger => 3,
        Topic::Family | Topic::Bars => 2,
        _ => 1,
    }
}

fn field_labels(node: &Node) -> BTreeMap<String, Words> {
    let entries = node.get("fields").map(Node::entries).unwrap_or_default();
    entries
        .iter()
        .filter_map(|e| Some((e.key.clone(), e.value.words_of("label")?)))
        .collect()
}

fn read_derivation(node: &Node) -> Option<Derivation> {
    if let Some(condition) = node.get("derived") {
        let start = condition.text_start();
        return Some(Derivation {
            recorded_first: false,
            condition: condition.text()?.to_owned(),
            at: start..condition.at.end,
        });
    }
    match node.list_of("first_of") {
        [recorded, condition] if recorded.text() == Some("recorded") => Some(Derivation {
            recorded_first: true,
            condition: condition.text()?.to_owned(),
            at: condition.text_start()..condition.at.end,
        }),
        _ => None,
    }
}

fn read_type(node: &Node, source: &SourceText, complaints: &mut Complaints) -> Option<Type> {
    let word = node.text_of("type")?;
    match word {
        "list" => {
            let mut fields = BTreeMap::new();
            for entry in node.get("fields").map(Node::entries).unwrap_or_default() {
                let word = entry.value.text_of("type").unwrap_or_default();
                fields.insert(
                    entry.key.clone(),
                    field_type(word, &entry.value, source, complaints)?,
                );
            }
            Some(Type::List(fields))
        }
        "set of enum" => field_type("enum", node, source, complaints).map(Type::Set),
        "set of country" => Some(Type::Set(FieldType::Country)),
        _ => field_type(word, node, source, complaints).map(Type::One),
    }
}

fn field_type(
    word: &str,
    node: &Node,
    source: &SourceText,
    complaints: &mut Complaints,
) -> Option<FieldType> {
    match word {
        "bool" => Some(FieldType::Bool),
        "number" => Some(FieldType::Number),
        "date" => Some(FieldType::Date),
        "country" => Some(FieldType::Country),
        "text" => Some(FieldType::Text),
        "enum" => {
            let entries = node.get("values").map(Node::entries).unwrap_or_default();
            if entries.is_empty() {
                complaints
                    .add(
                        Code::MissingKey,
                        source,
                        &node.at,
                        "an enum needs its values",
                        "`values:` is missing",
                    )
                    .help("add `values: { word: { en: …, ru: … } }`");
                return None;
            }
            Some(FieldType::Enum(
                entries
                    .iter()
                    .filter_map(|e| Some((e.key.clone(), e.value.words()?)))
                    .collect(),
            ))
        }
        _ => None,
    }
}
