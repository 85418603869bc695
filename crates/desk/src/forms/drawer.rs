//! Forms of drawers that belong to no one case: hide-outs, and talks.

use super::{Clock, Fault, NotTaken, Reading, Sheet, Typed};
use super::{commitment, hide_out, keep_apart, offered_place, stay, talk, telling};
use crate::cabinet::{Drawer, NotRecorded};
use crate::office::Office;
use crate::shift::TalkNumber;
use crate::view::FormPage;
use crate::{Lang, Speech};
use casework::{Case, Entry};
use vault::CompartmentId;

/// Where a drawer's form is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawerAt {
    /// The hide-outs.
    Shelters,
    /// The talks, where a new one is opened.
    Talks,
    /// One talk.
    Talk(TalkNumber),
}

/// A form of a drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawerForm {
    /// A hide-out.
    HideOut,
    /// Somebody sleeps in one.
    Stay,
    /// Two people who must not meet in one.
    KeepApart,
    /// A talk.
    Talk,
    /// A place that is offered in it.
    Place,
    /// How firm a place is now.
    PlaceState,
    /// What somebody was told of a place.
    Telling,
    /// A promise.
    Promise,
    /// Whether a promise was kept.
    PromiseState,
}

impl DrawerForm {
    const AT_SHELTERS: &'static [DrawerForm] =
        &[DrawerForm::HideOut, DrawerForm::Stay, DrawerForm::KeepApart];
    const AT_TALKS: &'static [DrawerForm] = &[DrawerForm::Talk];
    const AT_A_TALK: &'static [DrawerForm] = &[
        DrawerForm::Talk,
        DrawerForm::Place,
        DrawerForm::PlaceState,
        DrawerForm::Telling,
        DrawerForm::Promise,
        DrawerForm::PromiseState,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            DrawerForm::HideOut => "hide-out",
            DrawerForm::Stay => "stay",
            DrawerForm::KeepApart => "keep-apart",
            DrawerForm::Talk => "talk",
            DrawerForm::Place => "place",
            DrawerForm::PlaceState => "place-state",
            DrawerForm::Telling => "telling",
            DrawerForm::Promise => "promise",
            DrawerForm::PromiseState => "promise-state",
        }
    }

    /// The words that offer it.
    fn offered(self, at: DrawerAt) -> &'static str {
        match (self, at) {
            (DrawerForm::HideOut, _) => "form-hide-out",
            (DrawerForm::Stay, _) => "form-stay",
            (DrawerForm::KeepApart, _) => "form-keep-apart",
            (DrawerForm::Talk, DrawerAt::Talk(_)) => "form-talk-change",
            (DrawerForm::Talk, _) => "form-talk",
            (DrawerForm::Place, _) => "form-place",
            (DrawerForm::PlaceState, _) => "form-place-state",
            (DrawerForm::Telling, _) => "form-telling",
            (DrawerForm::Promise, _) => "form-promise",
            (DrawerForm::PromiseState, _) => "form-promise-state",
        }
    }
}

impl DrawerAt {
    /// The forms that are filled in here.
    pub fn forms(self) -> &'static [DrawerForm] {
        match self {
            DrawerAt::Shelters => DrawerForm::AT_SHELTERS,
            DrawerAt::Talks => DrawerForm::AT_TALKS,
            DrawerAt::Talk(_) => DrawerForm::AT_A_TALK,
        }
    }

    /// The one of a word in an address.
    pub fn form(self, word: &str) -> Option<DrawerForm> {
        self.forms()
            .iter()
            .copied()
            .find(|form| form.word() == word)
    }

    /// Its page.
    pub fn address(self) -> String {
        match self {
            DrawerAt::Shelters => "/shelters".to_owned(),
            DrawerAt::Talks => "/talks".to_owned(),
            DrawerAt::Talk(number) => format!("/talk/{}", number.0),
        }
    }

    /// The forms that are filled in here: where, and what each is called.
    pub(crate) fn offered(self, speech: &Speech) -> Vec<(String, String)> {
        let forms = self.forms().iter();
        let offered = forms.map(|form| {
            let address = format!("{}/record/{}", self.address(), form.word());
            (address, speech.say(form.offered(self)))
        });
        offered.collect()
    }
}

/// What a drawer's form needs to know of where it stands.
pub(crate) struct DrawerPlace<'o> {
    pub office: &'o Office,
    /// The talk that the form is about, if one is.
    pub talk: Option<(CompartmentId, &'o Case)>,
    pub clock: Clock,
    pub speech: &'static Speech,
    pub lang: Lang,
}

/// What comes of a form: entries for a drawer that is there, or the first ones of a new drawer and
/// who else reads it.
pub(crate) enum Taken {
    In(Vec<(CompartmentId, Entry)>),
    New(Drawer, Vec<Entry>, Vec<casework::MemberId>),
}

