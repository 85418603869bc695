//! Time in the situations: late answers, waiting until more is open, stays that end, and what may be
//! asked for again. The shipped books know of next to nothing that opens later; so a book is laid
//! beside them whose windows are made up.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use facts::{Date, Facts, Recorded, Scalar};
use law::{Day, Library, Program, Residual, Word, word};
use routes::{
    Assumptions, Branch, Clock, Fate, Graph, Hazard, Lasting, Node, Plan, Standing, Step, Way,
    Worth, facts_along, graph, lasting, strategies,
};
use std::rc::Rc;

const TODAY: Date = Date::constant(2017, 5, 17);
const LATER: Date = Date::constant(2017, 9, 1);

/// The shipped books and one more: a visa to Uruguay that asks for nothing.
fn with_a_visa(window: &str, more: &str) -> Library {
    let seen = "cite: \"made up\", seen: { how: unverified, day: 2026-11-22 }";
    let book = format!(
        "format: safeconduct.pathway/1\nid: uy.visa.made_up\n\
         title: {{ en: \"A visa\", ru: \"Виза\" }}\ndestination: URY\nkind: visa\n\
         started_by: [person]\ndiscretion: none\n\
         in_force: [{{ {window}, {seen} }}]\n\
         requires:\n  - {{ id: not_there, when: 'here != \"URY\"', {seen}, \
         fails: {{ en: \"You are there.\", ru: \"Вы уже там.\" }} }}\n\
         granted: {{ holds: visa }}\nrefused: {{ writes: ['refused_visa[\"URY\"]'] }}\n\
         {more}odds: []\n"
    );
    let mut files = shipped::files();
    files.push(("law/uy/made-up.yaml".to_owned(), book));
    let files = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let (library, complaints) = Library::load(files);
    // Every book wants tests beside it; this one has none.
    for complaint in complaints.iter() {
        assert!(complaint.to_string().contains("test"), "{complaint}");
    }
    library
}

fn person(library: &Library, name: &str) -> Facts {
    let mut people = shipped::people(library, shipped::TWELVE).into_iter();
    people
        .find(|(it, _)| it == name)
        .expect("one of the twelve")
        .1
}

/// The law of some days, as known on the first.
struct Law<'l> {
    library: &'l Library,
    programs: Vec<Program>,
}

impl Law<'_> {
    fn on<'l>(library: &'l Library, days: &[Date]) -> Law<'l> {
        let on = |on: &Date| Day {
            on: *on,
            known_on: days[0],
        };
        let programs = days.iter().map(|day| Program::on(library, on(day)));
        Law {
            library,
            programs: programs.collect(),
        }
    }

    fn clock(&self) -> Clock<'_> {
        Clock::of(&self.programs[0], &self.programs[1..], 4)
    }

    fn graph(&self, facts: &Facts) -> Graph {
        let assumed = Assumptions {
            attempts: 2,
            journeys: 1,
            ..Assumptions::default()
        };
        graph(
            self.library,
            &self.clock(),
            facts,
            &assumed,
            &Default::default(),
        )
    }

    fn rule(&self, id: &str) -> usize {
        let mut rules = self.programs[0].rules.iter();
        rules
            .position(|rule| rule.id == id)
            .expect("it is among the books")
    }
}

fn waits(node: &Node) -> Option<&Way> {
    node.ways
        .iter()
        .find(|way| matches!(way.step, Step::Wait(_)))
}

fn entries(node: &Node) -> Vec<usize> {
    let enters = node
        .ways
        .iter()
        .filter(|way| matches!(way.step, Step::Enter(_)));
    enters.flat_map(|way| way.rules()).collect()
}

fn asks_by(node: &Node, rule: usize) -> Option<&Way> {
    let asks = |way: &&Way| match &way.step {
        Step::AskAll(rules) => rules.contains(&rule),
        Step::Ask(one) => *one == rule,
        _ => false,
    };
    node.ways.iter().find(asks)
}

