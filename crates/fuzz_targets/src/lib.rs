//! Everything that reads text or bytes from outside, as plain functions over bytes.
//!
//! Whatever the bytes are: no panic, no hang, and every complaint has a sentence and a place inside
//! its file. What is read without a complaint can be used: a book decides, a person's facts print
//! back to what was read. The tests here replay the corpus and mutate it for some seconds; `fuzz/`
//! calls the same functions under libFuzzer.

mod entries;
mod import;
mod sealed_bytes;
#[path = "../../desk/tests/sheets/mod.rs"]
mod sheets;
mod typed;

use desk::read_judgements;
use disclosure::{Agreed, Checker, LabelledSet, Text, Wording};
pub use entries::entries;
use facts::{
    Complaint, Complaints, Date, Facts, Known, Recorded, Scalar, SourceText, Vocabulary,
    read_facts, read_tree,
};
pub use import::{import_csv, import_xlsx};
use law::{Day, Library, Program, Residual, compare_edition, read_publication, verdicts};
use miette::{GraphicalReportHandler, GraphicalTheme};
pub use sealed_bytes::{bundle, content, entry, item, key_box, key_copy, key_ring, row, share};
use std::collections::BTreeMap;
use std::sync::OnceLock;
pub use typed::{form, invitation, search};

/// A function that is given bytes from outside.
pub type Target = fn(&[u8]);

/// Every target, by the name of its corpus.
pub const ALL: &[(&str, Target)] = &[
    ("book", book),
    ("bundle", bundle),
    ("condition", condition),
    ("content", content),
    ("draft", draft),
    ("entry", entry),
    ("entries", entries),
    ("form", form),
    ("import_csv", import_csv),
    ("import_xlsx", import_xlsx),
    ("invitation", invitation),
    ("item", item),
    ("judgements", judgements),
    ("key_box", key_box),
    ("key_copy", key_copy),
    ("key_ring", key_ring),
    ("labelled_set", labelled_set),
    ("person", person),
    ("publication", publication),
    ("row", row),
    ("search", search),
    ("share", share),
    ("table", table),
];

const VOCABULARY: &str = include_str!("vocabulary.yaml");
const WORLD: &str = include_str!("../../disclosure/sets/own.jsonl");
const SOURCES: &str = "format: safeconduct.sources/1\nsources:\n  s1: { what: \"A code\", where: \"a library\", edition: \"2017\" }\n";
const COUNTRIES: &str = "iso3\nRUS\nUSA\nLTU\n";
const TABLES: &str = include_str!("tables.yaml");
const SEEN: &str = "cite: \"Art. 1\", seen: { how: official, source: s1, day: 2017-05-01 }";

/// A file of books: the first byte says of which kind, and so under which path it is read.
pub fn book(bytes: &[u8]) {
    let Some((kind, text)) = bytes.split_first() else {
        return;
    };
    let names = [
        "law/new.yaml",
        "groups/new.yaml",
        "vocabulary/new.yaml",
        "sources/new.yaml",
        "world/areas.yaml",
        "world/tables.yaml",
        "world/entry_rules.csv",
    ];
    let name = names[usize::from(*kind) % names.len()];
    read_beside(name, &String::from_utf8_lossy(text));
}

/// A condition, in a pathway that is otherwise without fault.
pub fn condition(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // Between single quotation marks nothing is escaped but the mark itself.
    let quoted = text.replace('\'', "''").replace(['\n', '\r'], " ");
    let pathway = format!(
        "format: safeconduct.pathway/1\nid: new\ntitle: {{ en: A way, ru: Путь }}\ndestination: USA\nkind: visa\nstarted_by: [person]\ndiscretion: none\nin_force:\n  - {{ from: 2000-01-01, {SEEN} }}\nvalues:\n  floor: [{{ from: 2010-01-01, is: 100, {SEEN} }}]\n  listed: [{{ from: 2001-01-01, is: [RUS, USA], {SEEN} }}]\nrequires:\n  - {{ id: c, when: '{quoted}', {SEEN}, fails: {{ en: It fails., ru: Нет. }} }}\n"
    );
    read_beside("law/new.yaml", &pathway);
}

/// The facts of a person.
pub fn person(bytes: &[u8]) {
    let vocabulary = vocabulary();
    let text = String::from_utf8_lossy(bytes);
    let (facts, complaints) = facts_of(&text, &vocabulary);
    complaints.iter().for_each(is_fit_to_be_shown);
    if complaints.is_empty() {
        let printed = printed(&facts);
        let (again, complaints) = facts_of(&printed, &vocabulary);
        assert!(
            complaints.is_empty(),
            "{complaints:?} in what was printed:\n{printed}"
        );
        assert_eq!(values(&facts), values(&again), "{printed}");
    }
}

