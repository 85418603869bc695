//! A stranger's day, through pages alone, on two laptops: a vault is made, somebody is entered, what
//! the consul said stands beside the law and not in it, the case is shared by a file, the other
//! laptop is shut out, and the case is erased.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Answer, Browser, Laptop, Running, someone, token};

const PASSPHRASE: &str = "nine slow herons cross the marsh";

fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, after) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("`{from}` in {page}"));
    after.split(to).next().unwrap_or_default()
}

fn opened(laptop: &Laptop, fields: &[(&str, &str)]) -> (Running, Browser) {
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let mut all = vec![("passphrase", PASSPHRASE), ("again", PASSPHRASE)];
    all.extend_from_slice(fields);
    let answer = browser.fill("/open", &all);
    assert_eq!(answer.status, 303, "{}", answer.text);
    (running, browser)
}

/// Sends a form whose token stands in some page.
fn post(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get("/about").text;
    let token = token(&page);
    let mut all = vec![("token", token.as_str())];
    all.extend_from_slice(fields);
    browser.post(path, &all)
}

/// The other device of a team's page.
fn other_device(browser: &mut Browser) -> String {
    let page = browser.get("/team?lang=en").text;
    between(&page, "name=\"device\" value=\"", "\"").to_owned()
}

#[test]
fn a_stranger_makes_a_vault_and_erases_a_case_in_the_end() {
    let (first, second) = (Laptop::new("first"), Laptop::new("second"));
    let (_first, mut here) = opened(&first, &[("people", "alone")]);
    assert!(here.get("/?lang=en").text.contains("Somebody new"));
    assert_eq!(someone(&mut here, "a nurse").status, 303);

    // Their verdicts and routes are there, and the law says what it said.
    let law = here.get("/person/1?lang=en").text;
    assert!(law.contains("Visitor visa"), "{law}");
    assert_eq!(here.get("/person/1/routes?lang=en").status, 200);
    let before = signs(&law);
    let said = "The consul said that there is no will.";
    let signal = [
        ("government", "USA"),
        ("who", "a consul"),
        ("on", "2026-11-02"),
        ("said", said),
        ("manner", "account"),
        ("means", "discouraged"),
        ("terms", "background"),
        ("pathway", "us.visa.b"),
    ];
    assert_eq!(here.fill("/case/1/record/signal", &signal).status, 303);
    let law = here.get("/person/1?lang=en").text;
    assert!(law.contains(said), "what was said stands beside the law");
    assert_eq!(signs(&law), before, "what was said changed the law");

    // A second laptop joins by an invitation and a card, and reads the case from a file.
    let page = here.get("/team?lang=en").text;
    let invitation = between(&page, "aria-label=\"Invitation\">", "<").to_owned();
    let joining = [("people", "join"), ("invitation", invitation.as_str())];
    let (_second, mut there) = opened(&second, &joining);
    let page = there.get("/team?lang=en").text;
    assert!(page.contains("has not joined yet"), "{page}");
    let card = between(&page, "device’s card\">", "<").to_owned();
    let admitted = [("card", card.as_str()), ("compared", "yes")];
    let answer = post(&mut here, "/team/admit", &admitted);
    assert_eq!(answer.status, 303, "{}", answer.text);
    let device = other_device(&mut here);
    let to = [("device", device.as_str())];
    assert_eq!(post(&mut here, "/case/1/share", &to).status, 303);
    let bundle = post_for_bytes(&mut here, "/team/bundle", &to);
    assert!(there.get("/case/1").status == 404);
    there.upload("/team/take-in", &bundle);
    let read = there.get("/case/1?lang=en").text;
    assert!(read.contains(said) && read.contains("a nurse"), "{read}");

    // Lost: what is written from now on it never reads.
    assert_eq!(post(&mut here, "/team/remove", &to).status, 303);
    let step = [
        ("what", "asked"),
        ("on", "2026-11-03"),
        ("note", "After the loss."),
    ];
    assert_eq!(here.fill("/case/1/record/step", &step).status, 303);
    assert!(here.get("/case/1").text.contains("After the loss."));
    let page = here.get("/team?lang=en").text;
    assert!(
        !page.contains("name=\"device\""),
        "nothing more is sealed to it: {page}"
    );

    // Pending: it is kept. Nothing pending: it is erased, and gone from every page.
    let answer = post(
        &mut here,
        "/case/1/erase",
        &[("pending", "yes"), ("lang", "en")],
    );
    assert!(
        answer.text.contains("Speak with a lawyer first"),
        "{}",
        answer.text
    );
    assert_eq!(here.get("/case/1").status, 200);
    assert_eq!(
        post(&mut here, "/case/1/erase", &[("pending", "no")]).status,
        303
    );
    assert_eq!(here.get("/case/1").status, 404);
    assert_eq!(here.get("/person/1").status, 404);
    assert!(here.get("/team?lang=en").text.contains("Erased here"));
    let leaving = post(&mut here, "/leave", &[]);
    assert_eq!(leaving.status, 200);
}

/// What the law says of every way, with its sign: in whatever order they stand, for a way that somebody
/// advised against may stand lower.
fn signs(page: &str) -> Vec<String> {
    let all = page.split("<article class=\"way w-").skip(1);
    let of_way = |way: &str| {
        let title = between(way, "<span>", "</span>");
        let law = between(way, "<dt>Law</dt><dd>", "</dd>");
        format!("{title}: {law}")
    };
    let mut all: Vec<String> = all.map(of_way).collect();
    all.sort();
    assert!(all.len() > 20, "the page has verdicts");
    all
}

fn post_for_bytes(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let page = browser.get("/about").text;
    let token = token(&page);
    let mut all = vec![("token", token.as_str())];
    all.extend_from_slice(fields);
    browser.post_for_bytes(path, &all)
}
