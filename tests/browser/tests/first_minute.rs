//! The first minute of the demo, as a reader with a real browser lives it.

mod browser;

use browser::{Browser, Driver};
use std::path::Path;

/// A page to look at, and a word that must stand on it in English and in Russian.
const PAGES: [(&str, &str, &str, &str); 16] = [
    ("wall", "/", "in hiding", "скрываются"),
    ("person", "/person/1", "no class for it", "такой визы нет"),
    (
        "person-june",
        "/person/1?on=2017-06-17",
        "another day",
        "другой",
    ),
    ("way", "/person/1/way/us.visa.b", "Visitor visa", "виза"),
    (
        "doors",
        "/person/1/doors?pathway=us.parole.humanitarian&event=refused",
        "Leave first",
        "Сначала уехать",
    ),
    (
        "routes",
        "/person/3/routes",
        "Stay and wait",
        "Остаться и ждать",
    ),
    ("picture", "/person/3/routes/picture", "granted", "отказали"),
    (
        "sheet",
        "/person/4/sheet",
        "do not carry it",
        "не носите её с собой",
    ),
    (
        "stopped",
        "/person/5/stopped?at=POL",
        "I ask for asylum",
        "Прошу убежища",
    ),
    ("ask", "/ask", "What would be enough", "Чего было бы"),
    (
        "ask-person",
        "/person/3/ask",
        "An answer has come",
        "Ответ уже есть",
    ),
    (
        "brief",
        "/ask/brief?power=fr.visa.asile",
        "Please keep silent",
        "молчите о том",
    ),
    (
        "days",
        "/days",
        "What turns in 2017",
        "Что меняется за 2017 год",
    ),
    ("law", "/law", "books", "книг"),
    ("book", "/law/us.visa.b", "What it requires", "Чего требует"),
    ("about", "/about", "What it cannot do", "Чего он не может"),
];

fn with_language(path: &str, lang: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    format!("{path}{join}lang={lang}")
}

/// Serves the demonstration for the time of a test.
async fn demo() -> (pages::Workspace, String) {
    let office = desk::Office::demo().expect("the shipped books are whole");
    let listener = pages::listen().await.expect("a free port");
    let address = listener.local_addr().expect("it listens");
    let workspace = pages::Workspace::open(office, address);
    let served = workspace.clone();
    tokio::spawn(async move { pages::serve(served, &listener, std::future::pending()).await });
    (workspace, format!("http://{address}"))
}

async fn look_at_every_page(width: u32, script: bool) {
    let Some(driver) = Driver::start().await else {
        eprintln!("not run: chromium and chromium-driver are not installed");
        return;
    };
    let (workspace, origin) = demo().await;
    let browser = Browser::open(&driver, width, script).await;
    browser
        .enter(&workspace.start_link().expect("randomness"))
        .await;
    for (lang, russian) in [("en", false), ("ru", true)] {
        for (name, path, english_word, russian_word) in PAGES {
            browser
                .go(&format!("{origin}{}", with_language(path, lang)))
                .await;
            let text = browser.text().await;
            let word = if russian { russian_word } else { english_word };
            assert!(
                text.contains(word),
                "{name} in {lang} does not say `{word}`:\n{text}"
            );
            let mark = if script { "" } else { "-noscript" };
            browser
                .screenshot(&format!("{name}-{lang}-{width}{mark}"))
                .await;
            if script {
                browser.is_not_wider_than_the_window(name).await;
            }
        }
    }
    browser.stayed_at_home(&origin).await;
    browser.close().await;
}

#[tokio::test]
async fn every_page_reads_well_on_a_laptop() {
    look_at_every_page(1366, true).await;
}

#[tokio::test]
async fn every_page_reads_well_on_a_telephone() {
    look_at_every_page(390, true).await;
}

#[tokio::test]
async fn every_page_works_without_script() {
    look_at_every_page(1366, false).await;
}

/// Sheets that say much: all governments together, and powers with long articles and many lines.
const SHEETS: [&str; 4] = [
    "/ask/brief?",
    "/ask/brief?power=de.visa.s22_1",
    "/ask/brief?power=fr.visa.asile",
    "/ask/brief?power=lt.visa.humanitarian",
];

