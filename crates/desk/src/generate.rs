//! People drawn from a caseload's weights, always the same from the same seed.
//!
//! Each drawn person is written as the `facts:` of a person file and read back through the
//! vocabulary, so that a drawn person can say nothing that a written one could not.

use crate::case::{Case, CaseNumber, Stage};
use crate::draw::Draw;
use crate::person_file::is_empty;
use facts::{
    Complaints, Content, Date, Node, SourceText, Span, Vocabulary, Words, add_span, read_facts,
    read_tree,
};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Draws the people of `generated:`; `first` is the number of the first of them.
pub(crate) fn draw_cases(
    root: &Node,
    first: u32,
    vocabulary: &Vocabulary,
    complaints: &mut Complaints,
) -> Vec<Case> {
    let seed = root
        .number_of("seed")
        .and_then(|seed| u64::try_from(seed).ok())
        .unwrap_or_default();
    let mut names = root.list_of("code_names").iter().filter_map(Node::words);
    let (Some(weights), Some(generated)) = (root.get("distributions"), root.get("generated"))
    else {
        return Vec::new();
    };
    let mut draw = Draw::seeded(seed);
    let mut cases = Vec::new();
    for (stage, key) in [
        (Stage::Hidden, "hidden"),
        (Stage::LeftWithoutVisa, "left_without_visa"),
    ] {
        for _ in 0..generated.number_of(key).unwrap_or(0).clamp(0, 500) {
            let number = CaseNumber(first + u32::try_from(cases.len()).unwrap_or(u32::MAX));
            let Some(code) = names.next() else {
                return cases;
            };
            let mut person = Person {
                draw: &mut draw,
                weights,
                stage: key,
                on: root.day_of("date"),
                lines: String::new(),
            };
            let age = person.age();
            person.write_facts();
            let source = SourceText::new(format!("drawn/{}", number.0), person.lines);
            let Some(facts) = read_tree(&source, complaints) else {
                continue;
            };
            let facts = read_facts(&facts, vocabulary, &source, complaints);
            cases.push(Case {
                number,
                code,
                story: story(age, stage),
                stage,
                drawn: true,
                facts,
                signals: vec![],
                steps: vec![],
            });
        }
    }
    cases
}

/// Drawn people have no story beyond this: nobody should grow fond of a die.
fn story(age: i64, stage: Stage) -> Words {
    let last_two = age.rem_euclid(100);
    let years = match (last_two % 10, last_two) {
        (_, 11..=14) => "лет",
        (1, _) => "год",
        (2..=4, _) => "года",
        _ => "лет",
    };
    let (en, ru) = match stage {
        Stage::Hidden => ("In hiding inside Russia.", "Скрывается в России."),
        Stage::VisaGranted => ("A visa was granted.", "Виза выдана."),
        Stage::LeftWithoutVisa => ("Left without a visa.", "За границей; визы не было."),
    };
    Words {
        en: format!("{age}. {en}"),
        ru: format!("{age} {years}. {ru}"),
    }
}

struct Person<'a> {
    draw: &'a mut Draw,
    weights: &'a Node,
    stage: &'a str,
    on: Option<Date>,
    lines: String,
}

/// Drawn facts that are one value, or one value under these keys.
const SINGLE: [(&str, &[&str]); 22] = [
    ("harm_past", &[]),
    ("sought_personally", &[]),
    ("search_by_relatives", &[]),
    ("imminence", &[]),
    ("internal_safety", &[]),
    ("charge_at_home", &[]),
    ("exit_barred", &[]),
    ("armed_group_link", &[]),
    ("persecuted_others", &[]),
    ("convicted_serious", &[]),
    ("degree", &[]),
    ("ties_at_home", &[]),
    ("statement_by_trusted_organisation", &[]),
    ("fit_to_travel", &[]),
    ("consents_to_embassy_contact", &["*"]),
    ("wants_protection", &["*"]),
    (
        "means_to_leave_again",
        &["USA", "CAN", "GBR", "area.schengen"],
    ),
    ("persecuted_for", &["set, may have more"]),
    ("persecutor", &["set, may have more"]),
    ("vulnerable", &["set, may have more"]),
    ("languages", &["set"]),
    ("profile", &["set"]),
];

