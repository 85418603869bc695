//! What is recorded of a case, and what follows from it.
//!
//! Pure: no clock, no files, no network, no keys. A [`Case`] is a function of the *set* of signed
//! entries, whatever the order in which they arrive, and however often. Nothing is overwritten or
//! dropped: what contradicts is contested, and what cannot be applied is shown with a reason.
//! Words for people are made elsewhere; here are typed reasons. In reading order:
//!
//! * [`OperationId`], [`MemberId`], [`PersonId`]…: who and what, as opaque bytes.
//! * [`Moment`], [`Day`], [`Dated`], [`Text`], [`Value`]: what entries are made of.
//! * [`Entry`] and [`Content`]: everything that can be recorded; [`read`] and [`write`] its bytes.
//! * [`Signed`]: an entry with who signed it, as the vault hands it over.
//! * [`Case`], [`Noted`], [`Standing`]: what a set of them comes to.
//! * [`Assertion`], [`Retraction`], [`Dispute`], [`Approval`]: who says what, and who doubts it.
//! * [`Person`], [`CodeName`], [`Around`], [`Consent`], [`Ward`]: the people, and who answers for whom.
//! * [`Packet`]: what is told of one person, and nothing of another.
//! * [`Fold`]: what is said of a person, as facts for the law; [`assertions_of`] the way back.

mod approval;
mod around;
mod assertion;
mod case;
mod code_name;
mod consent;
mod content;
mod dispute;
mod edition;
mod entry;
mod fit;
mod fold;
mod from_facts;
mod id;
mod merge;
mod moment;
mod noted;
mod person;
mod retraction;
mod signed;
mod so;
mod standing;
mod text;
mod value;
mod view;
mod ward;
mod written;

#[cfg(test)]
mod drawn;

pub use approval::{Approval, Found, Role};
pub use around::{Around, ContactRules, Interpreter, Knowledge, Reach, Rung, Tie};
pub use assertion::{Assertion, Basis, Field, Heard, Says, Source};
pub use case::{Alarm, Case, Reason, Unapplied, Unread};
pub use code_name::CodeName;
pub use consent::{Answer, Consent, Consented, Consenter, Purpose};
pub use content::{About, Body, Content, Key, Kind};
pub use dispute::Dispute;
pub use edition::{EDITION, LONGEST, NotAnEntry, NotWritable, Read, read, write};
pub use entry::{Entry, Replaced, Why};
pub use fit::{Awaited, Misfit};
pub use fold::{Fold, Place};
pub use from_facts::assertions_of;
pub use id::{DeviceId, MemberId, OperationId, PersonId, ThingId};
pub use moment::{Minutes, Moment};
pub use noted::Noted;
pub use person::{Part, Person, Relation};
pub use retraction::Retraction;
pub use signed::Signed;
pub use standing::Standing;
pub use text::Text;
pub use value::Value;
pub use view::{Packet, Stop};
pub use ward::{Age, BorderGap, Ward};
pub use written::{Country, Dated, Day, Written};
