//! Something that was done for a person, or that came of it.

use super::{Place, Reading, Sheet};
use crate::explain::step_id;
use casework::{
    Assertion, Basis, Case, Dated, Entry, Key, OperationId, Says, Source, Step, What, Why,
};
use facts::{CountryCode, Scalar};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-step", &["form-step-lead"]);
    let what = sheet.named::<What>(step_id);
    sheet.picked("what", "form-step-what", "form-step-what-hint", what);
    sheet.picked(
        "pathway",
        "form-step-pathway",
        "form-step-pathway-hint",
        place.pathways(),
    );
    sheet.picked("country", "form-step-country", "", place.countries());
    sheet.line("on", "form-step-on", "form-step-on-hint");
    sheet.area("note", "form-step-note", "");
}

/// The step; and where an authority refused, what the book says that a refusal makes true, so that
/// the next form still says that a visa was refused.
pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let what = reading.one_of::<What>("what");
    let on = reading.past_date("on", place.clock);
    let pathway = pathway(reading, place);
    let country = reading.country("country");
    let on = Dated::from(on?);
    let step = Step {
        person: place.person,
        on,
        pathway: pathway.clone(),
        what: what?,
        country: country.map(Into::into),
        note: reading.phrase("note"),
    };
    let mut entries = vec![Entry::new(step)];
    if what? == What::Refused {
        let pathway = pathway.unwrap_or_default();
        let follows = made_true(place, &pathway, country);
        let follows = follows.map(|(fact, key)| since(place, &fact, key, on));
        entries.extend(follows);
    }
    Some(entries)
}

/// The facts that a refusal of a pathway makes true, by its book, each with its key.
fn made_true(
    place: &Place<'_>,
    pathway: &str,
    country: Option<CountryCode>,
) -> impl Iterator<Item = (String, Option<String>)> {
    let library = place.office.desk().library();
    let book = library.pathways.iter().find(|it| it.id == pathway);
    let refused = book.and_then(|book| book.events.get("refused"));
    let writes = refused.into_iter().flat_map(|event| &event.writes);
    writes.filter_map(move |write| keyed(&write.text, country))
}

/// `refused_visa["USA"]` as a fact and its key; `[this]` is the country of the step, and without one
/// nothing is written.
fn keyed(write: &str, this: Option<CountryCode>) -> Option<(String, Option<String>)> {
    let Some((fact, key)) = write.split_once('[') else {
        return Some((write.to_owned(), None));
    };
    let key = match key.trim_end_matches(']') {
        "this" => this?.to_string(),
        named => named.trim_matches('"').to_owned(),
    };
    Some((fact.to_owned(), Some(key)))
}

/// That a fact is true since a day, in place of whatever stood before: it has changed.
fn since(place: &Place<'_>, fact: &str, key: Option<String>, day: Dated) -> Entry {
    let mut assertion = Assertion::new(place.person, fact, Says::Value(Scalar::Bool(true).into()));
    assertion.under = key;
    assertion.since = Some(day);
    assertion.by = Source::Member;
    assertion.basis = Some(Basis::Caseworker);
    let before = standing_under(place.case, &assertion);
    Entry::new(assertion).in_place_of(Why::Changed, before)
}

/// What stands about the same fact under the same key.
fn standing_under(case: &Case, assertion: &Assertion) -> Vec<OperationId> {
    let key = Key::Fact(
        assertion.person,
        assertion.fact.clone(),
        assertion.under.clone(),
    );
    let standing = case.thing::<Assertion>(&key);
    let each = standing.map(|standing| standing.each()).unwrap_or_default();
    each.into_iter().map(|(noted, _)| noted.id).collect()
}

/// A pathway that the books have; nothing, where none was chosen.
pub(crate) fn pathway(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<String> {
    let chosen = reading.text("pathway");
    let mut known = place.office.desk().library().pathways.iter();
    let found = known.find(|pathway| pathway.id == chosen.as_str());
    if found.is_none() && !chosen.is_empty() {
        reading.fault("pathway", "fault-choose");
    }
    found.map(|pathway| pathway.id.clone())
}
