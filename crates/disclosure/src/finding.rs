use crate::attribution::Beyond;
use crate::outcomes::Outcome;
use crate::scheme::Schemes;
use facts::Date;
use std::fmt;
use std::ops::Range;

/// Who reads a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// Anyone.
    Press,
    /// One journalist, on whatever terms: what a journalist knows may be printed.
    Journalist,
    /// Those who pay.
    Donor,
    /// A government.
    Government,
}

/// What kind of thing a draft exposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// A name, alias, initials, user name, telephone or address of mail.
    Identity,
    /// Traits that together fit fewer persons than may be.
    Attributes,
    /// A day or span that ties the text to one person's record.
    Date,
    /// A hiding place, also when described.
    Place,
    /// A relative by name or kinship.
    Relative,
    /// A host, driver, doctor, priest.
    Helper,
    /// What is withheld of a member of staff.
    Staff,
    /// A country we speak with.
    Negotiation,
    /// A figure, fraction, remainder or difference below the threshold.
    Count,
    /// What an authority did, told otherwise than it is recorded: untrue rather than telling.
    Outcome,
}

/// How much a finding alone gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Helps little.
    Low,
    /// Leads to somebody with one more fact.
    Medium,
    /// Names, or leads straight to, a person, place, helper or country.
    High,
}

/// How a name was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameMatch {
    /// As the vault has it, or by another case form or spelling of it.
    Form,
    /// A romanisation of the Cyrillic name that one of these schemes gives, and that the vault does not hold itself.
    Romanised(Schemes),
    /// A short or pet form.
    Diminutive,
    /// The form of another language.
    Equivalent,
    /// Initials.
    Initials,
    /// Inside a user name or hashtag.
    Handle,
    /// The local part of a mail address, or the whole of it.
    Mail,
    /// The last digits of a telephone or document.
    Digits(usize),
}

/// By what a country is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryHandle {
    /// Its name, adjective or people.
    Name,
    /// Its capital, a seat of its government, a parliament.
    Seat,
    /// What it is: region, union, language, currency, neighbours.
    Description {
        /// Countries of the world that fit.
        fits: usize,
    },
    /// Another country is named in a denial while silence is kept on the rest.
    UnevenDenial,
    /// It says that nobody has refused: so somebody was asked.
    NothingRefused,
}

/// Why a draft exposes somebody: typed, so that both languages can say it.
#[derive(Clone, PartialEq, Eq)]
pub enum Reason {
    /// A name of a person in our care.
    Name(NameMatch),
    /// A relative of theirs.
    Relative {
        /// Named, or only by kinship.
        named: bool,
    },
    /// These traits, by the tables' names, fit so many persons.
    Traits {
        /// What the draft says and the vault holds, by the tables' names.
        traits: Vec<String>,
        /// The draft's own words for them.
        words: Vec<String>,
        /// How many persons all of it fits.
        fits: usize,
    },
    /// Together with an earlier statement the traits fit so few; neither is enough alone.
    Mosaic {
        /// The statement that told the rest.
        statement: String,
        /// How many persons all of it fits.
        fits: usize,
    },
    /// A hiding town beside words of hiding, or an address.
    PlaceNamed,
    /// A hiding place by its building and surroundings.
    PlaceDescribed {
        /// The words that it shares with the vault.
        shared: Vec<String>,
    },
    /// A country under negotiation.
    Country(CountryHandle),
    /// A count of people below the threshold.
    SmallCount(u32),
    /// A vague word for a small count.
    Vague,
    /// `whole - part = rest`, said in one breath.
    Remainder {
        /// All.
        whole: u32,
        /// The part that is named.
        part: u32,
        /// What anyone can subtract.
        rest: u32,
    },
    /// The exact figure of what was published rounded.
    Narrowed {
        /// The figure now.
        now: u32,
        /// The rounded figure then.
        before: u32,
        /// The statement that published it.
        statement: String,
    },
    /// A share of a published whole.
    Share {
        /// The whole, from an earlier statement or this one.
        whole: u32,
        /// The part, rounded.
        part: u32,
    },
    /// What follows from this figure and earlier ones.
    Difference {
        /// The figure now.
        now: u32,
        /// The figure then.
        before: u32,
        /// The statement that published it.
        statement: String,
        /// The change lies between these.
        change: (u32, u32),
    },
    /// A withheld name of staff.
    StaffName(NameMatch),
    /// A pronoun or an ending shows a withheld sex.
    StaffSex,
    /// A withheld role.
    StaffRole,
    /// More than was agreed to be said of somebody.
    BeyondAgreed {
        /// What it says beyond.
        what: Vec<Beyond>,
        /// What was agreed, with its reason, in the language of the draft.
        agreed: String,
    },
    /// A helper's name.
    HelperName,
    /// A helper by what they do and where.
    HelperRole {
        /// The words that it shares with the vault.
        shared: Vec<String>,
    },
    /// What an authority did, in other words than it is recorded.
    OtherOutcome {
        /// What the draft says of it.
        said: Outcome,
        /// What is recorded.
        recorded: Vec<Outcome>,
    },
    /// A day in somebody's record.
    Day(Date),
    /// A span between two days of one person's record.
    Span {
        /// In days.
        days: i32,
    },
}

/// One thing that a draft exposes.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where in the draft, in code points, the end exclusive.
    pub at: Range<usize>,
    /// Whose: an id of the vault.
    pub subject: String,
    /// What kind.
    pub category: Category,
    /// How grave.
    pub severity: Severity,
    /// Why.
    pub reason: Reason,
    /// Everyone who read an earlier statement could know it already.
    pub already_out: bool,
}

/// What a check says. Nothing found is never "safe".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No detector found anything. It does not mean that the draft is safe.
    NothingFound,
    /// A second person must look.
    AskASecondPerson(Vec<Finding>),
    /// It names, or leads straight to, somebody.
    DoNotSend(Vec<Finding>),
}

/// The engine could not do its work: nothing may be sent on the strength of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// Longer than any statement.
    #[error("the draft is longer than {most} characters: check it in parts")]
    TooLong {
        /// The most that is read.
        most: usize,
    },
    /// A set of labelled drafts is not in its form.
    #[error("line {line} is not in the form of a labelled set: {what}")]
    NotASet {
        /// Counted from 1.
        line: usize,
        /// What is wrong, without the line's words.
        what: &'static str,
    },
    /// Figures that no counts could satisfy: one of them must be wrong.
    #[error("the published figures contradict each other")]
    Contradiction,
    /// The exact search would take too long.
    #[error("too many groups to decide exactly: a person must look at the figures")]
    TooManyGroups,
}

impl Verdict {
    /// What was found, gravest first.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Verdict::NothingFound => &[],
            Verdict::AskASecondPerson(found) | Verdict::DoNotSend(found) => found,
        }
    }

    pub(crate) fn of(mut found: Vec<Finding>) -> Verdict {
        found.sort_by(|a, b| {
            b.severity
                .cmp(&a.severity)
                .then(a.at.start.cmp(&b.at.start))
        });
        match found.first().map(|gravest| gravest.severity) {
            None => Verdict::NothingFound,
            Some(Severity::High)
                if found
                    .iter()
                    .any(|f| f.severity == Severity::High && !f.already_out) =>
            {
                Verdict::DoNotSend(found)
            }
            Some(_) => Verdict::AskASecondPerson(found),
        }
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Finding({:?}, {:?}, {:?}, [sealed])",
            self.category, self.severity, self.at
        )
    }
}

impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reason([sealed])")
    }
}
