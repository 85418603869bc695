use crate::content::{About, Key, body, sealed};
use crate::{Case, Day, MemberId, PersonId, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};

/// Something to be done.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Task {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// For whom, if for one person.
    #[n(1)]
    pub person: Option<PersonId>,
    /// What.
    #[n(2)]
    pub what: Text,
    /// How it stands.
    #[n(3)]
    pub state: TaskState,
    /// Who does it.
    #[n(4)]
    pub owner: Option<MemberId>,
    /// By which day.
    #[n(5)]
    pub due: Option<Day>,
}

/// How a task stands. Looked at and not to be finished yet is a state of its own: else colleagues
/// think that nothing was done.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum TaskState {
    /// Nobody has begun.
    #[n(0)]
    NotStarted,
    /// Somebody works on it.
    #[n(1)]
    InWork,
    /// It waits for something.
    #[n(2)]
    WaitingFor(#[n(0)] Text),
    /// It is done.
    #[n(3)]
    Done,
    /// It does not apply.
    #[n(4)]
    DoesNotApply,
}

impl TaskState {
    /// Whether something is still to be done.
    pub fn is_open(&self) -> bool {
        match self {
            TaskState::NotStarted | TaskState::InWork | TaskState::WaitingFor(_) => true,
            TaskState::Done | TaskState::DoesNotApply => false,
        }
    }
}

impl Case {
    /// Everything still to be done, by its day; what has no day comes last. Where two words on a
    /// task differ, it is open if one of them says so.
    pub fn open_tasks(&self) -> Vec<&Task> {
        let tasks = self.things::<Task>();
        let open = tasks.values().filter_map(|standing| {
            let each = standing.each().into_iter();
            each.map(|(_, task)| task).find(|task| task.state.is_open())
        });
        let mut open: Vec<&Task> = open.collect();
        open.sort_by_key(|task| (task.due.is_none(), task.due, task.id));
        open
    }

    /// What is still to be done until a day, and should be by now.
    pub fn overdue_tasks(&self, on: Date) -> Vec<&Task> {
        let mut open = self.open_tasks();
        open.retain(|task| task.due.is_some_and(|due| due.0 < on));
        open
    }

    /// What is still to be done and might be forgotten: nobody does it, or by no day.
    pub fn loose_tasks(&self) -> Vec<&Task> {
        let mut open = self.open_tasks();
        open.retain(|task| task.owner.is_none() || task.due.is_none());
        open
    }
}

body!(Task, about | _ | About::Work, key | it | Key::Thing(it.id));
sealed!(TaskState);
