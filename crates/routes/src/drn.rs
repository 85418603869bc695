//! Models in the text form that the model checker Storm reads, and back.
//!
//! Chances stand as whole millionths, so that every tool reads the same numbers.

use crate::chance::{Chance, WHOLE};
use crate::model::{BadModel, Laying, Mark, Model, Outcome};
use std::fmt::Write;

/// What is wrong with a DRN text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDrn {
    /// A line that is not understood.
    #[error("line {line}: {what}")]
    Line {
        /// Which, counted from 1.
        line: usize,
        /// What is wrong.
        what: &'static str,
    },
    /// The lines are understood, and their model is none.
    #[error(transparent)]
    Model(#[from] BadModel),
}

/// The interval model as DRN. `floor` raises lower ends to at least so many millionths: Storm refuses
/// intervals that may be nothing; 0 writes them as they are.
pub fn write_intervals(model: &Model, floor: u32) -> String {
    // A state that is never left is written with one action.
    let states = 0..model.states() as u32;
    let choices = states
        .map(|state| model.actions_of(state).len().max(1))
        .sum();
    let mut text = head(model.states(), choices);
    for state in 0..model.states() as u32 {
        write_state(&mut text, model, state);
        for (number, action) in model.actions_of(state).enumerate() {
            let _ = writeln!(text, "\taction {number}");
            for outcome in model
                .outcomes_in(action)
                .filter(|outcome| outcome.chance.hi() > 0)
            {
                let lo = outcome.chance.lo().max(floor.min(outcome.chance.hi()));
                let _ = writeln!(
                    text,
                    "\t\t{} : [{}, {}]",
                    outcome.to,
                    decimal(lo),
                    decimal(outcome.chance.hi())
                );
            }
        }
        if model.actions_of(state).is_empty() {
            let _ = writeln!(text, "\taction 0\n\t\t{state} : [1, 1]");
        }
    }
    text
}

pub(crate) fn head(states: usize, choices: usize) -> String {
    format!(
        "@type: MDP\n@parameters\n\n@reward_models\n\n@nr_states\n{states}\n@nr_choices\n{choices}\n@model\n"
    )
}

pub(crate) fn write_state(text: &mut String, model: &Model, state: u32) {
    let _ = write!(text, "state {state}");
    if state == 0 {
        text.push_str(" init");
    }
    match model.mark(state) {
        Mark::OnTheWay => {}
        Mark::Safe => text.push_str(" safe"),
        Mark::Returned => text.push_str(" returned"),
    }
    text.push('\n');
}

/// A state that is never left stays where it is.
pub(crate) fn write_rest(text: &mut String, model: &Model, state: u32) {
    if model.actions_of(state).is_empty() {
        let _ = writeln!(text, "\taction 0\n\t\t{state} : 1");
    }
}

/// Millionths as a decimal fraction, exactly.
pub(crate) fn decimal(millionths: u32) -> String {
    let (whole, rest) = (millionths / WHOLE, millionths % WHOLE);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = format!("{rest:06}");
    format!("{whole}.{}", digits.trim_end_matches('0'))
}

/// Reads a DRN text of an MDP, with intervals or with single chances.
///
/// # Errors
/// The first line that is not understood; or what is wrong with the model.
pub fn read(text: &str) -> Result<Model, BadDrn> {
    let mut reader = Reader::default();
    let mut lines = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    if !lines.by_ref().any(|(_, line)| line.trim() == "@model") {
        return Err(BadDrn::Line {
            line: text.lines().count().max(1),
            what: "there is no `@model`",
        });
    }
    for (line, text) in lines {
        reader
            .line(text)
            .map_err(|what| BadDrn::Line { line, what })?;
    }
    reader.state_done();
    Ok(reader.laying.done()?)
}

#[derive(Default)]
struct Reader {
    laying: Laying,
    states: u32,
    /// The state being read: its mark, and its actions' outcomes one after another.
    mark: Option<Mark>,
    ends: Vec<usize>,
    outcomes: Vec<Outcome>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), &'static str> {
        let line = line.trim();
        let mut words = line.split_ascii_whitespace();
        match words.next() {
            None => Ok(()),
            Some("state") => {
                self.state_done();
                let number: u32 = words
                    .next()
                    .and_then(|word| word.parse().ok())
                    .ok_or("a state needs its number")?;
                if number != self.states {
                    return Err("states stand in the order of their numbers, from 0");
                }
                self.states += 1;
                let mut mark = Mark::OnTheWay;
                for label in words {
                    match label {
                        "safe" => mark = Mark::Safe,
                        "returned" => mark = Mark::Returned,
                        _ => {}
                    }
                }
                self.mark = Some(mark);
                Ok(())
            }
            Some("action") => {
                self.mark.ok_or("an action belongs to a state")?;
                self.ends.push(self.outcomes.len());
                Ok(())
            }
            Some(to) => {
                if self.ends.is_empty() {
                    return Err("an outcome belongs to an action");
                }
                let to: u32 = to
                    .parse()
                    .map_err(|_| "an outcome begins with the number of a state")?;
                let (_, chance) = line
                    .split_once(':')
                    .ok_or("an outcome is `state : chance`")?;
                let chance =
                    chance_of(chance.trim()).ok_or("a chance is a fraction, or `[least, most]`")?;
                self.outcomes.push(Outcome { to, chance });
                Ok(())
            }
        }
    }

    fn state_done(&mut self) {
        let Some(mark) = self.mark.take() else { return };
        let ends = std::mem::take(&mut self.ends);
        let outcomes = std::mem::take(&mut self.outcomes);
        let until = ends.iter().skip(1).copied().chain([outcomes.len()]);
        let actions: Vec<&[Outcome]> = ends
            .iter()
            .zip(until)
            .map(|(from, to)| &outcomes[*from..to])
            .collect();
        // One action that only stays is how a state without actions is written.
        let stays = |action: &&[Outcome]| matches!(action, [only] if only.to == self.states - 1 && only.chance == Chance::CERTAIN);
        match &actions[..] {
            [action] if stays(action) => self.laying.state(mark, []),
            actions => self.laying.state(mark, actions.iter().copied()),
        }
    }
}

fn chance_of(text: &str) -> Option<Chance> {
    match text.strip_prefix('[') {
        Some(rest) => {
            let (lo, hi) = rest.strip_suffix(']')?.split_once(',')?;
            Chance::between(millionths(lo.trim())?, millionths(hi.trim())?)
        }
        None => {
            let one = millionths(text)?;
            Chance::between(one, one)
        }
    }
}

/// A decimal fraction in millionths, exactly: more digits than six are not a chance that we wrote.
fn millionths(text: &str) -> Option<u32> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || whole.len() > 3 || rest.len() > 6 {
        return None;
    }
    let digits = |text: &str, start: u32| {
        text.bytes().try_fold(start, |value, byte| {
            byte.is_ascii_digit()
                .then(|| value * 10 + u32::from(byte - b'0'))
        })
    };
    let whole = digits(whole, 0)?;
    let scale = 10_u32.pow(6 - u32::try_from(rest.len()).ok()?);
    let value = whole
        .checked_mul(WHOLE)?
        .checked_add(digits(rest, 0)? * scale)?;
    (value <= WHOLE).then_some(value)
}
