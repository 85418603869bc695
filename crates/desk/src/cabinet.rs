//! The sealed vault as a caseworker knows it: case files, talks, the roster. Everything that is
//! recorded goes through here; the law and the pages read what it comes to.

mod demo;
mod entries;
mod file;
mod id;
mod opened;

pub use demo::NoDemonstration;
pub use file::CaseFile;
pub(crate) use id::{make_person, make_thing};
pub(crate) use opened::{opened_signal, opened_step};

use crate::case::CaseNumber;
use crate::caseload::Caseload;
use casework::{
    Case as Folded, DeviceId, Docket, Entry, MemberId, Moment, NotWritable, OperationId, Read,
    Signed, write,
};
use facts::{Date, Words};
use law::Library;
use std::collections::BTreeMap;
use std::sync::Arc;
use vault::membership::PersonId;
use vault::{CompartmentId, History, Vault, VaultError};

/// What a compartment of the vault is for. The numbers stand in its first entry, signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawer {
    /// The organisation's own: who its members are.
    Organisation,
    /// One case.
    Case,
    /// One negotiation.
    Talk,
    /// Where people sleep.
    Shelter,
}

impl Drawer {
    /// Its number.
    pub fn number(self) -> u64 {
        match self {
            Drawer::Organisation => vault::ORGANISATION,
            Drawer::Case => 1,
            Drawer::Talk => 2,
            Drawer::Shelter => 3,
        }
    }

    /// The one of a number; none for the numbers of a newer program.
    pub fn of(number: u64) -> Option<Drawer> {
        let all = [
            Drawer::Organisation,
            Drawer::Case,
            Drawer::Talk,
            Drawer::Shelter,
        ];
        all.into_iter().find(|drawer| drawer.number() == number)
    }
}

