//! A check as lines for a terminal.

use super::page::verdict_id;
use super::reader_of;
use super::told::{Teller, stop};
use crate::office::Office;
use crate::{Lang, Speech};
use casework::Readers;

/// What a check comes to, as lines.
pub struct SaidText {
    /// The lines.
    pub text: String,
    /// Whether something was found, the check could not be finished, or a reviewer must read it: then
    /// nothing may be sent on the strength of it.
    pub holds_back: bool,
}

impl Office {
    /// Checks a draft that anyone may read.
    pub fn say_text(&self, draft: &str, lang: Lang) -> SaidText {
        let speech = Speech::of(lang);
        let checked = self.checked().and_then(|checked| {
            let verdict = checked.check(draft, reader_of(Readers::Press))?;
            Ok((checked, verdict))
        });
        let (checked, verdict) = match checked {
            Ok(both) => both,
            Err(why) => {
                let text = format!("{} {}", speech.say("say-stop"), speech.say(stop(&why)));
                return SaidText {
                    text,
                    holds_back: true,
                };
            }
        };
        let teller = Teller {
            reading: self.desk().reading(checked.on, lang),
            protected: &checked.protected,
            draft,
        };
        let mut lines = vec![speech.say(verdict_id(&verdict))];
        lines.extend(self.not_everything(speech));
        for found in verdict.findings().iter().map(|it| teller.finding(it)) {
            let after = [
                Some(found.why),
                Some(found.exposes),
                Some(found.grave),
                found.out,
            ];
            let after = after.into_iter().flatten().filter(|it| !it.is_empty());
            let after: Vec<String> = after.collect();
            lines.push(format!(
                "«{}» — {}: {}",
                found.words,
                found.part,
                after.join(" · ")
            ));
        }
        let found = verdict.findings().len();
        let (rewrites, _) = checked.rewrites(&teller, found, reader_of(Readers::Press));
        lines.extend(
            rewrites
                .iter()
                .map(|it| format!("→ {}: {}", it.rule, it.draft)),
        );
        SaidText {
            text: lines.join("\n"),
            holds_back: !verdict.findings().is_empty() || self.needs_review(),
        }
    }
}
