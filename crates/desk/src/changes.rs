//! What changed for one person between two days, as plain text.

use crate::case::CaseNumber;
use crate::decide::{write_beside, write_way};
use crate::desk::{Desk, Reading};
use crate::explain::Explaining;
use crate::{Lang, Speech, day};
use facts::Date;
use law::{ChangedVerdict, changed_verdicts};
use std::fmt::Write;

/// Every way whose answer is another on the later day, with what it was and why it is so now.
/// Nothing, if there is no such case; an empty text, if nothing changed.
///
/// The person's facts stay as recorded: only the law and the calendar move. An entry never stands
/// without return and pursuit beside it.
pub fn changes_text(
    desk: &Desk,
    number: CaseNumber,
    from: Date,
    to: Date,
    lang: Lang,
) -> Option<String> {
    let (before, after) = (desk.reading(from, lang), desk.reading(to, lang));
    let case = desk.caseload().case(number)?;
    let changed = changed_verdicts(desk.library(), &case.facts, &before.program, &after.program);
    let mut text = String::new();
    if !changed.is_empty() {
        let _ = writeln!(text, "{}\n", Speech::of(lang).say("banner-choice"));
    }
    for change in &changed {
        let _ = writeln!(text, "{}", change.id);
        write_side(&mut text, &before, number, change, true);
        write_side(&mut text, &after, number, change, false);
    }
    Some(text)
}

/// One side of a change: before, in a line; after, with its reasons.
fn write_side(
    text: &mut String,
    reading: &Reading<'_>,
    number: CaseNumber,
    change: &ChangedVerdict,
    earlier: bool,
) {
    let verdict = if earlier {
        &change.before
    } else {
        &change.after
    };
    let day = day::in_words(reading.on, reading.speech);
    let (Some(verdict), Some(case)) = (verdict, reading.case(number)) else {
        let _ = writeln!(
            text,
            "  {day}: {}",
            Speech::of(reading.lang).say("changes-not-there")
        );
        return;
    };
    let way = Explaining {
        reading,
        case,
        verdict,
    }
    .way();
    if !earlier {
        let _ = writeln!(text, "  {day}:");
        write_way(text, &way);
        return;
    }
    let _ = writeln!(
        text,
        "  {day}: {} {} · {}",
        way.sign.mark, way.sign.word, way.asked_today.word
    );
    if let Some(beside) = &way.beside_entry {
        write_beside(text, beside);
    }
}
