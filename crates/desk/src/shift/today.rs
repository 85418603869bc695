//! Today: who has not been heard from stands above everything; then what is due.

use super::hearing::{holder_in_words, rung_in_words, watch_in_words};
use super::vetting::hand_over_id;
use super::{Known, alert_sign, moment_in_words, section};
use crate::cabinet::CaseFile;
use crate::desk::Reading;
use crate::forms::Clock;
use crate::office::Office;
use crate::speech::say;
use crate::view::{Board, BoardLine, BoardSection, BoardSign};
use crate::{Lang, day};
use casework::{
    Alert, Case, Commitment, FirstMinutes, HandOver, HandOverState, JourneyWatch, OnJourney,
    Progress, Stage, Task, Watch,
};
use facts::{Span, Truth};
use std::cmp::Reverse;

/// Papers that end within so long are named.
const PAPERS_WITHIN: Span = Span::Months(6);

impl Office {
    /// What is to be looked at now, over all cases that this device reads.
    pub fn today(&self, clock: Clock, lang: Lang) -> Board {
        let clock = self.clock(clock);
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let known = self.known_people(lang);
        let files = known.iter().filter_map(|known| {
            let file = self.cabinet().case(known.number)?;
            Some((known, file))
        });
        let telling = Today {
            office: self,
            reading,
            clock,
            files: files.collect(),
        };
        telling.board()
    }
}

/// One look over everything.
struct Today<'o> {
    office: &'o Office,
    reading: Reading<'o>,
    clock: Clock,
    files: Vec<(&'o Known, CaseFile<'o>)>,
}

