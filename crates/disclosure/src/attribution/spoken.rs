//! Words of an attribution: who is told of, and who says that they spoke.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// By which kind of word somebody is told of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of us.
    Staff,
    /// Somebody of a government.
    Official,
    /// Somebody who writes about it.
    Press,
    /// Somebody who helps.
    Helper,
}

/// What the form of a word shows of the one it tells of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    Nothing,
    Woman,
    Man,
}

/// English words for one person.
const ENGLISH: &[(Kind, Shows, &str)] = &[
    (
        Kind::Staff,
        Shows::Nothing,
        "employee staffer colleague worker caseworker representative spokesperson volunteer \
         activist campaigner coordinator organiser organizer",
    ),
    (Kind::Staff, Shows::Woman, "spokeswoman"),
    (Kind::Staff, Shows::Man, "spokesman"),
    (
        Kind::Official,
        Shows::Nothing,
        "official diplomat consul attache envoy minister aide source",
    ),
    (
        Kind::Press,
        Shows::Nothing,
        "reporter journalist correspondent editor photographer",
    ),
    (Kind::Helper, Shows::Nothing, "helper supporter host driver"),
];

/// Russian stems, with the endings that they have for one person.
const RUSSIAN: &[(Kind, Shows, &str, &str)] = &[
    (
        Kind::Staff,
        Shows::Nothing,
        "сотрудник работник активист волонтер координатор",
        "|а|у|ом|е",
    ),
    (
        Kind::Staff,
        Shows::Nothing,
        "представител секретар",
        "ь|я|ю|ем|е",
    ),
    (Kind::Staff, Shows::Nothing, "коллег", "а|у|ой|е"),
    (
        Kind::Staff,
        Shows::Woman,
        "сотрудниц работниц представительниц",
        "а|у|ей|е|ы",
    ),
    (
        Kind::Staff,
        Shows::Woman,
        "активистк волонтерк",
        "а|у|ой|е|и",
    ),
    (
        Kind::Official,
        Shows::Nothing,
        "чиновник дипломат консул источник собеседник",
        "|а|у|ом|е",
    ),
    (
        Kind::Official,
        Shows::Woman,
        "чиновниц собеседниц",
        "а|у|ей|е|ы",
    ),
    (
        Kind::Press,
        Shows::Nothing,
        "журналист репортер корреспондент редактор фотограф",
        "|а|у|ом|е",
    ),
    (
        Kind::Press,
        Shows::Woman,
        "журналистк корреспондентк",
        "а|у|ой|е|и",
    ),
    (Kind::Helper, Shows::Nothing, "помощник", "|а|у|ом|е"),
    (Kind::Helper, Shows::Woman, "помощниц", "а|у|ей|е|ы"),
];

/// The kind of a folded word for one person, and what its form shows.
fn person_word(word: &str) -> Option<(Kind, Shows)> {
    static WORDS: OnceLock<HashMap<String, (Kind, Shows)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let english = ENGLISH.iter().flat_map(|(kind, shows, all)| {
            let all = all.split_ascii_whitespace();
            all.map(|word| (word.to_owned(), (*kind, *shows)))
        });
        let russian = RUSSIAN.iter().flat_map(|(kind, shows, stems, endings)| {
            let forms = stems.split_whitespace().flat_map(|stem| {
                let endings = endings.split('|');
                endings.map(move |ending| format!("{stem}{ending}"))
            });
            forms.map(|word| (word, (*kind, *shows)))
        });
        english.chain(russian).collect()
    });
    words.get(word).copied()
}

/// `said`, `рассказала`.
pub(super) fn is_saying(word: &str) -> bool {
    const ENGLISH: &str = "said says told tells added explained explains stated confirmed noted \
                           warned wrote writes declined spoke speaks";
    const PRESENT: &[&str] = &[
        "говорит",
        "рассказывает",
        "сообщает",
        "заявляет",
        "отмечает",
        "добавляет",
        "поясняет",
        "отвечает",
        "подтверждает",
        "объясняет",
        "уточняет",
        "пишет",
    ];
    ENGLISH.split_whitespace().any(|one| one == word)
        || PRESENT.contains(&word)
        || past_stem(word).is_some()
}

/// Verbs of saying: the stem of the past, and the present that shows nobody's sex.
const PAST: &[(&str, &str)] = &[
    ("сказа", "говорит"),
    ("говори", "говорит"),
    ("рассказа", "рассказывает"),
    ("сообщи", "сообщает"),
    ("заяви", "заявляет"),
    ("отмети", "отмечает"),
    ("добави", "добавляет"),
    ("поясни", "поясняет"),
    ("ответи", "отвечает"),
    ("подтверди", "подтверждает"),
    ("объясни", "объясняет"),
    ("уточни", "уточняет"),
    ("написа", "пишет"),
];

