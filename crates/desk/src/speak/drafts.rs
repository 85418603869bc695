//! Drafts in work: kept in the organisation's own drawer, with what each still lacks. In reading
//! order: which draft is meant; the lists of the first page; `draft_page` shows one; `signing` takes
//! what is done to it, `reviewing` what goes to a reviewer and back.

mod draft_page;
mod reviewing;
mod signing;

use super::{Checked, reader_of};
use crate::cabinet::Drawer;
use crate::hex::{from_hex, hex};
use crate::office::Office;
use crate::view::{BoardLine, BoardSection};
use crate::{Lang, Speech};
use casework::{Case, InWork, MemberId, Readers, ThingId};
use disclosure::{Category, Finding, Stop};

/// Which draft is meant, as an address says it: sixteen bytes that tell nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DraftId(ThingId);

impl DraftId {
    /// The one of an address.
    pub fn from_word(word: &str) -> Option<DraftId> {
        from_hex(word).map(|id| DraftId(ThingId(id)))
    }

    /// As it stands in an address.
    pub fn word(self) -> String {
        hex(&self.0.0)
    }
}

/// What a check marked, so that a later check of the same text names it alike.
fn marked(finding: &Finding, text: &str) -> casework::Marked {
    let at = &finding.at;
    let length = at.end.saturating_sub(at.start);
    let words: String = text.chars().skip(at.start).take(length).collect();
    casework::Marked {
        category: category(finding.category).to_owned(),
        subject: finding.subject.clone(),
        words: words.as_str().into(),
    }
}

/// A kind of finding, as it stands in signed entries.
fn category(category: Category) -> &'static str {
    match category {
        Category::Identity => "identity",
        Category::Attributes => "attributes",
        Category::Date => "date",
        Category::Place => "place",
        Category::Relative => "relative",
        Category::Helper => "helper",
        Category::Staff => "staff",
        Category::Negotiation => "negotiation",
        Category::Count => "count",
        Category::Outcome => "outcome",
    }
}

/// Whether somebody waits for this member's signature.
fn waits_for(draft: &InWork<'_>, me: MemberId) -> bool {
    let mut asked = draft.overrides.iter().map(|(noted, _)| noted.id);
    draft.may_be_approved_by(me) || asked.any(|asked| draft.may_be_seconded_by(asked, me))
}

impl Office {
    pub(super) fn drafts(&self) -> Vec<InWork<'_>> {
        let own = self.cabinet().drawers(Drawer::Organisation);
        own.flat_map(|(_, folded)| Case::drafts(folded)).collect()
    }

    fn draft(&self, id: DraftId) -> Option<InWork<'_>> {
        self.drafts().into_iter().find(|it| it.draft.id == id.0)
    }

    /// What a check of a draft marks, in the order of its findings.
    fn marked_in(&self, draft: &casework::Draft) -> Result<Vec<casework::Marked>, Stop> {
        let checked = self.checked()?;
        let verdict = checked.check(draft.text.as_str(), reader_of(draft.to))?;
        let found = verdict.findings().iter();
        Ok(found.map(|it| marked(it, draft.text.as_str())).collect())
    }

    /// Those that wait for whoever reads this, and the others.
    pub(super) fn drafts_in_work(&self, lang: Lang) -> Vec<BoardSection> {
        let me = self.cabinet().me();
        let drafts = self.drafts().into_iter();
        let (reviewed, rest): (Vec<_>, Vec<_>) = drafts.partition(|it| self.waits_for_review(it));
        let (waiting, rest): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|it| waits_for(it, me) && !self.waits_before_signing(it));
        let speech = Speech::of(lang);
        let section = |id: &str, of: Vec<InWork<'_>>| BoardSection {
            id: id.to_owned(),
            head: speech.say(id),
            lines: of.iter().map(|it| self.draft_line(it, lang)).collect(),
            ..BoardSection::default()
        };
        vec![
            section("review-waits", reviewed),
            section("draft-waits-for-me", waiting),
            section("draft-in-work", rest),
        ]
    }

    fn draft_line(&self, it: &InWork<'_>, lang: Lang) -> BoardLine {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        BoardLine {
            label: it.draft.text.as_str().to_owned(),
            address: format!("/say/{}", DraftId(it.draft.id).word()),
            source: [
                crate::shift::recorded_by(it.noted, self, &reading),
                self.read_by(it.draft.to, lang),
            ]
            .join(" · "),
            ..BoardLine::default()
        }
    }

    /// Who reads a statement, in words.
    pub(super) fn read_by(&self, to: Readers, lang: Lang) -> String {
        let speech = Speech::of(lang);
        match to {
            Readers::Press => speech.say("say-to-press"),
            Readers::Journalist => speech.say("say-to-journalist"),
            Readers::Donor => speech.say("say-to-donor"),
            Readers::Government(country) => self.desk().country(country.0, lang),
        }
    }
}

/// The figures of a text that are written in digits, in its order.
fn figures(text: &str) -> Vec<&str> {
    let pieces = text.split(|letter: char| !letter.is_ascii_digit());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_in_digits_is_asked_about() {
        assert_eq!(figures("42 people, 3 of them in May; forty."), ["42", "3"]);
        assert!(figures("We help.").is_empty());
    }
}
