//! One person's case as it is worked with: who, what is known, what was said, what was done.

use facts::{CountryCode, Date, Facts, Words};

/// A person of the caseload.
#[derive(Clone, Debug)]
pub struct Case {
    /// The opaque number in addresses and titles.
    pub number: CaseNumber,
    /// The name by which colleagues speak of the person: a tree, a bird.
    pub code: Words,
    /// What the caseworker knows, in a few sentences.
    pub story: Words,
    /// How far it has come.
    pub stage: Stage,
    /// Whether the generator drew this person.
    pub drawn: bool,
    /// What is known.
    pub facts: Facts,
    /// What officials said.
    pub signals: Vec<Signal>,
    /// What was done.
    pub steps: Vec<Step>,
}

/// The number of a case: all that an address or a title may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseNumber(pub u32);

/// How far a case has come, in the terms of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Still inside the country of origin and not safe.
    Hidden,
    /// A visa was granted.
    VisaGranted,
    /// Left without a visa.
    LeftWithoutVisa,
}

/// What an official said: neither law nor a refusal.
#[derive(Clone, Debug)]
pub struct Signal {
    /// When.
    pub date: Date,
    /// Whose official.
    pub government: CountryCode,
    /// In what capacity.
    pub who: Words,
    /// On what terms.
    pub terms: Terms,
    /// About which pathways.
    pub about: Vec<String>,
    /// The words themselves, or what was understood.
    pub said: Said,
    /// What it means for the person.
    pub means: Means,
}

/// The terms on which an official spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// May be quoted by name.
    OnRecord,
    /// May be used, not named.
    Background,
}

/// A quotation, or an account of it.
#[derive(Clone, Debug)]
pub enum Said {
    /// The very words.
    Words(Words),
    /// In our words.
    Account(Words),
}

/// Whether a signal discourages or encourages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// Better not.
    Discouraged,
    /// They would look at it.
    Encouraged,
}

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Step {
    /// When.
    pub date: Date,
    /// By which pathway.
    pub pathway: String,
    /// What.
    pub what: What,
    /// Towards which country.
    pub to: Option<CountryCode>,
    /// In one sentence.
    pub note: Option<Words>,
}

/// What a step was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Asked whether one may apply.
    Asked,
    /// Applied in form.
    Applied,
    /// An authority refused.
    Refused,
    /// An authority granted.
    Granted,
    /// Somebody advised against it.
    Discouraged,
    /// Decided not to apply, or not yet.
    NotApplied,
    /// Left a country.
    Left,
    /// Arrived in one.
    Arrived,
}

impl Stage {
    pub(crate) fn from_word(word: &str) -> Option<Stage> {
        match word {
            "hidden" => Some(Stage::Hidden),
            "visa_granted" => Some(Stage::VisaGranted),
            "left_without_visa" => Some(Stage::LeftWithoutVisa),
            _ => None,
        }
    }
}

impl What {
    pub(crate) fn from_word(word: &str) -> Option<What> {
        match word {
            "asked" => Some(What::Asked),
            "applied" => Some(What::Applied),
            "refused" => Some(What::Refused),
            "granted" => Some(What::Granted),
            "discouraged" => Some(What::Discouraged),
            "not_applied" => Some(What::NotApplied),
            "left" => Some(What::Left),
            "arrived" => Some(What::Arrived),
            _ => None,
        }
    }
}

impl Case {
    /// Steps taken on or before a day, earliest first.
    pub fn steps_until(&self, on: Date) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.date <= on)
    }

    /// What officials had said on a day.
    pub fn signals_until(&self, on: Date) -> impl Iterator<Item = &Signal> {
        self.signals.iter().filter(move |signal| signal.date <= on)
    }
}
