//! Routes, side by side.

use super::{Choice, EventDoors, PersonHead};
use crate::sign::Signed;

/// Routes for a person, side by side.
#[derive(Clone, Debug)]
pub struct RoutesPage {
    /// Places offered in writing that this person's routes may use: the words, and the end of the
    /// address that supposes one.
    pub places: Vec<(String, String)>,
    /// Who.
    pub head: PersonHead,
    /// What is supposed.
    pub what_if: WhatIfView,
    /// What has happened since today, if something is said to have.
    pub after: Option<AfterView>,
    /// The strategies side by side, a row for each thing that is compared.
    pub compared: Vec<CompareRow>,
    /// A few of different kinds, to wait among them.
    pub strategies: Vec<StrategyView>,
    /// What time brings, if nothing else changes: coming days on which some way opens or closes.
    pub ahead: Vec<TurningDay>,
    /// What time has turned since today, where what has happened has taken that long.
    pub turned: Vec<TurningDay>,
    /// Other first steps.
    pub others: Vec<OtherStart>,
    /// What is assumed where no law and no count says anything.
    pub assumptions: Vec<String>,
    /// What the routes do not know, and what was left out.
    pub limits: Vec<String>,
}

/// What has happened on the way.
#[derive(Clone, Debug)]
pub struct AfterView {
    /// Each event, in a sentence.
    pub events: Vec<String>,
    /// Where the person then stands.
    pub stands: Signed,
    /// Which doors moved since today, each by its own article.
    pub doors: EventDoors,
    /// The plan as it was before the last event, if that step was one of a plan.
    pub planned: Option<PlannedView>,
}

/// A plan that was followed until something happened.
#[derive(Clone, Debug)]
pub struct PlannedView {
    /// Whether it goes on as it was made, or what now stands first.
    pub says: String,
    /// The plan, as lines, from before the last event.
    pub lines: Vec<StepLine>,
}

/// A coming day that turns something for one person.
#[derive(Clone, Debug)]
pub struct TurningDay {
    /// The day.
    pub day: String,
    /// What is no longer closed from that day on.
    pub opens: Vec<TurningWay>,
    /// What is closed from that day on.
    pub closes: Vec<TurningWay>,
}

/// A way that turns on a day.
#[derive(Clone, Debug)]
pub struct TurningWay {
    /// The rule; of a family, one of its members.
    pub id: String,
    /// Its title.
    pub title: String,
    /// In how many countries, if it stands for more than one.
    pub countries: String,
    /// What the law then says.
    pub why: String,
}

/// A row of the strategies side by side.
#[derive(Clone, Debug)]
pub struct CompareRow {
    /// What is compared.
    pub what: String,
    /// A cell for each strategy, in their order.
    pub cells: Vec<CompareCell>,
}

/// A cell of the strategies side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareCell {
    /// What stands in it.
    pub text: String,
    /// Under what is supposed it is not as it was.
    pub changed: bool,
}

/// What is supposed, and what may be.
#[derive(Clone, Debug)]
pub struct WhatIfView {
    /// The same at the end of an address.
    pub query: String,
    /// Whether anything is supposed.
    pub any: bool,
    /// Where the person might be.
    pub here: Vec<Choice>,
    /// Which country is left out and why, in a sentence.
    pub left_out: Option<String>,
    /// Which country might be left out.
    pub without: Vec<Choice>,
    /// For which reasons one may be.
    pub why: Vec<Choice>,
    /// Which country might offer a place in writing.
    pub offered: Vec<Choice>,
    /// That the law opens no way to the country that is supposed to have offered one.
    pub no_offer: Option<String>,
    /// Whether they hold a new passport.
    pub passport: bool,
    /// Whether there are judgements that could be left aside.
    pub judgements: bool,
    /// Whether judgements are left aside.
    pub no_judgements: bool,
    /// Whether counts are left aside.
    pub no_counts: bool,
    /// Whether counts keep their weight.
    pub no_ageing: bool,
}

/// One strategy.
#[derive(Clone, Debug)]
pub struct StrategyView {
    /// "Ask from hiding first".
    pub title: String,
    /// What kind of beginning it is.
    pub sign: Signed,
    /// What is certain of it, return first.
    pub certain: Vec<String>,
    /// What the first step takes away when it goes well.
    pub closes: Vec<LawLink>,
    /// What it brings.
    pub opens: Vec<LawLink>,
    /// How it may end, of a hundred people; nothing, where too little is known for a picture.
    pub hundred: Option<HundredView>,
    /// The plan, as lines.
    pub lines: Vec<StepLine>,
}

/// How a plan may end, of a hundred people: a picture, and the table that says the same.
#[derive(Clone, Debug)]
pub struct HundredView {
    /// In one sentence.
    pub told: String,
    /// A hundred people; those of whom nobody can say where they end are `open`.
    pub icons: Vec<HundredIcon>,
    /// The ends, the worst first.
    pub rows: Vec<HundredRow>,
}

/// One of a hundred people.
#[derive(Clone, Debug)]
pub struct HundredIcon {
    /// `returned`, `waiting`, `safe` or `open`.
    pub class: &'static str,
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
}

/// One end of a plan.
#[derive(Clone, Debug)]
pub struct HundredRow {
    /// Its class in the picture.
    pub class: &'static str,
    /// Its name.
    pub what: String,
    /// At least so many of a hundred.
    pub least: u32,
    /// At most so many.
    pub most: u32,
}

/// Another first step.
#[derive(Clone, Debug)]
pub struct OtherStart {
    /// Which of the first steps it is.
    pub first: usize,
    /// What has happened before it, as an address has it.
    pub after: String,
    /// In words.
    pub title: String,
    /// What kind of beginning it is.
    pub sign: Signed,
}

/// A pathway with its country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawLink {
    /// The rule.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub country: String,
    /// Facts still decide whether it is open as the person stands now: they come first.
    pub undecided: bool,
}

/// A line of a plan.
#[derive(Clone, Debug)]
pub struct StepLine {
    /// How deep it stands in the tree.
    pub depth: usize,
    /// After which fate of the step above; empty for the first.
    pub when: String,
    /// What is done; empty at an end.
    pub what: String,
    /// By which pathways.
    pub by: Vec<LawLink>,
    /// What to know before it.
    pub notes: Vec<String>,
    /// By when something has to be done, and how long one may stay where it leads.
    pub deadlines: Vec<String>,
    /// What was counted of such steps, if anything was.
    pub counted: Option<String>,
    /// What somebody judged of it: whose judgement, of which day, and why.
    pub judged: Vec<String>,
    /// What it costs, as far as a book says; each with its article.
    pub costs: Vec<String>,
    /// The plan goes on from here, and is not told further at once.
    pub goes_on: bool,
    /// What has happened where the plan comes here, as an address has it.
    pub after: String,
    /// How it ends here, if it does.
    pub end: Option<Signed>,
    /// Other fates of the same step after which it ends alike.
    pub alike: Vec<AlikeFate>,
}

/// A fate after which a plan ends as after the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeFate {
    /// The fate, in words.
    pub when: String,
    /// What has happened where it comes, as an address has it.
    pub after: String,
}
