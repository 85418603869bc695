//! A picture of routes, and the table that says the same.

use super::PersonHead;
use crate::sign::Signed;

/// A picture of a person's routes: situations from left to right, and what leads from one to another.
#[derive(Clone, Debug)]
pub struct PicturePage {
    /// Who.
    pub head: PersonHead,
    /// What is supposed, at the end of an address; empty, where nothing is.
    pub query: String,
    /// Which country is left out and why, in a sentence.
    pub without: Option<String>,
    /// What has happened before, as an address has it.
    pub after: String,
    /// What the picture shows, for who cannot see it.
    pub described: String,
    /// What each mark means.
    pub legend: Vec<Signed>,
    /// How many situations are not drawn, in a sentence.
    pub left_out: Option<String>,
    /// How wide the picture is.
    pub width: usize,
    /// How high it is.
    pub height: usize,
    /// The situations; the first is where the person stands.
    pub situations: Vec<DrawnSituation>,
    /// The steps with their fates: each an arrow of the picture and a row of the table.
    pub arrows: Vec<DrawnArrow>,
}

/// A situation, as a box.
#[derive(Clone, Debug)]
pub struct DrawnSituation {
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
    /// How wide.
    pub width: usize,
    /// How high.
    pub height: usize,
    /// Its number, by which the table names it.
    pub number: usize,
    /// Where the person is.
    pub place: String,
    /// How they stand.
    pub stands: Signed,
    /// What brings them here, a line each.
    pub comes: Vec<String>,
    /// What has happened when they come here, as an address has it.
    pub after: String,
}

/// A step and one of its fates.
#[derive(Clone, Debug)]
pub struct DrawnArrow {
    /// The line that it draws.
    pub path: String,
    /// `well`, `badly` or `returned`.
    pub class: &'static str,
    /// Which of the situations it leaves, counted from nought.
    pub from: usize,
    /// Which it leads to.
    pub to: usize,
    /// What is done.
    pub step: String,
    /// What comes of it.
    pub comes: String,
}
