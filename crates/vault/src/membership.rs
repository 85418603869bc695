//! Who belongs to an organisation, and on which devices: a graph of signed entries, folded into a
//! roster.
//!
//! Pure: no clock, no storage, and no cryptography but what [`Verifier`] is given; the vault gives it
//! [`Signatures`]. Nobody's server is asked who is a member. Each entry
//! names the heads that its signatories had seen, so that everybody who holds the same entries finds
//! the same roster, in whatever order they came.
//!
//! # What an entry needs
//! | entry | signatures |
//! |---|---|
//! | charter | every founder |
//! | admit a person, admit a device | as many people as the charter's threshold; the new device signs too |
//! | make an organiser | as many people as the threshold, an organiser among them; the person's own does not count |
//! | remove a device | one, by another device, whoever's: a restored vault removes its old one |
//! | remove a person | two people, neither the removed one |
//! | leave, renew a transit key | the device's own |
//!
//! A charter with one founder has the threshold 1, and pages must say so
//! ([`Roster::vouches_alone`]): that founder vouches alone, or any two people do. With more founders it
//! is 2 at least. Signatures count by people, not by devices; for a further device of theirs a member may be
//! one of the two.
//!
//! Any device, an organiser's too, is shut out by one signature at once: it may be in a thief's hands.
//! Its person still belongs, keeps their role and can be given another device. To remove a *person*
//! takes two others, whether they are an organiser or not.
//!
//! # Which entries stand
//! An entry stands if its signatories stood in what they had seen, and no standing removal of one of
//! them, or of the person it is about, is concurrent with it: **removal beats everything concurrent.**
//! What does not stand is in **quarantine**, with its reason: never dropped, and taken up again by being
//! signed again. Whoever was removed comes back only by a new admission that had seen the removal.
//!
//! Removals can exclude each other: each removes somebody who signed the other, or vouched for
//! somebody who did. Then the one by the **earlier-admitted** stands, and those in its way are
//! quarantined. Where removals only follow on one another no seniority is asked.
//!
//! # What this cannot do
//! Heads are a claim: whoever signs may name old ones. A thief with a member's device can so remove a
//! device "as of long ago", and what it signed since goes to quarantine until it is signed again. Nor
//! does seniority mean anything between people whose admissions were concurrent.
//!
//! ```
//! use std::collections::{BTreeMap, BTreeSet};
//! use vault::membership::*;
//!
//! /// For this example only: a signature is good that says whose it is.
//! struct Pretended;
//!
//! impl Verifier for Pretended {
//!     fn id(&self, entry: &Entry) -> EntryId {
//!         let mut id = [0; 32];
//!         id[0] = entry.heads.len() as u8;
//!         EntryId(id)
//!     }
//!     fn is_signed(&self, _: &Entry, device: &DeviceId, signature: &Signature) -> bool {
//!         signature.0 == device.0
//!     }
//! }
//!
//! let (anna, laptop) = (PersonId([1; 32]), DeviceId([1; 32]));
//! let (boris, phone) = (PersonId([2; 32]), DeviceId([2; 32]));
//! let founder = |person, device| Founder { person, device, transit: TransitKey(vec![7]) };
//! let founders = vec![founder(anna, laptop), founder(boris, phone)];
//! let by = |device: DeviceId| (device, Signature(device.0.to_vec()));
//! let charter = Entry {
//!     heads: BTreeSet::new(),
//!     act: Act::Charter { threshold: 2, erasure: 2, founders },
//!     signatures: BTreeMap::from([by(laptop), by(phone)]),
//! };
//! let mut graph = Graph::new(Verified::check(charter, &Pretended)?)?;
//! assert!(graph.roster().may_receive(&phone).is_ok());
//!
//! // Boris has lost his phone; Anna shuts it out. It gets no key from now on.
//! let removal = Entry {
//!     heads: graph.heads(),
//!     act: Act::RemoveDevice { device: phone },
//!     signatures: BTreeMap::from([by(laptop)]),
//! };
//! graph.add(Verified::check(removal, &Pretended)?);
//! assert_eq!(graph.roster().may_receive(&phone), Err(Refusal::Gone));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! In reading order: [`Entry`] · [`Verified`] · [`Graph`] · [`Roster`] · [`Reason`].

mod ancestry;
mod answer;
mod authority;
mod cycle;
mod fold;
mod graph;
mod history;
mod reason;
mod roster;
mod signatures;
mod verified;

pub use graph::{AnotherOrganisation, Graph, NotACharter};
pub use reason::{Reason, Refusal};
pub use roster::{Device, Member, Role, Roster};
pub use sealed::membership::{
    Act, DeviceId, Entry, EntryId, Founder, PersonId, Signature, TransitKey,
};
pub use signatures::Signatures;
pub use verified::{EntryError, Verified, Verifier};
