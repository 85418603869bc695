//! The body of `list.exists(r, …)`: a test of one record.

use crate::condition::{RecordTest, Test};
use crate::constant::{compare_constants, constant_within, mirrored};
use crate::expression::{Expr, Op, Operand};
use crate::lower::{Lowering, Value};
use facts::{Code, FieldType, Scalar, Truth};
use std::collections::BTreeSet;

impl Lowering<'_, '_> {
    pub(crate) fn record_test(&mut self, expr: &Expr) -> RecordTest {
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
                self.check_constants(a.as_ref(), op, b.as_ref(), left, right);
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
}
