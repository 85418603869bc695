//! The language of conditions, read: text → [`Expr`], or one clear fault with its place.
//!
//! A subset of CEL (docs/law-books.md): no functions, no arithmetic but on dates, no `? :`.

use std::ops::Range;

/// A condition as its author wrote it. Places are bytes within the condition's text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Any(Vec<Expr>),
    All(Vec<Expr>),
    Not(Box<Expr>),
    /// A yes/no operand standing alone.
    Holds(Operand),
    Compare {
        left: Operand,
        op: Op,
        right: Operand,
    },
    /// `left in right`.
    In {
        left: Operand,
        right: Operand,
    },
    /// `list.exists(name, body)`.
    Exists {
        list: Operand,
        name: String,
        body: Box<Expr>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Operand {
    pub at: Range<usize>,
    pub kind: OperandKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum OperandKind {
    /// `here`, `on`, `this`, `destination`, `true`.
    Name(String),
    /// `fact[key]`.
    Keyed(String, Box<Operand>),
    /// `row.purpose`, `value.listed`, `area.schengen`, `r.country`.
    Field(String, String),
    Text(String),
    Number(i64),
    /// `date("2020-06-24")`.
    Date(String),
    List(Vec<Operand>),
    /// A date moved by a span: unit, count (negative: back), and the date.
    Moved {
        base: Box<Operand>,
        unit: Unit,
        count: i32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Days,
    Months,
    Years,
}

/// Why a condition cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub at: Range<usize>,
    pub message: String,
    pub help: Option<String>,
}

/// No condition of a book is longer; a longer one cannot be read by a lawyer either.
const LONGEST: usize = 4_000;
/// Brackets and `!` nest no deeper.
const DEEPEST: usize = 40;

/// Reads one condition.
pub(crate) fn parse(text: &str) -> Result<Expr, Fault> {
    if text.len() > LONGEST {
        return fault(
            0..text.len(),
            "this condition is too long to be read",
            Some("split it into several conditions"),
        );
    }
    let tokens = tokens(text)?;
    let mut parser = Parser {
        tokens,
        next: 0,
        end: text.len(),
        depth: 0,
    };
    let expr = parser.any()?;
    match parser.peek() {
        None => Ok(expr),
        Some(token) => Err(unexpected(token, "`&&`, `||` or the end")),
    }
}

fn too_deep<T>(at: Range<usize>) -> Result<T, Fault> {
    fault(
        at,
        "this condition is nested too deeply to be read",
        Some("split it into several conditions"),
    )
}

fn fault<T>(at: Range<usize>, message: impl Into<String>, help: Option<&str>) -> Result<T, Fault> {
    Err(Fault {
        at,
        message: message.into(),
        help: help.map(str::to_owned),
    })
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Name(String),
    Text(String),
    Number(i64),
    Sign(&'static str),
}

#[derive(Clone, Debug, PartialEq)]
struct Token {
    at: Range<usize>,
    kind: Kind,
}

const SIGNS: &[&str] = &[
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".", "+", "-",
];

fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let start = text.len() - rest.len();
        let Some(first) = rest.chars().next() else {
            return Ok(found);
        };
        let (kind, length) = token(first, rest, start)?;
        found.push(Token {
            at: start..start + length,
            kind,
        });
        rest = &rest[length..];
    }
}

fn token(first: char, rest: &str, start: usize) -> Result<(Kind, usize), Fault> {
    let run = |f: fn(char) -> bool| rest.find(|c| !f(c)).unwrap_or(rest.len());
    if first.is_ascii_alphabetic() || first == '_' {
        let length = run(|c| c.is_ascii_alphanumeric() || c == '_');
        return Ok((Kind::Name(rest[..length].to_owned()), length));
    }
    if first.is_ascii_digit() {
        let length = run(|c| c.is_ascii_alphanumeric());
        return match rest[..length].parse() {
            Ok(number) => Ok((Kind::Number(number), length)),
            Err(_) => fault(
                start..start + length,
                format!("`{}` is not a whole number", &rest[..length]),
                None,
            ),
        };
    }
    if first == '"' || first == '\'' {
        return match rest[1..].find(first) {
            Some(end) if !rest[1..=end].contains(['\\', '\n']) => {
                Ok((Kind::Text(rest[1..=end].to_owned()), end + 2))
            }
            Some(end) => fault(
                start..start + end + 2,
                "text in a condition is one plain word",
                Some("leave out backslashes and line breaks"),
            ),
            None => fault(
                start..start + rest.len(),
                "this quotation mark is never closed",
                Some("add the closing quotation mark"),
            ),
        };
    }
    match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        Some(sign) => Ok((Kind::Sign(sign), sign.len())),
        None => {
            let help = match first {
                '=' => Some("to compare, write `==`"),
                '&' => Some("for “and”, write `&&`"),
                '|' => Some("for “or”, write `||`"),
                '?' => Some("a condition has no `? :`; write two conditions with `only_if:`"),
                '“' | '”' | '«' | '»' => Some("use the plain quotation mark `\"`"),
                _ => None,
            };
            fault(
                start..start + first.len_utf8(),
                format!("`{first}` means nothing in a condition"),
                help,
            )
        }
    }
}

