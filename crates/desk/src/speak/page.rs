//! The page on which a draft is checked.

use super::told::{Teller, stop};
use super::{Checked, Draft, SaidTo, draft, reader_of};
use crate::forms::{Fault, Reading, Sheet, Typed};
use crate::hex::{from_hex, hex};
use crate::office::Office;
use crate::speech::say;
use crate::view::{SaidBefore, SayAnswer, SayPage, SayRewrite};
use crate::{Lang, Speech, day};
use casework::{OperationId, Origin};
use disclosure::{Reader, Stop, Verdict};

/// Every wording that is offered is checked anew: for long drafts that would take minutes.
const LONGEST_REWRITTEN: usize = 6_000;
const MOST_REWRITTEN: usize = 12;
const MOST_OFFERED: usize = 6;

impl Office {
    /// The page, with the draft that was typed and what it would expose.
    pub fn say(&self, typed: &Typed, lang: Lang) -> SayPage {
        let mut reading = Reading::of(typed);
        let (answer, faults) = match typed.is_empty() {
            true => (None, vec![]),
            false => {
                let taken = draft(&mut reading);
                match reading.ended(taken) {
                    Ok(draft) => (Some(self.answer(&draft, lang)), vec![]),
                    Err(faults) => (None, faults),
                }
            }
        };
        self.say_page(typed, &faults, answer, lang)
    }

    /// The page again with what was typed, and what is wrong with it.
    pub fn say_again(&self, typed: &Typed, faults: &[Fault], lang: Lang) -> SayPage {
        self.say_page(typed, faults, None, lang)
    }

    /// The page with an empty draft that corrects what was said.
    pub fn say_correcting(&self, typed: &Typed, lang: Lang) -> SayPage {
        let corrects = typed.get("corrects").to_owned();
        let fields = [
            ("to", "press".to_owned()),
            ("language", lang.code().to_owned()),
            ("corrects", corrects),
        ];
        let fresh = Typed::of(fields.map(|(name, text)| (name.to_owned(), text)));
        self.say_page(&fresh, &[], None, lang)
    }

    fn say_page(
        &self,
        typed: &Typed,
        faults: &[Fault],
        answer: Option<SayAnswer>,
        lang: Lang,
    ) -> SayPage {
        let speech = Speech::of(lang);
        let fresh = Typed::of([("to", "press"), ("language", lang.code())].map(owned));
        let shown = if typed.is_empty() { &fresh } else { typed };
        let mut sheet = Sheet::new(shown, faults, speech);
        sheet.head("say-title", &["say-lead"]);
        sheet.button("say-check");
        self.lay_out_say(&mut sheet, lang);
        if let Some(corrects) = said_id(shown.get("corrects")) {
            sheet.carried("corrects", &hex(&corrects.0));
        }
        sheet.line("source", "draft-source", "draft-source-hint");
        SayPage {
            form: sheet.done(),
            answer,
            before: self.said_before(lang),
            drafts: self.drafts_in_work(lang),
            not_everything: self.not_everything(speech),
            corrects: said_id(shown.get("corrects")).is_some(),
        }
    }

    /// The fields of every draft: its text, who reads it, and in which language.
    pub(super) fn lay_out_say(&self, sheet: &mut Sheet<'_>, lang: Lang) {
        sheet.area("draft", "say-draft", "say-draft-hint");
        let to = sheet.named::<SaidTo>(|to| match to {
            SaidTo::Press => "say-to-press",
            SaidTo::Journalist => "say-to-journalist",
            SaidTo::Donor => "say-to-donor",
            SaidTo::Government => "say-to-government",
        });
        sheet.one_of("to", "say-to", "", to);
        sheet.picked(
            "country",
            "say-country",
            "say-country-hint",
            self.countries(lang),
        );
        let languages = Lang::ALL.map(|it| (it.code().to_owned(), it.name().to_owned()));
        sheet.one_of("language", "say-language", "", languages.to_vec());
    }

