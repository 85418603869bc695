//! From a condition's text to a [`Condition`] on a date: names are resolved, types are checked,
//! and everything that depends only on the date and the world is decided.

use crate::book::{Area, ConditionText, DatedValue};
use crate::condition::{Atom, AtomId, Condition, RecordTest, Test, country_key};
use crate::expression::{Expr, Op, Operand, OperandKind, Unit, parse};
use crate::window::{Day, value_on};
use crate::world::{Cell, Column, Row};
use facts::{
    Code, Complaints, CountryCode, Fact, FieldType, PartialDate, Scalar, SourceText, Span, Truth,
    Type, Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The atoms of a program: each distinct one once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Atoms {
    pub list: Vec<Atom>,
    ids: HashMap<Atom, AtomId>,
}

impl Atoms {
    fn intern(&mut self, atom: Atom) -> AtomId {
        if let Some(id) = self.ids.get(&atom) {
            return *id;
        }
        let id = AtomId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(atom.clone());
        self.ids.insert(atom, id);
        id
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
    let mut lowering = Lowering {
        source,
        start: text.start,
        scope,
        atoms,
        complaints,
        record: None,
        depth: 0,
    };
    lowering.text(&text.text)
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
    let mut lowering = Lowering {
        source,
        start,
        scope,
        atoms: &mut atoms,
        complaints,
        record: None,
        depth: 0,
    };
    match lowering.text(text) {
        Condition::Atom(id) => {
            let atom = atoms.list.get(id.0 as usize)?;
            (atom.test == Test::Holds).then(|| (atom.fact.clone(), atom.key.clone()))
        }
        _ => None,
    }
}

/// A value whose meaning is settled.
enum Value<'a> {
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

struct Lowering<'a, 's> {
    source: &'a SourceText,
    start: usize,
    scope: &'a Scope<'s>,
    atoms: &'a mut Atoms,
    complaints: &'a mut Complaints,
    /// Inside `exists(r, …)`: the name `r` and the fields of a record.
    record: Option<(String, BTreeMap<String, FieldType>)>,
    depth: usize,
}

/// Derived facts refer to each other no deeper: a circle ends here.
const DEEPEST: usize = 8;

impl<'s> Lowering<'_, 's> {
    fn text(&mut self, text: &str) -> Condition {
        match parse(text) {
            Ok(expr) => self.expr(&expr),
            Err(fault) => {
                let complaint = self.complain(Code::Condition, &fault.at, fault.message, "here");
                complaint.help = fault.help;
                Condition::Const(Truth::Unknown)
            }
        }
    }

    fn complain(
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
        self.depth += 1;
        if self.depth > DEEPEST {
            let message = format!("`{}` is derived in a circle", fact.id);
            return self.unknown(
                Code::Cycle,
                &operand.at,
                message,
                "a derived fact must end in facts that are recorded",
            );
        }
        let mut inner = Lowering {
            source: &fact.source,
            start: derived.at.start,
            scope: self.scope,
            atoms: self.atoms,
            complaints: self.complaints,
            record: None,
            depth: self.depth,
        };
        let condition = inner.text(&derived.condition);
        self.depth -= 1;
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
            (Value::One(a), Value::One(b)) => Condition::Const(compare_constants(a, op, b)),
            (Value::Fact(fact, key), Value::One(b)) => {
                self.compare_fact(fact, key, op, b, left, right)
            }
            (Value::One(a), Value::Fact(fact, key)) => {
                self.compare_fact(fact, key, mirrored(op), a, right, left)
            }
            (Value::Fact(a, key), Value::Fact(b, other)) => {
                self.compare_facts(a, key, op, b, other, left, right)
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

    fn compare_facts(
        &mut self,
        a: &Fact,
        key: Option<String>,
        op: Op,
        b: &Fact,
        other_key: Option<String>,
        left: &Operand,
        right: &Operand,
    ) -> Condition {
        let one_of_a_kind =
            matches!((&a.of, &b.of), (Type::One(x), Type::One(y)) if x == y) && other_key.is_none();
        if !one_of_a_kind || !matches!(op, Op::Equal | Op::NotEqual) {
            let help = "two facts can only be asked whether they are the same: `here == habitual_residence`";
            return self.unknown(
                Code::WrongType,
                &(left.at.start..right.at.end),
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
        fact: &Fact,
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
        match self.test(&of, op, constant, &fact.id.0, constant_at) {
            Some((test, negated)) => {
                let atom = self.atom(fact, key, test);
                if negated { atom.negated() } else { atom }
            }
            None => Condition::Const(Truth::Unknown),
        }
    }

    /// The test of a comparison with a constant, and whether it is meant the other way round.
    fn test(
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
    fn typed(
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

    fn country(&mut self, text: &str, at: &Operand) -> Option<CountryCode> {
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
        let one_of = |lowering: &mut Self, values: BTreeSet<Scalar>| match values.len() {
            0 => Condition::FALSE,
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

    fn record_test(&mut self, expr: &Expr) -> RecordTest {
        match expr {
            Expr::Any(parts) => {
                RecordTest::Any(parts.iter().map(|part| self.record_test(part)).collect())
            }
            Expr::All(parts) => {
                RecordTest::All(parts.iter().map(|part| self.record_test(part)).collect())
            }
            Expr::Not(inner) => RecordTest::Not(Box::new(self.record_test(inner))),
            Expr::Holds(operand) => match self.value(operand) {
                Some(Value::Field(name, FieldType::Bool)) => {
                    RecordTest::Field(name, Box::new(Test::Holds))
                }
                Some(Value::One(Some(Scalar::Bool(value)))) => {
                    RecordTest::Const(Truth::from(value))
                }
                Some(_) => self.record_fault(operand, "a field of yes and no is expected here"),
                None => RecordTest::Const(Truth::Unknown),
            },
            Expr::Compare { left, op, right } => self.record_compare(left, *op, right),
            Expr::In { left, right } => self.record_within(left, right),
            Expr::Exists { list, .. } => {
                self.record_fault(list, "`exists` cannot stand inside `exists`")
            }
        }
    }

    fn record_fault(&mut self, operand: &Operand, message: &str) -> RecordTest {
        self.complain(Code::Condition, &operand.at, message, "here")
            .help(
                "inside `exists(r, …)` only fields of `r`, constants, `on` and `row.x` may stand",
            );
        RecordTest::Const(Truth::Unknown)
    }

    fn record_compare(&mut self, left: &Operand, op: Op, right: &Operand) -> RecordTest {
        let (Some(a), Some(b)) = (self.value(left), self.value(right)) else {
            return RecordTest::Const(Truth::Unknown);
        };
        let (name, of, op, constant, at) = match (a, b) {
            (Value::Field(name, of), Value::One(constant)) => (name, of, op, constant, right),
            (Value::One(constant), Value::Field(name, of)) => {
                (name, of, mirrored(op), constant, left)
            }
            (Value::One(a), Value::One(b)) => {
                return RecordTest::Const(compare_constants(a, op, b));
            }
            _ => return self.record_fault(left, "these two cannot be compared inside `exists`"),
        };
        let Some(constant) = constant else {
            return RecordTest::Const(Truth::Unknown);
        };
        match self.test(&of, op, constant, &name, at) {
            Some((test, false)) => RecordTest::Field(name, Box::new(test)),
            Some((test, true)) => {
                RecordTest::Not(Box::new(RecordTest::Field(name, Box::new(test))))
            }
            None => RecordTest::Const(Truth::Unknown),
        }
    }

    fn record_within(&mut self, left: &Operand, right: &Operand) -> RecordTest {
        let (Some(a), Some(b)) = (self.value(left), self.value(right)) else {
            return RecordTest::Const(Truth::Unknown);
        };
        match (a, b) {
            (
                Value::Field(name, of),
                Value::Many {
                    certain,
                    perhaps,
                    known: true,
                },
            ) => {
                let typed: Option<BTreeSet<Scalar>> = certain
                    .into_iter()
                    .map(|value| self.typed(&of, value, &name, right))
                    .collect();
                match typed {
                    Some(typed) if perhaps.is_empty() => {
                        RecordTest::Field(name, Box::new(Test::OneOf(typed)))
                    }
                    _ => RecordTest::Const(Truth::Unknown),
                }
            }
            (
                Value::One(member),
                Value::Many {
                    certain,
                    perhaps,
                    known,
                },
            ) => RecordTest::Const(constant_within(member, &certain, &perhaps, known)),
            (_, Value::Many { known: false, .. }) => RecordTest::Const(Truth::Unknown),
            _ => self.record_fault(left, "`in` cannot be asked of these two inside `exists`"),
        }
    }

    fn value(&mut self, operand: &Operand) -> Option<Value<'s>> {
        match &operand.kind {
            OperandKind::Text(text) => Some(Value::One(Some(Scalar::Text(text.clone())))),
            OperandKind::Number(number) => Some(Value::One(Some(Scalar::Number(*number)))),
            OperandKind::Date(text) => match text.parse::<PartialDate>() {
                Ok(date) => Some(Value::One(Some(Scalar::Date(date)))),
                Err(error) => {
                    self.complain(Code::NotADate, &operand.at, error.to_string(), "here");
                    None
                }
            },
            OperandKind::List(items) => self.list(items),
            OperandKind::Moved { base, unit, count } => self.moved(base, *unit, *count),
            OperandKind::Name(name) => self.named(name, operand),
            OperandKind::Keyed(name, key) => self.keyed(name, key, operand),
            OperandKind::Field(base, field) => self.field(base, field, operand),
        }
    }

    fn list(&mut self, items: &[Operand]) -> Option<Value<'s>> {
        let mut certain = Vec::new();
        for item in items {
            match self.value(item)? {
                Value::One(Some(value)) => certain.push(value),
                Value::One(None) => {
                    return Some(Value::Many {
                        certain: Vec::new(),
                        perhaps: Vec::new(),
                        known: false,
                    });
                }
                _ => {
                    self.complain(
                        Code::WrongType,
                        &item.at,
                        "a list holds constants only",
                        "here",
                    );
                    return None;
                }
            }
        }
        Some(Value::Many {
            certain,
            perhaps: Vec::new(),
            known: true,
        })
    }

    fn moved(&mut self, base: &Operand, unit: Unit, count: i32) -> Option<Value<'s>> {
        let span = match unit {
            Unit::Days => Span::Days(count),
            Unit::Months => Span::Months(count),
            Unit::Years => Span::Years(count),
        };
        match self.value(base)? {
            Value::One(Some(Scalar::Date(date))) => {
                Some(Value::One(Some(Scalar::Date(date.plus(span)))))
            }
            Value::One(None) => Some(Value::One(None)),
            _ => {
                self.complain(
                    Code::WrongType,
                    &base.at,
                    "only a constant date can be moved",
                    "this is none",
                )
                .help("move the other side: `born > on - years(18)`");
                None
            }
        }
    }

    fn named(&mut self, name: &str, operand: &Operand) -> Option<Value<'s>> {
        match name {
            "on" => return Some(Value::One(Some(Scalar::Date(self.scope.day.on.into())))),
            "true" | "false" => return Some(Value::One(Some(Scalar::Bool(name == "true")))),
            "this" | "destination" => return self.place_word(name, operand),
            _ => {}
        }
        let fact = self.fact(name, operand)?;
        if fact.keyed {
            let message = format!("`{name}` has one truth for each country");
            self.complain(Code::Key, &operand.at, message, "which country?")
                .help(format!(
                    "write `{name}[\"USA\"]`, or in a family `{name}[this]`"
                ));
            return None;
        }
        Some(Value::Fact(fact, None))
    }

    fn place_word(&mut self, name: &str, operand: &Operand) -> Option<Value<'s>> {
        let word = if name == "this" {
            self.scope.this
        } else {
            self.scope.destination
        };
        match word {
            Some(code) => Some(Value::One(Some(
                code.parse()
                    .map_or_else(|_| Scalar::Text(code.to_owned()), Scalar::Country),
            ))),
            None => {
                let help =
                    "`this` is the member of a family; `destination` the destination of a pathway";
                self.complain(
                    Code::UnknownName,
                    &operand.at,
                    format!("`{name}` means nothing here"),
                    "here",
                )
                .help(help);
                None
            }
        }
    }

    fn fact(&mut self, name: &str, operand: &Operand) -> Option<&'s Fact> {
        let vocabulary = self.scope.vocabulary;
        let found = vocabulary.get(name);
        if found.is_none() {
            let at = operand.at.start..operand.at.start + name.len();
            self.complain(
                Code::UnknownFact,
                &at,
                format!("no fact is called `{name}`"),
                "used here",
            )
            .did_you_mean(name, vocabulary.names());
        }
        found
    }

    fn keyed(&mut self, name: &str, key: &Operand, operand: &Operand) -> Option<Value<'s>> {
        let fact = self.fact(name, operand)?;
        if !fact.keyed {
            self.complain(
                Code::Key,
                &key.at,
                format!("`{name}` has no key"),
                "leave the key out",
            );
            return None;
        }
        match &key.kind {
            OperandKind::Text(text)
                if text
                    .strip_prefix("area.")
                    .is_some_and(|area| self.scope.areas.contains_key(area)) =>
            {
                Some(Value::Fact(fact, Some(text.clone())))
            }
            _ => match self.value(key)? {
                Value::One(Some(Scalar::Country(code))) => {
                    Some(Value::Fact(fact, Some(country_key(code))))
                }
                Value::One(Some(Scalar::Text(text))) => self
                    .country(&text, key)
                    .map(|code| Value::Fact(fact, Some(country_key(code)))),
                _ => {
                    self.complain(
                        Code::Key,
                        &key.at,
                        "a key is a country: a constant, or `this`",
                        "here",
                    );
                    None
                }
            },
        }
    }

    fn field(&mut self, base: &str, field: &str, operand: &Operand) -> Option<Value<'s>> {
        if let Some((name, fields)) = &self.record
            && name == base
        {
            let found = fields.get(field).cloned();
            let known: Vec<String> = fields.keys().cloned().collect();
            if found.is_none() {
                self.complain(
                    Code::UnknownName,
                    &operand.at,
                    format!("a record has no field `{field}`"),
                    "here",
                )
                .did_you_mean(field, known.iter().map(String::as_str));
            }
            return found.map(|of| Value::Field(field.to_owned(), of));
        }
        match base {
            "row" => self.cell(field, operand),
            "value" => self.dated(field, operand),
            "area" => self.area(field, operand),
            _ => {
                let help = "a dot stands only in `row.x`, `value.x`, `area.x`, and inside `exists(r, r.x)`";
                self.complain(
                    Code::UnknownName,
                    &operand.at,
                    format!("`{base}.{field}` means nothing here"),
                    "here",
                )
                .help(help);
                None
            }
        }
    }

    fn cell(&mut self, column: &str, operand: &Operand) -> Option<Value<'s>> {
        let Some((row, columns)) = self.scope.row else {
            self.complain(
                Code::UnknownName,
                &operand.at,
                "there is no row here",
                "`row.x` stands only in a family",
            );
            return None;
        };
        let Some(of) = columns.get(column) else {
            self.complain(
                Code::UnknownName,
                &operand.at,
                format!("the table has no column `{column}`"),
                "here",
            )
            .did_you_mean(column, columns.keys().map(String::as_str));
            return None;
        };
        Some(match (row.cell(column), of) {
            (Some(Cell::One(value)), _) => Value::One(Some(value.clone())),
            (Some(Cell::Many(values)), _) => Value::Many {
                certain: values.clone(),
                perhaps: Vec::new(),
                known: true,
            },
            (None, Column::Texts | Column::Dates | Column::Countries) => Value::Many {
                certain: Vec::new(),
                perhaps: Vec::new(),
                known: false,
            },
            (None, _) => Value::One(None),
        })
    }

    fn dated(&mut self, name: &str, operand: &Operand) -> Option<Value<'s>> {
        let scope = self.scope;
        let Some(values) = scope.values.get(name) else {
            self.complain(
                Code::UnknownName,
                &operand.at,
                format!("this book has no value `{name}`"),
                "here",
            )
            .did_you_mean(name, scope.values.keys().map(String::as_str));
            return None;
        };
        let is_list = values.iter().any(|value| value.is_list);
        let today = value_on(values, scope.day);
        let texts = today.map(|value| {
            value
                .is
                .iter()
                .map(|text| Scalar::Text(text.clone()))
                .collect::<Vec<_>>()
        });
        Some(match (is_list, texts) {
            (true, Some(certain)) => Value::Many {
                certain,
                perhaps: Vec::new(),
                known: true,
            },
            (true, None) => Value::Many {
                certain: Vec::new(),
                perhaps: Vec::new(),
                known: false,
            },
            (false, texts) => Value::One(
                texts
                    .and_then(|texts| texts.into_iter().next())
                    .map(constant),
            ),
        })
    }

    fn area(&mut self, name: &str, operand: &Operand) -> Option<Value<'s>> {
        let scope = self.scope;
        let Some(area) = scope.areas.get(name) else {
            self.complain(
                Code::UnknownName,
                &operand.at,
                format!("there is no area `{name}`"),
                "here",
            )
            .did_you_mean(name, scope.areas.keys().map(String::as_str));
            return None;
        };
        let with = |truth: Truth| {
            let members = area
                .members
                .iter()
                .filter(move |(_, window)| window.covers(scope.day) == truth);
            members
                .map(|(code, _)| Scalar::Country(*code))
                .collect::<Vec<_>>()
        };
        Some(Value::Many {
            certain: with(Truth::True),
            perhaps: with(Truth::Unknown),
            known: true,
        })
    }
}

