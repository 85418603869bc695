//! The two ordinary models that prove a bound: whoever checks them needs no intervals.
//!
//! In the first the person's plan is fixed and nature chooses among the corners of what is known:
//! its value is what the plan is sure of. In the second nature's answer is fixed and the person
//! chooses: its value is what no plan can better. Where both agree, the value is right.

use crate::chance::WHOLE;
use crate::drn::{decimal, head, write_rest, write_state};
use crate::model::Model;
use crate::nature::{Nature, chances, filled, value_for};
use crate::solve::{Answer, Question, ROUNDING};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Actions with more outcomes than this have too many corners to write down.
const MOST_CORNERS_OF: usize = 6;
/// After so many sweeps a loop is written down as it then is.
const MOST_SWEEPS: usize = 1_000_000;

/// Two ordinary models as DRN texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The plan is fixed; nature chooses. Nothing, where an action has too many corners.
    pub plan: Option<String>,
    /// Nature is fixed; the person chooses.
    pub nature: String,
}

/// The pair of ordinary models for an answer.
pub fn pair(model: &Model, question: Question, answer: &Answer) -> Pair {
    Pair {
        plan: plan(model, answer),
        nature: nature(model, question, answer),
    }
}

fn plan(model: &Model, answer: &Answer) -> Option<String> {
    let mut body = String::new();
    let mut choices = 0;
    for state in 0..model.states() as u32 {
        write_state(&mut body, model, state);
        match answer.choices[state as usize] {
            Some(action) => {
                let corners = corners(model, action as usize)?;
                for (number, chances) in corners.iter().enumerate() {
                    write_action(&mut body, model, action as usize, number, chances);
                }
                choices += corners.len();
            }
            None => {
                let _ = writeln!(body, "\taction 0\n\t\t{state} : 1");
                choices += 1;
            }
        }
    }
    Some(head(model.states(), choices) + &body)
}

fn nature(model: &Model, question: Question, answer: &Answer) -> String {
    let given = natures_answer(model, question, answer);
    let mut body = String::new();
    let mut choices = 0;
    for state in 0..model.states() as u32 {
        write_state(&mut body, model, state);
        let actions = model.actions_of(state);
        choices += actions.len().max(1);
        for (number, action) in actions.enumerate() {
            write_action(&mut body, model, action, number, &given[action]);
        }
        write_rest(&mut body, model, state);
    }
    head(model.states(), choices) + &body
}

/// What nature gives the outcomes of each action.
///
/// Where nature wants the mark to be reached, an answer that only keeps the value may run in a loop
/// for ever and reach nothing. So a loop is walked again from below, and nature's answer changes only
/// where it makes an action better by more than rounding can: then every answer rests on ones that
/// were there before it.
fn natures_answer(model: &Model, question: Question, answer: &Answer) -> Vec<Vec<u32>> {
    let values = answer.values();
    let of = |action: usize, values: &[f64]| {
        chances(model, model.outcomes_of(action), values, question.nature)
    };
    let all = 0..model.outcomes.len() - 1;
    let mut given: Vec<Vec<u32>> = all.map(|action| of(action, values)).collect();
    if question.nature == Nature::Least {
        return given;
    }
    let mut walked = values.to_vec();
    for states in model.components.loops().map(|found| found.states) {
        states
            .iter()
            .for_each(|state| walked[*state as usize] = 0.0);
        let mut best: BTreeMap<usize, f64> = BTreeMap::new();
        for _ in 0..MOST_SWEEPS {
            let mut moved = 0.0_f64;
            for state in states {
                let mut chosen: Option<f64> = None;
                for action in model.actions_of(*state) {
                    let slots = model.slots_of(action);
                    let found = value_for(question.nature, slots, &walked);
                    let rounding = ROUNDING * slots.len() as f64;
                    if best
                        .get(&action)
                        .is_none_or(|before| found > *before + rounding)
                    {
                        best.insert(action, found);
                        given[action] = of(action, &walked);
                    }
                    let better = |other: f64| match question.person {
                        Nature::Most => found > other,
                        Nature::Least => found < other,
                    };
                    if chosen.is_none_or(better) {
                        chosen = Some(found);
                    }
                }
                let rise = chosen.unwrap_or(0.0) - walked[*state as usize];
                walked[*state as usize] += rise.max(0.0);
                moved = moved.max(rise);
            }
            if moved <= 1e-13 {
                break;
            }
        }
        states
            .iter()
            .for_each(|state| walked[*state as usize] = values[*state as usize]);
    }
    given
}

fn write_action(text: &mut String, model: &Model, action: usize, number: usize, chances: &[u32]) {
    let _ = writeln!(text, "\taction {number}");
    let outcomes = model.outcomes_in(action).zip(chances);
    for (outcome, chance) in outcomes.filter(|(_, chance)| **chance > 0) {
        let _ = writeln!(text, "\t\t{} : {}", outcome.to, decimal(*chance));
    }
}

/// Every corner of what is known of an action: each comes from filling up in some order.
fn corners(model: &Model, action: usize) -> Option<BTreeSet<Vec<u32>>> {
    let slots = model.slots_of(action);
    if slots.len() > MOST_CORNERS_OF {
        return None;
    }
    let mut found = BTreeSet::new();
    let mut order: Vec<usize> = (0..slots.len()).collect();
    permute(&mut order, 0, &mut |order| {
        found.insert(filled(slots, order));
    });
    debug_assert!(
        found
            .iter()
            .all(|corner| corner.iter().sum::<u32>() == WHOLE)
    );
    Some(found)
}

fn permute(order: &mut Vec<usize>, from: usize, each: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        each(order);
        return;
    }
    for other in from..order.len() {
        order.swap(from, other);
        permute(order, from + 1, each);
        order.swap(from, other);
    }
}
