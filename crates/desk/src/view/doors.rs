//! What events close and open.

use super::{BesideEntry, Noted, PersonHead};
use crate::sign::Signed;

/// What events close and open for one person.
#[derive(Clone, Debug)]
pub struct DoorsPage {
    /// Who.
    pub head: PersonHead,
    /// Whether the person is in hiding in the country of origin: then the two ways stand side by side.
    pub hidden: bool,
    /// Ask from where they are.
    pub ask_first: AskFirst,
    /// Leave first.
    pub leave_first: LeaveFirst,
    /// Pathways to choose from.
    pub pathways: Vec<Choice>,
    /// Events to choose from.
    pub events: Vec<Choice>,
    /// What the chosen event does.
    pub chosen: Option<EventDoors>,
}

/// Asking from where the person is.
#[derive(Clone, Debug)]
pub struct AskFirst {
    /// What may be asked today, from there.
    pub ways: Vec<WayLink>,
    /// What it would mean if each of them were refused on paper.
    pub if_refused: EventDoors,
}

/// Leaving first.
#[derive(Clone, Debug)]
pub struct LeaveFirst {
    /// For which country.
    pub country: String,
    /// The countries to choose from.
    pub choices: Vec<Choice>,
    /// What leaving does.
    pub doors: EventDoors,
    /// Return and pursuit there.
    pub beside: BesideEntry,
}

/// A way with its sign.
#[derive(Clone, Debug)]
pub struct WayLink {
    /// The pathway.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its sign.
    pub sign: Signed,
}

/// One of several to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the address says.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What an event closes, opens, and only weighs against.
#[derive(Clone, Debug)]
pub struct EventDoors {
    /// The event in words.
    pub head: String,
    /// In a sentence: "No article closes anything."
    pub sum: String,
    /// What goes dark.
    pub closes: Vec<DoorLine>,
    /// What lights up.
    pub opens: Vec<DoorLine>,
    /// What is only weighed.
    pub weighs: Vec<DoorLine>,
}

/// One door that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorLine {
    /// Where it leads, and how it is called.
    pub title: String,
    /// How many countries it stands for, in words; empty for one.
    pub count: String,
    /// The verdict after.
    pub sign: Signed,
    /// Why, each with its own article.
    pub because: Vec<Noted>,
}
