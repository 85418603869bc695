//! The checker of an open office, kept in memory while it is true.

use super::Checked;
use disclosure::Stop;
use std::sync::{Arc, OnceLock};

/// Made when a draft is first read, and kept for the next: reading the whole vault anew for each would
/// take as long as the vault is large. It lives in memory alone; what it knows of people is wiped when
/// it is dropped: as soon as anything is recorded, the day turns, or the office is left or locked.
#[derive(Default)]
pub(crate) struct KeptChecker {
    kept: OnceLock<Arc<Checked>>,
    /// Why every check stops: no draft that a vault takes is so long that one would.
    #[cfg(test)]
    pub stops: Option<Stop>,
}

impl KeptChecker {
    /// The checker that is kept, or one that is made now. One that cannot be made is not kept.
    pub(super) fn or_made(
        &self,
        make: impl FnOnce() -> Result<Checked, Stop>,
    ) -> Result<Arc<Checked>, Stop> {
        #[cfg(test)]
        if let Some(stop) = &self.stops {
            return Err(stop.clone());
        }
        if let Some(kept) = self.kept.get() {
            return Ok(Arc::clone(kept));
        }
        let made = Arc::new(make()?);
        Ok(Arc::clone(self.kept.get_or_init(|| made)))
    }

    /// Drops it: the next draft is read against what is recorded then.
    pub(crate) fn forget(&mut self) {
        self.kept.take();
    }
}

#[cfg(test)]
mod tests {
    use crate::cabinet::Cabinet;
    use crate::forms::{Clock, Typed};
    use crate::office::Office;
    use crate::speak::Checked;
    use facts::Date;
    use std::sync::{Arc, Weak};
    use vault::{Hardness, Home, Memory, Passphrase, SystemRandomness, Vault};

    fn read(office: &Office) -> Weak<Checked> {
        let checked = office.checked().expect("nothing was said before");
        Arc::downgrade(&checked)
    }

    #[test]
    fn the_index_is_kept_between_drafts_and_gone_when_anything_changes_or_the_office_is_left() {
        let mut office = Office::demo().expect("the shipped books are whole");
        let first = read(&office);
        let again = office.checked().expect("it was made before");
        assert!(first.upgrade().is_some_and(|it| Arc::ptr_eq(&it, &again)));
        drop(again);

        // What is recorded is looked for in the next draft: nothing of the old index is left.
        let name = [("name", "Alina Verskaya")];
        let typed = Typed::of(name.map(|(name, text)| (name.to_owned(), text.to_owned())));
        office.call_me(&typed, Clock::at(0, 0)).expect("recorded");
        assert!(first.upgrade().is_none());
        let draft = "Alina Verskaya said that nobody had asked.";
        assert!(office.say_text(draft, crate::Lang::En).holds_back);

        let second = read(&office);
        office.forget_what_was_read();
        assert!(second.upgrade().is_none(), "the office is left");

        let third = read(&office);
        drop(office);
        assert!(third.upgrade().is_none(), "the vault is locked");
    }

    #[test]
    fn on_a_new_day_a_vault_of_ones_own_is_read_anew() {
        let home = Home {
            files: Box::new(Memory::new()),
            secrets: Box::new(Memory::new()),
            randomness: Box::new(SystemRandomness),
        };
        let passphrase = Passphrase::of("kettle harbour violet stairs".to_owned().into());
        let passphrase = passphrase.expect("long enough");
        let vault = Vault::create(home, &passphrase, Hardness::FLOOR, 2, 0).expect("memory");
        let cabinet = Cabinet::of(vault).expect("it was just made");
        let day = |day| Date::constant(2031, 1, day);
        let office = Office::open(cabinet, Default::default(), day(1));
        let mut office = office.expect("the shipped books are whole");
        let kept = read(&office);
        office.it_is(day(1));
        assert!(kept.upgrade().is_some());
        office.it_is(day(2));
        assert!(kept.upgrade().is_none());
    }
}
