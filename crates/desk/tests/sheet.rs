//! The sheet for the person: it gives nobody away to whoever finds it, and says the worst first.

use desk::{Case, CaseNumber, Date, Desk, Lang, RoutesAsked, SheetPage, Speech};
use law::Kind;
use std::sync::OnceLock;

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk::demo().expect("the shipped books and people are whole"))
}

const DAY: Date = Date::constant(2017, 5, 17);

fn sheet(case: &Case, lang: Lang) -> SheetPage {
    desk().sheet(case.number, DAY, lang).expect("a case")
}

/// Everything that was worded for one person.
fn worded(sheet: &SheetPage) -> Vec<&str> {
    let mut texts = vec![sheet.code.as_str(), &sheet.day];
    for way in &sheet.ways {
        texts.extend([&*way.title, &*way.first]);
        let then = way.then.iter().flat_map(|then| [&*then.when, &*then.what]);
        texts.extend(then);
        texts.extend(way.worst.iter().chain(&way.certain).map(String::as_str));
    }
    texts.extend(sheet.deadlines.iter().map(String::as_str));
    texts
}

/// All that may stand on somebody's sheet: what was worded for them, and the words of the page.
fn all_that_is_said(sheet: &SheetPage, lang: Lang) -> String {
    let speech = Speech::of(lang);
    let words = desk::ids(lang).into_iter().map(|(id, _)| id);
    let words = words.filter(|id| id.starts_with("sheet-"));
    let words = words
        .map(|id| speech.say(&id))
        .collect::<Vec<_>>()
        .join("\n");
    format!("{}\n{words}", worded(sheet).join("\n")).to_lowercase()
}

/// Pieces of words that would tell why somebody is hunted, by which organisation they are helped, or
/// how likely something is.
const NEVER: [&str; 20] = [
    "gay",
    "homosex",
    "lesbian",
    "orientation",
    "gender",
    "sexual",
    "гомосек",
    "лесби",
    "ориентац",
    "лгбт",
    "unhcr",
    "увкб",
    "shelter city",
    "rainbow",
    "%",
    "percent",
    "процент",
    "of 100",
    "из 100",
    "a hundred",
];

/// Texts that would give somebody away: their story, sentence by sentence, every ground for which
/// people are hunted, and the titles of books, which may name organisations.
fn given_away_by(case: &Case, lang: Lang) -> Vec<String> {
    let library = desk().library();
    let why = library.vocabulary.get("persecuted_for").expect("a fact");
    // Entry without a visa is a kind before it is a title.
    let books = library
        .pathways
        .iter()
        .filter(|book| book.kind != Kind::Entry);
    let titles = books.map(|book| &book.title);
    let grounds = why.field_labels.values().chain([&why.label]);
    let texts = grounds.chain(titles).map(|words| lang.of(words).to_owned());
    let story = lang.of(&case.story).split(['.', ';', ',']).map(str::trim);
    let told = story.filter(|piece| piece.chars().count() > 12);
    texts
        .chain(told.map(str::to_owned))
        .map(|text| text.to_lowercase())
        .collect()
}

/// The names of the people who are written out, in a language.
fn names(lang: Lang) -> Vec<String> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../examples/chechnya-2017/people"
    );
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mark = format!("{}: ", lang.code());
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("text");
        let name = text.lines().find_map(|line| line.strip_prefix("name: "))?;
        let (_, rest) = name.split_once(&mark)?;
        let name: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
        Some(name.to_lowercase())
    };
    files.filter_map(name).collect()
}

fn gives_nobody_away(case: &Case, lang: Lang, sheet: &SheetPage, names: &[String]) {
    let said = all_that_is_said(sheet, lang);
    let never = NEVER.map(str::to_owned).into_iter();
    for never in never.chain(given_away_by(case, lang)) {
        assert!(!said.contains(&never), "{:?}: {never}", case.number);
    }
    let words: Vec<&str> = said.split(|c: char| !c.is_alphanumeric()).collect();
    let named = names.iter().find(|name| words.contains(&name.as_str()));
    assert_eq!(named, None, "{:?}", case.number);
    assert_eq!(sheet.code, lang.of(&case.code));
}