    fn answer(&self, draft: &Draft, lang: Lang) -> SayAnswer {
        let checked = self.checked();
        let judged = checked.and_then(|checked| {
            let verdict = checked.check(&draft.text, reader_of(draft.to))?;
            Ok(self.judged(&checked, &verdict, draft, lang))
        });
        judged.unwrap_or_else(|why| stopped(&why, lang))
    }

    pub(super) fn judged(
        &self,
        checked: &Checked,
        verdict: &Verdict,
        draft: &Draft,
        lang: Lang,
    ) -> SayAnswer {
        let reading = self.desk().reading(checked.on, lang);
        let teller = Teller {
            reading,
            protected: &checked.protected,
            draft: &draft.text,
        };
        let found = verdict.findings();
        let speech = Speech::of(lang);
        let (rewrites, no_rewrites) = checked.rewrites(&teller, found.len(), reader_of(draft.to));
        SayAnswer {
            stopped: String::new(),
            verdict: speech.say(verdict_id(verdict)),
            is_grave: matches!(verdict, Verdict::DoNotSend(_)),
            found: found.iter().map(|it| teller.finding(it)).collect(),
            rewrites,
            no_rewrites: no_rewrites.map(|id| speech.say(id)),
        }
    }

    /// What went out, the latest first.
    fn said_before(&self, lang: Lang) -> Vec<SaidBefore> {
        let speech = Speech::of(lang);
        let own = self.cabinet().drawers(crate::cabinet::Drawer::Organisation);
        let mut said: Vec<_> = own
            .flat_map(|(_, folded)| folded.standing::<casework::Statement>())
            .collect();
        said.sort_by_key(|(noted, it)| std::cmp::Reverse((it.on, noted.learnt, noted.id)));
        let told = said.into_iter().map(|(noted, it)| SaidBefore {
            text: it.text.as_str().to_owned(),
            language: it.language.clone(),
            day: day::in_words(it.on.0, speech),
            to: self.read_by(it.to, lang),
            id: hex(&noted.id.0),
            source: match &it.origin {
                Some(Origin::Others { source }) => {
                    say!(speech, "draft-by-others", source = source.as_str())
                }
                Some(Origin::Draft { .. }) | None => String::new(),
            },
        });
        told.collect()
    }
}

impl Checked {
    /// Other wordings of the draft that is told of, or why there are none.
    pub(super) fn rewrites(
        &self,
        teller: &Teller<'_>,
        found: usize,
        reader: Reader,
    ) -> (Vec<SayRewrite>, Option<&'static str>) {
        if found == 0 {
            return (vec![], None);
        }
        if teller.draft.len() > LONGEST_REWRITTEN || found > MOST_REWRITTEN {
            return (vec![], Some("say-rewrites-long"));
        }
        let offered = self.checker.rewrites(teller.draft, self.on, reader, &[]);
        let offered = offered.unwrap_or_default();
        let told = offered.iter().take(MOST_OFFERED);
        let told: Vec<SayRewrite> = told.map(|it| teller.rewrite(it)).collect();
        let none = told.is_empty().then_some("say-rewrites-none");
        (told, none)
    }
}

/// The entry of a statement, as a form carries it.
pub(super) fn said_id(word: &str) -> Option<OperationId> {
    from_hex(word).map(OperationId)
}

pub(super) fn verdict_id(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::NothingFound => "say-nothing-found",
        Verdict::AskASecondPerson(_) => "say-ask-second",
        Verdict::DoNotSend(_) => "say-do-not-send",
    }
}

pub(super) fn stopped(why: &Stop, lang: Lang) -> SayAnswer {
    let speech = Speech::of(lang);
    SayAnswer {
        stopped: speech.say(stop(why)),
        verdict: speech.say("say-stop"),
        is_grave: true,
        ..SayAnswer::default()
    }
}

fn owned((name, text): (&str, &str)) -> (String, String) {
    (name.to_owned(), text.to_owned())
}
