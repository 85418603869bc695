//! The checker is no oracle: whoever may not open a case learns nothing of it from a draft, and lets
//! none go alone; somebody who may open it reads it, and says only whether it may go.

#[path = "../../../tests/report/common/two.rs"]
#[allow(dead_code, reason = "the tests of the report use the rest")]
mod two;

use casework::{CodeName, Entry, MOST_FOR_REVIEW_A_DAY, Part, Person, PersonId, Phrase};
use desk::{CaseForm, DraftId, DraftPage, Lang, NotTaken, Office, SayPage, Typed};
use two::{Two, clock, record};

const NAMES: &str = "We met Mr Tcarnov.";
const NOBODY: &str = "We met Mr Hollins.";

fn typed(fields: &[(&str, &str)]) -> Typed {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Typed::of(fields.iter().map(owned))
}

/// The first opens a case of somebody whose name is recorded; the second may not open it.
fn with_a_closed_case() -> Two {
    let mut two = Two::colleagues();
    let id = PersonId([7; 16]);
    let person = Person {
        id,
        part: Part::Principal,
        language: "ce".to_owned(),
    };
    let code = CodeName {
        person: id,
        en: "Rowan".into(),
        ru: "Рябина".into(),
    };
    let entries = [Entry::new(person), Entry::new(code)];
    let opened = two
        .first
        .open_case(Phrase::english("Invented."), &entries, clock().now);
    let name = [("name", "Ильяс Царнов"), ("of", "legal")];
    let number = opened.expect("recorded");
    record(&mut two.first, number, CaseForm::Name, &name);
    two.exchange();
    assert_eq!(two.second.cabinet().cases().count(), 0);
    two
}

/// The second names the first, and the first signs it.
fn with_a_reviewer() -> Two {
    let mut two = with_a_closed_case();
    let page = two.second.reviewers_page(Lang::En);
    let first = page.people.into_iter().nth(1).expect("the other").id;
    let named = [("do", "name"), ("member", first.as_str())];
    two.second
        .take_reviewer(&typed(&named), clock())
        .expect("recorded");
    two.exchange();
    let asked = two.first.reviewers_page(Lang::En).waiting;
    let second = [("do", "second"), ("asked", asked[0].id.as_str())];
    let own = two.second.take_reviewer(&typed(&second), clock());
    assert!(matches!(own, Err(NotTaken::NotFound)), "nobody signs twice");
    two.first
        .take_reviewer(&typed(&second), clock())
        .expect("signed");
    two.exchange();
    two
}

fn keep(office: &mut Office, text: &str) -> DraftId {
    let fields = [("draft", text), ("to", "press"), ("language", "en")];
    let kept = office.keep_draft(&typed(&fields), clock());
    kept.expect("it is whole")
}

fn page(office: &Office, id: DraftId) -> DraftPage {
    let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
    page.expect("it is in work")
}

fn checked(office: &Office, text: &str) -> SayPage {
    let fields = [("draft", text), ("to", "press"), ("language", "en")];
    office.say(&typed(&fields), Lang::En)
}

/// Presses a button under the wording that the page shows.
fn press(office: &mut Office, id: DraftId, fields: &[(&str, &str)]) -> Result<(), NotTaken> {
    let wording = page(office, id).wording;
    let mut all = vec![("wording", wording.as_str())];
    all.extend(fields);
    office.take_draft(id, &typed(&all), clock())
}

/// The sentence with which something was refused.
fn refused(taken: Result<(), NotTaken>) -> &'static str {
    match taken {
        Err(NotTaken::Faults(faults)) => faults[0].says,
        Err(NotTaken::NotFound) => "not found",
        other => panic!("{other:?}"),
    }
}

const AGREES: [(&str, &str); 2] = [("do", "approve"), ("found", "agrees")];
const ASK: [(&str, &str); 1] = [("do", "ask")];
const MAY_GO: [(&str, &str); 2] = [("do", "review"), ("says", "may-go")];
const INSTEAD: &str = "Say that you met somebody who helps.";
const NOT_LIKE_THIS: [(&str, &str); 3] = [
    ("do", "review"),
    ("says", "not-like-this"),
    ("words", INSTEAD),
];

