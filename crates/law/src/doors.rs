//! Doors: what an event closes, what it opens, and what is only weighed.
//!
//! Nobody writes down what closes what. An event writes facts and moves the person; what it
//! closes is computed from the pathways that read what changed, each with *its own* article.

use crate::book::{Event, RestsOn, Role};
use crate::condition::AtomId;
use crate::load::Library;
use crate::lower::written_fact;
use crate::program::{Program, Rule, scope};
use crate::residual::Residual;
use crate::verdict::{Verdict, Word, verdict};
use facts::{Complaints, CountryCode, FactId, Facts, Known, Recorded, Scalar, Truth, add_span};
use std::collections::BTreeSet;

/// Something that happens to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// An event that the book of a rule describes: `granted`, `refused`, `turned_back`, `lodged`.
    OfRule {
        /// The index of the rule in the program.
        rule: usize,
        /// The event's name.
        event: String,
    },
    /// The person leaves for another country, as a visitor.
    MovedTo(CountryCode),
    /// The person is removed from where they are, to a country.
    RemovedTo(CountryCode),
    /// The person is stopped at the border of a country, and may be handed back.
    StoppedAt(CountryCode, Side),
}

/// On which side of a border somebody is stopped: books read it differently, and often nobody
/// there could say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Before the line: still on the soil of the country from which the person comes.
    Before,
    /// On the country's own soil: in its airport, or at its post behind the line.
    OnItsSoil,
}

/// A condition that reads what an event changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The index of the clause in the book.
    pub clause: usize,
    /// Before.
    pub before: Truth,
    /// After.
    pub after: Truth,
}

/// What an event does to one pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The verdict before.
    pub before: Verdict,
    /// The verdict after.
    pub after: Verdict,
    /// The text conditions that read what changed, and turned.
    pub turned: Vec<Read>,
    /// What somebody weighs, or what is only practice, that reads what changed.
    pub weighed: Vec<Read>,
}

/// How a door moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Swing {
    /// It was not closed, and now is.
    Closes,
    /// It was closed, and now is not.
    Opens,
    /// Nothing in the text turns, and something that is weighed does.
    WeighedOnly,
    /// The text turns, and the door stays as it was.
    Stays,
}

impl Door {
    /// How it moves. A pathway that could be asked for and no longer can closes too; one that
    /// becomes askable opens.
    pub fn swing(&self) -> Swing {
        let closed = |v: &Verdict| v.word == Word::Closed;
        match (closed(&self.before), closed(&self.after)) {
            (false, true) => Swing::Closes,
            (true, false) => Swing::Opens,
            _ if self.turned.is_empty() => Swing::WeighedOnly,
            _ => Swing::Stays,
        }
    }
}

/// The facts of a person after an event.
pub fn facts_after(
    program: &Program,
    library: &Library,
    facts: &Facts,
    happening: &Happening,
) -> Facts {
    let mut after = facts.clone();
    match happening {
        Happening::OfRule { rule, event } => {
            let Some(rule) = program.rules.get(*rule) else {
                return after;
            };
            let Some(event) = library.pathways[rule.book].events.get(event) else {
                return after;
            };
            apply(program, library, rule, event, &mut after);
        }
        Happening::MovedTo(country) => move_to(&mut after, *country, "visitor", None),
        Happening::RemovedTo(country) => {
            let from = after.get("here", None).and_then(Recorded::value).cloned();
            if let Some(Scalar::Country(from)) = from {
                let removed = Recorded::yes_no(true);
                after.set(
                    FactId("removed_from".into()),
                    Some(from.as_str()),
                    removed,
                    None,
                );
            }
            move_to(&mut after, *country, "home", None);
        }
        Happening::StoppedAt(country, side) => stop_at(&mut after, *country, *side),
    }
    after
}

/// Stops a person who comes from elsewhere. Somebody who is inside the country already stays as
/// they were: there is no border between them and it.
fn stop_at(facts: &mut Facts, country: CountryCode, side: Side) {
    let here = facts
        .get(&FactId("here".into()), None)
        .and_then(Recorded::value);
    if here == Some(&Scalar::Country(country)) {
        return;
    }
    match side {
        Side::Before => set_text(facts, "standing", "detained"),
        Side::OnItsSoil => move_to(facts, country, "detained", None),
    }
    let key = Some(country.as_str());
    let at_border = FactId("at_border_of".into());
    facts.set(at_border, key, Recorded::yes_no(true), None);
    // Whether it has turned the person back, when that was handed over, and whether anybody has heard
    // them ask, is being decided in these hours: a *no* or a day from earlier says nothing of it. To
    // have been turned back once stays true.
    let turned_back = FactId("refused_entry".into());
    if facts.get(&turned_back, key) != Some(&Recorded::yes_no(true)) {
        facts.set(turned_back, key, unknown(), None);
    }
    facts.set(FactId("decision_notified_on".into()), key, unknown(), None);
    let asked = FactId("asked_for_protection_aloud".into());
    facts.set(asked, None, unknown(), None);
}

fn unknown() -> Recorded {
    Recorded::One(Known::Unknown)
}

