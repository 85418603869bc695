//! How staff and sources are spoken of outside: what was agreed with each, and what waits for a second
//! signature. In reading order: the board of all of them; `form` takes what was agreed; `second` a
//! colleague's signature under it.

mod form;
mod second;

use crate::cabinet::Drawer;
use crate::desk::Reading;
use crate::forms::Clock;
use crate::hex::{from_hex, hex};
use crate::office::Office;
use crate::shift::{recorded_by, section};
use crate::speech::say;
use crate::view::{Board, BoardLine, BoardSection};
use crate::{Lang, Speech};
use casework::{
    Agreement, Attributed, Attribution, Body, Case, Key, MemberId, Phrase, SpokenOf, ThingId,
    Withheld,
};

/// Whose attribution is meant, as an address says it: sixteen bytes that tell nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AttributionId(ThingId);

impl AttributionId {
    /// The one of an address.
    pub fn from_word(word: &str) -> Option<AttributionId> {
        from_hex(word).map(|id| AttributionId(ThingId(id)))
    }

    /// As it stands in an address.
    pub fn word(self) -> String {
        hex(&self.0.0)
    }

    fn of(attribution: &Attribution) -> Option<AttributionId> {
        match attribution.key() {
            Key::Thing(id) => Some(AttributionId(id)),
            _ => None,
        }
    }
}

/// The words for whom a finding exposes.
pub(crate) fn whom_id(of: Attributed) -> &'static str {
    match of {
        Attributed::Member(_) | Attributed::Colleague => "say-whom-staff",
        Attributed::Official(_) => "attribution-official",
        Attributed::Reporter => "attribution-reporter",
        Attributed::Helper => "attribution-helper",
    }
}

fn withheld_id(withheld: Withheld) -> &'static str {
    match withheld {
        Withheld::Name => "attribution-name",
        Withheld::Sex => "attribution-sex",
        Withheld::Role => "attribution-role",
    }
}

impl Office {
    /// The organisation's own drawer.
    pub(crate) fn own_drawer(&self) -> Option<&Case> {
        let mut own = self.cabinet().drawers(Drawer::Organisation);
        own.next().map(|(_, folded)| folded)
    }

    fn spoken_of(&self, of: AttributionId) -> Option<SpokenOf<'_>> {
        let all = self.own_drawer()?.attributions();
        all.into_iter()
            .find(|it| AttributionId::of(it.attribution) == Some(of))
    }

    /// How everybody is spoken of, and with whom nothing was agreed yet.
    pub fn attributions(&self, _: Clock, lang: Lang) -> Board {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let speech = reading.speech;
        let all = self.own_drawer().map(Case::attributions);
        let all = all.unwrap_or_default();
        let me = self.cabinet().me();
        let (waiting, rest): (Vec<_>, Vec<_>) =
            all.iter().partition(|it| it.may_be_seconded_by(me));
        let (ours, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|it| is_ours(it));
        let lines = |of: Vec<&SpokenOf<'_>>, next: &str| -> Vec<BoardLine> {
            of.into_iter()
                .map(|it| self.spoken_line(it, &reading, next))
                .collect()
        };
        let mut own = lines(ours, "");
        own.extend(self.untold_lines(&all, &reading));
        let mut board = Board {
            head: speech.say("attribution-title"),
            lead: ["attribution-lead", "attribution-lead-risk"]
                .map(|id| speech.say(id))
                .into(),
            forms: vec![
                (
                    "/attribution/new".to_owned(),
                    speech.say("attribution-form"),
                ),
                ("/new".to_owned(), speech.say("attribution-open-case")),
            ],
            ..Board::default()
        };
        board.add(BoardSection {
            lines: lines(waiting, "/second"),
            ..section("attribution-waits", "", speech)
        });
        board.add(BoardSection {
            lines: own,
            ..section("attribution-ours", "", speech)
        });
        board.add(BoardSection {
            lines: lines(others, ""),
            ..section("attribution-others", "attribution-others-none", speech)
        });
        board
    }

    fn spoken_line(&self, it: &SpokenOf<'_>, reading: &Reading<'_>, next: &str) -> BoardLine {
        let address =
            AttributionId::of(it.attribution).map(|id| format!("/attribution/{}{next}", id.word()));
        BoardLine {
            label: self.label_of(it, reading),
            address: address.unwrap_or_default(),
            says: told(it, reading.speech),
            marks: vec![reading.speech.say(agreement_id(it.agreement))],
            source: recorded_by(it.noted, self, reading),
            ..BoardLine::default()
        }
    }

    /// Whom it is about, as colleagues know them.
    fn label_of(&self, it: &SpokenOf<'_>, reading: &Reading<'_>) -> String {
        let speech = reading.speech;
        let kind = speech.say(match it.attribution.of {
            Attributed::Member(member) => return self.member(member, reading),
            Attributed::Colleague => "attribution-colleague",
            other => whom_id(other),
        });
        let government = match it.attribution.of {
            Attributed::Official(country) => Some(reading.country(country.0)),
            _ => None,
        };
        let name = it.names.iter().next().map(|it| it.as_str().to_owned());
        let parts = [name, Some(kind), government].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// Members with whom nothing was agreed.
    fn untold_lines(&self, all: &[SpokenOf<'_>], reading: &Reading<'_>) -> Vec<BoardLine> {
        let is_told = |member: &MemberId| {
            let of = Attributed::Member(*member);
            all.iter().any(|it| it.attribution.of == of)
        };
        let members = self.cabinet().members().into_iter();
        let untold = members.filter(|member| !is_told(member));
        let line = |member| BoardLine {
            label: self.member(member, reading),
            says: vec![reading.speech.say("attribution-untold")],
            ..BoardLine::default()
        };
        untold.map(line).collect()
    }
}

fn is_ours(it: &SpokenOf<'_>) -> bool {
    matches!(
        it.attribution.of,
        Attributed::Member(_) | Attributed::Colleague
    )
}

fn agreement_id(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agreed => "attribution-agreed",
        Agreement::Proposed => "attribution-proposed",
        Agreement::Contested => "attribution-contested",
    }
}

/// What was agreed, sentence by sentence.
fn told(it: &SpokenOf<'_>, speech: &Speech) -> Vec<String> {
    let attribution = it.attribution;
    let words = |of: &Phrase| match speech.lang() {
        Lang::En => of.in_english().as_str().to_owned(),
        Lang::Ru => of.in_russian().as_str().to_owned(),
    };
    let (descriptor, because) = (words(&attribution.descriptor), words(&attribution.because));
    let mut says = Vec::new();
    if !descriptor.is_empty() {
        says.push(say!(
            speech,
            "attribution-told-as",
            descriptor = &descriptor,
            because = &because
        ));
    }
    let kept = &attribution.withheld;
    says.push(match kept.is_empty() {
        true => speech.say("attribution-on-record"),
        false => {
            let kept: Vec<String> = kept.iter().map(|it| speech.say(withheld_id(*it))).collect();
            let kept = kept.join(", ");
            say!(speech, "attribution-not-said", what = &kept)
        }
    });
    says
}
