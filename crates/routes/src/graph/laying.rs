//! The work of laying a graph: situations by what sets them apart, each laid once, in the order in
//! which they are first reached.

use super::asking::Arrival;
use super::{Graph, Node, Place, Preparation, Standing, Supposed, Way, country_of, is_hunted};
use crate::assumptions::Assumptions;
use crate::clock::{Clock, Piece};
use crate::ground::{Ground, Hazard};
use crate::odds::Odds;
use facts::{CountryCode, Facts, Recorded, Scalar, Truth};
use law::{Differing, Kind, Library, Program, Walk, Word};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// What sets one situation apart from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) here: Option<CountryCode>,
    /// In which piece of time.
    pub(super) piece: Piece,
    pub(super) prepared: BTreeSet<Preparation>,
    pub(super) spent: BTreeSet<usize>,
    /// Rules that were refused and may be asked for again, with the piece in which that was.
    pub(super) refused: BTreeMap<usize, Piece>,
    pub(super) holds: Option<usize>,
    /// The rule on whose word the person came as a visitor, if that word was to leave again.
    pub(super) came_to_leave: Option<usize>,
    /// The claim whose refusal may still be appealed against.
    pub(super) refused_claim: Option<usize>,
    /// The claim by which a country protects the person where they are not safe for all that.
    pub(super) protected: Option<usize>,
    /// The person's stay there is over: nothing can be waited for.
    pub(super) stay_over: bool,
    /// The country in which they are does not let the person out.
    pub(super) kept_in: bool,
    /// Those who hold the person hold them more closely than before: nothing is planned.
    pub(super) held: bool,
    pub(super) standing: Standing,
    pub(super) attempts: usize,
    pub(super) journeys: usize,
    /// A border has turned the person back, and that is on record. By which rule is no difference: no
    /// text closes anything for it but by that country's own rule.
    pub(super) turned_back: bool,
    /// Which places were entered before: their rules and what was written there differ.
    pub(super) entered: Vec<usize>,
}

impl Key {
    /// Where a person begins.
    fn start(here: Option<CountryCode>) -> Key {
        Key {
            here,
            piece: 0,
            prepared: BTreeSet::new(),
            spent: BTreeSet::new(),
            refused: BTreeMap::new(),
            holds: None,
            came_to_leave: None,
            refused_claim: None,
            protected: None,
            stay_over: false,
            kept_in: false,
            held: false,
            standing: Standing::OnTheWay,
            attempts: 0,
            journeys: 0,
            turned_back: false,
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

/// Lays the graph of a person, from the first day of a clock on.
pub fn graph(
    library: &Library,
    clock: &Clock<'_>,
    facts: &Facts,
    assumed: &Assumptions,
    supposed: &Supposed,
) -> Graph {
    let today = clock.day(0);
    let walks = (0..clock.pieces()).map(|piece| Walk::from(clock.program(piece), facts));
    let mut laying = Laying {
        library,
        clock,
        ground: Ground::of(library, today),
        odds: Odds::of(library, today, facts, assumed),
        assumed,
        supposed,
        hunters: hunters(facts),
        walks: walks.collect(),
        start: country_of(facts),
        known: Known::default(),
        numbers: BTreeMap::new(),
        waiting: VecDeque::new(),
        graph: Graph {
            days: clock.days(),
            ..Graph::default()
        },
    };
    laying.graph.bit.pieces = clock.left_out() > 0;
    let start = Key::start(country_of(facts));
    laying.node(start, facts.clone());
    while let Some((place, key)) = laying.waiting.pop_front() {
        let ways = laying.ways(&key, place);
        laying.graph.nodes[place].ways = ways;
    }
    laying.graph
}

/// Who hunts the person, in the words of `exposes:`.
fn hunters(facts: &Facts) -> BTreeSet<&'static str> {
    let recorded = facts.get("persecutor", None);
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

/// A way in which the law reads a situation, by number: where it is the same, the law leaves the same.
pub(super) type Changed = usize;

/// What the law leaves in all situations that it reads alike.
pub(super) struct Reading {
    /// For each rule, whether no text closes it.
    pub(super) alive: Vec<bool>,
    /// The rules that are alive and may be asked today as far as anybody knows.
    pub(super) open: Vec<usize>,
}

/// What was already worked out for situations that the law reads alike.
#[derive(Default)]
pub(super) struct Known {
    changed: BTreeMap<(Piece, Differing), Changed>,
    readings: Vec<Rc<Reading>>,
    pub(super) arrivals: BTreeMap<(usize, Changed), Arrival>,
    /// The rules that read what an event of a rule writes.
    pub(super) readers: BTreeMap<(Piece, usize, &'static str), Rc<Vec<usize>>>,
    pub(super) leaving: BTreeMap<(usize, Changed), bool>,
    pub(super) ahead: BTreeMap<(usize, Changed), Rc<Vec<usize>>>,
}

/// A situation's facts, and how the law of its piece of time reads them.
#[derive(Clone)]
pub(super) struct Now {
    pub(super) piece: Piece,
    pub(super) facts: Rc<Facts>,
    pub(super) changed: Changed,
    pub(super) reading: Rc<Reading>,
}

pub(super) struct Laying<'l> {
    pub(super) library: &'l Library,
    pub(super) clock: &'l Clock<'l>,
    pub(super) ground: Ground,
    pub(super) odds: Odds,
    pub(super) assumed: &'l Assumptions,
    pub(super) supposed: &'l Supposed,
    pub(super) hunters: BTreeSet<&'static str>,
    /// The law of each piece, from where the person stands today.
    pub(super) walks: Vec<Walk<'l>>,
    /// Where the person is today.
    pub(super) start: Option<CountryCode>,
    pub(super) known: Known,
    numbers: BTreeMap<Key, Place>,
    waiting: VecDeque<(Place, Key)>,
    pub(super) graph: Graph,
}

impl<'l> Laying<'l> {
    /// A rule of today; which country it leads to and whose book it is never changes with time.
    pub(super) fn rule(&self, rule: usize) -> &'l law::Rule {
        &self.clock.today().rules[rule]
    }

    pub(super) fn book(&self, rule: usize) -> &'l law::Pathway {
        &self.library.pathways[self.rule(rule).book]
    }

    /// The law of a situation's time.
    pub(super) fn program(&self, now: &Now) -> &'l Program {
        self.clock.program(now.piece)
    }

