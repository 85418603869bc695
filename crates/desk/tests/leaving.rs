//! Whatever leaves the house is read before: every sheet of the demonstration's ask, in both languages.

use desk::{Lang, Office};

#[test]
fn every_sheet_of_the_demonstration_is_read_and_may_leave() {
    let office = Office::demo().expect("the shipped books are whole");
    let on = office.desk().caseload().date;
    let powers = office.desk().ask(on, Lang::En).powers;
    let rules = powers.iter().flat_map(|power| &power.governments);
    let mut sheets: Vec<&str> = rules.map(|government| government.rule.as_str()).collect();
    assert!(sheets.len() > 3, "{sheets:?}");
    sheets.push("");
    for lang in Lang::ALL {
        for power in &sheets {
            let sheet = office.brief(power, on, lang);
            let (_, read) = sheet.unwrap_or_else(|| panic!("{power} is asked of"));
            let told: Vec<&str> = read.found.iter().map(|it| it.why.as_str()).collect();
            let words: Vec<&str> = read.found.iter().map(|it| it.words.as_str()).collect();
            assert!(
                read.is_open(),
                "{power}: {told:?} {words:?} {:?}",
                read.stopped
            );
            assert!(
                read.text.contains("40"),
                "those in hiding are counted: {}",
                read.text
            );
            assert_eq!(read.country.is_empty(), power.is_empty());
        }
    }
}
