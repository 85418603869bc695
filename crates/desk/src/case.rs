//! One person's case as it is worked with: who, what is known, what was said, what was done.

use facts::{CountryCode, Date, FactId, Facts, PartialDate, Scalar, Words};

pub use casework::{Means, Terms, What};

/// A person of the caseload.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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

/// A quotation, or an account of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The very words.
    Words(Words),
    /// In our words.
    Account(Words),
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// When; of what lies far back, perhaps only the month or the year.
    pub date: PartialDate,
    /// By which pathway.
    pub pathway: String,
    /// What.
    pub what: What,
    /// Towards which country.
    pub to: Option<CountryCode>,
    /// In one sentence.
    pub note: Option<Words>,
}

impl Case {
    /// The country where the person is, if it is known.
    pub fn here(&self) -> Option<CountryCode> {
        match self.facts.get(&FactId("here".into()), None)?.value()? {
            Scalar::Country(code) => Some(*code),
            _ => None,
        }
    }

    /// Steps taken on or before a day, earliest first.
    pub fn steps_until(&self, on: Date) -> impl Iterator<Item = &Step> {
        self.steps
            .iter()
            .filter(move |step| step.date.latest() <= on)
    }

    /// What officials had said on a day.
    pub fn signals_until(&self, on: Date) -> impl Iterator<Item = &Signal> {
        self.signals.iter().filter(move |signal| signal.date <= on)
    }

    /// What of it was said on the record.
    pub fn on_record_until(&self, on: Date) -> impl Iterator<Item = &Signal> {
        self.signals_until(on)
            .filter(|signal| signal.terms.may_be_repeated())
    }
}
