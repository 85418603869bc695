//! What a word looks like beside or as a name, whoever bears it.

/// Before a name these say nothing of whose it is.
pub(super) fn is_form_of_address(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mister"
            | "dr"
            | "sir"
            | "madam"
            | "citizen"
            | "applicant"
            | "господин"
            | "господина"
            | "господину"
            | "господином"
            | "господине"
            | "госпожа"
            | "госпожу"
            | "госпоже"
            | "госпожи"
            | "гражданин"
            | "гражданина"
            | "гражданину"
            | "гражданка"
            | "гражданку"
            | "гражданке"
            | "товарищ"
    )
}

/// A word that stands before somebody's other name.
pub(super) fn tells_of_a_nickname(word: &str, next: &str) -> bool {
    matches!(
        word,
        "nickname"
            | "nicknamed"
            | "nick"
            | "callsign"
            | "codename"
            | "alias"
            | "username"
            | "pseudonym"
            | "called"
            | "позывной"
            | "позывным"
            | "позывного"
            | "кличка"
            | "кличке"
            | "кличкой"
            | "прозвище"
            | "прозвищу"
            | "прозвищем"
            | "ник"
            | "ником"
            | "псевдоним"
            | "псевдонимом"
            | "псевдониму"
            | "по-домашнему"
    ) || (word, next) == ("known", "as")
        || (word, next) == ("goes", "by")
        || (word, next) == ("call", "sign")
        || word.starts_with("прозв")
}

/// Endings that mark a family name even in small letters.
pub(super) fn looks_like_a_family_name(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ov",
        "ova",
        "ev",
        "eva",
        "yev",
        "in",
        "ina",
        "sky",
        "skaya",
        "skii",
        "ski",
        "enko",
        "uk",
        "yuk",
        "ian",
        "yan",
        "dze",
        "shvili",
        "zade",
        "ov",
        "off",
        "ow",
        "ew",
        "ews",
        "aev",
        "oev",
        "ich",
        "ов",
        "ова",
        "ову",
        "овым",
        "ове",
        "овой",
        "ев",
        "ева",
        "еву",
        "евым",
        "еве",
        "евой",
        "ин",
        "ина",
        "ину",
        "иным",
        "иной",
        "ский",
        "ского",
        "ская",
        "енко",
        "ук",
        "юк",
        "ян",
        "яна",
        "дзе",
        "швили",
        "оглы",
        "ич",
        "овы",
        "овых",
        "евых",
        "евы",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
