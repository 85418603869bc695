//! Routes in words: for each first step the widest plan that begins with it, as a tree in lines.

use crate::Lang;
use crate::case::CaseNumber;
use crate::desk::{Desk, Reading};
use crate::person::is_hidden;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{CompareRow, LawLink, OtherStart, RoutesPage, StepLine, StrategyView};
use facts::{CountryCode, Date, Facts};
use routes::{
    Assumptions, Branch, Fate, Graph, Plan, Preparation, Question, Standing, Step, Strategies,
    Strategy, Way, drn, graph, model_of, pair, solve, strategies,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// So many strategies stand side by side; the other first steps are a line each.
const SIDE_BY_SIDE: usize = 4;
/// What is compared, in the order of the rows.
const COMPARED: [&str; 5] = [
    "routes-compare-return",
    "routes-compare-independent",
    "routes-compare-closes",
    "routes-compare-opens",
    "routes-compare-refusals",
];
/// So many names stand in a line before *and so many more*.
const NAMED: usize = 5;

impl Desk {
    /// The routes of one person on a day; nothing, if there is no such case.
    pub fn routes(&self, number: CaseNumber, on: Date, lang: Lang) -> Option<RoutesPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let (graph, found) = reading.strategies(&case.facts);
        let telling = Telling {
            reading: &reading,
            graph: &graph,
            hidden: is_hidden(case),
            undecided: reading.undecided(&case.facts),
        };
        let (shown, rest) = side_by_side(&graph, &found);
        Some(RoutesPage {
            head: reading.head(case),
            compared: telling.compared(&shown),
            strategies: shown
                .iter()
                .map(|one| telling.strategy(one, &found))
                .collect(),
            others: rest.iter().map(|one| telling.other(one)).collect(),
            limits: telling.limits(&found),
        })
    }

    /// The same as JSON, of the format `safeconduct.routes/1`.
    pub fn routes_json(&self, number: CaseNumber, on: Date, lang: Lang) -> Option<Value> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let (graph, found) = reading.strategies(&case.facts);
        let of = |strategy: &Strategy| reading.strategy_json(&graph, strategy);
        Some(json!({
            "format": "safeconduct.routes/1",
            "informs": "the person's choice, made with a caseworker and a lawyer",
            "on": on.to_string(),
            "situations": graph.nodes.len(),
            "scenarios": found.scenarios,
            "limit_bit": found.cut,
            "strategies": found.all.iter().map(of).collect::<Vec<_>>(),
        }))
    }

    /// The whole graph as an interval model, and the pair of ordinary models that proves each of two
    /// bounds: by the names of files, for an independent checker.
    pub fn routes_export(&self, number: CaseNumber, on: Date) -> Option<Vec<(String, String)>> {
        let reading = self.reading(on, Lang::En);
        let case = reading.case(number)?;
        let (graph, _) = reading.strategies(&case.facts);
        let model = model_of(&graph).ok()?;
        let mut files = vec![(
            "0-intervals.drn".to_owned(),
            drn::write_intervals(&model, 0),
        )];
        let questions = [
            ("safe", Question::SAFE_AT_WORST),
            ("returned", Question::RETURNED_AT_WORST),
        ];
        for (name, question) in questions {
            let pair = pair(&model, question, &solve(&model, question));
            if let Some(plan) = pair.plan {
                files.push((format!("0-{name}-plan.drn"), plan));
            }
            files.push((format!("0-{name}-nature.drn"), pair.nature));
        }
        Some(files)
    }
}

/// The first few of different kinds, and to wait; and the rest.
fn side_by_side<'s>(
    graph: &Graph,
    found: &'s Strategies,
) -> (Vec<&'s Strategy>, Vec<&'s Strategy>) {
    let kind = |strategy: &Strategy| match first_way(graph, &strategy.plan).map(|way| &way.step) {
        Some(Step::AskAll(_) | Step::Prepare(_)) => 0,
        Some(Step::Claim(_) | Step::Appeal(_)) => 1,
        Some(Step::Ask(_)) => 2,
        Some(Step::Enter(_) | Step::TravelOn(_)) => 3,
        None => 4,
    };
    let mut kinds = BTreeSet::new();
    let (mut shown, mut rest) = (Vec::new(), Vec::new());
    for strategy in &found.all {
        let waits = kind(strategy) == 4;
        if waits || (kinds.insert(kind(strategy)) && shown.len() < SIDE_BY_SIDE) {
            shown.push(strategy);
        } else {
            rest.push(strategy);
        }
    }
    (shown, rest)
}

