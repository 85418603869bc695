use super::answer::{likeness, nearest};
use super::mapping::ColumnIs;
use super::terms::Terms;
use super::{Reason, folded};
use crate::Lang;
use casework::NeverCollect;
use facts::{CountryCode, Fact, FactId, Type};

const ROW_KEY: &[&str] = &["key", "row key", "id", "no", "no.", "№", "номер", "ключ"];
const CODE_NAME: &[(&str, Lang)] = &[
    ("code name", Lang::En),
    ("code name (english)", Lang::En),
    ("code name (en)", Lang::En),
    ("кодовое имя (английское)", Lang::En),
    ("code name (russian)", Lang::Ru),
    ("code name (ru)", Lang::Ru),
    ("кодовое имя", Lang::Ru),
    ("кодовое имя (русское)", Lang::Ru),
];
const LANGUAGE: &[&str] = &["language", "язык"];
const NOTE: &[&str] = &[
    "note",
    "notes",
    "заметка",
    "заметки",
    "примечание",
    "комментарий",
];

/// What a column of this heading would hold, if it is never collected.
pub(super) fn never_collected(heading: &str) -> Option<NeverCollect> {
    NeverCollect::asked_by(&folded(heading))
}

/// What a column means, by its heading.
pub(super) fn meaning(heading: &str, terms: &Terms<'_>) -> Result<ColumnIs, Reason> {
    if let Some(never) = never_collected(heading) {
        return Err(Reason::NeverCollected(never));
    }
    let word = folded(heading);
    if ROW_KEY.contains(&word.as_str()) {
        return Ok(ColumnIs::RowKey);
    }
    if let Some((_, lang)) = CODE_NAME.iter().find(|(name, _)| *name == word) {
        return Ok(ColumnIs::CodeName(*lang));
    }
    if LANGUAGE.contains(&word.as_str()) {
        return Ok(ColumnIs::Language);
    }
    if NOTE.contains(&word.as_str()) {
        return Ok(ColumnIs::Note);
    }
    fact(&word, terms)
}

/// Whether a column may mean this fact at all.
pub(super) fn fits(
    id: &FactId,
    under: Option<CountryCode>,
    terms: &Terms<'_>,
) -> Result<(), Reason> {
    if let Some(never) = never_collected(&id.0) {
        return Err(Reason::NeverCollected(never));
    }
    let Some(fact) = terms.vocabulary.get(&id.0) else {
        return Err(Reason::UnknownHeading(None));
    };
    if fact
        .derived
        .as_ref()
        .is_some_and(|derived| !derived.recorded_first)
    {
        return Err(Reason::WorkedOut);
    }
    match (&fact.of, fact.keyed, under) {
        (Type::List(_), ..) => Err(Reason::ListFact),
        (_, true, None) => Err(Reason::WhichCountry),
        (_, false, Some(_)) => Err(Reason::NoCountry),
        _ => Ok(()),
    }
}

fn fact(word: &str, terms: &Terms<'_>) -> Result<ColumnIs, Reason> {
    let facts = terms.vocabulary.iter();
    let mut found: Vec<(&Fact, Option<CountryCode>)> = facts
        .filter_map(|fact| Some((fact, called(fact, word, terms)?)))
        .collect();
    // A heading that is a fact's own name means that fact, whatever others are labelled.
    if let Some(at) = found
        .iter()
        .position(|(fact, _)| folded(&fact.id.0) == word)
    {
        found = vec![found.swap_remove(at)];
    }
    match found.as_slice() {
        [] => {
            let near = terms.vocabulary.iter().flat_map(|fact| {
                names(fact).map(|name| (likeness(word, &folded(&name)), fact.id.clone()))
            });
            Err(Reason::UnknownHeading(nearest(near)))
        }
        [(fact, under)] => {
            fits(&fact.id, *under, terms)?;
            let (id, under) = (fact.id.clone(), *under);
            Ok(ColumnIs::Fact { id, under })
        }
        several => {
            let ids = several.iter().map(|(fact, _)| fact.id.clone());
            Err(Reason::SeveralFacts(ids.collect()))
        }
    }
}

fn names(fact: &Fact) -> [String; 3] {
    [
        fact.id.to_string(),
        fact.label.en.clone(),
        fact.label.ru.clone(),
    ]
}

/// Whether a heading calls a fact, and under which country: `refused_visa[USA]`, `Visa refused by:
/// Latvia`. The outer nothing: it does not.
fn called(fact: &Fact, word: &str, terms: &Terms<'_>) -> Option<Option<CountryCode>> {
    let [id, labels @ ..] = names(fact).map(|name| folded(&name));
    if word == id || labels.contains(&word.to_owned()) {
        return Some(None);
    }
    if !fact.keyed {
        return None;
    }
    let in_brackets = word.strip_prefix(&id).and_then(|rest| {
        let inside = rest.trim().strip_prefix('[')?.strip_suffix(']')?;
        terms.country(inside.trim_matches('"'))
    });
    let mut in_labels = labels.iter().filter_map(|label| {
        let (before, after) = label.split_once("{country}")?;
        terms.country(word.strip_prefix(before)?.strip_suffix(after)?)
    });
    in_brackets.or_else(|| in_labels.next()).map(Some)
}
