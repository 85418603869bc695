//! A laptop is thrown away, through pages alone: shares are drawn up and rehearsed, a backup is made,
//! and another laptop restores it as a new device. What was erased stays erased.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Browser, Laptop, Running, found_on, someone, token};

const PASSPHRASE: &str = "nine slow herons cross the marsh";
const NEW: &str = "a lamp beside seven grey stones";

fn opened(laptop: &Laptop) -> (Running, Browser) {
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let fields = [
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("people", "alone"),
    ];
    let answer = browser.fill("/open", &fields);
    assert_eq!(answer.status, 303, "{}", answer.text);
    (running, browser)
}

/// The form fields that every form carries, with those of this one.
fn with_token<'t>(token: &'t str, fields: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    let mut all = vec![("token", token), ("lang", "en")];
    all.extend_from_slice(fields);
    all
}

/// Draws up a recovery for two of three and copies the shares from the page.
fn drawn_up(browser: &mut Browser) -> Vec<String> {
    let page = browser.get("/team/recovery?lang=en").text;
    assert!(page.contains("Not recoverable"), "{page}");
    let token = token(&page);
    let newest = [("newest", "0"), ("needed", "2"), ("of", "3")];
    let form = with_token(&token, &newest);
    let refused = [("newest", "0"), ("needed", "4"), ("of", "3")];
    let answer = browser.post("/team/recovery/shares", &with_token(&token, &refused));
    assert!(
        answer.text.contains("no more can be needed"),
        "{}",
        answer.text
    );
    let page = browser.post("/team/recovery/shares", &form).text;
    let blocks = page.split("<pre class=\"digits\">").skip(1);
    let of = |block: &str| block.split('<').next().unwrap_or_default().to_owned();
    let shares: Vec<String> = blocks.map(of).collect();
    assert_eq!(shares.len(), 3, "{page}");
    // The same form once more draws up nothing, and the page does not show them again.
    assert_eq!(browser.post("/team/recovery/shares", &form).status, 303);
    let page = browser.get("/team/recovery?lang=en").text;
    assert!(page.contains("never rehearsed"), "{page}");
    assert!(!page.contains(&shares[0][..27]), "a share is shown twice");
    shares
}

#[test]
fn a_vault_that_was_thrown_away_is_restored_by_two_of_three_people() {
    let first = Laptop::new("lost");
    let (running, mut here) = opened(&first);
    assert_eq!(someone(&mut here, "a lighthouse keeper").status, 303);
    let shares = drawn_up(&mut here);

    // A slip is named by its group, one share is too few, and two fit.
    let mut slipped = shares[2].clone();
    slipped.replace_range(7..8, if &slipped[7..8] == "1" { "2" } else { "1" });
    let rehearse = "/team/recovery/rehearse";
    let one = ("share-1", shares[0].as_str());
    let slip = [("lang", "en"), one, ("share-2", slipped.as_str())];
    let answer = here.send_files(rehearse, &slip, &[]);
    assert!(
        answer.text.contains("Group 2 has a slip"),
        "{}",
        answer.text
    );
    let answer = here.send_files(rehearse, &[("lang", "en"), one], &[]);
    assert!(
        answer.text.contains("2 shares are needed, and 1"),
        "{}",
        answer.text
    );
    let two = [("lang", "en"), one, ("share-2", shares[2].as_str())];
    assert_eq!(here.send_files(rehearse, &two, &[]).status, 303);
    let page = here.get("/team?lang=en").text;
    assert!(page.contains("Recoverable by 2 of 3 people"), "{page}");

    // A case that is erased before the backup, and one that lives.
    assert_eq!(someone(&mut here, "a ferryman").status, 303);
    let token = token(&page);
    let none_pending = with_token(&token, &[("pending", "no")]);
    assert_eq!(here.post("/case/2/erase", &none_pending).status, 303);
    let form = with_token(&token, &[]);
    let log = here.post_for_bytes("/team/recovery/log", &form);
    let keys = here.post_for_bytes("/team/recovery/keys", &form);
    let files = [("log", log.as_slice()), ("keys", keys.as_slice())];
    assert_eq!(here.send_files(rehearse, &two, &files).status, 303);
    let answer = here.send_files(rehearse, &two, &files[..1]);
    assert!(
        answer.text.contains("A backup is two files"),
        "{}",
        answer.text
    );
    let lost = this_device(&mut here);
    let groups: Vec<&str> = shares.iter().map(|share| &share[..27]).collect();
    assert_eq!(found_on(&first, &groups), Vec::<String>::new());

    // The laptop is gone.
    drop((running, first));
    let second = Laptop::new("found");
    let running = second.start(&["open", "vault", "--no-browser"]);
    let mut there = running.browser();
    let page = there.get("/open?lang=en").text;
    assert!(page.contains("/open/restore"), "{page}");
    let mut typed = vec![("passphrase", NEW), ("again", NEW)];
    typed.extend_from_slice(&two);
    let wrong = [("log", keys.as_slice()), ("keys", log.as_slice())];
    let answer = there.send_files("/open/restore", &typed, &wrong);
    assert!(
        answer.text.contains("do not open with them"),
        "{}",
        answer.text
    );
    let answer = there.send_files("/open/restore", &typed, &files);
    assert_eq!(answer.status, 303, "{}", answer.text);

    let case = there.get("/case/1?lang=en").text;
    assert!(case.contains("a lighthouse keeper"), "{case}");
    assert_eq!(there.get("/case/2").status, 404, "erased is erased");
    let page = there.get("/team?lang=en").text;
    assert!(
        !page.contains(&lost),
        "the lost device is still there: {page}"
    );
    assert_ne!(
        this_device(&mut there),
        lost,
        "a restored vault is a new device"
    );
    // It writes, and its passphrase is the new one.
    assert_eq!(someone(&mut there, "a beekeeper").status, 303);
    drop(running);
    let running = second.start(&["open", "vault", "--no-browser"]);
    let mut there = running.browser();
    let page = there.fill("/open", &[("passphrase", PASSPHRASE), ("lang", "en")]);
    assert!(page.text.contains("It does not open"), "{}", page.text);
    assert_eq!(there.fill("/open", &[("passphrase", NEW)]).status, 303);
    let wall = there.get("/case/1?lang=en");
    assert!(wall.text.contains("a lighthouse keeper"), "{}", wall.text);
}

/// The mark of the device on which the page is shown.
fn this_device(browser: &mut Browser) -> String {
    let page = browser.get("/team?lang=en").text;
    let after = page.split("<dt>This device’s mark</dt><dd><code>").nth(1);
    let mark = after.and_then(|it| it.split('<').next());
    mark.expect("the page names its device").to_owned()
}
