//! Routes as a picture: situations as boxes, steps with their fates as arrows; and the same as rows of
//! a table. Both are made of one list, so that neither can say what the other does not.

use super::layout::{Curve, Laid, Slot, laid};
use super::situations::{Arrow, Reached, reached};
use super::telling::Telling;
use super::{RoutesAsked, side_by_side};
use crate::Lang;
use crate::case::{Case, CaseNumber};
use crate::desk::Desk;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{DrawnArrow, DrawnSituation, PicturePage};
use facts::{CountryCode, Date};
use routes::{Branch, Fate, Leg, Plan, Preparation, Standing, Step, Strategies, Way};
use std::collections::BTreeSet;

/// So many countries are named in a box, and so many in the table, before *and so many more*.
const NAMED_IN_A_BOX: usize = 1;
const NAMED_IN_A_ROW: usize = 5;
/// So many letters fit into a line of a box; the table has the whole.
const LETTERS: usize = 36;

impl Desk {
    /// The routes of one person on a day, as a picture; nothing, if there is no such case, or if what
    /// is said to have happened cannot.
    pub fn picture(
        &self,
        number: CaseNumber,
        asked: RoutesAsked<'_>,
        on: Date,
        lang: Lang,
    ) -> Option<PicturePage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        reading.tell(case, asked, |telling, found, _| {
            telling.picture(case, asked, found)
        })
    }
}

/// Countries that stand together, because the law leaves the person the same in each.
type Countries = BTreeSet<CountryCode>;

impl Telling<'_, '_> {
    fn picture(&self, case: &Case, asked: RoutesAsked<'_>, found: &Strategies) -> PicturePage {
        let (shown, _) = side_by_side(self.graph, found, asked.first);
        let plans: Vec<&Plan> = shown.iter().map(|one| one.plan.as_ref()).collect();
        let reached = &reached(self.graph, &plans, self.trail);
        let there = There::of(self, reached);
        let comes: Vec<Vec<String>> = (0..reached.situations.len())
            .map(|one| self.brings(reached, one))
            .collect();
        let laid = placed(reached, &comes);
        let speech = self.reading.speech;
        PicturePage {
            head: self.reading.head(case),
            query: asked.what_if.query(),
            without: asked.what_if.without.map(|one| self.reading.left_out(one)),
            after: self.trail.to_string(),
            described: self.described(reached),
            legend: STANDINGS.map(|standing| self.stands(standing)).into(),
            left_out: (reached.left_out > 0)
                .then(|| speech.count("picture-left-out", reached.left_out)),
            width: laid.width,
            height: laid.height,
            situations: self.situations(reached, &there, &laid, comes),
            arrows: self.arrows(reached, &there, &laid),
        }
    }

    fn situations(
        &self,
        reached: &Reached,
        there: &There,
        laid: &Laid,
        comes: Vec<Vec<String>>,
    ) -> Vec<DrawnSituation> {
        let drawn = |(index, comes): (usize, Vec<String>)| {
            let (situation, at) = (&reached.situations[index], laid.boxes[index]);
            DrawnSituation {
                x: at.x,
                y: at.y,
                width: at.width,
                height: at.height,
                number: index + 1,
                place: self.placed(&there.places[index]),
                stands: self.stands(self.graph.nodes[situation.place].standing),
                comes,
                after: situation.trail.to_string(),
            }
        };
        comes.into_iter().enumerate().map(drawn).collect()
    }

    fn arrows(&self, reached: &Reached, there: &There, laid: &Laid) -> Vec<DrawnArrow> {
        let drawn = |(arrow, curve): (&Arrow, &Curve)| {
            let (way, branch) = self.taken(reached, arrow);
            DrawnArrow {
                path: curve.to_string(),
                class: class(branch.fate),
                from: arrow.from,
                to: arrow.to,
                step: self.done(way, there, arrow.from),
                comes: self.came(way, branch, &self.lead(&branch.by), NAMED_IN_A_ROW),
            }
        };
        let arrows = reached.arrows.iter().zip(&laid.curves);
        arrows.map(drawn).collect()
    }