#[test]
fn what_opens_later_is_waited_for_where_somebody_knew_of_it() {
    let known = with_a_visa("from: 2017-09-01, known: 2017-05-01", "time: unknown\n");
    let law = Law::on(&known, &[TODAY, LATER]);
    let rule = law.rule("uy.visa.made_up");
    let graph = law.graph(&person(&known, "aslan"));
    let start = &graph.nodes[0];
    assert!(asks_by(start, rule).is_none(), "it is not in force yet");
    let wait = waits(start).expect("it is worth waiting for");
    assert_eq!((&wait.step, &wait.opens), (&Step::Wait(1), &vec![rule]));
    let then = &graph.nodes[wait.fates[0].to];
    assert_eq!((then.piece, then.here), (1, start.here));
    assert!(asks_by(then, rule).is_some(), "then it may be asked for");
    // Aslan is hunted in Russia: to wait there may end in his being found.
    assert!(start.hunted && wait.may_return());

    let unknown = with_a_visa("from: 2017-09-01", "time: unknown\n");
    let law = Law::on(&unknown, &[TODAY, LATER]);
    let graph = law.graph(&person(&unknown, "aslan"));
    let rule = law.rule("uy.visa.made_up");
    let waits_for = |node| waits(node).is_some_and(|wait| wait.opens.contains(&rule));
    assert!(!graph.nodes.iter().any(waits_for));
    assert!(graph.nodes.iter().all(|node| asks_by(node, rule).is_none()));
}

#[test]
fn a_plan_asks_today_and_waits_for_what_opens_if_it_is_refused() {
    let library = with_a_visa("from: 2017-09-01, known: 2017-05-01", "time: unknown\n");
    let law = Law::on(&library, &[TODAY, LATER]);
    let graph = law.graph(&person(&library, "aslan"));
    let found = strategies(&graph, Assumptions::default().tolerance);
    assert_eq!((found.dropped, found.cut), (0, false));
    let first = &found.all[0].plan;
    let way = &graph.nodes[0].ways[first.way.expect("a step")];
    assert!(matches!(way.step, Step::AskAll(_)), "{:?}", way.step);
    let rule = law.rule("uy.visa.made_up");
    assert!(
        waits_and_asks(&graph, first, rule),
        "the later chance is kept"
    );
}

/// Whether a plan somewhere waits for what opens, and then asks by it.
fn waits_and_asks(graph: &Graph, plan: &Plan, rule: usize) -> bool {
    let Some(way) = plan.way.map(|way| &graph.nodes[plan.place].ways[way]) else {
        return false;
    };
    let asks = |plan: &Plan| {
        let next = plan.way.map(|way| &graph.nodes[plan.place].ways[way]);
        next.is_some_and(|next| next.rules().contains(&rule))
    };
    (way.step == Step::Wait(1) && asks(&plan.then[0]))
        || plan
            .then
            .iter()
            .any(|then| waits_and_asks(graph, then, rule))
}

#[test]
fn an_answer_that_comes_after_a_passport_has_run_out_leads_to_the_law_of_that_day() {
    let (library, _) = shipped::library();
    // Maret's passport is valid until some day of August 2018, and she has no other.
    let law = Law::on(&library, &[TODAY, Date::constant(2018, 9, 1)]);
    let graph = law.graph(&person(&library, "maret"));
    let mut late_answers = 0;
    for way in graph.nodes.iter().flat_map(|node| &node.ways) {
        let refused = |piece| {
            let branch = way
                .fates
                .iter()
                .find(|it| it.fate == Fate::Badly && it.piece == piece);
            branch.map(|branch| &graph.nodes[branch.to])
        };
        let (Step::AskAll(_), Some(prompt), Some(late)) = (&way.step, refused(0), refused(1))
        else {
            continue;
        };
        assert_eq!((prompt.piece, late.piece, prompt.here), (0, 1, late.here));
        let residual = Residual::of(&law.programs[1], &library, &late.facts);
        let let_in = |rule: &usize| word(&residual, &law.programs[1].rules[*rule]) != Word::Closed;
        assert!(
            entries(late).iter().all(let_in),
            "on a passport that has run out"
        );
        late_answers += usize::from(!entries(prompt).iter().all(let_in));
    }
    assert!(
        late_answers > 0,
        "while it is valid more countries let her in"
    );
}

