//! Two laptops, through pages alone: on the one that does not open a case, a draft that names its person
//! and a draft that names nobody give the same bytes; on the other the name is found, and only the
//! answer comes back.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Answer, Browser, Laptop, Running, someone, token};

const PASSPHRASE: &str = "nine slow herons cross the marsh";
const NAMES: &str = "We met Mr Tcarnov.";
const NOBODY: &str = "We met Mr Hollins.";
const INSTEAD: &str = "Say that you met somebody who helps.";

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

fn done(answer: Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.headers.get("location").cloned().unwrap_or_default()
}

fn draft<'f>(text: &'f str, button: &'f str) -> [(&'f str, &'f str); 5] {
    [
        ("lang", "en"),
        ("draft", text),
        ("to", "press"),
        ("language", "en"),
        ("do", button),
    ]
}

/// Everything that the one may give to the other goes over by file.
fn pass(from: &mut Browser, to: &mut Browser) {
    let page = from.get("/team?lang=en").text;
    let device = after(&page, "name=\"device\" value=\"", '"').to_owned();
    let token = token(&page);
    let fields = [("token", token.as_str()), ("device", device.as_str())];
    let bundle = from.post_for_bytes("/team/bundle", &fields);
    to.upload("/team/take-in", &bundle);
}

/// A page without what must differ: the draft's own text, and the ids of its entries.
fn bare(page: &str, text: &str, ids: &[&str]) -> String {
    let mut page = page.replace(text, "…");
    for id in ids {
        page = page.replace(id, "…");
    }
    page
}

/// Keeps a draft, and gives its address.
fn kept(browser: &mut Browser, text: &str) -> String {
    let location = done(browser.fill("/say", &draft(text, "keep")));
    location.split('?').next().unwrap_or_default().to_owned()
}

fn press(browser: &mut Browser, address: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(&format!("{address}?lang=en")).text;
    let wording = after(&page, "name=\"wording\" value=\"", '"').to_owned();
    let mut all = vec![("lang", "en"), ("wording", wording.as_str())];
    all.extend_from_slice(fields);
    browser.fill(address, &all)
}

/// The first laptop has a case that the second may not open, and reads drafts for everybody.
fn a_team(here: &mut Browser, second: &Laptop) -> (Running, Browser) {
    assert_eq!(someone(here, "a nurse").status, 303);
    let name = [("name", "Ильяс Царнов"), ("of", "legal")];
    done(here.fill("/case/1/record/name", &name));
    let page = here.get("/team?lang=en").text;
    let invitation = after(&page, "aria-label=\"Invitation\">", '<').to_owned();
    let joining = [("people", "join"), ("invitation", invitation.as_str())];
    let (running, mut there) = opened(second, &joining);
    let page = there.get("/team?lang=en").text;
    let card = after(&page, "device’s card\">", '<').to_owned();
    let admitted = [("card", card.as_str()), ("compared", "yes")];
    let page = here.get("/about").text;
    let own = token(&page);
    let admitted = [&[("token", own.as_str())], &admitted[..]].concat();
    done(here.post("/team/admit", &admitted));
    pass(here, &mut there);
    assert_eq!(there.get("/case/1").status, 404);

    let page = here.get("/say/reviewers?lang=en").text;
    let first = after(&page, "name=\"member\" value=\"", '"').to_owned();
    let named = [("do", "name"), ("member", first.as_str())];
    done(here.fill("/say/reviewers", &named));
    pass(here, &mut there);
    let page = there.get("/say/reviewers?lang=en").text;
    assert!(page.contains("shall read drafts for everybody"), "{page}");
    let asked = after(&page, "name=\"asked\" value=\"", '"').to_owned();
    let signed = [("do", "second"), ("asked", asked.as_str())];
    done(there.fill("/say/reviewers", &signed));
    pass(&mut there, here);
    (running, there)
}

#[test]
fn a_closed_case_shows_in_nothing_but_the_answer_of_whoever_may_open_it() {
    let (first, second) = (Laptop::new("reviews"), Laptop::new("asks"));
    let (_first, mut here) = opened(&first, &[("people", "alone")]);
    let (_second, mut there) = a_team(&mut here, &second);

    let quick = |browser: &mut Browser, text| browser.fill("/say", &draft(text, "check")).text;
    let (names, nobody) = (quick(&mut there, NAMES), quick(&mut there, NOBODY));
    assert!(names.contains("Nobody lets a text go from here alone"));
    assert!(names.contains(NAMES) && nobody.contains(NOBODY));
    assert_eq!(bare(&names, NAMES, &[]), bare(&nobody, NOBODY, &[]));
    assert!(quick(&mut here, NAMES).contains("<mark>Tcarnov</mark>"));

    let [names, nobody] = [NAMES, NOBODY].map(|text| kept(&mut there, text));
    let alike = |there: &mut Browser| {
        let [names, nobody] = [(&names, NAMES), (&nobody, NOBODY)].map(|(address, text)| {
            let page = there.get(&format!("{address}?lang=en")).text;
            assert!(page.contains(text), "{page}");
            // Once it waits there is no button, and so no wording.
            let shown = page.split_once("name=\"wording\" value=\"");
            let wording = shown.and_then(|(_, rest)| rest.split('"').next());
            bare(&page, text, &[address, wording.unwrap_or(address)])
        });
        assert_eq!(names, nobody);
    };
    alike(&mut there);
    for address in [&names, &nobody] {
        done(press(&mut there, address, &[("do", "ask")]));
    }
    alike(&mut there);

    pass(&mut there, &mut here);
    let list = here.get("/say?lang=en").text;
    assert!(
        list.contains("Drafts that colleagues put before you"),
        "{list}"
    );
    let page = here.get(&format!("{names}?lang=en")).text;
    assert!(page.contains("<mark>Tcarnov</mark>"), "{page}");
    let may_go = [("do", "review"), ("says", "may-go")];
    let refused = press(&mut here, &names, &may_go).text;
    assert!(refused.contains("Ask for other words."), "{refused}");
    let other = [
        ("do", "review"),
        ("says", "not-like-this"),
        ("words", INSTEAD),
    ];
    done(press(&mut here, &names, &other));
    done(press(&mut here, &nobody, &may_go));
    alike(&mut there);

    pass(&mut here, &mut there);
    let page = there.get(&format!("{names}?lang=en")).text;
    assert!(page.contains(INSTEAD) && !page.contains("<mark>"), "{page}");
    for secret in ["Царнов", "case 1", "a nurse"] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
    let page = there.get(&format!("{nobody}?lang=en")).text;
    assert!(
        page.contains("<span class=\"mark\">It may go</span>"),
        "{page}"
    );
}
