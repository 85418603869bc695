//! The demonstration's vault: the invented people, sealed by two invented colleagues. It lives in
//! memory and is gone with the program.

mod shift;

use super::entries::{entries_of, phrase, set_by};
use super::id::make_person;
use super::{Cabinet, Drawer, NotRecorded};
use crate::case::Stage;
use crate::caseload::Caseload;
use casework::{
    Approval, Assertion, Content, Docket, Entry, Found, Moment, OperationId, Role, Text,
};
use facts::{SetBy, Vocabulary};
use vault::{
    CompartmentId, Hardness, History, Home, Memory, OpenError, Passphrase, SystemRandomness,
    UnfitPassphrase, Vault,
};

/// Why the demonstration's vault cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum NoDemonstration {
    /// The vault.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The passphrase that was drawn.
    #[error(transparent)]
    Passphrase(#[from] UnfitPassphrase),
    /// An entry.
    #[error(transparent)]
    NotRecorded(#[from] NotRecorded),
}

impl From<vault::VaultError> for NoDemonstration {
    fn from(error: vault::VaultError) -> NoDemonstration {
        NoDemonstration::NotRecorded(error.into())
    }
}

impl Cabinet {
    /// A vault to be thrown away, with these invented people in it: one colleague records them, and
    /// a second one signs what needs two.
    ///
    /// # Errors
    /// [`NoDemonstration`], if the system gives no memory or no randomness.
    pub fn demo(caseload: &Caseload, vocabulary: &Vocabulary) -> Result<Cabinet, NoDemonstration> {
        let at = Moment::start_of(caseload.date);
        let passphrase = drawn_passphrase()?;
        let mut first = Vault::create(home(), &passphrase, Hardness::FLOOR, 2, at.seconds())?;
        let mut second = Vault::guest(
            home(),
            &passphrase,
            Hardness::FLOOR,
            first.organisation(),
            first.device(),
            at.seconds(),
        )?;
        first.admit(second.card(), at.seconds())?;
        let mut to_second = Vec::new();
        let mut hidden = Vec::new();
        for case in &caseload.cases {
            let compartment = first.compartment_new(Drawer::Case.number(), at.seconds())?;
            first.grant(compartment, second.device(), History::All, at.seconds())?;
            let docket = Docket {
                number: case.number.0,
                opened: caseload.date.into(),
                story: phrase(&case.story),
            };
            let mut entries = vec![Entry::new(docket)];
            let person = make_person();
            entries.extend(entries_of(case, person, vocabulary, caseload.date));
            if case.stage == Stage::Hidden {
                entries.extend(shift::heard(person, hidden.len(), first.device()));
                hidden.push(person);
            }
            let needs_two = record(&mut first, compartment, &entries, at, vocabulary)?;
            to_second.extend(needs_two.into_iter().map(|id| (compartment, id)));
        }
        let shelters = first.compartment_new(Drawer::Shelter.number(), at.seconds())?;
        first.grant(shelters, second.device(), History::All, at.seconds())?;
        record(
            &mut first,
            shelters,
            &shift::hide_outs(&hidden),
            at,
            vocabulary,
        )?;
        second.import(&first.export(&[second.device()])?)?;
        for (compartment, of) in to_second {
            sign(&mut second, compartment, of, at)?;
        }
        first.import(&second.export(&[first.device()])?)?;
        Ok(Cabinet::of(first)?)
    }
}

/// Records entries a second apart, so that their order is kept; gives those that need two.
fn record(
    vault: &mut Vault,
    compartment: CompartmentId,
    entries: &[Entry],
    at: Moment,
    vocabulary: &Vocabulary,
) -> Result<Vec<OperationId>, NoDemonstration> {
    let mut needs_two = Vec::new();
    for (seconds, entry) in (at.seconds()..).zip(entries) {
        let bytes = casework::write(entry).map_err(NotRecorded::from)?;
        let id = vault.append(compartment, &bytes, seconds)?;
        if let Content::Assertion(Assertion { fact, .. }) = &entry.content
            && set_by(vocabulary, fact) == Some(SetBy::Two)
        {
            needs_two.push(OperationId(id.0));
        }
    }
    Ok(needs_two)
}

fn sign(
    vault: &mut Vault,
    compartment: CompartmentId,
    of: OperationId,
    at: Moment,
) -> Result<(), NoDemonstration> {
    let approval = Entry::new(Approval {
        of,
        found: Found::Agrees,
        role: Role::Caseworker,
        note: Text::default(),
    });
    let bytes = casework::write(&approval).map_err(NotRecorded::from)?;
    vault.append(compartment, &bytes, at.seconds() + 3_600)?;
    Ok(())
}

fn home() -> Home {
    Home {
        files: Box::new(Memory::new()),
        secrets: Box::new(Memory::new()),
        randomness: Box::new(SystemRandomness),
    }
}

/// Nobody ever types it: the vault is not opened a second time.
fn drawn_passphrase() -> Result<Passphrase, UnfitPassphrase> {
    let drawn: [u8; 32] = vault::make_bytes(&mut SystemRandomness);
    let letters = drawn.into_iter().map(|byte| format!("{byte:02x}"));
    Passphrase::of(letters.collect::<String>().into())
}
