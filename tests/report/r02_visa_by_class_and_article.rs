//! R2: each applies case by case; no class for people in danger; a visitor must show that they
//! would go back; a job offer or family opens other classes.

mod common;

use common::{Demo, article, verdict};

#[test]
fn the_visitor_visa_is_closed_to_a_man_in_hiding_because_he_would_not_go_back() {
    let verdict = verdict("aslan", "2017-05-17", "us.visa.b");
    assert_eq!(verdict["verdict"], "closed");
    assert!(article(&verdict, "means_to_leave_again").contains("214(b)"));
}

#[test]
fn no_visa_class_exists_for_a_person_in_danger_and_the_page_says_by_which_articles() {
    let page = Demo::start().text("/person/1");
    assert!(page.contains("no class for it"), "{page}");
    assert!(page.contains("8 U.S.C. 1101(a)(15), 1153"));
}

#[test]
fn a_citizen_fiance_opens_another_class() {
    // One of the twelve has an American fiancé; the others do not.
    let with = verdict("yunus", "2017-05-17", "us.family.k1");
    let without = verdict("aslan", "2017-05-17", "us.family.k1");
    assert_ne!(with["verdict"], "closed", "{with}");
    assert_eq!(without["verdict"], "closed");
    assert!(article(&without, "engaged_to_a_citizen").contains("101(a)(15)(K)"));
}
