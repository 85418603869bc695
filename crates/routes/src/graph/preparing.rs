//! Steps that no law book holds, and that come before all others: a child is heard with a lawyer of
//! their own; somebody who is held gets out first.

use super::consequences::{FAMILY_GUARDS, free_inside};
use super::laying::{Key, Laying, Now};
use super::{Branch, Fate, Preparation, Step, Way};
use facts::{Facts, Recorded, Scalar, Span, Truth, add_span};
use std::rc::Rc;

impl Laying<'_> {
    /// What has to come before every other step, if something has.
    pub(super) fn preparation(&mut self, key: &Key, now: &Now) -> Option<Way> {
        let missing = |one: &Preparation| !key.prepared.contains(one);
        let held = now.facts.get(FAMILY_GUARDS, None) == Some(&Recorded::yes_no(true));
        if held && missing(&Preparation::MoveInside) {
            return Some(self.move_inside(key, now));
        }
        let young = self.is_minor(&now.facts) == Truth::True;
        (young && missing(&Preparation::ChildProtection)).then(|| self.child_protection(key, now))
    }

    fn child_protection(&mut self, key: &Key, now: &Now) -> Way {
        let heard = self.node(
            prepared(key, Preparation::ChildProtection),
            Rc::clone(&now.facts),
        );
        let step = Step::Prepare(Preparation::ChildProtection);
        Way::new(step, vec![Branch::new(Fate::Well, heard)])
    }

    /// Out, into hiding in the same country; or noticed, and held more closely than before.
    fn move_inside(&mut self, key: &Key, now: &Now) -> Way {
        let on = prepared(key, Preparation::MoveInside);
        let mut free = Facts::clone(&now.facts);
        free_inside(&mut free);
        let out = self.node(on.clone(), free);
        let noticed = self.node(
            Key {
                attempts: self.assumed.attempts,
                journeys: self.assumed.journeys,
                ..on
            },
            Rc::clone(&now.facts),
        );
        let fates = vec![
            Branch::new(Fate::Well, out),
            Branch::new(Fate::Badly, noticed),
        ];
        Way::new(Step::Prepare(Preparation::MoveInside), fates)
    }

    /// Whether the person is under eighteen on the day: as recorded, or by the day of birth.
    fn is_minor(&self, facts: &Facts) -> Truth {
        if let Some(Scalar::Bool(minor)) = facts.get("minor", None).and_then(Recorded::value) {
            return Truth::from(*minor);
        }
        let born = facts.get("born", None).and_then(Recorded::value);
        let Some(Scalar::Date(born)) = born else {
            return Truth::Unknown;
        };
        let eighteen_ago = add_span(self.program.day.on, Span::Years(-18));
        facts::PartialDate::from(eighteen_ago).is_before(*born)
    }
}

fn prepared(key: &Key, one: Preparation) -> Key {
    let mut on = key.clone();
    on.prepared.insert(one);
    on
}
