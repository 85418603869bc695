//! Routes for other programs: as JSON, and as models that an independent checker reads.

use super::{WhatIf, first_way};
use crate::Lang;
use crate::case::CaseNumber;
use crate::desk::{Desk, Reading};
use facts::Date;
use routes::{
    About, Branch, Chance, Event, Fate, Graph, Judgement, Leg, Plan, Preparation, Prospect,
    Question, Standing, Step, Strategy, drn, model_of, pair, solve, strategies,
};
use serde_json::{Value, json};

impl Desk {
    /// The same as JSON, of the format `safeconduct.routes/1`.
    pub fn routes_json(&self, number: CaseNumber, on: Date, lang: Lang) -> Option<Value> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let coming = reading.coming(case);
        let graph = reading.graph(&case.facts, &coming.clock(), WhatIf::default());
        let assumed = WhatIf::default().assumptions();
        let found = strategies(&graph, assumed.tolerance);
        let of = |strategy: &Strategy| reading.strategy_json(&graph, strategy);
        Some(json!({
            "format": "safeconduct.routes/1",
            "informs": "the person's choice, made with a caseworker and a lawyer",
            "on": on.to_string(),
            "situations": graph.nodes.len(),
            "scenarios": found.scenarios,
            "plans_that_no_other_dominates": found.front,
            "shown_at_most_worse_by": {
                "scenarios": assumed.tolerance.of(found.scenarios),
                "refusals": assumed.tolerance.refusals,
                "steps_of_danger": assumed.tolerance.dangers,
            },
            "law_of": graph.days.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "limits_that_bit": {
                "situations": graph.bit.situations,
                "rounds": graph.bit.attempts,
                "journeys": graph.bit.journeys,
                "days": graph.bit.pieces,
            },
            "judged": reading.judged_json(&graph),
            "strategies": found.all.iter().map(of).collect::<Vec<_>>(),
        }))
    }

    /// The whole graph as an interval model, and the pair of ordinary models that proves each of two
    /// bounds, for an independent checker; nothing, if there is no such case.
    pub fn routes_export(&self, number: CaseNumber, on: Date) -> Option<Models> {
        let reading = self.reading(on, Lang::En);
        let case = reading.case(number)?;
        let coming = reading.coming(case);
        let graph = reading.graph(&case.facts, &coming.clock(), WhatIf::default());
        let model = model_of(&graph).ok()?;
        let intervals = drn::write_intervals(&model, 0);
        let mut models = Models {
            files: vec![("0-intervals.drn".to_owned(), intervals)],
            not_written: Vec::new(),
        };
        let questions = [
            ("safe", Question::SAFE_AT_WORST),
            ("returned", Question::RETURNED_AT_WORST),
        ];
        for (name, question) in questions {
            let pair = pair(&model, question, &solve(&model, question));
            let file = format!("0-{name}-plan.drn");
            match pair.plan {
                Some(plan) => models.files.push((file, plan)),
                None => models.not_written.push(file),
            }
            let nature = format!("0-{name}-nature.drn");
            models.files.push((nature, pair.nature));
        }
        Some(models)
    }
}

/// Models for an independent checker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Models {
    /// The files, each with its name.
    pub files: Vec<(String, String)>,
    /// Files that would be too large: a step of the plan ends in too many ways to write each of the
    /// corners of its chances as an action.
    pub not_written: Vec<String>,
}

/// The ends between which each chance of a plan's end lies.
fn chances_json(known: &Prospect) -> Value {
    json!({
        "returned": between_json(known.returned),
        "waiting": between_json(known.waiting),
        "safe": between_json(known.safe),
    })
}

fn between_json(chance: Chance) -> Value {
    let (least, most) = chance.ends();
    json!({ "at_least": least, "at_most": most })
}

impl Reading<'_> {
    fn strategy_json(&self, graph: &Graph, strategy: &Strategy) -> Value {
        let worth = &strategy.plan.worth;
        json!({
            "independent_chances": strategy.independent,
            "refusals_at_most": worth.refusals,
            "stops_sooner_than_the_widest": strategy.variant,
            "steps_of_danger_at_most": worth.dangers,
            "tells_who_hunts": worth.exposes,
            "scenarios": {
                "safe": worth.safe,
                "out_of_reach": worth.out_of_reach,
                "returned": worth.returned,
            },
            "chances": chances_json(&Prospect::of(graph, &strategy.plan)),
            "plan": self.plan_json(graph, &strategy.plan),
        })
    }

    /// The judgements that are used: whose, of which day, and as what they are taken.
    fn judged_json(&self, graph: &Graph) -> Vec<Value> {
        let assumed = WhatIf::default().assumptions();
        let of = |one: &Judgement| {
            let (key, about) = match &one.about {
                About::Grant(id) => ("grant", id.clone()),
                About::Claim(country) => ("claim", country.to_string()),
                About::Entry(id) => ("entry", id.clone()),
                About::Paper(id) => ("paper", id.clone()),
            };
            let event = Event::WORDS.iter().find(|(_, event)| *event == one.event);
            json!({
                "about": { key: about },
                "event": event.map(|(word, _)| word),
                "by": one.by,
                "on": one.on.to_string(),
                "taken": between_json(one.taken(self.on, &assumed)),
            })
        };
        let used = self.judgements_used(graph).into_iter();
        used.map(of).collect()
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
            Step::Prepare(Preparation::Lawyer) => ("lawyer", vec![]),
            Step::Prepare(Preparation::MoveInside) => ("move_inside", vec![]),
            Step::Wait(_) => ("wait", vec![]),
        };
        let branch = |(branch, then): (&Branch, &std::rc::Rc<Plan>)| {
            let fate = match branch.fate {
                Fate::Well => "well",
                Fate::Badly => "badly",
                Fate::Returned => "returned",
            };
            let leg = branch.leg.map(|leg| match leg {
                Leg::Exit => "exit",
                Leg::Boarding => "boarding",
                Leg::Admission => "admission",
            });
            let then = self.plan_json(graph, then);
            json!({
                "fate": fate,
                "leg": leg,
                "by": ids(&branch.by),
                "not_before": graph.days[branch.piece].to_string(),
                "then": then,
            })
        };
        json!({
            "here": here,
            "standing": standing,
            "step": step,
            "rules": rules,
            "answer_must_come_within_the_stay": way.within_stay,
            "refusal_closes": ids(&way.burns),
            "going_closes": ids(&way.closes),
            "going_opens": ids(&way.opens),
            "branches": way.fates.iter().zip(&plan.then).map(branch).collect::<Vec<_>>(),
        })
    }
}
