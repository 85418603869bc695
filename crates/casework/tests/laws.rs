//! What holds for every set of entries: merging, learning more, and what was so on a day.

mod told;

use casework::{
    Alarm, Approval, Assertion, Case, Dispute, Entry, Field, Found, MemberId, Moment, OperationId,
    Read, Retraction, Role, Says, Signed, Value, Why, Written,
};
use facts::{Date, Facts, Known, Record, Recorded, Scalar, Span, Truth, Vocabulary, add_span};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use told::{ROWAN, SWIFT, Told, country, vocabulary};

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(vocabulary);

fn rounds(short: u32) -> ProptestConfig {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    ProptestConfig::with_cases(if long { short * 100 } else { short })
}

/// The n-th day of the story.
fn nth(n: u8) -> Date {
    add_span(Date::constant(2017, 4, 1), Span::Days(i32::from(n)))
}

fn members() -> impl Strategy<Value = MemberId> {
    (1u8..4).prop_map(|n| MemberId([n; 32]))
}

fn codes() -> impl Strategy<Value = Scalar> {
    prop::sample::select(vec!["RUS", "LTU", "USA"]).prop_map(country)
}

fn code_sets() -> impl Strategy<Value = BTreeSet<Value>> {
    prop::collection::btree_set(codes().prop_map(Value), 0..3)
}

fn records() -> impl Strategy<Value = BTreeSet<Field>> {
    let relation = prop::option::of(prop::sample::select(vec!["sibling", "parent"]));
    (relation, prop::option::of(codes())).prop_map(|(relation, country)| {
        let relation = relation.map(|word| ("relation", Scalar::Text(word.to_owned())));
        let country = country.map(|code| ("country", code));
        let field = |(name, value): (&str, Scalar)| Field {
            name: name.to_owned(),
            value: Value(value),
        };
        relation.into_iter().chain(country).map(field).collect()
    })
}

/// Assertions of three kinds of fact, with and without a beginning and an end.
fn assertions() -> impl Strategy<Value = Assertion> {
    let one = codes().prop_map(|code| ("here", Says::Value(Value(code))));
    let silent =
        prop_oneof![Just(Says::Unknown), Just(Says::RatherNotSay)].prop_map(|says| ("here", says));
    let set = (code_sets(), code_sets(), any::<bool>()).prop_map(|(shown, denied, complete)| {
        let denied = denied.difference(&shown).cloned().collect();
        (
            "nationality",
            Says::Set {
                shown,
                denied,
                complete,
            },
        )
    });
    let list = (prop::collection::vec(records(), 0..3), any::<bool>())
        .prop_map(|(records, complete)| ("relatives", Says::List { records, complete }));
    let says = prop_oneof![3 => one, 1 => silent, 2 => set, 2 => list];
    (says, prop::option::of(0u8..40), prop::option::of(20u8..60)).prop_map(
        |((fact, says), since, until)| {
            let mut assertion = Assertion::new(ROWAN, fact, says);
            assertion.since = since.map(|n| Written(nth(n).into()));
            assertion.until = until.map(|n| Written(nth(n).into()));
            assertion
        },
    )
}

/// Entries that speak of each other: `at` names another by its place in the log.
fn entries() -> impl Strategy<Value = Vec<(MemberId, u8, Entry)>> {
    let id = || (0u8..12).prop_map(|n| id_of(usize::from(n)));
    let taken = id().prop_map(|of| Entry::new(Retraction { of, why: "".into() }));
    let doubted = id().prop_map(|of| Entry::new(Dispute { of, why: "".into() }));
    let looked = (id(), any::<bool>()).prop_map(|(of, agrees)| {
        let found = if agrees {
            Found::Agrees
        } else {
            Found::Opposes
        };
        let (role, note) = (Role::Lawyer, "".into());
        Entry::new(Approval {
            of,
            found,
            role,
            note,
        })
    });
    let why = prop_oneof![Just(Why::Changed), Just(Why::Corrected)];
    let replacing = prop::collection::vec((id(), why), 0..3);
    let said = (assertions(), replacing, any::<bool>()).prop_map(|(mut said, replacing, other)| {
        if other {
            said.person = SWIFT;
        }
        let entry = Entry::new(said);
        let add = |entry: Entry, (id, why)| entry.in_place_of(why, [id]).because("A slip.");
        replacing.into_iter().fold(entry, add)
    });
    let entry = prop_oneof![5 => said, 1 => taken, 1 => doubted, 1 => looked];
    prop::collection::vec((members(), 0u8..60, entry), 0..12)
}

