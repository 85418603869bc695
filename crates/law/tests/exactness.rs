//! The verdict is what brute force over every completion of the facts says: no firm word without
//! ground, no *undecided* that the facts decide.
//!
//! The oracle is its own: books are made as a small tree, printed as YAML for the law to read, and
//! judged here by a few lines of three-valued logic over every completion. It shares no code with
//! the law, not even calendar arithmetic.
//!
//! A completion gives each yes/no, word, country, date and number a value that what is recorded
//! allows, and each question about a set, a list or two facts at once an answer of its own.

#![expect(
    clippy::manual_try_fold,
    reason = "nothing is an answer here, and what comes after it may still decide"
)]

mod support;

use facts::{Complaints, Facts, Truth};
use law::{Library, Program, Reason, Residual, Role, Verdict, Word, verdict};
use std::collections::{BTreeMap, BTreeSet};
use support::{Dice, SEEN, SOURCES, load, person, quoted, rounds, today};

// ---- The vocabulary of the invented books ----

const VOCABULARY: &[(&str, &str)] = &[
    ("b0", "type: bool"),
    ("b1", "type: bool"),
    ("b2", "type: bool"),
    ("b3", "type: bool"),
    ("k0", "type: bool, by: country"),
    (
        "e0",
        "type: enum, values: { a: { en: a, ru: a }, b: { en: b, ru: b }, c: { en: c, ru: c } }",
    ),
    (
        "e1",
        "type: enum, values: { a: { en: a, ru: a }, b: { en: b, ru: b }, c: { en: c, ru: c }, d: { en: d, ru: d } }",
    ),
    (
        "ke",
        "type: enum, by: country, values: { a: { en: a, ru: a }, b: { en: b, ru: b } }",
    ),
    ("c0", "type: country"),
    ("c1", "type: country"),
    ("d0", "type: date"),
    ("d1", "type: date"),
    ("n0", "type: number"),
    (
        "s0",
        "type: set of enum, values: { p: { en: p, ru: p }, q: { en: q, ru: q }, r: { en: r, ru: r } }",
    ),
    ("s1", "type: set of country"),
    (
        "ks",
        "type: set of enum, by: country, values: { p: { en: p, ru: p }, q: { en: q, ru: q } }",
    ),
    (
        "l0",
        "type: list, fields: { kind: { type: enum, values: { x: { en: x, ru: x }, y: { en: y, ru: y } } }, count: { type: number }, ok: { type: bool } }",
    ),
    ("g0", "type: bool, derived: 'b0 || e0 == \"a\"'"),
    (
        "f0",
        "type: bool, first_of: [recorded, 'd0 > on - years(18)']",
    ),
];

const AREAS: &str = "format: safeconduct.areas/1\nareas:\n  north:\n    title: { en: North, ru: Север }\n    members:\n      - { country: LTU, from: 2004-05-01, seen: { how: official, source: s1, day: 2017-05-01 } }\n      - { country: LVA, from: 2004-05-01, seen: { how: official, source: s1, day: 2017-05-01 } }\n      - { country: EST, from: 2017-05, seen: { how: official, source: s1, day: 2017-05-01 } }\n      - { country: FIN, from: 1990-01-01, until: 2001-01-01, seen: { how: official, source: s1, day: 2017-05-01 } }\n";

const COUNTRIES: &[&str] = &["USA", "LTU", "EST", "RUS"];
const KEYS: &[&str] = &["USA", "LTU"];

/// Year, month, day.
type Civil = (i64, i64, i64);

/// Days as conditions write them, and as they are, worked out by hand for 17 May 2017.
const DAYS: &[(&str, Civil)] = &[
    ("on", (2017, 5, 17)),
    ("on - years(18)", (1999, 5, 17)),
    ("on + days(30)", (2017, 6, 16)),
    ("on - months(6)", (2016, 11, 17)),
    ("on + months(1)", (2017, 6, 17)),
    ("date(\"2017-06-01\")", (2017, 6, 1)),
    ("date(\"2016-03-31\") - months(1)", (2016, 2, 29)),
    ("date(\"2016-02-29\") + years(1)", (2017, 2, 28)),
];

/// Dates as people know them, with their first and last day.
const KNOWN_DAYS: &[(&str, Civil, Civil)] = &[
    ("2017-05-17", (2017, 5, 17), (2017, 5, 17)),
    ("2017-05-18", (2017, 5, 18), (2017, 5, 18)),
    ("2017-05", (2017, 5, 1), (2017, 5, 31)),
    ("2017-06", (2017, 6, 1), (2017, 6, 30)),
    ("2017", (2017, 1, 1), (2017, 12, 31)),
    ("2016-02", (2016, 2, 1), (2016, 2, 29)),
    ("1999-05-17", (1999, 5, 17), (1999, 5, 17)),
    ("1999-05-18", (1999, 5, 18), (1999, 5, 18)),
    ("1999", (1999, 1, 1), (1999, 12, 31)),
    ("2016", (2016, 1, 1), (2016, 12, 31)),
];

/// Days since 1 March of the year 0, in the Gregorian calendar.
fn day_number((year, month, day): Civil) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
}

// ---- The tree of a book ----

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Yes(bool),
    Word(&'static str),
    Count(i64),
    /// Nothing is recorded, and what would be derived counts.
    NotRecorded,
}

