use super::Is;
use facts::{Fact, Known, PartialDate, Recorded, Scalar};

/// How what a cell says compares with what is recorded of a fact.
pub(super) fn compared(recorded: Option<&Recorded>, says: &Recorded, fact: &Fact) -> Is {
    let added = Is::Added(fact.set_by);
    match (recorded, says) {
        (
            None,
            Recorded::Set {
                shown,
                denied,
                complete,
            },
        ) => match shown.is_empty() && denied.is_empty() && !complete {
            true => Is::Same,
            false => added,
        },
        (None, _) => added,
        (Some(Recorded::One(known)), Recorded::One(said)) => match (known, said) {
            (known, said) if known == said => Is::Same,
            // To know is more than not to know.
            (_, Known::Unknown) => Is::Same,
            (Known::Unknown, _) => added,
            (Known::Value(Scalar::Date(known)), Known::Value(Scalar::Date(said))) => {
                dates_compared(*known, *said).unwrap_or(added)
            }
            (Known::Contested(values), Known::Value(value)) if values.contains(value) => Is::Same,
            _ => Is::Contradicted,
        },
        (Some(known @ Recorded::Set { .. }), said @ Recorded::Set { .. }) => {
            sets_compared(known, said).unwrap_or(added)
        }
        (Some(_), _) => Is::Contradicted,
    }
}

/// Nothing, if the cell narrows what is known: "in May" and "on the 17th of May" do not contradict
/// each other.
fn dates_compared(known: PartialDate, said: PartialDate) -> Option<Is> {
    let within =
        |a: PartialDate, b: PartialDate| b.earliest() <= a.earliest() && a.latest() <= b.latest();
    match (within(known, said), within(said, known)) {
        (true, _) => Some(Is::Same),
        (false, true) => None,
        (false, false) => Some(Is::Contradicted),
    }
}

/// Nothing, if the cell adds to what is known.
fn sets_compared(known: &Recorded, said: &Recorded) -> Option<Is> {
    let (
        Recorded::Set {
            shown,
            denied,
            complete,
        },
        Recorded::Set {
            shown: says_shown,
            denied: says_denied,
            complete: says_complete,
        },
    ) = (known, said)
    else {
        return Some(Is::Contradicted);
    };
    let beyond_known = *complete && !says_shown.is_subset(shown);
    let beyond_said = *says_complete && !shown.is_subset(says_shown);
    let opposed = !says_shown.is_disjoint(denied) || !says_denied.is_disjoint(shown);
    if beyond_known || beyond_said || opposed {
        return Some(Is::Contradicted);
    }
    let nothing_new = says_shown.is_subset(shown)
        && (*complete || says_denied.is_subset(denied))
        && (*complete || !says_complete);
    nothing_new.then_some(Is::Same)
}
