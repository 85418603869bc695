//! Two people who must not meet in a hide-out. Neither is told of it.

use super::drawer::{DrawerPlace, Taken};
use super::picking::anew;
use super::{Reading, Sheet};
use crate::cabinet::Drawer;
use casework::{Entry, KeepApart, Sphere};
use std::collections::BTreeSet;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-keep-apart", &["form-keep-apart-lead"]);
    let people = place.office.people(place.speech);
    sheet.picked("one", "form-keep-apart-one", "", people.clone());
    sheet.picked("other", "form-keep-apart-other", "", people);
    sheet.area("why", "form-keep-apart-why", "form-keep-apart-why-hint");
}

/// The pair, in every drawer of hide-outs: they could meet in any.
pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let people = place.office.people(place.speech);
    let one = reading.person("one", &people);
    let other = reading.person("other", &people);
    if one.is_some() && one == other {
        reading.fault("other", "fault-keep-apart");
    }
    let apart = KeepApart {
        one: one?,
        other: other?,
        spheres: BTreeSet::from([Sphere::HideOut]),
        why: reading.text("why"),
    };
    let entries: Vec<_> = place
        .shelters()
        .map(|(drawer, case)| (drawer, anew(case, apart.clone())))
        .collect();
    Some(match entries.is_empty() {
        true => Taken::New(Drawer::Shelter, vec![Entry::new(apart)], vec![]),
        false => Taken::In(entries),
    })
}
