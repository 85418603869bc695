//! One person, and one way for one person.

use super::Quote;
use crate::sign::Signed;

/// One person's page.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// Who.
    pub head: PersonHead,
    /// What is known, fact by fact.
    pub known: Vec<KnownTopic>,
    /// What changed against the day of the report; nothing, if that is the day asked about.
    pub changed: Vec<String>,
    /// Whether another day than the report's is asked about.
    pub compared: bool,
    /// Destinations with a law of their own.
    pub destinations: Vec<Destination>,
    /// Families of pathways that read the same in many countries.
    pub families: Vec<FamilyWay>,
    /// What could stop a return.
    pub against_return: Vec<Way>,
    /// Countries where a visitor is let in without a visa.
    pub entries: Vec<EntryLine>,
    /// How many entries there are, in a sentence.
    pub entries_sentence: String,
    /// Entries that nobody had looked at by that day, in a sentence.
    pub entries_unseen: String,
}

/// Who a page is about.
#[derive(Clone, Debug)]
pub struct PersonHead {
    /// The case's number.
    pub number: u32,
    /// The code name.
    pub code: String,
    /// The story.
    pub story: String,
    /// How far.
    pub stage: String,
    /// Drawn by the generator.
    pub drawn: bool,
}

/// What is known about one topic.
#[derive(Clone, Debug)]
pub struct KnownTopic {
    /// The topic.
    pub name: String,
    /// Its facts.
    pub facts: Vec<KnownFact>,
}

/// One fact as it is known.
#[derive(Clone, Debug)]
pub struct KnownFact {
    /// What it is.
    pub label: String,
    /// What is known of it.
    pub value: String,
    /// On what it rests.
    pub basis: String,
}

/// One destination and everything about it.
#[derive(Clone, Debug)]
pub struct Destination {
    /// Its code: the place on the page.
    pub code: String,
    /// Its name.
    pub country: String,
    /// What reads at once: *no class for it · may be asked today · told … · not refused, not applied*.
    pub at_once: Vec<Signed>,
    /// Ways that people look for and that the law does not have.
    pub absences: Vec<AbsenceNote>,
    /// What officials said about ways that no book has.
    pub told: Vec<Quote>,
    /// The ways, the most hopeful first.
    pub ways: Vec<Way>,
}

/// A way that is not there.
#[derive(Clone, Debug)]
pub struct AbsenceNote {
    /// What is not there.
    pub what: String,
    /// By which article.
    pub article: Article,
}

/// One pathway for one person.
#[derive(Clone, Debug)]
pub struct Way {
    /// The pathway.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The verdict.
    pub sign: Signed,
    /// "may be asked today: yes".
    pub asked_today: Signed,
    /// The line of the law: the verdict with what carries it.
    pub law: String,
    /// What is done, beside what is written.
    pub practice: Vec<Noted>,
    /// What we were told, and what was done.
    pub told: Vec<Quote>,
    /// Steps so far, or that nothing was asked yet.
    pub so_far: Vec<String>,
    /// Reasons that decide, down to the article.
    pub reasons: Vec<Reason>,
    /// What somebody weighs, for and against.
    pub weighed: Vec<Reason>,
    /// Conditions that are met.
    pub met: Vec<Reason>,
    /// Discretion, room, trust, age of what was seen: each a short note.
    pub notes: Vec<Noted>,
    /// For an entry: return and pursuit there.
    pub beside_entry: Option<BesideEntry>,
}

/// A note with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// In a few words, what the note is about.
    pub about: String,
    /// The note.
    pub text: String,
    /// Where it comes from.
    pub article: Option<Article>,
}

/// An article and how far its text can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// As lawyers write it.
    pub cite: String,
    /// How it was seen: "official text, read 22 November 2026".
    pub seen: String,
    /// Whether that is the legal text itself.
    pub official: bool,
}

/// One reason.
#[derive(Clone, Debug)]
pub struct Reason {
    /// How it stands.
    pub sign: Signed,
    /// In a whole sentence.
    pub text: String,
    /// The question that would settle it, if one would.
    pub question: Option<String>,
    /// The article.
    pub article: Article,
}

/// What stands beside every entry.
#[derive(Clone, Debug)]
pub struct BesideEntry {
    /// How many means and cases there are, in a few words.
    pub short: String,
    /// Legal means by which a person can be searched for and returned there.
    pub means: Vec<String>,
    /// Cases: on record, none found, or not looked for.
    pub cases: Vec<String>,
    /// Getting there: exit, boarding, transit.
    pub getting_there: Vec<Signed>,
    /// What is known of return and pursuit, at a glance.
    pub at_a_glance: Signed,
    /// Whether that warns.
    pub warns: bool,
}

/// One pathway of a family, the same in several countries.
#[derive(Clone, Debug)]
pub struct FamilyWay {
    /// The countries, in words.
    pub countries: String,
    /// How many, in words.
    pub count: String,
    /// The way, as it reads in each of them.
    pub way: Way,
}

/// A country that may let visitors in: never shown without return and pursuit.
#[derive(Clone, Debug)]
pub struct EntryLine {
    /// The pathway.
    pub id: String,
    /// The country.
    pub country: String,
    /// The verdict.
    pub sign: Signed,
    /// The line of the law.
    pub law: String,
    /// Return and pursuit there, and the way there.
    pub beside: BesideEntry,
}

impl PersonPage {
    /// The entries, those of countries together that read the same and of which as much is known: return
    /// and pursuit stand beside each of them all the same.
    pub fn alike_entries(&self) -> Vec<AlikeEntries<'_>> {
        let mut groups: Vec<AlikeEntries<'_>> = Vec::new();
        for entry in &self.entries {
            let alike = |group: &&mut AlikeEntries<'_>| {
                let (a, b) = (&group.first.beside, &entry.beside);
                group.first.sign == entry.sign
                    && a.at_a_glance == b.at_a_glance
                    && a.short == b.short
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.all.push(entry),
                None => groups.push(AlikeEntries {
                    first: entry,
                    all: vec![entry],
                }),
            }
        }
        groups
    }
}

/// Entries that read the same, with what is known beside them.
#[derive(Clone, Debug)]
pub struct AlikeEntries<'p> {
    /// What stands for all.
    pub first: &'p EntryLine,
    /// Each.
    pub all: Vec<&'p EntryLine>,
}

/// Everything about one way for one person.
#[derive(Clone, Debug)]
pub struct WayPage {
    /// Who.
    pub head: PersonHead,
    /// Where the way leads.
    pub country: String,
    /// The way.
    pub way: Way,
}
