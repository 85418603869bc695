use crate::case::CaseNumber;
use casework::{Case as Folded, Key, Part, Person, PersonId};
use vault::CompartmentId;

/// One case: its number, where it is sealed, and what was recorded in it.
#[derive(Clone, Copy)]
pub struct CaseFile<'c> {
    /// The number that addresses and titles bear.
    pub number: CaseNumber,
    /// Where it is sealed.
    pub compartment: CompartmentId,
    /// What was recorded.
    pub case: &'c Folded,
}

impl CaseFile<'_> {
    /// The one for whom routes are sought; nothing, if nobody has been entered. Of several the
    /// first by id, so that every device shows the same.
    pub fn principal(&self) -> Option<PersonId> {
        let people = self.case.things::<Person>();
        let mut principals = people.iter().filter_map(|(key, standing)| {
            let said = standing.each();
            let is_principal = said.iter().any(|(_, it)| it.part == Part::Principal);
            match key {
                Key::Person(id) if is_principal => Some(*id),
                _ => None,
            }
        });
        principals.next()
    }
}
