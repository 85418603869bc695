//! What the demonstration's organisation has said in public, and with whom it talks. All of it is
//! invented: no government named here has anything to do with it.

use casework::{
    Counterpart, Entry, MemberId, Readers, Statement, Talk, TalkState, Terms, Text, ThingId,
};
use facts::{CountryCode, Date};
use std::collections::BTreeSet;

/// With whom the demonstration talks: a Baltic state, and one far away.
const TALKS: [&str; 2] = ["EST", "ISL"];

/// The talks, each for a drawer of its own.
pub(super) fn talks(known_to: &BTreeSet<MemberId>) -> Vec<Entry> {
    let codes = TALKS
        .iter()
        .filter_map(|code| code.parse::<CountryCode>().ok());
    let talk = |(nth, code): (u8, CountryCode)| {
        Talk {
        id: ThingId([nth + 1; 16]),
        with: Counterpart::Government(code.into()),
        state: TalkState::Open,
        terms: Terms::OffRecord,
        contacts: Text::default(),
        asked: "Places for those in hiding, asked for from where they are. · Места для тех, кто скрывается, с подачей оттуда, где они есть.".into(),
        offered: Text::default(),
        known_to: known_to.clone(),
    }
    };
    (0..).zip(codes).map(talk).map(Entry::new).collect()
}

/// What was said before the day of the demonstration.
pub(super) fn statements() -> Vec<Entry> {
    let said = |day, language: &str, text: &str| {
        Entry::new(Statement {
            text: text.into(),
            language: language.to_owned(),
            to: Readers::Press,
            on: Date::constant(2017, 5, day).into(),
            origin: None,
            corrects: None,
        })
    };
    vec![
        said(
            4,
            "en",
            "Around 40 people are in hiding with our help. We do not say where.",
        ),
        said(
            11,
            "en",
            "Our spokesperson, who is not named for reasons of safety, said that some governments have listened.",
        ),
    ]
}