    /// Where the person is; whoever is handed over may be taken anywhere.
    fn placed(&self, places: &Countries) -> String {
        if places.is_empty() {
            return self.reading.speech.say("picture-nowhere");
        }
        shortened(&self.reading.these(places, NAMED_IN_A_BOX))
    }

    fn taken(&self, reached: &Reached, arrow: &Arrow) -> (&Way, &Branch) {
        let place = reached.situations[arrow.from].place;
        let way = &self.graph.nodes[place].ways[arrow.way];
        (way, &way.fates[arrow.fate])
    }

    /// What brings somebody to a situation, each kind of fate once.
    fn brings(&self, reached: &Reached, one: usize) -> Vec<String> {
        let mut kinds: Vec<(&Way, &Branch, Countries)> = Vec::new();
        for arrow in reached.arrows.iter().filter(|arrow| arrow.to == one) {
            let (way, branch) = self.taken(reached, arrow);
            let by = self.lead(&branch.by);
            let same = |(other, fate, _): &&mut (&Way, &Branch, Countries)| {
                came(other, fate) == came(way, branch)
            };
            match kinds.iter_mut().find(same) {
                Some((_, _, all)) => all.extend(by),
                None => kinds.push((way, branch, by)),
            }
        }
        if one == 0 {
            return vec![self.reading.speech.say("picture-start")];
        }
        let line = |(way, branch, by): &(&Way, &Branch, Countries)| {
            shortened(&self.came(way, branch, by, NAMED_IN_A_BOX))
        };
        kinds.iter().map(line).collect()
    }

    fn came(&self, way: &Way, branch: &Branch, by: &Countries, named: usize) -> String {
        let place = self.reading.these(by, named);
        let id = came(way, branch);
        if place.is_empty() {
            self.reading.speech.say(id)
        } else {
            say!(self.reading.speech, "picture-by", came = &self.reading.speech.say(id), where = &place)
        }
    }

    /// What is done, in the words of a table.
    fn done(&self, way: &Way, there: &There, from: usize) -> String {
        let speech = self.reading.speech;
        let named = |codes: &Countries| self.reading.these(codes, NAMED_IN_A_ROW);
        match &way.step {
            Step::AskAll(rules) => speech.count("picture-ask-all", rules.len()),
            Step::Ask(rule) => say!(speech, "picture-ask", way = &self.reading.link(*rule).title),
            Step::Enter(rules) => {
                say!(speech, "picture-enter", where = &named(&self.lead(rules)))
            }
            Step::TravelOn(rule) => {
                say!(speech, "picture-travel", where = &named(&there.led(self, *rule, from)))
            }
            Step::Claim(_) => say!(speech, "picture-claim", where = &named(&there.places[from])),
            Step::Appeal(_) => speech.say("picture-appeal"),
            Step::Prepare(Preparation::ChildProtection) => speech.say("picture-prepare-child"),
            Step::Prepare(Preparation::Lawyer) => speech.say("picture-prepare-lawyer"),
            Step::Prepare(Preparation::MoveInside) => speech.say("picture-prepare-move"),
            Step::Wait(piece) => {
                say!(speech, "picture-wait-until", day = &self.first_day(*piece))
            }
        }
    }

    fn stands(&self, standing: Standing) -> Signed {
        let (sign, id) = match standing {
            Standing::Safe => (Sign::Open, "picture-safe"),
            Standing::OutOfReach => (Sign::NoObstacle, "picture-out-of-reach"),
            Standing::OnTheWay => (Sign::Undecided, "picture-waits"),
            Standing::Returned => (Sign::Closed, "picture-returned"),
        };
        Signed::saying(sign, self.reading.speech.say(id))
    }

    /// How many boxes and arrows there are, and where to read them.
    fn described(&self, reached: &Reached) -> String {
        let speech = self.reading.speech;
        let (boxes, arrows) = (
            speech.count("picture-situations", reached.situations.len()),
            speech.count("picture-arrows", reached.arrows.len()),
        );
        format!("{boxes} {arrows} {}", speech.say("picture-same"))
    }

    /// The countries to which rules lead.
    fn lead(&self, rules: &[usize]) -> Countries {
        let rules = rules.iter();
        rules
            .filter_map(|rule| self.reading.program.rules[*rule].destination)
            .collect()
    }
}

