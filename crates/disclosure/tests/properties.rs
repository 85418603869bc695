//! What must stay true whatever is written.

mod support;

use disclosure::{Audience, Category, Checker, Document, Leftover, Reader, Statement, Verdict};
use facts::Date;
use proptest::prelude::*;
use std::sync::OnceLock;
use support::{TODAY, checker, found, rounds, set};

fn shared() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(checker)
}

/// Names of the set in several schemes, each with its person.
const NAMES: &[(&str, &str)] = &[
    ("Dmitry Zhukovets", "q01"),
    ("Dimitri Joukovets", "q01"),
    ("Дмитрием Жуковцом", "q01"),
    ("Jakhongir Yuldashev", "q02"),
    ("Жахонгира Юлдашева", "q02"),
    ("Arsen Kurbanow", "q04"),
    ("Арсену Курбанову", "q04"),
    ("Schamil Abdulmuslimow", "q05"),
    ("Levon Mkrtchyan", "q06"),
    ("Swetlana Schurawlewa", "q07"),
    ("Светланой Журавлёвой", "q07"),
    ("Ostap Shelest", "q08"),
    ("Zaur Khubiev", "q09"),
    ("Заура Хубиева", "q09"),
    ("Ibrahim Vatsuev", "q10"),
    ("Kamila Safarova", "q11"),
    ("Эльдаром Сабировым", "q12"),
];

/// Letters of the other script that look the same.
fn confusable(c: char) -> Option<char> {
    Some(match c {
        'a' => 'а',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'c' => 'с',
        'x' => 'х',
        'y' => 'у',
        'i' => 'і',
        'K' => 'К',
        'A' => 'А',
        'S' => 'Ѕ',
        'M' => 'М',
        'B' => 'В',
        'H' => 'Н',
        'O' => 'О',
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'х' => 'x',
        'у' => 'y',
        'А' => 'A',
        'К' => 'K',
        'С' => 'C',
        'Х' => 'X',
        'М' => 'M',
        'В' => 'B',
        _ => return None,
    })
}

fn names(draft: &str) -> Vec<String> {
    found(shared(), draft)
        .into_iter()
        .filter(|f| f.category == Category::Identity)
        .map(|f| f.subject)
        .collect()
}

/// A letter is put between, swapped or written large; a hyphen or an invisible character comes in.
#[derive(Clone, Debug)]
enum Change {
    Invisible(usize, char),
    Confusable(usize),
    Case(u8),
    Hyphen,
    LetterByLetter,
    Marks(usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (
            0_usize..20,
            prop::sample::select(vec![
                '\u{200B}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{200D}', '\u{202E}'
            ])
        )
            .prop_map(|(at, c)| Change::Invisible(at, c)),
        (0_usize..20).prop_map(Change::Confusable),
        (0_u8..3).prop_map(Change::Case),
        Just(Change::Hyphen),
        Just(Change::LetterByLetter),
        (0_usize..20).prop_map(Change::Marks),
    ]
}