fn id_of(place: usize) -> OperationId {
    let mut told = Told::new();
    (0..=place)
        .map(|_| told.writes(told::AMINA, "2017-05-01", silence()))
        .last()
        .expect("one")
}

fn silence() -> Assertion {
    Assertion::new(ROWAN, "here", Says::Unknown)
}

fn signed(entries: Vec<(MemberId, u8, Entry)>) -> Vec<Signed<Read>> {
    let mut told = Told::new();
    for (member, on, entry) in entries {
        told.signs(member, Moment::start_of(nth(on)), entry);
    }
    told.signed
}

proptest! {
    #![proptest_config(rounds(300))]

    #[test]
    fn a_case_is_the_same_in_whatever_order_its_entries_arrive_and_however_often(
        (all, arrived) in entries().prop_map(signed).prop_flat_map(|all| {
            let twice = [all.clone(), all.clone()].concat();
            (Just(all), Just(twice).prop_shuffle())
        }),
    ) {
        prop_assert!(Case::of(all) == Case::of(arrived));
    }

    #[test]
    fn merging_is_the_union_of_two_sets(all in entries().prop_map(signed), cut: prop::sample::Index) {
        let (a, b) = all.split_at(if all.is_empty() { 0 } else { cut.index(all.len()) });
        let one_way = Case::of([a, b].concat());
        let other_way = Case::of([b, a, b].concat());
        prop_assert!(one_way == other_way);
    }

    #[test]
    fn nothing_that_was_signed_is_dropped(all in entries().prop_map(signed)) {
        let case = Case::of(all.clone());
        prop_assert_eq!(case.history().len() + case.unread.len(), all.len());
    }

    #[test]
    fn what_was_known_on_a_day_is_the_case_of_what_was_learnt_by_then(
        all in entries().prop_map(signed), on in 0u8..60,
    ) {
        let moment = Moment::start_of(nth(on));
        let learnt: Vec<_> = all.iter().filter(|it| it.written <= moment).cloned().collect();
        prop_assert!(Case::known_on(all, moment) == Case::of(learnt));
    }

    /// Only a retraction, a correction, a change, an assumption, a narrower date and the name of a
    /// country before `*` can turn a firm fact round; `tests/fold.rs` names them one by one.
    #[test]
    fn learning_more_never_turns_a_firm_fact_round(
        before in prop::collection::vec((members(), assertions()), 1..5),
        more in prop::collection::vec((members(), assertions(), any::<bool>()), 1..4),
        disputed: prop::sample::Index,
        on in 0u8..60,
    ) {
        let mut told = Told::new();
        for (member, assertion) in &before {
            told.writes(*member, "2017-05-01", assertion.clone());
        }
        let facts = |told: &Told| told.case().fold(ROWAN, nth(on), &VOCABULARY).facts;
        let known = facts(&told);
        for (member, assertion, disputes) in more {
            if disputes {
                let of = id_of(disputed.index(before.len()));
                told.writes(member, "2017-05-02", Dispute { of, why: "".into() });
            } else {
                told.writes(member, "2017-05-02", assertion);
            }
        }
        let after = facts(&told);
        for (question, then, now) in answers(&known, &after) {
            let kept = then == Truth::Unknown || now == Truth::Unknown || then == now;
            prop_assert!(kept, "{} was {:?} and is {:?}", question, then, now);
        }
    }

    #[test]
    fn what_was_so_on_a_day_is_what_a_naive_reading_finds(story in stories(), known in 0u8..60) {
        let case = Case::known_on(story.signed(), Moment::start_of(nth(known)));
        for on in 0u8..60 {
            let fold = case.fold(ROWAN, nth(on), &VOCABULARY);
            let found = match fold.facts.get("here", None) {
                Some(Recorded::One(Known::Value(value))) => BTreeSet::from([value.clone()]),
                Some(Recorded::One(Known::Contested(values))) => values.iter().cloned().collect(),
                _ => BTreeSet::new(),
            };
            prop_assert_eq!(found, story.so_on(on, known), "on day {} as known on {}", on, known);
        }
    }
}

