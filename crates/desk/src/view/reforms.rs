//! Which change of law would open most.

use super::Article;

/// Which change of law would open most, for the whole caseload.
#[derive(Clone, Debug)]
pub struct ReformsPage {
    /// What the page is, with its day.
    pub lead: String,
    /// How dangerous a place may be, at most.
    pub levels: Vec<LevelChoice>,
    /// The changes that open ways to such places; beside them, those that open ways to places of which
    /// nobody has said how dangerous they are.
    pub lists: Vec<ReformList>,
    /// How many ways are not in force, in a sentence; empty where all are.
    pub asleep: String,
}

/// A level to choose.
#[derive(Clone, Debug)]
pub struct LevelChoice {
    /// Its word in an address.
    pub word: &'static str,
    /// Its name.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Changes that open ways to places of one sort, those that open most first.
#[derive(Clone, Debug)]
pub struct ReformList {
    /// To which places.
    pub head: String,
    /// What is to be known of these places.
    pub about: String,
    /// Single conditions.
    pub conditions: Vec<ReformLine>,
    /// How many more there are, in a sentence; empty where there are none.
    pub more_conditions: String,
    /// One part of a condition, which is milder than the whole.
    pub parts: Vec<ReformLine>,
    /// How many more there are, in a sentence; empty where there are none.
    pub more_parts: String,
    /// Two conditions of one way.
    pub pairs: Vec<ReformLine>,
    /// How many more there are, in a sentence; empty where there are none.
    pub more_pairs: String,
    /// Orders that close or suspend ways.
    pub orders: Vec<ReformLine>,
}

/// A change of law, and what it would open for how many people.
#[derive(Clone, Debug)]
pub struct ReformLine {
    /// What is struck.
    pub struck: Vec<StruckLine>,
    /// The ways that it would open.
    pub ways: Vec<WayName>,
    /// For how many people, and where: those countries stand together in which it would do so for the
    /// same people.
    pub gains: Vec<GainLine>,
}

/// For how many people a change would open a way, and where that leads.
#[derive(Clone, Debug)]
pub struct GainLine {
    /// For how many people, from which word.
    pub people: Vec<String>,
    /// Where the way leads.
    pub countries: String,
    /// How many countries that is, where it is many; else empty.
    pub many: String,
}

/// Something that is struck.
#[derive(Clone, Debug)]
pub struct StruckLine {
    /// Whether it is a requirement, a bar or an order.
    pub role: String,
    /// The book's own words.
    pub says: String,
    /// Where only a part is struck: what is no longer asked.
    pub part: Option<String>,
    /// The article.
    pub article: Article,
}

/// A way by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayName {
    /// The pathway's book.
    pub id: String,
    /// Its title.
    pub title: String,
}