/// A value of a book as what it looks like: a number, a date, or text.
fn constant(value: Scalar) -> Scalar {
    match &value {
        Scalar::Text(text) => text
            .parse()
            .map(Scalar::Number)
            .or_else(|_| text.parse().map(Scalar::Date))
            .unwrap_or(value),
        _ => value,
    }
}

fn equal_test(constant: Scalar) -> Test {
    match constant {
        Scalar::Bool(true) => Test::Holds,
        constant => Test::Is(constant),
    }
}

fn mirrored(op: Op) -> Op {
    match op {
        Op::Less => Op::Greater,
        Op::LessOrEqual => Op::GreaterOrEqual,
        Op::Greater => Op::Less,
        Op::GreaterOrEqual => Op::LessOrEqual,
        Op::Equal | Op::NotEqual => op,
    }
}

fn of_type(of: &FieldType) -> &'static str {
    match of {
        FieldType::Bool => "yes or no",
        FieldType::Number => "a number",
        FieldType::Date => "a date",
        FieldType::Country => "a country",
        FieldType::Text => "free text",
        FieldType::Enum(_) => "one of a few words",
    }
}

/// Text and a country are the same thing if the text is the country's code.
fn same(a: &Scalar, b: &Scalar) -> Truth {
    match (a, b) {
        (Scalar::Text(text), Scalar::Country(code))
        | (Scalar::Country(code), Scalar::Text(text)) => Truth::from(code.as_str() == text),
        _ => a.is_same(b),
    }
}

