//! What a role does, in everyday words of both languages.

use crate::reading::Reading;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

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
        &[
            "transport",
            "travel",
            "logistic",
            "driver",
            "journeys",
            "route",
        ],
        &[
            "drives",
            "driving",
            "minibus",
            "convoy",
            "convoys",
            "tickets",
            "переезд",
            "переправ",
            "переброс",
            "route",
            "routes",
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
        &[
            "government",
            "liaison",
            "diplomat",
            "negotia",
            "advocacy",
            "consultation",
            "resettle",
        ],
        &[
            "chanceries",
            "delegations",
            "министерств",
            "governments",
            "consultations",
            "консультац",
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
            "permits",
            "certificates",
            "attestations",
            "справк",
            "удостоверен",
            "documents",
            "papers",
            "passports",
            "visa",
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
            "examines",
            "examined",
            "prescribes",
            "prescribed",
            "bandages",
            "stitches",
            "lungs",
            "pulse",
            "temperature",
            "лечит",
            "осматрива",
            "осмотрел",
            "выписыва",
            "перевяз",
            "давлени",
            "легкие",
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
            "nightmares",
            "sessions",
            "trauma",
            "кошмар",
            "сеанс",
            "травм",
            "psychologist",
            "counsellor",
            "therapist",
            "therapy",
            "counselling",
            "психолог",
            "терапевт",
            "психотерап",
            "консультаци",
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
        &["fundrais", "donor", "grant"],
        &[
            "grants",
            "donations",
            "raises",
            "raised",
            "fundraiser",
            "жертвовател",
            "пожертвован",
            "грант",
            "фандрайз",
        ],
    ),
    (
        &["financ", "account", "treasur", "book", "cashier"],
        &[
            "books",
            "ledgers",
            "invoices",
            "receipts",
            "payroll",
            "salaries",
            "finance",
            "accounts",
            "money",
            "budget",
            "treasurer",
            "bookkeeper",
            "bookkeeping",
            "бухгалтер",
            "зарплат",
            "счета",
            "отчетност",
            "финанс",
            "деньг",
            "денеж",
        ],
    ),
    (
        &["hous", "shelter", "accommodation", "flats"],
        &[
            "leases",
            "lease",
            "tenancies",
            "apartments",
            "аренд",
            "договоры",
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
            "screens",
            "verifies",
            "verification",
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
            "callers",
            "newcomers",
            "дежурн",
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
            "приемн",
            "первичн",
        ],
    ),
    (
        &["interpret", "translat"],
        &[
            "interpreting",
            "translated",
            "translating",
            "translations",
            "translation",
            "толмач",
            "interpreter",
            "translates",
            "translator",
            "interprets",
            "переводчи",
            "переводит",
            "перевод",
        ],
    ),
    (
        &["it ", "digital", "technical", "technolog"],
        &[
            "encryption",
            "servers",
            "server",
            "laptops",
            "phones",
            "шифрован",
            "ноутбук",
            "сервер",
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
        &[
            "director",
            "founder",
            "chair",
            "executive",
            "head of the organisation",
        ],
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
    (
        &["housing", "accommodation", "shelter", "lodging"],
        &[
            "housing",
            "accommodation",
            "landlords",
            "flats",
            "rents",
            "жиль",
            "расселени",
            "размещени",
            "квартир",
        ],
    ),
    (
        &["vetting", "verification", "intake", "screening", "security"],
        &[
            "vetting",
            "vets",
            "verification",
            "verifies",
            "screening",
            "screens",
            "intake",
            "checks",
            "проверк",
            "проверя",
            "безопасност",
        ],
    ),
    (
        &["human resources", "personnel", "recruit"],
        &["recruits", "personnel", "hires", "кадр", "персонал"],
    ),
    (
        &["border", "crossing", "escort", "accompan", "meets"],
        &[
            "border",
            "crossing",
            "crossings",
            "escorts",
            "accompanies",
            "meets",
            "границ",
            "встречает",
            "сопровожда",
            "провожа",
            "переход",
        ],
    ),
    (
        &["case", "social work"],
        &[
            "cases",
            "casework",
            "caseworker",
            "кейс",
            "куратор",
            "соцработни",
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

/// Some of the roles of the table, one bit each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Roles(u32);

/// A word of the table and how it stands in a draft.
struct RoleWord {
    word: String,
    /// Any ending may follow.
    stem: bool,
    role: Roles,
}

impl Roles {
    /// Those whose marks the vault's own words for a role hold.
    pub(crate) fn of_member(role: &str) -> Roles {
        let role = role.to_lowercase();
        let held = ROLES
            .iter()
            .enumerate()
            .filter(|(_, (marks, _))| marks.iter().any(|m| role.contains(m)));
        Roles(held.fold(0, |all, (i, _)| all | 1 << i))
    }

    /// Those of which a folded word tells.
    pub(crate) fn said_by(word: &str) -> Roles {
        let stands = |w: &&RoleWord| word == w.word || w.stem && word.starts_with(&w.word);
        let first = word.chars().next().unwrap_or_default();
        let words = role_words_from(first).iter().filter(stands);
        Roles(words.fold(0, |all, w| all | w.role.0))
    }

    /// Whether it is one of them to speak for all: `представитель организации`.
    pub(crate) fn speak_for_all(self) -> bool {
        self.share_any(Roles::of_member("press"))
    }

    /// No role, or one of the other.
    pub(crate) fn may_be(self, other: Roles) -> bool {
        self.0 == 0 || self.share_any(other)
    }

    fn share_any(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }
}

/// The words of the table by their first letter.
fn role_words_from(letter: char) -> &'static [RoleWord] {
    static WORDS: OnceLock<HashMap<char, Vec<RoleWord>>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words: HashMap<char, Vec<RoleWord>> = HashMap::new();
        for (i, (_, said)) in ROLES.iter().enumerate() {
            for word in *said {
                let letter = word.chars().next().unwrap_or_default();
                words.entry(letter).or_default().push(RoleWord {
                    word: word.replace('ё', "е"),
                    stem: !word.is_ascii() || matches!(*word, "spokes" | "press"),
                    role: Roles(1 << i),
                });
            }
        }
        words
    });
    words.get(&letter).map_or(&[], Vec::as_slice)
}

/// Everyday words for what a role does, in both languages: a press officer speaks to the press.
pub(crate) fn role_words(
    reading: &Reading,
    tokens: Range<usize>,
    role: Roles,
) -> Vec<Range<usize>> {
    let told = tokens.filter(|t| reading.roles(*t).share_any(role));
    told.map(|t| t..t + 1).collect()
}
