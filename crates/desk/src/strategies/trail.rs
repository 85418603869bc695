//! What has happened on the way, as an address has it: `0.1-2.0` says that the first step was taken and
//! its second fate came, then the third step and its first fate.

use super::telling::Telling;
use crate::case::Case;
use crate::doors::doors_at;
use crate::speech::{Arg, say};
use crate::view::AfterView;
use routes::{
    Branch, Fate, Graph, Leg, Place, Preparation, Step, Strategies, Tolerance, Way, facts_along,
};
use std::collections::BTreeSet;
use std::fmt;

/// Steps and their fates, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail(Vec<(usize, usize)>);

impl Trail {
    /// From an address; nothing, where no such thing can happen.
    pub(super) fn read(typed: &str, graph: &Graph) -> Option<Trail> {
        let mut trail = Trail::default();
        let mut place = 0;
        for piece in typed.split('-').filter(|_| !typed.is_empty()) {
            let (way, fate) = piece.split_once('.')?;
            let (way, fate) = (index(way)?, index(fate)?);
            place = graph.nodes[place].ways.get(way)?.fates.get(fate)?.to;
            trail.0.push((way, fate));
        }
        Some(trail)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same, and then this.
    pub(super) fn and(&self, way: usize, fate: usize) -> Trail {
        let mut longer = self.clone();
        longer.0.push((way, fate));
        longer
    }

    /// Takes the last event away.
    pub(super) fn take_last(&mut self) -> Option<(usize, usize)> {
        self.0.pop()
    }

    /// Where it leads.
    pub(super) fn place(&self, graph: &Graph) -> Place {
        self.taken(graph).last().map_or(0, |(_, branch)| branch.to)
    }

    /// Each step with the fate that came.
    fn taken<'g>(&self, graph: &'g Graph) -> Vec<(&'g Way, &'g Branch)> {
        let mut place = 0;
        let mut taken = Vec::new();
        for (way, fate) in &self.0 {
            let way = &graph.nodes[place].ways[*way];
            let branch = &way.fates[*fate];
            place = branch.to;
            taken.push((way, branch));
        }
        taken
    }
}

/// Digits and nothing else, and few of them.
fn index(typed: &str) -> Option<usize> {
    let plain = typed.len() <= 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| typed.parse().ok()).flatten()
}

impl fmt::Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (way, fate)) in self.0.iter().enumerate() {
            let between = if index == 0 { "" } else { "-" };
            write!(f, "{between}{way}.{fate}")?;
        }
        Ok(())
    }
}

impl Telling<'_, '_> {
    /// What has happened, and which doors moved by it; nothing, while nothing has.
    pub(super) fn after(
        &self,
        case: &Case,
        found: &Strategies,
        tolerance: Tolerance,
    ) -> Option<AfterView> {
        if self.trail.is_empty() {
            return None;
        }
        let taken = self.trail.taken(self.graph);
        let node = &self.graph.nodes[self.trail.place(self.graph)];
        let library = self.reading.desk.library();
        let facts = facts_along(library, self.clock, &self.graph.nodes[0].facts, &taken);
        let spent: BTreeSet<usize> = taken.iter().flat_map(|(way, _)| asked_by(way)).collect();
        let head = self.reading.speech.say("after-doors");
        Some(AfterView {
            events: taken
                .iter()
                .map(|(way, branch)| self.event_on_its_day(way, branch))
                .collect(),
            stands: self.standing(node, None),
            planned: self.planned(found, tolerance),
            doors: doors_at(self.reading, case, &facts, head, &spent),
        })
    }

    /// What happened, and since when, where that is later than it might have been.
    fn event_on_its_day(&self, way: &Way, branch: &Branch) -> String {
        let event = self.event(way, branch);
        let late = way
            .answers()
            .first()
            .is_some_and(|first| *first < branch.piece);
        match late {
            true => {
                let day = self.first_day(branch.piece);
                say!(
                    self.reading.speech,
                    "after-late",
                    event = &event,
                    day = &day
                )
            }
            false => event,
        }
    }

    /// What happened, in one sentence.
    fn event(&self, way: &Way, branch: &Branch) -> String {
        let speech = self.reading.speech;
        let asked = || self.reading.link(asked_by(way)[0]).title;
        let place = |rules: &[usize]| self.countries(rules);
        let placed = |id: &str, place: String| speech.with(id, &[("where", Arg::from(&place))]);
        match (&way.step, branch.fate) {
            (Step::Prepare(Preparation::ChildProtection), _) => speech.say("after-heard"),
            (Step::Prepare(Preparation::Lawyer), _) => speech.say("after-lawyer-heard"),
            (Step::Prepare(Preparation::MoveInside), Fate::Well) => speech.say("after-out"),
            (Step::Prepare(Preparation::MoveInside), _) => speech.say("after-noticed"),
            (Step::Wait(_) | Step::AskAll(_) | Step::Ask(_), Fate::Returned) => {
                speech.say("after-found")
            }
            (Step::Wait(piece), _) => {
                say!(speech, "after-waited", day = &self.first_day(*piece))
            }
            (Step::AskAll(_) | Step::Ask(_), Fate::Well) => {
                // Several grants stand as one: what follows was worked out for the first.
                let by = branch.by.first().map(|rule| self.reading.link(*rule).title);
                say!(speech, "after-granted", by = &by.unwrap_or_default())
            }
            (Step::AskAll(rules), _) if rules.len() > 1 => {
                speech.count("after-all-refused", rules.len())
            }
            (Step::AskAll(_) | Step::Ask(_), _) => say!(speech, "after-refused", way = &asked()),
            (Step::Enter(rules), fate) => placed(journey(fate, branch.leg), place(&rules[..1])),
            (Step::TravelOn(rule), fate) => placed(journey(fate, branch.leg), place(&[*rule])),
            (Step::Claim(rule), fate) => placed(claim(fate), place(&[*rule])),
            (Step::Appeal(rule), Fate::Well) => {
                say!(speech, "after-appeal-won", where = &place(&[*rule]))
            }
            (Step::Appeal(rule), Fate::Badly) => {
                say!(speech, "after-appeal-lost", where = &place(&[*rule]))
            }
            (Step::Appeal(rule), Fate::Returned) => placed(claim(Fate::Returned), place(&[*rule])),
        }
    }
}

fn journey(fate: Fate, leg: Option<Leg>) -> &'static str {
    match (fate, leg) {
        (Fate::Well, _) => "after-arrived",
        (Fate::Badly, Some(Leg::Exit)) => "after-not-let-out",
        (Fate::Badly, Some(Leg::Boarding)) => "after-not-boarded",
        (Fate::Badly, _) => "after-turned-back",
        (Fate::Returned, _) => "after-handed-over",
    }
}

fn claim(fate: Fate) -> &'static str {
    match fate {
        Fate::Well => "after-recognised",
        Fate::Badly => "after-claim-refused",
        Fate::Returned => "after-claim-handed-over",
    }
}

/// The pathways that a step asks by.
fn asked_by(way: &Way) -> Vec<usize> {
    match &way.step {
        Step::AskAll(rules) => rules.clone(),
        Step::Ask(rule) | Step::Claim(rule) | Step::Appeal(rule) => vec![*rule],
        Step::Enter(_) | Step::TravelOn(_) | Step::Prepare(_) | Step::Wait(_) => Vec::new(),
    }
}
