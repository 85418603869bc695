use super::sheet::CellFault;
use super::{At, Terms};
use crate::Speech;
use crate::speech::say;
use casework::NeverCollect;
use facts::{CountryCode, FactId, Words};

/// Something that cannot be taken over, where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// In which cell: for a column its heading, for a row its first cell.
    pub at: At,
    /// Why.
    pub why: Reason,
}

/// Why something in a spreadsheet cannot be taken over. None holds what stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody records this. The whole column is left where it is.
    NeverCollected(NeverCollect),
    /// The heading is no fact, nor anything else that is known; perhaps this fact is meant.
    UnknownHeading(Option<FactId>),
    /// The heading may be any of several facts.
    SeveralFacts(Vec<FactId>),
    /// Another column says the same: this one's number.
    SameAs(u32),
    /// The program works this fact out itself.
    WorkedOut,
    /// The fact is a list of records, which no cell can hold.
    ListFact,
    /// The fact has one truth for each country, and the heading names none.
    WhichCountry,
    /// The fact has no countries, and the mapping names one.
    NoCountry,
    /// There are cells under no heading.
    NoHeading,
    /// The row says neither by its key nor by a code name of whom it speaks.
    Nobody,
    /// Another row, in this cell, speaks of the same person.
    SameRow(At),
    /// The key is of one person who is known, the code name of another.
    TwoPeople,
    /// The cell has nothing that can be read.
    Cell(CellFault),
    /// Yes or no is expected.
    NotYesOrNo,
    /// A whole number is expected.
    NotANumber,
    /// A day, a month or a year is expected.
    NotADate,
    /// Nobody knows which number is the month.
    AmbiguousDate,
    /// A country is expected; perhaps this one is meant.
    NotACountry(Option<CountryCode>),
    /// One of the fact's values is expected; perhaps this one is meant.
    NotOneOf(Option<Words>),
    /// Words are expected.
    NotWords,
    /// A language is expected.
    NotALanguage,
    /// The cell shows and denies the same thing.
    BothShownAndDenied,
    /// It is too long to be recorded in one piece.
    TooLong,
}

impl Trouble {
    /// Where, what is wrong, and how to mend it.
    pub fn sentence(&self, terms: &Terms<'_>, speech: &Speech) -> String {
        let why = self.why.sentence(terms, speech);
        say!(
            speech,
            "import-trouble",
            at = &self.at.to_string(),
            why = &why
        )
    }
}

impl Reason {
    /// What is wrong, and how to mend it.
    pub fn sentence(&self, terms: &Terms<'_>, speech: &Speech) -> String {
        let perhaps = |name: Option<String>| match name {
            Some(name) => say!(speech, "import-perhaps", name = &name),
            None => String::new(),
        };
        match self {
            Reason::NeverCollected(never) => speech.say(never_id(*never)),
            Reason::UnknownHeading(near) => {
                let near = perhaps(near.as_ref().map(|id| terms.label(id, speech.lang())));
                say!(speech, "import-unknown-heading", perhaps = &near)
            }
            Reason::SeveralFacts(several) => {
                let ids: Vec<String> = several.iter().map(|id| format!("`{id}`")).collect();
                say!(speech, "import-several-facts", facts = &ids.join(", "))
            }
            Reason::SameAs(column) => {
                let letters = At::letters(*column);
                say!(speech, "import-same-column", column = &letters)
            }
            Reason::SameRow(first) => {
                say!(speech, "import-same-row", at = &first.to_string())
            }
            Reason::NotACountry(near) => {
                let near = perhaps(near.map(|code| terms.country_name(code, speech.lang())));
                say!(speech, "import-not-a-country", perhaps = &near)
            }
            Reason::NotOneOf(near) => {
                let near = near
                    .as_ref()
                    .map(|words| speech.lang().of(words).to_owned());
                say!(speech, "import-not-one-of", perhaps = &perhaps(near))
            }
            plain => speech.say(plain.id()),
        }
    }

    /// The sentence of a reason that says nothing more; of the others, the one that says it.
    fn id(&self) -> &'static str {
        match self {
            Reason::NeverCollected(never) => never_id(*never),
            Reason::UnknownHeading(_) => "import-unknown-heading",
            Reason::SeveralFacts(_) => "import-several-facts",
            Reason::SameAs(_) => "import-same-column",
            Reason::WorkedOut => "import-worked-out",
            Reason::ListFact => "import-list-fact",
            Reason::WhichCountry => "import-which-country",
            Reason::NoCountry => "import-no-country",
            Reason::NoHeading => "import-no-heading",
            Reason::Nobody => "import-nobody",
            Reason::SameRow(_) => "import-same-row",
            Reason::TwoPeople => "import-two-people",
            Reason::Cell(CellFault::Error) => "import-cell-error",
            Reason::Cell(CellFault::NeverWorkedOut) => "import-cell-never-worked-out",
            Reason::Cell(CellFault::NoDay) => "import-cell-no-day",
            Reason::Cell(CellFault::TooLong) | Reason::TooLong => "import-too-long",
            Reason::NotYesOrNo => "import-not-yes-or-no",
            Reason::NotANumber => "import-not-a-number",
            Reason::NotADate => "import-not-a-date",
            Reason::AmbiguousDate => "import-ambiguous-date",
            Reason::NotACountry(_) => "import-not-a-country",
            Reason::NotOneOf(_) => "import-not-one-of",
            Reason::NotWords => "import-not-words",
            Reason::NotALanguage => "import-not-a-language",
            Reason::BothShownAndDenied => "import-both-shown-and-denied",
        }
    }
}

fn never_id(never: NeverCollect) -> &'static str {
    match never {
        NeverCollect::IntimateImages => "import-never-images",
        NeverCollect::OrientationTests => "import-never-tests",
        NeverCollect::SexualPractice => "import-never-practice",
        NeverCollect::FormerPartners => "import-never-partners",
    }
}
