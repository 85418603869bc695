use super::folded;
use super::sheet::Cell;
use super::terms::Terms;
use super::trouble::Reason;
use facts::{CountryCode, FieldType, Known, PartialDate, Recorded, Scalar, Type, Words};
use std::collections::{BTreeMap, BTreeSet};

const YES: &[&str] = &["yes", "true", "да"];
const NO: &[&str] = &["no", "false", "нет"];
const UNKNOWN: &[&str] = &["unknown", "not known", "?", "неизвестно", "не известно"];
const RATHER_NOT: &[&str] = &[
    "rather not say",
    "would rather not say",
    "не хочет говорить",
    "отказался отвечать",
    "отказалась отвечать",
];
const NO_OTHERS: &[&str] = &["no others", "других нет"];

/// What a cell says of a fact: nothing, where it says of a set that nobody knows.
pub(super) fn answer(
    cell: &Cell,
    of: &Type,
    terms: &Terms<'_>,
) -> Result<Option<Recorded>, Reason> {
    if let Cell::Fault(fault) = cell {
        return Err(Reason::Cell(*fault));
    }
    let word = cell.as_words().map(|words| folded(words.as_str()));
    let said = |words: &[&str]| word.as_deref().is_some_and(|word| words.contains(&word));
    match of {
        Type::One(FieldType::Text) => one(cell, &FieldType::Text, terms).map(Some),
        Type::One(_) if said(UNKNOWN) => Ok(Some(Recorded::One(Known::Unknown))),
        Type::One(_) if said(RATHER_NOT) => Ok(Some(Recorded::One(Known::RatherNotSay))),
        Type::One(of) => one(cell, of, terms).map(Some),
        Type::Set(_) if said(UNKNOWN) || said(RATHER_NOT) => Ok(None),
        Type::Set(of) => set(cell, of, terms).map(Some),
        Type::List(_) => Err(Reason::ListFact),
    }
}

fn one(cell: &Cell, of: &FieldType, terms: &Terms<'_>) -> Result<Recorded, Reason> {
    scalar(cell, of, terms).map(|value| Recorded::One(Known::Value(value)))
}

/// Members between semicolons; `not …` is denied, `no others` makes it whole.
fn set(cell: &Cell, of: &FieldType, terms: &Terms<'_>) -> Result<Recorded, Reason> {
    let words = cell.as_words().ok_or_else(|| expected(of, "", terms))?;
    // Names of values may have commas in them, names of countries have none.
    let between: &[char] = match of {
        FieldType::Country => &[';', '\n', ','],
        _ => &[';', '\n'],
    };
    let (mut shown, mut denied, mut complete) = (BTreeSet::new(), BTreeSet::new(), false);
    for part in words.as_str().split(between) {
        let word = folded(part);
        if word.is_empty() {
            continue;
        }
        if NO_OTHERS.contains(&word.as_str()) {
            complete = true;
            continue;
        }
        let is_not = word.strip_prefix("not ").or(word.strip_prefix("не "));
        // A value may itself be called `not …`.
        match (word_of(&word, of, terms), is_not) {
            (Ok(value), _) => shown.insert(value),
            (Err(_), Some(denies)) => denied.insert(word_of(denies, of, terms)?),
            (Err(reason), None) => return Err(reason),
        };
    }
    match shown.is_disjoint(&denied) {
        true => Ok(Recorded::Set {
            shown,
            denied,
            complete,
        }),
        false => Err(Reason::BothShownAndDenied),
    }
}

