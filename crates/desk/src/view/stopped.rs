//! What to say and do in the minutes in which somebody is stopped and may be handed back.

use super::{Article, BesideEntry, Choice, Noted, PersonHead, Reason};
use crate::sign::Signed;

/// The page for the minutes at a border, an airport or a station.
///
/// What is printed of it names neither the person nor the reason for the danger: the head's code name
/// and number stay, its story is for no paper.
#[derive(Clone, Debug)]
pub struct StoppedPage {
    /// Who.
    pub head: PersonHead,
    /// The code of the country in which they are stopped.
    pub at: String,
    /// Its name.
    pub country: String,
    /// By the law of which day, in a sentence.
    pub day: String,
    /// Countries that stand on this person's ways, to choose from.
    pub near: Vec<Choice>,
    /// Every other country.
    pub elsewhere: Vec<Choice>,
    /// Whether it is the person's own country: its officers are not asked for asylum.
    pub own: bool,
    /// What to say first.
    pub words: FirstWords,
    /// What can still stop the return: remedies and protections that the law does not close.
    pub against_return: Vec<StoppedWay>,
    /// Claims that can still be made there.
    pub claims: Vec<StoppedWay>,
    /// Ways of both sorts that the law closes there, each with why.
    pub closed: Vec<ClosedWay>,
    /// What is known of return and pursuit from there.
    pub beside: BesideEntry,
    /// Papers that are recorded, one a line.
    pub papers: Vec<String>,
}

/// What to say first, language by language.
#[derive(Clone, Debug)]
pub struct FirstWords {
    /// Whether a language of the country's officials is among them.
    pub local: bool,
    /// Whether some of it was confirmed by no speaker.
    pub unverified: bool,
    /// The words, the officials' languages first.
    pub said: Vec<SaidAloud>,
}

/// The same few sentences in one language.
#[derive(Clone, Debug)]
pub struct SaidAloud {
    /// The language's tag, as in `<p lang>`.
    pub language: String,
    /// The language's name.
    pub name: String,
    /// The words.
    pub words: String,
    /// How they sound, where their letters are neither Latin nor Cyrillic.
    pub aloud: Option<String>,
}

/// A remedy, a protection or a claim that the law does not close for this person there.
#[derive(Clone, Debug)]
pub struct StoppedWay {
    /// The pathway.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The verdict for somebody who is stopped there.
    pub sign: Signed,
    /// On which side of the border it holds, where that makes a difference.
    pub side: Option<String>,
    /// The line of the law: what carries it, or what still has to be shown.
    pub law: String,
    /// What it can bring.
    pub leads_to: Option<String>,
    /// To whom, within how long, and whether the return waits. Of a claim: if it is refused.
    pub remedies: Vec<RemedyLine>,
    /// The articles under which it is in force.
    pub articles: Vec<Article>,
    /// What still has to be shown, each with the question that would settle it.
    pub to_show: Vec<Reason>,
    /// What somebody weighs, for and against.
    pub weighed: Vec<Reason>,
    /// What is done there, beside what is written.
    pub practice: Vec<Noted>,
}

/// What can be done against a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemedyLine {
    /// To whom; empty where the way itself says it.
    pub to: String,
    /// Within how long, and from when that is counted.
    pub deadline: String,
    /// Whether the return waits for it.
    pub suspends: String,
    /// The article; none where the book names none of its own.
    pub article: Option<Article>,
}

/// A way that the law closes there.
#[derive(Clone, Debug)]
pub struct ClosedWay {
    /// The pathway.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its sign: *closed*, or *only by exception*.
    pub sign: Signed,
    /// By what.
    pub law: String,
}
