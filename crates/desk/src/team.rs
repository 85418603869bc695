//! The people of the organisation, their devices, and what goes between them by file.

use crate::cabinet::{Cabinet, Drawer, NotRecorded};
use crate::case::CaseNumber;
use crate::case_page::Telling;
use crate::forms::{Clock, Typed};
use crate::hex::{from_hex, hex};
use crate::invitation::Invitation;
use crate::office::Office;
use crate::speech::say;
use crate::view::{ErasureLine, ShareLine, SharePage, TeamDevice, TeamMember, TeamPage};
use crate::{Lang, Speech, day};
use casework::{Colleague, Entry, MemberId, Moment};
use data_encoding::BASE64;
use facts::Date;
use vault::membership::PersonId;
use vault::{Canonical, Card, CompartmentId, DeviceId, History, OperationId, Vault, VaultError};

/// Why something between devices was not done, by the id of the sentence that says how to mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeamFault(pub &'static str);

impl From<VaultError> for TeamFault {
    fn from(error: VaultError) -> TeamFault {
        TeamFault(match error {
            VaultError::NotACard => "team-fault-card",
            VaultError::UnknownDevice(_) => "team-fault-device",
            VaultError::NotVouched(..) => "team-fault-vouch",
            VaultError::NoSuchEntry => "team-fault-entry",
            VaultError::RemovesItself => "team-fault-itself",
            VaultError::Copied => "team-fault-copied",
            VaultError::Bundle => "team-fault-bundle",
            VaultError::NotOrdered { .. } => "team-fault-order",
            VaultError::NotAReader(_) => "team-fault-reader",
            _ => "team-fault-other",
        })
    }
}

impl From<NotRecorded> for TeamFault {
    fn from(error: NotRecorded) -> TeamFault {
        match error {
            NotRecorded::Vault(error) => error.into(),
            NotRecorded::NoSuchCase | NotRecorded::NoSuchMember | NotRecorded::NotWritable(_) => {
                TeamFault("team-fault-other")
            }
        }
    }
}

/// The first bytes of an id, enough for two people to compare aloud.
pub(crate) fn mark(id: &[u8]) -> String {
    let groups = id[..8]
        .chunks(2)
        .map(|pair| format!("{:02x}{:02x}", pair[0], pair[1]));
    groups.collect::<Vec<_>>().join(" ")
}

impl Office {
    /// Who belongs, on which devices, and what waits for a signature.
    pub fn team(&self, clock: Clock, lang: Lang) -> TeamPage {
        let vault = self.cabinet().vault();
        let speech = Speech::of(lang);
        let roster = vault.roster();
        let shared = vault.recoveries();
        let people = roster.people().iter();
        let people = people.map(|(person, member)| {
            let devices = member.devices.keys().map(|id| TeamDevice {
                id: hex(&id.0),
                mark: mark(&id.0),
                this: *id == vault.device(),
                shares: shared.iter().any(|one| one.signs_as == *id),
            });
            TeamMember {
                name: self.called(*person, speech),
                this: *person == vault.person(),
                devices: devices.collect(),
            }
        });
        let waiting = vault.unvouched().into_iter();
        TeamPage {
            organisation: mark(&vault.organisation().0),
            device: mark(&vault.device().0),
            card: BASE64.encode(&vault.card().to_bytes()),
            invitation: Invitation::of(vault).text(),
            people: people.collect(),
            waiting: waiting.map(|(id, _)| hex(&id.0)).collect(),
            erasures: self.erasures(clock, speech),
            alone: roster.vouches_alone().is_some(),
            joined: vault.charter().is_some(),
            recovery: self.recovery_stands(lang),
            kept_aside: vault.kept_aside(),
            damaged: vault.damage().len(),
        }
    }

    /// How a person is called among colleagues.
    pub(crate) fn called(&self, person: PersonId, speech: &Speech) -> String {
        let own = self.cabinet().drawers(Drawer::Organisation);
        let mut names = own.filter_map(|(_, folded)| folded.colleague(MemberId(person.0)));
        let name = names.next().map(|name| name.as_str().to_owned());
        name.unwrap_or_else(|| say!(speech, "member-colleague", mark = &mark(&person.0)))
    }

    /// Says how whoever works on this device wants to be called.
    ///
    /// # Errors
    /// [`TeamFault`]; nothing was recorded.
    pub fn call_me(&mut self, typed: &Typed, clock: Clock) -> Result<(), TeamFault> {
        let name = typed.get("name").into();
        let own = self.cabinet().vault().own_compartment();
        let entry = [Entry::new(Colleague { name })];
        self.change(|cabinet| cabinet.record_in(own, &entry, clock.now))?;
        Ok(())
    }