fn first_way<'g>(graph: &'g Graph, plan: &Plan) -> Option<&'g Way> {
    plan.way.map(|way| &graph.nodes[plan.place].ways[way])
}

impl Reading<'_> {
    fn strategies(&self, facts: &Facts) -> (Graph, Strategies) {
        let graph = graph(
            self.desk.library(),
            &self.program,
            facts,
            &Assumptions::default(),
        );
        let found = strategies(&graph);
        (graph, found)
    }

    fn undecided(&self, facts: &Facts) -> BTreeSet<usize> {
        let residual = self.residual(facts);
        let rules = self.program.rules.iter().enumerate();
        rules
            .filter(|(_, rule)| law::word(&residual, rule) == law::Word::Undecided)
            .map(|(index, _)| index)
            .collect()
    }

    fn link(&self, rule: usize) -> LawLink {
        let rule = &self.program.rules[rule];
        LawLink {
            id: rule.id.clone(),
            title: self.lang.of(&self.book(rule).title).to_owned(),
            country: rule
                .destination
                .map(|code| self.country(code))
                .unwrap_or_default(),
            undecided: false,
        }
    }

    fn strategy_json(&self, graph: &Graph, strategy: &Strategy) -> Value {
        let worth = &strategy.plan.worth;
        json!({
            "independent_chances": strategy.independent,
            "refusals_at_most": worth.refusals,
            "journeys_at_most": worth.journeys,
            "tells_who_hunts": worth.exposes,
            "scenarios": {
                "safe": worth.safe.count(),
                "out_of_reach": worth.out_of_reach.count(),
                "returned": worth.returned.count(),
            },
            "plan": self.plan_json(graph, &strategy.plan),
        })
    }

    fn plan_json(&self, graph: &Graph, plan: &Plan) -> Value {
        let standing = match graph.nodes[plan.place].standing {
            Standing::OnTheWay => "on_the_way",
            Standing::OutOfReach => "out_of_reach",
            Standing::Safe => "safe",
            Standing::Returned => "returned",
        };
        let here = graph.nodes[plan.place].here.map(|code| code.to_string());
        let Some(way) = first_way(graph, plan) else {
            return json!({ "here": here, "standing": standing });
        };
        let ids = |rules: &[usize]| {
            rules
                .iter()
                .map(|rule| self.program.rules[*rule].id.clone())
                .collect::<Vec<_>>()
        };
        let (step, rules) = match &way.step {
            Step::AskAll(rules) => ("ask_at_once", ids(rules)),
            Step::Ask(rule) => ("ask", ids(&[*rule])),
            Step::Enter(rules) => ("enter", ids(rules)),
            Step::TravelOn(rule) => ("travel", ids(&[*rule])),
            Step::Claim(rule) => ("claim", ids(&[*rule])),
            Step::Appeal(rule) => ("appeal", ids(&[*rule])),
            Step::Prepare(Preparation::ChildProtection) => ("child_protection_lawyer", vec![]),
            Step::Prepare(Preparation::MoveInside) => ("move_inside", vec![]),
        };
        let branch = |(branch, then): (&Branch, &std::rc::Rc<Plan>)| {
            let fate = match branch.fate {
                Fate::Well => "well",
                Fate::Badly => "badly",
                Fate::Returned => "returned",
            };
            json!({ "fate": fate, "by": ids(&branch.by), "then": self.plan_json(graph, then) })
        };
        json!({
            "here": here,
            "standing": standing,
            "step": step,
            "rules": rules,
            "refusal_closes": ids(&way.burns),
            "going_closes": ids(&way.closes),
            "going_opens": ids(&way.opens),
            "branches": way.fates.iter().zip(&plan.then).map(branch).collect::<Vec<_>>(),
        })
    }
}

struct Telling<'r, 'd> {
    reading: &'r Reading<'d>,
    graph: &'r Graph,
    hidden: bool,
    /// Rules of which facts still decide, as the person stands now.
    undecided: BTreeSet<usize>,
}

impl Telling<'_, '_> {
    fn strategy(&self, strategy: &Strategy, found: &Strategies) -> StrategyView {
        let way = first_way(self.graph, &strategy.plan);
        let mut lines = Vec::new();
        self.lines(&strategy.plan, 0, (String::new(), None), &mut lines);
        StrategyView {
            title: self.title(way),
            sign: self.sign(way),
            certain: self.certain(strategy, way, found),
            closes: way.map(|way| self.links(&way.closes)).unwrap_or_default(),
            opens: way.map(|way| self.links(&way.opens)).unwrap_or_default(),
            lines,
        }
    }