#[test]
fn no_sheet_gives_anybody_away_and_both_languages_say_as_much() {
    let names = Lang::ALL.map(names);
    assert!(names[0].contains(&"aslan".to_owned()) && names[1].contains(&"аслан".to_owned()));
    let cases = &desk().caseload().cases;
    assert_eq!(cases.len(), 47);
    for case in cases {
        let sheets = Lang::ALL.map(|lang| sheet(case, lang));
        for ((lang, sheet), names) in Lang::ALL.into_iter().zip(&sheets).zip(&names) {
            gives_nobody_away(case, lang, sheet, names);
            assert!(sheet.ways.iter().all(|way| !way.worst.is_empty()));
        }
        let [en, ru] = sheets;
        let (en, ru) = (shape(&en, Lang::En), shape(&ru, Lang::Ru));
        assert_eq!(en, ru, "{:?}", case.number);
    }
}

/// What the sheet says where somebody may be found or handed over: at once, or later.
const HANDED_OVER: [&str; 4] = [
    "sheet-worst-found",
    "sheet-worst-journey",
    "sheet-worst-claim",
    "sheet-worst-later",
];

#[test]
fn the_sheet_says_what_the_routes_say_and_to_be_handed_over_first() {
    let speech = Speech::of(Lang::En);
    let (mut handed_over, mut others, mut deadlines) = (0, 0, 0);
    // In hiding, abroad, a child, watched at home, with a visa in hand, with a passport that runs out.
    for number in [1, 4, 8, 9, 10, 13].map(CaseNumber) {
        let case = desk().caseload().case(number).expect("a case");
        let sheet = sheet(case, Lang::En);
        let routes = desk().routes(case.number, RoutesAsked::default(), DAY, Lang::En);
        let routes = routes.expect("a case");
        // Those that go less far begin with the same step, and do not stand on the sheet.
        let columns = routes.strategies.iter().zip(&routes.compared[0].cells);
        let columns: Vec<_> = columns
            .filter(|(strategy, _)| !strategy.title.ends_with("but go less far"))
            .collect();
        assert_eq!(columns.len(), sheet.ways.len());
        for (way, (_, returned)) in sheet.ways.iter().zip(columns) {
            let first = way.worst.first().expect("something can go wrong");
            let said = HANDED_OVER.map(|id| speech.say(id)).contains(first);
            let expected = returned.text == speech.say("routes-yes");
            assert_eq!(said, expected, "{:?}: {way:?}", case.number);
            *(if said { &mut handed_over } else { &mut others }) += 1;
        }
        let closing = routes.ahead.iter().filter(|day| !day.closes.is_empty());
        let closing: Vec<&str> = closing.map(|day| day.day.as_str()).collect();
        assert_eq!(closing.len(), sheet.deadlines.len(), "{:?}", case.number);
        for (day, deadline) in closing.into_iter().zip(&sheet.deadlines) {
            assert!(deadline.contains(day), "{deadline}");
            deadlines += 1;
        }
    }
    assert!(handed_over > 0 && others > 0 && deadlines > 0);
}

/// How much a sheet says, whatever the language.
fn shape(sheet: &SheetPage, lang: Lang) -> (Vec<([usize; 3], usize)>, usize) {
    let nothing = Speech::of(lang).say("sheet-next-nothing");
    let ways = sheet.ways.iter().map(|way| {
        let ends = way.then.iter().filter(|then| then.what == nothing);
        let counts = [way.worst.len(), way.certain.len(), way.then.len()];
        (counts, ends.count())
    });
    (ways.collect(), sheet.deadlines.len())
}

#[test]
fn there_is_no_sheet_without_a_case() {
    assert!(desk().sheet(CaseNumber(48), DAY, Lang::En).is_none());
}
