//! Published data sets: every row checked, and laid beside the books.

use facts::{Complaints, Date, SourceText};
use law::{
    Counts, Edition, EditionChange, Library, Publication, PublishedRule, SpokenOf, compare_edition,
    read_publication,
};
use proptest::prelude::*;

const TABLES: &str = "format: safeconduct.tables/1
tables:
  countries:
    title: { en: Countries, ru: Страны }
    columns: { iso2: text, iso3: country }
  entry_rules:
    title: { en: Entry, ru: Въезд }
    columns: { nationality: country, destination: country, rule: text, days: number, from: date, until: date, seen_on: \"set of date\" }
  asylum_decisions:
    title: { en: Decisions, ru: Решения }
    columns: { asylum: country, year: number, recognised: number, complementary: number, rejected: number, otherwise_closed: number, unit: text, level: text }
";

const COUNTRIES: &str = "iso2,iso3\nRU,RUS\nLT,LTU\nAR,ARG\nTR,TUR\nGE,GEO\n";

/// Georgia's rule ended with May 2017; nobody knows since when Turkey's newer one holds.
const ENTRY: &str = "nationality,destination,rule,days,from,until,seen_on
RUS,LTU,visa_required,,2004-05-01,,
RUS,ARG,visa_free,90,2009-06-29,,
RUS,GEO,visa_required,,2010-01-01,2017-06-01,
RUS,GEO,visa_free,365,2017-06-01,,
RUS,TUR,e_visa,,,,2018-01-01
";

const DECISIONS: &str = "asylum,year,recognised,complementary,rejected,otherwise_closed,unit,level
LTU,2017,5,0,20,5,persons,FI
LTU,2016,5,0,20,5,persons,FI
";

fn library() -> Library {
    let (library, complaints) = Library::load([
        ("world/tables.yaml", TABLES),
        ("world/countries.csv", COUNTRIES),
        ("world/entry_rules.csv", ENTRY),
        ("world/asylum_decisions.csv", DECISIONS),
    ]);
    assert!(complaints.is_empty(), "{complaints:?}");
    library
}

fn read(text: &str) -> (Option<Publication>, Complaints) {
    let mut complaints = Complaints::new();
    let source = SourceText::new("published.csv", text);
    let read = read_publication(&library(), &source, &mut complaints);
    (read, complaints)
}

fn edition(text: &str) -> Edition {
    let (publication, complaints) = read(text);
    assert!(complaints.is_empty(), "{complaints:?}");
    let publication = publication.expect("a known data set");
    compare_edition(&library(), &publication, Date::constant(2017, 6, 1))
}

/// Each complaint with the line that it underlines.
fn complained(text: &str) -> Vec<(String, String)> {
    let (_, complaints) = read(text);
    let of = |complaint: &facts::Complaint| {
        let line = complaint.source.text[complaint.at.clone()].trim_end();
        (complaint.message.clone(), line.to_owned())
    };
    complaints.iter().map(of).collect()
}

const TIDY: &str = "Passport,Destination,Requirement\n";
const UNHCR: &str = "year,coo_iso,coa_iso,procedure_type,dec_level,dec_pc,dec_recognized,dec_other,dec_rejected,dec_closed,dec_total\n";

#[test]
fn every_requirement_of_the_passport_index_is_read() {
    let rows = "RUS,ARG,90\nRUS,LTU,visa required\nRUS,TUR,e-visa\nRUS,GEO,visa free\nRUS,AND,eta\nRUS,IRN,visa on arrival\nRUS,UKR,no admission\nRUS,RUS,-1\n";
    let (publication, complaints) = read(&format!("{TIDY}{rows}"));
    assert!(complaints.is_empty(), "{complaints:?}");
    let Some(Publication::PassportIndex(rows)) = publication else {
        panic!("{publication:?}");
    };
    let rules: Vec<PublishedRule> = rows.iter().map(|row| row.rule).collect();
    use PublishedRule::{Electronic, NoAdmission, OnArrival, Required, VisaFree};
    let expected = [
        VisaFree(Some(90)),
        Required,
        Electronic,
        VisaFree(None),
        Electronic,
        OnArrival,
        NoAdmission,
    ];
    assert_eq!(rules, expected, "one's own country says nothing");
}

#[test]
fn what_is_the_same_is_counted_and_what_differs_is_named() {
    let edition = edition(&format!(
        "{TIDY}RUS,ARG,visa free\nRUS,LTU,e-visa\nRUS,GEO,365\nRUS,AND,90\nLTU,RUS,visa required\n"
    ));
    assert_eq!(
        (edition.read, edition.of_the_books, edition.same),
        (5, 4, 2)
    );
    let found: Vec<(String, SpokenOf)> = edition
        .changes
        .iter()
        .map(|change| match change {
            EditionChange::Entry { destination, .. } => {
                (destination.to_string(), change.spoken_of())
            }
            EditionChange::Decisions { .. } => panic!("{change:?}"),
        })
        .collect();
    let expected = [
        ("AND".to_owned(), SpokenOf::ByTheEdition),
        ("LTU".to_owned(), SpokenOf::ByBoth),
        // A row that nobody had seen on that day is spoken of all the same: whoever adds another must see it.
        ("TUR".to_owned(), SpokenOf::ByTheBooks),
    ];
    assert_eq!(found, expected);
    let unknown: Vec<String> = edition
        .unknown_places
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(unknown, ["AND"]);
}

#[test]
fn two_letter_codes_are_read_as_the_table_of_countries_has_them() {
    let edition = edition(&format!("\u{feff}{TIDY}RU,LT,visa required\n"));
    assert_eq!((edition.of_the_books, edition.same), (1, 1));
}

#[test]
fn kinds_of_procedure_are_counted_together_and_odd_totals_said() {
    let edition = edition(&format!(
        "{UNHCR}2017,RUS,LTU,G,FI,P,5,0,15,5,25\n2017,RUS,LTU,U,FI,P,0,0,5,0,7\n2017,RUS,LTU,G,AR,C,0,5,0,0,5\n2017,LTU,RUS,G,FI,P,0,0,5,0,5\n"
    ));
    assert_eq!(
        (edition.read, edition.of_the_books, edition.same),
        (4, 2, 1)
    );
    assert_eq!(edition.do_not_add_up, 1);
    let [gone, new] = &edition.changes[..] else {
        panic!("{:?}", edition.changes);
    };
    let EditionChange::Decisions {
        of, edition: None, ..
    } = gone
    else {
        panic!("{gone:?}");
    };
    assert_eq!((of.year, of.level.as_str()), (2016, "FI"));
    let EditionChange::Decisions {
        of,
        books: None,
        edition: Some(counts),
        ..
    } = new
    else {
        panic!("{new:?}");
    };
    assert_eq!((of.level.as_str(), of.unit.as_str()), ("AR", "cases"));
    assert_eq!(
        *counts,
        Counts {
            complementary: 5,
            ..Counts::default()
        }
    );
}

#[test]
fn the_headings_of_the_site_are_known_too() {
    let edition = edition(
        "Year,Country of origin,Country of origin (ISO),Country of asylum,Country of asylum (ISO),Authority,Stage of procedure,Cases / Persons,Recognized decisions,Complementary protection,Rejected decisions,Otherwise closed,Total decisions\n2017,Russia,RUS,Lithuania,LTU,G,FI / First instance,P,5,0,20,5,30\n",
    );
    assert_eq!((edition.of_the_books, edition.same), (1, 1));
}

#[test]
fn each_wrong_row_is_shown_where_it_stands() {
    let found = complained(&format!(
        "{TIDY}RUS,LTU,perhaps\nRussia,LTU,90\nRUS,ARG,0\nRUS,TUR,90\nRUS,TUR,60\nRUS\n"
    ));
    let expected = [
        (
            "`perhaps` is no requirement that this data set knows",
            "RUS,LTU,perhaps",
        ),
        ("`Russia` is no code of a country", "Russia,LTU,90"),
        (
            "`0` is no requirement that this data set knows",
            "RUS,ARG,0",
        ),
        ("`` is no code of a country", "RUS"),
        (
            "this passport and destination stand in the file twice",
            "RUS,TUR,60",
        ),
    ];
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn counts_that_are_none_are_refused() {
    for (cell, row) in [
        ("-5", "2017,RUS,LTU,G,FI,P,-5,0,0,0,0"),
        ("*", "2017,RUS,LTU,G,FI,P,*,0,0,0,0"),
        ("17", "17,RUS,LTU,G,FI,P,5,0,0,0,5"),
        ("first", "2017,RUS,LTU,G,first,P,5,0,0,0,5"),
        ("X", "2017,RUS,LTU,G,FI,X,5,0,0,0,5"),
        (
            "99999999999999999999",
            "2017,RUS,LTU,G,FI,P,99999999999999999999,0,0,0,5",
        ),
    ] {
        let found = complained(&format!("{UNHCR}{row}\n"));
        assert_eq!(found.len(), 1, "{row}: {found:?}");
        assert!(
            found[0].0.contains(&format!("`{cell}`")) && found[0].1 == row,
            "{found:?}"
        );
    }
}

#[test]
fn a_file_that_is_something_else_is_no_edition() {
    for text in [
        "",
        "a,b,c\n1,2,3\n",
        "Passport,Destination\nRUS,LTU\n",
        "\u{0}\u{1}",
    ] {
        let (publication, complaints) = read(text);
        assert!(
            publication.is_none() && complaints.len() == 1,
            "{text:?}: {complaints:?}"
        );
    }
}

#[test]
fn a_file_full_of_faults_shows_twenty() {
    let rows = "x,y,z\n".repeat(5000);
    let found = complained(&format!("{TIDY}{rows}"));
    assert_eq!(found.len(), 20);
    assert!(found[19].0.contains("not shown"), "{}", found[19].0);
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(head in 0..3usize, text in "(?s).{0,300}") {
        let (publication, complaints) = read(&format!("{}{text}", [TIDY, UNHCR, ""][head]));
        prop_assert!(publication.is_some() || !complaints.is_empty());
        for complaint in complaints.iter() {
            prop_assert!(complaint.source.text.get(complaint.at.clone()).is_some());
        }
    }

    #[test]
    fn an_edition_that_says_what_the_books_say_changes_nothing(days in 1..3660i64, year in 1950..2100i64, n in 0..1_000_000i64) {
        let (library, complaints) = Library::load([
            ("world/tables.yaml", TABLES),
            ("world/entry_rules.csv", &format!("nationality,destination,rule,days,from,until,seen_on\nRUS,ARG,visa_free,{days},2009-06-29,,\n")),
            ("world/asylum_decisions.csv", &format!("asylum,year,recognised,complementary,rejected,otherwise_closed,unit,level\nLTU,{year},{n},0,5,0,persons,FI\n")),
        ]);
        prop_assert!(complaints.is_empty());
        for text in [format!("{TIDY}RUS,ARG,{days}\n"), format!("{UNHCR}{year},RUS,LTU,G,FI,P,{n},0,5,0,{}\n", n + 5)] {
            let mut complaints = Complaints::new();
            let read = read_publication(&library, &SourceText::new("p.csv", text.as_str()), &mut complaints);
            prop_assert!(complaints.is_empty(), "{:?}", complaints);
            let edition = compare_edition(&library, &read.expect("known"), Date::constant(2017, 6, 1));
            prop_assert_eq!((edition.same, edition.changes.len(), edition.do_not_add_up), (1, 0, 0));
        }
    }
}
