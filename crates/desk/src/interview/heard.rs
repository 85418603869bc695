//! How something was heard: in the person's own words, in which language, through whom.

use crate::forms::{Place, Reading, Sheet};
use crate::intake::languages;
use casework::{Around, Heard, Key, Person, ThingId, Tie};

/// Own words come first; what the law reads is filled in from them.
pub(crate) fn own_words(sheet: &mut Sheet<'_>) {
    sheet.area("own_words", "heard-own-words", "heard-own-words-hint");
}

/// In which language it was told, through whom, and whether it was read back.
pub(crate) fn how(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    let mut spoken = languages::choices(place.speech);
    let usual = usual_language(place);
    // The language in which the person is spoken with stands first, and is taken unless another is chosen.
    spoken.sort_by_key(|(tag, _)| *tag != usual);
    sheet.picked("language", "heard-language", "heard-language-hint", spoken);
    let interpreters = interpreters(place);
    if !interpreters.is_empty() {
        let named = interpreters.into_iter().map(|(_, word, name)| (word, name));
        sheet.picked("interpreter", "heard-interpreter", "", named.collect());
    }
    let read_back = vec![("yes".to_owned(), place.speech.say("heard-read-back-yes"))];
    sheet.several("read_back", "heard-read-back", "", read_back);
}

/// How it was heard.
pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Heard {
    let own_words = reading.text("own_words");
    let language = languages::known(reading.text("language").as_str());
    let chosen = reading.text("interpreter");
    let interpreters = interpreters(place).into_iter();
    let mut chosen = interpreters.filter(|(_, word, _)| word == chosen.as_str());
    Heard {
        language: language.unwrap_or_else(|| usual_language(place)),
        interpreter: chosen.next().map(|(id, ..)| id),
        own_words: (!own_words.is_empty()).then_some(own_words),
        read_back: !reading.several("read_back").is_empty(),
    }
}

fn usual_language(place: &Place<'_>) -> String {
    let person = place.case.thing::<Person>(&Key::Person(place.person));
    let said = person.map(|standing| standing.each()).unwrap_or_default();
    let last = said.last().map(|(_, person)| person.language.clone());
    last.unwrap_or_else(|| "ru".to_owned())
}

/// Who interprets for the person: the thing, its word in a form, and the name.
fn interpreters(place: &Place<'_>) -> Vec<(ThingId, String, String)> {
    let around = place.case.standing::<Around>();
    let interprets =
        around.filter(|(_, it)| it.person == place.person && matches!(it.tie, Tie::Interpreter(_)));
    let named = |(_, it): (_, &Around)| {
        let word = it.id.0.iter().map(|byte| format!("{byte:02x}")).collect();
        (it.id, word, it.who.as_str().to_owned())
    };
    interprets.map(named).collect()
}
