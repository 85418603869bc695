//! A strategy in words: what is certain of it, and its plan as a tree in lines.

use super::first_way;
use super::missing::Asked;
use super::trail::Trail;
use crate::desk::Reading;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{
    AlikeFate, CompareCell, CompareRow, LawLink, OtherStart, StepLine, StrategyView,
};
use facts::{Recorded, Scalar, Truth};
use law::Cost;
use routes::{
    Branch, Fate, Graph, Leg, Node, Odds, Plan, Preparation, Standing, Step, Strategies, Strategy,
    Way,
};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What is compared, in the order of the rows.
const COMPARED: [&str; 9] = [
    "routes-compare-return",
    "routes-compare-dangers",
    "routes-compare-reach",
    "routes-compare-learns",
    "routes-compare-relatives",
    "routes-compare-independent",
    "routes-compare-closes",
    "routes-compare-opens",
    "routes-compare-refusals",
];

pub(super) struct Telling<'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
    pub(super) graph: &'r Graph,
    pub(super) hidden: bool,
    /// Rules of which facts still decide, as the person stands now.
    pub(super) undecided: BTreeSet<usize>,
    /// What was counted of claims.
    pub(super) odds: Odds,
    /// What has happened before.
    pub(super) trail: &'r Trail,
}

/// How a plan is told at once; what follows is shown where somebody chooses what happens.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// How deep.
    deepest: usize,
    /// Whether the ways of its first step are named one by one; otherwise by where they lead.
    one_by_one: bool,
}

impl Told {
    /// What stands first.
    const WHOLE: Told = Told {
        deepest: 3,
        one_by_one: true,
    };
    /// What stands beside it.
    const BESIDE: Told = Told {
        deepest: 2,
        one_by_one: true,
    };
    /// What begins as another that is told.
    pub(super) const AGAIN: Told = Told {
        deepest: 2,
        one_by_one: false,
    };
}

/// How a plan comes to a situation.
struct Coming {
    /// After which fate, in words; empty at the beginning.
    when: String,
    /// Where the person then is, or may be by one of several papers.
    there: Option<String>,
    /// What has happened until then.
    trail: Trail,
    told: Told,
}

