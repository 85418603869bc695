//! A statement's life between two colleagues: kept, found to expose somebody, answered for by two,
//! approved, let out; then subtracted from, and corrected.

#[path = "../../../tests/report/common/two.rs"]
#[allow(dead_code, reason = "the tests of the report use the rest")]
mod two;

use desk::{CaseForm, DraftId, DraftPage, Lang, NotTaken, Office, Typed};
use two::{Two, clock, record};

fn typed(fields: &[(&str, &str)]) -> Typed {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Typed::of(fields.iter().map(owned))
}

/// Two colleagues, who both may open the case of somebody whose name is recorded.
fn with_a_name() -> Two {
    let mut two = Two::colleagues();
    two.exchange();
    let number = two.case();
    let name = [("name", "Ильяс Царнов"), ("of", "legal")];
    record(&mut two.first, number, CaseForm::Name, &name);
    two.exchange();
    two
}

fn keep(office: &mut Office, text: &str, corrects: &str) -> DraftId {
    let fields = [
        ("draft", text),
        ("to", "press"),
        ("language", "en"),
        ("corrects", corrects),
    ];
    let kept = office.keep_draft(&typed(&fields), clock());
    kept.expect("it is whole")
}

fn page(office: &Office, id: DraftId) -> DraftPage {
    let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
    page.expect("it is in work")
}

/// Presses a button under the wording that the page shows.
fn press(office: &mut Office, id: DraftId, fields: &[(&str, &str)]) -> Result<(), NotTaken> {
    let wording = page(office, id).wording;
    let mut all = vec![("wording", wording.as_str())];
    all.extend(fields);
    office.take_draft(id, &typed(&all), clock())
}

const AGREES: [(&str, &str); 2] = [("do", "approve"), ("found", "agrees")];

#[test]
fn a_draft_goes_out_once_two_have_answered_for_all_that_it_exposes() {
    let mut two = with_a_name();
    let id = keep(&mut two.first, "We met Mr Tcarnov.", "");
    let before = page(&two.first, id);
    assert_eq!(before.found.len(), 1, "the name");
    assert!(!before.is_ready && !before.may_approve);

    // A wording that is offered becomes the text.
    let offered = before.answer.rewrites[0].draft.clone();
    press(&mut two.first, id, &[("do", "take"), ("draft", &offered)]).expect("taken");
    assert_eq!(page(&two.first, id).text, offered);
    let again = [
        ("do", "keep"),
        ("draft", "We met Mr Tcarnov."),
        ("to", "press"),
        ("language", "en"),
        ("terms", "background"),
    ];
    press(&mut two.first, id, &again).expect("kept");

    let words = page(&two.first, id).found[0].told.words.clone();
    let answered = |because| {
        [
            ("do", "override"),
            ("finding", "0"),
            ("words", words.as_str()),
            ("because", because),
        ]
    };
    assert!(press(&mut two.first, id, &answered("")).is_err());
    press(&mut two.first, id, &answered("He has said so himself.")).expect("recorded");
    let asked = page(&two.first, id).found[0].overrides[0].id.clone();
    let second = [
        ("do", "second"),
        ("asked", asked.as_str()),
        ("found", "agrees"),
    ];
    assert!(
        press(&mut two.first, id, &second).is_err(),
        "nobody seconds themselves"
    );
    assert!(
        press(&mut two.first, id, &AGREES).is_err(),
        "nobody approves their own"
    );
    two.exchange();
    press(&mut two.second, id, &second).expect("a colleague may");
    assert!(
        press(&mut two.second, id, &[("do", "out")]).is_err(),
        "not approved"
    );
    press(&mut two.second, id, &AGREES).expect("a colleague may");
    two.exchange();
    assert!(page(&two.first, id).is_ready);
    press(&mut two.first, id, &[("do", "out")]).expect("it lacks nothing");
    assert!(
        two.first
            .draft_page(id, &Typed::default(), &[], Lang::En)
            .is_none()
    );
    let said = two.first.say(&Typed::default(), Lang::En).before;
    assert_eq!(said[0].text, "We met Mr Tcarnov.");

    // The correction exposes the same again: it is out, and a denial would repeat it.
    let corrects = said[0].id.clone();
    let denial = keep(
        &mut two.first,
        "It is not true that we met Mr Tcarnov.",
        &corrects,
    );
    assert!(page(&two.first, denial).repeats);
    let other = keep(&mut two.first, "We help whoever asks us.", &corrects);
    assert!(!page(&two.first, other).repeats);
}

#[test]
fn figures_are_confirmed_and_the_next_draft_is_subtracted_from_them() {
    let mut two = with_a_name();
    let id = keep(&mut two.first, "We look after 40 people.", "");
    two.exchange();
    press(&mut two.second, id, &AGREES).expect("a colleague may");
    two.exchange();
    assert!(
        press(&mut two.first, id, &[("do", "out")]).is_err(),
        "what does it count?"
    );
    let out = [("do", "out"), ("counts", "people in hiding")];
    press(&mut two.first, id, &out).expect("it lacks nothing");
    let next = keep(&mut two.first, "We look after 38 people.", "");
    let found = page(&two.first, next).found;
    assert!(
        found.iter().any(|it| it.told.why.contains("40 before")),
        "{found:?}"
    );
}
