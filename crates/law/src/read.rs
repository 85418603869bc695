//! From a checked tree to the structures of a book. Nothing here complains: the forms already did.

use crate::book::*;
use facts::{Content, Date, Entry, Node, PartialDate, Place, SourceText};
use std::collections::BTreeMap;

pub(crate) fn partial(node: &Node, key: &str) -> Option<PartialDate> {
    node.text_of(key)?.parse().ok()
}

pub(crate) fn seen(node: &Node) -> Option<Seen> {
    let seen = node.get("seen")?;
    Some(Seen {
        how: How::from_word(seen.text_of("how")?)?,
        source: seen.text_of("source").map(str::to_owned),
        day: seen.day_of("day")?,
    })
}

fn citation(node: &Node) -> Citation {
    Citation {
        cite: node.text_of("cite").unwrap_or_default().to_owned(),
        seen: seen(node),
    }
}

pub(crate) fn window(node: &Node) -> Window {
    let citation = citation(node);
    let mut seen_on: Vec<Date> = node
        .list_of("seen_on")
        .iter()
        .filter_map(|day| {
            day.text()?
                .parse::<PartialDate>()
                .ok()
                .map(PartialDate::latest)
        })
        .collect();
    seen_on.sort();
    if seen_on.is_empty() {
        seen_on.extend(citation.seen.as_ref().map(|seen| seen.day));
    }
    Window {
        from: partial(node, "from"),
        until: partial(node, "until"),
        limited: node.text_of("mode") == Some("limited"),
        known: partial(node, "known"),
        why: node.words_of("why"),
        citation,
        seen_on,
        at: node.at.clone(),
    }
}

fn condition_text(node: &Node) -> ConditionText {
    ConditionText {
        text: node.text().unwrap_or_default().to_owned(),
        start: node.text_start(),
        at: node.at.clone(),
    }
}

fn clause(node: &Node, role: Role, source: &SourceText) -> Clause {
    let word = |key: &str| node.text_of(key).unwrap_or_default();
    let says = match role {
        Role::Requirement => "fails",
        Role::Bar => "applies",
    };
    Clause {
        id: word("id").to_owned(),
        role,
        when: node
            .get("when")
            .map(condition_text)
            .unwrap_or_else(|| condition_text(node)),
        only_if: node.get("only_if").map(condition_text),
        rests_on: RestsOn::from_word(word("rests_on")).unwrap_or(RestsOn::Text),
        rests_on_written: node.get("rests_on").is_some(),
        needed: Needed::from_word(word("needed")).unwrap_or(Needed::Both),
        opens_by_wait: word("opens_by") == "wait",
        shown_by: ShownBy::from_word(word("shown_by")).unwrap_or(ShownBy::Person),
        shown_by_written: node.get("shown_by").is_some(),
        citation: citation(node),
        says: node.words_of(says).unwrap_or_default(),
        group: None,
        source: source.clone(),
        at: node.at.clone(),
    }
}

fn clauses(root: &Node, source: &SourceText) -> Vec<Clause> {
    let of = |key: &str, role: Role| {
        root.list_of(key)
            .iter()
            .map(move |node| clause(node, role, source))
            .collect::<Vec<_>>()
    };
    [of("requires", Role::Requirement), of("bars", Role::Bar)].concat()
}

fn waivers(root: &Node, source: &SourceText) -> Vec<Waiver> {
    let read = |node: &Node| Waiver {
        lifts: node.texts_of("lifts"),
        by: Discretion::from_word(node.text_of("by").unwrap_or_default())
            .unwrap_or(Discretion::Adjudicator),
        when: node.get("when").map(condition_text),
        citation: citation(node),
        says: node.words_of("says"),
        at: node.at.clone(),
        source: source.clone(),
    };
    root.list_of("waivers").iter().map(read).collect()
}

fn event(node: &Node) -> Event {
    let text = |key: &str| node.text_of(key).map(str::to_owned);
    let write = |item: &Node| {
        Some(Write {
            text: item.text()?.to_owned(),
            at: item.at.clone(),
        })
    };
    Event {
        writes: node.list_of("writes").iter().filter_map(write).collect(),
        holds: text("holds"),
        place: text("place"),
        standing: text("standing"),
        days: text("days"),
        says: node.words_of("says"),
    }
}

/// The tests that one entry stands for: one for each word of its `each:`, put where `each` stands.
fn book_tests(node: &Node) -> Vec<BookTest> {
    let members = node.list_of("each");
    if members.is_empty() {
        return book_test(node).into_iter().collect();
    }
    let one = |member: &Node| {
        let mut test = book_test(&with_each(node, member))?;
        test.name = format!("{} ({})", test.name, member.text()?);
        Some(test)
    };
    members.iter().filter_map(one).collect()
}

