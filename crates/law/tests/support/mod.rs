//! What the tests of the law share: seeded randomness, small books as text, and one way to ask for a truth.

#![allow(dead_code, reason = "each test file uses its own part of this one")]

use facts::{
    Code, Complaints, Content, Facts, Node, SourceText, Truth, Vocabulary, read_facts, read_tree,
};
use law::{Condition, Day, Library, Program, Residual};

/// Repeatable randomness (SplitMix64): a failing round is named by its seed.
pub struct Dice(u64);

impl Dice {
    /// The same seed rolls the same dice.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).expect("it is below a usize")
    }

    /// Yes in so many cases of a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// How many rounds: as many as fit a quick run, twenty times as many before a release.
pub fn rounds(quick: usize) -> usize {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    if long { quick * 20 } else { quick }
}

/// Every test's day.
pub fn today() -> Day {
    Day::of(facts::Date::constant(2017, 5, 17))
}

/// A text as a YAML value between single quotation marks.
pub fn quoted(text: &str) -> String {
    if text.chars().any(char::is_control) {
        // Double quotation marks are the only ones that hold control characters.
        let escaped: String = text
            .chars()
            .map(|c| match c {
                '"' => "\\\"".to_owned(),
                '\\' => "\\\\".to_owned(),
                c if c.is_control() => format!("\\x{:02x}", u32::from(c)),
                c => c.to_string(),
            })
            .collect();
        return format!("\"{escaped}\"");
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// The one source that the books of tests cite.
pub const SOURCES: &str = "format: safeconduct.sources/1\nsources:\n  s1: { what: \"A code\", where: \"a library\", edition: \"2017\" }\n";

/// Where the text of a test's book was seen.
pub const SEEN: &str = "cite: \"Art. 1\", seen: { how: official, source: s1, day: 2017-05-01 }";

/// The head of a pathway, up to its windows.
pub fn head(id: &str) -> String {
    format!(
        "format: safeconduct.pathway/1\nid: {id}\ntitle: {{ en: A way, ru: Путь }}\ndestination: USA\nkind: visa\nstarted_by: [person]\ndiscretion: none\nin_force:\n  - {{ from: 2000-01-01, {SEEN} }}\n"
    )
}

/// A requirement on one line.
pub fn requirement(id: &str, when: &str) -> String {
    format!(
        "  - {{ id: {id}, when: {}, {SEEN}, fails: {{ en: It fails., ru: Нет. }} }}\n",
        quoted(when)
    )
}

/// A pathway that requires exactly these conditions, called `c0`, `c1`, ….
pub fn pathway(id: &str, conditions: &[&str]) -> String {
    let mut text = head(id);
    text.push_str("requires:\n");
    for (index, condition) in conditions.iter().enumerate() {
        text.push_str(&requirement(&format!("c{index}"), condition));
    }
    text
}

/// A pathway in which somebody weighs each of these: every condition stands alone, and none closes.
pub fn weighed(id: &str, conditions: &[&str]) -> String {
    pathway(id, conditions).replace(", fails:", ", rests_on: appreciation, fails:")
}

/// A fact of the vocabulary: its name, and its keys but for label and topic.
pub fn fact(name: &str, keys: &str) -> String {
    format!("  {name}: {{ {keys}, label: {{ en: {name}, ru: {name} }}, topic: place }}\n")
}

/// A vocabulary of these facts.
pub fn vocabulary(facts: &[(&str, &str)]) -> String {
    let mut text = "format: safeconduct.vocabulary/1\nfacts:\n".to_owned();
    for (name, keys) in facts {
        text.push_str(&fact(name, keys));
    }
    text
}

/// Loads books given as (path, text).
pub fn load(files: &[(String, String)]) -> (Library, Complaints) {
    Library::load(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )
}

/// Facts of a person from YAML; they must be well formed.
pub fn person(text: &str, vocabulary: &Vocabulary) -> Facts {
    let source = SourceText::new("person.yaml", text);
    let mut complaints = Complaints::new();
    let empty = Node {
        at: 0..0,
        content: Content::Map(Vec::new()),
    };
    let root = if text.trim().is_empty() {
        empty
    } else {
        read_tree(&source, &mut complaints).unwrap_or(empty)
    };
    let facts = read_facts(&root, vocabulary, &source, &mut complaints);
    assert!(complaints.is_empty(), "{complaints:?} in\n{text}");
    facts
}

/// Fails with every complaint, if there is one.
pub fn no_complaints(complaints: &Complaints) {
    let shown: Vec<String> = complaints.iter().map(|c| format!("{c:?}")).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}

/// Complaints as (code, line), in order.
pub fn codes(complaints: &Complaints) -> Vec<(Code, usize)> {
    complaints
        .iter()
        .map(|c| (c.code, c.line_and_column().0))
        .collect()
}

/// The truth of each condition for a person, as the law evaluates a single condition.
pub fn truths(vocabulary_text: &str, person_text: &str, conditions: &[&str]) -> Vec<Truth> {
    let files = [
        ("vocabulary/v.yaml".to_owned(), vocabulary_text.to_owned()),
        ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
        ("law/p.yaml".to_owned(), weighed("p", conditions)),
    ];
    let (library, complaints) = load(&files);
    no_complaints(&complaints);
    let facts = person(person_text, &library.vocabulary);
    let program = Program::on(&library, today());
    let residual = Residual::of(&program, &library, &facts);
    let clauses = &program.rules[0].clauses;
    clauses
        .iter()
        .map(|clause| residual.truth(&clause.holds))
        .collect::<Vec<Truth>>()
}

/// The truth of a condition as a whole pathway: exact, where facts are named twice.
pub fn exact_truth(program: &Program, residual: &Residual, id: &str) -> Truth {
    let granted: &Condition = &program.rule(id).expect("the pathway is there").granted;
    residual.truth(granted)
}
