//! Has anyone heard from them? The watch over a person, in words.

use super::{alert_sign, moment_in_words, span_in_words};
use crate::Speech;
use crate::case_page::Telling;
use crate::desk::Reading;
use crate::forms::Clock;
use crate::office::Office;
use crate::speech::say;
use crate::view::{RecordedLine, RecordedSection};
use casework::{
    Alert, CheckIn, CheckInPlan, Key, LadderCall, LadderStep, PersonId, Watch, WordHeard,
};

/// So many of the last words stand on a case's page.
const WORDS_SHOWN: usize = 5;

impl Telling<'_> {
    /// The watch over a person: how it stands, what is to be done by now, how they are heard from, and
    /// the last words.
    pub(crate) fn hearing(&self, person: PersonId) -> RecordedSection {
        let clock = self.office.clock(self.clock);
        let watch = self.file.case.watch(person, clock.now);
        let mut lines = Vec::new();
        if let Some(watch) = &watch {
            lines.push(self.watched(watch, clock));
            let rungs = watch.ladder.iter();
            lines.extend(rungs.map(|rung| self.rung(rung, "hearing-rung-now")));
        }
        lines.extend(self.plans(person, clock));
        lines.extend(self.words(person, clock));
        self.section("hearing", "hearing-none", lines)
    }

    /// What stands in a band over the whole page: that somebody is overdue, or in danger.
    pub(crate) fn hearing_alarm(&self) -> Option<String> {
        let clock = self.office.clock(self.clock);
        let watch = self.file.case.watch(self.file.principal()?, clock.now)?;
        let worries = watch.alert >= Alert::Amber;
        worries.then(|| watch_in_words(&watch, clock, self.reading.speech))
    }

    fn watched(&self, watch: &Watch, clock: Clock) -> RecordedLine {
        let speech = self.reading.speech;
        RecordedLine {
            label: self.say("hearing-watch"),
            says: watch_in_words(watch, clock, speech),
            source: holder_in_words(watch, self.office, &self.reading),
            marks: vec![alert_sign(watch.alert, speech).says],
            actions: vec![("record/check-in".to_owned(), self.say("hearing-record"))],
        }
    }

    fn rung(&self, rung: &LadderStep, head: &str) -> RecordedLine {
        let speech = self.reading.speech;
        RecordedLine {
            label: self.say(head),
            says: rung_in_words(rung, speech),
            source: say!(
                speech,
                "hearing-rung-after",
                span = &span_in_words(rung.after, speech)
            ),
            ..RecordedLine::default()
        }
    }

    /// How a person is heard from; where two plans stand, both.
    fn plans(&self, person: PersonId, clock: Clock) -> Vec<RecordedLine> {
        let standing = self.file.case.thing::<CheckInPlan>(&Key::Person(person));
        let each = standing.map(|standing| standing.each()).unwrap_or_default();
        let plan = |(noted, plan): &(&casework::Noted, &CheckInPlan)| RecordedLine {
            label: self.say("hearing-plan"),
            says: plan_in_words(plan, clock, self.reading.speech),
            source: self.recorded_by(noted),
            marks: self.marks(noted),
            actions: vec![],
        };
        each.iter().map(plan).collect()
    }

    fn words(&self, person: PersonId, clock: Clock) -> Vec<RecordedLine> {
        let mut words: Vec<_> = self.file.case.standing::<CheckIn>().collect();
        words.retain(|(_, word)| word.person == person);
        words.sort_by_key(|(noted, word)| std::cmp::Reverse((word.at, word.heard, noted.id)));
        words.truncate(WORDS_SHOWN);
        let line = |(noted, word): (&casework::Noted, &CheckIn)| RecordedLine {
            label: moment_in_words(word.at, clock, self.reading.speech),
            says: word_in_words(word, self.reading.speech),
            source: self.recorded_by(noted),
            marks: self.marks(noted),
            actions: vec![],
        };
        words.into_iter().map(line).collect()
    }
}