fn scalar(cell: &Cell, of: &FieldType, terms: &Terms<'_>) -> Result<Scalar, Reason> {
    match (cell, of) {
        (Cell::YesNo(yes), FieldType::Bool) => Ok(Scalar::Bool(*yes)),
        (Cell::Whole(n), FieldType::Number) => Ok(Scalar::Number(*n)),
        (Cell::Day(day), FieldType::Date) => Ok(Scalar::Date((*day).into())),
        (Cell::Words(words), FieldType::Text) => Ok(Scalar::Text(words.as_str().to_owned())),
        (Cell::Words(_) | Cell::Whole(_), _) => {
            let words = cell.as_words().unwrap_or_default();
            word_of(words.as_str(), of, terms)
        }
        (Cell::YesNo(_) | Cell::Day(_), _) => Err(expected(of, "", terms)),
        (Cell::Fault(fault), _) => Err(Reason::Cell(*fault)),
    }
}

fn word_of(words: &str, of: &FieldType, terms: &Terms<'_>) -> Result<Scalar, Reason> {
    let word = folded(words);
    let read = match of {
        FieldType::Bool if YES.contains(&word.as_str()) => Some(Scalar::Bool(true)),
        FieldType::Bool if NO.contains(&word.as_str()) => Some(Scalar::Bool(false)),
        FieldType::Bool => None,
        FieldType::Number => word.parse().ok().map(Scalar::Number),
        FieldType::Date => day(&word)?.map(Scalar::Date),
        FieldType::Country => terms.country(words).map(Scalar::Country),
        FieldType::Text => Some(Scalar::Text(words.to_owned())),
        FieldType::Enum(values) => value_called(&word, values).map(Scalar::Text),
    };
    read.ok_or_else(|| expected(of, &word, terms))
}

/// The value of this name: its word in the vocabulary, or its name in either language.
fn value_called(word: &str, values: &BTreeMap<String, Words>) -> Option<String> {
    let called = |(value, names): &(&String, &Words)| {
        [value.as_str(), &names.en, &names.ru]
            .iter()
            .any(|name| folded(name) == word)
    };
    let mut found = values.iter().filter(called);
    match (found.next(), found.next()) {
        (Some((value, _)), None) => Some(value.clone()),
        _ => None,
    }
}

/// `2017-05-17`, `2017-05`, `2017`, or as Russian writes it: `17.05.2017`, `05.2017`. With strokes
/// nobody knows which is the month.
fn day(word: &str) -> Result<Option<PartialDate>, Reason> {
    if word.contains('/') {
        return Err(Reason::AmbiguousDate);
    }
    let parts: Vec<&str> = word.split('.').collect();
    let two = |part: &str| format!("{part:0>2}");
    let written = match parts.as_slice() {
        [day, month, year] => format!("{year}-{}-{}", two(month), two(day)),
        [month, year] => format!("{year}-{}", two(month)),
        _ => word.to_owned(),
    };
    Ok(written.parse().ok())
}

/// What was expected, with what is nearest to what was written.
fn expected(of: &FieldType, word: &str, terms: &Terms<'_>) -> Reason {
    match of {
        FieldType::Bool => Reason::NotYesOrNo,
        FieldType::Number => Reason::NotANumber,
        FieldType::Date => Reason::NotADate,
        FieldType::Country => Reason::NotACountry(terms.nearest_country(word)),
        FieldType::Text => Reason::NotWords,
        FieldType::Enum(values) => Reason::NotOneOf(nearest_value(word, values)),
    }
}

fn nearest_value(word: &str, values: &BTreeMap<String, Words>) -> Option<Words> {
    let near = values.iter().flat_map(|(value, names)| {
        [value, &names.en, &names.ru].map(|name| (likeness(word, &folded(name)), names))
    });
    nearest(near).cloned()
}

/// The nearest of several, if it is near at all.
pub(super) fn nearest<T>(all: impl Iterator<Item = (f64, T)>) -> Option<T> {
    let best = all.max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.filter(|(likeness, _)| *likeness >= 0.8)
        .map(|(_, it)| it)
}

/// How alike two words are, from 0 to 1 (Jaro and Winkler).
pub(super) fn likeness(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

impl Terms<'_> {
    fn nearest_country(&self, word: &str) -> Option<CountryCode> {
        nearest(
            self.countries()
                .map(|(name, code)| (likeness(word, name), code)),
        )
    }
}
