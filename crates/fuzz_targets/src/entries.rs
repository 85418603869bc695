use casework::{
    Case, DeviceId, MemberId, Moment, OperationId, PersonId, Read, Signed, read, write,
};
use facts::{Date, Vocabulary};

/// Entries of a case one after another, each behind its length in two bytes, largest first. What
/// reads is written back as it was; the case of all of them answers every question.
pub fn entries(bytes: &[u8]) {
    let mut signed = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<2>() {
        let (entry, after) = after.split_at(after.len().min(u16::from_be_bytes(*length).into()));
        rest = after;
        let content = read(entry);
        if let Read::Entry(read) = &content {
            assert_eq!(write(read).as_deref(), Ok(entry));
        }
        signed.push(sign(signed.len(), content));
    }
    let case = Case::of(signed);
    let now = Moment::start_of(Date::constant(2017, 5, 17));
    case.packet(PersonId([1; 16]), now.day(), &Vocabulary::default());
    case.watches(now);
    case.journeys(now);
    case.open_tasks();
    case.too_close(now.day());
}

/// As the vault hands it over: named by its place, by one of three members.
fn sign(place: usize, content: Read) -> Signed<Read> {
    let place = u8::try_from(place % 256).expect("below 256");
    Signed {
        id: OperationId([place; 32]),
        member: MemberId([place % 3; 32]),
        device: DeviceId([place % 3; 32]),
        number: place.into(),
        written: Moment::start_of(Date::constant(2017, 5, 17)),
        content,
    }
}