/// Where each box and arrow stands, by how many lines the boxes have.
fn placed(reached: &Reached, comes: &[Vec<String>]) -> Laid {
    let slots: Vec<Slot> = reached
        .situations
        .iter()
        .zip(comes)
        .map(|(one, comes)| Slot {
            layer: one.layer,
            rows: comes.len(),
        })
        .collect();
    let ends = reached.arrows.iter().map(|arrow| (arrow.from, arrow.to));
    laid(&slots, &ends.collect::<Vec<_>>())
}

/// In the order of the legend.
const STANDINGS: [Standing; 4] = [
    Standing::Safe,
    Standing::OutOfReach,
    Standing::OnTheWay,
    Standing::Returned,
];

/// For each situation where the person may be, and where the papers lead that they may hold.
struct There {
    places: Vec<Countries>,
    papers: Vec<Countries>,
}

impl There {
    fn of(telling: &Telling<'_, '_>, reached: &Reached) -> There {
        let count = reached.situations.len();
        let mut there = There {
            places: vec![Countries::new(); count],
            papers: vec![Countries::new(); count],
        };
        let start = telling.graph.nodes[reached.situations[0].place].here;
        there.places[0].extend(start);
        for arrow in &reached.arrows {
            let (way, branch) = telling.taken(reached, arrow);
            let (mut place, mut paper) = (
                there.places[arrow.from].clone(),
                there.papers[arrow.from].clone(),
            );
            match (&way.step, branch.fate) {
                (Step::AskAll(_) | Step::Ask(_), Fate::Well) => paper = telling.lead(&branch.by),
                (Step::Enter(rules), Fate::Well) => place = telling.lead(rules),
                (Step::TravelOn(rule), Fate::Well) => place = there.led(telling, *rule, arrow.from),
                // Refused or stopped, the person is where they were; handed over, nobody knows where.
                (_, Fate::Returned) => place = Countries::new(),
                (_, Fate::Well | Fate::Badly) => {}
            }
            there.places[arrow.to].extend(place);
            there.papers[arrow.to].extend(paper);
        }
        there
    }

    /// Where a paper leads: to any that was granted alike, else where its own rule does.
    fn led(&self, telling: &Telling<'_, '_>, rule: usize, from: usize) -> Countries {
        let papers = &self.papers[from];
        if papers.is_empty() {
            telling.lead(&[rule])
        } else {
            papers.clone()
        }
    }
}

/// What came of a step, as one word or few.
fn came(way: &Way, branch: &Branch) -> &'static str {
    match (&way.step, branch.fate) {
        (Step::Prepare(Preparation::ChildProtection), _) => "picture-heard",
        (Step::Prepare(Preparation::Lawyer), _) => "picture-lawyer-heard",
        (Step::Prepare(Preparation::MoveInside), Fate::Well) => "picture-out",
        (Step::Prepare(Preparation::MoveInside), _) => "picture-noticed",
        (Step::Wait(_) | Step::AskAll(_) | Step::Ask(_), Fate::Returned) => "picture-found",
        (Step::Wait(_), _) => "picture-waited",
        (Step::AskAll(_) | Step::Ask(_), Fate::Well) => "picture-granted",
        (Step::AskAll(_) | Step::Ask(_), Fate::Badly) => "picture-refused",
        (Step::Enter(_) | Step::TravelOn(_), Fate::Well) => "picture-arrived",
        (Step::Enter(_) | Step::TravelOn(_), Fate::Badly) => match branch.leg {
            Some(Leg::Exit) => "picture-not-let-out",
            Some(Leg::Boarding) => "picture-not-boarded",
            Some(Leg::Admission) | None => "picture-turned-back",
        },
        (Step::Claim(_), Fate::Well) => "picture-recognised",
        (Step::Claim(_), Fate::Badly) => "picture-claim-refused",
        (Step::Appeal(_), Fate::Well) => "picture-appeal-won",
        (Step::Appeal(_), Fate::Badly) => "picture-appeal-lost",
        (_, Fate::Returned) => "picture-handed-over",
    }
}

fn class(fate: Fate) -> &'static str {
    match fate {
        Fate::Well => "well",
        Fate::Badly => "badly",
        Fate::Returned => "returned",
    }
}

/// What fits into a line of a box.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}
