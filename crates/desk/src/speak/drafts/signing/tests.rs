use super::*;
use crate::cabinet::Cabinet;
use crate::{Lang, Moment};
use disclosure::Stop;
use facts::Date;
use vault::{Hardness, Home, Memory, Passphrase, SystemRandomness, Vault};

fn clock() -> Clock {
    let day = Moment::start_of(Date::constant(2017, 5, 17));
    Clock::at(day.seconds(), 0)
}

/// So many who know each other: the first has let the others in.
fn colleagues<const N: usize>() -> [Office; N] {
    let home = || Home {
        files: Box::new(Memory::new()),
        secrets: Box::new(Memory::new()),
        randomness: Box::new(SystemRandomness),
    };
    let words = Passphrase::of("kettle harbour violet stairs".to_owned().into());
    let (words, at) = (words.expect("long enough"), clock().now.seconds());
    let mut first = Vault::create(home(), &words, Hardness::FLOOR, 2, at).expect("memory");
    let (ours, by) = (first.organisation(), first.device());
    let mut others: Vec<Vault> = (1..N)
        .map(|_| {
            let guest = Vault::guest(home(), &words, Hardness::FLOOR, ours, by, at);
            let guest = guest.expect("memory");
            first.admit(guest.card(), at).expect("admitted");
            guest
        })
        .collect();
    others.insert(0, first);
    let offices = others.into_iter().map(|vault| {
        let cabinet = Cabinet::of(vault).expect("it was just made");
        let office = Office::open(cabinet, Default::default(), clock().today());
        office.expect("the shipped books are whole")
    });
    let offices: Vec<Office> = offices.collect();
    offices.try_into().ok().expect("so many were made")
}

/// The first names the second, who signs it.
fn name(first: &mut Office, second: &mut Office) {
    pass(first, second);
    let member = hex(&second.cabinet().me().0);
    let named = typed(&[("do", "name"), ("member", &member)]);
    first.take_reviewer(&named, clock()).expect("recorded");
    pass(first, second);
    let asked = second.reviewers_page(Lang::En).waiting.remove(0).id;
    let signed = typed(&[("do", "second"), ("asked", &asked)]);
    second.take_reviewer(&signed, clock()).expect("signed");
    pass(second, first);
}

fn keep(office: &mut Office) -> DraftId {
    let draft = [
        ("draft", "We help whoever asks."),
        ("to", "press"),
        ("language", "en"),
    ];
    office.keep_draft(&typed(&draft), clock()).expect("whole")
}

fn pass(from: &mut Office, to: &mut Office) {
    let device = to.cabinet().vault().device();
    let bundle = from.change(|it| it.change_vault(|vault| vault.export(&[device])));
    let bundle = bundle.expect("it is known");
    let taken = to.change(|it| it.change_vault(|vault| vault.import(&bundle)));
    taken.expect("it opens");
}

fn typed(fields: &[(&str, &str)]) -> Typed {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Typed::of(fields.iter().map(owned))
}

fn press(office: &mut Office, id: DraftId, fields: &[(&str, &str)]) -> Result<(), NotTaken> {
    let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
    let wording = page.expect("it is in work").wording;
    let all = [fields, &[("wording", wording.as_str())]].concat();
    office.take_draft(id, &typed(&all), clock())
}

/// Presses a button while every check stops, and says whether that is why nothing was done.
fn is_stopped(office: &mut Office, id: DraftId, fields: &[(&str, &str)]) -> bool {
    office.checker.stops = Some(Stop::TooManyGroups);
    let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
    let page = page.expect("it is in work");
    let pressed = press(office, id, fields);
    office.checker.stops = None;
    let is_refused = matches!(
        pressed,
        Err(NotTaken::Faults(faults)) if faults[0].says == "say-stop"
    );
    is_refused && !page.may_approve && !page.is_ready && !page.answer.stopped.is_empty()
}

#[test]
fn a_check_that_cannot_be_finished_stops_every_signature_and_the_text() {
    let [mut first, mut second] = colleagues();
    pass(&mut first, &mut second);
    let id = keep(&mut first);
    pass(&mut first, &mut second);
    let agrees = [("do", "approve"), ("found", "agrees")];
    assert!(is_stopped(&mut second, id, &agrees));
    press(&mut second, id, &agrees).expect("it is finished now");
    pass(&mut second, &mut first);
    assert!(is_stopped(&mut first, id, &[("do", "out")]));
    press(&mut first, id, &[("do", "out")]).expect("it is finished now");
}

#[test]
fn a_reviewer_whose_check_cannot_be_finished_lets_nothing_go() {
    let [mut first, mut second] = colleagues();
    name(&mut first, &mut second);
    let id = keep(&mut first);
    press(&mut first, id, &[("do", "ask")]).expect("asked");
    pass(&mut first, &mut second);
    let may_go = [("do", "review"), ("says", "may-go")];
    assert!(is_stopped(&mut second, id, &may_go));
    press(&mut second, id, &may_go).expect("it is finished now");
}

#[test]
fn whoever_is_no_reviewer_signs_nobodys_text_before_a_reviewer_has_read_it() {
    let [mut first, mut second, mut third] = colleagues();
    name(&mut first, &mut second);
    let id = keep(&mut first);
    pass(&mut first, &mut third);
    let agrees = [("do", "approve"), ("found", "agrees")];
    let may_approve = |office: &Office| {
        let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
        page.expect("it is in work").may_approve
    };
    assert!(!may_approve(&third));
    let signed = press(&mut third, id, &agrees);
    let Err(NotTaken::Faults(faults)) = signed else {
        panic!("{signed:?}");
    };
    assert_eq!(faults[0].says, "review-fault-first");

    press(&mut first, id, &[("do", "ask")]).expect("asked");
    pass(&mut first, &mut second);
    assert!(may_approve(&second), "a reviewer reads and signs it");
    let may_go = [("do", "review"), ("says", "may-go")];
    press(&mut second, id, &may_go).expect("nothing was found");
    pass(&mut second, &mut third);
    press(&mut third, id, &agrees).expect("a reviewer has read it");
}