impl Office {
    /// A form of a drawer, with what was typed so far and what is wrong with it.
    pub fn drawer_form(
        &self,
        at: DrawerAt,
        form: DrawerForm,
        typed: &Typed,
        faults: &[Fault],
        clock: Clock,
        lang: Lang,
    ) -> Option<FormPage> {
        let place = self.drawer_place(at, clock, lang)?;
        // A talk that is to be changed is shown as it stands until something else is typed.
        let present = place.talk.map(|(_, case)| talk::present(case));
        let typed = match (form, present.as_ref()) {
            (DrawerForm::Talk, Some(present)) if typed.is_empty() => present,
            _ => typed,
        };
        let mut sheet = Sheet::new(typed, faults, place.speech);
        match form {
            DrawerForm::HideOut => hide_out::lay_out(&mut sheet, &place),
            DrawerForm::Stay => stay::lay_out(&mut sheet, &place),
            DrawerForm::KeepApart => keep_apart::lay_out(&mut sheet, &place),
            DrawerForm::Talk => talk::lay_out(&mut sheet, &place),
            DrawerForm::Place => offered_place::lay_out(&mut sheet, &place),
            DrawerForm::PlaceState => offered_place::lay_out_state(&mut sheet, &place),
            DrawerForm::Telling => telling::lay_out(&mut sheet, &place),
            DrawerForm::Promise => commitment::lay_out(&mut sheet, &place),
            DrawerForm::PromiseState => commitment::lay_out_state(&mut sheet, &place),
        }
        Some(sheet.done())
    }

    /// Records what was typed into a form of a drawer; gives the page where it then stands.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was recorded.
    pub fn take_drawer(
        &mut self,
        at: DrawerAt,
        form: DrawerForm,
        typed: &Typed,
        clock: Clock,
    ) -> Result<DrawerAt, NotTaken> {
        let place = self.drawer_place(at, clock, Lang::En);
        let place = place.ok_or(NotTaken::NotFound)?;
        let mut reading = Reading::of(typed);
        let taken = match form {
            DrawerForm::HideOut => hide_out::take(&mut reading, &place),
            DrawerForm::Stay => stay::take(&mut reading, &place),
            DrawerForm::KeepApart => keep_apart::take(&mut reading, &place),
            DrawerForm::Talk => talk::take(&mut reading, &place),
            DrawerForm::Place => offered_place::take(&mut reading, &place),
            DrawerForm::PlaceState => offered_place::take_state(&mut reading, &place),
            DrawerForm::Telling => telling::take(&mut reading, &place),
            DrawerForm::Promise => commitment::take(&mut reading, &place),
            DrawerForm::PromiseState => commitment::take_state(&mut reading, &place),
        };
        let taken = reading.ended(taken).map_err(NotTaken::Faults)?;
        let kept = self.keep(taken, clock).map_err(NotTaken::NotRecorded)?;
        let opened = kept.and_then(|new| {
            let talks = self.numbered_talks();
            let talk = talks.iter().find(|(_, id, _)| *id == new);
            talk.map(|(number, ..)| DrawerAt::Talk(*number))
        });
        Ok(opened.unwrap_or(at))
    }

    /// Records it; gives the drawer, if a new one was opened.
    fn keep(&mut self, taken: Taken, clock: Clock) -> Result<Option<CompartmentId>, NotRecorded> {
        self.change(|cabinet| match taken {
            Taken::In(entries) => {
                for (drawer, entry) in entries {
                    cabinet.record_in(drawer, &[entry], clock.now)?;
                }
                Ok(None)
            }
            Taken::New(kind, first, readers) => {
                let drawer = cabinet.open_drawer(kind, &first, clock.now)?;
                for reader in readers {
                    cabinet.show_drawer(drawer, reader, clock.now)?;
                }
                Ok(Some(drawer))
            }
        })
    }

    fn drawer_place(&self, at: DrawerAt, clock: Clock, lang: Lang) -> Option<DrawerPlace<'_>> {
        let talk = match at {
            DrawerAt::Shelters | DrawerAt::Talks => None,
            DrawerAt::Talk(number) => {
                let talks = self.numbered_talks().into_iter();
                let mut this = talks.filter(|(it, ..)| *it == number);
                Some(this.next().map(|(_, id, case)| (id, case))?)
            }
        };
        Some(DrawerPlace {
            office: self,
            talk,
            clock: self.clock(clock),
            speech: Speech::of(lang),
            lang,
        })
    }
}

impl<'o> DrawerPlace<'o> {
    /// Today, by the clock that the office goes by.
    pub fn today(&self) -> facts::Date {
        self.clock.today()
    }

    /// Every drawer of hide-outs that this device reads.
    pub fn shelters(&self) -> impl Iterator<Item = (CompartmentId, &'o Case)> {
        self.office.cabinet().drawers(Drawer::Shelter)
    }

    /// Every country of the world tables.
    pub fn countries(&self) -> Vec<(String, String)> {
        self.office.countries(self.lang)
    }

    /// Entries for the talk that the form is about.
    pub fn in_the_talk(&self, entries: Vec<Entry>) -> Option<Taken> {
        let (talk, _) = self.talk?;
        Some(Taken::In(
            entries.into_iter().map(|entry| (talk, entry)).collect(),
        ))
    }
}