/// Why something was not recorded. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum NotRecorded {
    /// Nobody here may read a case under this number.
    #[error("there is no case with this number that you may open")]
    NoSuchCase,
    /// Nobody of the organisation is meant.
    #[error("nobody of this organisation is meant")]
    NoSuchMember,
    /// It cannot be written down as it is.
    #[error(transparent)]
    NotWritable(#[from] NotWritable),
    /// The vault does not take it.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// An open vault, and what its compartments come to.
pub struct Cabinet {
    vault: Vault,
    folded: BTreeMap<CompartmentId, (Drawer, Arc<Folded>)>,
    /// The compartments of cases, by the numbers that are shown.
    numbers: BTreeMap<CaseNumber, CompartmentId>,
}

impl Cabinet {
    /// Reads everything in a vault that this device may read.
    ///
    /// # Errors
    /// [`VaultError`], if a compartment that is known cannot be read.
    pub fn of(vault: Vault) -> Result<Cabinet, VaultError> {
        let mut cabinet = Cabinet {
            vault,
            folded: BTreeMap::new(),
            numbers: BTreeMap::new(),
        };
        cabinet.read_everything()?;
        Ok(cabinet)
    }

    /// The vault under it: for keys, devices, bundles and backups.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Does something with the vault that may bring or take whole compartments, and reads it anew.
    ///
    /// # Errors
    /// [`VaultError`], from what is done or from reading.
    pub fn change_vault<T>(
        &mut self,
        change: impl FnOnce(&mut Vault) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        let done = change(&mut self.vault);
        self.read_everything()?;
        done
    }

    /// Whoever signs on this device.
    pub fn me(&self) -> MemberId {
        MemberId(self.vault.person().0)
    }

    /// Everybody who belongs to the organisation; whoever signs here first.
    pub fn members(&self) -> Vec<MemberId> {
        let roster = self.vault.roster();
        let people = roster.people().keys().map(|person| MemberId(person.0));
        let others = people.filter(|it| *it != self.me());
        std::iter::once(self.me()).chain(others).collect()
    }

    /// Every case file, by number.
    pub fn cases(&self) -> impl Iterator<Item = CaseFile<'_>> {
        let files = self.numbers.iter();
        files.filter_map(|(number, compartment)| self.file(*number, *compartment))
    }

    /// A case file.
    pub fn case(&self, number: CaseNumber) -> Option<CaseFile<'_>> {
        self.file(number, *self.numbers.get(&number)?)
    }

    /// What the compartments of a kind come to.
    pub fn drawers(&self, of: Drawer) -> impl Iterator<Item = (CompartmentId, &Folded)> {
        let all = self.folded.iter().filter(move |(_, (kind, _))| *kind == of);
        all.map(|(id, (_, folded))| (*id, &**folded))
    }

    /// What one compartment comes to.
    pub fn drawer(&self, compartment: CompartmentId) -> Option<&Folded> {
        self.folded.get(&compartment).map(|(_, folded)| &**folded)
    }

    /// Opens a new compartment, with its first entries in it.
    ///
    /// # Errors
    /// [`NotRecorded`]. What cannot be written down is found before anything is opened.
    pub fn open_drawer(
        &mut self,
        kind: Drawer,
        first: &[Entry],
        at: Moment,
    ) -> Result<CompartmentId, NotRecorded> {
        let first = written(first)?;
        let compartment = self.vault.compartment_new(kind.number(), at.seconds())?;
        self.append(compartment, &first, at)?;
        Ok(compartment)
    }

    /// Lets a member read a drawer, from its first entry on, on every device of theirs.
    ///
    /// # Errors
    /// [`NotRecorded`], if the member is unknown here or nothing may be written.
    pub fn show_drawer(
        &mut self,
        compartment: CompartmentId,
        to: MemberId,
        at: Moment,
    ) -> Result<(), NotRecorded> {
        let roster = self.vault.roster();
        let member = roster.people().get(&PersonId(to.0));
        let devices = member.map(|member| member.devices.keys());
        for device in devices.ok_or(NotRecorded::NoSuchMember)? {
            self.vault
                .grant(compartment, *device, History::All, at.seconds())?;
        }
        Ok(())
    }

    /// Opens a new case under the next free number.
    ///
    /// # Errors
    /// As [`Cabinet::open_drawer`].
    pub fn open_case(
        &mut self,
        story: casework::Phrase,
        entries: &[Entry],
        at: Moment,
    ) -> Result<CaseNumber, NotRecorded> {
        let number = self.next_number();
        let docket = Docket {
            number: number.0,
            opened: at.day().into(),
            story,
        };
        let mut first = vec![Entry::new(docket)];
        first.extend_from_slice(entries);
        let compartment = self.open_drawer(Drawer::Case, &first, at)?;
        let numbered = self.numbers.iter().find(|(_, id)| **id == compartment);
        Ok(numbered.map_or(number, |(number, _)| *number))
    }

    /// Signs something into a case.
    ///
    /// # Errors
    /// [`NotRecorded`]; nothing of it was kept.
    pub fn record(
        &mut self,
        number: CaseNumber,
        entries: &[Entry],
        at: Moment,
    ) -> Result<Vec<OperationId>, NotRecorded> {
        let compartment = self.numbers.get(&number);
        let compartment = *compartment.ok_or(NotRecorded::NoSuchCase)?;
        self.record_in(compartment, entries, at)
    }

    /// Signs something into a compartment.
    ///
    /// # Errors
    /// [`NotRecorded`]; nothing of it was kept.
    pub fn record_in(
        &mut self,
        compartment: CompartmentId,
        entries: &[Entry],
        at: Moment,
    ) -> Result<Vec<OperationId>, NotRecorded> {
        let entries = written(entries)?;
        self.append(compartment, &entries, at)
    }

    /// The case files as the law reads them on a day.
    pub fn caseload(&self, library: &Library, title: Words, on: Date) -> Caseload {
        let cases = self
            .cases()
            .map(|file| file.opened(&library.vocabulary, on));
        Caseload {
            title,
            date: on,
            cases: cases.collect(),
        }
    }

    fn append(
        &mut self,
        compartment: CompartmentId,
        entries: &[Vec<u8>],
        at: Moment,
    ) -> Result<Vec<OperationId>, NotRecorded> {
        let entries = entries.iter().map(|bytes| (bytes, at.seconds()));
        let ids = self.vault.append_all(compartment, entries)?;
        self.read(compartment)?;
        self.number_cases();
        Ok(ids.into_iter().map(|id| OperationId(id.0)).collect())
    }

    fn read_everything(&mut self) -> Result<(), VaultError> {
        self.folded.clear();
        for (compartment, _) in self.vault.compartments() {
            self.read(compartment)?;
        }
        self.number_cases();
        Ok(())
    }

    fn read(&mut self, compartment: CompartmentId) -> Result<(), VaultError> {
        let kind = self.vault.standing(compartment)?.kind;
        let Some(kind) = Drawer::of(kind) else {
            return Ok(());
        };
        let operations = self.vault.operations(compartment)?;
        let signed = operations.iter().filter_map(|it| signed(&self.vault, it));
        let folded = Folded::of(signed);
        self.folded.insert(compartment, (kind, Arc::new(folded)));
        Ok(())
    }

    /// Gives every case the number that it was opened under. Where two devices that were apart gave
    /// one number twice, the one opened later is shown under the next free number.
    fn number_cases(&mut self) {
        let mut dockets: Vec<_> = self
            .drawers(Drawer::Case)
            .map(|(id, case)| {
                let docket = case.docket();
                let opened = docket.map(|docket| docket.opened.0);
                (docket.map_or(0, |docket| docket.number), opened, id)
            })
            .collect();
        dockets.sort();
        let mut last = dockets.last().map_or(0, |(number, ..)| *number);
        let mut numbers = BTreeMap::new();
        let mut later = Vec::new();
        for (number, _, id) in dockets {
            match number == 0 || numbers.contains_key(&CaseNumber(number)) {
                true => later.push(id),
                false => drop(numbers.insert(CaseNumber(number), id)),
            }
        }
        for id in later {
            last = last.saturating_add(1);
            numbers.insert(CaseNumber(last), id);
        }
        self.numbers = numbers;
    }

    fn next_number(&self) -> CaseNumber {
        let last = self.numbers.keys().next_back();
        CaseNumber(last.map_or(1, |number| number.0.saturating_add(1)))
    }

    fn file(&self, number: CaseNumber, compartment: CompartmentId) -> Option<CaseFile<'_>> {
        let case = self.drawer(compartment)?;
        Some(CaseFile {
            number,
            compartment,
            case,
        })
    }
}

fn written(entries: &[Entry]) -> Result<Vec<Vec<u8>>, NotWritable> {
    entries.iter().map(write).collect()
}

/// What the vault hands over, as casework knows it. A time that no calendar has is a damaged claim:
/// the entry is shown as written at the beginning of time.
fn signed(vault: &Vault, opened: &vault::Opened) -> Option<Signed<Read>> {
    let earliest = Moment::from_seconds(0)?;
    Some(Signed {
        id: OperationId(opened.id.0),
        member: member_of(vault, opened.author),
        device: DeviceId(opened.author.0),
        number: opened.number,
        written: Moment::from_seconds(opened.claimed).unwrap_or(earliest),
        content: casework::read(&opened.bytes),
    })
}

/// The member who signed on a device. One that nobody has vouched for is nobody's: it stands for
/// itself.
fn member_of(vault: &Vault, device: vault::DeviceId) -> MemberId {
    MemberId(vault.person_of(device).map_or(device.0, |person| person.0))
}
