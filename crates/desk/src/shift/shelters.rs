//! Where people sleep: how many beds are free, what ends soon, who is too close to whom.

use super::{Known, section};
use crate::cabinet::Drawer;
use crate::case::Stage;
use crate::desk::Reading;
use crate::forms::{Clock, DrawerAt};
use crate::office::Office;
use crate::speech::say;
use crate::view::{Board, BoardLine, BoardSection, BoardSign};
use crate::{Lang, day};
use casework::{Case, HideOut, KeepApart, Noted, PersonId, Room, Standing, ThingId};
use facts::{Date, Span, add_span};
use std::collections::BTreeSet;

/// A hide-out that ends within so long is marked.
const ENDS_SOON: Span = Span::Days(14);

impl Office {
    /// Who sleeps where tonight, by code name only.
    pub fn shelters(&self, clock: Clock, lang: Lang) -> Board {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let speech = reading.speech;
        let telling = Shelters {
            office: self,
            reading,
            tonight: self.clock(clock).today(),
            known: self.known_people(lang),
            drawers: self
                .cabinet()
                .drawers(Drawer::Shelter)
                .map(|(_, it)| it)
                .collect(),
        };
        let mut board = Board {
            head: speech.say("nav-shelters"),
            lead: vec![speech.say("shelters-lead")],
            forms: DrawerAt::Shelters.offered(speech),
            ..Board::default()
        };
        for section in telling.sections() {
            board.add(section);
        }
        board
    }
}

struct Shelters<'o> {
    office: &'o Office,
    reading: Reading<'o>,
    tonight: Date,
    known: Vec<Known>,
    drawers: Vec<&'o Case>,
}

