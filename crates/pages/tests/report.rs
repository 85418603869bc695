//! What the pages must say of the report's own people.

mod visitor;

use visitor::Visitor;

fn plain(html: &str) -> String {
    let outside = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, outside)| outside));
    let text: String = outside.collect::<Vec<_>>().join(" ");
    let text = text
        .replace("&#38;", "&")
        .replace("&#39;", "'")
        .replace("&#34;", "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_wall_opens_with_the_report_s_sentence_in_both_languages() {
    let visitor = Visitor::inside().await;
    let english = plain(&visitor.get("/").await.text);
    assert!(
        english.contains("40 in hiding. 2 have visas. 5 left without one."),
        "{english}"
    );
    let russian = plain(&visitor.get("/?lang=ru").await.text);
    assert!(
        russian.contains("40 скрываются. 2 получили визы. 5 уехали без визы."),
        "{russian}"
    );
}

#[tokio::test]
async fn the_report_s_own_cell_reads_at_once() {
    let visitor = Visitor::inside().await;
    let page = plain(&visitor.get("/person/1").await.text);
    let usa = page
        .split("✗ no class for it")
        .nth(1)
        .expect("no class for it");
    let at_once: String = usa.chars().take(260).collect();
    for said in [
        "may be asked today: ",
        "told: “There is no political will.”",
        "not refused, not applied",
    ] {
        assert!(at_once.contains(said), "{at_once}");
    }
}

#[tokio::test]
async fn the_visitor_visa_is_closed_by_its_article() {
    let visitor = Visitor::inside().await;
    let page = plain(&visitor.get("/person/1/way/us.visa.b").await.text);
    assert!(
        page.contains("✗ closed") && page.contains("214(b)"),
        "{page}"
    );
}

#[tokio::test]
async fn no_entry_stands_without_return_and_pursuit_beside_it() {
    let visitor = Visitor::inside().await;
    for address in [
        "/person/1",
        "/person/1?on=2025-02-01",
        "/person/7?lang=ru",
        "/person/20",
    ] {
        let page = visitor.get(address).await.text;
        let entries: Vec<&str> = page.split("<tr class=\"entry\"").skip(1).collect();
        assert!(!entries.is_empty(), "{address}");
        for entry in entries {
            let beside = entry
                .split("class=\"beside-entry\"")
                .nth(1)
                .expect("it stands beside the verdict");
            assert!(beside.contains("class=\"sign"), "{address}: {entry}");
        }
    }
    for id in [
        "any.entry.visa_free%5BGEO%5D",
        "any.entry.on_arrival%5BARE%5D",
    ] {
        let page = visitor.get(&format!("/person/1/way/{id}")).await.text;
        assert!(page.contains("class=\"beside"), "{id}");
    }
}

