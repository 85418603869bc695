//! How many situations the law makes of each of the twelve detailed people, and what can be done first.
//!
//! `cargo run --release -p routes --example states`

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use facts::{Span, add_span};
use law::{Day, KnownOn, Program, Timeline, turns};
use routes::{Assumptions, Clock, Standing, Step, graph, strategies};
use std::time::Instant;

fn main() {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    let assumed = Assumptions::default();
    let horizon = Span::Months(i32::try_from(assumed.horizon_months).expect("few"));
    let span = (program.day.on, add_span(program.day.on, horizon));
    let timeline = Timeline::of(&library, span.0, span.1, KnownOn::Day(span.0));
    for (name, facts) in shipped::people(&library, shipped::TWELVE) {
        let turns = turns(&timeline, std::slice::from_ref(&facts), span);
        let known_on = program.day.known_on;
        let later = turns[0]
            .keys()
            .map(|on| Program::on(&library, Day { on: *on, known_on }));
        let later: Vec<Program> = later.collect();
        let clock = Clock::of(&program, &later, assumed.pieces);
        let begun = Instant::now();
        let graph = graph(
            &library,
            &clock,
            &facts,
            &Assumptions::default(),
            &Default::default(),
        );
        let took = begun.elapsed();
        let safe = graph
            .nodes
            .iter()
            .filter(|node| node.standing == Standing::Safe)
            .count();
        println!(
            "{name}: {} situations ({safe} safe) in {} pieces of time, cut: {}, {took:.0?}",
            graph.nodes.len(),
            graph.days.len(),
            graph.bit.situations
        );
        for way in &graph.nodes[0].ways {
            let named = |rules: &[usize]| {
                rules
                    .iter()
                    .map(|r| program.rules[*r].id.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let text = match &way.step {
                Step::AskAll(rules) => format!("ask at once: {}", named(rules)),
                Step::Ask(rule) => format!("ask: {}", named(&[*rule])),
                Step::Enter(rules) => format!("enter: {}", named(rules)),
                Step::TravelOn(rule) => format!("travel on: {}", named(&[*rule])),
                Step::Claim(rule) => format!("claim: {}", named(&[*rule])),
                Step::Appeal(rule) => format!("appeal: {}", named(&[*rule])),
                Step::Prepare(one) => format!("before all else: {one:?}"),
                Step::Wait(piece) => format!("wait until {}", graph.days[*piece]),
            };
            println!(
                "    {text}{}{}{}",
                if way.in_hand { " [in hand]" } else { "" },
                if way.exposes {
                    " [tells who hunts]"
                } else {
                    ""
                },
                if way.burns.is_empty() {
                    String::new()
                } else {
                    format!(" [closes {}]", named(&way.burns))
                }
            );
        }
        let begun = Instant::now();
        let found = strategies(&graph, Assumptions::default().tolerance);
        println!(
            "    {} scenarios, {} plans that no other dominates, {} shown, cut: {}, {:.0?}",
            found.scenarios,
            found.front,
            found.all.len(),
            found.cut,
            begun.elapsed()
        );
        for strategy in &found.all {
            let worth = &strategy.plan.worth;
            println!(
                "      first {:?}{}: independent {} safe {} reach {} returned {} refusals {} dangers {} steps {}",
                strategy.plan.way,
                if strategy.variant { " (variant)" } else { "" },
                strategy.independent,
                worth.safe,
                worth.out_of_reach,
                worth.returned,
                worth.refusals,
                worth.dangers,
                worth.steps
            );
        }
        println!(
            "    not entered: {}; untrue: {}",
            graph.not_entered.len(),
            graph.untrue.len()
        );
    }
}
