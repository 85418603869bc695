//! Models in the text form that the model checker Storm reads, and back.
//!
//! Chances stand as whole millionths, so that every tool reads the same numbers.

use crate::chance::{Chance, WHOLE};
use crate::model::{BadModel, Laying, Mark, Model, Outcome};
use std::fmt::Write;
use std::io::{self, BufRead};

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
    /// The stream broke off.
    #[error("the model cannot be read to its end: {0}")]
    Stream(io::ErrorKind),
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
    read_from(text.as_bytes())
}

/// The same from a stream: no more than one line of it is held.
///
/// # Errors
/// As [`read()`]; and where the stream fails.
pub fn read_from(mut text: impl BufRead) -> Result<Model, BadDrn> {
    let mut reader = Reader::default();
    let mut line = Vec::new();
    let (mut number, mut in_model) = (0, false);
    loop {
        line.clear();
        if text
            .read_until(b'\n', &mut line)
            .map_err(|error| BadDrn::Stream(error.kind()))?
            == 0
        {
            break;
        }
        number += 1;
        if !in_model {
            in_model = line.trim_ascii() == b"@model";
            continue;
        }
        reader
            .line(Scan(&line))
            .map_err(|what| BadDrn::Line { line: number, what })?;
    }
    if !in_model {
        return Err(BadDrn::Line {
            line: number.max(1),
            what: "there is no `@model`",
        });
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
    begins: Vec<usize>,
    outcomes: Vec<Outcome>,
}

impl Reader {
    fn line(&mut self, mut line: Scan) -> Result<(), &'static str> {
        match line.first() {
            None => Ok(()),
            Some(b'0'..=b'9') => self.outcome(line),
            Some(_) => match line.word() {
                b"state" => self.state(line),
                b"action" => {
                    self.mark.ok_or("an action belongs to a state")?;
                    self.begins.push(self.outcomes.len());
                    Ok(())
                }
                _ => Err(
                    "a line is a state, an action, or an outcome that begins with the number of a state",
                ),
            },
        }
    }

    fn state(&mut self, mut line: Scan) -> Result<(), &'static str> {
        self.state_done();
        let number = line.number().ok_or("a state needs its number")?;
        if number != self.states {
            return Err("states stand in the order of their numbers, from 0");
        }
        self.states += 1;
        let mut mark = Mark::OnTheWay;
        loop {
            match line.word() {
                b"" => break,
                b"safe" => mark = Mark::Safe,
                b"returned" => mark = Mark::Returned,
                _ => {}
            }
        }
        self.mark = Some(mark);
        Ok(())
    }

    fn outcome(&mut self, mut line: Scan) -> Result<(), &'static str> {
        if self.begins.is_empty() {
            return Err("an outcome belongs to an action");
        }
        let to = line
            .number()
            .ok_or("an outcome begins with the number of a state")?;
        if !line.passes(b':') {
            return Err("an outcome is `state : chance`");
        }
        let chance = line
            .chance()
            .filter(|_| line.first().is_none())
            .ok_or("a chance is a fraction, or `[least, most]`")?;
        self.outcomes.push(Outcome { to, chance });
        Ok(())
    }

    fn state_done(&mut self) {
        let Some(mark) = self.mark.take() else { return };
        // One action that only stays is how a state without actions is written.
        let stays = matches!(
            (&self.begins[..], &self.outcomes[..]),
            ([_], [only]) if only.to == self.states - 1 && only.chance == Chance::CERTAIN
        );
        let outcomes = &self.outcomes;
        let ends = self.begins.iter().skip(1).copied().chain([outcomes.len()]);
        let actions = self.begins.iter().zip(ends);
        let actions = actions.filter(|_| !stays);
        self.laying
            .state(mark, actions.map(|(from, to)| &outcomes[*from..to]));
        self.begins.clear();
        self.outcomes.clear();
    }
}

/// What is left of a line. Blanks before what is asked for are passed.
struct Scan<'l>(&'l [u8]);

impl<'l> Scan<'l> {
    fn first(&mut self) -> Option<u8> {
        while let [b' ' | b'\t' | b'\r' | b'\n' | b'\x0c', rest @ ..] = self.0 {
            self.0 = rest;
        }
        self.0.first().copied()
    }

    /// Up to the next blank; nothing at the end.
    fn word(&mut self) -> &'l [u8] {
        self.first();
        let end = self.0.iter().position(u8::is_ascii_whitespace);
        let (word, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        word
    }

    /// Passes one byte, if it is next.
    fn passes(&mut self, byte: u8) -> bool {
        let is_next = self.first() == Some(byte);
        if is_next {
            self.0 = &self.0[1..];
        }
        is_next
    }

    /// Up to so many digits that stand together, and how many they are.
    fn digits(&mut self, most: usize) -> Option<(u32, usize)> {
        let (mut value, mut count) = (0_u32, 0);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0 {
            if count == most {
                return None;
            }
            value = value
                .checked_mul(10)?
                .checked_add(u32::from(digit - b'0'))?;
            count += 1;
            self.0 = rest;
        }
        Some((value, count))
    }

    fn number(&mut self) -> Option<u32> {
        self.first();
        let (number, digits) = self.digits(10)?;
        let ends = matches!(
            self.0.first(),
            None | Some(b' ' | b':' | b'\t' | b'\r' | b'\n')
        );
        (digits > 0 && ends).then_some(number)
    }

    fn chance(&mut self) -> Option<Chance> {
        if !self.passes(b'[') {
            let one = self.millionths()?;
            return Chance::between(one, one);
        }
        let lo = self.millionths()?;
        let hi = self.passes(b',').then(|| self.millionths())??;
        self.passes(b']').then(|| Chance::between(lo, hi))?
    }

    /// A decimal fraction in millionths, exactly: more digits than six are not a chance that we wrote.
    fn millionths(&mut self) -> Option<u32> {
        self.first();
        let (whole, digits) = self.digits(3)?;
        if digits == 0 {
            return None;
        }
        let mut value = whole.checked_mul(WHOLE)?;
        if let [b'.', rest @ ..] = self.0 {
            self.0 = rest;
            let (part, digits) = self.digits(6)?;
            value = value.checked_add(part * SCALE[digits])?;
        }
        (value <= WHOLE).then_some(value)
    }
}

/// What so many digits behind the point count in.
const SCALE: [u32; 7] = [WHOLE, 100_000, 10_000, 1_000, 100, 10, 1];
