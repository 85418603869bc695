//! What shows a claim, what the person chose, and what is still to be done for them.

use super::{moment_in_words, recorded_by};
use crate::case_page::Telling;
use crate::day;
use crate::forms::{element_id, kind_id, task_id};
use crate::speech::say;
use crate::view::{RecordedLine, RecordedSection};
use casework::{
    Chain, Choice, ChoiceGap, ChoiceState, Custody, ElementState, Evidence, HandOver,
    HandOverState, Holder, Key, Noted, PersonId, Presence, Support, Task, TaskState,
};

impl Telling<'_> {
    /// Evidence with its custody, support for each element of the claim, the choice, the tasks.
    pub(crate) fn vetting(&self, person: PersonId) -> Vec<RecordedSection> {
        vec![
            self.tasks(),
            self.hand_overs(),
            self.evidence(person),
            self.support(person),
            self.choice(person),
        ]
    }

    /// Whether a second person has looked, in a mark; *doubted* stands first.
    fn seconded(&self, noted: &Noted) -> Vec<String> {
        let mut marks = self.marks(noted);
        if !noted.is_approved() {
            marks.push(self.say("mark-second-missing"));
        }
        marks
    }

    fn evidence(&self, person: PersonId) -> RecordedSection {
        let things = self.file.case.things::<Evidence>();
        let each = things.values().flat_map(|standing| standing.each());
        let mut all: Vec<_> = each.filter(|(_, it)| it.person == person).collect();
        all.sort_by_key(|(noted, it)| (it.received, noted.id));
        let line = |(noted, it): (&Noted, &Evidence)| {
            let mut marks = self.seconded(noted);
            marks.push(self.chain(self.file.case.custody(it.id)));
            let mut says = vec![it.what.as_str().to_owned()];
            says.extend(self.hands(it));
            RecordedLine {
                label: self.say(kind_id(it.kind)),
                says: says.join(" "),
                source: self.recorded_by(noted),
                marks,
                actions: vec![("record/custody".to_owned(), self.say("custody-record"))],
            }
        };
        let lines = all.into_iter().map(line).collect();
        self.section("case-evidence", "case-evidence-none", lines)
    }

    /// Each time that a piece changed hands, in a sentence.
    fn hands(&self, evidence: &Evidence) -> Vec<String> {
        let clock = self.office.clock(self.clock);
        let mut passed: Vec<_> = self.file.case.standing::<Custody>().collect();
        passed.retain(|(_, it)| it.evidence == evidence.id);
        passed.sort_by_key(|(noted, it)| (it.at, noted.id));
        let sentence = |(_, it): (&Noted, &Custody)| {
            say!(
                self.reading.speech,
                "custody-line",
                moment = &moment_in_words(it.at, clock, self.reading.speech),
                from = &self.holder(it.from),
                to = &self.holder(it.to),
                how = it.how.as_str()
            )
        };
        passed.into_iter().map(sentence).collect()
    }

    fn holder(&self, holder: Holder) -> String {
        match holder {
            Holder::Member(member) => self.office.member(member, &self.reading),
            Holder::Partner(_) => self.say("talk-partner"),
            Holder::Person(_) => self.say("holder-person"),
            Holder::Authority => self.say("holder-authority"),
        }
    }

    fn chain(&self, chain: Chain) -> String {
        match chain {
            Chain::Whole(holder) => {
                let holder = self.holder(holder);
                say!(self.reading.speech, "chain-whole", holder = &holder)
            }
            Chain::Gap(_) => self.say("chain-gap"),
            Chain::Altered(_) => self.say("chain-altered"),
            Chain::Contested | Chain::None => self.say("chain-contested"),
        }
    }

    /// How each element of the claim stands, all of them: what nobody has asked is said so.
    fn support(&self, person: PersonId) -> RecordedSection {
        let support = self.file.case.support(person);
        let lines = support.iter().map(|(element, state)| {
            let key = Key::Matter(person, *element as u32, None);
            let standing = self.file.case.thing::<Support>(&key);
            let each = standing.map(|it| it.each()).unwrap_or_default();
            let notes: Vec<&str> = each.iter().map(|(_, it)| it.note.as_str()).collect();
            let noted = each.last().map(|(noted, _)| *noted);
            RecordedLine {
                label: self.say(element_id(*element)),
                says: notes.join(" / "),
                source: noted.map(|it| self.recorded_by(it)).unwrap_or_default(),
                marks: self.element(*state, noted),
                actions: vec![],
            }
        });
        self.section("case-support", "", lines.collect())
    }

    fn element(&self, state: ElementState, noted: Option<&Noted>) -> Vec<String> {
        let mut marks = vec![self.say(match state {
            ElementState::Supported => "support-yes",
            ElementState::Shaken => "support-shaken",
            ElementState::NotSupported => "support-no",
            ElementState::NotYetAsked => "support-not-asked",
            ElementState::Contested => "support-contested",
        })];
        marks.extend(noted.map(|it| self.seconded(it)).unwrap_or_default());
        marks
    }

    fn choice(&self, person: PersonId) -> RecordedSection {
        let standing = self.file.case.thing::<Choice>(&Key::Person(person));
        let each = standing.map(|it| it.each()).unwrap_or_default();
        let state = self.file.case.choice(person);
        let lines = each.iter().map(|(noted, choice)| RecordedLine {
            label: day::in_words(choice.on.0, self.reading.speech),
            says: self.chosen(choice),
            source: self.recorded_by(noted),
            marks: self.choice_marks(&state),
            actions: vec![],
        });
        self.section("case-choice", "case-choice-none", lines.collect())
    }

    /// The options as they were told, and the person's own words.
    fn chosen(&self, choice: &Choice) -> String {
        let speech = self.reading.speech;
        let options = choice.options.iter().zip(1usize..);
        let mut says: Vec<String> = options
            .map(|(option, n)| format!("{n}. {}", option.as_str()))
            .collect();
        if let Presence::With(whom) = &choice.presence {
            says.push(say!(speech, "choice-present", whom = whom.as_str()));
        }
        if !choice.own_words.is_empty() {
            says.push(say!(speech, "quoted", words = choice.own_words.as_str()));
        }
        says.join(" ")
    }

    fn choice_marks(&self, state: &ChoiceState) -> Vec<String> {
        let speech = self.reading.speech;
        match state {
            ChoiceState::NotAsked | ChoiceState::NotChosen => vec![self.say("choice-open")],
            ChoiceState::Withdrawn => vec![self.say("choice-withdrawn")],
            ChoiceState::Contested => vec![self.say("mark-two-words")],
            ChoiceState::Incomplete(gaps) => {
                gaps.iter().map(|gap| self.say(gap_id(*gap))).collect()
            }
            ChoiceState::Stands(n) => {
                let n = usize::try_from(*n).unwrap_or(usize::MAX).saturating_add(1);
                vec![say!(speech, "choice-stands", n = n)]
            }
        }
    }

    fn tasks(&self) -> RecordedSection {
        let today = self.office.clock(self.clock).today();
        let things = self.file.case.things::<Task>();
        let mut all: Vec<_> = things.values().flat_map(|it| it.each()).collect();
        all.sort_by_key(|(noted, it)| (!it.state.is_open(), it.due.is_none(), it.due, noted.id));
        let lines = all.into_iter().map(|(noted, task)| {
            let overdue = task.state.is_open() && task.due.is_some_and(|due| due.0 < today);
            let overdue = overdue.then(|| self.say("today-overdue"));
            let marks = std::iter::once(self.task_state(task)).chain(overdue);
            RecordedLine {
                label: self.task_owner(task),
                says: task.what.as_str().to_owned(),
                source: self.recorded_by(noted),
                marks: marks.collect(),
                actions: vec![("record/task-state".to_owned(), self.say("task-change"))],
            }
        });
        self.section("case-tasks", "case-tasks-none", lines.collect())
    }

    fn task_state(&self, task: &Task) -> String {
        match &task.state {
            TaskState::WaitingFor(what) => {
                say!(self.reading.speech, "task-waits", what = what.as_str())
            }
            state => self.say(task_id(state)),
        }
    }

    /// Who does it, and by when.
    fn task_owner(&self, task: &Task) -> String {
        let speech = self.reading.speech;
        let owner = match task.owner {
            Some(owner) => self.office.member(owner, &self.reading),
            None => self.say("task-nobody"),
        };
        match task.due {
            None => owner,
            Some(due) => format!(
                "{owner} · {}",
                say!(speech, "today-by", day = &day::in_words(due.0, speech))
            ),
        }
    }

    fn hand_overs(&self) -> RecordedSection {
        let clock = self.office.clock(self.clock);
        let mut all: Vec<_> = self.file.case.standing::<HandOver>().collect();
        all.sort_by_key(|(noted, _)| (noted.learnt, noted.id));
        let lines = all.into_iter().map(|(noted, it)| {
            let to = self.office.member(it.to, &self.reading);
            let state = self.file.case.hand_over(noted.id, clock.now);
            RecordedLine {
                label: say!(self.reading.speech, "hand-over-to", name = &to),
                says: it.note.as_str().to_owned(),
                source: recorded_by(noted, self.office, &self.reading),
                marks: vec![self.say(hand_over_id(&state))],
                actions: vec![],
            }
        });
        self.section("hand-over", "", lines.collect())
    }
}

/// The words for how a hand-over stands.
pub(crate) fn hand_over_id(state: &HandOverState) -> &'static str {
    match state {
        HandOverState::Unheld(_) => "hand-over-unheld",
        HandOverState::NotTaken | HandOverState::None => "hand-over-not-taken",
        HandOverState::Finished => "hand-over-finished",
    }
}

fn gap_id(gap: ChoiceGap) -> &'static str {
    match gap {
        ChoiceGap::OneOption => "gap-one-option",
        ChoiceGap::NoSuchOption => "gap-no-such-option",
        ChoiceGap::WorstNotTold => "gap-worst",
        ChoiceGap::NoLanguage => "gap-language",
        ChoiceGap::PresenceNotNoted => "gap-presence",
        ChoiceGap::NoTime => "gap-time",
        ChoiceGap::NoWords => "gap-words",
    }
}
