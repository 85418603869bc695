//! What a person can do from where they stand, and where each step leads: a graph made of the law.
//!
//! A node is a situation: where the person is, as what, what was asked and refused, what paper is
//! in hand. Steps are pathways that the law does not close there, journeys by the entry rules or
//! on a paper, claims, and waiting. Each step has its own *fates*; a journey is never the same as
//! the paper that allows it. The law is that of one day.

use crate::ground::{Ground, Hazard};
use facts::{CountryCode, FactId, Facts, Recorded, Scalar, Truth};
use law::{
    Happening, Kind, Library, Program, Residual, RestsOn, Swing, Word, doors, facts_after, word,
    writes,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// The number of a node.
pub type Place = usize;

/// How many times a person may ask, claim or travel in one plan: more would not be a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rounds of asking and claims.
    pub attempts: usize,
    /// Journeys by an entry rule.
    pub entries: usize,
    /// Journeys in all.
    pub journeys: usize,
    /// Nodes: a graph that would be larger is cut, and says so.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            attempts: 4,
            entries: 1,
            journeys: 2,
            nodes: 20_000,
        }
    }
}

/// What happens to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Granted; arrived; recognised.
    Well,
    /// Refused on paper; not let out, not boarded or turned back, and able to go on.
    Badly,
    /// Handed to those who hunt.
    Returned,
}

/// What a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask by all of these at once: no refusal of one closes another, and none tells the persecutor.
    AskAll(Vec<usize>),
    /// Ask by this one, whose refusal closes something, or which tells somebody who hunts.
    Ask(usize),
    /// Travel as a visitor by an entry rule, to one of these: the law leaves the person the same in each.
    Enter(Vec<usize>),
    /// Travel on the paper that this rule gave.
    TravelOn(usize),
    /// Claim protection where the person stands.
    Claim(usize),
}

/// Where a fate leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The fate.
    pub fate: Fate,
    /// By which rules, where a grant is meant.
    pub by: Vec<usize>,
    /// To which situation.
    pub to: Place,
}

impl Branch {
    fn new(fate: Fate, to: Place) -> Branch {
        Branch {
            fate,
            by: Vec::new(),
            to,
        }
    }
}

/// A step with where its fates lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is done.
    pub step: Step,
    /// Where each fate leads. Several may go well: a grant by one of these rules, and where that leads;
    /// the better ones first.
    pub fates: Vec<Branch>,
    /// Rules that a refusal closes, by their own text, beside the one that was refused.
    pub burns: Vec<usize>,
    /// It tells somebody who hunts this person.
    pub exposes: bool,
    /// What going well takes away: rules that are open here and closed there.
    pub closes: Vec<usize>,
    /// What going well brings: rules that are closed here and open there.
    pub opens: Vec<usize>,
}

/// How a node stands to the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// On the way, or waiting.
    OnTheWay,
    /// Out of reach and lawful, not yet for good.
    OutOfReach,
    /// Safe: a lasting right, where the ground is no crime and no return is on record.
    Safe,
    /// In the hands of those who hunt.
    Returned,
}

/// A situation.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where the person is, if that is known.
    pub here: Option<CountryCode>,
    /// How it stands to the goal.
    pub standing: Standing,
    /// How dangerous waiting there is.
    pub hazard: Hazard,
    /// What can be done.
    pub ways: Vec<Way>,
}

/// The graph of one person on one day.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Every situation; the first is today's.
    pub nodes: Vec<Node>,
    /// Whether the limit of nodes cut it.
    pub cut: bool,
    /// Entry rules that are left out because the place is not to be entered.
    pub not_entered: Vec<usize>,
    /// Pathways left out because going on from them would make what was said untrue: the rule, and
    /// the claim that would follow.
    pub untrue: BTreeSet<(usize, usize)>,
}

/// What sets one situation apart from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    here: Option<CountryCode>,
    spent: BTreeSet<usize>,
    holds: Option<usize>,
    /// The rule on whose word the person came as a visitor, if that word was to leave again.
    came_to_leave: Option<usize>,
    standing: Standing,
    attempts: usize,
    journeys: usize,
    /// Which places were entered before: their rules and what was written there differ.
    entered: Vec<usize>,
}

