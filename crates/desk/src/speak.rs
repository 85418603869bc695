//! What may be said: a draft read against everybody in the vault and everything said before.
//!
//! Nothing found is never called safe, and a check that could not be finished stops the statement.
//! In reading order: `protected` makes the world of a vault; [`Spoken`] is what was typed; `told`
//! puts findings into words; [`Office::say`] makes the page, [`Office::say_text`] the lines of a
//! terminal, and [`Office::remember_said`] keeps what went out. `drafts` keeps what is in work;
//! `review` says who reads it where this device does not open everything.

mod attributed;
mod drafts;
mod kept;
mod leaving;
mod page;
mod protected;
mod review;
mod text;
mod told;

pub use drafts::DraftId;
pub(crate) use kept::KeptChecker;
pub(crate) use leaving::AnyHouse;
pub use text::SaidText;

use crate::Lang;
use crate::forms::{Clock, NotTaken, Reading, Typed};
use crate::office::Office;
use casework::{Entry, Origin, Readers, Statement};
use disclosure::{Audience, Checker, Reader, Stop, Verdict};
use facts::Date;
use protected::Protected;
use std::sync::Arc;

/// Who reads, as a form and a command say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidTo {
    /// Anyone.
    Press,
    /// One journalist.
    Journalist,
    /// Those who pay.
    Donor,
    /// A government.
    Government,
}

crate::in_words::in_words!(SaidTo {
    Press = "press",
    Journalist = "journalist",
    Donor = "donor",
    Government = "government",
});

crate::in_words::in_words!(Lang {
    En = "en",
    Ru = "ru",
});

/// Who reads a draft, as the checker knows it.
fn reader_of(readers: Readers) -> Reader {
    match readers {
        Readers::Press => Reader::of(Audience::Press),
        Readers::Journalist => Reader::of(Audience::Journalist),
        Readers::Donor => Reader::of(Audience::Donor),
        Readers::Government(country) => Reader {
            audience: Audience::Government,
            country: Some(country.0),
        },
    }
}

/// A draft that was typed, and who is to read it.
struct Draft {
    text: String,
    to: Readers,
    language: Lang,
}

impl Drop for Draft {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.text);
    }
}

fn draft(reading: &mut Reading<'_>) -> Option<Draft> {
    let text = reading.needed_text("draft", "fault-say-empty");
    let language = reading.one_of::<Lang>("language");
    let to = match reading.one_of::<SaidTo>("to")? {
        SaidTo::Press => Readers::Press,
        SaidTo::Journalist => Readers::Journalist,
        SaidTo::Donor => Readers::Donor,
        SaidTo::Government => Readers::Government(reading.needed_country("country")?.into()),
    };
    Some(Draft {
        text: text?.as_str().to_owned(),
        to,
        language: language?,
    })
}

/// A checker, with everything that its findings name.
pub(crate) struct Checked {
    protected: Protected,
    checker: Checker,
    on: Date,
}

impl Office {
    /// A checker over the vault as it stands, on the day of the caseload.
    fn checked(&self) -> Result<Arc<Checked>, Stop> {
        self.checker.or_made(|| {
            let on = self.desk().caseload().date;
            let (protected, world) = Protected::of(self, on);
            let ledger = protected::said_before(self.cabinet());
            let checker = Checker::new(world, &ledger, on)?;
            Ok(Checked {
                protected,
                checker,
                on,
            })
        })
    }

    /// Keeps what went out, so that later drafts are read against it.
    ///
    /// # Errors
    /// [`NotTaken`]; nothing was recorded.
    pub fn remember_said(&mut self, typed: &Typed, clock: Clock) -> Result<(), NotTaken> {
        let mut reading = Reading::of(typed);
        let taken = draft(&mut reading);
        let source = reading.text("source");
        let draft = reading.ended(taken).map_err(NotTaken::Faults)?;
        let on = self.desk().caseload().date;
        let said = Statement {
            text: draft.text.as_str().into(),
            language: draft.language.code().to_owned(),
            to: draft.to,
            on: on.into(),
            origin: (!source.is_empty()).then_some(Origin::Others { source }),
            corrects: None,
        };
        let own = self.cabinet().vault().own_compartment();
        let kept = self.change(|cabinet| cabinet.record_in(own, &[Entry::new(said)], clock.now));
        kept.map_err(NotTaken::NotRecorded)?;
        Ok(())
    }
}

impl Checked {
    fn check(&self, text: &str, reader: Reader) -> Result<Verdict, Stop> {
        self.checker.check_for(text, self.on, reader, &[])
    }
}
