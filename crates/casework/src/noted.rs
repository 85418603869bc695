use crate::approval::Role;
use crate::{Content, DeviceId, MemberId, Moment, OperationId, Replaced, Text};
use std::collections::BTreeSet;
use std::fmt;

/// An entry in its case: what was signed, and what others have since said of it.
///
/// It is never removed. What is taken back or replaced says by whom.
#[derive(Clone, PartialEq, Eq)]
pub struct Noted {
    /// Its id.
    pub id: OperationId,
    /// Who signed it.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// When it was written, as the device claims.
    pub written: Moment,
    /// When we learnt it.
    pub learnt: Moment,
    /// What it stands in place of.
    pub replaces: Vec<Replaced>,
    /// Why it does, in words.
    pub reason: Option<Text>,
    /// What is recorded.
    pub content: Content,
    /// The retraction by which its author took it back.
    pub taken_back: Option<OperationId>,
    /// What its author put in its place because it was never so.
    pub corrected_by: BTreeSet<OperationId>,
    /// What stands in its place because it has changed.
    pub changed_by: BTreeSet<OperationId>,
    /// Disputes that stand.
    pub disputed_by: BTreeSet<OperationId>,
    /// Others who agree with it, and as what.
    pub agreed: BTreeSet<(MemberId, Role)>,
    /// Others who do not.
    pub opposed: BTreeSet<MemberId>,
    /// Whether it was copied from what another person has not shown, or what stands no more.
    pub lapsed: bool,
}

impl Noted {
    /// Whether it is the latest word: not taken back, not replaced, not lapsed.
    pub fn stands(&self) -> bool {
        self.was_so() && self.changed_by.is_empty()
    }

    /// Whether it was so at some time: not taken back, not corrected, not lapsed.
    pub fn was_so(&self) -> bool {
        self.taken_back.is_none() && self.corrected_by.is_empty() && !self.lapsed
    }

    /// Whether somebody doubts it.
    pub fn is_doubted(&self) -> bool {
        !self.disputed_by.is_empty() || !self.opposed.is_empty()
    }

    /// Whether a second person agrees, and nobody opposes.
    pub fn is_approved(&self) -> bool {
        self.opposed.is_empty() && !self.agreed.is_empty()
    }

    /// Whether a second person agrees as a lawyer, and nobody opposes.
    pub fn is_approved_by_lawyer(&self) -> bool {
        let mut roles = self.agreed.iter().map(|(_, role)| role);
        self.opposed.is_empty() && roles.any(|role| *role == Role::Lawyer)
    }
}

impl fmt::Debug for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Noted({:?}, [sealed])", self.id)
    }
}
