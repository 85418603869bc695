//! Every way, day by day.

use crate::sign::Signed;

/// Every way over some years, for everyone.
#[derive(Clone, Debug)]
pub struct DaysPage {
    /// Which days, and that people's facts stay as recorded.
    pub lead: String,
    /// How many days: the width of the picture.
    pub days: usize,
    /// How many people: its height.
    pub people: usize,
    /// The chosen day, counted from the first.
    pub chosen: usize,
    /// The chosen day in words.
    pub chosen_day: String,
    /// The years.
    pub years: Vec<YearMark>,
    /// Ways that change.
    pub lanes: Vec<DayLane>,
    /// Ways that read the same on every day.
    pub still: Vec<DayLane>,
    /// The signs of the picture.
    pub legend: Vec<Signed>,
    /// "What turns in 2017".
    pub turns_head: String,
    /// The days of the chosen year on which something changes.
    pub turns: Vec<TurnDay>,
}

/// A year of the picture.
#[derive(Clone, Debug)]
pub struct YearMark {
    /// The year.
    pub year: i16,
    /// Its first day, counted from the picture's.
    pub at: usize,
    /// The chosen day in that year.
    pub day: facts::Date,
    /// Whether the chosen day lies in it.
    pub chosen: bool,
}

/// One way over the days.
#[derive(Clone, Debug)]
pub struct DayLane {
    /// The pathway.
    pub id: String,
    /// Where it leads.
    pub country: String,
    /// Its title.
    pub title: String,
    /// What is not closed, as bars.
    pub bars: Vec<Bar>,
    /// How it stands on the chosen day.
    pub shares: Vec<Share>,
}

/// A bar of the picture: days wide, people high.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// Its first day.
    pub x: usize,
    /// How many days.
    pub width: usize,
    /// From the top.
    pub y: usize,
    /// How many people.
    pub height: usize,
    /// The sign's class.
    pub class: &'static str,
}

/// How many people have a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The word.
    pub sign: Signed,
    /// How many.
    pub count: usize,
}

/// A day on which something changes.
#[derive(Clone, Debug)]
pub struct TurnDay {
    /// The day.
    pub date: facts::Date,
    /// In words.
    pub day: String,
    /// The day before.
    pub eve: facts::Date,
    /// What changes.
    pub turns: Vec<Turn>,
}

/// A way that reads otherwise from a day on.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The pathway.
    pub id: String,
    /// Where it leads.
    pub country: String,
    /// Its title.
    pub title: String,
    /// Until the day before.
    pub before: Vec<Share>,
    /// From that day.
    pub after: Vec<Share>,
    /// What in the books begins or ends then.
    pub why: Vec<String>,
}
