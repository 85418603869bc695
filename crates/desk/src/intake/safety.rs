//! The first minutes on the page of a case: what was answered, what is still to ask, what is due.

use super::first_minutes::latest;
use super::plan::needs;
use crate::case_page::Telling;
use crate::day;
use crate::speech::say;
use crate::view::{RecordedLine, RecordedSection};
use casework::{FirstMinutes, FirstQuestion, Key, Moment, PersonId, PlanStep, Text};

impl Telling<'_> {
    /// The first minutes of a person, and the plan that came of them.
    pub(crate) fn first_minutes(&self, person: PersonId) -> Vec<RecordedSection> {
        let Some(first) = latest(self.file.case, person) else {
            return vec![self.section("first-section", "first-nothing", Vec::new())];
        };
        let mut plan: Vec<_> = first.plan.iter().map(|step| self.plan_step(step)).collect();
        plan.push(RecordedLine {
            says: match plan.is_empty() {
                true => self.say("first-plan-none"),
                false => String::new(),
            },
            actions: vec![("record/plan".into(), self.say("need-whom"))],
            ..RecordedLine::default()
        });
        vec![
            self.section("first-plan", "", plan),
            self.section("first-section", "", self.answers(person, first)),
        ]
    }

    /// What comes before everything else: somebody thinks of dying, is hurt, is a child, is found.
    pub(crate) fn needs(&self) -> Vec<String> {
        let first = self.file.principal();
        let first = first.and_then(|person| latest(self.file.case, person));
        let needs = first.map(needs).unwrap_or_default().into_iter();
        needs.map(|(need, ..)| self.say(need)).collect()
    }

    fn answers(&self, person: PersonId, first: &FirstMinutes) -> Vec<RecordedLine> {
        let still = first.still_to_ask();
        let mut lines = Vec::new();
        if !still.is_empty() {
            let asked: Vec<String> = still.iter().map(|it| self.say(question(*it))).collect();
            lines.push(RecordedLine {
                label: self.say("first-still"),
                says: asked.join(" "),
                actions: vec![("record/first-minutes".into(), self.say("first-go-on"))],
                ..RecordedLine::default()
            });
        }
        let said = self.said(first).into_iter();
        lines.extend(said.map(|(asked, says)| RecordedLine {
            label: self.say(question(asked)),
            says,
            ..RecordedLine::default()
        }));
        let standing = self.file.case.thing::<FirstMinutes>(&Key::Person(person));
        let each = standing.map(|it| it.each()).unwrap_or_default();
        if let (Some(last), Some((noted, _))) = (lines.last_mut(), each.last()) {
            last.source = self.recorded_by(noted);
        }
        lines
    }

    fn said(&self, first: &FirstMinutes) -> Vec<(FirstQuestion, String)> {
        let yes_no = |answer: Option<bool>| {
            answer.map(|yes| self.say(if yes { "value-yes" } else { "value-no" }))
        };
        let text = |answer: &Option<Text>| answer.as_ref().map(|it| it.as_str().to_owned());
        let next_call = first.next_call.map(|moment| self.moment(moment));
        let all = [
            (FirstQuestion::SafeToTalk, yes_no(first.safe_to_talk)),
            (FirstQuestion::Alone, yes_no(first.alone)),
            (FirstQuestion::WhosePhone, text(&first.whose_phone)),
            (FirstQuestion::Tonight, text(&first.tonight)),
            (FirstQuestion::ThreeNights, text(&first.three_nights)),
            (FirstQuestion::HuntedBy, text(&first.hunted_by)),
            (FirstQuestion::KnownWhere, yes_no(first.known_where)),
            (FirstQuestion::Hurt, text(&first.hurt)),
            (FirstQuestion::Medicine, text(&first.medicine)),
            (FirstQuestion::ThinksOfDying, yes_no(first.thinks_of_dying)),
            (FirstQuestion::AnyoneUnder18, yes_no(first.anyone_under_18)),
            (FirstQuestion::CodeWord, text(&first.code_word)),
            (FirstQuestion::NextCall, next_call),
        ];
        let answered = all.into_iter();
        answered
            .filter_map(|(asked, said)| Some((asked, said?)))
            .collect()
    }

    fn plan_step(&self, step: &PlanStep) -> RecordedLine {
        let who = self.office.member(step.who, &self.reading);
        let is_due = step.by <= self.clock.now;
        RecordedLine {
            label: say!(
                self.reading.speech,
                "plan-line",
                by = &self.moment(step.by),
                who = &who
            ),
            says: step.what.as_str().to_owned(),
            marks: is_due.then(|| self.say("plan-due")).into_iter().collect(),
            ..RecordedLine::default()
        }
    }

    /// A moment in words, as the clock on the wall shows it.
    pub(crate) fn moment(&self, moment: Moment) -> String {
        let shown = self.clock.shown(moment);
        let (day, time) = shown.split_once('T').unwrap_or((&shown, ""));
        let day = day::parse(day).map(|day| day::in_words(day, self.reading.speech));
        format!("{}, {time}", day.unwrap_or_default())
    }
}

/// The words of a question of the first minutes.
pub(crate) fn question(asked: FirstQuestion) -> &'static str {
    match asked {
        FirstQuestion::SafeToTalk => "first-safe",
        FirstQuestion::Alone => "first-alone",
        FirstQuestion::WhosePhone => "first-phone",
        FirstQuestion::Tonight => "first-tonight",
        FirstQuestion::ThreeNights => "first-three-nights",
        FirstQuestion::HuntedBy => "first-hunted",
        FirstQuestion::KnownWhere => "first-known",
        FirstQuestion::Hurt => "first-hurt",
        FirstQuestion::Medicine => "first-medicine",
        FirstQuestion::ThinksOfDying => "first-dying",
        FirstQuestion::AnyoneUnder18 => "first-under-18",
        FirstQuestion::CodeWord => "first-word",
        FirstQuestion::NextCall => "first-next",
        FirstQuestion::Plan => "first-72-hours",
    }
}
