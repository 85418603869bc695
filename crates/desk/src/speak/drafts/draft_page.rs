//! The page of one draft: its text, what a check of it marks, and what it lacks.

use super::{Checked, DraftId, figures, marked, reader_of};
use crate::forms::{Fault, Sheet, Typed, terms_id};
use crate::hex::hex;
use crate::office::Office;
use crate::speak::page::stopped;
use crate::speak::{Draft, SaidTo};
use crate::speech::say;
use crate::view::{DraftFinding, DraftOverride, DraftPage, SayAnswer};
use crate::{InWords, Lang, Speech};
use casework::{InWork, Lacking, Marked, Readers, Terms};
use std::collections::BTreeSet;

/// What a check of a draft came to: the answer in words, and what it marked. Nothing is marked, and
/// nothing may be signed, where it could not be finished.
struct Judged {
    answer: SayAnswer,
    marked: Option<Vec<Marked>>,
}

impl Office {
    /// The page of a draft, with what was typed into its form.
    pub fn draft_page(
        &self,
        id: DraftId,
        typed: &Typed,
        faults: &[Fault],
        lang: Lang,
    ) -> Option<DraftPage> {
        let it = self.draft(id)?;
        let speech = Speech::of(lang);
        let kept = as_typed(it.draft);
        let shown = if typed.is_empty() { &kept } else { typed };
        let mut sheet = Sheet::new(shown, faults, speech);
        sheet.head("draft-title", &["draft-lead"]);
        sheet.button("draft-keep-wording");
        self.lay_out_draft(&mut sheet, lang);
        let judged = self.judged_draft(&it, lang);
        let me = self.cabinet().me();
        let lacks = judged.marked.as_ref().map(|marked| {
            let marked: BTreeSet<Marked> = marked.iter().cloned().collect();
            self.all_lacking(&it, &marked)
        });
        let is_ready = lacks.as_ref().is_some_and(BTreeSet::is_empty);
        let lacking = lacks.iter().flatten().map(lacking_id);
        let lacking: BTreeSet<&str> = lacking.collect();
        let found = self.draft_findings(&it, &judged, speech);
        Some(DraftPage {
            form: sheet.done(),
            address: format!("/say/{}", id.word()),
            wording: hex(&it.noted.id.0),
            text: it.draft.text.as_str().to_owned(),
            repeats: self.repeats(it.draft, judged.marked.as_deref().unwrap_or_default()),
            corrects: self
                .corrected(it.draft)
                .map(|it| it.text.as_str().to_owned()),
            may_approve: judged.marked.is_some()
                && it.may_be_approved_by(me)
                && !self.waits_before_signing(&it),
            review: self.draft_review(&it, lang),
            figures: figures(it.draft.text.as_str())
                .into_iter()
                .map(|it| say!(speech, "draft-counts", figure = it))
                .collect(),
            lacks: lacking.into_iter().map(|id| speech.say(id)).collect(),
            answer: judged.answer,
            found,
            is_ready,
        })
    }

    fn lay_out_draft(&self, sheet: &mut Sheet<'_>, lang: Lang) {
        self.lay_out_say(sheet, lang);
        let terms = sheet.named::<Terms>(terms_id);
        sheet.one_of("terms", "draft-terms", "draft-terms-hint", terms);
        sheet.day("embargo", "draft-embargo", "");
    }

    fn judged_draft(&self, it: &InWork<'_>, lang: Lang) -> Judged {
        let text = it.draft.text.as_str();
        let checked = self.checked().and_then(|checked| {
            let verdict = checked.check(text, reader_of(it.draft.to))?;
            Ok((checked, verdict))
        });
        match checked {
            Err(why) => Judged {
                answer: stopped(&why, lang),
                marked: None,
            },
            Ok((checked, verdict)) => {
                let draft = Draft {
                    text: text.to_owned(),
                    to: it.draft.to,
                    language: Lang::from_code(&it.draft.language).unwrap_or(lang),
                };
                let checked: &Checked = &checked;
                let found = verdict.findings().iter();
                Judged {
                    marked: Some(found.map(|it| marked(it, text)).collect()),
                    answer: self.judged(checked, &verdict, &draft, lang),
                }
            }
        }
    }

