//! What is recorded of a case, and what follows from it.
//!
//! Pure: no clock, no files, no network, no keys. A [`Case`] is a function of the *set* of signed
//! entries, whatever the order in which they arrive, and however often. Nothing is overwritten or
//! dropped: what contradicts is contested, and what cannot be applied is shown with a reason.
//! Words for people are made elsewhere; here are typed reasons. In reading order:
//!
//! * [`OperationId`], [`MemberId`], [`PersonId`]…: who and what, as opaque bytes.
//! * [`Moment`], [`Day`], [`Dated`], [`Text`], [`Phrase`], [`Value`]: what entries are made of.
//! * [`Entry`] and [`Content`]: everything that can be recorded; [`read`] and [`write`] its bytes.
//! * [`Signed`]: an entry with who signed it, as the vault hands it over.
//! * [`Case`], [`Noted`], [`Standing`]: what a set of them comes to.
//! * [`Assertion`], [`Retraction`], [`Dispute`], [`Approval`]: who says what, and who doubts it.
//! * [`Docket`], [`Colleague`]: under which number a case is kept, how a member is called.
//! * [`Person`], [`CodeName`], [`Around`], [`Consent`], [`Ward`]: the people, and who answers for whom.
//! * [`KnownAs`]: their names and numbers. [`Statement`]: what the organisation has said.
//! * [`Draft`], [`InWork`], [`Override`]: a statement before it goes out, and what it lacks.
//! * [`Reviewer`], [`ForReview`], [`Reviewed`], [`Review`]: who reads it for those who may not open everything.
//! * [`Attribution`], [`SpokenOf`]: how staff and sources are spoken of outside, and why.
//! * [`CountTable`]: what it has counted in public.
//! * [`Packet`]: what is told of one person, and nothing of another.
//! * [`Step`], [`Progress`], [`Signal`]: what was done, how far it has come, what officials said.
//! * [`Talk`], [`OfferedPlace`], [`Telling`], [`Commitment`], [`Referral`]: who offers what, who was
//!   told, who promised, who leads.
//! * [`CheckInPlan`], [`Watch`], [`Journey`]: has anyone heard from them?
//! * [`FirstMinutes`], [`Triage`], [`Task`], [`HandOver`]: the first minutes, and the shifts after.
//! * [`HideOut`], [`Stay`], [`KeepApart`]: where people sleep, and whom they must not meet.
//! * [`Evidence`], [`Support`], [`Grade`], [`Paper`], [`Incident`], [`Cost`]: what shows it, and what
//!   it costs; [`NeverCollect`]: what nobody records.
//! * [`Choice`], [`Act`]: what the person chose, and what two members decide.
//! * [`Fold`]: what is said of a person, as facts for the law; [`assertions_of`] the way back.

mod act;
mod approval;
mod around;
mod assertion;
mod attribution;
mod case;
mod check_in;
mod choice;
mod code_name;
mod colleague;
mod commitment;
mod consent;
mod content;
mod cost;
mod count_table;
mod dispute;
mod docket;
mod draft;
mod edition;
mod entry;
mod evidence;
mod first_minutes;
mod fit;
mod fold;
mod from_facts;
mod grade;
mod hand_over;
mod hide_out;
mod id;
mod incident;
mod journey;
mod keep_apart;
mod known_as;
mod merge;
mod moment;
mod never_collect;
mod noted;
mod offered_place;
mod overriding;
mod paper;
mod person;
mod phrase;
mod referral;
mod retraction;
mod review;
mod signal;
mod signed;
mod so;
mod stage;
mod standing;
mod statement;
mod step;
mod support;
mod talk;
mod task;
mod telling;
mod text;
mod triage;
mod value;
mod view;
mod ward;
mod written;

#[cfg(test)]
mod drawn;

pub use act::{Act, ActKind, ActState, Haste};
pub use approval::{Approval, Found, Role};
pub use around::{Around, ContactRules, Interpreter, Knowledge, Reach, Rung, Tie};
pub use assertion::{Assertion, Basis, Field, Heard, Says, Source};
pub use attribution::{Agreement, Attributed, Attribution, Sex, SpokenOf, Withheld};
pub use case::{Alarm, Case, Reason, Unapplied, Unread};
pub use check_in::{
    Alert, CheckIn, CheckInPlan, LadderCall, LadderStep, ProofQuestion, Watch, WordHeard,
};
pub use choice::{Choice, ChoiceGap, ChoiceState, Presence};
pub use code_name::CodeName;
pub use colleague::Colleague;
pub use commitment::{Commitment, Promise};
pub use consent::{Answer, Consent, Consented, Consenter, Purpose};
pub use content::{About, Body, Content, Key, Kind};
pub use cost::{Cost, Funding, Sums};
pub use count_table::{CountCell, CountTable, MergedCells, PrintedCount};
pub use dispute::Dispute;
pub use docket::Docket;
pub use draft::{Draft, InWork, Lacking, Marked};
pub use edition::{EDITION, LONGEST, NotAnEntry, NotWritable, Read, read, write};
pub use entry::{Entry, Replaced, Why};
pub use evidence::{Chain, Custody, Evidence, EvidenceKind, Holder};
pub use first_minutes::{FirstMinutes, FirstQuestion, PlanStep};
pub use fit::{Awaited, Misfit};
pub use fold::{Fold, Place};
pub use from_facts::assertions_of;
pub use grade::{Grade, Reliability};
pub use hand_over::{HandOver, HandOverState};
pub use hide_out::{HideOut, Room, Stay};
pub use id::{DeviceId, MemberId, OperationId, PersonId, ThingId};
pub use incident::{Harm, Incident};
pub use journey::{Journey, JourneyWatch, Leg, LegEvent, LegNews, OnJourney};
pub use keep_apart::{KeepApart, Sphere};
pub use known_as::{KnownAs, NameKind};
pub use moment::{Minutes, Moment};
pub use never_collect::NeverCollect;
pub use noted::Noted;
pub use offered_place::{OfferedPlace, PlaceState};
pub use overriding::Override;
pub use paper::{Kept, Paper};
pub use person::{Part, Person, Relation};
pub use phrase::Phrase;
pub use referral::{Afterwards, Approach, Lead, Referral, ReferralFault, ReferralState};
pub use retraction::Retraction;
pub use review::{
    ForReview, MOST_FOR_REVIEW_A_DAY, Review, ReviewAnswer, ReviewState, Reviewed, Reviewer,
    ReviewerWord,
};
pub use signal::{Means, Said, Signal, Terms};
pub use signed::Signed;
pub use stage::{CONTACTS_AFTER_ARRIVAL, Progress, Stage};
pub use standing::Standing;
pub use statement::{Figure, Origin, Readers, Statement};
pub use step::{Asked, Counts, Step, What};
pub use support::{Element, ElementState, Support, Supported};
pub use talk::{Counterpart, Talk, TalkState};
pub use task::{Task, TaskState};
pub use telling::{PlaceDetail, Telling};
pub use text::Text;
pub use triage::{Criterion, Triage, TriageState, Urgency};
pub use value::Value;
pub use view::{Packet, Stop};
pub use ward::{Age, BorderGap, Ward};
pub use written::{Country, Dated, Day, Written};
