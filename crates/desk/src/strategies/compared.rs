//! Strategies side by side: what they are compared by, the worst first.

use super::first_way;
use super::telling::Telling;
use crate::speech::say;
use crate::view::{CompareCell, CompareRow};
use routes::{Plan, Step, Strategy, Way, lasting};
use std::collections::BTreeSet;

/// How many rows there are.
const ROWS: usize = 14;
/// What is compared, in the order of the rows.
const COMPARED: [&str; ROWS] = [
    "routes-compare-return",
    "routes-compare-returned-of-100",
    "routes-compare-waiting-of-100",
    "routes-compare-safe-of-100",
    "routes-compare-dangers",
    "routes-compare-reach",
    "routes-compare-lasting",
    "routes-compare-costs",
    "routes-compare-learns",
    "routes-compare-relatives",
    "routes-compare-independent",
    "routes-compare-closes",
    "routes-compare-opens",
    "routes-compare-refusals",
];

impl Telling<'_, '_> {
    /// The strategies side by side; return first. What nobody knows of any of them, of a hundred people,
    /// is no row: that nobody knows stands under what is certain.
    pub(super) fn compared(&self, shown: &[&Strategy]) -> Vec<CompareRow> {
        let speech = self.reading.speech;
        let figures: Vec<[String; ROWS]> = shown.iter().map(|one| self.figures(one)).collect();
        let unknown = speech.say("routes-nobody-knows");
        let rows = COMPARED.iter().enumerate().filter(|(row, id)| {
            let known = figures.iter().any(|cells| cells[*row] != unknown);
            known || !id.ends_with("-of-100")
        });
        let cell = |text: &String| CompareCell {
            text: text.clone(),
            changed: false,
        };
        let row = |(row, id): (usize, &&str)| CompareRow {
            what: speech.say(id),
            cells: figures.iter().map(|cells| cell(&cells[row])).collect(),
        };
        rows.map(row).collect()
    }

    /// How long a plan may last until somebody is out of reach.
    fn lasting(&self, plan: &Plan) -> String {
        let speech = self.reading.speech;
        let (library, program) = (self.reading.desk.library(), &self.reading.program);
        let Some(lasting) = lasting(library, program, self.graph, plan) else {
            return "–".to_owned();
        };
        let answers = lasting.answers as usize;
        match lasting.most_months {
            _ if answers == 0 => speech.say("routes-lasting-journey"),
            None => speech.count("routes-lasting-unknown", answers),
            Some(most) => {
                let (least, most) = (lasting.least_months.to_string(), most.to_string());
                say!(
                    speech,
                    "routes-lasting-months",
                    n = answers,
                    least = &least,
                    most = &most
                )
            }
        }
    }

    /// What the first step costs, as far as a book says.
    fn costs_of_the_first(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        let Some(way) = way else {
            return "–".to_owned();
        };
        let due = self.due(&way.rules()).into_iter();
        let due: BTreeSet<String> = due
            .map(|(_, cost)| format!("{} {}", cost.amount, cost.currency))
            .collect();
        match due.is_empty() {
            true => speech.say("routes-costs-unknown"),
            false => {
                let due: Vec<String> = due.into_iter().collect();
                say!(speech, "routes-costs-named", costs = &due.join(", "))
            }
        }
    }

    fn figures(&self, strategy: &Strategy) -> [String; ROWS] {
        let way = first_way(self.graph, &strategy.plan);
        let worth = &strategy.plan.worth;
        let leaves = way.filter(|way| matches!(way.step, Step::Enter(_)));
        let counted = |rules: Option<usize>| rules.map_or("–".to_owned(), |n| n.to_string());
        let returned = match way {
            _ if worth.returned > 0 => "routes-yes",
            // Wherever it is, waiting has a danger of its own.
            None => "routes-nobody-knows",
            Some(_) => "routes-no",
        };
        let [handed_over, waiting, safe] = self.of_hundreds(&strategy.plan);
        [
            self.reading.speech.say(returned),
            handed_over,
            waiting,
            safe,
            way.map_or("–".to_owned(), |_| worth.dangers.to_string()),
            self.out_of_reach(way),
            self.lasting(&strategy.plan),
            self.costs_of_the_first(way),
            self.who_learns(way),
            self.relatives(way),
            strategy.independent.to_string(),
            counted(leaves.map(|way| way.closes.len())),
            counted(leaves.map(|way| way.opens.len())),
            worth.refusals.to_string(),
        ]
    }
}