impl Today<'_> {
    fn board(&self) -> Board {
        let speech = self.reading.speech;
        let now = moment_in_words(self.clock.now, self.clock, speech);
        let mut board = Board {
            head: speech.say("nav-today"),
            lead: vec![say!(speech, "today-lead", now = &now)],
            ..Board::default()
        };
        board.add(self.check_ins());
        board.add(self.journeys());
        board.add(self.plans());
        board.add(self.hand_overs());
        board.add(self.tasks());
        board.add(self.promises());
        board.add(self.papers());
        board.add(self.without("today-no-owner", has_owner));
        board.add(self.without("today-no-date", has_date));
        board
    }

    fn line(&self, known: &Known) -> BoardLine {
        BoardLine {
            label: known.label(self.reading.speech),
            address: known.address(),
            ..BoardLine::default()
        }
    }

    fn fill(&self, id: &str, none: &str, lines: Vec<BoardLine>) -> BoardSection {
        BoardSection {
            lines,
            ..section(id, none, self.reading.speech)
        }
    }

    /// The sign of what should have been done by now.
    fn overdue(&self) -> BoardSign {
        BoardSign {
            class: "amber",
            says: self.reading.speech.say("today-overdue"),
        }
    }

    /// Whoever should have been heard from: in danger first, then who has been silent longest.
    fn check_ins(&self) -> BoardSection {
        let mut all: Vec<(&Known, Watch)> = Vec::new();
        for (known, file) in &self.files {
            let watch = file.case.watch(known.person, self.clock.now);
            let due = watch.filter(|watch| watch.alert > Alert::Fine);
            all.extend(due.map(|watch| (*known, watch)));
        }
        all.sort_by_key(|(known, watch)| {
            (
                Reverse(watch.alert),
                Reverse(watch.duress.is_some()),
                watch.due,
                known.number,
            )
        });
        let lines = all.iter().map(|(known, watch)| self.watched(known, watch));
        self.fill("today-check-ins", "today-check-ins-none", lines.collect())
    }

    fn watched(&self, known: &Known, watch: &Watch) -> BoardLine {
        let speech = self.reading.speech;
        let mut says = vec![watch_in_words(watch, self.clock, speech)];
        let rungs = watch.ladder.iter();
        says.extend(rungs.map(|rung| rung_in_words(rung, speech)));
        BoardLine {
            sign: Some(alert_sign(watch.alert, speech)),
            says,
            source: holder_in_words(watch, self.office, &self.reading),
            ..self.line(known)
        }
    }

    /// Everybody on a journey, those to worry about first.
    fn journeys(&self) -> BoardSection {
        let mut all: Vec<(&Known, JourneyWatch)> = Vec::new();
        for (known, file) in &self.files {
            let journeys = file.case.journeys(self.clock.now).into_iter();
            let under_way = journeys.filter(|it| it.at != OnJourney::Arrived);
            all.extend(under_way.map(|journey| (*known, journey)));
        }
        all.sort_by_key(|(known, it)| (Reverse(it.alert), it.at, known.number));
        let lines = all.iter().map(|(known, it)| self.travels(known, it));
        self.fill("today-journeys", "", lines.collect())
    }

    fn travels(&self, known: &Known, journey: &JourneyWatch) -> BoardLine {
        let speech = self.reading.speech;
        let leg = |n: u32| usize::try_from(n).unwrap_or(usize::MAX).saturating_add(1);
        let says = match journey.at {
            OnJourney::Leg(n, expected) => {
                let expected = moment_in_words(expected, self.clock, speech);
                say!(speech, "today-leg", n = leg(n), expected = &expected)
            }
            OnJourney::Stopped(n, _) => say!(speech, "today-stopped", n = leg(n)),
            OnJourney::Arrived => String::new(),
        };
        BoardLine {
            sign: Some(alert_sign(journey.alert, speech)),
            says: vec![says],
            ..self.line(known)
        }
    }

    /// What the plans for 72 hours say should be done by now.
    fn plans(&self) -> BoardSection {
        let mut lines = Vec::new();
        for (known, file) in &self.files {
            let plans = file.case.things::<FirstMinutes>();
            let each = plans.values().flat_map(|standing| standing.each());
            for step in each.flat_map(|(_, plan)| plan.due(self.clock.now)) {
                let by = moment_in_words(step.by, self.clock, self.reading.speech);
                lines.push(BoardLine {
                    sign: Some(self.overdue()),
                    says: vec![step.what.as_str().to_owned()],
                    source: say!(self.reading.speech, "today-by", day = &by),
                    ..self.line(known)
                });
            }
        }
        self.fill("today-plans", "", lines)
    }

    /// Hand-overs that are not finished: taken over by nobody yet, or with somebody red and unheld.
    fn hand_overs(&self) -> BoardSection {
        let speech = self.reading.speech;
        let mut lines = Vec::new();
        for (known, file) in &self.files {
            for (noted, it) in file.case.standing::<HandOver>() {
                let state = file.case.hand_over(noted.id, self.clock.now);
                if state == HandOverState::Finished {
                    continue;
                }
                let to = self.office.member(it.to, &self.reading);
                lines.push(BoardLine {
                    sign: Some(BoardSign {
                        class: "amber",
                        says: speech.say(hand_over_id(&state)),
                    }),
                    says: vec![it.note.as_str().to_owned()],
                    source: say!(speech, "hand-over-to", name = &to),
                    ..self.line(known)
                });
            }
        }
        self.fill("today-hand-overs", "", lines)
    }

    /// Tasks that should be done by now, the oldest first.
    fn tasks(&self) -> BoardSection {
        let today = self.clock.today();
        let mut all: Vec<(&Known, &Task)> = Vec::new();
        for (known, file) in &self.files {
            all.extend(
                file.case
                    .overdue_tasks(today)
                    .into_iter()
                    .map(|task| (*known, task)),
            );
        }
        all.sort_by_key(|(known, task)| (task.due, known.number, task.id));
        let line = |(known, task): &(&Known, &Task)| {
            let due = task
                .due
                .map(|due| day::in_words(due.0, self.reading.speech));
            BoardLine {
                sign: Some(self.overdue()),
                says: vec![task.what.as_str().to_owned()],
                source: due
                    .map(|due| say!(self.reading.speech, "today-by", day = &due))
                    .unwrap_or_default(),
                ..self.line(known)
            }
        };
        self.fill("today-tasks", "", all.iter().map(line).collect())
    }

    /// Promises that are open and due, in whichever drawer they were recorded.
    fn promises(&self) -> BoardSection {
        let today = self.clock.today();
        let mut all: Vec<(&Commitment, String, String)> = Vec::new();
        for (number, _, talk) in self.office.numbered_talks() {
            let label = format!("{} {}", self.reading.speech.say("talk"), number.0);
            let due = talk.promises_due(today).into_iter();
            all.extend(due.map(|it| (it, label.clone(), format!("/talk/{}", number.0))));
        }
        for (known, file) in &self.files {
            let due = file.case.promises_due(today).into_iter();
            all.extend(due.map(|it| (it, known.label(self.reading.speech), known.address())));
        }
        all.sort_by_key(|(it, ..)| (it.due, it.id));
        let line = |(it, label, address): (&Commitment, String, String)| BoardLine {
            sign: Some(self.overdue()),
            label,
            address,
            says: vec![it.what.as_str().to_owned()],
            source: say!(
                self.reading.speech,
                "today-promised",
                by = it.by.as_str(),
                day = &day::in_words(it.due.0, self.reading.speech)
            ),
            ..BoardLine::default()
        };
        self.fill("today-promises", "", all.into_iter().map(line).collect())
    }

    /// Papers that end soon, or ended.
    fn papers(&self) -> BoardSection {
        let mut all = Vec::new();
        for (known, file) in &self.files {
            let ending = file.case.papers_ending(self.clock.today(), PAPERS_WITHIN);
            let sure = ending.into_iter().filter(|(_, ends)| *ends == Truth::True);
            all.extend(sure.map(|(paper, _)| (*known, paper)));
        }
        all.sort_by_key(|(known, paper)| (paper.valid_until, known.number, paper.id));
        let line = |(known, paper): (&Known, &casework::Paper)| {
            let until = paper
                .valid_until
                .map(|it| day::partial_in_words(it.0, self.reading.speech));
            let until = until.unwrap_or_default();
            let issuer = self.reading.country(paper.issuer.0);
            BoardLine {
                says: vec![say!(
                    self.reading.speech,
                    "today-paper",
                    country = &issuer,
                    day = &until
                )],
                ..self.line(known)
            }
        };
        self.fill("today-papers", "", all.into_iter().map(line).collect())
    }

    /// Open cases that lack something.
    fn without(&self, id: &str, has: impl Fn(&Case, Clock) -> bool) -> BoardSection {
        let files = self.files.iter();
        let lacking =
            files.filter(|(known, file)| is_open(file.case, known) && !has(file.case, self.clock));
        BoardSection {
            short: true,
            ..self.fill(id, "", lacking.map(|(known, _)| self.line(known)).collect())
        }
    }
}