fn unexpected(token: &Token, expected: &str) -> Fault {
    let (found, help) = match &token.kind {
        Kind::Name(name) => (
            name.clone(),
            match name.as_str() {
                "and" | "AND" => Some("for “and”, write `&&`"),
                "or" | "OR" => Some("for “or”, write `||`"),
                "not" | "NOT" => Some("for “not”, write `!`"),
                "is" => Some("to compare, write `==`"),
                _ => None,
            },
        ),
        Kind::Text(text) => (format!("\"{text}\""), None),
        Kind::Number(number) => (number.to_string(), None),
        Kind::Sign(sign) => ((*sign).to_owned(), None),
    };
    Fault {
        at: token.at.clone(),
        message: format!("`{found}` cannot stand here"),
        help: Some(help.map_or_else(|| format!("{expected} is expected"), str::to_owned)),
    }
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    end: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn sees(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token { kind: Kind::Sign(s), .. }) if *s == sign)
    }

    fn takes(&mut self, sign: &str) -> bool {
        let seen = self.sees(sign);
        self.next += usize::from(seen);
        seen
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.next += usize::from(token.is_some());
        token
    }

    fn expect(&mut self, sign: &str, why: &str) -> Result<Range<usize>, Fault> {
        match self.take() {
            Some(Token {
                at,
                kind: Kind::Sign(s),
            }) if s == sign => Ok(at),
            Some(token) => Err(unexpected(&token, &format!("`{sign}` ({why})"))),
            None => fault(
                self.end..self.end,
                format!("`{sign}` is missing at the end ({why})"),
                None,
            ),
        }
    }

    fn any(&mut self) -> Result<Expr, Fault> {
        let mut parts = vec![self.all()?];
        while self.takes("||") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Expr::Any(parts)
        })
    }

    fn all(&mut self) -> Result<Expr, Fault> {
        let mut parts = vec![self.not()?];
        while self.takes("&&") {
            parts.push(self.not()?);
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Expr::All(parts)
        })
    }

    fn not(&mut self) -> Result<Expr, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let at = self
                .peek()
                .map_or(self.end..self.end, |token| token.at.clone());
            return too_deep(at);
        }
        let expr = if self.takes("!") {
            Expr::Not(Box::new(self.not()?))
        } else if self.takes("(") {
            let inner = self.any()?;
            self.expect(")", "a bracket was opened before")?;
            inner
        } else {
            self.atom()?
        };
        self.depth -= 1;
        Ok(expr)
    }

    fn atom(&mut self) -> Result<Expr, Fault> {
        let left = self.operand()?;
        if let OperandKind::Field(list, method) = &left.kind
            && self.sees("(")
        {
            return self.exists(list.clone(), method.clone(), &left.at);
        }
        let op = match self.peek().map(|token| &token.kind) {
            Some(Kind::Sign("==")) => Op::Equal,
            Some(Kind::Sign("!=")) => Op::NotEqual,
            Some(Kind::Sign("<")) => Op::Less,
            Some(Kind::Sign("<=")) => Op::LessOrEqual,
            Some(Kind::Sign(">")) => Op::Greater,
            Some(Kind::Sign(">=")) => Op::GreaterOrEqual,
            Some(Kind::Name(name)) if name == "in" => {
                self.next += 1;
                let right = self.operand()?;
                return Ok(Expr::In { left, right });
            }
            _ => return Ok(Expr::Holds(left)),
        };
        self.next += 1;
        let right = self.operand()?;
        if let Some(Token {
            kind: Kind::Sign(sign @ ("==" | "!=" | "<" | ">" | "<=" | ">=")),
            at,
        }) = self.peek()
        {
            return fault(
                at.clone(),
                format!("`{sign}` cannot follow another comparison"),
                Some("join two comparisons with `&&`"),
            );
        }
        Ok(Expr::Compare { left, op, right })
    }

    fn exists(&mut self, list: String, method: String, at: &Range<usize>) -> Result<Expr, Fault> {
        if method != "exists" {
            return fault(
                at.clone(),
                format!("`{list}.{method}(…)` is not part of the language"),
                Some("a list knows only `exists(r, …)`"),
            );
        }
        self.expect("(", "exists(r, …)")?;
        let name = match self.take() {
            Some(Token {
                kind: Kind::Name(name),
                ..
            }) => name,
            Some(token) => {
                return Err(unexpected(
                    &token,
                    "a short name for one record, such as `r`,",
                ));
            }
            None => return fault(self.end..self.end, "`exists(` is never finished", None),
        };
        self.expect(",", "exists(r, …)")?;
        let body = Box::new(self.any()?);
        self.expect(")", "`exists(` was opened before")?;
        let list = Operand {
            at: at.clone(),
            kind: OperandKind::Name(list),
        };
        Ok(Expr::Exists { list, name, body })
    }

    fn operand(&mut self) -> Result<Operand, Fault> {
        let mut base = self.simple()?;
        while self.sees("+") || self.sees("-") {
            let back = self.sees("-");
            self.next += 1;
            let (unit, count, end) = self.span()?;
            let at = base.at.start..end;
            let count = if back { -count } else { count };
            base = Operand {
                at,
                kind: OperandKind::Moved {
                    base: Box::new(base),
                    unit,
                    count,
                },
            };
        }
        Ok(base)
    }

    fn span(&mut self) -> Result<(Unit, i32, usize), Fault> {
        let help = "only dates are moved: `on - years(18)`, `on + days(30)`, `on + months(6)`";
        let token = self.take();
        let unit = match &token {
            Some(Token {
                kind: Kind::Name(name),
                ..
            }) if name == "days" => Unit::Days,
            Some(Token {
                kind: Kind::Name(name),
                ..
            }) if name == "months" => Unit::Months,
            Some(Token {
                kind: Kind::Name(name),
                ..
            }) if name == "years" => Unit::Years,
            Some(token) => {
                return fault(
                    token.at.clone(),
                    "a length of time is expected here",
                    Some(help),
                );
            }
            None => {
                return fault(
                    self.end..self.end,
                    "a length of time is expected here",
                    Some(help),
                );
            }
        };
        self.expect("(", help)?;
        let count = match self.take() {
            Some(Token {
                kind: Kind::Number(n),
                at,
            }) => match i32::try_from(n) {
                Ok(n) if n <= 40_000 => n,
                _ => return fault(at, "no law counts that long", Some(help)),
            },
            Some(token) => return fault(token.at, "a whole number is expected here", Some(help)),
            None => {
                return fault(
                    self.end..self.end,
                    "a whole number is expected here",
                    Some(help),
                );
            }
        };
        let end = self.expect(")", help)?.end;
        Ok((unit, count, end))
    }

    fn simple(&mut self) -> Result<Operand, Fault> {
        let Some(token) = self.take() else {
            return fault(
                self.end..self.end,
                "the condition stops in the middle",
                Some("a fact or a value is expected here"),
            );
        };
        self.depth += 1;
        if self.depth > DEEPEST {
            return too_deep(token.at);
        }
        let operand = self.operand_of(token);
        self.depth -= 1;
        operand
    }

    fn operand_of(&mut self, token: Token) -> Result<Operand, Fault> {
        let at = token.at.clone();
        match token.kind {
            Kind::Text(text) => Ok(Operand {
                at,
                kind: OperandKind::Text(text),
            }),
            Kind::Number(number) => Ok(Operand {
                at,
                kind: OperandKind::Number(number),
            }),
            Kind::Sign("[") => self.list(at.start),
            Kind::Sign("-") => match self.take() {
                Some(Token {
                    kind: Kind::Number(n),
                    at: end,
                }) => Ok(Operand {
                    at: at.start..end.end,
                    kind: OperandKind::Number(-n),
                }),
                _ => fault(
                    at,
                    "`-` cannot stand here",
                    Some("a fact or a value is expected"),
                ),
            },
            Kind::Sign(_) => Err(unexpected(&token, "a fact or a value")),
            Kind::Name(ref name) if matches!(name.as_str(), "and" | "or" | "not" | "in") => {
                Err(unexpected(&token, "a fact or a value"))
            }
            Kind::Name(name) => self.named(name, at),
        }
    }

    fn list(&mut self, start: usize) -> Result<Operand, Fault> {
        let mut items = Vec::new();
        while !self.sees("]") {
            items.push(self.simple()?);
            if !self.takes(",") {
                break;
            }
        }
        let end = self.expect("]", "a list was opened before")?.end;
        Ok(Operand {
            at: start..end,
            kind: OperandKind::List(items),
        })
    }

    fn named(&mut self, name: String, at: Range<usize>) -> Result<Operand, Fault> {
        if name == "date" && self.takes("(") {
            let text = match self.take() {
                Some(Token {
                    kind: Kind::Text(text),
                    ..
                }) => text,
                _ => {
                    return fault(
                        at,
                        "`date(…)` holds a day in quotation marks",
                        Some("write `date(\"2020-06-24\")`"),
                    );
                }
            };
            let end = self.expect(")", "`date(` was opened before")?.end;
            return Ok(Operand {
                at: at.start..end,
                kind: OperandKind::Date(text),
            });
        }
        if self.takes("[") {
            let key = self.simple()?;
            let end = self.expect("]", "a key was opened before")?.end;
            return Ok(Operand {
                at: at.start..end,
                kind: OperandKind::Keyed(name, Box::new(key)),
            });
        }
        if self.takes(".") {
            return match self.take() {
                Some(Token {
                    kind: Kind::Name(field),
                    at: end,
                }) => Ok(Operand {
                    at: at.start..end.end,
                    kind: OperandKind::Field(name, field),
                }),
                Some(token) => Err(unexpected(&token, "a name after the dot")),
                None => fault(self.end..self.end, "a name is missing after the dot", None),
            };
        }
        if self.sees("(") {
            let help = "there are no functions in conditions but days(), months(), years(), date() and exists()";
            return fault(
                at,
                format!("`{name}(…)` is not part of the language"),
                Some(help),
            );
        }
        Ok(Operand {
            at,
            kind: OperandKind::Name(name),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fault_of(text: &str) -> (String, Option<String>) {
        let fault = parse(text).expect_err("this is no condition");
        (text[fault.at].to_owned(), fault.help)
    }

    #[test]
    fn and_binds_closer_than_or() {
        let Ok(Expr::Any(parts)) = parse("a || b && !c") else {
            panic!("an `or` of two")
        };
        assert!(matches!(parts[1], Expr::All(_)));
    }

    #[test]
    fn a_lawyers_slip_is_named_where_it_stands() {
        assert_eq!(
            fault_of("a and b"),
            ("and".into(), Some("for “and”, write `&&`".into()))
        );
        assert_eq!(
            fault_of("a = b"),
            ("=".into(), Some("to compare, write `==`".into()))
        );
        assert_eq!(fault_of("(a || b").0, "");
        assert_eq!(fault_of("here == \"RUS").0, "\"RUS");
        assert_eq!(fault_of("size(a) > 2").0, "size");
        assert_eq!(fault_of("a ? b : c").0, "?");
        assert_eq!(fault_of("a < b < c").0, "<");
        assert_eq!(fault_of("").0, "");
        assert_eq!(fault_of("papers.all(p, p.x)").0, "papers.all");
    }

    #[test]
    fn dates_move_by_days_months_and_years() {
        let Ok(Expr::Compare { right, .. }) = parse("born > on - years(18)") else {
            panic!("a comparison")
        };
        assert!(matches!(
            right.kind,
            OperandKind::Moved {
                unit: Unit::Years,
                count: -18,
                ..
            }
        ));
    }

    #[test]
    fn deep_nesting_is_a_fault_and_no_crash() {
        assert!(parse(&"(".repeat(1_900)).is_err());
        assert!(parse(&format!("{}a", "!".repeat(3_900))).is_err());
        // Lists and keys nest as well: three thousand brackets once ended the program.
        assert!(parse(&format!("{}1", "[".repeat(3_900))).is_err());
        assert!(parse(&format!("a{}", "[a".repeat(1_900))).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_faulted_within_its_bounds(text in "[a-z\"'\\[\\]()!&|=<>., 0-9+-]{0,60}") {
            if let Err(fault) = parse(&text) {
                prop_assert!(fault.at.start <= fault.at.end && fault.at.end <= text.len());
            }
        }
    }
}