    fn draft_findings(
        &self,
        it: &InWork<'_>,
        judged: &Judged,
        speech: &'static Speech,
    ) -> Vec<DraftFinding> {
        let me = self.cabinet().me();
        let reading = self
            .desk()
            .reading(self.desk().caseload().date, speech.lang());
        let checked = self.checked().ok();
        let marked = judged.marked.iter().flatten();
        let each = marked.zip(&judged.answer.found).enumerate();
        let told = each.map(|(n, (marked, finding))| {
            let own = it.overrides.iter().filter(|(_, of)| of.finding == *marked);
            let overrides = own.map(|(noted, of)| DraftOverride {
                id: hex(&noted.id.0),
                because: of.because.as_str().to_owned(),
                by: crate::shift::recorded_by(noted, self, &reading),
                state: speech.say(match (noted.is_doubted(), noted.is_approved()) {
                    (true, _) => "draft-override-opposed",
                    (false, true) => "draft-override-seconded",
                    (false, false) => "draft-override-waits",
                }),
                may_second: it.may_be_seconded_by(noted.id, me),
            });
            DraftFinding {
                n,
                told: finding.clone(),
                overrides: overrides.collect(),
                may_override: checked
                    .as_ref()
                    .is_some_and(|it| self.may_answer_for(it, marked)),
            }
        });
        told.collect()
    }

    /// The statement that a draft corrects.
    fn corrected(&self, draft: &casework::Draft) -> Option<&casework::Statement> {
        let corrects = draft.corrects?;
        let mut said = self.own_drawer()?.standing::<casework::Statement>();
        let found = said.find(|(noted, _)| noted.id == corrects);
        found.map(|(_, said)| said)
    }

    /// Whether a correction exposes what the statement that it corrects has exposed: to deny it would
    /// say it once more.
    fn repeats(&self, draft: &casework::Draft, marked_now: &[Marked]) -> bool {
        let Some(said) = self.corrected(draft) else {
            return false;
        };
        let text = said.text.as_str();
        let checked = self.checked();
        let verdict = checked.and_then(|it| it.check(text, reader_of(said.to)));
        let Ok(verdict) = verdict else {
            // What cannot be compared is not called harmless.
            return true;
        };
        let before = verdict.findings().iter().map(|it| marked(it, text));
        let before: BTreeSet<(String, String)> =
            before.map(|it| (it.category, it.subject)).collect();
        let mut now = marked_now.iter();
        now.any(|it| before.contains(&(it.category.clone(), it.subject.clone())))
    }
}

fn lacking_id(lacking: &Lacking) -> &'static str {
    match lacking {
        Lacking::OneText => "draft-lacks-one-text",
        Lacking::Override(_) => "draft-lacks-override",
        Lacking::Second(_) => "draft-lacks-second",
        Lacking::Agreement(_) => "draft-lacks-agreement",
        Lacking::Approval => "draft-lacks-approval",
        Lacking::Review => "review-lacks",
        Lacking::OtherWords => "review-lacks-words",
    }
}

/// A draft, as it would be typed.
fn as_typed(draft: &casework::Draft) -> Typed {
    let (to, country) = match draft.to {
        Readers::Press => (SaidTo::Press, String::new()),
        Readers::Journalist => (SaidTo::Journalist, String::new()),
        Readers::Donor => (SaidTo::Donor, String::new()),
        Readers::Government(country) => (SaidTo::Government, country.0.to_string()),
    };
    let embargo = draft.embargo.map(|it| it.0.to_string());
    let fields = [
        ("draft", draft.text.as_str().to_owned()),
        ("to", to.word().to_owned()),
        ("country", country),
        ("language", draft.language.clone()),
        ("terms", draft.terms.word().to_owned()),
        ("embargo", embargo.unwrap_or_default()),
    ];
    Typed::of(fields.map(|(name, text)| (name.to_owned(), text)))
}