fn apply(program: &Program, library: &Library, rule: &Rule, event: &Event, facts: &mut Facts) {
    for (fact, key) in writes(program, library, rule, event) {
        facts.set(fact, key.as_deref(), Recorded::yes_no(true), None);
    }
    let place = match event.place.as_deref() {
        Some("this" | "destination") => rule.destination,
        Some(code) => code.parse().ok(),
        None => None,
    };
    let days = days_of_stay(library, rule, event);
    let until = days.map(|days| add_span(program.day.on, facts::Span::Days(days)));
    if let Some(place) = place {
        move_to(
            facts,
            place,
            event.standing.as_deref().unwrap_or("visitor"),
            until,
        );
    } else if let Some(standing) = &event.standing {
        set_text(facts, "standing", standing);
    }
}

/// For how many days an event of this rule lets a person stay; nothing, where no book says.
pub fn days_of_stay(library: &Library, rule: &Rule, event: &Event) -> Option<i32> {
    let days: Option<i64> = match event.days.as_deref()? {
        column if column.starts_with("row.") => {
            rule.row(library).and_then(|row| row.number(&column[4..]))
        }
        number => number.parse().ok(),
    };
    i32::try_from(days?).ok()
}

/// The keyed facts that an event of this rule sets to yes.
pub fn writes(
    program: &Program,
    library: &Library,
    rule: &Rule,
    event: &Event,
) -> Vec<(FactId, Option<String>)> {
    let pathway = &library.pathways[rule.book];
    let mut scope = scope(library, pathway, program.day);
    if let Some(member) = &rule.member {
        scope.this = Some(&member.key);
        scope.destination = Some(&member.key);
    }
    event
        .writes
        .iter()
        .filter_map(|write| {
            written_fact(
                &write.text,
                write.at.start,
                &pathway.source,
                &scope,
                &mut Complaints::new(),
            )
        })
        .collect()
}

fn set_text(facts: &mut Facts, fact: &str, text: &str) {
    facts.set(
        FactId(fact.into()),
        None,
        Recorded::One(Known::Value(Scalar::Text(text.into()))),
        None,
    );
}

fn move_to(facts: &mut Facts, country: CountryCode, standing: &str, until: Option<facts::Date>) {
    let here = Recorded::One(Known::Value(Scalar::Country(country)));
    facts.set(FactId("here".into()), None, here, None);
    set_text(facts, "standing", standing);
    // A right to stay belongs to the place that was left.
    let until = until.map_or(Known::Unknown, |day| Known::Value(Scalar::Date(day.into())));
    facts.set(
        FactId("lawful_until".into()),
        None,
        Recorded::One(until),
        None,
    );
    // What was true of the place that was left says nothing of this one.
    for fact in ["place_in_danger", "region"] {
        facts.forget(&FactId(fact.into()), None);
    }
}

/// Every pathway that an event touches: what turns in its text, what is weighed, and its verdict
/// before and after.
pub fn doors(
    program: &Program,
    library: &Library,
    facts: &Facts,
    happening: &Happening,
) -> Vec<Door> {
    let after = facts_after(program, library, facts, happening);
    doors_between(program, library, facts, &after)
}

/// The same between two situations of one person, however many events lie between them.
pub fn doors_between(
    program: &Program,
    library: &Library,
    before_facts: &Facts,
    after_facts: &Facts,
) -> Vec<Door> {
    let before = Residual::of(program, library, before_facts);
    let after = Residual::of(program, library, after_facts);
    let changed: BTreeSet<AtomId> = (0..program.atoms.len())
        .filter_map(|index| u32::try_from(index).ok().map(AtomId))
        .filter(|id| before.truth_of(*id) != after.truth_of(*id))
        .collect();
    let mut found = Vec::new();
    for (index, rule) in program.rules.iter().enumerate() {
        let (turned, weighed) = reads(library, rule, &before, &after, &changed);
        if turned.is_empty() && weighed.is_empty() {
            continue;
        }
        found.push(Door {
            before: verdict(program, library, &before, before_facts, index),
            after: verdict(program, library, &after, after_facts, index),
            turned,
            weighed,
        });
    }
    found
}

fn reads(
    library: &Library,
    rule: &Rule,
    before: &Residual,
    after: &Residual,
    changed: &BTreeSet<AtomId>,
) -> (Vec<Read>, Vec<Read>) {
    let clauses = &library.pathways[rule.book].clauses;
    let (mut turned, mut weighed) = (Vec::new(), Vec::new());
    for rule_clause in &rule.clauses {
        let reads_it = [&rule_clause.applies, &rule_clause.holds]
            .iter()
            .any(|condition| condition.atoms().iter().any(|id| changed.contains(id)));
        if !reads_it {
            continue;
        }
        let clause = &clauses[rule_clause.index];
        let truth = |residual: &Residual| match clause.role {
            Role::Requirement => {
                !residual.truth(&rule_clause.applies) | residual.truth(&rule_clause.holds)
            }
            Role::Bar => residual.truth(&rule_clause.applies) & residual.truth(&rule_clause.holds),
        };
        let read = Read {
            clause: rule_clause.index,
            before: truth(before),
            after: truth(after),
        };
        if read.before == read.after {
            continue;
        }
        match clause.rests_on {
            RestsOn::Text => turned.push(read),
            RestsOn::Appreciation | RestsOn::Practice => weighed.push(read),
        }
    }
    (turned, weighed)
}
