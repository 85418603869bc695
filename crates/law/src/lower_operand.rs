//! What the names in a condition mean: facts, constants, rows, dated values, areas.

use crate::condition::country_key;
use crate::constant::constant;
use crate::expression::{Operand, OperandKind, Unit};
use crate::lower::{Lowering, Value};
use crate::window::value_on;
use crate::world::{Cell, Column};
use facts::{Code, Fact, PartialDate, Scalar, Span, Truth};

impl<'s> Lowering<'_, 's> {
    pub(crate) fn value(&mut self, operand: &Operand) -> Option<Value<'s>> {
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
