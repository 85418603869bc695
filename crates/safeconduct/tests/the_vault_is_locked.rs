//! Promise P10: two seconds after a lock the process that held the keys is gone, and the one in its
//! place holds neither a word nor a key.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Laptop, Running, contains, found_in};
use std::fs;

const PASSPHRASE: &str = "nine slow herons cross the marsh";
/// Marked words as a caseworker would type them.
const CANARIES: [&str; 3] = ["Kanarek Vzhik", "Канарейкин Жулан", "Zyablikova 17"];

/// When a process began, in ticks since the machine did: a program that replaces itself keeps it.
fn is_replaced(running: &Running) -> bool {
    contains(&running.arguments(), b"--listener-on-stdin")
}

#[test]
fn two_seconds_after_the_lock_no_word_and_no_key_is_in_memory() {
    let laptop = Laptop::new("locked");
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let passphrase = [
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("people", "alone"),
    ];
    assert_eq!(browser.fill("/open", &passphrase).status, 303);
    for canary in CANARIES {
        let recorded = laptop::someone(&mut browser, canary);
        assert_eq!(recorded.status, 303, "{}", recorded.text);
    }
    let secret = fs::read(laptop.disk.join("home/vault/device/device")).expect("the secret");
    assert_eq!(secret.len(), 32);
    // The searcher finds what is there: without this the rest would prove nothing.
    let before = running.memory();
    for canary in CANARIES {
        assert!(
            !found_in(&before, &[canary]).is_empty(),
            "{canary} was in memory"
        );
    }
    drop(before);

    let page = browser.get("/about").text;
    let left = browser.post("/leave", &[("token", &laptop::token(&page))]);
    assert_eq!(left.status, 200);
    assert!(
        running.until(2, is_replaced),
        "the old process is there after two seconds"
    );
    assert!(running.until(2, |running| {
        std::net::TcpStream::connect(running.host()).is_ok()
    }));

    let after = running.memory();
    assert_eq!(found_in(&after, &CANARIES), Vec::<String>::new());
    assert_eq!(found_in(&after, &[PASSPHRASE]), Vec::<String>::new());
    assert!(
        !contains(&after, &secret),
        "the device's secret is in memory"
    );

    // The old session opens nothing; the passphrase opens the vault, and everything is there.
    assert_eq!(browser.get("/").status, 403);
    assert_eq!(
        browser
            .fill("/open", &[("passphrase", "another one altogether")])
            .status,
        200
    );
    assert_eq!(
        browser.fill("/open", &[("passphrase", PASSPHRASE)]).status,
        303
    );
    let text = browser.get("/case/1").text + &browser.get("/case/3").text;
    assert!(
        text.contains(CANARIES[0]) && text.contains(CANARIES[2]),
        "{text}"
    );
}
