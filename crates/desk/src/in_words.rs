use crate::case::Stage;
use casework::{
    Element, EvidenceKind, Found, Means, PlaceDetail, PlaceState, Promise, Role, Rung, Supported,
    TalkState, Terms, What, WordHeard,
};

/// One of a few, each with a word for it: in a person file, and as the value of a form's field.
pub trait InWords: Copy + Sized + 'static {
    /// All of them, in the order in which they are offered.
    const ALL: &'static [Self];
    /// Their words, in the same order.
    const WORDS: &'static [&'static str];

    /// Its word.
    fn word(self) -> &'static str;

    /// The one that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.word() == word)
    }
}

/// Gives the variants of an enum their words.
macro_rules! in_words {
    ($name:ty { $($variant:ident = $word:literal,)+ }) => {
        impl $crate::in_words::InWords for $name {
            const ALL: &'static [Self] = &[$(<$name>::$variant,)+];
            const WORDS: &'static [&'static str] = &[$($word,)+];

            fn word(self) -> &'static str {
                match self { $(<$name>::$variant => $word,)+ }
            }
        }
    };
}

in_words!(Stage {
    Hidden = "hidden",
    VisaGranted = "visa_granted",
    LeftWithoutVisa = "left_without_visa",
});

in_words!(Terms {
    OnRecord = "on_record",
    Background = "background",
    DeepBackground = "deep_background",
    OffRecord = "off_record",
});

in_words!(Means {
    Discouraged = "discouraged",
    Encouraged = "encouraged",
});

in_words!(What {
    Asked = "asked",
    Applied = "applied",
    Refused = "refused",
    Granted = "granted",
    Discouraged = "discouraged",
    NotApplied = "not_applied",
    Withdrawn = "withdrawn",
    Left = "left",
    NotLetOut = "not_let_out",
    NotBoarded = "not_boarded",
    Stopped = "stopped",
    SentBack = "sent_back",
    Detained = "detained",
    Arrived = "arrived",
    Returned = "returned",
    ClaimLodged = "claim_lodged",
    ClaimRefused = "claim_refused",
    Protected = "protected",
});

pub(crate) use in_words;
in_words!(WordHeard {
    Fine = "fine",
    Proven = "proven",
    Unclear = "unclear",
    NoAnswer = "no_answer",
    Duress = "duress",
});

in_words!(Rung {
    ContactOnly = "contact_only",
    Met = "met",
    Vetted = "vetted",
    MayKnowShelter = "may_know_shelter",
});

in_words!(TalkState {
    Sought = "sought",
    Open = "open",
    Paused = "paused",
    Ended = "ended",
});

in_words!(PlaceState {
    Hinted = "hinted",
    Said = "said",
    Written = "written",
    Confirmed = "confirmed",
    Withdrawn = "withdrawn",
});

in_words!(PlaceDetail {
    That = "that",
    Country = "country",
    When = "when",
    Flight = "flight",
});

in_words!(Promise {
    Open = "open",
    Kept = "kept",
    Broken = "broken",
    Released = "released",
});

in_words!(EvidenceKind {
    Official = "official",
    Message = "message",
    Witness = "witness",
    Picture = "picture",
    Recording = "recording",
    Injuries = "injuries",
    Press = "press",
    Other = "other",
});

in_words!(Element {
    Outside = "outside",
    WellFoundedFear = "well_founded_fear",
    Persecution = "persecution",
    Ground = "ground",
    NoProtection = "no_protection",
    NoInternalAlternative = "no_internal_alternative",
    NotExcluded = "not_excluded",
});

in_words!(Supported {
    Yes = "yes",
    No = "no",
    NotYetAsked = "not_yet_asked",
});

in_words!(Found {
    Agrees = "agrees",
    Opposes = "opposes",
});

in_words!(Role {
    Caseworker = "caseworker",
    Lawyer = "lawyer",
});
