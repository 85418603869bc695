//! How a person is heard from, and what is done when they are not.

use super::picking::anew;
use super::{Place, Reading, Sheet};
use crate::shift::call_id;
use casework::{CheckInPlan, Entry, LadderCall, LadderStep, Minutes, ProofQuestion};

/// A year of hours: no rhythm is slower.
const MOST_HOURS: u32 = 24 * 366;
/// A week of minutes: nobody waits longer before they begin to worry.
const MOST_GRACE: u32 = 7 * 24 * 60;

/// The fields of a rung: for whom it is, after how long, who that is, what is said.
type Rung = (LadderCall, &'static str, &'static str, &'static str);

const RUNGS: [Rung; 4] = [
    (
        LadderCall::Person,
        "person_after",
        "person_who",
        "person_say",
    ),
    (
        LadderCall::SecondContact,
        "second_after",
        "second_who",
        "second_say",
    ),
    (
        LadderCall::Lawyer,
        "lawyer_after",
        "lawyer_who",
        "lawyer_say",
    ),
    (
        LadderCall::Public,
        "public_after",
        "public_who",
        "public_say",
    ),
];

/// The fields of a proof question and of its answer.
const PROOFS: [(&str, &str); 2] = [("ask_1", "answer_1"), ("ask_2", "answer_2")];

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-plan", &["form-plan-lead"]);
    let clock = place.office.clock(place.clock);
    let now = clock.shown(clock.now);
    sheet.moment("first", "form-plan-first", "", &now);
    sheet.number("every", "form-plan-every", "form-plan-every-hint", "24");
    sheet.number("grace", "form-plan-grace", "form-plan-grace-hint", "60");
    sheet.number("red_after", "form-plan-red", "form-plan-red-hint", "6");
    sheet.line("channel", "form-plan-channel", "form-plan-channel-hint");
    sheet.line("fine", "form-plan-fine", "form-plan-fine-hint");
    sheet.line("duress", "form-plan-duress", "form-plan-duress-hint");
    sheet.picked(
        "holder",
        "form-plan-holder",
        "form-plan-holder-hint",
        place.members(),
    );
    for (call, after, who, say) in RUNGS {
        sheet.number(after, after_id(call), "form-plan-after-hint", "");
        sheet.line(who, call_id(call), "form-plan-who-hint");
        sheet.line(say, "form-plan-say", "");
    }
    sheet.area("never_say", "form-plan-never", "form-plan-never-hint");
    for (ask, answer) in PROOFS {
        sheet.line(ask, "form-plan-ask", "form-plan-ask-hint");
        sheet.line(answer, "form-plan-answer", "");
    }
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let clock = place.office.clock(place.clock);
    let first = reading.moment("first", clock);
    let every = reading.hours("every", 1..=MOST_HOURS);
    let grace = reading.number("grace", 0..=MOST_GRACE).map(Minutes);
    let red_after = reading.hours("red_after", 1..=MOST_HOURS);
    let fine = reading.needed_text("fine", "fault-plan-fine");
    let duress = reading.needed_text("duress", "fault-plan-duress");
    if let (Some(fine), Some(duress)) = (&fine, &duress)
        && fine == duress
    {
        reading.fault("duress", "fault-plan-same");
    }
    if let (Some(grace), Some(red)) = (grace, red_after)
        && red <= grace
    {
        reading.fault("red_after", "fault-plan-red");
    }
    let ladder = RUNGS.map(|rung| self::rung(reading, rung));
    let proof = PROOFS.map(|fields| self::proof(reading, fields));
    let plan = CheckInPlan {
        person: place.person,
        first: first?,
        every: every?,
        grace: grace?,
        red_after: red_after?,
        ends: None,
        channel: reading.text("channel"),
        fine: fine?,
        duress: duress?,
        holder: reading.member("holder", &place.members()),
        ladder: ladder.into_iter().flatten().collect(),
        never_say: reading.text("never_say"),
        proof: proof.into_iter().flatten().collect(),
    };
    Some(vec![anew(place.case, plan)])
}

/// A rung, if anything of it was typed.
fn rung(reading: &mut Reading<'_>, (to, after, who, say): Rung) -> Option<LadderStep> {
    let (who, say) = (reading.text(who), reading.text(say));
    if reading.text(after).is_empty() && who.is_empty() && say.is_empty() {
        return None;
    }
    Some(LadderStep {
        after: reading.number(after, 0..=MOST_GRACE).map(Minutes)?,
        to,
        who,
        say,
    })
}

fn proof(
    reading: &mut Reading<'_>,
    (ask, answer): (&'static str, &'static str),
) -> Option<ProofQuestion> {
    let question = reading.text(ask);
    let text = reading.text(answer);
    match (question.is_empty(), text.is_empty()) {
        (true, true) => None,
        (false, false) => Some(ProofQuestion {
            ask: question,
            answer: text,
        }),
        (true, false) => {
            reading.fault(ask, "fault-plan-proof");
            None
        }
        (false, true) => {
            reading.fault(answer, "fault-plan-proof");
            None
        }
    }
}

fn after_id(call: LadderCall) -> &'static str {
    match call {
        LadderCall::Person => "form-plan-after-person",
        LadderCall::SecondContact => "form-plan-after-second",
        LadderCall::Lawyer => "form-plan-after-lawyer",
        LadderCall::Public => "form-plan-after-public",
    }
}
