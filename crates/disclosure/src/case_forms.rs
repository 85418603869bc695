//! The case forms of Russian names, by a table of endings.
//!
//! A. Zaliznyak, Grammatical Dictionary of Russian (1977), gives the types; the endings here are
//! those that surnames, given names, patronymics and towns take. Stress is unknown, so both spellings
//! are made where it decides (`-ом`, `-ем`).

/// Every case form of one name, the name itself among them. The word is folded and Cyrillic.
pub(crate) fn case_forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let mut add = |stem: &str, endings: &[&str]| {
        forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")))
    };
    let cut = |n: usize| {
        word.char_indices()
            .rev()
            .nth(n - 1)
            .map_or("", |(at, _)| &word[..at])
    };
    let ends = |endings: &[&str]| {
        endings
            .iter()
            .any(|ending| word.len() > ending.len() && word.ends_with(ending))
    };
    if ends(&["ов", "ев", "ёв", "ин", "ын"]) {
        add(word, &["а", "у", "ым", "ом", "е", "ы", "ых", "ыми", "ой"]);
    } else if ends(&["ова", "ева", "ёва", "ина", "ына"]) {
        add(cut(1), &["ой", "у", "ою", "ы", "е", "ых", "ым"]);
    } else if ends(&["ский", "цкий", "ой", "ый", "кий"]) {
        add(
            cut(2),
            &[
                "ого", "ому", "им", "ым", "ом", "ие", "ые", "их", "ых", "ая", "ой", "ую",
            ],
        );
    } else if ends(&["ская", "цкая", "ая"]) {
        add(cut(2), &["ой", "ую", "ою", "ие", "их"]);
        if ends(&["пая", "йая"]) {
            add(cut(1), &["и", "е", "ю", "ей"]);
        }
    } else if ends(&["ия"]) {
        add(cut(1), &["и", "ю", "ей", "ею"]);
    } else if ends(&["ий"]) {
        add(cut(1), &["я", "ю", "ем", "и", "е"]);
    } else if ends(&["й"]) {
        add(cut(1), &["я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"]);
    } else if ends(&["ь"]) {
        add(cut(1), &["я", "ю", "ем", "ём", "е", "и", "ью", "ей", "ям"]);
    } else if ends(&["а"]) {
        add(cut(1), &["ы", "и", "е", "у", "ой", "ою", "ей", "ею", ""]);
    } else if ends(&["я"]) {
        add(cut(1), &["и", "е", "ю", "ей", "ёй", "ею", "ь", "й"]);
    } else if word
        .chars()
        .last()
        .is_some_and(|c| !"аеёиоуыэюяъў".contains(c))
    {
        add(
            word,
            &[
                "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ей", "ам", "ами", "ах",
            ],
        );
        fleeting(word, &mut forms);
    }
    forms
}

/// `Жуковец, Жуковца`; `Павел, Павла`; `Лев, Льва`.
fn fleeting(word: &str, forms: &mut Vec<String>) {
    let chars: Vec<char> = word.chars().collect();
    let [.., before, vowel, last] = chars.as_slice() else {
        return;
    };
    if !"еёо".contains(*vowel) || !"цкл".contains(*last) {
        return;
    }
    let head: String = chars[..chars.len() - 2].iter().collect();
    let soft = if *before == 'л' && *vowel != 'о' {
        "ь"
    } else {
        ""
    };
    for ending in ["а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ам"] {
        forms.push(format!("{head}{soft}{last}{ending}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_type_take_their_case_forms() {
        for (name, wanted) in [
            ("жуковец", ["жуковца", "жуковцу", "жуковцем"]),
            ("юлия", ["юлии", "юлию", "юлией"]),
            ("андреевич", ["андреевича", "андреевичу", "андреевичем"]),
            ("волконский", ["волконского", "волконскому", "волконским"]),
            ("пермь", ["перми", "пермью", "перми"]),
            ("сергей", ["сергея", "сергею", "сергеем"]),
            ("журавлева", ["журавлевой", "журавлеву", "журавлевою"]),
        ] {
            let forms = case_forms(name);
            for form in wanted {
                assert!(
                    forms.iter().any(|f| f == form),
                    "{name}: {form} in {forms:?}"
                );
            }
        }
    }
}
