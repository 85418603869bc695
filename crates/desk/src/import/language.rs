use super::folded;

/// Languages in which people of these cases are often spoken with: tag, and names in both languages.
const NAMED: &[[&str; 3]] = &[
    ["en", "english", "английский"],
    ["ru", "russian", "русский"],
    ["ce", "chechen", "чеченский"],
    ["inh", "ingush", "ингушский"],
    ["uk", "ukrainian", "украинский"],
    ["be", "belarusian", "белорусский"],
    ["az", "azerbaijani", "азербайджанский"],
    ["ka", "georgian", "грузинский"],
    ["hy", "armenian", "армянский"],
    ["kk", "kazakh", "казахский"],
    ["ky", "kyrgyz", "киргизский"],
    ["tg", "tajik", "таджикский"],
    ["uz", "uzbek", "узбекский"],
    ["tr", "turkish", "турецкий"],
    ["ar", "arabic", "арабский"],
    ["fa", "persian", "персидский"],
    ["fr", "french", "французский"],
    ["de", "german", "немецкий"],
];

/// A language's tag (BCP 47), from its tag or its name.
pub(super) fn language(words: &str) -> Option<String> {
    let word = folded(words);
    let named = NAMED.iter().find(|names| names.contains(&word.as_str()));
    match named {
        Some([tag, ..]) => Some((*tag).to_owned()),
        None => is_tag(words.trim()).then(|| words.trim().to_owned()),
    }
}

/// Well formed; whether there is such a language is for people to say.
fn is_tag(words: &str) -> bool {
    let mut parts = words.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
