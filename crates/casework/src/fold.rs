use crate::fit::{Awaited, Misfit, awaited, fact_of};
use crate::merge::{Statement, merged};
use crate::{Assertion, Basis, Case, Noted, OperationId, PersonId};
use facts::{Date, Fact, FactId, Facts, Truth, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What all assertions about one person come to on one day: facts for the law, and whatever the
/// law does not read, with its reason.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Fold {
    /// Facts for the law. A contested fact is unknown to it.
    pub facts: Facts,
    /// Facts of which several say different things, or which somebody doubts, and the assertions
    /// that say so.
    pub contested: BTreeMap<Place, BTreeSet<OperationId>>,
    /// Assertions that wait for a second signature, and for whose.
    pub awaiting: BTreeMap<OperationId, Awaited>,
    /// Assertions that do not fit the vocabulary.
    pub misfits: BTreeMap<OperationId, Misfit>,
    /// Facts of which the person would rather not speak, and nobody else has.
    pub rather_not_say: BTreeSet<Place>,
    /// Facts of which something is said that may or may not be so on this day.
    pub perhaps: BTreeSet<Place>,
}

/// A fact, and its key if it has one.
pub type Place = (FactId, Option<String>);

impl Case {
    /// What was so of a person on a day.
    ///
    /// With [`Case::known_on`], what was known then of what was so. Only assertions about this
    /// person are read: what others of the case have told stays theirs.
    pub fn fold(&self, person: PersonId, on: Date, vocabulary: &Vocabulary) -> Fold {
        let mut fold = Fold::default();
        let mut places: BTreeMap<Place, (&Fact, Vec<Statement>)> = BTreeMap::new();
        let about = self.every::<Assertion>();
        let about = about.filter(|(noted, it)| it.person == person && noted.was_so());
        for (noted, assertion) in about {
            if let Some((fact, statement)) = self.heard(noted, assertion, on, vocabulary, &mut fold)
            {
                let place = (fact.id.clone(), assertion.under.clone());
                let (_, statements) = places.entry(place).or_insert((fact, Vec::new()));
                statements.push(statement);
            }
        }
        for (place, (fact, statements)) in places {
            fold.settle(place, fact, statements);
        }
        fold
    }

    /// What an assertion states on a day, and of which fact; the fold notes what it does not read.
    fn heard<'c, 'v>(
        &self,
        noted: &Noted,
        assertion: &'c Assertion,
        on: Date,
        vocabulary: &'v Vocabulary,
        fold: &mut Fold,
    ) -> Option<(&'v Fact, Statement<'c>)> {
        let fact = fact_of(assertion, vocabulary)
            .map_err(|misfit| fold.misfits.insert(noted.id, misfit))
            .ok()?;
        let so = self.was_so(noted, assertion, fact.changes, on);
        if so == Truth::False {
            return None;
        }
        if let Some(awaited) = awaited(noted, assertion.role, fact.set_by) {
            fold.awaiting.insert(noted.id, awaited);
            return None;
        }
        let statement = Statement {
            id: noted.id,
            says: &assertion.says,
            basis: assertion.basis,
            firm: so == Truth::True && !noted.is_doubted(),
            doubted: noted.is_doubted(),
        };
        Some((fact, statement))
    }
}

impl Fold {
    fn settle(&mut self, place: Place, fact: &Fact, mut statements: Vec<Statement>) {
        // What is taken for granted gives way to whatever somebody says.
        let is_assumed = |statement: &Statement| statement.basis == Some(Basis::Assumed);
        if !statements.iter().all(is_assumed) {
            statements.retain(|statement| !is_assumed(statement));
        }
        let merged = merged(&fact.of, &statements);
        if merged.contested {
            let ids = statements.iter().map(|statement| statement.id).collect();
            self.contested.insert(place.clone(), ids);
        }
        if merged.rather_not_say {
            self.rather_not_say.insert(place.clone());
        }
        match merged.recorded {
            None if !merged.contested => {
                self.perhaps.insert(place);
            }
            None => {}
            Some(recorded) => {
                let basis = merged.basis.map(facts::Basis::from);
                self.facts.set(place.0, place.1.as_deref(), recorded, basis);
            }
        }
    }
}

impl fmt::Debug for Fold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fold([sealed])")
    }
}