fn changed(name: &str, change: &Change) -> String {
    let chars: Vec<char> = name.chars().collect();
    match change {
        Change::Invisible(at, c) => {
            let at = at % chars.len();
            chars[..at].iter().chain([c]).chain(&chars[at..]).collect()
        }
        Change::Confusable(at) => {
            let at = at % chars.len();
            chars
                .iter()
                .enumerate()
                .map(|(i, c)| {
                    if i == at {
                        confusable(*c).unwrap_or(*c)
                    } else {
                        *c
                    }
                })
                .collect()
        }
        Change::Case(0) => name.to_uppercase(),
        Change::Case(1) => name.to_lowercase(),
        Change::Case(_) => chars
            .iter()
            .enumerate()
            .flat_map(|(i, c)| {
                if i % 2 == 0 {
                    c.to_uppercase().collect::<Vec<_>>()
                } else {
                    c.to_lowercase().collect()
                }
            })
            .collect(),
        Change::Hyphen => name.replace(' ', "-"),
        Change::LetterByLetter => {
            let spelled = |word: &str| word.chars().map(String::from).collect::<Vec<_>>().join("-");
            name.split(' ').map(spelled).collect::<Vec<_>>().join(" ")
        }
        Change::Marks(at) => {
            let at = at % chars.len() + 1;
            chars[..at]
                .iter()
                .chain(&['\u{301}'])
                .chain(&chars[at..])
                .collect()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(300, 20_000)))]

    #[test]
    fn no_disguise_of_letters_hides_a_name(name in prop::sample::select(NAMES), change in change()) {
        let (name, person) = name;
        let draft = format!("Yesterday our colleague met {} at the station.", changed(name, &change));
        prop_assert!(names(&draft).iter().any(|subject| subject == person), "{draft:?}");
    }

    #[test]
    fn a_harmless_sentence_removes_no_finding(leak in 0_usize..78, plain in 0_usize..78, before in any::<bool>()) {
        let set = set();
        let leaking: Vec<_> = set.drafts.iter().filter(|d| !d.harmless).collect();
        let harmless: Vec<_> = set.drafts.iter().filter(|d| d.harmless).collect();
        let (leak, plain) = (&leaking[leak % leaking.len()].text, &harmless[plain % harmless.len()].text);
        let both = if before { format!("{plain} {leak}") } else { format!("{leak} {plain}") };
        let kinds = |draft: &str| -> Vec<_> { found(shared(), draft).into_iter().map(|f| (f.subject, f.category)).collect() };
        let with = kinds(&both);
        for kind in kinds(leak) {
            prop_assert!(with.contains(&kind), "{kind:?} is lost in {both:?}");
        }
    }

    #[test]
    fn any_text_is_judged_without_a_panic_and_findings_lie_in_it(draft in "\\PC{0,200}") {
        let points = draft.chars().count();
        for finding in found(shared(), &draft) {
            prop_assert!(finding.at.start < finding.at.end && finding.at.end <= points);
        }
    }

    #[test]
    fn drafts_cut_and_mixed_are_judged_without_a_panic(pieces in prop::collection::vec((0_usize..160, 0_usize..400, 0_usize..60), 1..6), joint in prop::sample::select(vec!["", " ", "-", " - ", ", ", ". ", "/", "\n", " 1", "14-"])) {
        let drafts = &set().drafts;
        let piece = |(draft, from, length): &(usize, usize, usize)| -> String {
            let text = &drafts[draft % drafts.len()].text;
            text.chars().skip(from % text.chars().count().max(1)).take(*length).collect()
        };
        let draft = pieces.iter().map(piece).collect::<Vec<_>>().join(joint);
        let points = draft.chars().count();
        for finding in found(shared(), &draft) {
            prop_assert!(finding.at.start < finding.at.end && finding.at.end <= points, "{draft:?}");
        }
    }

    #[test]
    fn governments_alone_pass(country in prop::sample::select(vec!["Norway", "Iceland", "Slovenia", "Japan", "Argentina", "Kenya"]), what in prop::sample::select(vec!["published its budget", "held elections in spring", "signed the treaty of 1951", "joined the union in 2004", "is a member of the United Nations"])) {
        let draft = format!("The government of {country} {what}.");
        prop_assert!(matches!(shared().check(&draft, TODAY), Ok(Verdict::NothingFound)), "{draft}");
    }

    #[test]
    fn a_rewrite_exposes_less_and_keeps_the_other_sentences(leak in 0_usize..78, plain in 0_usize..78) {
        let set = set();
        let leaking: Vec<_> = set.drafts.iter().filter(|d| !d.harmless && d.lang == "en").collect();
        let harmless: Vec<_> = set.drafts.iter().filter(|d| d.harmless && d.lang == "en").collect();
        let (leak, plain) = (&leaking[leak % leaking.len()].text, &harmless[plain % harmless.len()].text);
        let draft = format!("{leak} {plain}");
        let before = found(shared(), &draft).len();
        let alone = found(shared(), leak).len();
        let rewrites = shared().rewrites(&draft, TODAY, Reader::of(Audience::Press), &[]).expect("the draft can be judged");
        prop_assert!(before == 0 || !rewrites.is_empty(), "nothing is offered for {draft:?}");
        for rewrite in rewrites {
            prop_assert!(rewrite.left < before);
            prop_assert_eq!(found(shared(), &rewrite.draft).len(), rewrite.left);
            prop_assert!(alone < before || rewrite.draft.contains(plain.as_str()), "{:?} lost {plain:?}", rewrite.draft);
        }
    }
}