/// So many ways are named one by one wherever they are asked.
const FEW_WAYS: usize = 3;

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
            lines: self.plan_lines(&strategy.plan, self.trail.clone(), told),
        }
    }

    /// A plan as lines, from where what has happened leads.
    pub(super) fn plan_lines(&self, plan: &Plan, trail: Trail, told: Told) -> Vec<StepLine> {
        let mut lines = Vec::new();
        let start = Coming {
            when: String::new(),
            there: None,
            trail,
            told,
        };
        self.lines(plan, 0, start, &mut lines);
        tell_once(&mut lines);
        lines
    }

    /// A plan by its next step.
    pub(super) fn title_of_plan(&self, plan: &Plan) -> String {
        self.title(first_way(self.graph, plan))
    }

    /// The strategies side by side; return first.
    pub(super) fn compared(&self, shown: &[&Strategy]) -> Vec<CompareRow> {
        let figures: Vec<[String; 9]> = shown.iter().map(|one| self.figures(one)).collect();
        COMPARED
            .iter()
            .enumerate()
            .map(|(row, id)| CompareRow {
                what: self.reading.speech.say(id),
                cells: figures
                    .iter()
                    .map(|cells| CompareCell {
                        text: cells[row].clone(),
                        changed: false,
                    })
                    .collect(),
            })
            .collect()
    }

    fn figures(&self, strategy: &Strategy) -> [String; 9] {
        let way = first_way(self.graph, &strategy.plan);
        let worth = &strategy.plan.worth;
        let leaves = way.filter(|way| matches!(way.step, Step::Enter(_)));
        let counted = |rules: Option<usize>| rules.map_or("–".to_owned(), |n| n.to_string());
        let returned = match way {
            // Hiding has a danger of its own.
            None => "routes-nobody-knows",
            Some(_) if worth.returned > 0 => "routes-yes",
            Some(_) => "routes-no",
        };
        [
            self.reading.speech.say(returned),
            worth.dangers.to_string(),
            self.out_of_reach(way),
            self.who_learns(way),
            self.relatives(way),
            strategy.independent.to_string(),
            counted(leaves.map(|way| way.closes.len())),
            counted(leaves.map(|way| way.opens.len())),
            worth.refusals.to_string(),
        ]
    }

    fn links(&self, rules: &[usize]) -> Vec<LawLink> {
        self.marked(rules, false)
    }

    /// Pathways, the members of one family together; where it is asked for, those stand apart on
    /// which facts still decide.
    fn marked(&self, rules: &[usize], mark: bool) -> Vec<LawLink> {
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
            Some(Step::Prepare(Preparation::MoveInside)) => speech.say("route-first-move"),
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

    /// What is certain of a strategy; of its chances nothing is.
    fn certain(&self, strategy: &Strategy, way: Option<&Way>, found: &Strategies) -> Vec<String> {
        let speech = self.reading.speech;
        let worth = &strategy.plan.worth;
        let Some(way) = way else {
            return vec![speech.say("route-certain-wait")];
        };
        let mut certain = Vec::new();
        if worth.returned > 0 {
            certain.push(speech.say("route-certain-return"));
        }
        if worth.exposes {
            certain.push(speech.say("route-certain-exposes"));
        }
        match (strategy.independent, &way.step) {
            (_, Step::Enter(_)) => {
                certain.push(speech.count("route-certain-closes", way.closes.len()));
                certain.push(speech.count("route-certain-opens", way.opens.len()));
            }
            (0, _) => {}
            (independent, _) => {
                certain.push(speech.count("route-certain-independent", independent))
            }
        }
        if let Step::AskAll(rules) = &way.step {
            let open = rules
                .iter()
                .filter(|rule| self.undecided.contains(rule))
                .count();
            certain.extend((open > 0).then(|| speech.count("route-certain-undecided", open)));
            let asked = Asked::of(self, strategy.plan.place, rules);
            certain.extend(asked.matters_most());
            // What stands first is the advice; something that leaves has to stand behind it.
            let first = found
                .all
                .first()
                .is_some_and(|one| Rc::ptr_eq(&one.plan, &strategy.plan));
            let leaves = |one: &Strategy| {
                first_way(self.graph, &one.plan)
                    .is_some_and(|way| matches!(way.step, Step::Enter(_)))
            };
            if first && found.all.iter().any(leaves) {
                certain.push(asked.reversal());
            }
        }
        certain.extend(self.who_learns_what(way));
        certain.push(speech.count("route-certain-refusals", worth.refusals as usize));
        certain.push(speech.say("route-certain-nobody-knows"));
        if strategy.variant {
            certain.extend(self.beside_the_widest(strategy, found));
        }
        let alike = |other: &&Strategy| {
            let worth = &other.plan.worth;
            other.plan.way != strategy.plan.way
                && worth.at_least(&strategy.plan.worth)
                && strategy.plan.worth.at_least(worth)
        };
        let alike = found.all.iter().filter(alike).count();
        certain.extend((alike > 0).then(|| speech.count("route-certain-alike", alike)));
        if let Some(why) = self.why(strategy, way, found) {
            certain.push(why);
        }
        certain
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
        let (dangers, refusals) = (other.dangers.to_string(), other.refusals.to_string());
        let told = [
            (
                own.returned < other.returned,
                speech.say("route-variant-returned"),
            ),
            (
                own.dangers < other.dangers,
                say!(
                    speech,
                    "route-variant-dangers",
                    n = own.dangers as usize,
                    other = &dangers
                ),
            ),
            (
                own.refusals < other.refusals,
                say!(
                    speech,
                    "route-variant-refusals",
                    n = own.refusals as usize,
                    other = &refusals
                ),
            ),
            (
                own.width() < other.width(),
                speech.say("route-variant-narrower"),
            ),
        ];
        told.into_iter()
            .filter(|(so, _)| *so)
            .map(|(_, text)| text)
            .collect()
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

    /// A plan as lines: the step, and under it what follows each of its fates, down to the deepest.
    fn lines(&self, plan: &Plan, depth: usize, coming: Coming, lines: &mut Vec<StepLine>) {
        let (Some(way), Some(taken)) = (first_way(self.graph, plan), plan.way) else {
            lines.push(self.end(plan, depth, coming));
            return;
        };
        let (mut what, mut by) = self.step(way, coming.there.as_deref());
        let costs = self.costs(&by);
        if by.len() > FEW_WAYS && !coming.told.one_by_one {
            what = format!("{what} {}", self.countries(&by));
            by.clear();
        }
        lines.push(StepLine {
            depth,
            when: coming.when,
            what,
            by: self.marked(&by, depth == 0),
            notes: self.notes(way),
            deadlines: self.deadlines(&self.graph.nodes[plan.place], way),
            counted: self.counted(way),
            costs,
            goes_on: depth == coming.told.deepest,
            after: coming.trail.to_string(),
            end: None,
            alike: Vec::new(),
        });
        if depth == coming.told.deepest {
            return;
        }
        for (fate, (branch, then)) in way.fates.iter().zip(&plan.then).enumerate() {
            let next = Coming {
                when: self.when(way, branch),
                there: self.there(way, branch, coming.there.as_deref()),
                trail: coming.trail.and(taken, fate),
                told: Told {
                    one_by_one: false,
                    ..coming.told
                },
            };
            self.lines(then, depth + 1, next, lines);
            join_alike(lines);
        }
    }

    /// What asking by these costs, as far as a book says; members of one family cost the same.
    fn costs(&self, rules: &[usize]) -> Vec<String> {
        let reading = self.reading;
        let of = |rule: &usize| reading.program.rules[*rule].book;
        let books: BTreeSet<usize> = rules.iter().map(of).collect();
        let mut costs = Vec::new();
        for book in books {
            let book = &reading.desk.library().pathways[book];
            let due = |cost: &&Cost| cost.window.covers(reading.program.day) == Truth::True;
            for cost in book.costs.iter().filter(due) {
                costs.push(say!(
                    reading.speech,
                    "route-costs",
                    amount = &cost.amount.to_string(),
                    currency = &cost.currency,
                    what = reading.lang.of(&cost.what),
                    way = reading.lang.of(&book.title),
                    cite = &cost.window.citation.cite
                ));
            }
        }
        costs
    }

    /// What to know before a step.
    fn notes(&self, way: &Way) -> Vec<String> {
        let speech = self.reading.speech;
        let mut notes = Vec::new();
        if !way.burns.is_empty() {
            let closed = self.links(&way.burns).into_iter();
            let closed: Vec<String> = closed.map(|link| link.title).collect();
            notes.push(say!(
                speech,
                "route-refusal-closes",
                what = &closed.join("; ")
            ));
        }
        if way.exposes {
            notes.push(speech.say("route-certain-exposes"));
        }
        notes
    }

    /// Where a fate leaves the person, where several places stand for one.
    fn there(&self, way: &Way, branch: &Branch, before: Option<&str>) -> Option<String> {
        match (&way.step, branch.fate) {
            (Step::AskAll(_) | Step::Ask(_), Fate::Well) => Some(self.countries(&branch.by)),
            (Step::Enter(rules), Fate::Well) => Some(self.countries(rules)),
            (Step::Prepare(_), _) => None,
            // On a paper the places are those of the paper; stopped, the person is where they were.
            (Step::TravelOn(_), Fate::Well) | (Step::Claim(_) | Step::Appeal(_), _) => {
                before.map(str::to_owned)
            }
            (Step::AskAll(_) | Step::Ask(_), _) => before.map(str::to_owned),
            _ => None,
        }
    }

    fn end(&self, plan: &Plan, depth: usize, coming: Coming) -> StepLine {
        let node = &self.graph.nodes[plan.place];
        StepLine {
            depth,
            when: coming.when,
            what: String::new(),
            by: Vec::new(),
            notes: Vec::new(),
            deadlines: Vec::new(),
            counted: None,
            costs: Vec::new(),
            goes_on: false,
            after: coming.trail.to_string(),
            end: Some(self.standing(node, coming.there)),
            alike: Vec::new(),
        }
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

    fn step(&self, way: &Way, there: Option<&str>) -> (String, Vec<usize>) {
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
        }
    }

    fn when(&self, way: &Way, branch: &Branch) -> String {
        let speech = self.reading.speech;
        let journey = matches!(way.step, Step::Enter(_) | Step::TravelOn(_));
        if let Step::Prepare(one) = way.step {
            return speech.say(match (one, branch.fate) {
                (Preparation::ChildProtection, _) => "route-if-heard",
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
            (Fate::Returned, _) => speech.say("route-if-handed-over"),
            (Fate::Well, false) if branch.by.is_empty() => speech.say("route-if-recognised"),
            (Fate::Well, false) => {
                say!(speech, "route-if-granted", by = &self.countries(&branch.by))
            }
            (Fate::Badly, false) if way.within_stay => speech.say("route-if-no-answer"),
            (Fate::Badly, false) => speech.say("route-if-refused"),
        }
    }

    /// What the routes do not know, and what was left out.
    pub(super) fn limits(&self, found: &Strategies) -> Vec<String> {
        let speech = self.reading.speech;
        let mut limits = vec![
            speech.count("route-limit-situations", self.graph.nodes.len()),
            speech.count("route-limit-front", found.front),
            speech.say("route-limit-one-day"),
        ];
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

/// Where a plan ends after two fates of one step in the same words, one line tells both.
fn join_alike(lines: &mut Vec<StepLine>) {
    let Some((last, before)) = lines.split_last_mut() else {
        return;
    };
    let alike = |other: &&mut StepLine| {
        other.depth == last.depth && other.end.is_some() && other.end == last.end
    };
    if let Some(one) = before.last_mut().filter(alike) {
        one.alike.push(AlikeFate {
            when: std::mem::take(&mut last.when),
            after: std::mem::take(&mut last.after),
        });
        lines.pop();
    }
}

/// Whether the person has no right to be where they are.
fn is_irregular(node: &Node) -> bool {
    let irregular = Scalar::Text("irregular".into());
    let standing = node.facts.get("standing", None);
    standing.and_then(Recorded::value) == Some(&irregular)
}

/// What was counted, what a step costs and how long one may stay is told where a plan first comes to it.
fn tell_once(lines: &mut [StepLine]) {
    let mut told = BTreeSet::new();
    for line in lines {
        let mut is_new = |text: &String| told.insert(text.clone());
        line.counted = line.counted.take().filter(&mut is_new);
        line.costs.retain(&mut is_new);
        line.deadlines.retain(is_new);
    }
}

/// What a step says that no book holds.
fn prepare(one: Preparation) -> &'static str {
    match one {
        Preparation::ChildProtection => "route-prepare-child",
        Preparation::MoveInside => "route-prepare-move",
    }
}
