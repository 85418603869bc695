//! What can be done against a decision, in words: to whom, within how long, and whether the return waits.

use crate::desk::Reading;
use crate::speech::say;
use crate::view::RemedyLine;
use law::{Remedy, Row};

impl Reading<'_> {
    /// What can be done against a decision, in words.
    pub(crate) fn remedy(&self, remedy: &Remedy, row: Option<&Row>) -> RemedyLine {
        let suspends = match remedy.suspends_return.as_str() {
            "yes" => "stopped-suspends-yes",
            "no" => "stopped-suspends-no",
            "on_request" => "stopped-suspends-on-request",
            _ => "stopped-suspends-unknown",
        };
        RemedyLine {
            to: self.lang.of(&remedy.to).to_owned(),
            deadline: self.deadline(remedy),
            suspends: self.speech.say(suspends),
            article: Some(self.article(&remedy.citation, row)),
        }
    }

    /// Of a protection whose book names no time: it has to come before the return.
    pub(crate) fn nothing_said_of_time(&self) -> RemedyLine {
        RemedyLine {
            to: String::new(),
            deadline: self.speech.say("stopped-before-the-return"),
            suspends: self.speech.say("stopped-suspends-unknown"),
            article: None,
        }
    }

    /// "Within 48 hours of the decision": on which day and hour it ends, only the person's paper says.
    fn deadline(&self, remedy: &Remedy) -> String {
        let Some(within) = remedy
            .within
            .as_deref()
            .and_then(|typed| self.within(typed))
        else {
            return self.speech.say("stopped-within-unknown");
        };
        let from = match remedy.counts_from.as_deref() {
            Some("decision") => "stopped-from-decision",
            Some("notice") => "stopped-from-notice",
            _ => "stopped-from-unknown",
        };
        say!(
            self.speech,
            "stopped-deadline",
            within = &within,
            from = &self.speech.say(from)
        )
    }

    /// A stretch of time as books write it, `48 hours`, in words.
    fn within(&self, typed: &str) -> Option<String> {
        let (number, unit) = typed.split_once(' ')?;
        let words = match unit {
            "hours" => "stopped-within-hours",
            "days" => "stopped-within-days",
            "months" => "stopped-within-months",
            _ => return None,
        };
        Some(self.speech.count(words, number.parse().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Desk, Lang};

    #[test]
    fn every_time_limit_of_the_shipped_books_can_be_said() {
        let desk = Desk::demo().expect("the shipped books are whole");
        for lang in Lang::ALL {
            let reading = desk.reading(desk.caseload().date, lang);
            let unsaid = ["stopped-within-unknown", "stopped-from-unknown"];
            let unsaid = unsaid.map(|id| reading.speech.say(id));
            let books = desk.library().pathways.iter();
            let remedies = books.flat_map(|book| &book.remedies);
            let limited: Vec<_> = remedies.filter(|remedy| remedy.within.is_some()).collect();
            assert!(!limited.is_empty());
            for remedy in limited {
                let said = reading.remedy(remedy, None).deadline;
                let left_out = unsaid.iter().any(|words| said.contains(words));
                assert!(!left_out, "{}: {said}", remedy.id);
            }
        }
    }
}