fn compare_constants(a: Option<Scalar>, op: Op, b: Option<Scalar>) -> Truth {
    let (Some(a), Some(b)) = (a, b) else {
        return Truth::Unknown;
    };
    let less = |a: &Scalar, b: &Scalar| match (a, b) {
        (Scalar::Date(a), Scalar::Date(b)) => a.is_before(*b),
        (Scalar::Number(a), Scalar::Number(b)) => Truth::from(a < b),
        _ => Truth::Unknown,
    };
    match op {
        Op::Equal => same(&a, &b),
        Op::NotEqual => !same(&a, &b),
        Op::Less => less(&a, &b),
        Op::GreaterOrEqual => !less(&a, &b),
        Op::Greater => less(&b, &a),
        Op::LessOrEqual => !less(&b, &a),
    }
}

fn constant_within(
    member: Option<Scalar>,
    certain: &[Scalar],
    perhaps: &[Scalar],
    known: bool,
) -> Truth {
    let Some(member) = member else {
        return Truth::Unknown;
    };
    if !known {
        return Truth::Unknown;
    }
    let surely = Truth::any(certain.iter().map(|value| same(&member, value)));
    let maybe = Truth::any(perhaps.iter().map(|value| same(&member, value))) & Truth::Unknown;
    surely | maybe
}
