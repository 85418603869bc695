//! The law, readable: the list of books, and one book.

use crate::desk::{Desk, Reading};
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{Article, BookLine, ClauseText, LawBook, LawList, Noted, Shelf, SourceLine};
use crate::{Lang, day};
use facts::Date;
use law::{
    Absence, Citation, Clause, Day, InForce, Kind, Needed, Overlay, OverlayEffect, OverlayState,
    Pathway, RestsOn, Role, ShownBy, StartedBy, Window, overlay_state,
};
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// Every book, by destination.
    pub fn law_list(&self, on: Date, lang: Lang) -> LawList {
        let reading = self.reading(on, lang);
        let library = self.library();
        let mut shelves: BTreeMap<(bool, String), Vec<BookLine>> = BTreeMap::new();
        for book in &library.pathways {
            shelves
                .entry(reading.shelf(&book.destination))
                .or_default()
                .push(reading.pathway_line(book));
        }
        for absence in &library.absences {
            shelves
                .entry(reading.shelf(&absence.destination))
                .or_default()
                .push(reading.absence_line(absence));
        }
        for overlay in &library.overlays {
            let shelf = (true, reading.speech.say("shelf-overlays"));
            shelves
                .entry(shelf)
                .or_default()
                .push(reading.overlay_line(overlay));
        }
        let count = library.pathways.len() + library.absences.len() + library.overlays.len();
        let shelves = shelves
            .into_iter()
            .map(|((_, name), books)| Shelf { name, books })
            .collect();
        LawList {
            sentence: reading.speech.count("law-count", count),
            shelves,
        }
    }

    /// One book, by its id or that of one of its members; nothing, if there is none.
    pub fn law_book(&self, id: &str, on: Date, lang: Lang) -> Option<LawBook> {
        let reading = self.reading(on, lang);
        let library = self.library();
        let family = id.split('[').next().unwrap_or_default();
        if let Some(book) = library.pathway(family) {
            return Some(reading.pathway_book(book));
        }
        if let Some(overlay) = library.overlays.iter().find(|overlay| overlay.id == id) {
            return Some(reading.overlay_book(overlay));
        }
        library
            .absences
            .iter()
            .find(|absence| absence.id == id)
            .map(|absence| reading.absence_book(absence))
    }
}

