//! What somebody judged, in the steps of real people: bounds that hold however the answers hang
//! together; and where nobody judged, everything stays as it was.

mod random;
#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use facts::{Date, Facts};
use law::{Day, Kind, Library, Program};
use random::Dice;
use routes::{
    About, Assumptions, Branch, Chance, Clock, Event, Fate, Graph, Judgement, Judgements, Leg,
    Prospect, Step, Supposed, WHOLE, Way, graph, strategies,
};

const DAY: Date = Date::constant(2017, 5, 17);

/// The twelve, with the law of the day.
struct People {
    library: Library,
    program: Program,
    all: Vec<(String, Facts)>,
}

impl People {
    fn of() -> People {
        let (library, _) = shipped::library();
        People {
            program: Program::on(&library, Day::of(DAY)),
            all: shipped::people(&library, shipped::TWELVE),
            library,
        }
    }

    fn graph(&self, person: usize, judgements: Vec<Judgement>, assumed: &Assumptions) -> Graph {
        let supposed = Supposed {
            judgements: Judgements::of(judgements),
            ..Supposed::default()
        };
        let facts = &self.all[person].1;
        graph(
            &self.library,
            &Clock::of_one_day(&self.program),
            facts,
            assumed,
            &supposed,
        )
    }

    fn id(&self, rule: usize) -> String {
        self.program.rules[rule].id.clone()
    }
}

/// A judgement that is taken as it was said.
fn judged(about: About, event: Event, range: (u32, u32)) -> Judgement {
    Judgement {
        about,
        event,
        at_least: range.0,
        at_most: range.1,
        sure: 90,
        by: "Vera".to_owned(),
        on: DAY,
        why: "Everyone here is invented.".to_owned(),
    }
}

fn steps(graph: &Graph) -> impl Iterator<Item = &Way> {
    graph.nodes.iter().flat_map(|node| &node.ways)
}

fn of_hundred(chance: Chance) -> (f64, f64) {
    let (lo, hi) = chance.ends();
    (lo * 100.0, hi * 100.0)
}

/// Worlds at random, in each of which some rules grant: whatever hangs on whatever. Each rule is judged
/// by how often it grants; then how often each paper comes first lies between the ends of its branch.
#[test]
fn asking_by_several_ways_is_bounded_however_their_answers_hang_together() {
    let people = People::of();
    let assumed = Assumptions::default();
    let mut dice = Dice::new(0x3ade);
    let (mut checked, mut known) = (0, 0);
    for person in 0..people.all.len() {
        let plain = people.graph(person, Vec::new(), &assumed);
        let Some(Step::AskAll(rules)) = plain.nodes[0].ways.first().map(|way| &way.step) else {
            continue;
        };
        for _ in 0..4 {
            let worlds: Vec<(Vec<usize>, u32)> = (0..6)
                .map(|_| {
                    let some = rules.iter().copied().filter(|_| dice.below(4) == 0);
                    (some.collect(), 1 + dice.below(30))
                })
                .collect();
            let all: u32 = worlds.iter().map(|(_, weight)| weight).sum();
            let share = |so: &dyn Fn(&[usize]) -> bool| {
                let so = worlds.iter().filter(|(granted, _)| so(granted));
                let weight: u32 = so.map(|(_, weight)| weight).sum();
                f64::from(weight) * 100.0 / f64::from(all)
            };
            let judgements = rules.iter().map(|rule| {
                let truth = share(&|granted| granted.contains(rule));
                let range = (truth.floor() as u32, truth.ceil() as u32);
                judged(About::Grant(people.id(*rule)), Event::Granted, range)
            });
            let graph = people.graph(person, judgements.collect(), &assumed);
            let way = &graph.nodes[0].ways[0];
            assert_eq!(way.step, plain.nodes[0].ways[0].step);
            let mut before: Vec<usize> = Vec::new();
            for branch in &way.fates {
                let any =
                    |of: &[usize], granted: &[usize]| of.iter().any(|rule| granted.contains(rule));
                let truth = match branch.fate {
                    Fate::Well => {
                        share(&|granted| any(&branch.by, granted) && !any(&before, granted))
                    }
                    _ => share(&|granted| !any(&before, granted)),
                };
                before.extend(&branch.by);
                let (least, most) = of_hundred(branch.chance);
                // An answer may come too late where a stay ends: then less is known.
                let low = if way.within_stay && branch.fate == Fate::Well {
                    0.0
                } else {
                    truth
                };
                let high = if way.within_stay && branch.fate != Fate::Well {
                    100.0
                } else {
                    truth
                };
                assert!(
                    least <= low + 1e-4 && high <= most + 1e-4,
                    "{least} {truth} {most}"
                );
                checked += 1;
                known += usize::from(most - least < 50.0);
            }
        }
    }
    assert!(checked > 40 && known > 10, "{checked}, {known}");
}

