//! Exactness: Kleene's tables say *unknown* too often where one fact is named more than
//! once. Such facts are expanded, case by case, so that the answer is *yes* exactly when it is
//! yes in every completion of what is known.

use crate::condition::{Atom, AtomId, Case, Condition, Test};
use facts::{
    Date, FactId, FieldType, PartialDate, Scalar, Span, Truth, Type, Vocabulary, add_span,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Atoms that depend on each other: those of one single-valued fact. Members of sets and records of
/// lists are independent of each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum GroupKey {
    Fact(FactId, Option<String>),
    Atom(AtomId),
}

pub(crate) fn group_of(id: AtomId, atom: &Atom) -> GroupKey {
    match atom.test {
        Test::Has(_) | Test::HasRecord(_) | Test::InFact(_) | Test::SameAs(_) => GroupKey::Atom(id),
        Test::Holds
        | Test::Is(_)
        | Test::OneOf(_)
        | Test::Before(_)
        | Test::After(_)
        | Test::Less(_)
        | Test::Greater(_) => GroupKey::Fact(atom.fact.clone(), atom.key.clone()),
    }
}

/// A joint answer to the atoms of one group.
pub(crate) type Cell = Vec<(AtomId, bool)>;

/// Every joint answer that some value of the fact gives to these atoms of one group.
///
/// Gives nothing where an atom cannot be answered with yes or no by any value (a comparison with
/// a date of which only the month is known).
pub(crate) fn cells(
    ids: &BTreeSet<AtomId>,
    atoms: &[Atom],
    vocabulary: &Vocabulary,
) -> Option<Vec<Cell>> {
    let of = |id: &AtomId| atoms.get(id.0 as usize);
    let first = of(ids.first()?)?;
    if let (1, GroupKey::Atom(id)) = (ids.len(), group_of(*ids.first()?, first)) {
        return Some(vec![vec![(id, true)], vec![(id, false)]]);
    }
    let tests: Vec<(AtomId, &Test)> = ids
        .iter()
        .filter_map(|id| Some((*id, &of(id)?.test)))
        .collect();
    let mut found: BTreeSet<Cell> = BTreeSet::new();
    for value in representatives(&tests, first, vocabulary) {
        let cell: Option<Cell> = tests
            .iter()
            .map(|(id, test)| match test.of_value(&value) {
                Truth::True => Some((*id, true)),
                Truth::False => Some((*id, false)),
                Truth::Unknown => None,
            })
            .collect();
        found.insert(cell?);
    }
    Some(found.into_iter().collect())
}

/// Values of the fact, at least one for every joint answer that any value gives.
fn representatives(tests: &[(AtomId, &Test)], atom: &Atom, vocabulary: &Vocabulary) -> Vec<Scalar> {
    let of = vocabulary.get(&atom.fact.0).map(|fact| &fact.of);
    match of {
        Some(Type::One(FieldType::Enum(values))) => {
            values.keys().cloned().map(Scalar::Text).collect()
        }
        Some(Type::One(FieldType::Bool)) => vec![Scalar::Bool(true), Scalar::Bool(false)],
        Some(Type::One(FieldType::Date)) => dates(tests)
            .into_iter()
            .map(|day| Scalar::Date(day.into()))
            .collect(),
        Some(Type::One(FieldType::Number)) => {
            numbers(tests).into_iter().map(Scalar::Number).collect()
        }
        _ => named(tests),
    }
}

fn constants<'a>(tests: &'a [(AtomId, &Test)]) -> impl Iterator<Item = &'a Scalar> {
    tests
        .iter()
        .flat_map(|(_, test)| -> Box<dyn Iterator<Item = &'a Scalar>> {
            match test {
                Test::Is(value) => Box::new(std::iter::once(value)),
                Test::OneOf(values) => Box::new(values.iter()),
                _ => Box::new(std::iter::empty()),
            }
        })
}

/// Each constant that is named, and one country that is not.
fn named(tests: &[(AtomId, &Test)]) -> Vec<Scalar> {
    let mut values: Vec<Scalar> = constants(tests).cloned().collect();
    // ISO 3166-1 leaves ZZZ to users; no country has it.
    values.extend("ZZZ".parse().map(Scalar::Country));
    values
}

/// The days at, just before and just after each day that is compared with.
fn dates(tests: &[(AtomId, &Test)]) -> BTreeSet<Date> {
    let compared = tests.iter().filter_map(|(_, test)| match test {
        Test::Before(date) | Test::After(date) => Some(*date),
        _ => None,
    });
    let named = constants(tests).filter_map(|value| match value {
        Scalar::Date(date) => Some(*date),
        _ => None,
    });
    let around = |date: PartialDate| {
        [
            add_span(date.earliest(), Span::Days(-1)),
            date.earliest(),
            date.latest(),
            add_span(date.latest(), Span::Days(1)),
        ]
    };
    compared
        .chain(named.collect::<Vec<_>>())
        .flat_map(around)
        .collect()
}

