//! The brief: a sheet that leaves the room tells the law and safe counts, and nothing of anybody.

use desk::{
    Asks, Brief, BriefArticle, Case, Caseload, Desk, EnoughLine, Lang, OnePower, Power, PowerGroup,
    PowerLine, Said, Stage, Step, Terms, What,
};
use facts::{CountryCode, Date, Words};
use std::collections::BTreeSet;
use std::path::Path;

/// Days on which the law of these books is not the same.
const DAYS: [&str; 4] = ["2017-05-17", "2017-08-23", "2022-05-17", "2026-11-20"];

fn desk() -> Desk {
    Desk::demo().expect("the shipped books and people are whole")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// The same law, with the people of the demonstration changed.
fn desk_with(demo: &Desk, change: impl FnOnce(&mut Caseload)) -> Desk {
    let mut caseload = demo.caseload().clone();
    change(&mut caseload);
    Desk::open(demo.library().clone(), caseload)
}

/// The rules of every power that the ask shows on a day; of governments with one text that nobody
/// has asked, whose sheets differ by a name only, the first.
fn powers(desk: &Desk, on: Date) -> Vec<String> {
    let powers = desk.ask(on, Lang::En).powers;
    let first = |power: &Power| power.governments[0].rule.clone();
    powers.iter().map(first).collect()
}

/// A sheet for each of these powers on a day, and the one for all.
fn every_brief(desk: &Desk, rules: &[String], on: Date, lang: Lang) -> Vec<Brief> {
    let single = rules.iter().map(|rule| {
        let brief = desk.brief(rule, on, lang);
        brief.unwrap_or_else(|| panic!("no sheet for {rule} on {on}"))
    });
    single.chain([desk.brief_for_all(on, lang)]).collect()
}

/// A few sheets that differ in kind, where every one would take too long.
const SOME: [&str; 4] = [
    "ca.public_policy",
    "fr.visa.asile",
    "lt.visa.humanitarian",
    "de.visa.s22_1",
];

fn some_briefs(desk: &Desk) -> Vec<Brief> {
    let briefs = |lang| every_brief(desk, &SOME.map(str::to_owned), day("2017-05-17"), lang);
    Lang::ALL.into_iter().flat_map(briefs).collect()
}

/// Whatever a sheet says, piece by piece; and of these, what the law itself says.
///
/// Each structure is taken apart whole, so that a new field cannot be forgotten here.
#[derive(Default)]
struct Told {
    all: Vec<String>,
    law: Vec<String>,
}

impl Told {
    fn of(brief: Brief) -> Told {
        let mut said = Told::default();
        let Brief {
            day,
            situation,
            asks,
            counted,
        } = brief;
        said.all.extend(situation);
        said.all.extend([day, counted]);
        match asks {
            Asks::Of(power) => said.one(power),
            Asks::OfAll(groups) => groups.into_iter().for_each(|group| said.group(group)),
        }
        said
    }

    fn one(&mut self, power: OnePower) {
        let OnePower {
            country,
            title,
            decides,
            articles,
            reaches,
            before,
            enough,
        } = power;
        self.all.extend([country, decides, reaches]);
        self.all.extend(before);
        self.law(title);
        self.articles(articles);
        for EnoughLine { text, article } in enough {
            self.all.push(text);
            self.articles(article);
        }
    }

    fn group(&mut self, group: PowerGroup) {
        let PowerGroup { reaches, powers } = group;
        self.all.push(reaches);
        for line in powers {
            let PowerLine {
                countries,
                title,
                articles,
                said,
            } = line;
            self.all.push(countries);
            self.all.extend(said);
            self.law(title);
            self.articles(articles);
        }
    }

    fn law(&mut self, text: String) {
        self.all.push(text.clone());
        self.law.push(text);
    }

    fn articles(&mut self, articles: impl IntoIterator<Item = BriefArticle>) {
        for BriefArticle { cite, to_confirm } in articles {
            self.law(cite);
            self.all.extend(to_confirm);
        }
    }
}

fn words_of(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    pieces
        .filter(|piece| !piece.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The names by which anybody here is known: code names, and names of the person files.
fn names(desk: &Desk) -> BTreeSet<String> {
    let codes = desk
        .caseload()
        .cases
        .iter()
        .flat_map(|case| [case.code.en.clone(), case.code.ru.clone()]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/chechnya-2017/people");
    let files = std::fs::read_dir(folder).expect("the people are there");
    let named = files.flat_map(|file| {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("text");
        let line = text.lines().find(|line| line.starts_with("name:"));
        let line = line.expect("a person has a name").to_owned();
        words_of(
            &line
                .replace("name:", "")
                .replace("en:", "")
                .replace("ru:", ""),
        )
    });
    let names: BTreeSet<String> = codes.chain(named).map(|name| name.to_lowercase()).collect();
    assert!(names.contains("rowan") && names.contains("рябина"));
    assert!(names.contains("aslan") && names.contains("аслан"));
    names
}

/// Whatever somebody wrote or said about one person, in both languages.
fn told_in_confidence(case: &Case) -> Vec<Words> {
    let mut told = vec![case.story.clone()];
    told.extend(case.steps.iter().filter_map(|step| step.note.clone()));
    for signal in &case.signals {
        told.push(signal.who.clone());
        match &signal.said {
            Said::Words(words) | Said::Account(words) => told.push(words.clone()),
        }
    }
    told
}

/// Runs of four words.
fn runs(text: &str) -> BTreeSet<Vec<String>> {
    words_of(text).windows(4).map(<[String]>::to_vec).collect()
}

/// What is left of a text when dates, safe counts and what the law says are taken out.
fn without_what_may_be_said(text: &str, law: &[String], lang: Lang) -> String {
    let mut rest = text.to_owned();
    // Longer ones first: a title may hold another.
    let mut law: Vec<&String> = law.iter().collect();
    law.sort_by_key(|text| std::cmp::Reverse(text.len()));
    for said in law {
        rest = rest.replace(said.as_str(), " ");
    }
    let (few, least, multiple) = match lang {
        Lang::En => ("fewer than 10", "at least ", "multiple of 5"),
        Lang::Ru => ("менее 10", "не менее ", "кратного 5"),
    };
    // Larger ones first: "at least 10" would leave a nought of "at least 100".
    for people in (10..1000).step_by(5).rev() {
        rest = rest.replace(&format!("{least}{people}"), " ");
    }
    rest = rest.replace(few, " ").replace(multiple, " ");
    // The note on how it is counted names the threshold once more.
    rest = rest
        .replace("numbers below 10", " ")
        .replace("числа меньше 10", " ");
    without_dates(&rest, lang)
}

fn without_dates(text: &str, lang: Lang) -> String {
    let months = desk::day::months(desk::Speech::of(lang));
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rest: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_number = |word: Option<&&str>, most: u32| {
            let digits = word.map(|word| word.trim_end_matches([',', '.', ':', ';']));
            digits
                .and_then(|it| it.parse().ok())
                .is_some_and(|n: u32| n <= most)
        };
        let is_month = words
            .get(at + 1)
            .is_some_and(|word| months.iter().any(|month| month == word));
        if is_number(words.get(at), 31) && is_month && is_number(words.get(at + 2), 2100) {
            at += 3;
        } else {
            rest.push(words[at]);
            at += 1;
        }
    }
    rest.join(" ")
}

/// What identifies people of this caseload in one language.
struct Identifying {
    names: BTreeSet<String>,
    /// Runs of words of what was written or said about somebody.
    told: BTreeSet<Vec<String>>,
}

impl Identifying {
    fn of(desk: &Desk, lang: Lang) -> Identifying {
        let cases = desk.caseload().cases.iter();
        let told = cases.flat_map(told_in_confidence);
        Identifying {
            names: names(desk),
            told: told.flat_map(|words| runs(lang.of(&words))).collect(),
        }
    }

    fn must_not_stand_in(&self, text: &str) {
        let words = words_of(text).into_iter();
        let named: Vec<_> = words.filter(|word| self.names.contains(word)).collect();
        assert!(named.is_empty(), "{named:?} in {text}");
        let repeated: Vec<_> = runs(text).intersection(&self.told).cloned().collect();
        assert!(repeated.is_empty(), "{repeated:?} in {text}");
    }
}

#[test]
fn no_sheet_holds_a_name_a_word_said_of_anybody_or_a_number_of_its_own() {
    let desk = desk();
    let languages = Lang::ALL.map(|lang| (lang, Identifying::of(&desk, lang)));
    for on in DAYS.map(day) {
        let rules = powers(&desk, on);
        for (lang, identifying) in &languages {
            for brief in every_brief(&desk, &rules, on, *lang) {
                let told = Told::of(brief);
                for text in &told.all {
                    identifying.must_not_stand_in(text);
                    // Whatever is no date, no article and no safe count.
                    let rest = without_what_may_be_said(text, &told.law, *lang);
                    let is_digit = |c: char| c.is_ascii_digit();
                    assert!(!rest.contains(is_digit), "{on}: {rest} in {text}");
                }
            }
        }
    }
}

/// Everything that a sheet must not tell, replaced: codes, stories, notes, words of officials and
/// who they were; and what was said on background, or in no form at all, gone.
fn silenced(caseload: &mut Caseload) {
    let other = || Words {
        en: "something else".into(),
        ru: "что-то другое".into(),
    };
    for case in &mut caseload.cases {
        case.number.0 += 1000;
        (case.code, case.story) = (other(), other());
        case.signals
            .retain(|signal| signal.terms == Terms::OnRecord);
        for signal in &mut case.signals {
            (signal.who, signal.said) = (other(), Said::Account(other()));
        }
        let told = |what| matches!(what, What::Discouraged | What::NotApplied);
        case.steps.retain(|step| !told(step.what));
        for step in &mut case.steps {
            step.note = None;
        }
    }
}

#[test]
fn what_a_brief_may_not_tell_does_not_steer_it_either() {
    let desk = desk();
    let silent = desk_with(&desk, silenced);
    for on in [DAYS[0], DAYS[3]].map(day) {
        let rules = powers(&desk, on);
        for lang in Lang::ALL {
            let briefs = |desk| every_brief(desk, &rules, on, lang);
            assert_eq!(briefs(&desk), briefs(&silent), "{on}");
        }
    }
}

#[test]
fn nobody_is_counted_differently_for_what_was_said_on_background() {
    let desk = desk();
    // Everyone is told on background that Canada will not do it.
    let discouraged = desk_with(&desk, |caseload| {
        let aslan = caseload.cases[0].clone();
        let mut signal = aslan.signals[0].clone();
        assert_eq!(signal.terms, Terms::Background);
        signal.about = vec!["ca.public_policy".into()];
        signal.government = country("CAN");
        for case in &mut caseload.cases {
            case.signals.push(signal.clone());
        }
    });
    let on = day("2017-05-17");
    let asked = discouraged.ask(on, Lang::En).powers;
    assert!(
        asked.iter().all(|power| power.id != "ca.public_policy"),
        "the room knows it"
    );
    for lang in Lang::ALL {
        let brief = |desk: &Desk| desk.brief("ca.public_policy", on, lang);
        assert_eq!(brief(&discouraged), brief(&desk));
        assert!(brief(&desk).is_some());
    }
}

fn country(code: &str) -> CountryCode {
    code.parse().expect("a country")
}

/// The same people, and this many of them with an answer from Lithuania on some other pathway.
fn with_answers(desk: &Desk, what: What, people: usize) -> Desk {
    desk_with(desk, |caseload| {
        // Nobody keeps the answers of the demonstration.
        for case in &mut caseload.cases {
            case.steps.retain(|step| step.to != Some(country("LTU")));
        }
        for case in caseload.cases.iter_mut().take(people) {
            case.steps.push(Step {
                date: "2017-05-01".parse().expect("a day"),
                pathway: "lt.some.other".into(),
                what,
                to: Some(country("LTU")),
                note: None,
            });
        }
    })
}

#[test]
fn whether_nobody_or_nine_were_granted_or_refused_the_sheets_are_the_same() {
    let desk = desk();
    for what in [What::Granted, What::Refused] {
        let sheets = |people| some_briefs(&with_answers(&desk, what, people));
        let nobody = sheets(0);
        for people in [1, 9] {
            assert!(sheets(people) == nobody, "{people} {what:?}");
        }
        assert!(sheets(10) != nobody, "ten are said");
    }
}

/// The same people, and to so many of those in hiding Canada has said no.
fn with_refusals(desk: &Desk, people: usize) -> Desk {
    desk_with(desk, |caseload| {
        let hidden = caseload
            .cases
            .iter_mut()
            .filter(|case| case.stage == Stage::Hidden);
        for case in hidden.take(people) {
            case.steps.push(Step {
                date: "2017-05-01".parse().expect("a day"),
                pathway: "ca.public_policy".into(),
                what: What::Refused,
                to: None,
                note: None,
            });
        }
    })
}

#[test]
fn whether_a_power_misses_nobody_or_nine_of_those_in_hiding_the_sheets_are_the_same() {
    let desk = desk();
    let sheets = |people| some_briefs(&with_refusals(&desk, people));
    let nobody = sheets(0);
    for people in [1, 9] {
        assert!(sheets(people) == nobody, "{people}");
    }
    assert!(sheets(20) != nobody, "twenty are said");
    // And whether it reaches nine of forty or nobody.
    let nine = sheets(31);
    for people in [39, 40] {
        assert!(sheets(people) == nine, "{people}");
    }
}

/// What the sheet for one power asks for on the day of the report.
fn one_power(desk: &Desk, rule: &str) -> OnePower {
    let brief = desk.brief(rule, day("2017-05-17"), Lang::En);
    match brief.expect("a power of that day").asks {
        Asks::Of(power) => power,
        Asks::OfAll(_) => panic!("a sheet for one power"),
    }
}

#[test]
fn the_sheet_for_the_forty_says_forty_and_never_how_near_a_part_comes_to_them() {
    let desk = desk();
    let brief = desk.brief_for_all(day("2017-05-17"), Lang::En);
    let situation = brief.situation.join(" ");
    assert!(situation.contains("at least 40 people"), "{situation}");
    // Canada's power reaches all forty: that none is left out would tell as much as that one is.
    let power = one_power(&desk, "ca.public_policy");
    assert_eq!(power.reaches, "at least 30 people");
    assert_eq!(power.country, "Canada");
}

#[test]
fn governments_with_one_law_are_said_to_reach_as_many() {
    let desk = desk();
    let on = day("2017-05-17");
    let exact = |country: &str| {
        let powers = desk.ask(on, Lang::En).powers;
        let has = |power: &&Power| {
            let mut governments = power.governments.iter();
            power.id == "eu.schengen.ltv" && governments.any(|it| it.country == country)
        };
        powers.iter().find(has).map(|power| power.people)
    };
    // Somebody here stands otherwise before Belgium: no two sheets may show it.
    assert_ne!(exact("Belgium"), exact("Austria"));
    let said = |rule: &str| one_power(&desk, rule).reaches;
    assert_eq!(said("eu.schengen.ltv[BEL]"), said("eu.schengen.ltv[AUT]"));
}

#[test]
fn a_statement_on_the_record_is_told_by_its_day_and_the_same_on_background_is_not() {
    let desk = desk();
    let before = |desk: &Desk| one_power(desk, "fr.visa.asile").before.join(" ");
    assert!(before(&desk).contains("On the record on 15 May 2017"));
    let background = desk_with(&desk, |caseload| {
        let signals = caseload.cases.iter_mut().flat_map(|case| &mut case.signals);
        signals.for_each(|signal| signal.terms = Terms::Background);
    });
    let told = before(&background);
    assert!(
        !told.contains("May") && !told.contains("looked at"),
        "{told}"
    );
}

#[test]
fn whether_there_is_a_sheet_depends_on_the_law_of_the_day_and_on_nobody() {
    let desk = desk();
    let on = day("2017-05-17");
    let nobody_left = desk_with(&desk, |caseload| caseload.cases.clear());
    for rule in powers(&desk, on) {
        assert!(nobody_left.brief(&rule, on, Lang::En).is_some(), "{rule}");
    }
    // No minister decides on a visitor visa, and nothing is called so.
    for none in [
        "us.visa.b",
        "any.entry.visa_free[GEO]",
        "no.such.power",
        "1",
        "",
    ] {
        assert!(desk.brief(none, on, Lang::En).is_none(), "{none}");
    }
}
