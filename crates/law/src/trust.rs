//! How far the books can be trusted: how each text was seen, and what no lawyer has confirmed.

use crate::book::{How, Role};
use crate::load::Library;
use std::collections::BTreeMap;

/// A field that a developer left at its default, for a lawyer to confirm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Defaulted {
    /// The pathway.
    pub pathway: String,
    /// The condition.
    pub clause: String,
    /// The field: `rests_on`.
    pub field: &'static str,
}

/// What the whole library rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustReport {
    /// Requirements and bars by how their text was seen. A group counts once for each pathway that
    /// includes it.
    pub seen: BTreeMap<How, usize>,
    /// Conditions whose text was never checked: pathway and condition.
    pub unverified: Vec<(String, String)>,
    /// Conditions that read a lawyer's opinion: pathway, condition, fact.
    pub opaque: Vec<(String, String, String)>,
    /// Fields at their default.
    pub defaulted: Vec<Defaulted>,
}

/// The trust report of a library.
pub fn trust_report(library: &Library) -> TrustReport {
    let mut report = TrustReport::default();
    let opinions: Vec<&str> = library
        .vocabulary
        .iter()
        .filter(|fact| fact.lawyers_opinion)
        .map(|fact| &*fact.id.0)
        .collect();
    for pathway in &library.pathways {
        for clause in &pathway.clauses {
            let place = || (pathway.id.clone(), clause.id.clone());
            // `seen: row.seen` is as good as each row; the rows say so themselves.
            if let Some(seen) = &clause.citation.seen {
                *report.seen.entry(seen.how).or_default() += 1;
                if seen.how == How::Unverified {
                    report.unverified.push(place());
                }
            }
            for opinion in opinions
                .iter()
                .filter(|fact| names(&clause.when.text, fact))
            {
                report
                    .opaque
                    .push((pathway.id.clone(), clause.id.clone(), (*opinion).to_owned()));
            }
            let mut default = |field: &'static str| {
                report.defaulted.push(Defaulted {
                    pathway: pathway.id.clone(),
                    clause: clause.id.clone(),
                    field,
                });
            };
            if !clause.rests_on_written {
                default("rests_on");
            }
            if clause.role == Role::Bar && !clause.shown_by_written {
                default("shown_by");
            }
        }
    }
    report
}

/// Whether a condition names this fact as a whole word.
fn names(condition: &str, fact: &str) -> bool {
    condition
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| word == fact)
}
