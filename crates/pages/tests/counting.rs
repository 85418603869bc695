//! Tables of counts leave the house as files, are kept, and give nothing away one person later.

mod visitor;

use axum::http::StatusCode;
use visitor::Visitor;

#[tokio::test]
async fn a_table_leaves_as_a_file_is_kept_and_one_person_more_does_not_show() {
    let visitor = Visitor::inside().await;
    let page = visitor.get("/counts?lang=en").await.text;
    // Of the 47 invented people 40 hide, two hold a visa and five left: as the report has it.
    assert!(page.contains("40 to 44"), "{page}");
    assert!(page.contains("fewer than 5, or nobody"), "{page}");
    assert!(page.contains("None yet."), "{page}");
    assert!(
        page.contains("role=\"img\""),
        "a chart stands beside its table"
    );

    let stage = [("by", "stage"), ("to", "donor")];
    let first = visitor.post_form("/counts", &stage).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    assert_eq!(
        first.header("content-disposition"),
        "attachment; filename=\"counts.csv\""
    );
    assert!(
        first
            .text
            .contains("\"In hiding, not safe\",\"40 to 44\"\r\n"),
        "{}",
        first.text
    );
    let page = visitor.get("/counts?lang=en").await.text;
    assert!(!page.contains("None yet."), "{page}");

    // Somebody new: the next file is the same, letter by letter.
    let newcomer = [
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("language", "ce"),
        ("code_en", "Bird of the test"),
        ("code_ru", "Птица из проверки"),
        ("story", "Somebody new."),
        ("record", "yes"),
    ];
    let entered = visitor.post_form("/new", &newcomer).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
    let second = visitor.post_form("/counts", &stage).await;
    assert_eq!(second.text, first.text);

    // What is not on the page is not given.
    let none = visitor
        .post_form("/counts", &[("by", "name"), ("to", "donor")])
        .await;
    assert_eq!(none.status, StatusCode::SEE_OTHER);
    let russian = visitor.get("/counts?lang=ru").await.text;
    assert!(russian.contains("от 40 до 44"), "{russian}");
}

/// The count beside a line of the table of ages.
fn aged(page: &str, label: &str) -> String {
    let (_, ages) = page.split_once("How old they are").expect("the table");
    let (_, after) = ages.split_once(label).expect("the line");
    let (count, _) = after.split_once("</b>").expect("a count");
    count.split_once("<b>").expect("a count").1.to_owned()
}

#[tokio::test]
async fn people_are_counted_by_age_as_far_as_their_days_of_birth_are_recorded() {
    let visitor = Visitor::inside().await;
    let before = visitor.get("/counts?lang=en").await.text;
    assert_eq!(aged(&before, ">Not recorded<"), "45 to 49");
    // On 17 May 2017 whoever was born on 18 May 1999 is seventeen.
    for number in 1..=12 {
        let born = [
            ("fact", "born"),
            ("chosen", "yes"),
            ("value", "1999-05-18"),
            ("basis", "said"),
        ];
        let path = format!("/case/{number}/record/fact");
        let taken = visitor.post_form(&path, &born).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER);
    }
    let page = visitor.get("/counts?lang=en").await.text;
    assert_eq!(aged(&page, ">Under 18<"), "10 to 14");
    assert_eq!(aged(&page, ">18 to 24<"), "fewer than 5, or nobody");
    assert_eq!(aged(&page, ">Not recorded<"), "35 to 39");
}
