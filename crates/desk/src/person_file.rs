//! A person file in clear: for invented people only.

use crate::InWords;
use crate::case::{Case, CaseNumber, Means, Said, Signal, Stage, Step, Terms, What};
use facts::{
    Code, Complaints, Content, Field, Form, Node, Shape, SourceText, Words, read_facts, read_tree,
};
use law::{Library, unknown_countries};

static SIGNAL: Form = Form {
    name: "a signal",
    fields: &[
        Field::needed("date", Shape::Day),
        Field::needed("government", Shape::Country),
        Field::needed("who", Shape::Words),
        Field::needed("terms", Shape::OneOf(Terms::WORDS)),
        Field::optional("about", Shape::List(&Shape::Text)),
        Field::optional("words", Shape::Words),
        Field::optional("note", Shape::Words),
        Field::needed("means", Shape::OneOf(Means::WORDS)),
    ],
};

static STEP: Form = Form {
    name: "a step",
    fields: &[
        Field::needed("date", Shape::Date),
        Field::optional("pathway", Shape::Text),
        Field::needed("what", Shape::OneOf(What::WORDS)),
        Field::optional("to", Shape::Country),
        Field::optional("note", Shape::Words),
    ],
};

/// The keys of a person file. Its facts are read against the vocabulary; what a worked example
/// expects is for the tests.
pub(crate) static PERSON: Form = Form {
    name: "a person file",
    fields: &[
        Field::needed("format", Shape::OneOf(&["safeconduct.person/1"])),
        Field::optional("invented", Shape::YesNo),
        Field::optional("id", Shape::Id),
        Field::optional("name", Shape::Words),
        Field::optional("code", Shape::Words),
        Field::optional("stage", Shape::OneOf(Stage::WORDS)),
        Field::optional("story", Shape::Words),
        Field::needed("facts", Shape::Keyed(&Shape::Any)),
        Field::optional("signals", Shape::List(&Shape::Map(&SIGNAL))),
        Field::optional("steps", Shape::List(&Shape::Map(&STEP))),
        Field::optional("expect", Shape::Any),
        Field::optional("before_planning", Shape::Any),
    ],
};

/// Reads a person file; complains of everything that does not fit.
///
/// A file in clear without `invented: true` is refused whole: real lives are never kept in plain
/// text.
pub fn read_case(
    number: CaseNumber,
    source: &SourceText,
    library: &Library,
    was_sealed: bool,
    complaints: &mut Complaints,
) -> Option<Case> {
    let root = read_tree(source, complaints)?;
    if !was_sealed && !root.is_yes("invented") {
        complaints
            .add(
                Code::NotInvented,
                source,
                &root.at,
                "this file does not say `invented: true`",
                "read no further",
            )
            .help("files in clear are for invented people only; anyone else is kept sealed");
        return None;
    }
    PERSON.check(&root, source, complaints);
    let facts = root.get("facts").map(|node| {
        let facts = read_facts(node, &library.vocabulary, source, complaints);
        unknown_countries(library, &facts, node, source, complaints);
        facts
    });
    Some(Case {
        number,
        code: code_name(&root, source, complaints),
        story: root.words_of("story").unwrap_or_default(),
        stage: word(&root, "stage", Stage::from_word).unwrap_or(Stage::Hidden),
        drawn: false,
        facts: facts.unwrap_or_default(),
        signals: root.list_of("signals").iter().filter_map(signal).collect(),
        steps: root.list_of("steps").iter().filter_map(step).collect(),
    })
}

/// The name by which colleagues speak of the person; a worked example has only an invented name.
fn code_name(root: &Node, source: &SourceText, complaints: &mut Complaints) -> Words {
    let found = root.words_of("code").or_else(|| root.words_of("name"));
    if root.get("code").is_none() && root.get("name").is_none() {
        let at = root.at.start..root.at.start + 1;
        complaints
            .add(
                Code::MissingKey,
                source,
                &at,
                "the key `code` is needed",
                "it is missing here",
            )
            .help(
                "add `code:` with a tree or a bird in both languages: `{ en: Rowan, ru: Рябина }`",
            );
    }
    found.unwrap_or_default()
}

/// A word out of a short list; the form has already complained of any other.
fn word<T>(node: &Node, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    node.text_of(key).and_then(read)
}

fn signal(node: &Node) -> Option<Signal> {
    let said = match node.words_of("words") {
        Some(words) => Said::Words(words),
        None => Said::Account(node.words_of("note").unwrap_or_default()),
    };
    Some(Signal {
        date: node.day_of("date")?,
        government: node.country_of("government")?,
        who: node.words_of("who")?,
        terms: word(node, "terms", Terms::from_word)?,
        about: node.texts_of("about"),
        said,
        means: word(node, "means", Means::from_word)?,
    })
}

fn step(node: &Node) -> Option<Step> {
    Some(Step {
        date: node.text_of("date")?.parse().ok()?,
        pathway: node.text_of("pathway").unwrap_or_default().to_owned(),
        what: word(node, "what", What::from_word)?,
        to: node.country_of("to"),
        note: node.words_of("note"),
    })
}

/// Whether a node holds anything at all.
pub(crate) fn is_empty(node: &Node) -> bool {
    matches!(node.content, Content::Empty)
}