/// What is the same for every drawn person, and is marked as assumed.
const ASSUMED: [(&str, &str); 13] = [
    ("minor", "no"),
    ("harm_feared", "yes"),
    ("protection_by_police", "no"),
    ("return_danger", "yes"),
    ("birth_country", "RUS"),
    ("registered_with_unhcr", "no"),
    ("refugee_paper", "no"),
    ("refused_visa", "*"),
    ("refused_entry", "*"),
    ("removed_from", "*"),
    ("misrepresented", "*"),
    ("claim_lodged", "*"),
    ("at_border_of", "*"),
];

impl Person<'_> {
    /// Draws one entry of a list of weights.
    fn entry(&mut self, key: &str) -> Option<Node> {
        let list = self.weights.get(key)?;
        let list = list.get(self.stage).unwrap_or(list);
        let weight =
            |node: &Node| u64::try_from(node.number_of("weight").unwrap_or(0)).unwrap_or(0);
        let weighted: Vec<_> = list
            .items()
            .iter()
            .map(|node| (weight(node), node))
            .collect();
        self.draw.weighted(&weighted).map(|node| (*node).clone())
    }

    fn age(&mut self) -> i64 {
        self.entry("age").map_or(30, |node| self.range(&node))
    }

    fn range(&mut self, node: &Node) -> i64 {
        let bound = |key: &str| node.number_of(key).unwrap_or(0);
        self.draw.between(bound("from"), bound("to"))
    }

    /// The drawn value as it would be typed: a word, or `[a, b]`.
    fn is(&mut self, key: &str) -> Option<String> {
        self.entry(key).as_ref().and_then(typed_is)
    }

    fn line(&mut self, key: &str, value: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.lines, "{key}: {value}");
    }

    fn write_facts(&mut self) {
        for key in ["here", "standing"] {
            if let Some(value) = self.is(key) {
                self.line(key, &value);
            }
        }
        if let Some(value) = self.is("nationality") {
            self.line(
                "nationality",
                &format!("{{ shown: {value}, complete: yes }}"),
            );
        }
        self.papers();
        self.visas();
        self.relatives();
        self.partner();
        for (key, keys) in SINGLE {
            self.single(key, keys);
        }
        for (key, value) in ASSUMED {
            let keyed = if value == "*" {
                "{ \"*\": { value: no, basis: assumed } }".to_owned()
            } else {
                format!("{{ value: {value}, basis: assumed }}")
            };
            self.line(key, &keyed);
        }
    }

    fn single(&mut self, key: &str, keys: &[&str]) {
        let Some(value) = self.is(key) else { return };
        let written = match keys {
            [] => value,
            ["set"] => format!("{{ shown: {value}, complete: yes }}"),
            ["set, may have more"] => format!("{{ shown: {value} }}"),
            keys => {
                let pairs: Vec<_> = keys
                    .iter()
                    .map(|key| format!("\"{key}\": {value}"))
                    .collect();
                format!("{{ {} }}", pairs.join(", "))
            }
        };
        self.line(key, &written);
    }

    fn papers(&mut self) {
        let key = if self.stage == "hidden" {
            "papers"
        } else {
            "papers_abroad"
        };
        let Some(drawn) = self.entry(key) else { return };
        if drawn.get("kinds").is_none() {
            return self.line("papers", "unknown");
        }
        let kinds = drawn.texts_of("kinds");
        let in_hands = drawn
            .text_of("foreign_in_own_hands")
            .unwrap_or("yes")
            .to_owned();
        let papers: Vec<_> = kinds
            .iter()
            .map(|kind| self.paper(kind, &in_hands))
            .collect();
        self.line(
            "papers",
            &format!("{{ shown: [{}], complete: yes }}", papers.join(", ")),
        );
        self.line(
            "identity_shown",
            if kinds.is_empty() { "unknown" } else { "yes" },
        );
    }

    fn paper(&mut self, kind: &str, in_hands: &str) -> String {
        if kind != "foreign_passport" {
            return format!("{{ kind: {kind}, issuer: RUS, in_own_hands: yes }}");
        }
        let months = self
            .entry("foreign_passport_months_left")
            .map_or(12, |node| self.range(&node));
        let biometric = self
            .is("foreign_passport_biometric")
            .unwrap_or_else(|| "unknown".into());
        let until = self.months_on(months);
        format!(
            "{{ kind: {kind}, issuer: RUS, valid_until: {until}, biometric: {biometric}, in_own_hands: {in_hands} }}"
        )
    }

    /// The month that lies so many months after the caseload's day: `2019-03`.
    fn months_on(&self, months: i64) -> String {
        let start = self.on.unwrap_or(Date::constant(2017, 5, 17));
        let day = add_span(start, Span::Months(i32::try_from(months).unwrap_or(0)));
        format!("{:04}-{:02}", day.year(), day.month())
    }

    fn visas(&mut self) {
        let Some(drawn) = self.entry("visas_held") else {
            return;
        };
        let written = match (drawn.text_of("is"), drawn.text_of("issuer")) {
            (None, Some(issuer)) => {
                let bounds: Vec<i64> = drawn
                    .list_of("valid_months")
                    .iter()
                    .filter_map(|node| node.text()?.parse().ok())
                    .collect();
                let months = match bounds[..] {
                    [from, to] => self.draw.between(from, to),
                    _ => 6,
                };
                let kind = drawn.text_of("kind").unwrap_or("visitor");
                format!(
                    "{{ shown: [{{ issuer: {issuer}, kind: {kind}, valid_until: {} }}], complete: yes }}",
                    self.months_on(months)
                )
            }
            (Some("none"), _) => "{ shown: [], complete: yes }".to_owned(),
            _ => "unknown".to_owned(),
        };
        self.line("visas_held", &written);
    }

    fn relatives(&mut self) {
        let Some(drawn) = self.entry("relatives_abroad") else {
            return;
        };
        let at_home = "{ relation: parent, country: RUS, status: citizen }";
        let written = match drawn.text_of("is") {
            Some("none") => format!("{{ shown: [{at_home}], complete: yes }}"),
            Some(_) => "unknown".to_owned(),
            None => format!(
                "{{ shown: [{at_home}, {}], complete: yes }}",
                record(&drawn)
            ),
        };
        self.line("relatives", &written);
    }

    fn partner(&mut self) {
        let Some(drawn) = self.entry("partner") else {
            return;
        };
        let written = match drawn.text_of("is") {
            Some("none") => "{ shown: [], complete: yes }".to_owned(),
            Some(_) => "rather_not_say".to_owned(),
            None => format!("{{ shown: [{}], complete: yes }}", record(&drawn)),
        };
        self.line("partner", &written);
    }
}

/// The fields of a drawn record, without its weight.
fn record(node: &Node) -> String {
    let fields: BTreeMap<&str, &str> = node
        .entries()
        .iter()
        .filter(|entry| entry.key != "weight")
        .filter_map(|entry| Some((entry.key.as_str(), entry.value.text()?)))
        .collect();
    let written: Vec<_> = fields
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("{{ {} }}", written.join(", "))
}

fn typed_is(node: &Node) -> Option<String> {
    let is = node.get("is").filter(|is| !is_empty(is))?;
    match &is.content {
        Content::List(items) => {
            let words: Vec<_> = items.iter().filter_map(Node::text).collect();
            Some(format!("[{}]", words.join(", ")))
        }
        _ => is.text().map(str::to_owned),
    }
}