/// Worked out by hand: 80 to 90 of a hundred are let out, 50 of these are boarded and 90 of these let in.
#[test]
fn a_journey_is_judged_leg_by_leg() {
    let people = People::of();
    let assumed = Assumptions::default();
    let plain = people.graph(0, Vec::new(), &assumed);
    let enters = |way: &&Way| matches!(way.step, Step::Enter(_));
    let rule = steps(&plain).find(enters).expect("a journey").rules()[0];
    let about = About::Entry(people.id(rule));
    let judgements = vec![
        judged(about.clone(), Event::LetOut, (80, 90)),
        judged(about.clone(), Event::Boarded, (50, 60)),
        judged(about.clone(), Event::Admitted, (90, 100)),
        judged(about, Event::HandedOver, (1, 5)),
    ];
    let graph = people.graph(0, judgements.clone(), &assumed);
    let way = graph.nodes[0]
        .ways
        .iter()
        .find(|way| way.rules().contains(&rule));
    let way = way.expect("the journey is still there");
    // What is judged otherwise than its neighbours stands apart.
    assert_eq!(way.rules(), [rule]);
    let chance = |of: &dyn Fn(&&Branch) -> bool| way.fates.iter().find(of).expect("a fate").chance;
    let near = |chance: Chance, (least, most): (f64, f64)| {
        let found = of_hundred(chance);
        assert!(
            (found.0 - least).abs() < 1e-3 && (found.1 - most).abs() < 1e-3,
            "{found:?}"
        );
    };
    near(chance(&|it| it.fate == Fate::Well), (36.0, 54.0));
    near(chance(&|it| it.leg == Some(Leg::Exit)), (0.0, 20.0));
    near(chance(&|it| it.leg == Some(Leg::Boarding)), (0.0, 45.0));
    near(chance(&|it| it.leg == Some(Leg::Admission)), (0.0, 5.4));
    near(chance(&|it| it.fate == Fate::Returned), (1.0, 5.0));
    // Set aside, it is as if nobody had said anything.
    let aside = Assumptions {
        judgements: false,
        ..assumed
    };
    assert!(same(&people.graph(0, judgements, &aside), &plain));
}

fn same(a: &Graph, b: &Graph) -> bool {
    let ways = |graph: &Graph| -> Vec<Way> { steps(graph).cloned().collect() };
    ways(a) == ways(b)
}

#[test]
fn a_claim_that_was_counted_is_never_narrowed_by_a_judgement() {
    let people = People::of();
    let assumed = Assumptions::default();
    let mut counted = 0;
    for person in 0..people.all.len() {
        let plain = people.graph(person, Vec::new(), &assumed);
        let is_counted =
            |way: &&Way| matches!(way.step, Step::Claim(_)) && !way.fates[0].chance.is_unknown();
        let Some(way) = steps(&plain).find(is_counted) else {
            continue;
        };
        let country = people.program.rules[way.rules()[0]].destination;
        let about = About::Claim(country.expect("a claim has its place"));
        let judgements = vec![judged(about, Event::Granted, (90, 95))];
        let graph = people.graph(person, judgements, &assumed);
        let claim = steps(&graph).find(|other| other.step == way.step);
        let chance = claim.expect("the same claim").fates[0].chance;
        let own = Chance::between(900_000, 950_000).expect("two ends");
        assert_eq!(chance, way.fates[0].chance.hull(own));
        counted += 1;
    }
    assert!(counted > 0);
}

/// Countries that the law leaves alike stand as one journey; what is judged of a claim in one of them is
/// never used for the others.
#[test]
fn a_claim_judged_in_one_country_speaks_of_no_other() {
    let people = People::of();
    let assumed = Assumptions::default();
    let plain = people.graph(0, Vec::new(), &assumed);
    let several = |way: &&Way| matches!(&way.step, Step::Enter(rules) if rules.len() > 1);
    let way = plain.nodes[0]
        .ways
        .iter()
        .find(several)
        .expect("some stand as one");
    let place = |rule: usize| people.program.rules[rule].destination.expect("a place");
    let one = way.rules()[0];
    let judgement = judged(About::Claim(place(one)), Event::Granted, (60, 70));
    let graph = people.graph(0, vec![judgement], &assumed);
    let entered: Vec<Vec<usize>> = graph.nodes[0]
        .ways
        .iter()
        .filter(|way| matches!(way.step, Step::Enter(_)))
        .map(Way::rules)
        .collect();
    assert!(entered.contains(&vec![one]), "{entered:?}");
    let mut claims = 0;
    for way in steps(&graph) {
        if let Step::Claim(rule) = way.step {
            let there = place(rule) == place(one);
            let narrow = Chance::between(600_000, 700_000).expect("two ends");
            assert_eq!(way.fates[0].chance == narrow, there);
            claims += usize::from(there);
        }
    }
    assert!(claims > 0);
}

