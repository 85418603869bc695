//! The chances of a step, from what was counted and what somebody judged. Where nobody did either,
//! nothing is known.

use super::laying::Laying;
use super::{Branch, Fate, Leg, Step, Way};
use crate::chance::{Chance, WHOLE};
use crate::judgement::{About, Event};
use facts::CountryCode;
use law::Program;

/// What is judged of a journey.
const OF_A_JOURNEY: [Event; 4] = [
    Event::LetOut,
    Event::Boarded,
    Event::Admitted,
    Event::HandedOver,
];

/// What is judged of a journey, and of a claim where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct JudgedThere {
    journey: [Option<Chance>; 4],
    claim: [Option<Chance>; 2],
}

impl Way {
    /// Of what judgements may speak that bear on this step, for each of its rules.
    pub fn may_be_judged(&self, program: &Program) -> Vec<(About, Event)> {
        let id = |rule: &usize| program.rules[*rule].id.clone();
        let of_journey = |about: About| OF_A_JOURNEY.map(|event| (about.clone(), event));
        match &self.step {
            Step::Prepare(_) | Step::Wait(_) => Vec::new(),
            Step::AskAll(rules) => {
                let grant = |rule| (About::Grant(id(rule)), Event::Granted);
                rules.iter().map(grant).collect()
            }
            Step::Ask(rule) | Step::Appeal(rule) => vec![(About::Grant(id(rule)), Event::Granted)],
            Step::Claim(rule) => {
                let country = program.rules[*rule].destination.map(About::Claim);
                let events = [Event::Granted, Event::HandedOver];
                let claim = country.into_iter();
                claim
                    .flat_map(|about| events.map(|event| (about.clone(), event)))
                    .collect()
            }
            Step::Enter(rules) => {
                let rules = rules.iter();
                rules
                    .flat_map(|rule| of_journey(About::Entry(id(rule))))
                    .collect()
            }
            Step::TravelOn(rule) => of_journey(About::Paper(id(rule))).into(),
        }
    }
}

