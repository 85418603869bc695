//! The routes on a sheet for the person, in plain words.
//!
//! Whoever finds the paper must learn neither whose it is nor why they are hunted. So everything on
//! it is worded here from kinds of steps, countries and counts: never from a text of the case, and
//! never from the title of a book, which may name an organisation or whom it protects.

use super::{WhatIf, first_way, side_by_side};
use crate::Lang;
use crate::ahead::Turning;
use crate::case::CaseNumber;
use crate::day;
use crate::desk::{Desk, Reading};
use crate::speech::say;
use crate::view::{SheetPage, SheetThen, SheetWay};
use facts::Date;
use routes::{
    Branch, Fate, Graph, Piece, Plan, Preparation, Standing, Step, Strategy, Way, Worth, strategies,
};
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// The sheet for one person on a day; nothing, if there is no such case.
    pub fn sheet(&self, number: CaseNumber, on: Date, lang: Lang) -> Option<SheetPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let coming = reading.coming(case);
        let graph = reading.graph(&case.facts, &coming.clock(), WhatIf::default());
        let found = strategies(&graph, WhatIf::default().assumptions().tolerance);
        let wording = Wording {
            reading: &reading,
            graph: &graph,
            undecided: reading.undecided(&case.facts),
        };
        let (shown, _) = side_by_side(&graph, &found, None);
        // A plan that goes less far begins with the same step, and its words would be the same.
        let widest = shown.into_iter().filter(|one| !one.variant);
        let turnings = self.turnings(number, on);
        let mut deadlines = Vec::new();
        for (on, turning) in &turnings {
            deadlines.extend(wording.deadline(*on, turning));
        }
        let law_of = day::in_words(on, reading.speech);
        Some(SheetPage {
            number: number.0,
            code: lang.of(&case.code).to_owned(),
            day: say!(reading.speech, "sheet-day", day = &law_of),
            ways: widest.map(|one| wording.way(one)).collect(),
            deadlines,
        })
    }
}

/// Words for the strategies of one person.
struct Wording<'r, 'd> {
    reading: &'r Reading<'d>,
    graph: &'r Graph,
    /// Rules of which facts still decide.
    undecided: BTreeSet<usize>,
}

impl Wording<'_, '_> {
    fn way(&self, strategy: &Strategy) -> SheetWay {
        let plan = &strategy.plan;
        let way = first_way(self.graph, plan);
        SheetWay {
            title: self.title(way),
            worst: self.worst(way, plan),
            certain: self.certain(way, strategy.independent),
            first: self.first(way),
            then: self.then(way, plan),
        }
    }

    fn first_day(&self, piece: Piece) -> String {
        day::in_words(self.graph.days[piece], self.reading.speech)
    }

    fn say(&self, id: &str) -> String {
        self.reading.speech.say(id)
    }

    fn title(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        let Some(way) = way else {
            return self.say("sheet-way-wait");
        };
        let place = self.reading.countries(&way.rules());
        match &way.step {
            Step::AskAll(_) => self.say("sheet-way-ask-all"),
            Step::Ask(_) => say!(speech, "sheet-way-ask", where = &place),
            Step::Claim(_) => self.say("sheet-way-claim"),
            Step::Appeal(_) => self.say("sheet-way-appeal"),
            Step::Enter(_) if way.in_hand => say!(speech, "sheet-way-paper", where = &place),
            Step::Enter(_) => say!(speech, "sheet-way-enter", where = &place),
            Step::TravelOn(_) => say!(speech, "sheet-way-travel", where = &place),
            Step::Prepare(Preparation::ChildProtection) => self.say("sheet-way-child"),
            Step::Prepare(Preparation::Lawyer) => self.say("sheet-way-lawyer"),
            Step::Prepare(Preparation::MoveInside) => self.say("sheet-way-move"),
            Step::Wait(piece) => say!(speech, "sheet-way-until", day = &self.first_day(*piece)),
        }
    }

    /// To be found or handed over comes first. Whoever does not leave at once stays where the danger is.
    fn worst(&self, way: Option<&Way>, plan: &Plan) -> Vec<String> {
        let worth = &plan.worth;
        let hunted = self.graph.nodes[plan.place].hunted;
        let waits = way.is_none_or(|way| is_waited_for(way) && way.may_return());
        let handed_over = way.and_then(|way| handed_over(way, worth));
        let noticed = way.map(|way| &way.step) == Some(&Step::Prepare(Preparation::MoveInside));
        let worst = [
            (hunted && waits).then_some("sheet-worst-found"),
            handed_over,
            worth.exposes.then_some("sheet-worst-told"),
            noticed.then_some("sheet-worst-noticed"),
            (!way.is_some_and(is_journey)).then_some("sheet-worst-wait"),
        ];
        worst.into_iter().flatten().map(|id| self.say(id)).collect()
    }

