//! What an official said: beside the law, and never in it.

use super::step::pathway;
use super::{Place, Reading, Sheet};
use casework::{Entry, Means, Said, Signal, Terms};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-signal", &["form-signal-lead"]);
    sheet.picked(
        "government",
        "form-signal-government",
        "",
        place.countries(),
    );
    sheet.line("who", "form-signal-who", "form-signal-who-hint");
    let today = place.clock.today().to_string();
    sheet.day("on", "form-signal-on", &today);
    sheet.area("said", "form-signal-said", "form-signal-said-hint");
    let quoted = ["quoted", "account"].map(|value| {
        let label = match value {
            "quoted" => "form-signal-quoted",
            _ => "form-signal-account",
        };
        (value.to_owned(), place.speech.say(label))
    });
    sheet.one_of("manner", "form-signal-manner", "", quoted.into());
    let means = sheet.named::<Means>(|means| match means {
        Means::Discouraged => "form-signal-discouraged",
        Means::Encouraged => "form-signal-encouraged",
    });
    sheet.one_of("means", "form-signal-means", "", means);
    sheet.picked(
        "pathway",
        "form-signal-pathway",
        "form-signal-pathway-hint",
        place.pathways(),
    );
    let terms = sheet.named::<Terms>(terms_id);
    sheet.one_of(
        "terms",
        "form-signal-terms",
        "form-signal-terms-hint",
        terms,
    );
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let government = reading.needed_country("government");
    let who = reading.needed_phrase("who", "fault-signal-who");
    let on = reading.past_day("on", place.clock);
    let said = reading.needed_phrase("said", "fault-signal-said");
    let manner = reading.text("manner");
    let means = reading.one_of::<Means>("means");
    let terms = reading.one_of::<Terms>("terms");
    let pathways = pathway(reading, place).into_iter().collect();
    let said = said?;
    let language = match said.en.is_empty() {
        true => "ru",
        false => "en",
    };
    let said = match manner.as_str() {
        "quoted" => Said::Words(said, language.to_owned()),
        "account" => Said::Account(said),
        _ => {
            reading.fault("manner", "fault-choose");
            return None;
        }
    };
    let signal = Signal {
        on: on?.into(),
        government: government?.into(),
        who: who?,
        terms: terms?,
        pathways,
        person: Some(place.person),
        talk: None,
        said,
        means: means?,
    };
    Some(vec![Entry::new(signal)])
}

/// The words for the terms on which somebody speaks.
pub(crate) fn terms_id(terms: Terms) -> &'static str {
    match terms {
        Terms::OnRecord => "form-signal-on-record",
        Terms::Background => "form-signal-background",
        Terms::DeepBackground => "form-signal-deep-background",
        Terms::OffRecord => "form-signal-off-record",
    }
}
