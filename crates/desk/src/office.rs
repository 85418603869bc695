use crate::cabinet::{Cabinet, NoDemonstration, NotRecorded};
use crate::case::CaseNumber;
use crate::desk::Desk;
use crate::importing::Held;
use crate::interview::Sittings;
use crate::speak::KeptChecker;
use casework::{Entry, Moment, OperationId};
use facts::{Complaints, Date, Words};
use std::sync::Arc;

/// A desk with a cabinet beside it: the law over what is sealed in the vault.
///
/// The desk shows what was recorded when it was last laid out; whatever is recorded lays it out
/// anew.
pub struct Office {
    cabinet: Cabinet,
    desk: Arc<Desk>,
    is_demo: bool,
    /// What was asked in interviews since the vault was opened.
    pub(crate) sittings: Sittings,
    /// The spreadsheet that is being compared.
    pub(crate) import: Option<Held>,
    /// What drafts are read against.
    pub(crate) checker: KeptChecker,
}

/// Why an office cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum NoOffice {
    /// Something is wrong with the shipped books or examples.
    #[error("the books of law cannot be read")]
    Books(Complaints),
    /// The demonstration's vault.
    #[error(transparent)]
    Demonstration(#[from] NoDemonstration),
}

impl Office {
    /// The demonstration: the shipped books, and 47 invented people in a vault in memory.
    ///
    /// # Errors
    /// [`NoOffice`].
    pub fn demo() -> Result<Office, NoOffice> {
        let desk = Desk::demo().map_err(NoOffice::Books)?;
        Office::throwing_away(desk)
    }

    /// The invented people of a desk, in a vault to be thrown away.
    ///
    /// # Errors
    /// [`NoOffice`].
    pub fn throwing_away(desk: Desk) -> Result<Office, NoOffice> {
        let vocabulary = &desk.library().vocabulary;
        let cabinet = Cabinet::demo(desk.caseload(), vocabulary)?;
        let mut office = Office {
            cabinet,
            desk: Arc::new(desk),
            is_demo: true,
            sittings: Sittings::default(),
            import: None,
            checker: KeptChecker::default(),
        };
        office.lay_out();
        Ok(office)
    }

    /// The shipped books beside a vault of one's own, on a day.
    ///
    /// # Errors
    /// [`NoOffice::Books`].
    pub fn open(cabinet: Cabinet, title: Words, on: Date) -> Result<Office, NoOffice> {
        let desk = Desk::empty(title, on).map_err(NoOffice::Books)?;
        let mut office = Office {
            cabinet,
            desk: Arc::new(desk),
            is_demo: false,
            sittings: Sittings::default(),
            import: None,
            checker: KeptChecker::default(),
        };
        office.lay_out();
        Ok(office)
    }

    /// The desk as it was last laid out.
    pub fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }

    /// The cabinet.
    pub fn cabinet(&self) -> &Cabinet {
        &self.cabinet
    }

    /// Whether everyone in it is invented.
    pub fn is_demo(&self) -> bool {
        self.is_demo
    }

    /// What day it is: a vault of one's own is read as of today, the demonstration as of its own day.
    pub fn it_is(&mut self, today: Date) {
        if self.is_demo || self.desk.caseload().date == today {
            return;
        }
        let mut caseload = self.desk.caseload().clone();
        caseload.date = today;
        self.desk = Arc::new(self.desk.beside(caseload));
        self.lay_out();
    }

    /// Opens a new case.
    ///
    /// # Errors
    /// [`NotRecorded`].
    pub fn open_case(
        &mut self,
        story: casework::Phrase,
        entries: &[Entry],
        at: Moment,
    ) -> Result<CaseNumber, NotRecorded> {
        self.change(|cabinet| cabinet.open_case(story, entries, at))
    }

    /// Signs something into a case.
    ///
    /// # Errors
    /// [`NotRecorded`].
    pub fn record(
        &mut self,
        number: CaseNumber,
        entries: &[Entry],
        at: Moment,
    ) -> Result<Vec<OperationId>, NotRecorded> {
        self.change(|cabinet| cabinet.record(number, entries, at))
    }

    /// Changes what is in the cabinet, and lays the desk out anew.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Cabinet) -> T) -> T {
        let done = change(&mut self.cabinet);
        self.lay_out();
        done
    }

    /// Drops what was made of the vault for reading drafts: nobody works here now.
    pub fn forget_what_was_read(&mut self) {
        self.checker.forget();
    }

    fn lay_out(&mut self) {
        self.checker.forget();
        let old = self.desk.caseload();
        let drawn = old.cases.iter().filter(|case| case.drawn);
        let drawn: Vec<CaseNumber> = drawn.map(|case| case.number).collect();
        let (title, on) = (old.title.clone(), old.date);
        let mut caseload = self.cabinet.caseload(self.desk.library(), title, on);
        for case in &mut caseload.cases {
            case.drawn = drawn.contains(&case.number);
        }
        let places = self.places_in_writing(on);
        self.desk = Arc::new(self.desk.beside(caseload).offering(places));
    }
}