/// Prints each page, with the script of pages or without, and looks how many sheets of A4 it fills.
async fn print_on(paths: &[String], script: bool, sheets: impl Fn(usize) -> bool) {
    let Some(driver) = Driver::start().await else {
        eprintln!("not run: chromium and chromium-driver are not installed");
        return;
    };
    let (workspace, origin) = demo().await;
    let browser = Browser::open(&driver, 1366, script).await;
    browser
        .enter(&workspace.start_link().expect("randomness"))
        .await;
    for path in paths {
        browser.go(&format!("{origin}{path}")).await;
        let printed = browser.printed_pages().await;
        assert!(sheets(printed), "{path} prints on {printed} sheets");
    }
    browser.close().await;
}

#[tokio::test]
async fn every_sheet_is_one_page_of_paper() {
    let mut paths = Vec::new();
    for on in ["2017-05-17", "2022-05-17", "2026-11-20"] {
        for lang in ["en", "ru"] {
            paths.extend(SHEETS.map(|sheet| format!("{sheet}&on={on}&lang={lang}")));
        }
    }
    print_on(&paths, false, |sheets| sheets == 1).await;
    // What is long takes more than one, so that a count of one means something.
    print_on(&["/ask".to_owned()], false, |sheets| sheets > 1).await;
}

#[tokio::test]
async fn what_to_say_when_stopped_prints_on_two_sheets() {
    let mut paths = Vec::new();
    // Where most is to be printed: several languages, remedies, practice, much still to be shown.
    for at in ["FRA", "POL", "CHE", "BEL", "USA", "CAN", "CHL", "ARM"] {
        for (on, lang) in [("2017-05-17", "ru"), ("2026-11-20", "en")] {
            paths.push(format!("/person/5/stopped?at={at}&on={on}&lang={lang}"));
        }
    }
    print_on(&paths, true, |sheets| sheets <= 2).await;
}

#[tokio::test]
async fn the_sheet_for_the_person_prints_on_two_sheets() {
    let mut paths = Vec::new();
    // The most and the fewest ways, a deadline, a preparation of each kind.
    for number in [1, 2, 4, 8, 9, 10, 13, 46] {
        for lang in ["en", "ru"] {
            paths.push(format!("/person/{number}/sheet?lang={lang}"));
        }
    }
    print_on(&paths, true, |sheets| sheets <= 2).await;
}

#[tokio::test]
async fn the_first_minute_leads_from_the_wall_to_an_article() {
    let Some(driver) = Driver::start().await else {
        eprintln!("not run: chromium and chromium-driver are not installed");
        return;
    };
    let (workspace, origin) = demo().await;
    let browser = Browser::open(&driver, 1366, true).await;
    let folder = std::env::temp_dir().join(format!("start-{}", std::process::id()));
    let file = pages::write_start_file(&folder, &workspace.start_link().expect("randomness"))
        .expect("a private file");
    browser
        .enter(&format!("file://{}", Path::new(&file).display()))
        .await;
    let wall = browser.text().await;
    assert!(
        wall.contains("40 in hiding.")
            && wall.contains("2 have visas.")
            && wall.contains("5 left without one."),
        "{wall}"
    );
    browser.click_link("Rowan").await;
    let person = browser.text().await;
    for said in [
        "no class for it",
        "may be asked today: ",
        "no political will",
        "not refused, not applied",
    ] {
        assert!(
            person.contains(said),
            "the report's own cell does not say `{said}`"
        );
    }
    assert!(
        person.contains("214(b)"),
        "the visitor visa is closed by an article"
    );
    browser
        .click_link("Doors: what a step would close and open")
        .await;
    let doors = browser.text().await;
    assert!(
        doors.contains("Ask from hiding") && doors.contains("Leave first"),
        "{doors}"
    );
    browser.press("Leave").await;
    assert!(browser.text().await.contains("You have left."));
    browser.go(&format!("{origin}/")).await;
    assert!(browser.text().await.contains("The door is closed"));
    browser.stayed_at_home(&origin).await;
    browser.close().await;
    std::fs::remove_dir_all(&folder).expect("the folder is removed");
}
