//! Passports, other papers and visas as they are recorded.

use crate::day;
use crate::desk::Reading;
use crate::speech::say;
use facts::{FactId, Facts, Known, Record, Recorded, Scalar};

impl Reading<'_> {
    /// Passports, other papers and visas as recorded, one a line.
    pub(crate) fn papers(&self, facts: &Facts) -> Vec<String> {
        let papers = self.listed_papers(facts, "papers", |record| self.paper(record));
        let visas = self.listed_papers(facts, "visas_held", |record| self.visa(record));
        papers.into_iter().chain(visas).collect()
    }

    /// The records of a list; nobody's silence is read as *none*.
    fn listed_papers(
        &self,
        facts: &Facts,
        id: &str,
        line: impl Fn(&Record) -> String,
    ) -> Vec<String> {
        let id = FactId(id.into());
        let label = self.label(&id, None);
        let said = |words: &str| vec![format!("{label}: {}", self.speech.say(words))];
        match facts.get(&id, None) {
            Some(Recorded::List { records, complete }) => match (records.is_empty(), complete) {
                (true, true) => said("stopped-no-paper"),
                (true, false) => said("value-unknown"),
                (false, true) => records.iter().map(line).collect(),
                (false, false) => {
                    let more = said("stopped-perhaps-more");
                    records.iter().map(line).chain(more).collect()
                }
            },
            Some(Recorded::One(Known::RatherNotSay)) => said("value-rather-not"),
            _ => said("value-unknown"),
        }
    }

    fn paper(&self, record: &Record) -> String {
        let whose = match record.get("in_own_hands") {
            Some(Scalar::Bool(true)) => "stopped-paper-in-hand",
            Some(Scalar::Bool(false)) => "stopped-paper-elsewhere",
            _ => "stopped-paper-where",
        };
        let kind = self.field("papers", record, "kind");
        self.joined([kind, self.issued(record), self.valid(record)])
            + " · "
            + &self.speech.say(whose)
    }

    fn visa(&self, record: &Record) -> String {
        let kind = self.field("visas_held", record, "kind");
        let kind = kind.unwrap_or_else(|| self.speech.say("value-unknown"));
        let visa = say!(self.speech, "stopped-visa", kind = &kind);
        self.joined([Some(visa), self.issued(record), self.valid(record)])
    }

    fn joined(&self, pieces: [Option<String>; 3]) -> String {
        pieces.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn field(&self, fact: &str, record: &Record, field: &str) -> Option<String> {
        let fact = self.desk.library().vocabulary.get(fact)?;
        Some(self.scalar(fact, Some(field), record.get(field)?))
    }

    fn issued(&self, record: &Record) -> Option<String> {
        match record.get("issuer")? {
            Scalar::Country(code) => Some(self.country(*code)),
            _ => None,
        }
    }

    fn valid(&self, record: &Record) -> Option<String> {
        let Scalar::Date(until) = record.get("valid_until")? else {
            return None;
        };
        let day = day::partial_in_words(*until, self.speech);
        Some(if until.latest() < self.on {
            say!(self.speech, "stopped-paper-ended", day = &day)
        } else {
            say!(self.speech, "stopped-paper-until", day = &day)
        })
    }
}
