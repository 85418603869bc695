//! What brings a vault back: shares among people, drawn up and rehearsed, and the two files of a backup.

use crate::cabinet::Drawer;
use crate::forms::{Clock, Typed};
use crate::office::Office;
use crate::rehearsal::Rehearsal;
use crate::shares_typed::{Slip, Wrong, faults, fields, shares_of};
use crate::speech::say;
use crate::team::TeamFault;
use crate::view::{GenerationLine, PrintedShare, RecoveryPage};
use crate::{Lang, Speech, day};
use casework::{Body, Moment, Task, TaskState};
use facts::Date;
use vault::{Backup, Recovery, RecoverySeed, RecoveryShare, VaultError};

/// Where nobody has recorded how a recovery was split, so many fields are offered.
const FIELDS: usize = 5;
/// Nobody keeps more shares than this.
pub(crate) const MOST_FIELDS: usize = 32;

/// How a recovery stands, as the organisation has recorded it.
struct Stands {
    split: Option<Rehearsal>,
    rehearsed: Option<Date>,
}

impl Office {
    /// Whether the vault can be brought back, and by whom; with what was typed so far and what is wrong
    /// with it.
    pub fn recovery(&self, typed: &Typed, slips: &[Slip], lang: Lang) -> RecoveryPage {
        let speech = Speech::of(lang);
        let open = self.cabinet().vault().recoveries();
        let stands = open.last().map(|newest| self.stands(newest));
        let lines = open.iter().map(|one| GenerationLine {
            number: one.generation,
            words: self.drawn_up(one, speech),
        });
        RecoveryPage {
            stands: self.recovery_stands(lang),
            drawn_up: stands.is_some(),
            rehearsed: stands.is_some_and(|it| it.rehearsed.is_some()),
            newest: open.last().map_or(0, |newest| newest.generation),
            shares: fields(self.shares_asked(), typed, slips, speech),
            generations: lines.collect(),
            faults: faults(slips, speech),
        }
    }

    /// How the recovery stands, in a sentence.
    pub(crate) fn recovery_stands(&self, lang: Lang) -> String {
        let speech = Speech::of(lang);
        let open = self.cabinet().vault().recoveries();
        let Some(newest) = open.last() else {
            return speech.say("recovery-none");
        };
        match self.stands(newest) {
            Stands {
                split: Some(split),
                rehearsed: Some(day),
            } => {
                let (m, n) = (usize::from(split.needed), usize::from(split.of));
                let day = day::in_words(day, speech);
                say!(speech, "recovery-rehearsed", m = m, n = n, day = &day)
            }
            Stands { .. } => speech.say("recovery-unrehearsed"),
        }
    }

    fn drawn_up(&self, one: &Recovery, speech: &Speech) -> String {
        let began =
            Moment::from_seconds(one.began).map(|moment| day::in_words(moment.day(), speech));
        let began = began.unwrap_or_default();
        let number = one.generation.to_string();
        match self.stands(one).split {
            Some(split) => {
                let (m, n) = (usize::from(split.needed), usize::from(split.of));
                say!(
                    speech,
                    "recovery-line",
                    number = &number,
                    day = &began,
                    m = m,
                    n = n
                )
            }
            None => say!(
                speech,
                "recovery-line-short",
                number = &number,
                day = &began
            ),
        }
    }

    /// What was recorded of a recovery: the task of its rehearsal.
    fn stands(&self, one: &Recovery) -> Stands {
        let own = self.cabinet().drawers(Drawer::Organisation);
        let tasks = own.flat_map(|(_, folded)| folded.standing::<Task>());
        let found = tasks.filter_map(|(noted, task)| {
            let split = Rehearsal::of_id(task.id)?;
            let is_of_it = u64::from(split.generation) == one.generation;
            let done = (task.state == TaskState::Done).then(|| noted.written.day());
            is_of_it.then_some((done, split))
        });
        let latest = found.max();
        Stands {
            split: latest.map(|(_, split)| split),
            rehearsed: latest.and_then(|(done, _)| done),
        }
    }

    fn shares_asked(&self) -> usize {
        let open = self.cabinet().vault().recoveries();
        let split = open.last().and_then(|newest| self.stands(newest).split);
        split.map_or(FIELDS, |split| usize::from(split.needed).min(MOST_FIELDS))
    }