/// A test with one member of its `each:` wherever a value reads `each`.
fn with_each(node: &Node, member: &Node) -> Node {
    let content = match &node.content {
        Content::Text(text, _) if text == "each" => return member.clone(),
        Content::List(items) => {
            Content::List(items.iter().map(|item| with_each(item, member)).collect())
        }
        Content::Map(entries) => Content::Map(
            entries
                .iter()
                .map(|entry| Entry {
                    value: with_each(&entry.value, member),
                    ..entry.clone()
                })
                .collect(),
        ),
        Content::Text(..) | Content::Empty => node.content.clone(),
    };
    Node {
        at: node.at.clone(),
        content,
    }
}

fn book_test(node: &Node) -> Option<BookTest> {
    let text = |key: &str| node.text_of(key).map(str::to_owned);
    Some(BookTest {
        name: text("name")?,
        date: node.day_of("date")?,
        known_on: node.day_of("known_on"),
        member: text("member"),
        given: node.get("given").cloned(),
        expect: text("expect"),
        because: node.texts_of("because"),
        not_because: node.texts_of("not_because"),
        asked_today: text("asked_today"),
        limited: node.get("limited").map(|_| node.is_yes("limited")),
        window: node.number_of("window"),
        event: text("event"),
        expect_writes: node.texts_of("expect_writes"),
        at: node.at.clone(),
    })
}

/// A pathway from its checked tree; gives nothing where the check complained.
pub(crate) fn pathway(root: &Node, source: &SourceText) -> Option<Pathway> {
    Some(Pathway {
        id: root.text_of("id")?.to_owned(),
        title: root.words_of("title")?,
        destination: root.text_of("destination")?.to_owned(),
        kind: Kind::from_word(root.text_of("kind")?)?,
        started_by: root
            .texts_of("started_by")
            .iter()
            .filter_map(|word| StartedBy::from_word(word))
            .collect(),
        discretion: Discretion::from_word(root.text_of("discretion")?)?,
        dual_intent: root.is_yes("dual_intent"),
        rests_on_practice: root.text_of("basis") == Some("practice"),
        leads_to: root.words_of("leads_to"),
        note: root.words_of("note"),
        each: root.get("each").and_then(each),
        includes: root.texts_of("includes"),
        in_force: root.list_of("in_force").iter().map(window).collect(),
        clauses: clauses(root, source),
        waivers: waivers(root, source),
        practice: root
            .list_of("practice")
            .iter()
            .filter_map(practice)
            .collect(),
        exposes: root
            .list_of("exposes")
            .iter()
            .filter_map(exposure)
            .collect(),
        room: root.get("room").and_then(room),
        values: values(root),
        events: crate::form::EVENTS
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), event(root.get(name)?))))
            .collect(),
        return_and_pursuit: root.is_yes("return_and_pursuit"),
        remedies: remedies(root),
        covers: root.texts_of("covers"),
        again: root.get("again").map(again),
        costs: root.list_of("costs").iter().filter_map(cost).collect(),
        odds: root.list_of("odds").iter().filter_map(counted).collect(),
        time: root.get("time").and_then(counted_time),
        test_base: root.get("test_base").cloned(),
        tests: root.list_of("tests").iter().flat_map(book_tests).collect(),
        source: source.clone(),
    })
}

fn each(node: &Node) -> Option<Each> {
    let strip = |text: &str, prefix: &str| text.strip_prefix(prefix).unwrap_or(text).to_owned();
    Some(Each {
        table: strip(node.text_of("row")?, "world."),
        filter: node.get("where").map(condition_text),
        key: strip(node.text_of("key")?, "row."),
        at: node.at.clone(),
    })
}

fn practice(node: &Node) -> Option<Practice> {
    Some(Practice {
        effect: PracticeEffect::from_word(node.text_of("effect")?)?,
        window: window(node),
        says: node.words_of("says")?,
    })
}

fn exposure(node: &Node) -> Option<Exposure> {
    Some(Exposure {
        to: node.text_of("to")?.to_owned(),
        what: node.text_of("what")?.to_owned(),
    })
}

fn room(node: &Node) -> Option<Room> {
    Some(Room {
        what: node.words_of("what")?,
        citation: citation(node),
        from: partial(node, "from"),
        until: partial(node, "until"),
    })
}

fn values(root: &Node) -> BTreeMap<String, Vec<DatedValue>> {
    let entries = root.get("values").map(Node::entries).unwrap_or_default();
    let read = |node: &Node| DatedValue {
        window: window(node),
        is: node.texts_of("is"),
        is_list: node.get("is").is_some_and(|is| is.text().is_none()),
    };
    entries
        .iter()
        .map(|entry| {
            (
                entry.key.clone(),
                entry.value.items().iter().map(read).collect(),
            )
        })
        .collect()
}

/// Those of the pathway, and those of its events.
fn remedies(root: &Node) -> Vec<Remedy> {
    let events = crate::form::EVENTS.iter().filter_map(|name| root.get(name));
    let all = root
        .list_of("remedies")
        .iter()
        .chain(events.flat_map(|event| event.list_of("remedies")));
    all.filter_map(remedy).collect()
}

