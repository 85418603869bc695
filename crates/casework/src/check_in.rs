use crate::content::{About, Key, body, sealed};
use crate::{Case, MemberId, Minutes, Moment, PersonId, Text};
use minicbor::{Decode, Encode};

/// How a person is heard from, and what is done when they are not.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct CheckInPlan {
    /// Whom.
    #[n(0)]
    pub person: PersonId,
    /// The first agreed moment.
    #[n(1)]
    pub first: Moment,
    /// How often.
    #[n(2)]
    pub every: Minutes,
    /// How long after the agreed moment nobody worries yet. A word that comes as little before it
    /// counts for it.
    #[n(3)]
    pub grace: Minutes,
    /// How long after the agreed moment silence turns from amber to red.
    #[n(4)]
    pub red_after: Minutes,
    /// From when on the plan no longer holds.
    #[n(5)]
    pub ends: Option<Moment>,
    /// By which channel.
    #[n(6)]
    pub channel: Text,
    /// The words for *fine*.
    #[n(7)]
    pub fine: Text,
    /// The words for *under duress*.
    #[n(8)]
    pub duress: Text,
    /// Who holds it this shift.
    #[n(9)]
    pub holder: Option<MemberId>,
    /// What is done, rung by rung.
    #[n(10)]
    pub ladder: Vec<LadderStep>,
    /// What must never be said to anybody.
    #[n(11)]
    pub never_say: Text,
    /// Questions that only they can answer.
    #[n(12)]
    pub proof: Vec<ProofQuestion>,
}

/// One rung of the ladder that is climbed when nobody hears from a person.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct LadderStep {
    /// How long after the agreed moment.
    #[n(0)]
    pub after: Minutes,
    /// Who is turned to.
    #[n(1)]
    pub to: LadderCall,
    /// Who that is, and how they are reached.
    #[n(2)]
    pub who: Text,
    /// What is said.
    #[n(3)]
    pub say: Text,
}

/// Who is turned to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum LadderCall {
    /// The person again.
    #[n(0)]
    Person,
    /// The second contact.
    #[n(1)]
    SecondContact,
    /// The lawyer.
    #[n(2)]
    Lawyer,
    /// Whoever may go public.
    #[n(3)]
    Public,
}

/// A question that only the person can answer, and its answer.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct ProofQuestion {
    /// The question.
    #[n(0)]
    pub ask: Text,
    /// The answer.
    #[n(1)]
    pub answer: Text,
}

/// A word from a person, or a try that brought none.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct CheckIn {
    /// From whom.
    #[n(0)]
    pub person: PersonId,
    /// When.
    #[n(1)]
    pub at: Moment,
    /// What was heard.
    #[n(2)]
    pub heard: WordHeard,
    /// In words.
    #[n(3)]
    pub note: Text,
}

/// What was heard, from what reassures to what worries most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum WordHeard {
    /// They answered a question that only they can answer. After a word under duress nothing else
    /// reassures: the next *fine* may be forced.
    #[n(0)]
    Proven,
    /// The words for *fine*.
    #[n(1)]
    Fine,
    /// Something else.
    #[n(2)]
    Unclear,
    /// They were called, and did not answer.
    #[n(3)]
    NoAnswer,
    /// The words for *under duress*.
    #[n(4)]
    Duress,
}

/// How much somebody is to be worried about, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alert {
    /// All is as agreed.
    Fine,
    /// The agreed moment has come.
    Due,
    /// It has passed, or something is not right.
    Amber,
    /// Nobody has heard from them for too long, or they are under duress.
    Red,
}

/// How it stands with a person's check-ins at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    /// Whom it is about.
    pub person: PersonId,
    /// How much to worry.
    pub alert: Alert,
    /// The agreed moment that is next, or was missed.
    pub due: Moment,
    /// Since when they are under duress, if they said so.
    pub duress: Option<Moment>,
    /// Who holds it; nobody, if two plans name two.
    pub holder: Option<MemberId>,
    /// The rungs of the ladder that are to be climbed by now, in their order.
    pub ladder: Vec<LadderStep>,
}

impl Case {
    /// How it stands with everybody who has a plan, those to worry about first: the most urgent,
    /// and among them who has been silent longest.
    pub fn watches(&self, now: Moment) -> Vec<Watch> {
        let plans = self.things::<CheckInPlan>();
        let mut watches: Vec<Watch> = plans
            .values()
            .filter_map(|standing| {
                let plans: Vec<_> = standing.each().into_iter().map(|(_, plan)| plan).collect();
                self.watch_of(&plans, now)
            })
            .collect();
        watches.sort_by_key(|watch| (std::cmp::Reverse(watch.alert), watch.due, watch.person));
        watches
    }