fn past_stem(word: &str) -> Option<(&'static str, bool)> {
    PAST.iter()
        .find_map(|(stem, present)| match word.strip_prefix(stem)? {
            "л" => Some((*present, false)),
            "ла" => Some((*present, true)),
            _ => None,
        })
}

/// `рассказала`: whoever spoke is a woman.
pub(super) fn is_said_by_a_woman(word: &str) -> bool {
    past_stem(word).is_some_and(|(_, woman)| woman)
}

/// The present of a Russian verb of saying in the past.
pub(super) fn in_the_present(word: &str) -> Option<&'static str> {
    past_stem(word).map(|(present, _)| present)
}

/// What a pronoun shows. Russian says *он* of an office whoever holds it.
pub(super) fn pronoun(word: &str) -> Shows {
    match word {
        "she" | "она" => Shows::Woman,
        "he" => Shows::Man,
        _ => Shows::Nothing,
    }
}

/// How high, how new, how rare somebody is among us.
pub(super) fn is_rank(word: &str) -> bool {
    const ENGLISH: &str = "senior junior deputy chief head lead leading veteran former founding \
                           newest longest serving ranking top only oldest youngest new";
    const STEMS: &[&str] = &[
        "старш",
        "младш",
        "главн",
        "ведущ",
        "бывш",
        "высокопоставленн",
        "единственн",
        "опытн",
        "новеньк",
        "новый",
        "новая",
        "нового",
        "новой",
        "заместител",
    ];
    ENGLISH.split_whitespace().any(|one| one == word)
        || STEMS.iter().any(|stem| word.starts_with(stem))
}

/// A unit in which a service is told.
pub(super) fn is_a_time(word: &str) -> bool {
    const UNITS: &[&str] = &[
        "year",
        "years",
        "month",
        "months",
        "decade",
        "decades",
        "лет",
        "год",
        "года",
        "году",
        "месяц",
        "месяца",
        "месяцев",
    ];
    UNITS.contains(&word)
}

/// Whose somebody is, said before them.
pub(super) fn is_ours(word: &str) -> bool {
    word == "our" || word.starts_with("наш")
}

/// The same, of others.
pub(super) fn is_anothers(word: &str) -> bool {
    matches!(
        word,
        "your" | "their" | "his" | "her" | "its" | "их" | "его" | "ее"
    ) || word.starts_with("ваш")
}

/// Words that stand before a person word and say nothing.
pub(super) fn is_article(word: &str) -> bool {
    is_ours(word) || matches!(word, "a" | "an" | "the" | "my" | "one" | "один" | "одна")
}

/// Something that somebody else works for.
pub(super) fn is_a_house_of_others(word: &str) -> bool {
    const ENGLISH: &str = "ministry embassy consulate government police court bank company \
                           newspaper university hospital agency parliament state un army";
    const STEMS: &[&str] = &[
        "министерств",
        "посольств",
        "консульств",
        "правительств",
        "полици",
        "суд",
        "банк",
        "компани",
        "газет",
        "университет",
        "больниц",
        "мид",
        "мвд",
        "фсб",
        "парламент",
        "оон",
        "прокуратур",
        "телеканал",
        "мэри",
    ];
    ENGLISH.split_whitespace().any(|one| one == word)
        || STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Somebody told of in a sentence.
pub(super) struct Told {
    pub kind: Kind,
    pub shows: Shows,
    /// The word, or the words: `member of staff`.
    pub head: Range<usize>,
}

/// Everybody told of among some words.
pub(super) fn told<'t>(words: impl Fn(usize) -> &'t str, within: Range<usize>) -> Vec<Told> {
    let mut all = Vec::new();
    let end = within.end;
    let mut at = within.start;
    while at < end {
        let word = |ahead: usize| {
            if at + ahead < end {
                words(at + ahead)
            } else {
                ""
            }
        };
        let staff = |word: &str| matches!(word, "staff" | "team" | "organisation" | "organization");
        let length = match word(0) {
            "member" if word(1) == "of" && staff(word(2)) => 3,
            "member" if word(1) == "of" && staff(word(3)) => 4,
            "staff" | "team" if word(1) == "member" => 2,
            _ => 0,
        };
        if length > 0 {
            let (kind, shows) = (Kind::Staff, Shows::Nothing);
            let head = at..at + length;
            all.push(Told { kind, shows, head });
        } else if let Some((kind, shows)) = person_word(word(0)) {
            let head = at..at + 1;
            all.push(Told { kind, shows, head });
        }
        at += length.max(1);
    }
    all
}