/// Whether each country and each record is so, by two folds.
fn answers(then: &Facts, now: &Facts) -> Vec<(String, Truth, Truth)> {
    let mut all = Vec::new();
    for code in ["RUS", "LTU", "USA"].map(country) {
        let is_here = |facts: &Facts| match facts.get("here", None).and_then(Recorded::value) {
            Some(value) => Truth::from(*value == code),
            None => Truth::Unknown,
        };
        all.push((format!("here {code}"), is_here(then), is_here(now)));
        let is_of = |facts: &Facts| {
            let set = facts.get("nationality", None);
            set.map_or(Truth::Unknown, |set| set.holds(&code))
        };
        all.push((format!("of {code}"), is_of(then), is_of(now)));
        for relation in ["sibling", "parent"] {
            let word = Scalar::Text(relation.to_owned());
            let record = Record::from([
                ("relation".to_owned(), word),
                ("country".to_owned(), code.clone()),
            ]);
            let question = format!("a {relation} in {code}");
            all.push((question, has(then, &record), has(now, &record)));
        }
    }
    all
}

/// Whether there is such a relative: some record says so, or a complete list has none that could be.
fn has(facts: &Facts, asked: &Record) -> Truth {
    let Some(Recorded::List { records, complete }) = facts.get("relatives", None) else {
        return Truth::Unknown;
    };
    let says_so = |record: &Record| asked.iter().all(|(name, it)| record.get(name) == Some(it));
    let could_be = |record: &Record| {
        record
            .iter()
            .all(|(name, it)| asked.get(name).is_none_or(|a| a == it))
    };
    match (records.iter().any(says_so), records.iter().any(could_be)) {
        (true, _) => Truth::True,
        (false, false) if *complete => Truth::False,
        (false, _) => Truth::Unknown,
    }
}

/// Where somebody was, as several told it, each in the place of some that came before.
#[derive(Clone, Debug)]
struct Story(Vec<Chapter>);

#[derive(Clone, Debug)]
struct Chapter {
    code: Scalar,
    since: u8,
    until: Option<u8>,
    written: u8,
    changes: BTreeSet<usize>,
    taken_back: Option<u8>,
}

fn stories() -> impl Strategy<Value = Story> {
    let chapter = (
        codes(),
        0u8..50,
        prop::option::of(10u8..60),
        0u8..50,
        prop::collection::btree_set(0usize..6, 0..3),
        prop::option::weighted(0.2, 0u8..60),
    );
    prop::collection::vec(chapter, 0..6).prop_map(|chapters| {
        let chapters = chapters.into_iter().enumerate();
        let of = |(place, (code, since, until, written, changes, taken_back))| {
            let changes: BTreeSet<usize> = changes;
            let changes = changes
                .into_iter()
                .filter(|earlier| *earlier < place)
                .collect();
            Chapter {
                code,
                since,
                until,
                written,
                changes,
                taken_back,
            }
        };
        Story(chapters.map(of).collect())
    })
}

