//! A library on a date: everything that depends only on the date and the world is decided.

use crate::book::{Citation, Needed, OverlayEffect, Pathway, RestsOn, Role, ShownBy, Window};
use crate::condition::{Atom, Condition};
use crate::exact::{GroupKey, expand, groups};
use crate::load::Library;
use crate::lower::{Atoms, Scope, lower};
use crate::reform::Struck;
use crate::window::{Day, current};
use crate::world::{Row, Table};
use facts::{Complaints, CountryCode, Date, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// All books on one day.
#[derive(Clone, Debug)]
pub struct Program {
    /// The day asked about, and the day on which one knew.
    pub day: Day,
    /// Every distinct question that a condition asks of a person.
    pub atoms: Vec<Atom>,
    /// Every pathway and every member of every family, by id.
    pub rules: Vec<Rule>,
    /// Indices of the absences in force.
    pub absences: Vec<usize>,
}

/// One pathway on one day.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `us.visa.b`, or `any.entry.visa_free[ARG]`.
    pub id: String,
    /// Index of its book in [`Library::pathways`].
    pub book: usize,
    /// The member of the family, and the index of its row.
    pub member: Option<Member>,
    /// Where it leads.
    pub destination: Option<CountryCode>,
    /// Whether it is in force.
    pub in_force: InForce,
    /// Its conditions, in the order of its book.
    pub clauses: Vec<RuleClause>,
    /// Waivers with a test: index in the book, and the test.
    pub waivers: Vec<(usize, Condition)>,
    /// Overlays that touch it on this day.
    pub overlays: Vec<RuleOverlay>,
    /// True when it is open: exact.
    pub granted: Condition,
    /// The same before expansion, for finding which facts still matter.
    pub granted_plain: Condition,
    /// The same when bars that nobody can check are left aside: exact.
    pub without_secret_bars: Condition,
    /// That before expansion, for finding what would open it.
    pub without_secret_plain: Condition,
    /// True when it may be asked for today.
    pub ask: Condition,
    /// What is named in bars that nobody can check, and nowhere else: it is never asked.
    pub(crate) secret_groups: BTreeSet<GroupKey>,
}

/// The member of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its key: a country code.
    pub key: String,
    /// The index of its row, if its table has one on this day.
    pub row: Option<usize>,
}

/// Whether a pathway is in force on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InForce {
    /// In force.
    Yes {
        /// Which window of the book; nothing where the row of a family alone speaks.
        window: Option<usize>,
        /// Only by named exception.
        limited: bool,
        /// The last day on which it was seen in force, where that is before the day asked about.
        last_seen: Option<Date>,
    },
    /// Not yet, as of that day.
    NotYet(Option<Date>),
    /// No longer, since that day.
    Ended(Option<Date>),
    /// Nobody had looked; first seen on that day.
    NotKnown(Option<Date>),
}

impl InForce {
    /// In three values.
    pub fn truth(&self) -> Truth {
        match self {
            InForce::Yes { .. } => Truth::True,
            InForce::NotYet(_) | InForce::Ended(_) => Truth::False,
            InForce::NotKnown(_) => Truth::Unknown,
        }
    }

    /// Whether only named exceptions pass.
    pub fn is_limited(&self) -> bool {
        matches!(self, InForce::Yes { limited: true, .. })
    }
}

/// A requirement or bar on a day.
#[derive(Clone, Debug)]
pub struct RuleClause {
    /// Its index in [`Pathway::clauses`].
    pub index: usize,
    /// Whether it applies to the person at all.
    pub applies: Condition,
    /// The condition itself.
    pub holds: Condition,
}

/// An overlay that touches a pathway on a day.
#[derive(Clone, Debug)]
pub struct RuleOverlay {
    /// Its index in [`Library::overlays`].
    pub index: usize,
    /// What it does.
    pub effect: OverlayEffect,
    /// Whether it does not touch the person.
    pub spared: Condition,
}

/// What an overlay is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverlayState {
    /// In force and working.
    Active,
    /// In force, and a court keeps it from working.
    Enjoined,
    /// Not in force.
    Inactive,
    /// Nobody knows.
    Unknown,
}

/// What an overlay is on a day.
pub fn overlay_state(in_force: &[Window], enjoined: &[Window], day: Day) -> OverlayState {
    let covered = |windows: &[Window]| Truth::any(windows.iter().map(|window| window.covers(day)));
    match (covered(in_force), covered(enjoined)) {
        (Truth::False, _) => OverlayState::Inactive,
        (_, Truth::True) => OverlayState::Enjoined,
        (Truth::True, Truth::False) => OverlayState::Active,
        _ => OverlayState::Unknown,
    }
}

