//! A law book as its author wrote it. `read.rs` makes these structures from checked trees.

use facts::{Date, Node, PartialDate, Place, SourceText, Words};
use std::collections::BTreeMap;

macro_rules! word_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $vdoc])+ $variant,)+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// From its word in a book.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }

            /// Its word in a book.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }
    };
}

word_enum! {
    /// What kind of way it is.
    Kind {
        /// Permission to travel there.
        Visa = "visa",
        /// Entry without a visa.
        Entry = "entry",
        /// Being brought there as a refugee.
        Resettlement = "resettlement",
        /// Asking for protection there.
        Asylum = "asylum",
        /// Permission to stay.
        Permit = "permit",
        /// Joining family.
        Family = "family",
        /// Work.
        Work = "work",
        /// Study.
        Study = "study",
        /// Being brought out as part of a group.
        Evacuation = "evacuation",
        /// A remedy against a decision.
        Remedy = "remedy",
        /// Something that stops a return.
        ProtectionFromReturn = "protection_from_return",
    }
}

word_enum! {
    /// How much the one who decides may weigh.
    Discretion {
        /// It must be granted if everything is shown.
        None = "none",
        /// An officer weighs.
        Adjudicator = "adjudicator",
        /// A minister may, and need not.
        Minister = "minister",
        /// A government must decide about a group or a quota.
        Political = "political",
    }
}

word_enum! {
    /// Who can start it: nobody *applies* for resettlement.
    StartedBy {
        /// The person.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// UNHCR.
        Unhcr = "unhcr",
        /// A government.
        Government = "government",
    }
}

word_enum! {
    /// What a condition rests on. Only text can close.
    RestsOn {
        /// The text of the law.
        Text = "text",
        /// Somebody weighs it.
        Appreciation = "appreciation",
        /// It is done so.
        Practice = "practice",
    }
}

word_enum! {
    /// When a requirement must be met.
    Needed {
        /// On the day of asking.
        ToAsk = "to_ask",
        /// On the day of the grant.
        ToBeGranted = "to_be_granted",
        /// On both.
        Both = "both",
    }
}

word_enum! {
    /// Who could show a bar not to apply.
    ShownBy {
        /// The person.
        Person = "person",
        /// A document.
        Document = "document",
        /// A lawyer.
        Lawyer = "lawyer",
        /// Nobody: a secret list.
        CannotBeShown = "cannot_be_shown",
    }
}

word_enum! {
    /// How the text was seen. In order of trust, least first.
    How {
        /// Believed right, not checked.
        Unverified = "unverified",
        /// Somebody else's account.
        Secondary = "secondary",
        /// The opening of the official text, not the paragraph itself.
        OfficialOpening = "official_opening",
        /// The legal text itself.
        Official = "official",
    }
}

word_enum! {
    /// What practice does.
    PracticeEffect {
        /// Rarely granted.
        RarelyGranted = "rarely_granted",
        /// Refused at the window.
        RefusedAtTheWindow = "refused_at_the_window",
        /// Suspended in fact.
        SuspendedInFact = "suspended_in_fact",
        /// In the law, and nobody operates it.
        NotOperated = "not_operated",
        /// Grants are on record.
        GrantedOnRecord = "granted_on_record",
        /// Worth knowing.
        Note = "note",
    }
}

word_enum! {
    /// What an overlay does to the pathways it touches.
    OverlayEffect {
        /// Closes them.
        Closes = "closes",
        /// Suspends them for a time.
        Suspends = "suspends",
        /// Leaves only named exceptions.
        Limits = "limits",
    }
}

/// Where a text was seen, how and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How far it can be trusted.
    pub how: How,
    /// The id of the source, if one is named.
    pub source: Option<String>,
    /// The day on which it was looked at.
    pub day: Date,
}

/// An article, and where its text was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The article as lawyers write it.
    pub cite: String,
    /// Where it was seen; nothing means: as the row of the family says.
    pub seen: Option<Seen>,
}

/// A stretch of time in which something applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day; a month or year where no day is known. Nothing: not known when it began.
    pub from: Option<PartialDate>,
    /// The first day on which it no longer applies.
    pub until: Option<PartialDate>,
    /// Only by named exception.
    pub limited: bool,
    /// The day on which one could know of it.
    pub known: Option<PartialDate>,
    /// Why it began or was limited.
    pub why: Option<Words>,
    /// The article.
    pub citation: Citation,
    /// Days on which a source showed it in force, earliest first.
    pub seen_on: Vec<Date>,
    /// Where it stands in the file.
    pub at: Place,
}

/// A condition's text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionText {
    /// As typed.
    pub text: String,
    /// The place of its first character in the file.
    pub start: usize,
    /// The place of the whole value.
    pub at: Place,
}

/// Whether a condition must be so, or must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A requirement.
    Requirement,
    /// A bar.
    Bar,
}

