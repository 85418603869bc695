//! R8: claims must be carefully vetted: evidence with its custody, support element by element, and two
//! people.

mod common;

use common::two::{Two, choices, record, told};
use common::{Demo, value_of};
use desk::CaseForm;

const HASH: &str = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

const EVIDENCE: [(&str, &str); 5] = [
    ("kind", "official"),
    ("what", "A summons with a stamp"),
    ("sha256", HASH),
    ("from", "person"),
    ("received", "2017-05-12T10:00"),
];

#[test]
fn a_claim_is_asked_for_element_by_element_and_evidence_goes_from_hand_to_hand() {
    let demo = Demo::start();
    let case = demo.text("/case/9");
    assert!(case.contains("Of persecution not yet asked"), "{case}");
    demo.form("/case/9/record/evidence", &EVIDENCE);
    let which = value_of(
        &demo.html("/case/9/record/custody"),
        "A summons with a stamp",
    );
    let passed = [
        ("evidence", which.as_str()),
        ("to", "authority"),
        ("sha256", HASH),
        ("at", "2017-05-13T10:00"),
    ];
    demo.form("/case/9/record/custody", &passed);
    let support = [
        ("element", "persecution"),
        ("state", "yes"),
        ("by", which.as_str()),
    ];
    demo.form("/case/9/record/support", &support);
    let case = demo.text("/case/9");
    for part in [
        "without a gap; now with: an authority or a court",
        "Of persecution supported waits for a second person",
        "For a ground of the Convention not yet asked",
    ] {
        assert!(case.contains(part), "`{part}` is missing in: {case}");
    }
}

#[test]
fn it_takes_two_and_nobody_is_the_second_to_themself() {
    let mut two = Two::colleagues();
    let case = two.case();
    record(&mut two.first, case, CaseForm::Evidence, &EVIDENCE);
    let own = choices(&two.first, case, CaseForm::Second, "of");
    assert_eq!(own, Vec::<String>::new(), "nobody approves their own");
    two.exchange();
    let waiting = choices(&two.second, case, CaseForm::Second, "of");
    assert_eq!(waiting.len(), 1);
    assert!(told(&two.first, case).contains("waits for a second person"));
    let looked = [
        ("of", waiting[0].as_str()),
        ("found", "agrees"),
        ("role", "lawyer"),
    ];
    record(&mut two.second, case, CaseForm::Second, &looked);
    two.exchange();
    let page = told(&two.first, case);
    assert!(page.contains("seen by a second person"), "{page}");
    assert!(!page.contains("waits for a second person"), "{page}");
}