#[test]
fn nobody_waits_beyond_the_last_day_of_a_stay() {
    let library = with_a_visa("from: 2017-09-01, known: 2017-05-01", "time: unknown\n");
    let law = Law::on(&library, &[TODAY, LATER]);
    // Deni may stay in Lithuania until some day of August 2017.
    let graph = law.graph(&person(&library, "deni"));
    let start = &graph.nodes[0];
    assert!(waits(start).is_none());
    let (mut asks, mut claims) = (0, 0);
    for way in &start.ways {
        // Whoever has claimed protection may stay until there is an answer.
        let claim = matches!(way.step, Step::Claim(_));
        let latest = usize::from(claim);
        assert_eq!(way.answers().last(), Some(&latest), "{:?}", way.step);
        *(if claim { &mut claims } else { &mut asks }) += 1;
    }
    assert!(asks > 0 && claims > 0);
}

#[test]
fn what_was_refused_may_be_asked_for_again_when_its_book_says_so() {
    let again = |after: &str| {
        let more = format!("again: {{ after: {after} }}\ntime: unknown\n");
        let library = with_a_visa("from: 2010-01-01", &more);
        let law = Law::on(&library, &[TODAY, LATER, Date::constant(2018, 1, 1)]);
        let graph = law.graph(&person(&library, "aslan"));
        let rule = law.rule("uy.visa.made_up");
        let way = asks_by(&graph.nodes[0], rule).expect("it may be asked for");
        let mut again = [false; 3];
        for branch in way.fates.iter().filter(|it| it.fate == Fate::Badly) {
            again[branch.piece] = asks_by(&graph.nodes[branch.to], rule).is_some();
        }
        // Refused at once, one may wait until it is open again.
        let mut prompt = way.fates.iter();
        let prompt = prompt.find(|it| it.fate == Fate::Badly && it.piece == 0);
        let mut node = &graph.nodes[prompt.expect("refused").to];
        while let Some(wait) = waits(node).filter(|_| asks_by(node, rule).is_none()) {
            node = &graph.nodes[wait.fates[0].to];
        }
        (again, asks_by(node, rule).map(|_| node.piece))
    };
    // Whenever the answer comes, in that piece of time it would be the same again.
    assert_eq!(again("3 months"), ([false; 3], Some(1)));
    assert_eq!(again("9 months"), ([false; 3], Some(2)));
}

#[test]
fn a_counted_time_says_in_which_piece_an_answer_may_come() {
    let pieces = |months: &str| {
        let seen = "seen: { how: official, source: uy-law-18076, day: 2026-11-22 }";
        // It tells those who hunt Aslan: so it is asked for alone, and no other book's time speaks.
        let more = format!(
            "exposes: [{{ to: authority_home, what: name }}]\n\
             time: {{ months: {months}, {seen} }}\n"
        );
        let library = with_a_visa("from: 2010-01-01", &more);
        let law = Law::on(&library, &[TODAY, LATER, Date::constant(2018, 6, 1)]);
        let graph = law.graph(&person(&library, "aslan"));
        let step = Step::Ask(law.rule("uy.visa.made_up"));
        let mut ways = graph.nodes[0].ways.iter();
        let way = ways
            .find(|way| way.step == step)
            .expect("it may be asked for");
        way.answers()
    };
    // Whoever asks between 17 May and 31 August and waits for one month at most has it by 1 October.
    assert_eq!(pieces("[0, 1]"), [0, 1]);
    // Four months after 17 May it is 17 September; six after the end of August, the end of February.
    assert_eq!(pieces("[4, 6]"), [1]);
    // Fourteen months after 17 May it is 17 July 2018.
    assert_eq!(pieces("[14, 16]"), [2]);
}

