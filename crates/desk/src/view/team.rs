//! The organisation's people and devices, ready to be shown.

use super::PersonHead;

/// Who belongs, on which devices, and what waits.
#[derive(Clone, Debug)]
pub struct TeamPage {
    /// The organisation's mark, to be compared aloud.
    pub organisation: String,
    /// This device's mark.
    pub device: String,
    /// This device's card, for a colleague who lets it in.
    pub card: String,
    /// What a colleague needs to begin a vault that joins.
    pub invitation: String,
    /// Everybody.
    pub people: Vec<TeamMember>,
    /// Admissions and removals that wait for a signature, by id.
    pub waiting: Vec<String>,
    /// Orders to erase.
    pub erasures: Vec<ErasureLine>,
    /// Whether one founder lets people in by their own word.
    pub alone: bool,
    /// Whether this device has joined: before the first bundle it knows nothing.
    pub joined: bool,
    /// How many things came in that could not be taken in, and are kept.
    pub kept_aside: usize,
    /// Whether the vault can be brought back, in a sentence.
    pub recovery: String,
    /// How many places of the vault are damaged.
    pub damaged: usize,
}

/// A person of the organisation.
#[derive(Clone, Debug)]
pub struct TeamMember {
    /// How they are called.
    pub name: String,
    /// Whether it is whoever sits here.
    pub this: bool,
    /// Their devices.
    pub devices: Vec<TeamDevice>,
}

/// A device of a person.
#[derive(Clone, Debug)]
pub struct TeamDevice {
    /// Its id, for forms.
    pub id: String,
    /// Its mark.
    pub mark: String,
    /// Whether it is this one.
    pub this: bool,
    /// Whether it is none, and stands for the share-holders of a recovery.
    pub shares: bool,
}

/// An order to erase a case, and how far it has come.
#[derive(Clone, Debug)]
pub struct ErasureLine {
    /// The order's id, for forms.
    pub order: String,
    /// The case, while it is still here.
    pub case: Option<u32>,
    /// The mark of what is erased.
    pub mark: String,
    /// How many people have signed.
    pub signed: usize,
    /// How many must.
    pub needed: usize,
    /// Whether this device has something left to do.
    pub may_sign: bool,
    /// How many devices have erased.
    pub receipts: usize,
    /// The marks of those that have not answered.
    pub missing: Vec<String>,
    /// Until when holders of recovery shares with an old copy could still read it.
    pub recoverable_until: Option<String>,
}

/// Who may read a case.
#[derive(Clone, Debug)]
pub struct SharePage {
    /// Whose case.
    pub head: PersonHead,
    /// Every device.
    pub devices: Vec<ShareLine>,
    /// How many people must sign its erasure.
    pub people_needed: usize,
}

/// A device, and whether it reads a case.
#[derive(Clone, Debug)]
pub struct ShareLine {
    /// Whose.
    pub name: String,
    /// Its id, for forms.
    pub id: String,
    /// Its mark.
    pub mark: String,
    /// Whether it is this one.
    pub this: bool,
    /// Whether it reads the case.
    pub reads: bool,
}

/// What goes on a journey, and what comes back.
#[derive(Clone, Debug)]
pub struct TravelPage {
    /// What the travelling laptop needs to begin its vault.
    pub invitation: String,
    /// The cases that can be taken along.
    pub cases: Vec<super::Choice>,
    /// This person's further devices.
    pub away: Vec<TeamDevice>,
}
