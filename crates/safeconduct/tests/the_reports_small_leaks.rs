//! The small leaks of the news report itself, written as drafts over the demonstration's vault: each
//! is caught with its reason, in both languages, and harmless drafts beside them pass.

use std::io::Write;
use std::process::{Command, Stdio};

/// What is printed of a draft, and the exit code.
fn check(draft: &str, lang: &str) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    let command = command.args(["say", "check", "--demo", "--lang", lang]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.stderr(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("an input");
    input.write_all(draft.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let printed = [output.stdout, output.stderr].concat();
    (
        String::from_utf8(printed).expect("text"),
        output.status.code(),
    )
}

/// Each draft, words of the reason that is given for it, and a wording that is offered instead.
const LEAKS: [(&str, &str, &str, &str); 14] = [
    (
        "en",
        "Just two of our people have been given visas.",
        "A count of 2",
        "Just some of our people have been given visas.",
    ),
    (
        "en",
        "Our spokesperson said that she could not be named.",
        "a woman or a man",
        "Our spokesperson said that they could not be named.",
    ),
    (
        "en",
        "A Baltic state is considering our request.",
        "we talk with one of them",
        "A state is considering our request.",
    ),
    (
        "en",
        "To clarify: nothing has been formally denied.",
        "somebody was asked",
        "We do not comment on talks with any government.",
    ),
    (
        "en",
        "42 people are in hiding with our help.",
        "42 is the exact figure",
        "Around 40 people are in hiding with our help.",
    ),
    (
        "en",
        "The baker from G. is with us and safe.",
        "fit 1 person here: baker",
        "Somebody in our care from G. is with us and safe.",
    ),
    (
        "en",
        "Talks with Reykjavik have gone well.",
        "seat of a government",
        "We do not comment on talks with any government.",
    ),
    (
        "ru",
        "Визы получили только двое наших подопечных.",
        "Число 2",
        "Визы получили только некоторые из наших подопечных.",
    ),
    (
        "ru",
        "Наша пресс-секретарь просила не называть её имени.",
        "женщина это или мужчина",
        "Представители организации просили не называть их имени.",
    ),
    (
        "ru",
        "Одно из прибалтийских государств рассматривает нашу просьбу.",
        "с одной из них мы говорим",
        "Одно из государств рассматривает нашу просьбу.",
    ),
    (
        "ru",
        "Уточняем: формально никто ни в чём не отказал.",
        "кого-то спрашивали",
        "Мы не комментируем переговоры ни с одним правительством.",
    ),
    (
        "ru",
        "С нашей помощью скрываются 42 человека.",
        "точное число: 42",
        "С нашей помощью скрываются около 40 человек.",
    ),
    (
        "ru",
        "Пекарь из Г. у нас и в безопасности.",
        "1 человеку здесь: пекарь",
        "Один из наших подопечных из Г. у нас и в безопасности.",
    ),
    (
        "ru",
        "Переговоры с Рейкьявиком идут хорошо.",
        "место, где сидит правительство",
        "Мы не комментируем переговоры ни с одним правительством.",
    ),
];

/// Drafts that name nobody, no place and no government, as close to the leaks as may be.
const HARMLESS: [(&str, &str); 10] = [
    (
        "en",
        "Some of our people have left; we do not say how many.",
    ),
    (
        "en",
        "Our spokesperson could not be named for reasons of safety.",
    ),
    ("en", "We do not comment on talks with any government."),
    ("en", "Around 40 people are in hiding with our help."),
    (
        "en",
        "We thank the bakers who send bread to the soup kitchen.",
    ),
    (
        "ru",
        "Кто-то из наших подопечных уехал; сколько их, мы не говорим.",
    ),
    ("ru", "Представитель организации просил не называть имени."),
    (
        "ru",
        "Мы не комментируем переговоры ни с одним правительством.",
    ),
    ("ru", "С нашей помощью скрываются около 40 человек."),
    (
        "ru",
        "Спасибо пекарям, которые присылают хлеб для столовой.",
    ),
];

#[test]
fn each_is_caught_with_a_reason_and_another_wording() {
    for (lang, draft, reason, instead) in LEAKS {
        let (printed, code) = check(draft, lang);
        assert_eq!(code, Some(1), "{draft}: {printed}");
        assert!(printed.contains(reason), "{draft}: {printed}");
        let offered = printed
            .lines()
            .any(|line| line.ends_with(&format!(": {instead}")));
        assert!(offered, "{draft}: {printed}");
    }
}

#[test]
fn harmless_drafts_beside_them_pass() {
    for (lang, draft) in HARMLESS {
        let (printed, code) = check(draft, lang);
        assert_eq!(code, Some(0), "{draft}: {printed}");
    }
}
