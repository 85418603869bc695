//! Talks, each in a sealed compartment of its own. One that this device does not read shows nowhere:
//! neither as a talk nor as a gap between two.

use super::{Known, section};
use crate::cabinet::Drawer;
use crate::case::CaseNumber;
use crate::desk::Reading;
use crate::forms::{
    Clock, DrawerAt, current_talk, detail_id, place_state_id, places_of, promise_id, talk_state_id,
    terms_id,
};
use crate::office::Office;
use crate::speech::say;
use crate::view::{Board, BoardLine, BoardSection, BoardSign};
use crate::{Lang, day};
use casework::{
    Case, Commitment, Counterpart, MemberId, Moment, OfferedPlace, PersonId, PlaceState, Promise,
    Signal, Talk, Telling,
};
use facts::{CountryCode, Date};
use std::collections::{BTreeMap, BTreeSet};
use vault::CompartmentId;

/// The number of a talk on this device, from 1, in the order in which the talks were opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TalkNumber(pub u32);

/// A place that may enter somebody's routes, and the first day on which it no longer may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PlaceInWriting {
    pub country: CountryCode,
    pub until: Option<Date>,
}

impl Office {
    /// Every talk that this device reads, by its number.
    pub(crate) fn numbered_talks(&self) -> Vec<(TalkNumber, CompartmentId, &Case)> {
        let mut talks: Vec<_> = self.cabinet().drawers(Drawer::Talk).collect();
        talks.sort_by_key(|(id, talk)| (opened(talk), *id));
        let numbered = (1..).zip(talks);
        numbered
            .map(|(n, (id, talk))| (TalkNumber(n), id, talk))
            .collect()
    }

    /// Every talk that this device reads.
    pub fn talks(&self, _: Clock, lang: Lang) -> Board {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let speech = reading.speech;
        let line = |(number, _, case): (TalkNumber, CompartmentId, &Case)| {
            let telling = TalkTold {
                office: self,
                reading: &reading,
                known: &[],
                case,
            };
            let talk = current_talk(case)?;
            Some(BoardLine {
                sign: Some(telling.state(&talk)),
                label: format!("{} {}", speech.say("talk"), number.0),
                address: DrawerAt::Talk(number).address(),
                says: vec![telling.with(&talk)],
                ..BoardLine::default()
            })
        };
        let mut board = Board {
            head: speech.say("nav-talks"),
            lead: vec![speech.say("talks-lead")],
            forms: DrawerAt::Talks.offered(speech),
            ..Board::default()
        };
        let talks = self.numbered_talks().into_iter();
        board.add(BoardSection {
            lines: talks.filter_map(line).collect(),
            ..section("talks-all", "talks-none", speech)
        });
        board
    }

    /// One talk; nothing, if this device reads none of this number.
    pub fn talk(&self, number: TalkNumber, clock: Clock, lang: Lang) -> Option<Board> {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let talks = self.numbered_talks().into_iter();
        let (_, _, case) = talks.into_iter().find(|(it, ..)| *it == number)?;
        let known = self.known_people(lang);
        let telling = TalkTold {
            office: self,
            reading: &reading,
            known: &known,
            case,
        };
        let talk = current_talk(case)?;
        let speech = reading.speech;
        let mut board = Board {
            head: format!("{} {}", speech.say("talk"), number.0),
            lead: vec![speech.say("talk-sealed")],
            forms: DrawerAt::Talk(number).offered(speech),
            ..Board::default()
        };
        let today = self.clock(clock).today();
        for section in [
            telling.itself(&talk),
            telling.places(today),
            telling.told(),
            telling.promises(today),
            telling.signals(),
        ] {
            board.add(section);
        }
        Some(board)
    }

    /// The places that may enter each person's routes on a day: only what is written, and only where
    /// whoever signs here may know of it.
    pub(crate) fn places_in_writing(&self, on: Date) -> BTreeMap<CaseNumber, Vec<PlaceInWriting>> {
        let talks = self.numbered_talks();
        if talks.is_empty() {
            return BTreeMap::new();
        }
        let me = self.cabinet().me();
        let mut places: BTreeMap<CaseNumber, BTreeSet<PlaceInWriting>> = BTreeMap::new();
        for known in self.known_people(Lang::En) {
            for (_, _, talk) in &talks {
                let of = talk.places_for(known.person, me, on).into_iter();
                let firm = of.map(|place| PlaceInWriting {
                    country: place.country.0,
                    until: place.until.map(|until| until.0),
                });
                places.entry(known.number).or_default().extend(firm);
            }
        }
        places
            .into_iter()
            .map(|(number, all)| (number, all.into_iter().collect()))
            .collect()
    }
}

/// When the first entry of a talk was written.
fn opened(talk: &Case) -> Option<Moment> {
    let history = talk.history();
    history.iter().map(|noted| noted.written).min()
}

/// One talk, being told.
struct TalkTold<'t> {
    office: &'t Office,
    reading: &'t Reading<'t>,
    known: &'t [Known],
    case: &'t Case,
}

