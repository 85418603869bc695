//! Names of people: many, side by side, and never in a packet.

mod told;

use casework::{Content, KnownAs, NameKind, Retraction};
use told::{AMINA, ROWAN, SWIFT, Told, day, thing, vocabulary};

fn name(text: &str, of: NameKind) -> KnownAs {
    KnownAs {
        person: ROWAN,
        around: None,
        name: text.into(),
        of,
    }
}

#[test]
fn the_names_of_a_person_stand_side_by_side_until_one_is_taken_back() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", name("Ильяс Царнов", NameKind::Legal));
    let wrong = told.writes(AMINA, "2017-05-02", name("Ильясик", NameKind::AtHome));
    told.writes(
        AMINA,
        "2017-05-03",
        name("+7 900 555 01 23", NameKind::Telephone),
    );
    let brother = KnownAs {
        around: Some(thing(9)),
        ..name("Мурад", NameKind::Legal)
    };
    told.writes(AMINA, "2017-05-04", brother);
    let names = |told: &Told| -> Vec<String> {
        let case = told.case();
        let own = case.known_as(ROWAN).into_iter();
        own.map(|it| it.name.as_str().to_owned()).collect()
    };
    assert_eq!(
        names(&told),
        ["Ильяс Царнов", "Ильясик", "+7 900 555 01 23"]
    );
    assert!(told.case().known_as(SWIFT).is_empty());
    let back = Retraction {
        of: wrong,
        why: "".into(),
    };
    told.writes(AMINA, "2017-05-05", back);
    assert_eq!(names(&told), ["Ильяс Царнов", "+7 900 555 01 23"]);
}

#[test]
fn a_name_never_leaves_with_a_packet() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", name("Ильяс Царнов", NameKind::Legal));
    let case = told.case();
    let packet = case.packet(ROWAN, day("2017-05-17"), &vocabulary());
    assert!(packet.entries.is_empty());
    let seen = case.seen_by(ROWAN);
    assert!(
        seen.iter()
            .any(|it| matches!(it.content, Content::KnownAs(_)))
    );
    assert!(case.seen_by(SWIFT).is_empty());
}
