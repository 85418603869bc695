use crate::content::{About, Key, body, sealed};
use crate::{Country, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// Somebody around a person: who hunts them, who may be called, who helps.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Around {
    /// Who, as a thing of its own.
    #[n(0)]
    pub id: ThingId,
    /// Around whom.
    #[n(1)]
    pub person: PersonId,
    /// Who that is.
    #[n(2)]
    pub who: Text,
    /// What they are to the person.
    #[n(3)]
    pub tie: Tie,
    /// How far they are trusted. That is another thing than whether what they say is true.
    #[n(4)]
    pub trust: Rung,
}

/// What somebody is to a person.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Tie {
    /// Hunts them.
    #[n(0)]
    Persecutor(#[n(0)] Reach),
    /// May be called, by rules.
    #[n(1)]
    SafeContact(#[n(0)] ContactRules),
    /// Interprets for them.
    #[n(2)]
    Interpreter(#[n(0)] Interpreter),
    /// Their parent or guardian; perhaps the one they fear.
    #[n(3)]
    Guardian {
        /// Whether they are among those who hunt the person; nothing, if nobody has asked.
        #[n(0)]
        is_feared: Option<bool>,
    },
    /// Their lawyer.
    #[n(4)]
    Lawyer,
    /// Drives, hosts, pays.
    #[n(5)]
    Helper,
    /// Anybody else.
    #[n(6)]
    Other,
}

/// How far a persecutor's arm reaches.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Reach {
    /// The countries in which they have found people, or are known to look.
    #[n(0)]
    pub countries: BTreeSet<Country>,
    /// By what means.
    #[n(1)]
    pub means: Text,
    /// Whether they know where the person is; nothing, if nobody knows.
    #[n(2)]
    pub knows_where: Option<bool>,
}

/// How a safe contact may be spoken with.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct ContactRules {
    /// How, and when.
    #[n(0)]
    pub channel: Text,
    /// What they know already.
    #[n(1)]
    pub knows: BTreeSet<Knowledge>,
    /// What must never be said to them.
    #[n(2)]
    pub never_say: Text,
}

/// What somebody may know of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Knowledge {
    /// That they fled.
    #[n(0)]
    Fled,
    /// Why.
    #[n(1)]
    Ground,
    /// Where they are.
    #[n(2)]
    Place,
    /// Where they mean to go.
    #[n(3)]
    Destination,
}

/// What was made sure of an interpreter before they sit down with a person.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Interpreter {
    /// Whether it was checked that they have no tie to those whom the person fears.
    #[n(0)]
    pub conflict_checked: bool,
    /// Whether they come from the person's own community; nothing, if nobody has asked.
    #[n(1)]
    pub of_the_community: Option<bool>,
    /// Whether the person has agreed to them; nothing, if nobody has asked.
    #[n(2)]
    pub agreed: Option<bool>,
}

/// How far somebody is trusted: a ladder, climbed one rung at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Rung {
    /// Contact only.
    #[n(0)]
    ContactOnly,
    /// Met.
    #[n(1)]
    Met,
    /// Vetted.
    #[n(2)]
    Vetted,
    /// May know a shelter.
    #[n(3)]
    MayKnowShelter,
}

impl Interpreter {
    /// Whether they may interpret: checked, not refused, and of the community only with the
    /// person's yes.
    pub fn may_interpret(&self) -> bool {
        let agreed = match self.of_the_community {
            Some(false) => self.agreed != Some(false),
            Some(true) | None => self.agreed == Some(true),
        };
        self.conflict_checked && agreed
    }
}

body!(
    Around,
    about | it | About::Person(it.person),
    key | it | Key::Thing(it.id)
);
sealed!(Tie);
sealed!(Reach);
sealed!(ContactRules);
sealed!(Interpreter);

#[cfg(test)]
mod tests {
    use super::Interpreter;

    #[test]
    fn nobody_of_the_community_interprets_without_the_persons_yes() {
        let interpreter = |conflict_checked, of_the_community, agreed| Interpreter {
            conflict_checked,
            of_the_community,
            agreed,
        };
        assert!(interpreter(true, Some(false), None).may_interpret());
        assert!(interpreter(true, Some(true), Some(true)).may_interpret());
        assert!(!interpreter(true, Some(true), None).may_interpret());
        assert!(!interpreter(true, None, None).may_interpret());
        assert!(!interpreter(true, Some(false), Some(false)).may_interpret());
        assert!(!interpreter(false, Some(false), Some(true)).may_interpret());
    }
}
