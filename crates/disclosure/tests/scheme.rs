//! A finding of a name says by which scheme its spelling arises.

use disclosure::{Checker, Name, NameMatch, Person, Reason, Scheme, World};
use facts::Date;

const TODAY: Date = Date::constant(2032, 5, 20);

fn vault(names: &[(&str, &str)]) -> Checker {
    let name = |(given, family): &(&str, &str)| Name {
        given: (*given).into(),
        family: (*family).into(),
        ..Name::default()
    };
    let person = Person {
        id: "p1".into(),
        names: names.iter().map(name).collect(),
        ..Person::default()
    };
    let mut world = World::default();
    world.persons.push(person);
    Checker::new(world, &[], TODAY).expect("nothing was published")
}

fn schemes(checker: &Checker, draft: &str) -> Option<Vec<Scheme>> {
    let verdict = checker.check(draft, TODAY).expect("the draft is short");
    verdict.findings().iter().find_map(|f| match f.reason {
        Reason::Name(NameMatch::Romanised(schemes)) => Some(schemes.iter().collect()),
        _ => None,
    })
}

#[test]
fn the_scheme_of_a_spelling_is_named() {
    let checker = vault(&[("Ильяс", "Царнов")]);
    for (draft, scheme) in [
        ("We met Mr Tcarnov.", Scheme::Passport2010),
        ("We met Mr Zarnow.", Scheme::German),
    ] {
        assert_eq!(schemes(&checker, draft), Some(vec![scheme]), "{draft}");
    }
    let ordinary = [Scheme::Passport2014, Scheme::BgnPcgn, Scheme::French];
    assert_eq!(
        schemes(&checker, "We met Mr Tsarnov."),
        Some(ordinary.to_vec())
    );
}

#[test]
fn given_and_family_name_are_of_one_scheme() {
    let checker = vault(&[("Юлия", "Царнова")]);
    // `Iuliia` is of either passport, `Tcarnova` of the older one only.
    assert_eq!(
        schemes(&checker, "We met Iuliia Tcarnova."),
        Some(vec![Scheme::Passport2010])
    );
}

#[test]
fn what_the_vault_holds_itself_needs_no_scheme() {
    let checker = vault(&[("Ильяс", "Царнов"), ("Ilyas", "Tcarnov")]);
    assert_eq!(schemes(&checker, "We met Mr Tcarnov."), None);
    let verdict = checker.check("We met Mr Tcarnov.", TODAY).expect("short");
    assert!(verdict.findings()[0].reason == Reason::Name(NameMatch::Form));
}