    /// How it stands with one person; nothing, if no plan holds.
    pub fn watch(&self, person: PersonId, now: Moment) -> Option<Watch> {
        let standing = self.thing::<CheckInPlan>(&Key::Person(person))?;
        let plans: Vec<_> = standing.each().into_iter().map(|(_, plan)| plan).collect();
        self.watch_of(&plans, now)
    }

    /// Where several plans stand, the one that worries most counts.
    fn watch_of(&self, plans: &[&CheckInPlan], now: Moment) -> Option<Watch> {
        let holds = |plan: &&&CheckInPlan| plan.ends.is_none_or(|ends| now < ends);
        let holding: Vec<&CheckInPlan> = plans.iter().filter(holds).copied().collect();
        let all = holding.iter().map(|plan| self.watch_by(plan, now));
        let mut worst = all.max_by_key(|watch| (watch.alert, std::cmp::Reverse(watch.due)))?;
        if holding.iter().any(|plan| plan.holder != worst.holder) {
            worst.holder = None;
        }
        Some(worst)
    }

    fn watch_by(&self, plan: &CheckInPlan, now: Moment) -> Watch {
        let heard = LastHeard::of(&self.words_of(plan.person, now));
        let due = match heard.well {
            Some(well) => well.plus(plan.grace).next_after(plan.first, plan.every),
            None => plan.first,
        };
        let unanswered = heard.no_answer.is_some_and(|at| at >= due);
        let unclear = if heard.unclear {
            Alert::Amber
        } else {
            Alert::Fine
        };
        let silence = plan.silence(due, unanswered, now);
        let alert = match heard.duress {
            Some(_) => Alert::Red,
            None => silence.max(unclear),
        };
        let begun = heard.duress.unwrap_or(due);
        let is_reached =
            |step: &&LadderStep| alert >= Alert::Amber && begun.plus(step.after) <= now;
        let mut ladder: Vec<LadderStep> = plan.ladder.iter().filter(is_reached).cloned().collect();
        ladder.sort_by_key(|step| step.after);
        Watch {
            person: plan.person,
            alert,
            due,
            duress: heard.duress,
            holder: plan.holder,
            ladder,
        }
    }

    /// Everything heard from a person until a moment, the earliest first. Of one moment, what
    /// worries more comes last.
    fn words_of(&self, person: PersonId, now: Moment) -> Vec<&CheckIn> {
        let words = self.standing::<CheckIn>().map(|(_, word)| word);
        let mut words: Vec<_> = words
            .filter(|word| word.person == person && word.at <= now)
            .collect();
        words.sort_by_key(|word| (word.at, word.heard));
        words
    }
}

/// What was last heard of a person.
#[derive(Default)]
struct LastHeard {
    /// When they were last known to be well.
    well: Option<Moment>,
    /// Since when they are under duress.
    duress: Option<Moment>,
    /// Whether something unclear was heard since they were well.
    unclear: bool,
    /// When they last did not answer, since they were well.
    no_answer: Option<Moment>,
}

impl LastHeard {
    fn of(words: &[&CheckIn]) -> LastHeard {
        let mut last = LastHeard::default();
        for word in words {
            match word.heard {
                WordHeard::Fine if last.duress.is_some() => {}
                WordHeard::Fine | WordHeard::Proven => {
                    last = LastHeard {
                        well: Some(word.at),
                        ..LastHeard::default()
                    };
                }
                WordHeard::Unclear => last.unclear = true,
                WordHeard::NoAnswer => last.no_answer = Some(word.at),
                WordHeard::Duress => {
                    last.duress.get_or_insert(word.at);
                }
            }
        }
        last
    }
}

impl CheckInPlan {
    /// How much silence worries, when a word was due at a moment. Who has called and had no
    /// answer waits no longer.
    fn silence(&self, due: Moment, unanswered: bool, now: Moment) -> Alert {
        if now < due {
            Alert::Fine
        } else if now >= due.plus(self.red_after) {
            Alert::Red
        } else if unanswered || now >= due.plus(self.grace) {
            Alert::Amber
        } else {
            Alert::Due
        }
    }
}

body!(
    CheckInPlan,
    about | _ | About::Work,
    key | it | Key::Person(it.person)
);
body!(CheckIn, about | _ | About::Work, key | _ | Key::Event);
sealed!(LadderStep);
sealed!(ProofQuestion);