fn numbers(tests: &[(AtomId, &Test)]) -> BTreeSet<i64> {
    let limits = tests.iter().filter_map(|(_, test)| match test {
        Test::Less(n) | Test::Greater(n) => Some(*n),
        _ => None,
    });
    let named = constants(tests).filter_map(|value| match value {
        Scalar::Number(n) => Some(*n),
        _ => None,
    });
    limits
        .chain(named.collect::<Vec<_>>())
        .flat_map(|n| [n.saturating_sub(1), n, n.saturating_add(1)])
        .collect()
}

/// How an atom is used: positively, negatively, or both.
#[derive(Clone, Copy, Default)]
struct Use {
    positive: bool,
    negative: bool,
}

fn uses(condition: &Condition, positive: bool, found: &mut HashMap<AtomId, Use>) {
    match condition {
        Condition::Const(_) => {}
        Condition::Atom(id) => {
            let entry = found.entry(*id).or_default();
            entry.positive |= positive;
            entry.negative |= !positive;
        }
        Condition::Not(inner) => uses(inner, !positive, found),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| uses(part, positive, found))
        }
        // What is recorded is known, or does not count: nothing of it is open.
        Condition::First(_, otherwise) => uses(otherwise, positive, found),
        Condition::Choice(cases) => cases
            .iter()
            .for_each(|case| uses(&case.then, positive, found)),
    }
}

/// The atoms of `condition`, group by group.
pub(crate) fn groups(
    condition: &Condition,
    atoms: &[Atom],
) -> BTreeMap<GroupKey, BTreeSet<AtomId>> {
    let mut groups: BTreeMap<GroupKey, BTreeSet<AtomId>> = BTreeMap::new();
    for id in condition.atoms() {
        if let Some(atom) = atoms.get(id.0 as usize) {
            groups.entry(group_of(id, atom)).or_default().insert(id);
        }
    }
    groups
}

/// The atoms, group by group, on which Kleene could say *unknown* too often: those of one fact that
/// are named more than once, unless always in the same sense with the same test.
///
/// Where there is none, there is none in any part of `condition` either.
pub(crate) fn entangled(condition: &Condition, atoms: &[Atom]) -> Vec<BTreeSet<AtomId>> {
    let mut used = HashMap::new();
    uses(condition, true, &mut used);
    groups(condition, atoms)
        .into_values()
        .map(|ids| {
            ids.into_iter()
                .filter(|id| used.contains_key(id))
                .collect::<BTreeSet<_>>()
        })
        .filter(|ids| {
            let both_ways = ids
                .iter()
                .any(|id| used.get(id).is_some_and(|u| u.positive && u.negative));
            ids.len() > 1 || both_ways
        })
        .collect()
}

/// More cases than this in one pathway: a lawyer could not follow them either.
const MOST_CASES: usize = 4_096;

/// The same condition, exact: groups on which Kleene could say *unknown* too often are expanded.
///
/// A fact that is named once, or always in the same sense with the same test, is exact already.
/// Gives an error with the number of cases when there would be too many.
pub(crate) fn expand(
    condition: Condition,
    atoms: &[Atom],
    vocabulary: &Vocabulary,
) -> Result<Condition, usize> {
    let entangled: Vec<Vec<Cell>> = entangled(&condition, atoms)
        .into_iter()
        .filter_map(|ids| cells(&ids, atoms, vocabulary))
        .collect();
    let cases = entangled
        .iter()
        .map(Vec::len)
        .fold(1usize, usize::saturating_mul);
    if cases > MOST_CASES {
        return Err(cases);
    }
    Ok(split(condition, &entangled))
}

fn split(condition: Condition, entangled: &[Vec<Cell>]) -> Condition {
    let [cells, rest @ ..] = entangled else {
        return condition;
    };
    let cases: Vec<Case> = cells
        .iter()
        .map(|cell| {
            let decided = condition.with(&|id| {
                cell.iter()
                    .find(|(other, _)| *other == id)
                    .map(|(_, yes)| Truth::from(*yes))
            });
            Case {
                when: cell.clone(),
                then: split(decided, rest),
            }
        })
        .collect();
    match cases.as_slice() {
        [first, others @ ..] if others.iter().all(|case| case.then == first.then) => {
            first.then.clone()
        }
        _ => Condition::Choice(cases),
    }
}

/// Up to this many unknown groups the facts that still matter are found exactly.
const EXACT_GROUPS: usize = 14;