/// Papers that lead to the same stand as one; what is judged of the journey on one of them is never used
/// for the others.
#[test]
fn a_journey_judged_on_one_paper_speaks_of_no_other() {
    let people = People::of();
    let assumed = Assumptions::default();
    let plain = people.graph(0, Vec::new(), &assumed);
    let fates = plain.nodes[0].ways.iter().flat_map(|way| &way.fates);
    let one = fates
        .filter(|branch| branch.by.len() > 1)
        .map(|branch| branch.by[0]);
    let one = one.min().expect("some papers stand as one");
    let about = About::Paper(people.id(one));
    let graph = people.graph(0, vec![judged(about, Event::HandedOver, (1, 2))], &assumed);
    let fates = graph.nodes[0].ways.iter().flat_map(|way| &way.fates);
    let with_it: Vec<&Branch> = fates.filter(|branch| branch.by.contains(&one)).collect();
    assert!(!with_it.is_empty() && with_it.iter().all(|branch| branch.by == [one]));
    for way in steps(&graph) {
        if let Step::TravelOn(rule) = way.step {
            let returned = way.fates.last().expect("a fate").chance;
            assert_eq!(returned.is_unknown(), rule != one);
        }
    }
}

#[test]
fn judgements_that_cannot_be_so_together_say_nothing() {
    let people = People::of();
    let assumed = Assumptions::default();
    let plain = people.graph(0, Vec::new(), &assumed);
    let enters = |way: &&Way| matches!(way.step, Step::Enter(_));
    let rule = steps(&plain).find(enters).expect("a journey").rules()[0];
    let about = About::Entry(people.id(rule));
    let mut all = [Event::LetOut, Event::Boarded, Event::Admitted]
        .map(|event| judged(about.clone(), event, (95, 100)))
        .to_vec();
    all.push(judged(about, Event::HandedOver, (50, 60)));
    let graph = people.graph(0, all, &assumed);
    let way = graph.nodes[0]
        .ways
        .iter()
        .find(|way| way.rules().contains(&rule));
    let fates = &way.expect("it is there").fates;
    assert!(fates.iter().all(|branch| branch.chance.is_unknown()));
}

/// Everything judged within ten points, a plan has figures; without, nobody knows.
#[test]
fn what_is_judged_reaches_what_is_told_of_a_plan() {
    let people = People::of();
    let assumed = Assumptions::default();
    let plain = people.graph(0, Vec::new(), &assumed);
    let mut all = Vec::new();
    let of_journey = [Event::LetOut, Event::Boarded, Event::Admitted];
    for book in &people.library.pathways {
        // A family is judged by its name.
        let journey = match book.kind {
            Kind::Entry => About::Entry(book.id.clone()),
            Kind::Asylum => continue,
            _ => {
                let grant = About::Grant(book.id.clone());
                all.push(judged(grant, Event::Granted, (5, 10)));
                About::Paper(book.id.clone())
            }
        };
        all.extend(of_journey.map(|event| judged(journey.clone(), event, (90, 98))));
        all.push(judged(journey, Event::HandedOver, (0, 4)));
    }
    for country in &people.library.countries {
        let claim = About::Claim(*country);
        all.push(judged(claim.clone(), Event::Granted, (50, 60)));
        all.push(judged(claim, Event::HandedOver, (0, 4)));
    }
    let graph = people.graph(0, all, &assumed);
    // Everything is judged alike: what stood as one still does.
    assert_eq!(graph.nodes.len(), plain.nodes.len());
    let spread = |chance: Chance| chance.hi() - chance.lo();
    let told = |graph: &Graph| {
        let shown = strategies(graph, assumed.tolerance).all;
        let dangerous = shown.iter().filter(|one| one.plan.worth.dangers > 0);
        let returned = dangerous.map(|one| Prospect::of(graph, &one.plan).returned);
        returned
            .filter(|returned| spread(*returned) <= WHOLE / 2)
            .count()
    };
    assert_eq!(told(&plain), 0);
    assert!(told(&graph) > 0);
}
