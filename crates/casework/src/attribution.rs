use crate::content::{About, Key, body, sealed};
use crate::{Body, Case, Country, MemberId, Noted, Phrase, Standing, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// How one of us, or a source of ours, is spoken of outside: what was agreed beforehand, and why.
///
/// A reporter must describe a source as closely as they may, and for that needs a reason they can
/// print. So both are settled in calm, and drafts are held against them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Attribution {
    /// Who, as a thing of its own. Of a member there is one, whatever stands here.
    #[n(0)]
    pub id: ThingId,
    /// Whom it is about.
    #[n(1)]
    pub of: Attributed,
    /// The words by which they are told of: `a member of staff`. Empty where none were agreed.
    #[n(2)]
    pub descriptor: Phrase,
    /// Why they are not named, in words that may be printed: `because of threats`.
    #[n(3)]
    pub because: Phrase,
    /// What is not said of them; nothing is, of whoever speaks on the record.
    #[n(4)]
    pub withheld: BTreeSet<Withheld>,
    /// What they are, if they choose that it be recorded.
    #[n(5)]
    pub sex: Option<Sex>,
    /// Their names, in every script in which they choose to have them recorded.
    #[n(6)]
    pub names: BTreeSet<Text>,
    /// What they do, so that a draft that tells of it is noticed.
    #[n(7)]
    pub role: Phrase,
}

/// Whom an attribution is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Attributed {
    /// A member of the organisation, who signs for themselves.
    #[n(0)]
    Member(#[n(0)] MemberId),
    /// One of us who has no device.
    #[n(1)]
    Colleague,
    /// Somebody of a government.
    #[n(2)]
    Official(#[n(0)] Country),
    /// Somebody who writes about it.
    #[n(3)]
    Reporter,
    /// Somebody who helps.
    #[n(4)]
    Helper,
}

/// What is not said of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Withheld {
    /// The name.
    #[n(0)]
    Name,
    /// Whether it is a woman or a man: also as a pronoun or an ending.
    #[n(1)]
    Sex,
    /// What they do, how long, where, and how high they stand.
    #[n(2)]
    Role,
}

/// What somebody is, as they say themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Sex {
    /// A woman.
    #[n(0)]
    Female,
    /// A man.
    #[n(1)]
    Male,
}

/// How the latest word on somebody's attribution stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They signed it themselves, or a second member agrees.
    Agreed,
    /// It waits for them, or for a second member.
    Proposed,
    /// Two words differ, or somebody does not agree.
    Contested,
}

/// How somebody is spoken of, as far as it is agreed.
pub struct SpokenOf<'c> {
    /// The latest word: of several that differ, the last.
    pub attribution: &'c Attribution,
    /// The entry in which it was said.
    pub noted: &'c Noted,
    /// How it stands.
    pub agreement: Agreement,
    /// Every name that any word on them had: what was known once is looked for still.
    pub names: BTreeSet<&'c Text>,
}

impl Withheld {
    /// Everything that can be withheld.
    pub const ALL: &'static [Withheld] = &[Withheld::Name, Withheld::Sex, Withheld::Role];
}

impl Attribution {
    fn stands_under(&self) -> Key {
        match self.of {
            // A member's id is drawn at random: the half of it is theirs alone.
            Attributed::Member(MemberId(id)) => {
                let mut half = [0; 16];
                half.copy_from_slice(&id[..16]);
                Key::Thing(ThingId(half))
            }
            Attributed::Colleague
            | Attributed::Official(_)
            | Attributed::Reporter
            | Attributed::Helper => Key::Thing(self.id),
        }
    }

    fn is_signed_by(&self, member: MemberId) -> bool {
        self.of == Attributed::Member(member)
    }
}

impl SpokenOf<'_> {
    /// What is not said of them. While nothing is agreed, everything is withheld: one careless
    /// entry puts nobody on the record.
    pub fn withheld(&self) -> BTreeSet<Withheld> {
        match self.agreement {
            Agreement::Agreed => self.attribution.withheld.clone(),
            Agreement::Proposed | Agreement::Contested => Withheld::ALL.iter().copied().collect(),
        }
    }

    /// Whether this member's signature would settle it.
    pub fn may_be_seconded_by(&self, member: MemberId) -> bool {
        self.agreement == Agreement::Proposed && self.noted.member != member
    }
}

impl Case {
    /// How everybody is spoken of, of whom anything was agreed or proposed.
    pub fn attributions(&self) -> Vec<SpokenOf<'_>> {
        let things = self.things::<Attribution>().into_iter();
        let each = things.filter_map(|(key, standing)| {
            let words = standing.each();
            let (noted, attribution) = *words.last()?;
            let every = self.every::<Attribution>();
            let own = every.filter(|(noted, it)| noted.was_so() && it.key() == key);
            Some(SpokenOf {
                attribution,
                noted,
                agreement: agreement(&standing),
                names: own.flat_map(|(_, it)| &it.names).collect(),
            })
        });
        each.collect()
    }
}

fn agreement(standing: &Standing<'_, Attribution>) -> Agreement {
    match standing {
        Standing::Contested(_) => Agreement::Contested,
        Standing::Settled(noted, _) if noted.is_doubted() => Agreement::Contested,
        Standing::Settled(noted, it) if it.is_signed_by(noted.member) || noted.is_approved() => {
            Agreement::Agreed
        }
        Standing::Settled(..) => Agreement::Proposed,
    }
}

body!(
    Attribution,
    about | _ | About::Work,
    key | it | it.stands_under()
);
sealed!(Attributed);
sealed!(SpokenOf<'_>);
