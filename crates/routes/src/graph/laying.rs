//! The work of laying a graph: situations by what sets them apart, each laid once, in the order in
//! which they are first reached.

use super::asking::Arrival;
use super::{Graph, Node, Place, Preparation, Standing, Way, country_of};
use crate::assumptions::Assumptions;
use crate::ground::{Ground, Hazard};
use crate::odds::Odds;
use facts::{CountryCode, FactId, Facts, Recorded, Scalar, Truth};
use law::{Kind, Library, Program, Residual, RestsOn, Word, word};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// What sets one situation apart from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) here: Option<CountryCode>,
    pub(super) prepared: BTreeSet<Preparation>,
    pub(super) spent: BTreeSet<usize>,
    pub(super) holds: Option<usize>,
    /// The rule on whose word the person came as a visitor, if that word was to leave again.
    pub(super) came_to_leave: Option<usize>,
    /// The claim whose refusal may still be appealed against.
    pub(super) refused_claim: Option<usize>,
    pub(super) standing: Standing,
    pub(super) attempts: usize,
    pub(super) journeys: usize,
    /// Which places were entered before: their rules and what was written there differ.
    pub(super) entered: Vec<usize>,
}

impl Key {
    /// Where a person begins.
    fn start(here: Option<CountryCode>) -> Key {
        Key {
            here,
            prepared: BTreeSet::new(),
            spent: BTreeSet::new(),
            holds: None,
            came_to_leave: None,
            refused_claim: None,
            standing: Standing::OnTheWay,
            attempts: 0,
            journeys: 0,
            entered: Vec::new(),
        }
    }

    /// A situation after which nothing more is decided: how it came to be no longer matters.
    pub(super) fn ended(standing: Standing, here: Option<CountryCode>) -> Key {
        Key {
            standing,
            ..Key::start(here)
        }
    }
}

/// Lays the graph of a person on the day of a program.
pub fn graph(
    library: &Library,
    program: &Program,
    facts: &Facts,
    assumed: &Assumptions,
) -> Graph {
    let mut laying = Laying {
        library,
        program,
        ground: Ground::of(library, program.day),
        odds: Odds::of(library, program.day, facts, assumed),
        assumed,
        hunters: hunters(facts),
        read_by_text: read_by_text(library, program),
        start: facts.clone(),
        residual: Residual::of(program, library, facts),
        known: Known::default(),
        numbers: BTreeMap::new(),
        waiting: VecDeque::new(),
        graph: Graph::default(),
    };
    let start = Key::start(country_of(facts));
    laying.node(start, facts.clone());
    while let Some((place, key)) = laying.waiting.pop_front() {
        let ways = laying.ways(&key, place);
        laying.graph.nodes[place].ways = ways;
    }
    laying.graph
}

fn read_by_text(library: &Library, program: &Program) -> BTreeSet<(FactId, Option<String>)> {
    let mut read = BTreeSet::new();
    for rule in &program.rules {
        let clauses = &library.pathways[rule.book].clauses;
        for own in rule
            .clauses
            .iter()
            .filter(|own| clauses[own.index].rests_on == RestsOn::Text)
        {
            let ids = own.applies.atoms().into_iter().chain(own.holds.atoms());
            read.extend(ids.map(|id| {
                let atom = &program.atoms[id.0 as usize];
                (atom.fact.clone(), atom.key.clone())
            }));
        }
    }
    read
}

/// Who hunts the person, in the words of `exposes:`.
fn hunters(facts: &Facts) -> BTreeSet<&'static str> {
    let recorded = facts.get(&FactId("persecutor".into()), None);
    let Some(Recorded::Set { shown, .. }) = recorded else {
        return BTreeSet::new();
    };
    let mut found = BTreeSet::new();
    for hunter in shown {
        let Scalar::Text(hunter) = hunter else {
            continue;
        };
        match hunter.as_str() {
            "state" | "local_authority" => drop(found.insert("authority_home")),
            "family" => drop(found.insert("family")),
            _ => {}
        }
    }
    found
}

/// What some text condition reads and is no longer as it was at the start, by number: two situations
/// in which this is the same read the same law.
pub(super) type Changed = usize;

/// What the law leaves in all situations that read it alike.
pub(super) struct Reading {
    /// The rules that no text closes.
    pub(super) alive: BTreeSet<usize>,
    /// Of these, those that may be asked today as far as anybody knows.
    pub(super) open: Vec<usize>,
    /// The answers, from which other facts can be asked.
    pub(super) residual: Residual,
}

/// What was already worked out for situations that read the same law.
#[derive(Default)]
pub(super) struct Known {
    changed: BTreeMap<Vec<(usize, Option<Recorded>)>, Changed>,
    readings: Vec<Rc<Reading>>,
    pub(super) arrivals: BTreeMap<(usize, Changed), Arrival>,
    pub(super) leaving: BTreeMap<(usize, Changed), bool>,
    pub(super) ahead: BTreeMap<(usize, Changed), Rc<Vec<usize>>>,
}

/// A situation's facts, and how the law reads them.
#[derive(Clone)]
pub(super) struct Now {
    pub(super) facts: Rc<Facts>,
    pub(super) changed: Changed,
    pub(super) reading: Rc<Reading>,
}