    fn certain(&self, way: Option<&Way>, independent: usize) -> Vec<String> {
        let Some(way) = way else {
            return vec![self.say("sheet-knows-wait")];
        };
        let speech = self.reading.speech;
        let mut certain = Vec::new();
        if is_journey(way) {
            certain.push(self.say("sheet-certain-journey"));
        } else if independent > 0 {
            certain.push(speech.count("sheet-certain-asks", independent));
        }
        if let Step::Enter(_) = way.step {
            let closes = speech.count("sheet-certain-closes", way.closes.len());
            let opens = speech.count("sheet-certain-opens", way.opens.len());
            certain.push(format!("{closes} {opens}"));
        }
        certain.push(self.say(who_learns(way)));
        let closes = if is_journey(way) {
            "sheet-turned-back-closes"
        } else {
            "sheet-no-closes"
        };
        // No book holds a preparation, and nobody can refuse it.
        if !matches!(way.step, Step::Prepare(_) | Step::Wait(_)) {
            certain.push(speech.count(closes, way.burns.len()));
        }
        certain
    }

    fn first(&self, way: Option<&Way>) -> String {
        let step = self.step(way, &way.map(Way::rules).unwrap_or_default());
        let Some(Step::AskAll(rules)) = way.map(|way| &way.step) else {
            return step;
        };
        let open = rules.iter().filter(|rule| self.undecided.contains(rule));
        match open.count() {
            0 => step,
            open => {
                let find_out = self.reading.speech.count("sheet-step-undecided", open);
                format!("{step} {find_out}")
            }
        }
    }

    /// A step, to wherever these rules lead.
    fn step(&self, way: Option<&Way>, rules: &[usize]) -> String {
        let speech = self.reading.speech;
        let Some(way) = way else {
            return self.say("sheet-step-wait");
        };
        let place = self.reading.countries(rules);
        match &way.step {
            Step::AskAll(rules) => {
                say!(speech, "sheet-step-ask-all", n = rules.len(), where = &place)
            }
            Step::Ask(_) => say!(speech, "sheet-step-ask", where = &place),
            Step::Claim(_) => say!(speech, "sheet-step-claim", where = &place),
            Step::Appeal(_) => self.say("sheet-step-appeal"),
            Step::Enter(_) if way.in_hand => say!(speech, "sheet-step-paper", where = &place),
            Step::Enter(_) => say!(speech, "sheet-step-enter", where = &place),
            Step::TravelOn(_) => say!(speech, "sheet-step-travel", where = &place),
            Step::Prepare(Preparation::ChildProtection) => self.say("sheet-step-child"),
            Step::Prepare(Preparation::Lawyer) => self.say("sheet-step-lawyer"),
            Step::Prepare(Preparation::MoveInside) => self.say("sheet-step-move"),
            Step::Wait(piece) => say!(speech, "sheet-step-until", day = &self.first_day(*piece)),
        }
    }

    /// How the plan goes on, where its first step goes badly before where it goes well.
    fn then(&self, way: Option<&Way>, plan: &Plan) -> Vec<SheetThen> {
        let Some(way) = way else {
            return vec![SheetThen {
                when: self.say("sheet-if-waiting"),
                what: self.say("sheet-next-waiting"),
            }];
        };
        let after = |fate: Fate| {
            let branches = way.fates.iter().zip(&plan.then);
            // An answer that comes at once is told; one that comes later is looked at then.
            let first = way.answers().first().copied();
            let told = |it: &Branch| it.fate == fate && first == Some(it.piece);
            let branches: Vec<_> = branches.filter(|(it, _)| told(it)).collect();
            // Of the legs of a journey the last is told: what is turned back at a border is on record.
            let (_, next) = match fate {
                Fate::Badly => branches.last()?,
                _ => branches.first()?,
            };
            // Several may grant: to whichever of their countries the paper leads.
            let by: Vec<usize> = branches.iter().flat_map(|(it, _)| it.by.clone()).collect();
            Some(SheetThen {
                when: self.say(when(way, fate)),
                what: self.next(next, &by),
            })
        };
        [Fate::Badly, Fate::Well]
            .into_iter()
            .filter_map(after)
            .collect()
    }

