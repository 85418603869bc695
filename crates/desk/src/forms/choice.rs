//! What the person has chosen: proposed to them, never assigned.

use super::evidence::said;
use super::picking::anew;
use super::{Place, Reading, Sheet};
use casework::{Choice, Entry, Minutes, Presence, Text};

/// A year of hours to think.
const MOST_HOURS: u32 = 24 * 366;
/// More options than this nobody can weigh.
const MOST_OPTIONS: u32 = 20;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-choice", &["form-choice-lead"]);
    let today = place.office.clock(place.clock).today().to_string();
    sheet.day("on", "form-choice-on", &today);
    sheet.area("options", "form-choice-options", "form-choice-options-hint");
    sheet.number(
        "chosen",
        "form-choice-chosen",
        "form-choice-chosen-hint",
        "",
    );
    sheet.line(
        "language",
        "form-choice-language",
        "form-choice-language-hint",
    );
    let told = said(
        place,
        &[
            ("yes", "choice-worst-told"),
            ("no", "choice-worst-not-told"),
        ],
    );
    sheet.one_of("worst", "form-choice-worst", "", told);
    let presence = [
        ("alone", "choice-alone"),
        ("with", "choice-with"),
        ("not_noted", "choice-not-noted"),
    ];
    sheet.one_of(
        "presence",
        "form-choice-presence",
        "",
        said(place, &presence),
    );
    sheet.line("with", "form-choice-with-whom", "");
    sheet.number("hours", "form-choice-hours", "form-choice-hours-hint", "");
    sheet.area("own_words", "form-choice-words", "form-choice-words-hint");
    let stands = said(
        place,
        &[("yes", "choice-is-theirs"), ("no", "choice-is-withdrawn")],
    );
    sheet.one_of(
        "stands",
        "form-choice-stands",
        "form-choice-stands-hint",
        stands,
    );
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let on = reading.past_day("on", place.office.clock(place.clock));
    let options = options(reading);
    let chosen = match reading.text("chosen").is_empty() {
        true => None,
        false => reading.number("chosen", 1..=MOST_OPTIONS).map(|it| it - 1),
    };
    let worst_told = yes(reading, "worst");
    let presence = presence(reading);
    let hours = match reading.text("hours").is_empty() {
        true => Some(Minutes(0)),
        false => reading.hours("hours", 0..=MOST_HOURS),
    };
    let stands = yes(reading, "stands");
    let choice = Choice {
        person: place.person,
        on: on?.into(),
        options: options?,
        chosen,
        language: reading.text("language").as_str().to_owned(),
        interpreter: None,
        worst_told: worst_told?,
        presence: presence?,
        time_to_think: hours?,
        own_words: reading.text("own_words"),
        withdrawn: !stands?,
    };
    Some(vec![anew(place.case, choice)])
}

/// The options, a line for each.
fn options(reading: &mut Reading<'_>) -> Option<Vec<Text>> {
    let typed = reading.needed_text("options", "fault-choice-options")?;
    let lines = typed.as_str().lines().map(str::trim);
    Some(
        lines
            .filter(|line| !line.is_empty())
            .map(Text::from)
            .collect(),
    )
}

fn yes(reading: &mut Reading<'_>, field: &'static str) -> Option<bool> {
    match reading.text(field).as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            reading.fault(field, "fault-choose");
            None
        }
    }
}

fn presence(reading: &mut Reading<'_>) -> Option<Presence> {
    match reading.text("presence").as_str() {
        "alone" => Some(Presence::Alone),
        "not_noted" => Some(Presence::NotNoted),
        "with" => {
            let whom = reading.needed_text("with", "fault-choice-with")?;
            Some(Presence::With(whom))
        }
        _ => {
            reading.fault("presence", "fault-choose");
            None
        }
    }
}