    pub(super) fn walk(&self, now: &Now) -> &Walk<'l> {
        &self.walks[now.piece]
    }

    /// How the law of a piece of time reads these facts.
    pub(super) fn now(&mut self, facts: Rc<Facts>, piece: Piece) -> Now {
        let differing = self.walks[piece].differing(&facts);
        let known = (piece, differing);
        let changed = match self.known.changed.get(&known) {
            Some(changed) => *changed,
            None => {
                let reading = Rc::new(self.reading(piece, &known.1));
                self.known.readings.push(reading);
                let changed = self.known.readings.len() - 1;
                self.known.changed.insert(known, changed);
                changed
            }
        };
        let reading = Rc::clone(&self.known.readings[changed]);
        Now {
            piece,
            facts,
            changed,
            reading,
        }
    }

    fn reading(&self, piece: Piece, differing: &Differing) -> Reading {
        let walk = &self.walks[piece];
        let mut stands = walk.at_start().to_vec();
        for (rule, there) in walk.moved(differing) {
            stands[rule] = there;
        }
        let alive: Vec<bool> = stands.iter().map(|one| one.word != Word::Closed).collect();
        let rules = stands.iter().zip(&alive).enumerate();
        let open = rules.filter(|(_, (one, alive))| **alive && one.ask != Truth::False);
        let wanted = |rule: &usize| {
            let destination = self.rule(*rule).destination;
            destination.is_none_or(|country| !self.supposed.left_out.contains(&country))
        };
        let open = open.map(|(rule, _)| rule).filter(wanted).collect();
        Reading { alive, open }
    }

    /// The number of a situation; a new one is laid later.
    pub(super) fn node(&mut self, key: Key, facts: impl Into<Rc<Facts>>) -> Place {
        if let Some(place) = self.numbers.get(&key) {
            return *place;
        }
        let place = self.graph.nodes.len();
        let facts: Rc<Facts> = facts.into();
        let goes_on = matches!(key.standing, Standing::OnTheWay | Standing::OutOfReach);
        self.graph.nodes.push(Node {
            here: key.here,
            piece: key.piece,
            hunted: goes_on && is_hunted(&facts),
            standing: key.standing,
            hazard: key
                .here
                .map_or(Hazard::NotKnown, |here| self.ground.hazard(here)),
            facts,
            ways: Vec::new(),
        });
        if place >= self.assumed.situations {
            self.graph.bit.situations = true;
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
        let now = &self.now(facts, key.piece);
        if self.graph.nodes[place].hunted {
            // To wait there may end so, whatever else can be done.
            self.returned(now);
        }
        if key.held {
            return Vec::new();
        }
        if let Some(way) = self.preparation(key, now) {
            return vec![way];
        }
        if let Some(rule) = key.holds {
            // A paper in hand is used: whoever waits with it loses it.
            return self.travel_on(key, now, rule).into_iter().collect();
        }
        let mut ways = Vec::new();
        if let (Some(country), 0) = (self.supposed.offered, key.journeys) {
            ways.extend(self.use_offer(key, now, country));
        }
        let settled = key.standing == Standing::OutOfReach || key.kept_in;
        if key.attempts < self.assumed.attempts {
            ways.extend(self.appeals(key, now));
            ways.extend(self.claims(key, now));
            // Out of reach and lawful, what is left is the lasting right; not let out, what can be had there.
            if !settled && !key.stay_over {
                ways.extend(self.asks(key, now));
            }
        } else {
            self.graph.bit.attempts |= self.could_still_ask(key, now);
        }
        if settled {
            return ways;
        }
        if key.journeys < self.assumed.journeys && key.entered.len() < self.assumed.entries {
            ways.extend(self.entries(key, now, place == 0));
        } else {
            let mut entries = self.open(key, now, |kind| kind == Kind::Entry).into_iter();
            self.graph.bit.journeys |= entries.any(|rule| self.may_be_entered_by(rule));
        }
        ways.extend(self.wait(key, now));
        ways
    }

    /// Whether a limit of attempts leaves something out here.
    fn could_still_ask(&self, key: &Key, now: &Now) -> bool {
        let asks = !key.kept_in && !key.stay_over && key.standing == Standing::OnTheWay;
        let ask = |kind| asks && super::asking::is_asked(kind);
        !self.open(key, now, ask).is_empty() || !self.claimable(key, now).is_empty()
    }

    /// Whether the place to which an entry rule leads may be entered by a plan.
    pub(super) fn may_be_entered_by(&self, rule: usize) -> bool {
        let destination = self.rule(rule).destination;
        destination.is_some_and(|country| self.may_be_entered(country))
    }

    /// Rules of these kinds that are open in a situation and not spent.
    pub(super) fn open(&self, key: &Key, now: &Now, wanted: impl Fn(Kind) -> bool) -> Vec<usize> {
        let is_open = |rule: &usize| {
            wanted(self.book(*rule).kind)
                && !key.spent.contains(rule)
                && self.may_again(key, now, *rule)
        };
        now.reading.open.iter().copied().filter(is_open).collect()
    }
}