/// A requirement or a bar.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Unique in its pathway.
    pub id: String,
    /// Requirement or bar.
    pub role: Role,
    /// The condition.
    pub when: ConditionText,
    /// It applies only where this is true.
    pub only_if: Option<ConditionText>,
    /// Text, appreciation or practice.
    pub rests_on: RestsOn,
    /// Whether `rests_on` was written, or is the default that a lawyer has not confirmed.
    pub rests_on_written: bool,
    /// When it must be met (requirements).
    pub needed: Needed,
    /// Only time brings it.
    pub opens_by_wait: bool,
    /// Who could show it (bars).
    pub shown_by: ShownBy,
    /// Whether `shown_by` was written.
    pub shown_by_written: bool,
    /// The article.
    pub citation: Citation,
    /// What it means when it fails (requirement) or applies (bar).
    pub says: Words,
    /// The group it comes from, if it was included.
    pub group: Option<String>,
    /// The file it stands in (a group's own, if it was included).
    pub source: SourceText,
    /// Where it stands.
    pub at: Place,
}

/// What lifts a bar.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The ids of the bars it lifts.
    pub lifts: Vec<String>,
    /// Who decides.
    pub by: Discretion,
    /// A test in the law; without one it is that person's discretion and lifts nothing by itself.
    pub when: Option<ConditionText>,
    /// The article.
    pub citation: Citation,
    /// What it says.
    pub says: Option<Words>,
    /// Where it stands.
    pub at: Place,
    /// The file it stands in.
    pub source: SourceText,
}

/// What is done beside what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// What it does.
    pub effect: PracticeEffect,
    /// When.
    pub window: Window,
    /// In one sentence.
    pub says: Words,
}

/// A ceiling or quota whose state nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// What is limited.
    pub what: Words,
    /// The article.
    pub citation: Citation,
    /// From when, if only for a time.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
}

/// A number or list that changes with time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedValue {
    /// When it holds.
    pub window: Window,
    /// Its members; one for a single value.
    pub is: Vec<String>,
    /// Whether it was written as a list.
    pub is_list: bool,
}

/// Who learns what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// Who.
    pub to: String,
    /// What.
    pub what: String,
}

/// A fact that an event sets to yes: `refused_visa["USA"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// As typed.
    pub text: String,
    /// Where.
    pub at: Place,
}

/// What an event changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Event {
    /// Facts set to yes.
    pub writes: Vec<Write>,
    /// A paper that the person then holds.
    pub holds: Option<String>,
    /// Where the person then is: a country code, or `this`, or `destination`.
    pub place: Option<String>,
    /// As what.
    pub standing: Option<String>,
    /// For how many days; `row.days` in a family.
    pub days: Option<String>,
    /// What it says.
    pub says: Option<Words>,
}

/// A family: one member a row of a world table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each {
    /// The table.
    pub table: String,
    /// Which rows.
    pub filter: Option<ConditionText>,
    /// The column that names the member.
    pub key: String,
    /// Where it stands.
    pub at: Place,
}

/// What can be done against a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Unique in its book.
    pub id: String,
    /// Within how long, as written: `7 days`.
    pub within: Option<String>,
    /// From when that is counted.
    pub counts_from: Option<String>,
    /// Whether it keeps the person from being returned meanwhile: yes, no, on_request, unknown.
    pub suspends_return: String,
    /// To whom.
    pub to: Words,
    /// The article.
    pub citation: Citation,
}

/// When a refused pathway may be asked for again; without this it is spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// After how long, as written.
    pub after: Option<String>,
    /// On which condition.
    pub when: Option<ConditionText>,
}

/// What a step costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// What is paid for.
    pub what: Words,
    /// How much, in whole units of the currency.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// When, and by which article.
    pub window: Window,
}

/// Decisions that somebody counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedDecisions {
    /// Granted.
    pub granted: u64,
    /// Decided: granted and refused.
    pub decided: u64,
    /// Whose.
    pub nationality: String,
    /// When.
    pub year: String,
    /// Where it was seen.
    pub citation: Citation,
}

/// Months that somebody counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedTime {
    /// From and to, in months, as written.
    pub months: (String, String),
    /// Where it was seen.
    pub seen: Option<Seen>,
}

/// A test beside the law.
#[derive(Clone, Debug)]
pub struct BookTest {
    /// A sentence.
    pub name: String,
    /// The day asked about.
    pub date: Date,
    /// What was known on this day.
    pub known_on: Option<Date>,
    /// The member of a family.
    pub member: Option<String>,
    /// Facts over the file's `test_base`.
    pub given: Option<Node>,
    /// The verdict's word.
    pub expect: Option<String>,
    /// Ids that must be among the reasons.
    pub because: Vec<String>,
    /// Ids that may not be among the reasons.
    pub not_because: Vec<String>,
    /// Whether it may be asked that day.
    pub asked_today: Option<String>,
    /// Whether it is open only by named exception.
    pub limited: Option<bool>,
    /// Which window of `in_force` the verdict rests on, counted from 1.
    pub window: Option<i64>,
    /// An event, and what it must write.
    pub event: Option<String>,
    /// What the event must write.
    pub expect_writes: Vec<String>,
    /// Where it stands.
    pub at: Place,
}

