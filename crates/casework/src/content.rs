use crate::{PersonId, ThingId};
use minicbor::{Decode, Encode};
use std::fmt;

/// What every kind of content can say of itself.
pub trait Body {
    /// Whom it tells something about.
    fn about(&self) -> About;

    /// What it is the latest word on.
    fn key(&self) -> Key;
}

/// One of the kinds of content.
pub trait Kind: Body + Ord + Sized + 'static {
    /// The content, if it is of this kind.
    fn of(content: &Content) -> Option<&Self>;
}

/// Whom an entry tells something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// One person: nobody else in the case sees it, unless it says so itself.
    Person(PersonId),
    /// The work of the staff: nobody of the case sees it.
    Work,
}

/// What an entry is the latest word on. Two entries that stand under one key and say different
/// things are contested; an entry can only replace another under the same key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// On itself: something that happened, and stands beside everything else that happened.
    Event,
    /// On a thing.
    Thing(ThingId),
    /// On a person; one of its kind for each.
    Person(PersonId),
    /// On one matter of a person, by the number of the matter and the thing that it is about.
    Matter(PersonId, u32, Option<ThingId>),
    /// On two people together.
    Pair(PersonId, PersonId),
    /// On a fact of a person, under its key if it has keys.
    Fact(PersonId, String, Option<String>),
}

/// Keys print without the names of facts.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Key::Event => "Event",
            Key::Thing(_) => "Thing",
            Key::Person(_) => "Person",
            Key::Matter(..) => "Matter",
            Key::Pair(..) => "Pair",
            Key::Fact(..) => "Fact",
        })
    }
}

/// Says of a kind of content whom it is about and what it is the latest word on, and seals its
/// `Debug`.
macro_rules! body {
    ($kind:ty, about $about:expr, key $key:expr $(,)?) => {
        impl $crate::content::Body for $kind {
            fn about(&self) -> $crate::content::About {
                let about: fn(&$kind) -> $crate::content::About = $about;
                about(self)
            }

            fn key(&self) -> $crate::content::Key {
                let key: fn(&$kind) -> $crate::content::Key = $key;
                key(self)
            }
        }

        $crate::content::sealed!($kind);
    };
}

/// Seals the `Debug` of what tells of a case.
macro_rules! sealed {
    ($kind:ty) => {
        impl std::fmt::Debug for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($kind), "([sealed])"))
            }
        }
    };
}

pub(crate) use {body, sealed};

macro_rules! kinds {
    ($($number:tt $kind:ident: $doc:literal,)+) => {
        $(use crate::$kind;)+

        /// Everything that can be recorded. The numbers stand in signed entries: a number is never
        /// used again for another kind.
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
        #[cfg_attr(test, derive(arbitrary::Arbitrary))]
        pub enum Content {
            $(#[doc = $doc] #[n($number)] $kind(#[n(0)] $kind),)+
        }

        impl Content {
            /// The kinds of content, by number.
            pub const KINDS: &[(u32, &str)] = &[$(($number, stringify!($kind)),)+];

            /// Its kind's number.
            pub fn kind(&self) -> u32 {
                match self { $(Content::$kind(_) => $number,)+ }
            }
        }

        impl Body for Content {
            fn about(&self) -> About {
                match self { $(Content::$kind(body) => body.about(),)+ }
            }

            fn key(&self) -> Key {
                match self { $(Content::$kind(body) => body.key(),)+ }
            }
        }

        $(
            impl Kind for $kind {
                fn of(content: &Content) -> Option<&$kind> {
                    match content { Content::$kind(body) => Some(body), _ => None }
                }
            }

            impl From<$kind> for Content {
                fn from(body: $kind) -> Content {
                    Content::$kind(body)
                }
            }
        )+
    };
}

kinds! {
    0 Retraction: "An author takes an entry of theirs back.",
    1 Dispute: "Somebody doubts an entry.",
    2 Approval: "A second person has looked at an entry.",
    3 Assertion: "Somebody says something about a person.",
    4 Person: "A person of the case.",
    5 CodeName: "The name by which colleagues speak of a person.",
    6 Around: "Somebody around a person.",
    7 Consent: "What a person has agreed to, or not.",
    8 Ward: "Who may consent for somebody who cannot alone.",
    9 Step: "Something that was done, or that came of it.",
    10 Progress: "How far a person has come.",
    11 Signal: "What an official said.",
    12 Talk: "A talk with a government or a partner.",
    13 OfferedPlace: "A place that somebody may have.",
    14 Telling: "What a person was told of a place.",
    15 Commitment: "Something that was promised.",
    16 Referral: "A person's case put to a partner.",
    17 Approach: "Somebody has approached a government for a person.",
    18 CheckInPlan: "How a person is heard from.",
    19 CheckIn: "A word from a person, or none.",
    20 Journey: "A journey, leg by leg.",
    21 LegNews: "News of a leg.",
    22 FirstMinutes: "The first minutes of a call, and the plan for 72 hours.",
    23 Triage: "How soon a person must be helped.",
    24 Task: "Something to be done.",
    25 HandOver: "The end of a shift.",
    26 HideOut: "A place to hide.",
    27 Stay: "Somebody stays in a hide-out.",
    28 KeepApart: "Two people who must not meet.",
    29 Evidence: "A piece of evidence.",
    30 Custody: "A piece of evidence changes hands.",
    31 Support: "Whether an element of a claim is supported.",
    32 Grade: "How reliable a source about others is.",
    33 Paper: "A paper of a person.",
    34 Incident: "Something that was done to a person.",
    35 Cost: "Something that costs money.",
    36 Choice: "What a person has chosen.",
    37 Act: "Something that two people decide.",
    38 Docket: "That a case was opened, and under which number.",
    39 Colleague: "How a member wants to be called.",
    40 KnownAs: "What somebody is known as: a name, a telephone.",
    41 Statement: "Something that the organisation has said.",
    42 Draft: "A statement before it has gone out.",
    43 Override: "A member answers for what a check marked in a draft.",
    44 Reviewer: "Whether a member reads drafts for those who may not open everything.",
    45 ForReview: "A draft is put before the reviewers.",
    46 Reviewed: "A reviewer's answer to one wording of a draft.",
    50 CountTable: "A table of counts that has left the house.",
    60 Attribution: "How one of us, or a source, is spoken of outside.",
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Content([sealed])")
    }
}