#[test]
fn a_name_of_a_closed_case_and_a_name_of_nobody_look_alike_to_whoever_may_not_open_it() {
    let mut two = with_a_reviewer();
    let found = checked(&two.first, NAMES).answer.expect("an answer").found;
    assert!(found.iter().any(|it| it.words == "Tcarnov"), "{found:?}");

    let told = |page: &SayPage, text: &str| format!("{page:?}").replace(text, "…");
    let (names, nobody) = (checked(&two.second, NAMES), checked(&two.second, NOBODY));
    assert_eq!(told(&names, NAMES), told(&nobody, NOBODY));
    let why = names.not_everything.expect("this laptop does not open all");
    assert!(why.starts_with("Nobody lets a text go from here alone"));

    let [names, nobody] = [NAMES, NOBODY].map(|text| keep(&mut two.second, text));
    let told = |office: &Office, id: DraftId, text: &str| {
        let page = page(office, id);
        let shown = format!("{page:?}").replace(text, "…");
        let shown = shown.replace(&page.wording, "the entry");
        shown.replace(&id.word(), "the draft")
    };
    let alike = |two: &Two| {
        let of_names = told(&two.second, names, NAMES);
        assert_eq!(of_names, told(&two.second, nobody, NOBODY));
    };
    alike(&two);
    for id in [names, nobody] {
        press(&mut two.second, id, &ASK).expect("asked");
    }
    alike(&two);
    two.exchange();
    alike(&two);
}

#[test]
fn the_reviewers_laptop_finds_it_and_the_answer_comes_back_without_what_was_found() {
    let mut two = with_a_reviewer();
    let id = keep(&mut two.second, NAMES);
    assert!(page(&two.second, id).found.is_empty());
    let lacks = page(&two.second, id).lacks;
    assert!(lacks.iter().any(|it| it.contains("must read this text")));
    press(&mut two.second, id, &ASK).expect("asked");
    assert_eq!(refused(press(&mut two.second, id, &ASK)), "not found");
    assert_eq!(refused(press(&mut two.second, id, &MAY_GO)), "not found");
    two.exchange();

    let waits = |office: &Office| {
        let drafts = office.say(&Typed::default(), Lang::En).drafts;
        let section = drafts.into_iter().find(|it| it.id == "review-waits");
        section.expect("a list").lines.len()
    };
    assert_eq!((waits(&two.first), waits(&two.second)), (1, 0));
    let here = page(&two.first, id);
    assert_eq!(here.found[0].told.words, "Tcarnov");
    assert!(!here.found[0].may_override);
    assert_eq!(
        refused(press(&mut two.first, id, &MAY_GO)),
        "review-fault-found"
    );
    // To answer for it would tell everybody that somebody of this name is in the vault.
    let answer_for = [
        ("do", "override"),
        ("finding", "0"),
        ("words", "Tcarnov"),
        ("because", "He wants it."),
    ];
    let answered = press(&mut two.first, id, &answer_for);
    assert_eq!(refused(answered), "review-no-override");
    let silent = press(&mut two.first, id, &NOT_LIKE_THIS[..2]);
    assert_eq!(refused(silent), "review-fault-words");
    press(&mut two.first, id, &NOT_LIKE_THIS).expect("answered");
    assert_eq!(waits(&two.first), 0);
    assert!(page(&two.second, id).review.answers.is_empty(), "not yet");
    two.exchange();

    let there = page(&two.second, id);
    assert_eq!(there.review.answers[0].words, INSTEAD);
    let lacks = &there.lacks;
    assert!(lacks.iter().any(|it| it.contains("wants other words")));
    let told = format!("{there:?}").replace(NAMES, "");
    for secret in ["Tcarnov", "Царнов", "Rowan", "case 1"] {
        assert!(!told.contains(secret), "{secret}: {told}");
    }
}

#[test]
fn what_may_go_is_signed_and_goes_out_and_a_changed_word_asks_anew() {
    let mut two = with_a_reviewer();
    let id = keep(&mut two.second, "We help whoever asks us.");
    press(&mut two.second, id, &ASK).expect("asked");
    two.exchange();
    press(&mut two.first, id, &MAY_GO).expect("nothing was found");
    press(&mut two.first, id, &AGREES).expect("a reviewer may");
    two.exchange();
    assert!(page(&two.second, id).is_ready);

    let reworded = [
        ("do", "keep"),
        ("draft", "We help those who ask us."),
        ("to", "press"),
        ("language", "en"),
        ("terms", "on_record"),
    ];
    press(&mut two.second, id, &reworded).expect("kept");
    let changed = page(&two.second, id);
    assert!(changed.review.answers.is_empty() && changed.review.may_ask);
    assert_eq!(changed.lacks.len(), 2, "{:?}", changed.lacks);
    let out = press(&mut two.second, id, &[("do", "out")]);
    assert_eq!(refused(out), "draft-fault-lacks");

    press(&mut two.second, id, &ASK).expect("asked");
    two.exchange();
    press(&mut two.first, id, &MAY_GO).expect("nothing was found");
    press(&mut two.first, id, &AGREES).expect("a reviewer may");
    two.exchange();
    press(&mut two.second, id, &[("do", "out")]).expect("it lacks nothing");
}