impl Program {
    /// The books on a day. `library` must have been loaded without complaints; what is wrong in it
    /// reads as unknown here.
    pub fn on(library: &Library, day: Day) -> Program {
        Program::of(library, day, |_, _| true)
    }

    /// Like [`Program::on`], for the pathways and members (by key) that are wanted.
    pub fn of(
        library: &Library,
        day: Day,
        wanted: impl Fn(&Pathway, Option<&str>) -> bool,
    ) -> Program {
        let mut atoms = Atoms::default();
        let mut rules = Vec::new();
        let mut faults = Complaints::new();
        for (book, pathway) in library.pathways.iter().enumerate() {
            for member in members(library, pathway, day, |key| wanted(pathway, key)) {
                rules.push(rule(library, book, member, day, &mut atoms, &mut faults));
            }
        }
        let absences = library.absences.iter().enumerate();
        let absences = absences
            .filter(|(_, a)| a.window.covers(day) == Truth::True)
            .map(|(index, _)| index)
            .collect();
        Program {
            day,
            atoms: atoms.list,
            rules,
            absences,
        }
    }

    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

impl Rule {
    /// Its row, if it is the member of a family.
    pub fn row<'l>(&self, library: &'l Library) -> Option<&'l Row> {
        let each = library.pathways.get(self.book)?.each.as_ref()?;
        library
            .tables
            .get(&each.table)?
            .rows
            .get(self.member.as_ref()?.row?)
    }

    /// When it is open, and when without the bars that nobody can check, if these were not in the
    /// law, and this milder condition stood in the place of its own: before expansion.
    pub(crate) fn without(
        &self,
        library: &Library,
        struck: &[Struck],
        milder: Option<&RuleClause>,
    ) -> [Condition; 2] {
        let stays = |what: Struck| !struck.contains(&what);
        let read = |own: &RuleClause| {
            let instead = milder.filter(|milder| milder.index == own.index);
            instead.unwrap_or(own).clone()
        };
        let clauses: Vec<RuleClause> = self
            .clauses
            .iter()
            .filter(|clause| stays(Struck::Clause(clause.index)))
            .map(read)
            .collect();
        let overlays = self.overlays.iter().cloned();
        let overlays: Vec<RuleOverlay> = overlays
            .filter(|overlay| stays(Struck::Overlay(overlay.index)))
            .collect();
        let formulas = Formulas {
            pathway: &library.pathways[self.book],
            in_force: &self.in_force,
            clauses: &clauses,
            waivers: &self.waivers,
            overlays: &overlays,
        };
        [formulas.granted(true), formulas.granted(false)]
    }
}

/// The members of a family, or the one member of a pathway that is none.
///
/// Each key of the table comes once: with its row that holds on the day; else with the row that
/// nobody knows to hold; else with the nearest row, which then says since or from when.
pub(crate) fn members(
    library: &Library,
    pathway: &Pathway,
    day: Day,
    wanted: impl Fn(Option<&str>) -> bool,
) -> Vec<Option<Member>> {
    let Some(each) = &pathway.each else {
        return vec![None].into_iter().filter(|_| wanted(None)).collect();
    };
    let Some(table) = library.tables.get(&each.table) else {
        return Vec::new();
    };
    let mut best: BTreeMap<String, (u8, usize)> = BTreeMap::new();
    let mut atoms = Atoms::default();
    for (index, row) in table.rows.iter().enumerate() {
        let Some(key) = row
            .country(&each.key)
            .filter(|key| wanted(Some(key.as_str())))
        else {
            continue;
        };
        if !row_is_wanted(library, pathway, (table, row), day, &mut atoms) {
            continue;
        }
        let rank = match row_truth(row, day) {
            Truth::True => 2,
            Truth::Unknown => 1,
            Truth::False => 0,
        };
        let entry = best.entry(key.as_str().to_owned()).or_insert((rank, index));
        if rank > entry.0 {
            *entry = (rank, index);
        }
    }
    best.into_iter()
        .map(|(key, (_, row))| {
            Some(Member {
                key,
                row: Some(row),
            })
        })
        .collect()
}

/// Tables without dates (countries) hold always.
fn row_truth(row: &Row, day: Day) -> Truth {
    let window = row.window();
    if window.from.is_none() && window.until.is_none() && window.seen_on.is_empty() {
        return Truth::True;
    }
    window.covers(day)
}

