//! They have been stopped: what is listed is what a fresh decision leaves open, the words are there in
//! every country that has them, and both languages say as much.

use desk::{CaseNumber, Desk, Lang, StoppedPage};
use facts::{CountryCode, Date, FactId, Facts, Known, Recorded, Scalar};
use law::{Day, Kind, Program, Residual, Row, Word};
use std::collections::BTreeSet;

fn desk() -> Desk {
    Desk::demo().expect("the shipped books and people are whole")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn code(text: &str) -> CountryCode {
    text.parse().expect("a country")
}

fn page(desk: &Desk, number: u32, at: &str, on: &str, lang: Lang) -> StoppedPage {
    let page = desk.stopped(CaseNumber(number), at, day(on), lang);
    page.expect("the case exists")
}

/// What is known of somebody who is held at the border of a country, on one side of it or the other;
/// somebody who is inside already is held as they are.
fn held_at(facts: &Facts, country: CountryCode, inside: bool) -> Facts {
    let country_fact = |code| Recorded::One(Known::Value(Scalar::Country(code)));
    let here = FactId("here".into());
    let mut held = facts.clone();
    if facts.get(&here, None) == Some(&country_fact(country)) {
        return held;
    }
    let key = Some(country.as_str());
    let turned_back = facts.get(&FactId("refused_entry".into()), key);
    let turned_back = turned_back == Some(&Recorded::yes_no(true));
    let mut set = |fact: &str, key, recorded| held.set(FactId(fact.into()), key, recorded, None);
    let unknown = || Recorded::One(Known::Unknown);
    set("at_border_of", key, Recorded::yes_no(true));
    if !turned_back {
        set("refused_entry", key, unknown());
    }
    set("decision_notified_on", key, unknown());
    set("asked_for_protection_aloud", None, unknown());
    let detained = Scalar::Text("detained".into());
    set("standing", None, Recorded::One(Known::Value(detained)));
    if inside {
        set("here", None, country_fact(country));
        set("lawful_until", None, unknown());
        set("place_in_danger", None, unknown());
        set("region", None, unknown());
    }
    held
}

/// The remedies, protections and claims of a country that fresh decisions on these facts do not close.
fn not_closed(desk: &Desk, program: &Program, facts: &Facts, at: CountryCode) -> BTreeSet<String> {
    let library = desk.library();
    let sides = [true, false].map(|inside| {
        let facts = held_at(facts, at, inside);
        Residual::of(program, library, &facts)
    });
    let about_it = |rule: &&law::Rule| {
        let kind = library.pathways[rule.book].kind;
        let sorts = [Kind::Remedy, Kind::ProtectionFromReturn, Kind::Asylum];
        rule.destination == Some(at) && sorts.contains(&kind)
    };
    let open = |rule: &&law::Rule| {
        let closes = |side: &Residual| law::word(side, rule) == Word::Closed;
        !sides.iter().all(closes)
    };
    let rules = program.rules.iter().filter(about_it).filter(open);
    rules.map(|rule| rule.id.clone()).collect()
}

#[test]
fn what_is_listed_is_exactly_what_a_fresh_decision_does_not_close() {
    let desk = desk();
    let mut listed_ever = BTreeSet::new();
    for (on, countries) in [
        ("2017-05-17", ["FRA", "POL", "GEO", "RUS", "CAN"]),
        ("2026-11-20", ["FRA", "POL", "CHL", "USA", "ARG"]),
    ] {
        let program = Program::on(desk.library(), Day::of(day(on)));
        for case in &desk.caseload().cases {
            for at in countries {
                let page = page(&desk, case.number.0, at, on, Lang::En);
                let listed = page.against_return.iter().chain(&page.claims);
                let listed: BTreeSet<String> = listed.map(|way| way.id.clone()).collect();
                let expected = not_closed(&desk, &program, &case.facts, code(at));
                assert_eq!(listed, expected, "{:?} at {at} on {on}", case.number);
                let closed = page.closed.iter().find(|way| listed.contains(&way.id));
                assert!(closed.is_none(), "{closed:?} is listed twice");
                listed_ever.extend(listed);
            }
        }
    }
    for id in [
        "fr.remedy.border_judge",
        "pl.border.terespol",
        "ca.asylum.inland",
        "ar.asylum",
        "any.asylum.territory[GEO]",
        "any.remedy.echr_rule39[POL]",
    ] {
        assert!(
            listed_ever.contains(id),
            "{id} is nowhere in {listed_ever:?}"
        );
    }
}

#[test]
fn a_remedy_says_within_how_long_counted_from_what_and_that_the_return_waits() {
    let page = page(&desk(), 1, "FRA", "2017-05-17", Lang::En);
    let judge = page.against_return.iter();
    let mut judge = judge.filter(|way| way.id == "fr.remedy.border_judge");
    let judge = judge.next().expect("France has a judge for it");
    let [line] = judge.remedies.as_slice() else {
        panic!("one court: {:?}", judge.remedies);
    };
    assert_eq!(line.to, "Administrative court");
    assert_eq!(line.deadline, "Within 48 hours of the decision.");
    assert_eq!(line.suspends, "The return waits until this is decided.");
    let article = line.article.as_ref().expect("an article");
    assert!(
        article.cite.contains("CESEDA") && article.official,
        "{article:?}"
    );
    assert!(
        !judge.to_show.is_empty(),
        "the refusal is still to be shown"
    );
}

/// The parts of a page that must be there in both languages: how many, and the same ids.
fn shape(page: &StoppedPage) -> impl PartialEq + std::fmt::Debug + use<> {
    let ways = |ways: &[desk::StoppedWay]| {
        let way = |way: &desk::StoppedWay| {
            let counts = [
                way.remedies.len(),
                way.articles.len(),
                way.to_show.len(),
                way.weighed.len(),
                way.practice.len(),
            ];
            (way.id.clone(), way.side.is_some(), counts)
        };
        ways.iter().map(way).collect::<Vec<_>>()
    };
    let said = page.words.said.iter();
    let said: Vec<_> = said
        .map(|said| (said.words.clone(), said.aloud.is_some()))
        .collect();
    (
        (page.at.clone(), page.own, said),
        (ways(&page.against_return), ways(&page.claims)),
        page.closed
            .iter()
            .map(|way| way.id.clone())
            .collect::<Vec<_>>(),
        (
            page.papers.len(),
            page.beside.means.len(),
            page.beside.cases.len(),
        ),
        (page.near.len(), page.elsewhere.len()),
    )
}

#[test]
fn both_languages_say_as_much() {
    let desk = desk();
    for number in [1, 5, 7, 13, 40, 44] {
        for at in ["", "FRA", "GEO", "ARM", "BEL", "THA"] {
            let of = |lang| shape(&page(&desk, number, at, "2017-05-17", lang));
            assert_eq!(of(Lang::En), of(Lang::Ru), "{number} at {at}");
        }
    }
}

fn rows(desk: &Desk) -> &[Row] {
    &desk.library().tables["first_words"].rows
}

#[test]
fn every_country_that_has_words_shows_them_and_every_other_says_that_it_has_none() {
    let desk = desk();
    for country in &desk.library().countries {
        let words = page(&desk, 1, country.as_str(), "2017-05-17", Lang::Ru).words;
        let said: Vec<&str> = words.said.iter().map(|said| said.words.as_str()).collect();
        let of = |row: &&Row| row.countries("countries").any(|code| code == *country);
        let local: Vec<&Row> = rows(&desk).iter().filter(of).collect();
        assert_eq!(words.local, !local.is_empty(), "{country}");
        let everywhere = ["en", "ru"];
        let everywhere = rows(&desk).iter().filter(|row| {
            row.text("language")
                .is_some_and(|tag| everywhere.contains(&tag))
        });
        let wanted: BTreeSet<&str> = local
            .into_iter()
            .chain(everywhere)
            .filter_map(|row| row.text("words"))
            .collect();
        assert_eq!(said.len(), wanted.len(), "{country}: nothing twice");
        assert_eq!(
            said.into_iter().collect::<BTreeSet<_>>(),
            wanted,
            "{country}"
        );
    }
}

#[test]
fn the_first_words_are_three_sentences_in_a_language_of_its_own_for_countries_that_exist() {
    let desk = desk();
    let mut tags = BTreeSet::new();
    for row in rows(&desk) {
        let tag = row.text("language").expect("a language");
        assert!(tags.insert(tag), "{tag} stands twice");
        let words = row.text("words").expect("words");
        let ends = words.chars().filter(|c| ['.', '։'].contains(c)).count();
        assert_eq!(ends, 3, "asylum, danger, help: {words}");
        assert!(words.contains("UNHCR"), "{words}");
        assert!(row.words("name").is_some(), "{tag} has a name");
        assert!(row.seen().is_some(), "{tag} says how far it can be trusted");
        let foreign = words
            .chars()
            .any(|c| c.is_alphabetic() && !is_read_by_many(c));
        assert_eq!(foreign, row.words("aloud").is_some(), "{tag}: {words}");
        let countries = &desk.library().countries;
        let nowhere: Vec<_> = row
            .countries("countries")
            .filter(|code| !countries.contains(code))
            .collect();
        assert!(nowhere.is_empty(), "{tag}: {nowhere:?}");
        assert!(
            row.countries("countries").next().is_some(),
            "{tag} is spoken somewhere"
        );
    }
}

/// Whether it is a Latin or a Cyrillic letter, so that our readers know how it sounds.
fn is_read_by_many(letter: char) -> bool {
    let latin =
        ('\u{0}'..='\u{2af}').contains(&letter) || ('\u{1e00}'..='\u{1eff}').contains(&letter);
    let cyrillic = ('\u{400}'..='\u{52f}').contains(&letter);
    latin || cyrillic
}

#[test]
fn nobody_is_told_to_ask_their_own_country_for_asylum() {
    let desk = desk();
    for case in &desk.caseload().cases {
        let nationality = case.facts.get(&FactId("nationality".into()), None);
        let Some(Recorded::Set { shown, .. }) = nationality else {
            continue;
        };
        for own in shown {
            let at = own.to_string();
            let page = page(&desk, case.number.0, &at, "2017-05-17", Lang::En);
            assert!(
                page.own && page.claims.is_empty(),
                "{:?} at {at}",
                case.number
            );
        }
    }
    assert!(!page(&desk, 1, "GEO", "2017-05-17", Lang::En).own);
}

#[test]
fn the_page_opens_where_the_person_is_and_any_other_country_can_be_chosen() {
    let desk = desk();
    for case in &desk.caseload().cases {
        let here = case.facts.get(&FactId("here".into()), None);
        let here = here
            .and_then(Recorded::value)
            .expect("everyone is somewhere");
        for typed in ["", "Poland", "ZZZ", "pol"] {
            let page = page(&desk, case.number.0, typed, "2017-05-17", Lang::En);
            assert_eq!(page.at, here.to_string(), "typed `{typed}`");
        }
    }
    let page = page(&desk, 1, "THA", "2017-05-17", Lang::En);
    let choices = page.near.iter().chain(&page.elsewhere);
    let chosen: Vec<&str> = choices
        .clone()
        .filter(|c| c.chosen)
        .map(|c| c.value.as_str())
        .collect();
    assert_eq!(chosen, ["THA"]);
    assert_eq!(choices.count(), desk.library().countries.len());
}

#[test]
fn a_paper_is_what_was_recorded_and_silence_is_not_none() {
    let desk = desk();
    let papers = page(&desk, 1, "FRA", "2017-05-17", Lang::En).papers;
    assert_eq!(
        papers,
        [
            "passport for travel abroad, Russia, valid until March 2021 · the person holds it",
            "Passports and travel papers: perhaps more",
            "Visas: none",
        ]
    );
    let later = page(&desk, 1, "FRA", "2021-04-01", Lang::En).papers;
    assert!(later[0].contains("ended March 2021"), "{later:?}");
}
