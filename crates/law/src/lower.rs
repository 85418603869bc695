//! From a condition's text to a [`Condition`] on a date: names are resolved, types are checked,
//! and everything that depends only on the date and the world is decided.

use crate::book::{Area, ConditionText, DatedValue};
use crate::condition::{Atom, AtomId, Condition, RecordTest, Test};
use crate::constant::{compare_constants, constant_within, equal_test, mirrored, of_type};
use crate::expression::{Expr, Op, Operand, OperandKind, parse};
use crate::lower_moving::{MovingPart, reads_day};
use crate::window::Day;
use crate::world::{Column, Row};
use facts::{
    Code, Complaints, CountryCode, Fact, FieldType, PartialDate, Scalar, SourceText, Truth, Type,
    Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// The atoms of a program: each distinct one once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Atoms {
    pub list: Vec<Atom>,
    ids: HashMap<Atom, AtomId>,
    /// How often the condition that is being lowered has looked through a derived fact.
    followed: usize,
    /// Where the day moves: the comparisons that read it.
    pub moving: Option<Vec<MovingPart>>,
    /// Conditions that have been read: the members of a family have theirs in common.
    pub parsed: HashMap<String, Rc<Expr>>,
}

impl Atoms {
    fn intern(&mut self, atom: Atom) -> AtomId {
        if let Some(id) = self.ids.get(&atom) {
            return *id;
        }
        let id = self.add(atom.clone());
        self.ids.insert(atom, id);
        id
    }

    /// Adds an atom that is shared with no other.
    pub(crate) fn add(&mut self, atom: Atom) -> AtomId {
        let id = AtomId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(atom);
        id
    }

    /// Those of a program, so that what it asks keeps its number.
    pub(crate) fn over(list: Vec<Atom>) -> Atoms {
        let mut atoms = Atoms::default();
        for atom in list {
            let id = atoms.add(atom.clone());
            atoms.ids.insert(atom, id);
        }
        atoms
    }

    /// For a day that moves.
    pub(crate) fn moving() -> Atoms {
        Atoms {
            moving: Some(Vec::new()),
            ..Atoms::default()
        }
    }
}

/// What names mean where a condition stands.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub vocabulary: &'a Vocabulary,
    pub countries: &'a BTreeSet<CountryCode>,
    pub areas: &'a BTreeMap<String, Area>,
    pub values: &'a BTreeMap<String, Vec<DatedValue>>,
    /// The family's row and its columns.
    pub row: Option<(&'a Row, &'a BTreeMap<String, Column>)>,
    /// The family's member, or the pathway's destination.
    pub this: Option<&'a str>,
    pub destination: Option<&'a str>,
    pub day: Day,
}

/// Lowers a condition; complains of what is wrong in it, and then gives *unknown*.
pub(crate) fn lower(
    text: &ConditionText,
    source: &SourceText,
    scope: &Scope<'_>,
    atoms: &mut Atoms,
    complaints: &mut Complaints,
) -> Condition {
    atoms.followed = 0;
    Lowering::new(source, text.start, scope, atoms, complaints).text(&text.text)
}

/// Lowers the parts of a condition that was read before, each by itself; `from` is its file and where
/// it begins.
pub(crate) fn lower_parts(
    parts: &[Expr],
    from: (&SourceText, usize),
    scope: &Scope<'_>,
    atoms: &mut Atoms,
    complaints: &mut Complaints,
) -> Vec<Condition> {
    atoms.followed = 0;
    let mut lowering = Lowering::new(from.0, from.1, scope, atoms, complaints);
    parts.iter().map(|part| lowering.expr(part)).collect()
}

/// The fact and key that an effect writes: `refused_visa["USA"]`.
pub(crate) fn written_fact(
    text: &str,
    start: usize,
    source: &SourceText,
    scope: &Scope<'_>,
    complaints: &mut Complaints,
) -> Option<(facts::FactId, Option<String>)> {
    let mut atoms = Atoms::default();
    let mut lowering = Lowering::new(source, start, scope, &mut atoms, complaints);
    match lowering.text(text) {
        Condition::Atom(id) => {
            let atom = atoms.list.get(id.0 as usize)?;
            (atom.test == Test::Holds).then(|| (atom.fact.clone(), atom.key.clone()))
        }
        _ => None,
    }
}

