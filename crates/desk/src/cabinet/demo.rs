//! The demonstration's vault: the invented people, sealed by two invented colleagues. It lives in
//! memory and is gone with the program.

mod shift;
mod spoken;

use super::entries::{entries_of, phrase, set_by};
use super::id::make_person;
use super::{Cabinet, Drawer, NotRecorded};
use crate::case::{Case, Stage};
use crate::caseload::Caseload;
use casework::{
    Approval, Content, Docket, Entry, Found, MemberId, Moment, OperationId, PersonId, Role, Text,
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
        let kinds = vec![Drawer::Case.number(); caseload.cases.len()];
        let compartments = first.compartments_new(&kinds, at.seconds())?;
        let mut to_second = Vec::new();
        let mut hidden = Vec::new();
        for (case, compartment) in caseload.cases.iter().zip(compartments) {
            first.grant(compartment, second.device(), History::All, at.seconds())?;
            let person = make_person();
            let mut entries = all_entries(case, person, caseload, vocabulary);
            if case.stage == Stage::Hidden {
                let holder = MemberId(first.person().0);
                entries.extend(shift::heard(person, hidden.len(), holder));
                hidden.push(person);
            }
            let needs_two = record(&mut first, compartment, &entries, at, vocabulary)?;
            to_second.push((compartment, needs_two));
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
        let known_to = [&first, &second].map(|vault| MemberId(vault.person().0));
        // A second apart, so that the talks keep their order.
        for (talk, second_of) in spoken::talks(&known_to.into()).into_iter().zip(0..) {
            let at = Moment::from_seconds(at.seconds() + second_of).unwrap_or(at);
            let compartment = first.compartment_new(Drawer::Talk.number(), at.seconds())?;
            first.grant(compartment, second.device(), History::All, at.seconds())?;
            record(&mut first, compartment, &[talk], at, vocabulary)?;
        }
        let own = first.own_compartment();
        record(&mut first, own, &spoken::statements(), at, vocabulary)?;
        second.import(&first.export(&[second.device()])?)?;
        for (compartment, of) in to_second {
            sign(&mut second, compartment, &of, at)?;
        }
        first.import(&second.export(&[first.device()])?)?;
        Ok(Cabinet::of(first)?)
    }
}

/// The docket of a case, and everything that its file comes to.
fn all_entries(
    case: &Case,
    person: PersonId,
    caseload: &Caseload,
    vocabulary: &Vocabulary,
) -> Vec<Entry> {
    let docket = Docket {
        number: case.number.0,
        opened: caseload.date.into(),
        story: phrase(&case.story),
    };
    let mut entries = vec![Entry::new(docket)];
    entries.extend(entries_of(case, person, vocabulary, caseload.date));
    entries
}

/// Records entries a second apart, so that their order is kept; gives those that need two.
fn record(
    vault: &mut Vault,
    compartment: CompartmentId,
    entries: &[Entry],
    at: Moment,
    vocabulary: &Vocabulary,
) -> Result<Vec<OperationId>, NoDemonstration> {
    let bytes: Vec<Vec<u8>> = entries
        .iter()
        .map(casework::write)
        .collect::<Result<_, _>>()
        .map_err(NotRecorded::from)?;
    let ids = vault.append_all(compartment, bytes.iter().zip(at.seconds()..))?;
    let needs_two = |entry: &Entry| match &entry.content {
        Content::Assertion(assertion) => set_by(vocabulary, &assertion.fact) == Some(SetBy::Two),
        _ => false,
    };
    let signed = ids.into_iter().zip(entries);
    let those = signed.filter(|(_, entry)| needs_two(entry));
    Ok(those.map(|(id, _)| OperationId(id.0)).collect())
}

/// The second colleague agrees, an hour later.
fn sign(
    vault: &mut Vault,
    compartment: CompartmentId,
    of: &[OperationId],
    at: Moment,
) -> Result<(), NoDemonstration> {
    let approval = |of: &OperationId| {
        casework::write(&Entry::new(Approval {
            of: *of,
            found: Found::Agrees,
            role: Role::Caseworker,
            note: Text::default(),
        }))
    };
    let bytes: Vec<Vec<u8>> = of
        .iter()
        .map(approval)
        .collect::<Result<_, _>>()
        .map_err(NotRecorded::from)?;
    let later = at.seconds() + 3_600;
    vault.append_all(compartment, bytes.iter().map(|bytes| (bytes, later)))?;
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