impl Story {
    fn signed(&self) -> Vec<Signed<Read>> {
        let mut told = Told::new();
        let mut ids = Vec::new();
        for chapter in &self.0 {
            let mut said = told::says(ROWAN, "here", chapter.code.clone());
            said.since = Some(Written(nth(chapter.since).into()));
            said.until = chapter.until.map(|n| Written(nth(n).into()));
            let earlier = chapter.changes.iter().map(|place| ids[*place]);
            let entry = Entry::new(said).in_place_of(Why::Changed, earlier);
            ids.push(told.signs(told::AMINA, Moment::start_of(nth(chapter.written)), entry));
        }
        for (id, chapter) in ids.iter().zip(&self.0) {
            if let Some(on) = chapter.taken_back {
                let entry = Entry::new(Retraction {
                    of: *id,
                    why: "".into(),
                });
                told.signs(told::AMINA, Moment::start_of(nth(on)), entry);
            }
        }
        told.signed
    }

    /// Every place that was so on a day, as known on a day.
    fn so_on(&self, on: u8, known: u8) -> BTreeSet<Scalar> {
        let counts = |it: &Chapter| {
            it.written <= known && it.taken_back.is_none_or(|taken_back| taken_back > known)
        };
        let changed = |place: usize| {
            let by = self
                .0
                .iter()
                .filter(|it| counts(it) && it.changes.contains(&place));
            by.map(|it| it.since).min()
        };
        let so = |(place, it): &(usize, &Chapter)| {
            counts(it)
                && it.since <= on
                && it.until.is_none_or(|until| on < until)
                && changed(*place).is_none_or(|change| on < change)
        };
        let so = self.0.iter().enumerate().filter(so);
        so.map(|(_, it)| it.code.clone()).collect()
    }
}

#[test]
fn entries_that_stand_in_each_others_place_do_not_hang() {
    let mut told = Told::new();
    let (first, second) = (id_of(0), id_of(1));
    for other in [second, first] {
        let entry = Entry::new(told::says(ROWAN, "here", country("RUS")));
        let entry = entry
            .in_place_of(Why::Corrected, [other])
            .because("A slip.");
        told.signs(told::AMINA, told::morning("2017-05-01"), entry);
    }
    let fold = told.case().fold(ROWAN, nth(40), &VOCABULARY);
    assert_eq!(fold.facts, Facts::new());
    assert_eq!(told.case().history().len(), 2);
}

#[test]
fn a_copied_device_and_a_forged_id_raise_an_alarm_and_everything_else_stands() {
    let mut told = Told::new();
    let id = told.writes(
        told::AMINA,
        "2017-05-01",
        told::says(ROWAN, "here", country("RUS")),
    );
    told.writes(
        told::BORIS,
        "2017-05-01",
        told::says(ROWAN, "minor", Scalar::Bool(true)),
    );
    let mut copied = told.signed[1].clone();
    copied.id = OperationId([9; 32]);
    let mut forged = told.signed[1].clone();
    (forged.id, forged.number) = (id, 17);
    let device = copied.device;
    let arrived = [told.signed.clone(), vec![copied, forged]].concat();
    let case = Case::of(arrived);
    assert_eq!(
        case.alarms,
        BTreeSet::from([Alarm::OneId(id), Alarm::OneNumber(device, 2)])
    );
    assert_eq!(case.history().len(), 3);
}

#[test]
fn what_cannot_be_read_is_counted_and_kept() {
    let mut told = Told::new();
    told.writes(told::AMINA, "2017-05-01", silence());
    let mut newer = told.signed[0].clone();
    (newer.id, newer.number) = (OperationId([8; 32]), 2);
    newer.content = Read::Newer { edition: 7 };
    told.signed.push(newer);
    let unread: BTreeMap<_, _> = told.case().unread;
    assert_eq!(unread.len(), 1);
    assert_eq!(
        unread[&OperationId([8; 32])],
        casework::Unread::Newer { edition: 7 }
    );
}