/// A value whose meaning is settled.
pub(crate) enum Value<'a> {
    /// A fact, under a key if it is keyed.
    Fact(&'a Fact, Option<String>),
    /// A field of the record inside `exists`.
    Field(String, FieldType),
    /// A constant; nothing where it is not known.
    One(Option<Scalar>),
    /// Several constants: those that certainly belong, and those that perhaps do.
    Many {
        certain: Vec<Scalar>,
        perhaps: Vec<Scalar>,
        known: bool,
    },
}

pub(crate) struct Lowering<'a, 's> {
    source: &'a SourceText,
    start: usize,
    pub(crate) scope: &'a Scope<'s>,
    pub(crate) atoms: &'a mut Atoms,
    complaints: &'a mut Complaints,
    /// Inside `exists(r, …)`: the name `r` and the fields of a record.
    pub(crate) record: Option<(String, BTreeMap<String, FieldType>)>,
    /// The derived facts that are being looked through, outermost first.
    within: Vec<&'s str>,
}

/// Derived facts refer to each other no deeper.
const DEEPEST: usize = 8;
/// One condition looks through derived facts no more often: each may name many, and those again.
const MOST_FOLLOWED: usize = 1_000;

impl<'a, 's> Lowering<'a, 's> {
    pub(crate) fn new(
        source: &'a SourceText,
        start: usize,
        scope: &'a Scope<'s>,
        atoms: &'a mut Atoms,
        complaints: &'a mut Complaints,
    ) -> Lowering<'a, 's> {
        Lowering {
            source,
            start,
            scope,
            atoms,
            complaints,
            record: None,
            within: Vec::new(),
        }
    }
}

