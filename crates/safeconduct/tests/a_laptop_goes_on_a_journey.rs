//! A journey, through pages alone: another laptop of the same person takes one case of two, what is
//! written on the way comes home, and that laptop is shut out.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Browser, Laptop, Running, found_on, someone, token};

const PASSPHRASE: &str = "nine slow herons cross the marsh";

fn opened(laptop: &Laptop, fields: &[(&str, &str)]) -> (Running, Browser) {
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let mut all = vec![("passphrase", PASSPHRASE), ("again", PASSPHRASE)];
    all.extend_from_slice(fields);
    let answer = browser.fill("/open", &all);
    assert_eq!(answer.status, 303, "{}", answer.text);
    (running, browser)
}

/// What stands behind some words of a page, up to a letter.
fn after<'p>(page: &'p str, words: &str, end: char) -> &'p str {
    let (_, rest) = page
        .split_once(words)
        .unwrap_or_else(|| panic!("`{words}` in {page}"));
    rest.split(end).next().unwrap_or_default()
}

#[test]
fn one_case_of_two_goes_along_and_comes_back() {
    let (home, away) = (Laptop::new("home"), Laptop::new("away"));
    let (_home, mut here) = opened(&home, &[("people", "alone")]);
    assert_eq!(someone(&mut here, "a ferryman").status, 303);
    assert_eq!(someone(&mut here, "a lighthouse keeper").status, 303);

    let page = here.get("/team/travel?lang=en").text;
    let own = token(&page);
    let invitation = after(&page, "aria-label=\"Invitation for your own device\">", '<');
    let joining = [("people", "join"), ("invitation", invitation)];
    let (_away, mut there) = opened(&away, &joining);
    let page = there.get("/team?lang=en").text;
    let card = after(&page, "device’s card\">", '<').to_owned();

    let mut form = vec![
        ("token", own.as_str()),
        ("lang", "en"),
        ("card", card.as_str()),
    ];
    form.push(("compared", "yes"));
    let answer = here.post("/team/travel/pack", &form);
    assert!(answer.text.contains("Choose the cases"), "{}", answer.text);
    form.push(("case", "2"));
    let packed = here.post_for_bytes("/team/travel/pack", &form);
    there.upload("/team/take-in", &packed);
    let wall = there.get("/?lang=en").text;
    assert!(
        there
            .get("/case/2?lang=en")
            .text
            .contains("a lighthouse keeper"),
        "{wall}"
    );
    assert_eq!(
        there.get("/case/1").status,
        404,
        "the other case stays at home"
    );
    assert_eq!(found_on(&away, &["a ferryman"]), Vec::<String>::new());

    // Something is written on the way, and comes home in a file; then that laptop is shut out.
    let step = [
        ("what", "asked"),
        ("on", "2026-11-03"),
        ("note", "At the border."),
    ];
    assert_eq!(there.fill("/case/2/record/step", &step).status, 303);
    let page = there.get("/team?lang=en").text;
    let to = after(&page, "name=\"device\" value=\"", '"').to_owned();
    let theirs = token(&page);
    let bundle = there.post_for_bytes("/team/bundle", &[("token", &theirs), ("device", &to)]);
    let page = here.get("/team/travel?lang=en").text;
    let device = after(&page, "name=\"device\" value=\"", '"').to_owned();
    let fields = [("lang", "en"), ("device", device.as_str())];
    let wrong = here.send_files("/team/travel/back", &fields, &[("file", &packed)]);
    assert!(
        wrong.text.contains("The file does not open"),
        "{}",
        wrong.text
    );
    let back = here.send_files("/team/travel/back", &fields, &[("file", &bundle)]);
    assert_eq!(back.status, 303, "{}", back.text);
    assert!(here.get("/case/2?lang=en").text.contains("At the border."));
    let page = here.get("/team/travel?lang=en").text;
    assert!(!page.contains("name=\"device\""), "it is shut out: {page}");
}