fn row_is_wanted(
    library: &Library,
    pathway: &Pathway,
    (table, row): (&Table, &Row),
    day: Day,
    atoms: &mut Atoms,
) -> bool {
    let Some(filter) = pathway.each.as_ref().and_then(|each| each.filter.as_ref()) else {
        return true;
    };
    let mut scope = scope(library, pathway, day);
    scope.row = Some((row, &table.columns));
    let mut faults = Complaints::new();
    lower(filter, &pathway.source, &scope, atoms, &mut faults) == Condition::TRUE
}

pub(crate) fn scope<'l>(library: &'l Library, pathway: &'l Pathway, day: Day) -> Scope<'l> {
    Scope {
        vocabulary: &library.vocabulary,
        countries: &library.countries,
        areas: &library.areas,
        values: &pathway.values,
        row: None,
        this: None,
        destination: Some(pathway.destination.as_str()).filter(|word| *word != "this"),
        day,
    }
}

/// What names mean in the conditions of a pathway, or of a member of a family.
pub(crate) fn scope_of<'l>(
    library: &'l Library,
    book: usize,
    member: Option<&'l Member>,
    day: Day,
) -> Scope<'l> {
    let pathway = &library.pathways[book];
    let mut scope = scope(library, pathway, day);
    let Some(member) = member else { return scope };
    scope.this = Some(&member.key);
    scope.destination = Some(&member.key);
    let each = pathway.each.as_ref();
    let table = each.and_then(|each| library.tables.get(&each.table));
    scope.row = table.and_then(|table| Some((table.rows.get(member.row?)?, &table.columns)));
    scope
}

/// One pathway on one day; complains of every condition that cannot be read.
pub(crate) fn rule(
    library: &Library,
    book: usize,
    member: Option<Member>,
    day: Day,
    atoms: &mut Atoms,
    complaints: &mut Complaints,
) -> Rule {
    let pathway = &library.pathways[book];
    let scope = scope_of(library, book, member.as_ref(), day);
    let row = scope.row.map(|(row, _)| row);
    let in_force = in_force(pathway, row, day);
    let mut building = Building {
        library,
        pathway,
        scope: &scope,
        atoms,
        complaints,
    };
    let clauses = building.clauses();
    let waivers = building.waivers();
    let id = match &member {
        Some(member) => format!("{}[{}]", pathway.id, member.key),
        None => pathway.id.clone(),
    };
    let overlays = building.overlays(&id, day);
    let formulas = Formulas {
        pathway,
        in_force: &in_force,
        clauses: &clauses,
        waivers: &waivers,
        overlays: &overlays,
    };
    let secret_groups = formulas.secret_groups(&building.atoms.list);
    let granted_plain = formulas.granted(true);
    let without_secret_plain = formulas.granted(false);
    let ask_plain = formulas.ask();
    let mut exact = |plain: &Condition| building.exact(plain.clone());
    let granted = exact(&granted_plain);
    let without_secret_bars = if without_secret_plain == granted_plain {
        granted.clone()
    } else {
        exact(&without_secret_plain)
    };
    let ask = exact(&ask_plain);
    let destination = scope.destination.and_then(|code| code.parse().ok());
    Rule {
        id,
        book,
        member,
        destination,
        in_force,
        clauses,
        waivers,
        overlays,
        granted,
        granted_plain,
        without_secret_bars,
        without_secret_plain,
        ask,
        secret_groups,
    }
}

fn in_force(pathway: &Pathway, row: Option<&Row>, day: Day) -> InForce {
    if let Some(row) = row {
        let window = row.window();
        match row_truth(row, day) {
            Truth::True => {}
            Truth::Unknown => return InForce::NotKnown(window.seen_on.first().copied()),
            Truth::False => return outside(std::slice::from_ref(&window), day),
        }
    }
    let seen_before = |window: &Window| window.last_seen_before(day);
    let of_row = row
        .map(Row::window)
        .filter(|w| !w.seen_on.is_empty())
        .and_then(|w| seen_before(&w));
    if row.is_some() && pathway.in_force.is_empty() {
        return InForce::Yes {
            window: None,
            limited: false,
            last_seen: of_row,
        };
    }
    match current(&pathway.in_force, day) {
        Some((index, Truth::True)) => {
            let window = &pathway.in_force[index];
            let last_seen = [seen_before(window), of_row].into_iter().flatten().min();
            InForce::Yes {
                window: Some(index),
                limited: window.limited,
                last_seen,
            }
        }
        Some((index, _)) => InForce::NotKnown(pathway.in_force[index].seen_on.first().copied()),
        None => outside(&pathway.in_force, day),
    }
}

