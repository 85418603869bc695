//! A strategy in words: its title, its sign, its steps and fates, and how somebody then stands.

use super::first_way;
use super::trail::Trail;
use super::tree::Told;
use crate::day;
use crate::desk::Reading;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{LawLink, OtherStart, StrategyView};
use facts::{Date, Recorded, Scalar};
use routes::{
    Assumptions, Branch, Clock, Fate, Graph, Leg, Node, Odds, Piece, Plan, Preparation, Standing,
    Step, Strategies, Strategy, Way,
};
use std::collections::BTreeSet;
use std::rc::Rc;

pub(super) struct Telling<'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
    pub(super) graph: &'r Graph,
    pub(super) clock: &'r Clock<'r>,
    pub(super) hidden: bool,
    /// Rules of which facts still decide, as the person stands now.
    pub(super) undecided: BTreeSet<usize>,
    /// What was counted of claims.
    pub(super) odds: Odds,
    /// What is assumed.
    pub(super) assumed: Assumptions,
    /// What has happened before.
    pub(super) trail: &'r Trail,
}

impl Telling<'_, '_> {
    pub(super) fn strategy(&self, strategy: &Strategy, found: &Strategies) -> StrategyView {
        let way = first_way(self.graph, &strategy.plan);
        let first = found.all.first();
        let told = match first.is_some_and(|first| Rc::ptr_eq(&first.plan, &strategy.plan)) {
            true => Told::WHOLE,
            // A variant begins as the widest beside it, where each way is named.
            false if strategy.variant => Told::AGAIN,
            false => Told::BESIDE,
        };
        StrategyView {
            title: self.title_of(strategy),
            sign: self.sign(way),
            certain: self.certain(strategy, way, found),
            closes: way.map(|way| self.links(&way.closes)).unwrap_or_default(),
            opens: way.map(|way| self.links(&way.opens)).unwrap_or_default(),
            hundred: self.hundred(&strategy.plan),
            lines: self.plan_lines(&strategy.plan, self.trail.clone(), told),
        }
    }

    /// A plan by its next step.
    pub(super) fn title_of_plan(&self, plan: &Plan) -> String {
        self.title(first_way(self.graph, plan))
    }

    pub(super) fn links(&self, rules: &[usize]) -> Vec<LawLink> {
        self.marked(rules, false)
    }

    /// Pathways, the members of one family together; where it is asked for, those stand apart on
    /// which facts still decide.
    pub(super) fn marked(&self, rules: &[usize], mark: bool) -> Vec<LawLink> {
        let mut families: Vec<((usize, bool), Vec<usize>)> = Vec::new();
        for rule in rules {
            let undecided = mark && self.undecided.contains(rule);
            let family = (self.reading.program.rules[*rule].book, undecided);
            match families.iter_mut().find(|(other, _)| *other == family) {
                Some((_, members)) => members.push(*rule),
                None => families.push((family, vec![*rule])),
            }
        }
        let link = |((_, undecided), members): ((usize, bool), Vec<usize>)| LawLink {
            country: self.countries(&members),
            undecided,
            ..self.reading.link(members[0])
        };
        families.into_iter().map(link).collect()
    }

    pub(super) fn other(&self, strategy: &Strategy) -> OtherStart {
        let way = first_way(self.graph, &strategy.plan);
        OtherStart {
            first: strategy.plan.way.unwrap_or_default(),
            after: self.trail.to_string(),
            title: self.title_of(strategy),
            sign: self.sign(way),
        }
    }

    fn sign(&self, way: Option<&Way>) -> Signed {
        let speech = self.reading.speech;
        match way {
            None => Signed::saying(Sign::Nothing, speech.say("route-waits")),
            Some(way) if way.exposes => {
                Signed::saying(Sign::Closed, speech.say("route-not-advised"))
            }
            Some(way) => match way.step {
                Step::Enter(_) | Step::TravelOn(_) => {
                    Signed::saying(Sign::Reserved, speech.say("route-leaves"))
                }
                Step::Wait(_) => Signed::saying(Sign::Nothing, speech.say("route-waits")),
                _ => Signed::saying(Sign::MayAsk, speech.say("route-asks")),
            },
        }
    }

    fn title_of(&self, strategy: &Strategy) -> String {
        let title = self.title(first_way(self.graph, &strategy.plan));
        match strategy.variant {
            true => say!(self.reading.speech, "route-variant", title = &title),
            false => title,
        }
    }