#[tokio::test]
async fn every_page_with_a_verdict_says_that_everyone_is_invented_and_whose_choice_it_is() {
    let visitor = Visitor::inside().await;
    for path in [
        "/",
        "/person/1",
        "/person/13",
        "/person/1/doors",
        "/person/1/way/us.visa.b",
        "/ask",
        "/reforms",
        "/ask/brief",
        "/ask/brief?power=fr.visa.asile",
        "/person/1/ask",
        "/days",
        "/person/3/routes",
        "/person/3/routes/picture",
        "/person/1/sheet",
        "/person/1/stopped",
        "/law",
        "/law/us.visa.b",
        "/about",
    ] {
        let page = visitor.get(path).await.text;
        assert!(
            page.contains("Everyone here is invented")
                && page.contains("informs the person’s choice"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn titles_and_addresses_name_nobody() {
    let visitor = Visitor::inside().await;
    for path in [
        "/person/1",
        "/person/1/doors",
        "/person/1/sheet",
        "/person/1/stopped?at=FRA",
        "/person/1/ask",
        "/person/1/way/us.visa.b",
    ] {
        let page = visitor.get(path).await.text;
        let title = page
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split('<').next())
            .unwrap_or_default()
            .to_owned();
        assert!(
            title.starts_with("Case 1") && !title.contains("Rowan"),
            "{title}"
        );
        let links: String = page
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect::<Vec<_>>()
            .join(" ");
        assert!(
            !links.to_lowercase().contains("rowan") && !links.to_lowercase().contains("aslan"),
            "{links}"
        );
    }
}

/// The part of a brief's page that is printed.
fn printed_brief(page: &str) -> &str {
    let after = page.split_once("<article class=\"brief");
    let (_, after) = after.expect("a brief");
    after.split_once("</article>").expect("it ends").0
}

#[tokio::test]
async fn what_is_printed_leads_nowhere_and_ends_with_whose_choice_it_is() {
    let visitor = Visitor::inside().await;
    for path in [
        "/ask/brief?lang=en",
        "/ask/brief?lang=en&power=us.refugee.p1.incountry_embassy",
    ] {
        let page = visitor.get(path).await.text;
        let printed = printed_brief(&page);
        assert!(
            !printed.contains("href") && !printed.contains("<form"),
            "{printed}"
        );
        assert!(
            !printed.contains("person/") && !printed.contains("Case "),
            "{printed}"
        );
        assert!(printed.contains("Please keep silent"), "{printed}");
        assert!(printed.contains("informs the person’s choice"), "{printed}");
        // That its article was not read is for the screen: the paper goes to a lawyer first.
        let grade = printed.split("to be confirmed by a lawyer").next();
        let mark = grade.and_then(|before| before.rsplit("<span").next());
        assert!(
            mark.is_some_and(|mark| mark.contains("unprinted")),
            "{printed}"
        );
    }
}

#[tokio::test]
async fn a_sheet_keeps_its_power_in_the_other_language_and_an_unknown_power_has_none() {
    let visitor = Visitor::inside().await;
    let page = visitor.get("/ask/brief?power=fr.visa.asile").await.text;
    assert!(
        page.contains("/ask/brief?lang=ru&#38;power=fr.visa.asile"),
        "{page}"
    );
    for none in ["us.visa.b", "no.such.power", "1"] {
        let answer = visitor.get(&format!("/ask/brief?power={none}")).await;
        assert_eq!(answer.status, axum::http::StatusCode::NOT_FOUND, "{none}");
    }
    let ask = visitor.get("/ask").await.text;
    for power in ["fr.visa.asile", "ca.public_policy", "de.visa.s22_1"] {
        assert!(
            ask.contains(&format!("/ask/brief?lang=en&amp;power={power}")),
            "{power}"
        );
    }
}

#[tokio::test]
async fn a_person_s_page_and_routes_lead_to_the_ask_for_that_person() {
    let visitor = Visitor::inside().await;
    for from in ["/person/3", "/person/3/routes"] {
        let page = visitor.get(from).await.text;
        assert!(page.contains("\"/person/3/ask?lang=en\""), "{from}");
    }
    let page = plain(&visitor.get("/person/3/ask").await.text);
    for said in [
        "French long-stay visa",
        "the embassy is ready to look at such requests",
        "An answer has come",
        "Another body whose yes is needed agrees: Germany",
    ] {
        assert!(page.contains(said), "`{said}` is missing in: {page}");
    }
    assert!(
        !page.contains("There is no political will"),
        "said to somebody else"
    );
}

#[tokio::test]
async fn leaving_first_says_what_it_closes_and_what_it_opens_by_article() {
    let visitor = Visitor::inside().await;
    let page = plain(&visitor.get("/person/1/doors?pathway=leave.GEO").await.text);
    assert!(
        page.contains("Having left for Georgia, as a visitor"),
        "{page}"
    );
    assert!(
        page.contains("Goes dark") && page.contains("Lights up"),
        "{page}"
    );
    assert!(
        page.contains("No article closes anything"),
        "a refusal on paper closes nothing: {page}"
    );
}

#[tokio::test]
async fn the_date_changes_the_answers_and_the_page_says_so() {
    let visitor = Visitor::inside().await;
    let page = plain(&visitor.get("/person/1?on=2022-05-17").await.text);
    assert!(
        page.contains("What reads otherwise than on the day of the report"),
        "{page}"
    );
    assert!(page.contains("You are looking at another day"));
    let form = plain(&visitor.get("/person/1?d=30&m=2&y=2017").await.text);
    assert!(form.contains("That was not a day"));
}

#[tokio::test]
async fn changes_of_law_stand_with_their_article_and_country_and_name_nobody() {
    let visitor = Visitor::inside().await;
    let names = |lang: desk::Lang| {
        let desk = desk::Desk::demo().expect("whole");
        let cases = desk.caseload().cases.iter();
        cases
            .map(|case| lang.of(&case.code).to_owned())
            .collect::<Vec<_>>()
    };
    for (lang, country, back) in [
        (desk::Lang::En, "Canada", "The ask"),
        (desk::Lang::Ru, "Канада", "Просьба"),
    ] {
        let address = format!("/reforms?lang={}&level=any", lang.code());
        let html = visitor.get(&address).await.text;
        let text = plain(&html);
        assert!(text.contains("IRPA") && text.contains(country), "{text}");
        assert!(text.contains(back), "{text}");
        for name in names(lang) {
            assert!(!text.contains(&name), "{name} is named");
        }
        // The other language shows the same choice, and so does the form for another day.
        assert!(html.contains("level=any\" lang=") || html.contains("&#38;level=any\" lang="));
        assert!(html.contains("name=\"level\" value=\"any\""), "{html}");
    }
    assert!(
        visitor
            .get("/ask")
            .await
            .text
            .contains("href=\"/reforms?lang=en\"")
    );
    let strange = visitor.get("/reforms?level=everything").await.text;
    let usual = visitor.get("/reforms?level=medium").await.text;
    assert_eq!(plain(&strange), plain(&usual));
}

#[tokio::test]
async fn pages_are_small() {
    let visitor = Visitor::inside().await;
    for (path, most) in [
        ("/", 60),
        ("/?lang=ru", 60),
        ("/law?lang=ru", 60),
        ("/law/us.visa.b?lang=ru", 60),
        ("/person/1/doors?lang=ru", 60),
        ("/person/1/way/us.visa.b?lang=ru", 60),
        ("/person/1", 90),
        ("/person/1?lang=ru&on=2026-11-20", 150),
        ("/ask?lang=ru", 60),
        ("/reforms?lang=ru", 60),
        ("/reforms?lang=ru&level=any&on=2025-03-01", 60),
        ("/ask/brief?lang=ru", 20),
        ("/person/3/ask?lang=ru", 60),
        ("/days?lang=ru", 60),
        ("/person/3/routes?lang=ru", 60),
        ("/person/3/routes/picture?lang=ru", 60),
        ("/person/2/sheet?lang=ru", 30),
        ("/person/5/stopped?at=POL&lang=ru", 60),
        ("/static/style.css", 25),
    ] {
        let size = visitor.get(path).await.text.len();
        assert!(size <= most * 1024, "{path} has {size} bytes");
    }
}

/// What is left of a page on paper: everything but the elements that are for the screen alone.
fn printed(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(" class=\"screen\"") {
        let (before, from_class) = rest.split_at(start);
        let (outside, tag) = before.rsplit_once('<').expect("a class stands in a tag");
        kept.push_str(outside);
        rest = after_element(from_class, tag);
    }
    kept.push_str(rest);
    plain(&kept)
}

/// What follows the element in whose opening tag `html` begins.
fn after_element<'h>(html: &'h str, tag: &str) -> &'h str {
    let (opening, closing) = (format!("<{tag}"), format!("</{tag}>"));
    let (mut depth, mut at) = (1, 0);
    while depth > 0 {
        let close = html[at..].find(&closing).expect("every element ends") + at;
        let open = html[at..close].find(&opening).map(|found| found + at);
        depth = if open.is_some() { depth + 1 } else { depth - 1 };
        at = open.map_or(close + closing.len(), |open| open + opening.len());
    }
    &html[at..]
}

#[test]
fn what_is_for_the_screen_alone_falls_away_in_print() {
    let html = "<p>a</p><div class=\"screen\">b<div>c</div>d</div><ul class=\"screen\"><li>e</li></ul><p>f</p>";
    assert_eq!(printed(html), "a f");
}

/// Pieces of words that would tell whoever finds the paper why its bearer is hunted.
const TELLING: [&str; 9] = [
    "gay",
    "homosex",
    "lesbian",
    "orientation",
    "gender",
    "гомосек",
    "лесби",
    "ориентац",
    "лгбт",
];

/// The names of the people who are written out, in both languages.
fn names() -> Vec<String> {
    let detailed = [
        "aslan", "ilyas", "rasul", "deni", "bislan", "seda", "yunus", "idris", "maret", "vakha",
        "arbi", "dzhamal",
    ];
    let names = detailed.map(|id| {
        let file = desk::shipped::example(&format!("chechnya-2017/people/{id}.yaml"));
        let text = file.expect("the file is shipped").text.to_lowercase();
        let name = text.split("\nname: { en: ").nth(1).expect("a name");
        let (en, rest) = name.split_once(", ru: ").expect("in both languages");
        let (ru, _) = rest.split_once(" }").expect("and no more");
        [en.to_owned(), ru.to_owned()]
    });
    names.into_iter().flatten().collect()
}

#[tokio::test]
async fn the_printed_sheet_names_neither_the_person_nor_why_they_are_hunted() {
    let visitor = Visitor::inside().await;
    let on_screen = plain(&visitor.get("/person/1/stopped").await.text);
    assert!(on_screen.contains("gay"), "a case on record: {on_screen}");
    let style = visitor.get("/static/style.css").await.text;
    let in_print = style
        .split_once("@media print")
        .expect("a style for paper")
        .1;
    assert!(in_print.contains(".screen{display:none}"), "{in_print}");
    let mut never = names();
    never.push("гей".to_owned());
    for number in 1..=47 {
        for at in ["RUS", "FRA", "POL", "ARM", "USA"] {
            for lang in ["en", "ru"] {
                let address = format!("/person/{number}/stopped?at={at}&lang={lang}");
                let sheet = printed(&visitor.get(&address).await.text).to_lowercase();
                let telling: Vec<_> = TELLING.iter().filter(|t| sheet.contains(**t)).collect();
                assert!(telling.is_empty(), "{address}: {telling:?}");
                let words: Vec<&str> = sheet.split(|c: char| !c.is_alphanumeric()).collect();
                let named = never.iter().find(|name| words.contains(&name.as_str()));
                assert_eq!(named, None, "{address}");
                let number = number.to_string();
                assert!(
                    words.contains(&number.as_str()),
                    "the number stays: {address}"
                );
            }
        }
    }
}

#[tokio::test]
async fn the_sheet_for_the_person_says_the_worst_of_each_way_before_its_first_step() {
    let visitor = Visitor::inside().await;
    for number in [1, 2, 4, 8, 9, 10] {
        for (lang, [hide, worst, certain, first]) in [
            (
                "en",
                [
                    "do not carry it",
                    "At worst",
                    "What is certain",
                    "The first step",
                ],
            ),
            (
                "ru",
                [
                    "не носите её с собой",
                    "В худшем случае",
                    "Что известно точно",
                    "Первый шаг",
                ],
            ),
        ] {
            let address = format!("/person/{number}/sheet?lang={lang}");
            let html = visitor.get(&address).await.text;
            let sheet = printed(&html);
            assert!(sheet.contains(hide) && !sheet.contains('%'), "{sheet}");
            let ways: Vec<&str> = html.split("<dl class=\"lines\">").skip(1).collect();
            assert!((2..=5).contains(&ways.len()), "{address}");
            for way in ways {
                let places = [worst, certain, first].map(|it| way.find(it));
                assert!(
                    places.is_sorted() && places[0].is_some(),
                    "{address}: {way}"
                );
            }
        }
    }
    let routes = visitor.get("/person/1/routes").await.text;
    assert!(
        routes.contains("href=\"/person/1/sheet?lang=en\""),
        "{routes}"
    );
}

#[tokio::test]
async fn every_plan_can_be_opened_at_once_to_be_printed() {
    let visitor = Visitor::inside().await;
    let folded = visitor.get("/person/1/routes?first=3").await.text;
    assert!(folded.contains("<details><summary>"), "{folded}");
    let link = "/person/1/routes?lang=en&amp;first=3&amp;open=all";
    assert!(folded.contains(link), "what was chosen is kept: {folded}");
    let open = visitor.get("/person/1/routes?first=3&open=all").await.text;
    assert!(!open.contains("<details><summary>"), "{open}");
    assert!(!open.contains("&amp;open=all"), "{open}");
}

#[tokio::test]
async fn whoever_is_stopped_is_two_clicks_from_the_first_page() {
    let visitor = Visitor::inside().await;
    let wall = visitor.get("/").await.text;
    assert!(wall.contains("href=\"/person/1?lang=en\""), "{wall}");
    let person = visitor.get("/person/1").await.text;
    let near_the_top = person.split("<details").next().unwrap_or_default();
    let link = "href=\"/person/1/stopped?lang=en\"";
    assert!(near_the_top.contains(link), "{near_the_top}");
    let stopped = visitor.get("/person/1/stopped?lang=en&at=FRA").await.text;
    assert!(
        stopped.contains("<p lang=\"fr\" dir=\"auto\">Je demande l"),
        "{stopped}"
    );
    let other = "href=\"/person/1/stopped?lang=ru&#38;at=FRA\"";
    assert!(
        stopped.contains(other),
        "the choice stays in the other language"
    );
}

#[tokio::test]
async fn nobody_is_given_words_to_ask_their_own_country_for_asylum() {
    let visitor = Visitor::inside().await;
    let own = plain(&visitor.get("/person/1/stopped?at=RUS").await.text);
    assert!(own.contains("This is the person’s own country."), "{own}");
    for words in ["I ask for asylum", "Прошу убежища", "UNHCR office"] {
        assert!(!own.contains(words), "{own}");
    }
    let other = plain(&visitor.get("/person/1/stopped?at=BLR").await.text);
    assert!(other.contains("I ask for asylum") && other.contains("UNHCR office"));
}
