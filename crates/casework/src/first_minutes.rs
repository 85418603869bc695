use crate::content::{About, Key, body, sealed};
use crate::{MemberId, Moment, PersonId, Text};
use minicbor::{Decode, Encode};

/// The first minutes of a call: safety, before any question of law, and a plan for 72 hours.
///
/// What is nothing has not been asked yet.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct FirstMinutes {
    /// With whom.
    #[n(0)]
    pub person: PersonId,
    /// Whether it is safe to talk.
    #[n(1)]
    pub safe_to_talk: Option<bool>,
    /// Whether they are alone.
    #[n(2)]
    pub alone: Option<bool>,
    /// Whose phone it is.
    #[n(3)]
    pub whose_phone: Option<Text>,
    /// Where they sleep tonight.
    #[n(4)]
    pub tonight: Option<Text>,
    /// Where they sleep the three nights after.
    #[n(5)]
    pub three_nights: Option<Text>,
    /// Who looks for them.
    #[n(6)]
    pub hunted_by: Option<Text>,
    /// Whether those know where they are.
    #[n(7)]
    pub known_where: Option<bool>,
    /// What hurts.
    #[n(8)]
    pub hurt: Option<Text>,
    /// What medicine they need.
    #[n(9)]
    pub medicine: Option<Text>,
    /// Whether they think of ending their life.
    #[n(10)]
    pub thinks_of_dying: Option<bool>,
    /// Whether anyone with them is under 18.
    #[n(11)]
    pub anyone_under_18: Option<bool>,
    /// The code word.
    #[n(12)]
    pub code_word: Option<Text>,
    /// When the next call is.
    #[n(13)]
    pub next_call: Option<Moment>,
    /// What is done within 72 hours.
    #[n(14)]
    pub plan: Vec<PlanStep>,
}

/// One step of the plan for 72 hours.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct PlanStep {
    /// What.
    #[n(0)]
    pub what: Text,
    /// By when.
    #[n(1)]
    pub by: Moment,
    /// By whom.
    #[n(2)]
    pub who: MemberId,
}

/// The questions of the first minutes, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FirstQuestion {
    /// Is it safe to talk?
    SafeToTalk,
    /// Are you alone?
    Alone,
    /// Whose phone is it?
    WhosePhone,
    /// Where will you sleep tonight?
    Tonight,
    /// And the three nights after?
    ThreeNights,
    /// Who looks for you?
    HuntedBy,
    /// Do they know where you are?
    KnownWhere,
    /// Are you hurt?
    Hurt,
    /// Do you need medicine?
    Medicine,
    /// Do you think of ending your life?
    ThinksOfDying,
    /// Is anyone under 18 with you?
    AnyoneUnder18,
    /// Which word shall we use?
    CodeWord,
    /// When do we talk again?
    NextCall,
    /// What happens in the next 72 hours?
    Plan,
}

impl FirstMinutes {
    /// Nothing has been asked yet.
    pub fn new(person: PersonId) -> FirstMinutes {
        FirstMinutes {
            person,
            safe_to_talk: None,
            alone: None,
            whose_phone: None,
            tonight: None,
            three_nights: None,
            hunted_by: None,
            known_where: None,
            hurt: None,
            medicine: None,
            thinks_of_dying: None,
            anyone_under_18: None,
            code_word: None,
            next_call: None,
            plan: Vec::new(),
        }
    }

    /// What is still to be asked, in order. Questions of law wait until nothing is. When it is not
    /// safe to talk, nothing is asked but when to talk again.
    pub fn still_to_ask(&self) -> Vec<FirstQuestion> {
        if self.safe_to_talk == Some(false) {
            let next_call = self.next_call.is_none().then_some(FirstQuestion::NextCall);
            return next_call.into_iter().collect();
        }
        let asked = [
            (FirstQuestion::SafeToTalk, self.safe_to_talk.is_some()),
            (FirstQuestion::Alone, self.alone.is_some()),
            (FirstQuestion::WhosePhone, self.whose_phone.is_some()),
            (FirstQuestion::Tonight, self.tonight.is_some()),
            (FirstQuestion::ThreeNights, self.three_nights.is_some()),
            (FirstQuestion::HuntedBy, self.hunted_by.is_some()),
            (FirstQuestion::KnownWhere, self.known_where.is_some()),
            (FirstQuestion::Hurt, self.hurt.is_some()),
            (FirstQuestion::Medicine, self.medicine.is_some()),
            (FirstQuestion::ThinksOfDying, self.thinks_of_dying.is_some()),
            (FirstQuestion::AnyoneUnder18, self.anyone_under_18.is_some()),
            (FirstQuestion::CodeWord, self.code_word.is_some()),
            (FirstQuestion::NextCall, self.next_call.is_some()),
            (FirstQuestion::Plan, !self.plan.is_empty()),
        ];
        let missing = asked.into_iter().filter(|(_, asked)| !asked);
        missing.map(|(question, _)| question).collect()
    }

    /// What of the plan is due at a moment.
    pub fn due(&self, now: Moment) -> Vec<&PlanStep> {
        let mut due: Vec<_> = self.plan.iter().filter(|step| step.by <= now).collect();
        due.sort_by_key(|step| step.by);
        due
    }
}

body!(
    FirstMinutes,
    about | it | About::Person(it.person),
    key | it | Key::Person(it.person)
);
sealed!(PlanStep);
