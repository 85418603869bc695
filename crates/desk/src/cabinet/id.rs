use casework::{PersonId, ThingId};
use vault::{SystemRandomness, make_bytes};

/// A new person's id: it says nothing of whose it is.
pub(crate) fn make_person() -> PersonId {
    PersonId(make_bytes(&mut SystemRandomness))
}

/// A new thing's id: it says nothing of what it is.
pub(crate) fn make_thing() -> ThingId {
    ThingId(make_bytes(&mut SystemRandomness))
}