/// The numbers in figures of a text outside of some places, in order.
fn figures(draft: &str, without: &[std::ops::Range<usize>]) -> Vec<String> {
    let kept: String = draft
        .chars()
        .enumerate()
        .map(|(at, c)| {
            if without.iter().any(|range| range.contains(&at)) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let numbers = kept.split(|c: char| !c.is_ascii_digit());
    numbers
        .filter(|n| !n.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A rewrite of a leaking sentence may drop that sentence; what stands in every other is kept to the letter.
#[test]
fn every_rewrite_keeps_the_figures_and_claims_of_the_sentences_that_expose_nobody() {
    const CLAIMS: [&str; 3] = [
        "The convention of 1951 binds 146 states.",
        "We publish our accounts each year, and 92 percent goes to the work.",
        "Nobody may be sent back to torture: article 3 allows no exception.",
    ];
    let set = set();
    let leaking = set.drafts.iter().filter(|d| !d.harmless && d.lang == "en");
    let mut rewritten = 0;
    for draft in leaking {
        let text = format!("{} {} {} {}", CLAIMS[0], CLAIMS[1], draft.text, CLAIMS[2]);
        let found = found(shared(), &text);
        let marked: Vec<_> = found.iter().map(|f| f.at.clone()).collect();
        let rewrites = shared()
            .rewrites(&text, TODAY, Reader::of(Audience::Press), &[])
            .expect("the draft can be judged");
        for rewrite in rewrites {
            rewritten += 1;
            for claim in CLAIMS {
                let exposes = marked.iter().any(|at| {
                    let start = text.find(claim).map_or(0, |b| text[..b].chars().count());
                    at.start < start + claim.chars().count() && start < at.end
                });
                assert!(
                    exposes || rewrite.draft.contains(claim),
                    "{:?} lost {claim:?}",
                    rewrite.draft
                );
            }
            assert!(figures(&rewrite.draft, &[]).len() >= figures(&CLAIMS.concat(), &[]).len());
        }
    }
    assert!(rewritten > 50, "{rewritten} rewrites were looked at");
}

/// Every country of the table in news that concerns nobody of ours, in both languages.
#[test]
fn of_drafts_about_governments_only_at_least_95_in_100_pass() {
    const NEWS: [&str; 10] = [
        "The parliament of {} adopted a budget for the coming year.",
        "{} and its neighbours signed an agreement on fisheries.",
        "Elections in {} will be held in the autumn.",
        "The central bank of {} raised its rate by half a point.",
        "A court in {} ruled on the limits of surveillance.",
        "{} has ratified the convention of 1951.",
        "Правительство этой страны ({}) утвердило бюджет на следующий год.",
        "Выборы пройдут осенью: {} назначила день голосования.",
        "{} присоединилась к соглашению о рыболовстве.",
        "Суд этой страны ({}) вынес решение о слежке.",
    ];
    let rows = include_str!("../data/countries.txt").lines();
    let countries: Vec<Vec<&str>> = rows
        .filter(|row| !row.starts_with('#') && !row.is_empty())
        .map(|row| row.split('|').collect())
        .collect();
    let (mut all, mut passed) = (0_u32, 0_u32);
    for country in &countries {
        for news in NEWS {
            let name = if news.is_ascii() {
                country[1]
            } else {
                country[2]
            };
            let verdict = shared().check(&news.replace("{}", name), TODAY);
            all += 1;
            passed += u32::from(verdict == Ok(Verdict::NothingFound));
        }
    }
    assert!(all > 1_500, "{all} drafts");
    assert!(
        f64::from(passed) / f64::from(all) >= 0.95,
        "{passed} of {all} pass"
    );
}

#[test]
fn what_the_press_knows_is_already_out_and_what_a_donor_knows_is_not() {
    let set = set();
    let said = |audience| Statement {
        id: "x".to_owned(),
        day: Date::constant(2032, 5, 10),
        audience,
        text: "Zaur Khubiev is with us.".to_owned(),
    };
    for (audience, out) in [(Audience::Press, true), (Audience::Donor, false)] {
        let checker = Checker::new(set.world.clone(), &[said(audience)], TODAY)
            .expect("the world can be read");
        let verdict = checker
            .check("Khubiev is with us.", TODAY)
            .expect("the draft can be judged");
        assert!(verdict.findings().iter().any(|f| f.subject == "q09"));
        assert!(
            verdict
                .findings()
                .iter()
                .filter(|f| f.subject == "q09")
                .all(|f| f.already_out == out),
            "{audience:?}"
        );
    }
}

#[test]
fn two_statements_that_are_each_harmless_can_give_somebody_away() {
    let mut set = set();
    // Two more welders and two more from Gomel: each trait alone now fits three.
    for (i, (occupation, origin)) in [
        ("welder", "Osh"),
        ("welder", "Osh"),
        ("cook", "Gomel"),
        ("cook", "Gomel"),
    ]
    .into_iter()
    .enumerate()
    {
        let person = disclosure::Person {
            id: format!("n{i}"),
            occupation: occupation.to_owned(),
            origin: vec![origin.to_owned()],
            ..Default::default()
        };
        set.world.persons.push(person);
    }
    let statement = Statement {
        id: "earlier".to_owned(),
        day: Date::constant(2032, 5, 10),
        audience: Audience::Press,
        text: "A welder joined us, he is safe.".to_owned(),
    };
    let alone = Checker::new(set.world.clone(), &[], TODAY).expect("the world can be read");
    let draft = "Our guest from Gomel is well, he sleeps at last.";
    assert!(found(&alone, draft).is_empty() && found(&alone, &statement.text).is_empty());
    let both = Checker::new(set.world.clone(), &[statement], TODAY).expect("the world can be read");
    assert!(
        found(&both, draft)
            .iter()
            .any(|f| f.subject == "q01" && f.category == Category::Attributes)
    );
}

#[test]
fn a_government_may_read_of_its_own_talks_and_of_no_other() {
    let reader = |country: &str| Reader {
        audience: Audience::Government,
        country: Some(country.parse().expect("a code")),
    };
    let about = |draft: &str, country| {
        shared()
            .check_for(draft, TODAY, reader(country), &[])
            .expect("the draft can be judged")
            .findings()
            .len()
    };
    assert_eq!(about("Reykjavik has offered us places.", "ISL"), 0);
    assert!(about("Reykjavik has offered us places.", "SVN") > 0);
}

#[test]
fn a_file_is_searched_beside_its_words() {
    let document = Document {
        file_name: "statement-zhukovets-final.docx".to_owned(),
        metadata: vec![
            ("author".to_owned(), "Vera Tolmacheva".to_owned()),
            ("title".to_owned(), String::new()),
        ],
        links: vec![
            "https://example.org/report?reader=77".to_owned(),
            "https://example.org/report".to_owned(),
        ],
        ..Document::default()
    };
    let left = shared()
        .leftovers(&document, TODAY)
        .expect("the file can be judged");
    assert!(left.contains(&Leftover::Metadata {
        field: "author".to_owned()
    }));
    assert!(
        left.contains(&Leftover::IdentifyingLink { link: 0 })
            && !left.contains(&Leftover::IdentifyingLink { link: 1 })
    );
    let exposed: Vec<&str> = left
        .iter()
        .filter_map(|l| {
            if let Leftover::Exposes { finding, .. } = l {
                Some(finding.subject.as_str())
            } else {
                None
            }
        })
        .collect();
    assert!(
        exposed.contains(&"q01") && exposed.contains(&"t01"),
        "{exposed:?}"
    );
}

#[test]
fn nothing_of_the_vault_is_printed() {
    let checker = checker();
    let verdict = checker
        .check("Khubiev is with us.", TODAY)
        .expect("the draft can be judged");
    let printed = format!("{verdict:?} {:?}", checker.world());
    assert!(
        printed.contains("[sealed]") && !printed.contains("q09") && !printed.contains("Khubiev"),
        "{printed}"
    );
}

/// A telephone told by its last digits was not found when the next sentence began with a number: their digits ran on
/// into one another.
#[test]
fn a_number_at_the_head_of_the_next_sentence_hides_no_telephone() {
    let told = "Его номер заканчивается на 900 триста один.";
    for next in [
        "",
        " Four chairs were bought.",
        " 12 chairs were bought. Four more came.",
    ] {
        assert_eq!(names(&format!("{told}{next}")), ["q10"], "{next}");
    }
}

/// The example of `Checker` once passed over a person: "Mr" stood before the family name, and was
/// taken for the given name of somebody else.
#[test]
fn a_form_of_address_makes_nobody_of_a_family_name() {
    for draft in ["We met Mr Khubiev.", "Спросите госпожу Сафарову."] {
        assert_eq!(names(draft).len(), 1, "{draft}");
    }
}

/// Each figure is vague or old, and no two of them give a small difference; all together do.
#[test]
fn what_follows_only_from_all_figures_together_is_found() {
    let said = |id: &str, day: Date, text: &str| Statement {
        id: id.to_owned(),
        day,
        audience: Audience::Press,
        text: text.to_owned(),
    };
    let ledger = [
        said(
            "a",
            Date::constant(2032, 3, 1),
            "Forty guests have left the country.",
        ),
        said(
            "b",
            Date::constant(2032, 4, 1),
            "More than 41 guests have left the country.",
        ),
    ];
    let checker =
        Checker::new(set().world.clone(), &ledger, TODAY).expect("the ledger can be read");
    let counts = |draft: &str| -> usize {
        found(&checker, draft)
            .iter()
            .filter(|f| f.category == Category::Count)
            .count()
    };
    // From 41 to 44 had left in April: from 1 to 4 left in March.
    assert!(counts("Fewer than 44 guests have left the country.") > 0);
    assert_eq!(counts("Fewer than 90 guests have left the country."), 0);
}
