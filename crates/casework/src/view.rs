use crate::{
    About, Assertion, Body, Case, Content, Fold, Kind, Noted, Part, Person, PersonId, Relation,
};
use facts::{Date, Facts, Recorded, Scalar, Vocabulary};
use std::collections::BTreeSet;

/// What is shown in a packet about one person of a case, or why there can be none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet<'c> {
    /// Whose.
    pub person: PersonId,
    /// What is known of them, for the law.
    pub fold: Fold,
    /// What is recorded of them, in the order in which it was learnt.
    pub entries: Vec<&'c Noted>,
    /// Why it must not leave yet. Each is told to this person alone.
    pub stops: BTreeSet<Stop>,
}

/// Why a packet must not leave yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// Nobody has asked whether the list of relatives, or of partners, is whole.
    FamilyNotAsked,
    /// More people of this kind are in the case than in the applicant's own list. Who is left out
    /// may be shut out later.
    Unlisted(Relation),
    /// Something about them is contested.
    Contested,
}

impl Content {
    /// Whether this kind of entry may be part of a packet. Gradings, doubts, plans for safety and
    /// the notes of the staff never are.
    pub fn may_leave(&self) -> bool {
        match self {
            Content::Assertion(_)
            | Content::Step(_)
            | Content::Evidence(_)
            | Content::Paper(_)
            | Content::Incident(_) => true,
            Content::Retraction(_)
            | Content::Dispute(_)
            | Content::Approval(_)
            | Content::Person(_)
            | Content::CodeName(_)
            | Content::Around(_)
            | Content::Consent(_)
            | Content::Ward(_)
            | Content::Progress(_)
            | Content::Signal(_)
            | Content::Talk(_)
            | Content::OfferedPlace(_)
            | Content::Telling(_)
            | Content::Commitment(_)
            | Content::Referral(_)
            | Content::Approach(_)
            | Content::CheckInPlan(_)
            | Content::CheckIn(_)
            | Content::Journey(_)
            | Content::LegNews(_)
            | Content::FirstMinutes(_)
            | Content::Triage(_)
            | Content::Task(_)
            | Content::HandOver(_)
            | Content::HideOut(_)
            | Content::Stay(_)
            | Content::KeepApart(_)
            | Content::Custody(_)
            | Content::Support(_)
            | Content::Grade(_)
            | Content::Cost(_)
            | Content::Choice(_)
            | Content::Act(_)
            | Content::Docket(_)
            | Content::Colleague(_)
            | Content::KnownAs(_)
            | Content::Statement(_)
            | Content::Draft(_)
            | Content::Override(_)
            | Content::Reviewer(_)
            | Content::ForReview(_)
            | Content::Reviewed(_)
            | Content::Attribution(_)
            | Content::CountTable(_) => false,
        }
    }
}

impl Case {
    /// What one person of the case may see: what is about them, and what another has shown them.
    pub fn seen_by(&self, person: PersonId) -> Vec<&Noted> {
        let shown = |noted: &Noted| {
            let shown_to = |it: &Assertion| it.shown_to.contains(&person);
            Assertion::of(&noted.content).is_some_and(shown_to)
        };
        let mut seen = self.history();
        seen.retain(|it| it.content.about() == About::Person(person) || shown(it));
        seen
    }

    /// The packet of one person on a day: only entries about them, and only facts of their own.
    pub fn packet(&self, person: PersonId, on: Date, vocabulary: &Vocabulary) -> Packet<'_> {
        let fold = self.fold(person, on, vocabulary);
        let mut entries = self.history();
        entries.retain(|it| {
            it.stands() && it.content.may_leave() && it.content.about() == About::Person(person)
        });
        let mut stops = self.unlisted(person, &fold.facts);
        if !fold.contested.is_empty() {
            stops.insert(Stop::Contested);
        }
        Packet {
            person,
            fold,
            entries,
            stops,
        }
    }

    fn unlisted(&self, person: PersonId, facts: &Facts) -> BTreeSet<Stop> {
        let is_whole = |fact| match facts.get(fact, None) {
            Some(Recorded::List { complete, .. }) => *complete,
            Some(Recorded::One(_) | Recorded::Set { .. }) | None => false,
        };
        let mut stops = BTreeSet::new();
        if !is_whole("relatives") || !is_whole("partner") {
            stops.insert(Stop::FamilyNotAsked);
        }
        // What others of the case are to each other is recorded for the principal applicant only.
        if self.part_of(person).contains(&Part::Principal) {
            let unlisted = |relation: &Relation| {
                relation.must_be_listed() && listed(facts, *relation) < self.count(*relation)
            };
            let relations = Relation::ALL.iter().copied().filter(unlisted);
            stops.extend(relations.map(Stop::Unlisted));
        }
        stops
    }

    fn part_of(&self, person: PersonId) -> Vec<Part> {
        let people = self.standing::<Person>().map(|(_, it)| it);
        people
            .filter(|it| it.id == person)
            .map(|it| it.part)
            .collect()
    }

    /// How many people of the case are this to the principal applicant.
    fn count(&self, relation: Relation) -> usize {
        let people = self.standing::<Person>().map(|(_, it)| it);
        let of = people.filter(|it| it.part == Part::Family(relation));
        of.map(|it| it.id).collect::<BTreeSet<_>>().len()
    }
}

/// How many of a kind the applicant's own lists have.
fn listed(facts: &Facts, relation: Relation) -> usize {
    let has = |fact: &str, field: &str, words: &[&str]| match facts.get(fact, None) {
        Some(Recorded::List { records, .. }) => {
            let is_it =
                |value: &Scalar| matches!(value, Scalar::Text(it) if words.contains(&it.as_str()));
            let of = |record: &&facts::Record| record.get(field).is_some_and(is_it);
            let of: Vec<&facts::Record> = records.iter().filter(of).collect();
            // What says less of somebody than another record may be the same one again.
            let is_less = |it: &&facts::Record| {
                let fuller = |other: &&facts::Record| {
                    other.len() > it.len() && it.iter().all(|(k, v)| other.get(k) == Some(v))
                };
                of.iter().any(fuller)
            };
            of.iter().filter(|it| !is_less(it)).count()
        }
        Some(Recorded::One(_) | Recorded::Set { .. }) | None => 0,
    };
    let relatives = |word| has("relatives", "relation", &[word]);
    match relation {
        // Either list may name a husband, a wife or a partner: the same one, if both do.
        Relation::Spouse => relatives("spouse").max(has("partner", "tie", &["spouse"])),
        Relation::Partner => {
            let ties = ["civil_partner", "cohabiting", "fiance"];
            relatives("partner").max(has("partner", "tie", &ties))
        }
        Relation::ChildUnder18 => relatives("child_under_18"),
        Relation::AdultChild => relatives("child_adult"),
        Relation::Parent => relatives("parent"),
        Relation::Sibling => relatives("sibling"),
        Relation::Other => relatives("other"),
    }
}
