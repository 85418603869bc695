use crate::{DeviceId, MemberId, Moment, OperationId};

/// Something that a member has signed, as the vault hands it over once the signature holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signed<C> {
    /// The hash of the operation.
    pub id: OperationId,
    /// Who signed.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// The how-manieth operation of that device.
    pub number: u64,
    /// When it was written, as the device claims.
    pub written: Moment,
    /// What.
    pub content: C,
}