/// One pathway, or one family of them.
#[derive(Clone, Debug)]
pub struct Pathway {
    /// `us.visa.b`.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// A country code; `this` in a family.
    pub destination: String,
    /// What kind of way.
    pub kind: Kind,
    /// Who can start it.
    pub started_by: Vec<StartedBy>,
    /// How much is weighed.
    pub discretion: Discretion,
    /// May one hope to stay?
    pub dual_intent: bool,
    /// Whether it rests wholly on practice.
    pub rests_on_practice: bool,
    /// Where it leads.
    pub leads_to: Option<Words>,
    /// Worth knowing.
    pub note: Option<Words>,
    /// The family, if it is one.
    pub each: Option<Each>,
    /// Groups it includes.
    pub includes: Vec<String>,
    /// When it is in force.
    pub in_force: Vec<Window>,
    /// Requirements and bars, included ones first.
    pub clauses: Vec<Clause>,
    /// What lifts bars.
    pub waivers: Vec<Waiver>,
    /// What is done.
    pub practice: Vec<Practice>,
    /// Who learns what by asking.
    pub exposes: Vec<Exposure>,
    /// A ceiling that nobody knows.
    pub room: Option<Room>,
    /// Dated values.
    pub values: BTreeMap<String, Vec<DatedValue>>,
    /// What events change, by name.
    pub events: BTreeMap<String, Event>,
    /// Whether return and pursuit are shown beside it.
    pub return_and_pursuit: bool,
    /// What can be done against a refusal.
    pub remedies: Vec<Remedy>,
    /// Whom a grant covers besides the person: `spouse`, `child_under_18`.
    pub covers: Vec<String>,
    /// When it may be asked for again.
    pub again: Option<Again>,
    /// What it costs.
    pub costs: Vec<Cost>,
    /// Counted decisions.
    pub odds: Vec<CountedDecisions>,
    /// Counted months.
    pub time: Option<CountedTime>,
    /// Facts that every test starts from.
    pub test_base: Option<Node>,
    /// Tests.
    pub tests: Vec<BookTest>,
    /// The file.
    pub source: SourceText,
}

/// Conditions that several pathways share.
#[derive(Clone, Debug)]
pub struct Group {
    /// `hum.core`.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// Requirements and bars.
    pub clauses: Vec<Clause>,
    /// What lifts its bars.
    pub waivers: Vec<Waiver>,
}

/// Whom an overlay does not touch.
#[derive(Clone, Debug)]
pub struct Spare {
    /// Unique in its overlay.
    pub id: String,
    /// The condition.
    pub when: ConditionText,
    /// The article.
    pub citation: Citation,
    /// In one sentence.
    pub says: Option<Words>,
}

/// A test of an overlay.
#[derive(Clone, Debug)]
pub struct OverlayTest {
    /// A sentence.
    pub name: String,
    /// The day.
    pub date: Date,
    /// `active`, `enjoined` or `inactive`.
    pub expect: String,
    /// Where it stands.
    pub at: Place,
}

/// An order or suspension that touches many pathways.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// `us.overlay.eo13780.refugees`.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// Worth knowing.
    pub note: Option<Words>,
    /// What it does.
    pub effect: OverlayEffect,
    /// Pathway ids; a trailing `*` stands for any ending.
    pub applies_to: Vec<String>,
    /// When it is in force.
    pub in_force: Vec<Window>,
    /// When it does nothing though in force.
    pub enjoined: Vec<Window>,
    /// Whom it does not touch.
    pub spares: Vec<Spare>,
    /// Tests.
    pub tests: Vec<OverlayTest>,
    /// The file.
    pub source: SourceText,
}

/// A way that the law does not have, where people look for it.
#[derive(Clone, Debug)]
pub struct Absence {
    /// `us.absent.humanitarian_visa`.
    pub id: String,
    /// Where one looks.
    pub destination: String,
    /// What is not there.
    pub what: Words,
    /// Worth knowing.
    pub note: Option<Words>,
    /// When, and by which article.
    pub window: Window,
    /// The file.
    pub source: SourceText,
}

/// A source: what it is and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// What it is.
    pub what: String,
    /// Where it stands.
    pub stands: String,
    /// Which edition was read.
    pub edition: String,
    /// Its licence, if it has rows here.
    pub licence: Option<String>,
}

/// A dated set of countries.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its name.
    pub title: Words,
    /// Members, with when they belong to it.
    pub members: Vec<(facts::CountryCode, Window)>,
}