/// The groups on which the truth of `condition` still depends: those for which some completion of
/// the others makes a difference. `condition` holds only atoms that are unknown.
pub(crate) fn support(
    condition: &Condition,
    atoms: &[Atom],
    vocabulary: &Vocabulary,
) -> BTreeSet<GroupKey> {
    let mut recorded = Vec::new();
    let derived = derived(condition, &mut recorded);
    let mut found = support_of_derived(&derived, atoms, vocabulary);
    // Where a derivation still matters, so does what could be recorded in its place.
    for (of_fact, otherwise) in recorded {
        if groups(&otherwise, atoms)
            .keys()
            .any(|group| found.contains(group))
        {
            found.extend(groups(&of_fact, atoms).into_keys());
        }
    }
    found
}

/// The condition in which what is derived stands for what nobody has recorded; beside it, what
/// could be recorded, with what is derived instead.
fn derived(condition: &Condition, recorded: &mut Vec<(Condition, Condition)>) -> Condition {
    let mut all = |parts: &[Condition]| {
        parts
            .iter()
            .map(|part| derived(part, recorded))
            .collect::<Vec<_>>()
    };
    match condition {
        Condition::All(parts) => Condition::all(all(parts)),
        Condition::Any(parts) => Condition::any(all(parts)),
        Condition::Not(inner) => derived(inner, recorded).negated(),
        Condition::First(of_fact, otherwise) => {
            let otherwise = derived(otherwise, recorded);
            recorded.push(((**of_fact).clone(), otherwise.clone()));
            otherwise
        }
        Condition::Const(_) | Condition::Atom(_) | Condition::Choice(_) => condition.clone(),
    }
}

fn support_of_derived(
    condition: &Condition,
    atoms: &[Atom],
    vocabulary: &Vocabulary,
) -> BTreeSet<GroupKey> {
    let groups = groups(condition, atoms);
    if is_read_once(condition, &groups)
        && groups.values().all(|ids| both_ways(ids, atoms, vocabulary))
    {
        return groups.into_keys().collect();
    }
    let mut order: Vec<(GroupKey, Vec<Cell>)> = Vec::new();
    for (key, ids) in &groups {
        match cells(ids, atoms, vocabulary) {
            Some(cells) => order.push((key.clone(), cells)),
            None => return groups.into_keys().collect(),
        }
    }
    if order.len() > EXACT_GROUPS {
        return groups.into_keys().collect();
    }
    let mut diagram = Diagram {
        order: &order,
        memo: HashMap::new(),
        unique: HashMap::new(),
        support: BTreeSet::new(),
    };
    diagram.node(condition, 0);
    diagram
        .support
        .into_iter()
        .map(|index| order[index].0.clone())
        .collect()
}

/// Whether each group is named once: then everything that is left of a condition matters. A constant
/// that nobody knows may hide what stands beside it.
fn is_read_once(condition: &Condition, groups: &BTreeMap<GroupKey, BTreeSet<AtomId>>) -> bool {
    fn named(condition: &Condition) -> Option<usize> {
        match condition {
            Condition::Atom(_) => Some(1),
            Condition::Not(inner) => named(inner),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().map(named).sum(),
            Condition::Const(_) | Condition::First(..) | Condition::Choice(_) => None,
        }
    }
    named(condition) == Some(groups.len())
}

/// Whether some value answers the one atom of a group with yes, and another with no.
fn both_ways(ids: &BTreeSet<AtomId>, atoms: &[Atom], vocabulary: &Vocabulary) -> bool {
    cells(ids, atoms, vocabulary).is_some_and(|cells| cells.len() == 2)
}

/// A reduced decision diagram over groups in a fixed order; only its support is kept.
struct Diagram<'a> {
    order: &'a [(GroupKey, Vec<Cell>)],
    memo: HashMap<(Condition, usize), usize>,
    unique: HashMap<(usize, Vec<usize>), usize>,
    support: BTreeSet<usize>,
}

impl Diagram<'_> {
    /// The number of the node that stands for `condition` over the groups from `level` on. Equal
    /// functions get equal numbers.
    fn node(&mut self, condition: &Condition, level: usize) -> usize {
        // The three constants are the first three nodes.
        if let Condition::Const(truth) = condition {
            return match truth {
                Truth::False => 0,
                Truth::Unknown => 1,
                Truth::True => 2,
            };
        }
        let Some((_, cells)) = self.order.get(level) else {
            return 1;
        };
        if let Some(known) = self.memo.get(&(condition.clone(), level)) {
            return *known;
        }
        let children: Vec<usize> = cells
            .iter()
            .map(|cell| {
                let decided = condition.with(&|id| {
                    cell.iter()
                        .find(|(other, _)| *other == id)
                        .map(|(_, yes)| Truth::from(*yes))
                });
                self.node(&decided, level + 1)
            })
            .collect();
        let node = match children.as_slice() {
            [first, rest @ ..] if rest.iter().all(|child| child == first) => *first,
            _ => {
                self.support.insert(level);
                let next = self.unique.len() + 3;
                *self.unique.entry((level, children)).or_insert(next)
            }
        };
        self.memo.insert((condition.clone(), level), node);
        node
    }
}