/// Why none of the windows covers the day.
fn outside(windows: &[Window], day: Day) -> InForce {
    let ended = windows
        .iter()
        .filter_map(|window| window.until.map(|until| until.earliest()))
        .filter(|until| *until <= day.on)
        .max();
    match ended {
        Some(day) => InForce::Ended(Some(day)),
        None => {
            let begins = windows
                .iter()
                .filter_map(|window| window.from.map(|from| from.earliest()))
                .min();
            InForce::NotYet(begins.filter(|begins| *begins > day.on && *begins <= day.known_on))
        }
    }
}

struct Building<'a, 's> {
    library: &'a Library,
    pathway: &'a Pathway,
    scope: &'a Scope<'s>,
    atoms: &'a mut Atoms,
    complaints: &'a mut Complaints,
}

impl Building<'_, '_> {
    fn clauses(&mut self) -> Vec<RuleClause> {
        let mut clauses = Vec::new();
        for (index, clause) in self.pathway.clauses.iter().enumerate() {
            let applies = match &clause.only_if {
                Some(text) => lower(
                    text,
                    &clause.source,
                    self.scope,
                    self.atoms,
                    self.complaints,
                ),
                None => Condition::TRUE,
            };
            let holds = lower(
                &clause.when,
                &clause.source,
                self.scope,
                self.atoms,
                self.complaints,
            );
            clauses.push(RuleClause {
                index,
                applies,
                holds,
            });
        }
        clauses
    }

    fn waivers(&mut self) -> Vec<(usize, Condition)> {
        let mut tests = Vec::new();
        for (index, waiver) in self.pathway.waivers.iter().enumerate() {
            if let Some(text) = &waiver.when {
                tests.push((
                    index,
                    lower(
                        text,
                        &waiver.source,
                        self.scope,
                        self.atoms,
                        self.complaints,
                    ),
                ));
            }
        }
        tests
    }

    fn overlays(&mut self, id: &str, day: Day) -> Vec<RuleOverlay> {
        let mut found = Vec::new();
        for (index, overlay) in self.library.overlays.iter().enumerate() {
            if !overlay
                .applies_to
                .iter()
                .any(|pattern| touches(pattern, id, &self.pathway.id))
            {
                continue;
            }
            let idle = match overlay_state(&overlay.in_force, &overlay.enjoined, day) {
                OverlayState::Inactive | OverlayState::Enjoined => continue,
                OverlayState::Active => Condition::FALSE,
                OverlayState::Unknown => Condition::Const(Truth::Unknown),
            };
            let spares: Vec<Condition> = overlay
                .spares
                .iter()
                .map(|spare| {
                    lower(
                        &spare.when,
                        &overlay.source,
                        self.scope,
                        self.atoms,
                        self.complaints,
                    )
                })
                .collect();
            let spared = Condition::any(spares.into_iter().chain([idle]));
            found.push(RuleOverlay {
                index,
                effect: overlay.effect,
                spared,
            });
        }
        found
    }

    fn exact(&mut self, plain: Condition) -> Condition {
        match expand(plain.clone(), &self.atoms.list, &self.library.vocabulary) {
            Ok(exact) => exact,
            Err(cases) => {
                let message =
                    format!("this pathway names the same facts in too many ways ({cases} cases)");
                self.complaints
                    .add(
                        facts::Code::TooEntangled,
                        &self.pathway.source,
                        &(0..1),
                        message,
                        "in this file",
                    )
                    .help("compare each fact once, with `in [ … ]`, or split the pathway in two");
                plain
            }
        }
    }
}

/// Whether an overlay's pattern names this rule: its id, its family's id, or a beginning with `*`.
pub(crate) fn touches(pattern: &str, id: &str, family: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => id.starts_with(beginning),
        None => pattern == id || pattern == family,
    }
}

/// The formulas of a pathway, from its parts.
struct Formulas<'a> {
    pathway: &'a Pathway,
    in_force: &'a InForce,
    clauses: &'a [RuleClause],
    waivers: &'a [(usize, Condition)],
    overlays: &'a [RuleOverlay],
}

