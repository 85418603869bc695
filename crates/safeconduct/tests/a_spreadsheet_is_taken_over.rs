//! A spreadsheet is taken over, through pages alone: compared first, recorded row by row as chosen, and
//! never laid down on the disk.
#![cfg(target_os = "linux")]

mod laptop;

use laptop::{Answer, Browser, Laptop, found_on, token};

const PASSPHRASE: &str = "nine slow herons cross the marsh";

/// Everyone is invented. `Cover` is no fact's heading; a column of former partners is nobody's to have.
const SHEET: &str = "key,code name,language,here,Cover,names of former partners,notes\n\
    7,Rowan,чеченский,Russia,Norway,Zhulan Kanareykin,Ask about the grey umbrella.\n\
    8,Swift,ru,Atlantis,,,\n";

fn send(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let token = token(&browser.get("/about").text);
    let mut all = vec![("token", token.as_str()), ("lang", "en")];
    all.extend_from_slice(fields);
    browser.post(path, &all)
}

fn choose(browser: &mut Browser, file: &[u8]) -> Answer {
    browser.send_files("/import", &[("lang", "en")], &[("file", file)])
}

#[test]
fn rows_are_compared_first_and_recorded_as_chosen() {
    let laptop = Laptop::new("sheet");
    let running = laptop.start(&["open", "vault", "--no-browser"]);
    let mut browser = running.browser();
    let fields = [
        ("passphrase", PASSPHRASE),
        ("again", PASSPHRASE),
        ("people", "alone"),
    ];
    assert_eq!(browser.fill("/open", &fields).status, 303);

    let answer = choose(&mut browser, b"\xFF\xFE no letters");
    assert!(answer.text.contains("CSV UTF-8"), "{}", answer.text);
    let answer = choose(&mut browser, SHEET.as_bytes());
    assert_eq!(answer.status, 303, "{}", answer.text);
    assert_eq!(answer.headers["location"], "/import?lang=en");
    let page = browser.get("/import?lang=en").text;
    for said in [
        "Nobody collects names of former partners",
        "No fact has this heading",
        "There is no country of this name",
        "Row 2: somebody new · Rowan",
        "&#62; Ask about the grey umbrella.",
        "Row 3: somebody new",
    ] {
        assert!(page.contains(said), "`{said}` in {page}");
    }
    assert!(
        !page.contains("Zhulan Kanareykin"),
        "a refused cell is shown"
    );
    assert_eq!(
        browser.get("/case/1").status,
        404,
        "nothing is recorded yet"
    );

    // A column that is mapped by hand to what is never collected is refused all the same.
    let by_hand = [
        ("column-1-6", "note"),
        ("column-1-5", "fact destination_wish"),
    ];
    assert_eq!(send(&mut browser, "/import/columns", &by_hand).status, 303);
    let page = browser.get("/import?lang=en").text;
    assert!(
        page.contains("Nobody collects names of former partners"),
        "{page}"
    );
    let left_out = [("column-1-6", "leave-out"), ("column-1-5", "leave-out")];
    assert_eq!(send(&mut browser, "/import/columns", &left_out).status, 303);

    let answer = send(&mut browser, "/import/record", &[]);
    assert!(answer.text.contains("Tick the rows"), "{}", answer.text);
    let answer = send(&mut browser, "/import/record", &[("row", "1-2")]);
    assert_eq!(answer.status, 303, "{}", answer.text);
    let case = browser.get("/case/1?lang=en").text;
    assert!(case.contains("Rowan"), "{case}");
    assert!(
        !case.contains("Zhulan"),
        "what is never collected was recorded"
    );
    assert_eq!(
        browser.get("/case/2").status,
        404,
        "nobody chose the other row"
    );
    let page = browser.get("/import?lang=en").text;
    assert!(page.contains("One row says nothing new"), "{page}");

    // The same file once more says nothing new of her; another country contradicts, and is not taken.
    assert_eq!(send(&mut browser, "/import/away", &[]).status, 303);
    let page = browser.get("/import?lang=en").text;
    assert!(!page.contains("Rowan"), "it was put away");
    let other = SHEET.replace("Russia", "Norway");
    assert_eq!(choose(&mut browser, other.as_bytes()).status, 303);
    let page = browser.get("/import?lang=en").text;
    assert!(page.contains("Row 2: case 1"), "{page}");
    assert!(
        page.contains("the sheet says Norway, recorded is Russia"),
        "{page}"
    );
    assert!(
        !page.contains("value=\"1-2\""),
        "a contradiction can be ticked"
    );

    // Rows that were never chosen are on no disk, while they are compared and afterwards.
    let words = ["Atlantis", "Zhulan Kanareykin", "grey umbrella", "Rowan"];
    assert_eq!(found_on(&laptop, &words), Vec::<String>::new());
}
