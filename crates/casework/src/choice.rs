use crate::content::{About, Key, body, sealed};
use crate::{Case, Day, Minutes, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// What a person has chosen. A strategy is proposed to them, never assigned: this stands between
/// planning and applying, and can be withdrawn at any time.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Choice {
    /// Who.
    #[n(0)]
    pub person: PersonId,
    /// When.
    #[n(1)]
    pub on: Day,
    /// The options that were told, each as it was told.
    #[n(2)]
    pub options: Vec<Text>,
    /// Which of them they chose, from 0; none, if they have not.
    #[n(3)]
    pub chosen: Option<u32>,
    /// In which language they were told, by its BCP 47 tag.
    #[n(4)]
    pub language: String,
    /// Through which interpreter, among the people around.
    #[n(5)]
    pub interpreter: Option<ThingId>,
    /// Whether they were told the worst that can come of it.
    #[n(6)]
    pub worst_told: bool,
    /// Who was present.
    #[n(7)]
    pub presence: Presence,
    /// How long they had to think.
    #[n(8)]
    pub time_to_think: Minutes,
    /// In their own words.
    #[n(9)]
    pub own_words: Text,
    /// Whether they have withdrawn it.
    #[n(10)]
    pub withdrawn: bool,
}

/// Who was present when a person chose.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Presence {
    /// Nobody but the one who told them, and an interpreter.
    #[n(0)]
    Alone,
    /// Others, and who.
    #[n(1)]
    With(#[n(0)] Text),
    /// Nobody noted it.
    #[n(2)]
    NotNoted,
}

/// How a person's choice stands. Nothing is applied for unless it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceState {
    /// They have not been asked.
    NotAsked,
    /// They were asked, and have not chosen.
    NotChosen,
    /// They withdrew it.
    Withdrawn,
    /// Several records of it differ.
    Contested,
    /// Something is missing in how it was asked.
    Incomplete(BTreeSet<ChoiceGap>),
    /// They chose this option, by its place.
    Stands(u32),
}

/// What is missing in how a choice was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChoiceGap {
    /// There was nothing to choose between: staying and waiting is an option too.
    OneOption,
    /// What they chose is none of the options.
    NoSuchOption,
    /// The worst outcome was not told.
    WorstNotTold,
    /// The language was not noted.
    NoLanguage,
    /// Nobody noted who was present.
    PresenceNotNoted,
    /// They had no time to think.
    NoTime,
    /// Their own words are missing.
    NoWords,
}

impl Case {
    /// How a person's choice stands.
    pub fn choice(&self, person: PersonId) -> ChoiceState {
        let Some(standing) = self.thing::<Choice>(&Key::Person(person)) else {
            return ChoiceState::NotAsked;
        };
        // A withdrawal needs no agreement: whoever recorded it, it holds.
        if standing.each().iter().any(|(_, choice)| choice.withdrawn) {
            return ChoiceState::Withdrawn;
        }
        let Some(choice) = standing.settled() else {
            return ChoiceState::Contested;
        };
        match (choice.chosen, choice.gaps()) {
            (None, _) => ChoiceState::NotChosen,
            (Some(chosen), gaps) if gaps.is_empty() => ChoiceState::Stands(chosen),
            (Some(_), gaps) => ChoiceState::Incomplete(gaps),
        }
    }
}

impl Choice {
    fn gaps(&self) -> BTreeSet<ChoiceGap> {
        let chosen = self.chosen.and_then(|it| usize::try_from(it).ok());
        let exists = chosen.is_none_or(|it| it < self.options.len());
        let gaps = [
            (self.options.len() < 2, ChoiceGap::OneOption),
            (!exists, ChoiceGap::NoSuchOption),
            (!self.worst_told, ChoiceGap::WorstNotTold),
            (self.language.is_empty(), ChoiceGap::NoLanguage),
            (
                self.presence == Presence::NotNoted,
                ChoiceGap::PresenceNotNoted,
            ),
            (self.time_to_think == Minutes(0), ChoiceGap::NoTime),
            (self.own_words.is_empty(), ChoiceGap::NoWords),
        ];
        let missing = gaps.into_iter().filter(|(is_missing, _)| *is_missing);
        missing.map(|(_, gap)| gap).collect()
    }
}

body!(
    Choice,
    about | it | About::Person(it.person),
    key | it | Key::Person(it.person)
);
sealed!(Presence);
