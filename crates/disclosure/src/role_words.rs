//! What a role does, in everyday words of both languages.

use crate::reading::Reading;
use crate::world::Staff as Member;
use std::ops::Range;

/// Marks of a role as the vault has it, and the words by which a draft tells of it.
const ROLES: &[(&[&str], &[&str])] = &[
    (
        &[
            "spokes",
            "press",
            "media",
            "communications",
            "public relations",
        ],
        &[
            "spokes",
            "press",
            "пресс",
            "media",
            "медиа",
            "прессой",
            "communications",
            "сми",
        ],
    ),
    (
        &["transport", "travel", "logistic", "driver", "journeys"],
        &[
            "transport",
            "journey",
            "journeys",
            "travel",
            "travels",
            "trips",
            "rides",
            "logistics",
            "поездк",
            "перевоз",
            "дорог",
            "транспорт",
            "логистик",
            "маршрут",
            "билет",
        ],
    ),
    (
        &["government", "liaison", "diplomat", "negotia", "advocacy"],
        &[
            "governments",
            "liaison",
            "embassies",
            "diplomats",
            "ministries",
            "negotiator",
            "negotiates",
            "правительств",
            "посольств",
            "переговорщи",
            "дипломат",
        ],
    ),
    (
        &["document", "visa", "paper", "passport"],
        &[
            "documents",
            "papers",
            "passports",
            "visas",
            "paperwork",
            "документ",
            "бумаг",
            "паспорт",
            "виз",
        ],
    ),
    (
        &["medic", "doctor", "health", "nurse"],
        &[
            "medical",
            "doctor",
            "health",
            "medicine",
            "врач",
            "медицин",
            "медик",
            "здоровь",
        ],
    ),
    (
        &["psycholog", "therap", "counsel"],
        &[
            "psychologist",
            "counsellor",
            "therapist",
            "психолог",
            "терапевт",
        ],
    ),
    (
        &["legal", "law", "lawyer", "counsel"],
        &[
            "legal",
            "lawyer",
            "law",
            "юрист",
            "юридическ",
            "правов",
            "адвокат",
        ],
    ),
    (
        &["financ", "account", "treasur", "fund", "book"],
        &[
            "grants",
            "donations",
            "raises",
            "raised",
            "жертвовател",
            "пожертвован",
            "грант",
            "finance",
            "accounts",
            "money",
            "funds",
            "budget",
            "treasurer",
            "бухгалтер",
            "финанс",
            "деньг",
            "денеж",
        ],
    ),
    (
        &["hous", "shelter", "accommodation", "flats"],
        &[
            "housing",
            "shelters",
            "accommodation",
            "flats",
            "houses",
            "жиль",
            "приют",
            "квартир",
            "расселени",
        ],
    ),
    (
        &["security", "safety", "vetting"],
        &[
            "security",
            "background",
            "checks",
            "проверя",
            "safety",
            "vetting",
            "безопасност",
            "проверк",
        ],
    ),
    (
        &[
            "intake",
            "hotline",
            "helpline",
            "reception",
            "first contact",
            "caseworker",
        ],
        &[
            "intake",
            "hotline",
            "helpline",
            "calls",
            "requests",
            "горяч",
            "лини",
            "обращени",
            "звонк",
            "приём",
            "прием",
        ],
    ),
    (
        &["interpret", "translat"],
        &[
            "interpreter",
            "translates",
            "translator",
            "interprets",
            "переводчи",
            "перевод",
        ],
    ),
    (
        &["it ", "digital", "technical", "technolog"],
        &[
            "digital",
            "computers",
            "technical",
            "it",
            "компьютер",
            "цифров",
            "техническ",
            "айти",
        ],
    ),
    (
        &["director", "head", "founder", "chair", "coordinator of"],
        &[
            "director",
            "head",
            "founder",
            "директор",
            "руковод",
            "основател",
            "глава",
        ],
    ),
    (&["volunteer"], &["volunteers", "волонтер", "волонтёр"]),
    (
        &["research", "documentation", "analyst"],
        &[
            "research",
            "documentation",
            "analysis",
            "исследован",
            "документировани",
            "аналитик",
        ],
    ),
];

/// Everyday words for what a role does, in both languages: a press officer speaks to the press.
pub(crate) fn role_words(
    reading: &Reading,
    tokens: Range<usize>,
    member: &Member,
) -> Vec<Range<usize>> {
    let role = member.role.to_lowercase();
    let wanted: Vec<&str> = ROLES
        .iter()
        .filter(|(marks, _)| marks.iter().any(|m| role.contains(m)))
        .flat_map(|(_, words)| words.iter().copied())
        .collect();
    tokens
        .filter(|t| {
            let word = reading.text.word(*t);
            wanted.iter().any(|w| {
                if w.is_ascii() && !matches!(*w, "spokes" | "press") {
                    word == *w
                } else {
                    word.starts_with(&w.replace('ё', "е"))
                }
            })
        })
        .map(|t| t..t + 1)
        .collect()
}