    /// What a plan begins with, or where it leaves the person.
    fn next(&self, plan: &Plan, granted_by: &[usize]) -> String {
        let Some(way) = first_way(self.graph, plan) else {
            return self.say(match self.graph.nodes[plan.place].standing {
                Standing::Safe => "sheet-stands-safe",
                Standing::OutOfReach => "sheet-stands-out-of-reach",
                Standing::OnTheWay | Standing::Returned => "sheet-next-nothing",
            });
        };
        match &way.step {
            Step::AskAll(rules) => self.reading.speech.count("sheet-then-ask-all", rules.len()),
            Step::TravelOn(_) if !granted_by.is_empty() => self.step(Some(way), granted_by),
            _ => self.step(Some(way), &way.rules()),
        }
    }

    /// A day on which something closes, in a sentence; nothing, if nothing does. What closes is told
    /// by its kind and where it leads.
    fn deadline(&self, on: Date, turning: &Turning) -> Option<String> {
        let reading = self.reading;
        let mut kinds: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        // A program has every rule of the books, whatever the day.
        for (index, rule) in reading.program.rules.iter().enumerate() {
            if turning.closes.contains(&rule.id) {
                let kind = reading.kind(reading.book(rule).kind);
                kinds.entry(kind).or_default().push(index);
            }
        }
        let closed = kinds.iter();
        let closed = closed.map(|(kind, rules)| format!("{kind} ({})", reading.countries(rules)));
        let closed: Vec<String> = closed.collect();
        let sentence = || {
            let day = day::in_words(on, reading.speech);
            let what = closed.join("; ");
            say!(
                reading.speech,
                "sheet-time-closes",
                day = &day,
                what = &what
            )
        };
        (!closed.is_empty()).then(sentence)
    }
}

/// Whether something is waited for where one is.
fn is_waited_for(way: &Way) -> bool {
    matches!(way.step, Step::AskAll(_) | Step::Ask(_) | Step::Wait(_))
}

fn is_journey(way: &Way) -> bool {
    matches!(way.step, Step::Enter(_) | Step::TravelOn(_))
}

/// How somebody may be handed over: at the first step, or later on the way. That they may be found
/// where they wait is told apart.
fn handed_over(way: &Way, worth: &Worth) -> Option<&'static str> {
    match way.step {
        Step::Enter(_) | Step::TravelOn(_) => Some("sheet-worst-journey"),
        Step::Claim(_) | Step::Appeal(_) => Some("sheet-worst-claim"),
        Step::AskAll(_) | Step::Ask(_) | Step::Prepare(_) | Step::Wait(_) => {
            let later = worth.dangers > u32::from(way.may_return());
            (worth.returned > 0 && later).then_some("sheet-worst-later")
        }
    }
}

fn who_learns(way: &Way) -> &'static str {
    match way.step {
        _ if way.exposes => "sheet-knows-told",
        Step::AskAll(_) | Step::Ask(_) => "sheet-knows-asked",
        Step::Claim(_) | Step::Appeal(_) => "sheet-knows-claim",
        Step::Enter(_) | Step::TravelOn(_) => "sheet-knows-journey",
        Step::Prepare(Preparation::ChildProtection | Preparation::Lawyer) => "sheet-knows-child",
        Step::Prepare(Preparation::MoveInside) => "sheet-knows-move",
        Step::Wait(_) => "sheet-knows-wait",
    }
}

/// A fate of the first step, as a condition.
fn when(way: &Way, fate: Fate) -> &'static str {
    match (&way.step, fate) {
        (Step::Enter(_) | Step::TravelOn(_), Fate::Well) => "sheet-if-arrived",
        (Step::Enter(_) | Step::TravelOn(_), _) => "sheet-if-stopped",
        (Step::Prepare(Preparation::ChildProtection | Preparation::Lawyer), _) => "sheet-if-heard",
        (Step::Prepare(Preparation::MoveInside), Fate::Well) => "sheet-if-out",
        (Step::Prepare(Preparation::MoveInside), _) => "sheet-if-noticed",
        (Step::Wait(_), _) => "sheet-if-until",
        (_, Fate::Well) => "sheet-if-granted",
        (_, _) => "sheet-if-refused",
    }
}
