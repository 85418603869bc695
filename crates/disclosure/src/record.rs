use crate::lexicon::{Kind, Lexicon};
use crate::text::Text;
use crate::world::World;
use facts::Date;
use std::collections::HashMap;

/// The kinds of events, by their context words.
pub(crate) const EVENTS: &[&str] = &[
    "arrive",
    "leave",
    "detain",
    "release",
    "fire",
    "birth",
    "event_other",
];

/// A set of kinds of events, one bit each; none is any.
pub(crate) type Kinds = u8;

/// Every dated event of a vault.
pub(crate) struct Record {
    /// By day.
    pub events: Vec<(Date, u32, Kinds)>,
    /// Month and day of birth.
    pub births: HashMap<(i8, i8), Vec<(u32, Date)>>,
    /// Days between two events of one person.
    pub spans: HashMap<i64, Vec<(u32, Kinds)>>,
}

impl Record {
    pub(crate) fn of(world: &World) -> Record {
        let mut record = Record {
            events: Vec::new(),
            births: HashMap::new(),
            spans: HashMap::new(),
        };
        let mut known: HashMap<&str, Kinds> = HashMap::new();
        for (i, person) in world.persons.iter().enumerate() {
            let i = u32::try_from(i).unwrap_or(u32::MAX);
            let days: Vec<(Date, Kinds)> = person
                .days
                .iter()
                .map(|(what, day)| (*day, *known.entry(what).or_insert_with(|| kinds_of(what))))
                .collect();
            record
                .events
                .extend(days.iter().map(|(day, kinds)| (*day, i, *kinds)));
            for (from, one) in &days {
                for (to, other) in days.iter().filter(|(to, _)| to > from) {
                    let either = if *one == 0 || *other == 0 {
                        0
                    } else {
                        one | other
                    };
                    record
                        .spans
                        .entry(days_between(*from, *to))
                        .or_default()
                        .push((i, either));
                }
            }
            if let Some(born) = person.born {
                record
                    .births
                    .entry((born.month(), born.day()))
                    .or_default()
                    .push((i, born));
            }
        }
        record.events.sort_unstable();
        record
    }
}

/// What kind of event the vault's own word for it names: `left_home`, `let_go`. To leave one place is to arrive at the next.
fn kinds_of(what: &str) -> Kinds {
    let lexicon = Lexicon::shipped();
    let hits = lexicon.hits(&Text::read(&what.replace('_', " ")));
    let said = hits
        .iter()
        .filter(|h| h.kind == Kind::Context)
        .map(|h| lexicon.name(h.concept));
    said.filter_map(bit).fold(0, |all, bit| all | bit)
}

/// The bit of a kind of event, with that of its other half for journeys.
pub(crate) fn bit(event: &str) -> Option<Kinds> {
    let at = EVENTS.iter().position(|e| *e == event)?;
    Some(if at < 2 { 0b11 } else { 1 << at })
}

/// Whole days from one date to another.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to)
        .map_or(i64::MAX / 4, |span| i64::from(span.get_days()))
}
