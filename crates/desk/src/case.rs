//! One person's case as it is worked with: who, what is known, what was said, what was done.

use facts::{CountryCode, Date, FactId, Facts, PartialDate, Scalar, Words};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// Better not.
    Discouraged,
    /// They would look at it.
    Encouraged,
}

/// Something that was done.
#[derive(Clone, Debug)]
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

/// The words of a person file for the variants of an enum.
macro_rules! words_of {
    ($name:ident { $($variant:ident = $word:literal,)+ }) => {
        impl $name {
            /// The words for it in a file.
            pub(crate) const WORDS: &'static [&'static str] = &[$($word,)+];

            /// From its word in a file.
            pub(crate) fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

words_of!(Stage {
    Hidden = "hidden",
    VisaGranted = "visa_granted",
    LeftWithoutVisa = "left_without_visa",
});

words_of!(Terms {
    OnRecord = "on_record",
    Background = "background",
});

words_of!(Means {
    Discouraged = "discouraged",
    Encouraged = "encouraged",
});

words_of!(What {
    Asked = "asked",
    Applied = "applied",
    Refused = "refused",
    Granted = "granted",
    Discouraged = "discouraged",
    NotApplied = "not_applied",
    Left = "left",
    Arrived = "arrived",
});

impl Terms {
    /// Whether what was said on these terms may leave the room.
    pub fn may_be_repeated(self) -> bool {
        match self {
            Terms::OnRecord => true,
            Terms::Background => false,
        }
    }
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
