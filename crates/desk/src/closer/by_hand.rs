//! Any fact of the vocabulary, recorded by hand: first which, then what is so.

use super::form::{OTHERWISE, basis_fields, take_basis};
use crate::forms::{Place, Reading, Sheet};
use crate::interview::answer::{self, Given};
use crate::interview::{EVERY_COUNTRY, heard, records_before, with_list_before};
use casework::{Assertion, Entry, Role, Says, Source};
use facts::{Fact, SetBy};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-fact", &["form-fact-lead"]);
    let chosen = sheet.typed("fact").to_owned();
    let vocabulary = &place.office.desk().library().vocabulary;
    let Some(fact) = vocabulary.get(&chosen).filter(|fact| is_recorded(fact)) else {
        sheet.picked(
            "fact",
            "form-fact-which",
            "form-fact-which-hint",
            facts(place),
        );
        sheet.button("form-fact-go-on");
        return;
    };
    sheet.carried("fact", &fact.id.0);
    sheet.carried("chosen", "yes");
    let reading = place.reading();
    if fact.keyed {
        let every = (EVERY_COUNTRY.to_owned(), place.speech.say("every-country"));
        let countries = [every].into_iter().chain(place.countries());
        sheet.picked("under", "form-fact-country", "", countries.collect());
    }
    let asked = (
        reading.fact_label(fact, Some("")),
        place.lang.of(&fact.why).replace("{country}", ""),
    );
    answer::lay_out(sheet, place, fact, asked, OTHERWISE);
    basis_fields(sheet, place);
    heard::own_words(sheet);
    heard::how(sheet, place);
    sheet.line("since", "form-fact-since", "form-fact-since-hint");
    if fact.set_by == SetBy::Lawyer {
        let roles = sheet.named::<Role>(|role| match role {
            Role::Caseworker => "entry-as-caseworker",
            Role::Lawyer => "entry-as-lawyer",
        });
        sheet.one_of("role", "form-fact-as", "interview-needs-lawyer", roles);
    }
}

/// What the program works out itself, and what nobody can know, is not recorded.
fn is_recorded(fact: &Fact) -> bool {
    let derived = fact.derived.as_ref();
    derived.is_none_or(|derived| derived.recorded_first) && fact.asked_of != facts::AskedOf::Nobody
}

/// Every fact that can be recorded, topic by topic.
fn facts(place: &Place<'_>) -> Vec<(String, String)> {
    let reading = place.reading();
    let vocabulary = &place.office.desk().library().vocabulary;
    let mut all: Vec<&Fact> = vocabulary.iter().filter(|fact| is_recorded(fact)).collect();
    all.sort_by_key(|fact| (fact.topic, fact.order));
    let named = |fact: &Fact| {
        let label = reading.fact_label(fact, Some("…"));
        (
            fact.id.0.to_string(),
            format!("{}: {label}", reading.topic(fact.topic)),
        )
    };
    all.into_iter().map(named).collect()
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let vocabulary = &place.office.desk().library().vocabulary;
    let chosen = reading.text("fact");
    let Some(fact) = vocabulary
        .get(chosen.as_str())
        .filter(|fact| is_recorded(fact))
    else {
        reading.fault("fact", "fault-choose");
        return None;
    };
    if reading.text("chosen").is_empty() {
        // Which fact is known now; the form is shown again to ask what is so.
        return None;
    }
    let mut assertion = Assertion::new(place.person, &fact.id.0, Says::Unknown);
    assertion.under = match fact.keyed {
        true => Some(under(reading)?),
        false => None,
    };
    take_basis(reading, &mut assertion);
    if matches!(assertion.by, Source::Person(_)) {
        assertion.heard = Some(heard::take(reading, place));
    }
    if !reading.text("since").is_empty() {
        let since = reading.past_date("since", place.clock);
        assertion.since = since.map(Into::into);
    }
    if fact.set_by == SetBy::Lawyer {
        assertion.role = reading.one_of::<Role>("role")?;
    }
    let before = records_before(place, fact, assertion.under.as_deref());
    assertion.says = match answer::take(reading, fact, before)? {
        Given::Says(says) => says,
        Given::Later => return None,
    };
    Some(vec![with_list_before(place, assertion)])
}

fn under(reading: &mut Reading<'_>) -> Option<String> {
    match reading.text("under").as_str() {
        EVERY_COUNTRY => Some(EVERY_COUNTRY.to_owned()),
        _ => reading.needed_country("under").map(|code| code.to_string()),
    }
}