impl Formulas<'_> {
    /// The groups of facts that only bars read which nobody can check.
    fn secret_groups(&self, atoms: &[Atom]) -> BTreeSet<GroupKey> {
        let (mut secret, mut others) = (BTreeSet::new(), BTreeSet::new());
        for rule_clause in self.clauses {
            let clause = &self.pathway.clauses[rule_clause.index];
            let named = match clause.shown_by {
                _ if clause.rests_on != RestsOn::Text => continue,
                ShownBy::CannotBeShown => &mut secret,
                _ => &mut others,
            };
            for condition in [&rule_clause.applies, &rule_clause.holds] {
                named.extend(groups(condition, atoms).into_keys());
            }
        }
        let waivers = self.waivers.iter().map(|(_, test)| test);
        let overlays = self.overlays.iter().map(|overlay| &overlay.spared);
        for condition in waivers.chain(overlays) {
            others.extend(groups(condition, atoms).into_keys());
        }
        secret.difference(&others).cloned().collect()
    }

    /// Everything that text asks for; without the bars that nobody can check, if not `with_secret`.
    fn granted(&self, with_secret: bool) -> Condition {
        let clauses = self.clauses.iter().filter_map(|rule_clause| {
            let clause = &self.pathway.clauses[rule_clause.index];
            let secret = clause.role == Role::Bar && clause.shown_by == ShownBy::CannotBeShown;
            (clause.rests_on == RestsOn::Text && (with_secret || !secret))
                .then(|| self.satisfied(rule_clause))
        });
        let limited = if self.in_force.is_limited() {
            Condition::FALSE
        } else {
            Condition::TRUE
        };
        Condition::all(
            self.frame()
                .into_iter()
                .chain([limited])
                .chain(clauses.collect::<Vec<_>>()),
        )
    }

    /// Whether it may be asked for: its window, its overlays and what is needed to ask.
    ///
    /// A bar does not keep a person from asking; a pathway for named exceptions may be asked for
    /// by nobody knows whom.
    fn ask(&self) -> Condition {
        let clauses = self.clauses.iter().filter_map(|rule_clause| {
            let clause = &self.pathway.clauses[rule_clause.index];
            let needed = clause.role == Role::Requirement
                && clause.rests_on == RestsOn::Text
                && clause.needed != Needed::ToBeGranted;
            needed.then(|| self.satisfied(rule_clause))
        });
        let limited = if self.in_force.is_limited() {
            Condition::Const(Truth::Unknown)
        } else {
            Condition::TRUE
        };
        Condition::all(
            self.frame()
                .into_iter()
                .chain([limited])
                .chain(clauses.collect::<Vec<_>>()),
        )
    }

    fn frame(&self) -> Vec<Condition> {
        let in_force = Condition::Const(self.in_force.truth());
        let overlays = self.overlays.iter().map(|overlay| overlay.spared.clone());
        std::iter::once(in_force).chain(overlays).collect()
    }

    fn satisfied(&self, rule_clause: &RuleClause) -> Condition {
        satisfied(self.pathway, self.waivers, rule_clause)
    }
}

/// True when a clause does not stand in the way: a requirement holds, or a bar does not apply or is
/// lifted by a waiver with a test.
pub(crate) fn satisfied(
    pathway: &Pathway,
    waivers: &[(usize, Condition)],
    rule_clause: &RuleClause,
) -> Condition {
    let clause = &pathway.clauses[rule_clause.index];
    match clause.role {
        Role::Requirement => Condition::any([
            rule_clause.applies.clone().negated(),
            rule_clause.holds.clone(),
        ]),
        Role::Bar => {
            let lifts = |index: usize| pathway.waivers[index].lifts.contains(&clause.id);
            let lifted = waivers
                .iter()
                .filter(|(index, _)| lifts(*index))
                .map(|(_, test)| test.clone());
            let bites = Condition::all([rule_clause.applies.clone(), rule_clause.holds.clone()]);
            Condition::any(std::iter::once(bites.negated()).chain(lifted.collect::<Vec<_>>()))
        }
    }
}

/// The citation of a clause for a rule: its own, or its row's where the book says `row.seen`.
pub fn citation_of(own: &Citation, row: Option<&Row>) -> Citation {
    let of_row = row.map(Row::citation);
    Citation {
        cite: match (own.cite.as_str(), &of_row) {
            ("row.cite", Some(row)) => row.cite.clone(),
            ("row.purpose_cite", _) => row
                .and_then(|row| row.text("purpose_cite"))
                .unwrap_or_default()
                .to_owned(),
            _ => own.cite.clone(),
        },
        seen: own.seen.clone().or_else(|| of_row.and_then(|row| row.seen)),
    }
}