fn remedy(node: &Node) -> Option<Remedy> {
    let text = |key: &str| node.text_of(key).map(str::to_owned);
    Some(Remedy {
        id: text("id")?,
        within: text("within"),
        counts_from: text("counts_from"),
        suspends_return: text("suspends_return")?,
        to: node.words_of("to")?,
        citation: citation(node),
    })
}

fn again(node: &Node) -> Again {
    Again {
        after: node.text_of("after").map(str::to_owned),
        when: node.get("when").map(condition_text),
    }
}

fn cost(node: &Node) -> Option<Cost> {
    Some(Cost {
        what: node.words_of("what")?,
        amount: node.number_of("amount")?,
        currency: node.text_of("currency")?.to_owned(),
        window: window(node),
    })
}

fn counted(node: &Node) -> Option<CountedDecisions> {
    Some(CountedDecisions {
        granted: u64::try_from(node.number_of("granted")?).ok()?,
        decided: u64::try_from(node.number_of("decided")?).ok()?,
        nationality: node.text_of("nationality")?.to_owned(),
        year: node.text_of("year")?.to_owned(),
        citation: citation(node),
    })
}

fn counted_time(node: &Node) -> Option<CountedTime> {
    let months = node.texts_of("months");
    match months.as_slice() {
        [from, to] => Some(CountedTime {
            months: (from.clone(), to.clone()),
            seen: seen(node),
        }),
        _ => None,
    }
}

/// A group from its checked tree.
pub(crate) fn group(root: &Node, source: &SourceText) -> Option<Group> {
    let id = root.text_of("id")?.to_owned();
    let mut clauses = clauses(root, source);
    for clause in &mut clauses {
        clause.group = Some(id.clone());
    }
    Some(Group {
        id,
        title: root.words_of("title")?,
        clauses,
        waivers: waivers(root, source),
    })
}

/// An overlay from its checked tree.
pub(crate) fn overlay(root: &Node, source: &SourceText) -> Option<Overlay> {
    let spare = |node: &Node| {
        Some(Spare {
            id: node.text_of("id")?.to_owned(),
            when: condition_text(node.get("when")?),
            citation: citation(node),
            says: node.words_of("says"),
        })
    };
    let test = |node: &Node| {
        Some(OverlayTest {
            name: node.text_of("name")?.to_owned(),
            date: node.day_of("date")?,
            expect: node.text_of("expect")?.to_owned(),
            at: node.at.clone(),
        })
    };
    Some(Overlay {
        id: root.text_of("id")?.to_owned(),
        title: root.words_of("title")?,
        note: root.words_of("note"),
        effect: OverlayEffect::from_word(root.text_of("effect")?)?,
        applies_to: root.texts_of("applies_to"),
        in_force: root.list_of("in_force").iter().map(window).collect(),
        enjoined: root.list_of("enjoined").iter().map(window).collect(),
        spares: root.list_of("spares").iter().filter_map(spare).collect(),
        tests: root.list_of("tests").iter().filter_map(test).collect(),
        source: source.clone(),
    })
}

/// An absence from its checked tree.
pub(crate) fn absence(root: &Node, source: &SourceText) -> Option<Absence> {
    let dates = root.get("window")?;
    let mut window = window(root);
    window.from = partial(dates, "from");
    window.until = partial(dates, "until");
    Some(Absence {
        id: root.text_of("id")?.to_owned(),
        destination: root.text_of("destination")?.to_owned(),
        what: root.words_of("what")?,
        note: root.words_of("note"),
        window,
        source: source.clone(),
    })
}

/// The areas of a checked file, by name.
pub(crate) fn areas(root: &Node) -> BTreeMap<String, Area> {
    let member = |node: &Node| Some((node.country_of("country")?, window(node)));
    let area = |node: &Node| {
        Some(Area {
            title: node.words_of("title")?,
            members: node.list_of("members").iter().filter_map(member).collect(),
        })
    };
    let entries = root.get("areas").map(Node::entries).unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| Some((entry.key.clone(), area(&entry.value)?)))
        .collect()
}

/// The sources of a checked file, by id, with the place of each id.
pub(crate) fn sources(root: &Node) -> Vec<(String, Place, SourceEntry)> {
    let entries = root.get("sources").map(Node::entries).unwrap_or_default();
    let text = |node: &Node, key: &str| node.text_of(key).unwrap_or_default().to_owned();
    entries
        .iter()
        .map(|entry| {
            let node = &entry.value;
            let source = SourceEntry {
                what: text(node, "what"),
                stands: text(node, "where"),
                edition: text(node, "edition"),
                licence: node.text_of("licence").map(str::to_owned),
            };
            (entry.key.clone(), entry.at.clone(), source)
        })
        .collect()
}