/// A file of judgements, as it stands when it has been opened.
pub fn judgements(bytes: &[u8]) {
    let (library, _) = Library::load([
        ("vocabulary/v.yaml", VOCABULARY),
        ("sources/s.yaml", SOURCES),
        ("world/tables.yaml", TABLES),
        ("world/countries.csv", COUNTRIES),
    ]);
    let source = SourceText::new("judgements", String::from_utf8_lossy(bytes).into_owned());
    let mut complaints = Complaints::new();
    let read = read_judgements(&source, &library, &mut complaints);
    complaints.iter().for_each(is_fit_to_be_shown);
    for one in read.all() {
        assert!(one.at_least < one.at_most && one.at_most <= 100 && one.sure >= 50);
        assert!(!one.by.is_empty() && !one.why.is_empty());
    }
}

/// A table of the world, as CSV.
pub fn table(bytes: &[u8]) {
    read_beside("world/entry_rules.csv", &String::from_utf8_lossy(bytes));
}

/// A data set as others publish it, laid beside the books.
pub fn publication(bytes: &[u8]) {
    let (library, _) = Library::load([
        ("vocabulary/v.yaml", VOCABULARY),
        ("sources/s.yaml", SOURCES),
        ("world/tables.yaml", TABLES),
        ("world/countries.csv", COUNTRIES),
    ]);
    let source = SourceText::new("published.csv", String::from_utf8_lossy(bytes).into_owned());
    let mut complaints = Complaints::new();
    let read = read_publication(&library, &source, &mut complaints);
    complaints.iter().for_each(is_fit_to_be_shown);
    assert!(complaints.len() <= 20, "{} complaints", complaints.len());
    assert!(read.is_some() || !complaints.is_empty());
    if let Some(publication) = read {
        let edition = compare_edition(&library, &publication, Date::constant(2017, 6, 1));
        assert!(edition.same <= edition.read && edition.of_the_books <= edition.read);
    }
}

/// A statement: whatever it is, it is judged, and what is found lies inside it.
pub fn draft(bytes: &[u8]) {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    let today = Date::constant(2032, 5, 20);
    let checker = CHECKER.get_or_init(|| {
        let set = LabelledSet::read(WORLD).expect("the world is in its form");
        let mut world = set.world.clone();
        let wording = |descriptor: &str| Wording {
            descriptor: descriptor.to_owned(),
            because: String::new(),
        };
        for member in &mut world.staff {
            member.agreed = Some(Agreed {
                en: wording("a member of staff"),
                ru: wording("сотрудник организации"),
            });
        }
        Checker::new(world, &set.published, today).expect("the world can be read")
    });
    let text = String::from_utf8_lossy(bytes);
    let points = Text::read(&text).points();
    let verdict = checker
        .check(&text, today)
        .expect("a short draft is judged");
    for finding in verdict.findings() {
        assert!(finding.at.start < finding.at.end && finding.at.end <= points);
    }
}

/// A labelled set: what is read without a complaint makes a checker.
pub fn labelled_set(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = Date::constant(2032, 5, 20);
    match LabelledSet::read(&text) {
        Err(stop) => assert!(!stop.to_string().is_empty()),
        Ok(set) => {
            let checker = Checker::new(set.world.clone(), &set.published, today);
            assert!(checker.is_ok());
        }
    }
}

/// Reads a file beside sound ones; if nothing is wrong, the books decide for somebody unknown.
fn read_beside(name: &str, text: &str) {
    let sound = [
        ("vocabulary/v.yaml", VOCABULARY),
        ("sources/s.yaml", SOURCES),
        ("world/tables.yaml", TABLES),
        ("world/countries.csv", COUNTRIES),
    ];
    let files = sound
        .into_iter()
        .filter(|(other, _)| *other != name)
        .chain([(name, text)]);
    let (library, complaints) = Library::load(files);
    complaints.iter().for_each(is_fit_to_be_shown);
    if complaints.is_empty() {
        let program = Program::on(&library, Day::of(Date::constant(2017, 5, 17)));
        let nobody = Facts::new();
        let residual = Residual::of(&program, &library, &nobody);
        let found = verdicts(&program, &library, &residual, &nobody);
        assert_eq!(found.len(), program.rules.len());
    }
}