/// Lays the graph.
pub fn graph(library: &Library, program: &Program, facts: &Facts, limits: Limits) -> Graph {
    let ground = Ground::of(library, program.day);
    let start = Key {
        here: country_of(facts),
        spent: BTreeSet::new(),
        holds: None,
        came_to_leave: None,
        standing: Standing::OnTheWay,
        attempts: 0,
        journeys: 0,
        entered: Vec::new(),
    };
    let mut laying = Laying {
        library,
        program,
        ground,
        limits,
        hunters: hunters(facts),
        read_by_text: read_by_text(library, program),
        start: facts.clone(),
        residual: Residual::of(program, library, facts),
        known: Known::default(),
        numbers: BTreeMap::new(),
        waiting: VecDeque::new(),
        graph: Graph {
            nodes: Vec::new(),
            cut: false,
            not_entered: Vec::new(),
            untrue: BTreeSet::new(),
        },
    };
    laying.node(start, facts.clone());
    while let Some((place, key, facts)) = laying.waiting.pop_front() {
        let ways = laying.ways(&key, &facts, place == 0);
        laying.graph.nodes[place].ways = ways;
    }
    laying.graph
}

/// A situation after which nothing more is decided: how it came to be no longer matters.
fn ended(standing: Standing, here: Option<CountryCode>) -> Key {
    Key {
        here,
        spent: BTreeSet::new(),
        holds: None,
        came_to_leave: None,
        standing,
        attempts: 0,
        journeys: 0,
        entered: Vec::new(),
    }
}

fn three(well: Place, badly: Place, returned: Place) -> Vec<Branch> {
    vec![
        Branch::new(Fate::Well, well),
        Branch::new(Fate::Badly, badly),
        Branch::new(Fate::Returned, returned),
    ]
}

/// Where the facts say that the person is.
pub fn country_of(facts: &Facts) -> Option<CountryCode> {
    match facts.get(&FactId("here".into()), None)?.value()? {
        Scalar::Country(code) => Some(*code),
        _ => None,
    }
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

/// What sets papers apart, the best first: how the person stands on arrival, whether a claim can be
/// made there, whether the ground is a crime there, how dangerous it is, and whether the paper rests
/// on the word to leave again.
type Arrival = (std::cmp::Reverse<Standing>, bool, bool, Hazard, bool);

/// What some text condition reads and is no longer as it was at the start, by number: two situations
/// in which this is the same read the same law.
type Changed = u32;

/// What was already worked out for situations that read the same law.
#[derive(Default)]
struct Known {
    changed: BTreeMap<Vec<(usize, Option<Recorded>)>, Changed>,
    arrivals: BTreeMap<(usize, Changed), Arrival>,
    burns: BTreeMap<(usize, &'static str, Changed), Vec<usize>>,
    leaving: BTreeMap<(usize, Changed), bool>,
    ahead: BTreeMap<(usize, Changed), Rc<Vec<usize>>>,
}

/// A situation's facts, and what of them the law reads otherwise than at the start.
struct Now<'f> {
    facts: &'f Facts,
    changed: Changed,
}

struct Laying<'l> {
    library: &'l Library,
    program: &'l Program,
    ground: Ground,
    limits: Limits,
    hunters: BTreeSet<&'static str>,
    /// Facts that some text condition reads: nothing else can close a door.
    read_by_text: BTreeSet<(FactId, Option<String>)>,
    start: Facts,
    /// The answers at the start: from them on, only what a move or a step can change is asked again.
    residual: Residual,
    known: Known,
    numbers: BTreeMap<Key, Place>,
    waiting: VecDeque<(Place, Key, Facts)>,
    graph: Graph,
}

