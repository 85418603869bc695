//! What can be shown of harm, as counts that can be defended and give nobody away: a part of what is
//! recorded, never of what is not known.

use crate::cabinet::CaseFile;
use crate::office::Office;
use crate::safe_count::SafeCount;
use crate::view::{ShownLine, ShownPage};
use crate::{Lang, Speech};
use casework::{Chain, Element, ElementState, Evidence, Key, Support};
use facts::FactId;

/// Everybody whose case is kept, and of how many what stands behind it.
#[derive(Default)]
struct Tally {
    people: usize,
    /// Harm in the past is recorded, and nobody contests it.
    harmed: usize,
    /// Of those, with a piece of evidence that went from hand to hand without a gap.
    with_evidence: usize,
    /// Of those, where a second person agrees that persecution is supported.
    agreed: usize,
}

impl Office {
    /// What can be shown of harm. Counts are printed so that no small number, and no small rest, can
    /// be told: the sheet may leave the room.
    pub fn shown(&self, lang: Lang) -> ShownPage {
        let speech = Speech::of(lang);
        let mut tally = Tally::default();
        for file in self.cabinet().cases() {
            self.count(&file, &mut tally);
        }
        let whole = SafeCount::of(tally.people);
        let harmed = SafeCount::of_part(tally.harmed, whole);
        let counted = [
            ("shown-people", whole),
            ("shown-harmed", harmed),
            (
                "shown-evidence",
                SafeCount::of_part(tally.with_evidence, harmed),
            ),
            ("shown-agreed", SafeCount::of_part(tally.agreed, harmed)),
        ];
        let line = |(what, count): (&str, SafeCount)| ShownLine {
            what: speech.say(what),
            count: count.in_words(speech),
        };
        ShownPage {
            lines: counted.into_iter().map(line).collect(),
            tables: self.count_tables(lang),
            taken_out: self.taken_out(lang),
        }
    }

    fn count(&self, file: &CaseFile<'_>, tally: &mut Tally) {
        let case = self.desk().caseload().case(file.number);
        let Some((case, person)) = case.zip(file.principal()) else {
            return;
        };
        tally.people += 1;
        let harm = case.facts.get(&FactId("harm_past".into()), None);
        if harm != Some(&facts::Recorded::yes_no(true)) {
            return;
        }
        tally.harmed += 1;
        tally.with_evidence += usize::from(has_sound_evidence(file));
        let support = file.case.support(person);
        let is_supported = support.get(&Element::Persecution) == Some(&ElementState::Supported);
        let is_agreed = is_supported && is_seconded(file, person);
        tally.agreed += usize::from(is_agreed);
    }
}

/// Whether a piece of evidence stands that nobody doubts and that was never out of sight.
fn has_sound_evidence(file: &CaseFile<'_>) -> bool {
    let mut pieces = file.case.standing::<Evidence>();
    pieces.any(|(noted, evidence)| {
        !noted.is_doubted() && matches!(file.case.custody(evidence.id), Chain::Whole(_))
    })
}

/// Whether a second person has looked at the word on persecution, and agrees.
fn is_seconded(file: &CaseFile<'_>, person: casework::PersonId) -> bool {
    let key = Key::Matter(person, Element::Persecution as u32, None);
    let standing = file.case.thing::<Support>(&key);
    let each = standing.map(|standing| standing.each()).unwrap_or_default();
    !each.is_empty() && each.iter().all(|(noted, _)| noted.is_approved())
}