/// With one reviewer their own texts would never have gone out: nobody else could sign them.
#[test]
fn what_a_reviewer_writes_a_colleague_signs_and_it_goes_out_from_the_reviewers_laptop() {
    let mut two = with_a_reviewer();
    let id = keep(&mut two.first, "We help whoever asks us.");
    two.exchange();
    let here = two.first.say(&Typed::default(), Lang::En);
    assert!(
        here.not_everything.is_none(),
        "this laptop opens all it has"
    );
    assert_eq!(page(&two.first, id).lacks.len(), 1, "a signature");
    let there = page(&two.second, id);
    assert!(there.may_approve && !there.review.may_ask);
    press(&mut two.second, id, &AGREES).expect("a colleague may");
    let out = press(&mut two.second, id, &[("do", "out")]);
    assert_eq!(refused(out), "draft-fault-lacks");
    two.exchange();
    press(&mut two.first, id, &[("do", "out")]).expect("it lacks nothing");
}

#[test]
fn without_reviewers_a_laptop_that_holds_what_it_cannot_open_lets_nothing_go() {
    let mut two = with_a_closed_case();
    let id = keep(&mut two.first, "We help whoever asks us.");
    two.exchange();
    assert!(page(&two.second, id).may_approve, "it holds nothing closed");
    let devices = [&two.first, &two.second].map(|it| it.cabinet().vault().device());
    let bundle = two
        .first
        .change(|it| it.change_vault(|vault| vault.export(&devices)))
        .expect("both are known");
    let taken = two
        .second
        .change(|it| it.change_vault(|vault| vault.import(&bundle)));
    taken.expect("it opens");
    let here = page(&two.second, id);
    assert!(!here.may_approve && !here.review.may_ask);
    let why = here.review.lead.expect("why not");
    assert!(why.contains("nobody is named yet"), "{why}");
    let signed = press(&mut two.second, id, &AGREES);
    assert_eq!(refused(signed), "review-fault-first");
    let printed = two.second.say_text("We help whoever asks us.", Lang::En);
    assert!(printed.holds_back && printed.text.contains("nobody is named yet"));
}

#[test]
fn a_reviewer_whose_laptop_holds_what_it_cannot_open_lets_nothing_go() {
    let mut two = with_a_reviewer();
    let id = keep(&mut two.second, "We help whoever asks us.");
    press(&mut two.second, id, &ASK).expect("asked");
    two.second
        .open_case(Phrase::english("Invented."), &[], clock().now)
        .expect("recorded");
    let devices = [&two.first, &two.second].map(|it| it.cabinet().vault().device());
    let bundle = two
        .second
        .change(|it| it.change_vault(|vault| vault.export(&devices)))
        .expect("both are known");
    let taken = two
        .first
        .change(|it| it.change_vault(|vault| vault.import(&bundle)));
    taken.expect("it opens");
    let answered = press(&mut two.first, id, &MAY_GO);
    assert_eq!(refused(answered), "review-fault-closed");
    press(&mut two.first, id, &NOT_LIKE_THIS).expect("other words may be asked for");
}

#[test]
fn a_laptop_that_does_not_open_everything_prints_no_sheet_and_gives_no_table() {
    let two = with_a_reviewer();
    let sheet = |office: &Office| {
        let on = office.desk().caseload().date;
        office.brief("", on, Lang::En).map(|(_, read)| read.stopped)
    };
    let offered = |office: &Office| {
        let tables = office.shown(Lang::En).tables;
        tables.iter().filter(|table| table.may_leave).count()
    };
    assert_eq!(sheet(&two.first), Some(None));
    let why = sheet(&two.second).expect("there is a sheet for all");
    assert!(why.is_some_and(|why| why.starts_with("Nobody lets a text go from here alone")));
    assert!(offered(&two.first) > 0);
    assert_eq!(offered(&two.second), 0);
}

#[test]
fn so_many_drafts_a_day_are_put_before_reviewers_and_no_more() {
    let mut two = with_a_reviewer();
    for _ in 0..MOST_FOR_REVIEW_A_DAY {
        let id = keep(&mut two.second, NOBODY);
        press(&mut two.second, id, &ASK).expect("asked");
    }
    let id = keep(&mut two.second, NAMES);
    assert_eq!(
        refused(press(&mut two.second, id, &ASK)),
        "review-fault-often"
    );
    let wording = page(&two.second, id).wording;
    let mut tomorrow = clock();
    tomorrow.now = casework::Moment::from_seconds(tomorrow.now.seconds() + 86_400).expect("a day");
    let ask = typed(&[("wording", wording.as_str()), ("do", "ask")]);
    let asked = two.second.take_draft(id, &ask, tomorrow);
    asked.expect("another day");
}