impl Laying<'_> {
    fn book(&self, rule: usize) -> &law::Pathway {
        &self.library.pathways[self.program.rules[rule].book]
    }

    /// What text reads otherwise than at the start.
    fn changed(&mut self, facts: &Facts) -> Changed {
        let read = self.read_by_text.iter().enumerate();
        let changed = read.filter_map(|(index, (fact, key))| {
            let now = facts.get(fact, key.as_deref());
            (now != self.start.get(fact, key.as_deref())).then(|| (index, now.cloned()))
        });
        let changed: Vec<(usize, Option<Recorded>)> = changed.collect();
        let next = u32::try_from(self.known.changed.len()).unwrap_or(u32::MAX);
        *self.known.changed.entry(changed).or_insert(next)
    }

    /// The number of a situation; a new one is laid later.
    fn node(&mut self, key: Key, facts: Facts) -> Place {
        if let Some(place) = self.numbers.get(&key) {
            return *place;
        }
        let place = self.graph.nodes.len();
        self.graph.nodes.push(Node {
            here: key.here,
            standing: key.standing,
            hazard: key
                .here
                .map_or(Hazard::NotKnown, |here| self.ground.hazard(here)),
            ways: Vec::new(),
        });
        let goes_on = matches!(key.standing, Standing::OnTheWay | Standing::OutOfReach);
        if place >= self.limits.nodes {
            self.graph.cut = true;
        } else if goes_on {
            self.waiting.push_back((place, key.clone(), facts));
        }
        self.numbers.insert(key, place);
        place
    }

    fn returned(&mut self, facts: &Facts) -> Place {
        self.node(ended(Standing::Returned, None), facts.clone())
    }

    fn ways(&mut self, key: &Key, facts: &Facts, first: bool) -> Vec<Way> {
        let residual = self.residual.moved(self.program, facts);
        let now = &Now {
            facts,
            changed: self.changed(facts),
        };
        let mut ways = Vec::new();
        if let Some(rule) = key.holds {
            // A paper in hand is used: whoever waits with it loses it.
            ways.extend(self.travel_on(key, now, rule));
            return ways;
        }
        if key.attempts < self.limits.attempts {
            ways.extend(self.claims(key, now, &residual));
        }
        // Out of reach and lawful, what is left is the lasting right.
        if key.standing == Standing::OutOfReach {
            return ways;
        }
        if key.attempts < self.limits.attempts {
            ways.extend(self.asks(key, now, &residual));
        }
        if key.journeys < self.limits.journeys && key.entered.len() < self.limits.entries {
            ways.extend(self.entries(key, now, &residual, first));
        }
        ways
    }

    /// Rules of these kinds that the law does not close here, may be asked today as far as anybody
    /// knows, and are not spent.
    fn open(
        &self,
        spent: &BTreeSet<usize>,
        residual: &Residual,
        wanted: impl Fn(Kind) -> bool,
    ) -> Vec<usize> {
        let is_open = |index: &usize| {
            let rule = &self.program.rules[*index];
            wanted(self.book(*index).kind)
                && !spent.contains(index)
                && residual.truth(&rule.ask) != Truth::False
                && word(residual, rule) != Word::Closed
        };
        (0..self.program.rules.len()).filter(is_open).collect()
    }

    /// Claims that may be made in a place.
    fn claimable(
        &self,
        spent: &BTreeSet<usize>,
        here: Option<CountryCode>,
        residual: &Residual,
    ) -> Vec<usize> {
        let mut open = self.open(spent, residual, |kind| kind == Kind::Asylum);
        open.retain(|rule| here.is_some() && self.program.rules[*rule].destination == here);
        // Where a country has a book of its own, the family that stands for every country is the same claim.
        if open
            .iter()
            .any(|rule| self.program.rules[*rule].member.is_none())
        {
            open.retain(|rule| self.program.rules[*rule].member.is_none());
        }
        open
    }

    fn claims(&mut self, key: &Key, now: &Now<'_>, residual: &Residual) -> Vec<Way> {
        let mut ways = Vec::new();
        for rule in self.claimable(&key.spent, key.here, residual) {
            // Whoever came on the word to leave again cannot plan to stay.
            if let Some(came) = key.came_to_leave {
                self.graph.untrue.insert((came, rule));
                continue;
            }
            ways.push(self.claim(key, now, rule));
        }
        ways
    }

    fn claim(&mut self, key: &Key, now: &Now<'_>, rule: usize) -> Way {
        let facts = now.facts;
        let granted = self.after(facts, rule, "granted");
        let refused = self.after(facts, rule, "refused");
        let mut spent = key.spent.clone();
        spent.insert(rule);
        let standing = self.lasting(key.here);
        let on = Key {
            spent,
            attempts: key.attempts + 1,
            ..key.clone()
        };
        let granted_key = match standing {
            Standing::Safe => ended(Standing::Safe, key.here),
            standing => Key {
                standing,
                ..on.clone()
            },
        };
        let well = self.node(granted_key, granted);
        // Refused, nothing lawful is left of having been out of reach, as far as anybody knows.
        let badly = self.node(
            Key {
                standing: Standing::OnTheWay,
                ..on
            },
            refused,
        );
        let returned = self.returned(facts);
        Way {
            step: Step::Claim(rule),
            fates: three(well, badly, returned),
            burns: self.burns(now, rule, "refused"),
            exposes: self.exposes(rule),
            closes: Vec::new(),
            opens: Vec::new(),
        }
    }

    /// A lasting right in a place is safety, if nothing speaks against the place.
    fn lasting(&self, country: Option<CountryCode>) -> Standing {
        let good = country.is_some_and(|country| {
            self.ground.hazard(country).may_be_entered() && !self.ground.may_be_criminal(country)
        });
        if good {
            Standing::Safe
        } else {
            Standing::OutOfReach
        }
    }

    /// What may be asked from here: all that closes nothing and tells nobody who hunts, at once; and
    /// each of the others.
    fn asks(&mut self, key: &Key, now: &Now<'_>, residual: &Residual) -> Vec<Way> {
        let asked = |kind: Kind| {
            !matches!(
                kind,
                Kind::Entry | Kind::Remedy | Kind::ProtectionFromReturn | Kind::Asylum
            )
        };
        let mut free = Vec::new();
        let mut ways = Vec::new();
        for rule in self.open(&key.spent, residual, asked) {
            let (burns, exposes) = (self.burns(now, rule, "refused"), self.exposes(rule));
            if burns.is_empty() && !exposes {
                free.push(rule);
            } else {
                ways.push(self.ask(key, now, &[rule], Step::Ask(rule), burns, exposes));
            }
        }
        if !free.is_empty() {
            let step = Step::AskAll(free.clone());
            ways.insert(0, self.ask(key, now, &free, step, Vec::new(), false));
        }
        ways
    }

    fn ask(
        &mut self,
        key: &Key,
        now: &Now<'_>,
        rules: &[usize],
        step: Step,
        burns: Vec<usize>,
        exposes: bool,
    ) -> Way {
        let facts = now.facts;
        let mut refused = facts.clone();
        for rule in rules {
            refused = self.after(&refused, *rule, "refused");
        }
        let mut spent = key.spent.clone();
        spent.extend(rules);
        let again = Key {
            spent,
            attempts: key.attempts + 1,
            ..key.clone()
        };
        let badly = self.node(again.clone(), refused);
        // Grants that lead to the same are one: whichever consulate gives it.
        let mut alike: BTreeMap<Arrival, Vec<usize>> = BTreeMap::new();
        for rule in rules {
            alike
                .entry(self.arrival(now, *rule))
                .or_default()
                .push(*rule);
        }
        let mut fates = Vec::new();
        for (_, by) in alike {
            let holding = Key {
                holds: Some(by[0]),
                ..again.clone()
            };
            let to = self.node(holding, facts.clone());
            fates.push(Branch {
                fate: Fate::Well,
                by,
                to,
            });
        }
        fates.push(Branch::new(Fate::Badly, badly));
        Way {
            step,
            fates,
            burns,
            exposes,
            closes: Vec::new(),
            opens: Vec::new(),
        }
    }

    /// What a grant leads to, as far as it sets one paper apart from another.
    fn arrival(&mut self, now: &Now<'_>, rule: usize) -> Arrival {
        let known = (rule, now.changed);
        if let Some(arrival) = self.known.arrivals.get(&known) {
            return *arrival;
        }
        let arrival = self.arrival_anew(now, rule);
        self.known.arrivals.insert(known, arrival);
        arrival
    }

    fn arrival_anew(&mut self, now: &Now<'_>, rule: usize) -> Arrival {
        let destination = self.program.rules[rule].destination;
        let hazard = destination.map_or(Hazard::NotKnown, |country| self.ground.hazard(country));
        let leaves = self.speaks_of_leaving(now, rule);
        let (standing, there) = self.arrived(now.facts, rule);
        let residual = self.residual.moved(self.program, &there);
        let claims = self.claimable(&BTreeSet::new(), destination, &residual);
        let claimable = !leaves && !claims.is_empty();
        let criminal = destination.is_none_or(|country| self.ground.may_be_criminal(country));
        (
            std::cmp::Reverse(standing),
            !claimable,
            criminal,
            hazard,
            leaves,
        )
    }

    /// How the person stands in the place to which a paper leads, and what is then so.
    fn arrived(&self, facts: &Facts, rule: usize) -> (Standing, Facts) {
        let destination = self.program.rules[rule].destination;
        let mut arrived = self.after(facts, rule, "granted");
        if let Some(destination) = destination
            && country_of(&arrived) != Some(destination)
        {
            let moved = Happening::MovedTo(destination);
            arrived = facts_after(self.program, self.library, &arrived, &moved);
        }
        // Other papers may lead to a lasting right; no book says yet that they do.
        let lasting = matches!(self.book(rule).kind, Kind::Resettlement | Kind::Family);
        let standing = if lasting {
            self.lasting(destination)
        } else {
            Standing::OutOfReach
        };
        (standing, arrived)
    }

    /// The journey on a paper. To arrive is to be there as the law has it for that paper.
    fn travel_on(&mut self, key: &Key, now: &Now<'_>, rule: usize) -> Option<Way> {
        let facts = now.facts;
        let destination = self.program.rules[rule].destination?;
        let (standing, arrived) = self.arrived(facts, rule);
        let there = match standing {
            Standing::Safe => ended(Standing::Safe, Some(destination)),
            standing => Key {
                here: Some(destination),
                holds: None,
                came_to_leave: self.speaks_of_leaving(now, rule).then_some(rule),
                standing,
                journeys: key.journeys + 1,
                ..key.clone()
            },
        };
        let well = self.node(there, arrived);
        let stopped = Key {
            holds: None,
            journeys: key.journeys + 1,
            ..key.clone()
        };
        let badly = self.node(stopped, facts.clone());
        let returned = self.returned(facts);
        Some(Way {
            step: Step::TravelOn(rule),
            fates: three(well, badly, returned),
            burns: Vec::new(),
            exposes: false,
            closes: Vec::new(),
            opens: Vec::new(),
        })
    }

    /// Journeys by the entry rules, those together after which the law leaves the same open.
    fn entries(&mut self, key: &Key, now: &Now<'_>, residual: &Residual, first: bool) -> Vec<Way> {
        let facts = now.facts;
        type Alike = (Hazard, bool, bool, Rc<Vec<usize>>);
        let mut alike: BTreeMap<Alike, Vec<(usize, Facts)>> = BTreeMap::new();
        let around = key
            .here
            .map(|here| self.ahead(facts, here))
            .unwrap_or_default();
        for rule in self.open(&key.spent, residual, |kind| kind == Kind::Entry) {
            let Some(country) = self.program.rules[rule].destination else {
                continue;
            };
            let hazard = self.ground.hazard(country);
            if !hazard.may_be_entered() {
                if first {
                    self.graph.not_entered.push(rule);
                }
                continue;
            }
            let there = self.after(facts, rule, "granted");
            let known = (rule, now.changed);
            let ahead = match self.known.ahead.get(&known) {
                Some(ahead) => Rc::clone(ahead),
                None => {
                    let ahead = Rc::new(self.ahead(&there, country));
                    self.known.ahead.insert(known, Rc::clone(&ahead));
                    ahead
                }
            };
            // A journey that opens nothing and leads to no better place is no step.
            let better = key
                .here
                .is_none_or(|here| hazard < self.ground.hazard(here));
            if !better && ahead.iter().all(|rule| around.contains(rule)) {
                continue;
            }
            let leaves = self.speaks_of_leaving(now, rule);
            let class = (hazard, self.ground.may_be_criminal(country), leaves, ahead);
            alike.entry(class).or_default().push((rule, there));
        }
        alike
            .into_values()
            .filter_map(|members| self.enter(key, now, members))
            .collect()
    }

    /// What the law would leave open in a place, with that place's own rules under one name.
    fn ahead(&self, there: &Facts, country: CountryCode) -> Vec<usize> {
        let residual = self.residual.moved(self.program, there);
        let mut found: Vec<usize> = Vec::new();
        for (index, rule) in self.program.rules.iter().enumerate() {
            let kind = self.book(index).kind;
            if matches!(
                kind,
                Kind::Entry | Kind::Remedy | Kind::ProtectionFromReturn
            ) {
                continue;
            }
            let own = rule.member.is_some() && rule.destination == Some(country);
            let elsewhere = kind == Kind::Asylum && !own && rule.member.is_some();
            if elsewhere
                || residual.truth(&rule.ask) == Truth::False
                || word(&residual, rule) == Word::Closed
            {
                continue;
            }
            // A family is told by its book: which of its countries one stands in is no difference.
            found.push(match rule.member {
                Some(_) => self.program.rules.len() + rule.book,
                None => index,
            });
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn enter(&mut self, key: &Key, now: &Now<'_>, members: Vec<(usize, Facts)>) -> Option<Way> {
        let facts = now.facts;
        let rules: Vec<usize> = members.iter().map(|(rule, _)| *rule).collect();
        let (rule, there) = members.into_iter().next()?;
        let (before, after) = (self.open_to(facts), self.open_to(&there));
        let mut entered = key.entered.clone();
        entered.push(rule);
        let came_to_leave = self.speaks_of_leaving(now, rule).then_some(rule);
        let well = self.node(
            Key {
                here: self.program.rules[rule].destination,
                came_to_leave,
                standing: Standing::OnTheWay,
                journeys: key.journeys + 1,
                entered: entered.clone(),
                ..key.clone()
            },
            there,
        );
        let turned_back = self.after(facts, rule, "turned_back");
        let badly = self.node(
            Key {
                journeys: key.journeys + 1,
                ..key.clone()
            },
            turned_back,
        );
        let returned = self.returned(facts);
        Some(Way {
            burns: self.burns(now, rule, "turned_back"),
            step: Step::Enter(rules),
            fates: three(well, badly, returned),
            exposes: false,
            closes: before.difference(&after).copied().collect(),
            opens: after.difference(&before).copied().collect(),
        })
    }

    /// Every rule but entry and shields that is not closed to somebody and may be asked, as far as
    /// anybody knows.
    fn open_to(&self, facts: &Facts) -> BTreeSet<usize> {
        let residual = self.residual.moved(self.program, facts);
        let other = |kind| {
            !matches!(
                kind,
                Kind::Entry | Kind::Remedy | Kind::ProtectionFromReturn
            )
        };
        self.open(&BTreeSet::new(), &residual, other)
            .into_iter()
            .collect()
    }

    fn after(&self, facts: &Facts, rule: usize, event: &str) -> Facts {
        let event = event.to_owned();
        facts_after(
            self.program,
            self.library,
            facts,
            &Happening::OfRule { rule, event },
        )
    }

    /// Other rules that an event closes by their own text.
    fn burns(&mut self, now: &Now<'_>, rule: usize, event: &'static str) -> Vec<usize> {
        let known = (rule, event, now.changed);
        if let Some(burns) = self.known.burns.get(&known) {
            return burns.clone();
        }
        let burns = self.burns_anew(now.facts, rule, event);
        self.known.burns.insert(known, burns.clone());
        burns
    }

    fn burns_anew(&self, facts: &Facts, rule: usize, event: &str) -> Vec<usize> {
        let index = self.program.rules[rule].book;
        let Some(described) = self.library.pathways[index].events.get(event) else {
            return Vec::new();
        };
        let written = writes(
            self.program,
            self.library,
            &self.program.rules[rule],
            described,
        );
        let moves = described.place.is_some() || described.standing.is_some();
        if !moves
            && !written
                .iter()
                .any(|written| self.read_by_text.contains(written))
        {
            return Vec::new();
        }
        let event = event.to_owned();
        let happening = Happening::OfRule { rule, event };
        doors(self.program, self.library, facts, &happening)
            .into_iter()
            .filter(|door| door.swing() == Swing::Closes && door.before.rule != rule)
            .map(|door| door.before.rule)
            .collect()
    }

    fn exposes(&self, rule: usize) -> bool {
        let exposes = &self.book(rule).exposes;
        exposes
            .iter()
            .any(|exposure| self.hunters.contains(exposure.to.as_str()))
    }

    /// Whether going on to claim protection would make untrue what this rule asks: with no intention
    /// to leave again, and with the wish for protection, its text closes.
    fn speaks_of_leaving(&mut self, now: &Now<'_>, rule: usize) -> bool {
        let known = (rule, now.changed);
        if let Some(leaving) = self.known.leaving.get(&known) {
            return *leaving;
        }
        let leaving = self.speaks_of_leaving_anew(now.facts, rule);
        self.known.leaving.insert(known, leaving);
        leaving
    }

    fn speaks_of_leaving_anew(&self, facts: &Facts, rule: usize) -> bool {
        let own = &self.program.rules[rule];
        let conditions = own
            .clauses
            .iter()
            .flat_map(|clause| [&clause.applies, &clause.holds]);
        let atoms = conditions.flat_map(|condition| condition.atoms());
        let intent: BTreeSet<&law::Atom> = atoms
            .map(|id| &self.program.atoms[id.0 as usize])
            .filter(|atom| INTENT.contains(&atom.fact.0.as_str()))
            .collect();
        if intent.is_empty() {
            return false;
        }
        let mut claiming = facts.clone();
        for atom in intent {
            let wants = atom.fact.0 == "wants_protection";
            claiming.set(
                atom.fact.clone(),
                atom.key.as_deref(),
                Recorded::yes_no(wants),
                None,
            );
        }
        let residual = Residual::of(self.program, self.library, &claiming);
        word(&residual, own) == Word::Closed
    }
}

/// Facts of intention: a plan to claim protection makes the first false and the second true.
const INTENT: [&str; 2] = ["means_to_leave_again", "wants_protection"];
