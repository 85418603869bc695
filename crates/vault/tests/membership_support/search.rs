//! Every graph up to a size.

use super::{Deed, Organisation, admits_person, invariants};
use vault::membership::{Act, EntryId, Graph};

/// Checks every graph of a model up to so many entries; says how many there were.
pub fn explore(model: &Model, most: usize) -> u64 {
    let mut organisation = Organisation::of(model.people - 1);
    organisation.now(&[0, 1], admits_person(model.people - 1));
    let mut search = Search {
        model,
        most,
        start: organisation.seen(),
        laid: Vec::new(),
        graphs: 0,
    };
    search.grow(&organisation.graph);
    search.graphs
}

/// What is enumerated: every graph of at most so many entries above the set-up, each entry one of the
/// deeds, naming any heads among the entries before it.
pub struct Model {
    pub name: &'static str,
    pub people: u8,
    pub deeds: Vec<Deed>,
}

/// An entry of the graph that is being built.
struct Laid {
    id: EntryId,
    depth: usize,
    /// The numbers of the entries that it had seen.
    past: u32,
    deed: usize,
}

/// What somebody who has seen a part of a graph would make of a deed.
enum Sense {
    /// They may do it, and it changes something.
    Sound,
    /// They may not.
    Unsound,
    /// It changes nothing.
    Idle,
}

/// The search, from a set-up of two founders, some colleagues and one person who is known and has no
/// device: the ghost.
struct Search<'a> {
    model: &'a Model,
    most: usize,
    start: Vec<EntryId>,
    laid: Vec<Laid>,
    graphs: u64,
}

impl Search<'_> {
    /// Checks this graph, and all that grow from it.
    ///
    /// A graph is a set, so it must not be made twice: entries are added in the order of their depth
    /// and then their id, of which there is one for each graph, and in which every beginning is a
    /// graph too.
    fn grow(&mut self, graph: &Graph) {
        self.check(graph);
        if self.laid.len() == self.most {
            return;
        }
        for past in 0..1_u32 << self.laid.len() {
            let Some(heads) = self.heads(past) else {
                continue;
            };
            for number in 0..self.model.deeds.len() {
                let with = |signed| {
                    let mut next = graph.clone();
                    next.add(signed);
                    next
                };
                let sense = self.sense(past, number);
                if matches!(sense, Sense::Idle) {
                    continue;
                }
                let signed = self.model.deeds[number].signed(&heads);
                let (id, depth) = (signed.id(), self.depth(past));
                if matches!(sense, Sense::Unsound) {
                    self.check(&with(signed));
                } else if self
                    .laid
                    .last()
                    .is_none_or(|last| (last.depth, last.id) < (depth, id))
                {
                    self.laid.push(Laid {
                        id,
                        depth,
                        past,
                        deed: number,
                    });
                    self.grow(&with(signed));
                    self.laid.pop();
                }
            }
        }
    }

    fn check(&mut self, graph: &Graph) {
        self.graphs += 1;
        let roster = graph.roster();
        if let Err(sentence) = invariants::check(graph, &roster) {
            panic!("{}: {sentence}\n{graph:#?}\n{roster:#?}", self.model.name);
        }
    }

    fn inside(&self, past: u32) -> impl Iterator<Item = usize> + Clone {
        (0..self.laid.len()).filter(move |number| past >> number & 1 == 1)
    }

    /// The heads of a set of entries: nothing, if the set is no past.
    fn heads(&self, past: u32) -> Option<Vec<EntryId>> {
        let seen = self
            .inside(past)
            .fold(0, |seen, number| seen | self.laid[number].past);
        if seen & !past != 0 {
            return None;
        }
        let heads: Vec<EntryId> = self
            .inside(past & !seen)
            .map(|number| self.laid[number].id)
            .collect();
        Some(if heads.is_empty() {
            self.start.clone()
        } else {
            heads
        })
    }

    fn depth(&self, past: u32) -> usize {
        self.inside(past)
            .map(|number| self.laid[number].depth + 1)
            .max()
            .unwrap_or(0)
    }

    fn sense(&self, past: u32, number: usize) -> Sense {
        let deed = &self.model.deeds[number];
        let changes = match deed.subject() {
            Subject::In(person) => !self.is_in(person, past),
            Subject::Out(person) => self.is_in(person, past),
            Subject::Else => self.inside(past).all(|laid| self.laid[laid].deed != number),
        };
        let signed_by = &deed.signed_by;
        match changes {
            false => Sense::Idle,
            true if deed.is_vouched()
                && signed_by.iter().all(|person| self.is_in(*person, past)) =>
            {
                Sense::Sound
            }
            true => Sense::Unsound,
        }
    }

    /// Whether a person has a device, for whoever has seen so much and judges nothing.
    fn is_in(&self, person: u8, past: u32) -> bool {
        let of = |wanted: Subject| {
            self.inside(past).filter(move |laid| {
                let deed = &self.model.deeds[self.laid[*laid].deed];
                deed.is_vouched() && deed.subject() == wanted
            })
        };
        let removals = of(Subject::Out(person)).fold(0_u32, |all, laid| all | 1 << laid);
        let from_the_start = person + 1 < self.model.people && removals == 0;
        from_the_start || of(Subject::In(person)).any(|laid| removals & !self.laid[laid].past == 0)
    }
}

/// Whom a deed lets in or shuts out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    In(u8),
    Out(u8),
    Else,
}

impl Deed {
    fn subject(&self) -> Subject {
        match &self.act {
            Act::AdmitPerson { person } => Subject::In(person.0[0]),
            Act::AdmitDevice { device, .. } => Subject::In(device.0[0]),
            Act::RemoveDevice { device } => Subject::Out(device.0[0]),
            Act::RemovePerson { person } => Subject::Out(person.0[0]),
            Act::Leave => Subject::Out(self.signed_by[0]),
            Act::MakeOrganiser { .. } | Act::Charter { .. } | Act::RenewTransit { .. } => {
                Subject::Else
            }
        }
    }

    fn is_vouched(&self) -> bool {
        let subject = match self.act {
            Act::RemovePerson { person } | Act::MakeOrganiser { person } => Some(person.0[0]),
            _ => None,
        };
        let others = self
            .signed_by
            .iter()
            .filter(|person| Some(**person) != subject)
            .count();
        match &self.act {
            Act::Leave | Act::RenewTransit { .. } | Act::RemoveDevice { .. } => true,
            _ => others >= 2,
        }
    }
}