    /// Draws up a recovery and gives its shares, once: they are kept nowhere. Nothing, if the form was
    /// sent before: then the shares that it gave are the ones that count.
    ///
    /// # Errors
    /// [`TeamFault`]; nothing was drawn up.
    pub fn draw_up(
        &mut self,
        typed: &Typed,
        clock: Clock,
        lang: Lang,
    ) -> Result<Option<Vec<PrintedShare>>, TeamFault> {
        let number = |field: &str| typed.get(field).parse::<u8>().ok();
        let split = number("needed").zip(number("of"));
        let (needed, of) = split.ok_or(TeamFault("recovery-slip-split"))?;
        let known = self.cabinet().vault().recoveries();
        let newest = known.last().map_or(0, |newest| newest.generation);
        if typed.get("newest") != newest.to_string() {
            return Ok(None);
        }
        let at = clock.now.seconds();
        let shares = self.change(|cabinet| {
            cabinet.change_vault(|vault| vault.begin_shared_recovery(needed, of, at))
        });
        let shares = shares.map_err(|error| match error {
            VaultError::Shares(_) => TeamFault("recovery-slip-split"),
            other => other.into(),
        })?;
        let speech = Speech::of(lang);
        // The shares stand, whether or not it can be recorded that they wait for their rehearsal.
        let _ = self.note_rehearsal(&shares, TaskState::NotStarted, clock, speech);
        Ok(Some(shares.iter().map(|it| printed(it, speech)).collect()))
    }

    /// Tries the shares that were typed back, and a backup's two files with them, if they were given.
    /// That they fit is recorded.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn rehearse(
        &mut self,
        typed: &Typed,
        backup: [&[u8]; 2],
        clock: Clock,
        lang: Lang,
    ) -> Result<(), Vec<Slip>> {
        let shares = shares_of(typed, MOST_FIELDS)?;
        let share_slip = |error| Slip::together(Wrong::Share(error));
        self.cabinet()
            .vault()
            .rehearse(&shares)
            .map_err(share_slip)?;
        match backup {
            [[], []] => {}
            [log, keys] if !log.is_empty() && !keys.is_empty() => {
                let seed = RecoverySeed::of_shares(&shares).map_err(share_slip)?;
                opens(log, keys, &seed)?;
            }
            [_, _] => return Err(Slip::together(Wrong::OneFile)),
        }
        let speech = Speech::of(lang);
        let noted = self.note_rehearsal(&shares, TaskState::Done, clock, speech);
        noted.map_err(|TeamFault(says)| Slip::together(Wrong::Other(says)))
    }

    fn note_rehearsal(
        &mut self,
        shares: &[RecoveryShare],
        state: TaskState,
        clock: Clock,
        speech: &Speech,
    ) -> Result<(), TeamFault> {
        let Some(share) = shares.first() else {
            return Ok(());
        };
        let rehearsal = Rehearsal {
            generation: share.generation(),
            needed: share.needed(),
            of: share.of(),
        };
        let what = speech.say("recovery-task");
        let entry = rehearsal.entry(what.as_str().into(), state);
        let own = self.cabinet().vault().own_compartment();
        let earlier = self.cabinet().drawer(own).into_iter().flat_map(|folded| {
            let tasks = folded.standing::<Task>();
            tasks.filter(|(_, task)| task.key() == casework::Key::Thing(rehearsal.id()))
        });
        let earlier = earlier.map(|(noted, _)| noted.id).collect::<Vec<_>>();
        let entry = [entry.in_place_of(casework::Why::Changed, earlier)];
        self.change(|cabinet| cabinet.record_in(own, &entry, clock.now))?;
        Ok(())
    }

    /// Says that the shares of a recovery were collected and destroyed.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn end_recovery(&mut self, typed: &Typed, clock: Clock) -> Result<(), TeamFault> {
        if typed.get("destroyed") != "yes" {
            return Err(TeamFault("recovery-fault-destroyed"));
        }
        let generation = typed.get("generation").parse::<u64>();
        let generation = generation.map_err(|_| TeamFault("team-fault-entry"))?;
        let at = clock.now.seconds();
        self.change(|cabinet| cabinet.change_vault(|vault| vault.end_recovery(generation, at)))?;
        Ok(())
    }

    /// The first file of a backup: everything that is recorded, sealed to the share-holders.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn backup_log(&mut self) -> Result<Vec<u8>, TeamFault> {
        let made = self.change(|cabinet| cabinet.change_vault(vault::Vault::backup_log));
        made.map_err(not_backed_up)
    }

    /// The second file of a backup: the keys that open the first, sealed to the share-holders.
    ///
    /// # Errors
    /// [`TeamFault`].
    pub fn backup_keys(&mut self) -> Result<Vec<u8>, TeamFault> {
        let made = self.change(|cabinet| cabinet.change_vault(vault::Vault::backup_keys));
        made.map_err(not_backed_up)
    }
}

/// Whether a recovery opens a backup.
pub(crate) fn opens(log: &[u8], keys: &[u8], seed: &RecoverySeed) -> Result<(), Vec<Slip>> {
    let rehearsed = Backup { log, keys }.rehearse(seed);
    rehearsed.map_err(|_| Slip::together(Wrong::Backup))
}

fn not_backed_up(error: VaultError) -> TeamFault {
    match error {
        VaultError::NoRecovery => TeamFault("recovery-fault-none"),
        other => other.into(),
    }
}

fn printed(share: &RecoveryShare, speech: &Speech) -> PrintedShare {
    let (n, of) = (usize::from(share.index()), usize::from(share.of()));
    let needed = usize::from(share.needed());
    PrintedShare {
        head: say!(speech, "recovery-share", n = n, of = of, needed = needed),
        groups: share.printed(),
    }
}