    fn title(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        match way.map(|way| &way.step) {
            None => speech.say("route-stay"),
            Some(Step::AskAll(_)) if self.hidden => speech.say("route-ask-from-hiding"),
            Some(Step::AskAll(_)) => speech.say("route-ask-from-here"),
            Some(Step::Claim(_) | Step::Appeal(_)) => speech.say("route-claim-here"),
            Some(Step::Prepare(Preparation::ChildProtection)) => speech.say("route-first-child"),
            Some(Step::Prepare(Preparation::Lawyer)) => speech.say("route-first-lawyer"),
            Some(Step::Prepare(Preparation::MoveInside)) => speech.say("route-first-move"),
            Some(Step::Wait(piece)) => {
                say!(speech, "route-wait-until", day = &self.first_day(*piece))
            }
            Some(Step::Enter(rules)) if way.is_some_and(|way| way.in_hand) => {
                say!(speech, "route-paper-in-hand", where = &self.countries(rules))
            }
            Some(Step::Ask(rule)) => say!(
                speech,
                "route-ask-one",
                way = &self.reading.link(*rule).title
            ),
            Some(Step::Enter(rules)) => {
                say!(speech, "route-leave-first", where = &self.countries(rules))
            }
            Some(Step::TravelOn(rule)) => {
                say!(speech, "route-paper-granted", where = &self.countries(&[*rule]))
            }
        }
    }

    /// The countries to which rules lead, the first few by name.
    pub(super) fn countries(&self, rules: &[usize]) -> String {
        self.reading.countries(rules)
    }

    /// How a person stands in a situation; by the place's name, where several stand for one.
    pub(super) fn standing(&self, node: &Node, there: Option<String>) -> Signed {
        let speech = self.reading.speech;
        let named = || node.here.map(|code| self.reading.country(code));
        let here = there.or_else(named).unwrap_or_default();
        match node.standing {
            Standing::Safe => {
                Signed::saying(Sign::Open, say!(speech, "route-end-safe", country = &here))
            }
            Standing::OutOfReach => Signed::saying(
                Sign::NoObstacle,
                say!(speech, "route-end-out-of-reach", country = &here),
            ),
            Standing::Returned => Signed::saying(Sign::Closed, speech.say("route-end-returned")),
            Standing::OnTheWay if is_irregular(node) => Signed::saying(
                Sign::Reserved,
                say!(speech, "route-end-irregular", country = &here),
            ),
            Standing::OnTheWay => Signed::saying(
                Sign::Undecided,
                say!(speech, "route-end-waits", country = &here),
            ),
        }
    }

    pub(super) fn step(&self, way: &Way, there: Option<&str>) -> (String, Vec<usize>) {
        let speech = self.reading.speech;
        let place = |rule: &usize| there.map_or_else(|| self.countries(&[*rule]), str::to_owned);
        match &way.step {
            Step::AskAll(rules) => (
                speech.count("route-step-ask-all", rules.len()),
                rules.clone(),
            ),
            Step::Ask(rule) => (speech.say("route-step-ask"), vec![*rule]),
            Step::Enter(rules) => (
                say!(speech, "route-step-enter", where = &self.countries(rules)),
                Vec::new(),
            ),
            Step::TravelOn(rule) => (
                say!(speech, "route-step-travel", where = &place(rule)),
                Vec::new(),
            ),
            Step::Claim(rule) => (
                say!(speech, "route-step-claim", where = &place(rule)),
                Vec::new(),
            ),
            Step::Appeal(rule) => (speech.say("route-step-appeal"), vec![*rule]),
            Step::Prepare(one) => (speech.say(prepare(*one)), Vec::new()),
            Step::Wait(piece) => (
                say!(speech, "route-step-wait", day = &self.first_day(*piece)),
                Vec::new(),
            ),
        }
    }

    /// The day of which the law is told.
    pub(super) fn today(&self) -> Date {
        self.reading.on
    }

    /// The first day of a piece of time, in words.
    pub(super) fn first_day(&self, piece: Piece) -> String {
        day::in_words(self.graph.days[piece], self.reading.speech)
    }