impl TalkTold<'_> {
    fn fill(&self, id: &str, none: &str, lines: Vec<BoardLine>) -> BoardSection {
        BoardSection {
            lines,
            ..section(id, none, self.reading.speech)
        }
    }

    fn with(&self, talk: &Talk) -> String {
        match &talk.with {
            Counterpart::Government(country) => self.reading.country(country.0),
            Counterpart::Partner(_) => self.reading.speech.say("talk-partner"),
        }
    }

    fn state(&self, talk: &Talk) -> BoardSign {
        BoardSign {
            class: "due",
            says: self.reading.speech.say(talk_state_id(talk.state)),
        }
    }

    fn itself(&self, talk: &Talk) -> BoardSection {
        let speech = self.reading.speech;
        let said = [
            ("talk-contacts", &talk.contacts),
            ("talk-asked", &talk.asked),
            ("talk-offered", &talk.offered),
        ];
        let said = said.into_iter().filter(|(_, text)| !text.is_empty());
        let said = said.map(|(id, text)| speech.with(id, &[("words", text.as_str().into())]));
        let mut says: Vec<String> = said.collect();
        says.push(say!(
            speech,
            "talk-terms",
            terms = &speech.say(terms_id(talk.terms))
        ));
        says.push(self.known_to(&talk.known_to));
        let words = self.case.things::<Talk>();
        let is_contested = words.values().any(|standing| standing.settled().is_none());
        let line = BoardLine {
            sign: Some(self.state(talk)),
            label: self.with(talk),
            says,
            marks: is_contested
                .then(|| speech.say("mark-two-words"))
                .into_iter()
                .collect(),
            ..BoardLine::default()
        };
        self.fill("talk-itself", "", vec![line])
    }

    fn known_to(&self, members: &BTreeSet<MemberId>) -> String {
        let names = members
            .iter()
            .map(|it| self.office.member(*it, self.reading));
        let names: Vec<String> = names.collect();
        say!(
            self.reading.speech,
            "talk-known-to",
            names = &names.join(", ")
        )
    }

    fn name(&self, person: PersonId) -> String {
        let known = self.known.iter().find(|known| known.person == person);
        known.map_or_else(
            || self.reading.speech.say("shelters-somebody"),
            |known| known.label(self.reading.speech),
        )
    }

    fn places(&self, today: Date) -> BoardSection {
        let places = places_of(self.case);
        let lines = places.into_iter().map(|place| self.place(place, today));
        self.fill("talk-places", "talk-places-none", lines.collect())
    }

    fn place(&self, place: &OfferedPlace, today: Date) -> BoardLine {
        let speech = self.reading.speech;
        let mut says = Vec::new();
        if let Some(n) = place.places {
            says.push(speech.count("place-for", usize::try_from(n).unwrap_or(usize::MAX)));
        }
        if let Some(person) = place.person {
            says.push(say!(speech, "place-whose", name = &self.name(person)));
        }
        let ended = place.until.is_some_and(|until| until.0 <= today);
        if let Some(until) = place.until {
            let until = day::in_words(until.0, speech);
            says.push(match ended {
                true => say!(speech, "place-ended", day = &until),
                false => say!(speech, "place-until", day = &until),
            });
        }
        let is_firm = matches!(place.state, PlaceState::Written | PlaceState::Confirmed) && !ended;
        says.push(speech.say(if is_firm {
            "place-enters"
        } else {
            "place-enters-not"
        }));
        says.push(self.known_to(&place.known_to));
        BoardLine {
            sign: Some(BoardSign {
                class: if is_firm { "fine" } else { "due" },
                says: speech.say(place_state_id(place.state)),
            }),
            label: self.reading.country(place.country.0),
            says,
            ..BoardLine::default()
        }
    }

    /// What each person was told: nothing once told is ever untold.
    fn told(&self) -> BoardSection {
        let speech = self.reading.speech;
        let mut all: Vec<_> = self.case.standing::<Telling>().collect();
        all.sort_by_key(|(noted, telling)| (telling.on, noted.id));
        let line = |(noted, telling): (&casework::Noted, &Telling)| {
            let details = telling.what.iter().map(|it| speech.say(detail_id(*it)));
            let details: Vec<String> = details.collect();
            BoardLine {
                label: self.name(telling.person),
                says: vec![say!(
                    speech,
                    "told-line",
                    day = &day::in_words(telling.on.0, speech),
                    details = &details.join(", ")
                )],
                source: super::recorded_by(noted, self.office, self.reading),
                ..BoardLine::default()
            }
        };
        self.fill(
            "talk-told",
            "talk-told-none",
            all.into_iter().map(line).collect(),
        )
    }

    fn promises(&self, today: Date) -> BoardSection {
        let things = self.case.things::<Commitment>();
        let mut all: Vec<_> = things.values().flat_map(|it| it.each()).collect();
        all.sort_by_key(|(_, it)| (it.due, it.id));
        let lines = all.into_iter().map(|(noted, it)| BoardLine {
            source: super::recorded_by(noted, self.office, self.reading),
            ..self.promise(it, today)
        });
        self.fill("talk-promises", "talk-promises-none", lines.collect())
    }

    fn promise(&self, promise: &Commitment, today: Date) -> BoardLine {
        let speech = self.reading.speech;
        let overdue = promise.state == Promise::Open && promise.due.0 <= today;
        let (class, id) = match promise.state {
            Promise::Open if overdue => ("amber", "today-overdue"),
            state => ("due", promise_id(state)),
        };
        BoardLine {
            sign: Some(BoardSign {
                class,
                says: speech.say(id),
            }),
            label: promise.by.as_str().to_owned(),
            says: vec![
                promise.what.as_str().to_owned(),
                say!(
                    speech,
                    "today-by",
                    day = &day::in_words(promise.due.0, speech)
                ),
            ],
            ..BoardLine::default()
        }
    }

    fn signals(&self) -> BoardSection {
        let mut all: Vec<_> = self.case.standing::<Signal>().collect();
        all.sort_by_key(|(noted, signal)| (signal.on, noted.learnt, noted.id));
        let line = |(noted, signal): (&casework::Noted, &Signal)| {
            let quote = self.reading.quote(&crate::cabinet::opened_signal(signal));
            BoardLine {
                label: quote.by,
                says: vec![quote.words],
                source: super::recorded_by(noted, self.office, self.reading),
                ..BoardLine::default()
            }
        };
        self.fill("talk-signals", "", all.into_iter().map(line).collect())
    }
}