    /// The strategies side by side; return first.
    fn compared(&self, shown: &[&Strategy]) -> Vec<CompareRow> {
        let figures: Vec<[String; 5]> = shown.iter().map(|one| self.figures(one)).collect();
        COMPARED
            .iter()
            .enumerate()
            .map(|(row, id)| CompareRow {
                what: self.reading.speech.say(id),
                cells: figures.iter().map(|cells| cells[row].clone()).collect(),
            })
            .collect()
    }

    fn figures(&self, strategy: &Strategy) -> [String; 5] {
        let way = first_way(self.graph, &strategy.plan);
        let worth = &strategy.plan.worth;
        let leaves = way.filter(|way| matches!(way.step, Step::Enter(_)));
        let counted = |rules: Option<usize>| rules.map_or("–".to_owned(), |n| n.to_string());
        let returned = match way {
            // Hiding has a danger of its own.
            None => "routes-nobody-knows",
            Some(_) if worth.returned.count() > 0 => "routes-yes",
            Some(_) => "routes-no",
        };
        [
            self.reading.speech.say(returned),
            strategy.independent.to_string(),
            counted(leaves.map(|way| way.closes.len())),
            counted(leaves.map(|way| way.opens.len())),
            worth.refusals.to_string(),
        ]
    }

    fn links(&self, rules: &[usize]) -> Vec<LawLink> {
        rules.iter().map(|rule| self.reading.link(*rule)).collect()
    }

    /// Pathways of a step; of the first, those marked on which facts still decide.
    fn marked(&self, rules: &[usize], depth: usize) -> Vec<LawLink> {
        let of = |rule: &usize| LawLink {
            undecided: depth == 0 && self.undecided.contains(rule),
            ..self.reading.link(*rule)
        };
        rules.iter().map(of).collect()
    }