impl Laying<'_> {
    fn judged(&self, about: &About, event: Event) -> Option<Chance> {
        let judgements = &self.supposed.judgements;
        judgements.chance(about, event, self.clock.day(0), self.assumed)
    }

    fn is_judged(&self) -> bool {
        self.assumed.judgements && !self.supposed.judgements.is_empty()
    }

    /// What is judged of a journey by a rule, or on its paper, and of a claim where it leads: only what is
    /// judged alike may stand as one.
    pub(super) fn judged_there(&self, journey: fn(String) -> About, rule: usize) -> JudgedThere {
        if !self.is_judged() {
            return JudgedThere::default();
        }
        let about = journey(self.rule(rule).id.clone());
        let claim = self.rule(rule).destination.map(About::Claim);
        let of_claim = |event| self.judged(claim.as_ref()?, event);
        JudgedThere {
            journey: OF_A_JOURNEY.map(|event| self.judged(&about, event)),
            claim: [Event::Granted, Event::HandedOver].map(of_claim),
        }
    }

    /// Asking by several rules at once: which of their papers comes first, and that none does. Whether
    /// one refusal makes another likelier nobody knows: these bounds hold however they hang together.
    /// Where the answer may also come in another piece of time, or never, since the person is found
    /// before it, only what they are at most is known.
    pub(super) fn judge_grants(&self, fates: &mut [Branch], within_stay: bool, at_most: bool) {
        if !self.is_judged() {
            return;
        }
        let (mut least, mut most) = (0, 0);
        for branch in fates.iter_mut() {
            let of_rule = |rule: &usize| {
                let about = About::Grant(self.rule(*rule).id.clone());
                self.judged(&about, Event::Granted)
                    .unwrap_or(Chance::UNKNOWN)
            };
            let chances: Vec<Chance> = branch.by.iter().map(of_rule).collect();
            let (some, all) = any_of(&chances);
            let (lo, hi) = match branch.fate {
                // Only where none of the better ones comes.
                Fate::Well => (some.saturating_sub(most), all.min(WHOLE - least)),
                Fate::Badly | Fate::Returned => (WHOLE - most, WHOLE - least),
            };
            least = least.max(some);
            most = (most + all).min(WHOLE);
            // An answer may come too late; then it is as if it had been no.
            branch.chance = match (branch.fate, within_stay) {
                (Fate::Well, true) => between(0, hi),
                (Fate::Badly | Fate::Returned, true) => between(lo, WHOLE),
                (_, false) => between(lo, hi),
            };
            if at_most {
                branch.chance = between(0, branch.chance.hi());
            }
        }
        settle(fates);
    }

    /// A claim: what was counted in the country, and beside it what is judged, never narrower.
    pub(super) fn judge_claim(&self, fates: &mut [Branch], here: Option<CountryCode>) {
        let counted = here.and_then(|country| self.odds.of_claims(country));
        let counted = counted.map(|count| count.chance);
        let judged = |event| self.judged(&About::Claim(here?), event);
        let granted = counted.into_iter().chain(judged(Event::Granted));
        let granted = granted.reduce(Chance::hull).unwrap_or(Chance::UNKNOWN);
        let returned = judged(Event::HandedOver).unwrap_or(Chance::UNKNOWN);
        for branch in fates.iter_mut() {
            branch.chance = match branch.fate {
                Fate::Well => granted,
                Fate::Badly => Chance::UNKNOWN,
                Fate::Returned => returned,
            };
        }
        settle(fates);
    }

    /// An appeal, judged by its own rule.
    pub(super) fn judge_appeal(&self, fates: &mut [Branch], rule: usize) {
        if self.is_judged() {
            let about = About::Grant(self.rule(rule).id.clone());
            let won = self.judged(&about, Event::Granted);
            fates[0].chance = won.unwrap_or(Chance::UNKNOWN);
        }
    }

    /// A journey, leg by leg: whoever comes to a leg passes it, is stopped there, or is handed over.
    pub(super) fn judge_journey(&self, fates: &mut [Branch], about: &About) {
        if !self.is_judged() {
            return;
        }
        let mut so_far = Chance::CERTAIN;
        for branch in fates.iter_mut() {
            let Some(leg) = branch.leg else { continue };
            let passes = self.judged(about, passing(leg)).unwrap_or(Chance::UNKNOWN);
            branch.chance = between(0, part(so_far.hi(), WHOLE - passes.lo(), Round::Up));
            so_far = between(
                part(so_far.lo(), passes.lo(), Round::Down),
                part(so_far.hi(), passes.hi(), Round::Up),
            );
        }
        let returned = self.judged(about, Event::HandedOver);
        for branch in fates.iter_mut() {
            match branch.fate {
                Fate::Well => branch.chance = so_far,
                Fate::Returned => {
                    branch.chance = returned.unwrap_or(between(0, WHOLE - so_far.lo()));
                }
                Fate::Badly => {}
            }
        }
        settle(fates);
    }
}

/// The event that is to pass a leg.
fn passing(leg: Leg) -> Event {
    match leg {
        Leg::Exit => Event::LetOut,
        Leg::Boarding => Event::Boarded,
        Leg::Admission => Event::Admitted,
    }
}

/// The chance that any of some comes, at least and at most, however they hang together.
fn any_of(chances: &[Chance]) -> (u32, u32) {
    let least = chances.iter().map(|one| one.lo()).max();
    let most: u64 = chances.iter().map(|one| u64::from(one.hi())).sum();
    let most = u32::try_from(most).unwrap_or(WHOLE).min(WHOLE);
    (least.unwrap_or_default(), most)
}

/// Which way what is less than a millionth goes.
#[derive(Clone, Copy)]
enum Round {
    Down,
    Up,
}

/// The part of a part, in millionths.
fn part(of: u32, chance: u32, round: Round) -> u32 {
    let (product, whole) = (u64::from(of) * u64::from(chance), u64::from(WHOLE));
    let part = match round {
        Round::Down => product / whole,
        Round::Up => product.div_ceil(whole),
    };
    u32::try_from(part).unwrap_or(WHOLE)
}

fn between(lo: u32, hi: u32) -> Chance {
    Chance::between(lo, hi).unwrap_or(Chance::UNKNOWN)
}

/// Where all that was said cannot be so together, nothing is known.
fn settle(fates: &mut [Branch]) {
    let sum = |end: fn(Chance) -> u32| -> u64 {
        fates
            .iter()
            .map(|branch| u64::from(end(branch.chance)))
            .sum()
    };
    let whole = u64::from(WHOLE);
    if sum(Chance::lo) > whole || sum(Chance::hi) < whole {
        fates
            .iter_mut()
            .for_each(|branch| branch.chance = Chance::UNKNOWN);
    }
}
