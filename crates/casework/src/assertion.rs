use crate::approval::Role;
use crate::content::{About, Key, body, sealed};
use crate::{Dated, OperationId, PersonId, Text, ThingId, Value};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// Somebody says something about a person: who, when it was so, on what basis, in which language
/// and through whom, under which consent.
///
/// When we learnt it stands on the [`Entry`](crate::Entry). Facts for the law are the fold of all
/// assertions: [`Case::fold`](crate::Case::fold).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Assertion {
    /// About whom.
    #[n(0)]
    pub person: PersonId,
    /// The name of the fact in the vocabulary.
    #[n(1)]
    pub fact: String,
    /// For facts with one truth for each country: the country, an area, or `*` for every country
    /// of which nothing is said by name.
    #[n(2)]
    pub under: Option<String>,
    /// What is said.
    #[n(3)]
    pub says: Says,
    /// Since when it is so. Where nobody knows, it is taken to have been so all along.
    #[n(4)]
    pub since: Option<Dated>,
    /// The first day on which it was no longer so.
    #[n(5)]
    pub until: Option<Dated>,
    /// Who says so.
    #[n(6)]
    pub by: Source,
    /// On what it rests.
    #[n(7)]
    pub basis: Option<Basis>,
    /// How it was heard, when somebody told it.
    #[n(8)]
    pub heard: Option<Heard>,
    /// The consent under which it was recorded.
    #[n(9)]
    pub consent: Option<OperationId>,
    /// As what the member who signs records it.
    #[n(10)]
    pub role: Role,
    /// Others of the case who may see it. Each person's facts are a secret of their own.
    #[n(11)]
    pub shown_to: BTreeSet<PersonId>,
    /// The assertion about another person of the case from which this was copied. It counts only
    /// while that one stands and is shown to this person.
    #[n(12)]
    pub copied_from: Option<OperationId>,
    /// The edition of the vocabulary in which the fact had this name.
    #[n(13)]
    pub vocabulary: u32,
}

/// What an assertion says of a fact.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Says {
    /// It is this.
    #[n(0)]
    Value(#[n(0)] Value),
    /// The one who says so has heard different things.
    #[n(1)]
    Differing(#[n(0)] Vec<Value>),
    /// It was asked, and nobody knows.
    #[n(2)]
    Unknown,
    /// "I would rather not say."
    #[n(3)]
    RatherNotSay,
    /// Of a set.
    #[n(4)]
    Set {
        /// Members shown.
        #[n(0)]
        shown: BTreeSet<Value>,
        /// Members denied.
        #[n(1)]
        denied: BTreeSet<Value>,
        /// "And no others?": yes.
        #[n(2)]
        complete: bool,
    },
    /// Of a list of records.
    #[n(5)]
    List {
        /// Each record, field by field; a field that is missing is unknown.
        #[n(0)]
        records: Vec<BTreeSet<Field>>,
        /// "And no others?": yes.
        #[n(1)]
        complete: bool,
    },
}

/// One field of a record.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Field {
    /// Its name in the vocabulary.
    #[n(0)]
    pub name: String,
    /// Its value.
    #[n(1)]
    pub value: Value,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Source {
    /// The person themself, or another of the case.
    #[n(0)]
    Person(#[n(0)] PersonId),
    /// The member who signs.
    #[n(1)]
    Member,
    /// Somebody around the person.
    #[n(2)]
    Around(#[n(0)] ThingId),
    /// A paper.
    #[n(3)]
    Paper(#[n(0)] ThingId),
    /// A piece of evidence.
    #[n(4)]
    Evidence(#[n(0)] ThingId),
}

/// On what an assertion rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Basis {
    /// Taken for granted: it gives way to whatever somebody says.
    #[n(0)]
    Assumed,
    /// The person said so.
    #[n(1)]
    Said,
    /// A caseworker established it.
    #[n(2)]
    Caseworker,
    /// A document shows it.
    #[n(3)]
    Document,
}

/// How something was heard.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Heard {
    /// The language, by its BCP 47 tag: `ce`.
    #[n(0)]
    pub language: String,
    /// The interpreter, among the people around.
    #[n(1)]
    pub interpreter: Option<ThingId>,
    /// In their own words.
    #[n(2)]
    pub own_words: Option<Text>,
    /// Whether it was read back to them.
    #[n(3)]
    pub read_back: bool,
}

impl Assertion {
    /// The person says this of themself, to a caseworker.
    pub fn new(person: PersonId, fact: &str, says: Says) -> Assertion {
        Assertion {
            person,
            fact: fact.to_owned(),
            under: None,
            says,
            since: None,
            until: None,
            by: Source::Person(person),
            basis: Some(Basis::Said),
            heard: None,
            consent: None,
            role: Role::Caseworker,
            shown_to: BTreeSet::new(),
            copied_from: None,
            vocabulary: 1,
        }
    }
}

impl From<Basis> for facts::Basis {
    fn from(basis: Basis) -> facts::Basis {
        match basis {
            Basis::Assumed => facts::Basis::Assumed,
            Basis::Said => facts::Basis::Said,
            Basis::Caseworker => facts::Basis::Caseworker,
            Basis::Document => facts::Basis::Document,
        }
    }
}

impl From<facts::Basis> for Basis {
    fn from(basis: facts::Basis) -> Basis {
        match basis {
            facts::Basis::Assumed => Basis::Assumed,
            facts::Basis::Said => Basis::Said,
            facts::Basis::Caseworker => Basis::Caseworker,
            facts::Basis::Document => Basis::Document,
        }
    }
}

body!(
    Assertion,
    about | it | About::Person(it.person),
    key | it | Key::Fact(it.person, it.fact.clone(), it.under.clone()),
);
sealed!(Says);
sealed!(Field);
sealed!(Heard);
