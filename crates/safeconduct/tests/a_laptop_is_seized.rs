//! Promise P9: a seized laptop that is switched off gives nothing. Marked words go through every form;
//! then every file is searched: the vault, what SQLite leaves, temporary files, logs, the shell's
//! history, and the process's own arguments.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Browser, Laptop, found_in, found_on, someone};

const PASSPHRASE: &str = "nine slow herons cross the marsh";

/// Names in two scripts, a place, a telephone, a word for duress.
const CANARIES: [&str; 8] = [
    "Kanareykin-Zhulan",
    "Канарейкин-Жулан",
    "Zyablikova ulitsa 17",
    "Зябликова улица 17",
    "+79005550199",
    "grey umbrella",
    "серый зонт",
    "the consul of Ruritania sighed",
];

fn record(browser: &mut Browser, form: &str, fields: &[(&str, &str)]) {
    let path = format!("/case/1/record/{form}");
    let answer = browser.fill(&path, fields);
    assert_eq!(answer.status, 303, "{form}: {}", answer.text);
}

/// Types a marked word into every form there is.
fn live(browser: &mut Browser) {
    for canary in CANARIES {
        let entered = someone(browser, canary);
        assert_eq!(entered.status, 303, "{}", entered.text);
    }
    let signal = [
        ("government", "LTU"),
        ("who", "Kanareykin-Zhulan"),
        ("on", "2026-11-02"),
        ("said", "the consul of Ruritania sighed"),
        ("manner", "account"),
        ("means", "discouraged"),
        ("terms", "off_record"),
    ];
    record(browser, "signal", &signal);
    let step = [
        ("what", "left"),
        ("on", "2026"),
        ("note", "Зябликова улица 17"),
    ];
    record(browser, "step", &step);
    let found = browser.fill(
        "/search",
        &[("words", "Канарейкин-Жулан"), ("q", "Канарейкин-Жулан")],
    );
    assert!(found.status == 200 || found.status == 303, "{}", found.text);
    assert_eq!(browser.fill("/team", &[]).status, 405);
    let page = browser.get("/about").text;
    let name = [
        ("token", laptop::token(&page)),
        ("name", "grey umbrella".to_owned()),
    ];
    let name: Vec<(&str, &str)> = name.iter().map(|(a, b)| (*a, b.as_str())).collect();
    assert_eq!(browser.post("/team/name", &name).status, 303);
    // Pages are only looked at.
    for path in [
        "/",
        "/case/1",
        "/person/1",
        "/person/1/routes",
        "/person/1/doors",
        "/team",
        "/days",
    ] {
        assert_eq!(browser.get(path).status, 200, "{path}");
    }
    assert_eq!(browser.get("/case/1?on=Kanareykin-Zhulan").status, 200);
    assert_eq!(browser.get("/Kanareykin-Zhulan").status, 404);
}

#[test]
fn no_marked_word_is_left_on_the_disk_or_in_the_arguments() {
    let laptop = Laptop::new("seized");
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let passphrase = [
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("people", "alone"),
    ];
    assert_eq!(browser.fill("/open", &passphrase).status, 303);
    live(&mut browser);

    let words: Vec<&str> = CANARIES.iter().copied().chain([PASSPHRASE]).collect();
    assert_eq!(found_in(&running.arguments(), &words), Vec::<String>::new());
    // While it runs, and after it was killed as by a power cut.
    assert_eq!(found_on(&laptop, &words), Vec::<String>::new());
    drop(running);
    assert_eq!(found_on(&laptop, &words), Vec::<String>::new());
    assert!(laptop.files().len() > 3, "there was something to search");

    // The searcher finds every word in every disguise, where it lies open.
    for word in words {
        for (disguise, bytes) in laptop::disguises(word) {
            std::fs::write(
                laptop.disk.join("tmp/open"),
                [b"...", &bytes[..], b"..."].concat(),
            )
            .expect("a file");
            assert!(
                !found_on(&laptop, &[word]).is_empty(),
                "{word} in {disguise}"
            );
        }
    }
}

/// Marked words, more than there are fields to type them into; names in three scripts among them.
fn marked() -> Vec<String> {
    let word = |n: usize| match n % 4 {
        0 => format!("Kanareyka {n}x Zhulan"),
        1 => format!("Канарейка {n}щ Жулан"),
        2 => format!("კანარი {n}ჟ ჟულანი"),
        _ => format!("ulitsa Zyablikov {n}z"),
    };
    (1_000..1_200).map(word).collect()
}

/// Every form of every page that a link leads to, whatever is built later.
#[test]
fn marked_words_go_through_every_form_of_every_page_and_none_is_left() {
    let laptop = Laptop::new("crawled");
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let passphrase = [
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("people", "alone"),
    ];
    assert_eq!(browser.fill("/open", &passphrase).status, 303);
    assert_eq!(someone(&mut browser, "a nurse").status, 303);

    let words = marked();
    let mut crawler = laptop::crawler::Crawler::new(&words);
    crawler.go(&mut browser, 150);
    crawler.look_again(&mut browser);
    let shown = words
        .iter()
        .filter(|word| crawler.shown.contains(*word))
        .count();
    println!(
        "{} forms sent, {} taken, {shown} words shown again",
        crawler.sent.len(),
        crawler.taken.len()
    );
    assert!(crawler.sent.len() >= 30, "{:?}", crawler.sent);
    assert!(crawler.taken.len() >= 15, "{:?}", crawler.taken);
    assert!(shown >= 20, "what was typed is shown again: {shown}");

    assert_eq!(found_in(&running.arguments(), &words), Vec::<String>::new());
    assert_eq!(found_on(&laptop, &words), Vec::<String>::new());
    drop(running);
    assert_eq!(found_on(&laptop, &words), Vec::<String>::new());
}
