//! A laptop for a journey: a further device of the same person, with a few cases on it and no more.

use crate::Lang;
use crate::case::CaseNumber;
use crate::forms::{Clock, Typed};
use crate::hex::hex;
use crate::invitation::Invitation;
use crate::office::Office;
use crate::team::{TeamFault, card_of, device, mark};
use crate::view::{Choice, TeamDevice, TravelPage};
use std::collections::BTreeSet;

impl Office {
    /// What can be taken along, and which further devices of this person there are.
    pub fn travel(&self, lang: Lang) -> TravelPage {
        let vault = self.cabinet().vault();
        let cases = self.desk().caseload().cases.iter().map(|case| Choice {
            value: case.number.0.to_string(),
            label: lang.of(&case.code).to_owned(),
            chosen: false,
        });
        let shared = vault.recoveries();
        let roster = vault.roster();
        let own = roster.people().get(&vault.person()).into_iter();
        let devices = own.flat_map(|member| member.devices.keys());
        let away = devices
            .filter(|id| **id != vault.device() && !shared.iter().any(|one| one.signs_as == **id));
        let away = away.map(|id| TeamDevice {
            id: hex(&id.0),
            mark: mark(&id.0),
            this: false,
            shares: false,
        });
        TravelPage {
            invitation: Invitation::for_own_device(vault).text(),
            cases: cases.collect(),
            away: away.collect(),
        }
    }

    /// Lets the travelling laptop in by its card, lets it read the cases that were chosen, and gives
    /// the file with them alone.
    ///
    /// # Errors
    /// [`TeamFault`]; `team-fault-vouch`, if a colleague has to sign it, too.
    pub fn pack(&mut self, typed: &Typed, clock: Clock) -> Result<Vec<u8>, TeamFault> {
        if typed.get("compared") != "yes" {
            return Err(TeamFault("team-fault-compare"));
        }
        let card = card_of(typed)?;
        let numbers = typed.all("case").map(|number| {
            let number = number
                .parse()
                .map_err(|_| TeamFault("travel-fault-cases"))?;
            self.compartment(CaseNumber(number))
        });
        let cases = numbers.collect::<Result<BTreeSet<_>, TeamFault>>()?;
        if cases.is_empty() {
            return Err(TeamFault("travel-fault-cases"));
        }
        let at = clock.now.seconds();
        let packed =
            self.change(|cabinet| cabinet.change_vault(|vault| vault.pack(card, &cases, at)));
        Ok(packed?)
    }

    /// Takes in what was written on the journey, and shuts the travelling laptop out. If the file does
    /// not open, nobody is shut out.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn come_back(&mut self, typed: &Typed, file: &[u8], clock: Clock) -> Result<(), TeamFault> {
        let (device, at) = (device(typed)?, clock.now.seconds());
        self.change(|cabinet| {
            cabinet.change_vault(|vault| vault.return_from_travel(file, device, at))
        })?;
        Ok(())
    }
}
