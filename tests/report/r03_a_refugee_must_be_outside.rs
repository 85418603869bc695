//! R3: a refugee must be outside the country of origin, with the exceptions that the law has.

mod common;

use common::{article, verdict};

#[test]
fn a_man_in_moscow_is_no_refugee_in_american_law_until_he_has_left() {
    let verdict = verdict("aslan", "2017-05-17", "us.refugee.p1.outside");
    assert_eq!(verdict["verdict"], "closed");
    assert!(article(&verdict, "outside_own_country").contains("101(a)(42)"));
}

#[test]
fn parole_asks_for_no_exit_and_may_be_asked_from_hiding() {
    let verdict = verdict("aslan", "2017-05-17", "us.parole.humanitarian");
    assert_eq!(verdict["asked_today"], "yes");
}

#[test]
fn canada_has_a_power_without_the_words_outside_the_country() {
    let verdict = verdict("aslan", "2017-05-17", "ca.public_policy");
    assert_ne!(verdict["verdict"], "closed");
    assert_eq!(verdict["discretion"], "political");
}