impl Shelters<'_> {
    fn sections(&self) -> Vec<BoardSection> {
        vec![
            self.too_close(),
            self.without_a_bed(),
            self.hide_outs(),
            self.nowhere(),
            self.kept_apart(),
        ]
    }

    fn fill(&self, id: &str, none: &str, lines: Vec<BoardLine>) -> BoardSection {
        BoardSection {
            lines,
            ..section(id, none, self.reading.speech)
        }
    }

    fn sign(&self, class: &'static str, says: String) -> Option<BoardSign> {
        Some(BoardSign { class, says })
    }

    /// Code names, of people whose cases this device reads.
    fn name(&self, person: PersonId) -> String {
        let known = self.known.iter().find(|known| known.person == person);
        known.map_or_else(
            || self.reading.speech.say("shelters-somebody"),
            |known| known.name.clone(),
        )
    }

    fn names(&self, people: impl IntoIterator<Item = PersonId>) -> String {
        let names: BTreeSet<String> = people.into_iter().map(|it| self.name(it)).collect();
        names.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// Pairs that are to be kept apart and sleep under one roof.
    fn too_close(&self) -> BoardSection {
        let pairs = self
            .drawers
            .iter()
            .flat_map(|it| it.too_close(self.tonight));
        let pairs: BTreeSet<(PersonId, PersonId)> =
            pairs.map(|(one, other, _)| (one, other)).collect();
        let line = |(one, other)| BoardLine {
            sign: self.sign("red", self.reading.speech.say("shelters-too-close-sign")),
            label: self.names([one, other]),
            says: vec![self.reading.speech.say("shelters-too-close-what")],
            ..BoardLine::default()
        };
        self.fill(
            "shelters-too-close",
            "",
            pairs.into_iter().map(line).collect(),
        )
    }

    /// Whoever is to sleep where there is no room, or no hide-out any more.
    fn without_a_bed(&self) -> BoardSection {
        let people = self
            .drawers
            .iter()
            .flat_map(|it| it.without_a_bed(self.tonight));
        let people: BTreeSet<PersonId> = people.collect();
        let lines = match people.is_empty() {
            true => vec![],
            false => vec![BoardLine {
                sign: self.sign("red", self.reading.speech.count("n-people", people.len())),
                label: self.names(people),
                ..BoardLine::default()
            }],
        };
        self.fill("shelters-no-bed", "", lines)
    }

    fn hide_outs(&self) -> BoardSection {
        let mut lines = Vec::new();
        for drawer in &self.drawers {
            for standing in drawer.things::<HideOut>().values() {
                lines.extend(self.hide_out(drawer, standing));
            }
        }
        lines.sort_by(|a, b| a.label.cmp(&b.label));
        self.fill("shelters-all", "shelters-none", lines)
    }

    fn hide_out(&self, drawer: &Case, standing: &Standing<'_, HideOut>) -> Option<BoardLine> {
        let speech = self.reading.speech;
        let each = standing.each();
        let (noted, first) = *each.first()?;
        let addresses: BTreeSet<&str> = each.iter().map(|(_, it)| it.address.as_str()).collect();
        let guests = drawer.guests(first.id, self.tonight);
        let mut says = vec![match guests.is_empty() {
            true => speech.say("shelters-nobody"),
            false => say!(speech, "shelters-tonight", names = &self.names(guests)),
        }];
        says.push(self.kept(first));
        let mut marks = self.ends(first).into_iter().collect::<Vec<_>>();
        if each.len() > 1 {
            marks.push(speech.say("mark-two-words"));
        }
        Some(BoardLine {
            sign: Some(self.room(drawer, first.id)),
            label: addresses.into_iter().collect::<Vec<_>>().join(" / "),
            says,
            marks,
            source: self.recorded_by(noted),
            ..BoardLine::default()
        })
    }

    /// How full it is tonight.
    fn room(&self, drawer: &Case, hide_out: ThingId) -> BoardSign {
        let speech = self.reading.speech;
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let (class, says) = match drawer.room(hide_out, self.tonight) {
            Room::Free(0) => ("due", speech.say("shelters-full")),
            Room::Free(n) => ("fine", speech.count("shelters-free", count(n))),
            Room::Over(n) => ("red", speech.count("shelters-over", count(n))),
            Room::Closed => ("red", speech.say("shelters-closed")),
        };
        BoardSign { class, says }
    }

    fn kept(&self, hide_out: &HideOut) -> String {
        let speech = self.reading.speech;
        let beds = usize::try_from(hide_out.capacity).unwrap_or(usize::MAX);
        let mut says = speech.count("shelters-takes", beds);
        if !hide_out.hosts.is_empty() {
            let hosts = say!(speech, "shelters-hosts", hosts = hide_out.hosts.as_str());
            says = format!("{says} {hosts}");
        }
        says
    }

    /// That it ended, or ends soon.
    fn ends(&self, hide_out: &HideOut) -> Option<String> {
        let speech = self.reading.speech;
        let until = hide_out.until?.0;
        let words = day::in_words(until, speech);
        match until {
            _ if until <= self.tonight => Some(say!(speech, "shelters-ended", day = &words)),
            _ if until <= add_span(self.tonight, ENDS_SOON) => {
                Some(say!(speech, "shelters-ends-soon", day = &words))
            }
            _ => Some(say!(speech, "shelters-ends", day = &words)),
        }
    }

    /// Whoever hides, and of whom nobody has recorded where they sleep.
    fn nowhere(&self) -> BoardSection {
        let mut housed = BTreeSet::new();
        for drawer in &self.drawers {
            let ids = drawer.things::<HideOut>();
            for standing in ids.values() {
                let each = standing.each();
                housed.extend(
                    each.iter()
                        .flat_map(|(_, it)| drawer.guests(it.id, self.tonight)),
                );
            }
        }
        let caseload = self.office.desk().caseload();
        let hides = |known: &&Known| {
            let case = caseload.case(known.number);
            case.is_some_and(|case| case.stage == Stage::Hidden) && !housed.contains(&known.person)
        };
        let line = |known: &Known| BoardLine {
            label: known.name.clone(),
            address: known.address(),
            ..BoardLine::default()
        };
        BoardSection {
            short: true,
            ..self.fill(
                "shelters-nowhere",
                "",
                self.known.iter().filter(hides).map(line).collect(),
            )
        }
    }

    fn kept_apart(&self) -> BoardSection {
        let mut lines = Vec::new();
        for drawer in &self.drawers {
            for standing in drawer.things::<KeepApart>().values() {
                for (noted, apart) in standing.each() {
                    lines.push(BoardLine {
                        label: self.names([apart.one, apart.other]),
                        says: vec![apart.why.as_str().to_owned()],
                        source: self.recorded_by(noted),
                        ..BoardLine::default()
                    });
                }
            }
        }
        self.fill("shelters-apart", "", lines)
    }

    fn recorded_by(&self, noted: &Noted) -> String {
        super::recorded_by(noted, self.office, &self.reading)
    }
}
