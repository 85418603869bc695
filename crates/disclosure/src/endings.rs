//! The endings that a form of the tables may take in either language.

pub(crate) fn is_english_ending(rest: &str) -> bool {
    matches!(rest, "s" | "es" | "ed" | "d" | "ing")
}

/// The endings of nouns, adjectives and verbs after a stem.
pub(crate) fn is_russian_ending(rest: &str) -> bool {
    matches!(
        rest,
        "а" | "я"
            | "у"
            | "ю"
            | "е"
            | "и"
            | "ы"
            | "о"
            | "й"
            | "ь"
            | "ой"
            | "ей"
            | "ою"
            | "ею"
            | "ом"
            | "ем"
            | "ам"
            | "ям"
            | "ами"
            | "ями"
            | "ах"
            | "ях"
            | "ов"
            | "ев"
            | "ий"
            | "ый"
            | "ая"
            | "яя"
            | "ое"
            | "ее"
            | "ые"
            | "ие"
            | "ого"
            | "его"
            | "ому"
            | "ему"
            | "ым"
            | "им"
            | "ыми"
            | "ими"
            | "ых"
            | "их"
            | "ую"
            | "юю"
            | "ью"
            | "ия"
            | "ии"
            | "ию"
            | "ией"
            | "иям"
            | "иях"
            | "иями"
            | "ка"
            | "ки"
            | "ке"
            | "ку"
            | "кой"
            | "ец"
            | "ца"
            | "цу"
            | "цем"
            | "це"
            | "цы"
            | "цев"
            | "цам"
            | "цами"
            | "л"
            | "ла"
            | "ли"
            | "ло"
            | "ет"
            | "ит"
            | "ат"
            | "ят"
            | "ут"
            | "ют"
            | "ть"
    )
}

pub(crate) fn is_plural(rest: &str, cyrillic: bool) -> bool {
    if cyrillic {
        [
            "ы", "и", "ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях", "ые", "ие", "ых", "их",
            "ыми", "цы", "цев",
        ]
        .iter()
        .any(|e| rest.ends_with(e))
            && !rest.ends_with("ии")
            || rest == "ей"
    } else {
        rest.ends_with('s')
    }
}