impl Reading<'_> {
    fn shelf(&self, destination: &str) -> (bool, String) {
        match destination {
            "this" => (true, self.speech.say("shelf-families")),
            code => (false, self.place(code)),
        }
    }

    fn pathway_line(&self, book: &Pathway) -> BookLine {
        BookLine {
            id: book.id.clone(),
            title: self.lang.of(&book.title).to_owned(),
            kind: self.kind(book.kind),
            state: self.state(book),
        }
    }

    fn absence_line(&self, absence: &Absence) -> BookLine {
        let state = Signed::saying(Sign::Nothing, self.speech.say("absent-short"));
        BookLine {
            id: absence.id.clone(),
            title: self.lang.of(&absence.what).to_owned(),
            kind: self.speech.say("kind-absence"),
            state,
        }
    }

    fn overlay_line(&self, overlay: &Overlay) -> BookLine {
        BookLine {
            id: overlay.id.clone(),
            title: self.lang.of(&overlay.title).to_owned(),
            kind: self.effect(overlay.effect),
            state: self.overlay_sign(overlay),
        }
    }

    /// Whether a book is in force on the day; of a family, whether any member is.
    fn state(&self, book: &Pathway) -> Signed {
        let rules = self
            .program
            .rules
            .iter()
            .filter(|rule| self.desk.library().pathways[rule.book].id == book.id);
        let states: Vec<&InForce> = rules.map(|rule| &rule.in_force).collect();
        let best = states
            .iter()
            .find(|state| matches!(state, InForce::Yes { .. }))
            .or(states.first());
        let Some(best) = best else {
            return Signed::saying(Sign::Nothing, self.speech.say("force-not-known"));
        };
        let sign = match best {
            InForce::Yes { limited: true, .. } => {
                return Signed::saying(Sign::Reserved, self.speech.say("force-limited"));
            }
            InForce::Yes {
                last_seen: Some(seen),
                ..
            } => {
                return Signed::saying(
                    Sign::Reserved,
                    say!(
                        self.speech,
                        "as-last-seen",
                        day = &day::in_words(*seen, self.speech)
                    ),
                );
            }
            // The tick is kept for a way that is open to a person.
            InForce::Yes { .. } => Sign::Nothing,
            InForce::NotYet(_) | InForce::Ended(_) => Sign::Closed,
            InForce::NotKnown(_) => Sign::Undecided,
        };
        Signed::saying(sign, self.in_force_sentence(best))
    }

    fn overlay_sign(&self, overlay: &Overlay) -> Signed {
        let (sign, word) =
            match overlay_state(&overlay.in_force, &overlay.enjoined, Day::of(self.on)) {
                OverlayState::Active => (Sign::Reserved, "overlay-active"),
                OverlayState::Enjoined => (Sign::Nothing, "overlay-enjoined"),
                OverlayState::Inactive => (Sign::Nothing, "overlay-inactive"),
                OverlayState::Unknown => (Sign::Undecided, "overlay-unknown"),
            };
        Signed::saying(sign, self.speech.say(word))
    }

    pub(crate) fn kind(&self, kind: Kind) -> String {
        self.speech.say(match kind {
            Kind::Visa => "kind-visa",
            Kind::Entry => "kind-entry",
            Kind::Resettlement => "kind-resettlement",
            Kind::Asylum => "kind-asylum",
            Kind::Permit => "kind-permit",
            Kind::Family => "kind-family",
            Kind::Work => "kind-work",
            Kind::Study => "kind-study",
            Kind::Evacuation => "kind-evacuation",
            Kind::Remedy => "kind-remedy",
            Kind::ProtectionFromReturn => "kind-protection",
        })
    }

    fn effect(&self, effect: OverlayEffect) -> String {
        self.speech.say(match effect {
            OverlayEffect::Closes => "effect-closes",
            OverlayEffect::Suspends => "effect-suspends",
            OverlayEffect::Limits => "effect-limits",
        })
    }

    fn started_by(&self, who: StartedBy) -> String {
        self.speech.say(match who {
            StartedBy::Person => "started-person",
            StartedBy::Organisation => "started-organisation",
            StartedBy::Unhcr => "started-unhcr",
            StartedBy::Government => "started-government",
        })
    }

    fn about(&self, id: &str, text: String) -> Noted {
        Noted {
            about: self.speech.say(id),
            text,
            article: None,
        }
    }

    fn pathway_book(&self, book: &Pathway) -> LawBook {
        let started: Vec<String> = book
            .started_by
            .iter()
            .map(|who| self.started_by(*who))
            .collect();
        let mut about = vec![
            self.about("note-kind", self.kind(book.kind)),
            self.about("note-started", started.join(", ")),
            self.about("note-discretion", self.decides(book.discretion)),
        ];
        if book.rests_on_practice {
            about.push(self.about("note-basis", self.speech.say("basis-practice")));
        }
        let notes = [&book.leads_to, &book.note]
            .into_iter()
            .flatten()
            .map(|words| self.lang.of(words).to_owned())
            .collect();
        let clauses = |role: Role| {
            book.clauses
                .iter()
                .filter(|clause| clause.role == role)
                .map(|clause| self.clause_text(clause))
                .collect()
        };
        LawBook {
            id: book.id.clone(),
            title: self.lang.of(&book.title).to_owned(),
            destination: self.shelf(&book.destination).1,
            state: self.state(book),
            about,
            notes,
            windows: self.windows(&book.in_force),
            requires: clauses(Role::Requirement),
            bars: clauses(Role::Bar),
            waivers: self.waivers(book),
            practice: self.practices(book),
            events: self.events_of(book),
            counted: self.counted(book),
            tests: self.speech.count("n-tests", book.tests.len()),
            sources: self.sources(
                book.clauses
                    .iter()
                    .map(|clause| &clause.citation)
                    .chain(book.in_force.iter().map(|window| &window.citation)),
            ),
        }
    }

    fn clause_text(&self, clause: &Clause) -> ClauseText {
        let mut marks = vec![self.speech.say(match clause.rests_on {
            RestsOn::Text => "rests-text",
            RestsOn::Appreciation => "rests-appreciation",
            RestsOn::Practice => "rests-practice",
        })];
        match (clause.role, clause.needed) {
            (Role::Requirement, Needed::ToAsk) => marks.push(self.speech.say("needed-to-ask")),
            (Role::Requirement, Needed::ToBeGranted) => {
                marks.push(self.speech.say("needed-to-be-granted"))
            }
            (Role::Requirement, Needed::Both) | (Role::Bar, _) => {}
        }
        match (clause.role, clause.shown_by) {
            (Role::Bar, ShownBy::CannotBeShown) => marks.push(self.speech.say("shown-nobody")),
            (Role::Bar, ShownBy::Lawyer) => marks.push(self.speech.say("shown-lawyer")),
            (Role::Bar, ShownBy::Document) => marks.push(self.speech.say("shown-document")),
            (Role::Bar, ShownBy::Person) | (Role::Requirement, _) => {}
        }
        let only_if = clause
            .only_if
            .as_ref()
            .map(|text| say!(self.speech, "only-if", condition = &text.text));
        let condition = match only_if {
            Some(only_if) => format!("{} {only_if}", clause.when.text),
            None => clause.when.text.clone(),
        };
        ClauseText {
            id: clause.id.clone(),
            says: self.lang.of(&clause.says).to_owned(),
            condition,
            marks,
            article: self.own_article(&clause.citation),
        }
    }

    fn windows(&self, windows: &[Window]) -> Vec<Noted> {
        let line = |window: &Window| {
            let words = |date: facts::PartialDate| day::partial_in_words(date, self.speech);
            let about = match (window.from, window.until) {
                (Some(from), Some(until)) => say!(
                    self.speech,
                    "window-both",
                    from = &words(from),
                    until = &words(until)
                ),
                (Some(from), None) => say!(self.speech, "window-from", from = &words(from)),
                (None, Some(until)) => say!(self.speech, "window-until", until = &words(until)),
                (None, None) => self.speech.say("window-open"),
            };
            let why = window
                .why
                .as_ref()
                .map(|why| self.lang.of(why).to_owned())
                .unwrap_or_default();
            let text = if window.limited {
                format!("{} {why}", self.speech.say("force-limited"))
            } else {
                why
            };
            Noted {
                about,
                text,
                article: Some(self.own_article(&window.citation)),
            }
        };
        windows.iter().map(line).collect()
    }

    /// An article as the book has it; where the book says "as the row", the word for that.
    fn own_article(&self, citation: &Citation) -> Article {
        match citation.cite.starts_with("row.") {
            true => Article {
                cite: self.speech.say("as-the-row"),
                seen: String::new(),
                official: false,
            },
            false => self.article(citation, None),
        }
    }

    fn waivers(&self, book: &Pathway) -> Vec<Noted> {
        let line = |waiver: &law::Waiver| self.waived(waiver, self.own_article(&waiver.citation));
        book.waivers.iter().map(line).collect()
    }

    fn practices(&self, book: &Pathway) -> Vec<Noted> {
        let line = |practice: &law::Practice| {
            let from = practice
                .window
                .from
                .map(|from| day::partial_in_words(from, self.speech))
                .unwrap_or_default();
            let about = format!("{} · {from}", self.practice_word(practice.effect));
            Noted {
                about,
                text: self.lang.of(&practice.says).to_owned(),
                article: Some(self.own_article(&practice.window.citation)),
            }
        };
        book.practice.iter().map(line).collect()
    }

    fn events_of(&self, book: &Pathway) -> Vec<Noted> {
        let named = [
            ("granted", "event-granted"),
            ("refused", "event-refused"),
            ("turned_back", "event-turned-back"),
            ("lodged", "event-lodged"),
        ];
        let line = |(event, words): (&str, &str)| {
            let event = book.events.get(event)?;
            let writes = event.writes.iter().map(|write| write.text.clone());
            let becomes = [&event.holds, &event.place, &event.standing]
                .into_iter()
                .flatten()
                .cloned();
            let text = writes.chain(becomes).collect::<Vec<_>>().join(", ");
            Some(Noted {
                about: self.speech.say(words),
                text,
                article: None,
            })
        };
        named.into_iter().filter_map(line).collect()
    }

    fn counted(&self, book: &Pathway) -> Vec<Noted> {
        let line = |odds: &law::CountedDecisions| {
            let (granted, decided) = (odds.granted.to_string(), odds.decided.to_string());
            let nationality = self.place(&odds.nationality);
            let text = say!(
                self.speech,
                "counted-line",
                granted = &granted,
                decided = &decided,
                who = &nationality,
                year = &odds.year
            );
            Noted {
                about: String::new(),
                text,
                article: Some(self.own_article(&odds.citation)),
            }
        };
        book.odds.iter().map(line).collect()
    }

    fn sources<'c>(&self, citations: impl Iterator<Item = &'c Citation>) -> Vec<SourceLine> {
        let ids: BTreeSet<&str> = citations
            .filter_map(|citation| citation.seen.as_ref()?.source.as_deref())
            .collect();
        let line = |id: &str| {
            let source = self.desk.library().sources.get(id)?;
            Some(SourceLine {
                id: id.to_owned(),
                what: source.what.clone(),
                stands: format!("{} · {}", source.stands, source.edition),
            })
        };
        ids.into_iter().filter_map(line).collect()
    }

    fn overlay_book(&self, overlay: &Overlay) -> LawBook {
        let spares = overlay.spares.iter().map(|spare| Noted {
            about: self.speech.say("note-spares"),
            text: spare
                .says
                .as_ref()
                .map(|words| self.lang.of(words).to_owned())
                .unwrap_or_else(|| spare.when.text.clone()),
            article: Some(self.own_article(&spare.citation)),
        });
        let enjoined = self
            .windows(&overlay.enjoined)
            .into_iter()
            .map(|noted| Noted {
                about: format!("{} {}", self.speech.say("overlay-enjoined"), noted.about),
                ..noted
            });
        LawBook {
            windows: self
                .windows(&overlay.in_force)
                .into_iter()
                .chain(enjoined)
                .collect(),
            waivers: spares.collect(),
            notes: overlay
                .note
                .iter()
                .map(|words| self.lang.of(words).to_owned())
                .collect(),
            about: vec![
                self.about("note-kind", self.effect(overlay.effect)),
                self.about("note-touches", overlay.applies_to.join(", ")),
            ],
            tests: self.speech.count("n-tests", overlay.tests.len()),
            sources: self.sources(
                overlay
                    .in_force
                    .iter()
                    .chain(&overlay.enjoined)
                    .map(|window| &window.citation),
            ),
            ..self.bare(
                &overlay.id,
                self.lang.of(&overlay.title),
                self.speech.say("shelf-overlays"),
                self.overlay_sign(overlay),
            )
        }
    }

    fn absence_book(&self, absence: &Absence) -> LawBook {
        LawBook {
            windows: self.windows(std::slice::from_ref(&absence.window)),
            notes: absence
                .note
                .iter()
                .map(|words| self.lang.of(words).to_owned())
                .collect(),
            about: vec![self.about("note-kind", self.speech.say("kind-absence"))],
            sources: self.sources(std::iter::once(&absence.window.citation)),
            ..self.bare(
                &absence.id,
                self.lang.of(&absence.what),
                self.place(&absence.destination),
                Signed::saying(Sign::Nothing, self.speech.say("absent-short")),
            )
        }
    }

    fn bare(&self, id: &str, title: &str, destination: String, state: Signed) -> LawBook {
        LawBook {
            id: id.to_owned(),
            title: title.to_owned(),
            destination,
            state,
            about: vec![],
            notes: vec![],
            windows: vec![],
            requires: vec![],
            bars: vec![],
            waivers: vec![],
            practice: vec![],
            events: vec![],
            counted: vec![],
            tests: String::new(),
            sources: vec![],
        }
    }
}
