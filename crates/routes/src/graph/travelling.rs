//! Journeys: on a paper, or by an entry rule. To arrive, to be stopped and to be handed over are three.

use super::consequences::not_let_out;
use super::judging::JudgedThere;
use super::laying::{Key, Laying, Now};
use super::{Branch, Leg, Place, Standing, Step, Way};
use crate::ground::Hazard;
use crate::judgement::About;
use facts::{CountryCode, Facts, Recorded, Scalar};
use law::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The fact that lists the visas a person holds.
const VISAS: &str = "visas_held";

/// What journeys have alike that may stand as one: the danger there, whether the ground is a crime
/// there, whether one has to say that one will leave, whether a paper in hand allows it, what the law
/// leaves open there, and what is judged of them and of a claim there.
type Alike = (Hazard, bool, bool, bool, Rc<Vec<usize>>, JudgedThere);

impl Laying<'_> {
    /// The journey on a paper. To arrive is to be there as the law has it for that paper.
    pub(super) fn travel_on(&mut self, key: &Key, now: &Now, rule: usize) -> Option<Way> {
        let destination = self.rule(rule).destination?;
        let (standing, arrived) = self.arrived(now, rule);
        let stopped = Key {
            holds: None,
            journeys: key.journeys + 1,
            ..key.clone()
        };
        let there = match standing {
            Standing::Safe => Key::ended(Standing::Safe, Some(destination)),
            standing => Key {
                here: Some(destination),
                stay_over: false,
                came_to_leave: self.speaks_of_leaving(now, rule).then_some(rule),
                standing,
                ..stopped.clone()
            },
        };
        let well = self.node(there, arrived);
        let turned_back = self.after(now, rule, "turned_back");
        let mut fates = self.journey(key, now, well, (stopped, Rc::new(turned_back)));
        let id = self.rule(rule).id.clone();
        self.judge_journey(&mut fates, &About::Paper(id));
        Some(Way {
            in_hand: true,
            ..Way::new(Step::TravelOn(rule), fates)
        })
    }

    /// What may come of a journey beside arriving: on each of its legs the person may be stopped, or
    /// handed over.
    fn journey(
        &mut self,
        key: &Key,
        now: &Now,
        well: Place,
        (stopped, turned_back): (Key, Rc<Facts>),
    ) -> Vec<Branch> {
        let mut legs = Vec::new();
        if key.here == self.start {
            let kept_in = Key {
                kept_in: true,
                ..stopped.clone()
            };
            let mut facts = Facts::clone(&now.facts);
            not_let_out(&mut facts);
            legs.push((Leg::Exit, self.node(kept_in, facts)));
        }
        let sent_back = self.node(stopped.clone(), Rc::clone(&now.facts));
        legs.push((Leg::Boarding, sent_back));
        let noted = Key {
            turned_back: true,
            ..stopped
        };
        // Where the border writes nothing down, it is as if the person had not been boarded.
        let turned_back = if turned_back == now.facts {
            sent_back
        } else {
            self.node(noted, turned_back)
        };
        legs.push((Leg::Admission, turned_back));
        let returned = self.returned(now);
        let fates = Branch::journey(well, &legs, returned).into_iter();
        fates.map(|branch| branch.in_piece(key.piece)).collect()
    }

    /// Journeys by the entry rules, those together after which the law leaves the same open.
    pub(super) fn entries(&mut self, key: &Key, now: &Now, first: bool) -> Vec<Way> {
        let mut alike: BTreeMap<Alike, Vec<usize>> = BTreeMap::new();
        let around = key.here.map(|here| self.ahead_of(now, here));
        for rule in self.open(key, now, |kind| kind == Kind::Entry) {
            let Some(country) = self.rule(rule).destination else {
                continue;
            };
            if !self.may_be_entered(country) {
                if first {
                    self.graph.not_entered.push(rule);
                }
                continue;
            }
            let hazard = self.ground.hazard(country);
            let ahead = self.ahead(now, rule, country);
            // A journey that opens nothing and leads to no better place is no step.
            let better = key
                .here
                .is_none_or(|here| hazard < self.ground.hazard(here));
            let around = around.iter().flatten();
            let around: BTreeSet<&usize> = around.collect();
            if !better && ahead.iter().all(|rule| around.contains(rule)) {
                continue;
            }
            let criminal = self.ground.may_be_criminal(country);
            let leaves = self.speaks_of_leaving(now, rule);
            let class = (
                hazard,
                criminal,
                leaves,
                !self.is_in_hand(now, rule),
                ahead,
                self.judged_there(About::Entry, rule),
            );
            alike.entry(class).or_default().push(rule);
        }
        let ways = alike.into_values();
        ways.map(|members| self.enter(key, now, members)).collect()
    }

    /// Whether the rule reads visas that are held, and one of that country is recorded.
    fn is_in_hand(&self, now: &Now, rule: usize) -> bool {
        let program = self.program(now);
        let rule = &program.rules[rule];
        let mut atoms = rule.clauses.iter().flat_map(|own| own.holds.atoms());
        let reads = atoms.any(|id| *program.atoms[id.0 as usize].fact.0 == *VISAS);
        let Some(Recorded::List { records, .. }) = now.facts.get(VISAS, None) else {
            return false;
        };
        let issuer = rule.destination.map(Scalar::Country);
        reads
            && records
                .iter()
                .any(|visa| visa.get("issuer") == issuer.as_ref())
    }

    /// What the law would leave open after a journey, with that place's own rules under one name.
    fn ahead(&mut self, now: &Now, rule: usize, country: CountryCode) -> Rc<Vec<usize>> {
        let known = (rule, now.changed);
        if let Some(ahead) = self.known.ahead.get(&known) {
            return Rc::clone(ahead);
        }
        let there = Rc::new(self.after(now, rule, "granted"));
        let there = self.now(there, now.piece);
        let ahead = Rc::new(self.ahead_of(&there, country));
        self.known.ahead.insert(known, Rc::clone(&ahead));
        ahead
    }

    fn ahead_of(&self, there: &Now, country: CountryCode) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for &index in &there.reading.open {
            let (rule, kind) = (self.rule(index), self.book(index).kind);
            if !is_a_way(kind) {
                continue;
            }
            let own = rule.member.is_some() && rule.destination == Some(country);
            if kind == Kind::Asylum && !own && rule.member.is_some() {
                continue;
            }
            // A family is told by its book: which of its countries one stands in is no difference.
            found.push(match rule.member {
                Some(_) => self.clock.today().rules.len() + rule.book,
                None => index,
            });
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn enter(&mut self, key: &Key, now: &Now, members: Vec<usize>) -> Way {
        let rule = members[0];
        let there = Rc::new(self.after(now, rule, "granted"));
        let there = self.now(there, now.piece);
        let (before, after) = (ways_of(self, now), ways_of(self, &there));
        let went = Key {
            journeys: key.journeys + 1,
            refused_claim: None,
            ..key.clone()
        };
        let mut arrived = Key {
            here: self.rule(rule).destination,
            stay_over: false,
            came_to_leave: self.speaks_of_leaving(now, rule).then_some(rule),
            standing: Standing::OnTheWay,
            ..went.clone()
        };
        arrived.entered.push(rule);
        let well = self.node(arrived, Rc::clone(&there.facts));
        let turned_back = self.after(now, rule, "turned_back");
        let mut fates = self.journey(key, now, well, (went, Rc::new(turned_back)));
        let id = self.rule(rule).id.clone();
        self.judge_journey(&mut fates, &About::Entry(id));
        Way {
            burns: self.burns(now, rule, "turned_back"),
            in_hand: self.is_in_hand(now, rule),
            closes: before.difference(&after).copied().collect(),
            opens: after.difference(&before).copied().collect(),
            ..Way::new(Step::Enter(members), fates)
        }
    }
}

/// Every rule but entry and shields that is open in a situation.
fn ways_of(laying: &Laying<'_>, now: &Now) -> BTreeSet<usize> {
    let open = now.reading.open.iter().copied();
    open.filter(|rule| is_a_way(laying.book(*rule).kind))
        .collect()
}

/// Neither a journey nor a shield.
fn is_a_way(kind: Kind) -> bool {
    kind != Kind::Entry && !is_shield(kind)
}

/// What stops a return, or is done against a decision.
pub(super) fn is_shield(kind: Kind) -> bool {
    matches!(kind, Kind::Remedy | Kind::ProtectionFromReturn)
}