    /// After which fate of a step, in words. What comes later than it might says since when.
    pub(super) fn when(&self, way: &Way, branch: &Branch) -> String {
        let speech = self.reading.speech;
        let journey = matches!(way.step, Step::Enter(_) | Step::TravelOn(_));
        if way
            .answers()
            .first()
            .is_some_and(|first| *first < branch.piece)
        {
            return self.when_late(way, branch);
        }
        if let Step::Wait(_) = way.step {
            return speech.say(match branch.fate {
                Fate::Returned => "route-if-found-waiting",
                Fate::Well | Fate::Badly => "route-if-waited",
            });
        }
        if let Step::Prepare(one) = way.step {
            return speech.say(match (one, branch.fate) {
                (Preparation::ChildProtection, _) => "route-if-heard",
                (Preparation::Lawyer, _) => "route-if-lawyer-heard",
                (Preparation::MoveInside, Fate::Well) => "route-if-out",
                (Preparation::MoveInside, _) => "route-if-noticed",
            });
        }
        match (branch.fate, journey) {
            (Fate::Well, true) => speech.say("route-if-arrived"),
            (Fate::Badly, true) => speech.say(match branch.leg {
                Some(Leg::Exit) => "route-if-not-let-out",
                Some(Leg::Boarding) => "route-if-not-boarded",
                Some(Leg::Admission) | None => "route-if-turned-back",
            }),
            (Fate::Returned, _) if is_asked(way) => speech.say("route-if-found"),
            (Fate::Returned, _) => speech.say("route-if-handed-over"),
            (Fate::Well, false) if branch.by.is_empty() => speech.say("route-if-recognised"),
            (Fate::Well, false) => {
                say!(speech, "route-if-granted", by = &self.countries(&branch.by))
            }
            (Fate::Badly, false) if way.within_stay => speech.say("route-if-no-answer"),
            (Fate::Badly, false) => speech.say("route-if-refused"),
        }
    }

    /// The same, where an answer comes only in a later piece of time.
    fn when_late(&self, way: &Way, branch: &Branch) -> String {
        let speech = self.reading.speech;
        let day = self.first_day(branch.piece);
        match branch.fate {
            Fate::Well => {
                let by = self.countries(&branch.by);
                say!(speech, "route-if-granted-late", by = &by, day = &day)
            }
            Fate::Badly if way.within_stay => say!(speech, "route-if-no-answer-late", day = &day),
            Fate::Badly | Fate::Returned => say!(speech, "route-if-refused-late", day = &day),
        }
    }

    /// What the routes do not know, and what was left out.
    pub(super) fn limits(&self, found: &Strategies) -> Vec<String> {
        let speech = self.reading.speech;
        let mut limits = vec![
            speech.count("route-limit-situations", self.graph.nodes.len()),
            speech.count("route-limit-front", found.front),
            speech.count("route-limit-days", self.graph.days.len() - 1),
        ];
        let bit = self.graph.bit;
        for (bit, id) in [
            (bit.attempts, "route-limit-attempts"),
            (bit.journeys, "route-limit-journeys"),
            (bit.pieces, "route-limit-pieces"),
        ] {
            limits.extend(bit.then(|| speech.say(id)));
        }
        if found.dropped > 0 {
            limits.push(speech.count("route-limit-dropped", found.dropped));
        }
        if found.cut {
            limits.push(speech.say("route-limit-bit"));
        }
        if !self.graph.not_entered.is_empty() {
            limits.push(speech.count("route-not-entered", self.graph.not_entered.len()));
        }
        if !self.graph.untrue.is_empty() {
            limits.push(speech.count("route-untrue", self.graph.untrue.len()));
        }
        limits
    }
}

/// Whether the person has no right to be where they are.
fn is_irregular(node: &Node) -> bool {
    let irregular = Scalar::Text("irregular".into());
    let standing = node.facts.get("standing", None);
    standing.and_then(Recorded::value) == Some(&irregular)
}

/// Whether a step asks from where one is: its answer is waited for.
fn is_asked(way: &Way) -> bool {
    matches!(way.step, Step::AskAll(_) | Step::Ask(_))
}

/// What a step says that no book holds.
fn prepare(one: Preparation) -> &'static str {
    match one {
        Preparation::ChildProtection => "route-prepare-child",
        Preparation::Lawyer => "route-prepare-lawyer",
        Preparation::MoveInside => "route-prepare-move",
    }
}
