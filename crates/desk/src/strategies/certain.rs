//! What is certain of a strategy, and how it stands to the others.

use super::first_way;
use super::missing::Asked;
use super::prospects::of_a_hundred;
use super::telling::Telling;
use routes::{Step, Strategies, Strategy, Way};
use std::rc::Rc;

impl Telling<'_, '_> {
    /// What is certain of a strategy; of its chances nothing is.
    pub(super) fn certain(
        &self,
        strategy: &Strategy,
        way: Option<&Way>,
        found: &Strategies,
    ) -> Vec<String> {
        let speech = self.reading.speech;
        let worth = &strategy.plan.worth;
        let Some(way) = way else {
            return vec![speech.say("route-certain-wait")];
        };
        let mut certain = Vec::new();
        let known = self.prospect(&strategy.plan);
        if worth.returned > 0 {
            certain.push(match known.and_then(|known| of_a_hundred(known.returned)) {
                None => speech.say("route-certain-return"),
                Some(ends) => self.between("route-certain-return-of-100", ends),
            });
        }
        if worth.exposes {
            certain.push(speech.say("route-certain-exposes"));
        }
        certain.extend(self.of_the_first_step(strategy, way));
        if let Step::AskAll(rules) = &way.step {
            certain.extend(self.of_what_is_asked(strategy, rules, found));
        }
        certain.extend(self.who_learns_what(way));
        certain.push(speech.count("route-certain-refusals", worth.refusals as usize));
        certain.push(match known.and_then(|known| of_a_hundred(known.safe)) {
            None => speech.say("route-certain-nobody-knows"),
            Some(ends) => self.between("route-certain-safe-of-100", ends),
        });
        if strategy.variant {
            certain.extend(self.beside_the_widest(strategy, found));
        }
        let alike = alike(strategy, found);
        certain.extend((alike > 0).then(|| speech.count("route-certain-alike", alike)));
        certain.extend(self.why(strategy, way, found));
        certain
    }

    /// What leaving closes and opens, or how many chances asking keeps.
    fn of_the_first_step(&self, strategy: &Strategy, way: &Way) -> Vec<String> {
        let speech = self.reading.speech;
        match (strategy.independent, &way.step) {
            (_, Step::Enter(_)) => vec![
                speech.count("route-certain-closes", way.closes.len()),
                speech.count("route-certain-opens", way.opens.len()),
            ],
            (0, _) => Vec::new(),
            (independent, _) => vec![speech.count("route-certain-independent", independent)],
        }
    }

    /// What is missing for the ways that may be asked, and what a missing answer would change.
    fn of_what_is_asked(
        &self,
        strategy: &Strategy,
        rules: &[usize],
        found: &Strategies,
    ) -> Vec<String> {
        let speech = self.reading.speech;
        let open = rules.iter().filter(|rule| self.undecided.contains(rule));
        let open = open.count();
        let mut told = Vec::new();
        told.extend((open > 0).then(|| speech.count("route-certain-undecided", open)));
        let asked = Asked::of(self, strategy.plan.place, rules);
        told.extend(asked.matters_most());
        // What stands first is the advice; something that leaves has to stand behind it.
        let first = found.all.first();
        let first = first.is_some_and(|one| Rc::ptr_eq(&one.plan, &strategy.plan));
        let leaves = |one: &Strategy| {
            let way = first_way(self.graph, &one.plan);
            way.is_some_and(|way| matches!(way.step, Step::Enter(_)))
        };
        if first && found.all.iter().any(leaves) {
            told.push(asked.reversal());
        }
        told
    }

    /// What a plan gains and gives up beside the widest one that begins alike.
    fn beside_the_widest(&self, strategy: &Strategy, found: &Strategies) -> Vec<String> {
        let begins_alike =
            |other: &&Strategy| other.plan.way == strategy.plan.way && !other.variant;
        let Some(widest) = found.all.iter().find(begins_alike) else {
            return Vec::new();
        };
        let (own, other) = (&strategy.plan.worth, &widest.plan.worth);
        let speech = self.reading.speech;
        let fewer = |id: &str, own: u32, other: u32| {
            let (n, other_n) = (own as usize, other.to_string());
            let told = || speech.with(id, &[("n", n.into()), ("other", (&other_n).into())]);
            (own < other).then(told)
        };
        let in_fewer = |id: &str, own: usize, other: usize| (own < other).then(|| speech.say(id));
        let told = [
            in_fewer("route-variant-returned", own.returned, other.returned),
            fewer("route-variant-dangers", own.dangers, other.dangers),
            fewer("route-variant-refusals", own.refusals, other.refusals),
            in_fewer("route-variant-narrower", own.width(), other.width()),
        ];
        told.into_iter().flatten().collect()
    }

    /// Why it stands before leaving, or behind asking.
    fn why(&self, strategy: &Strategy, way: &Way, found: &Strategies) -> Option<String> {
        let speech = self.reading.speech;
        let asks = found.all.iter().find(|other| {
            matches!(
                first_way(self.graph, &other.plan).map(|way| &way.step),
                Some(Step::AskAll(_))
            )
        })?;
        match way.step {
            Step::AskAll(_) => Some(speech.count("route-why-ask", strategy.independent)),
            Step::Enter(_) => Some(speech.count("route-why-leave", asks.independent)),
            _ => None,
        }
    }
}

/// How many plans with another first step are worth no less and no more.
fn alike(strategy: &Strategy, found: &Strategies) -> usize {
    let own = &strategy.plan.worth;
    let alike = |other: &&Strategy| {
        let worth = &other.plan.worth;
        other.plan.way != strategy.plan.way && worth.at_least(own) && own.at_least(worth)
    };
    found.all.iter().filter(alike).count()
}
