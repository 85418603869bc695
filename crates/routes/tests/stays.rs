//! A stay that has a last day is a hard limit: nothing is waited for beyond it.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use facts::{Facts, PartialDate, Recorded, Scalar};
use law::{Day, Program};
use routes::{Assumptions, Clock, Fate, Step, graph};

fn lawful_until(facts: &Facts) -> Option<PartialDate> {
    match facts.get("lawful_until", None)?.value()? {
        Scalar::Date(until) => Some(*until),
        _ => None,
    }
}

fn is_irregular(facts: &Facts) -> bool {
    let irregular = Scalar::Text("irregular".into());
    facts.get("standing", None).and_then(Recorded::value) == Some(&irregular)
}

#[test]
fn no_answer_is_waited_for_beyond_the_last_day_of_a_stay() {
    let (library, _) = shipped::library();
    let day = Day::of("2017-05-17".parse().expect("a day"));
    let program = Program::on(&library, day);
    let today = PartialDate::from(day.on);
    let (mut asked, mut goes_on) = (0, 0);
    for (name, facts) in shipped::people(&library, shipped::TWELVE) {
        let assumed = Assumptions::default();
        let graph = graph(
            &library,
            &Clock::of_one_day(&program),
            &facts,
            &assumed,
            &Default::default(),
        );
        for node in &graph.nodes {
            for way in &node.ways {
                let asks = matches!(way.step, Step::Ask(_) | Step::AskAll(_));
                let limited = lawful_until(&node.facts).is_some();
                assert_eq!(way.within_stay, asks && limited, "{name}: {:?}", way.step);
                if !way.within_stay {
                    continue;
                }
                asked += 1;
                let late = way.fates.iter().find(|it| it.fate == Fate::Badly);
                let late = &graph.nodes[late.expect("it may come too late").to];
                let until = lawful_until(&late.facts).expect("a last day");
                assert!(is_irregular(&late.facts) && until.is_before(today) == facts::Truth::True);
                let waits = |way: &routes::Way| matches!(way.step, Step::Ask(_) | Step::AskAll(_));
                assert!(!late.ways.iter().any(waits), "{name} waits on");
                goes_on += usize::from(!late.ways.is_empty());
            }
        }
    }
    eprintln!(
        "{asked} askings within a stay; after {goes_on} something can be done when it is over"
    );
    assert!(asked > 50 && goes_on > 50);
}
