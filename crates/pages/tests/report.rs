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
        "/ask/brief",
        "/ask/brief?power=fr.visa.asile",
        "/person/1/ask",
        "/days",
        "/person/3/routes",
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

/// The part of a page that is printed.
fn sheet(page: &str) -> &str {
    let after = page.split_once("<article class=\"sheet");
    let (_, after) = after.expect("a sheet");
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
        let printed = sheet(&page);
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
        ("/ask/brief?lang=ru", 20),
        ("/person/3/ask?lang=ru", 60),
        ("/days?lang=ru", 60),
        ("/person/3/routes?lang=ru", 60),
        ("/static/style.css", 25),
    ] {
        let size = visitor.get(path).await.text.len();
        assert!(size <= most * 1024, "{path} has {size} bytes");
    }
}