    fn other(&self, strategy: &Strategy) -> OtherStart {
        let way = first_way(self.graph, &strategy.plan);
        OtherStart {
            title: self.title(way),
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

    fn title(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        match way.map(|way| &way.step) {
            None => speech.say("route-stay"),
            Some(Step::AskAll(_)) if self.hidden => speech.say("route-ask-from-hiding"),
            Some(Step::AskAll(_)) => speech.say("route-ask-from-here"),
            Some(Step::Claim(_) | Step::Appeal(_)) => speech.say("route-claim-here"),
            Some(Step::Prepare(one)) => speech.say(prepare(*one)),
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
                say!(speech, "route-leave-first", where = &self.countries(&[*rule]))
            }
        }
    }

    /// The countries to which rules lead, the first few by name.
    fn countries(&self, rules: &[usize]) -> String {
        let codes: BTreeSet<CountryCode> = rules
            .iter()
            .filter_map(|rule| self.reading.program.rules[*rule].destination)
            .collect();
        let mut names: Vec<String> = codes
            .into_iter()
            .map(|code| self.reading.country(code))
            .collect();
        names.sort();
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        let named = names.join(", ");
        match more {
            0 => named,
            more => format!(
                "{named} {}",
                self.reading.speech.count("route-and-more", more)
            ),
        }
    }

    /// What is certain of a strategy; of its chances nothing is.
    fn certain(&self, strategy: &Strategy, way: Option<&Way>, found: &Strategies) -> Vec<String> {
        let speech = self.reading.speech;
        let worth = &strategy.plan.worth;
        let Some(way) = way else {
            return vec![speech.say("route-certain-wait")];
        };
        let mut certain = Vec::new();
        if worth.returned.count() > 0 {
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
        }
        certain.push(speech.count("route-certain-refusals", worth.refusals as usize));
        certain.push(speech.say("route-certain-nobody-knows"));
        if strategy.others > 0 {
            certain.push(speech.count("route-certain-alike", strategy.others));
        }
        if let Some(why) = self.why(strategy, way, found) {
            certain.push(why);
        }
        certain
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

    /// A plan as lines: the step, and under it what follows each of its fates. With each fate goes
    /// where the person then is, or may be by one of several papers.
    fn lines(
        &self,
        plan: &Plan,
        depth: usize,
        (when, there): (String, Option<String>),
        lines: &mut Vec<StepLine>,
    ) {
        let speech = self.reading.speech;
        let Some(way) = first_way(self.graph, plan) else {
            lines.push(self.end(plan, depth, (when, there)));
            return;
        };
        let (what, by) = self.step(way, there.as_deref());
        let mut notes = Vec::new();
        if !way.burns.is_empty() {
            let closed: Vec<String> = self
                .links(&way.burns)
                .into_iter()
                .map(|link| link.title)
                .collect();
            notes.push(say!(
                speech,
                "route-refusal-closes",
                what = &closed.join("; ")
            ));
        }
        if way.exposes {
            notes.push(speech.say("route-certain-exposes"));
        }
        lines.push(StepLine {
            depth,
            when,
            what,
            by: self.marked(&by, depth),
            notes,
            end: None,
        });
        for (branch, then) in way.fates.iter().zip(&plan.then) {
            let there = self.there(way, branch, there.as_deref());
            self.lines(then, depth + 1, (self.when(way, branch), there), lines);
        }
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

    fn end(&self, plan: &Plan, depth: usize, (when, there): (String, Option<String>)) -> StepLine {
        let speech = self.reading.speech;
        let node = &self.graph.nodes[plan.place];
        let here = there.unwrap_or_else(|| {
            node.here
                .map(|code| self.reading.country(code))
                .unwrap_or_default()
        });
        let end = match node.standing {
            Standing::Safe => {
                Signed::saying(Sign::Open, say!(speech, "route-end-safe", country = &here))
            }
            Standing::OutOfReach => Signed::saying(
                Sign::NoObstacle,
                say!(speech, "route-end-out-of-reach", country = &here),
            ),
            Standing::Returned => Signed::saying(Sign::Closed, speech.say("route-end-returned")),
            Standing::OnTheWay => Signed::saying(
                Sign::Undecided,
                say!(speech, "route-end-waits", country = &here),
            ),
        };
        StepLine {
            depth,
            when,
            what: String::new(),
            by: Vec::new(),
            notes: Vec::new(),
            end: Some(end),
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
            (Fate::Badly, true) => speech.say("route-if-stopped"),
            (Fate::Returned, _) => speech.say("route-if-handed-over"),
            (Fate::Well, false) if branch.by.is_empty() => speech.say("route-if-recognised"),
            (Fate::Well, false) => {
                say!(speech, "route-if-granted", by = &self.countries(&branch.by))
            }
            (Fate::Badly, false) => speech.say("route-if-refused"),
        }
    }

    /// What the routes do not know, and what was left out.
    fn limits(&self, found: &Strategies) -> Vec<String> {
        let speech = self.reading.speech;
        let mut limits = vec![
            speech.count("route-limit-situations", self.graph.nodes.len()),
            speech.say("route-limit-one-day"),
            speech.say("route-limit-attempts"),
        ];
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

/// What a step says that no book holds.
fn prepare(one: Preparation) -> &'static str {
    match one {
        Preparation::ChildProtection => "route-prepare-child",
        Preparation::MoveInside => "route-prepare-move",
    }
}

/// The routes of a person as plain text. Nothing, if there is no such case.
pub fn routes_text(desk: &Desk, number: CaseNumber, on: Date, lang: Lang) -> Option<String> {
    use std::fmt::Write;
    let page = desk.routes(number, on, lang)?;
    let speech = crate::Speech::of(lang);
    let mut text = format!("{}\n{}\n", page.head.code, speech.say("banner-choice"));
    for strategy in &page.strategies {
        let _ = writeln!(
            text,
            "\n{} {} · {}",
            strategy.sign.mark, strategy.title, strategy.sign.word
        );
        for line in &strategy.certain {
            let _ = writeln!(text, "  {line}");
        }
        for (head, links) in [
            ("route-closes", &strategy.closes),
            ("route-opens", &strategy.opens),
        ] {
            for link in links.iter() {
                let _ = writeln!(
                    text,
                    "    {} {} ({})",
                    speech.say(head),
                    link.title,
                    link.id
                );
            }
        }
        for line in &strategy.lines {
            let indent = "  ".repeat(line.depth + 1);
            let end = line
                .end
                .as_ref()
                .map(|end| format!("{} {}", end.mark, end.word))
                .unwrap_or_default();
            let _ = writeln!(text, "{indent}{} {}{end}", line.when, line.what);
            for link in &line.by {
                let mark = if link.undecided { "?" } else { "·" };
                let _ = writeln!(text, "{indent}    {mark} {} ({})", link.title, link.id);
            }
            for note in &line.notes {
                let _ = writeln!(text, "{indent}    ! {note}");
            }
        }
    }
    for other in &page.others {
        let _ = writeln!(
            text,
            "\n{} {} · {}",
            other.sign.mark, other.title, other.sign.word
        );
    }
    text.push('\n');
    for limit in &page.limits {
        let _ = writeln!(text, "{limit}");
    }
    Some(text)
}