/// How it stands with somebody's check-ins, in a sentence.
pub(crate) fn watch_in_words(watch: &Watch, clock: Clock, speech: &Speech) -> String {
    let due = moment_in_words(watch.due, clock, speech);
    if let Some(since) = watch.duress {
        let since = moment_in_words(since, clock, speech);
        return say!(speech, "watch-duress", since = &since);
    }
    match watch.alert {
        Alert::Fine => say!(speech, "watch-fine", due = &due),
        Alert::Due => say!(speech, "watch-due", due = &due),
        // Something unclear was heard while no word is due yet.
        Alert::Amber if clock.now < watch.due => say!(speech, "watch-unclear", due = &due),
        Alert::Amber => say!(speech, "watch-amber", due = &due),
        Alert::Red => say!(speech, "watch-red", due = &due),
    }
}

/// Who holds somebody's check-ins this shift.
pub(crate) fn holder_in_words(watch: &Watch, office: &Office, reading: &Reading<'_>) -> String {
    match watch.holder {
        None => reading.speech.say("watch-unheld"),
        Some(holder) => {
            let member = office.member(holder, reading);
            say!(reading.speech, "watch-held", member = &member)
        }
    }
}

/// A rung of the ladder, in a sentence.
pub(crate) fn rung_in_words(rung: &LadderStep, speech: &Speech) -> String {
    let to = speech.say(call_id(rung.to));
    let who = match rung.who.is_empty() {
        true => format!("{to}."),
        false => format!("{to}: {}.", rung.who.as_str().trim_end_matches('.')),
    };
    match rung.say.is_empty() {
        true => who,
        false => format!(
            "{who} {}",
            say!(speech, "hearing-say", words = rung.say.as_str())
        ),
    }
}

/// The words for who is turned to.
pub(crate) fn call_id(call: LadderCall) -> &'static str {
    match call {
        LadderCall::Person => "call-person",
        LadderCall::SecondContact => "call-second",
        LadderCall::Lawyer => "call-lawyer",
        LadderCall::Public => "call-public",
    }
}

/// The words for what was heard.
pub(crate) fn heard_id(heard: WordHeard) -> &'static str {
    match heard {
        WordHeard::Proven => "heard-proven",
        WordHeard::Fine => "heard-fine",
        WordHeard::Unclear => "heard-unclear",
        WordHeard::NoAnswer => "heard-no-answer",
        WordHeard::Duress => "heard-duress",
    }
}

fn word_in_words(word: &CheckIn, speech: &Speech) -> String {
    let heard = speech.say(heard_id(word.heard));
    match word.note.is_empty() {
        true => format!("{heard}."),
        false => format!("{heard}. {}", word.note.as_str()),
    }
}

fn plan_in_words(plan: &CheckInPlan, clock: Clock, speech: &Speech) -> String {
    let mut says = vec![say!(
        speech,
        "plan-rhythm",
        first = &moment_in_words(plan.first, clock, speech),
        every = &span_in_words(plan.every, speech),
        grace = &span_in_words(plan.grace, speech),
        red = &span_in_words(plan.red_after, speech),
    )];
    let texts = [
        ("plan-channel", &plan.channel),
        ("plan-fine", &plan.fine),
        ("plan-duress", &plan.duress),
        ("plan-never-say", &plan.never_say),
    ];
    let said = texts.into_iter().filter(|(_, text)| !text.is_empty());
    says.extend(said.map(|(id, text)| speech.with(id, &[("words", text.as_str().into())])));
    says.extend(plan.proof.iter().map(|proof| {
        say!(
            speech,
            "plan-proof",
            ask = proof.ask.as_str(),
            answer = proof.answer.as_str()
        )
    }));
    if let Some(ends) = plan.ends {
        let ends = moment_in_words(ends, clock, speech);
        says.push(say!(speech, "plan-ends", ends = &ends));
    }
    says.join(" ")
}