/// A complaint has a sentence without commands to a screen, lies in its file and can be drawn.
fn is_fit_to_be_shown(complaint: &Complaint) {
    assert!(
        !complaint.message.is_empty() && !complaint.message.chars().any(char::is_control),
        "{complaint:?}"
    );
    assert!(complaint.at.start <= complaint.at.end, "{complaint:?}");
    assert!(
        complaint.at.end <= complaint.source.text.len(),
        "{complaint:?}"
    );
    // Drawing is slow, and the same for every complaint: some are enough.
    if complaint.at.start.is_multiple_of(7) {
        let handler =
            GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(76);
        let mut text = String::new();
        handler
            .render_report(&mut text, complaint)
            .expect("a complaint can be shown");
    }
}

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let mut complaints = Complaints::new();
    vocabulary.read(&SourceText::new("v.yaml", VOCABULARY), &mut complaints);
    assert!(complaints.is_empty(), "{complaints:?}");
    vocabulary
}

fn facts_of(text: &str, vocabulary: &Vocabulary) -> (Facts, Complaints) {
    let source = SourceText::new("person.yaml", text);
    let mut complaints = Complaints::new();
    let facts = match read_tree(&source, &mut complaints) {
        Some(root) => read_facts(&root, vocabulary, &source, &mut complaints),
        None => Facts::new(),
    };
    (facts, complaints)
}

/// What is recorded, without its basis.
fn values(facts: &Facts) -> BTreeMap<(facts::FactId, Option<String>), Recorded> {
    let one = |(id, key, recorded, _): (&facts::FactId, Option<&str>, &Recorded, _)| {
        ((id.clone(), key.map(str::to_owned)), recorded.clone())
    };
    facts.iter().map(one).collect()
}

/// Facts as a person's file has them.
fn printed(facts: &Facts) -> String {
    let mut by_fact: BTreeMap<&str, Vec<(Option<&str>, String)>> = BTreeMap::new();
    for (id, key, recorded, _) in facts.iter() {
        by_fact
            .entry(&id.0)
            .or_default()
            .push((key, recorded_text(recorded)));
    }
    let mut text = String::new();
    for (id, entries) in by_fact {
        let keyed: Vec<String> = entries
            .iter()
            .filter_map(|(key, value)| key.map(|key| format!("\"{key}\": {value}")))
            .collect();
        match (keyed.is_empty(), entries.first()) {
            (true, Some((_, value))) => text.push_str(&format!("{id}: {value}\n")),
            _ => text.push_str(&format!("{id}: {{ {} }}\n", keyed.join(", "))),
        }
    }
    if text.is_empty() {
        "{}".to_owned()
    } else {
        text
    }
}

fn recorded_text(recorded: &Recorded) -> String {
    let complete = |complete: &bool| if *complete { "yes" } else { "no" };
    match recorded {
        Recorded::One(Known::Unknown) => "unknown".to_owned(),
        Recorded::One(Known::RatherNotSay) => "rather_not_say".to_owned(),
        Recorded::One(Known::Contested(several)) => format!("{{ contested: {} }}", listed(several)),
        Recorded::One(Known::Value(value)) => scalar_text(value),
        Recorded::Set {
            shown,
            denied,
            complete: whole,
        } => {
            format!(
                "{{ shown: {}, denied: {}, complete: {} }}",
                listed(shown),
                listed(denied),
                complete(whole)
            )
        }
        Recorded::List {
            records,
            complete: whole,
        } => {
            let records: Vec<String> = records
                .iter()
                .map(|record| {
                    let fields: Vec<String> = record
                        .iter()
                        .map(|(name, value)| format!("{name}: {}", scalar_text(value)))
                        .collect();
                    format!("{{ {} }}", fields.join(", "))
                })
                .collect();
            format!(
                "{{ shown: [{}], complete: {} }}",
                records.join(", "),
                complete(whole)
            )
        }
    }
}

fn listed<'s>(values: impl IntoIterator<Item = &'s Scalar>) -> String {
    let texts: Vec<String> = values.into_iter().map(scalar_text).collect();
    format!("[{}]", texts.join(", "))
}

/// A value between quotation marks, which change nothing: text stays text.
fn scalar_text(value: &Scalar) -> String {
    let escaped = value.to_string().replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "\"{}\"",
        escaped
            .replace('\n', "\\n")
            .replace('\t', "\\t")
            .replace('\r', "\\r")
    )
}
