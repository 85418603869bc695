//! A published edition beside the books, worded; and the rows that would take it over.

use crate::lang::Lang;
use crate::speech::say;
use crate::{Speech, day};
use facts::{Complaints, CountryCode, Date, SourceText};
use law::{
    Counts, Edition, EditionChange, Library, Publication, SaidOfEntry, compare_edition,
    read_publication,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A published file, read and laid beside the books.
pub struct EditionReport<'l> {
    library: &'l Library,
    /// The day of which the file speaks.
    as_of: Date,
    edition: Edition,
}

/// Why a published file cannot be laid beside the books.
pub enum NoEdition {
    /// Something in it is wrong.
    Wrong(Complaints),
    /// Its rows have no date: somebody has to say of which day they are.
    NoDay,
}

impl<'l> EditionReport<'l> {
    /// Reads a published file and compares it; `as_of` is the day of which it speaks.
    ///
    /// # Errors
    /// What is wrong with the file; or that its day has to be said.
    pub fn read(
        library: &'l Library,
        source: &SourceText,
        as_of: Option<Date>,
    ) -> Result<Self, NoEdition> {
        let mut complaints = Complaints::new();
        let publication = read_publication(library, source, &mut complaints);
        let Some(publication) = publication.filter(|_| complaints.is_empty()) else {
            return Err(NoEdition::Wrong(complaints));
        };
        let as_of = match (as_of, &publication) {
            (Some(day), _) => day,
            (None, Publication::PassportIndex(_)) => return Err(NoEdition::NoDay),
            // Decisions carry their own years.
            (None, Publication::UnhcrDecisions(_)) => Date::constant(1970, 1, 1),
        };
        let edition = compare_edition(library, &publication, as_of);
        Ok(EditionReport {
            library,
            as_of,
            edition,
        })
    }

    /// What the edition changes, as text.
    pub fn text(&self, lang: Lang) -> String {
        let speech = Speech::of(lang);
        let edition = &self.edition;
        let mut text = speech.count("edition-read", edition.read) + "\n";
        let lines = [
            ("edition-of-the-books", edition.of_the_books),
            ("edition-same", edition.same),
            ("edition-different", edition.changes.len()),
            ("edition-not-adding-up", edition.do_not_add_up),
        ];
        for (id, number) in lines.into_iter().filter(|(_, number)| *number > 0) {
            let _ = writeln!(text, "{}", speech.count(id, number));
        }
        if !edition.unknown_places.is_empty() {
            let places: Vec<String> = edition
                .unknown_places
                .iter()
                .map(ToString::to_string)
                .collect();
            let _ = writeln!(
                text,
                "{}",
                say!(
                    speech,
                    "edition-unknown-places",
                    places = &places.join(", ")
                )
            );
        }
        // What contradicts the books comes first, what they never spoke of last.
        let mut changes: Vec<&EditionChange> = edition.changes.iter().collect();
        changes.sort_by_key(|change| change.spoken_of());
        for change in changes {
            let _ = writeln!(text, "  {}", self.line(change, lang));
        }
        let _ = writeln!(text, "{}", speech.say("edition-nothing-taken-over"));
        text
    }

    fn line(&self, change: &EditionChange, lang: Lang) -> String {
        let speech = Speech::of(lang);
        let country = |code: CountryCode| self.country(code, lang);
        let (about, books, edition) = match change {
            EditionChange::Entry {
                nationality,
                destination,
                books,
                edition,
            } => {
                let said = |said: &Option<SaidOfEntry>| {
                    said.as_ref().map(|said| entry_words(said, speech))
                };
                let (from, to) = (country(*nationality), country(*destination));
                let about = say!(speech, "edition-entry", passport = &from, country = &to);
                (about, said(books), said(edition))
            }
            EditionChange::Decisions {
                of, books, edition, ..
            } => {
                let said = |counts: &Option<Counts>| {
                    counts.as_ref().map(|counts| counts_words(counts, speech))
                };
                let (to, year, level) = (country(of.asylum), of.year.to_string(), &of.level);
                let unit = speech.say(if of.unit == "cases" {
                    "unit-cases"
                } else {
                    "unit-persons"
                });
                let about = say!(
                    speech,
                    "edition-decisions",
                    country = &to,
                    year = &year,
                    level = level,
                    unit = &unit
                );
                (about, said(books), said(edition))
            }
        };
        match (books, edition) {
            (Some(books), Some(edition)) => say!(
                speech,
                "edition-other",
                about = &about,
                books = &books,
                edition = &edition
            ),
            (None, Some(edition)) => {
                say!(speech, "edition-new", about = &about, edition = &edition)
            }
            (Some(books), None) => say!(speech, "edition-gone", about = &about, books = &books),
            (None, None) => about,
        }
    }

    fn country(&self, code: CountryCode, lang: Lang) -> String {
        let rows = self
            .library
            .tables
            .get("countries")
            .map(|table| table.rows.as_slice());
        let row = rows
            .unwrap_or_default()
            .iter()
            .find(|row| row.country("iso3") == Some(code));
        row.and_then(|row| row.words("name"))
            .map_or_else(|| code.to_string(), |words| lang.of(&words).to_owned())
    }