/// Whether somebody still works for the person: not settled, and not aside for good.
fn is_open(case: &Case, known: &Known) -> bool {
    let progress = case.thing::<Progress>(&casework::Key::Person(known.person));
    let each = progress.map(|standing| standing.each()).unwrap_or_default();
    let is_over = |stage| {
        matches!(
            stage,
            Stage::Settled | Stage::DeclinedByUs | Stage::Withdrew | Stage::Died
        )
    };
    each.is_empty() || each.iter().any(|(_, progress)| !is_over(progress.stage))
}

/// Whether somebody has taken a task of the case, or holds a check-in or a journey of it.
fn has_owner(case: &Case, clock: Clock) -> bool {
    let mut tasks = case.open_tasks().into_iter();
    let mut watches = case.watches(clock.now).into_iter();
    let mut journeys = case.journeys(clock.now).into_iter();
    tasks.any(|task| task.owner.is_some())
        || watches.any(|watch| watch.holder.is_some())
        || journeys.any(|it| it.holder.is_some() && it.at != OnJourney::Arrived)
}

/// Whether it is known when somebody next looks at the case.
fn has_date(case: &Case, clock: Clock) -> bool {
    let mut tasks = case.open_tasks().into_iter();
    tasks.any(|task| task.due.is_some())
        || !case.watches(clock.now).is_empty()
        || case
            .journeys(clock.now)
            .iter()
            .any(|it| it.at != OnJourney::Arrived)
}