pub(super) struct Laying<'l> {
    pub(super) library: &'l Library,
    pub(super) program: &'l Program,
    pub(super) ground: Ground,
    pub(super) odds: Odds,
    pub(super) assumed: &'l Assumptions,
    pub(super) hunters: BTreeSet<&'static str>,
    /// Facts that some text condition reads: nothing else can close a door.
    read_by_text: BTreeSet<(FactId, Option<String>)>,
    start: Facts,
    /// The answers at the start: from them on, only what a move or a step can change is asked again.
    residual: Residual,
    pub(super) known: Known,
    numbers: BTreeMap<Key, Place>,
    waiting: VecDeque<(Place, Key)>,
    pub(super) graph: Graph,
}

impl<'l> Laying<'l> {
    pub(super) fn book(&self, rule: usize) -> &'l law::Pathway {
        &self.library.pathways[self.program.rules[rule].book]
    }

    /// How the law reads these facts.
    pub(super) fn now(&mut self, facts: Rc<Facts>) -> Now {
        let changed = self.changed(&facts);
        if changed == self.known.readings.len() {
            let reading = Rc::new(self.reading(&facts));
            self.known.readings.push(reading);
        }
        let reading = Rc::clone(&self.known.readings[changed]);
        Now {
            facts,
            changed,
            reading,
        }
    }

    fn reading(&self, facts: &Facts) -> Reading {
        let residual = if facts.get(&guards(), None) == self.start.get(&guards(), None) {
            self.residual.moved(self.program, facts)
        } else {
            // A move inside a country changes what else never changes by a step.
            Residual::of(self.program, self.library, facts)
        };
        let rules = self.program.rules.iter().enumerate();
        let alive: BTreeSet<usize> = rules
            .filter(|(_, rule)| word(&residual, rule) != Word::Closed)
            .map(|(index, _)| index)
            .collect();
        let askable = |rule: &usize| residual.truth(&self.program.rules[*rule].ask) != Truth::False;
        let open = alive.iter().copied().filter(askable).collect();
        Reading {
            alive,
            open,
            residual,
        }
    }

    /// What text reads otherwise than at the start.
    fn changed(&mut self, facts: &Facts) -> Changed {
        let read = self.read_by_text.iter().enumerate();
        let changed = read.filter_map(|(index, (fact, key))| {
            let now = facts.get(fact, key.as_deref());
            (now != self.start.get(fact, key.as_deref())).then(|| (index, now.cloned()))
        });
        let changed: Vec<(usize, Option<Recorded>)> = changed.collect();
        let next = self.known.changed.len();
        *self.known.changed.entry(changed).or_insert(next)
    }

    /// The number of a situation; a new one is laid later.
    pub(super) fn node(&mut self, key: Key, facts: impl Into<Rc<Facts>>) -> Place {
        if let Some(place) = self.numbers.get(&key) {
            return *place;
        }
        let place = self.graph.nodes.len();
        let danger = |here| self.ground.hazard(here);
        self.graph.nodes.push(Node {
            here: key.here,
            standing: key.standing,
            hazard: key.here.map_or(Hazard::NotKnown, danger),
            facts: facts.into(),
            ways: Vec::new(),
        });
        let goes_on = matches!(key.standing, Standing::OnTheWay | Standing::OutOfReach);
        if place >= self.assumed.situations {
            self.graph.cut = true;
        } else if goes_on {
            self.waiting.push_back((place, key.clone()));
        }
        self.numbers.insert(key, place);
        place
    }

    pub(super) fn returned(&mut self, now: &Now) -> Place {
        self.node(Key::ended(Standing::Returned, None), Rc::clone(&now.facts))
    }

    fn ways(&mut self, key: &Key, place: Place) -> Vec<Way> {
        let facts = Rc::clone(&self.graph.nodes[place].facts);
        let now = &self.now(facts);
        if let Some(way) = self.preparation(key, now) {
            return vec![way];
        }
        if let Some(rule) = key.holds {
            // A paper in hand is used: whoever waits with it loses it.
            return self.travel_on(key, now, rule).into_iter().collect();
        }
        let mut ways = Vec::new();
        if key.attempts < self.assumed.attempts {
            ways.extend(self.appeals(key, now));
            ways.extend(self.claims(key, now));
        }
        // Out of reach and lawful, what is left is the lasting right.
        if key.standing == Standing::OutOfReach {
            return ways;
        }
        if key.attempts < self.assumed.attempts {
            ways.extend(self.asks(key, now));
        }
        if key.journeys < self.assumed.journeys && key.entered.len() < self.assumed.entries {
            ways.extend(self.entries(key, now, place == 0));
        }
        ways
    }

    /// Rules of these kinds that are open in a situation and not spent.
    pub(super) fn open(
        &self,
        spent: &BTreeSet<usize>,
        reading: &Reading,
        wanted: impl Fn(Kind) -> bool,
    ) -> Vec<usize> {
        let is_open = |rule: &usize| wanted(self.book(*rule).kind) && !spent.contains(rule);
        reading.open.iter().copied().filter(is_open).collect()
    }
}

/// The fact that relatives hold or watch the person.
pub(super) fn guards() -> FactId {
    FactId("family_guards".into())
}
