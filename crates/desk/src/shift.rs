//! What the people on shift look at: who has been heard from, where everyone sleeps, what is promised,
//! what shows a claim.

mod hearing;
mod shelters;
mod talks;
mod today;
mod vetting;

pub(crate) use hearing::{call_id, heard_id};
pub(crate) use talks::PlaceInWriting;
pub use talks::TalkNumber;

use crate::case::CaseNumber;
use crate::desk::Reading;
use crate::forms::Clock;
use crate::office::Office;
use crate::speech::say;
use crate::view::{BoardSection, BoardSign};
use crate::{Lang, Speech, day};
use casework::{Alert, Minutes, Moment, Noted, PersonId};

/// Somebody of a case, as colleagues speak of them.
pub(crate) struct Known {
    pub person: PersonId,
    pub number: CaseNumber,
    pub name: String,
}

impl Office {
    /// The clock that an office goes by. The demonstration lives on the day of the report, at the hour
    /// of the clock on the wall.
    pub(crate) fn clock(&self, clock: Clock) -> Clock {
        if !self.is_demo() {
            return clock;
        }
        let start = |day| Moment::start_of(day).seconds();
        let away = start(self.desk().caseload().date) - start(clock.today());
        Clock::at(
            clock.now.seconds().saturating_add(away),
            clock.ahead_minutes,
        )
    }

    /// Everybody for whom routes are sought, by the number of their case.
    pub(crate) fn known_people(&self, lang: Lang) -> Vec<Known> {
        let files = self.cabinet().cases();
        let known = files.filter_map(|file| {
            let person = file.principal()?;
            Some(Known {
                person,
                number: file.number,
                name: lang.of(&file.code_of(person)).to_owned(),
            })
        });
        known.collect()
    }
}

impl Known {
    /// Their name, and the number of their case.
    pub fn label(&self, speech: &Speech) -> String {
        format!("{} · {} {}", self.name, speech.say("case"), self.number.0)
    }

    /// Where their case stands.
    pub fn address(&self) -> String {
        format!("/case/{}", self.number.0)
    }
}

/// A moment as the clock on the wall shows it, in words.
pub(crate) fn moment_in_words(moment: Moment, clock: Clock, speech: &Speech) -> String {
    let shown = clock.shown(moment);
    let (typed_day, time) = shown.split_once('T').unwrap_or((&shown, ""));
    let day = crate::day::parse(typed_day).map(|it| day::in_words(it, speech));
    let day = day.unwrap_or_else(|| typed_day.to_owned());
    say!(speech, "moment-in-words", day = &day, time = time)
}

/// Hours where they are whole, else minutes.
pub(crate) fn span_in_words(minutes: Minutes, speech: &Speech) -> String {
    let n = usize::try_from(minutes.0).unwrap_or(usize::MAX);
    match n > 0 && n % 60 == 0 {
        true => speech.count("n-hours", n / 60),
        false => speech.count("n-minutes", n),
    }
}

/// How urgent an alert is, in a word.
pub(crate) fn alert_sign(alert: Alert, speech: &Speech) -> BoardSign {
    let (class, id) = match alert {
        Alert::Fine => ("fine", "alert-fine"),
        Alert::Due => ("due", "alert-due"),
        Alert::Amber => ("amber", "alert-amber"),
        Alert::Red => ("red", "alert-red"),
    };
    BoardSign {
        class,
        says: speech.say(id),
    }
}

/// A section of a page of the shift, its head under its own id.
pub(crate) fn section(id: &str, none: &str, speech: &Speech) -> BoardSection {
    BoardSection {
        id: id.to_owned(),
        head: speech.say(id),
        none: match none.is_empty() {
            true => String::new(),
            false => speech.say(none),
        },
        ..BoardSection::default()
    }
}

/// Who recorded an entry, and when it was learnt.
pub(crate) fn recorded_by(noted: &Noted, office: &Office, reading: &Reading<'_>) -> String {
    let member = office.member(noted.member, reading);
    let learnt = day::in_words(noted.learnt.day(), reading.speech);
    say!(
        reading.speech,
        "recorded-by",
        member = &member,
        day = &learnt
    )
}
