//! A piece of evidence, and each time that it changes hands. The file itself is known by its hash.

use super::{Place, Reading, Sheet};
use crate::cabinet::make_thing;
use crate::hex::{from_hex, hex};
use crate::speech::say;
use casework::{Chain, Custody, Entry, Evidence, EvidenceKind, Holder, MemberId, Source};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-evidence", &["form-evidence-lead"]);
    let kinds = sheet.named::<EvidenceKind>(kind_id);
    sheet.picked("kind", "form-evidence-kind", "", kinds);
    sheet.area("what", "form-evidence-what", "form-evidence-what-hint");
    sheet.line("sha256", "form-evidence-hash", "form-evidence-hash-hint");
    let from = [
        ("person", "says-person"),
        ("member", "form-evidence-from-us"),
    ];
    sheet.one_of("from", "form-evidence-from", "", said(place, &from));
    let clock = place.office.clock(place.clock);
    let now = clock.shown(clock.now);
    sheet.moment("received", "form-evidence-received", "", &now);
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let kind = reading.one_of::<EvidenceKind>("kind");
    let what = reading.needed_text("what", "fault-evidence-what");
    let sha256 = hash(reading);
    let from = match reading.text("from").as_str() {
        "person" => Some(Source::Person(place.person)),
        "member" => Some(Source::Member),
        _ => {
            reading.fault("from", "fault-choose");
            None
        }
    };
    let received = reading.moment("received", place.office.clock(place.clock));
    let evidence = Evidence {
        id: make_thing(),
        person: place.person,
        kind: kind?,
        sha256: sha256?,
        what: what?,
        from: from?,
        received: received?,
        received_by: place.office.cabinet().me(),
    };
    Some(vec![Entry::new(evidence)])
}

pub(crate) fn lay_out_custody(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-custody", &["form-custody-lead"]);
    sheet.picked("evidence", "form-custody-which", "", pieces(place));
    sheet.picked("to", "form-custody-to", "", holders(place));
    sheet.line("how", "form-custody-how", "form-custody-how-hint");
    sheet.line("sha256", "form-evidence-hash", "form-custody-hash-hint");
    let clock = place.office.clock(place.clock);
    let now = clock.shown(clock.now);
    sheet.moment("at", "form-custody-at", "", &now);
}

/// The hand-over, from whoever has the piece now. Where nobody can tell who has it, from whoever
/// records it: the gap then shows.
pub(crate) fn take_custody(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let which = reading.thing("evidence", &pieces(place));
    let to = holder(reading, place);
    let sha256 = hash(reading);
    let at = reading.moment("at", place.office.clock(place.clock));
    let evidence = which?;
    let from = match place.case.custody(evidence) {
        Chain::Whole(holder) => holder,
        Chain::Gap(_) | Chain::Altered(_) | Chain::Contested | Chain::None => {
            Holder::Member(place.office.cabinet().me())
        }
    };
    let custody = Custody {
        evidence,
        at: at?,
        from,
        to: to?,
        how: reading.text("how"),
        sha256: sha256?,
    };
    Some(vec![Entry::new(custody)])
}

fn hash(reading: &mut Reading<'_>) -> Option<[u8; 32]> {
    let typed = reading.text("sha256").as_str().to_ascii_lowercase();
    let hash = from_hex::<32>(&typed);
    if hash.is_none() {
        reading.fault("sha256", "fault-hash");
    }
    hash
}

fn holder(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Holder> {
    match reading.text("to").as_str() {
        "person" => Some(Holder::Person(place.person)),
        "authority" => Some(Holder::Authority),
        _ => reading
            .picked("to", &holders(place))
            .map(|id| Holder::Member(MemberId(id))),
    }
}

fn holders(place: &Place<'_>) -> Vec<(String, String)> {
    let mut all = place.members();
    all.extend(said(
        place,
        &[
            ("person", "holder-person"),
            ("authority", "holder-authority"),
        ],
    ));
    all
}

/// Every piece of evidence for the person, by what it shows.
pub(crate) fn pieces(place: &Place<'_>) -> Vec<(String, String)> {
    let things = place.case.things::<Evidence>();
    let latest = things.values().filter_map(|standing| standing.each().pop());
    let theirs = latest.filter(|(_, it)| it.person == place.person);
    theirs
        .map(|(_, it)| {
            let kind = place.speech.say(kind_id(it.kind));
            let label = say!(
                place.speech,
                "evidence-is",
                kind = &kind,
                what = it.what.as_str()
            );
            (hex(&it.id.0), label)
        })
        .collect()
}

/// Values of a field, with the words for each.
pub(crate) fn said(place: &Place<'_>, of: &[(&str, &str)]) -> Vec<(String, String)> {
    let said = of.iter();
    said.map(|(value, id)| ((*value).to_owned(), place.speech.say(id)))
        .collect()
}

/// The words for a kind of evidence.
pub(crate) fn kind_id(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Official => "evidence-official",
        EvidenceKind::Message => "evidence-message",
        EvidenceKind::Witness => "evidence-witness",
        EvidenceKind::Picture => "evidence-picture",
        EvidenceKind::Recording => "evidence-recording",
        EvidenceKind::Injuries => "evidence-injuries",
        EvidenceKind::Press => "evidence-press",
        EvidenceKind::Other => "evidence-other",
    }
}