/// What a slot is about: one thing that a completion settles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Value,
    Member(&'static str),
    InSet(&'static str),
    Same(&'static str),
    Exists(Body),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    fact: &'static str,
    key: Option<&'static str>,
    about: About,
}

/// The body of `exists`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Body {
    Ok,
    Kind(&'static str),
    NotKind(&'static str),
    MoreThan(i64),
    Both(Box<Body>, Box<Body>),
    Either(Box<Body>, Box<Body>),
    Not(Box<Body>),
}

#[derive(Clone, Debug)]
enum Check {
    Is(Vec<Value>),
    Below(i64),
    Above(i64),
    /// In a dated set: certainly, or perhaps.
    InArea(Vec<Value>, Vec<Value>),
    /// A value that nobody knows on that day.
    Never,
}

#[derive(Clone, Debug)]
enum Cond {
    Const(Option<bool>),
    Leaf {
        text: String,
        slot: usize,
        check: Check,
        meant: bool,
    },
    /// Printed under its own name.
    Named(&'static str, Box<Cond>),
    /// What is recorded under this slot, or else the condition.
    First(&'static str, usize, Box<Cond>),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Any(Vec<Cond>),
}

struct Clause {
    id: String,
    bar: bool,
    only_if: Option<Cond>,
    when: Cond,
    text: bool,
    secret: bool,
    to_ask: bool,
    in_group: bool,
}

struct Waiver {
    lifts: Vec<String>,
    test: Option<Cond>,
}

struct Overlay {
    /// Whether it works on the day; nothing: nobody knows.
    works: Option<bool>,
    windows: &'static str,
    spares: Vec<Cond>,
}

struct Book {
    slots: Vec<Slot>,
    /// Constants with which a slot is compared.
    named: Vec<BTreeSet<Value>>,
    in_force: Option<bool>,
    limited: bool,
    window: &'static str,
    clauses: Vec<Clause>,
    waivers: Vec<Waiver>,
    overlay: Option<Overlay>,
    repeats: bool,
}

// ---- Making a book ----

struct Maker<'d> {
    dice: &'d mut Dice,
    book: Book,
    /// Facts that may still be named.
    left: Vec<&'static str>,
}

fn random_book(dice: &mut Dice) -> Book {
    let repeats = dice.percent(45);
    let all = [
        "b0", "b1", "b2", "b3", "k0", "e0", "e1", "ke", "c0", "c1", "d0", "d1", "n0", "s0", "s1",
        "ks", "l0", "g0", "f0",
    ];
    let left: Vec<&'static str> = if repeats {
        let how_many = 2 + dice.below(4);
        (0..how_many).map(|_| dice.pick(&all)).collect()
    } else {
        all.to_vec()
    };
    let (window, in_force, limited) = match dice.below(20) {
        0 => ("from: 2017-05", None, false),
        1 => ("from: 2000-01-01, until: 2016-01-01", Some(false), false),
        2 => ("from: 2000-01-01, mode: limited", Some(true), true),
        _ => ("from: 2000-01-01", Some(true), false),
    };
    let book = Book {
        slots: Vec::new(),
        named: Vec::new(),
        in_force,
        limited,
        window,
        clauses: Vec::new(),
        waivers: Vec::new(),
        overlay: None,
        repeats,
    };
    let mut maker = Maker { dice, book, left };
    maker.fill();
    maker.book
}

impl Maker<'_> {
    fn fill(&mut self) {
        for index in 0..1 + self.dice.below(3) {
            let clause = self.clause(format!("req{index}"), false);
            self.book.clauses.push(clause);
        }
        for index in 0..self.dice.below(3) {
            let clause = self.clause(format!("bar{index}"), true);
            self.book.clauses.push(clause);
        }
        let bars: Vec<String> = self
            .book
            .clauses
            .iter()
            .filter(|c| c.bar)
            .map(|c| c.id.clone())
            .collect();
        if !bars.is_empty() && self.dice.percent(50) {
            for _ in 0..1 + self.dice.below(2) {
                let lifts = bars
                    .iter()
                    .filter(|_| self.dice.percent(60))
                    .cloned()
                    .collect::<Vec<_>>();
                if lifts.is_empty() {
                    continue;
                }
                let test = self.dice.percent(70).then(|| self.condition(1));
                self.book.waivers.push(Waiver { lifts, test });
            }
        }
        if self.dice.percent(30) {
            let (windows, works) = self.dice.pick(&[
                ("in_force: [{ from: 2017-03-16, CITE }]", Some(true)),
                ("in_force: [{ from: 2017-05, CITE }]", None),
                ("in_force: [{ from: 2017-03-16, until: 2017-05-17, CITE }]", Some(false)),
                (
                    "in_force: [{ from: 2017-03-16, CITE }]\nenjoined: [{ from: 2017-05-01, until: 2017-05-18, CITE }]",
                    Some(false),
                ),
            ]);
            let spares = (0..self.dice.below(3)).map(|_| self.condition(1)).collect();
            self.book.overlay = Some(Overlay {
                works,
                windows,
                spares,
            });
        }
    }

    fn clause(&mut self, id: String, bar: bool) -> Clause {
        let only_if = self.dice.percent(20).then(|| self.condition(1));
        Clause {
            id,
            bar,
            only_if,
            when: self.condition(2),
            text: self.dice.percent(88),
            secret: bar && self.dice.percent(25),
            to_ask: self.dice.percent(70),
            in_group: self.dice.percent(20),
        }
    }

    fn condition(&mut self, depth: usize) -> Cond {
        if depth == 0 || self.dice.percent(35) {
            return self.leaf();
        }
        match self.dice.below(7) {
            0..=2 => Cond::All(self.parts(depth)),
            3..=5 => Cond::Any(self.parts(depth)),
            _ => Cond::Not(Box::new(self.condition(depth - 1))),
        }
    }

    fn parts(&mut self, depth: usize) -> Vec<Cond> {
        (0..2 + self.dice.below(2))
            .map(|_| self.condition(depth - 1))
            .collect()
    }

    /// A fact that may be named; in a book that repeats none, each once.
    fn fact(&mut self) -> Option<&'static str> {
        if self.left.is_empty() {
            return None;
        }
        let index = self.dice.below(self.left.len());
        Some(if self.book.repeats {
            self.left[index]
        } else {
            self.left.remove(index)
        })
    }

    /// Whether these may be named too; then they are used up.
    fn also(&mut self, others: &[&'static str]) -> bool {
        let free = self.book.repeats || others.iter().all(|other| self.left.contains(other));
        if free && !self.book.repeats {
            self.left.retain(|fact| !others.contains(fact));
        }
        free
    }

    fn slot(&mut self, fact: &'static str, key: Option<&'static str>, about: About) -> usize {
        let slot = Slot { fact, key, about };
        if let Some(index) = self.book.slots.iter().position(|other| *other == slot) {
            return index;
        }
        self.book.slots.push(slot);
        self.book.named.push(BTreeSet::new());
        self.book.slots.len() - 1
    }

    fn test(&mut self, text: String, slot: usize, check: Check, meant: bool) -> Cond {
        let named = &mut self.book.named[slot];
        match &check {
            Check::Is(values) => named.extend(values),
            Check::Below(n) | Check::Above(n) => {
                named.insert(Value::Count(*n));
            }
            Check::InArea(certain, perhaps) => named.extend(certain.iter().chain(perhaps)),
            Check::Never => {}
        }
        Cond::Leaf {
            text,
            slot,
            check,
            meant,
        }
    }

    fn leaf(&mut self) -> Cond {
        let Some(fact) = self.fact() else {
            return Cond::Const(Some(self.dice.percent(50)));
        };
        match fact {
            "b0" | "b1" | "b2" | "b3" => self.yes_no(fact, None),
            "k0" => {
                let key = self.dice.pick(KEYS);
                self.yes_no(fact, Some(key))
            }
            "e0" => self.word(fact, None, &["a", "b", "c"]),
            "e1" => self.word(fact, None, &["a", "b", "c", "d"]),
            "ke" => {
                let key = self.dice.pick(KEYS);
                self.word(fact, Some(key), &["a", "b"])
            }
            "c0" | "c1" => self.country(fact),
            "d0" | "d1" => self.date(fact),
            "n0" => self.number(fact),
            "s0" => self.member(fact, None, &["p", "q", "r"]),
            "s1" => self.member(fact, None, COUNTRIES),
            "ks" => {
                let key = self.dice.pick(KEYS);
                self.member(fact, Some(key), &["p", "q"])
            }
            "l0" => self.exists(fact),
            "g0" => self.derived(),
            _ => self.first_of(),
        }
    }

    fn yes_no(&mut self, fact: &'static str, key: Option<&'static str>) -> Cond {
        let slot = self.slot(fact, key, About::Value);
        let name = written(fact, key);
        let (text, meant) = yes_no_text(self.dice, &name);
        self.test(text, slot, Check::Is(vec![Value::Yes(true)]), meant)
    }

    fn word(
        &mut self,
        fact: &'static str,
        key: Option<&'static str>,
        words: &[&'static str],
    ) -> Cond {
        let slot = self.slot(fact, key, About::Value);
        let name = written(fact, key);
        let (text, values, meant) = equal_text(self.dice, &name, words);
        self.test(text, slot, Check::Is(values), meant)
    }

    fn country(&mut self, fact: &'static str) -> Cond {
        let word = Value::Word;
        match self.dice.below(7) {
            0 if self.also(&["s1"]) => {
                let slot = self.slot(fact, None, About::InSet("s1"));
                self.test(
                    format!("{fact} in s1"),
                    slot,
                    Check::Is(vec![Value::Yes(true)]),
                    true,
                )
            }
            1 if fact == "c0" && self.also(&["c1"]) => {
                let slot = self.slot("c0", None, About::Same("c1"));
                let (op, meant) = self.dice.pick(&[("==", true), ("!=", false)]);
                self.test(
                    format!("c0 {op} c1"),
                    slot,
                    Check::Is(vec![Value::Yes(true)]),
                    meant,
                )
            }
            2 => {
                let slot = self.slot(fact, None, About::Value);
                let check = Check::InArea(vec![word("LTU"), word("LVA")], vec![word("EST")]);
                self.test(format!("{fact} in area.north"), slot, check, true)
            }
            3 => {
                let slot = self.slot(fact, None, About::Value);
                let check = Check::Is(vec![word("RUS"), word("USA")]);
                self.test(format!("{fact} in value.listed"), slot, check, true)
            }
            _ => {
                let slot = self.slot(fact, None, About::Value);
                let (text, values, meant) = equal_text(self.dice, fact, COUNTRIES);
                self.test(text, slot, Check::Is(values), meant)
            }
        }
    }

    fn date(&mut self, fact: &'static str) -> Cond {
        if fact == "d0" && self.dice.percent(8) && self.also(&["d1"]) {
            let slot = self.slot("d0", None, About::Same("d1"));
            return self.test(
                "d0 == d1".to_owned(),
                slot,
                Check::Is(vec![Value::Yes(true)]),
                true,
            );
        }
        let slot = self.slot(fact, None, About::Value);
        let (text, day) = self.dice.pick(DAYS);
        self.ordered(fact, slot, text, day_number(day))
    }

    fn number(&mut self, fact: &'static str) -> Cond {
        let slot = self.slot(fact, None, About::Value);
        match self.dice.below(6) {
            0 => self.ordered(fact, slot, "value.floor", 100),
            1 => self.test(format!("{fact} >= value.gone"), slot, Check::Never, true),
            2 => {
                let text = format!("{fact} in [3, 7]");
                self.test(
                    text,
                    slot,
                    Check::Is(vec![Value::Count(3), Value::Count(7)]),
                    true,
                )
            }
            _ => {
                let (text, n) = self
                    .dice
                    .pick(&[("3", 3), ("7", 7), ("100", 100), ("-2", -2)]);
                self.ordered(fact, slot, text, n)
            }
        }
    }

    fn ordered(&mut self, fact: &str, slot: usize, constant: &str, n: i64) -> Cond {
        let is = || Check::Is(vec![Value::Count(n)]);
        let (op, mirrored, check, meant) = match self.dice.below(6) {
            0 => ("<", ">", Check::Below(n), true),
            1 => (">=", "<=", Check::Below(n), false),
            2 => (">", "<", Check::Above(n), true),
            3 => ("<=", ">=", Check::Above(n), false),
            4 => ("==", "==", is(), true),
            _ => ("!=", "!=", is(), false),
        };
        let text = if self.dice.percent(25) {
            format!("{constant} {mirrored} {fact}")
        } else {
            format!("{fact} {op} {constant}")
        };
        self.test(text, slot, check, meant)
    }

    fn member(
        &mut self,
        fact: &'static str,
        key: Option<&'static str>,
        words: &[&'static str],
    ) -> Cond {
        let member = self.dice.pick(words);
        let slot = self.slot(fact, key, About::Member(member));
        let text = format!("\"{member}\" in {}", written(fact, key));
        self.test(text, slot, Check::Is(vec![Value::Yes(true)]), true)
    }

    fn exists(&mut self, fact: &'static str) -> Cond {
        let body = random_body(self.dice, 2);
        let text = format!("{fact}.exists(r, {})", body.text());
        let slot = self.slot(fact, None, About::Exists(body.plain()));
        self.test(text, slot, Check::Is(vec![Value::Yes(true)]), true)
    }

    fn derived(&mut self) -> Cond {
        if !self.also(&["b0", "e0"]) {
            return Cond::Const(Some(self.dice.percent(50)));
        }
        let yes = self.slot("b0", None, About::Value);
        let word = self.slot("e0", None, About::Value);
        let parts = vec![
            self.test(
                "b0".to_owned(),
                yes,
                Check::Is(vec![Value::Yes(true)]),
                true,
            ),
            self.test(
                "e0 == \"a\"".to_owned(),
                word,
                Check::Is(vec![Value::Word("a")]),
                true,
            ),
        ];
        self.named_fact("g0", |_| Cond::Any(parts))
    }

    fn first_of(&mut self) -> Cond {
        if !self.also(&["d0"]) {
            return Cond::Const(Some(self.dice.percent(50)));
        }
        let recorded = self.slot("f0", None, About::Value);
        let born = self.slot("d0", None, About::Value);
        let check = Check::Above(day_number((1999, 5, 17)));
        let otherwise = self.test("d0 > on - years(18)".to_owned(), born, check, true);
        self.named_fact("f0", |name| {
            Cond::First(name, recorded, Box::new(otherwise))
        })
    }

    /// A fact that stands for a condition, written in one of the ways to write a yes/no fact.
    fn named_fact(&mut self, name: &'static str, means: impl FnOnce(&'static str) -> Cond) -> Cond {
        let inner = means(name);
        match self.dice.below(4) {
            0 => Cond::Not(Box::new(Cond::Named(name, Box::new(inner)))),
            1 => Cond::Not(Box::new(Cond::Named(
                if name == "g0" {
                    "g0 == false"
                } else {
                    "f0 == false"
                },
                Box::new(Cond::Not(Box::new(inner))),
            ))),
            _ => Cond::Named(name, Box::new(inner)),
        }
    }
}

fn written(fact: &str, key: Option<&str>) -> String {
    key.map_or_else(|| fact.to_owned(), |key| format!("{fact}[\"{key}\"]"))
}

fn yes_no_text(dice: &mut Dice, name: &str) -> (String, bool) {
    match dice.below(10) {
        0 => (format!("{name} == true"), true),
        1 => (format!("{name} == false"), false),
        2 => (format!("{name} != true"), false),
        3 => (format!("false != {name}"), true),
        _ => (name.to_owned(), true),
    }
}

fn equal_text(dice: &mut Dice, name: &str, words: &[&'static str]) -> (String, Vec<Value>, bool) {
    let one = dice.pick(words);
    match dice.below(5) {
        0 => (
            format!("{name} != \"{one}\""),
            vec![Value::Word(one)],
            false,
        ),
        1 => (format!("\"{one}\" == {name}"), vec![Value::Word(one)], true),
        2 => {
            let several: Vec<&str> = words.iter().copied().filter(|_| dice.percent(50)).collect();
            let text: Vec<String> = several.iter().map(|w| format!("\"{w}\"")).collect();
            let values = several.into_iter().map(Value::Word).collect();
            (format!("{name} in [{}]", text.join(", ")), values, true)
        }
        _ => (format!("{name} == \"{one}\""), vec![Value::Word(one)], true),
    }
}

fn random_body(dice: &mut Dice, depth: usize) -> Body {
    if depth > 0 && dice.percent(40) {
        let inner = Box::new(random_body(dice, depth - 1));
        let other = Box::new(random_body(dice, depth - 1));
        return match dice.below(3) {
            0 => Body::Both(inner, other),
            1 => Body::Either(inner, other),
            _ => Body::Not(inner),
        };
    }
    match dice.below(4) {
        0 => Body::Ok,
        1 => Body::Kind(dice.pick(&["x", "y"])),
        2 => Body::NotKind(dice.pick(&["x", "y"])),
        _ => Body::MoreThan(dice.pick(&[1, 2])),
    }
}

// ---- Printing it as a lawyer would write it ----

impl Body {
    /// The same question in one way of asking it: `!=` is `!(==)`.
    fn plain(&self) -> Body {
        let plain = |body: &Body| Box::new(body.plain());
        match self {
            Body::NotKind(kind) => Body::Not(Box::new(Body::Kind(kind))),
            Body::Both(a, b) => Body::Both(plain(a), plain(b)),
            Body::Either(a, b) => Body::Either(plain(a), plain(b)),
            Body::Not(inner) => Body::Not(plain(inner)),
            Body::Ok | Body::Kind(_) | Body::MoreThan(_) => self.clone(),
        }
    }

    fn text(&self) -> String {
        match self {
            Body::Ok => "r.ok".to_owned(),
            Body::Kind(kind) => format!("r.kind == \"{kind}\""),
            Body::NotKind(kind) => format!("r.kind != \"{kind}\""),
            Body::MoreThan(n) => format!("r.count > {n}"),
            Body::Both(a, b) => format!("({}) && ({})", a.text(), b.text()),
            Body::Either(a, b) => format!("({}) || ({})", a.text(), b.text()),
            Body::Not(inner) => format!("!({})", inner.text()),
        }
    }
}

impl Cond {
    fn text(&self) -> String {
        let joined = |parts: &[Cond], by: &str| {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| match part {
                    Cond::All(_) if by == " || " => part.text(),
                    Cond::All(_) | Cond::Any(_) => format!("({})", part.text()),
                    _ => part.text(),
                })
                .collect();
            parts.join(by)
        };
        match self {
            Cond::Const(Some(yes)) => yes.to_string(),
            Cond::Const(None) => unreachable!("only windows are unknown, and they have no text"),
            Cond::Leaf { text, .. } => text.clone(),
            Cond::Named(name, _) => (*name).to_owned(),
            Cond::First(name, _, _) => (*name).to_owned(),
            Cond::Not(inner) => format!("!({})", inner.text()),
            Cond::All(parts) => joined(parts, " && "),
            Cond::Any(parts) => joined(parts, " || "),
        }
    }
}

impl Clause {
    fn yaml(&self) -> String {
        let mut text = format!(
            "  - {{ id: {}, when: {}",
            self.id,
            quoted(&self.when.text())
        );
        if let Some(only_if) = &self.only_if {
            text.push_str(&format!(", only_if: {}", quoted(&only_if.text())));
        }
        if !self.text {
            text.push_str(", rests_on: appreciation");
        }
        if self.secret {
            text.push_str(", shown_by: cannot_be_shown");
        }
        if !self.bar {
            text.push_str(if self.to_ask {
                ", needed: to_ask"
            } else {
                ", needed: to_be_granted"
            });
        }
        let says = if self.bar { "applies" } else { "fails" };
        text.push_str(&format!(
            ", {SEEN}, {says}: {{ en: So it is., ru: Так. }} }}\n"
        ));
        text
    }
}

impl Book {
    fn list(&self, key: &str, bar: bool, in_group: bool) -> String {
        let clauses: Vec<String> = self
            .clauses
            .iter()
            .filter(|clause| clause.bar == bar && clause.in_group == in_group)
            .map(Clause::yaml)
            .collect();
        if clauses.is_empty() {
            String::new()
        } else {
            format!("{key}:\n{}", clauses.concat())
        }
    }

    fn files(&self) -> Vec<(String, String)> {
        let mut pathway = format!(
            "format: safeconduct.pathway/1\nid: us.p\ntitle: {{ en: A way, ru: Путь }}\ndestination: USA\nkind: visa\nstarted_by: [person]\ndiscretion: none\nincludes: [shared]\nin_force:\n  - {{ {}, {SEEN} }}\n",
            self.window
        );
        pathway.push_str(&self.list("requires", false, false));
        pathway.push_str(&self.list("bars", true, false));
        if !self.waivers.is_empty() {
            pathway.push_str("waivers:\n");
        }
        for waiver in &self.waivers {
            let when = waiver.test.as_ref().map_or_else(String::new, |test| {
                format!(", when: {}", quoted(&test.text()))
            });
            pathway.push_str(&format!(
                "  - {{ lifts: [{}], by: adjudicator{when}, {SEEN} }}\n",
                waiver.lifts.join(", ")
            ));
        }
        pathway.push_str(&format!(
            "values:\n  floor: [{{ from: 2010-01-01, is: 100, {SEEN} }}]\n  gone: [{{ from: 2001-01-01, until: 2010-01-01, is: 5, {SEEN} }}]\n  listed: [{{ from: 2001-01-01, is: [RUS, USA], {SEEN} }}]\n"
        ));
        let group = format!(
            "format: safeconduct.group/1\nid: shared\ntitle: {{ en: Shared, ru: Общее }}\n{}{}",
            self.list("requires", false, true),
            self.list("bars", true, true)
        );
        let mut files = vec![
            (
                "vocabulary/v.yaml".to_owned(),
                support::vocabulary(VOCABULARY),
            ),
            ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
            ("world/areas.yaml".to_owned(), AREAS.to_owned()),
            ("groups/shared.yaml".to_owned(), group),
            ("law/p.yaml".to_owned(), pathway),
        ];
        if let Some(overlay) = &self.overlay {
            files.push(("law/o.yaml".to_owned(), overlay.yaml()));
        }
        files
    }
}

impl Overlay {
    fn yaml(&self) -> String {
        let mut text = format!(
            "format: safeconduct.overlay/1\nid: us.o\ntitle: {{ en: An order, ru: Указ }}\neffect: suspends\napplies_to: [us.*]\n{}\n",
            self.windows.replace("CITE", SEEN)
        );
        if !self.spares.is_empty() {
            text.push_str("spares:\n");
        }
        for (index, spare) in self.spares.iter().enumerate() {
            text.push_str(&format!(
                "  - {{ id: spare{index}, when: {}, {SEEN} }}\n",
                quoted(&spare.text())
            ));
        }
        text
    }
}

// ---- A person ----

#[derive(Clone, Debug)]
enum State {
    Known(Value),
    /// A date between two days.
    Between(i64, i64),
    Nothing,
    Set {
        shown: Vec<&'static str>,
        denied: Vec<&'static str>,
        complete: bool,
    },
    List {
        records: Vec<Record>,
        complete: bool,
    },
}

#[derive(Clone, Debug, Default)]
struct Record {
    kind: Option<&'static str>,
    count: Option<i64>,
    ok: Option<bool>,
}

type States = BTreeMap<(&'static str, Option<&'static str>), State>;

struct Somebody {
    yaml: String,
    states: States,
}

/// A person of whom so many of a hundred facts are known.
fn random_person(dice: &mut Dice, known: usize) -> Somebody {
    let mut somebody = Somebody {
        yaml: String::new(),
        states: States::new(),
    };
    for (fact, keys) in VOCABULARY {
        if *fact == "g0" || dice.percent(8) {
            continue;
        }
        if keys.contains("by: country") {
            let mut parts = Vec::new();
            for key in ["USA", "LTU", "*"] {
                if dice.percent(60) {
                    let (yaml, state) = random_state(dice, fact, known);
                    let written = if key == "*" { "\"*\"" } else { key };
                    parts.push(format!("{written}: {yaml}"));
                    somebody.states.insert((fact, Some(key)), state);
                }
            }
            if !parts.is_empty() {
                somebody
                    .yaml
                    .push_str(&format!("{fact}: {{ {} }}\n", parts.join(", ")));
            }
        } else {
            let (yaml, state) = random_state(dice, fact, known);
            somebody.yaml.push_str(&format!("{fact}: {yaml}\n"));
            somebody.states.insert((fact, None), state);
        }
    }
    somebody
}

fn random_state(dice: &mut Dice, fact: &str, known: usize) -> (String, State) {
    match fact {
        "s0" => random_set(dice, &["p", "q", "r"], known),
        "s1" => random_set(dice, COUNTRIES, known),
        "ks" => random_set(dice, &["p", "q"], known),
        "l0" => random_list(dice, known),
        _ if !dice.percent(known) => random_nothing(dice, fact),
        "e0" => known_word(dice, &["a", "b", "c"]),
        "e1" => known_word(dice, &["a", "b", "c", "d"]),
        "ke" => known_word(dice, &["a", "b"]),
        "c0" | "c1" => known_word(dice, &["USA", "LTU", "EST", "RUS", "FRA"]),
        "d0" | "d1" => {
            let (text, from, to) = dice.pick(KNOWN_DAYS);
            (
                text.to_owned(),
                State::Between(day_number(from), day_number(to)),
            )
        }
        "n0" => {
            let n = dice.pick(&[-3, -2, 0, 3, 5, 7, 99, 100, 101]);
            (n.to_string(), State::Known(Value::Count(n)))
        }
        _ => {
            let yes = dice.percent(50);
            (
                if yes { "yes" } else { "no" }.to_owned(),
                State::Known(Value::Yes(yes)),
            )
        }
    }
}

fn random_nothing(dice: &mut Dice, fact: &str) -> (String, State) {
    let contested = match fact {
        "c0" | "c1" => "{ contested: [RUS, LTU] }",
        "d0" | "d1" => "{ contested: [1999-05-17, 1999-05-18] }",
        "n0" => "{ contested: [3, 7] }",
        "e0" | "e1" | "ke" => "{ contested: [a, b] }",
        _ => "{ contested: [yes, no] }",
    };
    (
        dice.pick(&["unknown", "rather_not_say", contested])
            .to_owned(),
        State::Nothing,
    )
}

fn known_word(dice: &mut Dice, words: &[&'static str]) -> (String, State) {
    let word = dice.pick(words);
    (word.to_owned(), State::Known(Value::Word(word)))
}

fn random_set(dice: &mut Dice, words: &[&'static str], known: usize) -> (String, State) {
    let (mut shown, mut denied) = (Vec::new(), Vec::new());
    for word in words {
        if dice.percent(known) {
            if dice.percent(50) {
                shown.push(*word)
            } else {
                denied.push(*word)
            }
        }
    }
    let complete = dice.percent(known / 2);
    let yaml = format!(
        "{{ shown: [{}], denied: [{}], complete: {} }}",
        shown.join(", "),
        denied.join(", "),
        if complete { "yes" } else { "no" }
    );
    (
        yaml,
        State::Set {
            shown,
            denied,
            complete,
        },
    )
}

fn random_list(dice: &mut Dice, known: usize) -> (String, State) {
    let records: Vec<Record> = (0..dice.below(3))
        .map(|_| Record {
            kind: dice.percent(80).then(|| dice.pick(&["x", "y"])),
            count: dice.percent(80).then(|| dice.pick(&[0, 1, 2, 3])),
            ok: dice.percent(80).then(|| dice.percent(50)),
        })
        .collect();
    let complete = dice.percent(known);
    let texts: Vec<String> = records
        .iter()
        .map(|record| {
            let mut fields = Vec::new();
            fields.extend(record.kind.map(|kind| format!("kind: {kind}")));
            fields.extend(record.count.map(|count| format!("count: {count}")));
            fields.extend(
                record
                    .ok
                    .map(|ok| format!("ok: {}", if ok { "yes" } else { "no" })),
            );
            format!("{{ {} }}", fields.join(", "))
        })
        .collect();
    let yaml = format!(
        "{{ shown: [{}], complete: {} }}",
        texts.join(", "),
        if complete { "yes" } else { "no" }
    );
    (yaml, State::List { records, complete })
}

// ---- The oracle ----

fn not(a: Option<bool>) -> Option<bool> {
    a.map(|a| !a)
}

fn both(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn either(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    not(both(not(a), not(b)))
}

impl Body {
    fn of(&self, record: &Record) -> Option<bool> {
        match self {
            Body::Ok => record.ok,
            Body::Kind(kind) => record.kind.map(|is| is == *kind),
            Body::NotKind(kind) => record.kind.map(|is| is != *kind),
            Body::MoreThan(n) => record.count.map(|is| is > *n),
            Body::Both(a, b) => both(a.of(record), b.of(record)),
            Body::Either(a, b) => either(a.of(record), b.of(record)),
            Body::Not(inner) => not(inner.of(record)),
        }
    }
}

impl Check {
    fn of(&self, value: Value) -> Option<bool> {
        match (self, value) {
            (Check::Never, _) => None,
            (Check::Is(values), value) => Some(values.contains(&value)),
            (Check::Below(n), Value::Count(is)) => Some(is < *n),
            (Check::Above(n), Value::Count(is)) => Some(is > *n),
            (Check::InArea(certain, perhaps), value) => {
                match (certain.contains(&value), perhaps.contains(&value)) {
                    (true, _) => Some(true),
                    (false, true) => None,
                    (false, false) => Some(false),
                }
            }
            (Check::Below(_) | Check::Above(_), other) => unreachable!("{other:?} has no order"),
        }
    }
}

impl Cond {
    fn of(&self, values: &[Value]) -> Option<bool> {
        match self {
            Cond::Const(truth) => *truth,
            Cond::Leaf {
                slot, check, meant, ..
            } => {
                let is = check.of(values[*slot]);
                if *meant { is } else { not(is) }
            }
            Cond::Named(_, inner) => inner.of(values),
            Cond::First(_, slot, otherwise) => match values[*slot] {
                Value::Yes(recorded) => Some(recorded),
                _ => otherwise.of(values),
            },
            Cond::Not(inner) => not(inner.of(values)),
            Cond::All(parts) => parts
                .iter()
                .fold(Some(true), |all, part| both(all, part.of(values))),
            Cond::Any(parts) => parts
                .iter()
                .fold(Some(false), |any, part| either(any, part.of(values))),
        }
    }

    fn slots(&self, found: &mut BTreeSet<usize>) {
        match self {
            Cond::Const(_) => {}
            Cond::Leaf { slot, .. } => {
                found.insert(*slot);
            }
            Cond::First(_, slot, inner) => {
                found.insert(*slot);
                inner.slots(found);
            }
            Cond::Named(_, inner) | Cond::Not(inner) => inner.slots(found),
            Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| part.slots(found)),
        }
    }
}

impl Book {
    fn satisfied(&self, clause: &Clause, values: &[Value]) -> Option<bool> {
        let applies = clause
            .only_if
            .as_ref()
            .map_or(Some(true), |only_if| only_if.of(values));
        let holds = clause.when.of(values);
        if !clause.bar {
            return either(not(applies), holds);
        }
        let lifting = self
            .waivers
            .iter()
            .filter(|waiver| waiver.lifts.contains(&clause.id));
        let lifted = lifting
            .filter_map(|waiver| waiver.test.as_ref())
            .fold(Some(false), |lifted, test| either(lifted, test.of(values)));
        either(not(both(applies, holds)), lifted)
    }

    fn spared(&self, values: &[Value]) -> Option<bool> {
        let Some(overlay) = self
            .overlay
            .as_ref()
            .filter(|overlay| overlay.works != Some(false))
        else {
            return Some(true);
        };
        overlay
            .spares
            .iter()
            .fold(not(overlay.works), |spared, spare| {
                either(spared, spare.of(values))
            })
    }

    fn all_of(&self, wanted: impl Fn(&Clause) -> bool, values: &[Value]) -> Option<bool> {
        let frame = both(self.in_force, self.spared(values));
        self.clauses
            .iter()
            .filter(|clause| clause.text && wanted(clause))
            .fold(frame, |all, clause| {
                both(all, self.satisfied(clause, values))
            })
    }

    fn granted(&self, with_secret: bool, values: &[Value]) -> Option<bool> {
        let all = self.all_of(|clause| with_secret || !clause.secret, values);
        if self.limited {
            both(all, Some(false))
        } else {
            all
        }
    }

    fn may_ask(&self, values: &[Value]) -> Option<bool> {
        let all = self.all_of(|clause| !clause.bar && clause.to_ask, values);
        if self.limited { both(all, None) } else { all }
    }
}

/// What a set says of a member.
fn holds(
    states: &States,
    fact: &'static str,
    key: Option<&'static str>,
    member: &str,
) -> Option<bool> {
    match state(states, fact, key) {
        State::Set { shown, .. } if shown.contains(&member) => Some(true),
        State::Set {
            denied, complete, ..
        } if *complete || denied.contains(&member) => Some(false),
        _ => None,
    }
}

fn state<'s>(states: &'s States, fact: &'static str, key: Option<&'static str>) -> &'s State {
    let every = key.and_then(|_| states.get(&(fact, Some("*"))));
    states
        .get(&(fact, key))
        .or(every)
        .unwrap_or(&State::Nothing)
}

/// Every value that a completion may give to a slot.
fn candidates(slot: &Slot, named: &BTreeSet<Value>, states: &States) -> Vec<Value> {
    let recorded = state(states, slot.fact, slot.key);
    let yes_no = |known: Option<bool>| match known {
        Some(yes) => vec![Value::Yes(yes)],
        None => vec![Value::Yes(true), Value::Yes(false)],
    };
    match &slot.about {
        About::Member(member) => yes_no(holds(states, slot.fact, slot.key, member)),
        About::InSet(set) => yes_no(match recorded {
            State::Known(Value::Word(country)) => holds(states, set, None, country),
            _ => None,
        }),
        About::Same(other) => yes_no(match (recorded, state(states, other, None)) {
            (State::Known(a), State::Known(b)) => Some(a == b),
            (State::Between(a, b), State::Between(c, d)) if b < c || d < a => Some(false),
            (State::Between(a, b), State::Between(c, d)) if a == b && c == d => Some(true),
            _ => None,
        }),
        About::Exists(body) => yes_no(match recorded {
            State::List { records, complete } => {
                let shown = records
                    .iter()
                    .fold(Some(false), |any, record| either(any, body.of(record)));
                let unseen = if *complete || body.of(&Record::default()) == Some(false) {
                    Some(false)
                } else {
                    None
                };
                either(shown, unseen)
            }
            _ => None,
        }),
        About::Value => values_of(slot.fact, recorded, named),
    }
}

fn values_of(fact: &str, recorded: &State, named: &BTreeSet<Value>) -> Vec<Value> {
    let words = |words: &[&'static str]| words.iter().copied().map(Value::Word).collect();
    let around = named.iter().flat_map(|value| match value {
        Value::Count(n) => vec![n - 1, *n, n + 1],
        _ => Vec::new(),
    });
    match recorded {
        State::Known(value) => vec![*value],
        State::Between(from, to) => {
            let inside = around
                .filter(|day| from <= day && day <= to)
                .chain([*from, *to]);
            inside
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(Value::Count)
                .collect()
        }
        _ => match fact {
            "f0" => vec![Value::NotRecorded],
            "e0" => words(&["a", "b", "c"]),
            "e1" => words(&["a", "b", "c", "d"]),
            "ke" => words(&["a", "b"]),
            "c0" | "c1" => named.iter().copied().chain([Value::Word("ZZZ")]).collect(),
            // A fact that is only compared with what nobody knows has some value, whichever.
            "d0" | "d1" | "n0" => around
                .chain([0])
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(Value::Count)
                .collect(),
            _ => vec![Value::Yes(true), Value::Yes(false)],
        },
    }
}

/// Every completion, as a number in mixed radix: the first slot counts fastest.
struct Completions {
    domains: Vec<Vec<Value>>,
}

impl Completions {
    fn of(book: &Book, states: &States) -> Completions {
        let slots = book.slots.iter().zip(&book.named);
        Completions {
            domains: slots
                .map(|(slot, named)| candidates(slot, named, states))
                .collect(),
        }
    }

    fn len(&self) -> usize {
        self.domains
            .iter()
            .map(Vec::len)
            .fold(1, usize::saturating_mul)
    }

    fn table<T>(&self, answer: impl Fn(&[Value]) -> T) -> Vec<T> {
        let mut values: Vec<Value> = self.domains.iter().map(|domain| domain[0]).collect();
        let mut digits = vec![0; self.domains.len()];
        let mut answers = Vec::with_capacity(self.len());
        loop {
            answers.push(answer(&values));
            let Some(place) =
                (0..digits.len()).find(|place| digits[*place] + 1 < self.domains[*place].len())
            else {
                return answers;
            };
            for lower in 0..place {
                digits[lower] = 0;
                values[lower] = self.domains[lower][0];
            }
            digits[place] += 1;
            values[place] = self.domains[place][digits[place]];
        }
    }

    /// Whether some two completions that differ in this slot alone have different answers.
    fn matters(&self, slot: usize, answers: &[Option<bool>]) -> bool {
        let stride: usize = self.domains[..slot].iter().map(Vec::len).product();
        let size = self.domains[slot].len();
        (0..answers.len()).any(|index| {
            let digit = index / stride % size;
            digit > 0 && answers[index] != answers[index - digit * stride]
        })
    }
}

/// The truth in every completion, if it is the same in all.
fn certain(answers: &[Option<bool>]) -> Truth {
    match answers[0] {
        Some(first) if answers.iter().all(|answer| *answer == Some(first)) => Truth::from(first),
        _ => Truth::Unknown,
    }
}

fn expected_word(granted: &[Option<bool>], without_secret: &[Option<bool>]) -> Word {
    match (certain(granted), certain(without_secret)) {
        (Truth::True, _) => Word::Open,
        (Truth::False, _) => Word::Closed,
        (Truth::Unknown, Truth::True) => Word::NoObstacle,
        (Truth::Unknown, _) => Word::Undecided,
    }
}

type Named = BTreeSet<(String, Option<String>)>;

/// The facts that still matter, by name and key; and beside them those that matter to bars that
/// nobody can check alone, though they are named elsewhere too: they may be asked or not.
fn expected_missing(
    book: &Book,
    completions: &Completions,
    granted: &[Option<bool>],
    without_secret: &[Option<bool>],
    states: &States,
) -> (Named, Named) {
    let (mut secret, mut other) = (BTreeSet::new(), BTreeSet::new());
    for clause in book.clauses.iter().filter(|clause| clause.text) {
        let found = if clause.secret {
            &mut secret
        } else {
            &mut other
        };
        clause.when.slots(found);
        clause
            .only_if
            .iter()
            .for_each(|only_if| only_if.slots(found));
    }
    book.waivers
        .iter()
        .filter_map(|waiver| waiver.test.as_ref())
        .for_each(|test| test.slots(&mut other));
    book.overlay
        .iter()
        .filter(|overlay| overlay.works != Some(false))
        .flat_map(|overlay| &overlay.spares)
        .for_each(|spare| spare.slots(&mut other));
    let (mut must, mut may) = (BTreeSet::new(), BTreeSet::new());
    for (index, slot) in book.slots.iter().enumerate() {
        let only_secret = secret.contains(&index) && !other.contains(&index);
        if only_secret || !completions.matters(index, granted) {
            continue;
        }
        let is_known = |fact| match state(states, fact, None) {
            State::Known(_) => true,
            State::Between(from, to) => from == to,
            _ => false,
        };
        let found = if secret.contains(&index) && !completions.matters(index, without_secret) {
            &mut may
        } else {
            &mut must
        };
        let mut add = |fact: &str| found.insert((fact.to_owned(), slot.key.map(str::to_owned)));
        match slot.about {
            About::Value | About::Member(_) | About::Exists(_) => {
                add(slot.fact);
            }
            About::InSet(set) => {
                if !is_known(slot.fact) {
                    add(slot.fact);
                }
                if !matches!(state(states, set, None), State::Set { complete: true, .. }) {
                    add(set);
                }
            }
            About::Same(other) => {
                for fact in [slot.fact, other]
                    .into_iter()
                    .filter(|fact| !is_known(fact))
                {
                    add(fact);
                }
            }
        }
    }
    (must, may)
}

// ---- The comparison ----

#[derive(Default)]
struct Counts {
    books: usize,
    repeating: usize,
    entangled: usize,
    people: usize,
    decisions: usize,
    undecided: usize,
    completions: usize,
    contradictions: usize,
    missing: usize,
}

#[derive(Default)]
struct Faults {
    ungrounded: Vec<String>,
    needless: Vec<String>,
    other: Vec<String>,
}

const MOST_COMPLETIONS: usize = 3_000;

#[test]
fn a_verdict_is_what_every_completion_of_the_facts_says() {
    let mut counts = Counts::default();
    let mut faults = Faults::default();
    for round in 0..rounds(1_000) {
        let mut dice = Dice::new(0xb00c + round as u64);
        let book = random_book(&mut dice);
        let (library, complaints) = load(&book.files());
        if too_entangled(&complaints) {
            counts.entangled += 1;
            continue;
        }
        support::no_complaints(&complaints);
        counts.books += 1;
        counts.repeating += usize::from(book.repeats);
        let program = Program::on(&library, today());
        for known in [0, 30, 50, 60, 75, 75, 90, 100] {
            one_person(
                &mut dice,
                known,
                round,
                &book,
                &library,
                &program,
                &mut counts,
                &mut faults,
            );
        }
    }
    println!(
        "{} books ({} repeat facts, {} more were refused as too entangled), {} people, {} decisions over {} completions; \
         {:.0} % undecided; {} sets of missing facts and {} contradictions checked",
        counts.books,
        counts.repeating,
        counts.entangled,
        counts.people,
        counts.decisions,
        counts.completions,
        100.0 * counts.undecided as f64 / counts.decisions as f64,
        counts.missing,
        counts.contradictions,
    );
    println!(
        "ungrounded firm answers {}, needless unknowns {}, other faults {}",
        faults.ungrounded.len(),
        faults.needless.len(),
        faults.other.len()
    );
    let all: Vec<&String> = faults
        .ungrounded
        .iter()
        .chain(&faults.needless)
        .chain(&faults.other)
        .take(3)
        .collect();
    assert!(
        all.is_empty(),
        "{}",
        all.iter()
            .map(|s| s.as_str())
            .collect::<Vec<_>>()
            .join("\n\n")
    );
    assert!(
        counts.repeating * 3 >= counts.books,
        "a third of the books repeat facts"
    );
}

fn too_entangled(complaints: &Complaints) -> bool {
    complaints
        .iter()
        .any(|complaint| complaint.code == facts::Code::TooEntangled)
}

#[expect(
    clippy::too_many_arguments,
    reason = "one round of the comparison, taken out of its loop"
)]
fn one_person(
    dice: &mut Dice,
    known: usize,
    round: usize,
    book: &Book,
    library: &Library,
    program: &Program,
    counts: &mut Counts,
    faults: &mut Faults,
) {
    let somebody = random_person(dice, known);
    let completions = Completions::of(book, &somebody.states);
    if completions.len() > MOST_COMPLETIONS {
        return;
    }
    let facts: Facts = person(&somebody.yaml, &library.vocabulary);
    let residual = Residual::of(program, library, &facts);
    let found = verdict(program, library, &residual, &facts, 0);
    let granted = completions.table(|values| book.granted(true, values));
    let without_secret = completions.table(|values| book.granted(false, values));
    let may_ask = completions.table(|values| book.may_ask(values));
    let word = expected_word(&granted, &without_secret);
    counts.people += 1;
    counts.decisions += 2;
    counts.completions += completions.len();
    counts.undecided += usize::from(word == Word::Undecided);
    let tell = |what: String| {
        let law = book
            .files()
            .into_iter()
            .filter(|(name, _)| name.starts_with("law/") || name.starts_with("groups/"));
        let law: Vec<String> = law.map(|(_, text)| text).collect();
        format!(
            "round {round}: {what}\n{}\nperson:\n{}",
            law.join("---\n"),
            somebody.yaml
        )
    };
    let mut compare = |what: &str, ours: Truth, right: Truth| {
        if ours != right {
            let kind = if ours == Truth::Unknown {
                &mut faults.needless
            } else {
                &mut faults.ungrounded
            };
            kind.push(tell(format!(
                "{what}: the law says {ours:?}, every completion says {right:?}"
            )));
        }
    };
    let firm = |word: Word| match word {
        Word::Open => Truth::True,
        Word::Closed => Truth::False,
        Word::NoObstacle | Word::Undecided => Truth::Unknown,
    };
    compare("granted", firm(found.word), firm(word));
    compare("may be asked", found.asked_today, certain(&may_ask));
    if firm(found.word) == firm(word) && found.word != word {
        faults.other.push(tell(format!(
            "{:?} is right, and the law says {:?}",
            word, found.word
        )));
    }
    if word == found.word {
        let missing = check_missing(
            book,
            &completions,
            [&granted, &without_secret],
            &somebody.states,
            &found,
        );
        counts.missing += usize::from(word == Word::Undecided);
        let reasons = check_reasons(book, library, &completions, &found, counts);
        faults
            .other
            .extend([missing, reasons].into_iter().flatten().map(tell));
    }
}

/// `missing` names exactly the facts on which the word still turns.
fn check_missing(
    book: &Book,
    completions: &Completions,
    [granted, without_secret]: [&[Option<bool>]; 2],
    states: &States,
    found: &Verdict,
) -> Option<String> {
    let named: BTreeSet<(String, Option<String>)> = found
        .missing
        .iter()
        .map(|missing| (missing.fact.to_string(), missing.key.clone()))
        .collect();
    if found.word != Word::Undecided {
        return (!named.is_empty())
            .then(|| format!("a verdict that is {:?} misses {named:?}", found.word));
    }
    let (right, may) = expected_missing(book, completions, granted, without_secret, states);
    // What could be recorded in place of what is derived matters where its derivation does.
    let allowed = |one: &(String, Option<String>)| match one.0.as_str() {
        "f0" => right.iter().chain(&may).any(|(fact, _)| fact == "d0"),
        _ => right.contains(one) || may.contains(one),
    };
    let same = named.iter().all(allowed) && right.iter().all(|one| named.contains(one));
    (!same).then(|| format!("the facts that matter are {right:?}, and the law names {named:?}"))
}

/// What closes is false in every completion; what cannot all hold cannot, and is as small as can be.
fn check_reasons(
    book: &Book,
    library: &Library,
    completions: &Completions,
    found: &Verdict,
    counts: &mut Counts,
) -> Option<String> {
    let clause = |index: &usize| {
        let id = &library.pathways[0].clauses[*index].id;
        book.clauses
            .iter()
            .find(|clause| clause.id == *id)
            .expect("every clause has its id")
    };
    let never = |conditions: &dyn Fn(&[Value]) -> Option<bool>| {
        certain(&completions.table(conditions)) == Truth::False
    };
    if found.reasons.is_empty() && found.word == Word::Closed {
        return Some("closed, and no reason".to_owned());
    }
    let overlay_named = found
        .reasons
        .iter()
        .any(|reason| matches!(reason, Reason::OverlayPerhaps(_)));
    for reason in &found.reasons {
        match reason {
            Reason::Fails(index) | Reason::Applies(index) => {
                let clause = clause(index);
                assert_eq!(matches!(reason, Reason::Applies(_)), clause.bar);
                if !never(&|values| book.satisfied(clause, values)) {
                    return Some(format!("`{}` does not close", clause.id));
                }
            }
            Reason::CannotAllHold(indices) => {
                counts.contradictions += 1;
                let together = |left_out: Option<usize>, overlay: bool| {
                    never(&|values| {
                        let frame = if overlay {
                            book.spared(values)
                        } else {
                            Some(true)
                        };
                        indices
                            .iter()
                            .filter(|index| left_out != Some(**index))
                            .fold(frame, |all, index| {
                                both(all, book.satisfied(clause(index), values))
                            })
                    })
                };
                let ids: Vec<&str> = indices
                    .iter()
                    .map(|index| clause(index).id.as_str())
                    .collect();
                if !together(None, overlay_named) {
                    return Some(format!("{ids:?} can all hold (overlay: {overlay_named})"));
                }
                if indices
                    .iter()
                    .any(|index| together(Some(*index), overlay_named))
                {
                    return Some(format!("{ids:?} is not the smallest contradiction"));
                }
                if overlay_named && together(None, false) {
                    return Some(format!(
                        "{ids:?} cannot all hold without the overlay either"
                    ));
                }
            }
            Reason::NotShown(index) | Reason::NotRuledOut(index) => {
                assert_eq!(
                    library.pathways[0].clauses[*index].role == Role::Bar,
                    clause(index).bar
                );
            }
            Reason::NotInForce(_)
            | Reason::OnlyByException
            | Reason::Overlay(_)
            | Reason::OverlayPerhaps(_)
            | Reason::NobodyCanCheck(_)
            | Reason::Carried(_) => {}
        }
    }
    None
}
