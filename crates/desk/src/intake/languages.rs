//! Languages in which people are spoken with.

use crate::Speech;

/// Their BCP 47 tags, and the ids of their names; `mul` for one that is not in this list.
const LANGUAGES: &[(&str, &str)] = &[
    ("ce", "language-ce"),
    ("inh", "language-inh"),
    ("av", "language-av"),
    ("ru", "language-ru"),
    ("uk", "language-uk"),
    ("ka", "language-ka"),
    ("az", "language-az"),
    ("tr", "language-tr"),
    ("ar", "language-ar"),
    ("fa", "language-fa"),
    ("en", "language-en"),
    ("de", "language-de"),
    ("fr", "language-fr"),
    ("mul", "language-other"),
];

/// Every language as a choice of a form.
pub(crate) fn choices(speech: &Speech) -> Vec<(String, String)> {
    let named = |(tag, id): &(&str, &str)| ((*tag).to_owned(), speech.say(id));
    LANGUAGES.iter().map(named).collect()
}

/// The tag, if it is one of the list.
pub(crate) fn known(tag: &str) -> Option<String> {
    let found = LANGUAGES.iter().find(|(known, _)| *known == tag);
    found.map(|(tag, _)| (*tag).to_owned())
}

/// A language's name; its tag, if the list does not have it.
pub(crate) fn named(tag: &str, speech: &Speech) -> String {
    let found = LANGUAGES.iter().find(|(known, _)| *known == tag);
    found.map_or_else(|| tag.to_owned(), |(_, id)| speech.say(id))
}