    /// The same as JSON, of the format `safeconduct.edition/1`.
    pub fn json(&self) -> Value {
        let edition = &self.edition;
        let entry = |said: &Option<SaidOfEntry>| {
            said.as_ref()
                .map(|said| json!({ "rule": said.rule, "days": said.days }))
        };
        let changes: Vec<Value> = edition.changes.iter().map(|change| match change {
            EditionChange::Entry { nationality, destination, books, edition } => json!({
                "nationality": nationality.as_str(), "destination": destination.as_str(),
                "books": entry(books), "edition": entry(edition),
            }),
            EditionChange::Decisions { origin, of, books, edition } => json!({
                "origin": origin.as_str(), "asylum": of.asylum.as_str(), "year": of.year, "level": of.level,
                "unit": of.unit, "books": books.as_ref().map(counts_json), "edition": edition.as_ref().map(counts_json),
            }),
        }).collect();
        let places: Vec<&str> = edition
            .unknown_places
            .iter()
            .map(CountryCode::as_str)
            .collect();
        json!({
            "format": "safeconduct.edition/1",
            "read": edition.read,
            "of_the_books": edition.of_the_books,
            "same": edition.same,
            "do_not_add_up": edition.do_not_add_up,
            "unknown_places": places,
            "changes": changes,
        })
    }

    /// The rows that would take the differences over, in the columns of the books' table: for an
    /// author to look through, to give a source, and to add. A row of the books that no longer holds
    /// is for the author to end.
    pub fn rows(&self) -> String {
        let is_entry = matches!(
            self.edition.changes.first(),
            Some(EditionChange::Entry { .. })
        );
        let name = if is_entry {
            "entry_rules"
        } else {
            "asylum_decisions"
        };
        let heads = self
            .library
            .tables
            .get(name)
            .and_then(|table| table.source.text.lines().next());
        let heads: Vec<&str> = heads.unwrap_or_default().split(',').collect();
        let mut csv = csv::Writer::from_writer(Vec::new());
        let _ = csv.write_record(&heads);
        for cells in self
            .edition
            .changes
            .iter()
            .filter_map(|change| self.cells(change))
        {
            let record = heads
                .iter()
                .map(|head| cells.get(head).map_or("", String::as_str));
            let _ = csv.write_record(record);
        }
        let bytes = csv.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn cells(&self, change: &EditionChange) -> Option<BTreeMap<&'static str, String>> {
        match change {
            EditionChange::Entry {
                nationality,
                destination,
                edition: Some(said),
                ..
            } if said.rule != "no_admission" => {
                let day = day::in_words(self.as_of, Speech::of(Lang::En));
                Some(BTreeMap::from([
                    ("nationality", nationality.to_string()),
                    ("destination", destination.to_string()),
                    ("rule", said.rule.clone()),
                    (
                        "days",
                        said.days.map(|days| days.to_string()).unwrap_or_default(),
                    ),
                    ("accepted", "foreign_passport".to_owned()),
                    ("purpose", "unknown".to_owned()),
                    ("seen_on", self.as_of.to_string()),
                    ("cite", format!("Passport-index data set, edition of {day}")),
                    ("day", self.as_of.to_string()),
                    ("grade", "unverified".to_owned()),
                ]))
            }
            EditionChange::Decisions {
                of,
                edition: Some(counts),
                ..
            } => Some(BTreeMap::from([
                ("asylum", of.asylum.to_string()),
                ("year", of.year.to_string()),
                ("recognised", counts.recognised.to_string()),
                ("complementary", counts.complementary.to_string()),
                ("rejected", counts.rejected.to_string()),
                ("otherwise_closed", counts.otherwise_closed.to_string()),
                ("unit", of.unit.clone()),
                ("level", of.level.clone()),
            ])),
            _ => None,
        }
    }
}

fn entry_words(said: &SaidOfEntry, speech: &Speech) -> String {
    let rule = speech.say(match said.rule.as_str() {
        "visa_free" => "rule-visa-free",
        "visa_on_arrival" => "rule-on-arrival",
        "e_visa" => "rule-e-visa",
        "visa_required" => "rule-visa-required",
        _ => "rule-no-admission",
    });
    match said.days.and_then(|days| usize::try_from(days).ok()) {
        Some(days) => format!("{rule}, {}", speech.count("edition-days", days)),
        None => rule,
    }
}

fn counts_words(counts: &Counts, speech: &Speech) -> String {
    let [a, b, c, d] = [
        counts.recognised,
        counts.complementary,
        counts.rejected,
        counts.otherwise_closed,
    ]
    .map(|n| n.to_string());
    say!(
        speech,
        "edition-counts",
        recognised = &a,
        complementary = &b,
        rejected = &c,
        closed = &d
    )
}

fn counts_json(counts: &Counts) -> Value {
    json!({
        "recognised": counts.recognised,
        "complementary": counts.complementary,
        "rejected": counts.rejected,
        "otherwise_closed": counts.otherwise_closed,
    })
}