#[test]
fn a_day_whose_books_hold_other_pathways_is_left_out_and_that_is_said() {
    let (library, _) = shipped::library();
    let law = Law::on(&library, &[TODAY, LATER, Date::constant(2018, 1, 1)]);
    let few = Clock::of(&law.programs[0], &law.programs[1..], 2);
    assert_eq!((few.pieces(), few.left_out()), (2, 1));
    let backwards = Clock::of(&law.programs[1], &law.programs[..1], 4);
    assert_eq!((backwards.pieces(), backwards.left_out()), (1, 1));
}

/// Along ways through time, what is so as it happened is what is so in the graph.
#[test]
fn along_a_way_through_time_the_same_is_so_as_in_the_graph() {
    let library = with_a_visa("from: 2017-09-01, known: 2017-05-01", "time: unknown\n");
    let law = Law::on(&library, &[TODAY, LATER]);
    let facts = person(&library, "aslan");
    let graph = law.graph(&facts);
    let mut later = 0;
    for way in &graph.nodes[0].ways {
        for branch in way.fates.iter().filter(|it| it.fate != Fate::Returned) {
            let node = &graph.nodes[branch.to];
            let along = facts_along(&library, &law.clock(), &facts, &[(way, branch)]);
            // Where the paper leads is written down only on arrival; which border it was makes no difference.
            if !matches!(way.step, Step::Enter(_)) {
                assert_eq!(along, *node.facts, "{:?}", way.step);
            }
            assert_eq!(node.piece, branch.piece);
            later += usize::from(branch.piece > 0);
        }
    }
    assert!(later >= 2);
    let here = facts.get("here", None).and_then(Recorded::value);
    assert!(matches!(here, Some(Scalar::Country(_))));
}

/// One plan by hand: by a way whose months are counted, and if that is refused by one whose are not.
#[test]
fn months_are_told_only_where_every_answer_on_the_way_was_counted() {
    let seen = "seen: { how: official, source: uy-law-18076, day: 2026-11-22 }";
    let more = format!("time: {{ months: [4, 6], {seen} }}\n");
    let library = with_a_visa("from: 2010-01-01", &more);
    let law = Law::on(&library, &[TODAY]);
    let (counted, uncounted) = (
        law.rule("uy.visa.made_up"),
        law.rule("us.parole.humanitarian"),
    );
    let node = |standing, ways| Node {
        here: None,
        piece: 0,
        hunted: false,
        standing,
        hazard: Hazard::NotKnown,
        facts: Default::default(),
        ways,
    };
    let ask = |rule: usize, refused: usize| {
        let granted = Branch {
            by: vec![rule],
            ..Branch::new(Fate::Well, 3)
        };
        Way::new(
            Step::Ask(rule),
            vec![granted, Branch::new(Fate::Badly, refused)],
        )
    };
    let graph = Graph {
        nodes: vec![
            node(Standing::OnTheWay, vec![ask(counted, 1)]),
            node(Standing::OnTheWay, vec![ask(uncounted, 2)]),
            node(Standing::OnTheWay, vec![]),
            node(Standing::Safe, vec![]),
        ],
        ..Graph::default()
    };
    let plan = |place, way, then| {
        Rc::new(Plan {
            place,
            way,
            then,
            worth: Worth::default(),
        })
    };
    let safe = plan(3, None, vec![]);
    let months = |plan: &Plan| lasting(&library, &law.programs[0], &graph, plan);
    let by_one = plan(0, Some(0), vec![Rc::clone(&safe), plan(1, None, vec![])]);
    let whole = Lasting {
        answers: 1,
        least_months: 4,
        most_months: Some(6),
    };
    assert_eq!(months(&by_one), Some(whole));
    let second = plan(1, Some(0), vec![safe, plan(2, None, vec![])]);
    let by_both = plan(0, Some(0), vec![Rc::clone(&by_one.then[0]), second]);
    let unknown = Lasting {
        answers: 2,
        least_months: 4,
        most_months: None,
    };
    assert_eq!(months(&by_both), Some(unknown));
    assert_eq!(months(&plan(2, None, vec![])), None, "it leads nowhere");
}