    /// Lets a device in by its card, once the marks were compared.
    ///
    /// # Errors
    /// [`TeamFault`]; `team-fault-vouch`, if a colleague has to sign it, too.
    pub fn admit(&mut self, typed: &Typed, clock: Clock) -> Result<(), TeamFault> {
        if typed.get("compared") != "yes" {
            return Err(TeamFault("team-fault-compare"));
        }
        let card = card_of(typed)?;
        self.in_vault(|vault| vault.admit(card, clock.now.seconds()).map(drop))
    }

    /// Signs what a colleague has asked for: an admission or a removal.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn vouch(&mut self, typed: &Typed, clock: Clock) -> Result<(), TeamFault> {
        let id = from_hex(typed.get("entry")).ok_or(TeamFault("team-fault-entry"))?;
        self.in_vault(|vault| {
            vault.vouch(vault::membership::EntryId(id))?;
            vault.remove_gone(clock.now.seconds())
        })
    }

    /// Shuts out a device, lost or stolen: it gets no key from now on.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn remove_device(&mut self, typed: &Typed, clock: Clock) -> Result<(), TeamFault> {
        let device = device(typed)?;
        self.in_vault(|vault| vault.remove_everywhere(device, clock.now.seconds()))
    }

    /// A bundle for a device: everything that it may read, sealed to it.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn bundle(&mut self, typed: &Typed) -> Result<Vec<u8>, TeamFault> {
        let device = device(typed)?;
        self.change(|cabinet| cabinet.change_vault(|vault| vault.export(&[device])))
            .map_err(TeamFault::from)
    }

    /// Takes in a bundle from another device. Gives how many things in it were new.
    ///
    /// # Errors
    /// [`TeamFault`]; then nothing was taken in.
    pub fn take_in(&mut self, bundle: &[u8]) -> Result<usize, TeamFault> {
        self.change(|cabinet| cabinet.change_vault(|vault| vault.import(bundle)))
            .map(|imported| imported.new)
            .map_err(TeamFault::from)
    }

    /// Who may read a case, device by device.
    pub fn sharing(&self, number: CaseNumber, clock: Clock, lang: Lang) -> Option<SharePage> {
        let file = self.cabinet().case(number)?;
        let case = self.desk().caseload().case(number)?;
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let telling = Telling {
            office: self,
            file,
            reading,
            clock,
        };
        let vault = self.cabinet().vault();
        let readers = vault.standing(file.compartment).ok()?.readers;
        let roster = vault.roster();
        let devices = roster.people().iter().flat_map(|(person, member)| {
            let name = self.called(*person, telling.reading.speech);
            let readers = &readers;
            member.devices.keys().map(move |id| ShareLine {
                name: name.clone(),
                id: hex(&id.0),
                mark: mark(&id.0),
                this: *id == vault.device(),
                reads: readers.contains(id),
            })
        });
        Some(SharePage {
            head: telling.reading.head(case),
            devices: devices.collect(),
            people_needed: self.people_needed(),
        })
    }

    /// Lets a device read a case, from its beginning.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn share(
        &mut self,
        number: CaseNumber,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), TeamFault> {
        let (compartment, device) = (self.compartment(number)?, device(typed)?);
        let at = clock.now.seconds();
        self.in_vault(|vault| vault.grant(compartment, device, History::All, at))
    }

    /// Lets a device read a case no longer: what is written from now on is sealed under another key.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn unshare(
        &mut self,
        number: CaseNumber,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), TeamFault> {
        let (compartment, device) = (self.compartment(number)?, device(typed)?);
        self.in_vault(|vault| vault.remove(compartment, device, clock.now.seconds()))
    }

    /// Orders that a case be erased, once it was asked whether a court or an authority wants it kept.
    /// Where one signature is enough, it is erased here at once.
    ///
    /// # Errors
    /// [`TeamFault`]; `team-fault-hold`, while something is pending.
    pub fn order_erasure(
        &mut self,
        number: CaseNumber,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), TeamFault> {
        match typed.get("pending") {
            "no" => {}
            "yes" => return Err(TeamFault("team-fault-hold")),
            _ => return Err(TeamFault("team-fault-pending")),
        }
        let compartment = self.compartment(number)?;
        let at = clock.now.seconds();
        self.in_vault(|vault| {
            let order = vault.order_erasure(compartment, at)?;
            erase_if_signed(vault, order, at)
        })
    }

    /// Signs a colleague's order; where that is enough, the case is erased here.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn second_erasure(&mut self, typed: &Typed, clock: Clock) -> Result<(), TeamFault> {
        let order = from_hex(typed.get("order")).ok_or(TeamFault("team-fault-order"))?;
        let (order, at) = (OperationId(order), clock.now.seconds());
        self.in_vault(|vault| {
            let known = vault.orders()?.into_iter().find(|known| known.id == order);
            if known.is_some_and(|known| !known.people.contains(&vault.person())) {
                vault.second_erasure(order, at)?;
            }
            erase_if_signed(vault, order, at)
        })
    }

    fn erasures(&self, clock: Clock, speech: &'static Speech) -> Vec<ErasureLine> {
        let vault = self.cabinet().vault();
        let orders = vault.orders().unwrap_or_default().into_iter();
        let line = |order: vault::Order| {
            let progress = vault.erasure(order.compartment).ok();
            let receipts = progress.as_ref().map_or(0, |it| it.receipts.len());
            let missing = progress.as_ref().map(|it| it.unanswered.iter());
            let missing = missing.into_iter().flatten().map(|id| mark(&id.0));
            let until = progress.as_ref().and_then(|it| {
                let all = it.receipts.iter();
                all.filter_map(|(_, receipt)| receipt.recoverable_until)
                    .max()
            });
            let here = progress.as_ref().is_some_and(|it| {
                let mut devices = it.receipts.iter().map(|(device, _)| device);
                devices.any(|device| *device == vault.device())
            });
            let number = self.number_of(order.compartment);
            ErasureLine {
                order: hex(&order.id.0),
                case: number.map(|number| number.0),
                mark: mark(&order.compartment.0),
                signed: order.people.len(),
                needed: usize::try_from(order.needed).unwrap_or(usize::MAX),
                may_sign: !order.people.contains(&vault.person()) || (order.stands() && !here),
                receipts,
                missing: missing.collect(),
                recoverable_until: until.map(|at| day::in_words(day_of(at, clock), speech)),
            }
        };
        orders.map(line).collect()
    }

    fn people_needed(&self) -> usize {
        let orders = self.cabinet().vault().charter();
        let needed = orders.and_then(|charter| match charter.content().act {
            vault::membership::Act::Charter { erasure, .. } => Some(usize::from(erasure)),
            _ => None,
        });
        needed.unwrap_or(2)
    }

    fn number_of(&self, compartment: CompartmentId) -> Option<CaseNumber> {
        let mut files = self.cabinet().cases();
        let found = files.find(|file| file.compartment == compartment);
        found.map(|file| file.number)
    }

    pub(crate) fn compartment(&self, number: CaseNumber) -> Result<CompartmentId, TeamFault> {
        let file = self.cabinet().case(number);
        file.map(|file| file.compartment)
            .ok_or(TeamFault("team-fault-other"))
    }

    fn in_vault(
        &mut self,
        change: impl FnOnce(&mut Vault) -> Result<(), VaultError>,
    ) -> Result<(), TeamFault> {
        self.change(|cabinet: &mut Cabinet| cabinet.change_vault(change))
            .map_err(TeamFault::from)
    }
}

fn erase_if_signed(vault: &mut Vault, order: OperationId, at: i64) -> Result<(), VaultError> {
    let orders = vault.orders()?;
    match orders.iter().find(|known| known.id == order) {
        Some(known) if known.stands() => vault.erase(order, at).map(drop),
        Some(_) | None => Ok(()),
    }
}

/// The card that was pasted.
pub(crate) fn card_of(typed: &Typed) -> Result<Card, TeamFault> {
    let text: String = typed.get("card").split_whitespace().collect();
    let bytes = BASE64.decode(text.as_bytes()).ok();
    let card = bytes.and_then(|bytes| Card::from_bytes(&bytes).ok());
    card.ok_or(TeamFault("team-fault-card"))
}

pub(crate) fn device(typed: &Typed) -> Result<DeviceId, TeamFault> {
    let id = from_hex(typed.get("device"));
    id.map(DeviceId).ok_or(TeamFault("team-fault-device"))
}

fn day_of(at: i64, clock: Clock) -> Date {
    Moment::from_seconds(at).unwrap_or(clock.now).day()
}
