//! The first minutes as a form: a fixed order, for safety. What is left empty was not asked yet.

use super::newcomer::{said, yes_no, yes_no_not_asked};
use crate::forms::{Place, Reading, Sheet, Typed};
use casework::{Entry, FirstMinutes, Key, Text, Why};

/// What was answered so far stands in the form.
pub(crate) fn given(place: &Place<'_>) -> Typed {
    let first = standing(place).cloned();
    let first = first.unwrap_or_else(|| FirstMinutes::new(place.person));
    let yes_no = |answer: Option<bool>| match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not-asked",
    };
    let text = |answer: &Option<Text>| {
        let text = answer.as_ref().map(Text::as_str);
        text.unwrap_or_default().to_owned()
    };
    let next_call = first.next_call.map(|moment| place.clock.shown(moment));
    let fields = [
        ("safe_to_talk", yes_no(first.safe_to_talk).to_owned()),
        ("alone", yes_no(first.alone).to_owned()),
        ("whose_phone", text(&first.whose_phone)),
        ("tonight", text(&first.tonight)),
        ("three_nights", text(&first.three_nights)),
        ("hunted_by", text(&first.hunted_by)),
        ("known_where", yes_no(first.known_where).to_owned()),
        ("hurt", text(&first.hurt)),
        ("medicine", text(&first.medicine)),
        ("thinks_of_dying", yes_no(first.thinks_of_dying).to_owned()),
        ("anyone_under_18", yes_no(first.anyone_under_18).to_owned()),
        ("code_word", text(&first.code_word)),
        ("next_call", next_call.unwrap_or_default()),
    ];
    Typed::of(fields.map(|(name, text)| (name.to_owned(), text)))
}

/// The questions, in the order of casework; if it is not safe to talk, only when to talk again.
pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("first-title", &["first-lead"]);
    let yes_no = || yes_no_not_asked(place.speech);
    sheet.one_of("safe_to_talk", "first-safe", "first-safe-hint", yes_no());
    if sheet.typed("safe_to_talk") != "no" {
        sheet.one_of("alone", "first-alone", "", yes_no());
        sheet.line("whose_phone", "first-phone", "first-phone-hint");
        sheet.line("tonight", "first-tonight", "first-tonight-hint");
        sheet.line("three_nights", "first-three-nights", "");
        sheet.area("hunted_by", "first-hunted", "first-hunted-hint");
        sheet.one_of("known_where", "first-known", "", yes_no());
        sheet.line("hurt", "first-hurt", "first-none-hint");
        sheet.line("medicine", "first-medicine", "first-none-hint");
        sheet.one_of(
            "thinks_of_dying",
            "first-dying",
            "first-dying-hint",
            yes_no(),
        );
        sheet.one_of("anyone_under_18", "first-under-18", "", yes_no());
        sheet.line("code_word", "first-word", "first-word-hint");
    }
    sheet.moment("next_call", "first-next", "first-next-hint", "");
}

/// The whole block anew, in place of what was answered before.
pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let before = standing(place).cloned();
    let mut first = before.unwrap_or_else(|| FirstMinutes::new(place.person));
    first.safe_to_talk = yes_no(reading, "safe_to_talk");
    let is_typed = !reading.text("next_call").is_empty();
    first.next_call = is_typed
        .then(|| reading.moment("next_call", place.clock))
        .flatten();
    if first.safe_to_talk == Some(false) {
        if !is_typed {
            reading.fault("next_call", "fault-next-call");
        }
    } else {
        answer(&mut first, reading);
    }
    Some(vec![entry(place, first)])
}

fn answer(first: &mut FirstMinutes, reading: &mut Reading<'_>) {
    first.alone = yes_no(reading, "alone");
    first.whose_phone = said(reading, "whose_phone");
    first.tonight = said(reading, "tonight");
    first.three_nights = said(reading, "three_nights");
    first.hunted_by = said(reading, "hunted_by");
    first.known_where = yes_no(reading, "known_where");
    first.hurt = said(reading, "hurt");
    first.medicine = said(reading, "medicine");
    first.thinks_of_dying = yes_no(reading, "thinks_of_dying");
    first.anyone_under_18 = yes_no(reading, "anyone_under_18");
    first.code_word = said(reading, "code_word");
}

/// The latest word on the first minutes; where two differ, the later, so that both are seen when it is
/// written anew.
pub(super) fn standing<'p>(place: &Place<'p>) -> Option<&'p FirstMinutes> {
    latest(place.case, place.person)
}

pub(crate) fn latest(case: &casework::Case, person: casework::PersonId) -> Option<&FirstMinutes> {
    let standing = case.thing::<FirstMinutes>(&Key::Person(person))?;
    standing.each().last().map(|(_, first)| *first)
}

/// An entry that stands in place of every earlier word on the first minutes.
pub(super) fn entry(place: &Place<'_>, first: FirstMinutes) -> Entry {
    let standing = place.case.thing::<FirstMinutes>(&Key::Person(place.person));
    let each = standing.map(|it| it.each()).unwrap_or_default();
    let before = each.into_iter().map(|(noted, _)| noted.id);
    Entry::new(first).in_place_of(Why::Changed, before)
}
