//! Steps that no law book holds, and that come before all others: somebody who is held gets out first;
//! a child is heard with a lawyer of their own; and a lawyer hears what an officer would ask for.

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
        let young = self.is_minor(now) == Truth::True;
        if young && missing(&Preparation::ChildProtection) {
            return Some(self.heard(key, now, Preparation::ChildProtection));
        }
        let asks = wants_a_lawyer(&now.facts) && missing(&Preparation::Lawyer);
        asks.then(|| self.heard(key, now, Preparation::Lawyer))
    }

    /// Somebody hears the person, and nothing else changes.
    fn heard(&mut self, key: &Key, now: &Now, one: Preparation) -> Way {
        let heard = self.node(prepared(key, one), Rc::clone(&now.facts));
        let fate = Branch::new(Fate::Well, heard).in_piece(key.piece);
        Way::new(Step::Prepare(one), vec![fate])
    }

    /// Out, into hiding in the same country; or noticed, and held more closely than before.
    fn move_inside(&mut self, key: &Key, now: &Now) -> Way {
        let on = prepared(key, Preparation::MoveInside);
        let mut free = Facts::clone(&now.facts);
        free_inside(&mut free);
        let out = self.node(on.clone(), free);
        let noticed = self.node(Key { held: true, ..on }, Rc::clone(&now.facts));
        let fates = vec![
            Branch::new(Fate::Well, out).in_piece(key.piece),
            Branch::new(Fate::Badly, noticed).in_piece(key.piece),
        ];
        Way::new(Step::Prepare(Preparation::MoveInside), fates)
    }

    /// Whether the person is under eighteen on the day: as recorded, or by the day of birth.
    fn is_minor(&self, now: &Now) -> Truth {
        let facts = &now.facts;
        if let Some(Scalar::Bool(minor)) = facts.get("minor", None).and_then(Recorded::value) {
            return Truth::from(*minor);
        }
        let born = facts.get("born", None).and_then(Recorded::value);
        let Some(Scalar::Date(born)) = born else {
            return Truth::Unknown;
        };
        let eighteen_ago = add_span(self.program(now).day.on, Span::Years(-18));
        facts::PartialDate::from(eighteen_ago).is_before(*born)
    }
}

/// What a person may have done, or had to do, and for which some countries shut their doors.
const FOR_A_LAWYER: [&str; 4] = [
    "armed_group_link",
    "persecuted_others",
    "convicted_serious",
    "security_concern",
];

/// Whether something is recorded of that, and it is not a plain *no*: it happened, nobody is sure, or
/// the person would rather not say. What nobody has asked about yet is no such thing.
fn wants_a_lawyer(facts: &Facts) -> bool {
    let mut recorded = FOR_A_LAWYER
        .iter()
        .filter_map(|fact| facts.get(*fact, None));
    recorded.any(|recorded| recorded != &Recorded::yes_no(false))
}

fn prepared(key: &Key, one: Preparation) -> Key {
    let mut on = key.clone();
    on.prepared.insert(one);
    on
}
