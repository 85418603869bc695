//! Where the invented people sleep, and how some of them are heard from. Every place is invented, and
//! as vague as a careful colleague would write it.

use crate::cabinet::make_thing;
use casework::{
    CheckIn, CheckInPlan, Entry, HideOut, KeepApart, LadderCall, LadderStep, MemberId, Minutes,
    Moment, PersonId, ProofQuestion, Rung, Sphere, Stay, Text, WordHeard,
};
use facts::Date;
use std::collections::BTreeSet;

/// A hide-out: where, who keeps it, for how many, until when, how many sleep there.
type Shelter = (&'static str, &'static str, u32, Option<Date>, usize);

/// One with free beds, one full that ends soon, one with too many, one that has just closed.
const SHELTERS: [Shelter; 4] = [
    (
        "A flat by a wide river · Квартира у большой реки",
        "the teachers · учителя",
        6,
        None,
        4,
    ),
    (
        "A house behind a bakery · Дом за пекарней",
        "the baker · пекарь",
        4,
        Some(Date::constant(2017, 5, 25)),
        4,
    ),
    (
        "A room above a workshop · Комната над мастерской",
        "the watchmaker · часовщик",
        2,
        Some(Date::constant(2017, 9, 1)),
        3,
    ),
    (
        "A summer house by a lake · Дача у озера",
        "the sisters · сёстры",
        5,
        Some(Date::constant(2017, 5, 16)),
        1,
    ),
];

/// Since when they sleep there.
const SINCE: Date = Date::constant(2017, 5, 8);

/// The hide-outs, who sleeps in them, and two under one roof who must not meet.
pub(super) fn hide_outs(hidden: &[PersonId]) -> Vec<Entry> {
    let mut people = hidden.iter().copied();
    let mut entries = Vec::new();
    for (address, hosts, capacity, until, guests) in SHELTERS {
        let hide_out = HideOut {
            id: make_thing(),
            address: address.into(),
            hosts: hosts.into(),
            capacity,
            from: SINCE.into(),
            until: until.map(Into::into),
            known_from: Rung::MayKnowShelter,
        };
        let stays = people.by_ref().take(guests).map(|person| Stay {
            id: make_thing(),
            person,
            hide_out: hide_out.id,
            from: SINCE.into(),
            until: None,
        });
        entries.extend(stays.map(Entry::new));
        entries.push(Entry::new(hide_out));
    }
    if let [one, other, ..] = hidden {
        entries.push(Entry::new(KeepApart {
            one: *one,
            other: *other,
            spheres: BTreeSet::from([Sphere::HideOut]),
            why: "Their families are at odds. · Их семьи в ссоре.".into(),
        }));
    }
    entries
}

/// How the first few of those who hide are heard from: one as agreed, one late, one silent too long.
pub(super) fn heard(person: PersonId, nth: usize, holder: MemberId) -> Vec<Entry> {
    let (first, every, red_after, words): (_, _, _, &[_]) = match nth {
        0 => (at(15, 6), 168, 6, &[(at(15, 6), WordHeard::Fine)]),
        1 => (at(12, 18), 96, 60, &[(at(12, 18), WordHeard::Fine)]),
        2 => (
            at(14, 8),
            24,
            12,
            &[
                (at(14, 8), WordHeard::Fine),
                (at(15, 20), WordHeard::NoAnswer),
            ],
        ),
        _ => return vec![],
    };
    let plan = CheckInPlan {
        person,
        first,
        every: Minutes::hours(every),
        grace: Minutes::hours(2),
        red_after: Minutes::hours(red_after),
        ends: None,
        channel: "A message, never a call · Сообщением, не звонком".into(),
        fine: "the kettle is on · чайник уже кипит".into(),
        duress: "the kettle is old · чайник совсем старый".into(),
        holder: (nth > 0).then_some(holder),
        ladder: ladder(),
        never_say: "That we know each other. · Что мы знакомы.".into(),
        proof: vec![ProofQuestion {
            ask: "What did we eat that day? · Что мы ели в тот день?".into(),
            answer: "plums · сливы".into(),
        }],
    };
    let words = words.iter().map(|(at, heard)| CheckIn {
        person,
        at: *at,
        heard: *heard,
        note: Text::default(),
    });
    let words = words.map(Entry::new);
    std::iter::once(Entry::new(plan)).chain(words).collect()
}

fn ladder() -> Vec<LadderStep> {
    let rung = |hours, to, who: &str, say: &str| LadderStep {
        after: Minutes::hours(hours),
        to,
        who: who.into(),
        say: say.into(),
    };
    vec![
        rung(2, LadderCall::Person, "", "How is the tea? · Как чай?"),
        rung(
            6,
            LadderCall::SecondContact,
            "the neighbour with the bicycle · сосед с велосипедом",
            "Is the post there? · Почта пришла?",
        ),
        rung(
            12,
            LadderCall::Lawyer,
            "the duty number · дежурный номер",
            "",
        ),
    ]
}

/// An hour of a day in May 2017.
fn at(day: i8, hour: u32) -> Moment {
    Moment::start_of(Date::constant(2017, 5, day)).plus(Minutes::hours(hour))
}