impl<'s> Lowering<'_, 's> {
    fn text(&mut self, text: &str) -> Condition {
        if let Some(known) = self.atoms.parsed.get(text) {
            let expr = Rc::clone(known);
            return self.expr(&expr);
        }
        match parse(text) {
            Ok(expr) => {
                let expr = Rc::new(expr);
                let parsed = &mut self.atoms.parsed;
                parsed.insert(text.to_owned(), Rc::clone(&expr));
                self.expr(&expr)
            }
            Err(fault) => {
                let complaint = self.complain(Code::Condition, &fault.at, fault.message, "here");
                complaint.help = fault.help;
                Condition::Const(Truth::Unknown)
            }
        }
    }

    pub(crate) fn complain(
        &mut self,
        code: Code,
        at: &std::ops::Range<usize>,
        message: impl Into<String>,
        label: &str,
    ) -> &mut facts::Complaint {
        let at = self.start + at.start..self.start + at.end.max(at.start + 1);
        self.complaints.add(code, self.source, &at, message, label)
    }

    fn unknown(
        &mut self,
        code: Code,
        at: &std::ops::Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) -> Condition {
        self.complain(code, at, message, "here").help(help);
        Condition::Const(Truth::Unknown)
    }

    fn expr(&mut self, expr: &Expr) -> Condition {
        match expr {
            Expr::Any(parts) => {
                Condition::any(parts.iter().map(|part| self.expr(part)).collect::<Vec<_>>())
            }
            Expr::All(parts) => {
                Condition::all(parts.iter().map(|part| self.expr(part)).collect::<Vec<_>>())
            }
            Expr::Not(inner) => self.expr(inner).negated(),
            comparison if self.atoms.moving.is_some() && reads_day(comparison) => {
                self.moving(comparison)
            }
            comparison => self.comparison(comparison),
        }
    }

    /// A single comparison, with the day as it is.
    pub(crate) fn comparison(&mut self, expr: &Expr) -> Condition {
        match expr {
            Expr::Any(_) | Expr::All(_) | Expr::Not(_) => self.expr(expr),
            Expr::Holds(operand) => self.holds(operand),
            Expr::Compare { left, op, right } => self.compare(left, *op, right),
            Expr::In { left, right } => self.within(left, right),
            Expr::Exists { list, name, body } => self.exists(list, name, body),
        }
    }

    fn atom(&mut self, fact: &Fact, key: Option<String>, test: Test) -> Condition {
        Condition::Atom(self.atoms.intern(Atom {
            fact: fact.id.clone(),
            key,
            test,
        }))
    }

    fn holds(&mut self, operand: &Operand) -> Condition {
        match &operand.kind {
            OperandKind::Name(name) if name == "true" => return Condition::TRUE,
            OperandKind::Name(name) if name == "false" => return Condition::FALSE,
            _ => {}
        }
        match self.value(operand) {
            None => Condition::Const(Truth::Unknown),
            Some(Value::Fact(fact, key)) if fact.of == Type::One(FieldType::Bool) => {
                self.yes_no(fact, key, operand)
            }
            Some(Value::Fact(fact, _)) => {
                let help = "compare it: `==`, `in`, or for a list `.exists(r, …)`";
                self.unknown(
                    Code::WrongType,
                    &operand.at,
                    format!("`{}` is not a yes/no fact", fact.id),
                    help,
                )
            }
            Some(Value::One(Some(Scalar::Bool(value)))) => Condition::Const(Truth::from(value)),
            Some(Value::One(None)) => Condition::Const(Truth::Unknown),
            Some(_) => self.unknown(
                Code::WrongType,
                &operand.at,
                "a condition is expected here",
                "compare it with something",
            ),
        }
    }

    fn yes_no(&mut self, fact: &'s Fact, key: Option<String>, operand: &Operand) -> Condition {
        let Some(derived) = &fact.derived else {
            return self.atom(fact, key, Test::Holds);
        };
        if self.within.contains(&&*fact.id.0) {
            let message = format!("`{}` is derived in a circle", fact.id);
            return self.unknown(
                Code::Cycle,
                &operand.at,
                message,
                "a derived fact must end in facts that are recorded",
            );
        }
        self.atoms.followed += 1;
        if self.within.len() >= DEEPEST || self.atoms.followed > MOST_FOLLOWED {
            let message = format!("`{}` is derived through too many other facts", fact.id);
            return self.unknown(
                Code::TooEntangled,
                &operand.at,
                message,
                "name the recorded facts themselves",
            );
        }
        let mut within = self.within.clone();
        within.push(&fact.id.0);
        let mut inner = Lowering {
            source: &fact.source,
            start: derived.at.start,
            scope: self.scope,
            atoms: self.atoms,
            complaints: self.complaints,
            record: None,
            within,
        };
        let condition = inner.text(&derived.condition);
        if derived.recorded_first {
            let recorded = self.atom(fact, key, Test::Holds);
            Condition::first(recorded, condition)
        } else {
            condition
        }
    }

    fn compare(&mut self, left: &Operand, op: Op, right: &Operand) -> Condition {
        let (Some(a), Some(b)) = (self.value(left), self.value(right)) else {
            return Condition::Const(Truth::Unknown);
        };
        match (a, b) {
            (Value::One(a), Value::One(b)) => {
                self.check_constants(a.as_ref(), op, b.as_ref(), left, right);
                Condition::Const(compare_constants(a, op, b))
            }
            (Value::Fact(fact, key), Value::One(b)) => {
                self.compare_fact(fact, key, op, b, left, right)
            }
            (Value::One(a), Value::Fact(fact, key)) => {
                self.compare_fact(fact, key, mirrored(op), a, right, left)
            }
            (Value::Fact(a, key), Value::Fact(b, other)) => {
                self.compare_facts((a, key), op, (b, other), &(left.at.start..right.at.end))
            }
            _ => {
                let help = "compare a fact with a value, or ask whether it is `in` a list";
                self.unknown(
                    Code::WrongType,
                    &(left.at.start..right.at.end),
                    "these two cannot be compared",
                    help,
                )
            }
        }
    }

    /// Complains where constants of two kinds are compared, or things without an order are ordered.
    pub(crate) fn check_constants(
        &mut self,
        a: Option<&Scalar>,
        op: Op,
        b: Option<&Scalar>,
        left: &Operand,
        right: &Operand,
    ) {
        let (Some(a), Some(b)) = (a, b) else { return };
        let ordered = !matches!(op, Op::Equal | Op::NotEqual);
        let comparable = match (a, b) {
            (Scalar::Date(_), Scalar::Date(_)) | (Scalar::Number(_), Scalar::Number(_)) => true,
            (Scalar::Bool(_), Scalar::Bool(_))
            | (Scalar::Text(_) | Scalar::Country(_), Scalar::Text(_) | Scalar::Country(_)) => {
                !ordered
            }
            _ => false,
        };
        if !comparable {
            let at = left.at.start..right.at.end;
            self.complain(Code::WrongType, &at, "these two cannot be compared", "here")
                .help("compare things of one kind; only dates and numbers are less or greater");
        }
    }

    fn compare_facts(
        &mut self,
        (a, key): (&Fact, Option<String>),
        op: Op,
        (b, other_key): (&Fact, Option<String>),
        at: &std::ops::Range<usize>,
    ) -> Condition {
        let one_of_a_kind =
            matches!((&a.of, &b.of), (Type::One(x), Type::One(y)) if x == y) && other_key.is_none();
        if !one_of_a_kind || !matches!(op, Op::Equal | Op::NotEqual) {
            let help = "two facts can only be asked whether they are the same: `here == habitual_residence`";
            return self.unknown(
                Code::WrongType,
                at,
                "these two facts cannot be compared",
                help,
            );
        }
        let same = self.atom(a, key, Test::SameAs(b.id.clone()));
        if op == Op::Equal {
            same
        } else {
            same.negated()
        }
    }

    fn compare_fact(
        &mut self,
        fact: &'s Fact,
        key: Option<String>,
        op: Op,
        constant: Option<Scalar>,
        at: &Operand,
        constant_at: &Operand,
    ) -> Condition {
        let of = match &fact.of {
            Type::One(of) => of.clone(),
            Type::Set(_) | Type::List(_) => {
                let message = format!("`{}` is a set: it is not one thing", fact.id);
                return self.unknown(
                    Code::EqualsOnSet,
                    &at.at,
                    message,
                    "ask what is in it: `\"RUS\" in nationality`",
                );
            }
        };
        let Some(constant) = constant else {
            return Condition::Const(Truth::Unknown);
        };
        // A yes/no fact may be derived: however it is written, it is asked in one way.
        if let (FieldType::Bool, Scalar::Bool(yes), Op::Equal | Op::NotEqual) = (&of, &constant, op)
        {
            let holds = self.yes_no(fact, key, at);
            return if *yes == (op == Op::Equal) {
                holds
            } else {
                holds.negated()
            };
        }
        match self.test(&of, op, constant, &fact.id.0, constant_at) {
            Some((test, negated)) => {
                let atom = self.atom(fact, key, test);
                if negated { atom.negated() } else { atom }
            }
            None => Condition::Const(Truth::Unknown),
        }
    }

    /// The test of a comparison with a constant, and whether it is meant the other way round.
    pub(crate) fn test(
        &mut self,
        of: &FieldType,
        op: Op,
        constant: Scalar,
        name: &str,
        at: &Operand,
    ) -> Option<(Test, bool)> {
        let constant = self.typed(of, constant, name, at)?;
        match (op, constant) {
            (Op::Equal, constant) => Some((equal_test(constant), false)),
            (Op::NotEqual, constant) => Some((equal_test(constant), true)),
            (Op::Less, Scalar::Date(date)) => Some((Test::Before(date), false)),
            (Op::GreaterOrEqual, Scalar::Date(date)) => Some((Test::Before(date), true)),
            (Op::Greater, Scalar::Date(date)) => Some((Test::After(date), false)),
            (Op::LessOrEqual, Scalar::Date(date)) => Some((Test::After(date), true)),
            (Op::Less, Scalar::Number(n)) => Some((Test::Less(n), false)),
            (Op::GreaterOrEqual, Scalar::Number(n)) => Some((Test::Less(n), true)),
            (Op::Greater, Scalar::Number(n)) => Some((Test::Greater(n), false)),
            (Op::LessOrEqual, Scalar::Number(n)) => Some((Test::Greater(n), true)),
            _ => {
                let message = format!("`{name}` has no order");
                self.complain(Code::WrongType, &at.at, message, "here")
                    .help("only dates and numbers are less or greater");
                None
            }
        }
    }

    /// A constant as a value of this type; complains where it is none.
    pub(crate) fn typed(
        &mut self,
        of: &FieldType,
        constant: Scalar,
        name: &str,
        at: &Operand,
    ) -> Option<Scalar> {
        match (of, constant) {
            (FieldType::Bool, Scalar::Bool(b)) => Some(Scalar::Bool(b)),
            (FieldType::Number, Scalar::Number(n)) => Some(Scalar::Number(n)),
            (FieldType::Date, Scalar::Date(d)) => Some(Scalar::Date(d)),
            (FieldType::Country, Scalar::Country(c)) => Some(Scalar::Country(c)),
            (FieldType::Country, Scalar::Text(text)) => {
                self.country(&text, at).map(Scalar::Country)
            }
            (FieldType::Enum(values), Scalar::Text(text)) if values.contains_key(&text) => {
                Some(Scalar::Text(text))
            }
            (FieldType::Enum(values), Scalar::Text(text)) => {
                let known: Vec<&str> = values.keys().map(String::as_str).collect();
                let help = format!("it may be: {}", known.join(", "));
                let complaint = self.complain(
                    Code::UnknownValue,
                    &at.at,
                    format!("`{name}` is never `{text}`"),
                    "no such value",
                );
                complaint.help(help);
                complaint.did_you_mean(&text, known);
                None
            }
            (FieldType::Number, Scalar::Text(text)) if text.parse::<i64>().is_ok() => {
                text.parse().ok().map(Scalar::Number)
            }
            (FieldType::Date, Scalar::Text(text)) if text.parse::<PartialDate>().is_ok() => {
                text.parse().ok().map(Scalar::Date)
            }
            (of, constant) => {
                let message = format!("`{name}` is {}, and `{constant}` is not", of_type(of));
                self.complain(Code::WrongType, &at.at, message, "of another type")
                    .help(match of {
                        FieldType::Bool => "a yes/no fact stands alone: `fact`, or `!fact`",
                        FieldType::Date => "write a day as `date(\"2017-05-17\")`, or `on`",
                        _ => "look the fact up with `safeconduct law show`",
                    });
                None
            }
        }
    }

    pub(crate) fn country(&mut self, text: &str, at: &Operand) -> Option<CountryCode> {
        match text.parse::<CountryCode>() {
            Ok(code) if self.scope.countries.is_empty() || self.scope.countries.contains(&code) => {
                Some(code)
            }
            _ => {
                let known: Vec<&str> = self
                    .scope
                    .countries
                    .iter()
                    .map(CountryCode::as_str)
                    .collect();
                let complaint = self.complain(
                    Code::NotACountry,
                    &at.at,
                    format!("no country has the code `{text}`"),
                    "here",
                );
                complaint.help("a code of ISO 3166-1 alpha-3 is expected, such as LTU");
                complaint.did_you_mean(text, known);
                None
            }
        }
    }

    fn within(&mut self, left: &Operand, right: &Operand) -> Condition {
        let (Some(a), Some(b)) = (self.value(left), self.value(right)) else {
            return Condition::Const(Truth::Unknown);
        };
        match (a, b) {
            (
                Value::Fact(fact, key),
                Value::Many {
                    certain,
                    perhaps,
                    known,
                },
            ) => self.fact_within(fact, key, certain, perhaps, known, left, right),
            (Value::One(member), Value::Fact(set, key)) => {
                self.member_of(member, set, key, left, right)
            }
            (Value::Fact(fact, key), Value::Fact(set, None))
                if matches!(set.of, Type::Set(_)) && matches!(fact.of, Type::One(_)) =>
            {
                self.atom(fact, key, Test::InFact(set.id.clone()))
            }
            (
                Value::One(member),
                Value::Many {
                    certain,
                    perhaps,
                    known,
                },
            ) => Condition::Const(constant_within(member, &certain, &perhaps, known)),
            _ => {
                let help =
                    "`in` asks whether a fact is one of a list, or whether a set holds something";
                self.unknown(
                    Code::WrongType,
                    &(left.at.start..right.at.end),
                    "`in` cannot be asked of these two",
                    help,
                )
            }
        }
    }

    fn member_of(
        &mut self,
        member: Option<Scalar>,
        set: &Fact,
        key: Option<String>,
        left: &Operand,
        right: &Operand,
    ) -> Condition {
        let Type::Set(of) = &set.of else {
            let message = format!("`{}` is not a set", set.id);
            return self.unknown(Code::WrongType, &right.at, message, "compare it with `==`");
        };
        let Some(member) = member else {
            return Condition::Const(Truth::Unknown);
        };
        match self.typed(of, member, &set.id.0, left) {
            Some(member) => self.atom(set, key, Test::Has(member)),
            None => Condition::Const(Truth::Unknown),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the two operands, taken apart")]
    fn fact_within(
        &mut self,
        fact: &Fact,
        key: Option<String>,
        certain: Vec<Scalar>,
        perhaps: Vec<Scalar>,
        known: bool,
        left: &Operand,
        right: &Operand,
    ) -> Condition {
        let Type::One(of) = &fact.of else {
            let message = format!("`{}` is a set: it is not one thing", fact.id);
            return self.unknown(
                Code::EqualsOnSet,
                &left.at,
                message,
                "ask for one member: `\"RUS\" in nationality`",
            );
        };
        let mut typed = |values: Vec<Scalar>| {
            values
                .into_iter()
                .map(|value| self.typed(of, value, &fact.id.0, right))
                .collect::<Option<BTreeSet<_>>>()
        };
        let (Some(certain), Some(perhaps)) = (typed(certain), typed(perhaps)) else {
            return Condition::Const(Truth::Unknown);
        };
        // Whatever it is, it is one of all there are.
        let every = match of {
            FieldType::Enum(values) => values.len(),
            _ => usize::MAX,
        };
        let one_of = |lowering: &mut Self, values: BTreeSet<Scalar>| match values.len() {
            0 => Condition::FALSE,
            some if some == every => Condition::TRUE,
            _ => lowering.atom(fact, key.clone(), Test::OneOf(values)),
        };
        let surely = one_of(self, certain);
        let maybe = one_of(self, perhaps);
        let unknown = Condition::Const(Truth::Unknown);
        let maybe = Condition::all([maybe, unknown.clone()]);
        if known {
            Condition::any([surely, maybe])
        } else {
            unknown
        }
    }

    fn exists(&mut self, list: &Operand, name: &str, body: &Expr) -> Condition {
        let Some(Value::Fact(fact, key)) = self.value(list) else {
            return Condition::Const(Truth::Unknown);
        };
        let Type::List(fields) = &fact.of else {
            let message = format!("`{}` is not a list", fact.id);
            return self.unknown(
                Code::WrongType,
                &list.at,
                message,
                "only a list has `exists(r, …)`",
            );
        };
        let outer = self.record.replace((name.to_owned(), fields.clone()));
        if outer.is_some() {
            self.complain(
                Code::Condition,
                &list.at,
                "`exists` cannot stand inside `exists`",
                "here",
            );
        }
        let test = self.record_test(body);
        self.record = outer;
        match test {
            RecordTest::Const(Truth::False) => Condition::FALSE,
            test => self.atom(fact, key, Test::HasRecord(test)),
        }
    }
}
