//! The books read again without a condition, and everybody decided anew: what a reform must agree
//! with, in the slowest and plainest way.
#![allow(dead_code, reason = "each test file uses a part of it")]

use facts::Facts;
use law::{
    Day, Gain, Library, People, Program, Reform, Residual, RestsOn, Role, Rule, Struck, Word, word,
};
use std::collections::BTreeMap;

/// Who gains by each reform: from *closed*, and from *undecided*. Nobody's is left out.
pub type Gains = BTreeMap<Reform, [People; 2]>;

/// What was found, in the same form.
pub fn found(gains: &[Gain]) -> Gains {
    let of = |gain: &Gain| [gain.from_closed.clone(), gain.from_undecided.clone()];
    let all: Gains = gains.iter().map(|gain| (gain.reform, of(gain))).collect();
    assert_eq!(all.len(), gains.len(), "each reform comes once");
    all
}

/// Books that are changed and read again for these people on a day.
pub struct Rebuilding<'p> {
    original: Library,
    changed: Library,
    program: Program,
    people: &'p [Facts],
}

impl<'p> Rebuilding<'p> {
    pub fn of(library: &Library, day: Day, people: &'p [Facts]) -> Rebuilding<'p> {
        Rebuilding {
            original: library.clone(),
            changed: library.clone(),
            program: Program::on(library, day),
            people,
        }
    }

    pub fn program(&self) -> &Program {
        &self.program
    }

    /// Who gains by striking each condition and each overlay of a pathway; and, if so wanted, each two
    /// conditions.
    pub fn gains(&mut self, index: usize, pairs: bool) -> Gains {
        let rule = self.program.rules[index].clone();
        let before = self.words_without(&rule, &[]);
        let clauses = &self.original.pathways[rule.book].clauses;
        let clauses: Vec<Struck> = (0..clauses.len())
            .filter(|clause| clauses[*clause].rests_on == RestsOn::Text)
            .map(Struck::Clause)
            .collect();
        let overlays = rule
            .overlays
            .iter()
            .map(|overlay| Struck::Overlay(overlay.index));
        let mut gains = Gains::new();
        let mut helped: People = People::default();
        let parts = self.parts(&rule, &clauses);
        for struck in clauses.iter().copied().chain(overlays).chain(parts) {
            let after = self.words_without(&rule, &[struck]);
            let those = |gains: &dyn Fn(Word, Word) -> bool| -> People {
                (0..self.people.len())
                    .filter(|person| gains(before[*person], after[*person]))
                    .collect()
            };
            let from_closed = those(&|a, b| a == Word::Closed && b != Word::Closed);
            let firm = |word| matches!(word, Word::Open | Word::NoObstacle);
            let from_undecided = those(&|a, b| a == Word::Undecided && firm(b));
            helped = helped.and(&from_closed);
            let reform = Reform {
                rule: index,
                struck,
                with: None,
            };
            gains.insert(reform, [from_closed, from_undecided]);
        }
        for (place, struck) in clauses.iter().enumerate().filter(|_| pairs) {
            for with in &clauses[place + 1..] {
                let after = self.words_without(&rule, &[*struck, *with]);
                let helped: Vec<usize> = helped.iter().collect();
                let gained = |person: &usize| {
                    before[*person] == Word::Closed
                        && after[*person] != Word::Closed
                        && !helped.contains(person)
                };
                let people: People = (0..self.people.len()).filter(gained).collect();
                let reform = Reform {
                    rule: index,
                    struck: *struck,
                    with: Some(*with),
                };
                gains.insert(reform, [people, People::default()]);
            }
        }
        gains.retain(|_, people| people.iter().any(|people| !people.is_empty()));
        gains
    }

    /// Every part of a condition that can be struck, by its text: one of the things for which a requirement
    /// asks, one of the cases in which a bar bites.
    fn parts(&self, rule: &Rule, clauses: &[Struck]) -> Vec<Struck> {
        let mut found = Vec::new();
        for struck in clauses {
            let Struck::Clause(index) = struck else {
                continue;
            };
            let own = &self.original.pathways[rule.book].clauses[*index];
            let count = texts(&own.when.text, own.role).map_or(0, |texts| texts.len());
            let part = |part| Struck::Part {
                clause: *index,
                part,
            };
            found.extend((0..count).map(part));
        }
        found
    }

    /// The words of everybody when these are not in the books.
    fn words_without(&mut self, rule: &Rule, struck: &[Struck]) -> Vec<Word> {
        let stays = |what: Struck| !struck.contains(&what);
        let original = &self.original.pathways[rule.book];
        let clauses = original.clauses.iter().enumerate();
        self.changed.pathways[rule.book].clauses = clauses
            .filter(|(index, _)| stays(Struck::Clause(*index)))
            .map(|(index, clause)| {
                let mut clause = clause.clone();
                for one in struck {
                    if let Struck::Part { clause: of, part } = one
                        && *of == index
                    {
                        clause.when.text = without_part(&clause.when.text, clause.role, *part);
                    }
                }
                clause
            })
            .collect();
        let overlays = self.original.overlays.iter().enumerate();
        self.changed.overlays = overlays
            .filter(|(index, _)| stays(Struck::Overlay(*index)))
            .map(|(_, overlay)| overlay.clone())
            .collect();
        let member = rule.member.as_ref().map(|member| member.key.as_str());
        let program = Program::of(&self.changed, self.program.day, |pathway, key| {
            pathway.id == original.id && key == member
        });
        self.changed.pathways[rule.book].clauses = original.clauses.clone();
        let [read] = program.rules.as_slice() else {
            panic!("{} is read again", rule.id)
        };
        let residual = |facts| Residual::of(&program, &self.changed, facts);
        let people = self.people.iter();
        people.map(|facts| word(&residual(facts), read)).collect()
    }
}

/// The parts of a condition's text, each in brackets; nothing, where none of them can be struck.
fn texts(text: &str, role: Role) -> Option<Vec<String>> {
    let text = without_brackets(text);
    let cases = split(text, "||");
    let things = split(text, "&&");
    let parts = match role {
        Role::Bar if cases.len() > 1 => cases,
        Role::Requirement if cases.len() == 1 && things.len() > 1 => things,
        _ => return None,
    };
    Some(
        parts
            .iter()
            .map(|part| format!("({})", part.trim()))
            .collect(),
    )
}

fn without_part(text: &str, role: Role, part: usize) -> String {
    let mut parts = texts(text, role).expect("it has parts");
    parts.remove(part);
    parts.join(match role {
        Role::Bar => " || ",
        Role::Requirement => " && ",
    })
}

/// Without brackets around the whole.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let closes_early = |inner: &str| {
        let mut depth = 0;
        inner.chars().any(|sign| {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            depth < 0
        })
    };
    match inner {
        Some(inner) if !closes_early(inner) => without_brackets(inner),
        _ => text,
    }
}

/// A text at every sign that stands in no brackets and no quotation marks.
fn split<'t>(text: &'t str, sign: &str) -> Vec<&'t str> {
    let (mut depth, mut quoted, mut from, mut found) = (0, false, 0, Vec::new());
    for (at, one) in text.char_indices() {
        match one {
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 && !quoted && text[at..].starts_with(sign) {
            found.push(&text[from..at]);
            from = at + sign.len();
        }
    }
    found.push(&text[from..]);
    found
}
