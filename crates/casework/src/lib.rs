//! What is recorded of a case, and what follows from it.
//!
//! Pure: no clock, no files, no network, no keys. A case is a function of the *set* of signed
//! entries, whatever the order in which they arrive, and however often. Nothing is overwritten or
//! dropped: what contradicts is contested, and what cannot be applied is shown with a reason.
//! Words for people are made elsewhere; here are typed reasons. In reading order:
//!
//! * [`OperationId`], [`MemberId`], [`PersonId`]…: who and what, as opaque bytes.
//! * [`Moment`], [`Day`], [`Dated`], [`Text`], [`Value`]: what entries are made of.
//! * [`Entry`] and [`Content`]: everything that can be recorded; [`read`] and [`write`] its bytes.
//! * [`Signed`]: an entry with its signature's place, as the vault hands it over.

mod approval;
mod content;
mod dispute;
mod edition;
mod entry;
mod id;
mod moment;
mod retraction;
mod signed;
mod text;
mod value;
mod written;

#[cfg(test)]
mod drawn;

pub use approval::{Approval, Found, Role};
pub use content::{About, Body, Content, Key, Kind};
pub use dispute::Dispute;
pub use edition::{EDITION, LONGEST, NotAnEntry, NotWritable, Read, read, write};
pub use entry::{Entry, Replaced, Why};
pub use id::{DeviceId, MemberId, OperationId, PersonId, ThingId};
pub use moment::{Minutes, Moment};
pub use retraction::Retraction;
pub use signed::Signed;
pub use text::Text;
pub use value::Value;
pub use written::{Country, Dated, Day, Written};
