//! Drafts over the demonstration's vault: the small leaks of the report, in both languages.

use desk::{Lang, Office, SaidText};

const LEAKS: &[(&str, &str)] = &[
    // "Just two": few enough to be matched with records of borders.
    (
        "Just two of those in our care have received visas.",
        "A count of 2",
    ),
    (
        "Только двое наших подопечных получили визы.",
        "A count of 2",
    ),
    // A spokesperson who is not named, and then "her".
    (
        "A spokesperson for the group, who asked not to be named for her safety, said that work goes on.",
        "whether it is a woman or a man",
    ),
    (
        "Представитель организации попросила не называть её имени.",
        "whether it is a woman or a man",
    ),
    // The country in talks, by its name and by its capital.
    (
        "The United States is in talks with us about visas.",
        "our talks with United States",
    ),
    (
        "США ведут с нами переговоры о визах.",
        "our talks with United States",
    ),
    (
        "We are in talks with Washington about taking them in.",
        "our talks with United States",
    ),
    (
        "Переговоры с Вашингтоном продолжаются.",
        "our talks with United States",
    ),
    // Somebody by their traits, without a name.
    (
        "A welder of 24 who was held for a week in a cellar in Argun is in hiding.",
        "Rowan, case 1",
    ),
    (
        "Сварщик 24 лет, которого неделю держали в подвале в Аргуне, скрывается.",
        "Rowan, case 1",
    ),
    ("We told Rowan to wait.", "Rowan, case 1"),
    // A correction that narrows: there were talks.
    ("Nothing has been formally denied.", "somebody was asked"),
    (
        "Later we clarified that no visas had been formally denied.",
        "somebody was asked",
    ),
    ("Официально никому не отказано.", "somebody was asked"),
];

const HARMLESS: &[&str] = &[
    "We thank everybody who has written to us.",
    "Мы благодарим всех, кто нам написал.",
    "People in danger need visas, and governments can give them.",
    "Людям в опасности нужны визы, и государства могут их дать.",
    "We do not comment on talks with any government.",
    "The forest was full of birch and oak, and the rowan was in flower.",
    "В воскресенье в полдень пройдёт памятная встреча; приносите свечи.",
];

fn said(office: &Office, draft: &str) -> SaidText {
    office.say_text(draft, Lang::En)
}

#[test]
fn the_small_leaks_of_the_report_are_held_back() {
    let office = Office::demo().expect("the shipped books are whole");
    for (draft, why) in LEAKS {
        let said = said(&office, draft);
        assert!(said.holds_back, "{draft}");
        assert!(said.text.contains(why), "{draft}: {}", said.text);
    }
    for draft in HARMLESS {
        let said = said(&office, draft);
        assert!(!said.holds_back, "{draft}: {}", said.text);
        // Nothing found is never called safe.
        assert!(said.text.contains("does not mean that it exposes nobody"));
    }
}
